"""Goals and how they are measured (seeds 000 and 002)."""

from __future__ import annotations

from typing import Literal

from pipctl.model.part import Part, part
from pipctl.model.scalars import Count, Day, Filled, Identifier, Number, Party, Percent, Period, Text

Direction = Literal["at-least", "at-most"]
Cadence = Literal["day", "week", "month", "quarter"]


@part
class Measure(Part):
    """What shows that a goal is reached: a number with its target, or a criterion in words."""

    indicator: Text | None = None
    unit: Text | None = None
    direction: Direction | None = None
    baseline: Number | None = None
    baseline_period: Period | None = None
    target: Number | None = None
    criterion: Text | None = None
    standard: Number | None = None
    source: Text | None = None
    reported_by: Party | None = None
    every: Cadence | None = None
    timing: Literal["leading", "lagging"] | None = None
    focus: Literal["outcome", "output"] | None = None
    aspect: Literal["quality", "quantity"] | None = None
    level: Literal["individual", "team"] | None = None
    influence: Percent | None = None
    balanced_by: Identifier | None = None
    review_if: Text | None = None
    dashboard: Text | None = None

    @property
    def sense(self) -> Direction:
        """The direction as written, else at-most when the target lies below the baseline."""
        if self.direction is not None:
            return self.direction
        falls = self.target is not None and self.baseline is not None and self.target < self.baseline
        return "at-most" if falls else "at-least"


@part
class Step(Part):
    """A target on the way, so that the final one does not seem out of reach (seed 004)."""

    due: Day
    target: Number


@part
class Goal(Part):
    """One thing to be reached, in words and, where it can be counted, in numbers."""

    id: Identifier
    text: Filled
    kind: Literal["result", "behavior", "learning"] | None = None
    priority: Count | None = None
    due: Day | None = None
    measure: Measure | None = None
    steps: tuple[Step, ...] = ()
    how: Text | None = None
    relevance: Text | None = None
    realistic: Text | None = None
