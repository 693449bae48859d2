"""PV: numbers, addresses and names in the text that tell who somebody is (PV01, PV07, PV09).

The employee's own words are nobody else's to cut: there the findings are questions to the employer. The texts
of an English plan are not read, except for identity numbers, which need no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.free_texts import language_of, texts_marked
from pipctl.store.source import Path

_NAMED = frozenset({"name", "who", "provider", "present", "by", "to", "witness", "author", "reported_by"})
"""Keys under which the plan's own people stand."""


_SHAPE = re.compile(r"\d{6}[-+ ]?\d{4}")
_PEOPLE = ("employee", "manager", "hr", "representative", "employer")


@rule("PV01", "national-id", "error", reads="T", basis="databeskyttelsesloven § 11, dataskyddslagen 3:10")
def national_id(case: Case) -> Iterator[Hit]:
    """A text holds a Danish CPR number, a Swedish personnummer or a samordningsnummer.

    A plan has no need of it, and everyone who may read the plan could read the number. A number with its
    words beside it, or in a form that nothing else has, is certain; where it may be something else the
    finding is a warning. The number is repeated nowhere.

    Bad::

        background:
          summary: Planen gælder medarbejder 010190-1234 i bogholderiet.

    Good::

        background:
          summary: Planen gælder bogholderen i afdeling Øst.
    """
    marked = texts_marked(case, "DIGITS")
    beside_names = [(path, text) for path, text in _about_people(case.source.data) if _SHAPE.search(text)]
    if not marked and not beside_names:
        return
    from pipctl.language.identifiers import national_ids  # only where texts are read

    language = language_of(case)
    for path, text in beside_names:
        for start, end, sign in national_ids(text, language, case.today):
            if sign == "certain":
                yield Hit(path, sign, words=(start, end))
    for path, text, is_employees, _ in marked:
        for start, end, sign in national_ids(text, language, case.today):
            if is_employees:
                yield Hit(path, "own", level="info", words=(start, end))
            else:
                yield Hit(path, sign, level="warning" if sign == "likely" else None, words=(start, end))


@rule("PV07", "contact-data", "info", reads="T")
def contact_data(case: Case) -> Iterator[Hit]:
    """A text holds a private telephone number, address or mailbox.

    Whoever needs it finds it in the personnel system; in a plan it is read by more people than need it. A
    number or mailbox at work is none.

    Bad::

        background:
          summary: Indkaldelsen blev sendt til din private mail, anna@example.org.

    Good::

        background:
          summary: Indkaldelsen blev sendt til dig den 12. januar 2026.
    """
    marked = texts_marked(case, "DIGITS", "HOUSE", "MAIL")
    if case.plan.language == "en" or not marked:
        return
    from pipctl.language.contact import contact_data as read_contact_data  # only where texts are read

    for path, text, is_employees, _ in marked:
        for start, end, sign in read_contact_data(text, case.plan.language):
            yield Hit(path, "own" if is_employees else sign, words=(start, end))


@rule("PV09", "third-person", "info", reads="T", basis="confidentiality")
def third_person(case: Case) -> Iterator[Hit]:
    """A customer, citizen, patient, pupil, relative or colleague is named.

    They have no part in the plan and cannot answer what stands in it; about a citizen or patient it may
    also breach confidentiality. The plan's own people are known by their names in the plan.

    Bad::

        background:
          summary: Borgeren Inger Holm fik sin medicin to timer for sent den 12. januar 2026.

    Good::

        background:
          summary: En borger fik sin medicin to timer for sent den 12. januar 2026.
    """
    marked = texts_marked(case, "NAME")
    if case.plan.language == "en" or not marked:
        return
    from pipctl.language.naming import third_persons  # only where texts are read

    own: frozenset[str] | None = None
    for path, text, is_employees, _ in marked:
        if third_persons(text, case.plan.language):
            own = own or frozenset(_own_names(case.source.data, is_named=False))
            for start, end, _ in third_persons(text, case.plan.language, own):
                yield Hit(path, "own" if is_employees else "named", words=(start, end))


def _about_people(data: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield the names, roles and the like of the people of a plan, which are no free texts."""
    for part in _PEOPLE:
        person = data.get(part)
        if isinstance(person, dict):
            for key, value in person.items():
                if isinstance(value, str):
                    yield (part, key), value
    support = data.get("support")
    for index, one in enumerate(support if isinstance(support, list) else ()):
        if isinstance(one, dict) and isinstance(one.get("provider"), str):
            yield ("support", index, "provider"), one["provider"]


def _own_names(value: Any, *, is_named: bool) -> Iterator[str]:
    """Yield the words of the names of everyone whom the plan names as taking part."""
    if isinstance(value, str):
        if is_named:
            yield from value.casefold().replace(",", " ").split()
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _own_names(one, is_named=key in _NAMED)
    elif isinstance(value, list):
        for one in value:
            yield from _own_names(one, is_named=is_named)


RULES = (national_id, contact_data, third_person)
