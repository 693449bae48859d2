"""`pipctl rules`: the catalogue of rules."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from shutil import get_terminal_size
from typing import Annotated

import typer

from pipctl.actions.explaining import DocumentedRule, documented_rules
from pipctl.cli.choices import one_of
from pipctl.cli.everywhere import Everywhere
from pipctl.lint.documentation import why_never_ignored
from pipctl.lint.rule import Rule
from pipctl.model.scalars import Language
from pipctl.store.texts import load_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False)

WIDTH = 80
"""Columns where there is no terminal, and the fewest that are written for."""
_NARROWEST_BESIDE = 50
"""Columns that a sentence needs beside the names of the rules; with fewer it stands below."""


@app.command(help="The catalogue of rules.")
def command(
    context: typer.Context,
    form: Annotated[str, typer.Option("--format", metavar="text|json")] = "text",
) -> None:
    """List every rule in the order of the catalogue."""
    everywhere: Everywhere = context.obj
    everywhere.configure()
    one_of("--format", form, ("text", "json"))
    rules = documented_rules(everywhere.language)
    if form == "json":
        catalogue = {"version": 1, "rules": [_entry(one) for one in rules]}
        sys.stdout.write(json.dumps(catalogue, ensure_ascii=False, indent=2) + "\n")
    else:
        width = max(get_terminal_size().columns, WIDTH)
        sys.stdout.write("\n".join(_table(rules, everywhere.language, width)) + "\n")


def level_of(rule: Rule, language: Language) -> str:
    """Return the level of a rule and the one it rises to, in words."""
    levels = load_texts(language, "report")["levels"]
    higher = f" → {levels[rule.escalation.level]}" if rule.escalation else ""
    return f"{levels[rule.level]}{higher}"


def _entry(one: DocumentedRule) -> dict[str, object]:
    rule = one.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level,
        "escalates": rule.escalation._asdict() if rule.escalation else None,
        "reads": list(rule.reads),
        "limits": {name: int(value) for name, value in rule.limits.items()},
        "basis": rule.basis,
        "scope": rule.scope.value,
        "ignorable": not why_never_ignored(rule, "en"),
        "aliases": list(rule.aliases),
        "summary": one.said.summary,
    }


def _table(rules: tuple[DocumentedRule, ...], language: Language, width: int) -> Iterator[str]:
    """Yield the lines of a table; a blank line stands between families.

    What a rule finds stands below its name, or beside it where the terminal has room for both.
    """
    words = load_texts(language, "explain")["rules"]
    levels = [level_of(one.rule, language) for one in rules]
    wide = max(map(len, (*levels, words["level"])))
    reads = max(len(words["reads"]), 2)
    names = max(len(one.rule.name) for one in rules)
    before_name = 4 + 2 + wide + 2 + reads + 2
    is_beside = width >= before_name + names + 2 + _NARROWEST_BESIDE
    margin = " " * (before_name + (names + 2) * is_beside)
    yield f"{words['code']:<4}  {words['level']:<{wide}}  {words['reads']:<{reads}}  {words['name']}".rstrip()
    family = ""
    for one, level in zip(rules, levels, strict=True):
        if one.rule.code[:2] != family:
            family = one.rule.code[:2]
            yield ""
        row = f"{one.rule.code}  {level:<{wide}}  {one.rule.reads:<{reads}}  {one.rule.name}"
        found = textwrap.wrap(one.said.summary, width - len(margin))
        if is_beside:
            yield f"{row:<{len(margin)}}{found.pop(0)}"
        else:
            yield row
        yield from (margin + line for line in found)
    yield ""
    yield from textwrap.wrap(words["legend"], width)
