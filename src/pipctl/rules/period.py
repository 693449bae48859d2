"""PE: how long the plan runs and what the time is worth."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.extensions import extensions
from pipctl.schedule.workdays import moved, weeks_in_main_holiday

_LENGTH_KEYS = ("end", "weeks", "days")
_LONGEST_COUNTED = 1000
"""Days from the start in which holidays are looked for; no plan is so long."""


def end_path(case: Case) -> tuple[str, ...]:
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
        yield Hit(end_path(case), values=values, escalates=length < case.limit("period_error_days"))


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
        yield Hit(end_path(case), values={"count": length, "most": most})


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
        yield Hit(end_path(case), values={"count": length, "least": least, "most": most})


@rule("PE04", "end-before-start", "error")
def end_before_start(case: Case) -> Iterator[Hit]:
    """The period ends before it begins, or a break does.

    Nothing else can be judged of such a period: neither its length nor what lies in it.

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


@rule(
    "PE05",
    "holiday-eats-period",
    "warning",
    basis="Danish case 2023",
    limits={"period_least_working_days": 20, "main_holiday_weeks": 3},
)
def holiday_eats_period(case: Case) -> Iterator[Hit]:
    """Holidays eat the period: fewer than 20 working days are left, or nothing is said of the summer.

    Time in which nobody is at work is no chance to improve. Planned leave belongs under `breaks`; then
    everyone can see how many days are left.

    Bad::

        period: {start: 2026-06-15, end: 2026-08-21}

    Good::

        period:
          start: 2026-06-15
          end: 2026-08-21
          breaks: [{from: 2026-07-13, to: 2026-07-31}]
    """
    period, calendar = case.plan.period, case.calendar
    if period.length < 0:
        return
    # An end mistyped as the year 9026 must not make anyone count the holidays of seven thousand years.
    end = min(period.last_day, moved(period.start, _LONGEST_COUNTED))
    breaks = [(leave.from_, leave.to) for leave in period.breaks]
    left = calendar.working_days_between(period.start, end, breaks)
    if left < (least := case.limit("period_least_working_days")):
        yield Hit(end_path(case), values={"count": left, "least": least})
        return
    weeks = weeks_in_main_holiday(case.plan.country, period.start, end)
    if weeks < case.limit("main_holiday_weeks"):
        return
    is_said = weeks != weeks_in_main_holiday(case.plan.country, period.start, end, breaks)
    if not is_said:
        yield Hit(("period", "breaks"), "main-holiday", {"count": weeks})


@rule(
    "PE06",
    "extension-unusual",
    "info",
    basis="seed 000",
    limits={"extension_least_days": 30, "extension_most_days": 60},
)
def extension_unusual(case: Case) -> Iterator[Hit]:
    """An extension that is not 30 to 60 days, or a second one.

    One more month or two, agreed once, is a chance; many short ones are a decision put off. What only gives
    back the days of pauses and of meetings that were not held is no extension in this sense.

    Bad::

        # on 2026-06-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - date: 2026-06-01
            event: extended
            end: 2026-06-15
            reason: Fremgangen er tydelig, men målet er ikke nået.
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"

    Good::

        # on 2026-06-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - date: 2026-06-01
            event: extended
            end: 2026-07-13
            reason: Fremgangen er tydelig, men målet er ikke nået.
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    """
    least, most = case.limit("extension_least_days"), case.limit("extension_most_days")
    is_second = False
    for one in extensions(case):
        if one.only_gives_back:
            continue
        path = ("record", one.position, "end")
        if is_second:
            yield Hit(path, "second", {"count": one.days})
        elif not least <= one.days <= most:
            variant = "" if one.days > 0 else "no-longer"
            yield Hit(path, variant, {"count": one.days, "least": least, "most": most})
        is_second = True


@rule("PE07", "pause-open", "info", limits={"pause_most_days": 60})
def pause_open(case: Case) -> Iterator[Hit]:
    """The plan has been paused for over 60 days.

    What was agreed two months ago seldom fits any longer, and the employee is left not knowing.

    Bad::

        # on 2026-06-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - {date: 2026-03-20, event: paused, reason: absence}

    Good::

        # on 2026-05-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - {date: 2026-03-20, event: paused, reason: absence}
    """
    if case.state.stage == "paused":
        pause = case.state.pauses[-1]
        days = pause.days(case.today)
        if days > case.limit("pause_most_days"):
            yield Hit(("record", pause.position), values={"count": days})


@rule(
    "PE08",
    "long-service-short-plan",
    "info",
    basis="Danish case 2023",
    limits={"long_service_years": 10, "long_service_least_days": 60},
)
def long_service_short_plan(case: Case) -> Iterator[Hit]:
    """A Danish plan under 60 days for someone with over 10 years' service.

    The longer the employment, the more time a court expects the employer to give. Years of service count
    here, age never does.

    Bad::

        employee: {name: Søren Æbelø, since: 2009-08-01}
        period: {start: 2026-03-03, days: 45}

    Good::

        employee: {name: Søren Æbelø, since: 2009-08-01}
        period: {start: 2026-03-03, days: 75}
    """
    since, period = case.plan.employee.since, case.plan.period
    years, least = case.limit("long_service_years"), case.limit("long_service_least_days")
    if case.plan.country == "DK" and since is not None and 0 <= period.length < least:
        # A day of the calendar compares as a pair, so that 29 February needs no leap year.
        served = period.start.year - since.year - years, period.start.month, period.start.day
        if served > (0, since.month, since.day):
            values = {"count": period.length, "least": least, "years": years}
            yield Hit(end_path(case), values=values, related=(("employee", "since"),))


RULES = (
    period_too_short,
    period_too_long,
    period_unusual,
    end_before_start,
    holiday_eats_period,
    extension_unusual,
    pause_open,
    long_service_short_plan,
)
