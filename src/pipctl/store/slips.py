"""What a person most likely meant where libyaml gave up: `unit: %`, a colon in a text, an open bracket."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from pipctl.store.source import Fault, Span

_CANNOT_START = frozenset("%@`")
_OPENED = (
    ("anchor", "anchor"),
    ("alias", "alias"),
    ("quoted scalar", "quote-not-closed"),
    ("flow", "bracket-not-closed"),
)
"""Words of the parser's context → the fault, which is told where the thing began."""


def explained(error: MarkedYAMLError, text: str) -> Fault:
    """Return the fault behind a parser's error.

    Args:
        error: what libyaml said, with its marks.
        text: the file.
    """
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    character, before = lines[line][column : column + 1], lines[line][:column].rstrip()
    span = Span(line + 1, column + 1, line + 1, column + 2)
    problem, context = str(error.problem or ""), str(error.context or "")
    if "cannot start any token" in problem and character in _CANNOT_START:
        return Fault("cannot-start", span, {"character": character, "quoted": f'"{character}"'})
    if "mapping values are not allowed" in problem or "unexpected ':'" in problem:
        return Fault("colon-in-text", span, {})
    if "flow" in context and character == "?":
        return Fault("question-in-brackets", span, {})
    for words, kind in _OPENED:
        if words in context:
            return Fault(kind, _begun(error.context_mark, span), {})
    if "expected key" in problem and before.endswith(('"', "'", "]", "}")):
        return Fault("text-after-closing", span, {})
    if "block" in context or "could not find expected ':'" in problem:
        return Fault("indentation", span, {})
    return Fault("other", span, {})


def _begun(mark: Any, otherwise: Span) -> Span:
    if mark is None:
        return otherwise
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
