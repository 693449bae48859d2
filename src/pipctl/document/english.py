"""The English plan, for colleagues who read neither Danish nor Swedish."""

from __future__ import annotations

from pipctl.document.background import background
from pipctl.document.content import Block, Heading
from pipctl.document.danish import behavior, results, time_frame
from pipctl.document.ending import consequence, employee_view, signing
from pipctl.document.meetings import documentation, follow_up
from pipctl.document.parties import parties_facts, parties_table
from pipctl.document.subject import Subject
from pipctl.document.support import duties, support_table

DUTIES = ("employee", "manager", "hr")


def english(subject: Subject) -> tuple[Block, ...]:
    """Return the blocks of an English plan."""
    words = subject.words
    sections = (
        ("background", background(subject)),
        ("goals", results(subject)),
        ("behavior", behavior(subject)),
        ("milestones", time_frame(subject)),
        ("support", (support_table(subject),)),
        ("responsibilities", (duties(subject, DUTIES),)),
        ("follow_up", follow_up(subject)),
        ("documentation", documentation(subject)),
        ("consequence", consequence(subject)),
        ("employee_view", employee_view(subject)),
        ("signatures", signing(subject)),
    )
    numbered = tuple(
        block
        for number, (key, blocks) in enumerate(sections, 1)
        for block in (Heading(words(f"headings.{key}"), number=str(number)), *blocks)
    )
    return (Heading(words("headings.parties")), parties_table(subject), parties_facts(subject), *numbered)
