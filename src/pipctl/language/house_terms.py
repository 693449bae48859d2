"""Words of a workplace: vague ones to find, and ones that are clear enough there (policy `terms`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipctl.language.inflection import adjective_bases, noun_bases, verb_bases
from pipctl.language.lists import SentenceLanguage
from pipctl.language.words import Word

_VAGUE_VERBS = frozenset({"vague", "improve", "light", "be", "up"})


class HouseTerms(NamedTuple):
    """Terms as a policy lists them: one word or several, in any case; inflected forms are found as well.

    Attributes:
        vague: found as vague though our word lists do not know them.
        allowed: taken as clear though our word lists call them vague.
    """

    vague: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def with_terms(words: Sequence[Word], terms: HouseTerms, language: SentenceLanguage) -> tuple[Word, ...]:
    """Return the words of a sentence with what the workplace says of them; that goes before our lists."""
    found = list(words)
    for term in terms.vague:
        for first, after in _places(words, term, language):
            for place in range(first, after):
                found[place] = _vague(found[place], term)
    for term in terms.allowed:
        for first, after in _places(words, term, language):
            for place in range(first, after):
                found[place] = _clear(found[place])
    return tuple(found)


def _vague(word: Word, term: str) -> Word:
    return word._replace(nouns=frozenset({"broad"}), noun=term, verb="vague", quality="")


def _clear(word: Word) -> Word:
    verb = "action" if word.verb in _VAGUE_VERBS else word.verb
    return word._replace(nouns=frozenset({"thing"}), quality="", verb=verb)


def _places(words: Sequence[Word], term: str, language: SentenceLanguage) -> Iterable[tuple[int, int]]:
    parts = term.casefold().split()
    for first in range(len(words) - len(parts) + 1 if parts else 0):
        ahead = words[first : first + len(parts)]
        if all(_is_form_of(word.token.word, part, language) for word, part in zip(ahead, parts, strict=True)):
            yield first, first + len(parts)


def _is_form_of(word: str, part: str, language: SentenceLanguage) -> bool:
    return (
        word == part
        or part in noun_bases(word, language)
        or part in adjective_bases(word, language)
        or part in verb_bases(word, language)
    )
