"""RS: who does what."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.agreement import Responsibilities


@rule("RS01", "party-without-duties", "warning", basis="seed 000, seed 004 §5")
def party_without_duties(case: Case) -> Iterator[Hit]:
    """The employee or the manager has no duties in the plan.

    A plan succeeds when both do their part. Where the manager has none, it is only a demand; where the
    employee has none, nobody knows what was asked.

    Bad::

        responsibilities:
          employee:
            - Følger svarskabelonerne og fører log over afvigelser.

    Good::

        responsibilities:
          employee:
            - Følger svarskabelonerne og fører log over afvigelser.
          manager:
            - Holder alle statusmøder og sikrer, at vagtplanen er ændret fra uge 10.
    """
    duties = case.plan.responsibilities or Responsibilities()
    for party, own in (("employee", duties.employee), ("manager", duties.manager)):
        if not any(own):
            yield Hit(("responsibilities", party), party)


@rule("RS02", "hr-without-duties", "info", basis="seed 000")
def hr_without_duties(case: Case) -> Iterator[Hit]:
    """HR has no duties in the plan.

    HR sees to it that the plan is fair and that what is agreed gets documented. A workplace without HR says
    so with `hr: none` in `pipctl.yaml`.

    Bad::

        responsibilities:
          employee:
            - Følger svarskabelonerne og fører log over afvigelser.
          manager:
            - Holder alle statusmøder og sikrer, at vagtplanen er ændret fra uge 10.

    Good::

        responsibilities:
          employee:
            - Følger svarskabelonerne og fører log over afvigelser.
          manager:
            - Holder alle statusmøder og sikrer, at vagtplanen er ændret fra uge 10.
          hr:
            - Kontrollerer, at planen er saglig, og at aftaler bliver dokumenteret.
    """
    duties = case.plan.responsibilities or Responsibilities()
    if case.policy.hr != "none" and not any(duties.hr):
        yield Hit(("responsibilities", "hr"))


RULES = (party_without_duties, hr_without_duties)
