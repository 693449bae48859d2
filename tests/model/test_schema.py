"""The JSON Schema says what the models say: both accept a plan, or both refuse it."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipctl.model import agreement, goals, people, record
from pipctl.model.part import Part, key_of
from pipctl.model.plan import Plan
from pipctl.model.policy import DocumentPolicy, Policy, TermList, Terms
from pipctl.model.schema import PLAN_SECTIONS, POLICY_SECTIONS, plan_schema, policy_schema
from pipctl.model.validation import validate
from pipctl.store.reader import read
from pipctl.store.texts import load_texts

ROOT = Path(__file__).parents[2]
PLANS = sorted(ROOT.glob("examples/*/plans/**/*.yaml")) + sorted(ROOT.glob("tests/rules/sound.*.yaml"))
POLICIES = sorted(ROOT.glob("examples/*/pipctl.yaml"))

MISTAKES = load_texts("en", "rules/form")["SC02"]["variants"]
SCHEMA = plan_schema("en", load_texts("en", "keys"), MISTAKES)
POLICY_SCHEMA = policy_schema(load_texts("en", "policy"), MISTAKES)

MINIMAL: dict[str, Any] = {
    "pipctl": 1,
    "id": "2026-015",
    "language": "sv",
    "country": "SE",
    "employee": {"name": "Åsa Öberg"},
    "manager": {"name": "Ulf Ek"},
    "period": {"start": "2026-03-02", "weeks": 8},
}
DIGEST = "4db41fa48f56dd11056c414a7f47e356d0bead2cb4a07fb103522298937c7d93"
WRONG: tuple[Any, ...] = (
    17,
    -1,
    0,
    100.5,
    True,
    "",
    "et ord",
    "2026-03-02",
    "3.3.2026",
    "G1",
    "10:00",
    "employee",
    [],
    ["et ord"],
    [17],
    [None],
    {},
    {"ukendt": 1},
    None,
)

Path_ = tuple[str | int, ...]


def by_schema(data: object, schema: dict[str, Any] = SCHEMA) -> bool:
    return bool(
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid(data)
    )


def by_model(data: object, model: type[object] = Plan) -> bool:
    source = read("plan.yaml", json.dumps(data).encode())
    assert source.faults == ()
    return validate(source.data, model)[0] is not None


def plain(file: Path) -> Any:
    """Return a file's data as an editor sees it: what stands there, dates as text."""
    source = read(file.name, file.read_bytes())
    return json.loads(json.dumps(source.data, default=float))


def sample(schema: dict[str, Any], whole: dict[str, Any]) -> Any:
    """Return a value that the schema describes, with every key it knows."""
    schema = (whole["$defs"][schema["$ref"].rpartition("/")[2]] | schema) if "$ref" in schema else schema
    schema = next(iter(schema.get("oneOf", [schema])))
    if "const" in schema or "enum" in schema:
        return schema.get("const") or schema["enum"][0]
    if "properties" in schema:
        return {key: sample(one, whole) for key, one in schema["properties"].items()}
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if "items" in schema:
        return [sample(schema["items"], whole)]
    if schema.get("format") == "date":
        return "2026-03-02"
    if "pattern" in schema:
        texts = ("G1", f"sha256:{DIGEST}", DIGEST, "10:00", "2026-01-01/2026-02-28")
        return next(one for one in texts if by_schema(one, schema))
    return {"string": "et ord", "integer": 8, "number": 8, "boolean": True, "object": {}}[kinds[0]]


def every_key() -> dict[str, Any]:
    """Return a plan that holds every key of the format once."""
    plan = {key: sample(one, SCHEMA) for key, one in SCHEMA["properties"].items() if key != "record"}
    plan["consequence"] = sample({"$ref": SCHEMA["properties"]["consequence"]["$ref"]}, SCHEMA)
    del plan["period"]["weeks"], plan["period"]["days"]
    plan["record"] = []
    for branch in SCHEMA["properties"]["record"]["items"]["allOf"]:
        plan["record"].append(sample({"$ref": branch["then"]["$ref"]}, SCHEMA))
    for result in next(one for one in plan["record"] if one["event"] == "check-in")["results"]:
        del result["status"]
    return plan


def places(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of every key."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from places(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from places(value, (*path, index))


def carrier(plan: dict[str, Any], path: Path_) -> dict[str, Any]:
    """Return a small plan that holds a place; the index of an entry of the record becomes 0."""
    key = path[0]
    assert isinstance(key, str)
    part = [plan[key][path[1]]] if key == "record" and len(path) > 1 else plan[key]
    return copy.deepcopy({**MINIMAL, key: part})


def mutations(plan: dict[str, Any], path: Path_) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield plans with one place dropped, misspelled or of another value."""

    def mutated() -> tuple[dict[str, Any], Any, Any]:
        data = carrier(plan, path)
        node: Any = data
        for step in path[:-1]:
            node = node[0 if isinstance(step, int) else step]
        return data, node, path[-1]

    data, node, key = mutated()
    del node[key]
    yield "dropped", data
    data, node, key = mutated()
    node[f"{key}x"] = node.pop(key)
    yield "misspelled", data
    for value in WRONG:
        data, node, key = mutated()
        node[key] = value
        yield f"{value!r}", data


WHOLE = every_key()


@pytest.mark.parametrize("file", PLANS, ids=lambda file: f"{file.parents[1].name}-{file.stem}")
def test_both_accept_the_plans_of_the_project(file: Path) -> None:
    data = plain(file)
    assert by_model(data)
    assert by_schema(data)


def test_there_are_plans_and_policies_to_judge() -> None:
    assert len(PLANS) > 10
    assert len(POLICIES) >= 2


def test_both_accept_the_smallest_plan_and_the_one_with_every_key() -> None:
    for data in (MINIMAL, WHOLE):
        assert by_model(data)
        assert by_schema(data)
    assert len({place[-1] for place in places(WHOLE)} | {"weeks", "days", "status"}) > 120


@pytest.mark.parametrize("key", list(WHOLE))
def test_both_judge_every_mutation_alike(key: str) -> None:
    apart, made, refused = [], 0, 0
    for path in places({key: WHOLE[key]}):
        for how, data in mutations(WHOLE, path):
            made += 1
            accepted = by_model(data)
            refused += not accepted
            if by_schema(data) != accepted:
                apart.append(f"{path} {how}: the model {'accepts' if accepted else 'refuses'} it")
    assert made >= 2 + len(WRONG)
    assert refused > 2
    assert apart == []


def test_the_mutations_are_thousands() -> None:
    assert sum(2 + len(WRONG) for _ in places(WHOLE)) > 4000


PAIRS: list[tuple[str, Any]] = [
    ("period", {"start": "2026-03-02"}),
    ("period", {"start": "2026-03-02", "weeks": 8, "days": 3}),
    ("period", {"start": "2026-03-02", "end": "2026-05-02", "days": 3}),
    ("period", {"start": "2026-03-02", "end": "2026-05-02", "weeks": 8, "days": 3}),
    ("period", {"start": "2026-03-02", "end": None, "weeks": 8, "days": None}),
    ("employee", {"role": "Handläggare"}),
    ("employee", {"name": None, "ref": "e-07"}),
    ("employee", {"name": None, "ref": None}),
    ("record", [{"date": "2026-03-02", "event": "check-in", "results": [{"goal": "G1", "value": 3}]}]),
    ("record", [{"date": "2026-03-02", "event": "check-in", "results": [{"goal": "G1", "status": "red"}]}]),
    (
        "record",
        [
            {
                "date": "2026-03-02",
                "event": "check-in",
                "results": [{"goal": "G1", "value": 3, "status": "red"}],
            }
        ],
    ),
    (
        "record",
        [
            {
                "date": "2026-03-02",
                "event": "check-in",
                "results": [{"goal": "G1", "value": None, "status": "red"}],
            }
        ],
    ),
    ("record", [{"date": "2026-03-02", "event": "sacked"}]),
    ("record", [{"date": "2026-03-02"}]),
    ("consequence", {"met": None, "not_met": None}),
    ("period", {"start": "2026-02-30", "weeks": 8}),
]


@pytest.mark.parametrize(("key", "value"), PAIRS)
def test_both_judge_keys_that_depend_on_each_other_alike(key: str, value: Any) -> None:
    data = {**MINIMAL, key: value}
    assert by_schema(data) == by_model(data)


def test_some_of_those_are_refused_and_some_are_not() -> None:
    verdicts = [by_model({**MINIMAL, key: value}) for key, value in PAIRS]
    assert verdicts.count(True) == 6
    assert verdicts.count(False) == 10


def measured(**measure: object) -> dict[str, Any]:
    return {**MINIMAL, "goals": [{"id": "G1", "text": "x", "measure": measure}]}


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("no pattern compares two days", measured(baseline_period="2026-02-28/2026-01-01")),
        ("a pattern does not know the calendar", measured(baseline_period="2026-02-01/2026-02-30")),
        ("JSON Schema counts no digits", measured(target=1234567890123456)),
        ("nor powers of ten", measured(target=1e40)),
        ("the end is computed", {**MINIMAL, "period": {"start": "2026-03-02", "weeks": 999_999}}),
    ],
)
def test_what_only_the_model_can_see(why: str, data: dict[str, Any]) -> None:
    assert by_schema(data), why
    assert not by_model(data), why


def test_white_space_round_a_quoted_date_is_forgiven_by_the_model_alone() -> None:
    data = {**MINIMAL, "erase_by": " 2031-05-31 "}
    assert by_model(data)
    assert not by_schema(data)


@pytest.mark.parametrize("file", POLICIES, ids=lambda file: file.parent.name)
def test_both_accept_the_policies_of_the_project(file: Path) -> None:
    data = plain(file)
    assert by_model({"pipctl": 1, **data}, Policy)
    assert by_schema(data, POLICY_SCHEMA)


def test_both_judge_every_mutation_of_a_policy_alike() -> None:
    whole = {key: sample(one, POLICY_SCHEMA) for key, one in POLICY_SCHEMA["properties"].items()}
    whole |= {"rules": {"PE01": "off"}, "limits": {"period_least_days": 20}}
    assert by_model(whole, Policy)
    assert by_schema(whole, POLICY_SCHEMA)
    apart, made = [], 0
    for path in places(whole):
        for value in (*WRONG, "off"):
            data = copy.deepcopy(whole)
            node: Any = data
            for step in path[:-1]:
                node = node[step]
            node[path[-1]] = value
            made += 1
            understood = {"pipctl": 1, **{key: one for key, one in data.items() if one is not None}}
            if by_schema(data, POLICY_SCHEMA) != by_model(understood, Policy):
                apart.append((path, value))
    assert made > 400
    assert apart == []


CLASSES: dict[str, type[Part]] = {
    one.__name__: one
    for module in (agreement, goals, people, record)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Part) and one not in (Part, record.Entry)
} | {"Plan": Plan}
POLICY_CLASSES: dict[str, type[Part]] = {
    one.__name__: one for one in (Policy, Terms, TermList, DocumentPolicy, people.Employer)
}


def keys(part: type[Part]) -> list[str]:
    """Return the keys of a class, inherited ones too, as a file writes them."""
    return [key_of(field) for field in vars(part)["__dataclass_fields__"]]


def test_every_class_has_a_section_and_every_section_a_class() -> None:
    assert set(CLASSES) == set(PLAN_SECTIONS)
    assert len(CLASSES) == 41
    assert {*PLAN_SECTIONS.values(), "entry"} == set(load_texts("en", "keys"))
    assert set(POLICY_CLASSES) == set(POLICY_SECTIONS)
    assert set(POLICY_SECTIONS.values()) == set(load_texts("en", "policy"))


@pytest.mark.parametrize("name", PLAN_SECTIONS)
def test_every_key_of_the_plan_is_described_in_its_order(name: str) -> None:
    shared = keys(record.Entry) if issubclass(CLASSES[name], record.Entry) else []
    own = [key for key in keys(CLASSES[name]) if key not in (*shared, "event")]
    described = load_texts("en", "keys")[PLAN_SECTIONS[name]]
    assert list(described) == ["_", *own]


@pytest.mark.parametrize("language", ["en", "da", "sv"])
@pytest.mark.parametrize("name", POLICY_SECTIONS)
def test_every_key_of_the_policy_is_described_in_its_order(name: str, language: Any) -> None:
    described = load_texts(language, "policy")[POLICY_SECTIONS[name]]
    assert list(described) == ["_", *keys(POLICY_CLASSES[name])]


def choices(node: Any, path: Path_ = ()) -> Iterator[tuple[Path_, list[str], list[str]]]:
    """Yield every closed choice of a schema with its words and what is said of them."""
    if isinstance(node, dict):
        if "enum" in node:
            yield path, node["enum"], node.get("markdownEnumDescriptions", [])
        for key, value in node.items():
            yield from choices(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from choices(value, (*path, index))


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_every_word_of_a_choice_is_explained(language: Any) -> None:
    schema = plan_schema(language, load_texts(language, "keys"), MISTAKES)
    found = list(choices(schema))
    assert len(found) > 40
    assert [path for path, words, meanings in found if len(words) != len(meanings)] == []


def test_the_texts_explain_no_word_that_is_not_accepted() -> None:
    texts = load_texts("en", "keys")
    accepted: dict[str, set[str]] = {}
    for path, words, _ in choices(SCHEMA["$defs"]):
        accepted.setdefault(f"{PLAN_SECTIONS[str(path[0])]}.{path[2]}", set()).update(words)
    explained = {
        f"{section}.{key}": set(said["values"])
        for section, keys in texts.items()
        for key, said in keys.items()
        if "values" in said and section not in ("plan", "entry")
    }
    assert len(explained) > 30
    assert explained == accepted
