"""The agenda at a terminal: day by day where it is narrow, one line a row where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipctl.cli.tables import plain_table, shown
from pipctl.report.agenda import Row, cells, headings
from pipctl.store.texts import filled

_ROOM_FOR_ALL = 120
"""From this width on every row bears its own day."""
_OF_THE_DAY = 3
"""The first columns: day, week, how soon."""
_GAP = 2


def agenda_tables(rows: Sequence[Row], words: Mapping[str, Any], console: Console) -> list[Any]:
    """Return what to print of an agenda.

    Args:
        rows: by day.
        words: the texts `due`.
        console: whose width decides.
    """
    if console.width >= _ROOM_FOR_ALL:
        return [_flat(rows, words)]
    return _by_day(rows, words, console.width)


def _flat(rows: Sequence[Row], words: Mapping[str, Any]) -> Table:
    table = plain_table(*headings(words))
    for row in rows:
        texts = enumerate(cells(row, words))
        table.add_row(*(shown(text, _style(row) if column < _OF_THE_DAY else "") for column, text in texts))
    return table


def _by_day(rows: Sequence[Row], words: Mapping[str, Any], width: int) -> list[Any]:
    named = headings(words)[_OF_THE_DAY:]
    widths = _widths([named, *(cells(row, words)[_OF_THE_DAY:] for row in rows)], width)
    parts: list[Any] = [_table(widths, [Text(heading, style="bold") for heading in named])]
    in_order = sorted(rows, key=lambda row: (row.day, row.is_paused))
    for _, group in groupby(in_order, key=lambda row: (row.day, row.is_paused)):
        same_day = list(group)
        first = same_day[0]
        day, week, when = cells(first, words)[:_OF_THE_DAY]
        line = f"{day} · {filled(words['week'], {'week': week})} · {when}"
        parts += ["", shown(line, _style(first) or "bold")]
        parts.append(
            _table(widths, *([shown(text) for text in cells(row, words)[_OF_THE_DAY:]] for row in same_day))
        )
    return parts


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the widths of kind, plan and who as needed, within reason, and of what as is left."""
    kind, plan, who = (max(cell_len(line[column]) for line in lines) for column in range(3))
    fixed = [kind, min(plan, width // 5), min(who, width // 4)]
    return [*fixed, max(10, width - sum(fixed) - _GAP * len(fixed))]


def _table(widths: Sequence[int], *lines: Sequence[Text]) -> Table:
    table = plain_table(padding=_GAP)
    table.show_header = False
    for width in widths:
        table.add_column(width=width, overflow="fold")
    for line in lines:
        table.add_row(*line)
    return table


def _style(row: Row) -> str:
    return "bold red" if row.overdue else "bold" if row.days == 0 else ""
