"""Ignore comments: `# pipctl: ignore[GO02,KP01] reason` (rules.md, "Ignoring")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipctl.store.source import Path, Source, Span

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*pipctl:\s*ignore\[([^\]]*)\]\s*(.*?)\s*$")
_NOWHERE: Path = ("#",)
"""What a comment covers behind which nothing begins; no key can be a comment."""
_CANNOT = ("YM", "SC", "IG", "IN", "DR")


def cannot_be_ignored(code: str) -> bool:
    """Whether a rule speaks of what no reason excuses: a broken file, a changed agreement, an identity."""
    return code.startswith(_CANNOT) or code == "PV01"


class Suppression:
    """One ignore comment.

    Attributes:
        names: the codes or names as written.
        reason: why; without one nothing is ignored.
        path: everything at and below it is covered; () is the whole file.
        span: of the comment.
        used: the names that silenced something.
    """

    __slots__ = ("names", "path", "reason", "span", "used")

    def __init__(self, names: tuple[str, ...], reason: str, path: Path, span: Span) -> None:
        self.names = names
        self.reason = reason
        self.path = path
        self.span = span
        self.used: set[str] = set()

    def covers(self, names: Iterable[str], path: Path) -> bool:
        """Whether a finding of a rule, by any of its names, at a path is silenced; remembers that it was."""
        if not self.reason or path[: len(self.path)] != self.path:
            return False
        hits = self.used_by(names)
        self.used.update(hits)
        return bool(hits)

    def used_by(self, names: Iterable[str]) -> set[str]:
        """Return those of the names as written that stand for a rule."""
        return set(self.names).intersection(names)


class Ignored(NamedTuple):
    """What the rules on ignoring are given: the comments of a file and the names of all rules."""

    suppressions: tuple[Suppression, ...]
    known: frozenset[str]
    judged: frozenset[str]


def suppressions_in(source: Source) -> tuple[Suppression, ...]:
    """Return the ignore comments of a file, each with what it covers."""
    if "ignore[" not in source.text:
        return ()
    starts = _starts(source)
    inside = _lines_inside_text(source)
    found: list[Suppression] = []
    for number, line in enumerate(source.lines, start=1):
        comment = _COMMENT.search(line)
        if comment is None or number in inside or _is_quoted(source, number, comment.start() + 1):
            continue
        is_alone = not line[: comment.start()].strip()
        if is_alone and (not starts or number < min(starts)):
            path: Path | None = ()
        else:
            path = starts.get(_next_line(source, number) if is_alone else number)
        names = tuple(_code(name.strip()) for name in comment[1].split(",") if name.strip())
        span = Span(number, comment.start() + 1, number, len(line) + 1)
        found.append(Suppression(names, comment[2], _NOWHERE if path is None else path, span))
    return tuple(found)


def _code(name: str) -> str:
    """Return a code in capitals, as it may be written small everywhere else; a rule's name as it is."""
    return name.upper() if name[-2:].isdigit() else name


def _starts(source: Source) -> dict[int, Path]:
    """Map each line to the outermost key or list item that begins on it."""
    starts: dict[int, Path] = {}
    for path, place in source.places():
        if path:
            line, _ = source.position(place.key_start if place.has_key else place.start)
            if line not in starts or len(path) < len(starts[line]):
                starts[line] = path
    return starts


def _next_line(source: Source, number: int) -> int:
    """Return the next line that is neither blank nor a comment."""
    for after in range(number, len(source.lines)):
        line = source.lines[after].strip()
        if line and not line.startswith("#"):
            return after + 1
    return 0


def _lines_inside_text(source: Source) -> set[int]:
    """Return the lines that lie inside a text of several lines, where `#` is no comment."""
    inside: set[int] = set()
    for _, place in source.places():
        if place.is_single and place.style:
            first, (last, column) = source.position(place.start)[0], source.position(place.end)
            inside.update(range(first + 1, last + (column > 1)))
    return inside


def _is_quoted(source: Source, line: int, column: int) -> bool:
    """Whether a column lies inside a quoted text that begins and ends on the line."""
    for _, place in source.places():
        if place.is_single and place.style:
            start, end = source.position(place.start), source.position(place.end)
            if start < (line, column) < end and end[0] == line:
                return True
    return False
