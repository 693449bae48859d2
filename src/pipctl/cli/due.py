"""`pipctl due`: what comes up and what is late."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import typer

from pipctl.actions.overview import Choice, Overview, overview
from pipctl.cli.choices import one_of
from pipctl.cli.everywhere import Everywhere
from pipctl.cli.opening import write_findings
from pipctl.cli.sentences import sentence
from pipctl.errors import Refusal
from pipctl.report.agenda import agenda_csv, agenda_json, agenda_markdown
from pipctl.schedule.workdays import moved
from pipctl.store.texts import filled, load_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FORMATS = ("table", "json", "csv", "md")
_SPAN = re.compile(r"([0-9]{1,6})([dw])", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7}


@app.command(help="What comes up and what is late; a folder means every plan below it.")
def command(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...")] = None,
    within: Annotated[
        str, typer.Option(metavar="14d|2w|all", help="How far ahead, the last day included.")
    ] = "14d",
    who: Annotated[
        str | None, typer.Option(metavar="NAME|REF|PARTY", help="Only what is theirs, such as manager.")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="table|json|csv|md")] = "table",
    *,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is late.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Status 1 when something is late.")] = False,
) -> None:
    """List what is due; what is late is always listed."""
    everywhere: Everywhere = context.obj
    named = list(paths or ())
    configuration = everywhere.configure(named)
    one_of("--format", form, _FORMATS)
    choice = Choice(_days(within), overdue, who)
    seen = overview(named, configuration, choice, today=everywhere.today, language=everywhere.language)
    _write(seen, choice, everywhere, form)
    for broken in seen.broken:
        write_findings(broken, everywhere)
        sys.stderr.write(f"pipctl: {sentence(broken, everywhere.language)}\n")
    if seen.broken:
        raise typer.Exit(2)
    raise typer.Exit(int(exit_code and any(row.overdue for row in seen.rows)))


def _days(written: str) -> int | None:
    if written.casefold() == "all":
        return None
    found = _SPAN.fullmatch(written)
    if found is None:
        raise Refusal("no-such-span", option="--within", written=written)
    return int(found[1]) * _DAYS[found[2].casefold()]


def _write(seen: Overview, choice: Choice, everywhere: Everywhere, form: str) -> None:
    words = load_texts(everywhere.language, "due")
    if not seen.files and not everywhere.is_quiet:
        sys.stderr.write(f"{words['no-plans']}\n")
    if form == "json":
        sys.stdout.write(agenda_json(everywhere.today, seen.rows))
    elif form == "csv":
        sys.stdout.write(agenda_csv(seen.rows))
    elif not seen.rows:
        plans = seen.files - len(seen.broken)
        if plans:
            sys.stdout.write(f"{_empty(plans, choice, everywhere.today, words)}\n")
    elif form == "md":
        sys.stdout.write(agenda_markdown(seen.rows, words))
    else:
        _write_table(seen, everywhere, words)


def _empty(plans: int, choice: Choice, today: date, words: Mapping[str, Any]) -> str:
    """Return the one line that stands for an empty agenda and says what was looked for."""
    texts = words["empty"]
    values: dict[str, object] = {"plans": filled(texts["plans"], {"count": plans})}
    if choice.only_overdue:
        said = filled(texts["overdue"], values)
    elif choice.within is None:
        said = filled(texts["all"], values)
    else:
        said = filled(texts["within"], values | {"day": moved(today, choice.within)})
    if choice.who is None:
        return said
    from pipctl.report.text import printable  # only for what the user typed

    return printable(filled(texts["who"], {"who": choice.who, "sentence": said}))


def _write_table(seen: Overview, everywhere: Everywhere, words: Mapping[str, Any]) -> None:
    from pipctl.cli.agenda import agenda_tables  # rich is slow to load
    from pipctl.cli.tables import console_for, write_table

    console = console_for(everywhere)
    write_table(console, *agenda_tables(seen.rows, words, console))
