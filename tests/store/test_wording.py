"""Words of a value are found in the file however it is written; checked against the reader itself."""

from __future__ import annotations

import pytest

from pipctl.store.reader import read

TEXT = "Søren er ”for sen”: det er 'dumt' og gør \\ kollegerne \"trætte\" tit."
STYLES = {
    "plain": "Søren er ”for sen” - det er 'dumt' og gør \\ kollegerne \"trætte\" tit.",
    "single": "'Søren er ”for sen”: det er ''dumt'' og gør \\ kollegerne \"trætte\" tit.'",
    "double": '"Søren er ”for sen”: det er \'dumt\' og gør \\\\ kollegerne \\"trætte\\" tit."',
    "escaped": (
        '"S\\u00f8ren er ”for\\x20sen”:\\n det er \'dumt\'\\_og gør kollegerne \\"trætte\\" \\\n    tit."'
    ),
    "folded": ">-\n    Søren er ”for\n    sen”: det er 'dumt'\n    og gør kollegerne \"trætte\"\n    tit.",
    "literal": "|\n    Søren er ”for sen”: det\n      er 'dumt' og gør\n    kollegerne \"trætte\" tit.\n",
    "plain over lines": "Søren er ”for\n    sen” - det er 'dumt' og gør\n    kollegerne \"trætte\" tit.",
}
WORDS = ("sen", "'dumt'", "kollegerne", '"trætte"', "tit.")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("style", STYLES)
def test_the_span_of_a_word_shows_that_word(style: str, word: str) -> None:
    source = read("plan.yaml", f"background:\n  summary: {STYLES[style]}\nid: x\n".encode())
    assert not source.faults
    path = ("background", "summary")
    value = source.value(path)
    start = value.index(word)
    span = source.words_span(path, start, start + len(word))
    shown = source.lines[span.line - 1][span.column - 1 : span.end_column - 1]
    written = {"'": "''", '"': '\\"'}.get(word[0]) if style in ("single", "double", "escaped") else None
    assert shown in (word, word.replace(word[0], written) if written else word)


def test_words_that_are_not_there_are_shown_as_the_whole_text() -> None:
    source = read("plan.yaml", b'summary: "one  two"\nlist: [1]\n')
    assert source.words_span(("summary",), 3, 5) == source.span(("summary",))
    assert source.words_span(("summary",), 40, 50) == source.span(("summary",))
    assert source.words_span(("list",), 0, 1) == source.span(("list",))
    assert source.words_span(("nowhere", 3), 0, 1) == source.span(())


def test_the_value_at_a_path() -> None:
    source = read("plan.yaml", b"a: [{b: text}]\n")
    assert source.value(("a", 0, "b")) == "text"
    assert source.value(("a", 1)) is None
    assert source.value(("a", 0, "b", "c")) is None
    assert source.value(("c",)) is None
