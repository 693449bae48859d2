"""SG: whether both parties have answered for the plan, in time, and hold a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.record import Declined, Delivered, Signed
from pipctl.rules.meetings import laid
from pipctl.store.source import Path

_PARTIES = ("employee", "manager")


class Answer(NamedTuple):
    """The first time that a party signed, declined or was handed the plan.

    Attributes:
        day: when it happened, whenever it was written down.
        position: of the entry in the record.
    """

    day: date
    position: int


class FirstMeeting(NamedTuple):
    """The first check-in, kick-off apart: its day, and where it stands in the file."""

    day: date
    path: Path


@rule(
    "SG01",
    "not-signed",
    "warning",
    basis="seed 000",
    escalates=("error", "after the first check-in"),
)
def not_signed(case: Case) -> Iterator[Hit]:
    """The plan has begun, and a party has neither signed nor declined it nor been handed it.

    Nobody can be held to a plan that nothing shows they have seen. It need not be a signature: that the
    party declined, or was handed the plan, will do. After the first check-in, kick-off apart, it is an
    error. A signature for another agreement than the one sealed then does not count, and neither does a
    copy that came after the plan was closed.

    Bad::

        # on 2026-03-04
        record:
          - {date: 2026-03-03, event: delivered, to: manager, what: plan}

    Good::

        # on 2026-03-04
        record:
          - {date: 2026-03-03, event: delivered, to: manager, what: plan}
          - {date: 2026-03-03, event: delivered, to: employee, what: plan, by: manager}
    """
    closed = case.state.closed
    start = case.plan.period.start
    if case.state.stage == "paused" or (closed.date <= start if closed else case.today < start):
        return
    answers = {party: _first_answer(case, party) for party in _PARTIES}
    lacking = [one for one in _PARTIES if not _is_in_time(answers[one], closed.date if closed else None)]
    if lacking:
        first = _first_meeting(case)
        variant = "closed" if closed else "both" if len(lacking) > 1 else lacking[0]
        escalates = first is not None and first.day < case.state.horizon
        yield Hit(("period", "start"), variant, escalates=escalates)


@rule("SG02", "signed-late", "warning")
def signed_late(case: Case) -> Iterator[Hit]:
    """A party signed, declined or was handed the plan only after the first check-in, kick-off apart.

    Results were looked at before the party had answered for what they were to be measured by. A party who
    was handed the plan in time may sign it later. A check-in that was called off counts on its day:
    putting meetings off gives no more time to sign.

    Bad::

        # on 2026-03-20
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, present: [employee, manager]}
          - {date: 2026-03-18, event: delivered, to: employee, what: plan, by: manager}

    Good::

        # on 2026-03-20
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, present: [employee, manager]}
          - {date: 2026-03-03, recorded: 2026-03-18, event: delivered, to: employee, what: plan, by: manager}
    """
    answers = {party: _first_answer(case, party) for party in _PARTIES} if case.state.entries else {}
    first = _first_meeting(case) if answers else None
    if first is None:
        return
    for party, answer in answers.items():
        if answer is not None and answer.day > first.day:
            entry = case.plan.record[answer.position]
            variant = f"delivered-{party}" if isinstance(entry, Delivered) else party
            related = (first.path,)
            yield Hit(("record", answer.position, "date"), variant, {"day": first.day}, related)


@rule("SG03", "copy-not-delivered", "info", basis="seed 004")
def copy_not_delivered(case: Case) -> Iterator[Hit]:
    """The plan is sealed and has begun, and nothing says that employee and manager each have a copy.

    Each keeps a copy, so that both can look up what was agreed and nobody depends on the other's papers.

    Bad::

        # on 2026-03-04
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - {date: 2026-03-03, event: delivered, to: employee, what: plan}

    Good::

        # on 2026-03-04
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - {date: 2026-03-03, event: delivered, to: employee, what: plan}
          - {date: 2026-03-03, event: delivered, to: manager, what: plan}
    """
    state = case.state
    if state.stage == "paused" or not state.is_sealed or state.horizon < case.plan.period.start:
        return
    handed = {entry.to for _, entry in state.entries if isinstance(entry, Delivered) and entry.what == "plan"}
    lacking = [party for party in _PARTIES if party not in handed]
    if lacking:
        yield Hit(("record", state.seals[0].position), "both" if len(lacking) > 1 else lacking[0])


def _first_answer(case: Case, party: str) -> Answer | None:
    """Return when a party first answered for the plan, by the day on which it happened."""
    return min(
        (Answer(entry.date, index) for index, entry in case.state.entries if _is_answer(case, index, party)),
        default=None,
    )


def _is_answer(case: Case, index: int, party: str) -> bool:
    match case.plan.record[index]:
        case Signed() | Declined() as entry:
            return entry.by == party and entry.digest == case.state.seal_at(index)
        case Delivered() as entry:
            return entry.to == party and entry.what == "plan"
        case _:
            return False


def _is_in_time(answer: Answer | None, closing: date | None) -> bool:
    return answer is not None and (closing is None or answer.day <= closing)


def _first_meeting(case: Case) -> FirstMeeting | None:
    """Return the first check-in of the plan, kick-off apart: the day held, else the day it falls on."""
    start = case.plan.period.start
    found = [
        FirstMeeting(meeting.date, ("record", index))
        for index, meeting in case.state.held()
        if meeting.check_in is None and meeting.date >= start
    ]
    for one in laid(case):
        if one.planned.kind != "kick-off":
            held = one.became.held
            day = one.day if held is None else case.plan.record[held].date
            found.append(FirstMeeting(day, one.path if held is None else ("record", held)))
    return min(found, key=lambda one: one.day, default=None)


RULES = (not_signed, signed_late, copy_not_delivered)
