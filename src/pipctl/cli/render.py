"""`pipctl render`: the document to sign."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from pipctl.cli.choices import one_of
from pipctl.cli.everywhere import Everywhere
from pipctl.cli.opening import open_named
from pipctl.errors import Refusal
from pipctl.report.text import printable
from pipctl.store.texts import filled, load_texts
from pipctl.store.writing import overwrite

app = typer.Typer(rich_markup_mode=None, add_completion=False)

STANDARD_OUTPUT = "-"
_Form = Literal["pdf", "html"]
_DOCUMENTS = ("plan",)
_ENDINGS = {".pdf": "pdf", ".html": "html", ".htm": "html", ".docx": "docx", ".md": "md"}
"""Endings that ask for a format; one that pipctl cannot write yet is refused, not filled with a PDF."""
_LATEST = 253402300799
"""The last second of the year 9999."""


@app.command(help="The document to sign, as PDF or HTML, in the plan's language.")
def command(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(metavar="PLAN")],
    document: Annotated[str, typer.Option(metavar="plan")] = "plan",
    to: Annotated[
        str | None, typer.Option(metavar="pdf|html", help="Default by the ending of -o, else pdf.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|-", help="Default <id>-plan.<to>.")
    ] = None,
) -> None:
    """Write the document of a plan to a file or to standard output."""
    everywhere: Everywhere = context.obj
    one_of("--document", document, _DOCUMENTS)
    form = _form(to, output)
    epoch = _epoch(os.environ.get("SOURCE_DATE_EPOCH"))
    _demand_another_file(plan, output)
    opened = open_named(plan, everywhere)
    from pipctl.actions.publishing import publish_plan  # jinja2 and typst, once all is well

    configuration = everywhere.configuration or everywhere.configure([plan])
    published = publish_plan(opened, configuration, form, epoch)
    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(published.content)
        return
    path = output or published.name
    overwrite(path, published.content)
    if not everywhere.is_quiet:
        written = load_texts(everywhere.language, "render")["written"]
        sys.stderr.write(f"{printable(filled(written, {'path': path}))}\n")


def _form(to: str | None, output: str | None) -> _Form:
    """Return the format: as asked for, else by the ending of the output, else PDF."""
    written = to or _ENDINGS.get(Path(output or "").suffix.casefold(), "pdf")
    if written not in get_args(_Form):
        option, shown = ("--to", to) if to else ("-o", output)
        raise Refusal("no-such-choice", option=option, written=shown, accepted=get_args(_Form))
    return "html" if written == "html" else "pdf"


def _epoch(written: str | None) -> int | None:
    """Return the seconds of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    if not written:
        return None
    if not (written.isascii() and written.isdigit()) or int(written) > _LATEST:
        raise Refusal("no-such-epoch", written=written)
    return int(written)


def _demand_another_file(plan: str, output: str | None) -> None:
    """Refuse to overwrite the plan with its own document."""
    if output is None or output == STANDARD_OUTPUT or not (Path(output).exists() and Path(plan).exists()):
        return
    if Path(output).samefile(plan):
        raise Refusal("output-is-the-plan", path=output)
