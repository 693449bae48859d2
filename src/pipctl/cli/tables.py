"""Tables at a terminal: as wide as it is, complete without color, a plan's text never more than text."""

from __future__ import annotations

import sys
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipctl.cli.everywhere import Everywhere
from pipctl.report.text import printable

_NARROWEST = 60


def console_for(everywhere: Everywhere, stream: TextIO | None = None) -> Console:
    """Return a stream as rich sees it: `COLUMNS` or the terminal's width, 80 where there is none.

    Args:
        everywhere: whether there are colors.
        stream: standard output where none is named.
    """
    stream = stream or sys.stdout
    colored = everywhere.is_colored(stream)
    console = Console(
        file=stream,
        force_terminal=colored,
        color_system="standard" if colored else None,
        no_color=not colored,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.width = max(console.width, _NARROWEST)
    return console


def shown(text: str, style: str = "") -> Text:
    """Return a text as it stands: no markup, no escapes."""
    return Text(printable(text), style=style, overflow="fold")


def plain_table(*headings: Any, padding: int = 2) -> Table:
    """Return an empty table without lines, its columns wrapped and never cut off."""
    table = Table(box=None, padding=(0, padding, 0, 0), pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def write_table(console: Console, *parts: Any) -> None:
    """Print tables and texts without blanks at the ends of lines."""
    with console.capture() as captured:
        console.print(*parts, sep="\n")
    sys.stdout.write("\n".join(line.rstrip() for line in captured.get().split("\n")))
