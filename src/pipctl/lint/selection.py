"""Which rules run, at which level, with which limits: the command line over the policy over the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipctl.errors import Refusal
from pipctl.lint.rule import Rule, Scope
from pipctl.model.policy import Level, Policy
from pipctl.model.progress import AMBER_PERCENT

MOST_LIMIT = 10_000
"""No number of days, meetings or percent that a workplace may sensibly ask for is larger."""


class Selected(NamedTuple):
    """A rule that runs; `level` is None where the rule's own level and escalation hold."""

    rule: Rule
    level: Level | None


class Selection(NamedTuple):
    """The rules of a run.

    Attributes:
        rules: in the order of the catalogue.
        limits: every named limit, the policy's or the rule's own.
        known: every code, name and alias of the catalogue.
    """

    rules: tuple[Selected, ...]
    limits: Mapping[str, Decimal]
    known: frozenset[str]


def names_of(rule: Rule) -> tuple[str, ...]:
    """Return what a rule may be called: code, name, earlier names."""
    return (rule.code, rule.name, *rule.aliases)


def find(rules: Sequence[Rule], named: str) -> Rule | None:
    """Return the rule with a code, name or alias, upper or lower case; None when there is none."""
    sought = named.casefold()
    return next((one for one in rules if sought in map(str.casefold, names_of(one))), None)


def always_runs(rule: Rule) -> bool:
    """Whether a rule speaks of what keeps a file from being a plan: no choice of rules leaves it out."""
    return rule.scope in (Scope.SCHEMA, Scope.CRASH) or (rule.scope is Scope.SOURCE and rule.level == "error")


def select(
    rules: Sequence[Rule], policy: Policy, *, only: Iterable[str] = (), without: Iterable[str] = ()
) -> Selection:
    """Choose the rules of a run.

    Args:
        rules: the catalogue.
        policy: whose levels and limits hold.
        only: codes, names or families (`GO`); empty means all.
        without: likewise, left out.

    Raises:
        Refusal: a name that no rule bears, a limit that is none, or `off` for what always runs.
    """
    chosen = _expanded(rules, only) or {one.code for one in rules}
    left_out = _expanded(rules, without)
    levels = _levels(rules, policy)
    selected = [
        Selected(one, _level(levels.get(one.code)))
        for one in rules
        if always_runs(one)
        or (one.code in chosen and one.code not in left_out and levels.get(one.code) != "off")
    ]
    known = frozenset(name for one in rules for name in names_of(one))
    return Selection(tuple(selected), _limits(rules, policy), known)


def _levels(rules: Sequence[Rule], policy: Policy) -> dict[str, str]:
    """Return the levels that a policy sets, by code."""
    levels: dict[str, str] = {}
    for name, level in policy.rules.items():
        rule = _named(rules, name)
        if level == "off" and always_runs(rule):
            raise Refusal("rule-always-runs", name=name, pointer=("rules", name))
        levels[rule.code] = level
    return levels


def _limits(rules: Sequence[Rule], policy: Policy) -> dict[str, Decimal]:
    """Return every named limit: the policy's, else the rule's own."""
    limits: dict[str, Decimal] = {"amber_percent": Decimal(AMBER_PERCENT)}
    for one in rules:
        limits.update(one.limits)
    for name, value in policy.limits.items():
        if name not in limits:
            raise Refusal("unknown-limit", name=name, known=sorted(limits), pointer=("limits", name))
        if value != int(value) or not 0 <= value <= MOST_LIMIT:
            raise Refusal("wrong-limit", name=name, most=MOST_LIMIT, pointer=("limits", name))
        limits[name] = value
    return limits


def _level(level: str | None) -> Level | None:
    levels: dict[str | None, Level] = {"error": "error", "warning": "warning", "info": "info"}
    return levels.get(level)


def _named(rules: Sequence[Rule], name: str) -> Rule:
    found = find(rules, name)
    if found is None:
        raise Refusal("unknown-rule", name=name, pointer=("rules", name))
    return found


def _expanded(rules: Sequence[Rule], names: Iterable[str]) -> set[str]:
    codes: set[str] = set()
    for written in names:
        for name in filter(None, (part.strip() for part in written.split(","))):
            family = {one.code for one in rules if one.code[:2] == name.upper()}
            codes |= family or {_named(rules, name).code}
    return codes
