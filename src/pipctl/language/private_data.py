"""Private data that a plan does not need: health, special categories, private life, crime.

Rules PV02, PV03, PV04 and PV08; GDPR articles 9 and 10, helbredsoplysningsloven, seeds 003 and 004.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.attribution import is_general, is_own, is_set_aside, is_topic
from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

HEALTH, SPECIAL = "health-data", "special-category"
PRIVATE, CRIME = "private-matters", "criminal-allegation"
HEALTH_WORDS = ("illness", "ill", "care", "sickleave")
"""Groups of words that tell of somebody's health."""

_REACH = 6
"""Words between a colleague and the illness told of."""
_NEAR = 3
_CATEGORIES = ("faith", "faithful", "orientation", "gender", "ethnicity")


def health(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield a diagnosis, treatment or sick leave of someone in the plan (PV02)."""
    if not statement.is_about_a_person:
        return
    if not statement.has("other"):
        for match in statement.matches(lexicon, "health"):
            if not is_general(statement, match.after - 1):
                yield statement.mention(HEALTH, match.first, match.after)
                return
    for place in statement.places(*HEALTH_WORDS):
        if not is_general(statement, place) and _is_told_of(statement, place):
            yield statement.mention(HEALTH, place)
            return


def _is_told_of(statement: Statement, place: int) -> bool:
    is_diagnosis = statement.is_at(place, "illness") and is_topic(statement, place)
    return (
        is_own(statement, place)
        or is_diagnosis
        or _is_leave(statement, place)
        or _is_of_a_colleague(statement, place)
    )


def _is_of_a_colleague(statement: Statement, place: int) -> bool:
    """Whether it is told of somebody else in the plan: "din leder er selv sygemeldt"."""
    first, _ = statement.clause(place)
    before = range(max(first, place - _REACH), place)
    is_told = any(statement.is_at(at, "be", "body") for at in before)
    return is_told and any(
        statement.is_at(at, "human") and statement.has_between(at - 2, at, "own", "name") for at in before
    )


def _is_leave(statement: Statement, place: int) -> bool:
    """Whether sick leave is told of the employee, and not what to do when ill."""
    is_told = not statement.has("other", "modal", "if", "us", "handled")
    return statement.is_at(place, "sickleave") and is_told


def special_categories(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield union membership, religion, politics, origin or orientation of someone in the plan (PV03)."""
    if is_set_aside(statement, lexicon):
        return
    for match in statement.matches(lexicon, "member"):
        is_of_others = statement.has_between(match.first - _NEAR, match.first, "other")
        if is_of_others or statement.is_denied(match.first):
            continue
        yield statement.mention(SPECIAL, match.first, match.after)
        return
    if not statement.is_about_a_person:
        return
    for place in statement.places(*_CATEGORIES):
        if is_own(statement, place) and not is_general(statement, place):
            yield statement.mention(SPECIAL, place)
            return


def private_matters(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield family, money, leisure and personality profiles of someone in the plan (PV04)."""
    if statement.has("companion"):
        # "Din mand må gerne være bisidder": who comes along is no private matter.
        return
    for match in statement.matches(lexicon, "private"):
        if statement.is_about_a_person:
            yield statement.mention(PRIVATE, match.first, match.after)
            return
    for place in statement.places("money", "family"):
        if is_own(statement, place):
            yield statement.mention(PRIVATE, place)
            return


def crimes(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield theft, fraud, violence or a police report of someone in the plan (PV08)."""
    if not statement.is_about_a_person:
        return
    for match in statement.matches(lexicon, "crime"):
        if statement.is_denied(match.first):
            return
        yield statement.mention(CRIME, match.first, match.after)
        return
    for place in statement.places("crimeact"):
        first, end = statement.clause(place)
        if not statement.is_denied(place) and any(
            statement.is_person(at) and not statement.is_at(at, "own") for at in range(first, end)
        ):
            yield statement.mention(CRIME, place)
            return
    for place in statement.places("crime"):
        if not is_general(statement, place) and is_own(statement, place):
            yield statement.mention(CRIME, place)
            return
