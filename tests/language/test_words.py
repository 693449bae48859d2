from __future__ import annotations

import unicodedata

import pytest

from pipctl.language.inflection import adjective_bases, noun_bases, verb_bases
from pipctl.language.lists import SentenceLanguage
from pipctl.language.words import composed, tokens_of

NOUNS = [
    ("da", "kunderne", "kunde"),
    ("da", "kvalitetsbevidstheden", "kvalitetsbevidsthed"),
    ("da", "mødet", "møde"),
    ("da", "cyklerne", "cykel"),
    ("da", "idéer", "ide"),
    ("sv", "kunderna", "kund"),
    ("sv", "klockorna", "klocka"),
    ("sv", "mötena", "möte"),
    ("sv", "nycklarna", "nyckel"),
    ("sv", "klockan", "klocka"),
]
VERBS = [
    ("da", "opretter", "opret"),
    ("da", "opdatér", "opdater"),
    ("da", "besvares", "besvar"),
    ("da", "registrerede", "registrer"),
    ("sv", "fakturerar", "fakturera"),
    ("sv", "loggas", "logga"),
    ("sv", "skriver", "skriv"),
    ("sv", "inventerat", "inventera"),
    ("sv", "höjer", "höj"),
]


@pytest.mark.parametrize(("language", "word", "base"), NOUNS)
def test_the_base_of_a_noun(language: SentenceLanguage, word: str, base: str) -> None:
    assert base in noun_bases(word, language)


@pytest.mark.parametrize(("language", "word", "base"), VERBS)
def test_the_base_of_a_verb(language: SentenceLanguage, word: str, base: str) -> None:
    assert base in verb_bases(word, language)


def test_an_ending_that_follows_vowels_only() -> None:
    assert "skab" not in noun_bases("skabt", "da")
    assert "artikel" in noun_bases("artikeln", "sv")


def test_the_base_of_an_adjective() -> None:
    assert "tydelig" in adjective_bases("tydeligere", "da")
    assert "tydlig" in adjective_bases("tydligare", "sv")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.word, token.kind) for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den 1. marts", [("den", "word"), ("1", "ordinal"), ("marts", "word")]),
        ("Nå 5. Ring", [("nå", "word"), ("5", "number"), (".", "stop"), ("ring", "word")]),
        ("15 pct.", [("15", "number"), ("pct", "word")]),
        ("50\u00a0000 kr", [("50\u00a0000", "number"), ("kr", "word")]),
        ("50 000 kr", [("50 000", "number"), ("kr", "word")]),
        ("2,5 mio. kr.", [("2,5", "number"), ("mio", "word"), ("kr", "word")]),
        ("3/4-2026", [("3/4-2026", "date")]),
        ("3.4.2026", [("3.4.2026", "date")]),
        ("2027/28", [("2027/28", "year")]),
        ("2027", [("2027", "year")]),
        ("24/7", [("24", "number"), ("7", "number")]),
        ("uge 6-9", [("uge", "word"), ("6", "number"), ("-", "sign"), ("9", "number")]),
        ("Q3-projektet", [("q3-projektet", "word")]),
        ("5-årsplan", [("5-årsplan", "word")]),
        ("e-mails", [("e-mails", "word")]),
        ("20%", [("20", "number"), ("%", "sign")]),
    ],
)
def test_a_text_is_split(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_tokens_say_where_they_stand() -> None:
    text = "  Sælg for 2,5 mio. kr. i marts."
    assert [text[token.start : token.end] for token in tokens_of(text)] == [
        "Sælg",
        "for",
        "2,5",
        "mio.",
        "kr.",
        "i",
        "marts",
        ".",
    ]


def test_capitals_count_where_not_everything_is_shouted() -> None:
    assert [token.is_capitalized for token in tokens_of("Ring Danske Bank op")] == [True, True, True, False]
    assert not any(token.is_capitalized for token in tokens_of("TAG ANSVAR"))


def test_a_letter_of_two_characters_and_a_space_that_does_not_break_are_read_as_any() -> None:
    written = unicodedata.normalize("NFD", "Du är för gammal för arbetet.")
    assert composed(written) == "Du är för gammal för arbetet."
    assert composed("Hr.\u00a0Petersen") == "Hr. Petersen"
    assert composed("Du är lat.") == "Du är lat."
