"""`pipctl new`: a new plan, by flags or question by question."""

from __future__ import annotations

import shlex
import sys
from typing import Annotated

import typer

from pipctl.actions.destination import NOWHERE, Destination, destination
from pipctl.actions.new_plan import Answers, NewPlan
from pipctl.actions.scaffold import meetings_of, scaffold
from pipctl.cli.everywhere import Everywhere
from pipctl.cli.flags import Flags, answers_from, demand_enough, id_from
from pipctl.errors import Refusal
from pipctl.report.text import printable
from pipctl.store.texts import filled, load_texts
from pipctl.store.writing import create

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_INTERRUPTED = 130

_Text = Annotated[str | None, typer.Option(metavar="TEXT")]
_Day = Annotated[str | None, typer.Option(metavar="DATE")]
_Count = Annotated[str | None, typer.Option(metavar="N")]


@app.command(help="A new plan, by flags or question by question in the plan's language.")
def command(
    context: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="Default plans/<id>.yaml.")] = None,
    plan_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Default the next free YYYY-NNN.")
    ] = None,
    plan_language: Annotated[str | None, typer.Option(metavar="da|sv|en")] = None,
    country: Annotated[str | None, typer.Option(metavar="DK|SE")] = None,
    category: Annotated[list[str] | None, typer.Option(metavar="results|behavior|quality")] = None,
    employee: _Text = None,
    role: _Text = None,
    department: _Text = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day of employment.")] = None,
    manager: _Text = None,
    manager_role: _Text = None,
    hr: _Text = None,
    start: _Day = None,
    end: _Day = None,
    weeks: _Count = None,
    days: _Count = None,
    rhythm: Annotated[str | None, typer.Option(metavar="weekly|biweekly|monthly")] = None,
    *,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
) -> None:
    """Write the file of a new plan; what is not given stands in it as a place to fill in."""
    flags = Flags(
        plan_id=plan_id, language=plan_language, country=country, category=tuple(category or ()),
        employee=employee, role=role, department=department, since=since, manager=manager,
        manager_role=manager_role, hr=hr, start=start, end=end, weeks=weeks, days=days, rhythm=rhythm,
    )  # fmt: skip
    everywhere: Everywhere = context.obj
    configuration = everywhere.configure([file] if file else [])
    answers = answers_from(flags, configuration.policy)
    place = destination(file, id_from(flags), configuration)
    if no_input or not (sys.stdin.isatty() and sys.stderr.isatty()):
        demand_enough(answers)
        _write(place.plan(answers), everywhere)
        return
    request = _asked(answers, place, everywhere)
    try:
        _write(request, everywhere)
    except Refusal:
        # Whoever has answered thirty questions must not lose the answers to a full disk.
        sys.stdout.write(scaffold(request))
        raise


def _asked(answers: Answers, place: Destination, everywhere: Everywhere) -> NewPlan:
    """Return the plan as talked through; whoever breaks the talk off, by Ctrl-C or an answer, gets none.

    Raises:
        typer.Exit: with 130, nothing being written.
    """
    from pipctl.cli.interview import Stopped, interview  # rich, for people only

    try:
        return interview(answers, place, everywhere)
    except (KeyboardInterrupt, EOFError, Stopped):
        sys.stderr.write(f"\n{load_texts(everywhere.language, 'new')['stopped']}\n")
        raise typer.Exit(_INTERRUPTED) from None


def _write(request: NewPlan, everywhere: Everywhere) -> None:
    content = scaffold(request).encode()
    if request.path == NOWHERE:
        sys.stdout.buffer.write(content)
        return
    create(request.path, content)
    if not everywhere.is_quiet:
        values = {
            "path": request.path,
            "command": f"pipctl lint {shlex.quote(request.path)}",
            "id": request.id,
            "start": request.start,
            "end": request.last_day,
            "count": len(meetings_of(request)),
        }
        made = load_texts(everywhere.language, "new")["made"]
        sys.stderr.write(f"{printable(filled(made, values))}\n")
