"""Judgement of the person, where conduct or work should be described (rule TX01; seed 000).

Judged is who is called something, who *is* something that only people can be, and who has or lacks a quality
of character. The same words said of a printer, quoted, denied or conditional judge nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

ATTACK = "personal-attack"

_REACH = 4
"""Words between "saknar" and what is lacking, or between a verb and its judgement."""
_LONGEST_PREDICATE = 2
"""Words that no list knows between a verb and the trait that it ascribes."""
_GENITIVE = "s"
_TO = ("at", "att")
_ARTICLES = frozenset(["en", "ett", "et", "den", "din", "som", "sådan", "riktig", "rigtig"])
_HAVE = frozenset(["har", "ha", "have", "havde", "hade", "ejer", "äger", "besidder", "besitter"])


def attacks(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield judgements of the person, and none of conduct or work (TX01)."""
    if statement.has("call"):
        return
    for match in statement.matches(lexicon, "attack"):
        yield statement.mention(ATTACK, match.first, match.after)
    for place in statement.places("insult"):
        is_verb = statement.is_at(place, "homograph") and not _is_called(statement, place)
        if not is_verb and not statement.is_denied(place) and not _is_said_of_a_thing(statement, place):
            yield statement.mention(ATTACK, place)
    for place in statement.places("trait", "badly"):
        if _is_said_of_a_person(statement, place):
            yield statement.mention(ATTACK, place)
    for group, is_judged in _QUALITIES.items():
        for place in statement.places(group):
            if is_judged(statement, place):
                yield statement.mention(ATTACK, place)


def _is_called(statement: Statement, place: int) -> bool:
    """Whether a word that is a verb or a thing as well stands where only a name for somebody can."""
    is_behind = statement.is_at(place - 1, "be", "trait") or statement.text_at(place - 1) in _ARTICLES
    return is_behind and statement.is_about_a_person


def _is_said_of_a_thing(statement: Statement, place: int) -> bool:
    """Whether a verb of being makes an insult the nature of a thing: "skrivaren är en riktig latmask"."""
    first, _ = statement.clause(place)
    for at in range(place - 1, first - 1, -1):
        if statement.text_at(at) in _TO:
            # "Vi er trætte af at have en dramadronning her": the verb is another one's.
            return False
        if statement.is_at(at, "be"):
            return not _is_subject(statement, at)
    return False


def _is_said_of_a_person(statement: Statement, place: int) -> bool:
    if statement.is_denied(place):
        return False
    if statement.is_at(place + 1, "human", "character"):
        return not statement.is_at(place + 1, "other") and not _is_wanted(statement, place)
    if not _stands_alone(statement, place):
        return False
    if statement.is_person(place + 1) and statement.is_at(place + 2, "be"):
        return True
    if any(
        statement.text_at(at) == "som" and statement.is_person(at - 1) for at in range(place - _REACH, place)
    ):
        # "Vi ser dig som omogen och självupptagen."
        return True
    return _has_personal_subject(statement, place)


def _stands_alone(statement: Statement, place: int) -> bool:
    """Whether an adjective stands behind its verb, and in front of no noun: "en doven kollega" has one."""
    after = place + 1
    if after >= len(statement.words) or not statement.words[after].is_word:
        return True
    return statement.is_at(
        after, "small", "be", "degree", "neg", "trait", "modal", "can", "you", "they", "name"
    )


def _has_personal_subject(statement: Statement, place: int) -> bool:
    first, _ = statement.clause(place)
    longest = _LONGEST_PREDICATE if statement.is_at(place, "trait") else 0
    strange = 0
    for at in range(place - 1, first - 1, -1):
        if statement.is_at(at, "be"):
            return _is_subject(statement, at)
        if not statement.is_at(at, "degree", "neg", "trait", "name", "small") and not statement.is_person(at):
            strange += 1
            if strange > longest or statement.is_at(at, "other"):
                return False
    return False


def _is_wanted(statement: Statement, place: int) -> bool:
    """Whether somebody is looked for, not judged: "vi søger en stærk leder"."""
    return statement.has_between(place - _REACH, place, "can", "if")


def _is_subject(statement: Statement, verb: int) -> bool:
    """Whether the employee is the subject of a verb: the word before it, or behind it in inverted order."""
    at = verb - 1
    while at > 0 and statement.is_at(at, "degree", "be", "modal", "can"):
        at -= 1
    if statement.is_person(at) and not statement.is_at(at, "own"):
        return True
    if statement.is_at(at, "character") and statement.has_between(at - _REACH, at, "own", "name"):
        # "Din attityd är bedrövlig."
        return True
    return statement.is_person(verb + 1) and not statement.is_at(verb + 1, "own")


def _belongs_to_a_person(statement: Statement, place: int) -> bool:
    if statement.is_denied(place):
        return False
    if statement.is_at(place - 1, "own") or statement.is_at(place - 2, "own"):
        return True
    before = statement.words[place - 1].token if place else None
    if before is not None and before.is_capitalized and before.word.endswith(_GENITIVE):
        return True
    return statement.has("you", "name", "staff") and not statement.has("us", "other", "modal")


def _is_lacking(statement: Statement, place: int) -> bool:
    first, end = statement.clause(place)
    around = range(max(first, place - _REACH), min(end, place + _REACH))
    lacks = [at for at in around if statement.is_at(at, "lack") or _has_none(statement, at)]
    if not lacks or any(
        statement.is_at(at, "neg") and not _has_none(statement, at) for at in range(first, lacks[0])
    ):
        return False
    return any(statement.is_person(at) or statement.is_at(at, "human") for at in range(first, end))


def _has_none(statement: Statement, place: int) -> bool:
    """Whether it is "har ikke (nogen)", "inte ha någon"."""
    return statement.is_at(place, "neg") and any(
        statement.text_at(at) in _HAVE for at in (place - 2, place - 1, place + 1)
    )


_QUALITIES = {"vice": _belongs_to_a_person, "virtue": _is_lacking}
"""What someone is said to have, or to lack."""
