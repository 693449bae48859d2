"""Bytes → source in one pass over libyaml's events: plain data and the place of every key and value.

YAML 1.2 without what has no business in a plan: anchors, aliases, tags, merge keys, a second document,
tabs, control and bidirectional characters, deep nesting, large files. Each is refused with its own
sentence and place. What stays is data that neither loses nor invents anything: numbers keep their
decimals, dates stay text, `no` is a word.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import _ruamel_yaml
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from pipctl.store.slips import explained
from pipctl.store.source import Fault, Path, Place, Source, Span

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MOST_BYTES = 1 << 20
MOST_DEPTH = 50

_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_LONGEST_NUMBER = 40
_FIRST_OF_NUMBER = frozenset("-+.0123456789")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_PLAIN = re.compile(r"[^\W_](?:[^\s:#?,\[\]{}\"'\\]| (?=[^\s#]))*")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FORBIDDEN_OR_TAB = re.compile(f"\t|{_FORBIDDEN.pattern}")


class _Refused(Exception):
    def __init__(self, kind: str, span: Span, **values: object) -> None:
        super().__init__(kind)
        self.fault = Fault(kind, span, values)


def read(path: str, content: bytes) -> Source:
    """Read the bytes of one file.

    Args:
        path: how the user named the file, for messages.
        content: the bytes; at most 1 MiB.

    Returns:
        The source; where it has `faults`, its data is None and nothing else may be judged.
    """
    text = ""
    builder = _Builder()
    try:
        text = _decoded(content)
        data = builder.build(text)
    except _Refused as refused:
        return Source(path, content, text, None, {}, (refused.fault,))
    except MarkedYAMLError as error:
        return Source(path, content, text, None, {}, (explained(error, text),))
    if builder.duplicates:
        return Source(path, content, text, None, {}, tuple(builder.duplicates))
    return Source(path, content, text, data, builder.places, (), tuple(builder.empty))


def is_plain_text(text: str) -> bool:
    """Whether a text may stand unquoted anywhere in a plan and is read back as itself."""
    return bool(_PLAIN.fullmatch(text)) and text not in _WORDS and not _DECIMAL.fullmatch(text)


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _Refused("too-large", Span(1, 1, 1, 1), most=MOST_BYTES // 1024)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise _Refused("not-utf8", Span(line, column, line, column + 1)) from None
    text = text.removeprefix("\ufeff")
    if found := _FORBIDDEN_OR_TAB.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        kind = "tab" if found[0] == "\t" else "control-character"
        raise _Refused(kind, Span(line, column, line, column + 1), code=f"U+{ord(found[0]):04X}")
    if not text.strip():
        raise _Refused("empty", Span(1, 1, 1, 1))
    return text


class _Builder:
    """Builds data and places from events; one for each file."""

    def __init__(self) -> None:
        self.places: dict[Path, Place] = {}
        self.duplicates: list[Fault] = []
        self.empty: list[Path] = []
        self._end = 0
        self._text = ""

    def build(self, text: str) -> Any:
        self._text = text
        parser = _ruamel_yaml.CParser(text)
        try:
            self._next = parser.get_event
            self._next()  # the stream begins
            document = self._next()
            if type(document) is StreamEndEvent:
                raise _Refused("empty", Span(1, 1, 1, 1))
            event = self._next()
            data = self._value(event, (), -1, -1, 0)
            self._next()  # the document ends
            after = self._next()
            if type(after) is not StreamEndEvent:
                raise _Refused("second-document", _at(after))
        finally:
            parser.dispose()
        if not isinstance(data, dict):
            raise _Refused("not-a-mapping", _at(event))
        return data

    def _value(self, event: Any, path: Path, key_start: int, key_end: int, depth: int) -> Any:
        kind = type(event)
        if kind is AliasEvent:
            raise _Refused("alias", _at(event))
        if event.anchor is not None or event.ctag is not None:
            raise _Refused("anchor" if event.anchor is not None else "tag", _at(event))
        start = event.start_mark.index
        if kind is ScalarEvent:
            self.places[path] = Place(start, event.end_mark.index, key_start, key_end, event.style or "")
            return _scalar(event)
        if depth >= MOST_DEPTH:
            raise _Refused("too-deep", _at(event), most=MOST_DEPTH)
        is_mapping = kind is MappingStartEvent
        style = ("{" if is_mapping else "[") if event.flow_style else (":" if is_mapping else "-")
        self.places[path] = Place(start, start, key_start, key_end, style)
        data = (self._mapping if is_mapping else self._sequence)(path, depth + 1)
        self.places[path] = Place(start, self._end, key_start, key_end, style)
        return data

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        next_event, places = self._next, self.places  # looked up once: most of a lint is this loop
        while type(event := next_event()) is not MappingEndEvent:
            is_bare = (
                type(event) is ScalarEvent and not event.style and event.anchor is None and event.ctag is None
            )
            name = event.value if is_bare and event.value != "<<" else _key(event)
            below, child = (*path, name), next_event()
            key_start, key_end = event.start_mark.index, event.end_mark.index
            is_twice = below in places
            if is_twice:
                self._report_twice(name, event, places[below])
            if type(child) is ScalarEvent and child.anchor is None and child.ctag is None:
                start, end = child.start_mark.index, child.end_mark.index
                places[below] = Place(start, end, key_start, key_end, child.style or "")
                value = _scalar(child)
            else:
                value = self._value(child, below, key_start, key_end, depth)
            if value is None:
                self.empty.append(below)
            elif not is_twice:
                data[name] = value
        self._end = event.end_mark.index
        return data

    def _report_twice(self, name: str, event: Any, first: Place) -> None:
        """Remember that a key stands twice, with both places."""
        line = self._text.count("\n", 0, first.key_start) + 1
        column = first.key_start - self._text.rfind("\n", 0, first.key_start)
        before = Span(line, column, line, column + first.key_end - first.key_start)
        self.duplicates.append(Fault("duplicate", _at(event), {"key": name}, before))

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        data: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            data.append(self._value(event, (*path, len(data)), -1, -1, depth))
        self._end = event.end_mark.index
        return data


def _key(event: Any) -> str:
    """Return the name of a key, which must be plain or quoted text."""
    if type(event) is not ScalarEvent:
        raise _Refused("alias" if type(event) is AliasEvent else "key-not-text", _at(event))
    if event.anchor is not None or event.ctag is not None:
        raise _Refused("anchor" if event.anchor is not None else "tag", _at(event))
    name: str = event.value
    if event.style:
        _check(name, event)
    elif name == "<<":
        raise _Refused("merge-key", _at(event))
    return name


def _scalar(event: Any) -> str | int | Decimal | bool | None:
    value: str = event.value
    if event.style:
        if event.style == '"':
            _check(value, event)
        return value
    if value in _WORDS:
        return _WORDS[value]
    if value[0] in _FIRST_OF_NUMBER and len(value) <= _LONGEST_NUMBER:
        if _INTEGER.fullmatch(value):
            return int(value)
        if _DECIMAL.fullmatch(value):
            return Decimal(value)
    return value


def _check(value: str, event: Any) -> None:
    """Refuse what a quoted text smuggles in by an escape."""
    if found := _FORBIDDEN_OR_TAB.search(value):
        raise _Refused("control-character", _at(event), code=f"U+{ord(found[0]):04X}")


def _at(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    end_column = end.column if end.line == start.line else start.column + 1
    return Span(start.line + 1, start.column + 1, start.line + 1, end_column + 1)
