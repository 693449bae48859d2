"""The parts of a sentence around its verbs: what a verb is said of, and the clauses that only describe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipctl.language.kinds import first_noun, kind_of, kinds
from pipctl.language.words import Word

LONGEST_NOUN_PHRASE = 8
"""Words between an auxiliary or modal and its verb."""
FINITE = ("r", "s")
"""Endings of a verb in the present tense, active or passive."""
NOUN_ENDINGS = ("en", "et", "ene", "erne", "erna", "arna", "orna", "ningar", "ninger")
"""Endings of nouns, which an unknown word at the head of a sentence is then."""


def finite_place(words: Sequence[Word], place: int, start: int) -> int:
    """Return the place of the modal that a verb stands under, or of the verb itself.

    Args:
        words: of the sentence.
        place: of the verb.
        start: place after the verb before it.
    """
    for at in range(place - 1, max(-1, place - 1 - LONGEST_NOUN_PHRASE), -1):
        if words[at].token.kind == "stop" or at < start:
            break
        if "modal" in words[at].groups:
            return at
    return place


def subject(
    words: Sequence[Word], hidden: frozenset[int], first: int, finite: int, place: int
) -> tuple[tuple[str, ...], bool]:
    """Return the kinds of what a verb is said of, and whether that stands after the verb.

    Args:
        words: of the sentence.
        hidden: places that do not count.
        first: place where the clause begins.
        finite: place of the modal, or of the verb itself.
        place: of the verb.
    """
    if any(word.groups & {"pronoun", "to"} for word in words[max(0, finite - 2) : finite + 2]):
        return (), False
    before = kinds(words, hidden, first, finite)
    if before and not (finite == place and words[finite - 1].token.kind == "stop"):
        return _acted_on(before, words, first, finite), False
    if finite < place:
        between = kinds(words, hidden, finite + 1, place)
        return _acted_on(between, words, finite + 1, place), False
    if place > 0 and words[place].token.word.endswith(FINITE):
        stop = _end_of_noun_phrase(words, place + 1)
        after = kinds(words, hidden, place + 1, stop)
        return _acted_on(after, words, place + 1, stop), True
    return (), False


def _end_of_noun_phrase(words: Sequence[Word], first: int) -> int:
    for place in range(first, len(words)):
        word = words[place]
        is_joint = "hollow" in word.groups and "every" not in word.groups
        if word.token.kind == "stop" or (is_joint and place > first):
            return place
    return len(words)


def _acted_on(found: tuple[str, ...], words: Sequence[Word], first: int, until: int) -> tuple[str, ...]:
    """Leave out who acts: a person of our lists, or a lone name: "Amir ska …"."""
    if first_noun(found) == "person" and set(found) == {"person"}:
        return ()
    names = [word for word in words[first:until] if kind_of(word) == "unknown"]
    if found and set(found) == {"unknown"} and all(name.token.is_capitalized for name in names):
        is_noun = any(name.token.word.endswith(NOUN_ENDINGS) for name in names)
        return found if is_noun else ()
    return found


def relative_clauses(words: Sequence[Word], hidden: frozenset[int]) -> Iterator[int]:
    """Yield the places of clauses that only describe: "sager, der er ældre end 30 dage", "allt du gör"."""
    place = 0
    while place < len(words):
        if place not in hidden and _opens_relative(words, place, hidden):
            while place < len(words) and words[place].token.kind != "stop":
                if _closes_before(words, place):
                    break
                yield place
                place += 1
        place += 1


def _opens_relative(words: Sequence[Word], place: int, hidden: frozenset[int]) -> bool:
    if place == 0:
        return False
    if "pronoun" in words[place].groups:
        return "whatever" in words[place - 1].groups
    if "relative" not in words[place].groups:
        return False
    before = place - 1
    if words[before].token.word == "," and before:
        before -= 1
    if before in hidden or not kind_of(words[before]):
        return False
    following = words[place + 1 : place + 4]
    return any(word.verb or "modal" in word.groups for word in following)


def _closes_before(words: Sequence[Word], place: int) -> bool:
    """Whether a second finite verb ends the clause: "gäster som checkar in ska …"."""
    word = words[place]
    is_present = bool(word.verb) and not word.nouns and word.token.word.endswith(FINITE)
    if "modal" not in word.groups and not is_present and not word.groups & {"auxiliary"}:
        return False
    behind = words[max(0, place - 2) : place]
    return not any(one.groups & {"relative", "modal", "auxiliary", "to", "and", "pronoun"} for one in behind)
