"""What is vague: verbs of direction, broad qualities, praise (rules GO02 and SU07)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipctl.language.phrases import Match
from pipctl.language.words import Word

_DIRECTIONS = frozenset({"vague", "improve", "up"})

ABSTRACT = "abstract"
"""The sign of a noun that only its ending tells: there is no entry to name."""


def vague_words(words: Sequence[Word]) -> Iterator[Match]:
    """Yield the words that leave open what is meant; the sign is the entry of the word list."""
    for place, word in enumerate(words):
        if "broad" in word.nouns:
            yield Match(place, place + 1, word.noun or ABSTRACT)
        elif word.quality and not word.nouns:
            yield Match(place, place + 1, word.quality)
        elif word.verb in _DIRECTIONS and place == 0:
            yield Match(place, place + 1, word.token.word)
