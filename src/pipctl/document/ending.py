"""What comes last in every language: consequence, the employee's own words, signatures."""

from __future__ import annotations

from pipctl.document.content import Block, Note, Paragraph, Ruled
from pipctl.document.parties import signatures
from pipctl.document.subject import Subject, facts_of

_LINES_FOR_THE_EMPLOYEE = 4


def consequence(subject: Subject) -> tuple[Block, ...]:
    """Return what follows when the goals are met and when not, and in Denmark whether it is a warning."""
    words, told = subject.words, subject.plan.consequence
    facts = (
        *subject.asked(words("consequence.met"), told.met if told else None),
        *subject.asked(words("consequence.not_met"), told.not_met if told else None),
    )
    return (*facts_of(facts), *_warning(subject))


def employee_view(subject: Subject) -> tuple[Block, ...]:
    """Return the employee's words as written so far, and room for more, signed or not."""
    background = subject.plan.background
    written = background.employee_view if background else None
    told = (Paragraph(written.strip()),) if written and written.strip() else ()
    return (*told, Ruled(_LINES_FOR_THE_EMPLOYEE, subject.words("employee_view.space")))


def signing(subject: Subject) -> tuple[Block, ...]:
    """Return the clauses that are signed under, the workplace's own first, and the places to sign."""
    own = subject.policy.document.clauses if subject.policy.document else ()
    return (*(Paragraph(one.strip()) for one in own if one.strip()), signatures(subject))


def _warning(subject: Subject) -> tuple[Block, ...]:
    """Return whether the plan is also an advarsel: a Danish question."""
    plan, words = subject.plan, subject.words
    if plan.country != "DK":
        return ()
    if plan.is_warning is None:
        question = words("consequence.is_warning_open")
        return facts_of(subject.asked(question, None)) if subject.is_form else ()
    return (Note(words("consequence.is_warning" if plan.is_warning else "consequence.is_no_warning")),)
