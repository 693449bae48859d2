"""The keys of the plan file as its stored JSON Schema describes them, for whoever asks what belongs where."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pipctl.model.kinds import kind_of
from pipctl.model.record import Entry
from pipctl.model.scalars import Language
from pipctl.store.resources import resource_folder, schema_name

Schema = Mapping[str, Any]

ENTRY_KEYS = frozenset({*vars(Entry)["__dataclass_fields__"], "event"})
"""The keys that every entry of the record may have, whatever its event."""


class Key(NamedTuple):
    """One key, or one event of the record.

    Attributes:
        path: keys from the top; in the record the event stands above the keys that only it has.
        title: what a document calls it.
        description: one or two sentences.
        kind: of the value: a kind of `model/kinds.py`, `choice`, `mapping` or, for an event, `event`.
        form: `one` value, `many` in a list, or `either`.
        takes_mapping: whether the value may also be a mapping, as that of `consequence`.
        is_required: whether the file is no plan, or the entry no entry, without it.
        one_of: the keys beside it, itself among them, of which one is required.
        choices: the accepted words with what they mean.
        inside: what stands below it.
    """

    path: tuple[str, ...]
    title: str
    description: str
    kind: str
    form: str
    takes_mapping: bool
    is_required: bool
    one_of: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    inside: tuple[Key, ...]


def plan_keys(language: Language) -> tuple[Key, ...]:
    """Return the top-level keys of a plan, in the order of the contract, each with what stands below it.

    The events of the record stand below `record`, after the keys that every entry has.
    """
    file = resource_folder("schemas") / schema_name("plan", language)
    schema = json.loads(file.read_text(encoding="utf-8"))
    return tuple(_keys(schema, schema["$defs"], ()))


def every_key(language: Language) -> Iterator[Key]:
    """Yield every key and event of the plan file in reading order."""
    yield from _walk(plan_keys(language))


def _walk(keys: tuple[Key, ...]) -> Iterator[Key]:
    for key in keys:
        yield key
        yield from _walk(key.inside)


def _keys(schema: Schema, classes: Mapping[str, Schema], above: tuple[str, ...]) -> Iterator[Key]:
    one_of = tuple(name for way in schema.get("anyOf", ()) for name in way["required"])
    for name, value in schema["properties"].items():
        key = _key((*above, name), value, classes, is_required=name in schema["required"])
        yield key._replace(one_of=one_of) if name in one_of else key


def _key(path: tuple[str, ...], value: Schema, classes: Mapping[str, Schema], *, is_required: bool) -> Key:
    kinds = _types(value)
    ways = [one for one in value.get("oneOf", [value]) if one.get("type") != "null"]
    lists = [one["items"] for one in ways if "array" in _types(one)]
    single = lists[0] if lists else ways[0]
    inside = tuple(_inside(path, single, classes))
    is_single = len(ways) > 1 or bool(kinds - {"array", "null", "object"})
    return Key(
        path=path,
        title=value["title"],
        description=value["description"],
        kind="choice" if "enum" in single else kind_of(single) or ("mapping" if inside else "text"),
        form="one" if not lists else "either" if is_single else "many",
        takes_mapping="object" in kinds and len(kinds - {"null"}) > 1,
        is_required=is_required,
        one_of=(),
        choices=tuple(zip(single.get("enum", ()), single.get("markdownEnumDescriptions", ()), strict=True)),
        inside=inside,
    )


def _types(value: Schema) -> set[str]:
    kinds = value.get("type", [])
    return {kinds} if isinstance(kinds, str) else set(kinds)


def _inside(path: tuple[str, ...], single: Schema, classes: Mapping[str, Schema]) -> Iterator[Key]:
    if "allOf" in single:
        yield from _entries(single, classes)
    elif "$ref" in single:
        yield from _keys(_class(single, classes), classes, path)


def _entries(entry: Schema, classes: Mapping[str, Schema]) -> Iterator[Key]:
    """Yield what every entry has, then each event with its own keys."""
    first = _class(entry["allOf"][0]["then"], classes)
    common = {**first["properties"], **entry["properties"]}
    for name in ("date", *sorted(ENTRY_KEYS - {"date"}, key=list(common).index)):
        yield _key(("record", name), common[name], classes, is_required=name in first["required"])
    for branch in entry["allOf"]:
        event = branch["if"]["properties"]["event"]["const"]
        described = _class(branch["then"], classes)
        own = {key: one for key, one in described["properties"].items() if key not in ENTRY_KEYS}
        path = ("record", event)
        inside = tuple(_keys({**described, "properties": own}, classes, path))
        title, description = branch["then"]["title"], branch["then"]["description"]
        yield Key(path, title, description, "event", "one", False, False, (), (), inside)


def _class(reference: Schema, classes: Mapping[str, Schema]) -> Schema:
    return classes[reference["$ref"].rpartition("/")[2]]
