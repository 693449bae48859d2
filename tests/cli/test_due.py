"""`pipctl due`: what comes up and what is late, in four formats and at every width."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipctl.schedule.agenda import KINDS
from pipctl.store.texts import load_texts
from tests.cli.running import pipctl
from tests.plans import CONTRACT, EXAMPLES, SMALLEST

DAY = ("--today", "2026-04-01")
ENGLISH = ("--lang", "en")
LATE = EXAMPLES / "nordlys" / "plans" / "2026-018.yaml"
FIELDS = ["date", "week", "days", "kind", "plan", "path", "party", "who", "what", "overdue"]
BROKEN = SMALLEST + "gaols: []\n"


def due(*arguments: str | Path, status: int = 0, env: dict[str, str] | None = None) -> str:
    done = pipctl("due", *arguments, env=env)
    assert done.returncode == status, done.stderr
    assert not done.stderr
    return done.stdout


def items(*arguments: str | Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(due(*arguments, "--format", "json"))["items"]
    return read


def test_json_is_exactly_that_of_the_contract() -> None:
    assert json.loads(due(CONTRACT, *DAY, "--within", "9d", "--format", "json")) == {
        "version": 1,
        "today": "2026-04-01",
        "items": [
            {
                "date": "2026-04-10",
                "week": 15,
                "days": 9,
                "kind": "next-step",
                "plan": "2026-014",
                "path": str(CONTRACT),
                "party": "employee",
                "who": "Søren Æbelø",
                "what": "Gennemgå fem sager",
                "overdue": False,
            }
        ],
    }


def test_the_fields_of_json_stand_in_the_order_of_the_contract_in_every_language() -> None:
    by_language = [items(EXAMPLES, *DAY, "--lang", language) for language in ("en", "da", "sv")]
    assert len(by_language[0]) > 40
    for each in by_language:
        assert [list(item) for item in each] == [FIELDS] * len(each)
    without_words = [
        [{**item, "what": ""} for item in each if item["kind"] != "signature"] for each in by_language
    ]
    assert without_words[0] == without_words[1] == without_words[2]


def test_nobody_is_null_in_json(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALLEST + "support: [{id: S1, what: Kurs, due: 2026-04-01}]\n", encoding="utf-8")
    (support,) = (one for one in items(path, *DAY) if one["kind"] == "support")
    assert (support["party"], support["who"], support["days"]) == (None, None, 0)


@pytest.mark.parametrize(
    ("within", "count"), [("12d", 1), ("13d", 3), ("2w", 3), ("2W", 3), ("all", 13), ("0d", 0)]
)
def test_within_includes_its_last_day(within: str, count: int) -> None:
    assert len(items(CONTRACT, *DAY, "--within", within)) == count


def test_fourteen_days_are_the_default() -> None:
    assert [one["days"] for one in items(CONTRACT, "--today", "2026-03-31")] == [10, 14, 14]
    assert items(CONTRACT, *DAY) == items(CONTRACT, *DAY, "--within", "14d")


@pytest.mark.parametrize("within", ["fourteen", "14", "-1d", "2m", "", "1.5w", "9999999d", "\u0661d"])
def test_another_span_is_refused_with_what_to_write(within: str) -> None:
    done = pipctl("due", CONTRACT, f"--within={within}", *ENGLISH)
    assert done.returncode == 2
    assert "--within" in done.stderr
    assert "14d" in done.stderr
    assert not done.stdout


def test_another_format_is_refused() -> None:
    done = pipctl("due", CONTRACT, "--format", "xml", *ENGLISH)
    assert done.returncode == 2
    assert "json" in done.stderr


def test_only_overdue_and_only_somebody() -> None:
    late = items(EXAMPLES, *DAY, "--overdue")
    assert len(late) == 9
    assert all(one["overdue"] and one["days"] < 0 for one in late)
    assert [one["plan"] for one in items(EXAMPLES, *DAY, "--overdue", "--who", "Kim Steffensen")] == [
        "2026-018"
    ]
    assert {one["party"] for one in items(EXAMPLES, *DAY, "--who", "employee")} == {"employee"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((LATE, *DAY), 0),
        ((LATE, *DAY, "--exit-code"), 1),
        ((LATE, "--today", "2026-03-23", "--exit-code"), 0),
        ((LATE, *DAY, "--exit-code", "--format", "json"), 1),
        ((LATE, *DAY, "--exit-code", "--within", "0d"), 1),
        ((LATE, *DAY, "--exit-code", "--who", "hr"), 0),
        ((CONTRACT, *DAY, "--exit-code"), 0),
    ],
)
def test_the_status_tells_of_something_late_only_when_asked(
    arguments: tuple[str | Path, ...], status: int
) -> None:
    assert due(*arguments, status=status)


def test_a_file_that_is_no_plan_is_told_of_and_the_others_are_listed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALLEST, encoding="utf-8")
    done = pipctl("due", tmp_path, "--today", "2026-03-03", "--exit-code", "--format", "json")
    assert done.returncode == 2
    assert {one["plan"] for one in json.loads(done.stdout)["items"]} == {"2026-015"}
    assert "SC01" in done.stderr
    assert "pipctl lint" in done.stderr
    assert "Traceback" not in done.stderr


def test_entries_that_lie_ahead_are_no_reason_to_stop() -> None:
    assert pipctl("lint", CONTRACT, *DAY, "--select", "SC05", *ENGLISH).returncode == 1
    assert items(CONTRACT, *DAY)


def test_a_broken_record_is_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALLEST + "record:\n  - {date: 2026-03-02, event: resumed}\n", encoding="utf-8")
    done = pipctl("due", path, *DAY)
    assert done.returncode == 2
    assert "SC05" in done.stderr


def test_an_empty_agenda_says_so_in_one_line_with_what_was_looked_for() -> None:
    assert (
        due(CONTRACT, *DAY, *ENGLISH, "--within", "1w")
        == "Nothing is overdue or due by 2026-04-08 in 1 plan.\n"
    )
    assert due(CONTRACT, *DAY, "--within", "1w", "--format", "md").count("\n") == 1
    assert due(CONTRACT, *DAY, "--overdue", "--lang", "da") == "Intet er over fristen i 1 plan.\n"
    who = due(CONTRACT, *DAY, *ENGLISH, "--within", "all", "--who", "Nobody\x1b[31m")
    assert who == "Nobody\\u001b[31m: Nothing is due in 1 plan.\n"
    assert json.loads(due(CONTRACT, *DAY, "--overdue", "--format", "json"))["items"] == []
    assert due(CONTRACT, *DAY, "--overdue", "--format", "csv") == ",".join(FIELDS) + "\n"


def test_an_end_of_time_is_no_reason_to_stumble() -> None:
    assert "9999-12-31" in due(LATE, "--today", "9998-01-01", "--who", "x", "--within", "999999w")


def test_no_plans_are_a_note_and_a_named_folder_without_any_is_refused(tmp_path: Path) -> None:
    done = pipctl("due", "--format", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["items"]) == (0, [])
    assert "pipctl new" in done.stderr
    assert pipctl("due", tmp_path).returncode == 2
    assert pipctl("due", tmp_path / "nothing.yaml").returncode == 2


def test_a_plan_may_come_from_standard_input() -> None:
    done = pipctl("due", "-", *DAY, "--format", "json", stdin=CONTRACT.read_bytes())
    assert [one["path"] for one in json.loads(done.stdout)["items"]] == ["-"] * 3


def test_a_path_cannot_steer_the_terminal_or_stop_the_run(tmp_path: Path) -> None:
    path = tmp_path / "p\x1b[31m.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    done = pipctl("due", path)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    odd = tmp_path / "p\udce6.yaml"
    odd.write_text(SMALLEST, encoding="utf-8")
    for form in ("json", "csv", "table", "md"):
        assert pipctl("due", str(odd), "--today", "2026-03-03", "--format", form).returncode == 0


@pytest.mark.parametrize("name", ["due", "show"])
def test_the_words_are_there_in_three_languages(name: str) -> None:
    english, danish, swedish = (_shape(load_texts(language, name)) for language in ("en", "da", "sv"))
    assert len(english) > 5
    assert english == danish == swedish


def test_every_kind_has_a_word() -> None:
    assert list(load_texts("en", "due")["kinds"]) == list(KINDS)


def _shape(words: Any) -> Any:
    if isinstance(words, str):
        return sorted(re.findall(r"\{\w+\}", words))
    return {key: _shape(value) for key, value in words.items()}
