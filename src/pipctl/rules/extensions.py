"""Extensions as rule PE06 sees them: what they add, and what they only give back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipctl.lint.rule import Case
from pipctl.rules.meetings import Laid, laid
from pipctl.schedule.workdays import moved


class Extension(NamedTuple):
    """One extension of the period.

    Attributes:
        position: of its entry in the record.
        days: from the effective end before it to the new end; negative when the new end is earlier.
        only_gives_back: whether it is no longer than the pauses and the missed meetings since the end was
            last set.
    """

    position: int
    days: int
    only_gives_back: bool


def extensions(case: Case) -> Iterator[Extension]:
    """Yield the extensions in the order of the record.

    What an extension gives back is counted from the end as it was written, because a pause has moved the
    effective end already: a plan to 1 June that was paused for 20 days gets nothing extra by an extension to
    21 June. Each pause and each missed meeting is given back once, by the next extension.
    """
    written, since = case.plan.period.last_day, -1
    for position, entry in case.state.extensions:
        effective, given = written, _lost_with_meetings(case, since, position)
        for pause in case.state.pauses:
            if since < pause.position < position:
                days = pause.days(case.state.horizon)
                given += days
                effective = moved(effective, days) if effective >= pause.start else effective
        added = (entry.end - written).days
        yield Extension(position, (entry.end - effective).days, 0 < added <= given)
        written, since = entry.end, position


def _lost_with_meetings(case: Case, since: int, before: int) -> int:
    """Count the days lost with meetings that were recorded as not held between two entries."""
    meetings = laid(case)
    return sum(
        _lost_with(case, meetings, index)
        for index, one in enumerate(meetings)
        if any(since < position < before for position in one.became.missed)
    )


def _lost_with(case: Case, meetings: tuple[Laid, ...], index: int) -> int:
    """Count the days from a meeting's own day to the one on which it was, or will be, made up for.

    One that was called off is made up for by the next meeting; the last one has cost the days since the
    one before it.
    """
    one = meetings[index]
    own = case.state.effective(one.planned.date)
    if one.became.held is not None:
        return max(0, (case.plan.record[one.became.held].date - own).days)
    if one.became.is_moved:
        return max(0, (one.day - own).days)
    return _days_to_neighbor(meetings, index, own)


def _days_to_neighbor(meetings: tuple[Laid, ...], index: int, own: date) -> int:
    if index + 1 < len(meetings):
        return (meetings[index + 1].day - own).days
    return (own - meetings[index - 1].day).days if index else 0
