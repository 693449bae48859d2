"""What the free texts of a plan say that they should not; each text is read once, for every rule that asks.

Asking are TX01–TX05, EQ01, PV02–PV04, PV08 and SU07 (rules.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipctl.lint.rule import Case
from pipctl.rules.free_texts import FreeText, texts_marked
from pipctl.store.source import Path

if TYPE_CHECKING:
    from pipctl.language.lists import SentenceLanguage
    from pipctl.language.words import Mention

_Found = tuple[FreeText, tuple["Mention", ...]]
_SENTENCE_ENDS = frozenset(".!?;\n")
"""Where the reader of texts ends a sentence; a line end stays one only in a text under `|`."""
_SPEAKING = frozenset(["comment", "declined", "signed"])
"""Events in which the party named under `by` speaks."""
_CLEAR = frozenset(["thing"])
_NOTHING: frozenset[str] = frozenset()
_ONESELF = frozenset(["jeg", "mig", "jag"])
"""Who is spoken of where the employee speaks."""


class Remark(NamedTuple):
    """Words of a free text that a rule may point at.

    Attributes:
        path: of the text.
        words: offsets of the words in the text.
        is_employees: whether the employee speaks.
        is_their_side: whether the employee or the representative speaks; nobody else may tone that down.
    """

    path: Path
    words: tuple[int, int]
    is_employees: bool
    is_their_side: bool


def remarks(case: Case, sign: str, *, heeds_terms: bool = False) -> Iterator[Remark]:
    """Yield the places of one pitfall, one a sentence: a second word for the same thing tells nothing new.

    Args:
        case: the plan; an English one is not read, which the engine says.
        sign: the pitfall, as the reader of texts names it.
        heeds_terms: whether words that the workplace calls clear (policy `terms.allowed`) are passed over.
    """
    for text, mentions in _read(case).get(sign, ()):
        heeded = _without_allowed(case, text.text, mentions) if heeds_terms else mentions
        for mention in _one_a_sentence(text.text, heeded):
            is_their_side = text.is_employees or _is_the_representatives(case, text.path)
            yield Remark(text.path, (mention.start, mention.end), text.is_employees, is_their_side)


@lru_cache(maxsize=1)
def _read(case: Case) -> Mapping[str, list[_Found]]:
    """Read a plan: pitfall → texts with its mentions. The rules of one plan ask one after the other."""
    language = _language(case)
    if language is None:
        return {}
    marked = texts_marked(case, "TONE")
    if not marked:
        return {}
    from pipctl.language.texts import read_text  # only where texts are read

    people = _names(case)
    found: dict[str, list[_Found]] = {}
    for text in marked:
        by_sign: dict[str, list[Mention]] = {}
        spoken_of = people | _ONESELF if text.is_employees else people
        for mention in read_text(text.text, language, spoken_of):
            by_sign.setdefault(mention.sign, []).append(mention)
        for sign, mentions in by_sign.items():
            found.setdefault(sign, []).append((text, tuple(mentions)))
    return found


def _language(case: Case) -> SentenceLanguage | None:
    language = case.plan.language
    return None if language == "en" else language


def _names(case: Case) -> frozenset[str]:
    """Return what the employee is called; "de" and "von" stand in names, and are words of every sentence."""
    employee = case.plan.employee
    words = (employee.name or "").split()
    names = [word for word in words if len(word) > 1 and word[0].isupper()]
    return frozenset(word.casefold() for word in (*names, employee.ref) if word)


def _is_the_representatives(case: Case, path: Path) -> bool:
    if path[0] != "record":
        return False
    entry = case.source.value(path[:2])
    return entry["event"] in _SPEAKING and entry.get("by") == "representative"


def _one_a_sentence(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    last: Mention | None = None
    for mention in mentions:
        if last is None or _ends_between(text, last.end, mention.start):
            yield mention
        last = mention


def _ends_between(text: str, start: int, end: int) -> bool:
    from pipctl.language.words import tokens_of  # only where a text has two mentions

    return any(token.word in _SENTENCE_ENDS for token in tokens_of(text[start:end]))


def _without_allowed(case: Case, text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield the mentions that hold, or stand in, no term that the workplace calls clear."""
    clear = _clear_places(case, text)
    for mention in mentions:
        if not any(start < mention.end and mention.start < end for start, end in clear):
            yield mention


def _clear_places(case: Case, text: str) -> list[tuple[int, int]]:
    language, terms = _language(case), case.policy.terms
    _, allowed = terms.in_language(case.plan.language) if terms else ((), ())
    if language is None or not allowed:
        return []
    from pipctl.language.house_terms import HouseTerms, with_terms  # only where a term is allowed
    from pipctl.language.words import Word, tokens_of  # likewise

    words = [Word(token, _NOTHING, _NOTHING, "", "", "", None) for token in tokens_of(text)]
    judged = with_terms(words, HouseTerms((), allowed), language)
    return [(word.token.start, word.token.end) for word in judged if word.nouns == _CLEAR]
