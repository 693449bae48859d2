"""XP01 to XP03: whether a plan gives less than others of its kind do.

What is compared is the employer's side alone: time, support, follow-up. A finding is a question to the
employer and says nothing of any person.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from math import lcm
from typing import NamedTuple, TypeAlias

from pipctl.lint.engine import Judged
from pipctl.lint.rule import Case, Hit, Scope, Unjudged, rule
from pipctl.rules.across import written_alike
from pipctl.rules.period import end_path
from pipctl.store.source import Path

Amount: TypeAlias = int | Fraction
Kind: TypeAlias = tuple[str, frozenset[str], str]
"""Country, categories and role: what makes two plans alike."""

_LIMITS = {"comparable_plans": 5, "unequal_percent": 25, "unequal_exceptions_percent": 10}


class Standing(NamedTuple):
    """A plan among the others of its kind, by one number of which more is better for the employee.

    Attributes:
        own: its number.
        others: how many other plans there are.
        better: how many of them have more.
        half: what half of them have or exceed.
        is_above: whether the plan lies above their median.
        is_unequal: whether it lies far below the median and below all of them, or nearly all.
    """

    own: Amount
    others: int
    better: int
    half: Amount
    is_above: bool
    is_unequal: bool


@rule("XP01", "unequal-period", "info", scope=Scope.REPOSITORY, basis="seed 000", limits=_LIMITS)
def unequal_period(plans: Sequence[Judged]) -> Iterator[Hit | Unjudged]:
    """The plan is much shorter than others of like category and role.

    Like plans are those in the same country with the same categories and the same role, for other
    employees; it takes at least five of them. A period, counted as signed, is unequal when it lies more
    than a quarter below the median of the others and no more than one in ten of them is as short. Both are
    asked for: somebody always has the shortest plan, and a small difference is none. Only what is to the
    employee's disadvantage is found. There may be a good reason; then it can be given. Plans that were
    closed as achieved or stopped are compared with, but not judged.
    """
    for one, standing in _weighed(plans, _length):
        if isinstance(standing, Unjudged):
            yield standing
        elif standing.is_unequal:
            values = {"days": int(standing.own), "half": int(standing.half)}
            yield _hit(one, end_path(one.case), "period", standing, values)


@rule("XP02", "unequal-support", "info", scope=Scope.REPOSITORY, basis="seed 000", limits=_LIMITS)
def unequal_support(plans: Sequence[Judged]) -> Iterator[Hit | Unjudged]:
    """The plan promises much less support than others of like category and role.

    Compared as in XP01 are the number of measures and, among plans that give hours, the hours in all. A
    plan with fewer but longer measures, or with shorter but more, is none the worse: where one number is
    unequal, the other must not lie above the median.
    """
    hours = dict(_stated_hours(plans))
    for one, number in _weighed(plans, _number_of_support):
        total = hours.get(one.source.path)
        if isinstance(number, Unjudged):
            yield number
        elif number.is_unequal and not (total and total.is_above):
            values = {"count": int(number.own), "half": int(number.half)}
            yield _hit(one, ("support",), "number", number, values)
        elif total and total.is_unequal and not number.is_above:
            yield _hit(one, ("support",), "hours", total, {})


@rule("XP03", "unequal-follow-up", "info", scope=Scope.REPOSITORY, basis="seed 000", limits=_LIMITS)
def unequal_follow_up(plans: Sequence[Judged]) -> Iterator[Hit | Unjudged]:
    """The plan has much fewer check-ins for its length than others of like category and role.

    Compared as in XP01 are the planned check-ins, kick-off apart, for each 30 days of the period as signed.
    """
    lengths = (one.case.plan.period.length for one in plans)
    # The frequencies as whole numbers of one unit: they sort many times faster than fractions.
    unit = lcm(*{length for length in lengths if length > 0})

    def frequency(case: Case) -> int | None:
        length = _length(case)
        return _number_of_check_ins(case) * unit // length if length else None

    for one, standing in _weighed(plans, frequency):
        if isinstance(standing, Unjudged):
            yield standing
        elif standing.is_unequal:
            values = {"count": _number_of_check_ins(one.case), "days": one.case.plan.period.length}
            yield _hit(one, ("follow_up", "check_ins"), "follow-up", standing, values)


def _hit(one: Judged, path: Path, variant: str, standing: Standing, values: Mapping[str, object]) -> Hit:
    counts = {"others": standing.others, "better": standing.better, **values}
    return Hit(path, f"{variant}-closed" if one.case.state.closed else variant, counts, file=one.source.path)


def _weighed(
    plans: Sequence[Judged], amount: Callable[[Case], Amount | None]
) -> Iterator[tuple[Judged, Standing | Unjudged]]:
    """Yield each plan that can still be answered for, and where it stands among the others of its kind."""
    like: dict[Kind | None, list[tuple[Judged, Amount]]] = defaultdict(list)
    for one in plans:
        number = amount(one.case)
        if number is not None:
            like[_kind(one.case)].append((one, number))
    for kind, those in like.items():
        among = _Numbers(those) if kind else None
        for one, own in those:
            if _is_open_to_question(one.case):
                yield one, _standing(one, own, among)


class _Numbers:
    """The numbers of the plans of one kind, sorted once; an employee's own are counted out."""

    def __init__(self, those: Iterable[tuple[Judged, Amount]]) -> None:
        self._by_employee: dict[str, list[Amount]] = defaultdict(list)
        for one, number in those:
            self._by_employee[_employee(one.case)].append(number)
        self._every: list[Amount] = sorted(chain.from_iterable(self._by_employee.values()))

    def besides(self, case: Case) -> int:
        """Return how many there are of other employees."""
        return len(self._every) - len(self._by_employee[_employee(case)])

    def as_low(self, case: Case, own: Amount) -> int:
        """Return how many of the others' are no higher than a number."""
        return bisect_right(self._every, own) - sum(
            number <= own for number in self._by_employee[_employee(case)]
        )

    def nth(self, case: Case, place: int) -> Amount:
        """Return the number at a place among those of the others."""
        last: tuple[Amount, int] | None = None
        for number in sorted(self._by_employee[_employee(case)]):
            taken = last[1] + 1 if last and last[0] == number else bisect_left(self._every, number)
            if taken > place:
                break
            place += 1
            last = number, taken
        return self._every[place]


def _standing(one: Judged, own: Amount, among: _Numbers | None) -> Standing | Unjudged:
    """Return where a number stands among those of the others."""
    case, limit = one.case, one.case.limit
    count = among.besides(case) if among else 0
    least = max(1, limit("comparable_plans"))
    if among is None or count < least:
        return Unjudged("too-few", {"least": least}, one.source.path)
    half = among.nth(case, count // 2)
    twice_median = among.nth(case, (count - 1) // 2) + half
    as_low = among.as_low(case, own)
    is_far = 200 * own < (100 - limit("unequal_percent")) * twice_median
    is_last = 100 * as_low <= limit("unequal_exceptions_percent") * count
    return Standing(own, count, count - as_low, half, 2 * own > twice_median, is_far and is_last)


def _kind(case: Case) -> Kind | None:
    """Return what a plan is compared by; None where it does not say."""
    plan = case.plan
    if not plan.employee.role or not plan.background or not plan.background.category:
        return None
    role = written_alike(plan.employee.role)
    return (plan.country, frozenset(plan.background.category), role) if role else None


def _employee(case: Case) -> str:
    employee = case.plan.employee
    return written_alike(employee.ref or employee.name or "")


def _is_open_to_question(case: Case) -> bool:
    """Whether something follows from the plan: it is not closed, or was closed short of its goals."""
    closed = case.state.closed
    return closed is None or closed.result in ("partly-achieved", "not-achieved")


def _length(case: Case) -> int | None:
    return case.plan.period.length if case.plan.period.length > 0 else None


def _number_of_support(case: Case) -> int:
    return len(case.plan.support)


def _stated_hours(plans: Sequence[Judged]) -> Iterator[tuple[str, Standing]]:
    """Yield, by file, where the plans that give hours of support stand among each other."""
    for one, standing in _weighed(plans, _hours):
        if isinstance(standing, Standing):
            yield one.source.path, standing


def _hours(case: Case) -> Fraction | None:
    hours = [Fraction(one.hours) for one in case.plan.support if one.hours is not None]
    return sum(hours, Fraction(0)) if hours else None


def _number_of_check_ins(case: Case) -> int:
    return sum(1 for one in case.plan.check_ins if one.kind != "kick-off")


RULES = (unequal_period, unequal_support, unequal_follow_up)
