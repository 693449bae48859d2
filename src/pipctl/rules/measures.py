"""KP: how the goals are measured, and whether the numbers will hold (seed 002)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.goals import Measure
from pipctl.rules.meetings import gaps

_SHORTEST_DAYS: Mapping[str, int] = {"week": 7, "month": 28, "quarter": 90}
"""The shortest that each cadence can be, so that monthly numbers keep up with monthly meetings; daily ones
always do."""
_FEWEST_TO_COMPARE = 2


class Measured(NamedTuple):
    """A measure, the goal it belongs to, and where it stands."""

    goal_id: str
    measure: Measure
    path: tuple[str | int, ...]


@lru_cache(maxsize=1)  # the rules of one plan ask one after the other
def _measured(case: Case) -> tuple[Measured, ...]:
    return tuple(
        [
            Measured(goal.id, goal.measure, ("goals", index, "measure"))
            for index, goal in enumerate(case.plan.goals)
            if goal.measure is not None
        ]
    )


@rule("KP01", "no-baseline", "info", basis="seed 000, seed 002")
def no_baseline(case: Case) -> Iterator[Hit]:
    """A numeric target without a baseline.

    Without a starting point the target may be far too high or already reached, and progress cannot be shown.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12}}

    Good::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {baseline: 8, target: 12}}
    """
    for goal_id, measure, path in _measured(case):
        if measure.target is not None and measure.baseline is None:
            yield Hit((*path, "baseline"), values={"id": goal_id})


@rule("KP02", "no-source", "warning", basis="seed 002")
def no_source(case: Case) -> Iterator[Hit]:
    """A measure without a source.

    If it is not agreed where the numbers come from, the last meeting becomes a dispute about them.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12}}

    Good::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12, source: Sagssystemet}}
    """
    for goal_id, measure, path in _measured(case):
        if not measure.source:
            yield Hit((*path, "source"), values={"id": goal_id})


@rule("KP03", "low-influence", "warning", basis="seed 002", limits={"influence_least": 70})
def low_influence(case: Case) -> Iterator[Hit]:
    """The employee has under 70 % influence on the number, or all measures are the team's.

    A number that others decide says little about one employee. Keep it as a goal of the team and measure
    what the employee does.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12, influence: 40}}

    Good::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12, influence: 80}}
    """
    least = case.limit("influence_least")
    measured = _measured(case)
    for goal_id, measure, path in measured:
        if measure.influence is not None and measure.influence < least:
            values = {"id": goal_id, "influence": measure.influence, "least": least}
            yield Hit((*path, "influence"), values=values)
    if measured and all(one.measure.level == "team" for one in measured):
        first, *others = ((*one.path, "level") for one in measured)
        yield Hit(first, "team", related=tuple(others))


@rule("KP04", "no-leading-measure", "info", basis="seed 002")
def no_leading_measure(case: Case) -> Iterator[Hit]:
    """Two or more measures say whether they lead or lag, and none leads.

    A lagging number shows the result when it is too late to change it; a leading one gives warning.

    Bad::

        goals:
          - {id: G1, text: Sælg for 2 mio. kr. i perioden., measure: {timing: lagging}}
          - {id: G2, text: Hold 10 kundemøder i perioden., measure: {timing: lagging}}

    Good::

        goals:
          - {id: G1, text: Sælg for 2 mio. kr. i perioden., measure: {timing: lagging}}
          - {id: G2, text: Hold 10 kundemøder i perioden., measure: {timing: leading}}
    """
    yield from _all_of_one_timing(case, "lagging")


@rule("KP05", "no-lagging-measure", "info", basis="seed 002")
def no_lagging_measure(case: Case) -> Iterator[Hit]:
    """Two or more measures say whether they lead or lag, and none lags.

    Leading numbers foretell a result; only a lagging one confirms it.

    Bad::

        goals:
          - {id: G1, text: Ring til 20 kunder om ugen., measure: {timing: leading}}
          - {id: G2, text: Hold 10 kundemøder i perioden., measure: {timing: leading}}

    Good::

        goals:
          - {id: G1, text: Sælg for 2 mio. kr. i perioden., measure: {timing: lagging}}
          - {id: G2, text: Hold 10 kundemøder i perioden., measure: {timing: leading}}
    """
    yield from _all_of_one_timing(case, "leading")


def _all_of_one_timing(case: Case, timing: str) -> Iterator[Hit]:
    timed = [one for one in _measured(case) if one.measure.timing]
    if len(timed) >= _FEWEST_TO_COMPARE and all(one.measure.timing == timing for one in timed):
        first, *others = ((*one.path, "timing") for one in timed)
        yield Hit(first, related=tuple(others))


@rule("KP06", "quantity-only", "info", basis="seed 002")
def quantity_only(case: Case) -> Iterator[Hit]:
    """The measures count how much, and none how well.

    Where only quantity counts, quality pays for it.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {aspect: quantity}}

    Good::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {aspect: quantity}}
          - {id: G2, text: Højst én genåbnet sag om ugen., measure: {aspect: quality}}
    """
    judged = [one for one in _measured(case) if one.measure.aspect]
    if judged and all(one.measure.aspect == "quantity" for one in judged):
        first, *others = ((*one.path, "aspect") for one in judged)
        yield Hit(first, related=tuple(others))


@rule("KP07", "unbalanced-measure", "info", basis="seed 002")
def unbalanced_measure(case: Case) -> Iterator[Hit]:
    """A measure of output or quantity without one that balances it.

    What is counted gets done, at the cost of what is not. `balanced_by` names the goal that keeps watch.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {focus: output}}
          - {id: G2, text: Højst én genåbnet sag om ugen., measure: {focus: outcome}}

    Good::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {focus: output, balanced_by: G2}}
          - {id: G2, text: Højst én genåbnet sag om ugen., measure: {focus: outcome}}
    """
    for goal_id, measure, path in _measured(case):
        counts = measure.focus == "output" or measure.aspect == "quantity"
        if counts and measure.balanced_by in (None, goal_id):
            yield Hit((*path, "balanced_by"), values={"id": goal_id})


@rule("KP08", "measured-too-seldom", "info", basis="seed 002")
def measured_too_seldom(case: Case) -> Iterator[Hit]:
    """The number comes more seldom than the meetings at which it is to be discussed.

    Then some meetings have nothing new to look at. The longest gap between check-ins counts; breaks and
    pauses do not.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12, every: quarter}}

    Good::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {target: 12, every: week}}
    """
    repeated = [one for one in _measured(case) if one.measure.every]
    longest = max((gap.days for gap in gaps(case)), default=None) if repeated else None
    for goal_id, measure, path in repeated:
        every = measure.every or ""
        if longest is not None and _SHORTEST_DAYS.get(every, 0) > longest:
            yield Hit((*path, "every"), every, {"id": goal_id, "count": longest})


@rule("KP09", "baseline-undocumented", "info", basis="seed 002")
def baseline_undocumented(case: Case) -> Iterator[Hit]:
    """A baseline without the period it was measured in.

    A single bad week is no starting point, and a number that cannot be found again proves nothing.

    Bad::

        goals:
          - {id: G1, text: Luk 12 sager om ugen., measure: {baseline: 8, target: 12}}

    Good::

        goals:
          - id: G1
            text: Luk 12 sager om ugen.
            measure: {baseline: 8, baseline_period: 2025-11-01/2026-01-31, target: 12}
    """
    for goal_id, measure, path in _measured(case):
        if measure.baseline is not None and measure.baseline_period is None:
            yield Hit((*path, "baseline"), values={"id": goal_id})


RULES = (
    no_baseline,
    no_source,
    low_influence,
    no_leading_measure,
    no_lagging_measure,
    quantity_only,
    unbalanced_measure,
    measured_too_seldom,
    baseline_undocumented,
)
