"""Names of people who are no party of the plan: a customer, citizen, patient, pupil, relative or colleague.

A name alone is mostly the employee's or a helper's. It is another's behind a title ("Hr. Petersen"), behind
the word for who it is ("eleven Oliver"), or where a whole name stands and no party is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipctl.language.groups import word_groups
from pipctl.language.lists import SentenceLanguage
from pipctl.language.names import names, without_genitive
from pipctl.language.words import Mention

_MAY_NAME = re.compile(r"[^\W\d_]\.?[ ,(]+(?:[a-zæøåäö]+ )?[A-ZÆØÅÄÖ][a-zæøåäöéèüáóí'’-]")
"""A word and a capitalized one: without it a text names nobody beside another word."""
_FULL = re.compile(r"[A-ZÆØÅÄÖ][^\W\d_]*[a-zæøåäö](?: [a-z]{2,3})? [A-ZÆØÅÄÖ][^\W\d_]")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = frozenset("\"'»«“”„\u2018")
_STOPS = frozenset(".!?:;")
_PARTICLES = frozenset({"af", "von", "van", "de", "el", "al", "bin", "da", "di"})
_EMPLOYEE = frozenset({"du", "dig", "din", "dit", "dine", "ditt", "dina", "medarbejderen", "medarbetaren"})
_BETWEEN = frozenset({",", "(", "der", "som", "en", "ett"})
_TELLING = frozenset({"title", "person", "client"})
_CLOSING = frozenset({",", ")", ".", ";", "("})
_DEFINITE = ("n", "et")
_SHORTEST_NAME = 3
_FULL_NAME = 2
_MOST_BETWEEN = 4
_NEAR = 3


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[\w'’]|[-‐/](?=\w))*|[^\s\w]|\d+")


class _Token(NamedTuple):
    """A word or sign of the text."""

    text: str
    start: int
    end: int
    group: str
    is_first_in_sentence: bool

    @property
    def is_capitalized(self) -> bool:
        """Whether it may be part of a name: a capital, then small letters; "HR" and "A/S" are none."""
        return self.text[0].isupper() and self.text[1:2].islower() and len(self.text) > 1


def third_persons(
    text: str, language: SentenceLanguage, own: Collection[str] = frozenset()
) -> tuple[Mention, ...]:
    """Find people who are named and are no party of the plan.

    Args:
        text: of any length.
        language: da or sv.
        own: the words of the names of the plan's own people, in lower case.

    Returns:
        Where each name stands, title included, with the sign `title`, `role` or `name`.
    """
    if not _MAY_NAME.search(text) or text.isupper():
        return ()
    known = word_groups(language, "naming", inflects=False)
    if not _FULL.search(text) and not any(
        known.of(word) in _TELLING for word in _PLAIN_WORD.findall(text.casefold())
    ):
        return ()
    tokens = _tokens(text, language)
    found = []
    for first, after in _runs(tokens):
        sign = _sign(tokens, first, after, own)
        if sign:
            start = tokens[first - 1].start if sign == "title" else tokens[first].start
            found.append(Mention(start, tokens[after - 1].end, sign))
    return tuple(found)


def _tokens(text: str, language: SentenceLanguage) -> list[_Token]:
    known = word_groups(language, "naming", inflects=False)
    found: list[_Token] = []
    is_first = True
    for match in _token().finditer(text):
        word = match.group()
        if word == "." and found and found[-1].group == "title":
            continue
        group = known.of(word.casefold()) if word[0].isalpha() else ""
        if group == "title" and word.isupper():
            group = "own" if word == "HR" else ""
        found.append(_Token(word, match.start(), match.end(), group, is_first))
        is_first = word in _STOPS or (is_first and word in _QUOTES)
    return found


def _runs(tokens: Sequence[_Token]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitalized words that may be a name."""
    place = 0
    while place < len(tokens):
        if not _may_begin(tokens[place]):
            place += 1
            continue
        after = place + 1
        while after < len(tokens):
            if tokens[after].is_capitalized and not tokens[after].is_first_in_sentence:
                after += 1
            elif (
                tokens[after].text in _PARTICLES
                and after + 1 < len(tokens)
                and tokens[after + 1].is_capitalized
            ):
                after += 2
            else:
                break
        yield place, after
        place = after


def _may_begin(token: _Token) -> bool:
    if not token.is_capitalized or token.group:
        return False
    return not token.is_first_in_sentence or names().is_first(token.text)


def _sign(tokens: Sequence[_Token], first: int, after: int, own: Collection[str]) -> str:
    """Return what tells that a name is a third person's; empty where nothing does."""
    words = [token.text for token in tokens[first:after]]
    behind = tokens[after].group if after < len(tokens) else ""
    if _is_own(words, own) or behind == "behind":
        return ""
    if any(token.group in ("behind", "none", "place") for token in tokens[first:after]):
        return ""
    before = tokens[first - 1] if first else None
    if before is not None and before.group == "title":
        return "" if _is_firm(words) else "title"
    place = _role_before(tokens, first, after)
    role = tokens[place].group if place is not None else ""
    if place is not None and role == "person" and _is_persons(words, tokens[place].text):
        return "role"
    if role == "client" and _is_clients(words):
        return "role"
    if role:
        return ""
    return "name" if _is_full_name(words) and _is_about_another(tokens, first, after) else ""


def _is_own(words: Sequence[str], own: Collection[str]) -> bool:
    """Whether the name is that of one of the plan's own people: by one name, or by the first and the last."""
    return all(any(one.casefold() in own for one in without_genitive(word)) for word in {words[0], words[-1]})


def _is_firm(words: Sequence[str]) -> bool:
    """Tell "Fru Hansens Konditori" from "fru Anna Hansen"."""
    return len(words) > 1 and words[0].endswith("s") and not names().is_surname(words[-1])


def _role_before(tokens: Sequence[_Token], first: int, after: int) -> int | None:
    """Return which word says who a name is: "kunden …", "en borger ved navn …", "kollegaen, …,"."""
    for distance in range(1, _MOST_BETWEEN + 1):
        if first - distance < 0:
            return None
        token = tokens[first - distance]
        if token.group in ("person", "client", "own", "place"):
            return first - distance
        if token.group != "called" and token.text not in _BETWEEN:
            return None
        if token.text in (",", "("):
            closes = tokens[after].text if after < len(tokens) else "."
            if distance > 1 or closes not in _CLOSING:
                # "… for borgeren, som Inger …": the name belongs to another clause.
                return None
    return None


def _is_persons(words: Sequence[str], role: str) -> bool:
    """Whether the words are a name: a known one, or any behind the definite form of a role."""
    if names().is_first(words[0]) or names().is_surname(words[-1]):
        return True
    return len(words[0]) >= _SHORTEST_NAME and role.endswith(_DEFINITE) and "-" not in words[0]


def _is_clients(words: Sequence[str]) -> bool:
    """Tell "kunden Thomas Juhl" from "kunden Nordlys Energi"."""
    if names().is_first(words[0]):
        return True
    return len(words) >= _FULL_NAME and names().is_surname(words[-1])


def _is_full_name(words: Sequence[str]) -> bool:
    return len(words) >= _FULL_NAME and names().is_first(words[0]) and names().is_surname(words[-1])


def _is_about_another(tokens: Sequence[_Token], first: int, after: int) -> bool:
    """Whether a first name and surname are those of neither the employee nor a helper nor an author."""
    begin, end = _sentence(tokens, first, after)
    near = [*tokens[max(begin, first - _NEAR) : first], *tokens[after : min(end, after + _NEAR)]]
    helps = ("own", "place")
    if any(one.text in _QUOTES or (one.group in helps and not _is_employee(one)) for one in near):
        return False
    sentence = tokens[begin:end]
    if any(token.group == "help" for token in sentence):
        return False
    if any(token.group in ("person", "client") for token in tokens[begin:first]):
        return True
    if _is_followed_by_role(tokens, after, end):
        return True
    if begin < first and any(token.group == "case" for token in sentence):
        return True
    # Where the sentence speaks to or of the employee, whoever is named is another.
    return any(_is_employee(token) for token in sentence)


def _is_followed_by_role(tokens: Sequence[_Token], after: int, end: int) -> bool:
    """Whether a name is said to be somebody's: "Inger Holm, en borger på 84 år", "Inger Holm (borger)"."""
    for token in tokens[after : min(end, after + _MOST_BETWEEN)]:
        if token.group in ("person", "client"):
            return tokens[after].text in (",", "(")
        if token.text not in _BETWEEN:
            return False
    return False


def _is_employee(token: _Token) -> bool:
    return token.text.casefold() in _EMPLOYEE


def _sentence(tokens: Sequence[_Token], first: int, after: int) -> tuple[int, int]:
    begin, end = first, after
    while begin > 0 and not tokens[begin].is_first_in_sentence:
        begin -= 1
    while end < len(tokens) and not tokens[end].is_first_in_sentence:
        end += 1
    return begin, end
