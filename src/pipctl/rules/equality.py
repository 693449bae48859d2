"""EQ01: what the law protects is not held against the employee."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.remarks import remarks

_LAW = {"DK": "denmark", "SE": "sweden"}


@rule(
    "EQ01",
    "protected-characteristic",
    "error",
    reads="T",
    basis="forskelsbehandlingsloven, ligebehandlingsloven, foreningsfrihedsloven, diskrimineringslagen, "
    "16 § föräldraledighetslagen, 8 § MBL",
)
def protected_characteristic(case: Case) -> Iterator[Hit]:
    """A characteristic that the law protects is given as a reason against the employee.

    Age, sex, pregnancy and leave, origin, religion, sexual orientation, gender identity, disability and
    union membership are no reasons for a plan. In favor of the employee, as when work is adapted, they are
    none either. Which characteristic was found is not repeated; what the employee's side says is not judged.

    Bad::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: Søren er for gammel til at lære det nye system.

    Good::

        record:
          - date: 2026-02-24
            event: comment
            by: manager
            text: I februar blev 8 af 20 sager oprettet uden sagstype i det nye system.
    """
    for remark in remarks(case, "protected-characteristic"):
        if not remark.is_their_side:
            yield Hit(remark.path, _LAW[case.plan.country], words=remark.words)


RULES = (protected_characteristic,)
