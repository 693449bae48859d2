"""Every rule, in the order of the catalogue (rules.md). A rule that is not listed here does not exist."""

from __future__ import annotations

from pipctl.lint.rule import Rule
from pipctl.rules import (
    across,
    background,
    check_in_plan,
    check_in_record,
    comparison,
    drift,
    duplicates,
    form,
    goal_path,
    goal_targets,
    goals,
    identifiers,
    idiom,
    measures,
    outcome,
    period,
    preparation,
    responsibilities,
    retention,
    signing,
    support,
)

RULES: tuple[Rule, ...] = (
    *form.RULES,
    *background.RULES,
    *preparation.RULES,
    *goals.RULES,
    *goal_targets.RULES,
    *goal_path.RULES,
    *duplicates.RULES,
    *measures.RULES,
    *period.RULES,
    *check_in_plan.RULES,
    *check_in_record.RULES,
    *support.RULES,
    *responsibilities.RULES,
    *signing.RULES,
    *drift.RULES,
    *outcome.RULES,
    *idiom.RULES,
    *identifiers.RULES,
    *retention.RULES,
    *comparison.RULES,
    *across.RULES,
)
