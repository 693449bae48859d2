"""XP: what only all plans of a repository together can show."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipctl.lint.engine import Judged
from pipctl.lint.rule import Hit, Scope, rule


@rule("XP05", "overlapping-plans", "warning", scope=Scope.REPOSITORY)
def overlapping_plans(plans: Sequence[Judged]) -> Iterator[Hit]:
    """One employee has two open plans at the same time.

    Two plans ask for two sets of priorities at once, and nobody can say afterwards which one was judged.
    """
    by_employee: dict[str, list[Judged]] = defaultdict(list)
    for one in plans:
        employee = one.case.plan.employee
        if one.case.state.stage != "closed":
            by_employee[written_alike(employee.ref or employee.name or "")].append(one)
    for same in by_employee.values():
        same.sort(key=lambda one: (one.case.plan.period.start, one.source.path))
        for index, later in enumerate(same):
            for earlier in same[:index]:
                if later.case.plan.period.start <= earlier.case.state.effective_end:
                    values = {"path": earlier.source.path, "plan": earlier.case.plan.id}
                    yield Hit(("employee",), values=values, file=later.source.path)


@rule("XP07", "duplicate-plan-id", "error", scope=Scope.REPOSITORY)
def duplicate_plan_id(plans: Sequence[Judged]) -> Iterator[Hit]:
    """Two plans of the repository have the same id.

    A signature, a reminder and a calendar entry name a plan by its id.
    """
    first: dict[str, str] = {}
    for one in plans:
        plan_id = one.case.plan.id
        if plan_id in first:
            yield Hit(("id",), values={"id": plan_id, "path": first[plan_id]}, file=one.source.path)
        first.setdefault(plan_id, one.source.path)


def written_alike(name: str) -> str:
    """Return a form in which one name, or one role, is always written alike."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


RULES = (overlapping_plans, duplicate_plan_id)
