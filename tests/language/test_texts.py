"""What free texts say amiss: `texts.<language>.txt` holds sentences with what is to be found in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipctl.language.lists import SentenceLanguage
from pipctl.language.statements import statements
from pipctl.language.texts import is_silent, read_statement, read_text
from pipctl.language.tone_lexicon import tone_lexicon

LANGUAGES: tuple[SentenceLanguage, ...] = ("da", "sv")
SIGNS = {
    *(
        "personal-attack",
        "absolute",
        "business-reasons",
        "predetermined",
        "hearsay",
        "protected-characteristic",
    ),
    *("health-data", "special-category", "private-matters", "criminal-allegation", "vague-support"),
}


def sentences(language: SentenceLanguage) -> Iterator[tuple[str, str]]:
    """Yield what is to be found, such as `absolute:altid`, and the sentence."""
    file = Path(__file__).parent / f"texts.{language}.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            expected, sentence = re.split(r"\s{2,}", line, maxsplit=1)
            yield expected, sentence


SENTENCES = [(language, *one) for language in LANGUAGES for one in sentences(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_sentences_of_every_sort(language: SentenceLanguage) -> None:
    own = [expected.partition(":")[0] for expected, _ in sentences(language)]
    assert set(own) == SIGNS | {"-"}
    assert own.count("-") > 30


@pytest.mark.parametrize(("language", "expected", "sentence"), SENTENCES, ids=lambda one: one[:40])
def test_a_text_is_read(language: SentenceLanguage, expected: str, sentence: str) -> None:
    found = {f"{one.sign}:{sentence[one.start : one.end]}" for one in read_text(sentence, language)}
    if expected == "-":
        assert found == set()
    else:
        assert expected in found


def test_the_name_of_the_employee_tells_who_is_spoken_of() -> None:
    text = "I uge 12 var rasmus uduelig."
    assert read_text(text, "da") == ()
    assert [one.sign for one in read_text(text, "da", frozenset(["rasmus"]))] == ["personal-attack"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", " ", ".", "…", '"', "“”", "i " * 3000, "ikke at " * 2000, "du er " * 2000]
)
def test_what_says_nothing_is_found_nothing_in(language: SentenceLanguage, text: str) -> None:
    assert read_text(text, language) == ()


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_can_be_read_and_every_mention_lies_in_it(text: str, language: SentenceLanguage) -> None:
    for mention in read_text(text, language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.sign in SIGNS


WORDS = [word for _, _, sentence in SENTENCES for word in sentence.split()]


@given(words=st.lists(st.sampled_from(WORDS), max_size=12), language=st.sampled_from(LANGUAGES))
def test_a_text_called_silent_holds_nothing(words: list[str], language: SentenceLanguage) -> None:
    text = " ".join(words)
    if is_silent(text, language):
        lexicon = tone_lexicon(language)
        found = [
            one for each in statements(text, lexicon, frozenset()) for one in read_statement(each, lexicon)
        ]
        assert found == []
