"""A new plan as text: what is known stands in it, everything else as a place to fill in."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from pipctl.actions.new_plan import Given, GivenGoal, GivenIncident, GivenStep, GivenSupport, NewPlan
from pipctl.document.scaffold_text import scaffold_text
from pipctl.errors import Refusal
from pipctl.model.scalars import Country
from pipctl.schedule.rhythm import PlannedMeeting, lay_check_ins
from pipctl.schedule.workdays import moved
from pipctl.store.emitting import quoted
from pipctl.store.reader import read

_YEARS_KEPT: dict[Country, int] = {"DK": 5, "SE": 2}
"""What is suggested: the usual limit in Denmark (rule PV05), the time for most claims in Sweden."""


def scaffold(request: NewPlan) -> str:
    """Return the text of the file for a new plan.

    Meetings are laid by the rhythm on working days: kick-off on the first, mid-way review, final on the
    last (seed 000). Text that was given comes back from the reader character by character.

    Args:
        request: what is known.

    Raises:
        Refusal: the length is impossible, or a text holds a character that no plan may hold.
    """
    _demand_readable(request)
    return scaffold_text(
        request.language,
        plan=request,
        incidents=request.incidents or (GivenIncident(),),
        earlier_steps=request.earlier_steps or (GivenStep(),),
        goals=request.goals or (GivenGoal(),),
        support=request.support or (GivenSupport(),),
        check_ins=meetings_of(request),
        erase_by=_erasure_suggested(request.country, request.last_day),
    )


def meetings_of(request: NewPlan) -> tuple[PlannedMeeting, ...]:
    """Return the meetings that are laid for a new plan; none where the period has no working day."""
    return lay_check_ins(request.calendar, request.start, request.last_day, request.rhythm)


def unreadable_in(text: str) -> str | None:
    """Return the first character of a text that a plan may not hold, as U+202E; None where all are fine.

    The reader itself is asked, so that what is accepted here is what it reads. A line break is not
    accepted either: everything that is given here is one line.
    """
    return next((f"U+{ord(one):04X}" for one in dict.fromkeys(text) if not _is_readable(one)), None)


def _is_readable(character: str) -> bool:
    is_surrogate = "\ud800" <= character <= "\udfff"
    return character not in "\n\r" and not is_surrogate and not _faults_of(character)


def _faults_of(text: str) -> bool:
    return bool(read("-", f"text: {quoted(text)}".encode()).faults)


def _demand_readable(request: NewPlan) -> None:
    given: list[Given] = [*request.incidents, *request.earlier_steps, *request.goals, *request.support]
    for part in (request, *given):
        for one in fields(part):
            value = getattr(part, one.name)
            if isinstance(value, str) and (code := unreadable_in(value)):
                raise Refusal("new-unreadable", place=one.name, code=code)


def _erasure_suggested(country: Country, end: date) -> date:
    years = _YEARS_KEPT[country]
    try:
        return moved(end.replace(year=end.year + years), -1)
    except ValueError:  # 29 February, or past the year 9999
        return moved(end, 365 * years)
