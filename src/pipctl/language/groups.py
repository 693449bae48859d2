"""What a plain word list says of a word: by the word, by its form, or by the last part of a compound."""

from __future__ import annotations

from functools import cache

from pipctl.language.inflection import noun_bases
from pipctl.language.lists import SentenceLanguage, entries

_WHOLE_WORD = "="
_LAST_PART = "-"
_SHORTEST_PART = 2
_SHORTEST_UNMARKED = 4
"""A shorter entry is the end of too many words to count as the last part of a compound unless marked."""
_LONGEST_WORD = 40
"""A longer run of letters is no word of a sentence, and its parts need not be sought."""


class WordGroups:
    """The groups of one word list.

    Args:
        language: da or sv.
        name: of the list. An entry after `=` is a whole word alone, one after `-` only the end of another.
        inflects: whether the endings of a noun are taken off; without it a list gives every form.
    """

    def __init__(self, language: SentenceLanguage, name: str, *, inflects: bool = True) -> None:
        self._language = language
        self._inflects = inflects
        self._words: dict[str, str] = {}
        self._last_parts: dict[str, str] = {}
        self._known: dict[str, str] = {}
        for group, line in entries(language, name):
            for entry in line.split():
                word = entry.lstrip(_WHOLE_WORD + _LAST_PART)
                if not entry.startswith(_LAST_PART):
                    self._words.setdefault(word, group)
                if entry.startswith(_LAST_PART) or (word == entry and len(word) >= _SHORTEST_UNMARKED):
                    self._last_parts.setdefault(word, group)

    def of(self, word: str) -> str:
        """Return the group of a word, written in lower case; empty where the list does not know it."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._looked_up(word)
        return known

    def _looked_up(self, word: str) -> str:
        if word in self._words:
            return self._words[word]
        if len(word) > _LONGEST_WORD:
            return ""
        bases = [word]
        if self._inflects:
            bases = sorted(noun_bases(word, self._language), key=len, reverse=True)
        for base in bases:
            if base in self._words:
                return self._words[base]
        for cut in range(1, len(word) - _SHORTEST_PART + 1):
            for base in bases:
                if base[cut:] in self._last_parts and len(base) - cut >= _SHORTEST_PART:
                    return self._last_parts[base[cut:]]
        return ""


@cache
def word_groups(language: SentenceLanguage, name: str, *, inflects: bool = True) -> WordGroups:
    """Return a word list; it is read at the first call."""
    return WordGroups(language, name, inflects=inflects)
