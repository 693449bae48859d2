from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import pipctl
from tests.plans import SMALLEST

DAY = ("--today", "2026-03-20", "--select", "XP", "--format", "json")


def found(folder: Path, *paths: str) -> list[tuple[str, str, int]]:
    done = pipctl("lint", *paths, *DAY, cwd=folder)
    assert not done.stderr, done.stderr
    return [(one["code"], one["path"], one["line"]) for one in json.loads(done.stdout)["findings"]]


def write(folder: Path, name: str, text: str) -> None:
    (folder / "plans").mkdir(exist_ok=True)
    (folder / "plans" / name).write_text(text, encoding="utf-8")


def test_an_id_used_twice_is_told_in_the_second_file(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SMALLEST)
    write(tmp_path, "b.yaml", "# en kommentar\n" + SMALLEST.replace("Åsa", "Eva"))
    assert found(tmp_path) == [("XP07", "plans/b.yaml", 3)]
    assert found(tmp_path, "plans") == [("XP07", "plans/b.yaml", 3)]
    assert found(tmp_path, "plans/a.yaml", "plans/b.yaml") == []


def test_two_open_plans_for_one_employee_overlap(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SMALLEST)
    other = SMALLEST.replace("2026-015", "2026-016").replace("Åsa Öberg", "åsa  öberg")
    write(tmp_path, "b.yaml", other.replace("2026-03-02", "2026-04-27"))
    assert found(tmp_path) == [("XP05", "plans/b.yaml", 5)]
    write(tmp_path, "b.yaml", other.replace("2026-03-02", "2026-04-28"))
    assert found(tmp_path) == []
    write(tmp_path, "b.yaml", other + "record:\n  - {date: 2026-03-03, event: closed, result: stopped}\n")
    assert found(tmp_path) == []


def test_the_message_names_no_person(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SMALLEST)
    write(tmp_path, "b.yaml", SMALLEST.replace("2026-015", "2026-016"))
    for language in ("en", "da", "sv"):
        done = pipctl("lint", *DAY, "--lang", language, cwd=tmp_path)
        (finding,) = json.loads(done.stdout)["findings"]
        assert "2026-015" in finding["message"]
        assert "Öberg" not in done.stdout


def test_ignoring_it_counts_as_used_and_is_no_slip_where_it_was_not_asked(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SMALLEST)
    other = SMALLEST.replace("2026-015", "2026-016")
    write(
        tmp_path, "b.yaml", other.replace("employee: {", "# pipctl: ignore[XP05] aftalt med TR\nemployee: {")
    )
    done = pipctl("lint", *DAY, "--select", "IG", cwd=tmp_path)
    assert json.loads(done.stdout)["findings"] == []
    assert json.loads(done.stdout)["summary"]["ignored"] == 1
    alone = pipctl("lint", "plans/b.yaml", *DAY, "--select", "IG", cwd=tmp_path)
    assert json.loads(alone.stdout)["findings"] == []
