"""`pipctl due` as a table, CSV and Markdown: complete at every width, and text never more than text."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipctl.model.scalars import Language
from pipctl.store.texts import load_texts
from tests.cli.running import pipctl
from tests.plans import EXAMPLES, SMALLEST

DAY = ("--today", "2026-04-01")
LATE = EXAMPLES / "nordlys" / "plans" / "2026-018.yaml"
FIELDS = ["date", "week", "days", "kind", "plan", "path", "party", "who", "what", "overdue"]
ANSI = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = (
    SMALLEST
    + """
support:
  - {id: S1, due: 2026-03-09, provider: "=1+2", what: "[red]Rød[/red] | *fed* <b>x</b> :smile:"}
  - {id: S2, due: 2026-03-09, provider: "-cmd", what: "Ring [link=http://x]her[/link]"}
"""
)


def due(*arguments: str | Path, status: int = 0, env: dict[str, str] | None = None) -> str:
    done = pipctl("due", *arguments, env=env)
    assert done.returncode == status, done.stderr
    assert not done.stderr
    return done.stdout


def items(*arguments: str | Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(due(*arguments, "--format", "json"))["items"]
    return read


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("columns", [60, 80, 119, 120, 200])
@pytest.mark.parametrize("language", ["en", "da", "sv"])
def test_the_table_is_complete_within_the_width(columns: int, language: Language) -> None:
    table = due(EXAMPLES, *DAY, "--lang", language, env={"COLUMNS": str(columns)})
    assert max(len(line) for line in table.splitlines()) <= columns
    assert not ANSI.search(table)
    assert "…" not in table
    rows = items(EXAMPLES, *DAY, "--lang", language)
    words = load_texts(language, "due")
    assert len(rows) > 40
    for row in rows:
        assert row["date"] in table
        assert row["plan"] in table
        assert words["kinds"][row["kind"]].split()[0] in table
        # Longer words than the narrowest column are folded.
        assert all(word in table for word in row["what"].split() if len(word) <= 10)
    assert words["columns"]["what"] in table.split("\n")[0]


def test_a_wide_terminal_has_one_line_a_row() -> None:
    rows = items(EXAMPLES, *DAY)
    table = due(EXAMPLES, *DAY, env={"COLUMNS": "200"})
    assert len(table.splitlines()) == len(rows) + 1
    assert max(len(line) for line in table.splitlines()) > 120
    for line, row in zip(table.splitlines()[1:], rows, strict=True):
        assert row["what"].replace("\xa0", " ") in line.replace("\xa0", " ")
        assert (row["who"] or "") in line


def test_a_narrow_one_has_one_heading_a_day_and_marks_what_is_late_by_word() -> None:
    table = due(LATE, *DAY, "--lang", "da", env={"COLUMNS": "80"})
    assert table == (
        "Type         Plan      Hvem             Hvad\n"
        "\n"
        "2026-03-23 · uge 13 · 9 dage over fristen\n"
        "underskrift  2026-018  Nanna Overgaard  Skriv under på planen, eller afvis at\n"
        "                                        skrive under\n"
        "underskrift  2026-018  Kim Steffensen   Skriv under på planen, eller afvis at\n"
        "                                        skrive under\n"
        "\n"
        "2026-04-03 · uge 14 · om 2 dage\n"
        "mål          2026-018  Nanna Overgaard  G2 Underskrevne elaftaler\n"
        "\n"
        "2026-04-10 · uge 15 · om 9 dage\n"
        "slutdato     2026-018  Kim Steffensen   Planens sidste dag\n"
    )


@pytest.mark.parametrize("columns", ["80", "200"])
def test_color_adds_nothing_but_color(columns: str) -> None:
    plain = due(EXAMPLES, *DAY, env={"COLUMNS": columns})
    colored = due(EXAMPLES, *DAY, "--color", "always", env={"COLUMNS": columns})
    assert ANSI.search(colored)
    stripped = "\n".join(line.rstrip() for line in ANSI.sub("", colored).split("\n"))
    assert stripped == plain
    late = next(line for line in colored.splitlines() if "overdue" in line)
    assert "31m" in late


@pytest.mark.parametrize("columns", ["80", "200"])
def test_texts_of_a_plan_are_never_markup(hostile: Path, columns: str) -> None:
    table = due(hostile, "--today", "2026-03-02", "--color", "always", env={"COLUMNS": columns})
    squeezed = "".join(ANSI.sub("", table).split())
    assert "[red]Rød[/red]|*fed*<b>x</b>:smile:" in squeezed
    assert "Ring[link=http://x]her[/link]" in squeezed
    assert "\x1b]8" not in table
    assert "\x1b[31mR" not in table


def test_csv_has_a_header_and_calculates_nothing(hostile: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(due(hostile, "--today", "2026-03-11", "--format", "csv"))))
    assert list(rows[0]) == FIELDS
    support = [row for row in rows if row["kind"] == "support"]
    assert [(row["who"], row["days"], row["overdue"]) for row in support] == [
        ("'=1+2", "-2", "true"),
        ("'-cmd", "-2", "true"),
    ]
    assert support[0]["what"] == "S1 [red]Rød[/red] | *fed* <b>x</b> :smile:"
    assert (support[0]["party"], support[0]["week"], support[0]["date"]) == ("", "11", "2026-03-09")


def test_csv_keeps_the_letters_and_the_rows() -> None:
    rows = list(csv.DictReader(io.StringIO(due(EXAMPLES, *DAY, "--format", "csv"))))
    read = items(EXAMPLES, *DAY)
    assert [row["what"] for row in rows] == [row["what"] for row in read]
    assert [row["who"] for row in rows] == [row["who"] for row in read]
    assert any("Åkerström" in row["who"] for row in rows)


def test_markdown_is_a_table_that_a_text_cannot_break(hostile: Path) -> None:
    lines = due(hostile, "--today", "2026-03-02", "--format", "md", "--lang", "da").splitlines()
    assert lines[0] == "| Dato | Uge | Hvornår | Type | Plan | Hvem | Hvad |"
    assert lines[1] == "| --- | --- | --- | --- | --- | --- | --- |"
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    assert {len(row) for row in cells} == {7}
    assert lines[4] == (
        "| 2026-03-09 | 11 | om 7 dage | støtte | 2026-015 | =1+2 "
        r"| S1 \[red\]Rød\[/red\] \| \*fed\* \<b\>x\</b\> :smile: |"
    )
