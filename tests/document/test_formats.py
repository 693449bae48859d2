from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date

from pipctl.document.formats import Formats
from pipctl.model.scalars import Language

DA, SV, EN = Formats("da"), Formats("sv"), Formats("en")
SOME_YEARS = [date(2023, 12, 30) + timedelta(days=number) for number in range(4 * 366)]
CLDR: dict[Language, tuple[str, str]] = {
    "da": ("d. MMMM y", "EEEE 'den' d. MMMM y"),
    "sv": ("d MMMM y", "EEEE 'den' d MMMM y"),
    "en": ("d MMMM y", "EEEE d MMMM y"),
}


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_day_of_four_years_is_written_with_the_names_of_cldr(language: Language) -> None:
    ours = Formats(language)
    plain, with_weekday = CLDR[language]
    assert len(SOME_YEARS) > 1400
    for day in SOME_YEARS:
        assert ours.day(day) == format_date(day, plain, locale=language)
        assert ours.weekday_and_day(day) == format_date(day, with_weekday, locale=language)


def test_a_day_stands_in_a_sentence_as_each_language_has_it() -> None:
    day = date(2026, 3, 3)
    assert DA.day_in_sentence(day) == "den 3. marts 2026"
    assert SV.day_in_sentence(day) == "den 3 mars 2026"
    assert EN.day_in_sentence(day) == "3 March 2026"
    assert DA.weekday_and_day(day) == "tirsdag den 3. marts 2026"
    assert SV.weekday_and_day(day) == "tisdag den 3 mars 2026"


def test_weeks_are_iso_weeks() -> None:
    assert DA.week(date(2026, 3, 3)) == "uge 10"
    assert SV.week(date(2026, 3, 3)) == "vecka 10"
    assert SV.week(date(2027, 1, 1)) == "vecka 53"
    assert EN.week(date(2024, 12, 30)) == "week 1"


@pytest.mark.parametrize(
    ("written", "da", "sv", "en"),
    [
        ("72", "72", "72", "72"),
        ("2.50", "2,50", "2,50", "2.50"),
        ("50000.5", "50.000,5", "50\u00a0000,5", "50,000.5"),
        ("1234567", "1.234.567", "1\u00a0234\u00a0567", "1,234,567"),
        ("999", "999", "999", "999"),
        ("0.05", "0,05", "0,05", "0.05"),
        ("-3.0", "\N{MINUS SIGN}3,0", "\N{MINUS SIGN}3,0", "\N{MINUS SIGN}3.0"),
        ("1E+3", "1.000", "1\u00a0000", "1,000"),
    ],
)
def test_numbers_keep_their_decimals(written: str, da: str, sv: str, en: str) -> None:
    number = Decimal(written)
    assert (DA.number(number), SV.number(number), EN.number(number)) == (da, sv, en)


def test_a_unit_never_begins_a_line() -> None:
    assert DA.quantity(Decimal(72), "%") == "72\u00a0%"
    assert EN.quantity(Decimal(72), "%") == "72%"
    assert SV.quantity(Decimal("24.0"), "timmar") == "24,0\u00a0timmar"
    assert DA.quantity(Decimal(3), None) == "3"


@pytest.mark.parametrize(
    ("start", "end", "da", "sv"),
    [
        ("2026-03-03", "2026-06-01", "3. marts – 1. juni 2026", "3 mars – 1 juni 2026"),
        ("2026-04-06", "2026-04-10", "6.–10. april 2026", "6–10 april 2026"),
        ("2025-12-09", "2026-01-02", "9. december 2025 – 2. januar 2026", "9 december 2025 – 2 januari 2026"),
        ("2025-11-01", "2026-01-31", "november 2025 – januar 2026", "november 2025 – januari 2026"),
        ("2026-01-01", "2026-02-28", "januar – februar 2026", "januari – februari 2026"),
        ("2026-02-01", "2026-02-28", "februar 2026", "februari 2026"),
        ("2026-02-01", "2026-02-27", "1.–27. februar 2026", "1–27 februari 2026"),
        ("2026-03-03", "2026-03-03", "3. marts 2026", "3 mars 2026"),
        ("2025-04-06", "2026-04-06", "6. april 2025 – 6. april 2026", "6 april 2025 – 6 april 2026"),
        ("2025-04-01", "2026-04-30", "april 2025 – april 2026", "april 2025 – april 2026"),
        ("9999-12-01", "9999-12-31", "december 9999", "december 9999"),
    ],
)  # fmt: skip
def test_a_stretch_of_days_is_as_short_as_it_can_be(start: str, end: str, da: str, sv: str) -> None:
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert (DA.span(*days), SV.span(*days)) == (da, sv)


def test_lengths_agree_in_number() -> None:
    assert (DA.days(1), DA.days(90), SV.weeks(1), SV.weeks(8)) == ("1 dag", "90 dage", "1 vecka", "8 veckor")
    assert (DA.hours(Decimal(1)), DA.hours(Decimal("2.5")), SV.hours(Decimal(6))) == (
        "1 time",
        "2,5 timer",
        "6 timmar",
    )
    assert DA.clock("10:00", 30) == "kl. 10:00, 30 min."
    assert SV.clock("13:00", None) == "kl. 13:00"
