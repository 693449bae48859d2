"""Edits as text splices at the places of nodes: only the lines that change differ.

Every edit is read back before it is returned: the data must be what was asked for and nothing else, or the
edit is refused. Comments, quoting, indentation, line ends and a byte order mark stay as they are.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from pipctl.errors import Refusal
from pipctl.store import emitting
from pipctl.store.emitting import Single, Value
from pipctl.store.reader import BYTE_ORDER_MARK, read
from pipctl.store.source import Path, Place, Source


def replace_value(source: Source, path: Path, value: Single) -> bytes:
    """Return the file with the single value at a path replaced.

    Args:
        source: the file as read, without faults.
        path: of a text, number, date or truth value.
        value: what stands there afterwards.

    Raises:
        Refusal: there is no single value at the path, or the edit would change anything else.
    """
    place = source.place(path)
    if place is None or not place.is_single:
        raise Refusal("cannot-edit", path=source.path)
    start, end = place.start, _end_of_value(source, place)
    written = emitting.scalar(value)
    lead = "" if start == 0 or source.text[start - 1].isspace() or source.text[start - 1] in "[{," else " "
    return _checked(source, start, end, lead + written, lambda data: _put(data, path, _as_read(value)))


def append_item(source: Source, path: Path, value: Value) -> bytes:
    """Return the file with one item added at the end of a list.

    Args:
        source: the file as read, without faults.
        path: of the list; a top-level key that is missing or empty is made.
        value: the item.

    Raises:
        Refusal: something else stands at the path, or the edit would change anything else.
    """
    place = source.place(path)
    if place is None and len(path) == 1:
        return _append_key(source, str(path[0]), value)
    if place is None:
        raise Refusal("cannot-edit", path=source.path)
    if place.is_single:
        return _fill_empty(source, path, place, value)
    if place.is_in_brackets:
        return _append_in_brackets(source, path, place, value)
    end = _end_of_content(source, path)
    lines = emitting.item(value, source.position(place.start)[1] - 1)
    return _insert_after(source, path, end, list(lines), value)


def _append_key(source: Source, key: str, value: Value) -> bytes:
    root = source.place(())
    if root is None or root.is_in_brackets:
        raise Refusal("cannot-edit", path=source.path)
    lines = [f"{key}:", *emitting.item(value, 2)]
    return _insert_after(source, (key,), _end_of_content(source, ()), lines, value)


def _fill_empty(source: Source, path: Path, place: Place, value: Value) -> bytes:
    """Fill a key that has no value yet, written `record:` with nothing behind it."""
    if place.end > place.start:
        raise Refusal("cannot-edit", path=source.path)
    indent = source.position(place.key_start)[1] + 1
    return _insert_after(source, path, place.key_end, list(emitting.item(value, indent)), value)


def _append_in_brackets(source: Source, path: Path, place: Place, value: Value) -> bytes:
    """Add to `[…]`; an empty pair of brackets gives way to a list in block style."""
    start, end = place.start, place.end
    has_items = source.place((*path, 0)) is not None
    if not has_items and place.has_key:
        lines = emitting.item(value, source.position(place.key_start)[1] + 1)
        newline = _newline(source)
        block = newline + newline.join(lines)
        return _checked(source, start, end, block, lambda data: _add(data, path, _as_read(value)))
    if not has_items or not isinstance(value, Single):
        raise Refusal("cannot-edit", path=source.path)
    written = emitting.quoted(value) if isinstance(value, str) else emitting.scalar(value)
    last = _end_of_content(source, path)
    return _checked(source, last, last, f", {written}", lambda data: _add(data, path, _as_read(value)))


def _insert_after(source: Source, path: Path, end: int, lines: list[str], value: Value) -> bytes:
    """Insert whole lines behind the line on which an offset lies."""
    newline = _newline(source)
    line_end = source.text.find("\n", max(end - 1, 0) if source.text[end - 1 : end] == "\n" else end)
    if line_end < 0:
        text, start = newline + newline.join(lines), len(source.text)
    else:
        start = line_end + 1
        text = newline.join(lines) + newline
    return _checked(source, start, start, text, lambda data: _add(data, path, _as_read(value)))


def _end_of_content(source: Source, path: Path) -> int:
    """Return the offset behind the last character of content below a path."""
    ends: list[int] = []
    for below, place in source.places():
        if below == path or below[: len(path)] != path:
            continue
        ends.append(place.key_end)
        if not place.is_block:
            ends.append(_end_of_value(source, place))
    return max(ends)


def _end_of_value(source: Source, place: Place) -> int:
    """Return where a value ends; a text in block style without the line ends behind it."""
    if place.style in ("|", ">"):
        return place.start + len(source.text[place.start : place.end].rstrip())
    return place.end


def _checked(source: Source, start: int, end: int, text: str, expect: Callable[[Any], None]) -> bytes:
    """Splice, read back, compare with what was asked for."""
    edited = source.text[:start] + text + source.text[end:]
    expected = copy.deepcopy(source.data)
    expect(expected)
    content = (BYTE_ORDER_MARK if source.has_byte_order_mark else b"") + edited.encode()
    again = read(source.path, content)
    if again.faults or again.data != expected:
        raise Refusal("cannot-edit", path=source.path)
    return content


def _put(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def _add(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    if isinstance(data, dict):
        data.setdefault(path[-1], []).append(value)
    else:
        data[path[-1]].append(value)


def _as_read(value: Any) -> Any:
    """Return a value as the reader returns it: dates are text, tuples lists."""
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_read(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _newline(source: Source) -> str:
    return "\r\n" if "\r\n" in source.text else "\n"
