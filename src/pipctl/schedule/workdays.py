"""Working days: which days people are at work, the next one, how many there are, the main holiday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pipctl.model.scalars import Country
from pipctl.schedule.holidays import days_off

DayRange: TypeAlias = tuple[date, date]
"""The first and the last day, both included; holds no day when the last comes before the first."""

MONDAY_TO_FRIDAY = frozenset(range(1, 6))
"""ISO weekdays of an ordinary working week."""

_ISO_WEEKDAYS = frozenset(range(1, 8))
_ISO_FRIDAY = 5


def moved(day: date, days: int) -> date:
    """Return the day so many days later (earlier when negative), held within the years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of one workplace.

    Every method answers for every date: where the calendar of the years 1 to 9999 ends, its outermost
    day is returned, even if that one is a day off.

    Attributes:
        country: whose public holidays are days off.
        extra_days_off: whether 5 June, 24 and 31 December are days off in Denmark (policy `extra_days_off`).
        work_days: ISO weekdays that are worked, 1 for Monday to 7 for Sunday (policy `work_days`).

    Raises:
        ValueError: `work_days` is empty or holds something other than 1 to 7.
    """

    country: Country
    extra_days_off: bool = True
    work_days: frozenset[int] = MONDAY_TO_FRIDAY

    def __post_init__(self) -> None:
        if not self.work_days or not self.work_days <= _ISO_WEEKDAYS:
            raise ValueError("work_days must name at least one weekday, each from 1 (Monday) to 7 (Sunday)")

    def is_day_off(self, day: date) -> bool:
        """Tell whether the day is outside the working week, a public holiday or another day off."""
        return day.isoweekday() not in self.work_days or day in self._days_off(day.year)

    def is_working_day(self, day: date) -> bool:
        """Tell whether the day is no day off."""
        return not self.is_day_off(day)

    def next_working_day(self, day: date) -> date:
        """Return the day itself if it is a working day, else the first one after it."""
        while day < date.max and self.is_day_off(day):
            day = moved(day, 1)
        return day

    def previous_working_day(self, day: date) -> date:
        """Return the day itself if it is a working day, else the last one before it."""
        while day > date.min and self.is_day_off(day):
            day = moved(day, -1)
        return day

    def add_working_days(self, day: date, n: int) -> date:
        """Return the nth working day after the day, or before it when n is negative.

        The day itself is never counted, so what is due "within 2 working days" of a Friday meeting is due
        by Tuesday, and of a Saturday meeting likewise. With 0 the day is returned as it is.
        """
        for _ in range(abs(n)):
            following = (
                self.next_working_day(moved(day, 1)) if n > 0 else self.previous_working_day(moved(day, -1))
            )
            if following == day:
                break
            day = following
        return day

    def working_days_between(self, start: date, end: date, breaks: Iterable[DayRange] = ()) -> int:
        """Count the working days from start to end, both included, that lie in no break.

        Breaks include both their days, may overlap, come in any order and reach outside the period. The
        count is 0 when the end comes before the start.
        """
        return self._count(start, end) - sum(
            self._count(first, last) for first, last in _disjoint(start, end, breaks)
        )

    def _days_off(self, year: int) -> frozenset[date]:
        return days_off(self.country, year, extra=self.extra_days_off)

    def _count(self, start: date, end: date) -> int:
        # By whole weeks, not day by day: an end mistyped as the year 9026 must not stop a run.
        if end < start:
            return 0
        weeks, rest = divmod((end - start).days + 1, 7)
        weekday = start.isoweekday()
        worked = weeks * len(self.work_days) + sum(
            (weekday + day - 1) % 7 + 1 in self.work_days for day in range(rest)
        )
        return worked - sum(
            start <= day <= end and day.isoweekday() in self.work_days
            for year in range(start.year, end.year + 1)
            for day in self._days_off(year)
        )


def main_holiday_weeks(country: Country) -> range:
    """Return the ISO weeks in which most of the country is on summer holiday (rule PE05)."""
    return range(28, 32) if country == "DK" else range(27, 32)


def weeks_in_main_holiday(country: Country, start: date, end: date, breaks: Iterable[DayRange] = ()) -> int:
    """Count the weeks of the main holiday that lie in the period, Monday to Friday, untouched by a break.

    A week counts only when all five days are between start and end, both included, and in no break. A
    plan over several summers adds them up.

    Source: the Danish case of 2023 behind rule PE05, in which the summer holiday ate the period.
    """
    planned_leave = tuple(breaks)
    weeks = (
        (date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, _ISO_FRIDAY))
        for year in range(start.year, end.year + 1)
        for week in main_holiday_weeks(country)
    )
    return sum(
        start <= monday
        and friday <= end
        and not any(max(first, monday) <= min(last, friday) for first, last in planned_leave)
        for monday, friday in weeks
    )


def _disjoint(start: date, end: date, ranges: Iterable[DayRange]) -> Iterator[DayRange]:
    """Yield what the ranges cover between start and end, no day twice."""
    uncovered = start
    for first_written, last_written in sorted(ranges):
        first, last = max(first_written, uncovered), min(last_written, end)
        if first <= last:
            yield first, last
            if last == end:
                return
            uncovered = moved(last, 1)
