"""What a person most likely meant where libyaml gave up: `unit: %`, a colon in a text, an open bracket."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from pipctl.store.source import Fault, Span

_CANNOT_START = frozenset("%@`")
_VALUE = re.compile(r"[^,\]}#]*[^,\]}#\s]")
_KEY_ALONE = re.compile(r"\s*(?:- +)*[\w-]+$")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)?([A-Za-z_-]+):[^\s:/]")
_KEYS = ("mapping values are not allowed", "could not find expected ':'", "document start")
"""Words of the parser's problem that come of a key where none can be, or none where one must be."""
_PROBLEMS = (
    ("unexpected ':'", "colon-in-brackets"),
    ("block sequence entries are not allowed", "hyphen-first"),
)
"""Words of the parser's problem → the fault, told where the parser stopped."""
_OPENED = (
    ("anchor", "anchor"),
    ("alias", "alias"),
    ("quoted scalar", "quote-not-closed"),
    ("flow node", "bracket-not-closed"),
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
    problem, context = str(error.problem or ""), str(error.context or "")
    if any(words in problem for words in _KEYS):
        return _misplaced_key(lines, line, column)
    if "cannot start any token" in problem and lines[line][column : column + 1] in _CANNOT_START:
        written = _VALUE.match(lines[line][column:])
        quoted = f'"{written[0] if written else ""}"'
        return Fault("cannot-start", _at(line, column), {"character": lines[line][column], "quoted": quoted})
    for words, kind in _PROBLEMS:
        if words in problem:
            return Fault(kind, _at(line, column), {})
    if "flow" in context and lines[line][column : column + 1] == "?":
        return Fault("question-in-brackets", _at(line, column), {})
    for words, kind in _OPENED:
        if words in context:
            is_empty = words == "flow node" or error.context_mark is None
            return Fault(
                kind, _last_bracket(lines, line, column) if is_empty else _of(error.context_mark), {}
            )
    if "expected key" in problem:
        return _behind_closing(lines, line, column)
    return Fault("indentation" if "block" in context else "other", _at(line, column), {})


def _misplaced_key(lines: list[str], line: int, column: int) -> Fault:
    """Tell apart a colon in a sentence, a key without a space behind its colon, and a wrong indentation."""
    if (fault := _unspaced(lines, line)) is not None:
        return fault
    if _KEY_ALONE.match(lines[line][:column]):
        return Fault("indentation", _at(line, len(lines[line]) - len(lines[line].lstrip())), {})
    is_colon = lines[line][column : column + 1] == ":"
    return Fault("colon-in-text" if is_colon else "other", _at(line, column), {})


def _unspaced(lines: list[str], line: int) -> Fault | None:
    """Return the fault of the line above, where its key has no space behind the colon."""
    above = next((n for n in range(line - 1, -1, -1) if not _is_idle(lines[n])), None)
    if above is not None and (key := _KEY_WITHOUT_SPACE.match(lines[above])) and ": " not in lines[above]:
        return Fault("no-space-after-colon", _at(above, key.end(1)), {"key": key[1]})
    return None


def _behind_closing(lines: list[str], line: int, column: int) -> Fault:
    """Tell a quotation mark that was never closed from text behind one that was."""
    before = lines[line][:column].rstrip()
    if before.endswith(('"', "'")) and before.count(before[-1]) % 2:
        for above in range(line - 1, -1, -1):
            if lines[above].count(before[-1]) % 2:
                return Fault("quote-not-closed", _at(above, lines[above].rindex(before[-1])), {})
    if before.endswith(('"', "'", "]", "}")):
        return Fault("text-after-closing", _at(line, column), {})
    return Fault("indentation", _at(line, column), {})


def _is_idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _of(mark: Any) -> Span:
    return _at(mark.line, mark.column)


def _at(line: int, column: int) -> Span:
    return Span(line + 1, column + 1, line + 1, column + 2)


def _last_bracket(lines: list[str], line: int, column: int) -> Span:
    """Return the last bracket that opened before a place where a value was missing."""
    for number in range(line, -1, -1):
        before = lines[number][:column] if number == line else lines[number]
        found = max(before.rfind("["), before.rfind("{"))
        if found >= 0:
            return _at(number, found)
    return _at(line, column)
