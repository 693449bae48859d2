from __future__ import annotations

import json

import pytest

from pipctl.rules.catalogue import RULES
from tests.cli.running import pipctl

LANGUAGES = ("en", "da", "sv")
FIELDS = [
    "code",
    "name",
    "level",
    "escalates",
    "reads",
    "limits",
    "basis",
    "scope",
    "ignorable",
    "aliases",
    "summary",
]


def test_json_lists_every_rule_as_the_contract_says() -> None:
    done = pipctl("rules", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    read = json.loads(done.stdout)
    assert list(read) == ["version", "rules"]
    assert read["version"] == 1
    assert [one["code"] for one in read["rules"]] == [rule.code for rule in RULES]
    assert all(list(one) == FIELDS for one in read["rules"])
    (short,) = (one for one in read["rules"] if one["code"] == "PE01")
    assert short == {
        "code": "PE01",
        "name": "period-too-short",
        "level": "warning",
        "escalates": {"level": "error", "when": "under 14 days"},
        "reads": ["S"],
        "limits": {"period_least_days": 30, "period_error_days": 14},
        "basis": "seed 000",
        "scope": "plan",
        "ignorable": True,
        "aliases": [],
        "summary": "The period is under 30 days",
    }


def test_json_says_which_rules_no_comment_silences() -> None:
    read = json.loads(pipctl("rules", "--format", "json").stdout)["rules"]
    assert {one["code"][:2] for one in read if not one["ignorable"]} >= {"YM", "SC", "IG", "IN"}
    assert {one["code"] for one in read if one["ignorable"]} >= {"GO02", "PE01", "XP05"}


def test_only_the_summary_follows_the_language() -> None:
    english, danish = (
        json.loads(pipctl("rules", "--format", "json", "--lang", language).stdout)["rules"]
        for language in ("en", "da")
    )
    assert len(english) == len(danish) > 10
    for one, other in zip(english, danish, strict=True):
        assert one.pop("summary") != other.pop("summary")
        assert one == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_names_every_rule_within_80_columns(language: str) -> None:
    done = pipctl("rules", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []
    rows = [line for line in lines if line[:2].isupper() and line[2:4].isdigit()]
    assert [row.split()[0] for row in rows] == [rule.code for rule in RULES]
    assert [row.split()[-1] for row in rows] == [rule.name for rule in RULES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [120, 200])
def test_a_wide_terminal_shows_a_rule_and_what_it_finds_on_one_line(language: str, columns: int) -> None:
    lines = pipctl("rules", "--lang", language, env={"COLUMNS": str(columns)}).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if line != line.rstrip()] == []
    rows = [line for line in lines if line[:2].isupper() and line[2:4].isdigit()]
    assert [row.split()[0] for row in rows] == [rule.code for rule in RULES]
    assert len({row.index(rule.name) for row, rule in zip(rows, RULES, strict=True)}) == 1
    assert all(
        len(row) > row.index(rule.name) + len(rule.name) for row, rule in zip(rows, RULES, strict=True)
    )
    if columns == 200:
        assert len(lines) == 1 + len({row[:2] for row in rows}) + len(rows) + 2


def test_the_table_speaks_the_language_of_the_user() -> None:
    table = pipctl("rules", "--lang", "da").stdout
    assert "Perioden er under 30 dage" in table
    assert "advarsel → fejl" in table
    assert "The period" not in table


def test_a_form_that_does_not_exist_is_refused() -> None:
    done = pipctl("rules", "--format", "xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "text, json" in done.stderr
