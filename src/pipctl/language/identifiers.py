"""National identity numbers: Danish CPR, Swedish personnummer and samordningsnummer, in any notation.

Ten digits alone say little: nearly every order number that begins with a day passes for a CPR number, which
has had no check digit since 2007. So a number is graded by its form, the day in it, its checksum and the
words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from pipctl.language.groups import word_groups
from pipctl.language.lists import SentenceLanguage
from pipctl.language.words import Mention

_MAY_BE = re.compile(r"\d\d[^\d\w]{0,3}\d{4}")
"""What every such number holds; most texts hold nothing like it."""
_LENGTHS = (10, 12)
_MOST_BEFORE, _MOST_AFTER = 90, 50
"""Characters in which the words beside a number are sought."""
_NEAR = 6
_NEAR_PERSON = 4
"""Words before a number that say what it is; a person stands closer."""
_YOUNGEST, _OLDEST = 15, 99
"""Years of age beyond which only words make a number a person's: the day may be that of a batch or a log."""
_OLDEST_AT_WORK = 80
_OLDEST_PERSON = 125
_COORDINATION = 60
"""What is added to the day in a samordningsnummer."""
_MOBILE = re.compile(r"07[02369]")
"""How Swedish mobile numbers begin."""
_CALLED_AT = frozenset({"på", "fra", "från", "til", "till"})
"""What stands before a number that is called or calls, farther from the verb."""
_HOUR_OR_YEAR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:19|20)\d\d")
"""What stands behind a day with dots that is just a day."""
_CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_CPR_MODULUS = 11


class _Birth(NamedTuple):
    """One reading of the digits: whose number, born when, and whether the check digit fits."""

    country: Literal["DK", "SE"]
    day: date
    is_checked: bool


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?<![\w+*]) (?<!\d[-.,:/+])
        (?P<birth> \d\d(?:\d\d)? (?P<gap>[ \u00a0./-]?) \d\d (?P=gap) \d\d(?:\d\d)? )
        (?P<joint> [ \u00a0]?[-+–‐‑−][ \u00a0]? | [ \u00a0.] )?
        (?P<tail>\d{4})
        (?! \w | [-.,:/]\d | [ \u00a0]\d\d[ \u00a0]\d\d(?!\d) )
        """,  # noqa: RUF001 - hyphens, dashes and minus signs as people type them
        re.VERBOSE | re.ASCII,
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w.‐-]*|\d[\d +.–‐-]*\d|\d|[(),:;.!?/#]")


def national_ids(text: str, language: SentenceLanguage, today: date) -> tuple[Mention, ...]:
    """Find numbers that are, or most likely are, a person's national identity number.

    Args:
        text: of any length.
        language: of the plan; either country's numbers are found in both.
        today: nobody is born later.

    Returns:
        Where they stand, with the sign `certain` or `likely`.
    """
    if not _MAY_BE.search(text):
        return ()
    found = []
    for match in _number().finditer(text):
        sign = _grade(text, match, language, today)
        if sign:
            found.append(Mention(match.start(), match.end(), sign))
    return tuple(found)


def masked(text: str) -> str:
    """Return a text of the same length in which whatever has the form of such a number has no digits."""
    if not _MAY_BE.search(text):
        return text
    return _number().sub(lambda match: hidden(match.group()), text)


def hidden(number: str) -> str:
    """Return a number without its digits."""
    return "".join("*" if one.isdigit() else one for one in number)


def _grade(text: str, match: re.Match[str], language: SentenceLanguage, today: date) -> str:
    if sum(map(str.isdigit, match.group())) not in _LENGTHS:
        return ""
    beside = _beside(text, match, language)
    if beside in ("label", "telephone"):
        return ""
    births = list(_births(match, today))
    if beside == "national":
        return "certain" if births else "likely"
    grades = {_of_birth(birth, match, beside, language, today) for birth in births}
    return "certain" if "certain" in grades else "likely" if "likely" in grades else ""


def _of_birth(
    birth: _Birth, match: re.Match[str], beside: str, language: SentenceLanguage, today: date
) -> str:
    """Grade a number that no word calls one."""
    gap, joint = match["gap"], (match["joint"] or "").strip(" \u00a0")
    is_joined = bool(joint) and joint != "."
    is_person = beside == "person"
    age = (today - birth.day).days // 365
    if gap.strip() != gap or (gap and not is_joined):
        return ""  # "12 03 24 2025", "12.03.2024 1430": numbers, or a day with its hour
    if is_joined:
        is_likely = birth.is_checked or (
            birth.country == "DK" and not (gap and _HOUR_OR_YEAR.fullmatch(match["tail"]))
        )
        if not (is_person or (is_likely and _YOUNGEST <= age <= _OLDEST)):
            return ""
        if birth.country == "SE":
            return "certain" if birth.is_checked else "likely"
        return "certain" if birth.is_checked or is_person or language == "da" else "likely"
    if language == "sv" and birth.country == "DK" and _MOBILE.match(match.group()):
        return ""
    if not is_person and not (birth.is_checked and _YOUNGEST <= age <= _OLDEST_AT_WORK):
        return ""
    return "likely"


def _births(match: re.Match[str], today: date) -> Iterator[_Birth]:
    """Yield every reading: DDMMYY and DDMMYYYY are Danish, YYMMDD and YYYYMMDD Swedish."""
    tail, written = match["tail"], "".join(filter(str.isdigit, match["birth"]))
    if len(written) == len("DDMMYY"):
        first, month, last = written[:2], written[2:4], written[4:]
        cpr_year = _cpr_year(int(last), int(tail[0]))
        yield from _dated("DK", cpr_year, int(month), int(first), written + tail, today)
        year = today.year // 100 * 100 + int(first)
        if "+" in (match["joint"] or "") or year > today.year:
            year -= 100
        yield from _swedish(year, month, last, written + tail, today)
    elif len(written) == len("DDMMYYYY"):
        danish = written[:4] + written[6:] + tail
        yield from _dated("DK", int(written[4:]), int(written[2:4]), int(written[:2]), danish, today)
        yield from _swedish(int(written[:4]), written[4:6], written[6:], written[2:] + tail, today)


def _swedish(year: int, month: str, day: str, digits: str, today: date) -> Iterator[_Birth]:
    number = int(day)
    real = number - _COORDINATION if number > _COORDINATION else number
    yield from _dated("SE", year, int(month), real, digits, today)


def _dated(
    country: Literal["DK", "SE"], year: int, month: int, day: int, digits: str, today: date
) -> Iterator[_Birth]:
    """Yield the reading if there was such a day and somebody born on it may live."""
    try:
        born = date(year, month, day)
    except ValueError:
        return
    if born <= today and today.year - born.year <= _OLDEST_PERSON:
        yield _Birth(country, born, _is_cpr(digits) if country == "DK" else _is_luhn(digits))


def _cpr_year(year: int, seventh: int) -> int:
    """Return the year of birth: the seventh digit tells the century (cpr.dk)."""
    if seventh <= 3:  # noqa: PLR2004
        return 1900 + year
    if seventh in (4, 9):
        return (2000 if year <= 36 else 1900) + year  # noqa: PLR2004
    return (2000 if year <= 57 else 1800) + year  # noqa: PLR2004


def _is_cpr(digits: str) -> bool:
    """Whether the old check holds; numbers without it are as valid."""
    return (
        sum(int(one) * weight for one, weight in zip(digits, _CPR_WEIGHTS, strict=True)) % _CPR_MODULUS == 0
    )


def _is_luhn(digits: str) -> bool:
    doubled = (int(one) * (2 - place % 2) for place, one in enumerate(digits))
    return sum(one // 10 + one % 10 for one in doubled) % 10 == 0


def _beside(text: str, match: re.Match[str], language: SentenceLanguage) -> str:
    """Return what the nearest telling word says that the digits are."""
    before = _before(text, match.start(), language)
    if before in ("", "person"):
        words = _word().findall(text[match.end() : match.end() + _MOST_AFTER])[:_NEAR_PERSON]
        for place, word in enumerate(words):
            group = _group(word, language)
            if group == "national":
                return "national"
            if group == "label" and place > 0 and all(_is_link(one, language) for one in words[:place]):
                return "label"
            if word in ".!?;":
                break
    return before


def _before(text: str, start: int, language: SentenceLanguage) -> str:
    words = _word().findall(text[max(0, start - _MOST_BEFORE) : start])
    is_joined, is_person, distance = True, False, 0
    if len(words) > 1 and words[-1] == "(" and words[-2][0].isupper() and not _group(words[-2], language):
        is_person = True  # "Karen (070761 4285)"
    for word in reversed(words):
        if word in ("!", "?", ";") or (word[-1] == "." and not _group(word, language)):
            break
        if not word[0].isalpha():
            continue
        distance += 1
        group = _group(word, language)
        if group == "national" or (group in ("label", "telephone") and is_joined):
            return group
        if group == "telephone" and words[-1].casefold() in _CALLED_AT:
            return group
        is_person = is_person or (group == "person" and distance <= _NEAR_PERSON)
        is_joined = is_joined and group == "link"
        if distance == _NEAR:
            break
    return "person" if is_person else ""


def _is_link(word: str, language: SentenceLanguage) -> bool:
    return not word[0].isalnum() or word[0].isdigit() or _group(word, language) == "link"


def _group(word: str, language: SentenceLanguage) -> str:
    """Look a word up in the plan's language and then in the other."""
    plain = word.casefold().replace(".", "").replace("-", "").replace("‐", "")
    if not plain[:1].isalpha():
        return ""
    other: SentenceLanguage = "da" if language == "sv" else "sv"
    return word_groups(language, "identifiers").of(plain) or word_groups(other, "identifiers").of(plain)
