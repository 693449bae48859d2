"""Public holidays and the other days off in Denmark and Sweden.

Written out here rather than taken from a package of the whole world's holidays, which costs more to
import than all of `pipctl lint`. The tests hold every year from 2005 to 2050 against such a package.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from pipctl.model.scalars import Country

_FRIDAY = 5
_SATURDAY = 6
_LAST_STORE_BEDEDAG = 2023

# Days from Easter Sunday.
_MAUNDY_THURSDAY = -3
_GOOD_FRIDAY = -2
_EASTER_SUNDAY = 0
_EASTER_MONDAY = 1
_STORE_BEDEDAG = 26
_ASCENSION_DAY = 39
_WHIT_SUNDAY = 49
_WHIT_MONDAY = 50

# A plan spans two years at most; the bound only keeps a plan with an absurd end from filling the memory.
_YEARS_REMEMBERED = 64


@lru_cache(maxsize=_YEARS_REMEMBERED)
def public_holidays(country: Country, year: int) -> frozenset[date]:
    """Return the public holidays of a calendar year, those that fall on a weekend among them.

    The rules are those in force from 2005 (the first Swedish nationaldag as a holiday); the one change
    since is Store bededag, a Danish holiday until and including 2023. Sundays as such are not listed,
    although Swedish law counts them. 1 May is a holiday in Sweden and an ordinary working day in Denmark.

    Args:
        country: DK or SE.
        year: 1 to 9999.

    Source: helligdagsreformen 1770 and lov nr. 214 af 6. marts 2023 (DK);
    lag (1989:253) om allmänna helgdagar (SE).
    """
    return _danish(year) if country == "DK" else _swedish(year)


@lru_cache(maxsize=_YEARS_REMEMBERED)
def days_off(country: Country, year: int, *, extra: bool = True) -> frozenset[date]:
    """Return the days, weekends apart, on which no one is asked to a meeting (rules.md, "Days off").

    Denmark: the public holidays and, when `extra`, grundlovsdag, 24 and 31 December, which most but not
    all workplaces give. Sweden: the public holidays, midsommarafton, julafton and nyårsafton, whatever
    `extra` says, because 7 § semesterlagen puts them on a level with Sundays.

    Args:
        country: DK or SE.
        year: 1 to 9999.
        extra: the policy `extra_days_off`.
    """
    eves = {date(year, 12, 24), date(year, 12, 31)}
    if country == "SE":
        return public_holidays(country, year) | eves | {_first(_FRIDAY, date(year, 6, 19))}
    if extra:
        return public_holidays(country, year) | eves | {date(year, 6, 5)}
    return public_holidays(country, year)


def _danish(year: int) -> frozenset[date]:
    from_easter = [
        _MAUNDY_THURSDAY,
        _GOOD_FRIDAY,
        _EASTER_SUNDAY,
        _EASTER_MONDAY,
        _ASCENSION_DAY,
        _WHIT_SUNDAY,
        _WHIT_MONDAY,
    ]
    if year <= _LAST_STORE_BEDEDAG:
        from_easter.append(_STORE_BEDEDAG)
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    return _around_easter(year, from_easter) | fixed


def _swedish(year: int) -> frozenset[date]:
    from_easter = [_GOOD_FRIDAY, _EASTER_SUNDAY, _EASTER_MONDAY, _ASCENSION_DAY, _WHIT_SUNDAY]
    fixed = {
        date(year, 1, 1),
        date(year, 1, 6),
        date(year, 5, 1),
        date(year, 6, 6),
        date(year, 12, 25),
        date(year, 12, 26),
    }
    midsommardagen = _first(_SATURDAY, date(year, 6, 20))
    alla_helgons_dag = _first(_SATURDAY, date(year, 10, 31))
    return _around_easter(year, from_easter) | fixed | {midsommardagen, alla_helgons_dag}


def _around_easter(year: int, distances: list[int]) -> frozenset[date]:
    sunday = easter(year)
    return frozenset(sunday + timedelta(days=distance) for distance in distances)


def _first(iso_weekday: int, earliest: date) -> date:
    """Return the first such weekday on or after a day."""
    return earliest + timedelta(days=(iso_weekday - earliest.isoweekday()) % 7)
