"""Working days, counted against the plainest possible counting, and at the edges of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipctl.model.scalars import Country
from pipctl.schedule.workdays import (
    DayRange,
    WorkCalendar,
    main_holiday_weeks,
    moved,
    weeks_in_main_holiday,
)

DENMARK = WorkCalendar("DK")
SWEDEN = WorkCalendar("SE")
EVERY_DAY = frozenset(range(1, 8))

calendars = st.builds(
    WorkCalendar,
    st.sampled_from(["DK", "SE"]),
    st.booleans(),
    st.frozensets(st.integers(1, 7), min_size=1),
)
days = st.dates(date(2023, 1, 1), date(2033, 12, 31))
any_days = st.one_of(
    days, st.dates(date.min, date.min + timedelta(20)), st.dates(date.max - timedelta(20), date.max)
)
break_lists = st.lists(st.tuples(days, days), max_size=4)


def days_from(start: date, end: date) -> list[date]:
    return [date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1)]


@pytest.mark.parametrize("work_days", [frozenset(), frozenset({0}), frozenset({1, 8})])
def test_work_days_that_name_no_weekday_are_refused(work_days: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="work_days"):
        WorkCalendar("DK", work_days=work_days)


def test_a_calendar_is_a_value() -> None:
    assert WorkCalendar("DK") == WorkCalendar("DK", extra_days_off=True, work_days=frozenset({1, 2, 3, 4, 5}))
    assert len({WorkCalendar("DK"), WorkCalendar("DK"), WorkCalendar("SE")}) == 2


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (DENMARK, date(2026, 3, 7)),  # Saturday
        (SWEDEN, date(2026, 5, 1)),
        (DENMARK, date(2026, 6, 5)),
        (WorkCalendar("SE", extra_days_off=False), date(2026, 12, 24)),
        (SWEDEN, date(2026, 6, 19)),  # midsommarafton
        (WorkCalendar("SE", work_days=frozenset({6})), date(2026, 6, 20)),  # midsommardagen
        (WorkCalendar("SE", work_days=frozenset({6})), date(2026, 3, 6)),  # Friday
    ],
)
def test_days_off(calendar: WorkCalendar, day: date) -> None:
    assert calendar.is_day_off(day)
    assert not calendar.is_working_day(day)


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (DENMARK, date(2026, 3, 9)),
        (DENMARK, date(2026, 5, 1)),
        (WorkCalendar("DK", extra_days_off=False), date(2026, 6, 5)),
        (WorkCalendar("DK", extra_days_off=False), date(2026, 12, 24)),
        (DENMARK, date(2026, 6, 19)),
        (WorkCalendar("DK", work_days=frozenset({6})), date(2026, 3, 7)),  # Saturday
    ],
)
def test_working_days(calendar: WorkCalendar, day: date) -> None:
    assert calendar.is_working_day(day)
    assert not calendar.is_day_off(day)


@pytest.mark.parametrize(
    ("calendar", "day", "following", "preceding"),
    [
        (DENMARK, date(2026, 3, 10), date(2026, 3, 10), date(2026, 3, 10)),
        (DENMARK, date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 1)),  # Easter
        (SWEDEN, date(2026, 4, 2), date(2026, 4, 2), date(2026, 4, 2)),
        (SWEDEN, date(2026, 4, 3), date(2026, 4, 7), date(2026, 4, 2)),
        (DENMARK, date(2025, 12, 24), date(2025, 12, 29), date(2025, 12, 23)),  # Christmas, five days
        (DENMARK, date(2026, 12, 31), date(2027, 1, 4), date(2026, 12, 30)),  # ISO week 53
        (SWEDEN, date(2026, 6, 19), date(2026, 6, 22), date(2026, 6, 18)),  # midsummer
        (DENMARK, date(2026, 5, 14), date(2026, 5, 15), date(2026, 5, 13)),  # Ascension Day
    ],
)
def test_the_nearest_working_days(
    calendar: WorkCalendar, day: date, following: date, preceding: date
) -> None:
    assert calendar.next_working_day(day) == following
    assert calendar.previous_working_day(day) == preceding


@given(calendars, days)
def test_the_nearest_working_day_is_one_and_none_lies_between(calendar: WorkCalendar, day: date) -> None:
    following, preceding = calendar.next_working_day(day), calendar.previous_working_day(day)
    assert preceding <= day <= following
    assert calendar.is_working_day(following)
    assert calendar.is_working_day(preceding)
    between = set(days_from(preceding, following)) - {preceding, following}
    assert all(calendar.is_day_off(other) for other in between)


@pytest.mark.parametrize(
    ("calendar", "day", "n", "expected"),
    [
        (DENMARK, date(2026, 3, 6), 2, date(2026, 3, 10)),  # Friday
        (DENMARK, date(2026, 3, 7), 2, date(2026, 3, 10)),  # Saturday
        (DENMARK, date(2026, 3, 7), 0, date(2026, 3, 7)),
        (DENMARK, date(2026, 3, 9), -1, date(2026, 3, 6)),
        (DENMARK, date(2026, 4, 1), 1, date(2026, 4, 7)),
        (DENMARK, date(2025, 12, 23), 3, date(2026, 1, 2)),
        (SWEDEN, date(2025, 12, 23), 3, date(2026, 1, 2)),
        (SWEDEN, date(2026, 1, 5), 1, date(2026, 1, 7)),  # trettondedag jul
    ],
)
def test_working_days_are_added(calendar: WorkCalendar, day: date, n: int, expected: date) -> None:
    assert calendar.add_working_days(day, n) == expected


@given(calendars, days, st.integers(1, 60))
def test_adding_agrees_with_counting(calendar: WorkCalendar, day: date, n: int) -> None:
    later = calendar.add_working_days(day, n)
    assert calendar.working_days_between(moved(day, 1), later) == n
    assert calendar.is_working_day(later)
    earlier = calendar.add_working_days(day, -n)
    assert calendar.working_days_between(earlier, moved(day, -1)) == n
    assert calendar.is_working_day(earlier)


@given(calendars, days, st.integers(-3, 500), break_lists)
def test_working_days_are_those_found_one_by_one(
    calendar: WorkCalendar, start: date, length: int, breaks: list[DayRange]
) -> None:
    end = start + timedelta(days=length)
    one_by_one = [
        day
        for day in days_from(start, end)
        if calendar.is_working_day(day) and not any(first <= day <= last for first, last in breaks)
    ]
    assert calendar.working_days_between(start, end, breaks) == len(one_by_one)


def test_working_days_of_known_periods() -> None:
    assert DENMARK.working_days_between(date(2026, 3, 2), date(2026, 3, 2)) == 1
    assert DENMARK.working_days_between(date(2026, 3, 2), date(2026, 3, 1)) == 0
    # 30 days over Easter: 22 weekdays from 16 March to 14 April, less Thursday, Friday and Monday.
    assert DENMARK.working_days_between(date(2026, 3, 16), date(2026, 4, 14)) == 19
    assert SWEDEN.working_days_between(date(2026, 3, 16), date(2026, 4, 14)) == 20
    leave = [(date(2026, 3, 30), date(2026, 4, 1)), (date(2026, 3, 31), date(2026, 4, 6))]
    assert DENMARK.working_days_between(date(2026, 3, 16), date(2026, 4, 14), leave) == 16
    # A whole year with a week 53: 261 weekdays less the ten days off that fall on one, of thirteen.
    assert DENMARK.working_days_between(date(2026, 1, 1), date(2026, 12, 31)) == 251


def test_a_break_that_comes_as_an_iterator_is_read_once() -> None:
    leave = iter([(date(2026, 3, 9), date(2026, 3, 13))])
    assert DENMARK.working_days_between(date(2026, 3, 2), date(2026, 3, 20), leave) == 10


@given(calendars, any_days, st.integers(-400, 400), st.integers(-40, 40))
def test_no_day_is_too_far(calendar: WorkCalendar, day: date, distance: int, n: int) -> None:
    other = moved(day, distance)
    assert calendar.previous_working_day(day) <= day <= calendar.next_working_day(day)
    assert calendar.working_days_between(day, other, [(other, day), (day, other)]) == 0
    assert calendar.working_days_between(day, other) <= max((other - day).days + 1, 0)
    reached = calendar.add_working_days(day, n)
    assert (reached >= day) if n >= 0 else (reached <= day)


@given(any_days, st.integers())
def test_a_day_is_moved_by_as_many_days_as_the_calendar_has(day: date, distance: int) -> None:
    reached = moved(day, distance)
    assert (reached - day).days == max(min(distance, (date.max - day).days), (date.min - day).days)


def test_the_ends_of_the_calendar_hold() -> None:
    assert DENMARK.next_working_day(date.max) == date.max  # 31 December 9999, a day off
    assert DENMARK.add_working_days(date(9999, 12, 30), 10**12) == date.max
    assert WorkCalendar("DK", extra_days_off=False).add_working_days(date(9999, 12, 20), 99) == date.max
    assert DENMARK.previous_working_day(date.min) == date.min  # 1 January of the year 1
    assert DENMARK.add_working_days(date(1, 1, 5), -(10**12)) == date.min
    leave = [(date(9999, 12, 1), date.max), (date(9999, 12, 31), date.max)]
    plain = WorkCalendar("DK", extra_days_off=False)
    assert plain.working_days_between(date(9999, 11, 30), date.max, leave) == 1


def test_a_mistyped_year_is_counted_by_weeks() -> None:
    always = WorkCalendar("DK", extra_days_off=False, work_days=EVERY_DAY)
    whole = (date(9026, 3, 2) - date(2026, 3, 2)).days + 1
    counted = always.working_days_between(date(2026, 3, 2), date(9026, 3, 2))
    # Ten public holidays a year, two of which may at times fall on the same day.
    assert 7000 * 9 < whole - counted <= 7001 * 10


@pytest.mark.parametrize(("country", "weeks"), [("DK", [28, 29, 30, 31]), ("SE", [27, 28, 29, 30, 31])])
def test_the_main_holiday(country: Country, weeks: list[int]) -> None:
    assert list(main_holiday_weeks(country)) == weeks


@pytest.mark.parametrize(
    ("country", "start", "end", "breaks", "expected"),
    [
        ("DK", date(2026, 6, 1), date(2026, 8, 31), [], 4),
        ("SE", date(2026, 6, 1), date(2026, 8, 31), [], 5),
        ("DK", date(2026, 3, 2), date(2026, 6, 30), [], 0),
        # Week 28 of 2026 is 6 to 12 July, week 31 is 27 July to 2 August.
        ("DK", date(2026, 7, 6), date(2026, 7, 31), [], 4),
        ("DK", date(2026, 7, 7), date(2026, 7, 31), [], 3),
        ("DK", date(2026, 7, 6), date(2026, 7, 30), [], 3),
        ("DK", date(2026, 7, 6), date(2026, 7, 9), [], 0),
        ("DK", date(2026, 6, 1), date(2026, 8, 31), [(date(2026, 7, 13), date(2026, 8, 2))], 1),
        ("DK", date(2026, 6, 1), date(2026, 8, 31), [(date(2026, 7, 17), date(2026, 7, 17))], 3),
        ("DK", date(2026, 6, 1), date(2026, 8, 31), [(date(2026, 7, 18), date(2026, 7, 19))], 4),  # weekend
        ("DK", date(2026, 6, 1), date(2026, 8, 31), [(date(2026, 7, 17), date(2026, 7, 14))], 4),  # no day
        ("DK", date(2026, 6, 1), date(2027, 8, 31), [], 8),
        # 2020 and 2026 have a week 53; 1 January 2027 belongs to the last week of 2026.
        ("DK", date(2027, 1, 1), date(2027, 7, 18), [], 1),
        ("SE", date(2020, 6, 29), date(2020, 7, 19), [], 3),
        ("DK", date(2026, 8, 31), date(2026, 6, 1), [], 0),
        ("DK", date(9999, 1, 1), date.max, [], 4),
        ("DK", date.min, date(1, 12, 31), [], 4),
    ],
)
def test_weeks_of_the_main_holiday(
    country: Country, start: date, end: date, breaks: list[DayRange], expected: int
) -> None:
    assert weeks_in_main_holiday(country, start, end, breaks) == expected
    assert weeks_in_main_holiday(country, start, end, iter(breaks)) == expected
