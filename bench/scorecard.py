"""`bench/language`: how well the rules on words read Danish and Swedish, as a table or as JSON.

Measured on the third of `bench/corpus` that was set aside before tuning, or on any folder of labeled
sentences (`--corpus`).
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

from bench.judged import judge
from bench.labeled import KINDS, OWN_CORPUS, WRITTEN, Kind, Unusable, Written, read_corpus
from bench.scores import Mistake, NotJudged, Rate, Score, Verdict, mistakes_of, not_judged, scores_of

WIDTH = 80
LANGUAGE_NAMES: Mapping[Written, str] = {"da": "Danish", "sv": "Swedish"}
ANCHORS = (
    ("Femmer et al. 2017", 0.59, 0.82),
    ("Paska 2023", 0.89, 0.89),
)
"""Published figures for rules that read requirements in English: source, precision, recall."""
PROMISED: Mapping[Kind, str] = {
    "goals": "for GO02, GO03 and GO04 each: precision and recall at least 0.90",
    "texts": "for TX, EQ and PV: precision at least 0.95, recall at least 0.85; no clean sentence flagged "
    "EQ01 or PV01",
}
LEAST: Mapping[Kind, tuple[float, float]] = {"goals": (0.90, 0.90), "texts": (0.95, 0.85)}
"""Precision and recall of `PROMISED`."""
NEVER_ON_CLEAN = ("EQ01", "PV01")
TOGETHER = "all"
LEGEND = (
    "n: sentences labeled so. found: sentences the rule flags. right: those of them labeled so. clean: those "
    "of them without any label. Below each share its 95 % interval (Wilson; for F1 the F1 of the lower and "
    "of the upper bounds)."
)
SET_ASIDE = (
    "These sentences are set aside for the printed figures. Do not tune by them: work with --set tuning."
)

_TIED = "\N{NO-BREAK SPACE}"
"""Keeps a code and its name on one line."""
_HEADING = ("rule", "n", "found", "right", "missed", "clean", "precision", "recall", "F1")
_WIDTHS = (4, 5, 7, 7, 8, 7, 13, 12, 12)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 with one sentence where there is nothing to measure with."""
    parser = _Parser(
        prog="bench/language",
        description="How well the rules on words read Danish and Swedish sentences.",
        epilog="Without --corpus: the third of bench/corpus that was set aside before tuning.",
    )
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="goals-*.jsonl and texts-*.jsonl")
    parser.add_argument(
        "--set", choices=("held", "tuning"), dest="part", help="of bench/corpus: set aside (default), or not"
    )
    parser.add_argument("--errors", action="store_true", help="list the sentences that are misjudged")
    parser.add_argument("--format", choices=("text", "json"), default="text", dest="form")
    options = parser.parse_args(arguments)
    if options.corpus is not None and options.part is not None:
        parser.error("--set chooses within bench/corpus and does not go with --corpus")
    part = "*" if options.corpus else options.part or "held"
    try:
        sentences = read_corpus(options.corpus or OWN_CORPUS, part)
        verdicts = [Verdict(*one) for one in zip(sentences, judge(sentences), strict=True)]
    except Unusable as unusable:
        sys.stderr.write(f"bench/language: {unusable}\n")
        return 2
    if part == "held" and options.errors:
        sys.stderr.write("".join(f"{line}\n" for line in textwrap.wrap(SET_ASIDE, WIDTH)))
    title = str(options.corpus) if options.corpus else f"bench/corpus, {PARTS[part]}"
    if options.form == "json":
        shown = json.dumps(as_data(title, verdicts, errors=options.errors), ensure_ascii=False, indent=2)
        sys.stdout.write(f"{shown}\n")
    else:
        sys.stdout.write("\n".join(as_text(title, verdicts, errors=options.errors)) + "\n")
    return 0


PARTS: Mapping[str, str] = {"held": "the third set aside", "tuning": "the two thirds for tuning"}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Refuse in one sentence; the usage is what --help is for."""
        self.exit(2, f"{self.prog}: {message}\n")


def as_data(title: str, verdicts: Sequence[Verdict], *, errors: bool) -> dict[str, Any]:
    """Return what `--format json` prints."""
    data: dict[str, Any] = {
        "version": 1,
        "corpus": title,
        "sentences": {
            kind: {language: _counts(verdicts, kind, language) for language in WRITTEN} for kind in KINDS
        },
        "scores": [_score_data(one) for one in scores_of(verdicts)],
        "not_judged": [one._asdict() for one in not_judged(verdicts)],
        "anchors": [
            {"source": source, "precision": precision, "recall": recall}
            for source, precision, recall in ANCHORS
        ],
    }
    if errors:
        data["errors"] = [
            {
                "rule": one.rule,
                "label": one.label,
                "mistake": "missed" if one.is_missed else "wrongly found",
                "id": one.sentence.id,
                "language": one.sentence.language,
                "text": one.sentence.text,
                "place": one.sentence.place,
            }
            for one in mistakes_of(verdicts)
        ]
    return data


def as_text(title: str, verdicts: Sequence[Verdict], *, errors: bool) -> Iterator[str]:
    """Yield the lines that `--format text` prints, 80 columns wide."""
    yield from textwrap.wrap(f"Corpus: {title}", WIDTH, break_long_words=False, break_on_hyphens=False)
    scores = list(scores_of(verdicts))
    for (kind, language), group in groupby(scores, key=lambda one: (one.kind, one.language)):
        counts = _counts(verdicts, kind, language)
        heading = f"{LANGUAGE_NAMES[language]} {kind}"
        yield from ("", f"{heading}: {counts['n']} sentences, {counts['clean']} of them clean")
        yield _row(_HEADING)
        for one in group:
            yield from _rows(one)
    for reason, left_out in groupby(sorted(not_judged(verdicts), key=_reason), key=_reason):
        named = ", ".join(f"{one.rule}{_TIED}{one.label}" for one in left_out)
        yield from ("", *_wrapped(f"{reason[:1].upper()}{reason[1:]}: {named}"))
    yield ""
    yield from _wrapped(LEGEND)
    for kind in dict.fromkeys(one.kind for one in scores):
        yield from _wrapped(f"Promised {PROMISED[kind]}.")
    below = [words for score in scores for words in _shortfalls(score)]
    yield from _wrapped(f"Below that: {'; '.join(below)}." if below else "All of that is kept.")
    published = "; ".join(f"P {precision} R {recall} ({source})" for source, precision, recall in ANCHORS)
    yield from _wrapped(f"For comparison, published for requirements in English: {published}.")
    if errors:
        yield from _errors(list(mistakes_of(verdicts)))


def _shortfalls(score: Score) -> Iterator[str]:
    """Yield what a score lacks of what is promised: of goals by rule, of texts together and by clean ones."""
    who = f"{LANGUAGE_NAMES[score.language]} {score.rule}"
    if (score.rule == TOGETHER) == (score.kind == "texts"):
        least_precision, least_recall = LEAST[score.kind]
        rates = (("precision", score.precision, least_precision), ("recall", score.recall, least_recall))
        for name, rate, least in rates:
            if rate is not None and rate.value < least:
                yield f"{who} {name} {rate.value:.3f}"
    if score.rule in NEVER_ON_CLEAN and score.clean_flagged:
        yield f"{who} on {score.clean_flagged} clean"


def _rows(score: Score) -> Iterator[str]:
    rates = (score.precision, score.recall, score.f1)
    counts = (score.n, score.found, score.right, score.missed, score.clean_flagged)
    yield _row((score.rule, *map(str, counts), *(_share(rate) for rate in rates)))
    bounds = "".join(f"{_bounds(rate):>{wide}}" for rate, wide in zip(rates, _WIDTHS[-3:], strict=True))
    yield f"  {score.label:<{sum(_WIDTHS[:-3]) - 2}}{bounds}".rstrip()


def _row(cells: Sequence[str]) -> str:
    first, *others = zip(cells, _WIDTHS, strict=True)
    return f"{first[0]:<{first[1]}}" + "".join(f"{cell:>{wide}}" for cell, wide in others)


def _share(rate: Rate | None) -> str:
    return "–" if rate is None else f"{rate.value:.2f}"


def _bounds(rate: Rate | None) -> str:
    return "" if rate is None else f"{rate.low:.2f}–{rate.high:.2f}"


def _errors(mistakes: Sequence[Mistake]) -> Iterator[str]:
    yield from ("", f"Misjudged: {len(mistakes)}")
    for one in mistakes:
        said = "missed" if one.is_missed else "wrongly found"
        yield from ("", f"{one.rule} {one.label} {said}: {one.sentence.id}")
        yield from textwrap.wrap(one.sentence.text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _wrapped(text: str) -> list[str]:
    lines = textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    return [line.replace(_TIED, " ") for line in lines]


def _reason(one: NotJudged) -> str:
    return one.reason


def _counts(verdicts: Sequence[Verdict], kind: Kind, language: Written) -> dict[str, int]:
    here = [one for one, _ in verdicts if (one.kind, one.language) == (kind, language)]
    return {"n": len(here), "clean": sum(not one.labels for one in here)}


def _score_data(score: Score) -> dict[str, Any]:
    rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {
        "rule": score.rule,
        "label": score.label,
        "kind": score.kind,
        "language": score.language,
        "n": score.n,
        "found": score.found,
        "right": score.right,
        "missed": score.missed,
        "clean_flagged": score.clean_flagged,
        **{
            name: None if rate is None else {key: round(value, 4) for key, value in rate._asdict().items()}
            for name, rate in rates.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())
