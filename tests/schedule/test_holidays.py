"""Holidays against the `holidays` package, and against days looked up by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import holidays
import pytest

from pipctl.model.scalars import Country
from pipctl.schedule.holidays import days_off, public_holidays

YEARS = range(2005, 2051)


def days_known_to_the_package(country: Country, year: int, category: str) -> set[date]:
    known = set(holidays.country_holidays(country, years=year, categories=category))
    # An empty answer would agree with anything that is also empty.
    assert len(known) >= 3
    return known


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("country", ["DK", "SE"])
def test_public_holidays_are_those_of_the_package(country: Country, year: int) -> None:
    # "public" is what the law makes a holiday; half-days of banks and customary days are other categories.
    assert public_holidays(country, year) == days_known_to_the_package(country, year, holidays.PUBLIC)


@pytest.mark.parametrize("year", YEARS)
def test_swedish_eves_are_the_de_facto_holidays_of_the_package(year: int) -> None:
    eves = days_known_to_the_package("SE", year, holidays.DE_FACTO)
    assert len(eves) == 3
    assert days_off("SE", year) - public_holidays("SE", year) == eves


@pytest.mark.parametrize("year", YEARS)
def test_danish_extra_days_are_the_optional_ones_of_the_package_but_for_the_first_of_may(year: int) -> None:
    optional = days_known_to_the_package("DK", year, holidays.OPTIONAL)
    expected = public_holidays("DK", year) | optional - {date(year, 5, 1)}
    # Ascension Day was on 1 May in 2008 and is a holiday then.
    assert days_off("DK", year) == expected
    assert days_off("DK", year) == public_holidays("DK", year) | {
        date(year, 6, 5),
        date(year, 12, 24),
        date(year, 12, 31),
    }


@pytest.mark.parametrize("year", YEARS)
def test_without_extra_days_denmark_keeps_its_public_holidays_and_sweden_everything(year: int) -> None:
    assert days_off("DK", year, extra=False) == public_holidays("DK", year)
    assert days_off("SE", year, extra=False) == days_off("SE", year)


def test_store_bededag_was_last_kept_in_2023() -> None:
    assert date(2023, 5, 5) in public_holidays("DK", 2023)
    assert date(2024, 4, 26) not in public_holidays("DK", 2024)
    assert [len(public_holidays("DK", year)) for year in (2022, 2023, 2024, 2025)] == [11, 11, 10, 10]


def test_the_first_of_may_is_worked_in_denmark_and_free_in_sweden() -> None:
    assert date(2026, 5, 1) not in days_off("DK", 2026)
    assert date(2026, 5, 1) in public_holidays("SE", 2026)


@pytest.mark.parametrize(
    ("year", "afton", "alla_helgons_dag"),
    [
        (2020, date(2020, 6, 19), date(2020, 10, 31)),
        (2021, date(2021, 6, 25), date(2021, 11, 6)),
        (2026, date(2026, 6, 19), date(2026, 10, 31)),
    ],
)
def test_movable_swedish_days_at_both_ends_of_their_weeks(
    year: int, afton: date, alla_helgons_dag: date
) -> None:
    assert afton in days_off("SE", year)
    assert afton not in public_holidays("SE", year)
    assert afton.replace(day=afton.day + 1) in public_holidays("SE", year)
    assert alla_helgons_dag in public_holidays("SE", year)


def test_easter_2026_in_both_countries() -> None:
    easter = {date(2026, 4, day) for day in range(1, 8)}
    assert easter & days_off("DK", 2026) == {date(2026, 4, day) for day in (2, 3, 5, 6)}
    assert easter & days_off("SE", 2026) == {date(2026, 4, day) for day in (3, 5, 6)}


@pytest.mark.parametrize("year", [1, 1582, 2004, 9999])
@pytest.mark.parametrize("country", ["DK", "SE"])
def test_every_year_of_the_calendar_has_holidays_of_its_own(country: Country, year: int) -> None:
    found = days_off(country, year)
    assert len(found) >= 10
    assert {day.year for day in found} == {year}


def test_only_the_easter_of_dateutil_is_imported() -> None:
    program = "import sys, pipctl.schedule.rhythm; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    loaded = run.stdout.split()
    assert "pipctl.schedule.holidays" in loaded
    from_dateutil = {name for name in loaded if name.startswith("dateutil")}
    assert from_dateutil == {"dateutil", "dateutil._version", "dateutil.easter"}
    assert "holidays" not in loaded
