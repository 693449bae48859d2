"""What is known of a plan before there is a file: by flags, or asked for question by question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, TypeAlias

from pipctl.errors import Refusal
from pipctl.model.agreement import Category, Rhythm
from pipctl.model.policy import WEEKDAYS, Policy
from pipctl.model.scalars import Country, Language
from pipctl.schedule.workdays import MONDAY_TO_FRIDAY, WorkCalendar, moved

MOST_DAYS = 731
"""A plan of two years is no plan for improvement; longer is a slip of the keyboard."""

LONGEST_WEEKLY = 56
"""Days up to which meetings are weekly where nobody chose a rhythm (seed 000: weekly or fortnightly)."""

_DAYS_TO_PREPARE = 7
"""For the preparation questions (seed 004)."""

StepKind = Literal["feedback", "coaching", "training", "conversation", "warning", "other"]
SupportKind = Literal["coaching", "mentoring", "training", "priorities", "resources", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenIncident:
    """Something that happened (seed 004, section 1); without `what` a place to fill in."""

    what: str | None = None
    date: date | None = None
    effect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenStep:
    """What was tried before the plan (seed 000); without `what` a place to fill in."""

    what: str | None = None
    date: date | None = None
    kind: StepKind | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenGoal:
    """A goal as far as it is known; either `target` or `criterion`, without `text` a place to fill in."""

    text: str | None = None
    indicator: str | None = None
    unit: str | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    criterion: str | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSupport:
    """Help that is promised (seed 000); without `what` a place to fill in."""

    what: str | None = None
    kind: SupportKind | None = None
    provider: str | None = None
    due: date | None = None
    hours: Decimal | None = None


Given: TypeAlias = GivenIncident | GivenStep | GivenGoal | GivenSupport


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What has been answered so far, by flags or in the talk; None and empty stand for not yet.

    Attributes:
        language: of the plan and its comments.
        country: whose law and holidays apply.
        employee: name; likewise `manager` and `hr`.
        since: first day of employment.
        start: day 0.
        end: the last day; at most one of `end`, `weeks` and `days` is given.
        chosen_rhythm: how often there is a meeting; None leaves it to the length of the plan.
    """

    language: Language | None = None
    country: Country | None = None
    employee: str | None = None
    manager: str | None = None
    start: date | None = None
    end: date | None = None
    weeks: int | None = None
    days: int | None = None
    chosen_rhythm: Rhythm | None = None
    role: str | None = None
    department: str | None = None
    since: date | None = None
    manager_role: str | None = None
    hr: str | None = None
    category: tuple[Category, ...] = ()
    summary: str | None = None
    expected: str | None = None
    actual: str | None = None
    incidents: tuple[GivenIncident, ...] = ()
    earlier_steps: tuple[GivenStep, ...] = ()
    no_earlier_steps_because: str | None = None
    causes: str | None = None
    employee_view: str | None = None
    goals: tuple[GivenGoal, ...] = ()
    support: tuple[GivenSupport, ...] = ()
    met: str | None = None
    not_met: str | None = None

    @property
    def has_length(self) -> bool:
        """Whether it is known how long the plan runs."""
        return not (self.end is None and self.weeks is None and self.days is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlan(Answers):
    """Everything known about a plan that is about to be written; enough for a file.

    Attributes:
        id: of the plan, in the form of `model.scalars.Identifier`.
        path: of its file; "-" is standard output.
        calendar: the working days that meetings are laid on.
        schema: path to the JSON Schema as seen from the file; None where there is none.
        has_configured_employer: whether `pipctl.yaml` already says who the employer is.
    """

    id: str
    language: Language
    country: Country
    employee: str
    manager: str
    start: date
    path: str
    calendar: WorkCalendar
    schema: str | None = None
    has_configured_employer: bool = False

    @property
    def last_day(self) -> date:
        """The last day of the plan: `weeks: 8` ends 56 days after the start (plan-format.md, "Days").

        Raises:
            Refusal: the end does not come after the start, or is too far away.
        """
        return last_day_of(self.start, self.end, self.weeks, self.days)

    @property
    def length(self) -> int:
        """Days from start to end."""
        return (self.last_day - self.start).days

    @property
    def rhythm(self) -> Rhythm:
        """How often there is a meeting: as chosen, else weekly in a short plan and fortnightly in a long."""
        return self.chosen_rhythm or ("weekly" if self.length <= LONGEST_WEEKLY else "biweekly")


def suggested_start(calendar: WorkCalendar, today: date) -> date:
    """Return a Monday that leaves a week to prepare in, or the next working day after it."""
    soonest = moved(today, _DAYS_TO_PREPARE)
    return calendar.next_working_day(moved(soonest, (1 - soonest.isoweekday()) % 7))


def calendar_for(policy: Policy, country: Country) -> WorkCalendar:
    """Return the working days and days off of a workplace in a country."""
    days = frozenset(WEEKDAYS.index(day) + 1 for day in policy.work_days)
    return WorkCalendar(country, extra_days_off=policy.extra_days_off, work_days=days or MONDAY_TO_FRIDAY)


def last_day_of(start: date, end: date | None, weeks: int | None, days: int | None) -> date:
    """Return the last day of a plan by whichever of end, weeks and days is given.

    Raises:
        Refusal: the end does not come after the start, lies over two years ahead, or past the year 9999.
    """
    if end is None:
        length = days if days is not None else 7 * (weeks or 0)
        if length > MOST_DAYS:
            raise Refusal("new-too-long", days=length, most=MOST_DAYS)
        try:
            end = start + timedelta(days=length)
        except OverflowError:
            raise Refusal("new-past-the-calendar", start=start) from None
    if end <= start:
        raise Refusal("new-end-before-start", start=start, end=end)
    if (end - start).days > MOST_DAYS:
        raise Refusal("new-too-long", days=(end - start).days, most=MOST_DAYS)
    return end
