"""The project's own labeled sentences: enough of them, each as the guide says, and divided as it says.

Nothing here prints a sentence: those set aside are not to be read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bench.labeled import KINDS, OWN_CORPUS, RULE_OF, WRITTEN, Kind, is_set_aside, read_corpus

KEYS = {
    "goals": ["id", "lang", "text", "label", "missing", "source"],
    "texts": ["id", "lang", "text", "flags"],
}
ENOUGH = {"goals": 300, "texts": 200}
PARTS = ("tuning", "held")
HELD = [OWN_CORPUS / f"{kind}-held.jsonl" for kind in KINDS]

needs_the_third_set_aside = pytest.mark.skipif(
    not all(file.is_file() for file in HELD), reason="the sentences set aside are not in this checkout"
)


@cache
def lines(kind: Kind, part: str) -> tuple[dict[str, Any], ...]:
    file = OWN_CORPUS / f"{kind}-{part}.jsonl"
    content = file.read_text(encoding="utf-8") if file.is_file() else ""
    return tuple(json.loads(line) for line in content.split("\n") if line)


def everything() -> Iterator[tuple[Kind, str, dict[str, Any]]]:
    for kind in KINDS:
        for part in PARTS:
            yield from ((kind, part, entry) for entry in lines(kind, part))


def bare(text: str) -> str:
    """Return a text without what does not make it another one: case, spaces, marks at its end."""
    return " ".join(text.casefold().split()).rstrip(".!")


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("kind", KINDS)
def test_there_are_enough_sentences(kind: Kind, language: str) -> None:
    count = sum(entry["lang"] == language for of, _, entry in everything() if of == kind)
    assert count >= ENOUGH[kind]


def test_the_benchmark_reads_every_line() -> None:
    assert len(read_corpus(OWN_CORPUS)) == sum(1 for _ in everything())


def test_every_line_follows_the_guide() -> None:
    wrong = [
        entry["id"]
        for kind, _, entry in everything()
        if list(entry) != KEYS[kind]
        or not (entry["text"] == entry["text"].strip() != "")
        or entry["id"].split("-")[1] != entry["lang"]
        or entry.get("source", "written") != "written"
    ]
    assert wrong == []


def test_labels_are_known_and_stand_once() -> None:
    for kind in KINDS:
        labels = [
            entry[KEYS[kind][-2 if kind == "goals" else -1]] for of, _, entry in everything() if of == kind
        ]
        assert all(len(set(some)) == len(some) for some in labels)
        assert {label for some in labels for label in some} <= set(RULE_OF[kind])
        assert any(not some for some in labels)


def test_the_label_of_a_goal_sums_up_what_is_missing() -> None:
    wrong = [
        entry["id"]
        for kind, _, entry in everything()
        if kind == "goals"
        and entry["label"]
        != ("vague" if "specific" in entry["missing"] else "partly" if entry["missing"] else "smart")
    ]
    assert wrong == []


def test_an_id_and_a_text_stand_once_in_both_parts() -> None:
    ids = Counter(entry["id"] for _, _, entry in everything())
    assert [one for one, times in ids.items() if times > 1] == []
    for kind in KINDS:
        texts: dict[tuple[str, str], list[str]] = {}
        for of, _, entry in everything():
            if of == kind:
                texts.setdefault((entry["lang"], bare(entry["text"])), []).append(entry["id"])
        assert [alike for alike in texts.values() if len(alike) > 1] == []


def test_the_hash_of_the_id_decides_the_file() -> None:
    assert [
        entry["id"] for _, part, entry in everything() if is_set_aside(entry["id"]) != (part == "held")
    ] == []


def test_the_division_is_the_documented_one() -> None:
    guide = (OWN_CORPUS / "README.md").read_text(encoding="utf-8")
    assert 'int(hashlib.sha256(("v1" + id).encode()).hexdigest(), 16) % 3 == 2' in guide
    assert not is_set_aside("ga-da-001")
    assert is_set_aside("ga-da-002")


def test_the_guide_explains_every_label_and_its_rule() -> None:
    guide = (OWN_CORPUS / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        for label, code in RULE_OF[kind].items():
            assert f"| `{label}` | {code} |" in guide


@needs_the_third_set_aside
@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("kind", KINDS)
def test_about_a_third_is_set_aside(kind: Kind, language: str) -> None:
    tuning, held = ([one for one in lines(kind, part) if one["lang"] == language] for part in PARTS)
    # A little less than a third: of some sentences the third that had been seen was left out.
    assert 0.15 < len(held) / (len(held) + len(tuning)) < 0.42


@needs_the_third_set_aside
def test_the_sentences_set_aside_show_every_label() -> None:
    for kind in KINDS:
        key = "missing" if kind == "goals" else "flags"
        assert {label for one in lines(kind, "held") for label in one[key]} == set(RULE_OF[kind])
