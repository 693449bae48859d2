"""CH01 to CH08: the meetings as they are planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.meetings import CHECK_INS, gaps, laid, laid_until_closing
from pipctl.schedule.workdays import moved


@rule("CH01", "no-check-ins", "warning", basis="seed 000", escalates=("error", "sealed"))
def no_check_ins(case: Case) -> Iterator[Hit]:
    """No check-ins are planned.

    Follow-up in a fixed rhythm is what separates a plan from a deadline: without it nobody can adjust the
    support, and nothing shows that the employee had a chance. Once the plan is signed it is an error.

    Bad::

        follow_up: {how: Efter behov}

    Good::

        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}
    """
    if not case.plan.check_ins:
        path = CHECK_INS if case.plan.follow_up else ("follow_up",)
        yield Hit(path, escalates=case.state.is_sealed)


@rule("CH02", "check-in-gap", "warning", basis="seed 000", limits={"check_in_gap_days": 17})
def check_in_gap(case: Case) -> Iterator[Hit]:
    """Two check-ins lie over 17 days apart.

    Weekly or fortnightly meetings catch a plan that goes astray while something can still be done. Days in
    breaks and pauses do not count.

    Bad::

        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}
            - {id: C2, date: 2026-04-07}

    Good::

        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}
            - {id: C2, date: 2026-03-31}
    """
    most = case.limit("check_in_gap_days")
    for gap in gaps(case):
        if gap.days > most:
            values = {"count": gap.days, "most": most, "earlier": gap.earlier.planned.id}
            values |= {"later": gap.later.planned.id}
            yield Hit(gap.later.path, values=values, related=(gap.earlier.path,))


@rule("CH03", "first-check-in-late", "warning", basis="seed 000", limits={"first_check_in_days": 14})
def first_check_in_late(case: Case) -> Iterator[Hit]:
    """The first check-in comes after day 14; the kick-off is none.

    The first two weeks show whether the goals are understood and the support has begun. A limit that falls
    on a day off, or in a break, moves to the next working day.

    Bad::

        follow_up:
          check_ins:
            - {id: C0, date: 2026-03-03, kind: kick-off}
            - {id: C1, date: 2026-03-19}

    Good::

        follow_up:
          check_ins:
            - {id: C0, date: 2026-03-03, kind: kick-off}
            - {id: C1, date: 2026-03-17}
    """
    if not case.plan.check_ins:
        return
    state, days = case.state, case.limit("first_check_in_days")
    limit = _at_work(case, state.effective(moved(case.plan.period.start, days)))
    if state.closed and state.closed.date <= limit:
        return
    first = next((one for one in laid(case) if one.planned.kind != "kick-off"), None)
    values = {"limit": limit, "count": days}
    if first is None and limit <= state.effective_end:
        yield Hit(CHECK_INS, "none", values)
    elif first is not None and first.day > limit:
        yield Hit(first.path, values=values)


@rule("CH04", "no-midway", "warning", basis="seed 000", limits={"midway_over_days": 45})
def no_midway(case: Case) -> Iterator[Hit]:
    """A plan over 45 days without a mid-way review.

    Half-way is the last time at which more support, or another kind, can still change the result.

    Bad::

        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}
            - {id: C2, date: 2026-03-31}

    Good::

        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}
            - {id: C2, date: 2026-04-14, kind: midway}
    """
    period, closed = case.plan.period, case.state.closed
    if not case.plan.check_ins or period.length <= (most := case.limit("midway_over_days")):
        return
    middle = case.state.effective(moved(period.start, period.length // 2))
    if closed and closed.date <= middle:
        return
    if all(one.kind != "midway" for one in case.plan.check_ins):
        near = case.calendar.next_working_day(middle)
        yield Hit(CHECK_INS, values={"count": period.length, "most": most, "middle": near})


@rule("CH05", "no-final", "warning", basis="seed 000", limits={"final_within_days": 7})
def no_final(case: Case) -> Iterator[Hit]:
    """No final evaluation lies in the last 7 days.

    The plan ends with a conclusion on every goal, at a meeting and not in a letter; held much earlier, it
    takes back time that was promised.

    Bad::

        follow_up:
          check_ins:
            - {id: C6, date: 2026-05-26}

    Good::

        follow_up:
          check_ins:
            - {id: C6, date: 2026-05-26}
            - {id: C7, date: 2026-06-01, kind: final}
    """
    if not case.plan.check_ins or case.plan.period.length < 0 or _ended_well_before_time(case):
        return
    end, days = case.state.effective_end, case.limit("final_within_days")
    finals = [one for one in laid(case) if one.planned.kind == "final"]
    if not any(moved(end, -days) <= one.day <= end for one in finals):
        values = {"end": end, "count": days}
        yield Hit(finals[-1].day_path, "elsewhere", values) if finals else Hit(CHECK_INS, values=values)


@rule("CH06", "check-in-on-day-off", "warning")
def check_in_on_day_off(case: Case) -> Iterator[Hit]:
    """A check-in lies on a weekend or a public holiday.

    A meeting that nobody comes to counts against whoever called it.

    Bad::

        follow_up:
          check_ins:
            - {id: C3, date: 2026-04-03}

    Good::

        follow_up:
          check_ins:
            - {id: C3, date: 2026-04-07}
    """
    if case.state.stage == "paused":
        return
    for one in laid_until_closing(case):
        if case.calendar.is_day_off(one.day) and not one.is_called_off:
            following = case.calendar.next_working_day(one.day)
            values = {"check_in": one.planned.id, "day": one.day, "next": following}
            if one.became.held is not None:
                yield Hit(one.day_path, "held", values)
            else:
                variant = "sealed" if case.state.is_sealed else ""
                # Where a pause has moved the day, another date in the file would be moved as well.
                is_as_written = one.day == one.written
                fix = following.isoformat() if is_as_written else None
                yield Hit(one.day_path, variant, values, fix=fix)


@rule("CH07", "check-in-outside-period", "warning")
def check_in_outside_period(case: Case) -> Iterator[Hit]:
    """A check-in lies before the start or after the end of the plan.

    A meeting before the start is no part of the plan, and after the end the time that was given is over.

    Bad::

        follow_up:
          check_ins:
            - {id: C7, date: 2026-06-03, kind: final}

    Good::

        follow_up:
          check_ins:
            - {id: C7, date: 2026-06-01, kind: final}
    """
    start, end = case.plan.period.start, case.state.effective_end
    if end < start:
        return
    for one in laid_until_closing(case):
        if not start <= one.day <= end and not one.is_called_off:
            values = {"check_in": one.planned.id, "start": start, "end": end}
            yield Hit(one.day_path, "early" if one.day < start else "late", values)


@rule(
    "CH08",
    "rhythm-not-kept",
    "warning",
    limits={
        "rhythm_weekly_days": 7,
        "rhythm_biweekly_days": 14,
        "rhythm_monthly_days": 31,
        "rhythm_slack_days": 3,
    },
)
def rhythm_not_kept(case: Case) -> Iterator[Hit]:
    """Two check-ins lie further apart than the rhythm that the plan states, with 3 days to spare.

    The rhythm is a promise; a plan that says weekly and meets every second week has broken it on paper.

    Bad::

        follow_up:
          rhythm: weekly
          check_ins:
            - {id: C1, date: 2026-03-10}
            - {id: C2, date: 2026-03-24}

    Good::

        follow_up:
          rhythm: weekly
          check_ins:
            - {id: C1, date: 2026-03-10}
            - {id: C2, date: 2026-03-17}
    """
    rhythm = case.plan.follow_up.rhythm if case.plan.follow_up else None
    if rhythm is None:
        return
    most = case.limit(f"rhythm_{rhythm}_days") + case.limit("rhythm_slack_days")
    for gap in gaps(case):
        if most < gap.days <= case.limit("check_in_gap_days"):
            values = {"count": gap.days, "most": most, "earlier": gap.earlier.planned.id}
            values |= {"later": gap.later.planned.id}
            yield Hit(gap.later.path, rhythm, values, related=(gap.earlier.path,))


def _at_work(case: Case, day: date) -> date:
    """Return the day, or the next working day that lies in no break."""
    while True:
        working = case.calendar.next_working_day(day)
        ends = [leave.to for leave in case.plan.period.breaks if leave.from_ <= working <= leave.to]
        if not ends or max(ends) == date.max:
            return working
        day = moved(max(ends), 1)


def _ended_well_before_time(case: Case) -> bool:
    """Whether the plan was closed early because it was stopped or everything was achieved."""
    closed = case.state.closed
    if closed is None or closed.date >= case.state.effective_end:
        return False
    is_achieved = closed.result == "achieved" and all(one.result == "achieved" for one in closed.goals)
    return closed.result == "stopped" or is_achieved


RULES = (
    no_check_ins,
    check_in_gap,
    first_check_in_late,
    no_midway,
    no_final,
    check_in_on_day_off,
    check_in_outside_period,
    rhythm_not_kept,
)
