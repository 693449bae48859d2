"""`pipctl digest`: the digest of the agreement as it reads now."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pipctl.cli.opening import open_named
from pipctl.model.seal import digest

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help="The digest of the agreement as it reads now, alone on standard output.")
def command(context: typer.Context, plan: Annotated[str, typer.Argument(metavar="PLAN")]) -> None:
    """Print the digest that a signature given now would bear."""
    opened = open_named(plan, context.obj)
    sys.stdout.write(digest(opened.source.data) + "\n")
