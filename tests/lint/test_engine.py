from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

import pytest

from pipctl.errors import Refusal
from pipctl.lint.engine import Engine, Run
from pipctl.lint.finding import address_of, pointer_to
from pipctl.lint.selection import always_runs, select
from pipctl.model.policy import Policy
from pipctl.model.validation import validate
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read
from tests.plans import SMALLEST

TODAY = date(2026, 2, 25)
SHORT = SMALLEST.replace("weeks: 8", "weeks: 3")


def judged(text: str, only: tuple[str, ...] = ("PE",), policy: Mapping[str, object] | None = None) -> Run:
    read_policy, problems = validate({"pipctl": 1, **(policy or {})}, Policy)
    assert read_policy is not None, problems
    engine = Engine(select(RULES, read_policy, only=only), read_policy, TODAY, "en")
    return engine.run([read("p.yaml", text.encode())], whole_repository=False)


def test_a_finding_says_everything_the_contract_names() -> None:
    (finding,) = judged(SHORT, ("PE01",)).findings
    assert finding.code == "PE01"
    assert finding.name == "period-too-short"
    assert finding.level == "warning"
    assert finding.message.startswith("The period is 21 days")
    assert "30 days" in finding.help
    assert (finding.path, finding.span, finding.plan) == ("p.yaml", (7, 36, 7, 37), "2026-015")
    assert (finding.pointer, finding.address) == ("/period/weeks", "period/weeks")
    assert finding.basis == "seed 000"
    identity = b"PE01\x002026-015\x00period/weeks\x000"
    assert finding.fingerprint == hashlib.sha256(identity).hexdigest()[:16]


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = judged("# a comment\n\n" + SHORT, ("PE01",)).findings[0]
    assert moved.span.line == 9
    assert moved.fingerprint == judged(SHORT, ("PE01",)).findings[0].fingerprint


@pytest.mark.parametrize(
    ("policy", "level"),
    [
        ({}, "error"),
        ({"rules": {"PE01": "info"}}, "info"),
        ({"rules": {"period-too-short": "warning"}}, "warning"),
        ({"limits": {"period_error_days": 7}}, "warning"),
        ({"rules": {"PE01": "off"}}, None),
        ({"limits": {"period_least_days": 10}}, None),
    ],
)
def test_the_policy_sets_level_and_limits(policy: Mapping[str, object], level: str | None) -> None:
    run = judged(SMALLEST.replace("weeks: 8", "days: 12"), ("PE01",), policy)
    assert [one.level for one in run.findings] == ([level] if level else [])


@pytest.mark.parametrize(
    ("policy", "only", "key"),
    [
        ({"rules": {"PE99": "off"}}, (), "unknown-rule"),
        ({"limits": {"nothing": 3}}, (), "unknown-limit"),
        ({}, ("nonsense",), "unknown-rule"),
    ],
)
def test_a_name_that_no_rule_bears_is_refused(
    policy: Mapping[str, object], only: tuple[str, ...], key: str
) -> None:
    with pytest.raises(Refusal) as refused:
        judged(SHORT, only, policy)
    assert refused.value.key == key


def test_rules_are_chosen_by_code_name_or_family_and_left_out_likewise() -> None:
    policy, _ = validate({"pipctl": 1}, Policy)
    assert policy is not None

    def codes(**choice: tuple[str, ...]) -> set[str]:
        return {one.rule.code for one in select(RULES, policy, **choice).rules if not always_runs(one.rule)}

    assert codes() == {rule.code for rule in RULES if not always_runs(rule)}
    assert codes(only=("PE01,pe02", "end-before-start")) == {"PE01", "PE02", "PE04"}
    assert codes(only=("YM",)) == {"YM03"}
    assert {rule.code for rule in RULES if always_runs(rule)} == {
        "YM01",
        "YM02",
        "SC01",
        "SC02",
        "SC03",
        "IN01",
    }
    assert codes(only=("PE",), without=("PE01",)) == {
        rule.code for rule in RULES if rule.code[:2] == "PE"
    } - {"PE01"}


def test_what_is_ignored_with_a_reason_is_counted_and_not_reported() -> None:
    text = SHORT.replace("weeks: 3}", "weeks: 3}  # pipctl: ignore[PE01] agreed")
    run = judged(text, ("PE01", "IG"))
    assert (run.findings, [one.code for one in run.ignored]) == ([], ["PE01"])


def test_without_a_reason_nothing_is_ignored() -> None:
    text = SHORT.replace("weeks: 3}", "weeks: 3}  # pipctl: ignore[PE01]")
    assert [one.code for one in judged(text, ("PE01", "IG")).findings] == ["PE01", "IG01"]


def test_a_file_that_is_no_plan_stands_in_not_run() -> None:
    for text, codes in (("a: *b\n", ["YM01"]), ("pipctl: 1\nid: 5\n", ["SC02", "SC03"])):
        run = judged(text, ())
        assert [one.code for one in run.findings[: len(codes)]] == sorted(codes) or run.findings
        assert {one.code for one in run.findings} <= {"YM01", "SC02", "SC03"}
        assert [(one.path, one.code) for one in run.not_run] == [("p.yaml", "*")]


def test_the_text_halves_of_rules_are_not_run_on_an_english_plan() -> None:
    run = judged(SMALLEST.replace("language: sv", "language: en"), ())
    assert {one.code for one in run.not_run} == {rule.code for rule in RULES if "T" in rule.reads}


SIGNED = (
    SMALLEST
    + """record:
  - {date: 2026-02-24, event: signed, by: manager, digest: "sha256:%s"}
"""
    % ("0" * 64)
)
AMENDED = (
    SIGNED
    + """  - {date: 2026-02-25, event: amended, reason: x, changes: [goals], digest: "sha256:%s"}
"""
    % ("1" * 64)
)


@pytest.mark.parametrize(("text", "codes"), [(SMALLEST, []), (SIGNED, ["DR04", "DR05"])])
def test_what_takes_the_history_is_not_run_on_a_plan_with_a_record(text: str, codes: list[str]) -> None:
    run = judged(text, ("DR",))
    assert [one.code for one in run.not_run] == codes
    assert all(one.is_usual and "history" in one.reason for one in run.not_run)
    assert judged(SIGNED, ("DR",), {"rules": {"DR04": "off", "committed-late": "off"}}).not_run == []


def test_a_rule_says_what_it_could_not_weigh() -> None:
    (open_question,) = judged(AMENDED, ("DR06",)).not_run
    assert (open_question.path, open_question.code, open_question.is_usual) == ("p.yaml", "DR06", False)
    assert "as it was signed" in open_question.reason


def test_an_address_names_ids_and_a_pointer_names_places() -> None:
    data = {"goals": [{"id": "G/1", "steps": [{"due": "x"}]}], "a~b": {"c/d": 1}}
    assert address_of(("goals", 0, "steps", 0, "due"), data) == "goals/G/1/steps/0/due"
    assert address_of(("goals", 0, "measure", "target"), data) == "goals/G/1/measure/target"
    assert address_of(("goals", 5), data) == "goals/5"
    assert pointer_to(("a~b", "c/d")) == "/a~0b/c~1d"
    assert pointer_to(()) == ""


def test_findings_are_sorted_by_path_line_column_code() -> None:
    policy, _ = validate({"pipctl": 1}, Policy)
    assert policy is not None
    engine = Engine(select(RULES, policy), policy, TODAY, "en")
    sources = [read(path, SHORT.encode()) for path in ("b.yaml", "a.yaml")]
    run = engine.run(sources, whole_repository=False)
    places = [(one.path, one.span.line, one.span.column, one.code) for one in run.findings]
    assert places == sorted(places)
    assert run.files == 2
