"""The Danish plan: parties and background, the seven core elements, then what both sign (seed 000)."""

from __future__ import annotations

from pipctl.document.background import background
from pipctl.document.content import Block, Fact, Facts, Heading
from pipctl.document.ending import consequence, employee_view, signing
from pipctl.document.goals import goal_cards
from pipctl.document.meetings import documentation, follow_up
from pipctl.document.parties import parties_facts, parties_table
from pipctl.document.period import breaks_told, milestones_table, period_told
from pipctl.document.subject import Subject
from pipctl.document.support import duties, support_table

DUTIES = ("manager", "employee", "hr")


def danish(subject: Subject) -> tuple[Block, ...]:
    """Return the blocks of a Danish plan."""
    words = subject.words
    elements = (
        ("goals", results(subject)),
        ("behavior", behavior(subject)),
        ("milestones", time_frame(subject)),
        ("support", (support_table(subject),)),
        ("responsibilities", (duties(subject, DUTIES),)),
        ("documentation", documentation(subject)),
        ("follow_up", follow_up(subject)),
    )
    numbered = tuple(
        block
        for number, (key, blocks) in enumerate(elements, 1)
        for block in (Heading(words(f"headings.{key}"), number=str(number)), *blocks)
    )
    return (
        Heading(words("headings.parties")),
        parties_table(subject),
        parties_facts(subject),
        Heading(words("headings.background")),
        *background(subject),
        *numbered,
        Heading(words("headings.consequence")),
        *consequence(subject),
        Heading(words("headings.employee_view")),
        *employee_view(subject),
        Heading(words("headings.signatures")),
        *signing(subject),
    )


def results(subject: Subject) -> tuple[Block, ...]:
    """Return the goals that are not about behavior."""
    goals = tuple(goal for goal in subject.plan.goals if goal.kind != "behavior")
    return goal_cards(subject, goals, with_how=True)


def behavior(subject: Subject) -> tuple[Block, ...]:
    """Return the goals about how the work is done, or room for what is expected."""
    goals = tuple(goal for goal in subject.plan.goals if goal.kind == "behavior")
    return goal_cards(subject, goals, with_how=True) if goals else (subject.room(3),)


def time_frame(subject: Subject) -> tuple[Block, ...]:
    """Return the period, planned leave and the milestones."""
    period = Fact(subject.words("period.label"), (period_told(subject),))
    return Facts((period, *breaks_told(subject))), milestones_table(subject)
