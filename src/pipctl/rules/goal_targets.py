"""GO09–GO13: how much the goals ask, and what they are goals for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.goals import Measure

_PERCENT_UNITS = frozenset(
    ("%", "pct", "procent", "procentpoint", "procentenhet", "procentenheter", "percent", "percentage")
)
_FEWEST_TO_COMPARE = 2
"""One goal alone is of one kind by necessity."""


def _is_met(measure: Measure, value: Decimal) -> bool:
    """Whether a value satisfies the target in its direction; the caller knows that there is a target."""
    target = measure.target or Decimal(0)
    return value >= target if measure.sense == "at-least" else value <= target


def _is_percent(unit: str | None) -> bool:
    words = (unit or "").casefold().split()
    return bool(words) and words[0].rstrip(".") in _PERCENT_UNITS


@rule("GO09", "target-already-met", "warning")
def target_already_met(case: Case) -> Iterator[Hit]:
    """The baseline already satisfies the target.

    Either a number or the direction is wrong, or there is nothing to improve.

    Bad::

        goals:
          - id: G1
            text: Hold svartiden under 24 timer i hele perioden.
            measure: {direction: at-most, baseline: 20, target: 24}

    Good::

        goals:
          - id: G1
            text: Hold svartiden under 24 timer i hele perioden.
            measure: {direction: at-most, baseline: 30, target: 24}
    """
    for index, goal in enumerate(case.plan.goals):
        measure = goal.measure
        if measure is None or measure.target is None or measure.baseline is None:
            continue
        if _is_met(measure, measure.baseline):
            values = {"id": goal.id, "baseline": measure.baseline, "target": measure.target}
            baseline = ("goals", index, "measure", "baseline")
            yield Hit(("goals", index, "measure", "target"), measure.sense, values, related=(baseline,))


@rule(
    "GO10",
    "steep-target",
    "info",
    basis="seed 004, seed 000",
    limits={"steep_percent": 50, "steep_points": 20},
)
def steep_target(case: Case) -> Iterator[Hit]:
    """The target moves more than half of the baseline, or 20 points of a percentage, without steps.

    A goal that seems out of reach does not motivate, and goals that cannot be reached in time are a known
    sign of misuse. Steps make the way visible. A baseline of 0 is not judged.

    Bad::

        goals:
          - id: G1
            text: Øg kundetilfredsheden fra 50 % til 85 % inden 1. juni.
            measure: {unit: "%", baseline: 50, target: 85}

    Good::

        goals:
          - id: G1
            text: Øg kundetilfredsheden fra 50 % til 85 % inden 1. juni.
            measure: {unit: "%", baseline: 50, target: 85}
            steps:
              - {due: 2026-04-14, target: 65}
    """
    points, percent = case.limit("steep_points"), case.limit("steep_percent")
    for index, goal in enumerate(case.plan.goals):
        measure = goal.measure
        if measure is None or measure.target is None or not measure.baseline or goal.steps:
            continue
        moved = abs(measure.target - measure.baseline)
        is_percent = _is_percent(measure.unit)
        most = Decimal(points) if is_percent else abs(measure.baseline) * percent / 100
        if moved > most and not _is_met(measure, measure.baseline):
            values = {"id": goal.id, "baseline": measure.baseline, "target": measure.target}
            values |= {"points": points, "percent": percent}
            yield Hit(("goals", index, "measure", "target"), "points" if is_percent else "", values)


@rule("GO11", "activity-as-goal", "info", basis="seed 002")
def activity_as_goal(case: Case) -> Iterator[Hit]:
    """Every measure counts what is done, and none what comes of it.

    Calls made and letters sent lead to a result, they are none. At least one measure should show the effect
    that the work is for.

    Bad::

        goals:
          - id: G1
            text: Ring til 20 kunder om ugen.
            measure: {indicator: Opkald pr. uge, target: 20, focus: output}

    Good::

        goals:
          - id: G1
            text: Aftal otte kundemøder om måneden.
            measure: {indicator: Aftalte kundemøder pr. måned, target: 8, focus: outcome}
    """
    measures = [(index, goal.measure) for index, goal in enumerate(case.plan.goals) if goal.measure]
    if measures and all(measure.focus == "output" for _, measure in measures):
        first, *others = (("goals", index, "measure", "focus") for index, _ in measures)
        yield Hit(first, related=tuple(others))


@rule("GO13", "one-kind-of-goal", "info", basis="seed 000")
def one_kind_of_goal(case: Case) -> Iterator[Hit]:
    """All goals are results, or all are behavior although results are what is missing.

    Numbers alone do not say how the work is to be done, and conduct alone does not show that it helps. A
    plan of one goal is not judged.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer om måneden., kind: result}
          - {id: G2, text: Luk 12 sager om ugen., kind: result}

    Good::

        goals:
          - {id: G1, text: Fakturér 140 timer om måneden., kind: result}
          - {id: G2, text: Registrér timer hver dag., kind: behavior}
    """
    kinds = [(index, goal.kind) for index, goal in enumerate(case.plan.goals) if goal.kind]
    present = {kind for _, kind in kinds}
    if len(kinds) < _FEWEST_TO_COMPARE or len(present) > 1:
        return
    background = case.plan.background
    is_about_results = background is not None and "results" in background.category
    first, *others = (("goals", index, "kind") for index, _ in kinds)
    if present == {"result"}:
        yield Hit(first, "result", related=tuple(others))
    elif present == {"behavior"} and is_about_results:
        yield Hit(first, "behavior", related=tuple(others))


RULES = (
    target_already_met,
    steep_target,
    activity_as_goal,
    one_kind_of_goal,
)
