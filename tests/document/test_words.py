"""The texts of documents say the same things in three languages, and nothing is left unsaid or unused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import pipctl.document
from pipctl.document.words import Words
from pipctl.model.scalars import Language
from pipctl.store.texts import load_texts

SOURCES = sorted(Path(pipctl.document.__file__).parent.glob("*.py"))
OWN = ("headings", "leads", "form")
"""Parts of the texts that follow the structure of one language's form."""


def leaves(node: Any, address: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, f"{address}.{key}" if address else key)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield f"{address}[{number}]", value
    else:
        yield address, node


def texts(language: Language, name: str) -> dict[str, str]:
    return dict(leaves(load_texts(language, name)))


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", ["document", "dates"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_language_says_the_same_with_the_same_slots(language: Language, name: str) -> None:
    def shared(one: Language) -> dict[str, set[str]]:
        found = texts(one, name).items()
        return {
            address: slots(text)
            for address, text in found
            if not address.startswith(OWN) and not address.startswith("signatures.fields")
        }

    assert len(shared("da")) > 20
    assert shared(language) == shared("da")


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_text_that_the_code_asks_for_is_there(language: Language) -> None:
    code = "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)
    asked = set(re.findall(r'words(?:\.all)?\(\s*"([a-z_.-]+)"', code))
    assert len(asked) > 60
    words = Words(language)
    missing = {address for address in asked if not address.startswith(OWN) and not found(words, address)}
    assert missing == set()


def found(words: Words, address: str) -> bool:
    try:
        words.all(address)
    except KeyError:
        return False
    return True


@pytest.mark.parametrize(("language", "other"), [("da", "sv"), ("da", "en"), ("sv", "en")])
def test_no_sentence_is_left_in_another_language(language: Language, other: Language) -> None:
    here, there = texts(language, "document"), texts(other, "document")
    sentences = [address for address, text in here.items() if text.count(" ") > 3]
    assert len(sentences) > 20
    assert [address for address in sentences if here[address] == there.get(address)] == []


def test_the_clauses_of_the_forms_stand_word_for_word() -> None:
    assert Words("da").all("signatures.clauses") == (
        (
            "Underskriften bekræfter, at planen er gennemgået og modtaget. "
            "Den er ikke i sig selv udtryk for, at medarbejderen er enig i indholdet."
        ),
        "Planen er udfærdiget i to eksemplarer, og parterne beholder hvert sit.",
    )
    assert Words("sv").all("signatures.clauses") == (
        (
            "Underskriften bekräftar att planen har gåtts igenom och tagits emot. "
            "Den innebär inte i sig att medarbetaren godtar innehållet."
        ),
        "Planen har upprättats i två exemplar, och var och en behåller ett.",
    )
