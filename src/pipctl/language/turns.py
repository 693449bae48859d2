"""Turns of phrase by the words that give them away, so that a text without any costs next to nothing.

Of the parts that a phrase cannot do without, the rarest tells that it may be there; then all the others must
be in the text too, in whatever order, before the phrase is looked for in earnest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipctl.language.phrases import Match, Part, Phrase, end_of_match, phrase_of
from pipctl.language.words import Word

_ANY = "any"


class Turn(NamedTuple):
    """A phrase and what must be there of it.

    Attributes:
        phrase: as written.
        needed: the parts that it cannot do without.
        spelled: of those the ones that only words fit, not groups: one word of each is in the text. The
            rarest, which has fewest and longest words, comes first, and last the one that tells the phrase.
        twice: words that must be in the text two times: "igen og igen".
    """

    phrase: Phrase
    needed: tuple[Part, ...]
    spelled: tuple[frozenset[str], ...]
    twice: tuple[str, ...]

    @property
    def is_supporting(self) -> bool:
        """Whether it only tells what is meant by something else."""
        return self.phrase.sign in _SUPPORTING


_SUPPORTING = frozenset(["irrelevant", "regardless", "undecided", "unfit", "years"])


class Turns:
    """Phrases, found by the part of each that is met with least often, and read when first met with.

    Args:
        written: sign and pattern of each phrase.
        by_word: places in `written` of the phrases that a word tells.
        by_group: likewise of those that any word of a group tells.
    """

    def __init__(
        self,
        written: Sequence[Sequence[str]],
        by_word: Mapping[str, Sequence[int]],
        by_group: Mapping[str, Sequence[int]],
    ) -> None:
        self._written = written
        self._by_word = by_word
        self._by_group = by_group
        self._read: dict[int, Turn] = {}

    def told_by(self, words: frozenset[str], groups: frozenset[str]) -> Iterator[Turn]:
        """Yield the phrases that some words and groups give away."""
        for names, places in ((words, self._by_word), (groups, self._by_group)):
            for name in places.keys() & names:
                for number in places[name]:
                    yield self._read.get(number) or self._turn(number, name)

    def plausible(self, words: frozenset[str], groups: frozenset[str]) -> Iterator[Turn]:
        """Yield the phrases all of whose needed parts are among some words and groups."""
        for turn in self.told_by(words, groups):
            for part in turn.needed:
                if part.words.isdisjoint(words) and part.groups.isdisjoint(groups):
                    break
            else:
                yield turn

    def _turn(self, number: int, told_by: str) -> Turn:
        """Read a phrase; the part that tells it is there whenever the others are looked for."""
        phrase = phrase_of(*self._written[number])
        needed = tuple(part for part in phrase.parts if not part.may_lack and _ANY not in part.groups)
        spelled = [part.words for part in needed if not part.groups]
        spelled.sort(key=lambda words: (told_by in words, len(words), -max(map(len, words))))
        singles = [word for part in needed if len(part.words) == 1 for word in part.words]
        twice = tuple({word for word in singles if singles.count(word) > 1})
        turn = self._read[number] = Turn(phrase, needed, tuple(spelled), twice)
        return turn


def one_may_stand_in(lower: str, turns: Iterable[Turn]) -> bool:
    """Whether a text in lower case has a word of each spelled part of a phrase; quick, not exact."""
    for turn in turns:
        for words in turn.spelled:
            for word in words:
                if word in lower:
                    break
            else:
                break  # none of these words, so it is not this phrase
        else:
            if all(lower.count(word) > 1 for word in turn.twice):
                return True
    return False


def found_in(words: Sequence[Word], turns: Iterable[Turn]) -> dict[str, list[Match]]:
    """Return the matches of phrases by their sign, from left to right, the longest at each place."""
    found: dict[str, dict[int, Match]] = {}
    for phrase in (turn.phrase for turn in turns):
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
