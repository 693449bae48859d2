"""Every sentence of some families is said by some case: no message is left that nothing brings about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from pipctl.store.texts import load_texts
from tests.rules.cases import load_cases

FAMILIES = (
    "form",
    "period",
    "check_in_plan",
    "check_in_record",
    "signing",
    "drift",
    "outcome",
    "retention",
    "tone",
    "equality",
    "privacy",
    "promised_help",
)
NOT_BY_A_FILE = {("IN01", ""), ("SC02", "list-empty"), ("DR04", ""), ("DR05", "")}
"""A rule that crashes (tests/lint/test_crash.py); what only pipctl.yaml can hold (tests/cli/test_lint.py);
what takes the git history."""


def sentences() -> Iterator[tuple[str, str, str]]:
    """Yield code, variant and form of every message in English."""
    for family in FAMILIES:
        texts: Mapping[str, Mapping[str, Any]] = load_texts("en", f"rules/{family}")
        for code, words in texts.items():
            spoken = {"": words} | words.get("variants", {})
            for variant, entry in spoken.items():
                message = entry.get("message", ())
                for form in (message,) if isinstance(message, str) else message.values() if message else ():
                    yield code, variant, form


SENTENCES = [one for one in sentences() if one[:2] not in NOT_BY_A_FILE]


@pytest.fixture(scope="module")
def said() -> Mapping[str, set[str]]:
    """Return what every case says, by code."""
    by_code: dict[str, set[str]] = {}
    codes = {code for code, _, _ in SENTENCES}
    for case in load_cases():
        if case.code in codes:
            for one in case.run().findings:
                by_code.setdefault(one.code, set()).add(one.message)
    return by_code


def test_there_are_sentences() -> None:
    assert len(SENTENCES) > 100
    spoken = dict.fromkeys(code[:2] for code, _, _ in SENTENCES)
    assert " ".join(spoken) == "YM SC IG PE CH SG DR OC PV TX EQ SU"


@pytest.mark.parametrize(("code", "variant", "form"), SENTENCES, ids=lambda one: one[:24])
def test_a_case_says_it(code: str, variant: str, form: str, said: Mapping[str, set[str]]) -> None:
    pattern = re.compile("(.+)".join(map(re.escape, re.split(r"\{\w+\}", form))))
    assert any(pattern.fullmatch(message) for message in said[code]), (code, variant)
