"""What a document is made from, and how it speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipctl.document.content import Block, Fact, Facts, Paragraph, Ruled
from pipctl.document.formats import Formats
from pipctl.document.words import Words
from pipctl.model.plan import Plan
from pipctl.model.policy import Policy
from pipctl.model.state import State

PARTIES = ("employee", "manager", "hr", "representative")


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan on a day, the policy of the workplace, and the language of the plan.

    Attributes:
        plan: as the file reads.
        state: what the record has made of it.
        policy: of the workplace.
        digest: of the agreement as it reads now.
        words: of the plan's language.
        formats: likewise.
    """

    plan: Plan
    state: State
    policy: Policy
    digest: str
    words: Words
    formats: Formats

    @property
    def is_form(self) -> bool:
        """Whether there may be room to fill in by hand: a sealed agreement has no open places."""
        return not self.state.is_sealed

    def party(self, who: str) -> str:
        """Return a party by its word at the beginning of a cell; any other name as it stands."""
        return self.words(f"party.{who}") if who in PARTIES else who

    def party_in_sentence(self, who: str) -> str:
        """Return a party by its word inside a sentence; any other name as it stands."""
        return self.words(f"party_in_sentence.{who}") if who in PARTIES else who

    def day_and_week(self, day: date) -> str:
        """Return a day with its ISO week: 1. juni 2026, uge 23."""
        return self.words("goals.day_and_week", day=self.formats.day(day), week=self.formats.week(day))

    def told(self, label: str, text: str | None) -> tuple[Fact, ...]:
        """Return a fact, or none where there is nothing to tell."""
        return (Fact(label, (text.strip(),)),) if text and text.strip() else ()

    def asked(self, label: str, text: str | None) -> tuple[Fact, ...]:
        """Return a fact that a plan should have: told, or room for it, or that it was never filled in."""
        return self.told(label, text) or (Fact(label, () if self.is_form else (self.words("unfilled"),)),)

    def room(self, lines: int, label: str = "") -> Block:
        """Return room to write in; in a sealed agreement the remark that it was never filled in."""
        if self.is_form:
            return Ruled(lines, label)
        return Paragraph(self.words("unfilled"), is_quiet=True)


def facts_of(facts: tuple[Fact, ...]) -> tuple[Block, ...]:
    """Return facts as a list, or nothing where there are none."""
    return (Facts(facts),) if facts else ()
