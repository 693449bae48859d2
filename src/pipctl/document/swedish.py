"""The Swedish plan: the header of the form and its seven sections, in its order (seed 004)."""

from __future__ import annotations

from pipctl.document.background import background
from pipctl.document.content import Block, Fact, Facts, Heading, Paragraph
from pipctl.document.ending import consequence, employee_view, signing
from pipctl.document.goals import goal_cards, how_table
from pipctl.document.meetings import documentation, follow_up, meeting_days
from pipctl.document.parties import holder_of, other_parties
from pipctl.document.period import breaks_told, period_told
from pipctl.document.subject import Subject
from pipctl.document.support import duties, support_table

DUTIES = ("employee", "manager", "hr")


def swedish(subject: Subject) -> tuple[Block, ...]:
    """Return the blocks of a Swedish plan."""
    words = subject.words
    sections = (
        ("goals", goal_cards(subject, subject.plan.goals, with_how=False)),
        ("how", (Paragraph(words("leads.how"), is_quiet=True), how_table(subject))),
        ("support", (support_table(subject),)),
        ("responsibilities", (duties(subject, DUTIES),)),
        ("follow_up", _follow_up(subject)),
        ("signatures", _signatures(subject)),
    )
    numbered = tuple(
        block
        for number, (key, blocks) in enumerate((("background", background(subject)), *sections), 1)
        for block in (Heading(words(f"headings.{key}"), number=str(number)), *blocks)
    )
    return (*_header(subject), *numbered)


def _header(subject: Subject) -> tuple[Block, ...]:
    """Return the seven fields of the form, and below them what the form has no field for."""
    words = subject.words
    employee, manager = holder_of(subject, "employee"), holder_of(subject, "manager")
    days, final = meeting_days(subject)
    told = (days, words("form.final", day=final) if final else "")
    fields = (
        ("employee", "\n".join((employee.name, *employee.changes))),
        ("employee_role", employee.role),
        ("manager", "\n".join((manager.name, *manager.changes))),
        ("manager_role", ", ".join(one for one in (manager.role, manager.department) if one)),
        ("start", subject.formats.day(subject.plan.period.start)),
        ("period", period_told(subject)),
        ("meetings", "\n".join(line for line in told if line)),
    )
    form = tuple(fact for key, text in fields for fact in subject.asked(words(f"form.{key}"), text))
    others = other_parties(subject)
    found: tuple[Block, ...] = (Facts(form, "form"),)
    return (*found, Facts(others, "row")) if others else found


def _follow_up(subject: Subject) -> tuple[Block, ...]:
    words = subject.words
    period = Fact(words("period.label"), (period_told(subject),))
    return (
        Paragraph(words("leads.follow_up"), is_quiet=True),
        Facts((period, *breaks_told(subject))),
        *follow_up(subject),
        Heading(words("headings.documentation"), 3),
        *documentation(subject),
        Heading(words("headings.outcome"), 3),
        *consequence(subject),
    )


def _signatures(subject: Subject) -> tuple[Block, ...]:
    words = subject.words
    return (
        Heading(words("headings.employee_view"), 3),
        *employee_view(subject),
        Heading(words("headings.signing"), 3),
        *signing(subject),
    )
