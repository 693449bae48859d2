"""The words that matter to tone, fairness and privacy; they are read once, when the first text is."""

from __future__ import annotations

from functools import cache

from pipctl.language.inflection import unaccented
from pipctl.language.lists import SentenceLanguage, entries, inflected
from pipctl.language.phrases import phrase_of
from pipctl.language.turns import Turn, Turns
from pipctl.language.words import tokens_of

_WHOLE_WORD = "="
_SHORTEST_PART = 4
_SHORTEST_WORD = 2
"""Words of two letters are met with in every text."""
_LONGEST_WORD = 40
_NOTHING: frozenset[str] = frozenset()


class ToneLexicon:
    """What each word of a language may be a sign of.

    Attributes:
        language: da or sv.
        turns: fixed turns of phrase, each with what it is a sign of.
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
        phrases = [phrase_of(*entry) for entry in entries(language, "phrasings")]
        self.turns = Turns(phrases, self._weight)
        self._telling = Turns((one for one in phrases if one.sign not in _SUPPORTING), self._weight)
        self._chunks: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def groups(self, word: str) -> frozenset[str]:
        """Return what a word, in lower case, may be a sign of; a compound is what its last part is."""
        known = self._known.get(word)
        if known is None:
            plain = unaccented(word)
            found = self._words.get(plain)
            if found is None and (stem := plain.partition("'")[0].partition("’")[0]) != plain:
                # "Ptsd'en" is how an abbreviation is inflected.
                found = self._words.get(stem)
            if found is not None:
                known = frozenset(found)
            else:
                # "62-årig", "ADHD-diagnose": what stands behind the hyphen says what it is.
                last = plain.rpartition("-")[2]
                known = self._of_last_part(plain) if last == plain else self.groups(last)
            self._known[word] = known
        return known

    def is_silent(self, text: str) -> bool:
        """Whether no words of a text can be anything that is looked for; cheap, and true of most texts."""
        known = [self._word(written) for written in set(text.split())]
        groups = _NOTHING.union(*(one[1] for one in known))
        if not groups.isdisjoint(_TELLING):
            return False
        words = _NOTHING.union(*(one[0] for one in known))
        return next(self._telling.plausible(words, groups), None) is None

    def told_by(self, written: str) -> tuple[Turn, ...] | None:
        """Return the turns of phrase that a word may be part of; None where the word alone has to be read.

        Args:
            written: a text without blanks.
        """
        words, groups = self._word(written)
        return None if not groups.isdisjoint(_STARTING) else self._telling.told_by(words, groups)

    def _word(self, written: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of a text without blanks, and their groups; most come again and are remembered."""
        known = self._chunks.get(written)
        if known is None:
            if len(self._chunks) > _MOST_REMEMBERED:
                self._chunks.clear()
            words = frozenset(token.word for token in tokens_of(written))
            groups = _NOTHING.union(*map(self.groups, words))
            if written[:1].isupper():
                groups |= _NAME
            if any(map(str.isdigit, written)):
                groups |= _NUMBER
            known = self._chunks[written] = (words, groups)
        return known

    def _weight(self, word: str) -> int:
        """Return roughly how often a word, or a word of a group, is met with; only the order matters."""
        groups = self._words.get(word, _NOTHING)
        if word in _GENERIC or "everywhere" in groups:
            return _IN_ANY_TEXT
        if word in _STARTING:
            return _SELDOM
        return _OFTEN if len(word) <= _SHORTEST_WORD or not _COMMON.isdisjoint(groups) else _ONCE

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


_TELLING = (
    *("insult", "trait", "badly", "vice", "virtue", "ever", "dismissal", "dismiss", "crime", "crimeact"),
    *("age", "sex", "pregnancy", "pregnant", "faith", "faithful", "union", "ethnicity", "ethnic"),
    *("orientation", "gender", "disability", "disabled", "illness", "ill", "care", "sickleave"),
    *("money", "family"),
)
"""Groups that a reader starts from; all others only tell what is meant by these."""
_STARTING = frozenset(_TELLING)
_SUPPORTING = frozenset(["irrelevant", "regardless", "undecided", "unfit"])
"""Phrases that only tell what is meant by something else."""
_MOST_REMEMBERED = 200_000
_NAME = frozenset(["name", "staff"])
_NUMBER = frozenset(["number", "ordinal", "date", "year"])
_ONCE, _SELDOM, _OFTEN, _IN_ANY_TEXT = 1, 4, 100, 1000
_GENERIC = frozenset(["name", "number", "own", "somebody", "firm", "help", "neg", "staff", "cause", "harm"])
_COMMON = frozenset(
    ["small", "degree", "be", "you", "they", "us", "own", "neg", "modal", "can", "body", "get", "got", "good"]
)


@cache
def tone_lexicon(language: SentenceLanguage) -> ToneLexicon:
    """Return the words of a language; they are read at the first call."""
    return ToneLexicon(language)
