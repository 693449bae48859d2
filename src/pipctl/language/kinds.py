"""What words are as far as GO02 asks: broad, metric, thing, person, quality or unknown."""

from __future__ import annotations

from collections.abc import Sequence

from pipctl.language.words import Word

NARROW = ("thing", "metric")
"""Kinds of noun that two people see alike."""

_NOUNS = ("broad", "metric", "thing", "person")
_HAPPENINGS = frozenset({"event", "happening", "shift"})
_DAYS = frozenset({"days"})
"""Days of some kind are something by themselves: "kursdagarna"."""
_MORE_OR_FEWER = frozenset({"some"})
_COUNTING = frozenset({"some", "every", "each", "none"})
_REACH_OF_ATTENDANCE = 4
"""Words after "närvaro" among which the meeting stands."""


def kinds(words: Sequence[Word], hidden: frozenset[int], first: int, until: int) -> tuple[str, ...]:
    """Return what the content words of a stretch are, in order.

    Args:
        words: of the sentence.
        hidden: places that do not count: they say when, or belong to a clause of their own.
        first: place where the stretch begins.
        until: place after its end.
    """
    found: list[str] = []
    for place in range(first, until):
        kind = "" if place in hidden else _kind_at(words, place)
        if kind:
            found.append(kind)
    return tuple(found)


def kind_of(word: Word) -> str:
    """Return what a word is by itself; empty for a number, a sign and a word without content."""
    for kind in _NOUNS:
        if kind in word.nouns:
            return kind
    if not word.nouns.isdisjoint(_HAPPENINGS):
        return "thing"
    if "ornament" in word.nouns:
        return "broad"
    if word.quality:
        return "quality"
    if word.nouns == _DAYS and not word.token.word.startswith(word.noun):
        return "unknown"
    is_known = len(word.groups - {"word"}) > 0 or not word.is_word
    return "" if is_known else "unknown"


def first_noun(found: Sequence[str]) -> str:
    """Return the kind of the first noun that the lists know; empty for none."""
    return next((kind for kind in found if kind in _NOUNS), "")


def _kind_at(words: Sequence[Word], place: int) -> str:
    kind = kind_of(words[place])
    if (
        kind
        and "attributive" in words[place].groups
        and any(kind_of(one) for one in words[place + 1 : place + 2])
    ):
        return ""
    is_piece = kind == "unknown" or (kind == "broad" and "labeled" in words[place].nouns)
    if is_piece and _is_counted(words, place, _COUNTING):
        # What there can be fewer of, or none, or each of, is a thing: "færre kørsler", "alle boder".
        return "thing"
    if kind == "person" and _is_counted(words, place, _MORE_OR_FEWER):
        return "thing"
    if kind == "broad" and (_is_attended(words, place) or _is_of_time(words, place)):
        return "thing"
    if kind == "person" and _is_owner(words, place):
        return ""
    return "person" if kind == "quality" and place and _is_person(words, place) else kind


def _is_owner(words: Sequence[Word], place: int) -> bool:
    """Whether a person is named only as the owner of what follows: "kundens navn"."""
    word = words[place]
    is_genitive = word.token.word.endswith("s") and word.token.word != word.noun
    following = words[place + 1 : place + 3]
    if following and "participle" not in following[0].groups:
        following = following[:1]
    return is_genitive and any(kind_of(one) for one in following)


def _is_counted(words: Sequence[Word], place: int, counting: frozenset[str]) -> bool:
    """Whether "fewer" or "each" stands before a word, before the adjective before it, or "fewer of"."""
    if place and not counting.isdisjoint(words[place - 1].groups):
        return "adverb" not in words[place - 1].groups
    is_last = place + 1 == len(words) or kind_of(words[place + 1]) == ""
    return place > 1 and is_last and not counting.isdisjoint(words[place - 2].groups)


def _is_attended(words: Sequence[Word], place: int) -> bool:
    """Whether one can see who is there: "närvaro på samtliga morgonmöten"."""
    following = words[place + 1 : place + 1 + _REACH_OF_ATTENDANCE]
    return "attending" in words[place].nouns and any("event" in word.nouns for word in following)


def _is_of_time(words: Sequence[Word], place: int) -> bool:
    """Whether it belongs to a day or week, and is then a list of things: "veckans prioriteringar"."""
    return place > 0 and "oftime" in words[place - 1].groups and words[place].token.word != words[place].noun


def _is_person(words: Sequence[Word], place: int) -> bool:
    """Tell "en ansvarlig" from "en ansvarlig kollega"."""
    is_last = place + 1 == len(words) or not words[place + 1].is_word
    return is_last and "one" in words[place - 1].groups
