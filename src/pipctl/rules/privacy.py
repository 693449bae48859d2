"""PV02–PV04 and PV08: what a plan need not know of a person.

In the employee's own words it is theirs to tell: the employer is asked to ask, and nobody rewrites it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.remarks import remarks

_LAW = {"DK": "denmark", "SE": "sweden"}


@rule("PV02", "health-data", "error", reads="T", basis="GDPR 9, helbredsoplysningsloven")
def health_data(case: Case) -> Iterator[Hit]:
    """The text tells of a diagnosis, treatment or sick leave of someone in the plan.

    Such data are protected (GDPR article 9), and a plan does not need them: it says that the clock stops, and
    not why. Where the employee tells it in their own words it is info, and the question is whether they want
    it to stand there.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren har været sygemeldt med stress.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren arbejder til kl. 13 indtil den 1. april.
    """
    yield from _told(case, "health-data", _LAW[case.plan.country])


@rule("PV03", "special-category", "warning", reads="T", basis="GDPR 9")
def special_category(case: Case) -> Iterator[Hit]:
    """The text tells of union membership, religion, politics, origin or orientation.

    Such data are protected (GDPR article 9), and what the plan is about can be said without them. The offer
    to bring a representative tells nothing of that kind.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren er medlem af HK.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren er tilbudt at tage en bisidder med.
    """
    yield from _told(case, "special-category")


@rule("PV04", "private-matters", "info", reads="T", basis="seed 003, seed 004")
def private_matters(case: Case) -> Iterator[Hit]:
    """The text tells of family, money, leisure or a personality profile.

    The cause of a result may lie there, but the file is read by others and kept for years. What counts is
    what it means at work.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren er blevet skilt.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren møder kl. 9 om mandagen indtil den 1. april.
    """
    yield from _told(case, "private-matters")


@rule("PV08", "criminal-allegation", "warning", reads="T", basis="GDPR 10")
def criminal_allegation(case: Case) -> Iterator[Hit]:
    """The text says or suspects that somebody in the plan has committed an offense.

    Such data may be kept only where the law allows it (GDPR article 10). A suspicion is looked into as a
    case of its own, where the employee can answer it; a plan is about doing the work better.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren er meldt til politiet for tyveri.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Kassen blev ikke talt op på tre af ti aftener i februar.
    """
    yield from _told(case, "criminal-allegation")


def _told(case: Case, sign: str, variant: str = "others") -> Iterator[Hit]:
    for remark in remarks(case, sign):
        if remark.is_employees:
            yield Hit(remark.path, "own", level="info", words=remark.words)
        else:
            yield Hit(remark.path, variant, words=remark.words)


RULES = (health_data, special_category, private_matters, criminal_allegation)
