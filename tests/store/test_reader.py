from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pipctl.store.reader import MOST_BYTES, MOST_DEPTH, is_plain_text, read
from pipctl.store.source import Source, Span

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/plans/*.yaml"))


def source_of(text: str) -> Source:
    return read("p.yaml", text.encode())


REFUSALS = [
    ("unit: %\n", "cannot-start", (1, 7)),
    ("a: 1\nunit: @x\n", "cannot-start", (2, 7)),
    ("text: Mål: øg\n", "colon-in-text", (1, 10)),
    ('a: "x\n', "quote-not-closed", (1, 4)),
    ("a: [1, 2\n", "bracket-not-closed", (1, 4)),
    ("a:\n\t- x\n", "tab", (2, 1)),
    ("æøå: 1\nb:\tx\n", "tab", (2, 3)),
    ("a: &x 1\n", "anchor", (1, 4)),
    ("a: *x\n", "alias", (1, 4)),
    ("a: &mål 1\n", "anchor", (1, 4)),
    ("a: *åben*\n", "alias", (1, 4)),
    ("a: !!str 3\n", "tag", (1, 4)),
    ("<<: {a: 1}\n", "merge-key", (1, 1)),
    ("a: 1\n---\nb: 2\n", "second-document", (2, 1)),
    ("? [a]\n: 1\n", "key-not-text", (1, 3)),
    ("- a\n", "not-a-mapping", (1, 1)),
    ("bare text\n", "not-a-mapping", (1, 1)),
    ("", "empty", (1, 1)),
    ("# only a comment\n", "empty", (1, 1)),
    ("a: 1\nb: æ\u202eb\n", "control-character", (2, 5)),
    ('a: "\\u202e"\n', "control-character", (1, 4)),
    ("a: \u2028\n", "control-character", (1, 4)),
    ("a: x\x07\n", "control-character", (1, 5)),
    ("a: [Hvad nu?, x]\n", "question-in-brackets", (1, 12)),
    ("a: [se http://x]\n", "colon-in-brackets", (1, 12)),
    ("x: [\n", "bracket-not-closed", (1, 4)),
    ("a: 'b' c\n", "text-after-closing", (1, 8)),
    ("a:\nstart: x\n  days: 90\n", "indentation", (3, 3)),
    ("a:\n  - id: x\n     text: y\n", "indentation", (3, 6)),
    ("a:\n  - id: x\n    text: y\n  unit: z\n", "indentation", (4, 3)),
    ("country:DK\n# c\nlanguage: da\n", "no-space-after-colon", (1, 8)),
    ("id: x\ncountry:DK\nlanguage: da\n", "no-space-after-colon", (2, 8)),
    ('a:\n  - what: "4\n    date: x\n  - what: "5"\n', "quote-not-closed", (2, 11)),
    ("effect: - intet\n", "hyphen-first", (1, 9)),
    ("a:\n - b\n c: 2\n", "indentation", (3, 2)),
    ("a: " + "[" * 1_000_000, "too-deep", (1, MOST_DEPTH + 3)),
]


@pytest.mark.parametrize(
    ("text", "kind", "place"), REFUSALS, ids=[one[1] + str(n) for n, one in enumerate(REFUSALS)]
)
def test_what_is_ambiguous_is_refused_with_its_place(text: str, kind: str, place: tuple[int, int]) -> None:
    (fault,) = source_of(text).faults
    assert (fault.kind, fault.span[:2]) == (kind, place)
    assert source_of(text).data is None


def test_bytes_that_are_no_utf8_are_refused_at_the_first_of_them() -> None:
    (fault,) = read("p.yaml", "æøå: 1\nb: ".encode() + b"\xe6").faults
    assert (fault.kind, fault.span[:2]) == ("not-utf8", (2, 4))


def test_a_file_over_the_limit_is_refused() -> None:
    assert source_of("a: " + "x" * MOST_BYTES).faults[0].kind == "too-large"
    assert not source_of("a: " + "x" * (MOST_BYTES - 4)).faults


def test_a_key_that_stands_twice_is_told_with_both_places() -> None:
    (fault,) = source_of("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n").faults
    assert fault.kind == "duplicate"
    assert fault.span == Span(5, 3, 5, 4)
    assert fault.related == Span(3, 3, 3, 4)


def test_scalars_are_those_of_yaml_1_2_and_numbers_keep_their_decimals() -> None:
    data = source_of(
        "a: no\nb: 2026-03-02\nc: 10:00\nd: 2.50\ne: 012\nf: 1_000\n"
        "g: true\nh: ~\ni: 0x1F\nj: '5'\nk: -3\nl: 1e3\nm:\n"
    ).data
    assert data == {
        "a": "no",
        "b": "2026-03-02",
        "c": "10:00",
        "d": Decimal("2.50"),
        "e": 12,
        "f": "1_000",
        "g": True,
        "i": "0x1F",
        "j": "5",
        "k": -3,
        "l": Decimal(1000),
    }
    assert str(data["d"]) == "2.50"


def test_line_ends_and_a_byte_order_mark_move_no_place() -> None:
    for text in ("a: 1\nb:\n  - æ😀ø: x\n", "a: 1\r\nb:\r\n  - æ😀ø: x\r\n", "\ufeffa: 1\nb:\n  - æ😀ø: x\n"):
        assert source_of(text).span(("b", 0, "æ😀ø")) == Span(3, 10, 3, 11)
        assert source_of(text).span(("a",)) == Span(1, 4, 1, 5)


def test_a_value_is_pointed_at_itself_a_block_by_its_key_and_what_is_missing_by_its_parent() -> None:
    source = source_of(
        "# top\nfirst: x\ngoals:\n  - id: G1\n    text: >-\n      Lang\n      tekst\n    m: {t: 5}\n"
    )
    assert source.span(("first",)) == Span(2, 8, 2, 9)
    assert source.span(("first",), on_key=True) == Span(2, 1, 2, 6)
    assert source.span(("goals",)) == Span(3, 1, 3, 6)
    assert source.span(("goals", 0)) == Span(4, 5, 4, 11)
    assert source.span(("goals", 0, "text")) == Span(5, 11, 5, 13)
    assert source.span(("goals", 0, "m", "t")) == Span(8, 12, 8, 13)
    assert source.span(("goals", 0, "m", "x", 3)) == Span(8, 5, 8, 6)
    assert source.span(("goals", 7)) == Span(3, 1, 3, 6)
    assert source.span(("nothing",)) == Span(2, 1, 2, 6)
    assert source.span(()) == Span(2, 1, 2, 6)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_another_parser_reads_the_examples_alike(path: Path) -> None:
    yaml = YAML(typ="safe")
    yaml.version = (1, 2)
    theirs = yaml.load(path.read_text(encoding="utf-8"))

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items() if one is not None}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return (
            float(value)
            if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
            else str(value)
        )

    assert len(EXAMPLES) >= 12
    assert plain(read(str(path), path.read_bytes()).data) == plain(theirs)


STEPS = st.one_of(st.sampled_from(["goals", "id", "x", "record", "date", "period", ""]), st.integers(-3, 400))


@given(path=st.lists(STEPS, max_size=6).map(tuple))
def test_any_path_has_a_span_inside_the_file(path: tuple[str | int, ...]) -> None:
    source = read("p.yaml", EXAMPLES[0].read_bytes())
    span = source.span(path)
    assert 1 <= span.line <= span.end_line <= len(source.lines)
    assert 1 <= span.column <= span.end_column <= len(source.lines[span.end_line - 1]) + 1


@settings(max_examples=400)
@given(
    content=st.one_of(
        st.binary(max_size=200), st.text(max_size=120).map(lambda text: text.encode("utf-8", "ignore"))
    )
)
def test_no_bytes_make_the_reader_raise_or_point_outside_the_file(content: bytes) -> None:
    source = read("p.yaml", content)
    assert (source.data is None) == bool(source.faults)
    for fault in source.faults:
        assert fault.span.line >= 1
        assert fault.span.column >= 1


@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), max_size=30
    )
)
def test_what_counts_as_plain_is_read_back_as_itself_in_blocks_and_brackets(text: str) -> None:
    if is_plain_text(text):
        assert source_of(f"a: {text}\nb: [{text}, x]\nc: {{d: {text}}}\n").data == {
            "a": text,
            "b": [text, "x"],
            "c": {"d": text},
        }
