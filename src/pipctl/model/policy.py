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
class TermList(Part):
    """Words of the workplace in one language."""

    vague: Texts = ()
    allowed: Texts = ()


@part
class Terms(Part):
    """Words of the workplace, for plans in any language and for those in one: vague ones, and clear ones."""

    vague: Texts = ()
    allowed: Texts = ()
    da: TermList | None = None
    sv: TermList | None = None

    def in_language(self, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the vague and the clear words that hold in a language.

        What is said of a word for one language goes before what is said of it for all.
        """
        own = {"da": self.da, "sv": self.sv}.get(language)
        if own is None:
            return self.vague, self.allowed
        vague, allowed = ({word.casefold() for word in words} for words in (own.vague, own.allowed))
        return (
            (*own.vague, *(word for word in self.vague if word.casefold() not in allowed)),
            (*own.allowed, *(word for word in self.allowed if word.casefold() not in vague)),
        )


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
