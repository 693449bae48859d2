"""The kinds of single value a plan may hold, each with its reader and its JSON Schema.

A reader takes what the YAML builder made (text, whole number, Decimal, truth value) and returns the
value of the model or raises a `PydanticCustomError` whose type names a sentence in
`texts/<language>/rules/schema.yaml`. Nothing here imports Pydantic itself: `lint` starts without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic_core import PydanticCustomError

Country: TypeAlias = Literal["DK", "SE"]
Language: TypeAlias = Literal["da", "sv", "en"]
Party: TypeAlias = Literal["employee", "manager", "hr", "representative"]

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]\s?([0-9]{1,2})[./-]\s?([0-9]{4})")
_DATE_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ].*")
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_HEX64 = re.compile(r"[0-9a-f]{64}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_COMMA_NUMBER = re.compile(r"-?[0-9]+,[0-9]+")

MOST_DIGITS = 15
"""Significant digits that survive a double, and so RFC 8785."""


MOST_MAGNITUDE = 30
"""Powers of ten that a number may be large or small; beyond that it is a slip of the pen."""


class Interval(NamedTuple):
    """Two days, both included, written `2026-01-01/2026-02-28`."""

    start: date
    end: date


class Scalar:
    """Marks an annotation as one of our own kinds of value and tells Pydantic how to read it."""

    __slots__ = ("json_schema", "read")

    def __init__(self, read: Callable[[Any], object], json_schema: Mapping[str, object]) -> None:
        self.read = read
        self.json_schema = json_schema

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        return {"type": "function-plain", "function": {"type": "no-info", "function": self.read}}

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return dict(self.json_schema)


class OneOrMany:
    """Marks a list that may be written as its only item."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        function = {"type": "no-info", "function": one_as_many}
        return {"type": "function-before", "function": function, "schema": handler(source)}

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        many: dict[str, Any] = handler(schema["schema"])
        return {"anyOf": [many["items"], many]}


class NotEmpty:
    """Marks a list that must have at least one item."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        function = {"type": "no-info", "function": demand_items}
        return {"type": "function-before", "function": function, "schema": handler(source)}

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        found: dict[str, Any] = handler(schema["schema"])
        for form in found.get("anyOf", [found]):
            if form.get("type") == "array":
                form["minItems"] = 1
        return found


class ShorthandText:
    """Marks a mapping that may be written as the text of one of its keys."""

    __slots__ = ("read",)

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self.read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        function = {"type": "no-info", "function": self.read}
        return {"type": "function-before", "function": function, "schema": handler(source)}

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema["schema"])]}


def one_as_many(value: Any) -> Any:
    """Wrap a single text, number or mapping in a list; a list stays as it is."""
    return value if isinstance(value, list) else [value]


def demand_items(value: Any) -> Any:
    """Refuse a list without items."""
    if value in ([], ""):
        raise PydanticCustomError("list-empty", "")
    return value


def text_as_not_met(value: Any) -> Any:
    """Read a plain text under `consequence` as its `not_met`."""
    return {"not_met": value} if isinstance(value, str) else value


def read_text(value: Any) -> str:
    """Return a text; a bare number or truth value must be quoted by the writer."""
    if isinstance(value, str):
        return value.strip()  # as the seal does: white space is no content
    if isinstance(value, (bool, int, Decimal)):
        raise PydanticCustomError("text-unquoted", "{found}", {"found": _shown(value)})
    raise PydanticCustomError("text-expected", "")


def read_filled(value: Any) -> str:
    """Return a text that says something."""
    if text := read_text(value):
        return text
    raise PydanticCustomError("text-expected", "")


def read_day(value: Any) -> date:
    """Return a day written as ISO 8601, quoted or not."""
    if not isinstance(value, str):
        raise PydanticCustomError("day-expected", "")
    written = value.strip()
    if _ISO_DAY.fullmatch(written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise PydanticCustomError("day-impossible", "", {"found": written}) from None
    if day_first := _DAY_FIRST.fullmatch(written):
        try:
            iso = date(int(day_first[3]), int(day_first[2]), int(day_first[1])).isoformat()
        except ValueError:
            raise PydanticCustomError("day-expected", "") from None
        raise PydanticCustomError("day-other-order", "", {"iso": iso})
    if date_time := _DATE_TIME.fullmatch(written):
        raise PydanticCustomError("day-with-time", "", {"iso": date_time[1]})
    raise PydanticCustomError("day-expected", "")


def read_number(value: Any) -> Decimal:
    """Return a number with the decimals it was written with; at most 15 significant digits."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        number = Decimal(value)
        digits = len(number.as_tuple().digits)
        if digits > MOST_DIGITS or abs(number.adjusted()) > MOST_MAGNITUDE:
            raise PydanticCustomError("number-too-long", "", {"most": MOST_DIGITS})
        return number
    if isinstance(value, str) and _COMMA_NUMBER.fullmatch(value.strip()):
        raise PydanticCustomError("number-with-comma", "", {"point": value.strip().replace(",", ".")})
    if isinstance(value, str) and value.strip().removesuffix("%").strip().replace(",", "").isdigit():
        raise PydanticCustomError("number-with-sign", "")
    raise PydanticCustomError("number-expected", "")


def read_whole(value: Any) -> int:
    """Return a whole number from 0 upwards."""
    number = read_number(value)
    if number < 0 or number != int(number):
        raise PydanticCustomError("whole-expected", "")
    return int(number)


def read_count(value: Any) -> int:
    """Return a whole number from 1 upwards."""
    if (whole := read_whole(value)) < 1:
        raise PydanticCustomError("count-expected", "")
    return whole


def read_percent(value: Any) -> Decimal:
    """Return a number from 0 to 100."""
    number = read_number(value)
    if not 0 <= number <= 100:  # noqa: PLR2004 - a percentage ends at 100
        raise PydanticCustomError("percent-range", "")
    return number


def read_truth(value: Any) -> bool:
    """Return `true` or `false`; no other word stands for them."""
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("truth-expected", "")


def read_identifier(value: Any) -> str:
    """Return an id: letters a-z, digits, point, hyphen and underscore, first a letter or digit."""
    if isinstance(value, (bool, int, Decimal)):
        raise PydanticCustomError("text-unquoted", "", {"found": _shown(value)})
    if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
        return value
    raise PydanticCustomError("identifier-expected", "")


def read_digest(value: Any) -> str:
    """Return `sha256:` and 64 lower-case hexadecimal digits."""
    if isinstance(value, str) and _DIGEST.fullmatch(value):
        return value
    raise PydanticCustomError("digest-expected", "")


def read_sha256(value: Any) -> str:
    """Return 64 lower-case hexadecimal digits."""
    if isinstance(value, str) and _HEX64.fullmatch(value):
        return value
    raise PydanticCustomError("sha256-expected", "")


def read_clock(value: Any) -> str:
    """Return a time of day as HH:MM."""
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return value
    raise PydanticCustomError("clock-expected", "")


def read_interval(value: Any) -> Interval:
    """Return two days joined by a slash, the earlier first."""
    if not isinstance(value, str) or value.count("/") != 1:
        raise PydanticCustomError("interval-expected", "")
    start, end = (read_day(part) for part in value.split("/"))
    if end < start:
        raise PydanticCustomError("interval-reversed", "")
    return Interval(start, end)


def read_format(value: Any) -> int:
    """Return the version of the file format, which is 1."""
    if value == 1 and not isinstance(value, bool):
        return 1
    raise PydanticCustomError("format-unknown", "")


def _shown(value: bool | int | Decimal) -> str:  # noqa: FBT001 - the value itself is the subject
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pattern(expression: re.Pattern[str]) -> dict[str, str]:
    return {"type": "string", "pattern": f"^{expression.pattern}$"}


FormatVersion = Annotated[int, Scalar(read_format, {"const": 1})]
Text = Annotated[str, Scalar(read_text, {"type": "string"})]
Filled = Annotated[str, Scalar(read_filled, {"type": "string", "pattern": r"\S"})]
Day = Annotated[date, Scalar(read_day, {"type": "string", "format": "date", **_pattern(_ISO_DAY)})]
Number = Annotated[Decimal, Scalar(read_number, {"type": "number"})]
Whole = Annotated[int, Scalar(read_whole, {"type": "integer", "minimum": 0})]
Count = Annotated[int, Scalar(read_count, {"type": "integer", "minimum": 1})]
Percent = Annotated[Decimal, Scalar(read_percent, {"type": "number", "minimum": 0, "maximum": 100})]
Truth = Annotated[bool, Scalar(read_truth, {"type": "boolean"})]
Identifier = Annotated[str, Scalar(read_identifier, _pattern(_IDENTIFIER))]
Digest = Annotated[str, Scalar(read_digest, _pattern(_DIGEST))]
Sha256 = Annotated[str, Scalar(read_sha256, _pattern(_HEX64))]
Clock = Annotated[str, Scalar(read_clock, {"type": "string", "pattern": f"^({_CLOCK.pattern})$"})]
Period = Annotated[
    Interval, Scalar(read_interval, {"type": "string", "pattern": f"^{_ISO_DAY.pattern}/{_ISO_DAY.pattern}$"})
]
Texts = Annotated[tuple[Text, ...], OneOrMany()]
Identifiers = Annotated[tuple[Identifier, ...], OneOrMany()]
Parties = Annotated[tuple[Party, ...], OneOrMany()]
