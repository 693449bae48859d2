"""SU: the help that the employer promises, and whether it came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipctl.lint.rule import Case, Hit, at, rule
from pipctl.model.agreement import Support
from pipctl.model.record import Amended, Extended


class Promise(NamedTuple):
    """The day on which a measure of support can be expected.

    Attributes:
        day: as it falls now: its `due`, else its `start`, moved by pauses.
        key: `due` or `start`, whichever says so.
    """

    day: date
    key: str


@rule(
    "SU01",
    "no-support",
    "warning",
    basis="seed 000",
    escalates=("error", "sealed"),
)
def no_support(case: Case) -> Iterator[Hit]:
    """The plan promises no support.

    A plan is an offer of help and not control alone; demands without help are a known sign of misuse. Once
    a party has signed or declined to sign it is an error.

    Bad::

        support: []

    Good::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01, goals: [G1, G2]}
    """
    if not case.plan.support:
        yield Hit(("support",), escalates=case.state.is_sealed)


@rule("SU02", "support-without-owner", "warning", basis="seed 004")
def support_without_owner(case: Case) -> Iterator[Hit]:
    """Nobody is named who provides the support.

    A promise that is nobody's is soon forgotten.

    Bad::

        support:
          - {id: S1, what: Seks timers coaching, due: 2026-05-01}

    Good::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01}
    """
    for index, support in enumerate(case.plan.support):
        if not support.provider:
            yield at("support", index, "provider", id=support.id)


@rule("SU03", "support-without-date", "warning", basis="seed 000")
def support_without_date(case: Case) -> Iterator[Hit]:
    """The support has neither a day on which it begins nor one by which it is given.

    Without a day nobody can see that it is late.

    Bad::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr}

    Good::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, start: 2026-03-10}
    """
    for index, support in enumerate(case.plan.support):
        if support.start is None and support.due is None:
            yield at("support", index, "due", id=support.id)


@rule("SU04", "support-overdue", "warning", basis="seed 000, misuse")
def support_overdue(case: Case) -> Iterator[Hit]:
    """The day of promised support has passed, and nothing says what became of it.

    Help that never came is a known sign of misuse, and results cannot be judged fairly without it. On the
    day itself nothing is late, nor while the plan is paused; after closing only what was due before counts.

    Bad::

        # on 2026-05-02
        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01}
        record: []

    Good::

        # on 2026-05-02
        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01}
        record:
          - {date: 2026-04-30, event: support, support: S1, result: delivered, hours: 6}
    """
    if case.state.stage == "paused":
        return
    for index, support in enumerate(case.plan.support):
        promise = _promise(case, support)
        if promise and promise.day < case.state.horizon and support.id not in case.state.support:
            values = {"id": support.id, "day": promise.day}
            yield Hit(("support", index, promise.key), "closed" if case.state.closed else promise.key, values)


@rule("SU05", "support-by-employee-only", "warning", basis="seed 000")
def support_by_employee_only(case: Case) -> Iterator[Hit]:
    """All support is to be provided by the employee.

    Support is what the employer gives. What the employee does alone belongs under goals or duties.

    Bad::

        support:
          - {id: S1, what: Selvstudium af håndbogen, provider: employee, due: 2026-05-01}

    Good::

        support:
          - {id: S1, what: Selvstudium af håndbogen, provider: employee, due: 2026-05-01}
          - {id: S2, what: Seks timers coaching, provider: hr, due: 2026-05-01}
    """
    employee = case.plan.employee
    themselves = {"employee"} | {one.casefold() for one in (employee.name, employee.ref) if one}
    providers = [(one.provider or "").strip().casefold() for one in case.plan.support]
    if providers and themselves.issuperset(providers):
        yield Hit(("support",))


@rule("SU06", "goal-without-support", "info", basis="seed 000")
def goal_without_support(case: Case) -> Iterator[Hit]:
    """No support helps with a goal.

    Each goal should have the help that makes it realistic. Support that names no goals helps with all of
    them, unless it has neither an owner nor a day: then it helps with none in particular.

    Bad::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01, goals: [G1]}

    Good::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01, goals: [G1, G2]}
    """
    supports = case.plan.support
    helped = {goal for support in supports for goal in support.goals}
    helps_all = any(
        not support.goals and (support.provider or support.due or support.start) for support in supports
    )
    if not supports or helps_all:
        return
    for index, goal in enumerate(case.plan.goals):
        if goal.id not in helped:
            yield at("goals", index, id=goal.id)


@rule("SU08", "support-after-deadline", "warning")
def support_after_deadline(case: Case) -> Iterator[Hit]:
    """Support comes after the deadline of a goal that it helps.

    Compared are the `due` of the support, else its `start`, and the `due` of the goal. Support that names no
    goals helps with all of them.

    Bad::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-06-02, goals: [G1, G2]}

    Good::

        support:
          - {id: S1, what: Seks timers coaching, provider: hr, due: 2026-05-01, goals: [G1, G2]}
    """
    closed = case.state.closed
    for index, support in enumerate(case.plan.support):
        promise = _promise(case, support)
        if promise is None or (closed is not None and promise.day >= closed.date):
            continue
        missed = [
            (place, goal.id)
            for place, goal in enumerate(case.plan.goals)
            if (not support.goals or goal.id in support.goals)
            and goal.due is not None
            and case.state.effective(goal.due) < promise.day
        ]
        if missed:
            values = {"id": support.id, "day": promise.day, "goals": [goal for _, goal in missed]}
            related = tuple(("goals", place, "due") for place, _ in missed)
            yield Hit(("support", index, promise.key), values=values, related=related)


@rule("SU09", "support-withdrawn", "warning", basis="seed 002")
def support_withdrawn(case: Case) -> Iterator[Hit]:
    """Support was withdrawn, and the targets stay.

    When a condition falls away the target has to show it. An extension or a later amendment answers,
    unless its `changes` show that neither a goal nor other support was touched.

    Bad::

        # on 2026-04-01
        record:
          - {date: 2026-03-20, event: support, support: S1, result: withdrawn}

    Good::

        # on 2026-04-01
        record:
          - {date: 2026-03-20, event: support, support: S1, result: withdrawn}
          - {date: 2026-03-24, event: support, support: S1, result: delivered}
    """
    for support, entries in case.state.support.items():
        index, last = entries[-1]
        if last.result == "withdrawn" and not _is_answered(case, support, index, last.date):
            yield Hit(("record", index, "result"), "closed" if case.state.closed else "", {"id": support})


def _promise(case: Case, support: Support) -> Promise | None:
    if support.due is not None:
        return Promise(case.state.effective(support.due), "due")
    if support.start is not None:
        return Promise(case.state.effective(support.start), "start")
    return None


def _is_answered(case: Case, support: str, withdrawn: int, day: date) -> bool:
    """Whether the agreement was changed for the employee once a measure of support fell away."""
    return any(
        (index > withdrawn or entry.date >= day)
        and (isinstance(entry, Extended) or (isinstance(entry, Amended) and _eases(entry, support)))
        for index, entry in case.state.entries
    )


def _eases(amended: Amended, support: str) -> bool:
    """Whether an amendment touched a goal or other support; one that lists no changes may have."""
    return not amended.changes or any(
        change.startswith("goals") or (change.startswith("support") and support not in change.split("/"))
        for change in amended.changes
    )


RULES = (
    no_support,
    support_without_owner,
    support_without_date,
    support_overdue,
    support_by_employee_only,
    goal_without_support,
    support_after_deadline,
    support_withdrawn,
)
