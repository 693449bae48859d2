"""Phrases: patterns over groups of words, written as data, and the search for them in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipctl.language.words import Word

_THAT = "at"
_MOST_REPEATED = 6
"""As often may a part with `*` repeat; a text of nothing but "i i i i" must not cost more."""


class Part(NamedTuple):
    """One place of a phrase.

    Attributes:
        words: words that fit, as written in lower case.
        groups: groups any word of which fits.
        may_lack: nothing need stand there.
        may_repeat: several may.
    """

    words: frozenset[str]
    groups: frozenset[str]
    may_lack: bool
    may_repeat: bool

    def fits(self, word: Word) -> bool:
        """Whether a word can stand in this place."""
        return word.token.word in self.words or not self.groups.isdisjoint(word.groups)

    def is_among(self, words: frozenset[str], groups: frozenset[str]) -> bool:
        """Whether any of a sentence's words, or of their groups, fits."""
        return not (self.words.isdisjoint(words) and self.groups.isdisjoint(groups))


class Phrase(NamedTuple):
    """A pattern and what a match of it is a sign of."""

    sign: str
    parts: tuple[Part, ...]


class Match(NamedTuple):
    """Words of a sentence, from `first` up to but not including `after`, that fit a phrase."""

    first: int
    after: int
    sign: str


def phrase_of(sign: str, pattern: str) -> Phrase:
    """Read a pattern.

    Args:
        sign: what a match says.
        pattern: parts separated by blanks: capitals name a group, small letters are the word itself; `?` may
            lack, `*` may lack and repeat, `(a|B)` one of them.
    """
    parts: list[Part] = []
    for written in pattern.split():
        may_repeat = written.endswith("*")
        may_lack = may_repeat or written.endswith("?")
        names = written.rstrip("?*").strip("()").split("|")
        groups = frozenset(name.lower() for name in names if name.isupper())
        words = frozenset(name for name in names if not name.isupper())
        parts.append(Part(words, groups, may_lack, may_repeat))
    return Phrase(sign, tuple(parts))


class PhraseBook:
    """Phrases with an index of the words and groups that each can begin with.

    Args:
        phrases: where two match as many words, the earlier one holds.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._needed = [tuple(part for part in one.parts if not part.may_lack) for one in self._phrases]
        self._by_word: dict[str, list[int]] = {}
        self._by_group: dict[str, list[int]] = {}
        for number, phrase in enumerate(self._phrases):
            for part in _openings(phrase):
                for word in part.words:
                    self._by_word.setdefault(word, []).append(number)
                for group in part.groups:
                    self._by_group.setdefault(group, []).append(number)

    def find(self, words: Sequence[Word]) -> list[Match]:
        """Return the matches from left to right, the longest at each place; they do not overlap."""
        found: list[Match] = []
        at = 0
        written = frozenset(word.token.word for word in words)
        groups = frozenset(group for word in words for group in word.groups)
        possible: dict[int, bool] = {}
        while at < len(words):
            best = Match(at, at, "")
            for number in sorted(self._candidates(words[at])):
                phrase = self._phrases[number]
                # Most phrases lack a word that they need, which is cheaper to see than to come upon.
                if number not in possible:
                    possible[number] = all(part.is_among(written, groups) for part in self._needed[number])
                if not possible[number]:
                    continue
                after = end_of_match(words, at, phrase.parts, 0)
                if after > best.after:
                    best = Match(at, after, phrase.sign)
            if best.sign:
                found.append(best)
            at = max(best.after, at + 1)
        return found

    def _candidates(self, word: Word) -> set[int]:
        numbers = set(self._by_word.get(word.token.word, ()))
        for group in word.groups:
            numbers.update(self._by_group.get(group, ()))
        return numbers


def _openings(phrase: Phrase) -> Iterator[Part]:
    for part in phrase.parts:
        yield part
        if not part.may_lack:
            return


def end_of_match(words: Sequence[Word], at: int, parts: tuple[Part, ...], place: int) -> int:
    """Return where a match that has come to `place` of the phrase ends at the furthest; -1 for none.

    Args:
        words: of the sentence.
        at: place of the next word.
        parts: of the phrase.
        place: of the next part.
    """
    while place < len(parts):
        part = parts[place]
        if part.may_lack:
            break
        if at >= len(words):
            return -1
        if not part.fits(words[at]):
            # Danish may part "regner ikke med, at" by a comma.
            is_parted = (
                words[at].token.word == "," and at + 1 < len(words) and words[at + 1].token.word == _THAT
            )
            if not is_parted or not part.fits(words[at + 1]):
                return -1
            at += 1
        at += 1
        place += 1
    else:
        return at
    most = _MOST_REPEATED if part.may_repeat else 1
    fitting = 0
    while fitting < most and at + fitting < len(words) and part.fits(words[at + fitting]):
        fitting += 1
    return max(end_of_match(words, at + taken, parts, place + 1) for taken in range(fitting + 1))
