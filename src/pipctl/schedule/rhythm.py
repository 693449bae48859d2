"""The meetings of a new plan: kick-off, status meetings by a rhythm, mid-way review and final.

Seed 000 sets the milestones: day 0 the plan is gone through, by day 14 the first status meeting, about
day 30 or 60 the mid-way review, on the last day the final evaluation; in between weekly or fortnightly
meetings. What is laid here breaks none of the rules CH02 to CH08, save that a monthly rhythm is by its
nature wider than the 17 days of CH02.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from pipctl.model.agreement import MeetingKind, Rhythm
from pipctl.schedule.workdays import WorkCalendar, moved

FIRST_MEETING_BY_DAY = 14
"""Days after the start by which the first meeting after the kick-off is held (seed 000, rule CH03)."""


class PlannedMeeting(NamedTuple):
    """One meeting of the plan: when and of what kind."""

    day: date
    kind: MeetingKind


class _Pace(NamedTuple):
    """What a rhythm means, in days."""

    first: int
    """From the kick-off to the first status meeting."""
    step: int
    """Status meetings are on multiples of this."""
    longest: int
    """The longest gap that still keeps the rhythm (rules CH02 and CH08)."""
    closest: int
    """The last status meeting, so near the final or the one before it, would have nothing new to tell."""


# Monthly is every 30 days, as seed 000 has it (day 30, 60, 90), after a first meeting by day 14.
# `closest` is three days for the short rhythms because a Friday meeting and a Monday final are too near.
_PACES: Mapping[Rhythm, _Pace] = {
    "weekly": _Pace(first=7, step=7, longest=10, closest=3),
    "biweekly": _Pace(first=14, step=14, longest=17, closest=3),
    "monthly": _Pace(first=14, step=30, longest=34, closest=7),
}


def lay_check_ins(
    calendar: WorkCalendar, start: date, end: date, rhythm: Rhythm
) -> tuple[PlannedMeeting, ...]:
    """Lay the meetings of a plan on working days, strictly one after the other.

    The kick-off is on the first working day of the period and the final on the last. Status meetings
    follow the rhythm; one that falls on a day off moves to the next working day, or to the one before
    where the next would make the gap too long or reach the final. The one nearest the middle is the
    mid-way review; of two equally near the earlier, which leaves more time for changes, unless it is the
    first status meeting, which has a purpose of its own. The last status meeting is left out when it
    would stand only a few days before the final, or moved halfway to it where the gap forbids that.

    Args:
        calendar: the working days of the workplace.
        start: day 0 of the plan.
        end: its last day.
        rhythm: how often there is a status meeting.

    Returns:
        The meetings in order. With one working day in the period only the kick-off, with none (or an
        end before the start) nothing at all.
    """
    kick_off, final = calendar.next_working_day(start), calendar.previous_working_day(end)
    if kick_off > end or calendar.is_day_off(kick_off):
        return ()
    if kick_off == final:
        return (PlannedMeeting(kick_off, "kick-off"),)
    first_by = calendar.next_working_day(moved(start, FIRST_MEETING_BY_DAY))
    pace = _PACES[rhythm]
    # A start on a holiday moves the kick-off, and the rhythm with it as long as day 14 is kept.
    anchor = kick_off if moved(kick_off, pace.first) <= first_by else start
    days = [kick_off, *_days_by_rhythm(calendar, anchor, kick_off, final, pace)]
    inner = _with_room_around_the_last(calendar, days, final, first_by, pace)
    return (
        PlannedMeeting(kick_off, "kick-off"),
        *_status_meetings(inner, start, end),
        PlannedMeeting(final, "final"),
    )


def _days_by_rhythm(
    calendar: WorkCalendar, anchor: date, kick_off: date, final: date, pace: _Pace
) -> list[date]:
    """Return the working days between kick-off and final on which the rhythm asks for a meeting."""
    days: list[date] = []
    previous = kick_off
    for nominal in _nominal_days(anchor, final, pace):
        day = _working_day_near(calendar, nominal, previous, final, pace.longest)
        if day > previous:
            days.append(day)
            previous = day
    if (final - previous).days > pace.longest:
        # Only in a working week of few days can the days off leave such a gap.
        day = _working_day_near(calendar, _halfway(previous, final), previous, final, pace.longest)
        days += [day] if day > previous else []
    return days


def _nominal_days(anchor: date, final: date, pace: _Pace) -> Iterator[date]:
    """Yield the days of the rhythm before the final, days off among them."""
    distances = (distance for distance in count(pace.step, pace.step) if distance > pace.first)
    day = moved(anchor, pace.first)
    while day < final:
        yield day
        day = moved(anchor, next(distances))


def _halfway(earlier: date, later: date) -> date:
    return earlier + (later - earlier) // 2


def _working_day_near(
    calendar: WorkCalendar, nominal: date, previous: date, final: date, longest: int
) -> date:
    """Return the next working day, or the one before if there is one and the next would be too late."""
    day = calendar.next_working_day(nominal)
    if day < final and (day - previous).days <= longest:
        return day
    sooner = calendar.previous_working_day(min(nominal, moved(previous, longest)))
    return day if sooner <= previous and day < final else sooner


def _with_room_around_the_last(
    calendar: WorkCalendar, days: list[date], final: date, first_by: date, pace: _Pace
) -> list[date]:
    """Return the status meetings; the last one is left out or moved if it crowds its neighbors."""
    *earlier, last = days
    if not earlier:
        return []
    before, is_first = earlier[-1], len(earlier) == 1
    if min((final - last).days, (last - before).days) > pace.closest:
        return days[1:]
    if (final - before).days <= pace.longest and (final <= first_by or not is_first):
        return earlier[1:]

    def room(day: date) -> tuple[bool, int]:
        gaps = (day - before).days, (final - day).days
        return max(gaps) <= pace.longest, min(gaps)

    halfway = min(_halfway(before, final), first_by) if is_first else _halfway(before, final)
    choices = (last, calendar.previous_working_day(halfway), calendar.next_working_day(halfway))
    return [*earlier[1:], max(choices, key=room)]


def _status_meetings(days: list[date], start: date, end: date) -> Iterator[PlannedMeeting]:
    """Yield the meetings between kick-off and final, the one nearest the middle as mid-way review."""

    def off_the_middle(day: date) -> tuple[timedelta, bool]:
        return abs((day - start) - (end - day)), day == days[0]

    midway = min(days, key=off_the_middle, default=None)
    for day in days:
        yield PlannedMeeting(day, "midway" if day == midway else "status")
