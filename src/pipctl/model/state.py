"""What follows from the record: the stage of a plan, its seals, and when things really are due.

Nothing of this is stored in the file (plan-format.md, "State", "Days"). Folding reads the entries once,
in the order of the file, up to a day; an entry that the stage forbids changes nothing and is kept as a
breach, for rule SC05 to report and for the record commands to refuse.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from pipctl.model.agreement import CheckIn
from pipctl.model.plan import Plan
from pipctl.model.record import (
    Amended,
    Closed,
    Corrected,
    Declined,
    Delivered,
    Event,
    Extended,
    Meeting,
    NotHeld,
    PartyChanged,
    Paused,
    Resumed,
    Signed,
    SupportGiven,
)

Stage = Literal["draft", "sealed", "paused", "closed"]
Phase = Literal["closed", "paused", "unsigned", "draft", "agreed", "running", "undecided"]

FORBIDDEN: Mapping[Stage, frozenset[str]] = {
    "draft": frozenset({"amended", "extended", "paused", "resumed"}),
    "sealed": frozenset({"resumed"}),
    "paused": frozenset({"reviewed", "check-in", "support", "warning", "paused"}),
    "closed": frozenset(
        {"reviewed", "signed", "declined", "check-in", "not-held", "support", "party", "warning"}
        | {"amended", "paused", "resumed", "extended", "closed"}
    ),
}
"""Events that may not follow in a stage."""


class Breach(NamedTuple):
    """An entry that may not stand where it stands.

    Attributes:
        position: of the entry in the record.
        kind: out-of-order, in-the-future, forbidden, held-twice, held-already, resumed-too-early.
        values: what the sentence is filled with.
    """

    position: int
    kind: str
    values: Mapping[str, object]


class Seal(NamedTuple):
    """The digest that holds from one entry on."""

    digest: str
    position: int


class Pause(NamedTuple):
    """From the first day of a pause to the day work went on; `end` is None while it is open."""

    start: date
    end: date | None
    position: int

    def days(self, today: date) -> int:
        """Return how many days it lasts, today standing for the end while it is open."""
        return max(0, ((self.end or today) - self.start).days)


class MeetingState(NamedTuple):
    """What became of a planned meeting.

    Attributes:
        planned: as agreed.
        day: the effective day: moved by `moved_to` and by pauses.
        held: index of the entry that says it was held.
        missed: indexes of the entries that say it was not held on its day.
        is_moved: the last of those names a new day.
    """

    planned: CheckIn
    day: date
    held: int | None
    missed: tuple[int, ...]
    is_moved: bool

    @property
    def is_settled(self) -> bool:
        """Whether it was held, or not held without a new day."""
        return self.held is not None or (bool(self.missed) and not self.is_moved)


class State:
    """A plan as it stands on a day.

    Attributes:
        plan: the plan.
        today: the day; entries dated after it are breaches and change nothing.
        stage: draft, sealed, paused, closed.
        entries: indexes and entries that count, in order.
        breaches: entries that do not.
        seals: one for the first signature and each change agreed since.
        pauses: in order of the record.
        closed: the closing entry.
        extensions: the entries that prolonged the period.
        meetings: by id of the planned meeting.
        support: by id of the promise, the entries on what became of it.
    """

    def __init__(self, plan: Plan, today: date) -> None:
        self.plan = plan
        self.today = today
        self.stage: Stage = "draft"
        self.entries: list[tuple[int, Event]] = []
        self.breaches: list[Breach] = []
        self.seals: list[Seal] = []
        self.pauses: list[Pause] = []
        self.closed: Closed | None = None
        self.extensions: list[tuple[int, Extended]] = []
        self.support: dict[str, list[tuple[int, SupportGiven]]] = {}
        self._held: dict[str, int] = {}
        self._missed: dict[str, list[int]] = {}
        previous: date | None = None
        for index, entry in enumerate(plan.record):
            if previous is not None and entry.written < previous:
                self._breach(index, "out-of-order", day=entry.written, previous=previous)
            previous = entry.written
            if self._may_follow(index, entry):
                self._apply(index, entry)
                self.entries.append((index, entry))
        self.meetings = {one.id: self._meeting(one) for one in plan.check_ins}

    def _breach(self, index: int, kind: str, **values: object) -> bool:
        self.breaches.append(Breach(index, kind, values))
        return False

    def _may_follow(self, index: int, entry: Event) -> bool:
        if entry.date > self.today or entry.written > self.today:
            return self._breach(index, "in-the-future", day=max(entry.date, entry.written), today=self.today)
        if entry.event in FORBIDDEN[self.stage]:
            return self._breach(index, f"forbidden-{self.stage}", event=entry.event)
        if isinstance(entry, Meeting) and entry.check_in in self._held:
            return self._breach(index, "held-twice", check_in=entry.check_in)
        if isinstance(entry, NotHeld) and entry.check_in in self._held:
            return self._breach(index, "held-already", check_in=entry.check_in)
        if isinstance(entry, Resumed) and entry.date <= self.pauses[-1].start:
            return self._breach(index, "resumed-too-early", day=self.pauses[-1].start)
        return True

    def _apply(self, index: int, entry: Event) -> None:
        match entry:
            case Signed() | Declined() if not self.seals:
                self.seals.append(Seal(entry.digest, index))
                self.stage = "sealed"
            case Amended() | Extended() | Corrected():
                self._reseal(index, entry)
            case Paused() | Resumed():
                self._pause_or_resume(index, entry)
            case Closed():
                self.closed = entry
                self.stage = "closed"
            case Meeting() if entry.check_in is not None:
                self._held[entry.check_in] = index
            case NotHeld():
                self._missed.setdefault(entry.check_in, []).append(index)
            case SupportGiven():
                self.support.setdefault(entry.support, []).append((index, entry))
            case _:
                pass

    def _reseal(self, index: int, entry: Amended | Extended | Corrected) -> None:
        if entry.digest is not None and self.seals:
            self.seals.append(Seal(entry.digest, index))
        if isinstance(entry, Extended):
            self.extensions.append((index, entry))

    def _pause_or_resume(self, index: int, entry: Paused | Resumed) -> None:
        if isinstance(entry, Paused):
            self.pauses.append(Pause(entry.date, None, index))
            self.stage = "paused"
        else:
            self.pauses[-1] = self.pauses[-1]._replace(end=entry.date)
            self.stage = "sealed"

    def _meeting(self, planned: CheckIn) -> MeetingState:
        missed = tuple(self._missed.get(planned.id, ()))
        day, is_moved = self.effective(planned.date), False
        if missed:
            last = self.plan.record[missed[-1]]
            if isinstance(last, NotHeld) and last.moved_to is not None:
                day, is_moved = self.effective(last.moved_to, written_at=missed[-1]), True
        return MeetingState(planned, day, self._held.get(planned.id), missed, is_moved)

    def effective(self, day: date, *, written_at: int = -1) -> date:
        """Return when a planned day falls, moved by the pauses that reach it.

        Args:
            day: as planned.
            written_at: index of the entry that set the day, where it was set by the record: only
                pauses begun after that entry move it.
        """
        for pause in self.pauses:
            if pause.position > written_at and day >= pause.start:
                end = self.closed.date if pause.end is None and self.closed else self.today
                day = _later(day, pause.days(end))
        return day

    @property
    def effective_end(self) -> date:
        """The last day of the plan: as extended, else as agreed, moved by pauses."""
        if self.extensions:
            index, extended = self.extensions[-1]
            return self.effective(extended.end, written_at=index)
        return self.effective(self.plan.period.last_day)

    @property
    def is_sealed(self) -> bool:
        """Whether a party has signed or declined."""
        return bool(self.seals)

    @property
    def seal(self) -> str | None:
        """The digest that holds now."""
        return self.seals[-1].digest if self.seals else None

    def seal_at(self, index: int) -> str | None:
        """Return the digest that holds once the entry at an index has been made."""
        held = [seal.digest for seal in self.seals if seal.position <= index]
        return held[-1] if held else None

    @property
    def horizon(self) -> date:
        """The day up to which planned things are looked at: today, or the closing day."""
        return min(self.today, self.closed.date) if self.closed else self.today

    def has_answered(self, party: Literal["employee", "manager"]) -> bool:
        """Whether a party has signed or declined, or was handed the plan (rule SG01)."""
        for index, entry in self.entries:
            if isinstance(entry, (Signed, Declined)) and entry.by == party:
                if entry.digest == self.seal_at(index):
                    return True
            elif isinstance(entry, Delivered) and entry.to == party and entry.what == "plan":
                return True
        return False

    @property
    def phase(self) -> Phase:
        """The first of the shown phases that fits (plan-format.md, "State")."""
        started = self.today >= self.plan.period.start
        if self.stage in ("closed", "paused"):
            return "closed" if self.stage == "closed" else "paused"
        if started and not (self.has_answered("employee") and self.has_answered("manager")):
            return "unsigned"
        if not self.is_sealed:
            return "draft"
        if not started:
            return "agreed"
        return "running" if self.today <= self.effective_end else "undecided"

    def held(self) -> list[tuple[int, Meeting]]:
        """Return the meetings that were held, in the order of the record."""
        return [(index, entry) for index, entry in self.entries if isinstance(entry, Meeting)]

    def holder(self, role: str, day: date) -> str:
        """Return who held a role on a day, by name or ref; empty when nobody is named."""
        shown = getattr(getattr(self.plan, role, None), "shown", "")
        for _, entry in self.entries:
            if isinstance(entry, PartyChanged) and entry.role == role and entry.date <= day:
                shown = entry.name or entry.ref or shown
        return str(shown)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
