"""The agreement: what was handed over and signed (plan-format.md, seeds 000 and 004)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic_core import PydanticCustomError

from pipctl.model.part import Part, part
from pipctl.model.scalars import (
    Clock,
    Count,
    Day,
    Filled,
    Identifier,
    Identifiers,
    Number,
    OneOrMany,
    Party,
    Sha256,
    ShorthandText,
    Text,
    Texts,
    Whole,
    text_as_not_met,
)

Category = Literal["results", "behavior", "quality"]
MeetingKind = Literal["kick-off", "status", "midway", "final"]
Rhythm = Literal["weekly", "biweekly", "monthly"]


@part
class Break(Part):
    """Planned leave inside the period, both days included; no reason is given."""

    from_: Day
    to: Day


@part
class Period(Part):
    """From day 0 to the last day; exactly one of `end`, `weeks` and `days` says how long."""

    start: Day
    end: Day | None = None
    weeks: Count | None = None
    days: Count | None = None
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if sum(value is not None for value in (self.end, self.weeks, self.days)) != 1:
            raise PydanticCustomError("period-length", "")
        try:
            _ = self.last_day
        except OverflowError:
            raise PydanticCustomError("period-overflow", "") from None

    @property
    def last_day(self) -> date:
        """The end as agreed: `weeks: 8` ends 56 days after the start."""
        if self.end is not None:
            return self.end
        return self.start + timedelta(days=self.days or 7 * (self.weeks or 0))

    @property
    def length(self) -> int:
        """Days from start to end: day 0 to day 90 is 90 days."""
        return (self.last_day - self.start).days


@part
class Prepared(Part):
    """When each worked through the preparation questions; the answers stay on paper (seed 004)."""

    manager: Day | None = None
    employee: Day | None = None


@part
class Incident(Part):
    """Something that happened, when, and what it led to (seed 004, section 1)."""

    date: Day | None = None
    what: Text | None = None
    effect: Text | None = None


@part
class EarlierStep(Part):
    """What was tried before the plan, and what came of it (seed 000: a plan is never the first step)."""

    date: Day | None = None
    kind: Literal["feedback", "coaching", "training", "conversation", "warning", "other"] | None = None
    what: Text | None = None
    result: Text | None = None


@part
class Background(Part):
    """The present situation: facts, the gap, what was tried, causes at work, the employee's view."""

    category: Annotated[tuple[Category, ...], OneOrMany()] = ()
    summary: Text | None = None
    expected: Text | None = None
    actual: Text | None = None
    incidents: tuple[Incident, ...] = ()
    earlier_steps: tuple[EarlierStep, ...] = ()
    no_earlier_steps_because: Text | None = None
    causes: Text | None = None
    employee_view: Text | None = None
    business_reason: Text | None = None
    references: Texts = ()


@part
class Support(Part):
    """Help that the employer promises (seed 000, core element 4)."""

    id: Identifier
    what: Filled
    kind: Literal["coaching", "mentoring", "training", "priorities", "resources", "other"] | None = None
    provider: Text | None = None
    start: Day | None = None
    due: Day | None = None
    hours: Number | None = None
    goals: Identifiers = ()
    proposed_by: Party | None = None


@part
class OtherDuty(Part):
    """What somebody besides employee, manager and HR has to do."""

    who: Text | None = None
    what: Text | None = None


@part
class Responsibilities(Part):
    """Who does what (seed 000, core element 5; seed 004, section 5)."""

    employee: Texts = ()
    manager: Texts = ()
    hr: Texts = ()
    others: tuple[OtherDuty, ...] = ()


@part
class CheckIn(Part):
    """A planned meeting."""

    id: Identifier
    date: Day
    kind: MeetingKind = "status"
    time: Clock | None = None
    minutes: Whole | None = None
    place: Text | None = None
    agenda: Texts = ()
    bring: Texts = ()


@part
class FollowUp(Part):
    """How often and how the plan is followed up (seed 000, core element 7; seed 004, section 6)."""

    rhythm: Rhythm | None = None
    how: Text | None = None
    check_ins: tuple[CheckIn, ...] = ()


@part
class Consequence(Part):
    """What follows when the goals are met and when they are not."""

    met: Text | None = None
    not_met: Text | None = None


@part
class Attachment(Part):
    """A paper that belongs to the plan."""

    id: Identifier
    title: Filled
    file: Text | None = None
    sha256: Sha256 | None = None


ConsequenceOrText = Annotated[Consequence, ShorthandText(text_as_not_met)]
