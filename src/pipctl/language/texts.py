"""What a free text says that it should not: the one way in for the rules on tone, fairness and privacy."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.absolutes import absolutes
from pipctl.language.assertions import BUSINESS, business_reasons, decisions, explains, hearsay
from pipctl.language.attacks import attacks
from pipctl.language.grounds import protected
from pipctl.language.lists import SentenceLanguage
from pipctl.language.private_data import crimes, health, private_matters, special_categories
from pipctl.language.statements import Statement, statements
from pipctl.language.support import vague_help
from pipctl.language.tone_lexicon import ToneLexicon, tone_lexicon
from pipctl.language.words import Mention

NOBODY: frozenset[str] = frozenset()

_READERS = (
    attacks,
    absolutes,
    business_reasons,
    decisions,
    hearsay,
    protected,
    health,
    special_categories,
    private_matters,
    crimes,
    vague_help,
)


def read_text(text: str, language: SentenceLanguage, people: frozenset[str] = NOBODY) -> tuple[Mention, ...]:
    """Read a text of one sentence or more.

    Args:
        text: as data.
        language: da or sv; English is not read.
        people: names of the employee, in lower case, so that it is known who is spoken of.

    Returns:
        What is found, in the order of the text, its sign the name of the pitfall.
    """
    lexicon = tone_lexicon(language)
    if lexicon.is_silent(text):
        return ()
    read = statements(text, lexicon, people)
    found: list[Mention] = []
    for place, statement in enumerate(read, start=1):
        is_explained = any(map(explains, read[place : place + 1]))
        found += (
            mention
            for mention in read_statement(statement, lexicon)
            # "… af forretningsmæssige hensyn. Omsætningen er faldet 12 %": the next sentence explains.
            if mention.sign != BUSINESS or not is_explained
        )
    return tuple(sorted(found))


def is_silent(text: str, language: SentenceLanguage) -> bool:
    """Whether a text, or several joined by line ends, holds nothing that `read_text` could find."""
    return tone_lexicon(language).is_silent(text)


def read_statement(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield what one sentence says that it should not."""
    if statement.has("wording") and statement.has("struck"):
        # "Sætningen om, at du er doven, er strøget": it is told what the plan does not say.
        return
    is_protected = False
    for reader in _READERS:
        for mention in reader(statement, lexicon):
            if reader is protected:
                is_protected = True
            if is_protected and reader in (special_categories, private_matters):
                # What is held against someone is named once, by the graver rule.
                continue
            yield mention
