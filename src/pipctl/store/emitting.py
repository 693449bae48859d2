"""Values → YAML that our reader reads back as the same values.

Plain where nothing can be mistaken, double-quoted else; sentences never inside brackets, where a comma
divides them (plan-format.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from pipctl.store.reader import is_plain_text

Single: TypeAlias = str | int | bool | Decimal | date
Value: TypeAlias = "Single | Sequence[Value] | Mapping[str, Value]"

_WORD = re.compile(r"[A-Za-z0-9_.-]+")


def scalar(value: Single) -> str:
    """Return one value as YAML on one line, quoted where it would be read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    return value if is_plain_text(value) else quoted(value)


def quoted(text: str) -> str:
    """Return a text in double quotation marks, on one line whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def block(value: Mapping[str, Value], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping in block style, each indented by so many spaces."""
    pad = " " * indent
    for key, one in value.items():
        if isinstance(one, Mapping):
            yield f"{pad}{key}:"
            yield from block(one, indent + 2)
        elif isinstance(one, Sequence) and not isinstance(one, str):
            yield from _list(key, one, pad, indent)
        else:
            yield f"{pad}{key}: {scalar(one)}"


def item(value: Value, indent: int) -> Iterator[str]:
    """Yield the lines of one list item, its hyphen indented by so many spaces."""
    pad = " " * indent
    if isinstance(value, Mapping):
        lines = list(block(value, indent + 2))
        yield f"{pad}- {lines[0].lstrip()}"
        yield from lines[1:]
    elif isinstance(value, Sequence) and not isinstance(value, str):
        raise TypeError(value)
    else:
        yield f"{pad}- {scalar(value)}"


def _list(key: str, values: Sequence[Value], pad: str, indent: int) -> Iterator[str]:
    if all(isinstance(one, str) and _WORD.fullmatch(one) for one in values):
        yield f"{pad}{key}: [{', '.join(scalar(one) for one in values if isinstance(one, str))}]"
        return
    yield f"{pad}{key}:"
    for one in values:
        yield from item(one, indent + 2)
