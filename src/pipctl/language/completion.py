"""Done or not done: whether an action has an end that two people would see alike (rule GO03).

"Aflever rapporten" and "bestå prøven" are there or not there. "Skriv referater" has no end, and "opdatér
planen oftere" compares with nothing that is named: a comparison without a number takes the measure away from
every sign that is not itself a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipctl.language.actions import STATE
from pipctl.language.phrases import Match
from pipctl.language.words import Word

_WORK = frozenset({"action", "light", "handle"})
_DEFINITE = ("en", "et", "an", "ene", "erne", "erna", "arna", "orna")
"""Endings of the one, or the lot, that is known, in either language."""
_SAYS_HOW_MUCH = frozenset({"amount", "share", "fold", "none"})
_KEEPS_ITS_SENSE = _SAYS_HOW_MUCH | {"limit"}
_DIRECTIONS = frozenset({"improve", "up", "down"})
_ENDED = frozenset({"complete", STATE})
_WITH = ("med",)
_WHEN_NEEDED = ("ved", "vid", "efter")
_NOW = frozenset(["i", "nu", "før", "idag", "hidtil", "hittills", "tidligere", "tidigare", "innan"])
"""Behind "than" these name no number: "tidligere end i dag"."""
_SOME = frozenset(["nogle", "enkelte", "visse", "några", "enstaka", "vissa", "flere", "flera"])
"""Of these nobody knows how many, so that nobody knows when all are done."""
_INDEFINITE_PLURAL = ("er", "ar", "or")
"""Endings of nouns without a number or article, in either language: referater, rapporter, fakturor."""


def completions(words: Sequence[Word], done: Sequence[Match], times: Sequence[Match]) -> list[Match]:
    """Return the verbs that are done or not done.

    Args:
        words: of the sentence.
        done: its actions.
        times: what says when; work on one thing that has a last day is done by then or not.
    """
    if is_comparison(words) or _is_at_need(words):
        return []
    has_last_day = any(_is_last_day(words, match) for match in times)
    ended = _ENDED | _WORK if has_last_day else _ENDED
    return [
        Match(one.first, one.after, "done")
        for one in done
        if (one.sign in ended or (one.sign in _WORK and _is_to_the_end(words, one)))
        and _has_end(words, one, is_work=one.sign in _WORK)
        and not (one is not done[0] and _is_conditional(words, done[0].after, one.first))
    ]


def _is_to_the_end(words: Sequence[Word], action: Match) -> bool:
    """Whether work is done until it is whole: "svetsa ihop ramen", and not "arbeta ihop med"."""
    for word, following in pairwise(words[action.first + 1 :]):
        if word.token.kind == "stop":
            return False
        if "whole" in word.groups:
            return following.token.word not in _WITH
    return False


def _is_conditional(words: Sequence[Word], first: int, until: int) -> bool:
    """Whether a verb stands in a clause of time behind another one: "säg till när du ska byta pass"."""
    return any("whenever" in word.groups for word in words[first:until])


def _is_last_day(words: Sequence[Word], match: Match) -> bool:
    """Whether a time is one by which something is there: "senast fredag", "inden udgangen af marts"."""
    return match.sign in ("date", "event", "period") and "before" in words[match.first].groups


def unweakened(words: Sequence[Word], done: Sequence[Match], quantities: Sequence[Match]) -> list[Match]:
    """Return the signs of a measure that still say how much.

    A comparison ("oftere", "flere") and a mere direction ("sænk", "öka") leave only numbers standing.
    """
    if all(one.sign in _DIRECTIONS for one in done):
        return [match for match in quantities if match.sign in _SAYS_HOW_MUCH]
    if not is_comparison(words):
        return list(quantities)
    return [match for match in quantities if match.sign in _KEEPS_ITS_SENSE]


def is_comparison(words: Sequence[Word]) -> bool:
    """Whether something is to be more or better than it is, without a number that says how much."""
    for place, word in enumerate(words):
        if "more" not in word.groups:
            continue
        after = words[place + 1] if place + 1 < len(words) else None
        than = after is not None and "than" in after.groups
        if than and not any(one.token.word in _NOW for one in words[place + 2 : place + 4]):
            continue
        before = words[place - 1] if place else None
        if before is None or "purpose" not in before.groups:
            return True
    return False


def _is_at_need(words: Sequence[Word]) -> bool:
    """Whether it is left open if anything is done: "ved behov", "vid behov"."""
    return any(
        "need" in word.groups and before.token.word in _WHEN_NEEDED for before, word in pairwise(words)
    )


def _has_end(words: Sequence[Word], action: Match, *, is_work: bool) -> bool:
    """Whether what the action is done to is one thing, or all of a named lot, and not just some."""
    if is_work:
        return "auxiliary" not in words[action.first].groups and _is_known(words, action)
    last = words[action.after - 1]
    is_fixed_result = action.after > action.first + 1 and "participle" in last.groups
    if action.sign == STATE or last.nouns or is_fixed_result:
        return True
    for word in words[action.after :]:
        if not word.is_word or word.token.kind == "stop":
            return True
        if word.token.word in _SOME:
            return False
        if word.groups & {"det", "one", "every", "each", "definite"}:
            return True
        if word.nouns or not word.groups - {"word"}:
            is_base = word.token.word == word.noun
            return is_base or not word.token.word.endswith(_INDEFINITE_PLURAL)
    return True


def _is_known(words: Sequence[Word], action: Match) -> bool:
    """Whether what is worked on is the one, or the lot, that is known: "beskær frugttræerne"."""
    for before, word in pairwise(words[action.after - 1 :]):
        if word.token.kind == "stop":
            break
        if word.groups & {"every", "each", "definite"}:
            return True
        if word.token.word in _SOME:
            return False
        if "and" in before.groups:
            # "Slib og oliér bordpladerne": another verb, and what it is done to comes yet.
            continue
        if word.nouns or not word.groups - {"word"}:
            return word.token.word.endswith(_DEFINITE)
    return False
