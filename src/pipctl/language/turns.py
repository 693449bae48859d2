"""Turns of phrase by the words that give them away, so that a text without any costs next to nothing.

Of the parts that a phrase cannot do without, the rarest tells that it may be there; then all the others must
be in the text too, in whatever order, before the phrase is looked for in earnest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipctl.language.phrases import Match, Part, Phrase, end_of_match
from pipctl.language.words import Word

_ANY = "any"


class Turn(NamedTuple):
    """A phrase and what must be there of it.

    Attributes:
        phrase: as written.
        needed: the parts that it cannot do without.
        spelled: of those the ones that only words fit, not groups: one word of each is in the text.
        twice: words that must be in the text two times: "igen og igen".
    """

    phrase: Phrase
    needed: tuple[Part, ...]
    spelled: tuple[frozenset[str], ...]
    twice: tuple[str, ...]

    def may_stand_in(self, lower: str) -> bool:
        """Whether a text in lower case has a word of each part that is spelled out; quick, not exact."""
        return all(any(map(lower.__contains__, words)) for words in self.spelled) and all(
            lower.count(word) > 1 for word in self.twice
        )


class Turns:
    """Phrases, indexed by the part that is met with least often.

    Args:
        phrases: of any signs.
        weight: roughly how often a word, or any word of a group, is met with.
    """

    def __init__(self, phrases: Iterable[Phrase], weight: Callable[[str], int]) -> None:
        self._by_word: dict[str, list[Turn]] = {}
        self._by_group: dict[str, list[Turn]] = {}
        for phrase in phrases:
            needed = tuple(part for part in phrase.parts if not part.may_lack and _ANY not in part.groups)
            telling = min(needed, key=lambda part: _frequency(part, weight))
            spelled = tuple(part.words for part in needed if not part.groups and part is not telling)
            singles = [word for part in needed if len(part.words) == 1 for word in part.words]
            twice = tuple({word for word in singles if singles.count(word) > 1})
            turn = Turn(phrase, needed, spelled, twice)
            for word in telling.words:
                self._by_word.setdefault(word, []).append(turn)
            for group in telling.groups:
                self._by_group.setdefault(group, []).append(turn)
        self.words = frozenset(self._by_word)
        self.groups = frozenset(self._by_group)

    def told_by(self, words: frozenset[str], groups: frozenset[str]) -> tuple[Turn, ...]:
        """Return the phrases that some words and groups give away."""
        by_word = (self._by_word[word] for word in words & self.words)
        by_group = (self._by_group[group] for group in groups & self.groups)
        return tuple(turn for turns in (*by_word, *by_group) for turn in turns)

    def plausible(self, words: frozenset[str], groups: frozenset[str]) -> Iterator[Phrase]:
        """Yield the phrases all of whose needed parts are among some words and groups."""
        for word in words & self.words:
            yield from self._whole(self._by_word[word], words, groups)
        for group in groups & self.groups:
            yield from self._whole(self._by_group[group], words, groups)

    @staticmethod
    def _whole(turns: Iterable[Turn], words: frozenset[str], groups: frozenset[str]) -> Iterator[Phrase]:
        for turn in turns:
            if not any(
                part.words.isdisjoint(words) and part.groups.isdisjoint(groups) for part in turn.needed
            ):
                yield turn.phrase


def found_in(words: Sequence[Word], phrases: Iterable[Phrase]) -> dict[str, list[Match]]:
    """Return the matches of phrases by their sign, from left to right, the longest at each place."""
    found: dict[str, dict[int, Match]] = {}
    for phrase in phrases:
        first = phrase.parts[0]
        for at, word in enumerate(words):
            if first.may_lack or first.fits(word):
                after = end_of_match(words, at, phrase.parts, 0)
                longest = found.setdefault(phrase.sign, {})
                if after > at and (at not in longest or after > longest[at].after):
                    longest[at] = Match(at, after, phrase.sign)
    return {sign: _apart(sorted(matches.values())) for sign, matches in found.items() if matches}


def _apart(matches: Iterable[Match]) -> list[Match]:
    """Leave out matches that begin inside the one before."""
    found: list[Match] = []
    for match in matches:
        if not found or match.first >= found[-1].after:
            found.append(match)
    return found


def _frequency(part: Part, weight: Callable[[str], int]) -> int:
    return sum(map(weight, part.words)) + sum(map(weight, part.groups))
