"""Goals: the words, the way from baseline to target, how it is measured and reached."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipctl.document.content import Block, Card, Cell, Fact, Facts, Table
from pipctl.document.subject import Subject, facts_of
from pipctl.model.goals import Goal, Measure

_MOST_POINTS_SIDE_BY_SIDE = 5
_BLANK_CARDS = 2
_FIRST_POINT, _POINT = 4, 3
"""The baseline is given with its period, and so needs more room than the points after it."""


class Point(NamedTuple):
    """One point of the way: what it is called, the value, and when."""

    label: str
    value: str
    when: str


def goal_cards(subject: Subject, goals: tuple[Goal, ...], *, with_how: bool) -> tuple[Block, ...]:
    """Return one card a goal, or blank ones to fill in where there is none.

    Args:
        subject: the plan.
        goals: those that belong here.
        with_how: whether how a goal is reached stands on its card, and not in a section of its own.
    """
    if goals:
        return tuple(_card(subject, goal, with_how=with_how) for goal in goals)
    if not subject.is_form:
        return (subject.room(0),)
    return tuple(_blank_card(subject, number, with_how=with_how) for number in range(1, _BLANK_CARDS + 1))


def how_table(subject: Subject) -> Block:
    """Return how each goal is reached and which comes first (seed 004, section 3)."""
    words, goals = subject.words, subject.plan.goals
    if not any(goal.how or goal.priority for goal in goals):
        return subject.room(4)
    rows = tuple(
        (
            Cell(goal.id),
            Cell(goal.how or "", goal.text if not goal.how else ""),
            Cell(str(goal.priority or "")),
        )
        for goal in goals
    )
    header = (words("goals.goal"), words("goals.how"), words("goals.priority", priority="").strip())
    return Table(words("goals.caption"), header, rows, (0, 1, 0))


def target_of(subject: Subject, goal: Goal) -> str:
    """Return what is to be reached, as a limit with its unit; empty without a number."""
    measure = goal.measure
    if measure is None or measure.target is None:
        return ""
    quantity = subject.formats.quantity(measure.target, measure.unit)
    return subject.words(f"goals.{measure.sense}", quantity=quantity)


def _card(subject: Subject, goal: Goal, *, with_how: bool) -> Card:
    words = subject.words
    aside = words("goals.priority", priority=goal.priority) if goal.priority else ""
    facts = (*_measuring(subject, goal), *_reasons(subject, goal, with_how=with_how))
    return Card(goal.id, goal.text.strip(), aside, (*_way(subject, goal), *facts_of(facts)))


def _blank_card(subject: Subject, number: int, *, with_how: bool) -> Card:
    words = subject.words
    header = (words("goals.baseline"), words("goals.target"), words("goals.due"))
    way = Table(words("goals.path"), header, (), (1, 1, 1), blank_rows=1, look="path")
    asked = ["indicator", "source", *(["how"] if with_how else [])]
    facts = tuple(Fact(words(f"goals.{key}"), ()) for key in asked)
    return Card(f"{words('goals.blank')} {number}", "", "", (way, Facts(facts)))


def _way(subject: Subject, goal: Goal) -> tuple[Block, ...]:
    """Return the way to the target: in columns, or in rows where there are many steps."""
    measure = goal.measure
    if measure is None or measure.target is None:
        criterion = measure.criterion if measure else None
        due = subject.day_and_week(subject.state.effective(goal.due)) if goal.due else None
        return (
            *facts_of(subject.asked(subject.words("goals.criterion"), criterion)),
            *facts_of(subject.asked(subject.words("goals.due"), due)),
        )
    points = _points(subject, goal, measure)
    caption = f"{goal.id}: {subject.words('goals.path')}"
    if len(points) <= _MOST_POINTS_SIDE_BY_SIDE:
        header = tuple(one.label for one in points)
        row = tuple(Cell(one.value, one.when) for one in points)
        weights = (_FIRST_POINT, *(_POINT,) * (len(points) - 1))
        return (Table(caption, header, (row,), weights, look="path"),)
    header = (
        subject.words("milestones.what"),
        subject.words("milestones.date"),
        subject.words("goals.target"),
    )
    rows = tuple((Cell(one.label), Cell(one.when), Cell(one.value)) for one in points)
    return (Table(caption, header, rows, (0, 1, 1)),)


def _points(subject: Subject, goal: Goal, measure: Measure) -> list[Point]:
    words, formats = subject.words, subject.formats

    def when(day: date | None) -> str:
        if day is None:
            return ""
        now = subject.state.effective(day)
        return f"{formats.day(now)}\n{formats.week(now)}"

    points: list[Point] = []
    if measure.baseline is not None or subject.is_form:
        value = "" if measure.baseline is None else formats.quantity(measure.baseline, measure.unit)
        period = formats.span(*measure.baseline_period) if measure.baseline_period else ""
        points.append(Point(words("goals.baseline"), value, period))
    points += [
        Point(words("goals.step"), formats.quantity(step.target, measure.unit), when(step.due))
        for step in goal.steps
    ]
    points.append(Point(words("goals.target"), target_of(subject, goal), when(goal.due)))
    return points


def _measuring(subject: Subject, goal: Goal) -> tuple[Fact, ...]:
    """Return what is measured, from which source, how often, by whom."""
    words, measure = subject.words, goal.measure
    if measure is None:
        return subject.asked(words("goals.indicator"), None) if subject.is_form else ()
    standard = ""
    if measure.standard is not None:
        standard = subject.formats.quantity(measure.standard, measure.unit)
    return (
        *subject.asked(words("goals.indicator"), measure.indicator),
        *(subject.told(words("goals.criterion"), measure.criterion) if measure.target is not None else ()),
        *subject.asked(words("goals.source"), measure.source),
        *_cadence(subject, measure),
        *subject.told(words("goals.standard"), standard),
    )


def _cadence(subject: Subject, measure: Measure) -> tuple[Fact, ...]:
    words = subject.words
    every = words(f"goals.cadence.{measure.every}") if measure.every else ""
    party = subject.party_in_sentence(measure.reported_by) if measure.reported_by else ""
    if every and party:
        return subject.told(words("goals.every"), words("goals.every_by", every=every, party=party))
    return (*subject.told(words("goals.every"), every), *subject.told(words("goals.reported_by"), party))


def _reasons(subject: Subject, goal: Goal, *, with_how: bool) -> tuple[Fact, ...]:
    words, measure = subject.words, goal.measure
    return (
        *(subject.asked(words("goals.how"), goal.how) if with_how else ()),
        *subject.told(words("goals.relevance"), goal.relevance),
        *subject.told(words("goals.realistic"), goal.realistic),
        *subject.told(words("goals.review_if"), measure.review_if if measure else None),
        *subject.told(words("goals.dashboard"), measure.dashboard if measure else None),
        *subject.told(words("goals.nature"), _nature(subject, measure) if measure else None),
    )


def _nature(subject: Subject, measure: Measure) -> str:
    """Return what kind of number it is (seed 002), in one line."""
    words = subject.words
    kinds = (("timing", measure.timing), ("focus", measure.focus), ("aspect", measure.aspect))
    parts = [words(f"goals.{key}.{value}") for key, value in (*kinds, ("level", measure.level)) if value]
    if measure.influence is not None:
        parts.append(words("goals.influence", share=subject.formats.quantity(measure.influence, "%")))
    if measure.balanced_by:
        parts.append(words("goals.balanced_by", goal=measure.balanced_by))
    told = ", ".join(parts)
    return told[:1].upper() + told[1:]
