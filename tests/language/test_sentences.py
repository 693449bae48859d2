"""What goal sentences say: `sentences.<language>.txt` holds them with what is to be found in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipctl.language.lists import SentenceLanguage
from pipctl.language.sentences import Reading, read_sentence

FEWEST = 60
LANGUAGES: tuple[SentenceLanguage, ...] = ("da", "sv")


def sentences(language: SentenceLanguage) -> Iterator[tuple[str, str]]:
    """Yield what is in a sentence, such as `s-t`, and the sentence."""
    file = Path(__file__).parent / f"sentences.{language}.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            present, sentence = line.split(maxsplit=1)
            yield present, sentence


SENTENCES = [(language, *one) for language in LANGUAGES for one in sentences(language)]


def present_in(reading: Reading) -> str:
    answers = {"s": reading.is_specific, "m": reading.is_measurable, "t": reading.is_time_bound}
    return "".join(letter if answer else "-" for letter, answer in answers.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_sentences_of_every_sort(language: SentenceLanguage) -> None:
    own = [present for present, _ in sentences(language)]
    assert len(own) >= FEWEST
    assert {sort: own.count(sort) for sort in set(own)}.keys() == {"smt", "sm-", "s-t", "s--", "--t", "---"}
    assert min(own.count(sort) for sort in set(own)) >= 10
    assert len({sentence for _, sentence in sentences(language)}) == len(own)


@pytest.mark.parametrize(("language", "present", "sentence"), SENTENCES, ids=lambda one: one[:40])
def test_a_sentence_is_read(language: SentenceLanguage, present: str, sentence: str) -> None:
    reading = read_sentence(sentence, language)
    assert present_in(reading) == present, reading


def said(language: SentenceLanguage, text: str) -> dict[str, list[str]]:
    reading = read_sentence(text, language)
    answers = {"specific": reading.specific, "measures": reading.measures, "deadlines": reading.deadlines}
    answers["vague"] = reading.vague
    return {name: [text[one.start : one.end] for one in found] for name, found in answers.items() if found}


def test_every_answer_names_its_words_in_danish() -> None:
    assert said("da", "Ring til 20 kunder inden den 1. marts.") == {
        "specific": ["Ring", "20 kunder"],
        "measures": ["20 kunder"],
        "deadlines": ["inden den 1. marts"],
    }
    assert said("da", "Styrk din kvalitetsbevidsthed.") == {"vague": ["Styrk", "kvalitetsbevidsthed"]}


def test_every_answer_names_its_words_in_swedish() -> None:
    assert said("sv", "Svara på alla mejl inom 24 timmar.") == {
        "specific": ["Svara"],
        "measures": ["alla", "inom 24 timmar"],
        "deadlines": ["inom 24 timmar"],
    }
    assert said("sv", "Bli mer professionell.") == {"vague": ["professionell"]}


def test_vague_terms_are_entries_of_the_lists_and_not_the_writers_words() -> None:
    reading = read_sentence("Øg kundekvaliteten og snilheden hos Brandt-teamet.", "da")
    assert reading.vague_terms == ("øg", "kvalitet")
    assert {mention.sign for mention in reading.vague} >= {"abstract"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "-",
        "%",
        "1",
        "\n",
        "…",
        "i " * 2000,
        "x" * 5000,
        "1" * 5000,
        "hundrede" * 2000,
        "hundra" * 2000,
    ],
)
def test_what_is_no_sentence_says_nothing_about_an_action(language: SentenceLanguage, text: str) -> None:
    reading = read_sentence(text, language)
    assert not reading.is_time_bound
    assert all(mention.sign == "amount" for mention in reading.specific)


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_can_be_read_and_every_mention_lies_in_it(text: str, language: SentenceLanguage) -> None:
    reading = read_sentence(text, language)
    for mention in (*reading.specific, *reading.measures, *reading.deadlines, *reading.vague):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.sign


def test_a_participle_is_what_is_there_or_not() -> None:
    assert said("da", "Årsrapporten er afleveret den 1. marts.") == {
        "specific": ["afleveret"],
        "measures": ["afleveret"],
        "deadlines": ["den 1. marts"],
    }
    assert said("sv", "Få avtalet underskrivet före midsommar.") == {
        "specific": ["Få avtalet underskrivet"],
        "measures": ["Få avtalet underskrivet"],
        "deadlines": ["före midsommar"],
    }
    assert said("da", "Tjekliste udfyldt hver aften.") == {
        "specific": ["udfyldt"],
        "measures": ["udfyldt", "hver", "hver aften"],
        "deadlines": ["hver aften"],
    }


def test_a_clause_of_time_belongs_to_the_deadline() -> None:
    assert said("sv", "Töm lådan innan du kör hem.")["deadlines"] == ["innan du kör hem"]
    assert said("da", "Inden messen skal du ringe til ti kunder.")["deadlines"] == ["Inden messen"]


def test_a_name_or_a_noun_at_the_head_is_no_action() -> None:
    assert "specific" not in said("da", "Nils skal finde tilbage til gejsten.")
    assert "specific" not in said("sv", "Stämningen ska lyfta.")
    assert said("sv", "Under mars tränar Hassan på kassan.")["specific"] == ["tränar"]


def test_a_number_after_a_noun_names_it() -> None:
    assert "measures" not in said("sv", "Höj tempot på linje 6 under kvartal 4.")
    assert said("da", "Ikke en eneste åben sag den 1. maj.")["measures"] == ["Ikke en eneste"]
