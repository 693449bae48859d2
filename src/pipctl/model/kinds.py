"""The kinds of value by name, and which of them a JSON Schema describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pipctl.model.scalars import (
    Clock,
    Count,
    Day,
    Digest,
    FormatVersion,
    Identifier,
    Number,
    Percent,
    Period,
    Scalar,
    Sha256,
    Text,
    Truth,
    Whole,
)

_CONSTRAINTS = ("const", "pattern", "minimum", "maximum")


def _schema(kind: Any) -> Mapping[str, Any]:
    scalar = get_args(kind)[1]
    if not isinstance(scalar, Scalar):
        raise TypeError(kind)
    return scalar.json_schema


KINDS: Mapping[str, Mapping[str, Any]] = {
    "format": _schema(FormatVersion),
    "day": _schema(Day),
    "interval": _schema(Period),
    "clock": _schema(Clock),
    "identifier": _schema(Identifier),
    "digest": _schema(Digest),
    "sha256": _schema(Sha256),
    "text": _schema(Text),
    "percent": _schema(Percent),
    "count": _schema(Count),
    "whole": _schema(Whole),
    "number": _schema(Number),
    "truth": _schema(Truth),
}
"""Every kind of single value with its JSON Schema."""


def kind_of(schema: Mapping[str, Any]) -> str | None:
    """Return the name of the kind that a JSON Schema describes; None for a choice, a list or a mapping.

    Args:
        schema: may also accept nothing (`null`), a list of the same or a mapping, and say more in words.
    """
    if "enum" in schema:
        return None
    for name, one in KINDS.items():
        same = all(schema.get(constraint) == one.get(constraint) for constraint in _CONSTRAINTS)
        if same and _type(schema.get("type")) == one.get("type"):
            return name
    return None


def _type(written: str | list[str] | None) -> str | None:
    """Return the first of several types: the others are a list, a mapping or nothing."""
    return written[0] if isinstance(written, list) else written
