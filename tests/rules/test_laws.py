"""The reminder before a dismissal (PR07) names the law of the country and sector, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from pipctl.model.scalars import Language
from tests.rules.cases import RuleCase

PLAN = """country: {country}
employer: {{{sector}}}
record:
  - {{date: 2026-06-01, event: closed, result: not-achieved, next: dismissal-considered}}
"""
SWEDISH = {"7 § LAS", "30 § LAS"}
DANISH = {"§ 2 b"}
HEARING = {"artsh"}
PUBLIC = DANISH | HEARING | {"forvaltningsloven § 19"}
LAWS = {
    ("SE", ""): SWEDISH,
    ("SE", "sector: public"): SWEDISH,
    ("DK", "sector: private"): DANISH,
    ("DK", "sector: public"): PUBLIC,
    ("DK", ""): DANISH | HEARING,
}


@pytest.mark.parametrize("language", ["en", "da", "sv"])
@pytest.mark.parametrize(("country", "sector"), LAWS)
def test_the_reminder_names_the_law_that_holds(country: str, sector: str, language: Language) -> None:
    plan = PLAN.format(country=country, sector=sector)
    case = RuleCase("PR07", "", plan, (), date(2026, 6, 1), {}, "da", False, (), ("PR07",))
    (finding,) = case.run(language).findings
    named = {law for law in SWEDISH | PUBLIC if law in finding.message}
    assert named == LAWS[country, sector]


@pytest.mark.parametrize(("language", "hearing"), [("da", "partshøres"), ("sv", "höras"), ("en", "heard")])
def test_whether_a_warning_needs_a_hearing_is_a_question_for_hr(language: Language, hearing: str) -> None:
    plan = PLAN.format(country="DK", sector="sector: public")
    case = RuleCase("PR07", "", plan, (), date(2026, 6, 1), {}, "da", False, (), ("PR07",))
    (finding,) = case.run(language).findings
    assert "HR" in finding.help
    assert hearing in finding.help
