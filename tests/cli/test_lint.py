from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import PIPCTL, pipctl
from tests.plans import CONTRACT, EXAMPLES, SMALLEST

SHORT = SMALLEST.replace("weeks: 8", "weeks: 3")
ERROR = SMALLEST.replace("weeks: 8", "days: 5")
DAY = ("--today", "2026-02-25")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(SHORT, encoding="utf-8")
    return path


def report(*arguments: str | Path, cwd: Path | None = None) -> dict[str, Any]:
    done = pipctl("lint", *arguments, "--format", "json", "--fail-on", "never", cwd=cwd)
    assert done.returncode == 0, done.stderr
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_the_plan_of_the_contract_is_without_a_finding_on_its_day() -> None:
    read = report(CONTRACT, "--today", "2026-06-10")
    assert read["findings"] == []
    assert read["summary"] == {"files": 1, "errors": 0, "warnings": 0, "info": 0, "ignored": 0}


def test_json_has_the_fields_of_the_contract(plan: Path) -> None:
    read = report(plan, *DAY, "--select", "PE01")
    assert list(read) == ["version", "findings", "not_run", "summary"]
    assert read["version"] == 1
    (finding,) = read["findings"]
    fields = """code name level message help path line column end_line end_column pointer address plan related
    fix fingerprint basis"""
    assert set(finding) == set(fields.split())
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (7, 36, 7, 37)


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (ERROR, None, 1),
        (ERROR, "never", 0),
        (SHORT, None, 0),
        (SHORT, "warning", 1),
        (SHORT, "info", 1),
        (SMALLEST, "info", 0),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_status_follows_the_level_and_never_the_format(
    plan: Path, text: str, fail_on: str | None, status: int, form: str
) -> None:
    plan.write_text(text, encoding="utf-8")
    chosen = ("--fail-on", fail_on) if fail_on else ()
    assert pipctl("lint", plan, *DAY, "--select", "PE01", "--format", form, *chosen).returncode == status


def test_text_shows_the_line_a_caret_and_what_to_do(plan: Path) -> None:
    done = pipctl("lint", plan, *DAY, "--select", "PE01")
    lines = done.stdout.splitlines()
    assert lines[0] == str(plan)
    assert lines[1].startswith("  7:36  warning PE01 period-too-short: The period is 21 days")
    assert lines[2] == "      period: {start: 2026-03-02, weeks: 3}"
    assert lines[3] == " " * (6 + 35) + "^"
    assert lines[4].startswith("      → Give the plan at least 30 days")
    assert lines[-1] == "1 file: 0 errors, 1 warning"
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colors_are_written_when_asked_for(
    plan: Path, arguments: tuple[str, ...], environment: dict[str, str], colored: bool
) -> None:
    done = pipctl("lint", plan, *DAY, "--select", "PE01", *arguments, env=environment)
    assert ("\x1b[33;1m" in done.stdout) == colored


@pytest.mark.parametrize(
    ("arguments", "environment", "begins"),
    [
        ((), {}, "The period is 21 days"),
        ((), {"LC_ALL": "da_DK.UTF-8"}, "Perioden er på 21 dage"),
        ((), {"LC_ALL": "", "LANG": "sv_SE.UTF-8"}, "Perioden är 21 dagar"),
        (("--lang", "sv"), {"LC_ALL": "da_DK.UTF-8"}, "Perioden är 21 dagar"),
        ((), {"LC_ALL": "fr_FR.UTF-8"}, "The period is 21 days"),
    ],
)
def test_messages_are_in_the_language_of_the_user(
    plan: Path, arguments: tuple[str, ...], environment: dict[str, str], begins: str
) -> None:
    done = pipctl("lint", plan, *DAY, "--select", "PE01", "--format", "json", *arguments, env=environment)
    assert json.loads(done.stdout)["findings"][0]["message"].startswith(begins)


def test_the_configuration_speaks_before_the_locale_and_sets_when_to_fail(plan: Path) -> None:
    (plan.parent / "pipctl.yaml").write_text("pipctl: 1\nlanguage: da\nfail_on: warning\n", encoding="utf-8")
    done = pipctl("lint", plan, *DAY, "--select", "PE01", env={"LC_ALL": "sv_SE.UTF-8"})
    assert "Perioden er" in done.stdout
    assert done.returncode == 1
    assert pipctl("lint", plan, *DAY, "--select", "PE01", "--fail-on", "error").returncode == 0


def test_the_options_that_stand_everywhere_may_stand_before_the_command(plan: Path) -> None:
    before = pipctl("--today", "2026-02-25", "--lang", "da", "lint", plan, "--select", "PE01")
    assert before.stdout == pipctl("lint", plan, "--select", "PE01", "--lang", "da", *DAY).stdout
    assert "Perioden" in before.stdout


@pytest.mark.parametrize(
    ("configuration", "place", "says"),
    [
        ("pipctl: 1\nlanguage: dk\n", "pipctl.yaml:2:11", "en"),
        ("pipctl: 1\nlimitss: {}\n", "pipctl.yaml:2:1", "limits"),
        ("pipctl: 1\nlimits:\n  period_least: 30\n", "pipctl.yaml:3", "period_least_days"),
        ("pipctl: 1\nrules:\n  CH99: off\n", "pipctl.yaml:3", "CH99"),
        ("pipctl: 1\nrules:\n  PE01: eror\n", "pipctl.yaml:3:9", "error"),
        ("pipctl: 1\nfail_on: *x\n", "pipctl.yaml:2:10", "*"),
        ("- a\n", "pipctl.yaml:1:1", "key"),
        ("pipctl: 1\nwork_days: []\n", "pipctl.yaml:2:", "empty"),
        ("pipctl: 1\nrules: {YM01: off}\n", "pipctl.yaml:2", "always runs"),
        ("pipctl: 1\nlimits: {period_least_days: 30.5}\n", "pipctl.yaml:2", "whole number"),
        ("pipctl: 1\nlimits: {period_least_days: -1}\n", "pipctl.yaml:2", "whole number"),
        ("pipctl: 1\npeple:\n", "pipctl.yaml:2:1", "people"),
    ],
)
def test_a_wrong_configuration_is_refused_with_its_line(
    plan: Path, configuration: str, place: str, says: str
) -> None:
    (plan.parent / "pipctl.yaml").write_text(configuration, encoding="utf-8")
    done = pipctl("lint", "plan.yaml", cwd=plan.parent)
    assert done.returncode == 2
    assert done.stderr.startswith(f"pipctl: {place}")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


WRONG_USE = [
    (("nowhere.yaml",), "nowhere.yaml"),
    (("--today", "2026-02-30", "."), "2026-02-30"),
    (("--today", "3.3.2026", "."), "3.3.2026"),
    (("--today", "20260303xx", "."), "20260303xx"),
    (("--lang", "no", "."), "no"),
    (("--color", "blue", "."), "blue"),
    (("--format", "xml", "."), "xml"),
    (("--fail-on", "often", "."), "often"),
    (("--select", "XX77", "."), "XX77"),
    (("--config", "missing.yaml", "."), "missing.yaml"),
    (("--nonsense",), "--nonsense"),
    (("empty",), "empty"),
]


@pytest.mark.parametrize(("arguments", "names"), WRONG_USE, ids=[" ".join(one[0]) for one in WRONG_USE])
def test_wrong_use_is_one_sentence_and_status_2(
    tmp_path: Path, arguments: tuple[str, ...], names: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").write_text(SMALLEST, encoding="utf-8")
    done = pipctl("lint", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert names in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


BROKEN = {
    "not YAML": (b"a: [1", "YM01"),
    "not UTF-8": (b"a: \xe6", "YM01"),
    "empty": (b"", "YM01"),
    "a million brackets": (b"[" * 1_000_000, "YM01"),
    "an impossible date": (SMALLEST.replace("2026-03-02", "2026-02-30").encode(), "SC02"),
    "unit: %": (
        SMALLEST.encode() + b"goals:\n  - id: G1\n    text: x\n    measure:\n      unit: %\n",
        "YM01",
    ),
    "an unknown language": (SMALLEST.replace("language: sv", "language: norsk").encode(), "SC02"),
    "a deep file": (b"a: " + b"{a: " * 200, "YM01"),
    "a terminal escape": (b"a: \x1b[31mred\n", "YM01"),
}


@pytest.mark.parametrize(("content", "code"), BROKEN.values(), ids=BROKEN)
def test_bad_input_is_a_finding_with_its_place(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    done = pipctl("lint", path, "--format", "json", *DAY)
    assert done.returncode == 1
    assert done.stderr == ""
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["code"] == code
    assert finding["line"] >= 1
    text = pipctl("lint", path, *DAY)
    assert "\x1b" not in text.stdout
    assert "Traceback" not in text.stderr
    assert path.read_bytes() == content


def test_a_folder_means_every_plan_below_it(tmp_path: Path) -> None:
    for name in ("plans/a.yaml", "plans/år/b.yml", "elsewhere/c.yaml", "plans/.hidden/d.yaml", ".git/e.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SHORT, encoding="utf-8")
    (tmp_path / "pipctl.yaml").write_text("pipctl: 1\n", encoding="utf-8")
    (tmp_path / "people.yaml").write_text("hr-1: {name: x}\n", encoding="utf-8")
    (tmp_path / "elsewhere/workflow.yaml").write_text("on: push\n", encoding="utf-8")
    (tmp_path / "plans/no plan.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "plans/link.yaml").symlink_to(tmp_path / "plans/a.yaml")
    (tmp_path / "loop").symlink_to(tmp_path / "plans")
    judged = {one["path"] for one in report(".", *DAY, cwd=tmp_path)["findings"]}
    everything = {"plans/a.yaml", "plans/år/b.yml", "plans/no plan.yaml"}
    assert judged == {*everything, "elsewhere/c.yaml"}
    assert {one["path"] for one in report(*DAY, cwd=tmp_path)["findings"]} == everything
    assert {one["path"] for one in report("plans/link.yaml", *DAY, cwd=tmp_path)["findings"]} == {
        "plans/link.yaml"
    }


def test_no_plans_at_all_is_no_failure_but_is_said(tmp_path: Path) -> None:
    (tmp_path / "pipctl.yaml").write_text("pipctl: 1\n", encoding="utf-8")
    done = pipctl("lint", cwd=tmp_path)
    assert done.returncode == 0
    assert "no plans" in done.stderr
    assert "no plans" not in pipctl("lint", "-q", cwd=tmp_path).stderr


def test_standard_input_is_a_file_named_dash() -> None:
    done = pipctl("lint", "-", *DAY, "--select", "PE01", "--format", "json", stdin=SHORT)
    assert [one["path"] for one in json.loads(done.stdout)["findings"]] == ["-"]


def test_a_folder_without_rights_is_refused(tmp_path: Path, plan: Path) -> None:
    done = pipctl("lint", plan / "below", cwd=tmp_path)
    assert done.returncode == 2
    assert "below" in done.stderr


def test_statistics_quiet_verbose_and_no_source(plan: Path) -> None:
    plan.write_text(SHORT.replace("id: 2026-015", "id: 2026-015  # pipctl: ignore[PE04] x"), encoding="utf-8")
    select = ("--select", "PE01,PE04,IG")
    assert "    1  PE01  period-too-short\n" in pipctl("lint", plan, *DAY, *select, "--statistics").stdout
    quiet = pipctl("lint", plan, *DAY, *select, "-q")
    assert "1 file" not in quiet.stdout
    assert "PE01" in quiet.stdout
    assert "weeks: 3" not in pipctl("lint", plan, *DAY, *select, "--no-source").stdout
    plan.write_text(SHORT.replace("weeks: 3}", "weeks: 3}  # pipctl: ignore[PE01] aftalt"), encoding="utf-8")
    verbose = pipctl("lint", plan, *DAY, *select, "-v").stdout
    assert "1 ignored with a reason" in verbose
    assert f"{plan}:7:36  ignored PE01 period-too-short" in verbose


RECORDED = SMALLEST + "record:\n  - {date: 2026-02-24, event: reviewed, by: hr}\n"


@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_what_no_plan_is_judged_by_is_one_line_and_only_with_v(tmp_path: Path, language: str) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    for number in range(3):
        text = RECORDED.replace("2026-015", f"2026-{number}").replace("Åsa", f"Åsa {number}")
        (plans / f"{number}.yaml").write_text(text, encoding="utf-8")
    asked = ("lint", *DAY, "--select", "DR,XP", "--lang", language)
    assert len(pipctl(*asked, cwd=tmp_path).stdout.splitlines()) == 1
    history, too_few, summary = pipctl(*asked, "-v", cwd=tmp_path).stdout.splitlines()
    assert history.startswith("DR04, DR05 ")
    assert too_few.startswith("XP01, XP02, XP03 ")
    assert " 3 " in history
    assert " 3 " in too_few
    assert summary.startswith("3 fil")
    told = json.loads(pipctl(*asked, "--format", "json", cwd=tmp_path).stdout)["not_run"]
    assert [list(one) for one in told] == [["path", "code", "reason"]] * 15


def test_lint_writes_nothing(plan: Path) -> None:
    before = {path: path.read_bytes() for path in EXAMPLES.rglob("*") if path.is_file()}
    assert len(before) > 12
    pipctl("lint", EXAMPLES, "--today", "2026-04-01")
    pipctl("lint", plan.name, cwd=plan.parent)
    assert {path: path.read_bytes() for path in EXAMPLES.rglob("*") if path.is_file()} == before
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]


def test_an_empty_configuration_decides_nothing(plan: Path) -> None:
    (plan.parent / "pipctl.yaml").write_text("# endnu intet\n", encoding="utf-8")
    assert pipctl("lint", plan, *DAY, "--select", "PE01").returncode == 0


def test_no_choice_of_rules_makes_a_broken_file_pass(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    for content in ("pipctl: 1\nx: 1\n", "a: [1"):
        path.write_text(content, encoding="utf-8")
        assert pipctl("lint", path, "--select", "GO").returncode == 1
        assert pipctl("lint", path, "--ignore", "YM01,SC").returncode == 1


def test_yaml_of_other_programs_beside_a_plan_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(SMALLEST, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.yaml")
    for arguments in ((".",), ()):
        assert report(*arguments, *DAY, cwd=tmp_path)["summary"]["files"] == 1


def test_a_file_name_that_is_no_utf8_leaves_the_report_readable(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xfe.yaml")
    Path(path).write_text(SHORT, encoding="utf-8")
    (finding,) = report(path, *DAY, "--select", "PE01")["findings"]
    assert finding["path"] == path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("lint", "--foo", "--lang", "da"), "Der er ingen indstilling, der hedder --foo"),
        (("lnt", "--lang", "sv"), "Det finns inget kommando som heter lnt"),
        (("render", "--lang", "da"), "mangler PLAN"),
        (("due", "--who"), "--who needs a value"),
        (("digest", "a", "b"), "cannot be understood"),
        (("lint", "--today", ""), "--today"),
    ],
)
def test_wrong_words_are_explained_in_the_language_of_the_user(arguments: tuple[str, ...], says: str) -> None:
    done = pipctl(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
@pytest.mark.parametrize("command", ["rules", "lint --select PE01 plan.yaml", "--help"])
def test_output_that_cannot_be_written_is_one_sentence(plan: Path, command: str, redirection: str) -> None:
    line = f"{PIPCTL} {command} {redirection}"
    done = subprocess.run(["sh", "-c", line], cwd=plan.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_stops_listening_is_no_failure_of_ours(plan: Path) -> None:
    line = f"set -o pipefail; {PIPCTL} rules | head -c 1; echo $?"
    done = subprocess.run(["bash", "-c", line], cwd=plan.parent, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1].endswith(("0", "141"))


def test_what_is_personal_is_starred_in_the_line_that_is_shown(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    said = "Du är lat, och sedan din mammaledighet kan vi inte räkna med dig."
    plan.write_text(f"{SMALLEST}background:\n  summary: {said}\n", encoding="utf-8")
    done = pipctl("lint", plan, *DAY, "--select", "TX01,EQ01", "--fail-on", "never")
    assert [line.split()[2] for line in done.stdout.splitlines() if " TX01 " in line or " EQ01 " in line] == [
        "TX01",
        "EQ01",
    ]
    assert "mammaledighet" not in done.stdout
    assert done.stdout.count("lat, och ***** *** ************* kan vi inte") == 2


def test_a_file_named_twice_is_judged_once(plan: Path) -> None:
    read = report("plan.yaml", "./plan.yaml", plan, *DAY, cwd=plan.parent)
    assert read["summary"]["files"] == 1


def test_an_output_that_knows_fewer_letters_gets_them_spelled_out(plan: Path) -> None:
    command = [str(PIPCTL), "lint", str(plan), *DAY, "--fail-on", "never"]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u2192 Give the plan" in done.stdout


@pytest.mark.parametrize(
    "wrong",
    [
        "employee: {name: Åsa Öberg, Hon är sjukskriven: för utmattning}",
        "background: {summary: 0707850019}",
        "record:\n  - {date: 2026-02-24, event: support, support: 1, result: declined, note: sjukskriven}",
    ],
)
def test_no_message_repeats_more_of_a_wrong_value_than_its_first_word(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "plan.yaml"
    kept = [line for line in SMALLEST.splitlines() if not wrong.startswith(line.partition(":")[0])]
    path.write_text("\n".join([*kept, wrong, ""]), encoding="utf-8")
    said = "".join(one["message"] + one["help"] for one in report(path, *DAY)["findings"])
    assert said
    assert "sjukskriven" not in said
    assert "0707850019" not in said


def test_a_code_in_a_comment_may_be_written_small(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        SHORT.replace("weeks: 3}", "weeks: 3} # pipctl: ignore[pe01] överenskommet"), encoding="utf-8"
    )
    read = report(path, *DAY, "--select", "PE01,IG02")
    assert (read["findings"], read["summary"]["ignored"]) == ([], 1)
