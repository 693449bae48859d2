"""The figures are what the definitions say."""

from __future__ import annotations

import pytest

from bench.labeled import Kind, Sentence
from bench.scores import Score, Verdict, mistakes_of, not_judged, scores_of, wilson


def verdict(identifier: str, labels: str, found: str, *, kind: Kind = "goals") -> Verdict:
    """Return the verdict on a sentence; labels and codes are given as words."""
    sentence = Sentence(kind, identifier, "da", "Tekst.", frozenset(labels.split()), "file.jsonl:1")
    return Verdict(sentence, frozenset(found.split()))


GOALS = [
    verdict("a", "specific measurable", "GO02 GO03"),
    verdict("b", "specific", "GO03"),
    verdict("c", "time-bound", "GO04"),
    verdict("d", "", "GO02 GO04"),
    verdict("e", "", ""),
]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe 1998, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_that_of_wilson(hits: int, of: int, low: float, high: float) -> None:
    rate = wilson(hits, of)
    assert rate is not None
    assert rate.value == hits / of
    assert (round(rate.low, 4), round(rate.high, 4)) == (low, high)


def test_nothing_has_no_share() -> None:
    assert wilson(0, 0) is None


def test_the_counts_of_a_rule() -> None:
    vague, measure, deadline, together = scores_of(GOALS)
    assert vague == Score("goals", "da", "GO02", "specific", n=2, found=2, right=1, clean_flagged=1)
    assert (vague.missed, measure.missed, deadline.missed) == (1, 0, 0)
    assert (measure.n, measure.found, measure.right, measure.clean_flagged) == (1, 2, 1, 0)
    assert together == Score("goals", "da", "all", "GO", n=4, found=6, right=3, clean_flagged=1)


def test_f1_lies_between_the_f1_of_the_bounds() -> None:
    score = next(scores_of(GOALS))
    assert score.precision is not None
    assert score.recall is not None
    assert score.f1 is not None
    assert score.f1.value == 0.5
    for bound in ("low", "high"):
        one, other = getattr(score.precision, bound), getattr(score.recall, bound)
        assert getattr(score.f1, bound) == pytest.approx(2 * one * other / (one + other))


def test_without_anything_found_there_is_no_precision() -> None:
    score = next(scores_of([verdict("a", "specific", "")]))
    assert (score.precision, score.f1) == (None, None)
    assert score.recall is not None
    assert score.recall.value == 0


def test_nothing_right_is_an_f1_of_nothing() -> None:
    score = next(scores_of([verdict("a", "specific", ""), verdict("b", "", "GO02")]))
    assert score.f1 is not None
    assert score.f1.value == 0


def test_what_a_corpus_does_not_label_is_not_judged() -> None:
    some = [verdict("a", "specific", "GO02")]
    assert [one.rule for one in scores_of(some)] == ["GO02"]
    assert [(one.rule, one.label, one.reason) for one in not_judged(some)] == [
        ("GO03", "measurable", "not labeled in this corpus"),
        ("GO04", "time-bound", "not labeled in this corpus"),
    ]


def test_what_is_not_in_the_catalogue_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.scores.rules_that_exist", lambda _: ["GO02"])
    assert {one.rule for one in scores_of(GOALS)} == {"GO02"}
    assert [(one.rule, one.reason) for one in not_judged(GOALS)] == [
        ("GO03", "not in the catalogue yet"),
        ("GO04", "not in the catalogue yet"),
    ]


def test_each_misjudged_sentence_is_named_by_rule() -> None:
    assert [(one.rule, one.sentence.id, one.is_missed) for one in mistakes_of(GOALS)] == [
        ("GO02", "b", True),
        ("GO02", "d", False),
        ("GO03", "b", False),
        ("GO04", "d", False),
    ]


def test_help_without_a_date_is_not_pooled_with_tone_and_privacy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.scores.rules_that_exist", lambda _: ["TX01", "EQ01", "SU07"])
    texts = [
        verdict("a", "personal-attack", "TX01", kind="texts"),
        verdict("b", "protected-characteristic", "", kind="texts"),
        verdict("c", "vague-support", "SU07", kind="texts"),
        verdict("d", "", "SU07", kind="texts"),
    ]
    together = list(scores_of(texts))[-1]
    assert together == Score("texts", "da", "all", "TX, EQ", n=2, found=1, right=1, clean_flagged=0)
