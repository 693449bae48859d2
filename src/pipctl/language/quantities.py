"""How much: amounts, shares, limits, rates, and whether something is done or not (rule GO03).

A sign is *firm* where a number says how much of something ("20 kunder", "fra 72 % til 85 %", "halvér"); then
the sentence is specific too, whatever its verb. The other signs (all, none, every Friday, hand in) measure
only an action that can be seen: "tag altid ansvar i alle situationer" measures nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipctl.language.kinds import kind_of
from pipctl.language.phrases import Match
from pipctl.language.words import Token, Word

_ALL_OF_IT = 100
_DAYS_OF_A_CASE = 10
"""Up to so many days "within n days" is a limit on each case, beyond it a deadline of the whole."""

_LONGEST_LEVEL = 5
"""Words from "fra" to "til" where a level is named between them."""

_EVERY_NTH = ("var", "vart")
"""Swedish, before an ordinal: "var femte påse"."""

_MEASURED = frozenset({"metric", "broad"})
"""Kinds of noun that have a number: "betyg 4"; any other noun before one is named by it."""
_TAKES_A_VERB = frozenset({"modal", "pronoun", "to"})
_GENITIVE = "s"
"""Behind a number that is a name: "ISO 9001's ånd"."""
_THE = ("en", "et")
"""Endings of one known thing."""

_LONGEST_DENIAL = 4
"""Words from "inte" to "ett enda", verb included."""

FIRM = frozenset({"amount", "share", "fold"})


def measures(words: Sequence[Word], times: Sequence[Match]) -> list[Match]:
    """Return the signs of a measure, from left to right.

    Args:
        words: of the sentence.
        times: what says when; a number in it is no amount, save in a limit on every case.
    """
    found = [
        *_numbers(words, times),
        *_levels(words),
        *_all_or_none(words, times),
        *_from_times(words, times),
    ]
    return sorted(found)


def _numbers(words: Sequence[Word], times: Sequence[Match]) -> Iterator[Match]:
    in_times = {place for match in times for place in range(match.first, match.after)}
    for place, word in enumerate(words):
        if "share" in word.groups:
            yield Match(place, place + 1, "share")
        elif "fold" in word.groups:
            yield Match(place, place + 1, "fold")
        elif place in in_times:
            continue
        elif "alternate" in word.groups:
            yield Match(place, place + 1, "share")
        elif not _counts(words, place):
            continue
        elif "ordinal" in word.groups:
            yield from _every_other(words, place)
        elif not _is_ornament(words, place):
            # "De tre aftaler" and "alle 12" count what is there; they set no amount.
            is_known_lot = _is_known_lot(_before(words, place))
            sign = "set" if is_known_lot else "amount"
            yield Match(place, _after_unit(words, place), sign)


def _is_known_lot(before: Word) -> bool:
    """Whether "the" or an owner stands before a number: "de tre aftaler", "regionens 4 pejlemærker"."""
    is_owner = before.is_word and bool(before.nouns) and before.token.word.endswith("s")
    return bool(before.groups & {"definite", "every"}) or (is_owner and before.token.word != before.noun)


def _levels(words: Sequence[Word]) -> Iterator[Match]:
    """From one named level to another: "fra niveau B til niveau C"."""
    for place, word in enumerate(words):
        level = _after(words, place)
        if "from" not in word.groups or "labeled" not in level.nouns:
            continue
        for other in range(place + 2, min(place + _LONGEST_LEVEL, len(words) - 1)):
            if "until" in words[other].groups and words[other + 1].noun == level.noun:
                yield Match(place, other + 2, "amount")


def _every_other(words: Sequence[Word], place: int) -> Iterator[Match]:
    before = _before(words, place)
    if "each" in before.groups or before.token.word in _EVERY_NTH:
        yield Match(place - 1, place + 1, "share")


def _counts(words: Sequence[Word], place: int) -> bool:
    """Whether a word is a number here; "en" and "et" are only where something stresses them."""
    word = words[place]
    if "ordinal" in word.groups:
        return True
    if "one" in word.groups:
        following = _after(words, place)
        is_stressed = "stressed" in word.groups or "least" in _before(words, place).groups
        return is_stressed or "times" in following.groups
    return word.value is not None


def _is_ornament(words: Sequence[Word], place: int) -> bool:
    """Whether a number is none that anyone counts: a name, a label, a figure of speech."""
    word, before, after = words[place], _before(words, place), _after(words, place)
    if "percent" in after.groups:
        return _is_figure_of_speech(words, place)
    if "ornament" in after.nouns or (_is_counted(after) and "ornament" in _after(words, place + 1).nouns):
        return True
    if after.quality and "broad" in _after(words, place + 1).nouns:
        return True
    if before.token.word == "§" or after.token.word == _GENITIVE:
        return True
    names_something = not _is_counted(after)
    if names_something and "times" not in after.groups and _is_label(words, place):
        return True
    if word.token.kind == "year":
        return names_something
    is_title = before.token.is_capitalized and not before.verb
    return names_something and is_title and (place > 1 or word.token.word.endswith(".0"))


def _is_label(words: Sequence[Word], place: int) -> bool:
    """Whether a number names the noun before it: "linje 6", "butik 118", "etapp två"; not "betyg 4"."""
    value, before = words[place].value or 0.5, _before(words, place)
    if words[place].token.kind == "year" or "per" in _after(words, place).groups:
        return False
    if "labeled" in before.nouns:
        return True
    if value % 1:
        return False
    is_single = before.noun == before.token.word or before.token.word.endswith(_THE)
    if before.nouns:
        return is_single and not before.nouns & _MEASURED
    ahead = _before(words, place - 1).groups
    is_verbal = (bool(before.verb) and "lead" not in ahead) or not ahead.isdisjoint(_TAKES_A_VERB)
    return place > 1 and kind_of(before) == "unknown" and not is_verbal


def _is_counted(word: Word) -> bool:
    """Whether a word after a number can be what is counted: a noun, or a word that no list knows."""
    is_joint = bool(word.groups - {"word"} - word.nouns)
    return word.is_word and not is_joint and bool(word.nouns or not word.verb)


def _is_figure_of_speech(words: Sequence[Word], place: int) -> bool:
    """Tell "giv 110 %" from "110 % af budgettet"."""
    value = words[place].value or 0
    if value < _ALL_OF_IT:
        return False
    following = _after(words, place + 1)
    if "broad" in following.nouns or following.quality:
        return True
    if _after(words, place + 1).token.word in ("af", "av"):
        return False
    return any("giving" in word.groups for word in words)


def _all_or_none(words: Sequence[Word], times: Sequence[Match]) -> Iterator[Match]:
    in_periods = {
        place for match in times if match.sign != "cadence" for place in range(match.first, match.after)
    }
    for place, word in enumerate(words):
        if place in in_periods:
            continue
        if "none" in word.groups:
            yield Match(place, place + 1, "none")
        elif "single" in word.groups and _is_not_one(words, place):
            yield Match(place - 2, place + 1, "none")
        elif "without" in word.groups and "metric" in _after(words, place).nouns:
            yield Match(place, place + 2, "none")
        elif word.groups & {"every", "each"} or _is_all_of(words, place):
            nearby = words[place + 1 : place + 3]
            if not any("idle" in one.groups for one in nearby):
                yield Match(place, place + 1, "all")


def _is_all_of(words: Sequence[Word], place: int) -> bool:
    """Tell "allt klotter" from "allt du gör"."""
    return words[place].token.word in ("alt", "allt") and _is_counted(_after(words, place))


def _is_not_one(words: Sequence[Word], place: int) -> bool:
    """Whether it says none: "ikke en eneste", "inte finnas ett enda"."""
    denied = any("denied" in word.groups for word in words[max(0, place - _LONGEST_DENIAL) : place - 1])
    return denied and "one" in _before(words, place).groups


def _from_times(words: Sequence[Word], times: Sequence[Match]) -> Iterator[Match]:
    """A cadence is a rate and a standing limit a limit, for an action that can be seen."""
    for match in times:
        if match.sign == "cadence":
            yield Match(match.first, match.after, "rate")
        elif match.sign == "limit" or (
            match.sign == "within" and _is_short(words[match.first : match.after])
        ):
            yield Match(match.first, match.after, "limit")


def _is_short(words: Sequence[Word]) -> bool:
    values = [word.value for word in words if word.value is not None]
    return any("days" in word.groups for word in words) and bool(values) and values[0] <= _DAYS_OF_A_CASE


_NO_WORD = Word(Token("", 0, 0, "stop"), frozenset(), frozenset(), "", "", "", None)


def _before(words: Sequence[Word], place: int) -> Word:
    return words[place - 1] if place > 0 else _NO_WORD


def _after(words: Sequence[Word], place: int) -> Word:
    return words[place + 1] if place + 1 < len(words) else _NO_WORD


def _after_unit(words: Sequence[Word], place: int) -> int:
    following = _after(words, place)
    takes_unit = "percent" in following.groups or _is_counted(following)
    return place + 2 if takes_unit else place + 1
