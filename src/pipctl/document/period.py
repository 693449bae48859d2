"""From when to when, and the days in between that matter."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipctl.document.content import Cell, Fact, Table
from pipctl.document.goals import target_of
from pipctl.document.subject import Subject
from pipctl.model.agreement import CheckIn


class Milestone(NamedTuple):
    """A day of the plan: its date, its number counted without pauses, and what falls on it."""

    day: date
    number: int
    what: str


def period_told(subject: Subject) -> str:
    """Return the period in one line, with the agreed end where it has moved."""
    period, formats = subject.plan.period, subject.formats
    end = subject.state.effective_end
    span = f"{formats.day(period.start)} – {formats.day(end)}"
    if end != period.last_day:
        return subject.words("period.moved", span=span, day=formats.day(period.last_day))
    length = formats.weeks(period.weeks) if period.weeks else formats.days(period.length)
    return subject.words("period.length", span=span, length=length)


def breaks_told(subject: Subject) -> tuple[Fact, ...]:
    """Return the planned leave, dates only."""
    spans = tuple(subject.formats.span(one.from_, one.to) for one in subject.plan.period.breaks)
    return (Fact(subject.words("period.breaks"), spans),) if spans else ()


def milestones_table(subject: Subject) -> Table:
    """Return the days that matter in order, each with its number, date and ISO week (seed 000, element 3)."""
    words, formats = subject.words, subject.formats
    found = sorted(_milestones(subject), key=lambda one: (one.day, one.number))
    by_day: dict[tuple[date, int], list[str]] = {}
    for one in found:
        by_day.setdefault((one.day, one.number), []).append(one.what)
    rows = tuple(
        (
            Cell(words("milestones.number", number=number)),
            Cell(formats.day(day)),
            Cell(formats.week(day)),
            Cell(" ".join(dict.fromkeys(whats))),
        )
        for (day, number), whats in by_day.items()
    )
    header = tuple(words(f"milestones.{key}") for key in ("day", "date", "week", "what"))
    is_bare = len(rows) <= len(("start", "end")) and subject.is_form
    return Table(words("milestones.caption"), header, rows, (0, 0, 0, 1), blank_rows=3 if is_bare else 0)


def _milestones(subject: Subject) -> list[Milestone]:
    plan, state, words = subject.plan, subject.state, subject.words
    start = plan.period.start

    def on(planned: date, what: str, now: date | None = None) -> Milestone:
        moved_by_pauses = state.effective(planned)
        day = now or moved_by_pauses
        return Milestone(day, (planned - start + (day - moved_by_pauses)).days, what)

    found = [Milestone(start, 0, words("milestones.start"))]
    for planned, key in _meetings(plan.check_ins, start):
        found.append(on(planned.date, words(f"milestones.{key}"), state.meetings[planned.id].day))
    for goal in plan.goals:
        for step in goal.steps:
            quantity = subject.formats.quantity(step.target, goal.measure.unit if goal.measure else None)
            found.append(on(step.due, words("milestones.step", goal=goal.id, quantity=quantity)))
        if goal.due is not None:
            target = target_of(subject, goal)
            key = "due" if target else "due_in_words"
            found.append(on(goal.due, words(f"milestones.{key}", goal=goal.id, quantity=target)))
    found.append(on(plan.period.last_day, words("milestones.end"), state.effective_end))
    return found


def _meetings(check_ins: tuple[CheckIn, ...], start: date) -> list[tuple[CheckIn, str]]:
    """Return the meetings that are milestones: kick-off, the first status meeting, mid-way and final."""
    found: list[tuple[CheckIn, str]] = []
    in_order = sorted(check_ins, key=lambda one: one.date)
    first = next((one for one in in_order if one.kind == "status"), None)
    for one in in_order:
        if one.kind in ("midway", "final") or (one.kind == "kick-off" and one.date != start):
            found.append((one, one.kind))
        elif one is first:
            found.append((one, "first"))
    return found
