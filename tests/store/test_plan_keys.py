"""The keys of the plan file are told from its schema: all of them, each as the models have it."""

import pytest

from pipctl.model.kinds import KINDS, kind_of
from pipctl.model.scalars import Language
from pipctl.model.validation import accepted_values, known_keys
from pipctl.store.keys import Key, every_key, plan_keys

LANGUAGES: tuple[Language, ...] = ("en", "da", "sv")
KEYS = list(every_key("en"))


LISTS = {key.path for key in KEYS if key.form == "many"}


def place(path: tuple[str, ...], *, item: bool = False) -> tuple[str | int, ...]:
    """Return where the validator has a key, in the first item of every list above it."""
    steps: list[str | int] = []
    for depth, step in enumerate(path, start=1):
        steps.append(step)
        if path[:depth] in LISTS and (item or depth < len(path)):
            steps.append(0)
    return tuple(steps)


def test_every_key_is_there_in_the_order_of_the_models() -> None:
    assert len(KEYS) > 200
    assert [key.path[0] for key in plan_keys("en")] == list(known_keys(()))
    opened = [key for key in KEYS if key.inside and key.path != ("record",)]
    assert len(opened) > 30
    shared = ("date", "recorded", "author", "note", "event")
    for key in opened:
        inside = [one.path[-1] for one in key.inside]
        assert inside == [
            one for one in known_keys(place(key.path, item=True)) if key.kind != "event" or one not in shared
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys(language: Language) -> None:
    def bare(keys: list[Key]) -> list[tuple[object, ...]]:
        return [
            (key.path, key.kind, key.form, key.is_required, [word for word, _ in key.choices]) for key in keys
        ]

    assert bare(list(every_key(language))) == bare(KEYS)


def test_every_kind_is_known_and_used() -> None:
    assert {key.kind for key in KEYS} == {*KINDS, "choice", "mapping", "event"}
    assert {key.form for key in KEYS} == {"one", "many", "either"}
    assert [key.path for key in KEYS if key.takes_mapping] == [("consequence",)]


def test_choices_are_those_the_models_accept() -> None:
    choices = [key for key in KEYS if key.kind == "choice" and key.form == "one" and "event" not in key.path]
    single = [key for key in choices if accepted_values(place(key.path))]
    assert len(single) > 15
    for key in single:
        assert tuple(word for word, _ in key.choices) == accepted_values(place(key.path))
    assert all(meaning for key in choices for _, meaning in key.choices)


@pytest.mark.parametrize(
    ("path", "is_required", "one_of"),
    [
        (("id",), True, ()),
        (("period", "weeks"), False, ("end", "weeks", "days")),
        (("employee", "name"), False, ("name", "ref")),
        (("record", "date"), True, ()),
        (("record", "signed", "digest"), True, ()),
        (("record", "corrected", "digest"), False, ()),
    ],
)
def test_what_is_required_is_told(path: tuple[str, ...], is_required: bool, one_of: tuple[str, ...]) -> None:
    (key,) = (one for one in KEYS if one.path == path)
    assert (key.is_required, key.one_of) == (is_required, one_of)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_recognized_by_its_schema(name: str) -> None:
    assert kind_of(KINDS[name]) == name


def test_no_kind_is_seen_in_a_choice_a_list_or_a_mapping() -> None:
    assert kind_of({"type": "string", "enum": ["a"]}) is None
    assert kind_of({"type": "array", "items": {"type": "string"}}) is None
    assert kind_of({"type": ["object", "null"]}) is None
    assert kind_of({"type": ["number", "null"], "title": "Target"}) == "number"
