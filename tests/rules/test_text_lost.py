"""The keys that rule YM03 goes by are those of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from pipctl.rules import text_lost

READERS_OF_NUMBERS = {"read_number", "read_percent", "read_count", "read_whole"}


def fields() -> Iterator[tuple[str, str, bool]]:
    """Yield each key of a plan with the reader of its value, and whether it holds a list."""
    stored = json.loads(resources.files("pipctl.model").joinpath("core.json").read_text("utf-8"))
    schema = stored["schemas"]["Plan"]
    named = {one["ref"]: one for one in schema.get("definitions", ())}
    yield from _fields(schema, "", named, is_list=False)


def _fields(
    schema: dict[str, Any], key: str, named: dict[str, Any], *, is_list: bool
) -> Iterator[tuple[str, str, bool]]:
    kind = schema["type"]
    if kind == "definition-ref":
        yield from _fields(named[schema["schema_ref"]], key, named, is_list=is_list)
    elif kind == "dataclass":
        for field in schema["schema"]["fields"]:
            name = field.get("validation_alias", field["name"])
            yield from _fields(field["schema"], name, named, is_list=False)
    elif kind == "function-plain":
        yield key, schema["function"]["function"]["$is"].partition(":")[2], is_list
    elif kind == "tagged-union":
        for choice in schema["choices"].values():
            yield from _fields(choice, key, named, is_list=False)
    elif kind == "tuple":
        yield from _fields(schema["items_schema"][0], key, named, is_list=True)
    elif kind != "literal":
        yield from _fields(schema["schema"], key, named, is_list=is_list)


FIELDS = list(fields())


def test_there_are_keys() -> None:
    assert len(FIELDS) > 100
    assert ("text", "read_filled", False) in FIELDS
    assert ("agenda", "read_text", True) in FIELDS


def test_every_text_is_known_and_nothing_else() -> None:
    # A plain text under `consequence` is short for its `not_met`.
    texts = {key for key, reader, is_list in FIELDS if reader in ("read_text", "read_filled") and not is_list}
    assert texts | {"consequence"} == text_lost.TEXT_KEYS


def test_every_list_of_texts_is_known_and_nothing_else() -> None:
    lists = {key for key, reader, is_list in FIELDS if reader == "read_text" and is_list}
    assert lists == text_lost.TEXT_LIST_KEYS


def test_every_number_is_known_and_no_number_is_called_like_another_value() -> None:
    numbers = {key for key, reader, _ in FIELDS if reader in READERS_OF_NUMBERS}
    assert numbers == text_lost.NUMBER_KEYS
    assert numbers.isdisjoint(key for key, reader, _ in FIELDS if reader not in READERS_OF_NUMBERS)
