"""Events told in a text: something that happened on a day, in a week or in a month (rule BG01).

A figure with a month ("72 % tilfredse kunder i januar") is a state, and "siden november" a trend; an event
has a verb in the past beside its time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipctl.language.lists import SentenceLanguage, entries
from pipctl.language.words import Mention

_WEAK_PAST = {"da": ("ede", "edes"), "sv": ("ade", "ades")}
_TREND = re.compile(
    r"(?:op|ned|upp)?(?:fald|steg|sank|sjönk|ök|øg|minsk|forring|försämr|forbedr|förbättr|voks|växt)\w*"
)
_SHORTEST_WEAK = 5


class _Lists(NamedTuple):
    """The word lists of a language and the pattern of a time."""

    groups: dict[str, frozenset[str]]
    time: re.Pattern[str]


def dated_events(text: str, language: SentenceLanguage) -> tuple[Mention, ...]:
    """Find the times at which a text tells that something happened.

    Args:
        text: of any length.
        language: da or sv.

    Returns:
        Where each time stands, with the sign `event`.
    """
    lists = _lists(language)
    found = []
    for start, end in _sentences(text):
        times = list(lists.time.finditer(text, start, end))
        if times and _tells_event(text[start:end], language, lists):
            found += [Mention(match.start(), match.end(), "event") for match in times]
    return tuple(found)


def _tells_event(sentence: str, language: SentenceLanguage, lists: _Lists) -> bool:
    words = re.findall(r"[^\W\d_]+", sentence.casefold())
    groups = lists.groups
    if any(_is_past(word, language, groups) for word in words):
        return True
    is_passive = any(word in groups["passive"] for word in words)
    return is_passive and not any(word in groups["figure"] or _TREND.fullmatch(word) for word in words)


def _is_past(word: str, language: SentenceLanguage, groups: dict[str, frozenset[str]]) -> bool:
    if word in groups["past"]:
        return True
    if word in groups["none"] or word in groups["figure"] or _TREND.fullmatch(word):
        return False
    return len(word) >= _SHORTEST_WEAK and word.endswith(_WEAK_PAST[language])


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in re.finditer(r"[.!?]\s+(?=[A-ZÆØÅÄÖ])|\n", text)]
    starts = [0, *ends]
    return list(zip(starts, [*ends, len(text)], strict=True))


@cache
def _lists(language: SentenceLanguage) -> _Lists:
    found: dict[str, set[str]] = {}
    for group, line in entries(language, "events"):
        found.setdefault(group, set()).update(line.split())
    month = "|".join(sorted(found["month"]))
    since = "".join(rf"(?<!\b{word} )" for word in sorted(found["since"]))
    time = re.compile(
        rf"""
        {since.replace(" ", "[ ]")}
        (?: \b\d{{4}}-\d\d-\d\d\b
          | \b\d{{1,2}}[./]\ ?\d{{1,2}}(?:[./-]\d{{2,4}})?\b(?!\s*(?:kr|%|t))
          | \b\d{{1,2}}\.?\ (?:{month})\b
          | \b(?:{month})\b
          | \b(?:uge|vecka|v\.|u\.)\ ?\d{{1,2}}\b )
        """,
        re.VERBOSE | re.IGNORECASE,
    )
    return _Lists({group: frozenset(words) for group, words in found.items()}, time)
