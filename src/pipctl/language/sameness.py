"""Whether two goals say the same: the same words up to form and order, and the same amounts (rule GO12)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipctl.language.lists import SentenceLanguage, entries

_SHORTEST_BASE = 3
_FEWEST_WORDS = 2
_BEGINNING = 4
"""Letters that the forms of a word have in common."""


class Content(NamedTuple):
    """What a goal says once joints are left out.

    Attributes:
        words: the forms that each word may come from, in order.
        amounts: numbers and dates, in order.
    """

    words: tuple[frozenset[str], ...]
    amounts: tuple[str, ...]


def content_of(text: str, language: SentenceLanguage) -> Content:
    """Take a goal apart into what it says.

    Args:
        text: as written.
        language: da or sv.
    """
    from pipctl.language.lexicon import lexicon  # only where two goals look alike
    from pipctl.language.words import tokens_of  # likewise

    words: list[frozenset[str]] = []
    amounts: list[str] = []
    for word in lexicon(language).read(tokens_of(text)):
        written = word.token.word
        if written in _joints(language):
            continue
        if word.token.kind in ("stop", "sign"):
            if written == "%":
                amounts.append(written)
        elif word.value is not None:
            amounts.append(f"{word.value:g}")
        elif word.token.kind != "word":
            amounts.append(written)
        else:
            words.append(_bases(written, language))
    return Content(tuple(words), tuple(amounts))


def says_the_same(one: str, other: str, language: SentenceLanguage) -> bool:
    """Whether two goals say the same: all words are forms of each other's, and the amounts are equal.

    Args:
        one: as written.
        other: as written.
        language: da or sv.
    """
    first, second = _beginnings(one), _beginnings(other)
    if len(first & second) * 2 < min(len(first), len(second)):
        # Two goals of the same words begin most of them alike; nearly all pairs end here.
        return False
    return _holds_the_same(content_of(one, language), content_of(other, language))


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in text.lower().split() if len(word) >= _BEGINNING)


def _holds_the_same(one: Content, other: Content) -> bool:
    if len(one.words) != len(other.words) or one.amounts != other.amounts:
        return False
    if len(one.words) + bool(one.amounts) < _FEWEST_WORDS:
        return False
    left = list(other.words)
    for bases in one.words:
        match = next((place for place, others in enumerate(left) if bases & others), None)
        if match is None:
            return False
        del left[match]
    return True


def _bases(word: str, language: SentenceLanguage) -> frozenset[str]:
    from pipctl.language.inflection import adjective_bases, noun_bases, verb_bases  # likewise

    found = noun_bases(word, language) | verb_bases(word, language) | adjective_bases(word, language)
    return frozenset(base for base in found if len(base) >= _SHORTEST_BASE) | {word}


@cache
def _joints(language: SentenceLanguage) -> frozenset[str]:
    return frozenset(word for _, line in entries(language, "joints") for word in line.split())
