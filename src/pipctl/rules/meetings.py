"""Planned meetings as the rules on check-ins see them: by effective day, with what lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from pipctl.lint.rule import Case
from pipctl.model.agreement import CheckIn
from pipctl.model.record import NotHeld
from pipctl.model.state import MeetingState
from pipctl.store.source import Path

CHECK_INS: Path = ("follow_up", "check_ins")
_DAY = attrgetter("day")


class Laid(NamedTuple):
    """A planned meeting and where it stands.

    Attributes:
        number: in the list of the file, from 0.
        planned: as agreed.
        day: the effective day.
        written: the day as the file has it: agreed, or the last `moved_to`.
        became: what became of it.
    """

    number: int
    planned: CheckIn
    day: date
    written: date
    became: MeetingState

    @property
    def path(self) -> Path:
        """The meeting in the file."""
        return (*CHECK_INS, self.number)

    @property
    def day_path(self) -> Path:
        """What says that day in the file."""
        if self.became.is_moved:
            return ("record", self.became.missed[-1], "moved_to")
        return (*self.path, "date")

    @property
    def is_called_off(self) -> bool:
        """Whether it was not held and has no new day."""
        return self.became.held is None and self.became.is_settled


class Gap(NamedTuple):
    """Two neighboring meetings and the days between them that count."""

    earlier: Laid
    later: Laid
    days: int


@lru_cache(maxsize=1)  # nine rules ask for the meetings of the plan at hand, one after the other
def laid(case: Case) -> tuple[Laid, ...]:
    """Return the planned meetings by effective day."""
    found = []
    for number, planned in enumerate(case.plan.check_ins):
        became = case.state.meetings[planned.id]
        # An id that stands twice (SC04) has one state; its namesake keeps the day it was planned for.
        day = became.day if became.planned is planned else case.state.effective(planned.date)
        written = _moved_to(case, became) if became.is_moved else planned.date
        found.append(Laid(number, planned, day, written, became))
    return tuple(sorted(found, key=_DAY))  # of one day, as they stand in the file


def _moved_to(case: Case, became: MeetingState) -> date:
    entry = case.plan.record[became.missed[-1]]
    return entry.moved_to if isinstance(entry, NotHeld) and entry.moved_to else became.day


def laid_until_closing(case: Case) -> Sequence[Laid]:
    """Return the planned meetings that lie no further than the closing day."""
    closed = case.state.closed
    return [one for one in laid(case) if one.day <= closed.date] if closed else laid(case)


@lru_cache(maxsize=1)
def gaps(case: Case) -> tuple[Gap, ...]:
    """Return neighboring meetings with the days between them; those in breaks and pauses do not count."""
    idle = _idle_spans(case)
    neighbors = pairwise(laid_until_closing(case))
    return tuple([Gap(one, other, _days_between(idle, one.day, other.day)) for one, other in neighbors])


def _idle_spans(case: Case) -> list[tuple[int, int]]:
    """Return the breaks and pauses as ranges of ordinals that do not overlap, first and last day included."""
    spans = [(leave.from_.toordinal(), leave.to.toordinal()) for leave in case.plan.period.breaks]
    for pause in case.state.pauses:
        # Work goes on the day a pause ends.
        start = pause.start.toordinal()
        spans.append((start, start + pause.days(case.state.horizon) - 1))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first = max(start, apart[-1][1] + 1) if apart else start
        if first <= end:
            apart.append((first, end))
    return apart


def _days_between(idle: list[tuple[int, int]], earlier: date, later: date) -> int:
    """Count the days after one day, up to and with another, that lie in none of the idle spans."""
    days = (later - earlier).days
    if idle:
        first, last = earlier.toordinal() + 1, later.toordinal()
        days -= sum(max(0, min(end, last) - max(start, first) + 1) for start, end in idle)
    return days
