"""What is refused is refused in three languages, with the same values filled in."""

from __future__ import annotations

from string import Formatter

import pytest

from pipctl.model.scalars import Language
from pipctl.store.texts import load_texts

TRANSLATED: tuple[Language, ...] = ("da", "sv")


def slots(sentence: str) -> set[str]:
    return {slot for _, slot, _, _ in Formatter().parse(sentence) if slot is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_refusal_is_translated_with_the_same_slots(language: Language) -> None:
    english = {key: slots(sentence) for key, sentence in load_texts("en", "refusals").items()}
    assert len(english) > 15
    assert {key: slots(sentence) for key, sentence in load_texts(language, "refusals").items()} == english


def test_no_refusal_reads_alike_in_two_languages() -> None:
    english, danish, swedish = (load_texts(language, "refusals") for language in ("en", "da", "sv"))
    alike = [key for key in english if len({english[key], danish[key], swedish[key]}) < 3]
    assert alike == ["misconfigured", "no-such-color"]
