"""Verdicts → counts, precision, recall and F1 with 95 % intervals.

Precision and recall bear Wilson's score interval. F1 has no such interval of its own; it is given the F1 of
both lower bounds and the F1 of both upper bounds. As precision and recall seldom miss in one direction at
once, that is rather too wide than too narrow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.judged import rules_that_exist
from bench.labeled import KINDS, RULE_OF, WRITTEN, Kind, Sentence, Written

_Z = 1.959964
"""The normal deviate of 95 %."""


class Rate(NamedTuple):
    """A share and the bounds of its interval."""

    value: float
    low: float
    high: float


class Score(NamedTuple):
    """How well one rule, or several together, reads one language.

    Attributes:
        rule: the code; `all` for the rules of a kind together.
        label: what the rule must find; the families for several.
        n: sentences that bear the label.
        found: sentences that the rule found something in.
        right: those of them that bear the label.
        clean_flagged: those of them that bear no label at all.
    """

    kind: Kind
    language: Written
    rule: str
    label: str
    n: int
    found: int
    right: int
    clean_flagged: int

    @property
    def missed(self) -> int:
        """Sentences that bear the label and were not found."""
        return self.n - self.right

    @property
    def precision(self) -> Rate | None:
        """Of what was found, the share that is right; None where nothing was found."""
        return wilson(self.right, self.found)

    @property
    def recall(self) -> Rate | None:
        """Of what is there, the share that was found; None where nothing is there."""
        return wilson(self.right, self.n)

    @property
    def f1(self) -> Rate | None:
        """The harmonic mean of precision and recall; None where one of them is."""
        if self.precision is None or self.recall is None:
            return None
        return Rate(*map(_harmonic, self.precision, self.recall))


class NotJudged(NamedTuple):
    """A rule that the corpus or the catalogue gives nothing to judge by."""

    rule: str
    label: str
    reason: str


class Mistake(NamedTuple):
    """A sentence that a rule missed, or found something in that is not there."""

    rule: str
    label: str
    sentence: Sentence
    is_missed: bool


class Verdict(NamedTuple):
    """A sentence and the rules that found something in it."""

    sentence: Sentence
    found: frozenset[str]


def wilson(hits: int, of: int) -> Rate | None:
    """Return a share with its Wilson score interval; None where there is nothing to share."""
    if of == 0:
        return None
    share, z2 = hits / of, _Z * _Z
    center = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return Rate(share, max(0.0, center - half), min(1.0, center + half))


def scores_of(verdicts: Sequence[Verdict]) -> Iterator[Score]:
    """Yield the score of each rule that can be judged, by kind and language; then of them together."""
    for kind in KINDS:
        judged = judged_rules(verdicts, kind)
        for language in WRITTEN:
            here = [one for one in verdicts if (one.sentence.kind, one.sentence.language) == (kind, language)]
            if here and judged:
                each = [_score(kind, language, here, label, code) for label, code in judged]
                yield from each
                yield from _together(each, here, [code for _, code in judged])


def judged_rules(verdicts: Sequence[Verdict], kind: Kind) -> list[tuple[str, str]]:
    """Return label and code of the rules of a kind that exist and that some sentence is labeled for."""
    exist, labeled = rules_that_exist(kind), _labels_of(verdicts, kind)
    return [(label, code) for label, code in RULE_OF[kind].items() if code in exist and label in labeled]


def not_judged(verdicts: Sequence[Verdict]) -> Iterator[NotJudged]:
    """Yield the rules that were left out, each with why."""
    for kind in KINDS:
        if any(one.sentence.kind == kind for one in verdicts):
            exist, labeled = rules_that_exist(kind), _labels_of(verdicts, kind)
            for label, code in RULE_OF[kind].items():
                if label not in labeled:
                    yield NotJudged(code, label, "not labeled in this corpus")
                elif code not in exist:
                    yield NotJudged(code, label, "not in the catalogue yet")


def mistakes_of(verdicts: Sequence[Verdict]) -> Iterator[Mistake]:
    """Yield what was misjudged, by rule, language and place."""
    for kind in KINDS:
        for label, code in judged_rules(verdicts, kind):
            for language in WRITTEN:
                for sentence, found in verdicts:
                    if (sentence.kind, sentence.language) == (kind, language):
                        is_labeled = label in sentence.labels
                        if is_labeled != (code in found):
                            yield Mistake(code, label, sentence, is_labeled)


def _labels_of(verdicts: Sequence[Verdict], kind: Kind) -> set[str]:
    return {label for one in verdicts if one.sentence.kind == kind for label in one.sentence.labels}


def _score(kind: Kind, language: Written, verdicts: Sequence[Verdict], label: str, code: str) -> Score:
    flagged = [one.sentence for one in verdicts if code in one.found]
    return Score(
        kind,
        language,
        code,
        label,
        n=sum(label in one.sentence.labels for one in verdicts),
        found=len(flagged),
        right=sum(label in one.labels for one in flagged),
        clean_flagged=sum(not one.labels for one in flagged),
    )


def _together(scores: Sequence[Score], verdicts: Sequence[Verdict], codes: Sequence[str]) -> Iterator[Score]:
    """Yield the score of rules that one promise holds for; support (SU) has none of its own."""
    pooled = [one for one in scores if not one.rule.startswith("SU")]
    if len(pooled) > 1:
        families = ", ".join(dict.fromkeys(one.rule[:2] for one in pooled))
        first, among = pooled[0], {code for code in codes if not code.startswith("SU")}
        yield Score(
            first.kind,
            first.language,
            "all",
            families,
            n=sum(one.n for one in pooled),
            found=sum(one.found for one in pooled),
            right=sum(one.right for one in pooled),
            clean_flagged=sum(bool(found & among) and not one.labels for one, found in verdicts),
        )


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
