"""Where a goal stands against its planned path (plan-format.md, "Progress")."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from pipctl.model.goals import Goal, Measure
from pipctl.model.record import Light
from pipctl.model.state import State

AMBER_PERCENT = 10
"""How far short of the path is still amber, in percent of the way to go; policy `amber_percent`."""


class Reading(NamedTuple):
    """One result of a goal, seen on its day.

    Attributes:
        day: of the meeting.
        value: the number, where there is one.
        observed: what was seen, in words.
        expected: where the path was on that day, where there is a path.
        light: green, amber or red; None for an observation without a light.
        position: of the entry in the record.
    """

    day: date
    value: Decimal | None
    observed: str | None
    expected: Fraction | None
    light: Light | None
    position: int


def expected_value(goal: Goal, state: State, day: date) -> Fraction | None:
    """Return where the goal should be on a day; None without a numeric target.

    The path is the broken line through (start, baseline), each step and (due, target), flat afterwards.
    Without a baseline it is the next step or target to come.
    """
    measure = goal.measure
    if measure is None or measure.target is None:
        return None
    due = state.effective(goal.due) if goal.due else state.effective_end
    start = state.plan.period.start
    steps = [(state.effective(step.due), Fraction(step.target)) for step in goal.steps]
    points = [(day_of_step, value) for day_of_step, value in steps if day_of_step > start]
    points.append((due, Fraction(measure.target)))
    points.sort(key=lambda point: point[0])
    if measure.baseline is None:
        return next((value for when, value in points if day <= when), points[-1][1])
    points.insert(0, (start, Fraction(measure.baseline)))
    if day <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in pairwise(points):
        if day <= right:
            span = (right - left).days
            return high if span <= 0 else low + (high - low) * Fraction((day - left).days, span)
    return points[-1][1]


def light_for(measure: Measure, value: Decimal, expected: Fraction, amber_percent: Decimal) -> Light:
    """Return the light of a value against its path: green on it, amber just short of it, else red."""
    sign = 1 if measure.sense == "at-least" else -1
    short = sign * (expected - Fraction(value))
    if short <= 0:
        return "green"
    target = Fraction(measure.target or 0)
    way = target if measure.baseline is None else target - Fraction(measure.baseline)
    leeway = abs(way or target) * Fraction(amber_percent) / 100
    return "amber" if short <= leeway else "red"


def readings(goal: Goal, state: State, amber_percent: Decimal = Decimal(AMBER_PERCENT)) -> list[Reading]:
    """Return the results of a goal in the order of the record."""
    found: list[Reading] = []
    for index, meeting in state.held():
        for result in meeting.results:
            if result.goal != goal.id:
                continue
            expected = expected_value(goal, state, meeting.date)
            light = result.status
            if result.value is not None and expected is not None and goal.measure is not None:
                light = light_for(goal.measure, result.value, expected, amber_percent)
            found.append(Reading(meeting.date, result.value, result.observed, expected, light, index))
    return found
