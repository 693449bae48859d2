"""Data → plan: Pydantic's verdict on a file, as problems at paths of the data.

The models are the one source of truth. Building their validator takes pydantic 80 ms or more, so
`model/core.json` holds its core schema ready made (`make generate`; a test holds it to the models).
It is used where the installed pydantic-core is the one it was made with; elsewhere it is built anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module, resources
from typing import Any, NamedTuple, TypeVar

import pydantic_core

from pipctl.model.plan import Plan
from pipctl.model.policy import Policy

Whole = TypeVar("Whole")

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists, as in the data."""

KINDS: Mapping[str, str] = {
    "missing": "missing",
    "union_tag_not_found": "missing",
    "unexpected_keyword_argument": "unknown-key",
    "union_tag_invalid": "event-unknown",
    "literal_error": "choice",
    "tuple_type": "list-expected",
    "list_type": "list-expected",
    "dataclass_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
}
"""Pydantic's names for an error → ours; every other one is ours already (`model/scalars.py`)."""


class Problem(NamedTuple):
    """One thing that keeps data from being a plan.

    Attributes:
        kind: names the sentence in `texts/<language>/rules/schema.yaml`.
        path: the nearest place that exists in the data.
        values: what the sentence is filled with; `key` is the missing or unknown key.
    """

    kind: str
    path: Path
    values: Mapping[str, object]


def validate(
    data: object, model: type[Whole], empty: Iterable[Path] = ()
) -> tuple[Whole | None, tuple[Problem, ...]]:
    """Read data, keys without a value left out, as a plan or a policy.

    Args:
        data: what the reader made of a file.
        model: `Plan` or `Policy`.
        empty: paths of the keys that were left out; an unknown one is a slip all the same.

    Returns:
        The plan or policy and no problems, or None and every problem found.
    """
    try:
        whole: Whole = _validator(model.__name__).validate_python(data)
    except pydantic_core.ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        found = tuple(_problem(detail, data, model) for detail in details)
        return None, (*found, *_unknown_among(empty, data, model))
    unknown = tuple(_unknown_among(empty, data, model))
    return (None, unknown) if unknown else (whole, ())


def known_keys(location: Path, model: type[object] = Plan) -> tuple[str, ...]:
    """Return the keys that the mapping at a path may hold, in the contract's order; empty elsewhere.

    In a path through the record, the word of the event stands behind the index:
    `("record", 0, "check-in")`.
    """
    schema = _schema_at(location, model)
    if schema is None or schema["type"] != "dataclass":
        return ()
    return tuple(_key(field) for field in schema["schema"]["fields"])


def accepted_values(location: Path, model: type[object] = Plan) -> tuple[str, ...]:
    """Return the words accepted at a path, where they are a closed choice; empty elsewhere."""
    schema = _schema_at(location, model)
    if schema is not None and schema["type"] == "literal":
        return tuple(str(value) for value in schema["expected"])
    return tuple(schema["choices"]) if schema is not None and schema["type"] == "tagged-union" else ()


def _problem(detail: Mapping[str, Any], data: object, model: type[object]) -> Problem:
    location: Path = detail["loc"]
    values: dict[str, object] = dict(detail.get("ctx") or {})
    kind = KINDS.get(detail["type"], detail["type"])
    if kind == "missing":
        values.setdefault("key", "event" if detail["type"] == "union_tag_not_found" else location[-1])
        if detail["type"] == "missing" and location and location[-1] == values["key"]:
            location = location[:-1]
    elif kind == "unknown-key":
        values["key"] = location[-1]
        values["known"] = known_keys(location[:-1], model)
    elif kind == "choice":
        values["accepted"] = accepted_values(location, model)
    elif kind == "event-unknown":
        values["accepted"] = accepted_values(("record", 0))
        location = (*location, "event")
    path = _existing(location, data)
    if "at" in values:
        path = (*path, str(values.pop("at")))
    return Problem(kind, path, values)


def _unknown_among(empty: Iterable[Path], data: object, model: type[object]) -> Iterator[Problem]:
    """Yield those of the keys without a value that the format does not know."""
    for path in empty:
        known = known_keys(_location(path[:-1], data), model)
        if known and path[-1] not in known:
            yield Problem("unknown-key", path, {"key": path[-1], "known": known})


def _location(path: Path, data: Any) -> Path:
    """Return a path of the data as a location of the model, which names the event behind the index."""
    if path[:1] == ("record",) and len(path) > 1 and isinstance(data, dict):
        entry = data["record"][path[1]]
        event = entry.get("event") if isinstance(entry, dict) else None
        return (*path[:2], str(event), *path[2:])
    return path


def _existing(location: Path, data: object) -> Path:
    """Return the path in the data for a Pydantic location, which also names union tags."""
    path: list[str | int] = []
    node = data
    for step in location:
        if isinstance(node, dict):
            is_tag = len(path) == 2 and path[0] == "record" and step == node.get("event")  # noqa: PLR2004
            if is_tag or step not in node:
                continue
            node = node[step]
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _key(field: Mapping[str, Any]) -> str:
    return str(field.get("validation_alias", field["name"]))


@cache
def _stored() -> dict[str, Any]:
    text = resources.files("pipctl.model").joinpath("core.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    return stored


@cache
def _validator(name: str) -> Any:
    stored = _stored()
    if stored["pydantic_core"] == pydantic_core.__version__:
        return pydantic_core.SchemaValidator(_revived(stored["schemas"][name]))
    from pydantic import TypeAdapter  # only where the stored schema is of another version

    return TypeAdapter({one.__name__: one for one in (Plan, Policy)}[name]).validator


def _revived(node: Any) -> Any:
    """Put classes and functions back in the place of their names."""
    if isinstance(node, dict):
        if "$is" in node:
            module, name = node["$is"].split(":")
            return getattr(import_module(module), name)
        if "$tuple" in node:
            return tuple(node["$tuple"])
        return {key: _revived(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_revived(value) for value in node]
    return node


def _schema_at(location: Path, model: type[object]) -> dict[str, Any] | None:
    """Follow a location through the stored schema."""
    root = _stored()["schemas"][model.__name__]
    named = {one["ref"]: one for one in root.get("definitions", ())}
    schema = _bare(root, named)
    for step in location:
        found: dict[str, Any] | None = None
        if schema["type"] == "dataclass":
            fields = schema["schema"]["fields"]
            found = next((field["schema"] for field in fields if _key(field) == step), None)
        elif schema["type"] == "tagged-union":
            found = schema["choices"].get(step)
        elif schema["type"] == "dict":
            found = schema["values_schema"]
        elif schema["type"] == "tuple" and isinstance(step, int):
            found = schema["items_schema"][0]
        if found is None:
            return None
        schema = _bare(found, named)
    return schema


def _bare(schema: dict[str, Any], named: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Unwrap defaults, nullables, shorthands and references."""
    while True:
        if schema["type"] == "definition-ref":
            schema = named[schema["schema_ref"]]
        elif "schema" in schema and schema["type"] != "dataclass":
            schema = schema["schema"]
        else:
            return schema
