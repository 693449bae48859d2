from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipctl.language.identifiers import national_ids
from pipctl.language.lists import SentenceLanguage

TODAY = date(2026, 2, 25)

CERTAIN: list[tuple[SentenceLanguage, str]] = [
    ("da", "Planen gælder medarbejder 010190-1234."),
    ("da", "CPR: 0101901234"),
    ("da", "Cpr.nr. 010190 1234 fremgår af bilaget."),
    ("da", "cpr-nummeret på medarbejderen er 0707614285"),
    ("da", "Hendes CPR-nr. (070761-4285) står i kontrakten."),
    ("da", "Personnummeret er 07.07.61-4285."),
    ("da", "Han er født 070761-4285 og ansat i 2009."),
    ("da", "Planen vedrører 070761–4285 i bogholderiet."),
    ("da", "Planen vedrører 070761 - 4285 i bogholderiet."),
    ("da", "07/07/61-4285 har underskrevet."),
    ("da", "07071961-4285 har underskrevet."),
    ("da", "Målene nås ikke af 070761-4285 i denne periode."),
    ("da", "Svensk kollega: 670919-9530."),
    ("da", "251248-9996 har modtaget planen."),
    ("da", "Faktura sendt til borger 251248-9996."),
    ("da", "070761-4285 (cpr) har modtaget planen."),
    ("sv", "Personnummer 670919-9530."),
    ("sv", "personnumret är 6709199530"),
    ("sv", "P.nr 19670919-9530"),
    ("sv", "Anställd: 19811228-9874."),
    ("sv", "811228-9874 har tagit emot planen."),
    ("sv", "1981-12-28-9874 har tagit emot planen."),
    ("sv", "Samordningsnummer 701063-2391 finns kvar i lönesystemet."),
    ("sv", "701063-2391 finns kvar i lönesystemet."),
    ("sv", "Brukaren, 121212+1212, ringde två gånger."),
    ("sv", "Född 811228-9874 i Malmö."),
    ("sv", "Det danska CPR-numret 010190-1234 står i avtalet."),
    ("sv", "Journalen för 19670919-9530 låg öppen."),
    ("sv", "pnr: 198112289874"),
    ("sv", "6709199530 är mitt personnummer."),
]
LIKELY: list[tuple[SentenceLanguage, str]] = [
    ("da", "Planen gælder Karen (070761 4285), ansat i bogholderiet."),
    ("da", "Referatet vedrører 0707614285."),
    ("da", "Planen vedrører medarbejderen 0101901234."),
    ("da", "CPR-nummer 320199-4455 er skrevet forkert."),
    ("sv", "Kallad till mötet: 6709199530."),
    ("sv", "Planen gäller 198112289874."),
    ("sv", "De danska papperen är märkta 010190-1234."),
]
NONE: list[tuple[SentenceLanguage, str]] = [
    ("da", "Ring til mig på 12 34 98 76, hvis du får brug for hjælp."),
    ("da", "Ring til vagten på 070761 4285 ved sygdom."),
    ("da", "Tlf. 070761 4285 eller +45 12 34 98 76."),
    ("da", "Fakturanummer 120190-4455 mangler godkendelse."),
    ("da", "Ordre 010190-1234 blev sendt til forkert adresse."),
    ("da", "Ordrerne 010190-1234, 020291-4321 og 030392-1111 manglede."),
    ("da", "Varenr. 0707614285 er udgået."),
    ("da", "Sagsnr. 010190-1234 lukkes."),
    ("da", "Kundenummer 010190-1234 og kontonummer 0707614285."),
    ("da", "010190-1234 er ordrenummeret."),
    ("da", "Reservedel 070761-42 skulle have været 070716-42."),
    ("da", "Mødet den 12.03.2024 1430 blev aflyst."),
    ("da", "Fra 12-03-2024 til 14-03-2024."),
    ("da", "Loggen 20240312-0815 viser fejlen."),
    ("da", "Partiet 120324-0815 blev kasseret."),
    ("da", "Produktionen 120324-0815 blev kasseret."),
    ("da", "Vi leverede 07 07 61 4285 enheder."),
    ("da", "Omsætningen var 1234567890 kr."),
    ("da", "Projektet 2023-2026 koster 1 200 000 0000."),
    ("da", "010150-5321 hører til året 2050."),
    ("da", "Bilag 12-345678-9012."),
    ("da", "EAN 5790000123456 og CVR 12345678."),
    ("da", "Se sag 2025/0101901234 i systemet."),
    ("sv", "Ring mig på 0701740615 om du behöver hjälp."),
    ("sv", "Chefen nås på 070-174 06 15 eller 08-465 004 12."),
    ("sv", "Leveransen gick till 0701740605."),
    ("sv", "Organisationsnummer 556036-0793."),
    ("sv", "556036-0793 är bolagets nummer."),
    ("sv", "Faktura 811228-9874 saknar attest."),
    ("sv", "Ärende 811228-9874 är stängt."),
    ("sv", "Artikelnumret 811228-9874 byttes."),
    ("sv", "Loggfilen 20250312-0815 visar att larmet kvitterades."),
    ("sv", "Bankgiro 5050-1055, OCR 6709199530."),
    ("sv", "Serien 670919-9531 finns i lagret."),
    ("sv", "Mellan 2024-01-01 och 2024-12-31."),
]


@pytest.mark.parametrize(("language", "text"), CERTAIN)
def test_a_number_whose_form_or_words_leave_no_doubt(language: SentenceLanguage, text: str) -> None:
    assert [one.sign for one in national_ids(text, language, TODAY)] == ["certain"]


@pytest.mark.parametrize(("language", "text"), LIKELY)
def test_a_number_that_may_be_something_else_is_likely(language: SentenceLanguage, text: str) -> None:
    assert [one.sign for one in national_ids(text, language, TODAY)] == ["likely"]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_telephones_orders_cases_days_and_logs_are_none(language: SentenceLanguage, text: str) -> None:
    assert national_ids(text, language, TODAY) == ()


def test_the_whole_number_is_pointed_at_and_each_of_several() -> None:
    text = "CPR 07.07.61-4285 og 010190-1234."
    assert [text[one.start : one.end] for one in national_ids(text, "da", TODAY)] == [
        "07.07.61-4285",
        "010190-1234",
    ]


LANGUAGES: st.SearchStrategy[SentenceLanguage] = st.sampled_from(["da", "sv"])
DIGITS = st.text(alphabet="0123456789 .-+/", max_size=24)
WORDS = st.sampled_from(["cpr ", "personnummer ", "ordre ", "tlf. ", "medarbejder ", "(", ""])


@given(st.text(max_size=200), LANGUAGES)
@example("0" * 5000, "da")
@example("1-" * 3000, "sv")
def test_any_text_can_be_read(text: str, language: SentenceLanguage) -> None:
    for one in national_ids(text, language, TODAY):
        assert 0 <= one.start < one.end <= len(text)
        assert one.sign in {"certain", "likely"}


@given(WORDS, DIGITS, LANGUAGES)
def test_what_is_found_among_digits_begins_and_ends_with_one(
    word: str, digits: str, language: SentenceLanguage
) -> None:
    text = word + digits
    for one in national_ids(text, language, TODAY):
        found = text[one.start : one.end]
        assert found[0].isdigit()
        assert found[-1].isdigit()
        assert sum(sign.isdigit() for sign in found) in {10, 12}


@given(st.dates(date(1930, 1, 1), date(2005, 12, 31)), st.integers(1000, 3999))
def test_every_danish_number_with_a_hyphen_is_found_whatever_its_checksum(day: date, tail: int) -> None:
    # Below 4000 the seventh digit says the 1900s (cpr.dk), so that days of the 2000s would be future ones.
    if day.year < 2000:
        found = national_ids(f"Vedrører {day:%d%m%y}-{tail}.", "da", TODAY)
        assert [one.sign for one in found] == ["certain"]


@given(st.dates(date(2026, 2, 26), date(2035, 12, 31)), st.integers(4000, 4999))
def test_nobody_is_born_tomorrow(day: date, tail: int) -> None:
    assert national_ids(f"Vedrører {day:%d%m%Y}-{tail}.", "da", TODAY) == ()
