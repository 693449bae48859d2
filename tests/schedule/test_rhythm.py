"""Meetings laid by a rhythm break none of the rules that judge meetings."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipctl.model.agreement import MeetingKind, Rhythm
from pipctl.model.scalars import Country
from pipctl.schedule.rhythm import PlannedMeeting, lay_check_ins
from pipctl.schedule.workdays import MONDAY_TO_FRIDAY, WorkCalendar

DENMARK = WorkCalendar("DK")
SWEDEN = WorkCalendar("SE")
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
LONGEST_GAP: dict[Rhythm, int] = {"weekly": 7 + 3, "biweekly": 14 + 3, "monthly": 31 + 3}


def laid(calendar: WorkCalendar, start: date, length: int, rhythm: Rhythm) -> list[tuple[int, MeetingKind]]:
    """Return the meetings as days from the start."""
    meetings = lay_check_ins(calendar, start, start + timedelta(days=length), rhythm)
    return [((meeting.day - start).days, meeting.kind) for meeting in meetings]


def gaps(meetings: tuple[PlannedMeeting, ...]) -> list[int]:
    return [(later.day - earlier.day).days for earlier, later in pairwise(meetings)]


def broken_rules(
    calendar: WorkCalendar, start: date, end: date, rhythm: Rhythm, meetings: tuple[PlannedMeeting, ...]
) -> set[str]:
    """Judge the meetings as rules.md words it."""
    days = [meeting.day for meeting in meetings]
    kinds = [meeting.kind for meeting in meetings]
    first_by = calendar.next_working_day(start + timedelta(days=14))
    judged = {
        "CH02": rhythm != "monthly" and max(gaps(meetings)) > 17,
        "CH03": days[1] > first_by,
        "CH04": (end - start).days > 45 and "midway" not in kinds,
        "CH05": kinds[-1] != "final" or (end - days[-1]).days > 7,
        "CH06": any(calendar.is_day_off(day) for day in days),
        "CH07": days[0] < start or days[-1] > end,
        "CH08": max(gaps(meetings)) > LONGEST_GAP[rhythm],
    }
    return {code for code, is_broken in judged.items() if is_broken}


@settings(max_examples=1500, deadline=None)
@given(
    calendar=st.builds(
        WorkCalendar,
        country=st.sampled_from(get_args(Country)),
        extra_days_off=st.booleans(),
        work_days=st.sampled_from([MONDAY_TO_FRIDAY, frozenset({1, 2, 3, 4}), frozenset(range(1, 7))]),
    ),
    start=st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    length=st.integers(14, 120),
    rhythm=st.sampled_from(RHYTHMS),
)
# Five days off in a row at the kick-off, at day 7, at day 14 and right before the end.
@example(DENMARK, date(2025, 12, 24), 15, "monthly")
@example(DENMARK, date(2025, 12, 17), 30, "weekly")
@example(DENMARK, date(2025, 12, 10), 60, "biweekly")
@example(DENMARK, date(2029, 9, 4), 120, "weekly")
@example(DENMARK, date(2024, 1, 7), 86, "weekly")
@example(SWEDEN, date(2025, 12, 24), 14, "biweekly")
def test_laid_meetings_break_no_rule(
    calendar: WorkCalendar, start: date, length: int, rhythm: Rhythm
) -> None:
    end = start + timedelta(days=length)
    meetings = lay_check_ins(calendar, start, end, rhythm)
    kinds = [meeting.kind for meeting in meetings]

    assert broken_rules(calendar, start, end, rhythm, meetings) == set()
    assert min(gaps(meetings)) >= 3
    assert kinds[0] == "kick-off"
    assert kinds[-1] == "final"
    assert set(kinds[1:-1]) <= {"status", "midway"}
    assert kinds.count("midway") == min(len(kinds) - 2, 1)
    assert meetings[0].day == calendar.next_working_day(start)
    assert meetings[-1].day == calendar.previous_working_day(end)


@settings(deadline=None)
@given(
    work_days=st.frozensets(st.integers(1, 7), min_size=1),
    country=st.sampled_from(get_args(Country)),
    start=st.one_of(st.dates(), st.dates(date.min, date(1, 2, 1)), st.dates(date(9999, 11, 1), date.max)),
    length=st.integers(-5, 200),
    rhythm=st.sampled_from(RHYTHMS),
)
def test_any_working_week_and_any_day_get_an_answer(
    work_days: frozenset[int], country: Country, start: date, length: int, rhythm: Rhythm
) -> None:
    calendar = WorkCalendar(country, work_days=work_days)
    end = date.fromordinal(min(max(start.toordinal() + length, 1), date.max.toordinal()))
    meetings = lay_check_ins(calendar, start, end, rhythm)
    worked = calendar.working_days_between(start, end)

    assert (meetings == ()) is (worked == 0)
    assert len(meetings) <= worked
    assert all(calendar.is_working_day(meeting.day) for meeting in meetings)
    assert all(start <= meeting.day <= end for meeting in meetings)
    assert all(gap > 0 for gap in gaps(meetings))


def test_a_workplace_open_one_day_a_week_still_meets() -> None:
    # Wednesday 5 June 2024 is grundlovsdag: from 29 May the next working day is two weeks away.
    wednesdays = WorkCalendar("DK", work_days=frozenset({3}))
    assert [day for day, _ in laid(wednesdays, date(2024, 5, 22), 42, "weekly")] == [0, 7, 21, 28, 35, 42]


def test_days_off_before_the_final_leave_no_gap_in_a_short_working_week() -> None:
    # Christmas moves the meeting of 26 December back a week; without one on 2 January three weeks would pass.
    mostly_away = WorkCalendar("DK", work_days=frozenset({1, 2, 3}))
    meetings = lay_check_ins(mostly_away, date(2029, 10, 17), date(2030, 1, 13), "biweekly")
    assert [meeting.day for meeting in meetings[-3:]] == [
        date(2029, 12, 19),
        date(2030, 1, 2),
        date(2030, 1, 9),
    ]


def test_seed_000_biweekly_over_ninety_days() -> None:
    # Easter moves nothing here. Whit Monday (day 84) would move to three days before the final on Friday 29
    # May, the last working day before Sunday 31 May; that meeting stands halfway instead.
    assert laid(DENMARK, date(2026, 3, 2), 90, "biweekly") == [
        (0, "kick-off"),
        (14, "status"),
        (28, "status"),
        (42, "midway"),
        (56, "status"),
        (70, "status"),
        (79, "status"),
        (88, "final"),
    ]


def test_seed_000_milestones_are_the_monthly_rhythm() -> None:
    # Thirty days on is another weekday; at a workplace that is open every day nothing moves.
    every_day = WorkCalendar("DK", work_days=frozenset(range(1, 8)))
    assert laid(every_day, date(2026, 9, 1), 90, "monthly") == [
        (0, "kick-off"),
        (14, "status"),
        (30, "midway"),
        (60, "status"),
        (90, "final"),
    ]


def test_the_plan_in_the_format_description_has_the_meetings_laid_here() -> None:
    days = [meeting.day for meeting in lay_check_ins(DENMARK, date(2026, 3, 3), date(2026, 6, 1), "biweekly")]
    assert [day.strftime("%m-%d") for day in days] == [
        "03-03",
        "03-17",
        "03-31",
        "04-14",
        "04-28",
        "05-12",
        "05-26",
        "06-01",
    ]


@pytest.mark.parametrize(
    ("calendar", "start", "length", "rhythm", "expected"),
    [
        # Only what a period of a few days can hold.
        (DENMARK, date(2026, 3, 2), 0, "weekly", [(0, "kick-off")]),
        (DENMARK, date(2026, 3, 2), 1, "weekly", [(0, "kick-off"), (1, "final")]),
        (DENMARK, date(2026, 3, 6), 3, "weekly", [(0, "kick-off"), (3, "final")]),
        (DENMARK, date(2026, 3, 2), -1, "weekly", []),
        (DENMARK, date(2026, 3, 7), 0, "biweekly", []),  # a Saturday
        (DENMARK, date(2026, 3, 7), 2, "biweekly", [(2, "kick-off")]),
        (DENMARK, date(2025, 12, 24), 4, "weekly", []),  # Christmas, all days off
        (DENMARK, date(2025, 12, 24), 6, "weekly", [(5, "kick-off"), (6, "final")]),
        # Day 14 is kept where the final comes too soon after it to need a meeting of its own.
        (DENMARK, date(2026, 9, 1), 14, "biweekly", [(0, "kick-off"), (14, "final")]),
        (DENMARK, date(2026, 9, 1), 16, "biweekly", [(0, "kick-off"), (8, "midway"), (16, "final")]),
        (DENMARK, date(2026, 9, 1), 30, "biweekly", [(0, "kick-off"), (14, "midway"), (30, "final")]),
        # Of two meetings equally near the middle, the first status meeting is not the mid-way review.
        (
            SWEDEN,
            date(2026, 9, 1),
            42,
            "biweekly",
            [(0, "kick-off"), (14, "status"), (28, "midway"), (42, "final")],
        ),
        # Two days before the final the last status meeting is left out: 28 to 44 keeps the rhythm.
        (
            SWEDEN,
            date(2026, 9, 1),
            44,
            "biweekly",
            [(0, "kick-off"), (14, "status"), (28, "midway"), (44, "final")],
        ),
    ],
)
def test_short_periods(
    calendar: WorkCalendar,
    start: date,
    length: int,
    rhythm: Rhythm,
    expected: list[tuple[int, MeetingKind]],
) -> None:
    assert laid(calendar, start, length, rhythm) == expected


@pytest.mark.parametrize(
    ("calendar", "start", "length", "expected"),
    [
        # Christmas: Wednesday 24 December would move to Monday 29, twelve days after the 17th, so it moves
        # back to the 23rd; Wednesday 31 December moves on to Friday 2 January.
        (DENMARK, date(2025, 12, 3), 42, [0, 7, 14, 20, 30, 35, 42]),
        # In Sweden both days off fall alike, and trettondedag jul hits no Wednesday.
        (SWEDEN, date(2025, 12, 3), 42, [0, 7, 14, 20, 30, 35, 42]),
        # Easter: Danish skærtorsdag moves back to Wednesday, in Sweden it is an ordinary Thursday.
        (DENMARK, date(2026, 3, 19), 35, [0, 7, 13, 21, 28, 35]),
        (SWEDEN, date(2026, 3, 19), 35, [0, 7, 14, 21, 28, 35]),
        # Midsummer: Friday 19 June is midsommarafton and moves to Monday in Sweden.
        (SWEDEN, date(2026, 6, 5), 35, [0, 7, 17, 21, 28, 35]),
        (DENMARK, date(2026, 6, 12), 28, [0, 7, 14, 21, 28]),
        # ISO week 53: Friday 1 January 2027 moves to Monday 4 January, the first day of week 1.
        (SWEDEN, date(2026, 12, 4), 35, [0, 7, 14, 24, 31, 35]),
        # A start on a weekend: everything runs from the Monday.
        (DENMARK, date(2026, 9, 5), 30, [2, 9, 16, 23, 30]),
        # A start on a holiday: everything runs from the first working day, Tuesday after Easter.
        (DENMARK, date(2026, 4, 2), 33, [5, 12, 19, 26, 33]),
    ],
)
def test_weekly_around_days_off(
    calendar: WorkCalendar, start: date, length: int, expected: list[int]
) -> None:
    assert [day for day, _ in laid(calendar, start, length, "weekly")] == expected


def test_a_biweekly_start_on_a_holiday_keeps_day_fourteen() -> None:
    # Kick-off on Tuesday 7 April; two weeks later would be day 19.
    assert laid(DENMARK, date(2026, 4, 2), 42, "biweekly")[:2] == [(5, "kick-off"), (14, "status")]


def test_a_biweekly_start_on_a_weekend_keeps_the_weekday_of_the_kick_off() -> None:
    days = [date(2026, 9, 5) + timedelta(day) for day, _ in laid(DENMARK, date(2026, 9, 5), 58, "biweekly")]
    assert len(days) == 5
    assert {day.isoweekday() for day in days} == {1}
