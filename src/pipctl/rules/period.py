"""PE: how long the plan runs and what the time is worth."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule

_LENGTH_KEYS = ("end", "weeks", "days")


def _end_path(case: Case) -> tuple[str, ...]:
    """Return the key that says how long the plan runs."""
    period = case.plan.period
    return ("period", next(key for key in _LENGTH_KEYS if getattr(period, key) is not None))


@rule(
    "PE01",
    "period-too-short",
    "warning",
    basis="seed 000",
    limits={"period_least_days": 30, "period_error_days": 14},
    escalates=("error", "under 14 days"),
)
def period_too_short(case: Case) -> Iterator[Hit]:
    """The period is under 30 days.

    Less than 30 days seldom gives a real chance to change a habit, and a deadline made artificially short
    is a known sign that the dismissal has been decided. Under 14 days it is an error.

    Bad::

        period: {start: 2026-03-02, weeks: 3}

    Good::

        period: {start: 2026-03-02, weeks: 8}
    """
    length = case.plan.period.length
    if 0 <= length < (least := case.limit("period_least_days")):
        values = {"count": length, "least": least}
        yield Hit(_end_path(case), values=values, escalates=length < case.limit("period_error_days"))


@rule("PE02", "period-too-long", "warning", basis="seed 000", limits={"period_most_days": 93})
def period_too_long(case: Case) -> Iterator[Hit]:
    """The period is over 93 days.

    A plan for critical improvement runs 30 to 90 days; longer, and the employee lives under a threat that
    nobody evaluates. An extension is another matter.

    Bad::

        period: {start: 2026-03-02, weeks: 20}

    Good::

        period: {start: 2026-03-02, weeks: 8}
    """
    length = case.plan.period.length
    if length > (most := case.limit("period_most_days")):
        yield Hit(_end_path(case), values={"count": length, "most": most})


@rule(
    "PE03", "period-unusual", "info", basis="seed 004", limits={"period_se_least": 42, "period_se_most": 56}
)
def period_unusual(case: Case) -> Iterator[Hit]:
    """A Swedish plan that does not run six to eight weeks.

    Six to eight weeks is the custom in Sweden; another length may be right, but should be chosen.

    Bad::

        country: SE
        language: sv
        period: {start: 2026-03-02, weeks: 12}

    Good::

        country: SE
        language: sv
        period: {start: 2026-03-02, weeks: 8}
    """
    least, most = case.limit("period_se_least"), case.limit("period_se_most")
    length = case.plan.period.length
    if case.plan.country == "SE" and length >= 0 and not least <= length <= most:
        yield Hit(_end_path(case), values={"count": length, "least": least, "most": most})


@rule("PE04", "end-before-start", "error")
def end_before_start(case: Case) -> Iterator[Hit]:
    """The period ends before it begins, or a break does.

    Bad::

        period: {start: 2026-03-02, end: 2026-02-02}

    Good::

        period: {start: 2026-03-02, end: 2026-05-04}
    """
    if case.plan.period.length < 0:
        yield Hit(("period", "end"), values={"start": case.plan.period.start})
    for index, leave in enumerate(case.plan.period.breaks):
        if leave.to < leave.from_:
            yield Hit(("period", "breaks", index, "to"), "break", {"start": leave.from_})


RULES = (period_too_short, period_too_long, period_unusual, end_before_start)
