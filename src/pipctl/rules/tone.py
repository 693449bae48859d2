"""TX01–TX05: how the plan speaks of the employee. What the employee's side says is not judged."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.remarks import Remark, remarks
from pipctl.store.source import Path

_TELLS_A_DECISION = frozenset(["closed", "warning", "corrected"])
"""Entries that tell a decision or hand one on: the outcome; a warning, which says flatly what a repetition
leads to; a correction, which names what was taken out."""


@rule("TX01", "personal-attack", "warning", reads="T", basis="seed 000")
def personal_attack(case: Case) -> Iterator[Hit]:
    """The text judges the person and not the conduct.

    A trait can neither be checked nor worked on, and the talk turns on who the employee is instead of what
    is to change. What somebody is quoted as saying is not judged, nor are the employee's own words.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren er doven.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Tre af ti henvendelser stod ubesvarede den 20. februar.
    """
    for remark in remarks(case, "personal-attack", heeds_terms=True):
        yield from _unless_their_own(remark)


@rule("TX02", "absolute-accusation", "info", reads="T")
def absolute_accusation(case: Case) -> Iterator[Hit]:
    """The text accuses the employee of something without an exception.

    One exception refutes it, and the talk turns on that one instead of on how often it happened. Praise,
    duties and quotations are not judged, nor are the employee's own words.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren kommer altid for sent.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren kom mere end ti minutter for sent på fem af tolv dage i februar.
    """
    for remark in remarks(case, "absolute", heeds_terms=True):
        yield from _unless_their_own(remark)


@rule("TX03", "business-reasons-unexplained", "warning", reads="T", basis="seed 000, misuse")
def business_reasons_unexplained(case: Case) -> Iterator[Hit]:
    """The needs of the business are given as the reason, and nothing says which.

    A reason without content can neither be checked nor answered, and is a known sign of a plan that is a
    pretext. With `business_reason` under the background the texts are not judged.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Planen sker af forretningsmæssige hensyn.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Kundecentret mistede 40 af 600 kunder i 2025 på grund af lang svartid.
    """
    background = case.plan.background
    if background is None or not background.business_reason:
        for remark in remarks(case, "business-reasons"):
            yield from _unless_their_own(remark)


@rule("TX04", "decision-made-in-advance", "error", reads="T", basis="seed 000, misuse")
def decision_made_in_advance(case: Case) -> Iterator[Hit]:
    """The end of the employment is stated as decided.

    A plan is a real chance to improve; one whose outcome is given is none, and may be held against the
    employer. What may follow is stated as a possibility. The closing entry and what is recorded after it
    tell the outcome and are not judged, nor is what a warning or a correction tells.

    Bad::

        consequence:
          met: Planen lukkes.
          not_met: Søren bliver opsagt den 1. juni.

    Good::

        consequence:
          met: Planen lukkes.
          not_met: Nås målene ikke, kan det føre til omplacering eller opsigelse.
    """
    for remark in remarks(case, "predetermined"):
        if not _tells_what_was_decided(case, remark.path):
            yield from _unless_their_own(remark)


@rule("TX05", "hearsay", "warning", reads="T", basis="seed 004")
def hearsay(case: Case) -> Iterator[Hit]:
    """The text rests on what unnamed people are said to say.

    The employee cannot answer somebody unknown, and nobody can check it. What the employer has seen, on a
    day, can be talked about.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Flere siger, at tonen er dårlig.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Teamlederen hørte to samtaler den 12. februar, som begge sluttede uden en aftale.
    """
    for remark in remarks(case, "hearsay"):
        yield from _unless_their_own(remark)


def _unless_their_own(remark: Remark) -> Iterator[Hit]:
    if not remark.is_their_side:
        yield Hit(remark.path, words=remark.words)


def _tells_what_was_decided(case: Case, path: Path) -> bool:
    """Whether a text is recorded when a decision may be told: in the outcome or after it."""
    index = path[1] if path[0] == "record" else None
    if not isinstance(index, int):
        return False
    events = [entry["event"] for entry in case.source.data["record"][: index + 1]]
    return events[index] in _TELLS_A_DECISION or "closed" in events


RULES = (
    personal_attack,
    absolute_accusation,
    business_reasons_unexplained,
    decision_made_in_advance,
    hearsay,
)
