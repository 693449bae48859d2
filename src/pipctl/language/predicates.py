"""The verbs of a sentence: what they say, and what they are said of.

An imperative, "du" and a person act; a thing before or after a finite verb is what the verb is said of. A
participle says what is done only with an auxiliary ("er godkendt", "har sendt", "få den underskrevet") or,
in a note without a verb, after its noun ("lukkeliste underskrevet").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipctl.language.clauses import FINITE, LONGEST_NOUN_PHRASE, NOUN_ENDINGS, finite_place, subject
from pipctl.language.kinds import NARROW, first_noun, kind_of, kinds
from pipctl.language.lexicon import Lexicon
from pipctl.language.verb_phrases import LONGEST_GAP, verb_at
from pipctl.language.words import Word

_LONGEST_REACH = 3
"""Words between "sørg", "se", "få" and the "at" that they govern: "få chefen att"."""

_INFINITE = ("e", "a", "s")
_ENDS = frozenset(".!?;:\n")
"""Signs after which a sentence begins anew."""

_DOES = frozenset({"complete", "send", "action", "handle", "light"})


class Predicate(NamedTuple):
    """A verb in its sentence.

    Attributes:
        first: place of the verb.
        after: place after its last fixed word.
        group: of the verb lists; `action` for an unknown imperative.
        is_governed: it stands under another verb: "bliv bedre til at svare".
        subject: kinds of what it is said of; empty where a person acts or is told to.
        is_inverted: what it is said of stands after it: "fredag ligger listen klar".
        is_result: it is a participle of something done: "er godkendt", "har sendt".
    """

    first: int
    after: int
    group: str
    is_governed: bool = False
    subject: tuple[str, ...] = ()
    is_inverted: bool = False
    is_result: bool = False


def predicates(words: Sequence[Word], hidden: frozenset[int], lexicon: Lexicon) -> list[Predicate]:
    """Return the verbs of a sentence from left to right.

    Args:
        words: of the sentence.
        hidden: places that do not count: they say when, or belong to a clause of their own.
        lexicon: of its language.
    """
    found: list[Predicate] = []
    taken = 0
    opens = begins = True
    for place, word in enumerate(words):
        if place in hidden:
            continue
        if place >= taken and word.is_word:
            one = _predicate(words, place, hidden, lexicon, (opens, begins, found))
            if one is not None:
                found.append(one)
                taken = one.after
        is_stop = word.token.kind == "stop"
        opens = is_stop or (opens and (word.token.kind == "sign" or "adverb" in word.groups))
        begins = word.token.word in _ENDS if is_stop else opens and begins
    return found


_Position = tuple[bool, bool, list[Predicate]]


def _predicate(
    words: Sequence[Word], place: int, hidden: frozenset[int], lexicon: Lexicon, at: _Position
) -> Predicate | None:
    opens, begins, found = at
    previous = found[-1] if found else None
    word = words[place]
    if "participle" in word.groups and not opens:
        return _participle(words, place, hidden, lexicon, previous)
    group, after = verb_at(words, place, lexicon)
    if not group and _is_unknown_verb(words, place, hidden, begins=begins):
        group, after = "action", place + 1
    if not group or not _is_verbal(words, place, lexicon, opens=opens):
        return None
    if after == place + 1 and "auxiliary" in word.groups and _participle_after(words, place, hidden):
        return None
    is_turn = group == "complete" and after > place + 1
    governed = _is_governed(words, place, previous, is_turn=is_turn)
    said_of, is_inverted = _subject(words, place, hidden, previous)
    return Predicate(place, after, group, governed, said_of, is_inverted)


def _participle(
    words: Sequence[Word], place: int, hidden: frozenset[int], lexicon: Lexicon, previous: Predicate | None
) -> Predicate | None:
    auxiliary = _auxiliary(words, place, hidden)
    group, after = verb_at(words, place, lexicon)
    if previous is not None and previous.group == "vague" and _is_told(words, previous, place):
        return None
    if auxiliary is None:
        is_note = previous is None and group in _DOES and place > 0
        before = kinds(words, hidden, 0, place) if is_note else ()
        if first_noun(before) in NARROW or (before and not first_noun(before) and "quality" not in before):
            return Predicate(place, after, group, subject=before, is_result=True)
        return None
    is_shared = previous is not None and previous.is_result and "and" in words[place - 1].groups
    said_of, is_inverted = _subject(words, auxiliary, hidden, previous)
    if is_shared and previous is not None:
        said_of = previous.subject
    elif is_inverted or "getting" in words[auxiliary].groups:
        said_of = kinds(words, hidden, auxiliary + 1, place) or said_of
    return Predicate(place, after, group, subject=said_of, is_result=group in _DOES)


def _is_told(words: Sequence[Word], previous: Predicate, place: int) -> bool:
    """Whether it stands under "mærke, at": what one feels that somebody has done is nothing done."""
    is_open = all(word.token.kind != "stop" for word in words[previous.after : place])
    return is_open and "to" in words[previous.after - 1].groups


def _auxiliary(words: Sequence[Word], place: int, hidden: frozenset[int]) -> int | None:
    """Return the place of the auxiliary of a participle; None where it only describes a noun."""
    if place + 1 < len(words) and kind_of(words[place + 1]) not in ("", "quality"):
        before = words[next((at for at in range(place - 1, -1, -1) if at not in hidden), 0)]
        is_described = before.groups & {"one", "det", "definite", "every", "each", "number"}
        is_who = "pronoun" in before.groups or (before.token.is_capitalized and kind_of(before) == "unknown")
        if is_described or not (is_who or "auxiliary" in before.groups):
            following = words[place + 1]
            if not following.groups & {"plain"} and (following.nouns or is_described):
                return None
    for at in range(place - 1, max(-1, place - 1 - LONGEST_NOUN_PHRASE), -1):
        if words[at].token.kind == "stop":
            return None
        if at not in hidden and "auxiliary" in words[at].groups:
            return at
    return None


def _participle_after(words: Sequence[Word], place: int, hidden: frozenset[int]) -> bool:
    for at in range(place + 1, min(len(words), place + 1 + LONGEST_NOUN_PHRASE)):
        if words[at].token.kind == "stop":
            return False
        if at not in hidden and "participle" in words[at].groups:
            return _auxiliary(words, at, hidden) == place
    return False


def _is_unknown_verb(words: Sequence[Word], place: int, hidden: frozenset[int], *, begins: bool) -> bool:
    """Whether a word that no list knows stands where a verb must: at the head, after "skal", beside "du"."""
    word = words[place]
    if word.groups - {"word"} or word.nouns or word.quality:
        return False
    if place and _is_called_for(words, place):
        return True
    if place + 1 >= len(words) or words[place + 1].token.kind == "stop":
        return False
    if words[place + 1].groups & {"pronoun"} and word.token.word.endswith(FINITE):
        return True
    return begins and not _is_subject(words, place, hidden)


def _is_called_for(words: Sequence[Word], place: int) -> bool:
    """Whether an unknown word stands where an infinitive ("skal du …") or a present tense ("du …") must."""
    word, before = words[place].token, words[place - 1].groups
    if word.is_capitalized:
        return False
    ahead = words[place - 2].groups if place > 1 else frozenset[str]()
    if "modal" in before or ("pronoun" in before and "modal" in ahead):
        return word.word.endswith(_INFINITE)
    return "pronoun" in before and "auxiliary" not in ahead and word.word.endswith(FINITE)


def _is_subject(words: Sequence[Word], place: int, hidden: frozenset[int]) -> bool:
    """Whether what stands at the head is a noun or a name that the verb after it is said of."""
    if words[place].token.word.endswith(NOUN_ENDINGS):
        return True
    for at in range(place + 1, len(words)):
        word = words[at]
        if at in hidden:
            continue
        if word.token.kind == "stop" or "joint" in word.groups:
            return word.token.word == ":"
        if "modal" in word.groups:
            return True
        if word.verb and not word.nouns and word.token.word.endswith(FINITE):
            return True
    return False


def _is_verbal(words: Sequence[Word], place: int, lexicon: Lexicon, *, opens: bool) -> bool:
    """Whether a word that may be a verb is one here: "svar" is a noun as well."""
    word = words[place]
    if "joint" in word.groups and (opens or words[place - 1].token.kind == "stop"):
        return False
    if "degree" in word.groups:
        return False
    if opens:
        return True
    if "reflexive" in word.groups:
        return False
    before = words[place - 1]
    if _is_agent(word, before) or (word.nouns and word.token.word.endswith(NOUN_ENDINGS)):
        return False
    if "attributive" in word.groups and not before.groups & {"modal", "to", "pronoun"}:
        # "… och klara förhöret": an adjective would have an article before a definite noun.
        following = words[place + 1].token.word if place + 1 < len(words) else ""
        return "and" in before.groups and following.endswith(NOUN_ENDINGS)
    if before.groups & {"modal", "pronoun", "to", "and"}:
        return True
    if place + 1 < len(words) and "pronoun" in words[place + 1].groups:
        return True
    if not word.nouns and not word.quality and not lexicon.is_imperative(word.token.word):
        return True
    return _is_infinitive(words, place)


def _is_agent(word: Word, before: Word) -> bool:
    """Whether a present tense is a noun here: "som underviser", "en bedre vejleder"."""
    is_described = bool(before.quality) or bool(before.groups & {"one", "definite"})
    return word.token.word.endswith("er") and (is_described or before.token.word == "som")


def _is_infinitive(words: Sequence[Word], place: int) -> bool:
    """Whether only what acts stands between "ska" and the word: "ska Amir visa"."""
    for at in range(place - 1, max(-1, place - 1 - LONGEST_GAP), -1):
        if "modal" in words[at].groups:
            return True
        if words[at].verb or kind_of(words[at]) not in ("unknown", "person"):
            return False
    return False


def _subject(
    words: Sequence[Word], place: int, hidden: frozenset[int], previous: Predicate | None
) -> tuple[tuple[str, ...], bool]:
    """Return what a verb is said of, and whether that stands after it."""
    start = previous.after if previous is not None else 0
    finite = finite_place(words, place, start)
    if finite and "and" in words[finite - 1].groups and previous is not None:
        return previous.subject, False
    first = start if previous is not None and not previous.is_governed else 0
    return subject(words, hidden, first, finite, place)


def _is_governed(words: Sequence[Word], place: int, previous: Predicate | None, *, is_turn: bool) -> bool:
    """Whether a verb stands under the one before it, so that what it says is only a direction."""
    if place > 1 and "to" in words[place - 1].groups and "broad" in words[place - 2].nouns:
        # "Din måde at tale på": the noun decides.
        return True
    if previous is None or place == 0:
        return False
    if previous.group == "vague" and any("asking" in one.groups for one in words[previous.after : place]):
        return True
    if "and" in words[place - 1].groups:
        # "Lær at køre den og få beviset": to have the paper is a result of its own.
        return previous.is_governed and not is_turn
    is_infinitive = not words[place].token.word.endswith(FINITE)
    if place == previous.after and previous.group == "vague" and is_infinitive:
        return True
    ends = (at for at in range(place - 1, previous.first, -1) if words[at].token.word in _ENDS)
    start = next(ends, previous.first)
    joints = [at for at in range(start + 1, place) if "to" in words[at].groups]
    if not joints:
        return False
    ahead = words[max(0, joints[-1] - _LONGEST_REACH) : joints[-1]]
    if "through" in ahead[-1].groups:
        return False
    return not any("carried" in word.groups for word in ahead)
