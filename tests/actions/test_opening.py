"""One plan for a command: opened, or refused with the findings that say why."""

from datetime import date
from pathlib import Path

import pytest

from pipctl.actions.opening import NotAPlan, Opened, open_plan
from pipctl.errors import Refusal
from pipctl.store.configuration import load_configuration
from tests.plans import CONTRACT, EVERY_EXAMPLE, SMALLEST

TODAY = date(2026, 4, 1)
HELD_TWICE = SMALLEST + (
    "follow_up: {check_ins: [{id: C1, date: 2026-03-16}]}\n"
    "record:\n"
    "  - {date: 2026-03-16, event: check-in, check_in: C1}\n"
    "  - {date: 2026-03-17, event: check-in, check_in: C1}\n"
)
UNKNOWN_GOAL = SMALLEST + (
    "record:\n  - {date: 2026-03-16, event: check-in, results: [{goal: G9, status: red}]}\n"
)


def opened(path: Path, policy: str = "") -> Opened:
    configuration = load_configuration("pipctl.yaml", f"pipctl: 1\n{policy}".encode()) if policy else None
    return open_plan(str(path), configuration or load_configuration(None), TODAY, "en")


def test_every_example_opens_also_before_its_later_entries_have_happened() -> None:
    assert len(EVERY_EXAMPLE) == 12
    for path in EVERY_EXAMPLE:
        plan = opened(path)
        assert plan.plan.id == path.stem
        assert plan.source.path == str(path)
        assert plan.state.today == TODAY
        assert all(entry.date <= TODAY for _, entry in plan.state.entries)
    assert opened(CONTRACT).state.breaches, "the example must have entries after this day"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("pipctl: 1\n\tid: x\n", ["YM01"]),
        ("", ["YM01"]),
        (SMALLEST + "id: again\n", ["YM02"]),
        (SMALLEST + "gaols: []\n", ["SC01"]),
        (SMALLEST.replace("2026-03-02", "2.3.2026"), ["SC02"]),
        (SMALLEST.replace("country: SE\n", ""), ["SC03"]),
        (SMALLEST.replace("country: SE\n", "contry: SE\n"), ["SC01", "SC03"]),
        (UNKNOWN_GOAL, ["SC04"]),
        (HELD_TWICE, ["SC05"]),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_what_is_wrong(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotAPlan) as refused:
        opened(path)
    assert sorted(one.code for one in refused.value.run.findings) == codes
    assert refused.value.key == "not-a-plan"
    assert refused.value.values["path"] == str(path)
    assert refused.value.source.path == str(path)
    assert refused.value.status == 2


def test_an_entry_that_lies_ahead_hides_no_other_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    ahead = "  - {date: 2026-05-01, event: comment, by: hr, text: Senare}\n"
    path.write_text(HELD_TWICE + ahead, encoding="utf-8")
    with pytest.raises(NotAPlan) as refused:
        opened(path)
    assert [one.pointer for one in refused.value.run.findings] == ["/record/1/check_in"]


@pytest.mark.parametrize("level", ["warning", "off"])
def test_the_policy_may_let_a_broken_record_pass(tmp_path: Path, level: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HELD_TWICE, encoding="utf-8")
    assert len(opened(path, f"rules: {{SC05: {level}}}\n").state.held()) == 1


def test_no_policy_makes_a_plan_of_what_is_none(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALLEST + "gaols: []\n", encoding="utf-8")
    with pytest.raises(NotAPlan) as refused:
        opened(path, "rules: {SC01: info}\n")
    assert [one.code for one in refused.value.run.findings] == ["SC01"]


def test_nothing_but_form_is_judged(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALLEST.replace("weeks: 8", "end: 2026-01-01"), encoding="utf-8")
    assert opened(path).state.effective_end == date(2026, 1, 1)


def test_a_file_that_is_not_there_is_another_refusal(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        opened(tmp_path / "plan.yaml")
    assert refused.value.key == "no-such-file"
