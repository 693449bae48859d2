"""The rule protocol: what a rule is given, what it returns, how it is declared.

A rule is a function with a docstring that is its documentation. It says *where* by a path of the data and
never by a line; the engine resolves lines, levels and words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pipctl.model.policy import WEEKDAYS, Level, Policy
from pipctl.store.source import Path, Source, Span

if TYPE_CHECKING:
    from datetime import date

    from pipctl.model.plan import Plan
    from pipctl.model.policy import Weekday
    from pipctl.model.scalars import Country
    from pipctl.model.state import State
    from pipctl.model.validation import Problem
    from pipctl.schedule.workdays import WorkCalendar


class Scope(Enum):
    """What a rule looks at; it is given just that. What needs the history is named as not run."""

    SOURCE = "source"
    SCHEMA = "schema"
    PLAN = "plan"
    REPOSITORY = "repository"
    HISTORY = "history"
    SUPPRESSION = "suppression"
    CRASH = "crash"


class Hit(NamedTuple):
    """One place that a rule points at.

    Attributes:
        path: in the data; need not exist, the nearest that does is shown.
        variant: which of the rule's messages; empty for its only one.
        values: what the message is filled with. Never a personal value.
        related: other paths of the same file.
        escalates: whether the rule's condition for its higher level holds.
        level: a lower level than the rule's own, where the catalogue says so.
        words: offsets in the text at the path of the words at fault; their place is shown.
        on_key: point at the key even where the value stands on one line.
        span: instead of the path, where there is no path yet.
        related_span: likewise.
        file: path of another file than the one being judged, for rules on the repository.
        fix: what to write instead, where that is certain.
    """

    path: Path = ()
    variant: str = ""
    values: Mapping[str, object] = {}
    related: tuple[Path, ...] = ()
    escalates: bool = False
    level: Level | None = None
    words: tuple[int, int] | None = None
    on_key: bool = False
    span: Span | None = None
    related_span: Span | None = None
    file: str | None = None
    fix: str | None = None


class Unjudged(NamedTuple):
    """Something that a rule could not weigh: told as not run, so that silence is not taken for a clean plan.

    Attributes:
        reason: names the sentence in `texts/<language>/engine.yaml`, under `not_run`.
        values: what it is filled with. Never a personal value.
        file: path of another file than the one being judged, for rules on the repository.
    """

    reason: str
    values: Mapping[str, object] = {}
    file: str | None = None


Check = Callable[[Any], Iterable[Hit | Unjudged]]
"""The function of a rule: what it looks at → what it finds."""


def at(*path: str | int, **values: object) -> Hit:
    """Return a hit at a path, its message filled with the values."""
    return Hit(path, values=values)


class Escalation(NamedTuple):
    """The higher level of a rule and when it holds, as `pipctl rules` shows it."""

    level: Level
    when: str


class Rule(NamedTuple):
    """A rule as registered.

    Attributes:
        code: never reused, its level no part of it.
        name: names the defect.
        level: where the policy says nothing else.
        check: the function.
        scope: what the function is given.
        reads: S fields, T free text, G history; in the order of the catalogue.
        basis: the seed, law or case it rests on.
        family: file of its texts, `texts/<language>/rules/<family>.yaml`.
        limits: named numbers a policy may set, with their defaults.
        escalation: the one higher level, if any.
        aliases: earlier names.
    """

    code: str
    name: str
    level: Level
    check: Check
    scope: Scope
    reads: str
    basis: str
    family: str
    limits: Mapping[str, Decimal]
    escalation: Escalation | None
    aliases: tuple[str, ...]

    @property
    def doc(self) -> str:
        """The documentation: the docstring of the function."""
        return self.check.__doc__ or ""


def rule(
    code: str,
    name: str,
    level: Level,
    *,
    scope: Scope = Scope.PLAN,
    reads: str = "S",
    basis: str = "",
    limits: Mapping[str, int] | None = None,
    escalates: tuple[Level, str] | None = None,
    aliases: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Declare a rule; the family is the module that it stands in."""

    def declare(check: Check) -> Rule:
        numbers = {key: Decimal(value) for key, value in (limits or {}).items()}
        escalation = Escalation(*escalates) if escalates else None
        family = check.__module__.rpartition(".")[2]
        return Rule(code, name, level, check, scope, reads, basis, family, numbers, escalation, aliases)

    return declare


class Reading(NamedTuple):
    """What rules on form are given: the source and what keeps it from being a plan."""

    source: Source
    problems: tuple[Problem, ...]


class Case:
    """What a rule on a plan is given.

    Attributes:
        source: the file, for rules on how something is written.
        plan: the plan.
        state: the plan as it stands today.
        policy: what the workplace has decided.
    """

    def __init__(
        self, source: Source, plan: Plan, state: State, policy: Policy, limits: Mapping[str, Decimal]
    ) -> None:
        self.source = source
        self.plan = plan
        self.state = state
        self.policy = policy
        self.limits = limits

    @property
    def today(self) -> date:
        """The day on which the plan is judged."""
        return self.state.today

    def limit(self, name: str) -> int:
        """Return a named limit: the policy's, else the rule's own."""
        return int(self.limits[name])

    @cached_property
    def calendar(self) -> WorkCalendar:
        """Working days and days off where the plan applies."""
        return calendar_of(self.policy, self.plan)

    @cached_property
    def digest(self) -> str:
        """The digest of the agreement as it reads now; taken at most once a plan."""
        from pipctl.model.seal import digest  # only for a plan that somebody has signed

        return digest(self.source.data)

    @property
    def sector(self) -> str | None:
        """The employer's sector: the plan's, else the policy's."""
        own = self.plan.employer.sector if self.plan.employer else None
        return own or (self.policy.employer.sector if self.policy.employer else None)


def calendar_of(policy: Policy, plan: Plan) -> WorkCalendar:
    """Return the working days and days off that hold for a plan."""
    return _calendar(plan.country, policy.work_days, extra_days_off=policy.extra_days_off)


@cache  # there are two countries, and one policy for many plans
def _calendar(country: Country, work_days: tuple[Weekday, ...], *, extra_days_off: bool) -> WorkCalendar:
    from pipctl.schedule.workdays import WorkCalendar  # only where dates are judged

    days = frozenset(WEEKDAYS.index(day) + 1 for day in work_days)
    return WorkCalendar(country, extra_days_off=extra_days_off, work_days=days)
