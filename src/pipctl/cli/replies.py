"""What people type at a terminal → text, days, numbers, lengths; or why it will not do."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from pipctl.actions.scaffold import unreadable_in
from pipctl.cli.asking import Misunderstood
from pipctl.model.scalars import read_day as read_iso_day
from pipctl.model.scalars import read_number as read_decimal

_WEEKS = re.compile(r"([0-9]{1,4})\s*(?:u|uge|uger|v|vecka|veckor|w|week|weeks)\.?", re.IGNORECASE)
_DAYS = re.compile(r"([0-9]{1,5})\s*(?:d|dag|dage|dagar|day|days)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})")
_GROUPED = re.compile("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_SIGN = re.compile(r"\s*(?:%|pct\.?|procent|percent)$", re.IGNORECASE)


class Length(NamedTuple):
    """How long a plan runs, in the words of the file: one of the three is set."""

    end: date | None = None
    weeks: int | None = None
    days: int | None = None


def read_text(answer: str) -> str:
    """Read a text that a plan can hold."""
    if code := unreadable_in(answer):
        raise Misunderstood("unreadable", code=code)
    return answer


def read_day(answer: str) -> date:
    """Read a day; one written in the order of daily life is shown as the file has it."""
    try:
        return read_iso_day(answer)
    except PydanticCustomError as error:
        if error.type == "day-other-order":
            raise Misunderstood("day-other-order", iso=(error.context or {})["iso"]) from None
        if error.type == "day-impossible":
            raise Misunderstood("day-impossible", found=answer) from None
        raise Misunderstood("day") from None


def read_number(answer: str) -> Decimal:
    """Read a number with a decimal comma or point; a percent sign behind it is passed over."""
    written = _GROUPED.sub("", _SIGN.sub("", answer))
    if thousands := _THOUSANDS.fullmatch(written):
        whole, rest = thousands[1], thousands[2]
        decimal = f"{whole},{rest.rstrip('0') or '0'}"
        raise Misunderstood("number-thousands", written=written, whole=whole + rest, decimal=decimal)
    if not _NUMBER.fullmatch(written):
        raise Misunderstood("number")
    try:
        return read_decimal(Decimal(written.replace(",", ".")))
    except PydanticCustomError:
        raise Misunderstood("number") from None


def read_target(answer: str) -> Decimal | str:
    """Read a number, or a criterion in words."""
    return read_number(answer) if answer[0] in "-0123456789" else read_text(answer)


def read_length(answer: str) -> Length:
    """Read `90 dage`, `8 veckor` or an end date; the number alone could mean either."""
    if (found := _WEEKS.fullmatch(answer)) and int(found[1]) > 0:
        return Length(weeks=int(found[1]))
    if (found := _DAYS.fullmatch(answer)) and int(found[1]) > 0:
        return Length(days=int(found[1]))
    if not answer[:1].isdigit() or answer.isdigit() or answer[-1:].isalpha():
        raise Misunderstood("length")
    return Length(end=read_day(answer))
