"""What a text may hold, told at a glance: most texts hold nothing that any rule on wording looks for.

Every word is judged once and remembered; what is left of a text without the words known to be plain is little
or nothing. Only a text with a mark is read by the readers of that mark.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipctl.language.idiom import is_telling_of_another
from pipctl.language.lists import SentenceLanguage
from pipctl.language.tone_lexicon import says_an_age, tone_lexicon
from pipctl.language.turns import Turn, one_may_stand_in

_MOST_REMEMBERED = 200_000
_CAPITAL = re.compile(r"\W*[A-ZÆØÅÄÖÉÜ][^\W\d_A-ZÆØÅÄÖ]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOGETHER = re.compile(r"\d(?:\W{0,3}\d){6,}")
"""The digits of a number, however it is divided: "+45 (0) 12 - 34 …" has three signs between two at most."""
_POINTS = ".,:;()"
_LONGEST_REMEMBERED = 4
"""Digits of a number that is remembered: there are only so many, and a plan names its own again and again."""
_FEWEST_DIGITS = 7
"""Digits of the shortest telephone number."""
_DIGITS_OF_AGE = 2
_DIGITS_OF_DAY = 8


class Mark:
    """Why a text has to be read, as bits.

    Attributes:
        DIGITS: it holds as many digits together as an identity number or a telephone has.
        HOUSE: it holds a number and a capital behind its first word, as an address does.
        MAIL: it holds an @.
        NAME: a word behind the first begins with a capital.
        FOREIGN: a word, letter or script is another language's.
        TONE: a word may tell of a person judged, a ground, an illness, a promise.
    """

    # Plain numbers: an IntFlag costs ten times as much, for each word of each text.
    DIGITS = 1
    HOUSE = 2
    MAIL = 4
    NAME = 8
    FOREIGN = 16
    TONE = 32


_NUMBER = 64
"""A digit; by itself no reason to read."""
_TWO_DIGITS = 128
"""A number that may be an age."""
_DIGITS, _HOUSE, _NAME, _TONE = Mark.DIGITS, Mark.HOUSE, Mark.NAME, Mark.TONE


class _Telling(NamedTuple):
    """A word that is not plain: its marks, its digits, and the turns of phrase that it may be part of."""

    marks: int
    digits: int
    turns: tuple[Turn, ...]


class Skimmer:
    """Judges the words of a language, each once.

    Of a word is remembered that it is plain; that it is where it opens a text, for its capital is then the
    text's; or what it tells.

    Args:
        language: da or sv.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        self._plain: set[str] = set()
        self._known: dict[str, _Telling] = {}
        self._opening: set[str] = set()
        self._tone = tone_lexicon(language)

    def marks(self, text: str) -> int:
        """Return the marks of a text, or-ed; 0 for most."""
        plain, known = self._plain, self._known
        written = text.split()
        odd = [word for word in written if word not in plain]
        if not odd:
            return 0
        found = digits = 0
        turns: tuple[Turn, ...] = ()
        if odd[0] is written[0]:
            first = odd.pop(0)
            if first not in self._opening:
                found, digits, turns = known.get(first) or self._judged(first)
                found &= ~_NAME
        for word in odd:
            marks, count, may_be = known.get(word) or self._judged(word)
            found |= marks
            digits += count
            if may_be:
                turns += may_be
        if found & _NUMBER:
            found &= ~_NUMBER
            if found & _TWO_DIGITS:
                found &= ~_TWO_DIGITS
                found |= _TONE if says_an_age(text) else 0
            found |= _DIGITS if digits >= _FEWEST_DIGITS and _stand_together(text) else 0
            found |= _HOUSE if found & _NAME else 0
        if turns and not found & _TONE and one_may_stand_in(text.lower(), turns):
            found |= _TONE
        return found

    def _judged(self, word: str) -> _Telling:
        if len(self._known) + len(self._plain) > _MOST_REMEMBERED:
            self._known.clear()
            self._plain.clear()
            self._opening.clear()
        plain = word.strip(_POINTS)
        if plain.isdigit():
            two = _TWO_DIGITS if len(plain) == _DIGITS_OF_AGE else 0
            telling = _Telling(_NUMBER | two, len(plain), ())
            if len(plain) <= _LONGEST_REMEMBERED:
                self._known[word] = telling
            return telling
        if _DAY.fullmatch(plain):
            telling = self._known[word] = _Telling(_NUMBER, _DIGITS_OF_DAY, ())
            return telling
        digits = sum(map(str.isdigit, word))
        marks = _NUMBER if digits else 0
        marks |= Mark.MAIL if "@" in word else 0
        marks |= Mark.NAME if _CAPITAL.match(word) else 0
        marks |= Mark.FOREIGN if is_telling_of_another(word, self.language) else 0
        turns = self._tone.told_by(word)
        marks |= Mark.TONE if turns is None else 0
        telling = _Telling(marks, digits, turns or ())
        if marks == Mark.NAME and not turns:
            self._opening.add(word)
        if marks or turns:
            self._known[word] = telling
        else:
            self._plain.add(word)
        return telling


def _stand_together(text: str) -> bool:
    """Whether as many digits as a telephone has stand so close that they may be one number, and no day."""
    return any(_DAY.fullmatch(together) is None for together in _TOGETHER.findall(text))


@cache
def skimmer(language: SentenceLanguage) -> Skimmer:
    """Return the skimmer of a language; it lives as long as the process."""
    return Skimmer(language)
