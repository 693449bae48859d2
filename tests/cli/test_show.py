"""`pipctl show` and `pipctl digest`: one plan, for a person, for a program, and as one line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import pipctl
from tests.plans import CONTRACT, EVERY_EXAMPLE, EXAMPLES, SMALLEST

DAY = ("--today", "2026-04-01")
ENGLISH = ("--lang", "en")
PAUSED = EXAMPLES / "norrbacken" / "plans" / "2026-002.yaml"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def show(*arguments: str | Path, env: dict[str, str] | None = None) -> str:
    done = pipctl("show", *arguments, env=env)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


def data(*arguments: str | Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(show(*arguments, "--format", "json"))
    return read


def test_json_is_exactly_that_of_the_contract() -> None:
    assert data(CONTRACT, *DAY) == {
        "plan": "2026-014",
        "state": "running",
        "start": "2026-03-03",
        "effective_end": "2026-06-01",
        "goals": [
            {"id": "G1", "status": "green", "due": "2026-06-01", "value": 74.8, "path": 74.67},
            {"id": "G2", "status": "green", "due": "2026-06-01", "value": 1, "path": 0.31},
        ],
        "check_ins": [
            {"id": "C0", "date": "2026-03-03", "held": True},
            {"id": "C1", "date": "2026-03-17", "held": True},
            {"id": "C2", "date": "2026-03-31", "held": True},
            {"id": "C3", "date": "2026-04-14", "held": False},
            {"id": "C4", "date": "2026-04-28", "held": False},
            {"id": "C5", "date": "2026-05-12", "held": False},
            {"id": "C6", "date": "2026-05-26", "held": False},
            {"id": "C7", "date": "2026-06-01", "held": False},
        ],
        "support": [{"id": "S1", "result": None}, {"id": "S2", "result": "delivered"}],
        "next": {"date": "2026-04-10", "kind": "next-step"},
    }


def test_json_of_a_paused_plan_has_the_days_as_they_fall_now() -> None:
    read = data(PAUSED, *DAY)
    assert (read["state"], read["effective_end"]) == ("paused", "2026-04-27")
    assert [(one["id"], one["due"], one["value"]) for one in read["goals"]] == [
        ("G1", "2026-04-27", 20),
        ("G2", "2026-04-20", 90),
    ]
    assert [one["date"] for one in read["check_ins"]][3:5] == ["2026-03-17", "2026-04-06"]
    assert read["next"] == {"date": "2026-04-02", "kind": "next-step"}


@pytest.mark.parametrize(
    ("today", "path"), [("2026-03-17", 73.6), ("2026-03-02", 72), ("2026-04-07", 76), ("2026-06-10", 85)]
)
def test_the_vector_of_the_contract_without_a_result(tmp_path: Path, today: str, path: float) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        SMALLEST.replace("start: 2026-03-02, weeks: 8", "start: 2026-03-03, end: 2026-06-01")
        + "goals:\n  - id: G1\n    text: Kunder.\n    due: 2026-06-01\n"
        "    measure: {baseline: 72, target: 85}\n    steps: [{due: 2026-04-07, target: 76}]\n",
        encoding="utf-8",
    )
    (goal,) = data(plan, "--today", today)["goals"]
    assert goal == {"id": "G1", "status": None, "due": "2026-06-01", "value": None, "path": path}


@pytest.mark.parametrize(("value", "status"), [("74", "green"), ("73", "amber"), ("72", "red")])
def test_the_lights_of_the_contract(tmp_path: Path, value: str, status: str) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        SMALLEST.replace("start: 2026-03-02, weeks: 8", "start: 2026-03-03, end: 2026-06-01")
        + "goals:\n  - id: G1\n    text: Kunder.\n    due: 2026-06-01\n"
        "    measure: {baseline: 72, target: 85}\n    steps: [{due: 2026-04-07, target: 76}]\n"
        f"record:\n  - {{date: 2026-03-17, event: check-in, results: [{{goal: G1, value: {value}}}]}}\n",
        encoding="utf-8",
    )
    (goal,) = data(plan, *DAY)["goals"]
    assert (goal["status"], goal["value"], goal["path"]) == (status, int(value), 73.6)


def test_a_plan_with_nothing_in_it_is_shown_too(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALLEST, encoding="utf-8")
    read = data(plan, "--today", "2026-02-20")
    assert (read["state"], read["goals"], read["check_ins"], read["support"]) == ("draft", [], [], [])
    assert read["next"] == {"date": "2026-03-02", "kind": "signature"}
    text = show(plan, "--today", "2026-02-20")
    assert text == (
        "2026-015 · draft\n"
        "Employee  Åsa Öberg\n"
        "Manager   Ulf Ek\n"
        "Period    2026-03-02 (week 10) – 2026-04-27 (week 18), 56 days\n"
        "\n"
        "Goals\n"
        "No goals yet.\n"
        "\n"
        "Check-ins\n"
        "No check-ins yet.\n"
        "\n"
        "Support\n"
        "No support yet.\n"
        "\n"
        "Next  2026-03-02 (week 10), in 10 days: signature, Sign the plan, or decline to\n"
    )


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("path", EVERY_EXAMPLE[::2], ids=lambda path: path.stem)
def test_an_example_fits_its_width_and_is_complete(path: Path, columns: int) -> None:
    language = ("en", "da", "sv")[(EVERY_EXAMPLE.index(path) // 2 + columns // 20) % 3]
    text = show(path, *DAY, "--lang", language, env={"COLUMNS": str(columns)})
    assert max(len(line) for line in text.splitlines()) <= columns
    assert not ANSI.search(text)
    read = data(path, *DAY)
    for goal in read["goals"]:
        assert re.search(rf"\b{goal['id']}\b", text)
        if goal["due"]:
            assert goal["due"] in text
    for meeting in read["check_ins"]:
        assert re.search(rf"^{meeting['id']}  {meeting['date']}", text, re.MULTILINE)
    for support in read["support"]:
        assert re.search(rf"^{support['id']}  ", text, re.MULTILINE)


def test_the_goals_at_80_columns_in_danish() -> None:
    text = show(CONTRACT, *DAY, "--lang", "da", env={"COLUMNS": "80"}).replace("\xa0", " ")
    goals = text.split("\n\n")[1]
    assert goals == (
        "Mål\n"
        "              G1                               G2\n"
        "Specifikt     Øg kundetilfredsheden fra 72 %   Bidrag med mindst ét\n"
        "              til 85 % senest den 1. juni      løsningsforslag på hvert\n"
        "              2026.                            teammøde i perioden.\n"
        "Målbart       Tilfredse kunder i egne sager,   Løsningsforslag pr. teammøde: 0\n"
        "              gennemsnit pr. uge: 72 % → 85 %  forslag → 1 forslag\n"
        "Accepteret    ✓ ja                             ✓ ja\n"
        "Relevant      ✓ begrundet                      ✓ begrundet\n"
        "Tidsbestemt   2026-06-01 (uge 23)              2026-06-01 (uge 23)\n"
        "Status        ✓ på sporet                      ✓ på sporet\n"
        "Resultat      74,8 % (2026-03-31), forventet   1 forslag (2026-03-31),\n"
        "              74,67 %                          forventet 0,31 forslag\n"
        "Forventet nu  74,76 %                          0,32 forslag"
    )


def test_a_wide_terminal_has_more_goals_abreast() -> None:
    six_goals = EXAMPLES / "nordlys" / "plans" / "2026-020.yaml"
    narrow, wide = (show(six_goals, *DAY, env={"COLUMNS": columns}) for columns in ("80", "200"))
    assert re.search(r"^ +G1 +G2\n", narrow, re.MULTILINE)
    assert re.search(r"^ +G1 +G2 +G3 +G4 +G5\n", wide, re.MULTILINE)


def test_what_is_late_is_counted_and_pointed_to() -> None:
    path = EXAMPLES / "nordlys" / "plans" / "2026-020.yaml"
    assert f"Overdue  4, see: pipctl due {path} --overdue" in show(
        path, *DAY, *ENGLISH, env={"COLUMNS": "200"}
    )
    assert "Overdue" not in show(CONTRACT, *DAY, *ENGLISH)


def test_an_extended_and_a_closed_plan_say_so() -> None:
    assert "från början till 2026-04-14" in show(PAUSED, *DAY, "--lang", "sv")
    assert "Udfald       opnået, 2026-06-01 (uge 23)" in show(
        CONTRACT, "--today", "2026-06-10", "--lang", "da"
    )
    assert "(flyttet fra 2026-04-14)" in show(CONTRACT, "--today", "2026-04-14", "--lang", "da")


def test_texts_of_a_plan_are_never_markup(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    text = (
        SMALLEST.replace("Ulf Ek", "'[red]Ulf[/red]'")
        + "goals: [{id: G1, text: '[link=http://x]Svara[/link]'}]\n"
    )
    plan.write_text(text, encoding="utf-8")
    shown = show(plan, *DAY, "--color", "always")
    assert "[red]Ulf[/red]" in shown
    assert "[link=http://x]Svara[/" in ANSI.sub("", shown).replace("\n", "")
    assert "\x1b]8" not in shown


def test_color_adds_nothing_but_color() -> None:
    plain, colored = show(PAUSED, *DAY), show(PAUSED, *DAY, "--color", "always")
    assert ANSI.search(colored)
    assert "\n".join(line.rstrip() for line in ANSI.sub("", colored).split("\n")) == plain


def test_a_plan_may_come_from_standard_input() -> None:
    done = pipctl("show", "-", *DAY, "--format", "json", stdin=CONTRACT.read_bytes())
    assert json.loads(done.stdout) == data(CONTRACT, *DAY)


@pytest.mark.parametrize("command", ["show", "digest"])
def test_a_file_that_is_no_plan_is_told_of_and_nothing_else_is_printed(tmp_path: Path, command: str) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALLEST + "gaols: []\n", encoding="utf-8")
    done = pipctl(command, plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert "SC01" in done.stderr
    assert "is not a plan yet" in done.stderr
    for path in (tmp_path, tmp_path / "nothing.yaml"):
        assert pipctl(command, path).returncode == 2


def test_another_format_is_refused() -> None:
    done = pipctl("show", CONTRACT, "--format", "yaml", *ENGLISH)
    assert done.returncode == 2
    assert "text, json" in done.stderr


def test_the_digest_stands_alone_and_is_the_one_that_was_sealed() -> None:
    done = pipctl("digest", CONTRACT, *DAY)
    sealed = "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{sealed}\n", "")
    assert sealed in CONTRACT.read_text(encoding="utf-8")


def test_the_digest_is_that_of_the_agreement_alone(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"

    def digest(text: str) -> str:
        plan.write_text(text, encoding="utf-8")
        return pipctl("digest", plan).stdout

    first = digest(SMALLEST)
    assert re.fullmatch(r"sha256:[0-9a-f]{64}\n", first)
    assert digest("# a comment\n" + SMALLEST + "erase_by: 2030-01-01\n") == first
    assert digest(SMALLEST.replace("Ulf Ek", "Ulf Eke")) != first
