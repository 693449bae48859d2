"""What the linter says of a plan that is still being talked through."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from pipctl.actions.new_plan import NewPlan
from pipctl.actions.scaffold import scaffold
from pipctl.lint.engine import Engine
from pipctl.lint.finding import Finding
from pipctl.lint.selection import select
from pipctl.model.policy import Policy
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read


def findings_in(
    request: NewPlan, policy: Policy, today: date, only: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what rules find in a new plan as it would be written now, in the plan's language.

    Args:
        request: what is known so far.
        policy: whose levels and limits hold.
        today: the day of judgement.
        only: codes, or families such as `SU`; empty means all.
    """
    codes = [rule.code for rule in RULES if not only or rule.code in only or rule.code[:2] in only]
    if not codes:
        return ()
    engine = Engine(select(RULES, policy, only=codes), policy, today, request.language)
    source = read(request.path, scaffold(request).encode())
    return tuple(engine.run([source], whole_repository=False).findings)
