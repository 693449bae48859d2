"""Sentence → the rules that find something in it, asked through the engine as a user would.

A goal stands alone in a sound plan, without any of the fields that would spare its text from being read; a
text stands as the summary of the background. What the rules then find in the file is due to the sentence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from bench.labeled import KINDS, RULE_OF, Kind, Sentence, Unusable, Written
from pipctl.lint.engine import Engine
from pipctl.lint.selection import find, select
from pipctl.rules.catalogue import RULES
from pipctl.store.configuration import load_configuration
from pipctl.store.reader import read

BASES = Path(__file__).parent / "bases"
BEFORE_THE_START = date(2026, 2, 25)

_GOALS = re.compile(r"^goals:\n(?:[ ].*\n|\n)*", re.MULTILINE)
_SUMMARY = re.compile(r"^  summary: .*\n", re.MULTILINE)


def plan_around(sentence: Sentence) -> str:
    """Return the file that a sentence is judged in."""
    written = json.dumps(sentence.text, ensure_ascii=False)  # also a text in double quotes of YAML
    if sentence.kind == "goals":
        place, around = _GOALS, f"goals:\n  - id: G1\n    text: {written}\n\n"
    else:
        place, around = _SUMMARY, f"  summary: {written}\n"
    return place.sub(lambda _: around, _base(sentence.language))


def rules_that_exist(kind: Kind) -> list[str]:
    """Return those of the rules asked for that the catalogue holds."""
    return [code for code in RULE_OF[kind].values() if find(RULES, code) is not None]


def judge(sentences: Iterable[Sentence]) -> list[frozenset[str]]:
    """Return for each sentence the codes of the rules that find something in it.

    Raises:
        Unusable: a sentence that cannot stand in a plan, or one at which a rule crashed.
    """
    policy = load_configuration(None).policy
    engines = {
        kind: Engine(select(RULES, policy, only=codes), policy, BEFORE_THE_START, "en")
        for kind in KINDS
        if (codes := rules_that_exist(kind))
    }
    return [_found(engines[one.kind], one) if one.kind in engines else frozenset[str]() for one in sentences]


def _found(engine: Engine, sentence: Sentence) -> frozenset[str]:
    source = read(f"{sentence.id}.yaml", plan_around(sentence).encode())
    run = engine.run([source], whole_repository=False)
    if run.crashes:
        raise Unusable(f"{sentence.place}: {run.crashes[0].code} crashed\n{run.crashes[0].trace.rstrip()}")
    if any(one.code == "*" for one in run.not_run):
        raise Unusable(f"{sentence.place}: this text cannot stand in a plan: {run.findings[0].message}")
    return frozenset(one.code for one in run.findings)


@cache
def _base(language: Written) -> str:
    return (BASES / f"{language}.yaml").read_text(encoding="utf-8")
