"""What the reader makes of a file: its text, its data, and where in the text everything stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Path = tuple[str | int, ...]


class Span(NamedTuple):
    """A stretch of text; lines and columns count from 1, columns in characters, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


class Fault(NamedTuple):
    """Why a file cannot be read, at one place.

    Attributes:
        kind: names the sentence in `texts/<language>/rules/yaml.yaml`.
        span: where it is wrong.
        values: what the sentence is filled with.
        related: the other place, where two places contradict each other.
    """

    kind: str
    span: Span
    values: Mapping[str, object]
    related: Span | None = None


class Place(NamedTuple):
    """One node of the file: the events that bound it and, in a mapping, the event of its key."""

    start: Any
    end: Any
    key: Any


class Source:
    """A file as read: nothing about it is lost, and every path has a span.

    Attributes:
        path: the file as the user named it; "-" is standard input.
        text: the decoded text without a byte order mark; empty when the bytes are no UTF-8.
        data: mappings, lists, text, int, Decimal, bool; keys without a value are left out.
        faults: why it is no YAML that pipctl reads; then `data` is None.
        has_byte_order_mark: whether the file begins with one.
        sha256: of the bytes, so that a writer can tell whether the file is still the one it read.
    """

    __slots__ = ("_lines", "data", "faults", "has_byte_order_mark", "path", "places", "sha256", "text")

    def __init__(
        self,
        path: str,
        content: bytes,
        text: str,
        data: Any,
        places: Mapping[Path, Place],
        faults: tuple[Fault, ...],
    ) -> None:
        self.path = path
        self.text = text
        self.data = data
        self.places = places
        self.faults = faults
        self.has_byte_order_mark = content.startswith(b"\xef\xbb\xbf")
        self.sha256 = hashlib.sha256(content).hexdigest()
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        if self._lines is None:
            self._lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._lines

    def existing(self, path: Path) -> Path:
        """Return the nearest ancestor of a path, or itself, that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return path

    def span(self, path: Path, *, on_key: bool = False) -> Span:
        """Return where a finding on a path points; total: any path has an answer.

        A value on one line is pointed at itself, a block by its key, a list item by its first line;
        with `on_key` always the key. The whole file stands for its first key.
        """
        path = self.existing(path)
        place = self.places.get(path)
        if place is None:
            return Span(1, 1, 1, 1)
        if not path:
            return self._first_key(place)
        is_block = place.start is not place.end
        if place.key is not None and (is_block or on_key):
            return self._between(place.key.start_mark, place.key.end_mark)
        return self._between(place.start.start_mark, place.end.end_mark)

    def key_paths(self) -> Iterator[Path]:
        """Yield every path of the file in reading order."""
        yield from self.places

    def _first_key(self, place: Place) -> Span:
        first = next((other for path, other in self.places.items() if len(path) == 1), None)
        if first is None:
            return self._between(place.start.start_mark, place.start.start_mark)
        bound = first.key or first.start
        return self._between(bound.start_mark, bound.end_mark)

    def _between(self, start: Any, end: Any) -> Span:
        """Clamp to the first line: blocks end at column 1 of the line after them."""
        line, column = start.line + 1, start.column + 1
        if end.line == start.line:
            return Span(line, column, line, end.column + 1)
        last = self.lines[start.line] if start.line < len(self.lines) else ""
        return Span(line, column, line, max(column, len(last.rstrip()) + 1))
