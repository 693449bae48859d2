"""The agenda of many plans as JSON, CSV and Markdown (cli.md, "pipctl due")."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from typing import Any, NamedTuple

from pipctl.model.scalars import Party
from pipctl.report.text import printable
from pipctl.schedule.agenda import Kind
from pipctl.store.texts import filled

_FIELDS = ("date", "week", "days", "kind", "plan", "path", "party", "who", "what", "overdue")
"""Of JSON and of the header of CSV, in the order of the contract; never translated."""
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")


class Row(NamedTuple):
    """One line of the agenda.

    Attributes:
        day: the effective day.
        days: from today to the day; negative when it has passed.
        kind: what sort of thing.
        plan: id of the plan.
        path: of its file, as found.
        party: whose it is, where that is a party.
        who: by name or ref, or in plain text; empty when nobody is named.
        what: one line in the words of the plan.
        overdue: the day has passed and the thing is late.
        is_paused: the plan is paused, so that the day moves on with today.
    """

    day: date
    days: int
    kind: Kind
    plan: str
    path: str
    party: Party | None
    who: str
    what: str
    overdue: bool
    is_paused: bool

    @property
    def week(self) -> int:
        """The ISO week."""
        return self.day.isocalendar().week


def agenda_json(today: date, rows: Iterable[Row]) -> str:
    """Return the agenda as version 1 of the contract; `week` is the number of the ISO week."""
    report = {"version": 1, "today": today.isoformat(), "items": [_item(row) for row in rows]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def agenda_csv(rows: Iterable[Row]) -> str:
    """Return the agenda with a header; a text that a spreadsheet would calculate gets an apostrophe first."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_FIELDS)
    writer.writerows([_cell(value) for value in _item(row).values()] for row in rows)
    return out.getvalue()


def agenda_markdown(rows: Iterable[Row], words: Mapping[str, Any]) -> str:
    """Return the agenda as a table in the language of the reader.

    Args:
        rows: the agenda.
        words: the texts `due`.
    """
    lines = [headings(words), ["---"] * len(words["columns"])]
    lines += [[_escaped(cell) for cell in cells(row, words)] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def headings(words: Mapping[str, Any]) -> list[str]:
    """Return the headings of the columns that people read."""
    return [str(heading) for heading in words["columns"].values()]


def cells(row: Row, words: Mapping[str, Any]) -> list[str]:
    """Return what people read of a row: day, week, how soon or late, kind, plan, who, what."""
    who = row.who or (words["parties"][row.party] if row.party else "")
    texts = (how_soon(row, words), words["kinds"][row.kind], row.plan, who, row.what)
    return [row.day.isoformat(), str(row.week), *(printable(text) for text in texts)]


def how_soon(row: Row, words: Mapping[str, Any]) -> str:
    """Return how many days are left, or how late it is: the word that marks what is overdue."""
    if row.overdue:
        key = "overdue"
    elif row.days == 0:
        key = "today"
    else:
        key = "ahead" if row.days > 0 else "ago"
    text = filled(words["when"][key], {"count": abs(row.days)})
    return filled(words["when"]["paused"], {"when": text}) if row.is_paused else text


def _item(row: Row) -> dict[str, object]:
    values = (
        row.day.isoformat(),
        row.week,
        row.days,
        row.kind,
        row.plan,
        row.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        row.party,
        row.who or None,
        row.what,
        row.overdue,
    )
    return dict(zip(_FIELDS, values, strict=True))


def _cell(value: object) -> str:
    if isinstance(value, str):
        text = printable(value)
        return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
    return json.dumps(value) if value is not None else ""


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: "\\" + found[0], text)
