"""`pipctl show`: one plan at a glance."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import Annotated, Any

import typer

from pipctl.actions.glance import Glance, GoalGlance, glance, rounded
from pipctl.cli.choices import one_of
from pipctl.cli.everywhere import Everywhere
from pipctl.cli.opening import open_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FORMATS = ("text", "json")


@app.command(help="One plan at a glance: state, goals, meetings, support, what is next.")
def command(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="PLAN")],
    form: Annotated[str, typer.Option("--format", metavar="text|json")] = "text",
) -> None:
    """Show how a plan stands today."""
    everywhere: Everywhere = context.obj
    one_of("--format", form, _FORMATS)
    opened = open_named(plan, everywhere)
    seen = glance(opened, everywhere.configuration or everywhere.configure([plan]))
    if form == "json":
        sys.stdout.write(json.dumps(_as_data(seen), ensure_ascii=False, indent=2) + "\n")
        return
    from pipctl.cli.glance import write_glance  # rich is slow to load

    write_glance(seen, everywhere, plan)


def _as_data(seen: Glance) -> dict[str, Any]:
    """Return what the contract names, in its order."""
    state = seen.state
    coming = seen.next
    return {
        "plan": state.plan.id,
        "state": state.phase,
        "start": state.plan.period.start.isoformat(),
        "effective_end": state.effective_end.isoformat(),
        "goals": [_goal(one) for one in seen.goals],
        "check_ins": [
            {"id": one.planned.id, "date": one.day.isoformat(), "held": one.held is not None}
            for one, _ in seen.check_ins
        ],
        "support": [{"id": one.support.id, "result": one.result} for one in seen.support],
        "next": {"date": coming.day.isoformat(), "kind": coming.kind} if coming else None,
    }


def _goal(one: GoalGlance) -> dict[str, Any]:
    return {
        "id": one.goal.id,
        "status": one.latest.light if one.latest else None,
        "due": one.due.isoformat() if one.due else None,
        "value": _number(one.measured.value) if one.measured else None,
        "path": _number(rounded(one.path)),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
