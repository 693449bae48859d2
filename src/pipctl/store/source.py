"""What the reader makes of a file: its text, its data, and where in the text everything stands."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipctl.store.wording import written_span

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
    """Where one node stands, as offsets into the text.

    Attributes:
        start: of the value, in characters from the beginning of the text.
        end: behind it; of a block, the beginning of what follows it.
        key_start: of the key in front of it; -1 for a list item and the whole file.
        key_end: likewise.
        style: empty for plain text, else its quotation mark, `|` or `>`; `[` or `{` for a list or mapping
            in brackets, `-` or `:` for one in block style.
    """

    start: int
    end: int
    key_start: int
    key_end: int
    style: str

    @property
    def is_single(self) -> bool:
        """Whether a single value stands here, no list and no mapping."""
        return self.style not in _COLLECTIONS

    @property
    def is_block(self) -> bool:
        """Whether a list or mapping in block style stands here, which ends where the next thing begins."""
        return self.style in ("-", ":")

    @property
    def is_in_brackets(self) -> bool:
        """Whether a list or mapping in brackets stands here."""
        return self.style in ("[", "{")

    @property
    def has_key(self) -> bool:
        """Whether a key stands in front of it."""
        return self.key_start >= 0


_COLLECTIONS = frozenset("[{-:")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Source:
    """A file as read: nothing about it is lost, and every path has a span.

    Attributes:
        path: the file as the user named it; "-" is standard input.
        text: the decoded text without a byte order mark; empty when the bytes are no UTF-8.
        empty: paths of the keys that have no value.
        faults: why it is no YAML that pipctl reads; then `data` is None.
        has_byte_order_mark: whether the file begins with one.
        sha256: of the bytes, so that a writer can tell whether the file is still the one it read.
    """

    __slots__ = (
        "_data",
        "_line_starts",
        "_lines",
        "_places",
        "empty",
        "faults",
        "has_byte_order_mark",
        "path",
        "sha256",
        "text",
    )

    def __init__(
        self,
        path: str,
        content: bytes,
        text: str,
        data: Any,
        places: Mapping[Path, Place],
        faults: tuple[Fault, ...],
        empty: tuple[Path, ...] = (),
    ) -> None:
        self.path = path
        self.text = text
        self._data = data
        self.faults = faults
        self.empty = empty
        self.has_byte_order_mark = content.startswith(b"\xef\xbb\xbf")
        self.sha256 = hashlib.sha256(content).hexdigest()
        self._places: Mapping[Path, Place] | None = places
        self._lines: list[str] | None = None
        self._line_starts: list[int] | None = None

    @property
    def data(self) -> Any:
        """Mappings, lists, text, int, Decimal, bool; keys without a value are left out."""
        if self._places is None:
            self._known_places()
        return self._data

    def release(self) -> None:
        """Let go of data and places until somebody asks for them: of many files they fill the memory."""
        if not self.faults:
            self._data = self._places = None

    def _known_places(self) -> Mapping[Path, Place]:
        """Return every path and its place; the text is read again where they were let go of."""
        if self._places is None:
            from pipctl.store.reader import read  # which makes sources

            again = read(self.path, self.text.encode())
            self._data, self._places = again.data, dict(again.places())
        return self._places

    @property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        if self._lines is None:
            self._lines = _LINE_END.split(self.text)
        return self._lines

    def place(self, path: Path) -> Place | None:
        """Return where a path stands; None when it does not stand in the file."""
        return self._known_places().get(path)

    def places(self) -> Iterable[tuple[Path, Place]]:
        """Return every path of the file and its place, in reading order."""
        return self._known_places().items()

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of an offset into the text."""
        if "\r" not in self.text:
            return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)
        if self._line_starts is None:
            self._line_starts = [0, *(found.end() for found in _LINE_END.finditer(self.text))]
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def existing(self, path: Path) -> Path:
        """Return the nearest ancestor of a path, or itself, that stands in the file."""
        places = self._known_places()
        while path and path not in places:
            path = path[:-1]
        return path

    def span(self, path: Path, *, on_key: bool = False) -> Span:
        """Return where a finding on a path points; total: any path has an answer.

        A value on one line is pointed at itself, a block by its key, a list item by its first line;
        with `on_key` always the key. The whole file stands for its first key.
        """
        path = self.existing(path)
        place = self.place(path)
        if place is None:
            return Span(1, 1, 1, 1)
        if not path:
            first = next((one for below, one in self.places() if len(below) == 1), None)
            place, on_key = (first, True) if first is not None else (place._replace(end=place.start), on_key)
        if place.has_key and (on_key or not place.is_single):
            return self._between(place.key_start, place.key_end)
        return self._between(place.start, place.end)

    def words_span(self, path: Path, start: int, end: int) -> Span:
        """Return where some words of a text stand, on their first line; else where the whole text stands.

        Args:
            path: of the text.
            start: offset in the text, as data, of the first character of the words.
            end: offset behind the last.
        """
        place, value = self.place(path), self.value(path)
        if place is None or not isinstance(value, str):
            return self.span(path)
        found = written_span(self.text[place.start : place.end], place.style, value, start, end)
        return self._between(place.start + found[0], place.start + found[1]) if found else self.span(path)

    def value(self, path: Path) -> Any:
        """Return the data at a path; None where nothing stands."""
        value = self.data
        try:
            for step in path:
                value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
        return value

    def _between(self, start: int, end: int) -> Span:
        """Clamp to the first line: blocks end at column 1 of the line after them."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        if end_line == line:
            return Span(line, column, line, end_column)
        return Span(line, column, line, max(column, len(self.lines[line - 1].rstrip()) + 1))
