"""The texts that describe every key of the plan file say the same things in three languages."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from ruamel.yaml import YAML

TEXTS = Path(__file__).parents[2] / "src" / "pipctl" / "texts"
LANGUAGES = ("en", "da", "sv")
LONGEST_DESCRIPTION = 220
ORDER = """
plan employer person representative period break prepared background incident earlier_step
goal measure step support responsibilities other_duty follow_up check_in consequence attachment
entry reviewed delivered signed declined check-in not-held support-entry comment party warning
amended paused resumed extended corrected closed
objection result next_step extension_goal verdict
"""
PARTS = ORDER.split()

Text = Mapping[str, str | Mapping[str, str]]
Catalog = Mapping[str, Mapping[str, Text]]


def load(language: str) -> Catalog:
    catalog: Catalog = YAML(typ="safe").load(TEXTS / language / "keys.yaml")
    return catalog


def entries(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    for part, keys in catalog.items():
        for key, text in keys.items():
            yield f"{part}.{key}", text


def shape(catalog: Catalog) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every entry with its fields and its accepted values, in the order of the file."""
    return [(place, tuple(text), tuple(choices(text))) for place, text in entries(catalog)]


def choices(text: Text) -> Mapping[str, str]:
    values = text.get("values", {})
    assert isinstance(values, Mapping)
    return values


def sentence(text: Text, field: str) -> str:
    found = text[field]
    assert isinstance(found, str), f"{field} is read as {type(found).__name__}, not as text"
    return found


@pytest.fixture(scope="module")
def catalogs() -> dict[str, Catalog]:
    return {language: load(language) for language in LANGUAGES}


def test_the_parts_of_the_plan_file_are_described_in_its_order(catalogs: dict[str, Catalog]) -> None:
    assert list(catalogs["en"]) == PARTS
    assert sum(1 for _ in entries(catalogs["en"])) > 150


def test_every_part_describes_itself_first(catalogs: dict[str, Catalog]) -> None:
    assert [next(iter(keys)) for keys in catalogs["en"].values()] == ["_"] * len(PARTS)


@pytest.mark.parametrize("language", ["da", "sv"])
def test_every_language_describes_the_same_keys_and_values(
    catalogs: dict[str, Catalog], language: str
) -> None:
    assert shape(catalogs[language]) == shape(catalogs["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_has_a_title_a_description_and_nothing_unknown(
    catalogs: dict[str, Catalog], language: str
) -> None:
    allowed = [("title", "description"), ("title", "description", "values")]
    assert [place for place, text in entries(catalogs[language]) if tuple(text) not in allowed] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_a_label_and_a_description_a_short_sentence(
    catalogs: dict[str, Catalog], language: str
) -> None:
    faults = []
    for place, text in entries(catalogs[language]):
        title, description = sentence(text, "title"), sentence(text, "description")
        if title.endswith(".") or title != title.strip() or not title[:1].isupper():
            faults.append(f"{place}: title {title!r}")
        if not description.endswith(".") or len(description) > LONGEST_DESCRIPTION:
            faults.append(f"{place}: description of {len(description)} characters")
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_is_explained_in_a_phrase(catalogs: dict[str, Catalog], language: str) -> None:
    explained = [
        (f"{place}={value}", explanation)
        for place, text in entries(catalogs[language])
        for value, explanation in choices(text).items()
    ]
    assert len(explained) > 100
    assert [place for place, phrase in explained if not phrase.strip() or phrase.endswith(".")] == []


@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES, 2)))
def test_no_description_is_left_in_another_language(
    catalogs: dict[str, Catalog], one: str, other: str
) -> None:
    pairs = zip(entries(catalogs[one]), entries(catalogs[other]), strict=True)
    same = [place for (place, left), (_, right) in pairs if left["description"] == right["description"]]
    assert same == []
