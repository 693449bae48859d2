"""Always and never as a reproach (rule TX02).

"Du kommer altid for sent" accuses; "alarmen skal altid slås til", "du møder altid til tiden" and
"leverandøren har aldrig svaret" do not. So it matters who does it, whether it is good or bad, and whether it
is a duty.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

ABSOLUTE = "absolute"

_REACH = 4
"""Words between "always" and the verb that belongs to it."""
_AS_USUAL = ("som", "sædvanligt")
_NEVER_ASKED = ("jämt", "evindeligt")
"""Nobody is asked to do something with these words: "du ska jämt ha sista ordet"."""
_WHEN = frozenset(["när", "når", "om", "hvis", "innan", "før", "efter", "eftersom", "fordi", "då"])
_SPANS = frozenset(["fram", "frem", "till", "til", "indtil", "från", "fra", "under"])
"""Behind "hele tiden" these make it a stretch of time."""
_RELATIVES = ("der", "som")
_SUBJECTS = frozenset(["du", "han", "hun", "hon", "hen"])
_OURSELVES = frozenset(["jeg", "vi", "jag", "man"])


def absolutes(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield "always" and "never" as an accusation of the employee (TX02)."""
    spans = [(place, place + 1) for place in statement.places("ever")]
    spans += [(match.first, match.after) for match in statement.matches(lexicon, "ever")]
    for first, after in spans:
        if _is_accusing(statement, first, after):
            yield statement.mention(ABSOLUTE, first, after)


def _is_accusing(statement: Statement, first: int, after: int) -> bool:
    if after - first > 1 and statement.text_at(after) in _SPANS:
        return False
    start, end = statement.clause(first)
    if _is_followed_by_one(statement, start, after):
        return True
    if not _names_one(statement, start, end):
        # "Hver gang der er kø, forsvinder du"; "en egoist, der altid tager …": the clause beside it says who.
        opens = first == start or statement.text_at(start) in _RELATIVES
        if not opens or statement.has_between(0, first, "modal", "can"):
            return False
        start, end = 0, len(statement.words)
    if after - first > 1 and statement.is_person(after - 1):
        # "Man får aldrig tag på dig" says who cannot be reached.
        return True
    if statement.is_denied(first) or not _names_one(statement, start, end):
        return False
    if statement.text_at(first - 1) in _AS_USUAL or _is_duty(statement, start, first, after, end):
        return False
    if _has_other_subject(statement, start, first, end):
        return statement.has_between(start, end, "remind")
    is_never = any(
        statement.is_at(at, "neg") and not statement.is_at(at, "lack") for at in range(first, after)
    )
    if is_never and statement.has_between(first - _REACH, after + _REACH, "got"):
        # "Du har aldrig fået oplæring" is the employer's doing.
        return False
    return _speaks_ill(statement, (start, end), (first, after), is_never=is_never)


def _is_followed_by_one(statement: Statement, start: int, after: int) -> bool:
    """Whether it is "bilag mangler hver gang, du afleverer": the clause behind says whose doing it is."""
    is_linked = statement.text_at(after) == "," and statement.text_at(after + 1) in _SUBJECTS
    return is_linked and statement.has_between(start, after, "bad", "lack")


def _speaks_ill(
    statement: Statement, clause: tuple[int, int], ever: tuple[int, int], *, is_never: bool
) -> bool:
    """Whether "always" bad or "never" good is said; of what no list knows, "always" is a reproach as well."""
    (start, end), (first, after) = clause, ever
    if is_never:
        # "Du hör aldrig av dig när du blir sen": what is bad stands in a clause of its own.
        end = next((at for at in range(after, end) if statement.text_at(at) in _WHEN), end)
    around = [at for at in range(start, end) if not first <= at < after]
    faultless = [at for at in around if statement.is_at(at, "bad") and statement.is_at(at - 1, "lack")]
    speaks_well = bool(faultless) or any(statement.is_at(at, "good") for at in around)
    speaks_ill = any(statement.is_at(at, "bad", "harm", "trait") for at in around if at not in faultless)
    if is_never:
        return not speaks_ill or speaks_well
    return speaks_ill or not speaks_well


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


def _is_duty(statement: Statement, start: int, first: int, after: int, end: int) -> bool:
    """Whether it is asked for, offered or supposed: "du skal altid …"; "jämt ska du …" is a reproach."""
    if any(statement.is_at(at, "if") and statement.is_condition(at) for at in range(start, end)):
        return True
    if statement.has_between(start, end, "remind") or statement.text_at(first) in _NEVER_ASKED:
        return False
    if statement.text_at(first - 1) == "får" and (
        not statement.is_at(first, "neg") or statement.text_at(after).endswith("a")
    ):
        # "Du får alltid ringa mig" and "du får aldrig lyfta ensam" say what is allowed.
        return True
    if statement.is_at(first, "each") and any(
        statement.is_person(at - 1) or statement.is_person(at + 1) for at in statement.places("modal")
    ):
        # "Varje gång du ska lyfta": it is asked of somebody; "varje gång något ska göras" is not.
        return True
    return any(statement.is_at(at, "modal", "can") for at in range(max(start, first - _REACH - 1), first))
