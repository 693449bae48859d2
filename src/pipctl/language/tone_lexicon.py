"""The words that matter to tone, fairness and privacy; they are read once, when the first text is."""

from __future__ import annotations

from functools import cache

from pipctl.language.inflection import unaccented
from pipctl.language.lists import SentenceLanguage, entries, inflected
from pipctl.language.phrases import PhraseBook, phrase_of

_WHOLE_WORD = "="
_SHORTEST_PART = 4
_LONGEST_WORD = 40
_NOTHING: frozenset[str] = frozenset()


class ToneLexicon:
    """What each word of a language may be a sign of.

    Attributes:
        language: da or sv.
        phrases: fixed turns of phrase, by what they are a sign of.
        triggers: groups without one of which a text says nothing that any rule looks for.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        self._words: dict[str, set[str]] = {}
        self._last_parts: dict[str, frozenset[str]] = {}
        self._known: dict[str, frozenset[str]] = {}
        for _, group, entry, forms in inflected(language, "tone"):
            for form in forms:
                self._words.setdefault(form.removeprefix(_WHOLE_WORD), set()).add(group)
            if group in _COMPOUNDED and not entry.startswith(_WHOLE_WORD):
                for form in forms:
                    earlier = self._last_parts.get(form, _NOTHING)
                    self._last_parts[form] = earlier | {group}
        by_sign: dict[str, list[str]] = {}
        for sign, pattern in entries(language, "phrasings"):
            by_sign.setdefault(sign, []).append(pattern)
        self.phrases = {
            sign: PhraseBook(phrase_of(sign, pattern) for pattern in patterns)
            for sign, patterns in by_sign.items()
        }

    def groups(self, word: str) -> frozenset[str]:
        """Return what a word, in lower case, may be a sign of; a compound is what its last part is."""
        known = self._known.get(word)
        if known is None:
            plain = unaccented(word)
            found = self._words.get(plain)
            if found is None and (stem := plain.partition("'")[0].partition("’")[0]) != plain:
                # "Ptsd'en" is how an abbreviation is inflected.
                found = self._words.get(stem)
            known = frozenset(found) if found is not None else self._of_last_part(plain)
            self._known[word] = known
        return known

    def _of_last_part(self, word: str) -> frozenset[str]:
        if len(word) <= _LONGEST_WORD:
            for cut in range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1):
                groups = self._last_parts.get(word[cut:])
                if groups is not None:
                    return groups
        return _NOTHING


_COMPOUNDED = frozenset(
    [
        "crime",
        "dismissal",
        "faith",
        "family",
        "help",
        "illness",
        "insult",
        "care",
        "money",
        "other",
        "pregnancy",
        "sickleave",
        "tenancy",
        "vice",
        "union",
    ]
)
"""Groups whose nouns end compounds that mean the same: "langtidssygemelding"."""


@cache
def tone_lexicon(language: SentenceLanguage) -> ToneLexicon:
    """Return the words of a language; they are read at the first call."""
    return ToneLexicon(language)
