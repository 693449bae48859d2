"""Private contact data: a telephone number, address or mailbox that is somebody's own, not the workplace's.

A number to call for help is none. What is private is told by words ("privat", "hjemme", "din mobil", "bor
på") or by the mailbox itself (gmail and its like).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pipctl.language.groups import WordGroups, word_groups
from pipctl.language.lists import SentenceLanguage
from pipctl.language.names import names
from pipctl.language.words import Mention

_HAS_ANY = re.compile(r"@|\d[ \d/–‐-]{5}|[A-ZÆØÅÄÖ][\w.'’-]* \d")
_OWN_MAILBOX = re.compile(r"privat|hjemme|hemma|(?<![^\W_])hem(?![^\W_])")
_STOPS = frozenset(".!?;")
_MOST_BEFORE, _MOST_AFTER = 100, 60
"""Characters in which the words beside it are sought."""
_NEAR = 9
_CLOSE = 3
_ABBREVIATED = ("tlf", "tel", "tfn", "nr", "mob", "evt", "kl")


@cache
def _mail() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?P<domain>[\w-]+)(?:\.[\w-]+)+")


@cache
def _telephone() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?<![\w+]) (?<!\d[-.,:/])
        (?: (?:\+|00)4[567][ -]?(?:\(0\)\ ?)?
            (?: \d\d[ ]?\d\d[ ]?\d\d[ ]?\d\d | \d{1,3}[ -]?\d{2,3}[ ]?\d{2,3}(?:[ ]?\d\d)? )
          | \d\d[ ]\d\d[ ]\d\d[ ]\d\d | \d\d-\d\d-\d\d-\d\d | \d{4}[ ]\d{4}
          | \d{2}[ ]\d{3}[ ]\d{3} | [1-9]\d{7}
          | 0\d{1,3} (?:[ ]?[-/–‐][ ]?|[ ])? \d{2,4} (?:[ ]?\d{2,3}){1,2} )
        (?! \w | [-.,:/]\d )
        """,
        re.VERBOSE,
    )


@cache
def _house() -> re.Pattern[str]:
    return re.compile(r"(?P<street>[^\W\d_][\w.'’-]*)\ \d{1,3}(?:\ ?[A-Z]\b|[a-z]\b)?(?![\d:%]|[.,]\d)")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w‐-]*|[.!?;](?=\s|$)|\(")


class _Words:
    """The words of the sentence around a place, with what the list says of each, nearest first."""

    def __init__(self, text: str, start: int, end: int, known: WordGroups) -> None:
        before = _sentence_end(_words(text[max(0, start - _MOST_BEFORE) : start]))
        after = _sentence_start(_words(text[end : end + _MOST_AFTER]))
        self.before = [(word, known.of(_plain(word))) for word in before]
        self.after = [(word, known.of(_plain(word))) for word in after]
        self.groups = {group for _, group in (*self.before, *self.after)}

    def pairs(self) -> Iterator[tuple[int, str, str]]:
        """Yield where a word stands, its group, and that of the word before it or before that one."""
        groups = [group for _, group in self.before]
        for place in range(len(groups) - 1, -1, -1):
            for between in (1, 2):
                if place - between >= 0:
                    yield place - between, groups[place - between], groups[place]

    def is_owned_by_name(self, group: str) -> bool:
        """Whether a name in the genitive stands before a word of the group: "Henriks mobil"."""
        return any(
            one == group and word[0].isupper() and word[-1] == "s" and names().is_first(word)
            for (_, one), (word, _) in zip(self.before, self.before[1:], strict=False)
        )


def contact_data(text: str, language: SentenceLanguage) -> tuple[Mention, ...]:
    """Find private telephone numbers, addresses and mailboxes.

    Args:
        text: of any length.
        language: da or sv.

    Returns:
        Where they stand, in order, with the sign `telephone`, `address` or `mail`.
    """
    if not _HAS_ANY.search(text):
        return ()
    known = word_groups(language, "contact")
    found = [*_mailboxes(text, known), *_telephones(text, known), *_addresses(text, known)]
    return tuple(sorted(found))


def _mailboxes(text: str, known: WordGroups) -> Iterator[Mention]:
    for match in _mail().finditer(text) if "@" in text else ():
        is_private = known.of(match["domain"].casefold()) == "provider"
        if not is_private and not _OWN_MAILBOX.search(match.group().casefold()):
            words = _Words(text, match.start(), match.end(), known)
            is_private = _is_said_private(words, ("mail", "address"))
            if not is_private:
                continue
        yield Mention(match.start(), match.end(), "mail")


def _telephones(text: str, known: WordGroups) -> Iterator[Mention]:
    for match in _telephone().finditer(text):
        words = _Words(text, match.start(), match.end(), known)
        if (
            _is_said_private(words, ("telephone",))
            or _is_owned(words, "telephone")
            or _is_relatives(words)
            or _is_reached(words)
        ):
            yield Mention(match.start(), match.end(), "telephone")


def _addresses(text: str, known: WordGroups) -> Iterator[Mention]:
    for match in _house().finditer(text) if _has_capital_before_number(text) else ():
        street = match["street"]
        if not street[0].isupper() or known.of(street.casefold()) != "street":
            continue
        words = _Words(text, match.start(), match.end(), known)
        if (
            "lives" in words.groups
            or _is_said_private(words, ("address",))
            or _is_owned(words, "address")
            or _is_home(words)
            or {"sent", "receiver"} <= {group for _, group in words.before}
        ):
            yield Mention(match.start(), match.end(), "address")


def _has_capital_before_number(text: str) -> bool:
    """Whether a word with a capital stands before a number: told far sooner than an address is found."""
    return any(
        number[:1].isdigit() and any(map(str.isupper, word)) for word, number in pairwise(text.split(" "))
    )


def _is_said_private(words: _Words, things: tuple[str, ...]) -> bool:
    """Whether a word calls it private: "din privata mobil", "privat: …", "… (privat)"."""
    groups = [group for _, group in words.before[:_NEAR]]
    if "private" in groups or groups[:1] == ["privately"]:
        return True
    if any(first in things and second == "privately" for place, first, second in words.pairs()):
        return True
    behind = [group for _, group in words.after[:_CLOSE]]
    return bool({"private", "privately"} & set(behind[:2])) and (
        words.after[0][0] == "(" or "private" in behind
    )


def _is_owned(words: _Words, thing: str) -> bool:
    """Whether it is the employee's, or that of a person who is no helper."""
    pairs = [(first, second) for place, first, second in words.pairs() if place <= _NEAR]
    if (thing, "own") in pairs:
        return True
    if "work" in words.groups:
        return False
    return (thing, "theirs") in pairs or words.is_owned_by_name(thing)


def _is_relatives(words: _Words) -> bool:
    groups = [group for _, group in words.before[:_NEAR]]
    pairs = [(first, second) for place, first, second in words.pairs() if place <= _NEAR]
    return "kin" in groups or ("relative", "own") in pairs or ("relative", "theirs") in pairs


def _is_reached(words: _Words) -> bool:
    """Whether it is where the employee can be reached: "du kan nås på …", "nås du på …"."""
    near = {
        (first, second)
        for place, first, second in words.pairs()
        if place <= _NEAR and "reached" in (first, second)
    }
    return bool(near & {("reached", "employee"), ("employee", "reached")})


def _is_home(words: _Words) -> bool:
    """Whether somebody's home is meant: "hjem til dig på …", "hemma hos honom på …"."""
    groups = [group for _, group in words.before[:_NEAR]]
    if "home" not in groups:
        return False
    place = groups.index("home")
    nearer = words.before[max(0, place - _CLOSE) : place]
    return any(group == "receiver" or word[0].isupper() for word, group in nearer)


def _plain(word: str) -> str:
    return word.casefold().replace("-", "").replace("‐", "")


def _words(text: str) -> list[str]:
    return _word().findall(text)


def _sentence_end(words: list[str]) -> list[str]:
    """Return the words of the last sentence, the last word first; an abbreviation ends none."""
    found: list[str] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in _STOPS:
            if word == "." and place > 0 and words[place - 1].casefold().endswith(_ABBREVIATED):
                continue
            break
        if word != "(":
            found.append(word)
    return found


def _sentence_start(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word in _STOPS:
            break
        found.append(word)
    return found
