"""What is asserted without grounds: reasons of the business, a dismissal already decided, hearsay.

Rules TX03, TX04 and TX05; seed 000 on the misuse of plans, seed 004 on facts instead of hearsay.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.language.statements import Statement
from pipctl.language.tone_lexicon import ToneLexicon
from pipctl.language.words import Mention

BUSINESS, DECIDED, HEARSAY = "business-reasons", "predetermined", "hearsay"

_REACH = 4
"""Words between a verb and what makes it the employee's own doing."""
_THAT = ("at", "att")
_UP = ("op", "upp", "under")
_PLAINLY = frozenset(["tydligt", "klart", "uttryckligen", "tydeligt", "udtrykkeligt"])
_CLOCK = ("kl", "klokken", "klockan")
_NEAR = 2
"""Words behind "siger farvel" among which it is said to whom."""
_OPENS_REASONS = (":", "(", "–")
_NAMELY = frozenset(["nämligen", "närmare", "nemlig", "nærmere", "fordi", "eftersom", "idet"])
_WHOSE = frozenset(
    ["krav", "skull", "skyld", "bästa", "bedste", "behov", "drift", "situation", "vegne", "räkning", "ve"]
)
"""What belongs to any business, and so explains nothing."""
_AMOUNTS = ("%", "pct", "procent", "kr", "mio", "milj", "tusen", "tusind", "ordre", "kund")
"""What a number counts where it explains; "lager 2" and "vecka 20" explain nothing."""
_LEAVING = frozenset(
    ["den", "efter", "i", "inom", "när", "nu", "direkt", "ändå", "till", "senast", "herfra", "når"]
)
"""What may follow "får gå" where it means dismissal."""
_FIGURES = frozenset(["number", "date", "ordinal", "year"])
"""Who gives a day or a number tells a fact."""


def business_reasons(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield reasons of the business that nothing explains (TX03)."""
    for match in statement.matches(lexicon, "business"):
        if statement.has("wording", "document"):
            # "Rapporten om de forretningsmæssige årsager": what a paper is about.
            continue
        if not _is_explained(statement, range(match.after, len(statement.words))):
            yield statement.mention(BUSINESS, match.first, match.after)


def _is_explained(statement: Statement, rest: range) -> bool:
    """Whether it is said what the reason is: behind a colon, between commas, by an amount or a noun."""
    if any(statement.text_at(at) in _OPENS_REASONS for at in rest):
        return True
    commas = [at for at in rest if statement.text_at(at) == ","]
    if commas[:1] == [rest.start] and (len(commas) > 1 or statement.text_at(rest.start + 1) in _NAMELY):
        return True
    is_owner = statement.text_at(rest.start - 1).endswith("s")
    if is_owner and statement.is_at(rest.start, "any") and not _is_hollow(statement, rest.start):
        # "Af hensyn til virksomhedens hygiejnecertifikat" names what it is about.
        return True
    return any(statement.is_at(at, "explained") for at in rest) or _gives_an_amount(statement)


def _is_hollow(statement: Statement, place: int) -> bool:
    return statement.text_at(place) in _WHOSE or statement.is_at(
        place, "small", "be", "cause", "interest", "firm", "business", "modal", "can"
    )


def explains(statement: Statement) -> bool:
    """Whether a sentence behind a reason of the business tells what it is."""
    return statement.has("explained") or _gives_an_amount(statement)


def _gives_an_amount(statement: Statement) -> bool:
    return any(
        statement.is_at(at, "number") and statement.text_at(at + 1).startswith(_AMOUNTS)
        for at in range(len(statement.words))
    )


def decisions(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield a dismissal that is stated as decided; a condition makes it none (TX04)."""
    for match in statement.matches(lexicon, "sham"):
        # "Planen er ikke en formalitet"; a turn of phrase that denies itself begins with what it denies.
        is_denied = statement.is_denied(match.first) or statement.has_between(
            match.first + 1, match.first + _REACH, "neg"
        )
        if not is_denied:
            yield statement.mention(DECIDED, match.first, match.after)
            return
    regardless = statement.matches(lexicon, "regardless")
    if statement.matches(lexicon, "undecided"):
        return
    if _is_conditional(statement) and not regardless:
        return
    is_else = statement.has("tenancy") or _is_told_of_another(statement)
    for match in statement.matches(lexicon, "decided"):
        is_denied = _is_denied(statement, match.first, match.after, is_regardless=bool(regardless))
        is_meant = not is_else or _names_who(statement, range(match.first, match.after + _NEAR))
        if is_meant and not is_denied and not _goes_somewhere(statement, match.after):
            yield statement.mention(DECIDED, match.first, match.after)
            return
    if not is_else:
        yield from _fixed_dismissal(statement, is_regardless=bool(regardless))


def _fixed_dismissal(statement: Statement, *, is_regardless: bool) -> Iterator[Mention]:
    """Yield the first word of dismissal that is said to be settled."""
    for place in statement.places("dismissal", "dismiss"):
        is_denied = _is_denied(statement, place, place + 1, is_regardless=is_regardless)
        if not is_denied and _is_fixed(statement, place, is_regardless=is_regardless):
            yield statement.mention(DECIDED, place)
            return


def _is_denied(statement: Statement, first: int, after: int, *, is_regardless: bool) -> bool:
    is_negated = statement.is_denied(first) or statement.is_at(after, "neg")
    return is_negated or (not is_regardless and _is_possible(statement, after - 1))


def _goes_somewhere(statement: Statement, after: int) -> bool:
    """Whether "får gå" goes on to what is attended: "får gå steg 2", "får gå kursen"."""
    if statement.text_at(after - 1) != "gå" or after >= len(statement.words):
        return False
    is_verb = statement.is_at(after, "be", "body", "modal")
    return statement.words[after].is_word and not is_verb and statement.text_at(after) not in _LEAVING


def _is_fixed(statement: Statement, place: int, *, is_regardless: bool) -> bool:
    if statement.has_between(place - _REACH, place + _REACH, "self"):
        # "Sagde selv op" and "sade upp sig" are the employee's own doing.
        return False
    first, end = statement.clause(place)
    if statement.has("you") and not any(
        statement.is_at(at, "you", "they", "staff") for at in range(first, end)
    ):
        # "Du har fået ny leder, fordi Peter er fratrådt": Peter is somebody else.
        return False
    if statement.text_at(place + 1) in _UP:
        # "Fyret op": a fire, and nobody.
        return False
    if statement.is_at(place, "dismiss") and not any(statement.is_person(at) for at in range(first, end)):
        return False
    return is_regardless or statement.is_at(place, "dismiss") or statement.has("decided")


def _is_conditional(statement: Statement) -> bool:
    return statement.asks_what_if or any(statement.is_condition(place) for place in statement.places("if"))


def _is_possible(statement: Statement, place: int) -> bool:
    """Whether it only may happen: "kan" in its clause, or in the one that its "at" hangs on."""
    first, end = statement.clause(place)
    if statement.text_at(first) in _THAT:
        first = statement.clause(max(0, first - 2))[0]
    return statement.has_between(first, end, "can")


def _is_told_of_another(statement: Statement) -> bool:
    """Whether it is "din tidligere leder", "Saras chef" who leaves."""
    return any(
        statement.has_between(place - 2, place, "own", "name")
        for place in statement.places("human")
        if not statement.is_at(place, "staff", "dismiss")
    )


def _names_who(statement: Statement, stretch: range) -> bool:
    """Whether the words themselves say who leaves, whatever else there is a lease or a client of."""
    return any(statement.is_person(at) and not statement.is_at(at, "own") for at in stretch)


def _figures(statement: Statement) -> Iterator[int]:
    """Yield the numbers and dates; in "kl. 15" the sign between them counts as no word."""
    for place in statement.places(*_FIGURES):
        is_after_sign = statement.text_at(place - 1) == "."
        yield place - 1 if is_after_sign else place


def hearsay(statement: Statement, lexicon: ToneLexicon) -> Iterator[Mention]:
    """Yield what unnamed people are said to say, without a day or a number (TX05)."""
    if any(statement.text_at(at - 1) not in _CLOCK for at in _figures(statement)):
        return
    for match in statement.matches(lexicon, "hearsay"):
        is_denied = statement.has_between(match.first - _REACH, match.first, "neg")
        if statement.text_at(match.after) in _PLAINLY:
            # "Det sägs tydligt i instruktionen" is what a paper says.
            continue
        is_untrue = statement.is_at(match.first, "rumor") and statement.has_between(
            match.after, len(statement.words), "neg"
        )
        if not is_denied and not is_untrue:
            yield statement.mention(HEARSAY, match.first, match.after)
            return
