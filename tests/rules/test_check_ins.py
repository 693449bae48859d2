"""What the rules on check-ins say besides where: what to write instead, and what a finding is related to."""

from __future__ import annotations

from datetime import date

import pytest

from pipctl.lint.finding import Finding
from tests.rules.cases import RuleCase

DIGEST = "sha256:" + "0" * 64
SEALED = f'  - {{date: 2026-03-03, event: declined, by: employee, digest: "{DIGEST}"}}\n'


def found(code: str, plan: str, today: str = "2026-02-25") -> Finding:
    """Return the one finding of a rule in the sound Danish plan with some of its keys replaced."""
    case = RuleCase(code, "", plan, (), date.fromisoformat(today), {}, "da", False, (), (code,))
    (finding,) = case.run().findings
    return finding


def check_ins(*days: str) -> str:
    items = "".join(f"    - {{id: C{number}, date: {day}}}\n" for number, day in enumerate(days, start=1))
    return "follow_up:\n  check_ins:\n" + items


def record(*entries: str) -> str:
    return "record:\n" + SEALED + "".join(f"  - {{{entry}}}\n" for entry in entries)


MOVED = record("date: 2026-03-17, event: not-held, check_in: C1, moved_to: 2026-03-22")
MOVED_AND_PAUSED = record(
    "date: 2026-03-10, event: not-held, check_in: C1, moved_to: 2026-03-17",
    "date: 2026-03-11, event: paused",
    "date: 2026-03-15, event: resumed",
)


@pytest.mark.parametrize(
    ("plan", "today", "fix", "pointer"),
    [
        (check_ins("2026-04-02"), "2026-02-25", "2026-04-07", "/follow_up/check_ins/0/date"),
        (check_ins("2026-04-02") + record(), "2026-03-04", "2026-04-07", "/follow_up/check_ins/0/date"),
        (check_ins("2026-03-17") + MOVED, "2026-03-18", "2026-03-23", "/record/1/moved_to"),
        (check_ins("2026-03-17") + MOVED_AND_PAUSED, "2026-03-16", None, "/record/1/moved_to"),
        (
            check_ins("2026-03-14") + record("date: 2026-03-14, event: check-in, check_in: C1"),
            "2026-03-16",
            None,
            "/follow_up/check_ins/0/date",
        ),
    ],
    ids=["draft", "sealed", "moved", "moved by a pause as well", "held"],
)
def test_the_next_working_day_is_the_fix_where_it_can_be_written(
    plan: str, today: str, fix: str | None, pointer: str
) -> None:
    finding = found("CH06", plan, today)
    assert (finding.fix, finding.pointer) == (fix, pointer)


def test_a_gap_names_the_earlier_meeting() -> None:
    finding = found("CH02", check_ins("2026-03-17", "2026-04-07"))
    assert finding.address == "follow_up/check_ins/C2"
    assert [one.pointer for one in finding.related] == ["/follow_up/check_ins/0"]
    assert "21 days lie between C1 and C2" in finding.message


def test_missed_meetings_are_named_with_the_last_one() -> None:
    finding = found(
        "CH10",
        check_ins("2026-03-10", "2026-03-17", "2026-03-24")
        + record(
            "date: 2026-03-10, event: not-held, check_in: C1, by: manager",
            "date: 2026-03-17, event: not-held, check_in: C2, by: manager",
            "date: 2026-03-24, event: check-in, check_in: C3, present: [employee]",
        ),
        "2026-04-10",
    )
    assert finding.pointer == "/record/3"
    assert [one.pointer for one in finding.related] == ["/record/1", "/record/2"]
    assert finding.message.startswith("3 check-ins")


def test_a_moved_meeting_that_was_not_recorded_shows_the_entry_that_moved_it() -> None:
    plan = check_ins("2026-03-10") + record(
        "date: 2026-03-10, event: not-held, check_in: C1, moved_to: 2026-03-12"
    )
    finding = found("CH09", plan, "2026-03-13")
    assert finding.pointer == "/follow_up/check_ins/0"
    assert [one.pointer for one in finding.related] == ["/record/1/moved_to"]
    assert "2026-03-12" in finding.message


def test_what_is_missing_has_the_address_it_would_have() -> None:
    plan = check_ins("2026-03-10") + record("date: 2026-03-10, event: check-in, check_in: C1")
    addresses = {code: found(code, plan, "2026-03-16").address for code in ("CH11", "CH12", "CH13", "CH15")}
    assert addresses == {
        "CH11": "record/1/results",
        "CH12": "record/1/next_steps",
        "CH13": "record/1/present",
        "CH15": "record/1/shared",
    }


def test_the_end_of_the_calendar_stops_no_run() -> None:
    plan = "period: {start: 9999-12-01, end: 9999-12-31}\n" + check_ins("9999-12-31")
    case = RuleCase("CH", "", plan, (), date(9999, 12, 31), {}, "da", False, (), ("CH", "PE"))
    run = case.run()
    assert run.crashes == []
    assert {one.code for one in run.findings} >= {"CH03", "CH05"}
