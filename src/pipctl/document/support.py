"""The help that is promised, and who does what."""

from __future__ import annotations

from pipctl.document.content import Block, Cell, Fact, Facts, Table
from pipctl.document.parties import holder_of
from pipctl.document.subject import Subject
from pipctl.model.agreement import Support

_BLANK_ROWS = 3


def support_table(subject: Subject) -> Block:
    """Return what is promised, by whom, when and for which goals (seed 000, element 4)."""
    words, given = subject.words, subject.plan.support
    if not given and not subject.is_form:
        return subject.room(0)
    header = tuple(words(f"support.{key}") for key in ("number", "what", "provider", "when", "goals"))
    rows = tuple(
        (
            Cell(one.id),
            Cell(one.what, _detail(subject, one)),
            Cell(subject.party(one.provider or "")),
            Cell(_when(subject, one)),
            Cell(", ".join(one.goals)),
        )
        for one in given
    )
    return Table(
        words("support.caption"), header, rows, (0, 6, 3, 5, 2), blank_rows=0 if rows else _BLANK_ROWS
    )


def duties(subject: Subject, order: tuple[str, ...]) -> Facts:
    """Return who does what, in the order the language's form has it.

    Args:
        subject: the plan.
        order: of the parties employee, manager and hr.
    """
    told = subject.plan.responsibilities
    facts: list[Fact] = []
    for party in order:
        points: tuple[str, ...] = getattr(told, party) if told else ()
        name = holder_of(subject, party).name
        if points or (party != "hr" or name) or (told is None and subject.is_form):
            empty = () if subject.is_form else (subject.words("unfilled"),)
            facts.append(Fact(subject.words(f"party.{party}"), points or empty, name))
    others = told.others if told else ()
    facts += [Fact(one.who or "", (one.what,) if one.what else ()) for one in others]
    return Facts(tuple(facts), "roomy")


def _detail(subject: Subject, one: Support) -> str:
    words = subject.words
    parts = []
    if one.kind and one.kind != "other":
        parts.append(words(f"support.kinds.{one.kind}"))
    if one.hours is not None:
        parts.append(subject.formats.hours(one.hours))
    if one.proposed_by:
        parts.append(words("support.proposed_by", party=subject.party_in_sentence(one.proposed_by)))
    told = ", ".join(parts)
    return told[:1].upper() + told[1:]


def _when(subject: Subject, one: Support) -> str:
    formats, words, state = subject.formats, subject.words, subject.state
    start = state.effective(one.start) if one.start else None
    due = state.effective(one.due) if one.due else None
    if start and due:
        return formats.span(start, due)
    if due:
        return words("support.until", day=formats.day_in_sentence(due))
    return words("support.from", day=formats.day_in_sentence(start)) if start else ""
