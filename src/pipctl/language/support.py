"""Help that is promised so loosely that nobody can be held to it (SU07; seed 004 asks who and when)."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

VAGUE_HELP = "vague-support"

_DATED = frozenset(["number", "date", "ordinal", "year", "dated", "each"])


def vague_help(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield "efter behov", "så gott vi kan" and the like, where help is spoken of and nothing is dated."""
    if statement.has(*_DATED, "asks", "agreed", "dismissal"):
        return
    is_of_a_client = any(not statement.is_at(at, "human") for at in statement.places("other"))
    if is_of_a_client and not statement.is_about_a_person:
        # A client gets help as needed: that is the work.
        return
    for match in statement.matches(lexicon, "offer"):
        yield statement.mention(VAGUE_HELP, match.first, match.after)
        return
    for match in statement.matches(lexicon, "vaguehelp"):
        is_all = match.first == 0 and match.after == len(statement.words)
        if is_all or statement.has("help"):
            yield statement.mention(VAGUE_HELP, match.first, match.after)
            return
