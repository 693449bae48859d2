"""OC: how the plan was closed, and whether the record bears it out."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.goals import Goal
from pipctl.model.progress import readings
from pipctl.model.record import Closed, Verdict, WarningGiven
from pipctl.rules.period import end_path
from pipctl.rules.promises import broken_promises
from pipctl.store.source import Path


@rule("OC01", "no-outcome", "warning", basis="seed 000")
def no_outcome(case: Case) -> Iterator[Hit]:
    """The period has ended, and the plan was neither closed nor extended.

    Without an evaluation the employee does not know where they stand, and a plan that nobody ends becomes
    a threat without a date. On the last day nothing is late, nor while the plan is paused.

    Bad::

        # on 2026-06-02
        record: []

    Good::

        # on 2026-06-02
        record:
          - date: 2026-06-01
            event: closed
            result: achieved
            goals: [{goal: G1, result: achieved}, {goal: G2, result: achieved}]
    """
    state = case.state
    if state.stage in ("closed", "paused") or case.plan.period.length < 0:
        return
    if state.effective_end < case.today:
        yield Hit(_outcome_path(case), values={"day": state.effective_end})


@rule("OC02", "outcome-incomplete", "error", basis="seed 000")
def outcome_incomplete(case: Case) -> Iterator[Hit]:
    """The plan was closed without a verdict for every goal.

    An outcome stands on its goals, each judged by itself. That a goal cannot be judged is said too:
    `not-assessed`. A plan that was stopped needs no verdicts.

    Bad::

        # on 2026-06-02
        record:
          - date: 2026-06-01
            event: closed
            result: achieved
            goals: [{goal: G1, result: achieved}]

    Good::

        # on 2026-06-02
        record:
          - date: 2026-06-01
            event: closed
            result: achieved
            goals: [{goal: G1, result: achieved}, {goal: G2, result: achieved}]
    """
    for index, closed in _closed(case):
        judged = {verdict.goal for verdict in closed.goals}
        open_goals = [(place, goal.id) for place, goal in enumerate(case.plan.goals) if goal.id not in judged]
        if open_goals and closed.result != "stopped":
            values = {"goals": [goal for _, goal in open_goals], "count": len(open_goals)}
            related = tuple(("goals", place) for place, _ in open_goals)
            yield Hit(("record", index, "goals"), values=values, related=related)


@rule("OC03", "negative-outcome-early", "warning", basis="seed 000")
def negative_outcome_early(case: Case) -> Iterator[Hit]:
    """The plan was closed as not achieved before its period had ended.

    The employee was promised time until the last day, extensions and pauses counted in. A plan that makes
    no sense any more is stopped, which is no verdict.

    Bad::

        # on 2026-05-20
        record:
          - date: 2026-05-15
            event: closed
            result: not-achieved
            goals: [{goal: G1, result: not-achieved}, {goal: G2, result: not-achieved}]

    Good::

        # on 2026-05-20
        record:
          - {date: 2026-05-15, event: closed, result: stopped, because: new-role}
    """
    for index, closed in _closed(case):
        end = case.state.effective_end
        if closed.result == "not-achieved" and closed.date < end:
            yield Hit(("record", index, "result"), values={"day": end})


@rule("OC04", "outcome-contradicts-record", "warning", basis="seed 000")
def outcome_contradicts_record(case: Case) -> Iterator[Hit]:
    """The verdict on a goal goes against its latest value, or against results that were green throughout.

    A verdict that the record does not bear out cannot be defended, whichever way it goes. Looked at is the
    latest value against the target; a goal whose every result was green was on its way, and cannot be
    called not achieved without a word more.

    Bad::

        # on 2026-06-02
        record:
          - {date: 2026-05-26, event: check-in, check_in: C6, results: [{goal: G1, value: 86}]}
          - date: 2026-06-01
            event: closed
            result: partly-achieved
            goals: [{goal: G1, result: not-achieved}, {goal: G2, result: achieved}]

    Good::

        # on 2026-06-02
        record:
          - {date: 2026-05-26, event: check-in, check_in: C6, results: [{goal: G1, value: 80}]}
          - date: 2026-06-01
            event: closed
            result: partly-achieved
            goals: [{goal: G1, result: not-achieved}, {goal: G2, result: achieved}]
    """
    goals = {goal.id: goal for goal in case.plan.goals}
    for index, closed in _closed(case):
        for place, verdict in enumerate(closed.goals):
            goal = goals.get(verdict.goal)
            found = _contradiction(case, goal, verdict) if goal else None
            if found is not None:
                variant, position = found
                path = ("record", index, "goals", place, "result")
                yield Hit(path, variant, {"goal": verdict.goal}, (("record", position),))


@rule(
    "OC05",
    "broken-promises-unmentioned",
    "error",
    basis="seed 000",
    limits={"missed_check_ins_percent": 50},
)
def broken_promises_unmentioned(case: Case) -> Iterator[Hit]:
    """Closed as not achieved, promises of the employer's broken, and `shortcomings` says nothing of it.

    A result cannot be judged fairly without what was missing on the other side. Counted are support that
    was due before the closing day and of which nothing came, or that was withdrawn, and half of the
    check-ins due by then not held, kick-off apart. Support that the employee declined and meetings called
    off by the employee or the representative are no broken promises.

    Bad::

        # on 2026-06-03
        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01, goals: [G1, G2]}
        record:
          - date: 2026-06-02
            event: closed
            result: not-achieved
            goals: [{goal: G1, result: not-achieved}, {goal: G2, result: not-achieved}]

    Good::

        # on 2026-06-03
        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01, goals: [G1, G2]}
        record:
          - date: 2026-06-02
            event: closed
            result: not-achieved
            goals: [{goal: G1, result: not-achieved}, {goal: G2, result: not-achieved}]
            shortcomings: Coachingen blev ikke givet, og møderne blev ikke holdt.
    """
    for index, closed in _closed(case):
        if closed.result != "not-achieved" or (closed.shortcomings or "").strip():
            continue
        broken = broken_promises(case, closed)
        variant = (
            "both" if broken.support and broken.meetings else "support" if broken.support else "meetings"
        )
        if broken.support or broken.meetings:
            values = {
                "support": [support for support, _ in broken.support],
                "missed": len(broken.meetings),
                "count": broken.planned,
            }
            related = (*(path for _, path in broken.support), *broken.meetings)
            yield Hit(("record", index, "shortcomings"), variant, values, related)


@rule(
    "OC06",
    "no-chance-after-warning",
    "warning",
    basis="Danish case 2023",
    limits={"chance_after_warning_days": 30},
)
def no_chance_after_warning(case: Case) -> Iterator[Hit]:
    """Dismissal is considered less than 30 days after a written warning.

    A warning says that something can still be changed; without time to change it the warning is a
    formality. Counted from the latest warning in the record to the day of closing.

    Bad::

        # on 2026-06-02
        record:
          - {date: 2026-05-20, event: warning, by: manager}
          - {date: 2026-06-01, event: closed, result: not-achieved, next: dismissal-considered}

    Good::

        # on 2026-06-02
        record:
          - {date: 2026-04-20, event: warning, by: manager}
          - {date: 2026-06-01, event: closed, result: not-achieved, next: dismissal-considered}
    """
    warnings = [(entry.date, index) for index, entry in case.state.entries if isinstance(entry, WarningGiven)]
    least = case.limit("chance_after_warning_days")
    for index, closed in _closed(case):
        if closed.next != "dismissal-considered" or not warnings:
            continue
        day, warning = max(warnings)
        days = (closed.date - day).days
        if days < least:
            values = {"count": days, "least": least}
            yield Hit(("record", index, "next"), values=values, related=(("record", warning),))


def _closed(case: Case) -> Iterator[tuple[int, Closed]]:
    for index, entry in case.state.entries:
        if isinstance(entry, Closed):
            yield index, entry


def _outcome_path(case: Case) -> Path:
    """Return the place that says when the plan ends: as extended, else as agreed."""
    if case.state.extensions:
        index, _ = case.state.extensions[-1]
        return ("record", index, "end")
    return end_path(case)


def _contradiction(case: Case, goal: Goal, verdict: Verdict) -> tuple[str, int] | None:
    """Return how a verdict goes against the results of its goal, and the entry that shows it."""
    found = readings(goal, case.state, case.limits["amber_percent"])
    values = [(one.day, one.position, one.value) for one in found if one.value is not None]
    if values and goal.measure is not None and goal.measure.target is not None:
        _, position, value = max(values)
        target, is_most = goal.measure.target, goal.measure.sense == "at-most"
        is_met = value <= target if is_most else value >= target
        if verdict.result == "achieved" and not is_met:
            return "value-short", position
        if verdict.result in ("not-achieved", "partly-achieved") and is_met:
            return "value-met", position
    if verdict.result == "not-achieved" and found and all(one.light == "green" for one in found):
        return "all-green", found[-1].position
    return None


RULES = (
    no_outcome,
    outcome_incomplete,
    negative_outcome_early,
    outcome_contradicts_record,
    broken_promises_unmentioned,
    no_chance_after_warning,
)
