"""GO14–GO18: why a goal matters, the way that is laid to it, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipctl.lint.rule import Case, Hit, at, rule
from pipctl.model.agreement import Period
from pipctl.model.goals import Goal


@rule("GO14", "goal-without-relevance", "info", basis="seed 001, seed 002")
def goal_without_relevance(case: Case) -> Iterator[Hit]:
    """Nothing says why the goal matters to the work.

    A goal that serves the aims of the team or the employer is easier to accept and to defend.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer om måneden.}

    Good::

        goals:
          - id: G1
            text: Fakturér 140 timer om måneden.
            relevance: Afdelingens budget bygger på 140 timer for hver konsulent.
    """
    for index, goal in enumerate(case.plan.goals):
        if not goal.relevance:
            yield at("goals", index, "relevance", id=goal.id)


@rule("GO15", "goal-without-how", "info", basis="seed 004 §3")
def goal_without_how(case: Case) -> Iterator[Hit]:
    """Nothing says how the goal is to be reached.

    What to do first, and what to leave, is part of the agreement and not a riddle for the employee.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer om måneden.}

    Good::

        goals:
          - id: G1
            text: Fakturér 140 timer om måneden.
            how: Timer registreres samme dag, og ugen gennemgås hver fredag.
    """
    for index, goal in enumerate(case.plan.goals):
        if not goal.how:
            yield at("goals", index, "how", id=goal.id)


@rule("GO16", "steps-off-path", "warning")
def steps_off_path(case: Case) -> Iterator[Hit]:
    """The steps do not lead from the baseline to the target.

    Steps follow each other by day, lie between baseline and target, and come no later than the goal itself.
    Otherwise the path that results are compared with goes astray.

    Bad::

        goals:
          - id: G1
            text: Øg kundetilfredsheden fra 72 % til 85 % inden 1. juni.
            due: 2026-06-01
            measure: {baseline: 72, target: 85}
            steps:
              - {due: 2026-04-14, target: 76}
              - {due: 2026-05-12, target: 90}

    Good::

        goals:
          - id: G1
            text: Øg kundetilfredsheden fra 72 % til 85 % inden 1. juni.
            due: 2026-06-01
            measure: {baseline: 72, target: 85}
            steps:
              - {due: 2026-04-14, target: 76}
              - {due: 2026-05-12, target: 80}
    """
    for index, goal in enumerate(case.plan.goals):
        if (hit := _first_off_path(index, goal, case.plan.period)) is not None:
            yield hit


def _first_off_path(index: int, goal: Goal, period: Period) -> Hit | None:
    measure, due = goal.measure, goal.due or period.last_day
    ends = [measure.baseline, measure.target] if measure else []
    known = [end for end in ends if end is not None]
    disordered = {
        place + 1 for place, (one, other) in enumerate(pairwise(goal.steps)) if other.due <= one.due
    }
    for place, step in enumerate(goal.steps):
        path = ("goals", index, "steps", place)
        values: dict[str, object] = {"id": goal.id, "day": step.due, "step": step.target, "due": due}
        if place in disordered:
            return Hit((*path, "due"), "order", values)
        if step.due > due:
            return Hit((*path, "due"), "late", values)
        if step.due <= period.start:
            return Hit((*path, "due"), "early", values | {"start": period.start})
        if len(known) == len(("baseline", "target")) and not min(known) <= step.target <= max(known):
            return Hit((*path, "target"), "outside", values | {"baseline": known[0], "target": known[1]})
    return None


@rule("GO17", "target-above-standard", "warning", basis="seed 004")
def target_above_standard(case: Case) -> Iterator[Hit]:
    """The target asks more than the role asks of everyone.

    The plan is passed at the standard of the role. To ask more of one employee than of the colleagues is
    hard to defend.

    Bad::

        goals:
          - id: G1
            text: Øg kundetilfredsheden fra 72 % til 90 % inden 1. juni.
            measure: {baseline: 72, target: 90, standard: 85}

    Good::

        goals:
          - id: G1
            text: Øg kundetilfredsheden fra 72 % til 85 % inden 1. juni.
            measure: {baseline: 72, target: 85, standard: 85}
    """
    for index, goal in enumerate(case.plan.goals):
        measure = goal.measure
        if measure is None or measure.target is None or measure.standard is None:
            continue
        above = measure.target - measure.standard
        if above > 0 if measure.sense == "at-least" else above < 0:
            path = ("goals", index, "measure")
            values = {"id": goal.id, "target": measure.target, "standard": measure.standard}
            yield Hit((*path, "target"), measure.sense, values, related=((*path, "standard"),))


@rule("GO18", "goals-without-priority", "info", basis="seed 004", limits={"goals_to_rank": 3})
def goals_without_priority(case: Case) -> Iterator[Hit]:
    """Three or more goals, and not all have a priority.

    When not everything can be done at once, the employee must know what goes first.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer om måneden.}
          - {id: G2, text: Luk 12 sager om ugen.}
          - {id: G3, text: Registrér timer hver dag.}

    Good::

        goals:
          - {id: G1, text: Fakturér 140 timer om måneden., priority: 1}
          - {id: G2, text: Luk 12 sager om ugen., priority: 2}
          - {id: G3, text: Registrér timer hver dag., priority: 3}
    """
    goals = case.plan.goals
    lacking = [index for index, goal in enumerate(goals) if goal.priority is None]
    if lacking and len(goals) >= case.limit("goals_to_rank"):
        first, *others = (("goals", index) for index in lacking)
        yield Hit(first, values={"ids": [goals[index].id for index in lacking]}, related=tuple(others))


RULES = (
    goal_without_relevance,
    goal_without_how,
    steps_off_path,
    target_above_standard,
    goals_without_priority,
)
