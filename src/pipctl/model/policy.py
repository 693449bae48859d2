"""The policy of a repository of plans: `pipctl.yaml` (cli.md)."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from pipctl.model.part import Part, part
from pipctl.model.people import Employer
from pipctl.model.scalars import (
    Country,
    FormatVersion,
    Language,
    NotEmpty,
    Number,
    OneOrMany,
    Text,
    Texts,
    Truth,
)

Level = Literal["error", "warning", "info"]
FailOn = Literal["error", "warning", "info", "never"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


@part
class Terms(Part):
    """Words of the workplace: vague ones to find, and ones that are clear enough here."""

    vague: Texts = ()
    allowed: Texts = ()


@part
class DocumentPolicy(Part):
    """How documents of this organization look."""

    title: Text | None = None
    logo: Text | None = None
    color: Text | None = None
    footer: Text | None = None
    clauses: Texts = ()
    templates: Text | None = None


@part
class Policy(Part):
    """What a workplace has decided for all its plans."""

    pipctl: FormatVersion
    language: Language | None = None
    country: Country | None = None
    plans: Texts = ("plans",)
    people: Text | None = None
    employer: Employer | None = None
    hr: Literal["none"] | None = None
    work_days: Annotated[tuple[Weekday, ...], OneOrMany(), NotEmpty()] = WEEKDAYS[:5]
    extra_days_off: Truth = True
    fail_on: FailOn | None = None
    rules: dict[Text, Literal["error", "warning", "info", "off"]] = field(default_factory=dict)
    limits: dict[Text, Number] = field(default_factory=dict)
    terms: Terms | None = None
    document: DocumentPolicy | None = None
