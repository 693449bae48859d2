"""What is to be done: an action, a deliverable or a narrow countable thing, if a sentence names one (GO02).

The verb decides first. Most verbs name an action; a closed set does not: to be and to become, verbs of
direction ("styrk", "öka"), worn verbs ("få", "ta"). After those the noun decides, and of a compound its last
part: "øg kvaliteten" is no action, "nedbring ventetiden" is one, and so is "nedbring fejl i rapporterne".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipctl.language.lexicon import Lexicon
from pipctl.language.phrases import Match
from pipctl.language.words import Word

_LONGEST_GAP = 2
"""Words between a verb and its particle: "få databehandleraftalen underskrevet"."""

_LONGEST_REACH = 3
"""Words between "sørg", "se", "få" and the "at" that they govern: "få chefen att"."""

_COUNTING = frozenset({"some", "every", "each", "none"})
_NARROW = ("thing", "metric")
_FINITE = ("r", "s")
"""Endings of a verb in the present tense, active or passive; an imperative has neither after a time."""

STATE = "state"
"""The sign of a verb said of a thing: "kassen stemmer". It holds or it does not."""


class Predicate(NamedTuple):
    """A verb in its sentence.

    Attributes:
        first: place of the verb.
        after: place after its last fixed word.
        group: of the verb lists; `action` for an unknown imperative.
        is_governed: it stands under another verb: "bliv bedre til at svare".
        has_subject: a noun before it is what it is said of.
        is_inverted: it stands after a time and before a noun that it is said of: "fredag ligger listen klar".
    """

    first: int
    after: int
    group: str
    is_governed: bool
    has_subject: bool
    is_inverted: bool


def actions(words: Sequence[Word], times: frozenset[int], lexicon: Lexicon) -> list[Match]:
    """Return the verbs and things that make a sentence specific.

    Args:
        words: of the sentence.
        times: places of words that say when; a meeting named there is no deliverable.
        lexicon: of its language.
    """
    predicates = list(_predicates(words, times, lexicon))
    if not predicates:
        return list(_fragment(words, times))
    starts = [one.first for one in predicates if not one.is_governed]
    found: list[Match] = []
    for predicate in predicates:
        if predicate.is_governed:
            continue
        until = min((start for start in starts if start > predicate.first), default=len(words))
        until = _end_of_clause(words, predicate.after, until)
        kinds = _kinds(words, times, predicate.first + 1, until)
        if predicate.after > predicate.first + 1 and _kind(words[predicate.after - 1]) == "broad":
            # A noun that belongs to the verb ("kom på arbejde") says nothing by itself.
            kinds.remove("broad")
        subject = _kinds(words, times, 0, predicate.first) if predicate.has_subject else []
        is_about_oneself = not set(kinds) - {"quality", "broad"} and any(
            "reflexive" in one.groups for one in words[predicate.after : until]
        )
        is_praise = predicate.has_subject and "quality" in kinds and "metric" not in subject
        if _JUDGES[predicate.group](subject, kinds) and not is_about_oneself and not is_praise:
            said_of = kinds if predicate.is_inverted else subject
            sign = STATE if _first_noun(said_of) in _NARROW else predicate.group
            found.append(Match(predicate.first, predicate.after, sign))
    return found


def _end_of_clause(words: Sequence[Word], first: int, until: int) -> int:
    stops = (place for place in range(first, until) if words[place].token.kind == "stop")
    return next(stops, until)


def _kinds(words: Sequence[Word], times: frozenset[int], first: int, until: int) -> list[str]:
    """Return what the content words of a stretch are: broad, metric, thing, person, quality or unknown."""
    found: list[str] = []
    for place in range(first, until):
        kind = "" if place in times else _kind(words[place])
        if kind == "unknown" and place and not _COUNTING.isdisjoint(words[place - 1].groups):
            # What there can be fewer of, or none, or each of, is a thing: "færre kørsler", "alle boder".
            kind = "thing"
        elif kind == "quality" and place and _is_person(words, place):
            kind = "person"
        if kind:
            found.append(kind)
    return found


def _is_person(words: Sequence[Word], place: int) -> bool:
    """Tell "en ansvarlig" from "en ansvarlig kollega"."""
    is_last = place + 1 == len(words) or not words[place + 1].is_word
    return is_last and "one" in words[place - 1].groups


def _kind(word: Word) -> str:
    for kind in ("broad", "metric", "thing", "person"):
        if kind in word.nouns:
            return kind
    if word.quality:
        return "quality"
    is_known = len(word.groups - {"word"}) > 0 or not word.is_word
    return "" if is_known else "unknown"


def _any(kinds: Sequence[str], *sought: str) -> bool:
    return any(kind in sought for kind in kinds)


def _first_noun(kinds: Sequence[str]) -> str:
    return next((kind for kind in kinds if kind in ("broad", "metric", "thing", "person")), "")


def _is_action(subject: Sequence[str], kinds: Sequence[str]) -> bool:
    every = [*subject, *kinds]
    noun = _first_noun(every)
    if not noun:
        return not _any(every, "quality")
    return noun != "broad" or _any(every, *_NARROW)


def _is_handled(subject: Sequence[str], kinds: Sequence[str]) -> bool:
    noun = _first_noun(kinds) or _first_noun(subject)
    return noun in _NARROW or (not noun and _any(kinds, "unknown"))


def _is_thing(subject: Sequence[str], kinds: Sequence[str]) -> bool:
    first = _first_noun(kinds), _first_noun(subject)
    return "broad" not in first and _any(first, *_NARROW)


def _is_stated(subject: Sequence[str], kinds: Sequence[str]) -> bool:
    return _first_noun(subject) in _NARROW and not _any(kinds, "quality", "broad")


def _is_narrow(subject: Sequence[str], kinds: Sequence[str]) -> bool:
    return "metric" in (_first_noun(kinds), _first_noun(subject))


def _is_less(subject: Sequence[str], kinds: Sequence[str]) -> bool:
    return "broad" not in (_first_noun(kinds), _first_noun(subject))


def _never(_subject: Sequence[str], _kinds: Sequence[str]) -> bool:
    return False


_JUDGES: Mapping[str, Callable[[Sequence[str], Sequence[str]], bool]] = {
    "complete": _is_action,
    "action": _is_action,
    "handle": _is_handled,
    "light": _is_thing,
    "be": _is_stated,
    "vague": _never,
    "improve": _is_narrow,
    "up": _is_thing,
    "down": _is_less,
}


def _fragment(words: Sequence[Word], times: frozenset[int]) -> Iterator[Match]:
    """A sentence without a verb: "antallet af fejl ned på fem"; praise before the thing makes it a wish."""
    for place in range(len(words)):
        for kind in _kinds(words, times, place, place + 1):
            if kind in ("quality", "broad"):
                return
            if kind in _NARROW:
                yield Match(place, place + 1, kind)
                return


def _predicates(words: Sequence[Word], times: frozenset[int], lexicon: Lexicon) -> Iterator[Predicate]:
    taken = 0
    previous: Predicate | None = None
    opens = begins = True
    for place, word in enumerate(words):
        if place in times:
            continue
        if place >= taken and word.is_word:
            group, after = _verb(words, place, lexicon)
            if not group and begins and _is_unknown_imperative(words, place):
                group, after = "action", place + 1
            if group and _is_verbal(words, place, lexicon, opens=opens):
                governed = _is_governed(words, place, previous)
                has_subject = _has_subject(words, place)
                is_inverted = opens and place > 0 and has_subject and word.token.word.endswith(_FINITE)
                previous = Predicate(place, after, group, governed, has_subject and not opens, is_inverted)
                taken = after
                yield previous
        opens = word.token.kind == "stop"
        begins = opens and word.token.word != ","


def _verb(words: Sequence[Word], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the group of a verb, with its particle where it has one, and the place after it."""
    word = words[place]
    for base in lexicon.verb_bases(word.token.word):
        for phrase in lexicon.verb_phrases.get(base, ()):
            gap = 0 if phrase.group == "vague" else _LONGEST_GAP
            after = _after_rest(words, place + 1, phrase.rest, gap)
            if after:
                return phrase.group, after
    return word.verb, place + 1


def _after_rest(words: Sequence[Word], place: int, rest: tuple[str, ...], longest_gap: int) -> int:
    """Return the place after the fixed words that go with a verb; 0 where they do not follow."""
    for gap in range(longest_gap + 1):
        start = place + gap
        ahead = words[start : start + len(rest)]
        if len(ahead) == len(rest) and all(_is(word, fixed) for word, fixed in zip(ahead, rest, strict=True)):
            return start + len(rest)
        if start >= len(words) or not words[start].is_word:
            return 0
    return 0


def _is(word: Word, fixed: str) -> bool:
    return fixed in (word.token.word, word.noun)


def _is_unknown_imperative(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    is_known = bool(word.groups - {"word"}) or bool(word.nouns) or bool(word.quality)
    return not is_known and place + 1 < len(words) and words[place + 1].token.kind != "stop"


def _is_verbal(words: Sequence[Word], place: int, lexicon: Lexicon, *, opens: bool) -> bool:
    """Whether a word that may be a verb is one here: "svar" is a noun as well."""
    word = words[place]
    if opens:
        return True
    if "reflexive" in word.groups:
        return False
    before = words[place - 1]
    if before.groups & {"modal", "pronoun", "to", "and"}:
        return True
    if place + 1 < len(words) and "pronoun" in words[place + 1].groups:
        return True
    return not word.nouns and not word.quality and word.token.word not in lexicon.imperatives


def _has_subject(words: Sequence[Word], place: int) -> bool:
    return not any(word.groups & {"pronoun", "to", "modal"} for word in words[max(0, place - 2) : place + 2])


def _is_governed(words: Sequence[Word], place: int, previous: Predicate | None) -> bool:
    """Whether a verb stands under the one before it, so that what it says is only a direction."""
    if previous is None or place == 0:
        return False
    if "and" in words[place - 1].groups:
        return previous.is_governed
    joints = [at for at in range(previous.first + 1, place) if "to" in words[at].groups]
    if not joints:
        return False
    ahead = words[max(0, joints[-1] - _LONGEST_REACH) : joints[-1]]
    if "through" in ahead[-1].groups:
        return False
    return not any("carried" in word.groups for word in ahead)
