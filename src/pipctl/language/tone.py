"""How a text speaks of the employee: judgement of the person, always and never, hearsay, a decision made.

Each reading names the words it rests on. What is quoted is left out, and so is what is denied or depends
on a condition. Sources: seed 000 (misuse of plans), seed 004 (facts, not hearsay).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

ATTACK, ABSOLUTE, BUSINESS = "personal-attack", "absolute", "business-reasons"
DECIDED, HEARSAY = "predetermined", "hearsay"

_REACH = 4
"""Words between "saknar" and what is lacking, or between a verb and its judgement."""
_LONGEST_PREDICATE = 2
"""Words that no list knows between a verb and the trait that it ascribes."""
_GENITIVE = "s"
_END = 1000
_FIGURES = frozenset(["number", "date", "ordinal", "year"])


def attacks(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield judgements of the person, and none of conduct or work (TX01)."""
    if statement.has("call"):
        return
    for match in statement.matches(lexicon, "attack"):
        yield statement.mention(ATTACK, match.first, match.after)
    for place in statement.places("insult"):
        if not statement.is_denied(place) and not _is_said_of_a_thing(statement, place):
            yield statement.mention(ATTACK, place)
    for place in statement.places("trait", "badly"):
        if _is_said_of_a_person(statement, place):
            yield statement.mention(ATTACK, place)
    for group, is_judged in _QUALITIES.items():
        for place in statement.places(group):
            if is_judged(statement, place):
                yield statement.mention(ATTACK, place)


def _is_said_of_a_thing(statement: Statement, place: int) -> bool:
    """Whether a verb of being makes an insult the nature of a thing: "skrivaren är en riktig latmask"."""
    first, _ = statement.clause(place)
    for at in range(place - 1, first - 1, -1):
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
    lacks = [at for at in around if statement.is_at(at, "lack")]
    if not lacks or any(statement.is_at(at, "neg") for at in range(first, lacks[0])):
        return False
    return any(statement.is_person(at) or statement.is_at(at, "human") for at in range(first, end))


_QUALITIES = {"vice": _belongs_to_a_person, "virtue": _is_lacking}
"""What someone is said to have, or to lack."""


def absolutes(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield "always" and "never" as an accusation of the employee (TX02)."""
    spans = [(place, place + 1) for place in statement.places("ever")]
    spans += [(match.first, match.after) for match in statement.matches(lexicon, "ever")]
    for first, after in spans:
        if _is_accusing(statement, first, after):
            yield statement.mention(ABSOLUTE, first, after)


def _is_accusing(statement: Statement, first: int, after: int) -> bool:
    start, end = statement.clause(first)
    if first == start or statement.text_at(start) in _RELATIVES:
        # "Hver gang der er kø, forsvinder du"; "en egoist, der altid tager …": the clause beside it says who.
        if not _names_one(statement, start, end):
            start, end = 0, len(statement.words)
            if any(statement.is_at(at, "modal", "can") for at in range(first)):
                return False
    if statement.is_denied(first) or not any(statement.is_person(at) for at in range(start, end)):
        return False
    if statement.text_at(first - 1) in _AS_USUAL or _is_duty(statement, start, first, after, end):
        return False
    if _has_other_subject(statement, start, first, end):
        return statement.has_between(start, end, "remind")
    is_never = any(
        statement.is_at(at, "neg") and not statement.is_at(at, "lack") for at in range(first, after)
    )
    if is_never and statement.has_between(first - _REACH, after + _REACH, "got"):
        return False
    around = [at for at in range(start, end) if not first <= at < after]
    faultless = [at for at in around if statement.is_at(at, "bad") and statement.is_at(at - 1, "lack")]
    speaks_well = bool(faultless) or any(statement.is_at(at, "good") for at in around)
    speaks_ill = any(statement.is_at(at, "bad") for at in around if at not in faultless)
    if is_never:
        return not speaks_ill or speaks_well
    return speaks_ill or not speaks_well


_AS_USUAL = ("som", "sædvanligt")


def _names_one(statement: Statement, start: int, end: int) -> bool:
    return any(statement.is_person(at) for at in range(start, end))


def _has_other_subject(statement: Statement, start: int, first: int, end: int) -> bool:
    """Whether "I", "we" or somebody else does it, and the employee is only the object.

    The nearest subject pronoun in front says who; with "always" in front of it all, "you" anywhere.
    """
    if first == start and any(statement.text_at(at) in _SUBJECTS for at in range(start, end)):
        return False
    before = range(first - 1, start - 1, -1)
    for at in before:
        if statement.text_at(at) in _SUBJECTS | _OURSELVES:
            return statement.text_at(at) in _OURSELVES
    for at in (*before, *range(first + 1, end)):
        if statement.is_at(at, "own"):
            return False
        if statement.is_at(at, "they") and at > first:
            return True
        if statement.is_at(at, "you", "they", "staff", "name"):
            return False
        if statement.is_at(at, "us", "other") and not statement.is_at(at - 1, "own"):
            return True
    return False


_SUBJECTS = frozenset(["du", "han", "hun", "hon", "hen"])
_OURSELVES = frozenset(["jeg", "vi", "jag", "man"])
_RELATIVES = ("der", "som")


def _is_duty(statement: Statement, start: int, first: int, after: int, end: int) -> bool:
    """Whether it is asked for, offered or supposed: "du skal altid …"; "jämt ska du …" is a reproach."""
    if any(statement.is_at(at, "if") and statement.is_condition(at) for at in range(start, end)):
        return True
    if statement.has_between(start, end, "remind"):
        return False
    if statement.text_at(first - 1) == "får" and (
        not statement.is_at(first, "neg") or statement.text_at(after).endswith("a")
    ):
        # "Du får alltid ringa mig" and "du får aldrig lyfta ensam" say what is allowed.
        return True
    if statement.is_at(first, "each") and statement.has("modal"):
        return True
    return any(statement.is_at(at, "modal", "can") for at in range(max(start, first - _REACH - 1), first))


def business_reasons(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield reasons of the business that nothing explains (TX03)."""
    for match in statement.matches(lexicon, "business"):
        rest = range(match.after, len(statement.words))
        is_explained = any(statement.is_at(at, "explained", *_FIGURES) for at in rest) or any(
            statement.is_at(at, *_FIGURES) for at in range(match.first)
        )
        if not is_explained:
            yield statement.mention(BUSINESS, match.first, match.after)


def decisions(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield a dismissal that is stated as decided; a condition makes it none (TX04)."""
    for match in statement.matches(lexicon, "sham"):
        if not statement.is_denied(match.first):
            yield statement.mention(DECIDED, match.first, match.after)
            return
    regardless = statement.matches(lexicon, "regardless")
    if statement.matches(lexicon, "undecided"):
        return
    if _is_of_something_else(statement) or (_is_conditional(statement) and not regardless):
        return
    for match in statement.matches(lexicon, "decided"):
        if not statement.is_denied(match.first):
            yield statement.mention(DECIDED, match.first, match.after)
            return
    for place in statement.places("dismissal", "dismiss"):
        if not statement.is_denied(place) and _is_fixed(statement, place, is_regardless=bool(regardless)):
            yield statement.mention(DECIDED, place)
            return


def _is_fixed(statement: Statement, place: int, *, is_regardless: bool) -> bool:
    if statement.has_between(place - _REACH, place + _REACH, "self"):
        # "Sagde selv op" and "sade upp sig" are the employee's own doing.
        return False
    first, end = statement.clause(place)
    if statement.is_at(place, "dismiss") and not any(statement.is_person(at) for at in range(first, end)):
        return False
    return is_regardless or statement.is_at(place, "dismiss") or statement.has("decided")


def _is_conditional(statement: Statement) -> bool:
    return statement.has("can") or any(statement.is_condition(place) for place in statement.places("if"))


def _is_of_something_else(statement: Statement) -> bool:
    return statement.has("tenancy")


def hearsay(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield what unnamed people are said to say, without a day or a number (TX05)."""
    if statement.has(*_FIGURES):
        return
    for match in statement.matches(lexicon, "hearsay"):
        is_denied = statement.has_between(match.first - _REACH, match.first, "neg")
        is_untrue = statement.is_at(match.first, "rumor") and statement.has_between(match.after, _END, "neg")
        if not is_denied and not is_untrue:
            yield statement.mention(HEARSAY, match.first, match.after)
            return
