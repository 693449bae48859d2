"""What the rules on free texts share: one reading a plan, and words that tell nothing of what was found."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from pipctl.language import texts
from pipctl.lint.finding import Finding
from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from tests.rules.cases import BEFORE_THE_START, RuleCase, load_cases

FAMILIES = ("tone", "equality", "privacy", "promised_help")
CODES = tuple(rule.code for rule in RULES if rule.family in FAMILIES)
CASES = [case for case in load_cases() if case.code in CODES and case.finds]
GROUNDS = {
    "DK": ("Søren er for gammel til at lære det.", "Søren har været på barsel og følger ikke længere med."),
    "SE": ("Elin är för gammal för det.", "Elin har varit föräldraledig och hänger inte med."),
}
LAWS = {
    "DK": {"forskelsbehandlingsloven", "ligebehandlingsloven", "foreningsfrihedsloven"},
    "SE": {"diskrimineringslagen", "16 § föräldraledighetslagen", "8 § MBL"},
}
COMMENT = "record:\n  - {{date: 2026-02-24, event: comment, by: {by}, text: {text}}}\n"


def findings(text: str, *, by: str = "manager", base: str = "da", language: Language = "en") -> list[Finding]:
    plan = COMMENT.format(by=by, text=text)
    today = date.fromisoformat(BEFORE_THE_START)
    return RuleCase("", "", plan, (), today, {}, base, False, (), CODES).run(language).findings


def test_the_rules_on_free_texts_are_these() -> None:
    assert " ".join(CODES) == "SU07 TX01 TX02 TX03 TX04 TX05 EQ01 PV02 PV03 PV04 PV08"
    assert len(CASES) > 50


def test_each_text_of_a_plan_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = texts.read_text

    def counted(text: str, *arguments: Any) -> Any:
        read.append(text)
        return real(text, *arguments)

    monkeypatch.setattr(texts, "read_text", counted)
    assert [one.code for one in findings("Søren er doven og kommer altid for sent.")] == ["TX01", "TX02"]
    assert 1 < len(read) < 10
    assert read.count("Søren er doven og kommer altid for sent.") == 1
    assert len(set(read)) == len(read)


@pytest.mark.parametrize("language", ["en", "da", "sv"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name.replace(' ', '-')}")
def test_no_message_repeats_the_words_that_it_points_at(case: RuleCase, language: Language) -> None:
    lines = case.text.splitlines()
    for one in case.run(language).findings:
        span = one.span
        if one.code in CODES:
            words = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            assert words.strip()
            said = f"{one.message} {one.help}"
            assert re.search(rf"\b{re.escape(words)}\b", said, re.IGNORECASE) is None


@pytest.mark.parametrize("language", ["en", "da", "sv"])
@pytest.mark.parametrize("country", ["DK", "SE"])
def test_the_law_of_the_country_is_named_and_not_the_ground(country: str, language: Language) -> None:
    base = {"DK": "da", "SE": "sv"}[country]
    said = {
        one.message
        for text in GROUNDS[country]
        for one in findings(text, base=base, language=language)
        if one.code == "EQ01"
    }
    (message,) = said
    assert {law for laws in LAWS.values() for law in laws if law in message} == LAWS[country]


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_of_health_the_law_on_asking_is_named_in_denmark_only(language: Language) -> None:
    (danish,) = findings("Søren har været sygemeldt med stress.", language=language)
    (swedish,) = findings("Elin har varit sjukskriven för ryggen.", base="sv", language=language)
    assert "helbredsoplysningsloven" in danish.message
    assert "helbredsoplysningsloven" not in swedish.message
    assert (danish.level, swedish.level) == ("error", "error")


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_to_the_employees_own_words_the_employer_is_told_to_ask_and_not_to_rewrite(
    language: Language,
) -> None:
    (own,) = findings("Jeg har været sygemeldt med stress.", by="employee", language=language)
    (others,) = findings("Søren har været sygemeldt med stress.", language=language)
    assert (own.level, others.level) == ("info", "error")
    assert own.help != others.help
    asks = {"en": "Ask the employee", "da": "Spørg medarbejderen", "sv": "Fråga medarbetaren"}
    assert own.help.startswith(asks[language])
