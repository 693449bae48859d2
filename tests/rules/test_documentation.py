"""What a rule says of itself is true: its bad examples are found, its good ones are not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipctl.lint.documentation import documentation, keys_shown
from pipctl.lint.rule import Escalation, Rule, Scope
from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from pipctl.store.keys import every_key
from tests.rules.cases import BEFORE_THE_START, RuleCase

LANGUAGES: tuple[Language, ...] = ("en", "da", "sv")
LONGEST_SUMMARY = 100
ON_PLANS = [rule for rule in RULES if rule.scope is Scope.PLAN]
EXAMPLES = [
    (rule, heading, block)
    for rule in RULES
    for heading in ("bad", "good")
    for block in getattr(documentation(rule), heading)
]


def first_line(rule: Rule) -> str:
    return rule.doc.partition("\n")[0]


def of_code(rule: object) -> str:
    return rule.code if isinstance(rule, Rule) else ""


def fires(rule: Rule, example: str) -> bool:
    """Judge the sound Danish plan with some of its keys replaced, on the day that the example names."""
    day = re.match(r"# on (\d{4}-\d{2}-\d{2})\n", example)
    today = date.fromisoformat(day[1] if day else BEFORE_THE_START)
    run = RuleCase(rule.code, "", example, (), today, {}, "da", False, (), ()).run()
    assert not run.crashes, run.crashes[0].trace
    assert [one for one in run.not_run if one.code == "*"] == [], [one.message for one in run.findings]
    return any(one.code == rule.code for one in run.findings)


def test_there_are_rules_to_document() -> None:
    assert len(RULES) > 10
    assert len(ON_PLANS) > 5
    assert len(EXAMPLES) >= 2 * len(ON_PLANS)


@pytest.mark.parametrize("rule", RULES, ids=of_code)
def test_a_rule_says_in_one_line_what_it_finds(rule: Rule) -> None:
    summary = first_line(rule)
    assert summary.endswith(".")
    assert len(summary) <= LONGEST_SUMMARY


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=of_code)
def test_a_rule_says_in_every_language_what_it_finds_and_why_that_matters(
    rule: Rule, language: Language
) -> None:
    documented = documentation(rule, language)
    assert 0 < len(documented.summary) <= LONGEST_SUMMARY
    assert documented.summary[0].isupper() or not documented.summary[0].isalpha()
    assert documented.why
    assert all(paragraph.endswith((".", ")")) for paragraph in documented.why)


@pytest.mark.parametrize("rule", ON_PLANS, ids=of_code)
def test_a_rule_on_plans_shows_how_not_to_and_how_to(rule: Rule) -> None:
    documented = documentation(rule)
    assert documented.bad
    assert len(documented.bad) == len(documented.good)


@pytest.mark.parametrize(
    ("rule", "heading", "block"), EXAMPLES, ids=[f"{rule.code}-{heading}" for rule, heading, _ in EXAMPLES]
)
def test_a_bad_example_is_found_and_a_good_one_is_not(rule: Rule, heading: str, block: str) -> None:
    assert fires(rule, block) == (heading == "bad")


@pytest.mark.parametrize("rule", ON_PLANS, ids=of_code)
def test_the_examples_differ_in_keys_that_exist(rule: Rule) -> None:
    known = {key.path for key in every_key("en")}
    documented = documentation(rule)
    shown = keys_shown(documented)
    differ_in_the_day = [one.split("\n")[0] for one in documented.bad + documented.good if one[0] == "#"]
    assert shown or len(set(differ_in_the_day)) > 1
    assert shown <= known


def example_rule(doc: str) -> Rule:
    def check(_case: object) -> tuple[()]:
        return ()

    check.__doc__ = doc
    return Rule("XX01", "x", "error", check, Scope.PLAN, "S", "", "form", {}, None, ())


def test_a_docstring_is_taken_apart() -> None:
    doc = """Something is found.

    It matters for
    a reason.

    Bad::

        goals:
          - id: G1

            text: x

    Good::

        goals: []

    And another word.
    """
    assert documentation(example_rule(doc)) == (
        "Something is found",
        ("It matters for a reason.", "And another word."),
        ("goals:\n  - id: G1\n\n    text: x\n",),
        ("goals: []\n",),
    )


def test_a_docstring_of_one_line_is_a_summary() -> None:
    assert documentation(example_rule("Something is found.")) == ("Something is found", (), (), ())


@pytest.mark.parametrize(
    ("bad", "good", "keys"),
    [
        ("period: {weeks: 3}", "period: {weeks: 8}", {("period", "weeks")}),
        ("is_warning:", "is_warning: false", {("is_warning",)}),
        ("goals: [{id: G1}]", "goals: [{id: G1, due: 2026-06-01}]", {("goals", "due")}),
        ("goals: []", "goals: [{id: G1}]", {("goals",)}),
        (
            "record: [{event: signed, by: hr}]",
            "record: [{event: signed, by: manager}]",
            {("record", "signed", "by")},
        ),
        ("record: [{event: paused, date: 1}]", "record: [{event: paused}]", {("record", "date")}),
        ("record: []", "record: [{event: closed}]", {("record", "closed")}),
        (
            "record: [{event: paused}]",
            "record: [{event: resumed}]",
            {("record", "paused"), ("record", "resumed")},
        ),
    ],
)
def test_examples_tell_which_keys_a_rule_looks_at(bad: str, good: str, keys: set[tuple[str, ...]]) -> None:
    documented = documentation(
        example_rule(f"Found.\n\n    Bad::\n\n        {bad}\n\n    Good::\n\n        {good}\n")
    )
    assert keys_shown(documented) == keys


def test_every_escalation_is_named() -> None:
    escalating = [rule for rule in RULES if rule.escalation is not None]
    assert escalating
    assert all(isinstance(rule.escalation, Escalation) and rule.escalation.when for rule in escalating)
