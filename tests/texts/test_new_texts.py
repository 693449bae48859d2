"""What `pipctl new` says is said in three languages, piece for piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import pytest

from pipctl.model.scalars import Language
from pipctl.store.texts import load_texts

FILES = ("scaffold", "interview", "new")
LANGUAGES: tuple[Language, ...] = ("da", "sv", "en")
SLOT = re.compile(r"\{([a-z]+)\}")
IN_ALL_LANGUAGES_AT_ONCE = "questions.language.ask"


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from leaves(value, f"{path}.{key}".lstrip("."))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from leaves(value, f"{path}[{number}]")
    else:
        assert isinstance(node, str), f"{path} is read as {type(node).__name__}, not as text"
        yield path, node


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["da", "sv"])
def test_each_language_says_the_same_things_with_the_same_slots(name: str, language: Language) -> None:
    own, english = dict(leaves(load_texts(language, name))), dict(leaves(load_texts("en", name)))
    assert len(english) > 2
    assert list(own) == list(english)
    slots = {path: set(SLOT.findall(text)) for path, text in english.items()}
    assert {path: set(SLOT.findall(text)) for path, text in own.items()} == slots


@pytest.mark.parametrize("name", FILES)
def test_no_sentence_is_left_in_another_language(name: str) -> None:
    said = {language: dict(leaves(load_texts(language, name))) for language in LANGUAGES}
    for one, other in combinations(said.values(), 2):
        # "weekly, biweekly eller monthly" is Danish and Swedish alike.
        phrases = {
            path: text for path, text in one.items() if len(text.split()) > 2 and " eller " not in text
        }
        same = [path for path, text in phrases.items() if text == other[path]]
        assert [path for path in same if path != IN_ALL_LANGUAGES_AT_ONCE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_is_a_phrase_that_may_stand_unquoted_in_the_file(language: Language) -> None:
    hints = dict(leaves(load_texts(language, "scaffold")["places"]))
    assert len(hints) > 40
    long = [path for path, text in hints.items() if len(text) > 100]
    broken = [path for path, text in hints.items() if ": " in text or " #" in text or text.endswith(".")]
    assert (long, broken) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_good_and_the_bad_goal_are_those_of_the_seed(language: Language) -> None:
    notes = load_texts(language, "scaffold")["notes"]["goals"]
    guide = load_texts(language, "interview")["questions"]["goal"]["guide"]
    assert notes[1:] == guide[1:]
    assert "72" in notes[1]
    assert "90" in notes[1]
