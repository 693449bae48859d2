from __future__ import annotations

from pipctl.language.house_terms import HouseTerms
from pipctl.language.sentences import read_sentence


def test_a_vague_word_of_the_house_is_found_in_any_form() -> None:
    text = "Dokumentér kundehåndteringen."
    assert read_sentence(text, "da").is_specific
    reading = read_sentence(text, "da", HouseTerms(vague=("Kundehåndtering",)))
    assert not reading.is_specific
    assert [(text[one.start : one.end], one.sign) for one in reading.vague] == [
        ("kundehåndteringen", "Kundehåndtering")
    ]


def test_a_vague_verb_of_the_house_is_no_action() -> None:
    assert read_sentence("Eksekverar planen.", "sv").is_specific
    assert not read_sentence("Eksekverar planen.", "sv", HouseTerms(vague=("eksekvera",))).is_specific


def test_an_allowed_word_is_clear() -> None:
    text = "Öka kundnöjdheten."
    assert not read_sentence(text, "sv").is_specific
    reading = read_sentence(text, "sv", HouseTerms(allowed=("kundnöjdhet",)))
    assert reading.is_specific
    assert "kundnöjdhet" not in reading.vague_terms


def test_an_allowed_verb_is_an_action() -> None:
    assert not read_sentence("Optimér ruten.", "da").is_specific
    assert read_sentence("Optimér ruten.", "da", HouseTerms(allowed=("optimer",))).is_specific


def test_a_term_of_several_words() -> None:
    text = "Tænke lean på lageret."
    reading = read_sentence(text, "da", HouseTerms(vague=("tænke lean",)))
    assert {text[one.start : one.end] for one in reading.vague} >= {"Tænke", "lean"}
    assert not read_sentence("Lean.", "da", HouseTerms(vague=("tænke lean", ""))).vague


def test_an_amount_is_clear_whatever_the_house_calls_vague() -> None:
    assert read_sentence("Øg robustheden med 10 %.", "da", HouseTerms(vague=("robusthed",))).is_specific
