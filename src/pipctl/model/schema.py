"""Models → JSON Schema, for editors and for whoever checks plans without pipctl.

Pydantic says what the models accept; what is added here is the words of one language, the empty value
that every optional key may have (the reader leaves such keys out), and what the models check by hand.
Run by `make generate`; a test holds the schemas to the models. Imports Pydantic: no command does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from pipctl.model.kinds import kind_of
from pipctl.model.plan import Plan
from pipctl.model.policy import Policy
from pipctl.model.scalars import Language

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COUNTRIES: Mapping[Language, str] = {"da": "DK", "sv": "SE"}

PLAN_SECTIONS: Mapping[str, str] = {
    "Plan": "plan",
    "Employer": "employer",
    "Person": "person",
    "Representative": "representative",
    "Period": "period",
    "Break": "break",
    "Prepared": "prepared",
    "Background": "background",
    "Incident": "incident",
    "EarlierStep": "earlier_step",
    "Goal": "goal",
    "Measure": "measure",
    "Step": "step",
    "Support": "support",
    "Responsibilities": "responsibilities",
    "OtherDuty": "other_duty",
    "FollowUp": "follow_up",
    "CheckIn": "check_in",
    "Consequence": "consequence",
    "Attachment": "attachment",
    "Reviewed": "reviewed",
    "Delivered": "delivered",
    "Signed": "signed",
    "Declined": "declined",
    "Meeting": "check-in",
    "NotHeld": "not-held",
    "SupportGiven": "support-entry",
    "Comment": "comment",
    "PartyChanged": "party",
    "WarningGiven": "warning",
    "Amended": "amended",
    "Paused": "paused",
    "Resumed": "resumed",
    "Extended": "extended",
    "Corrected": "corrected",
    "Closed": "closed",
    "Objection": "objection",
    "Result": "result",
    "NextStep": "next_step",
    "GoalAtExtension": "extension_goal",
    "Verdict": "verdict",
}
"""Class → section of `texts/<language>/keys.yaml`; what all entries share stands under `entry`."""

POLICY_SECTIONS: Mapping[str, str] = {
    "Policy": "policy",
    "Employer": "employer",
    "Terms": "terms",
    "TermList": "term_list",
    "DocumentPolicy": "document",
}
"""Class → section of `texts/<language>/policy.yaml`."""


_FAULTS: Mapping[str | None, str] = {
    "format": "format-unknown",
    "day": "day-expected",
    "interval": "interval-expected",
    "clock": "clock-expected",
    "identifier": "identifier-expected",
    "digest": "digest-expected",
    "sha256": "sha256-expected",
    "text": "text-expected",
    "percent": "percent-range",
    "count": "count-expected",
    "whole": "whole-expected",
    "number": "number-expected",
    "truth": "truth-expected",
}
"""Kind of value → what the linter says of another one (SC02), so that an editor says the same."""

_LENGTHS = {"end": "string", "weeks": "integer", "days": "integer"}


class _Words(NamedTuple):
    """The texts of one language, which section of them describes which class, what is said of mistakes."""

    texts: Mapping[str, Any]
    sections: Mapping[str, str]
    mistakes: Mapping[str, Mapping[str, str]]

    def of(self, name: str, key: str) -> Mapping[str, Any]:
        """Return what is said of a key of a class; `_` is the class itself."""
        section = self.texts[self.sections[name]]
        found: Mapping[str, Any] = section[key] if key in section else self.texts["entry"][key]
        return found

    def fault(self, kind: str, **values: str) -> str:
        """Return what is wrong and what to write instead."""
        said = self.mistakes[kind]
        return f"{said['message']} {said['help']}".format(**values)


def plan_schema(language: Language, texts: Mapping[str, Any], mistakes: Mapping[str, Any]) -> Schema:
    """Return the JSON Schema of the plan file (draft 2020-12).

    Args:
        language: of the words; an editor proposes it, and the country that goes with it, for a new plan.
        texts: `texts/<language>/keys.yaml`.
        mistakes: the variants of SC02 in `texts/<language>/rules/form.yaml`.
    """
    words = _Words(texts, PLAN_SECTIONS, mistakes)
    schema = _schema_of(Plan, words)
    properties, classes = schema["properties"], schema["$defs"]
    properties["record"]["items"] = _entry(properties["record"]["items"], classes, words)
    properties["language"]["default"] = language
    if language in COUNTRIES:
        properties["country"]["default"] = COUNTRIES[language]
    return schema


def policy_schema(texts: Mapping[str, Any], mistakes: Mapping[str, Any]) -> Schema:
    """Return the JSON Schema of `pipctl.yaml` (draft 2020-12).

    Args:
        texts: `texts/<language>/policy.yaml`.
        mistakes: the variants of SC02 in `texts/<language>/rules/form.yaml`.
    """
    return _schema_of(Policy, _Words(texts, POLICY_SECTIONS, mistakes), understood=("pipctl",))


def _schema_of(model: type[object], words: _Words, *, understood: tuple[str, ...] = ()) -> Schema:
    raw = TypeAdapter(model).json_schema()
    raw["required"] = [key for key in raw["required"] if key not in understood]
    classes = raw.pop("$defs")
    for one in (raw, *classes.values()):
        _hoist(one, classes)
    whole = _class(model.__name__, raw, words)
    described = {name: _class(name, one, words) for name, one in classes.items()}
    label = _labeled(words.of(model.__name__, "_"))
    return {"$schema": DIALECT, **label, "type": "object", **whole, "$defs": described}


def _hoist(raw: Schema, classes: dict[str, Schema]) -> None:
    """Give a class that Pydantic wrote out in its place a name of its own, as all others have."""
    for found in raw["properties"].values():
        for place, one in enumerate(found.get("anyOf", ())):
            if "properties" in one:
                classes.setdefault(one["title"], one)
                found["anyOf"][place] = {"$ref": f"#/$defs/{one['title']}"}


def _class(name: str, raw: Schema, words: _Words) -> Schema:
    """Return the schema of one class.

    Type and words stand beside each reference to it: there it is known whether the key may be empty and
    what the class is called in that place.
    """
    required = raw.get("required", [])
    properties = {}
    for key, found in raw["properties"].items():
        said = words.of(name, key)
        may_be_empty = key not in required
        value = _value(found, said, words, may_be_empty=may_be_empty)
        default = {"default": found["default"]} if may_be_empty and found.get("default") else {}
        properties[key] = {**_labeled(said), **value, **default}
    if "event" in properties:
        properties["event"]["description"] = words.of(name, "_")["description"]
    rest = _checked_by_hand(name, words)
    return {"additionalProperties": False, "required": required, **rest, "properties": properties}


def _checked_by_hand(name: str, words: _Words) -> Schema:
    """Return what `__post_init__` of a class refuses, save what JSON Schema cannot say."""
    match name:
        case "Person":
            return {"anyOf": [_with_value("name", "string"), _with_value("ref", "string")]}
        case "Period":
            fault = words.fault("period-length")
            alone = [
                _only_without(key, kind, [one for one in _LENGTHS if one != key], fault)
                for key, kind in _LENGTHS.items()
            ]
            return {"anyOf": [_with_value(*one) for one in _LENGTHS.items()], "allOf": alone}
        case "Result":
            return _only_without("value", "number", ["status"], words.fault("status-beside-value"))
        case _:
            return {}


def _with_value(key: str, kind: str) -> Schema:
    return {"required": [key], "properties": {key: {"type": kind}}}


def _only_without(key: str, kind: str, others: list[str], fault: str) -> Schema:
    """Return a schema that wants other keys empty where one has a value."""
    empty = {"type": "null", "errorMessage": fault}
    return {"if": _with_value(key, kind), "then": {"properties": dict.fromkeys(others, empty)}}


def _labeled(said: Mapping[str, Any]) -> Schema:
    return {"title": said["title"], "description": said["description"]}


def _value(found: Schema, said: Mapping[str, Any], words: _Words, *, may_be_empty: bool) -> Schema:
    """Return the schema of a value.

    Alternatives are told apart by their type alone, which gives plainer messages than listing them; only a
    closed choice of words leaves no room for a list or for nothing beside it.
    """
    alternatives = [one for one in found.get("anyOf", [found]) if one != {"type": "null"}]
    shaped = [_shaped(one, said.get("values", {}), words) for one in alternatives]
    if may_be_empty:
        shaped.append({"type": "null"})
    if any("enum" in one or "const" in one for one in shaped):
        return shaped[0] if len(shaped) == 1 else {"oneOf": shaped}
    merged: Schema = {}
    for one in reversed(shaped):
        merged |= one
    kinds = [one["type"] for one in shaped]
    return {**merged, "type": kinds[0] if len(kinds) == 1 else kinds}


def _shaped(one: Schema, meanings: Mapping[str, str], words: _Words) -> Schema:
    """Return an alternative without Pydantic's words, and with ours for a mistake."""
    shaped = {key: value for key, value in one.items() if key not in ("title", "description", "default")}
    if "$ref" in shaped:
        return {"type": "object", "errorMessage": words.fault("mapping-expected"), **shaped}
    if "items" in shaped:
        item = _shaped(shaped["items"], meanings, words)
        if "$ref" in item:
            item |= _labeled(words.of(item["$ref"].rpartition("/")[2], "_"))
        return {**shaped, "items": item, "errorMessage": words.fault("list-expected")}
    if isinstance(shaped.get("additionalProperties"), dict):
        value = _value(shaped["additionalProperties"], {"values": meanings}, words, may_be_empty=True)
        return {**shaped, "additionalProperties": value}
    if "enum" in shaped:
        shaped["errorMessage"] = words.fault("choice", accepted=", ".join(shaped["enum"]))
        if meanings:
            shaped["markdownEnumDescriptions"] = [meanings[value] for value in shaped["enum"]]
    elif (kind := kind_of(shaped)) is not None:
        shaped["errorMessage"] = words.fault(_FAULTS[kind])
    return shaped


def _entry(union: Schema, classes: Mapping[str, Schema], words: _Words) -> Schema:
    """Return the schema of an entry of the record: the event decides which class it must be.

    With `oneOf` an editor would report what is wrong with all sixteen; so it reports what is wrong with one.
    """
    said = words.texts["entry"]
    names = [one["$ref"].rpartition("/")[2] for one in union["oneOf"]]
    events = {classes[name]["properties"]["event"]["const"]: name for name in names}
    event = {
        **_labeled(said["event"]),
        "type": "string",
        "enum": list(events),
        "errorMessage": words.fault("event-unknown", accepted=", ".join(events)),
        "markdownEnumDescriptions": [said["event"]["values"][one] for one in events],
    }
    return {
        **_labeled(said["_"]),
        "type": "object",
        "required": ["event"],
        "properties": {"event": event},
        "allOf": [
            {
                "if": {"required": ["event"], "properties": {"event": {"const": one}}},
                "then": {**_labeled(words.of(name, "_")), "$ref": f"#/$defs/{name}"},
            }
            for one, name in events.items()
        ],
    }
