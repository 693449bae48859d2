"""Publish a plan: opened plan → document → the bytes of a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any, Literal, NamedTuple

from pipctl.actions.opening import Opened
from pipctl.document.composing import compose_plan
from pipctl.document.html import render_html
from pipctl.document.pdf import NoGlyph, render_pdf
from pipctl.errors import Refusal
from pipctl.model.seal import digest
from pipctl.model.state import State
from pipctl.store.configuration import Configuration
from pipctl.store.source import Path, Source

Form = Literal["pdf", "html"]


class Published(NamedTuple):
    """A document ready to be written.

    Attributes:
        name: of the file where the user names none: `<id>-<document>.<form>`.
        content: of the file.
    """

    name: str
    content: bytes


def publish_plan(opened: Opened, configuration: Configuration, form: Form, epoch: int | None) -> Published:
    """Make the document of a plan, in the plan's language.

    Args:
        opened: the plan on the day it is looked at.
        configuration: whose policy says how documents of the workplace look.
        form: what to make.
        epoch: seconds since 1970 to give as the time of making; None for the day of the last entry of
            the record, else the start, so that the same plan gives the same bytes.

    Raises:
        Refusal: a character cannot be shown, or the workplace's color is none.
    """
    try:
        document = compose_plan(opened.state, configuration.policy, digest(opened.source.data))
    except Refusal as refusal:
        raise configuration.refuse_at(("document", "color"), refusal) from None
    name = f"{opened.plan.id}-plan.{form}"
    if form == "html":
        return Published(name, render_html(document))
    timestamp = epoch if epoch is not None else _day_of_making(opened.state)
    try:
        return Published(name, render_pdf(document, timestamp))
    except NoGlyph as missing:
        raise _refused(missing, opened.source, configuration.source) from None


def _day_of_making(state: State) -> int:
    """Return midnight of the last entry's day, else of the start, in seconds since 1970."""
    day = state.entries[-1][1].date if state.entries else state.plan.period.start
    return max(0, int(datetime.combine(day, time(), UTC).timestamp()))


def _refused(missing: NoGlyph, plan: Source, policy: Source | None) -> Refusal:
    """Return the refusal that names the place of a character: in the plan, else in the policy."""
    places = [
        (source, path)
        for source in (plan, policy)
        if source is not None
        for path, text in _texts(source.data, ())
        if missing.character in text and text.strip() in missing.text
    ]
    source, path = places[0] if places else (plan, ())
    line, column = _exact(source, path, missing.character)
    code = f"U+{ord(missing.character):04X}"
    return Refusal(
        "no-glyph", path=source.path, line=line, column=column, character=missing.character, code=code
    )


def _exact(source: Source, path: Path, character: str) -> tuple[int, int]:
    """Return the line and column of a character in the value at a path, counted from 1.

    A text over many lines is searched from where it begins; a character written as an escape is nowhere
    to be seen, and the value itself is the place.
    """
    span = source.span(path)
    for number, line in enumerate(source.lines[span.line - 1 :], span.line):
        if (column := line.find(character, span.column - 1 if number == span.line else 0)) >= 0:
            return number, column + 1
    return span.line, span.column


def _texts(node: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*path, index))
