from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipctl.language.contact import contact_data
from pipctl.language.lists import SentenceLanguage

PRIVATE: list[tuple[SentenceLanguage, str, str]] = [
    ("da", "Referatet sendes til din private mail, soren@example.org.", "soren@example.org"),
    ("da", "Indkaldelsen gik til anna.holm@gmail.com i stedet for arbejdsmailen.", "anna.holm@gmail.com"),
    ("da", "Hans mobil er 12 34 98 76.", "12 34 98 76"),
    ("da", "Vi ringede på dit privatnummer 12349876 kl. 19.", "12349876"),
    ("da", "Privat: +45 12 34 98 76", "+45 12 34 98 76"),
    ("da", "Ved fravær ringes der til hendes mand på 12 34 98 76.", "12 34 98 76"),
    ("da", "Nærmeste pårørende: tlf. 12 34 98 76.", "12 34 98 76"),
    ("da", "Medarbejderens mobilnummer er 12 34 98 76.", "12 34 98 76"),
    ("da", "Du kan træffes på 12 34 98 76 efter kl. 17.", "12 34 98 76"),
    ("da", "Telefon 12 34 98 76 (privat).", "12 34 98 76"),
    ("da", "Mettes telefonnummer er 12 34 98 76.", "12 34 98 76"),
    ("da", "Du bor på Rosenvænget 14 og møder derfor sent.", "Rosenvænget 14"),
    ("da", "Hans bopæl er Nørregade 7, 2. th.", "Nørregade 7"),
    ("da", "Brevet blev sendt hjem til dig på Solvej 4, 8000 Aarhus.", "Solvej 4"),
    ("da", "Advarslen sendes til dig på Karen Blixens Vej 12.", "Vej 12"),
    ("da", "Din adresse, Strandvejen 22 B, står forkert.", "Strandvejen 22 B"),
    ("da", "Dit mobilnr. 11 22 33 44 er noteret.", "11 22 33 44"),
    ("da", "Vi har noteret Lailas eget telefonnummer, 11 22 33 44.", "11 22 33 44"),
    ("sv", "Mejla protokollet till min hemmejl eva@example.org.", "eva@example.org"),
    ("sv", "Kallelsen mejlades till kalle@hotmail.com.", "kalle@hotmail.com"),
    ("sv", "Din privata mobil 070-174 06 15 står i schemat.", "070-174 06 15"),
    ("sv", "Hennes mobilnummer är 070 174 06 15.", "070 174 06 15"),
    ("sv", "Hemtelefon: 08-465 004 05.", "08-465 004 05"),
    ("sv", "Närmast anhörig nås på 0701740615.", "0701740615"),
    ("sv", "Vi ringde din sambo på +46 70 174 06 15.", "+46 70 174 06 15"),
    ("sv", "Medarbetaren är bosatt på Storgatan 5 i Mora.", "Storgatan 5"),
    ("sv", "Brevet skickades hem till henne på Björkstigen 14.", "Björkstigen 14"),
    ("sv", "Henriks adress är Granvägen 3.", "Granvägen 3"),
    ("sv", "Din hemadress är Östra Ringvägen 12 A.", "Ringvägen 12 A"),
]
OF_THE_WORKPLACE: list[tuple[SentenceLanguage, str]] = [
    ("da", "Ring til mig på 12 34 98 76, hvis du får brug for hjælp mellem møderne."),
    ("da", "Ring til din mentor på hans mobil 12 34 98 76."),
    ("da", "Vagttelefonen har nummer 12 34 98 76."),
    ("da", "Skriv til hr@example.org eller ring til kontoret på 12 34 98 76."),
    ("da", "Borgerens adresse var skrevet forkert på tre kørelister."),
    ("da", "Leveringen til Industrivej 22 kom to timer for sent."),
    ("da", "Butikken på Nørregade 7 åbner kl. 9."),
    ("da", "Private kunder ringer på 12 34 98 76, erhverv på 12 34 98 75."),
    ("da", "Du svarede 12 34 gange i uge 11 og 40 i uge 12."),
    ("da", "Afdelingen flytter til Havnegade 3 den 1. maj."),
    ("da", "Du besvarede 12 000 000 kald."),
    ("da", "Hjemmeplejen på Solvej 4 manglede to nøgler."),
    ("da", "Din nærmeste leder nås på 12 34 98 76."),
    ("da", "Kundens adresse, Egevej 3, var tastet forkert."),
    ("da", "Vagtcentralens nummer er 70 10 20 30."),
    ("sv", "Ring mig på 08-465 004 12 om du behöver hjälp mellan avstämningarna."),
    ("sv", "Frågor om planen mejlas till hr@foretaget.example."),
    ("sv", "Leveransen till kundens byggarbetsplats på Industrivägen 22 kom två timmar för sent."),
    ("sv", "Jouren nås på 08-465 004 12."),
    ("sv", "Butiken på Storgatan 5 öppnar klockan 9."),
    ("sv", "Avdelningen flyttar till Kungsgatan 12 den 1 maj."),
    ("sv", "Man ringer växeln på 08-465 004 12."),
    ("sv", "Hemtjänsten på Björkstigen 14 saknade två nycklar."),
    ("sv", "Din chef nås på sin mobil 070-174 06 15."),
]


@pytest.mark.parametrize(("language", "text", "found"), PRIVATE)
def test_what_words_call_private_is_found(language: SentenceLanguage, text: str, found: str) -> None:
    assert [text[one.start : one.end] for one in contact_data(text, language)] == [found]


@pytest.mark.parametrize(("language", "text"), OF_THE_WORKPLACE)
def test_numbers_and_places_of_the_workplace_are_left_alone(language: SentenceLanguage, text: str) -> None:
    assert contact_data(text, language) == ()


@given(st.text(max_size=200), st.sampled_from(["da", "sv"]))
@example("a@" * 2000, "da")
@example("0 " * 2000, "sv")
@example("a." * 2000 + "@", "sv")
def test_any_text_can_be_read(text: str, language: SentenceLanguage) -> None:
    for one in contact_data(text, language):
        assert 0 <= one.start < one.end <= len(text)
        assert one.sign in {"telephone", "address", "mail"}
