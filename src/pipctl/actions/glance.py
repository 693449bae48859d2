"""One plan at a glance (cli.md, "pipctl show")."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from pipctl.actions.opening import Opened
from pipctl.model.agreement import Support
from pipctl.model.goals import Goal
from pipctl.model.progress import AMBER_PERCENT, Reading, expected_value, readings
from pipctl.model.record import PartyChanged, Signed
from pipctl.model.scalars import Party
from pipctl.model.state import MeetingState, State
from pipctl.schedule.agenda import Item, agenda, promised_day
from pipctl.store.configuration import Configuration

Acceptance = Literal["yes", "no", "objected"]
MeetingFate = Literal["held", "missed", "unrecorded", "planned"]


_DECIMALS = 2


class GoalGlance(NamedTuple):
    """A goal and where it stands.

    Attributes:
        goal: as agreed.
        due: the effective day, where it has one.
        accepted: what the employee said of it when signing.
        latest: the result of the latest meeting that had one; its light is the status.
        measured: the latest result with a number.
        path: where the path was on the day of `measured`, else is today.
        path_today: where it is today.
    """

    goal: Goal
    due: date | None
    accepted: Acceptance
    latest: Reading | None
    measured: Reading | None
    path: Fraction | None
    path_today: Fraction | None


class SupportGlance(NamedTuple):
    """A promise and what became of it.

    Attributes:
        support: as agreed.
        day: the effective day of the promise, where it has one.
        result: what the latest entry says.
        has_entry: whether there is any.
        is_late: the day has passed without an entry.
    """

    support: Support
    day: date | None
    result: str | None
    has_entry: bool
    is_late: bool


class Glance(NamedTuple):
    """A plan on one page.

    Attributes:
        state: the plan as it stands.
        parties: who holds each role today, with the title; roles nobody holds are left out.
        goals: in the order of the file.
        check_ins: in the order of the file.
        support: in the order of the file.
        items: what is due and not done.
        next: the first of those that is not overdue.
    """

    state: State
    parties: tuple[tuple[Party, str, str], ...]
    goals: tuple[GoalGlance, ...]
    check_ins: tuple[tuple[MeetingState, MeetingFate], ...]
    support: tuple[SupportGlance, ...]
    items: tuple[Item, ...]
    next: Item | None


def glance(opened: Opened, configuration: Configuration) -> Glance:
    """Look at one plan as it stands on the day it was opened for.

    Args:
        opened: the plan.
        configuration: whose limit `amber_percent` holds.
    """
    state = opened.state
    amber = configuration.policy.limits.get("amber_percent", Decimal(AMBER_PERCENT))
    items = agenda(state)
    return Glance(
        state=state,
        parties=tuple(_parties(state)),
        goals=tuple(_goal(goal, state, amber) for goal in state.plan.goals),
        check_ins=_check_ins(state),
        support=tuple(_support(one, state) for one in state.plan.support),
        items=items,
        next=next((item for item in items if not item.overdue and item.days >= 0), None),
    )


def rounded(path: Fraction | None) -> Decimal | None:
    """Return a point of a path with at most two decimals; None stays None."""
    if path is None:
        return None
    near = round(path, _DECIMALS)
    return Decimal(near.numerator) / Decimal(near.denominator)


def _goal(goal: Goal, state: State, amber: Decimal) -> GoalGlance:
    # By the day of the meeting: a result written down late is not the latest for that.
    results = sorted(readings(goal, state, amber), key=lambda one: (one.day, one.position))
    measured = next((one for one in reversed(results) if one.value is not None), None)
    today = expected_value(goal, state, state.today)
    return GoalGlance(
        goal=goal,
        due=state.effective(goal.due) if goal.due else None,
        accepted=_acceptance(goal, state),
        latest=results[-1] if results else None,
        measured=measured,
        path=measured.expected if measured else today,
        path_today=today,
    )


def _acceptance(goal: Goal, state: State) -> Acceptance:
    said: Acceptance = "no"
    for index, entry in state.entries:
        counts = isinstance(entry, Signed) and entry.by == "employee" and entry.digest == state.seal_at(index)
        if isinstance(entry, Signed) and counts:
            if any(one.goal == goal.id for one in entry.objects):
                said = "objected"
            elif goal.id in entry.accepts:
                said = "yes"
    return said


def _check_ins(state: State) -> tuple[tuple[MeetingState, MeetingFate], ...]:
    return tuple((one, _fate(one, state)) for one in state.meetings.values())


def _fate(meeting: MeetingState, state: State) -> MeetingFate:
    if meeting.is_settled:
        return "missed" if meeting.held is None else "held"
    is_late = meeting.day < state.horizon and state.stage != "paused"
    return "unrecorded" if is_late else "planned"


def _support(support: Support, state: State) -> SupportGlance:
    day = promised_day(support, state)
    entries = state.support.get(support.id, [])
    is_late = day is not None and day < state.horizon and not entries and state.stage != "paused"
    result = entries[-1][1].result if entries else None
    return SupportGlance(support, day, result, bool(entries), is_late)


def _parties(state: State) -> list[tuple[Party, str, str]]:
    roles: tuple[Party, ...] = ("employee", "manager", "hr", "representative")
    held = ((role, state.holder(role, state.today), _title(state, role)) for role in roles)
    return [(role, who, title) for role, who, title in held if who]


def _title(state: State, role: Party) -> str:
    """Return the title of who holds a role today; a new holder does not inherit the old one's."""
    title: str | None = getattr(getattr(state.plan, role), "role", None)
    for _, entry in state.entries:
        if isinstance(entry, PartyChanged) and entry.role == role and entry.date <= state.today:
            title = entry.title or (None if entry.name or entry.ref else title)
    return title or ""
