"""The planned meetings and how the plan is followed up and documented."""

from __future__ import annotations

from pipctl.document.content import Block, Bullets, Cell, Heading, Paragraph, Table
from pipctl.document.subject import Subject, facts_of
from pipctl.model.agreement import CheckIn

_BLANK_ROWS = 4


def follow_up(subject: Subject) -> tuple[Block, ...]:
    """Return the rhythm, how it is done, the meetings, and what they are for (seed 000, element 7)."""
    words, told = subject.words, subject.plan.follow_up
    rhythm: tuple[Block, ...] = ()
    if told and told.rhythm:
        rhythm = (Paragraph(words(f"meetings.rhythm.{told.rhythm}")),)
    how = facts_of(subject.asked(words("meetings.how"), told.how if told else None))
    return (*rhythm, *how, _meetings_table(subject), Bullets(words.all("meetings.clauses")))


def documentation(subject: Subject) -> tuple[Block, ...]:
    """Return what is written down, the preparation, attachments, and how long the plan is kept."""
    words, plan = subject.words, subject.plan
    clauses = list(words.all("documentation.clauses"))
    if prepared := _prepared(subject):
        clauses.insert(0, prepared)
    if plan.erase_by is not None:
        day = subject.formats.day_in_sentence(plan.erase_by)
        clauses.append(words("documentation.erase_by", day=day))
    return (Bullets(tuple(clauses)), *_attachments(subject))


def meeting_days(subject: Subject) -> tuple[str, str]:
    """Return the days of the follow-ups, and of the final one (seed 004's form); the kick-off is none."""
    formats, state = subject.formats, subject.state
    check_ins = sorted(subject.plan.check_ins, key=lambda one: state.meetings[one.id].day)
    follow_ups = (one for one in check_ins if one.kind != "kick-off")
    days = [(one.kind == "final", formats.day(state.meetings[one.id].day)) for one in follow_ups]
    others = ", ".join(day for is_final, day in days if not is_final)
    return others, ", ".join(day for is_final, day in days if is_final)


def _meetings_table(subject: Subject) -> Block:
    words, state = subject.words, subject.state
    check_ins = sorted(subject.plan.check_ins, key=lambda one: state.meetings[one.id].day)
    if not check_ins and not subject.is_form:
        return subject.room(0)
    rows = [_row(subject, one) for one in check_ins]
    keys = ["number", "date", "week", "what", "when"]
    weights = [0, 0, 0, 3, 3]
    if rows and not any(row[-1].text for row in rows):
        rows = [row[:-1] for row in rows]
        del keys[-1], weights[-1]
    header = tuple(words(f"meetings.{key}") for key in keys)
    blank = 0 if rows else _BLANK_ROWS
    return Table(words("meetings.caption"), header, tuple(rows), tuple(weights), blank_rows=blank)


def _row(subject: Subject, one: CheckIn) -> tuple[Cell, ...]:
    words, formats = subject.words, subject.formats
    day = subject.state.meetings[one.id].day
    agreed = words("meetings.agreed", day=formats.day(one.date)) if day != one.date else ""
    points = [
        words(f"meetings.{key}", points=", ".join(texts))
        for key, texts in (("agenda", one.agenda), ("bring", one.bring))
        if texts
    ]
    time = formats.clock(one.time, one.minutes) if one.time else ""
    if not time and one.minutes:
        time = formats.minutes(one.minutes)
    return (
        Cell(one.id),
        Cell(formats.weekday_and_day(day), agreed),
        Cell(formats.week(day)),
        Cell(words(f"meetings.kinds.{one.kind}"), "\n".join(points)),
        Cell(", ".join(part for part in (time, one.place or "") if part)),
    )


def _prepared(subject: Subject) -> str:
    prepared, day = subject.plan.prepared, subject.formats.day_in_sentence
    if prepared is None or not (prepared.manager or prepared.employee):
        return ""
    manager = day(prepared.manager) if prepared.manager else ""
    employee = day(prepared.employee) if prepared.employee else ""
    key = "both" if manager and employee else "manager" if manager else "employee"
    return subject.words(f"documentation.prepared_{key}", manager=manager, employee=employee)


def _attachments(subject: Subject) -> tuple[Block, ...]:
    words, attachments = subject.words, subject.plan.attachments
    if not attachments:
        return ()
    heading = words("documentation.attachments")
    header = (words("documentation.number"), heading, words("documentation.file"))
    rows = tuple(
        (
            Cell(one.id),
            Cell(one.title),
            Cell(one.file or "", words("documentation.checksum", digest=one.sha256) if one.sha256 else ""),
        )
        for one in attachments
    )
    return Heading(heading, 3), Table(heading, header, rows, (0, 1, 1))
