"""`pipctl lint`: the findings."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pipctl.actions.linting import Linted, lint, lint_staged, selection_of
from pipctl.cli.choices import one_of
from pipctl.cli.everywhere import Everywhere
from pipctl.store.texts import load_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FORMATS = ("text", "json")
_SEVERITY = {"error": 3, "warning": 2, "info": 1}
_FAIL_ON = (*_SEVERITY, "never")


@app.command(help="Find the pitfalls in plans; a folder means every plan below it.")
def command(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...")] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json")] = "text",
    select: Annotated[list[str] | None, typer.Option(metavar="CODES", help="Only these rules.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="Not these rules.")] = None,
    fail_on: Annotated[str | None, typer.Option(metavar="error|warning|info|never")] = None,
    *,
    staged: Annotated[bool, typer.Option("--staged", help="What git is about to commit.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="How often each rule.")] = False,
    no_source: Annotated[bool, typer.Option("--no-source", help="No lines of the plan.")] = False,
) -> None:
    """Judge plans and say what was found; the status is 1 at or above --fail-on."""
    everywhere: Everywhere = context.obj
    named = list(paths or ())
    configuration = everywhere.configure(named)
    one_of("--format", form, _FORMATS)
    threshold = fail_on or configuration.policy.fail_on or "error"
    one_of("--fail-on", threshold, _FAIL_ON)
    today, language = everywhere.today, everywhere.language
    if staged:
        linted = lint_staged(named, configuration, select or (), ignore or (), today=today, language=language)
    else:
        selection = selection_of(configuration, select or (), ignore or ())
        linted = lint(named, configuration, selection, today=today, language=language)
    _write(linted, everywhere, form, with_statistics=statistics, with_source=not no_source)
    raise typer.Exit(_status(linted, threshold))


def _write(
    linted: Linted, everywhere: Everywhere, form: str, *, with_statistics: bool, with_source: bool
) -> None:
    run = linted.run
    if not run.files and not everywhere.is_quiet:
        sys.stderr.write(f"{load_texts(everywhere.language, 'report')['no-plans']}\n")
    for crash in run.crashes:
        sys.stderr.write(crash.trace)
    if form == "json":
        from pipctl.report.json import report_json

        sys.stdout.write(report_json(run))
        return
    from pipctl.report import text

    sources = linted.sources if with_source else {}
    report = text.TextReport(everywhere.language, colored=everywhere.is_colored(), sources=sources)
    if with_statistics:
        sys.stdout.write(text.statistics(run))
    else:
        in_full = everywhere.is_verbose
        sys.stdout.write(report.write(run, with_summary=not everywhere.is_quiet, in_full=in_full))
    if everywhere.is_verbose and run.ignored:
        sys.stdout.write(report.write_ignored(run))


def _status(linted: Linted, threshold: str) -> int:
    if linted.run.crashes:
        return 2
    least = _SEVERITY.get(threshold, len(_SEVERITY) + 1)
    return int(any(_SEVERITY[one.level] >= least for one in linted.run.findings))
