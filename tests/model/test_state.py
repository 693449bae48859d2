from __future__ import annotations

from datetime import date

import pytest

from pipctl.model.state import FORBIDDEN, State
from tests.plans import CONTRACT, plan_of, state_of

DIGEST = '"sha256:' + "0" * 64 + '"'
SIGNED = f"date: 2026-03-02, event: signed, by: employee, digest: {DIGEST}"
BOTH = SIGNED + "\n" + SIGNED.replace("employee", "manager")
MEETINGS = """\
follow_up:
  check_ins:
    - {id: C1, date: 2026-03-16}
    - {id: C2, date: 2026-04-01}
"""


@pytest.mark.parametrize(
    ("record", "today", "phase"),
    [
        ("", "2026-03-01", "draft"),
        ("", "2026-03-02", "unsigned"),
        (SIGNED.replace("2026-03-02", "2026-02-27"), "2026-02-28", "agreed"),
        (SIGNED, "2026-03-02", "unsigned"),
        (BOTH, "2026-03-02", "running"),
        (BOTH, "2026-04-27", "running"),
        (BOTH, "2026-04-28", "undecided"),
        (BOTH + "\ndate: 2026-03-10, event: paused", "2026-03-12", "paused"),
        (
            BOTH + "\ndate: 2026-03-10, event: paused\ndate: 2026-03-12, event: resumed",
            "2026-03-12",
            "running",
        ),
        ("date: 2026-03-05, event: closed, result: stopped", "2026-03-12", "closed"),
        ("date: 2026-03-05, event: closed, result: stopped", "2026-03-04", "unsigned"),
    ],
)
def test_the_phase_is_the_first_that_fits(record: str, today: str, phase: str) -> None:
    assert state_of(record, today).phase == phase


def test_being_handed_the_plan_counts_as_an_answer_for_either_party() -> None:
    handed = "date: 2026-03-02, event: delivered, to: employee, what: plan\n"
    assert state_of(handed + SIGNED.replace("employee", "manager"), "2026-03-03").phase == "running"
    assert state_of(
        handed.replace("plan", "draft") + SIGNED.replace("employee", "manager"), "2026-03-03"
    ).phase == ("unsigned")


def test_a_signature_for_another_digest_than_the_sealed_one_counts_for_nothing() -> None:
    other = SIGNED.replace("employee", "manager").replace("0" * 64, "1" * 64)
    assert state_of(SIGNED + "\n" + other, "2026-03-03").phase == "unsigned"


ALL = {event for events in FORBIDDEN.values() for event in events}


@pytest.mark.parametrize(
    ("before", "event", "kind"),
    [
        ("", "date: 2026-03-03, event: resumed", "forbidden-draft"),
        ("", f"date: 2026-03-03, event: amended, reason: x, digest: {DIGEST}", "forbidden-draft"),
        (SIGNED, "date: 2026-03-03, event: resumed", "forbidden-sealed"),
        (
            SIGNED + "\ndate: 2026-03-03, event: paused",
            "date: 2026-03-04, event: check-in",
            "forbidden-paused",
        ),
        (SIGNED + "\ndate: 2026-03-03, event: paused", "date: 2026-03-04, event: paused", "forbidden-paused"),
        (
            SIGNED + "\ndate: 2026-03-03, event: paused",
            "date: 2026-03-03, event: resumed",
            "resumed-too-early",
        ),
        (
            "date: 2026-03-03, event: closed, result: stopped",
            SIGNED.replace("03-02", "03-04"),
            "forbidden-closed",
        ),
        (
            "date: 2026-03-03, event: comment, by: hr, text: x",
            "date: 2026-03-02, event: reviewed, by: hr",
            "out-of-order",
        ),
        ("", "date: 2026-03-21, event: reviewed, by: hr", "in-the-future"),
        (
            "date: 2026-03-16, event: check-in, check_in: C1",
            "date: 2026-03-17, event: check-in, check_in: C1",
            "held-twice",
        ),
        (
            "date: 2026-03-16, event: check-in, check_in: C1",
            "date: 2026-03-17, event: not-held, check_in: C1",
            "held-already",
        ),
    ],
)
def test_what_the_stage_forbids_is_a_breach_and_changes_nothing(before: str, event: str, kind: str) -> None:
    assert len(ALL) == 13
    state = state_of(f"{before}\n{event}", "2026-03-20", MEETINGS)
    (breach,) = state.breaches
    assert breach.kind == kind
    assert breach.position == len(state.plan.record) - 1
    counted = [index for index, _ in state.entries]
    assert (breach.position in counted) == (kind == "out-of-order")


def test_after_closing_only_delivery_comments_and_corrections_follow() -> None:
    record = """date: 2026-03-03, event: closed, result: stopped
    date: 2026-03-03, event: delivered, to: employee, what: outcome
    date: 2026-03-04, event: comment, by: employee, text: x
    date: 2026-03-05, event: corrected, places: goals/G1, reason: x"""
    assert state_of(record, "2026-03-20").breaches == []


def test_a_late_entry_stands_where_it_was_written() -> None:
    record = """date: 2026-03-05, event: comment, by: hr, text: x
    date: 2026-03-03, recorded: 2026-03-06, event: comment, by: hr, text: y"""
    assert state_of(record, "2026-03-20").breaches == []


PAUSED = BOTH + "\ndate: 2026-03-10, event: paused\n"


def test_a_pause_moves_every_planned_day_from_its_beginning_on() -> None:
    state = state_of(PAUSED + "date: 2026-03-20, event: resumed", "2026-03-25", MEETINGS)
    assert state.effective(date(2026, 3, 9)) == date(2026, 3, 9)
    assert state.effective(date(2026, 3, 10)) == date(2026, 3, 20)
    assert state.meetings["C1"].day == date(2026, 3, 26)
    assert state.effective_end == date(2026, 5, 7)


def test_while_a_pause_is_open_today_stands_for_its_end() -> None:
    assert state_of(PAUSED, "2026-03-12").effective_end == date(2026, 4, 29)
    assert state_of(PAUSED, "2026-03-31").effective_end == date(2026, 5, 18)


def test_a_second_pause_is_met_by_days_already_moved() -> None:
    twice = (
        PAUSED
        + "date: 2026-03-20, event: resumed\n"
        + "date: 2026-03-25, event: paused\ndate: 2026-03-30, event: resumed"
    )
    state = state_of(twice, "2026-04-01", MEETINGS)
    assert state.meetings["C1"].day == date(2026, 3, 31)
    assert state.effective(date(2026, 3, 14)) == date(2026, 3, 24)


def test_a_moved_meeting_moves_with_later_pauses_only() -> None:
    moved = "date: 2026-03-13, event: not-held, check_in: C1, moved_to: 2026-03-18\n"
    before = state_of(BOTH + "\n" + moved, "2026-03-25", MEETINGS).meetings["C1"]
    assert (before.day, before.is_moved, before.is_settled) == (date(2026, 3, 18), True, False)
    after = BOTH + "\n" + moved + "date: 2026-03-14, event: paused\ndate: 2026-03-20, event: resumed"
    assert state_of(after, "2026-03-25", MEETINGS).meetings["C1"].day == date(2026, 3, 24)
    earlier = PAUSED + "date: 2026-03-12, event: resumed\n" + moved
    assert state_of(earlier, "2026-03-25", MEETINGS).meetings["C1"].day == date(2026, 3, 18)


def test_a_meeting_not_held_and_not_moved_is_settled() -> None:
    meeting = state_of("date: 2026-03-16, event: not-held, check_in: C1", "2026-03-25", MEETINGS).meetings[
        "C1"
    ]
    assert meeting.is_settled
    assert meeting.held is None


def test_the_last_extension_sets_the_end_and_reseals() -> None:
    extended = (
        f"date: 2026-04-20, event: extended, end: 2026-05-29, reason: x, digest: {DIGEST.replace('0', '2')}"
    )
    state = state_of(PAUSED + "date: 2026-03-20, event: resumed\n" + extended, "2026-04-21")
    assert state.effective_end == date(2026, 5, 29)
    assert state.seal == "sha256:" + "2" * 64
    assert state.seal_at(1) == "sha256:" + "0" * 64
    assert state.seal_at(-1) is None


def test_a_pause_that_closing_ended_lasts_until_then() -> None:
    closed = PAUSED + "date: 2026-03-15, event: closed, result: stopped"
    assert state_of(closed, "2026-06-01").effective_end == date(2026, 5, 2)
    assert state_of(closed, "2026-06-01").horizon == date(2026, 3, 15)


def test_who_held_a_role_is_told_by_the_day() -> None:
    record = """date: 2026-03-10, event: party, role: manager, name: Eva Ny
    date: 2026-03-12, event: party, role: hr, ref: hr-9"""
    state = state_of(record, "2026-03-20")
    assert [state.holder("manager", date(2026, 3, day)) for day in (9, 10)] == ["Ulf Ek", "Eva Ny"]
    assert [state.holder("hr", date(2026, 3, day)) for day in (11, 12)] == ["", "hr-9"]
    assert state.holder("representative", date(2026, 3, 1)) == ""


def test_a_day_before_an_entry_the_entry_is_not_there() -> None:
    plan = plan_of(CONTRACT.read_bytes())
    assert State(plan, date(2026, 6, 1)).phase == "closed"
    early = State(plan, date(2026, 4, 1))
    assert early.phase == "running"
    assert early.meetings["C3"].day == date(2026, 4, 14)
    assert {breach.kind for breach in early.breaches} == {"in-the-future"}


def test_days_at_the_end_of_time_do_not_overflow() -> None:
    state = state_of(PAUSED, "2026-05-10")
    assert state.effective(date.max) == date.max
