"""The record: what has happened since the plan was made, one class an event (plan-format.md, "Events").

Every entry has the day it happened; entries are only ever added.
"""

from __future__ import annotations

from datetime import date as _date
from typing import Literal, TypeAlias

from pydantic_core import PydanticCustomError

from pipctl.model.part import Part, part
from pipctl.model.scalars import (
    Day,
    Digest,
    Filled,
    Identifier,
    Identifiers,
    Number,
    Parties,
    Party,
    Text,
    Texts,
)

Light = Literal["green", "amber", "red"]


@part
class Entry(Part):
    """What every entry has: when it happened, when it was written down if later, by whom, a note."""

    date: Day
    recorded: Day | None = None
    author: Text | None = None
    note: Text | None = None

    @property
    def written(self) -> _date:
        """The day that orders the record: `recorded`, else `date`."""
        return self.recorded or self.date


@part
class Reviewed(Entry):
    """HR has checked the plan before it is handed over."""

    event: Literal["reviewed"]
    by: Party


@part
class Delivered(Entry):
    """Something was handed over."""

    event: Literal["delivered"]
    to: Party
    what: Literal["draft", "plan", "minutes", "addendum", "outcome"] | None = None
    by: Party | None = None
    witness: Text | None = None


@part
class Objection(Part):
    """A goal that the employee signs for without agreeing to it."""

    goal: Identifier
    why: Text | None = None


@part
class Signed(Entry):
    """A party signed this very agreement."""

    event: Literal["signed"]
    by: Party
    digest: Digest
    method: Literal["paper", "pades", "service"] | None = None
    accepts: Identifiers = ()
    objects: tuple[Objection, ...] = ()


@part
class Declined(Entry):
    """A party would not sign; the plan may still stand."""

    event: Literal["declined"]
    by: Party
    digest: Digest
    reason: Text | None = None
    witness: Text | None = None


@part
class Result(Part):
    """How one goal stood at a meeting: a number, an observation, or a light where there is no number."""

    goal: Identifier
    value: Number | None = None
    observed: Text | None = None
    status: Light | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if self.value is not None and self.status is not None:
            raise PydanticCustomError("status-beside-value", "", {"at": "status"})


@part
class NextStep(Part):
    """What was agreed at a meeting: what, who, until when."""

    what: Filled
    who: Text | None = None
    due: Day | None = None


@part
class Meeting(Entry):
    """A meeting was held; without `check_in` one outside the plan."""

    event: Literal["check-in"]
    check_in: Identifier | None = None
    present: Texts = ()
    results: tuple[Result, ...] = ()
    went_well: Text | None = None
    adjust: Text | None = None
    manager_view: Text | None = None
    employee_view: Text | None = None
    next_steps: tuple[NextStep, ...] = ()
    shared: Day | None = None
    confirmed_by: Parties = ()


@part
class NotHeld(Entry):
    """A planned meeting was not held on its day."""

    event: Literal["not-held"]
    check_in: Identifier
    by: Party | None = None
    reason: Text | None = None
    moved_to: Day | None = None


@part
class SupportGiven(Entry):
    """What became of a promised measure of support."""

    event: Literal["support"]
    support: Identifier
    result: Literal["delivered", "partly", "declined", "withdrawn"] | None = None
    hours: Number | None = None


@part
class Comment(Entry):
    """Anyone's words at any time, also after closing."""

    event: Literal["comment"]
    by: Party
    text: Filled
    about: Text | None = None


@part
class PartyChanged(Entry):
    """Another holder of a role, or another title, from this day."""

    event: Literal["party"]
    role: Party
    name: Text | None = None
    ref: Text | None = None
    title: Text | None = None


@part
class WarningGiven(Entry):
    """A written warning given meanwhile."""

    event: Literal["warning"]
    by: Party | None = None
    about: Text | None = None
    document: Text | None = None


@part
class Amended(Entry):
    """The agreement was changed; `changes` are addresses such as goals/G1/steps."""

    event: Literal["amended"]
    reason: Text
    digest: Digest
    agreed_by: Parties = ()
    changes: Texts = ()


@part
class Paused(Entry):
    """The clock stops; never which absence."""

    event: Literal["paused"]
    reason: Literal["absence", "holiday", "operations"] | None = None


@part
class Resumed(Entry):
    """The clock goes on."""

    event: Literal["resumed"]


@part
class GoalAtExtension(Part):
    """How a goal stood when the period was prolonged."""

    goal: Identifier
    result: Literal["achieved", "partly-achieved", "not-achieved", "not-assessed"] | None = None


@part
class Extended(Entry):
    """The period is prolonged to `end`."""

    event: Literal["extended"]
    end: Day
    reason: Text
    digest: Digest
    agreed_by: Parties = ()
    goals: tuple[GoalAtExtension, ...] = ()


@part
class Corrected(Entry):
    """A mistake put right or personal data taken out."""

    event: Literal["corrected"]
    places: Texts
    reason: Text
    digest: Digest | None = None


@part
class Verdict(Part):
    """The evaluation of one goal."""

    goal: Identifier
    result: Literal["achieved", "partly-achieved", "not-achieved", "not-assessed"]
    evidence: Text | None = None


@part
class Closed(Entry):
    """The evaluation of the whole plan and what follows."""

    event: Literal["closed"]
    result: Literal["achieved", "partly-achieved", "not-achieved", "stopped"]
    because: Literal["resigned", "new-role", "withdrawn", "other"] | None = None
    goals: tuple[Verdict, ...] = ()
    conclusion: Text | None = None
    shortcomings: Text | None = None
    reassignment: Literal["considered", "offered", "not-possible"] | None = None
    reassignment_note: Text | None = None
    next: (
        Literal["none", "development", "reassignment-considered", "dismissal-considered", "other"] | None
    ) = None


Event: TypeAlias = (
    Reviewed
    | Delivered
    | Signed
    | Declined
    | Meeting
    | NotHeld
    | SupportGiven
    | Comment
    | PartyChanged
    | WarningGiven
    | Amended
    | Paused
    | Resumed
    | Extended
    | Corrected
    | Closed
)
