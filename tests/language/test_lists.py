"""The word lists are sound: no entry contradicts another, and no pattern names an unknown group."""

from __future__ import annotations

from collections import Counter

import pytest

from pipctl.language.lists import SentenceLanguage, entries
from pipctl.language.phrases import phrase_of
from tools.inflect import source_entries

LANGUAGES: tuple[SentenceLanguage, ...] = ("da", "sv")
SOURCES = ("nouns", "qualities", "times", "verbs")
LISTS = ("deadlines", "endings", "numerals", "words", *SOURCES)
MAY_OVERLAP = {"labeled", "ornament", "attending", "extent"}
KINDS_OF_NUMBER = {
    "timeofday",
    "number",
    "ordinal",
    "date",
    "year",
    "clock",
    "word",
    "weekcode",
    "quartercode",
    "nth",
    "stop",
}


def listed(language: SentenceLanguage, name: str) -> list[tuple[str, str]]:
    return list((source_entries if name in SOURCES else entries)(language, name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_entries_in_groups_and_none_twice(language: SentenceLanguage, name: str) -> None:
    found = listed(language, name)
    assert len(found) > 20
    assert all(group and entry for group, entry in found)
    assert [entry for entry, count in Counter(found).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verb_is_of_one_group(language: SentenceLanguage) -> None:
    forms = Counter(entry.split(",")[0] for _, entry in listed(language, "verbs"))
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_noun_is_broad_or_narrow_and_not_both(language: SentenceLanguage) -> None:
    forms = Counter(
        entry.split(",")[0].lstrip("=")
        for group, entry in listed(language, "nouns")
        if group not in MAY_OVERLAP
    )
    assert [form for form, count in forms.items() if count > 1] == []


def test_both_languages_have_the_same_groups() -> None:
    for name in LISTS:
        danish, swedish = ({group for group, _ in listed(language, name)} for language in LANGUAGES)
        assert danish ^ swedish <= {"alternate", "stressed", "joins"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pattern_names_groups_that_exist(language: SentenceLanguage) -> None:
    known = {group for name in ("words", "nouns", "times") for group, _ in listed(language, name)}
    named = {
        group
        for sign, pattern in listed(language, "deadlines")
        for part in phrase_of(sign, pattern).parts
        for group in part.groups
    }
    assert len(named) > 10
    assert named <= known | KINDS_OF_NUMBER


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_in_lower_case(language: SentenceLanguage) -> None:
    lists = [name for name in LISTS if name != "deadlines"]
    assert [entry for name in lists for _, entry in listed(language, name) if entry != entry.lower()] == []
