"""Protected characteristics as reasons against someone, and private data that a plan does not need.

Grounds: forskelsbehandlingsloven § 1, ligebehandlingsloven, foreningsfrihedsloven; diskrimineringslagen 1:5,
föräldraledighetslagen 16 §, MBL 8 §. Private data: GDPR articles 9 and 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.attribution import is_capacity, is_own, is_topic, is_type
from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

PROTECTED, HEALTH, SPECIAL = "protected-characteristic", "health-data", "special-category"
PRIVATE, CRIME = "private-matters", "criminal-allegation"

_HEALTH_WORDS = ("illness", "ill", "care", "sickleave")
_GROUNDS = (
    "age",
    "sex",
    "pregnancy",
    "pregnant",
    "faith",
    "faithful",
    "union",
    "ethnicity",
    "ethnic",
    "orientation",
    "gender",
    "disability",
    "disabled",
    *_HEALTH_WORDS,
)
_COULD = frozenset(["kunde", "kunne"])
_CATEGORIES = ("faith", "faithful", "orientation", "gender", "ethnicity")
_REACH = 5


def health(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield a diagnosis, treatment or sick leave of someone in the plan (PV02)."""
    if not statement.is_about_a_person:
        return
    if not statement.has("other"):
        for match in statement.matches(lexicon, "health"):
            if not _is_general(statement, match.after - 1):
                yield statement.mention(HEALTH, match.first, match.after)
                return
    for place in statement.places(*_HEALTH_WORDS):
        if not _is_general(statement, place) and _is_told_of(statement, place):
            yield statement.mention(HEALTH, place)
            return


def _is_told_of(statement: Statement, place: int) -> bool:
    is_diagnosis = statement.is_at(place, "illness") and is_topic(statement, place)
    return is_own(statement, place) or is_diagnosis or _is_leave(statement, place)


def _is_leave(statement: Statement, place: int) -> bool:
    """Whether sick leave is told of the employee, and not what to do when ill."""
    return statement.is_at(place, "sickleave") and not statement.has("other", "modal", "if", "us")


def _is_general(statement: Statement, place: int) -> bool:
    """Whether it is said of whoever may fall ill, and of nobody: "ved sygdom", "hvis du bliver syg"."""
    before = range(max(0, place - _REACH), place)
    if statement.is_hypothetical(place):
        return True
    return statement.is_at(place - 1, "general") or any(statement.is_at(at, "if") for at in before)


def protected(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield a protected characteristic used as a reason against the employee (EQ01)."""
    if _is_set_aside(statement, lexicon) or _is_in_favor(statement):
        return
    for match in statement.matches(lexicon, "against"):
        yield statement.mention(PROTECTED, match.first, match.after)
        return
    for first, after in _grounds(statement, lexicon):
        if _is_held_against(statement, lexicon, range(first, after)):
            yield statement.mention(PROTECTED, first, after)
            return


def _grounds(statement: Statement, lexicon: ToneLexicon) -> Iterator[tuple[int, int]]:
    """Yield the protected characteristics that are said to be the employee's."""
    if statement.is_about_a_person:
        for match in statement.matches(lexicon, "ground"):
            if not _is_general(statement, match.first):
                yield match.first, match.after
    for place in statement.places(*_GROUNDS):
        is_attributed = is_own(statement, place) or is_topic(statement, place)
        if is_attributed and not _is_general(statement, place) and not _is_one(statement, place):
            yield place, place + 1


def _is_one(statement: Statement, place: int) -> bool:
    """Whether Swedish "man" is "one" and no man."""
    return statement.text_at(place) == "man" and not statement.is_at(place - 1, "be")


def _is_set_aside(statement: Statement, lexicon: ToneLexicon) -> bool:
    """Whether it is said that a ground shall not count: "uanset køn", "spelar ingen roll"."""
    return bool(statement.matches(lexicon, "irrelevant"))


def _is_in_favor(statement: Statement) -> bool:
    return any(not statement.has_between(place - _REACH, place, "neg") for place in statement.places("favor"))


def _is_held_against(statement: Statement, lexicon: ToneLexicon, ground: range) -> bool:
    """Whether something bad is said to follow from a ground, or the ground is given as the reason."""
    is_health = statement.is_at(ground[0], *_HEALTH_WORDS)
    is_reasoned = statement.has("because")
    if not is_health or is_reasoned:
        if any(place not in ground for place in statement.places("harm")):
            return True
        # "Hens svåra latexallergi": an adjective in front of the ground judges the ground.
        if any(not ground[0] - 2 < place <= ground[-1] for place in statement.places("trait", "badly")):
            return True
    if is_reasoned and statement.has("planword") and _is_given_as_reason(statement, ground):
        return True
    if statement.matches(lexicon, "unfit"):
        return True
    for place in statement.places("neg"):
        if statement.is_at(place, "lack") and not is_reasoned:
            continue
        around = range(max(0, place - _REACH), min(place + 1 + _REACH, len(statement.words)))
        if any(statement.is_at(at, "got") for at in around):
            continue
        if is_health and not is_reasoned and any(statement.text_at(at) in _COULD for at in around):
            # "Du hade ryggskott och kunde inte lyfta" tells what happened.
            continue
        if is_reasoned or any(statement.is_at(at, "fit") for at in around):
            return True
    if is_type(statement, ground[0]):
        return True
    if is_capacity(statement, ground[0]) and statement.has("neg", "lack"):
        return True
    return any(not statement.is_denied(place) for place in statement.places("reason"))


def _is_given_as_reason(statement: Statement, ground: range) -> bool:
    """Whether "because" opens the very clause of the ground: "planen lægges, fordi …"."""
    first, _ = statement.clause(ground[0])
    return statement.has_between(first, ground[0], "because")


def special_categories(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield union membership, religion, politics, origin or orientation of someone in the plan (PV03)."""
    if _is_set_aside(statement, lexicon):
        return
    for match in statement.matches(lexicon, "member"):
        yield statement.mention(SPECIAL, match.first, match.after)
        return
    if not statement.is_about_a_person:
        return
    for place in statement.places(*_CATEGORIES):
        if is_own(statement, place):
            yield statement.mention(SPECIAL, place)
            return


def private_matters(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield family, money, leisure and personality profiles of someone in the plan (PV04)."""
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
        if not _is_general(statement, place) and is_own(statement, place):
            yield statement.mention(CRIME, place)
            return
