"""Numbers in words and digits, as Danish and Swedish write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_THOUSANDS = re.compile(r"[.\s]")
_ONES = range(1, 10)
_LONGEST = 60
"""Letters of a number word; "hundredehundrede…" would else be taken apart without end."""


class Numerals:
    """The number words of a language, put together from their parts: 0 to 999 999, ordinals to 31.

    Args:
        entries: group (ones, tens, hundreds, thousands, joins, ordinals) and "word value" of each part.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._parts: dict[str, dict[str, int]] = {}
        self._join = ""
        for group, entry in entries:
            if group == "joins":
                self._join = entry
                continue
            word, value = entry.split()
            self._parts.setdefault(group, {})[word] = int(value)
        self._known: dict[str, int | None] = {}

    def value(self, word: str) -> int | None:
        """Return the value of a number word; None for any other word."""
        if len(word) > _LONGEST:
            return None
        if word not in self._known:
            self._known[word] = self._below_million(word)
        return self._known[word]

    def is_ordinal(self, word: str) -> bool:
        """Whether a word is an ordinal: third, twenty-first."""
        return word in self._parts["ordinals"]

    def digits(self, written: str) -> float | None:
        """Return the value of a number in digits: "1.000", "50 000", "2,5", "4.5"."""
        whole, comma, decimals = written.partition(",")
        groups = _THOUSANDS.split(whole)
        has_decimal_point = "." in whole and not comma and len(groups[-1]) != len("000")
        plain = whole if has_decimal_point else "".join(groups) + (f".{decimals}" if comma else "")
        return float(plain) if plain.replace(".", "", 1).isdecimal() else None

    def _below_million(self, word: str) -> int | None:
        for part, size in self._parts["thousands"].items():
            if part in word:
                before, _, after = word.partition(part)
                return self._sum(self._count(before), self._rest(after), size)
        return self._below_thousand(word)

    def _below_thousand(self, word: str) -> int | None:
        for part, size in self._parts["hundreds"].items():
            if part in word:
                before, _, after = word.partition(part)
                return self._sum(self._count(before), self._rest(after), size)
        return self._below_hundred(word)

    def _below_hundred(self, word: str) -> int | None:
        ones, tens = self._parts["ones"], self._parts["tens"]
        if word in ones or word in tens:
            return ones.get(word, tens.get(word))
        for ten, size in tens.items():
            # Danish says "femogtyve", Swedish "tjugofem".
            if self._join and word.endswith(self._join + ten):
                one = ones.get(word.removesuffix(self._join + ten), 0)
            elif not self._join and word.startswith(ten):
                one = ones.get(word.removeprefix(ten), 0)
            else:
                continue
            return size + one if one in _ONES else None
        return None

    def _count(self, word: str) -> int | None:
        return 1 if not word else self._below_hundred(word)

    def _rest(self, word: str) -> int | None:
        return 0 if not word else self._below_thousand(word.removeprefix(self._join))

    @staticmethod
    def _sum(count: int | None, rest: int | None, size: int) -> int | None:
        return None if count is None or rest is None else count * size + rest
