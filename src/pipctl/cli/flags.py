"""The flags of `pipctl new`: each read, or refused with one sentence that names it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from pydantic_core import PydanticCustomError

from pipctl.actions.new_plan import Answers, last_day_of
from pipctl.actions.scaffold import unreadable_in
from pipctl.cli.everywhere import day_from
from pipctl.errors import Refusal
from pipctl.model.agreement import Category, Rhythm
from pipctl.model.policy import Policy
from pipctl.model.scalars import Country, Language, read_identifier

_LENGTH = "--end|--weeks|--days"
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """The flags as written; None where one was not."""

    plan_id: str | None = None
    language: str | None = None
    country: str | None = None
    category: tuple[str, ...] = ()
    employee: str | None = None
    role: str | None = None
    department: str | None = None
    since: str | None = None
    manager: str | None = None
    manager_role: str | None = None
    hr: str | None = None
    start: str | None = None
    end: str | None = None
    weeks: str | None = None
    days: str | None = None
    rhythm: str | None = None


def answers_from(flags: Flags, policy: Policy) -> Answers:
    """Return what the flags and the configuration answer.

    Raises:
        Refusal: a value is impossible, or two flags contradict each other.
    """
    if sum(value is not None for value in (flags.end, flags.weeks, flags.days)) > 1:
        raise Refusal("new-one-length")
    start, end = _day("--start", flags.start), _day("--end", flags.end)
    weeks, days = _count("--weeks", flags.weeks), _count("--days", flags.days)
    if start is not None and (end, weeks, days) != (None, None, None):
        last_day_of(start, end, weeks, days)
    return Answers(
        language=_word("--plan-language", flags.language, Language) or policy.language,
        country=_word("--country", flags.country, Country) or policy.country,
        category=_categories(flags.category),
        employee=_text("--employee", flags.employee),
        role=_text("--role", flags.role),
        department=_text("--department", flags.department),
        since=_day("--since", flags.since),
        manager=_text("--manager", flags.manager),
        manager_role=_text("--manager-role", flags.manager_role),
        hr=_text("--hr", flags.hr),
        start=start,
        end=end,
        weeks=weeks,
        days=days,
        chosen_rhythm=_word("--rhythm", flags.rhythm, Rhythm),
    )


def id_from(flags: Flags) -> str | None:
    """Return the id that was asked for.

    Raises:
        Refusal: it is none.
    """
    if flags.plan_id is None:
        return None
    try:
        return read_identifier(flags.plan_id)
    except PydanticCustomError:
        raise Refusal("new-id-form", written=flags.plan_id) from None


def demand_enough(answers: Answers) -> None:
    """Refuse to make a plan for which something necessary is not known, naming all of it.

    Raises:
        Refusal: with the flags that lack; language and country could stand in the configuration too.
    """
    repository = {"--plan-language": answers.language, "--country": answers.country}
    plan = {"--employee": answers.employee, "--manager": answers.manager, "--start": answers.start}
    lacking = [flag for flag, value in (repository | plan).items() if value is None]
    if not answers.has_length:
        lacking.append(_LENGTH)
    if lacking:
        is_policy = any(flag in repository for flag in lacking)
        raise Refusal("new-lacks-policy" if is_policy else "new-lacks", lacking=lacking)


def _text(flag: str, written: str | None) -> str | None:
    """Return a text as written; blank is as if the flag were not there."""
    if written is None or not written.strip():
        return None
    if code := unreadable_in(written):
        raise Refusal("new-unreadable", place=flag, code=code)
    return written


def _day(flag: str, written: str | None) -> date | None:
    return None if written is None else day_from(written, flag)


def _count(flag: str, written: str | None) -> int | None:
    if written is None:
        return None
    is_whole = written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS
    if not is_whole or int(written) == 0:
        raise Refusal("new-no-count", option=flag, written=written)
    return int(written)


def _word(flag: str, written: str | None, kind: Any) -> Any:
    """Return a word of the format, whichever case it was written in."""
    if written is None:
        return None
    accepted: tuple[str, ...] = get_args(kind)
    for word in accepted:
        if word.casefold() == written.strip().casefold():
            return word
    raise Refusal("no-such-choice", option=flag, written=written, accepted=accepted)


def _categories(written: Iterable[str]) -> tuple[Category, ...]:
    words = (part for one in written for part in one.split(","))
    return tuple(dict.fromkeys(_word("--category", word, Category) for word in words))
