"""GO01–GO08: whether there are goals, what their words say, and whether their days fit the period."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.goals import Goal
from pipctl.model.record import Amended, Declined, Signed

if TYPE_CHECKING:
    from pipctl.language.sentences import Reading

_MOST_REMEMBERED = 64
"""Readings of goal texts that are kept, so that three rules on one text cost one reading."""
_MOST_TERMS = 3
"""Vague words named in a message; more would be a list nobody reads."""


@lru_cache(maxsize=_MOST_REMEMBERED)
def _read(text: str, language: str, vague: tuple[str, ...], allowed: tuple[str, ...]) -> Reading | None:
    if language == "en":
        return None
    from pipctl.language.house_terms import HouseTerms  # only where a text must be read
    from pipctl.language.sentences import read_sentence  # likewise

    return read_sentence(text, "da" if language == "da" else "sv", HouseTerms(vague, allowed))


def _reading(case: Case, goal: Goal) -> Reading | None:
    """Return what the text of a goal says; None for an English one, which is not read."""
    terms = case.policy.terms
    vague, allowed = terms.in_language(case.plan.language) if terms else ((), ())
    return _read(goal.text, case.plan.language, vague, allowed)


def _is_measured(goal: Goal) -> bool:
    """Whether the measure says what is reached, in a number or in words."""
    measure = goal.measure
    return measure is not None and (measure.target is not None or bool(measure.criterion))


@rule("GO01", "no-goals", "warning", basis="seed 000", escalates=("error", "sealed"))
def no_goals(case: Case) -> Iterator[Hit]:
    """The plan has no goals.

    Without goals nobody can say when the plan is passed. Once a party has signed or declined to sign it is
    an error.

    Bad::

        goals: []

    Good::

        goals:
          - {id: G1, text: Øg kundetilfredsheden fra 72 % til 85 % senest den 1. juni 2026.}
    """
    if not case.plan.goals:
        yield Hit(("goals",), escalates=case.state.is_sealed)


@rule("GO02", "vague-goal", "warning", reads="ST", basis="seed 000")
def vague_goal(case: Case) -> Iterator[Hit]:
    """The goal names nothing that two people would agree to look at.

    "Become better at customer service" can always be said to be missed. A goal names an action, a thing to
    hand over or something that can be counted. With an indicator and a target or criterion under the
    measure the text is not read.

    Bad::

        goals:
          - {id: G1, text: Bliv bedre til kundeservice.}

    Good::

        goals:
          - {id: G1, text: Besvar alle kundemails inden for 24 timer.}
    """
    for index, goal in enumerate(case.plan.goals):
        if goal.measure is not None and goal.measure.indicator and _is_measured(goal):
            continue
        reading = _reading(case, goal)
        if reading is not None and not reading.is_specific:
            terms = reading.vague_terms[:_MOST_TERMS]
            values = {"id": goal.id, "terms": terms}
            yield Hit(("goals", index, "text"), "terms" if terms else "", values)


@rule("GO03", "goal-without-measure", "warning", reads="ST", basis="seed 000, seed 002")
def goal_without_measure(case: Case) -> Iterator[Hit]:
    """Nothing says how much, or what counts as done.

    "More", "faster" and "fewer" leave it to the one who judges. An amount, a rate, a limit, from–to or a
    result that is there or not can be checked by both. With a target or criterion under the measure the text
    is not read.

    Bad::

        goals:
          - {id: G1, text: Opdatér sagsloggen oftere.}

    Good::

        goals:
          - {id: G1, text: Opdatér sagsloggen mindst to gange om ugen.}
    """
    for index, goal in enumerate(case.plan.goals):
        if not _is_measured(goal):
            reading = _reading(case, goal)
            if reading is not None and not reading.is_measurable:
                yield Hit(("goals", index, "text"), values={"id": goal.id})


@rule("GO04", "goal-without-deadline", "warning", reads="ST", basis="seed 000")
def goal_without_deadline(case: Case) -> Iterator[Hit]:
    """Nothing says by when, or how often.

    A day, a period, a cadence or a limit that holds for every case says when to look. With `due` the text is
    not read; the end of the period does not count, but words for it do.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer.}

    Good::

        goals:
          - {id: G1, text: Fakturér 140 timer., due: 2026-06-01}
    """
    for index, goal in enumerate(case.plan.goals):
        if goal.due is None:
            reading = _reading(case, goal)
            if reading is not None and not reading.is_time_bound:
                yield Hit(("goals", index, "text"), values={"id": goal.id})


@rule("GO05", "too-many-goals", "warning", basis="seed 002", limits={"goals_most": 5})
def too_many_goals(case: Case) -> Iterator[Hit]:
    """The plan has more than five goals.

    Three to five goals can be kept in mind; beyond that the plan is a list to fail on.

    Bad::

        goals:
          - {id: G1, text: Skriv mødereferat hver uge., due: 2026-06-01}
          - {id: G2, text: Skriv ugeplan hver uge., due: 2026-06-01}
          - {id: G3, text: Skriv salgsrapport hver uge., due: 2026-06-01}
          - {id: G4, text: Skriv vagtplan hver uge., due: 2026-06-01}
          - {id: G5, text: Skriv nyhedsbrev hver uge., due: 2026-06-01}
          - {id: G6, text: Skriv kundebrev hver uge., due: 2026-06-01}

    Good::

        goals:
          - {id: G1, text: Skriv mødereferat hver uge., due: 2026-06-01}
          - {id: G2, text: Skriv ugeplan hver uge., due: 2026-06-01}
    """
    count = len(case.plan.goals)
    if count > (most := case.limit("goals_most")):
        yield Hit(("goals",), values={"count": count, "most": most}, on_key=True)


@rule("GO06", "goal-not-accepted", "info", basis="SMART's A")
def goal_not_accepted(case: Case) -> Iterator[Hit]:
    """The plan is sealed, and nothing says how the employee stands on a goal.

    A goal is either accepted or objected to; both are worth knowing, and silence is not consent. Declining
    to sign the plan, or agreeing to the amendment that brought the goal, is an answer too.

    Bad::

        # on 2026-03-04
        record:
          - date: 2026-03-03
            event: signed
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"

    Good::

        # on 2026-03-04
        record:
          - date: 2026-03-03
            event: signed
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
            accepts: [G1, G2]
    """
    if case.state.is_sealed:
        answered = _answered(case)
        for index, goal in enumerate(case.plan.goals):
            if answered is not None and goal.id not in answered:
                yield Hit(("goals", index), values={"id": goal.id})


def _answered(case: Case) -> set[str] | None:
    """Return the goals that the employee accepted or objected to; None where the plan was declined."""
    answered: set[str] = set()
    for index, entry in case.state.entries:
        if isinstance(entry, (Signed, Declined)):
            # A signature under another text than the sealed one says nothing about these goals.
            if entry.by != "employee" or entry.digest != case.state.seal_at(index):
                continue
            if isinstance(entry, Declined):
                return None
            answered.update(entry.accepts)
            answered.update(objection.goal for objection in entry.objects)
        elif isinstance(entry, Amended) and "employee" in entry.agreed_by:
            answered.update(change.removeprefix("goals/") for change in entry.changes)
    return answered


@rule("GO07", "goal-outside-period", "warning", basis="seed 000")
def goal_outside_period(case: Case) -> Iterator[Hit]:
    """The goal is due before the plan begins or after it ends.

    Beyond the last day nobody meets to judge it. Pauses and extensions are counted in.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer., due: 2026-09-01}

    Good::

        goals:
          - {id: G1, text: Fakturér 140 timer., due: 2026-06-01}
    """
    start, end = case.plan.period.start, case.state.effective_end
    for index, goal in enumerate(case.plan.goals):
        if goal.due is not None:
            due = case.state.effective(goal.due)
            values = {"id": goal.id, "due": due, "start": start, "end": end}
            if due < start:
                yield Hit(("goals", index, "due"), "before", values)
            elif due > end:
                yield Hit(("goals", index, "due"), "after", values)


@rule("GO08", "deadline-too-soon", "warning", basis="seed 000", limits={"goal_least_days": 14})
def deadline_too_soon(case: Case) -> Iterator[Hit]:
    """The goal is due within 14 days of the start.

    Nobody changes a habit in two weeks, and the first meeting has hardly been held. An early step belongs
    under `steps`.

    Bad::

        goals:
          - {id: G1, text: Fakturér 140 timer., due: 2026-03-13}

    Good::

        goals:
          - {id: G1, text: Fakturér 140 timer., due: 2026-05-01}
    """
    least = case.limit("goal_least_days")
    for index, goal in enumerate(case.plan.goals):
        if goal.due is not None:
            days = (goal.due - case.plan.period.start).days
            if 0 <= days <= least:
                yield Hit(("goals", index, "due"), values={"id": goal.id, "count": days, "least": least})


RULES = (
    no_goals,
    vague_goal,
    goal_without_measure,
    goal_without_deadline,
    too_many_goals,
    goal_not_accepted,
    goal_outside_period,
    deadline_too_soon,
)
