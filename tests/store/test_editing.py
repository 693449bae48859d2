from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipctl.errors import Refusal
from pipctl.store.editing import append_item, replace_value
from pipctl.store.emitting import Value
from pipctl.store.reader import read

ENTRY: Value = {
    "date": date(2026, 3, 17),
    "event": "comment",
    "by": "employee",
    "text": "Det går bedre: 3 af 4.",
}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/plans/*.yaml"))


def added(before: bytes, after: bytes) -> list[str]:
    """Return the lines that the edit added, after asserting that it removed none."""
    old, new = before.decode().splitlines(), after.decode().splitlines()
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    count = len(new) - len(old)
    assert new[:first] + new[first + count :] == old
    return new[first : first + count]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_entry_is_added_behind_the_record_and_no_other_line_changes(path: Path) -> None:
    before = path.read_bytes()
    after = append_item(read(str(path), before), ("record",), ENTRY)
    has_record = b"\nrecord:\n" in before
    assert added(before, after)[0 if has_record else 1 :] == [
        "  - date: 2026-03-17",
        "    event: comment",
        "    by: employee",
        '    text: "Det går bedre: 3 af 4."',
    ]
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nrecord:\n  - x: y\n"),
        ("a: 1", "a: 1\nrecord:\n  - x: y"),
        ("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\nrecord:\r\n  - x: y\r\n"),
        ("a: 1\nrecord:\nb: 2\n", "a: 1\nrecord:\n  - x: y\nb: 2\n"),
        ("record:  # intet endnu\nb: 2\n", "record:  # intet endnu\n  - x: y\nb: 2\n"),
        ("record: []\nb: 2\n", "record: \n  - x: y\nb: 2\n"),
        (
            "record:\n- {x: z}  # første\n\n# om b\nb: 2\n",
            "record:\n- {x: z}  # første\n- x: y\n\n# om b\nb: 2\n",
        ),
        (
            "record:\n    - x: |\n        tekst\n        mere\n\nb: 2\n",
            "record:\n    - x: |\n        tekst\n        mere\n    - x: y\n\nb: 2\n",
        ),
        (
            "record:\n  - x: z\n    w:\n      - q\nb: 2\n",
            "record:\n  - x: z\n    w:\n      - q\n  - x: y\nb: 2\n",
        ),
        ("\ufeffrecord:\n  - x: z\n", "\ufeffrecord:\n  - x: z\n  - x: y\n"),
        (
            "record:\n  - x: æ 😀 ø\n  - y: 'lang\n      tekst'\n",
            "record:\n  - x: æ 😀 ø\n  - y: 'lang\n      tekst'\n  - x: y\n",
        ),
    ],
)
def test_wherever_the_list_stands_the_item_goes_behind_its_last_line(before: str, after: str) -> None:
    assert append_item(read("p.yaml", before.encode()), ("record",), {"x": "y"}).decode() == after


def test_an_id_is_added_inside_brackets() -> None:
    source = read("p.yaml", b"goals: [G1, G2]  # to\nb: 1\n")
    assert append_item(source, ("goals",), "G 3, nej") == b'goals: [G1, G2, "G 3, nej"]  # to\nb: 1\n'


@pytest.mark.parametrize(
    ("before", "path"),
    [
        ("{a: 1}\n", ("record",)),
        ("record: tekst\n", ("record",)),
        ("a: {b: 1}\n", ("a", "c", "d")),
        ("record: [{x: 1}]\n", ("record",)),
    ],
)
def test_what_cannot_be_edited_line_by_line_is_refused(before: str, path: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        append_item(read("p.yaml", before.encode()), path, {"x": "y"})
    assert refused.value.key == "cannot-edit"


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 2026-03-02  # start\n", date(2026, 3, 3), "a: 2026-03-03  # start\n"),
        ("a: 'x'\n", "nej: #1", 'a: "nej: #1"\n'),
        ("a: 2.5\n", Decimal("2.50"), "a: 2.50\n"),
        ("b: [1, 2]\na: yes\n", "no", "b: [1, 2]\na: no\n"),
        ("a:\nb: 2\n", "x", "a: x\nb: 2\n"),
        ("a: >-\n  lang\n  tekst\n\nb: 2\n", "kort", "a: kort\n\nb: 2\n"),
        ("a: true\n", "true", 'a: "true"\n'),
    ],
)
def test_a_value_is_replaced_where_it_stands(before: str, value: str, after: str) -> None:
    assert replace_value(read("p.yaml", before.encode()), ("a",), value).decode() == after


def test_a_block_is_no_single_value() -> None:
    with pytest.raises(Refusal):
        replace_value(read("p.yaml", b"a:\n  - 1\n"), ("a",), "x")
    with pytest.raises(Refusal):
        replace_value(read("p.yaml", b"a: 1\n"), ("b",), "x")


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]))
SINGLES = st.one_of(TEXTS, st.integers(-(10**12), 10**12), st.booleans(), st.dates())
ITEMS = st.dictionaries(
    st.sampled_from(["what", "who", "due", "note"]),
    st.one_of(SINGLES, st.lists(TEXTS, min_size=1, max_size=3)),
    min_size=1,
)


@settings(max_examples=300)
@given(values=st.lists(ITEMS, min_size=1, max_size=3), newline=st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_added_is_read_back_as_it_was(values: list[dict[str, Value]], newline: str) -> None:
    content = f"a: 1{newline}record:{newline}b: 2 # slut{newline}".encode()
    for value in values:
        content = append_item(read("p.yaml", content), ("record",), value)
    record = read("p.yaml", content).data["record"]
    assert len(record) == len(values)
    for written, value in zip(record, values, strict=True):
        assert written == {
            key: one.isoformat() if isinstance(one, date) else one for key, one in value.items()
        }
