"""Whose a quality is: whether a ground, an illness or a circumstance is said to be the employee's own.

"Din alder", "du er gravid", "som kvinde", "har holdt forældreorlov", "efter to barsler har Nanna" attribute
it to a person; "diabetesafdelingen", "kunder over 65" and "uanset køn" do not.
"""

from __future__ import annotations

from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon

_DEFINITE = ("en", "et", "ene", "erne", "an", "na", "n")
_COME = frozenset(["kom", "kommer"])
"""They ask for something ("kom ihåg") and tell what happened ("ledigheten kom olägligt")."""
_WHERE = frozenset(["på", "hos", "bland", "blandt"])
"""Behind an illness these make it a subject matter: "depressionen på 30-talet"."""
_OF = ("af", "av")
_NEAR = 3
_FAR = 6
_FORE = 5


def is_own(statement: Statement, place: int) -> bool:
    """Whether what stands at a place is the employee's, or somebody's who is named."""
    return (
        _is_possessed(statement, place)
        or is_predicated(statement, place)
        or _is_had(statement, place)
        or is_capacity(statement, place)
        or is_type(statement, place)
        or _is_done(statement, place)
    )


def _is_possessed(statement: Statement, place: int) -> bool:
    """Whether it is "din tro", "hans høje alder", "Amirs kultur"; not "dine patienters"."""
    for at in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if statement.is_at(at, "stop", "other", "general"):
            return False
        if statement.is_at(at, "own"):
            return True
        token = statement.words[at].token
        if token.is_capitalized and token.word.endswith("s") and statement.is_at(at, "name", "staff"):
            return True
    return False


def is_predicated(statement: Statement, place: int) -> bool:
    """Whether it is said of somebody: "du er gravid", "at Emil är man", "du blev sygemeldt"."""
    first, _ = statement.clause(place)
    for at in range(place - 1, max(first - 1, place - 1 - _NEAR), -1):
        if statement.is_at(at, "be"):
            return _has_person_near(statement, at, first)
        if statement.is_at(at, "other"):
            return False
    return False


def _has_person_near(statement: Statement, verb: int, first: int) -> bool:
    before = range(max(first, verb - _NEAR), verb)
    if any(statement.is_at(at, "other") for at in before):
        return False
    if any(_is_nominal(statement, at) for at in (*before, verb + 1)):
        return True
    # "Søren, som skulle stå for oplæringen, er i kemoterapi": the subject stands before a clause set in.
    return verb > 0 and statement.is_at(verb - 1, "stop") and statement.is_person(0)


def _is_nominal(statement: Statement, at: int) -> bool:
    return statement.is_person(at) and not statement.is_at(at, "own")


def _is_had(statement: Statement, place: int) -> bool:
    """Whether someone has it: "har holdt forældreorlov", "går med tørklæde", "tog sovepiller"."""
    first, end = statement.clause(place)
    for at in range(place - 1, max(first - 1, place - 1 - _FAR), -1):
        if statement.is_at(at, "other"):
            return False
        if statement.is_at(at, "body"):
            if statement.has_between(at + 1, place, "handled"):
                # "Har åbnet lægeattester": it is the work, and somebody else's health.
                return False
            if at == first:
                # "Din leder, Hanne, har fået kræft": the subject stands before the comma.
                first = 0
            return any(_is_nominal(statement, one) for one in range(first, end)) and not any(
                statement.is_at(one, "other") for one in range(first, end)
            )
    return False


def is_capacity(statement: Statement, place: int) -> bool:
    """Whether someone acts as such: "som kvinde har du …", "du vil som troende muslim …"."""
    is_named_so = any(statement.text_at(at) in ("som", "qua") for at in (place - 1, place - 2))
    around = range(max(0, place - _FAR), min(place + _FAR, len(statement.words)))
    return is_named_so and any(_is_nominal(statement, at) for at in around)


def is_type(statement: Statement, place: int) -> bool:
    """Whether someone is one of them: "mænd som dig", "en kørestolsbruger som dig"."""
    return statement.text_at(place + 1) == "som" and statement.is_person(place + 2)


def _is_done(statement: Statement, place: int) -> bool:
    """Whether someone does it: "du vabbar", "du stammer"."""
    return statement.is_at(place, "pregnant", "disabled", "faithful") and _is_nominal(statement, place - 1)


def is_topic(statement: Statement, place: int) -> bool:
    """Whether it opens a sentence on the employee: "graviditeten gør, at vi ikke kan regne med dig"."""
    is_definite = statement.text_at(place).endswith(_DEFINITE)
    is_asked = any(statement.text_at(at) not in _COME for at in statement.places("modal"))
    is_placed = statement.text_at(place + 1) in _WHERE
    is_alone = not is_asked and not is_placed and not statement.has("other")
    return place <= _NEAR - 1 and is_definite and statement.is_about_a_person and is_alone


def is_general(statement: Statement, place: int) -> bool:
    """Whether it is said of whoever may fall ill, and of nobody: "ved sygdom", "hvis du bliver syg"."""
    before = range(max(0, place - _FORE), place)
    is_ward = statement.is_at(place, "illness") and statement.text_at(place - 1) == "på"
    is_subject_matter = statement.is_at(place, "faith", "illness") and statement.text_at(place - 1) == "om"
    is_of_a_thing = statement.is_at(place, "care") and statement.text_at(place + 1) in _OF
    if is_of_a_thing:
        # "Din behandling af klager": what is treated is a thing.
        return True
    if is_ward or is_subject_matter or statement.is_hypothetical(place):
        # "Helgpass på infektion", "en serie om tro": where and what about, and nobody's own.
        return True
    return statement.is_at(place - 1, "general") or any(statement.is_at(at, "if") for at in before)


def is_set_aside(statement: Statement, lexicon: ToneLexicon) -> bool:
    """Whether it is said that a ground shall not count: "uanset køn", "spelar ingen roll"."""
    return bool(statement.matches(lexicon, "irrelevant"))
