"""`pipctl explain`: one rule, or one key of the file, in full."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer

from pipctl.actions.explaining import DocumentedKey, DocumentedRule, Explained, explain
from pipctl.cli.everywhere import Everywhere
from pipctl.lint.documentation import basis_in_words, level_in_words, why_never_ignored
from pipctl.lint.rule import Rule
from pipctl.model.scalars import Language
from pipctl.store.keys import Key
from pipctl.store.texts import filled, load_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False)

WIDTH = 80


@app.command(help="One rule, by its code or name, or one key of the file, in full.")
def command(context: typer.Context, topic: Annotated[str, typer.Argument(metavar="CODE|NAME|KEY")]) -> None:
    """Say what a rule finds and why, or what belongs under a key."""
    everywhere: Everywhere = context.obj
    everywhere.configure()
    explained = explain(topic, everywhere.language)
    lines = Explanation(everywhere.language).lines(explained)
    sys.stdout.write("\n".join(lines) + "\n")


class Explanation:
    """Writes explanations in one language, no wider than 80 columns."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: Mapping[str, Any] = load_texts(language, "explain")

    def lines(self, explained: Explained) -> Iterator[str]:
        """Yield what is said of a rule, else of every place of a key."""
        if explained.rule is not None:
            yield from self._rule(explained.rule)
            for one in explained.keys:
                yield from ("", filled(self.words["rule"]["key-too"], {"key": one.places[0]}))
            return
        for index, one in enumerate(explained.keys):
            yield from [""] * bool(index)
            yield from self._key(one)

    def _rule(self, documented: DocumentedRule) -> Iterator[str]:
        rule, said, words = documented.rule, documented.said, self.words["rule"]
        yield f"{rule.code} {rule.name}"
        yield from textwrap.wrap(f"{said.summary}.", WIDTH)
        yield from ("", *textwrap.wrap(level_in_words(rule, self.language), WIDTH))
        if said.why:
            yield from ("", words["why"])
        for index, paragraph in enumerate(said.why):
            yield from [""] * bool(index)
            yield from _indented(paragraph)
        if said.bad and "T" in rule.reads and self.language != "da":
            yield from ("", words["in-danish"])
        for heading, examples in ((words["bad"], said.bad), (words["good"], said.good)):
            for example in examples:
                yield from ("", heading, *textwrap.indent(example.rstrip(), "    ").split("\n"))
        if rule.limits:
            yield from ("", words["limits"], *_indented(words["limits-help"]), "    limits:")
            yield from (f"      {name}: {value}" for name, value in rule.limits.items())
        yield from ("", *self._ignoring(rule))
        if basis := basis_in_words(rule, self.language):
            yield from ("", *textwrap.wrap(basis, WIDTH))

    def _ignoring(self, rule: Rule) -> Iterator[str]:
        words = self.words["rule"]
        if never := why_never_ignored(rule, self.language):
            yield never
        else:
            yield from (words["ignore"], *_indented(words["ignore-help"]))
            yield f"    # pipctl: ignore[{rule.code}] {words['ignore-reason']}"

    def _key(self, documented: DocumentedKey) -> Iterator[str]:
        key, words = documented.key, self.words["key"]
        places = ", ".join(documented.places)
        if key.kind == "event":
            places = filled(words["event"], {"event": places})
        yield from textwrap.wrap(f"{places}: {key.title}", WIDTH)
        yield from textwrap.wrap(key.description, WIDTH)
        if key.kind != "event":
            yield ""
            yield from textwrap.wrap(filled(words["value"], {"value": self._value(key)}), WIDTH)
            yield self._need(key)
        if key.choices:
            yield from ("", words["choices"], *_columns(key.choices))
        for heading, below in _below(key):
            yield from ("", words[heading], *_columns(below))
        if key.kind == "event":
            yield from ("", *textwrap.wrap(words["every-event"], WIDTH))
        if documented.rules:
            names = [(rule.code, rule.name) for rule in documented.rules]
            yield from ("", words["rules"], *_columns(names))

    def _value(self, key: Key) -> str:
        kind = self.words["kinds"][key.kind]
        form = "text-or-keys" if key.takes_mapping else key.form
        return filled(self.words["forms"][form], {"kind": kind})

    def _need(self, key: Key) -> str:
        words = self.words["key"]
        if key.one_of:
            return filled(words["one-of"], {"keys": key.one_of})
        return str(words["required"] if key.is_required else words["optional"])


def _below(key: Key) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the keys in a key, and the events in the record, each list with its heading."""
    keys = [(one.path[-1] + "*" * one.is_required, one.title) for one in key.inside if one.kind != "event"]
    events = [(one.path[-1], one.title) for one in key.inside if one.kind == "event"]
    yield from ((heading, listed) for heading, listed in (("inside", keys), ("events", events)) if listed)


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _columns(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield two columns, the second wrapped below itself."""
    wide = max(len(name) for name, _ in rows)
    for name, meaning in rows:
        margin = " " * (wide + 4)
        yield from textwrap.wrap(
            meaning, WIDTH, initial_indent=f"  {name:<{wide}}  ", subsequent_indent=margin
        )
