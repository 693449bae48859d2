from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import pipctl
from tests.plans import data_of, plan_of

LEAST = (
    "--no-input", "--plan-language", "sv", "--country", "SE", "--employee", "Åsa Öberg",
    "--manager", "Ulf Ek", "--start", "2026-03-02", "--weeks", "8",
)  # fmt: skip
LANGUAGES = ("en", "da", "sv")


def without(*flags: str) -> list[str]:
    """The least that a plan needs, without some flags and their values."""
    pairs = zip(LEAST[1::2], LEAST[2::2], strict=True)
    return ["--no-input", *(word for flag, value in pairs if flag not in flags for word in (flag, value))]


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_command_of_the_issue_makes_a_plan_that_lints(tmp_path: Path) -> None:
    made = pipctl(
        "new", "--no-input", "--plan-language", "sv", "--country", "SE", "--id", "2026-001",
        "--employee", "Åsa Öberg", "--role", "Säljare", "--manager", "Ulf Ek", "--manager-role", "Säljchef",
        "--start", "2026-03-02", "--weeks", "8", "--rhythm", "weekly", "p.yaml", cwd=tmp_path,
    )  # fmt: skip
    assert (made.returncode, made.stdout) == (0, "")
    assert made.stderr == (
        "p.yaml: plan 2026-001 made, from 2026-03-02 to 2026-04-27 with 9 meetings. "
        "Fill it in, and see what is missing: pipctl lint p.yaml\n"
    )
    day = ("--today", "2026-02-25")
    linted = pipctl("lint", "p.yaml", *day, "--format", "json", "--fail-on", "never", cwd=tmp_path)
    assert linted.returncode == 0
    report = json.loads(linted.stdout)
    assert report["summary"]["errors"] == 0
    assert {"GO01", "CH01"} & {one["code"] for one in report["findings"]} <= {"GO01"}
    plan = plan_of((tmp_path / "p.yaml").read_bytes())
    assert (plan.employee.name, plan.employee.role) == ("Åsa Öberg", "Säljare")
    assert (plan.manager.name, plan.manager.role) == ("Ulf Ek", "Säljchef")
    assert plan.follow_up is not None
    assert plan.follow_up.rhythm == "weekly"
    assert [one.kind for one in plan.check_ins].count("midway") == 1
    assert (plan.check_ins[0].kind, plan.check_ins[-1].kind) == ("kick-off", "final")


def test_every_flag_stands_in_the_plan(tmp_path: Path) -> None:
    done = pipctl(
        "new", *LEAST, "--category", "results,quality", "--category", "behavior", "--department", "Väst",
        "--since", "2019-08-01", "--hr", "Lis Toft", "--rhythm", "monthly", "-", cwd=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    data = data_of(done.stdout)
    assert data["background"] == {"category": ["results", "quality", "behavior"]}
    assert data["employee"] == {"name": "Åsa Öberg", "department": "Väst", "since": "2019-08-01"}
    assert data["hr"] == {"name": "Lis Toft"}
    assert data["follow_up"]["rhythm"] == "monthly"
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("flags", "length"),
    [
        (["--end", "2026-04-27"], {"end": "2026-04-27"}),
        (["--weeks", "8"], {"weeks": 8}),
        (["--days", "56"], {"days": 56}),
    ],
)
def test_the_length_stands_as_it_was_given(
    tmp_path: Path, flags: list[str], length: dict[str, object]
) -> None:
    done = pipctl("new", *without("--weeks"), *flags, "-", cwd=tmp_path)
    assert data_of(done.stdout)["period"] == {"start": "2026-03-02", **length}


def test_all_that_lacks_is_named_at_once(tmp_path: Path) -> None:
    done = pipctl("new", "--no-input", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    for flag in ("plan-language", "country", "employee", "manager", "start", "end|--weeks|--days"):
        assert f"--{flag}" in done.stderr
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("lacking", "named"), [("--employee", "--employee"), ("--weeks", "--end|--weeks|--days")]
)
def test_nothing_but_what_lacks_is_named(tmp_path: Path, lacking: str, named: str) -> None:
    done = pipctl("new", *without(lacking), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"pipctl: A new plan needs these too: {named}.\n")


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    done = pipctl("new", *without("--start")[1:], "p.yaml", cwd=tmp_path, stdin="2026-03-02\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--start" in done.stderr


IMPOSSIBLE = [
    (["--start", "2026-02-30"], "--start 2026-02-30"),
    (["--start", "2.3.2026"], "--start 2.3.2026"),
    (["--since", "i går"], "--since i går"),
    (["--plan-language", "no"], "--plan-language no"),
    (["--country", "NO"], "--country NO"),
    (["--category", "attitude"], "--category attitude"),
    (["--category", "results,"], "--category"),
    (["--rhythm", "daily"], "--rhythm daily"),
    (["--weeks", "0"], "--weeks 0"),
    (["--weeks", "-1"], "--weeks -1"),
    (["--weeks", "åtte"], "--weeks åtte"),
    (["--weeks", "٣"], "--weeks ٣"),
    (["--weeks", "1.5"], "--weeks 1.5"),
    (["--weeks", "105"], "735"),
    (["--weeks", "99999999999999999999"], "--weeks"),
    (["--days", "30"], "--end, --weeks"),
    (["--end", "2026-05-01"], "--end, --weeks"),
    (["--id", "a/b"], "--id a/b"),
    (["--id", "../x"], "--id ../x"),
    (["--id", ""], "--id"),
    (["--employee", "Åsa\tÖberg"], "--employee"),
    (["--role", "\u202eSäljare"], "U+202E"),
    (["--hr", "Lis\nToft"], "U+000A"),
    (["--employee", "  "], "--employee"),
    (["--start", "9999-12-31"], "9999"),
]


@pytest.mark.parametrize(
    ("flags", "named", "language"),
    [(flags, named, LANGUAGES[number % 3]) for number, (flags, named) in enumerate(IMPOSSIBLE)],
)
def test_what_cannot_be_is_one_clear_sentence_and_nothing_is_written(
    tmp_path: Path, flags: list[str], named: str, language: str
) -> None:
    done = pipctl("new", *LEAST, *flags, "--lang", language, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("pipctl: ")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("end", ["2026-03-02", "2026-03-01", "2028-03-04"])
def test_an_end_that_does_not_fit_the_start_is_refused(tmp_path: Path, end: str) -> None:
    done = pipctl("new", *without("--weeks"), "--end", end, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert files_in(tmp_path) == []


def test_words_of_the_format_are_taken_in_any_case(tmp_path: Path) -> None:
    flags = ["--plan-language", "SV", "--country", "se"]
    done = pipctl("new", *without("--plan-language", "--country"), *flags, "-", cwd=tmp_path)
    data = data_of(done.stdout)
    assert (data["language"], data["country"]) == ("sv", "SE")


def repository(folder: Path, more: str = "") -> Path:
    (folder / "pipctl.yaml").write_text(f"pipctl: 1\nlanguage: sv\ncountry: SE\n{more}", encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


def test_language_and_country_come_from_the_configuration(tmp_path: Path) -> None:
    made = pipctl("new", *without("--plan-language", "--country"), cwd=repository(tmp_path))
    assert made.returncode == 0
    assert "är skapad" in made.stderr
    data = data_of((tmp_path / "plans" / "2026-001.yaml").read_bytes())
    assert (data["language"], data["country"]) == ("sv", "SE")


def test_the_next_free_id_is_that_of_the_plans_and_not_of_their_files(tmp_path: Path) -> None:
    plans = repository(tmp_path) / "plans" / "øst"
    plans.mkdir(parents=True)
    (plans / "åsa.yaml").write_text("pipctl: 1\nid: 2026-007\n", encoding="utf-8")
    (plans / "broken.yaml").write_text("id: 2026-009\nunit: %\n", encoding="utf-8")
    (plans / "2026-050.yaml").write_text("pipctl: 1\nid: 2025-050\n", encoding="utf-8")
    (tmp_path / "plans" / "2026-010.yaml").write_text("# an empty file\n", encoding="utf-8")
    assert pipctl("new", *LEAST, cwd=tmp_path).returncode == 0
    assert data_of((tmp_path / "plans" / "2026-011.yaml").read_bytes())["id"] == "2026-011"
    later = pipctl("new", *without("--start"), "--start", "2025-03-03", cwd=plans)
    assert later.returncode == 0
    assert data_of((tmp_path / "plans" / "2025-051.yaml").read_bytes())["id"] == "2025-051"


def test_an_id_that_another_plan_has_is_refused(tmp_path: Path) -> None:
    plans = repository(tmp_path) / "plans"
    plans.mkdir()
    (plans / "åsa.yaml").write_text("pipctl: 1\nid: 2026-007\n", encoding="utf-8")
    done = pipctl("new", *LEAST, "--id", "2026-007", "other.yaml", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert "2026-007 is used by plans/åsa.yaml" in done.stderr
    assert files_in(tmp_path) == ["pipctl.yaml", "plans/åsa.yaml"]


def test_without_a_configuration_the_folder_of_the_file_is_the_repository(tmp_path: Path) -> None:
    for _ in range(2):
        assert pipctl("new", *LEAST, cwd=tmp_path).returncode == 0
    assert files_in(tmp_path) == ["plans/2026-001.yaml", "plans/2026-002.yaml"]
    assert pipctl("new", *LEAST, "elsewhere/p.yaml", cwd=tmp_path).returncode == 0
    assert data_of((tmp_path / "elsewhere" / "p.yaml").read_bytes())["id"] == "2026-001"


def test_a_file_that_exists_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("mine", encoding="utf-8")
    done = pipctl("new", *LEAST, "p.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "p.yaml exists already" in done.stderr
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8") == "mine"
    assert files_in(tmp_path) == ["p.yaml"]


def test_a_place_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in ("file/p.yaml", "file/deeper/p.yaml"):
        done = pipctl("new", *LEAST, place, cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
    done = pipctl("new", *LEAST, "/dev/null/p.yaml", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_the_schema_of_the_repository_is_named_as_seen_from_the_file(tmp_path: Path) -> None:
    schemas = repository(tmp_path) / "schemas"
    schemas.mkdir()
    assert pipctl("new", *LEAST, cwd=tmp_path).returncode == 0
    (schemas / "plan.sv.schema.json").write_text("{}", encoding="utf-8")
    assert pipctl("new", *LEAST, cwd=tmp_path).returncode == 0
    assert pipctl("new", *LEAST, "plans/öst/väst/p.yaml", cwd=tmp_path).returncode == 0
    firsts = [
        (tmp_path / "plans" / name).read_text(encoding="utf-8").partition("\n")[0]
        for name in ("2026-001.yaml", "2026-002.yaml", "öst/väst/p.yaml")
    ]
    modeline = "# yaml-language-server: $schema="
    assert firsts == [
        "# Individuell handlingsplan",
        f"{modeline}../schemas/plan.sv.schema.json",
        f"{modeline}../../../schemas/plan.sv.schema.json",
    ]


def test_the_employer_and_the_working_days_of_the_configuration_count(tmp_path: Path) -> None:
    more = "employer: {name: Norrbackens kommun}\nwork_days: [tuesday, thursday]\n"
    repository(tmp_path, more)
    assert pipctl("new", *LEAST, "p.yaml", cwd=tmp_path).returncode == 0
    text = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    assert "employer" not in text
    days = [one.date.isoweekday() for one in plan_of(text).check_ins]
    assert len(days) > 5
    assert set(days) <= {2, 4}


def test_the_extra_days_off_of_the_policy_count(tmp_path: Path) -> None:
    flags = ["--plan-language", "da", "--country", "DK", "--start", "2026-06-05"]
    given = [*without("--plan-language", "--country", "--start"), *flags]
    starts = []
    for extra in ("true", "false"):
        folder = tmp_path / extra
        folder.mkdir()
        repository(folder, f"extra_days_off: {extra}\n")
        done = pipctl("new", *given, "-", cwd=folder)
        starts.append(data_of(done.stdout)["follow_up"]["check_ins"][0]["date"])
    assert starts == ["2026-06-08", "2026-06-05"]


def test_quiet_says_nothing_and_a_path_with_a_blank_can_be_copied(tmp_path: Path) -> None:
    assert pipctl("new", "-q", *LEAST, "a.yaml", cwd=tmp_path).stderr == ""
    said = pipctl("new", *LEAST, "min plan.yaml", cwd=tmp_path).stderr
    assert "pipctl lint 'min plan.yaml'" in said


def test_a_kill_leaves_no_file_or_a_whole_one(tmp_path: Path) -> None:
    whole = pipctl("new", *LEAST, "--id", "x", "-", cwd=tmp_path).stdout.encode()
    command = [str(Path(sys.executable).with_name("pipctl")), "new", *LEAST, "--id", "x", "p.yaml"]
    left = set()
    for tenths in range(1, 30, 2):
        process = subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=tenths / 60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        file = tmp_path / "p.yaml"
        left.add(file.read_bytes() if file.exists() else b"")
        file.unlink(missing_ok=True)
    assert left <= {b"", whole}
    assert subprocess.run(command, cwd=tmp_path, stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert (tmp_path / "p.yaml").read_bytes() == whole


def test_the_plan_is_written_in_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = pipctl("new", *LEAST, "-", cwd=tmp_path, env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"})
    assert data_of(done.stdout)["employee"]["name"] == "Åsa Öberg"


def test_names_that_are_no_utf_8_are_refused(tmp_path: Path) -> None:
    command = [
        os.fsencode(Path(sys.executable).with_name("pipctl")),
        b"new",
        b"--no-input",
        b"--employee",
        b"\xc5sa",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"--employee" in done.stderr
    assert done.stderr.count(b"\n") == 1
