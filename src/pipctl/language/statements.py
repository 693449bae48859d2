"""Sentences of free text as statements: what their words may be signs of, and whom they are about.

What somebody else is quoted as saying is left out, since the plan does not say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipctl.language.names import names
from pipctl.language.phrases import Match
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.turns import found_in
from pipctl.language.words import Mention, Token, Word, tokens_of

_QUOTED = re.compile(
    r"""
    "[^"\n]{1,400}" | [”“„][^”“„\n]{1,400}[”“] | »[^»«\n]{1,400}« | «[^»«\n]{1,400}»
  | (?<!\w)['’\u2018][^'’\u2018\n]{1,400}['’](?!\w)
  | \b(?:skrev|skriver|sagde|siger|svarede|råbte|skreg|sade|sa|säger|svarade|ropade)\b(?!\ +(?:jeg|vi|jag)\b)
    [^:.!?\n]{0,40}:\ [^\n]{1,400}
    """,
    re.VERBOSE,
)
_QUOTATION_SIGNS = re.compile(r"[\"”“„»«'’\u2018:]")
_ENDS = frozenset(".!?;\n")
_PERSONS = frozenset(["you", "they", "staff"])
_NEXT_TO_A_NAME = frozenset(["be", "body", "modal", "can", "lack", "harm", "because", "get"])
_NO_NAME = re.compile(r"[A-ZÆØÅÄÖ]+|.*\d.*")
_PLACE_WORDS = frozenset(
    ["i", "på", "til", "till", "fra", "från", "hos", "ved", "vid", "af", "av", "mod", "mot"]
)
_THAT = ("at", "att")
_WITHOUT = ("uden", "utan")
_WHO = ("som", "der")
_CONDITIONED = frozenset(
    [
        "målen",
        "målet",
        "resultatet",
        "resultaten",
        "planen",
        "kraven",
        "det",
        "detta",
        "inte",
        "ingen",
        "inget",
    ]
)
_EVEN = ("även", "endast", "bara", "och")
_FAR = 8
_LONGEST_SENTENCE = 200
"""Words after which a sentence is cut: a text of 100,000 without a full stop must not cost more."""
_REACH = 3
"""Words between a negation and what it denies."""


class Statement:
    """One sentence, without what is quoted in it.

    Attributes:
        words: with the groups of the tone lexicon; a name is of group `name`, a word that may be anybody's
            `any`.
        offset: of the sentence's text in the whole.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._found: dict[str, list[Match]] | None = None
        self.groups: frozenset[str] = frozenset().union(*(word.groups for word in words))

    def has(self, *groups: str) -> bool:
        """Whether a word of one of these groups stands anywhere."""
        return not self.groups.isdisjoint(groups)

    def places(self, *groups: str) -> Iterator[int]:
        """Yield the places of words of one of these groups."""
        if self.has(*groups):
            for place, word in enumerate(self.words):
                if not word.groups.isdisjoint(groups):
                    yield place

    def is_at(self, place: int, *groups: str) -> bool:
        """Whether a word of one of these groups stands at a place, which need not exist."""
        return 0 <= place < len(self.words) and not self.words[place].groups.isdisjoint(groups)

    def text_at(self, place: int) -> str:
        """Return the word at a place in lower case; empty outside the sentence."""
        return self.words[place].token.word if 0 <= place < len(self.words) else ""

    def is_person(self, place: int) -> bool:
        """Whether the employee, or somebody named, stands at a place."""
        return self.is_at(place, "you", "they", "staff", "name")

    @property
    def is_about_a_person(self) -> bool:
        """Whether the employee, or somebody named, is spoken of."""
        return self.has("you", "they", "staff", "name")

    def clause(self, place: int) -> tuple[int, int]:
        """Return first and end of the stretch between commas around a place."""
        first = next((at + 1 for at in range(place - 1, -1, -1) if self._parts(at)), 0)
        end = next((at for at in range(place, len(self.words)) if self._parts(at)), len(self.words))
        return first, end

    def _parts(self, place: int) -> bool:
        return self.words[place].token.word in (",", ":", "–", "(", ")", "men")

    def is_denied(self, place: int) -> bool:
        """Whether a negation stands just before a place, in its clause."""
        first, _ = self.clause(place)
        if any(self.is_at(at, "neg") for at in range(max(first, place - _REACH), place)):
            return True
        return any(self._denies_what_follows(at) for at in range(max(0, place - _FAR), place))

    def _denies_what_follows(self, place: int) -> bool:
        """Whether it is "ikke, at …" or "ingen mener, at …"."""
        if not self.is_at(place, "neg") or self.text_at(place) in _WITHOUT:
            return False
        reach = range(place, place + _REACH + 1)
        return self._is_before_that(place) or any(
            self.is_at(at, "says") and self._is_before_that(at) for at in reach
        )

    def _is_before_that(self, place: int) -> bool:
        return self.text_at(place + 1 + (self.text_at(place + 1) == ",")) in _THAT

    def is_condition(self, place: int) -> bool:
        """Whether a word of group `if` opens a condition; Swedish "om" may be a preposition too."""
        if self.text_at(place) != "om":
            return True
        opens = place == 0 or self.is_at(place - 1, "stop") or self.text_at(place - 1) in _EVEN
        return opens or self.is_person(place + 1) or self.text_at(place + 1) in _CONDITIONED

    @property
    def asks_what_if(self) -> bool:
        """Whether it begins with its verb and has a main clause behind a comma: "nås målene ikke, …"."""
        return self.is_at(0, "condverb") and any(self.is_at(at, "stop") for at in range(len(self.words)))

    def is_hypothetical(self, place: int) -> bool:
        """Whether it stands in "bliver du syg, …", which asks what if and tells nothing."""
        opens = self.is_at(0, "condverb", "can", "modal") and self.is_person(1)
        return opens and any(self.is_at(at, "stop") for at in range(place, len(self.words)))

    def has_between(self, first: int, end: int, *groups: str) -> bool:
        """Whether a word of one of these groups stands in a stretch."""
        return any(self.is_at(at, *groups) for at in range(max(0, first), min(end, len(self.words))))

    def matches(self, lexicon: ToneLexicon, sign: str) -> list[Match]:
        """Return the fixed turns of phrase of a sign; all are looked for when the first is asked for."""
        if self._found is None:
            present = frozenset(word.token.word for word in self.words)
            self._found = found_in(self.words, lexicon.turns.plausible(present, self.groups))
        return self._found.get(sign, [])

    def mention(self, sign: str, first: int, after: int | None = None) -> Mention:
        """Return words of the sentence as a mention: one, or a stretch."""
        last = first if after is None else after - 1
        while last > first and self.words[last].token.kind == "stop":
            last -= 1
        return Mention(self.words[first].token.start, self.words[last].token.end, sign)


def statements(text: str, lexicon: ToneLexicon, people: frozenset[str]) -> list[Statement]:
    """Return the sentences of a text.

    Args:
        text: as data.
        lexicon: of its language.
        people: names of the employee, in lower case.
    """
    found: list[Statement] = []
    sentence: list[Token] = []
    tokens = list(_unquoted(text))
    for place, token in enumerate(tokens, start=1):
        if token.word not in _ENDS and len(sentence) < _LONGEST_SENTENCE:
            sentence.append(token)
        elif sentence and (token.word != "\n" or _begins_anew(tokens[place : place + 1])):
            found.append(_statement(text, sentence, lexicon, people))
            sentence = []
    if sentence:
        found.append(_statement(text, sentence, lexicon, people))
    return found


def _begins_anew(following: Sequence[Token]) -> bool:
    """Whether a sentence or an item of a list begins on a new line; else the line is only full."""
    return not any(token.kind == "word" and not token.is_capitalized for token in following)


def _unquoted(text: str) -> Iterable[Token]:
    tokens = tokens_of(text)
    if _QUOTATION_SIGNS.search(text) is None:
        return tokens
    spans = [found.span() for found in _QUOTED.finditer(text)]
    return [one for one in tokens if not any(start <= one.start < end for start, end in spans)]


def _statement(
    text: str, sentence: Sequence[Token], lexicon: ToneLexicon, people: frozenset[str]
) -> Statement:
    words: list[Word] = []
    for place, token in enumerate(sentence):
        groups: set[str] = set(lexicon.groups(token.word)) if token.kind == "word" else {token.kind}
        if token.word in people or token.word.removesuffix("s") in people:
            groups.add("staff")
        elif token.is_capitalized and (
            _is_first_name(text, sentence, place)
            or (groups <= _ALSO_NAMES and _is_name(text, sentence, place, lexicon))
        ):
            groups = {"name"}
        if token.kind != "stop":
            groups.add("any")
        words.append(Word(token, frozenset(groups), _NOTHING, "", "", "", None))
    return Statement(words)


_NOTHING: frozenset[str] = frozenset()
_ALSO_NAMES = frozenset(["call", "firstname"])
"""Groups of words that are names as well: "Kalle" calls nobody."""
_NOUN_ENDINGS = (
    "ede",
    "ade",
    "en",
    "et",
    "an",
    "na",
    "ne",
    "er",
    "ar",
    "or",
    "orn",
    "ern",
    "eln",
    "ing",
    "else",
    "hed",
    "het",
)
"""A capital at the beginning of a sentence makes "Printeren" no name."""
_VERBS_BESIDE_A_NAME = frozenset(
    ["er", "var", "har", "havde", "hade", "är", "blev", "bliver", "blir", "ska", "skal"]
)
_FINITE = ("er", "ar", "ede", "ade", "r")


def _is_first_name(text: str, sentence: Sequence[Token], place: int) -> bool:
    """Whether a word inside a sentence is written as a first name is, be it a word as well: "Klara"."""
    token = sentence[place]
    return (
        place > 0 and sentence[place - 1].kind == "word" and names().is_first(text[token.start : token.end])
    )


def _is_name(text: str, sentence: Sequence[Token], place: int, lexicon: ToneLexicon) -> bool:
    """Whether a capitalized word that no list knows is somebody's name, and no place or firm."""
    token = sentence[place]
    if "firstname" in lexicon.groups(token.word) or names().is_first(text[token.start : token.end]):
        return True
    if _NO_NAME.fullmatch(text[token.start : token.end]):
        return False
    if place == 0:
        following = sentence[1].word if len(sentence) > 1 else ""
        if following == "," and sentence[2:3] and sentence[2].word in _WHO:
            return True
        if token.word.endswith(_NOUN_ENDINGS):
            return False
        known = lexicon.groups(following)
        if following.endswith(_FINITE) and known.isdisjoint(("each", "small", "degree", "own", "other")):
            return True
        return not _NEXT_TO_A_NAME.isdisjoint(known)
    return sentence[place - 1].word not in _PLACE_WORDS
