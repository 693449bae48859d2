from __future__ import annotations

import pytest

from pipctl.lint.suppression import cannot_be_ignored, suppressions_in
from pipctl.store.reader import read


def found(text: str) -> list[tuple[tuple[str, ...], str, tuple[str | int, ...]]]:
    return [(one.names, one.reason, one.path) for one in suppressions_in(read("p.yaml", text.encode()))]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1\nb: 2  # pipctl: ignore[PE01] aftalt\n", ("b",)),
        ("a: 1\n# pipctl: ignore[PE01] aftalt\n\n# mere\nb: 2\n", ("b",)),
        ("# pipctl: ignore[PE01] aftalt\na: 1\n", ()),
        ("a:\n  # pipctl: ignore[PE01] aftalt\n  - x: 1\n    y: 2\n", ("a", 0)),
        ("a:\n  - x: 1  # pipctl: ignore[PE01] aftalt\n    y: 2\n", ("a", 0)),
        ("a:\n  - x: 1\n    y: 2  # pipctl: ignore[PE01] aftalt\n", ("a", 0, "y")),
        ("a:  # pipctl: ignore[PE01] aftalt\n  - x: 1\n", ("a",)),
        ("a: {b: 1, c: 2}  # pipctl: ignore[PE01] aftalt\n", ("a",)),
        ("a: 'x # y'  # pipctl: ignore[PE01] aftalt\n", ("a",)),
    ],
)
def test_a_comment_covers_the_key_or_item_that_begins_there(text: str, path: tuple[str | int, ...]) -> None:
    assert found(text) == [(("PE01",), "aftalt", path)]


def test_several_rules_by_code_or_name_and_a_reason_of_many_words() -> None:
    assert found("a: 1  # pipctl: ignore[PE01, no-goals] aftalt med [TR] i maj\n") == [
        (("PE01", "no-goals"), "aftalt med [TR] i maj", ("a",))
    ]


def test_without_a_reason_it_is_still_seen() -> None:
    assert found("a: 1  # pipctl: ignore[PE01]\n") == [(("PE01",), "", ("a",))]


@pytest.mark.parametrize(
    "text",
    [
        'a: "se # pipctl: ignore[PE01] x"\n',
        "a: |\n  # pipctl: ignore[PE01] x\n  tekst\n",
        "a: >-\n  tekst\n  # pipctl: ignore[PE01] x\nb: 1\n",
        "a: 'en\n  # pipctl: ignore[PE01] x'\n",
        "a: x#pipctl: ignore[PE01] x\n",
        "a: 1  # ignore[PE01] x\n",
    ],
)
def test_text_that_looks_like_a_comment_is_text(text: str) -> None:
    assert found(text) == []


def test_some_things_no_reason_excuses() -> None:
    assert [
        code for code in ("YM01", "SC02", "IG01", "IN01", "DR06", "PV01") if not cannot_be_ignored(code)
    ] == []
    assert not cannot_be_ignored("PV02")
    assert not cannot_be_ignored("PE01")


def test_a_comment_behind_which_nothing_begins_covers_nothing_and_is_still_seen() -> None:
    assert found("a: 1\n# pipctl: ignore[PE01] nothing follows\n") == [(("PE01",), "nothing follows", ("#",))]
