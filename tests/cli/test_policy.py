"""What a workplace decides in `pipctl.yaml` holds on the command line: key by key, with and without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import pipctl
from tests.plans import SMALLEST

DAY = ("--today", "2026-02-25")
DANISH = SMALLEST.replace("language: sv", "language: da").replace("country: SE", "country: DK")
SHORT = SMALLEST.replace("weeks: 8", "weeks: 3")
ESCALATED = SMALLEST.replace("weeks: 8", "days: 5")
HANDED_OVER = f"{SMALLEST}record:\n  - {{date: 2026-02-25, event: delivered, to: employee, what: plan}}\n"
ON_SATURDAY = f"{SMALLEST}follow_up:\n  check_ins:\n    - {{id: C1, date: 2026-03-07}}\n"
ON_CONSTITUTION_DAY = DANISH.replace("2026-03-02", "2026-05-04") + (
    "follow_up:\n  check_ins:\n    - {id: C1, date: 2026-06-05}\n"
)


def goal(text: str, plan: str = SMALLEST) -> str:
    return f"{plan}goals:\n  - id: G1\n    text: {text}\n"


def found(tmp_path: Path, plan: str, policy: str, rules: str) -> list[tuple[str, str]]:
    """Return code and level of what is found in a plan under a policy."""
    (tmp_path / "plans").mkdir(exist_ok=True)
    (tmp_path / "plans" / "a.yaml").write_text(plan, encoding="utf-8")
    (tmp_path / "pipctl.yaml").write_text(f"pipctl: 1\n{policy}\n", encoding="utf-8")
    chosen = ("--select", rules, "--format", "json", "--fail-on", "never")
    done = pipctl("lint", *DAY, *chosen, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    return [(one["code"], one["level"]) for one in json.loads(done.stdout)["findings"]]


@pytest.mark.parametrize(
    ("plan", "policy", "rules", "without", "under"),
    [
        (SHORT, "rules: {PE01: error}", "PE01", [("PE01", "warning")], [("PE01", "error")]),
        (SHORT, "rules: {period-too-short: info}", "PE01", [("PE01", "warning")], [("PE01", "info")]),
        (SHORT, "rules: {PE01: off}", "PE01", [("PE01", "warning")], []),
        (ESCALATED, "rules: {PE01: info}", "PE01", [("PE01", "error")], [("PE01", "info")]),
        (SHORT, "limits: {period_least_days: 21}", "PE01", [("PE01", "warning")], []),
        (SMALLEST, "limits: {period_least_days: 60}", "PE01", [], [("PE01", "warning")]),
        (HANDED_OVER, "hr: none", "PR04", [("PR04", "info")], []),
        (SMALLEST, "hr: none", "RS02", [("RS02", "info")], []),
        (ON_SATURDAY, "work_days: [tuesday, saturday]", "CH06", [("CH06", "warning")], []),
        (ON_CONSTITUTION_DAY, "extra_days_off: false", "CH06", [("CH06", "warning")], []),
        (DANISH, "employer: {sector: public}", "PR05", [("PR05", "info")], [("PR05", "warning")]),
        (
            f"{DANISH}employer: {{sector: private}}\n",
            "employer: {sector: public}",
            "PR05",
            [("PR05", "info")],
            [("PR05", "info")],
        ),
    ],
    ids=lambda one: one if isinstance(one, str) and "\n" not in one else "",
)
def test_what_the_workplace_decides_holds(
    tmp_path: Path,
    plan: str,
    policy: str,
    rules: str,
    without: list[tuple[str, str]],
    under: list[tuple[str, str]],
) -> None:
    assert found(tmp_path, plan, "", rules) == without
    assert found(tmp_path, plan, policy, rules) == under


def test_a_level_of_the_workplace_decides_the_exit_status(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(SHORT, encoding="utf-8")
    arguments = ("lint", "plan.yaml", *DAY, "--select", "PE01")
    assert pipctl(*arguments, cwd=tmp_path).returncode == 0
    (tmp_path / "pipctl.yaml").write_text("pipctl: 1\nrules: {PE01: error}\n", encoding="utf-8")
    assert pipctl(*arguments, cwd=tmp_path).returncode == 1
    (tmp_path / "pipctl.yaml").write_text("pipctl: 1\nfail_on: warning\n", encoding="utf-8")
    assert pipctl(*arguments, cwd=tmp_path).returncode == 1


VAGUE = [("GO02", "warning")]
HOUSE_VAGUE = goal("Eksekvér planen for lageret.", DANISH)
HOUSE_CLEAR = goal("Öka kundnöjdheten.")


@pytest.mark.parametrize(
    ("plan", "policy", "expected"),
    [
        (HOUSE_CLEAR, "", VAGUE),
        (HOUSE_CLEAR, "terms: {allowed: [kundnöjdhet]}", []),
        (HOUSE_CLEAR, "terms: {allowed: Kundnöjdhet}", []),
        (HOUSE_CLEAR, "terms: {sv: {allowed: [kundnöjdhet]}}", []),
        (HOUSE_CLEAR, "terms: {da: {allowed: [kundnöjdhet]}}", VAGUE),
        (HOUSE_VAGUE, "", []),
        (HOUSE_VAGUE, "terms: {vague: [eksekvere]}", VAGUE),
        (HOUSE_VAGUE, "terms: {da: {vague: [eksekvere]}}", VAGUE),
        (HOUSE_VAGUE, "terms: {sv: {vague: [eksekvere]}}", []),
        # What is said for one language goes before what is said for all.
        (HOUSE_CLEAR, "terms: {allowed: [kundnöjdhet], sv: {vague: [Kundnöjdhet]}}", VAGUE),
        (HOUSE_CLEAR, "terms: {allowed: [kundnöjdhet], da: {vague: [kundnöjdhet]}}", []),
        (HOUSE_VAGUE, "terms: {vague: [eksekvere], da: {allowed: [eksekvere]}}", []),
        # And both are added up.
        (goal("Öka robustheten."), "terms: {allowed: [robusthet], sv: {allowed: [kundnöjdhet]}}", []),
    ],
)
def test_words_of_the_workplace_hold_in_every_language_or_in_one(
    tmp_path: Path, plan: str, policy: str, expected: list[tuple[str, str]]
) -> None:
    assert found(tmp_path, plan, policy, "GO02") == expected


@pytest.mark.parametrize(
    ("policy", "place", "says"),
    [
        ("terms:\n  vauge: [x]", "pipctl.yaml:3:3", "vague"),
        ("terms:\n  no: {vague: [x]}", "pipctl.yaml:3:3", "no"),
        ("terms:\n  da:\n    alowed: [x]", "pipctl.yaml:4:5", "allowed"),
        ("terms:\n  da:\n    alowed:", "pipctl.yaml:4:5", "allowed"),
        ("terms:\n  da: [x]", "pipctl.yaml:3:3", "key"),
        ("terms:\n  sv: {vague: {x: 1}}", "pipctl.yaml:3:", ""),
        ("hr: nobody", "pipctl.yaml:2:5", "none"),
        ("work_days: [mandag]", "pipctl.yaml:2:13", "monday"),
        ("employer: {sector: statslig}", "pipctl.yaml:2:20", "public"),
        ("extra_days_off: nej", "pipctl.yaml:2:17", "true"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_its_place(
    tmp_path: Path, policy: str, place: str, says: str
) -> None:
    (tmp_path / "plan.yaml").write_text(SMALLEST, encoding="utf-8")
    (tmp_path / "pipctl.yaml").write_text(f"pipctl: 1\n{policy}\n", encoding="utf-8")
    done = pipctl("lint", "plan.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"pipctl: {place}")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
