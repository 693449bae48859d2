"""The agenda: what is due in one plan, when, and by whom (cli.md, "pipctl due").

Every date is the effective one: moved by pauses, by `moved_to` and by extensions. What is done is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Literal, NamedTuple, get_args

from pipctl.model.agreement import MeetingKind, Support
from pipctl.model.goals import Goal
from pipctl.model.record import PartyChanged
from pipctl.model.scalars import Party
from pipctl.model.state import State

Kind = Literal["check-in", "goal", "step", "support", "next-step", "end", "signature", "outcome", "erasure"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which the things of one day are listed."""

_PARTIES: dict[str, Party] = {one: one for one in get_args(Party)}


class Item(NamedTuple):
    """One thing that is due.

    Attributes:
        day: the effective day.
        kind: what sort of thing.
        party: whose it is, where that is a party.
        who: the name or ref of who holds that role on the day, or the plain text of the plan; may be empty.
        what: the plan's own words on one line, an id first; empty where the kind says it all.
        overdue: the day has passed and the plan is not paused.
        days: from today to the day; negative when it has passed.
        meeting: of a check-in, which kind of meeting.
        target: of a step, the number to be reached, and its `unit`.
    """

    day: date
    kind: Kind
    party: Party | None
    who: str
    what: str
    overdue: bool
    days: int
    meeting: MeetingKind | None = None
    target: Decimal | None = None
    unit: str | None = None


def agenda(state: State) -> tuple[Item, ...]:
    """Return what is due in a plan and not done, the earliest first.

    Done is: a check-in that was held, or not held without a new day; a goal or step with a result on or
    after its day; support with an entry; a next step once a later meeting was held; a signature once the
    party has signed, declined or been delivered the plan; the end once it has passed, and from then on the
    outcome until the plan is closed. A closed plan has only its erasure left, which is never done while the
    file is there. While a plan is paused nothing is overdue.

    Args:
        state: the plan as it stands today.
    """
    if state.closed is not None:
        return tuple(_erasure(state))
    everything = chain(
        _check_ins(state),
        _goals(state),
        _support(state),
        _next_steps(state),
        _end(state),
        _signatures(state),
        _erasure(state),
    )
    return tuple(sorted(everything, key=lambda item: (item.day, KINDS.index(item.kind))))


def names_held(state: State, role: str, day: date) -> frozenset[str]:
    """Return what the holder of a role on a day goes by, name and ref; empty when nobody is named."""
    person = getattr(state.plan, role, None)
    names = {getattr(person, "name", None), getattr(person, "ref", None)}
    for _, entry in state.entries:
        if isinstance(entry, PartyChanged) and entry.role == role and entry.date <= day:
            names = {entry.name, entry.ref} if entry.name or entry.ref else names
    return frozenset(name for name in names if name)


def promised_day(support: Support, state: State) -> date | None:
    """Return the effective day of a promise: its `due`, else its `start`, as in rule SU04."""
    day = support.due or support.start
    return None if day is None else state.effective(day)


def _check_ins(state: State) -> Iterator[Item]:
    for meeting in state.meetings.values():
        if not meeting.is_settled:
            item = _item(state, meeting.day, "check-in", meeting.planned.id, "manager")
            yield item._replace(meeting=meeting.planned.kind)


def _goals(state: State) -> Iterator[Item]:
    latest: dict[str, date] = {}
    for _, meeting in state.held():
        for result in meeting.results:
            latest[result.goal] = max(meeting.date, latest.get(result.goal, meeting.date))
    for goal in state.plan.goals:
        last = latest.get(goal.id, date.min)
        for step in goal.steps:
            if last < (day := state.effective(step.due)):
                item = _item(state, day, "step", f"{goal.id} {_subject(goal)}", "employee")
                unit = goal.measure.unit if goal.measure else None
                yield item._replace(target=step.target, unit=unit)
        if goal.due is not None and last < (day := state.effective(goal.due)):
            yield _item(state, day, "goal", f"{goal.id} {_subject(goal)}", "employee")


def _subject(goal: Goal) -> str:
    return (goal.measure.indicator if goal.measure else None) or goal.text


def _support(state: State) -> Iterator[Item]:
    for support in state.plan.support:
        day = promised_day(support, state)
        if day is not None and support.id not in state.support:
            yield _item(state, day, "support", f"{support.id} {support.what}", support.provider)


def _next_steps(state: State) -> Iterator[Item]:
    held = [(meeting.date, index, meeting) for index, meeting in state.held()]
    if not held:
        return
    _, index, latest = max(held, key=lambda one: one[:2])
    for step in latest.next_steps:
        if step.due is not None:
            # Set by the record like a `moved_to`: only a pause begun afterwards moves it.
            day = state.effective(step.due, written_at=index)
            yield _item(state, day, "next-step", step.what, step.who)


def _end(state: State) -> Iterator[Item]:
    end = state.effective_end
    yield _item(state, end, "end" if state.today <= end else "outcome", "", "manager")


def _signatures(state: State) -> Iterator[Item]:
    parties: tuple[Literal["employee", "manager"], ...] = ("employee", "manager")
    for party in parties:
        if not state.has_answered(party):
            yield _item(state, state.plan.period.start, "signature", "", party)


def _erasure(state: State) -> Iterator[Item]:
    if state.plan.erase_by is not None:
        yield _item(state, state.plan.erase_by, "erasure", "", "manager")


def _item(state: State, day: date, kind: Kind, what: str, whose: str | None) -> Item:
    """Return an item; `whose` is the word of a party, or anyone in plain text."""
    party = _PARTIES.get(whose or "")
    return Item(
        day=day,
        kind=kind,
        party=party,
        who=state.holder(party, day) if party else _on_one_line(whose or ""),
        what=_on_one_line(what),
        overdue=day < state.today and state.stage != "paused",
        days=(day - state.today).days,
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
