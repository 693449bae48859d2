"""Every rule, in the order of the catalogue (rules.md). A rule that is not listed here does not exist."""

from __future__ import annotations

from pipctl.lint.rule import Rule
from pipctl.rules import form, period

RULES: tuple[Rule, ...] = (
    *form.RULES,
    *period.RULES,
)
