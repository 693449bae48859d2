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
    equality,
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
    privacy,
    promised_help,
    responsibilities,
    retention,
    signing,
    support,
    tone,
)

_BY_MODULE: tuple[Rule, ...] = (
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
    *promised_help.RULES,
    *responsibilities.RULES,
    *signing.RULES,
    *drift.RULES,
    *outcome.RULES,
    *tone.RULES,
    *idiom.RULES,
    *equality.RULES,
    *privacy.RULES,
    *identifiers.RULES,
    *retention.RULES,
    *comparison.RULES,
    *across.RULES,
)
_FAMILIES = tuple(dict.fromkeys(rule.code[:2] for rule in _BY_MODULE))

RULES: tuple[Rule, ...] = tuple(
    sorted(_BY_MODULE, key=lambda rule: (_FAMILIES.index(rule.code[:2]), rule.code))
)
"""Families as listed above, codes rising within each, however the modules divide them."""
