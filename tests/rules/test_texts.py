"""What the rules say: the same in three languages, each in words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

import pytest

from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from pipctl.store.texts import load_texts

FAMILIES = list(dict.fromkeys(rule.family for rule in RULES))
LANGUAGES: tuple[Language, ...] = ("en", "da", "sv")
TRANSLATED: tuple[Language, ...] = ("da", "sv")
FEWEST_WORDS = 4
"""A shorter template, such as `Skriv {iso}.`, may well read alike in Danish and Swedish."""


def rules_of(language: Language, family: str) -> Mapping[str, Mapping[str, Any]]:
    return load_texts(language, f"rules/{family}")


def templates(texts: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Return the forms of every message and help, by a name such as `PE04.break.message`."""
    return dict(_templates(texts))


def _templates(texts: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code, words in texts.items():
        spoken = {"": words} | {f".{name}": variant for name, variant in words.get("variants", {}).items()}
        for name, entry in spoken.items():
            for key in ("message", "help"):
                if key in entry:
                    yield f"{code}{name}.{key}", _forms(entry[key])


def _forms(template: str | Mapping[str, str]) -> tuple[str, ...]:
    return (template,) if isinstance(template, str) else tuple(template.values())


def slots(forms: tuple[str, ...]) -> set[str]:
    return {slot for form in forms for _, slot, _, _ in Formatter().parse(form) if slot is not None}


def own_words(form: str) -> int:
    return len(re.sub(r"\{\w+\}", "", form).split())


def test_there_are_families_of_rules() -> None:
    assert len(FAMILIES) > 1
    assert {"form", "period"} <= set(FAMILIES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_texts_for_its_rules_in_the_order_of_the_catalogue(
    family: str, language: Language
) -> None:
    assert list(rules_of(language, family)) == [rule.code for rule in RULES if rule.family == family]


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_language_has_the_same_messages_with_the_same_slots(family: str, language: Language) -> None:
    english = {name: slots(forms) for name, forms in templates(rules_of("en", family)).items()}
    assert english
    assert {name: slots(forms) for name, forms in templates(rules_of(language, family)).items()} == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_everything_that_can_be_found_has_a_message_and_a_help(family: str, language: Language) -> None:
    named = templates(rules_of(language, family))
    messages = [name for name in named if name.endswith(".message")]
    assert {name[:4] for name in messages} == set(rules_of(language, family))
    helped = {name.removesuffix(".help") for name in named if name.endswith(".help")}
    spoken = {name.removesuffix(".message") for name in messages}
    assert [name for name in spoken if name not in helped and name[:4] not in helped] == []


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_translation_carries_the_summary_and_the_reason_of_each_rule(
    family: str, language: Language
) -> None:
    texts = rules_of(language, family)
    assert [code for code, words in texts.items() if not words.get("summary") or not words.get("why")] == []
    assert [code for code, words in texts.items() if words["summary"].endswith(".")] == []
    assert [code for code, words in texts.items() if not words["why"].endswith(".")] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_reads_alike_in_danish_and_swedish(family: str) -> None:
    danish, swedish = (templates(rules_of(language, family)) for language in TRANSLATED)
    alike = [
        name
        for name, forms in danish.items()
        if forms == swedish.get(name) and any(own_words(form) >= FEWEST_WORDS for form in forms)
    ]
    assert alike == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_message_is_a_sentence(family: str, language: Language) -> None:
    named = templates(rules_of(language, family))
    broken = [
        name
        for name, forms in named.items()
        if name.endswith(".message") and not all(form.endswith((".", "?")) for form in forms)
    ]
    assert broken == []
