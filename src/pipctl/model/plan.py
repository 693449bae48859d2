"""A plan: the agreement and the record."""

from __future__ import annotations

from typing import Annotated, Any

from pipctl.model.agreement import (
    Attachment,
    Background,
    CheckIn,
    ConsequenceOrText,
    FollowUp,
    Period,
    Prepared,
    Responsibilities,
    Support,
)
from pipctl.model.goals import Goal
from pipctl.model.part import Part, part
from pipctl.model.people import Employer, Person, Representative
from pipctl.model.record import Event
from pipctl.model.scalars import Country, Day, FormatVersion, Identifier, Language, Truth


class ByEvent:
    """Marks the record's entries as told apart by the word under `event`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> dict[str, Any]:
        union = handler(source)
        choices = {}
        for choice in union["choices"]:
            resolved = handler.resolve_ref_schema(choice)
            fields = resolved["schema"]["fields"]
            (tag,) = next(f for f in fields if f["name"] == "event")["schema"]["expected"]
            choices[tag] = choice
        return {"type": "tagged-union", "discriminator": "event", "choices": choices}


@part
class Plan(Part):
    """One plan, as one file holds it (plan-format.md, format 1)."""

    pipctl: FormatVersion
    id: Identifier
    language: Language
    country: Country
    employer: Employer | None = None
    employee: Person
    manager: Person
    hr: Person | None = None
    representative: Representative | None = None
    period: Period
    prepared: Prepared | None = None
    background: Background | None = None
    goals: tuple[Goal, ...] = ()
    support: tuple[Support, ...] = ()
    responsibilities: Responsibilities | None = None
    follow_up: FollowUp | None = None
    consequence: ConsequenceOrText | None = None
    is_warning: Truth | None = None
    attachments: tuple[Attachment, ...] = ()
    erase_by: Day | None = None
    record: tuple[Annotated[Event, ByEvent()], ...] = ()

    @property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """The planned meetings, in the order of the file."""
        return self.follow_up.check_ins if self.follow_up else ()
