from __future__ import annotations

import pytest

from pipctl.language.lists import SentenceLanguage, entries
from pipctl.language.numerals import Numerals

DANISH = {
    "nul": 0,
    "tolv": 12,
    "enogtyve": 21,
    "femoghalvfems": 95,
    "hundrede": 100,
    "tohundrede": 200,
    "trehundredeogfem": 305,
    "femhundredeogtreogtres": 563,
    "tusind": 1000,
    "totusindfemhundrede": 2500,
}
SWEDISH = {
    "noll": 0,
    "tolv": 12,
    "tjugoett": 21,
    "nittiofem": 95,
    "hundra": 100,
    "tvåhundra": 200,
    "trehundrafem": 305,
    "femhundrasextiotre": 563,
    "tusen": 1000,
    "tvåtusenfemhundra": 2500,
}
NO_NUMBERS = {"da": ["hund", "enog", "ogtyve", "tiogtyve", "tolvhund", "tretusindben", "femme"]}
NO_NUMBERS |= {"sv": ["hund", "tjugotio", "tjugonoll", "ettt", "hundratals", "femma"]}


def numerals(language: SentenceLanguage) -> Numerals:
    return Numerals(entries(language, "numerals"))


@pytest.mark.parametrize(("word", "value"), DANISH.items())
def test_danish_number_words(word: str, value: int) -> None:
    assert numerals("da").value(word) == value


@pytest.mark.parametrize(("word", "value"), SWEDISH.items())
def test_swedish_number_words(word: str, value: int) -> None:
    assert numerals("sv").value(word) == value


@pytest.mark.parametrize("language", ["da", "sv"])
def test_other_words_are_no_numbers(language: SentenceLanguage) -> None:
    known = numerals(language)
    assert [known.value(word) for word in NO_NUMBERS[language]] == [None] * len(NO_NUMBERS[language])


@pytest.mark.parametrize("language", ["da", "sv"])
def test_every_number_below_a_hundred_has_a_word(language: SentenceLanguage) -> None:
    known = numerals(language)
    parts: dict[str, list[str]] = {"ones": [], "tens": []}
    for group, entry in entries(language, "numerals"):
        if group in ("ones", "tens"):
            parts[group].append(entry.split()[0])
    join = "og" if language == "da" else ""
    small = [word for word in parts["ones"] if 0 < (known.value(word) or 0) < 10]
    made = [one + join + ten if join else ten + one for ten in parts["tens"] for one in small]
    assert {known.value(word) for word in (*parts["ones"], *parts["tens"], *made)} == set(range(100))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("20", 20),
        ("1.000", 1000),
        ("50 000", 50000),
        ("50\u00a0000", 50000),
        ("1 000 000", 1e6),
        ("2,5", 2.5),
        ("4.5", 4.5),
        ("1.000,5", 1000.5),
    ],
)
def test_digits(written: str, value: float) -> None:
    assert numerals("da").digits(written) == value


def test_a_time_of_day_is_no_number() -> None:
    assert numerals("da").digits("8:15") is None


def test_ordinals() -> None:
    assert numerals("da").is_ordinal("tredje")
    assert not numerals("sv").is_ordinal("tre")
