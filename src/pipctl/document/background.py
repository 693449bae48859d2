"""The present situation: facts, the gap, what was tried before (seed 004, section 1)."""

from __future__ import annotations

from pipctl.document.content import Block, Bullets, Cell, Fact, Heading, Paragraph, Table
from pipctl.document.subject import Subject, facts_of
from pipctl.model.agreement import Background, EarlierStep

_HELP = ("coaching", "training")


def background(subject: Subject) -> tuple[Block, ...]:
    """Return everything under the heading of the background, with room for what is missing."""
    told = subject.plan.background or Background()
    return (
        *_situation(subject, told),
        *_incidents(subject, told),
        *_earlier(subject, told),
        *_reasons(subject, told),
    )


def _situation(subject: Subject, told: Background) -> tuple[Block, ...]:
    words = subject.words
    summary: Block = Paragraph(told.summary.strip()) if told.summary else subject.room(3)
    categories = ", ".join(words(f"background.categories.{one}") for one in told.category)
    facts = (
        *subject.asked(words("background.expected"), told.expected),
        *subject.asked(words("background.actual"), told.actual),
    )
    return (
        *facts_of(subject.told(words("background.category"), categories)),
        summary,
        Heading(words("background.gap"), 3),
        *facts_of(facts),
    )


def _incidents(subject: Subject, told: Background) -> tuple[Block, ...]:
    words, formats = subject.words, subject.formats
    rows = tuple(
        (Cell(formats.day(one.date) if one.date else ""), Cell(one.what or ""), Cell(one.effect or ""))
        for one in told.incidents
    )
    if not rows and not subject.is_form:
        return ()
    header = (words("background.date"), words("background.what"), words("background.effect"))
    heading = words("background.incidents")
    return Heading(heading, 3), Table(heading, header, rows, (0, 3, 2), blank_rows=0 if rows else 2)


def _earlier(subject: Subject, told: Background) -> tuple[Block, ...]:
    """Return what was said and what was done before, in two tables as the forms have them."""
    words = subject.words
    dialogue = tuple(one for one in told.earlier_steps if one.kind not in _HELP)
    support = tuple(one for one in told.earlier_steps if one.kind in _HELP)
    found: list[Block] = []
    is_asked = subject.is_form and not told.earlier_steps and not told.no_earlier_steps_because
    for key, steps in (("dialogue", dialogue), ("earlier_support", support)):
        if steps or is_asked:
            heading = words(f"background.{key}")
            header = (words("background.date"), words("background.step"), words("background.result"))
            rows = tuple(_step(subject, one) for one in steps)
            table = Table(heading, header, rows, (0, 3, 2), blank_rows=0 if rows else 2)
            found += [Heading(heading, 3), table]
    return (
        *found,
        *facts_of(subject.told(words("background.no_earlier_steps"), told.no_earlier_steps_because)),
    )


def _step(subject: Subject, step: EarlierStep) -> tuple[Cell, ...]:
    kind = subject.words(f"background.kinds.{step.kind}") if step.kind else ""
    kind = kind[:1].upper() + kind[1:]
    what = Cell(step.what, kind) if step.what else Cell(kind)
    return Cell(subject.formats.day(step.date) if step.date else ""), what, Cell(step.result or "")


def _reasons(subject: Subject, told: Background) -> tuple[Block, ...]:
    words = subject.words
    facts: tuple[Fact, ...] = (
        *subject.told(words("background.causes"), told.causes),
        *subject.told(words("background.business_reason"), told.business_reason),
    )
    references: tuple[Block, ...] = ()
    if told.references:
        references = (Heading(words("background.references"), 3), Bullets(told.references))
    return (*facts_of(facts), *references)
