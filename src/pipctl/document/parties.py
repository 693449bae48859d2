"""Who the plan is between, who held each role when, and where they sign."""

from __future__ import annotations

from typing import NamedTuple

from pipctl.document.content import Block, Cell, Fact, Facts, Signature, Signatures, Table
from pipctl.document.subject import Subject
from pipctl.model.people import Person, Representative
from pipctl.model.record import PartyChanged


class Holder(NamedTuple):
    """Who holds a role, and whatever changed later.

    Attributes:
        name: by name or ref, as the agreement names them.
        role: the job title.
        department: where it is not the employee's, which is told elsewhere.
        changes: later holders and titles with their first days, each as a remark.
    """

    name: str
    role: str
    department: str
    changes: tuple[str, ...]


def holder_of(subject: Subject, party: str) -> Holder:
    """Return who held a role when the agreement was sealed, with what the record changed since.

    Until it is sealed the agreement is with whoever holds the role now.
    """
    person: Person | Representative | None = getattr(subject.plan, party)
    name, role = (person.shown, person.role or "") if person else ("", "")
    department = person.department or "" if person and party != "employee" else ""
    changes: list[str] = []
    sealed_at = subject.state.seals[0].position if subject.state.seals else None
    for index, entry in subject.state.entries:
        if not isinstance(entry, PartyChanged) or entry.role != party:
            continue
        new_name, new_role = entry.name or entry.ref or "", entry.title or ""
        if sealed_at is None or index < sealed_at or not name:
            name, role = new_name or name, new_role or ("" if new_name else role)
            department = "" if new_name else department
        else:
            told = ", ".join(one for one in (new_name, new_role) if one)
            changes.append(
                subject.words("from_day", day=subject.formats.day_in_sentence(entry.date), name=told)
            )
    return Holder(name, role, department, tuple(changes))


def parties_table(subject: Subject) -> Table:
    """Return the parties with names and job titles."""
    words = subject.words
    rows = [_row(subject, "employee"), _row(subject, "manager")]
    if holder_of(subject, "hr").name or (subject.is_form and subject.policy.hr != "none"):
        rows.append(_row(subject, "hr"))
    if (
        subject.plan.representative is not None
        or holder_of(subject, "representative").name
        or subject.is_form
    ):
        rows.append(_row(subject, "representative"))
    header = (words("parties.part"), words("parties.name"), words("parties.role"))
    return Table(words("parties.caption"), header, tuple(rows), (6, 5, 5))


def parties_facts(subject: Subject) -> Facts:
    """Return the workplace and the employment in one row."""
    words, plan, formats = subject.words, subject.plan, subject.formats
    since = formats.day(plan.employee.since) if plan.employee.since else None
    facts = (
        *subject.asked(words("parties.employer"), employer_of(subject)),
        *subject.asked(words("parties.department"), plan.employee.department),
        *subject.asked(words("parties.since"), since),
    )
    return Facts(tuple(one for one in facts if one.values or subject.is_form), "row")


def employer_of(subject: Subject) -> str:
    """Return the employer's name: the plan's, else the policy's, else nothing."""
    for employer in (subject.plan.employer, subject.policy.employer):
        if employer is not None and employer.name:
            return employer.name.strip()
    return ""


def representative_told(subject: Subject) -> str:
    """Return who accompanies the employee, or that it was offered, or that nobody was wanted."""
    holder = holder_of(subject, "representative")
    if holder.name:
        told = ", ".join(one for one in (holder.name, holder.role, holder.department) if one)
        return "\n".join((told, *holder.changes))
    one = subject.plan.representative
    if one is None:
        return ""
    offered = subject.formats.day_in_sentence(one.offered) if one.offered else ""
    if offered and one.declined:
        return subject.words("parties.offered_and_declined", day=offered)
    if one.declined:
        return subject.words("parties.declined")
    return subject.words("parties.offered", day=offered) if offered else ""


def signatures(subject: Subject) -> Block:
    """Return the clauses and places to sign: manager and employee, HR and representative where named."""
    words = subject.words
    boxes = [
        Signature(
            words.all("signatures.fields"),
            words(f"signatures.{party}"),
            words("signatures.print"),
            holder.name,
        )
        for party in ("manager", "employee", "hr", "representative")
        if (holder := holder_of(subject, party)).name
    ]
    return Signatures(words.all("signatures.clauses"), tuple(boxes))


def _row(subject: Subject, party: str) -> tuple[Cell, ...]:
    holder = holder_of(subject, party)
    label = Cell(subject.words(f"parties.{party}"))
    if party == "representative" and not holder.name:
        return label, Cell(representative_told(subject)), Cell("")
    return label, Cell(holder.name, "\n".join(holder.changes)), Cell(holder.role, holder.department)


def other_parties(subject: Subject) -> tuple[Fact, ...]:
    """Return what the Swedish form has no field for: workplace, HR contact, representative."""
    words, plan, formats = subject.words, subject.plan, subject.formats
    since = formats.day(plan.employee.since) if plan.employee.since else None
    hr = holder_of(subject, "hr")
    hr_told = ", ".join(one for one in (hr.name, hr.role, hr.department) if one)
    return (
        *subject.told(words("parties.employer"), employer_of(subject)),
        *subject.told(words("parties.department"), plan.employee.department),
        *subject.told(words("parties.since"), since),
        *subject.told(words("parties.hr"), "\n".join((hr_told, *hr.changes)).strip()),
        *subject.told(words("parties.representative"), representative_told(subject)),
    )
