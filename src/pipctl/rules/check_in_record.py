"""CH09 to CH15: the meetings as they were held, and what was written down about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.record import Delivered, Meeting, NotHeld
from pipctl.rules.meetings import Laid, laid
from pipctl.schedule.workdays import moved


@rule("CH09", "check-in-not-recorded", "warning", basis="seed 000, seed 004")
def check_in_not_recorded(case: Case) -> Iterator[Hit]:
    """The day of a check-in has passed, and the record says neither that it was held nor that it was not.

    A meeting that nobody can document was not held, as far as anyone else can tell. While the plan is
    paused nothing is late.

    Bad::

        # on 2026-03-18
        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}

    Good::

        # on 2026-03-18
        follow_up:
          check_ins:
            - {id: C1, date: 2026-03-17}
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, present: [employee, manager]}
    """
    if case.state.stage == "paused":
        return
    for one in laid(case):
        if one.day < case.state.horizon and not one.became.is_settled:
            related = (one.day_path,) if one.became.is_moved else ()
            yield Hit(one.path, values={"check_in": one.planned.id, "day": one.day}, related=related)


@rule(
    "CH10",
    "check-ins-missed",
    "warning",
    basis="seed 000",
    limits={"missed_check_ins": 2, "missed_within_days": 7},
)
def check_ins_missed(case: Case) -> Iterator[Hit]:
    """Two or more check-ins fell through by the manager's doing, or were held without a manager.

    A meeting that the manager puts off counts unless it is held within 7 days. Meetings called off are a
    known sign that the plan is not meant to succeed.

    Bad::

        # on 2026-04-20
        record:
          - {date: 2026-03-17, event: not-held, check_in: C1, by: manager}
          - {date: 2026-03-31, event: not-held, check_in: C2, by: manager}

    Good::

        # on 2026-04-20
        record:
          - {date: 2026-03-17, event: not-held, check_in: C1, by: manager, moved_to: 2026-03-19}
          - {date: 2026-03-19, event: check-in, check_in: C1, present: [employee, manager]}
          - {date: 2026-03-31, event: not-held, check_in: C2, by: manager}
    """
    made_so: list[int] = []
    for one in laid(case):
        position = _without_manager(case, one)
        if position is None:
            position = _put_off_by_manager(case, one)
        if position is not None:
            made_so.append(position)
    made_so.sort()
    if len(made_so) >= case.limit("missed_check_ins"):
        related = tuple(("record", position) for position in made_so[:-1])
        yield Hit(("record", made_so[-1]), values={"count": len(made_so)}, related=related)


@rule("CH11", "check-in-without-measurement", "info", basis="seed 000")
def check_in_without_measurement(case: Case) -> Iterator[Hit]:
    """A check-in without a number for any goal that has a numeric target; the kick-off needs none.

    Follow-up rests on data and not on how it feels. One number at each meeting shows the way the goal goes.

    Bad::

        # on 2026-03-18
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, present: [employee, manager]}

    Good::

        # on 2026-03-18
        record:
          - date: 2026-03-17
            event: check-in
            check_in: C1
            present: [employee, manager]
            results: [{goal: G1, value: 74}]
    """
    measured = {one.id for one in case.plan.goals if one.measure and one.measure.target is not None}
    for position, meeting in case.state.held():
        has_value = any(one.goal in measured and one.value is not None for one in meeting.results)
        if measured and not has_value and _kind(case, meeting) != "kick-off":
            yield Hit(("record", position, "results"))


@rule("CH12", "check-in-without-next-steps", "info", basis="seed 000")
def check_in_without_next_steps(case: Case) -> Iterator[Hit]:
    """A check-in without next steps, or with one that lacks who or when; the final evaluation needs none.

    What was agreed is worth as much as the name and the day that stand beside it.

    Bad::

        # on 2026-03-18
        record:
          - date: 2026-03-17
            event: check-in
            check_in: C1
            next_steps: [{what: Ny skabelon til klager}]

    Good::

        # on 2026-03-18
        record:
          - date: 2026-03-17
            event: check-in
            check_in: C1
            next_steps: [{what: Ny skabelon til klager, who: manager, due: 2026-03-24}]
    """
    for position, meeting in case.state.held():
        if _kind(case, meeting) == "final":
            continue
        if not meeting.next_steps:
            yield Hit(("record", position, "next_steps"))
        for index, step in enumerate(meeting.next_steps):
            if not step.who or not step.due:
                variant = "no-due" if step.who else "no-who" if step.due else "neither"
                yield Hit(("record", position, "next_steps", index), variant)


@rule("CH13", "check-in-without-participants", "warning", basis="seed 000")
def check_in_without_participants(case: Case) -> Iterator[Hit]:
    """The minutes do not say who took part.

    Without participants they prove neither that there was a meeting nor that manager and employee were there.

    Bad::

        # on 2026-03-18
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1}

    Good::

        # on 2026-03-18
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, present: [employee, manager]}
    """
    for position, meeting in case.state.held():
        if not meeting.present:
            yield Hit(("record", position, "present"))


@rule("CH14", "recorded-late", "info", limits={"recorded_late_days": 7})
def recorded_late(case: Case) -> Iterator[Hit]:
    """Something was written down more than 7 days after it happened.

    Minutes from the same week are evidence; those from a month later are a memory.

    Bad::

        # on 2026-03-31
        record:
          - {date: 2026-03-17, recorded: 2026-03-30, event: check-in, check_in: C1}

    Good::

        # on 2026-03-31
        record:
          - {date: 2026-03-17, recorded: 2026-03-18, event: check-in, check_in: C1}
    """
    most = case.limit("recorded_late_days")
    for position, entry in case.state.entries:
        days = (entry.written - entry.date).days
        if days > most:
            yield Hit(("record", position, "recorded"), values={"count": days, "most": most})


@rule(
    "CH15",
    "minutes-not-shared",
    "info",
    basis="seed 002, Danish case 2023",
    limits={"minutes_within_working_days": 2},
)
def minutes_not_shared(case: Case) -> Iterator[Hit]:
    """The minutes were not shared with the employee within 2 working days.

    Minutes that come while the meeting is fresh let the employee put misunderstandings right, and are of
    use at once.
    A `delivered` entry for the minutes counts as well as `shared`.

    Bad::

        # on 2026-03-24
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, shared: 2026-03-23}

    Good::

        # on 2026-03-24
        record:
          - {date: 2026-03-17, event: check-in, check_in: C1, shared: 2026-03-18}
    """
    days, held = case.limit("minutes_within_working_days"), case.state.held()
    for position, meeting in held:
        limit = case.calendar.add_working_days(meeting.date, days)
        until = min((one.date for _, one in held if one.date > meeting.date), default=date.max)
        shared = meeting.shared or _handed_over(case, meeting.date, until)
        values = {"count": days, "limit": limit}
        if shared is not None and shared > limit:
            yield Hit(("record", position, "shared"), "late", values)
        elif shared is None and case.state.horizon > limit and case.state.stage != "paused":
            yield Hit(("record", position, "shared"), values=values)


def _handed_over(case: Case, day: date, until: date) -> date | None:
    """Return when the employee was handed the minutes of a meeting, before the next one was held."""
    for _, entry in case.state.entries:
        is_minutes = isinstance(entry, Delivered) and entry.what == "minutes" and entry.to == "employee"
        if is_minutes and day <= entry.date < until:
            return entry.date
    return None


def _kind(case: Case, meeting: Meeting) -> str:
    """Return the kind of a meeting; one outside the plan is a status meeting."""
    planned = case.state.meetings.get(meeting.check_in or "")
    return planned.planned.kind if planned else "status"


def _without_manager(case: Case, one: Laid) -> int | None:
    """Return the entry of a meeting held without a manager; one that names nobody is another matter."""
    entry = case.plan.record[one.became.held] if one.became.held is not None else None
    if not isinstance(entry, Meeting) or not entry.present:
        return None
    manager = {"manager", case.state.holder("manager", entry.date), case.plan.manager.shown}
    present = {name.casefold() for name in entry.present}
    return None if present.intersection(map(str.casefold, manager)) else one.became.held


def _put_off_by_manager(case: Case, one: Laid) -> int | None:
    """Return the entry by which the manager put a meeting off that was not held within some days either."""
    put_off: int | None = None
    due, written_at = one.planned.date, -1
    for index in one.became.missed:
        entry = case.plan.record[index]
        if isinstance(entry, NotHeld) and entry.by == "manager":
            put_off = index
        elif isinstance(entry, NotHeld) and entry.moved_to and put_off is None:
            due, written_at = entry.moved_to, index
    closed = case.state.closed
    if put_off is None or (closed and closed.date <= case.state.effective(due, written_at=written_at)):
        return None
    last = case.state.effective(moved(due, case.limit("missed_within_days")), written_at=written_at)
    held = case.plan.record[one.became.held].date if one.became.held is not None else None
    return put_off if (held or case.today) > last else None


RULES = (
    check_in_not_recorded,
    check_ins_missed,
    check_in_without_measurement,
    check_in_without_next_steps,
    check_in_without_participants,
    recorded_late,
    minutes_not_shared,
)
