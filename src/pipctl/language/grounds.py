"""Protected characteristics as reasons against the employee (rule EQ01).

A ground is found where it is said to be somebody's own, and held against them where a disadvantage, an
exclusion or the plan itself is said to follow. In their favor it is none, nor where it is set aside.
Law: forskelsbehandlingsloven § 1, ligebehandlingsloven, foreningsfrihedsloven; diskrimineringslagen 1:5,
föräldraledighetslagen 16 §, MBL 8 §.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.attribution import (
    is_capacity,
    is_general,
    is_own,
    is_predicated,
    is_set_aside,
    is_topic,
    is_type,
)
from pipctl.language.private_data import HEALTH_WORDS
from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

PROTECTED = "protected-characteristic"

_GROUNDS = (
    *("age", "sex", "pregnancy", "pregnant", "faith", "faithful", "union", "ethnicity", "ethnic"),
    *("orientation", "gender", "disability", "disabled", *HEALTH_WORDS),
)
_OFTEN_CONSIDERED = ("pregnancy", "pregnant", "disability", "disabled", *HEALTH_WORDS)
"""Grounds that a workplace must often take into account, so that a reason need be no fault."""
_EMPLOYEE = frozenset(
    ["du", "dig", "medarbejderen", "medarbetaren", "han", "hun", "hon", "ham", "hende", "honom"]
)
_ONE = frozenset(["en", "ett", "et"])
_COULD = frozenset(["kunde", "kunne"])
_REACH = 5
_AFTER = 3
"""Words behind a verb among which its negation stands: "forlænger vi ikke"."""
_GROWN = 15
"""Years of age at which one may be employed."""


def protected(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield a protected characteristic used as a reason against the employee (EQ01)."""
    if is_set_aside(statement, lexicon) or _is_in_favor(statement):
        return
    if statement.is_about_a_person or statement.has("us"):
        for match in statement.matches(lexicon, "against"):
            yield statement.mention(PROTECTED, match.first, match.after)
            return
    for first, after in _grounds(statement, lexicon):
        if _is_held_against(statement, lexicon, range(first, after)):
            yield statement.mention(PROTECTED, first, after)
            return


def _grounds(statement: Statement, lexicon: ToneLexicon) -> Iterator[tuple[int, int]]:
    """Yield the protected characteristics that are said to be the employee's."""
    if statement.is_about_a_person or statement.has("planword"):
        for match in (*statement.matches(lexicon, "ground"), *statement.matches(lexicon, "years")):
            is_others = statement.text_at(match.first) in _ONE and statement.is_at(match.after - 1, "other")
            if not is_others and not is_general(statement, match.first):
                yield match.first, match.after
    for place in statement.places(*_GROUNDS):
        is_attributed = (is_own(statement, place) or is_topic(statement, place)) and not _is_spouse(
            statement, place
        )
        is_meant = not _is_one(statement, place) and not _is_of_a_thing(statement, place)
        if is_attributed and is_meant and not is_general(statement, place):
            yield place, place + 1
    for place in statement.places("representative"):
        if is_predicated(statement, place) or is_capacity(statement, place) or is_type(statement, place):
            yield place, place + 1
    for place in statement.places("elder"):
        if _is_age(statement, place) and not is_general(statement, place):
            yield place, place + 1


def _is_age(statement: Statement, place: int) -> bool:
    """Whether it is "som 59-årig har du", "du är 34 år": an age, and no three-year course."""
    years = statement.text_at(place).partition("-")[0]
    is_grown = not years.isdigit() or int(years) >= _GROWN
    return is_grown and (
        is_capacity(statement, place) or is_predicated(statement, place) or is_type(statement, place)
    )


def _is_of_a_thing(statement: Statement, place: int) -> bool:
    """Whether an adjective behind "your" says where a thing comes from: "din polske leverandør"."""
    is_adjective = statement.is_at(place, "ethnic", "faithful") and statement.has_between(
        place - 2, place, "own"
    )
    after = place + 1
    is_followed = after < len(statement.words) and statement.words[after].is_word
    return is_adjective and is_followed and not statement.is_at(after, "roots", "human", "small", "ethnicity")


def _is_spouse(statement: Statement, place: int) -> bool:
    """Whether it is "din mand", who is family."""
    return statement.is_at(place, "sex") and statement.has_between(place - 2, place, "own")


def _is_one(statement: Statement, place: int) -> bool:
    """Whether Swedish "man" is "one" and no man."""
    return statement.text_at(place) == "man" and not statement.is_at(place - 1, "be")


def _is_in_favor(statement: Statement) -> bool:
    """Whether something is made easier because of a ground; moving the employee away is not."""
    return any(
        not statement.has_between(place - _REACH, place + _AFTER, "neg")
        and not _moves_the_employee(statement, place)
        for place in statement.places("favor")
    )


def _moves_the_employee(statement: Statement, place: int) -> bool:
    is_move = statement.text_at(place).startswith("flytt")
    return is_move and any(statement.text_at(at) in _EMPLOYEE for at in (place - 1, place + 1))


def _is_held_against(statement: Statement, lexicon: ToneLexicon, ground: range) -> bool:
    """Whether something bad is said to follow from a ground, or the ground is given as the reason."""
    return (
        _is_harmful(statement, ground)
        or _rules_out(statement, ground)
        or is_type(statement, ground[0])
        or (is_capacity(statement, ground[0]) and statement.has("neg", "lack"))
        or bool(statement.matches(lexicon, "unfit"))
        or any(not statement.is_denied(place) for place in statement.places("reason"))
    )


def _is_harmful(statement: Statement, ground: range) -> bool:
    """Whether a disadvantage is told; of an illness, which is one itself, only what follows."""
    is_reasoned = statement.has("because")
    if is_reasoned and statement.has("planword"):
        return True
    if statement.is_at(ground[0], *HEALTH_WORDS) and not is_reasoned:
        return False
    if is_reasoned and not statement.is_at(ground[0], *_OFTEN_CONSIDERED):
        # Age, sex, faith, union, origin and orientation are a reason for nothing at work.
        return True
    if any(place not in ground for place in statement.places("harm")):
        return True
    # "Hens svåra latexallergi": an adjective in front of the ground judges the ground.
    return any(not ground[0] - 2 < place <= ground[-1] for place in statement.places("trait", "badly"))


def _rules_out(statement: Statement, ground: range) -> bool:
    """Whether it is said what the employee is not, or cannot be: "ikke egnet", "inte längre"."""
    is_reasoned = statement.has("because")
    is_health = statement.is_at(ground[0], *HEALTH_WORDS)
    for place in statement.places("neg"):
        if statement.is_at(place, "lack") and not is_reasoned:
            continue
        around = range(max(0, place - _REACH), min(place + 1 + _REACH, len(statement.words)))
        happened = is_health and not is_reasoned and any(statement.text_at(at) in _COULD for at in around)
        first, end = statement.clause(place)
        if happened or any(statement.is_at(at, "got") for at in around if first <= at < end):
            # "Du hade ryggskott och kunde inte lyfta"; "fik ikke oplæring": it tells what happened.
            continue
        if is_reasoned or any(statement.is_at(at, "fit") for at in around):
            return True
    return False
