"""A sentence as words and numbers with their places. What a word means is the lexicon's to say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["word", "number", "ordinal", "date", "year", "sign", "stop"]

_FIRST_YEAR, _LAST_YEAR = 1990, 2099

_UNBROKEN = frozenset("\u00a0\u202f\u2009")
"""Spaces that do not break a line, or thin ones; all of them one character, as a space is."""
_SPACES = dict.fromkeys(map(ord, _UNBROKEN), " ")
_ABBREVIATED = re.compile(
    "ca|kl|kr|mio|mia|min|sek|pct|proc|pr|st|stk|nr|max|maks|jf|dvs|evt|ekskl|inkl|md|mdr|mdl|tim|u|v|t"
)
"""Words after which a full stop belongs to the word."""


class Token(NamedTuple):
    """A word, number or sign of a sentence.

    Attributes:
        word: in lower case, without the full stop of an abbreviation.
        start: offset of its first character in the text.
        end: offset after its last.
        kind: what it looks like.
        is_capitalized: it begins with a capital, and others of the sentence do not.
    """

    word: str
    start: int
    end: int
    kind: Kind
    is_capitalized: bool = False


class Word(NamedTuple):
    """A token and what the word lists know of it.

    Attributes:
        token: as it stands in the sentence.
        groups: of function words and kinds of number, for phrases.
        nouns: groups of the noun that it ends in: broad, metric, thing, person, month …
        noun: the entry of that noun; empty for none, or where only an ending is known ("-hed").
        verb: the group of the verb that it is a form of; empty for none.
        quality: the entry of the adjective or adverb of praise; empty for none.
        value: of a number in digits or words.
    """

    token: Token
    groups: frozenset[str]
    nouns: frozenset[str]
    noun: str
    verb: str
    quality: str
    value: float | None

    @property
    def is_word(self) -> bool:
        """Whether it is neither a number nor a sign."""
        return self.token.kind == "word"


class Mention(NamedTuple):
    """Words of a sentence that answer a question.

    Attributes:
        start: offset of the first character in the text.
        end: offset after the last.
        sign: how it was known: a kind such as `amount`, or for a vague word the entry of the word list.
    """

    start: int
    end: int
    sign: str


@cache
def _scanner() -> re.Pattern[str]:
    # Blanks are passed over, and words, of which there are most, are tried first.
    return re.compile(
        r"""
        (?=[^\s]|\n)
        (?: (?P<word> [^\W\d_][\w]*(?:[-‐'’/:](?=\w)\w+)* )
      | (?P<date> \d{4}-\d\d-\d\d
                | (?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.\ ?[–-]\ ?
                  (?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\b\.?
                | \d{1,2}\.\ ?\d{1,2}\.\ ?(?:\d{4}|\d\d)\b
                | (?:(?<=d\.\ )|(?<=den\ )|(?<=senest\ )|(?<=inden\ )|(?<=senast\ )|(?<=før\ )|(?<=före\ ))
                  (?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.?(?=[\s,.;]|$)
                | (?!24/7)\d{1,2}/(?:1[0-2]|0?[1-9])(?:[-/ ]\d{4}|-\d\d)?(?![\d/]) )
      | (?P<year> (?:19|20)\d\d/\d{2,4}\b )
      | (?P<ordinal> \d{1,2}:[ae]\b )
      | (?P<compound> \d+(?:[:/]\d+)?[-‐][^\W\d_][\w-]* )
      | (?P<number> \d{1,3}(?:[.\ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d) | \d+(?:[.,:]\d+)? )
      | (?P<sign> [%‰§+–-] )
      | (?P<stop> [.!?;:,()"”»«\n] ) )
        """,
        re.VERBOSE,
    )


def composed(text: str) -> str:
    """Return a text with "å" as one character and every space an ordinary one.

    Some programs write letters as two characters, and texts pasted from a document hold spaces that do not
    break. Where letters are composed, places behind them move to the left by as many characters.
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.translate(_SPACES) if not _UNBROKEN.isdisjoint(text) else text


def tokens_of(text: str) -> tuple[Token, ...]:
    """Split a sentence into words, numbers and signs, in order; what is none of them is left out."""
    found: list[Token] = []
    taken = 0
    shouts = text.isupper()
    for match in _scanner().finditer(text):
        start, end = match.span()
        if start < taken:
            continue
        kind, written = match.lastgroup or "", match.group()
        word = written.casefold()
        capital = False
        if kind == "word":
            if text[end : end + 1] == "." and _ABBREVIATED.fullmatch(word):
                end += 1
            capital = written[0].isupper() and not shouts
        elif kind == "number":
            kind, end = _kind_of_number(text, written, end)
        found.append(Token(word, start, end, _KINDS.get(kind, "word"), capital))
        taken = end
    return tuple(found)


_KINDS: Mapping[str, Kind] = {
    "number": "number",
    "ordinal": "ordinal",
    "date": "date",
    "year": "year",
    "sign": "sign",
    "stop": "stop",
}


def _kind_of_number(text: str, written: str, end: int) -> tuple[str, int]:
    """Tell an ordinal ("1. marts") and a year from a number; a full stop at the end makes no ordinal."""
    if written.isdigit() and text[end : end + 1] == "." and text[end + 1 : end + 2] == " ":
        following = text[end + 2 : end + 3]
        if following.islower():
            return "ordinal", end + 1
    is_year = len(written) == len("2026") and written.isdigit() and _FIRST_YEAR <= int(written) <= _LAST_YEAR
    return ("year" if is_year else "number"), end
