from __future__ import annotations

import pytest

from pipctl.language.lists import SentenceLanguage
from pipctl.language.sentences import read_sentence

FIRM = [
    ("da", "Ring til 20 kunder.", ["20 kunder"]),
    ("da", "Sælg for 2,5 mio. kr.", ["2,5 mio."]),
    ("da", "Øg salget med 15 pct.", ["15 pct."]),
    ("da", "Øg salget fra 72 % til 85 %.", ["72 %", "85 %"]),
    ("da", "Halvér antallet af fejl.", ["Halvér"]),
    ("da", "Nedbring spildet med en fjerdedel.", ["fjerdedel"]),
    ("da", "Luk hver anden sag.", ["hver anden"]),
    ("da", "Ring til femogtyve kunder.", ["femogtyve kunder"]),
    ("da", "Kom med mindst ét forslag.", ["ét forslag"]),
    ("da", "Gå fra trin 2 til trin 3.", ["fra trin 2 til trin"]),
    ("sv", "Ring 20 kunder.", ["20 kunder"]),
    ("sv", "Sälj för 50 000 kronor.", ["50 000 kronor"]),
    ("sv", "Halvera antalet fel.", ["Halvera"]),
    ("sv", "Stäng vartannat ärende.", ["vartannat"]),
    ("sv", "Ring tjugofem kunder.", ["tjugofem kunder"]),
    ("sv", "Kom med minst ett förslag.", ["ett förslag"]),
]
SOFT = [
    ("da", "Svar på alle mails.", {"all"}),
    ("da", "Godkend ingen fakturaer.", {"none"}),
    ("da", "Aflevér rapporten uden fejl.", {"none", "done"}),
    ("da", "Svar på mails inden for fire timer.", {"limit"}),
    ("da", "Ring til kunden hver fredag.", {"rate", "all"}),
    ("da", "Opsig de tre ældste aftaler.", {"set", "done"}),
    ("da", "Bestå prøven.", {"done"}),
    ("da", "Kassen er optalt.", {"done"}),
    ("sv", "Svara på alla mejl.", {"all"}),
    ("sv", "Attestera inga fakturor.", {"none"}),
    ("sv", "Lämna in rapporten utan fel.", {"none", "done"}),
    ("sv", "Klara provet.", {"done"}),
]
NONE = [
    ("da", "Lev op til de 3 kerneværdier."),
    ("da", "Lev op til vores tre bærende værdier."),
    ("da", "Giv 110 % på arbejdet."),
    ("da", "Styrk kvaliteten i afdeling 7."),
    ("da", "Øg engagementet i Q3-projektet."),
    ("da", "Understøt Strategi 2030."),
    ("da", "Styrk samarbejdet med de 4 teams."),
    ("da", "Opdatér vagtplanen oftere."),
    ("da", "Ring til flere kunder hver uge."),
    ("da", "Skriv referater."),
    ("da", "Vis respekt i alle situationer."),
    ("da", "Ring til en kunde."),
    ("sv", "Lev upp till våra 3 kärnvärden."),
    ("sv", "Ge 110 procent."),
    ("sv", "Höj kvaliteten på avdelning 7."),
    ("sv", "Uppdatera schemat oftare."),
    ("sv", "Ring fler kunder varje vecka."),
    ("sv", "Visa respekt i alla lägen."),
]


@pytest.mark.parametrize(("language", "text", "words"), FIRM, ids=lambda one: str(one)[:30])
def test_an_amount_makes_a_sentence_measurable_and_specific(
    language: SentenceLanguage, text: str, words: list[str]
) -> None:
    reading = read_sentence(text, language)
    firm = [one for one in reading.measures if one.sign in ("amount", "share", "fold")]
    assert [text[one.start : one.end] for one in firm] == words
    assert set(firm) <= set(reading.specific)


@pytest.mark.parametrize(("language", "text", "signs"), SOFT, ids=[one[1][:30] for one in SOFT])
def test_what_is_there_or_not_measures_an_action(
    language: SentenceLanguage, text: str, signs: set[str]
) -> None:
    assert {one.sign for one in read_sentence(text, language).measures} == signs


@pytest.mark.parametrize(("language", "text"), NONE, ids=lambda one: str(one)[:30])
def test_what_looks_like_a_measure_and_is_none(language: SentenceLanguage, text: str) -> None:
    assert read_sentence(text, language).measures == ()


def test_a_full_hundred_of_something_is_an_amount() -> None:
    assert read_sentence("Besvar 100 % af klagerne.", "da").is_measurable
    assert read_sentence("Ge besked i 100 % av ärendena.", "sv").is_measurable
