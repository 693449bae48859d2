"""`pipctl schema`: the JSON Schema of the plan file."""

from __future__ import annotations

import sys

import typer

from pipctl.cli.everywhere import Everywhere
from pipctl.store.resources import resource_folder, schema_name

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help="The JSON Schema of the plan file, its descriptions in the language of --lang.")
def command(context: typer.Context) -> None:
    """Print the stored schema, byte for byte."""
    everywhere: Everywhere = context.obj
    everywhere.configure()
    file = resource_folder("schemas") / schema_name("plan", everywhere.language)
    sys.stdout.write(file.read_text(encoding="utf-8"))
