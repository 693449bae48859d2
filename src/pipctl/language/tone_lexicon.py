"""The words that matter to tone, fairness and privacy; they are read once, when the first text is."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

from pipctl.language.inflection import unaccented
from pipctl.language.lists import SentenceLanguage
from pipctl.language.turns import Turn, Turns
from pipctl.language.words import tokens_of

_SHORTEST_PART = 4
_LONGEST_WORD = 40
_NOTHING: frozenset[str] = frozenset()

STARTING = frozenset(
    [
        *("insult", "trait", "badly", "vice", "virtue", "ever", "dismissal", "dismiss", "crime", "crimeact"),
        *("age", "sex", "pregnancy", "pregnant", "faith", "faithful", "union", "ethnicity", "ethnic"),
        *("orientation", "gender", "disability", "disabled", "illness", "ill", "care", "sickleave"),
        *("money", "family", "elder", "representative"),
    ]
)
"""Groups that a reader starts from; all others only tell what is meant by these."""
COMPOUNDED = frozenset(
    [
        *("crime", "dismissal", "faith", "family", "help", "illness", "care", "money", "other"),
        *("pregnancy", "sickleave", "tenancy", "vice", "union", "harm"),
    ]
)
"""Groups whose nouns end compounds that mean the same: "langtidssygemelding"."""
_AGE = re.compile(r"\b(?:[Dd]u|[Hh]an|[Hh]un|[Hh]on|[A-ZÆØÅÄÖ]\w+) (?:er|är) \d\d\b")
"""What may say how old somebody is: its words stand in nearly every text, so that none of them tells it."""
_MOST_REMEMBERED = 200_000
_NAME = frozenset(["name", "staff"])
_NUMBER = frozenset(["number", "ordinal", "date", "year"])


class ToneLexicon:
    """What each word of a language may be a sign of.

    Attributes:
        language: da or sv.
        turns: fixed turns of phrase, each with what it is a sign of.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        place = resources.files("pipctl.language").joinpath("data", language, "tone.json")
        content = json.loads(place.read_bytes())
        self._words: dict[str, str] = content["words"]
        self._ends: dict[str, str] = content["ends"]
        self.turns = Turns(content["turns"], content["by_word"], content["by_group"])
        self._known: dict[str, frozenset[str]] = {}
        self._starting: set[str] = set()
        self._chunks: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def groups(self, word: str) -> frozenset[str]:
        """Return what a word, in lower case, may be a sign of; a compound is what its last part is."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._looked_up(unaccented(word))
        return known

    def _looked_up(self, word: str) -> frozenset[str]:
        found = self._words.get(word)
        if found is None and (stem := word.partition("'")[0].partition("’")[0]) != word:
            # "Ptsd'en" is how an abbreviation is inflected.
            found = self._words.get(stem)
        if found is not None:
            return frozenset(found.split())
        # "62-årig", "ADHD-diagnose": what stands behind the hyphen says what it is.
        last = word.rpartition("-")[2]
        return self._of_last_part(word) if last == word else self.groups(last)

    def is_silent(self, text: str) -> bool:
        """Whether no words of a text can be anything that is looked for; cheap, and true of most texts."""
        chunks = set(text.split())
        if not chunks.isdisjoint(self._starting):
            return False
        if says_an_age(text):
            return False
        known = [self._word(written) for written in chunks]
        groups = _NOTHING.union(*(one[1] for one in known))
        if not groups.isdisjoint(STARTING):
            return False
        words = _NOTHING.union(*(one[0] for one in known))
        return all(turn.is_supporting for turn in self.turns.plausible(words, groups))

    def told_by(self, written: str) -> tuple[Turn, ...] | None:
        """Return the turns of phrase that a word may be part of; None where the word alone has to be read.

        Args:
            written: a text without blanks.
        """
        words, groups = self._word(written)
        if not groups.isdisjoint(STARTING):
            return None
        return tuple(turn for turn in self.turns.told_by(words, groups) if not turn.is_supporting)

    def _word(self, written: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of a text without blanks, and their groups; most come again and are remembered."""
        known = self._chunks.get(written)
        if known is None:
            if written.isascii() and written.isdigit():
                # Numbers never end; they are not worth remembering.
                return frozenset([written]), self._looked_up(written) | _NUMBER
            if len(self._chunks) > _MOST_REMEMBERED:
                self._chunks.clear()
                self._starting.clear()
            if written.isalpha():
                words = frozenset([written.casefold()])
            else:
                words = frozenset(token.word for token in tokens_of(written))
            groups = _NOTHING.union(*map(self.groups, words))
            if written[:1].isupper():
                groups |= _NAME
            if any(map(str.isdigit, written)):
                groups |= _NUMBER
            known = self._chunks[written] = (words, groups)
            if not groups.isdisjoint(STARTING):
                self._starting.add(written)
        return known

    def _of_last_part(self, word: str) -> frozenset[str]:
        if len(word) <= _LONGEST_WORD:
            for cut in range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1):
                groups = self._ends.get(word[cut:])
                if groups is not None:
                    return frozenset(groups.split())
        return _NOTHING


def says_an_age(text: str) -> bool:
    """Whether a text may say how old somebody is: "du är 58 och …"."""
    return (" er " in text or " är " in text) and _AGE.search(text) is not None


@cache
def tone_lexicon(language: SentenceLanguage) -> ToneLexicon:
    """Return the words of a language; they are read at the first call."""
    return ToneLexicon(language)
