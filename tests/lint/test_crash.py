"""A rule that raises: the run goes on, IN01 says so, and nothing of the plan is said with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from pipctl.lint.engine import Engine, Run
from pipctl.lint.rule import Case, Hit, Rule, Scope
from pipctl.lint.selection import select
from pipctl.model.policy import Policy
from pipctl.model.scalars import Language
from pipctl.model.validation import validate
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read

EMPLOYEE = "Åsa Öberg 1234"
PLAN = f"""pipctl: 1
id: 2026-015
language: sv
country: SE
employee: {{name: {EMPLOYEE}}}
manager: {{name: Ulf Ek}}
period: {{start: 2026-03-02, days: 29}}
"""


def crashing_after_one_finding(subject: object) -> Iterator[Hit]:
    """Something is found, and then the rule fails on what the plan says."""
    yield Hit(("period", "days"), values={"count": 1, "least": 2})
    raise LookupError(subject.plan.employee.name if isinstance(subject, Case) else EMPLOYEE)


def crashing(scope: Scope = Scope.PLAN) -> Rule:
    """Return a rule in the place of PE01, with its texts."""
    pe01 = next(one for one in RULES if one.code == "PE01")
    return pe01._replace(check=crashing_after_one_finding, scope=scope)


def run_with(broken: Rule, text: str = PLAN, language: Language = "en") -> Run:
    catalogue = tuple(broken if one.code == broken.code else one for one in RULES)
    policy, _ = validate({"pipctl": 1}, Policy)
    assert policy is not None
    engine = Engine(select(catalogue, policy), policy, date(2026, 2, 25), language)
    return engine.run([read("a.yaml", text.encode()), read("b.yaml", PLAN.encode())], whole_repository=True)


def codes_of(run: Run, path: str) -> list[str]:
    return [one.code for one in run.findings if one.path == path]


def test_the_crash_is_found_in_each_file_and_the_other_rules_ran() -> None:
    run = run_with(crashing())
    whole = run_with(next(one for one in RULES if one.code == "PE01"))
    for path in ("a.yaml", "b.yaml"):
        assert codes_of(run, path).count("IN01") == 1
        others = [code for code in codes_of(run, path) if code != "IN01"]
        assert len(others) > 10
        assert sorted(others) == sorted(codes_of(whole, path))
    assert run.files == 2


def test_what_was_found_before_the_crash_is_kept() -> None:
    assert codes_of(run_with(crashing()), "a.yaml").count("PE01") == 1


def test_the_finding_is_an_error_at_the_first_key() -> None:
    (crash,) = (one for one in run_with(crashing()).findings if one.code == "IN01" and one.path == "a.yaml")
    assert (crash.name, crash.level, crash.span.line, crash.span.column) == ("rule-crashed", "error", 1, 1)
    assert crash.plan == "2026-015"


def test_the_trace_is_kept_for_standard_error() -> None:
    crashes = run_with(crashing()).crashes
    assert [(one.code, one.error) for one in crashes] == [("PE01", "LookupError")] * 2
    assert all("crashing_after_one_finding" in one.trace and EMPLOYEE in one.trace for one in crashes)


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_no_text_of_the_plan_stands_in_the_message(language: Language) -> None:
    crashes = [one for one in run_with(crashing(), language=language).findings if one.code == "IN01"]
    assert len(crashes) == 2
    for crash in crashes:
        assert "PE01" in crash.message
        assert "LookupError" in crash.message
        assert EMPLOYEE not in crash.message + crash.help


def test_a_crash_cannot_be_ignored() -> None:
    ignoring = "# pipctl: ignore[IN01] vi venter på en rettelse\n" + PLAN
    assert codes_of(run_with(crashing(), ignoring), "a.yaml").count("IN01") == 1


def test_a_rule_on_the_source_may_crash_where_there_is_no_plan() -> None:
    run = run_with(crashing(Scope.SOURCE), "pipctl: %\n")
    assert codes_of(run, "a.yaml") == ["IN01", "PE01", "YM01"]
    assert [one.path for one in run.not_run if one.code == "*"] == ["a.yaml"]


def test_a_rule_on_the_repository_crashes_once() -> None:
    run = run_with(crashing(Scope.REPOSITORY))
    assert len([one for one in run.findings if one.code == "IN01"]) == 1
    assert len(run.crashes) == 1
