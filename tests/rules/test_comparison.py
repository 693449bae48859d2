"""XP01 to XP03: what is unequal, what is not, and that nothing is told of any other plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from pipctl.lint.engine import Engine, Run
from pipctl.lint.selection import select
from pipctl.model.policy import Policy
from pipctl.model.scalars import Language
from pipctl.model.validation import validate
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read

PLAN = """pipctl: 1
id: {id}
language: da
country: {country}
employee: {{name: {name}, role: {role}}}
manager: {{name: Åse Lindqvist}}
period: {{start: 2026-03-03, days: {days}}}
background: {{category: {category}}}
"""
USUAL: dict[str, Any] = {
    "country": "DK",
    "role": "Kundekonsulent",
    "category": "results",
    "days": 60,
    "support": ["", ""],
    "check_ins": 4,
    "record": "",
}


def plan(number: int, **changed: Any) -> str:
    """Return a plan like the others but for some things."""
    own = {"id": f"2026-{number:03}", "name": f"Person {number}", **USUAL, **changed}
    support = "".join(
        f"  - {{id: S{index}, what: Sparring{hours}}}\n" for index, hours in enumerate(own["support"])
    )
    meetings = "".join(f"    - {{id: C{index}, date: 2026-03-10}}\n" for index in range(own["check_ins"]))
    kick_off = "    - {id: K, date: 2026-03-03, kind: kick-off}\n"
    listed = (f"support:\n{support}" if support else "") + f"follow_up:\n  check_ins:\n{kick_off}{meetings}"
    return f"{PLAN.format(**own)}{listed}{own['record']}"


def judged(
    plans: Sequence[str], *, only: str = "XP01,XP02,XP03", language: Language = "en", **policy: Any
) -> Run:
    read_policy, problems = validate({"pipctl": 1, **policy}, Policy)
    assert read_policy is not None, problems
    engine = Engine(select(RULES, read_policy, only=[only]), read_policy, date(2026, 4, 1), language)
    sources = [read(f"{index}.yaml", text.encode()) for index, text in enumerate(plans)]
    run = engine.run(sources, whole_repository=True)
    assert not run.crashes, run.crashes[0].trace
    return run


def others(count: int = 5, **changed: Any) -> list[str]:
    return [plan(number, **changed) for number in range(1, count + 1)]


def found(run: Run) -> list[tuple[str, str, str]]:
    return [(one.path, one.code, one.address) for one in run.findings]


def test_a_plan_with_less_of_everything_is_found_at_each_place() -> None:
    short = plan(9, days=40, support=[""], check_ins=1)
    assert found(judged([*others(), short])) == [
        ("5.yaml", "XP01", "period/days"),
        ("5.yaml", "XP02", "support"),
        ("5.yaml", "XP03", "follow_up/check_ins"),
    ]


def test_alike_plans_and_better_ones_are_no_finding() -> None:
    better = plan(9, days=90, support=["", "", "", ""], check_ins=12)
    assert found(judged([*others(), better])) == []


@pytest.mark.parametrize(("days", "is_found"), [(45, False), (44, True)])
def test_a_quarter_below_the_median_is_not_more_than_a_quarter(days: int, *, is_found: bool) -> None:
    assert bool(found(judged([*others(), plan(9, days=days)], only="XP01"))) == is_found


@pytest.mark.parametrize(("as_short", "is_found"), [(0, True), (1, True), (2, False)])
def test_nearly_every_other_plan_must_give_more(as_short: int, *, is_found: bool) -> None:
    short = [plan(90 + number, days=40) for number in range(as_short)]
    run = judged([*others(10 - as_short), *short, plan(9000, days=40)], only="XP01")
    assert ("10.yaml" in {path for path, _, _ in found(run)}) == is_found


def test_four_others_are_too_few_and_that_is_said() -> None:
    run = judged([*others(4), plan(9, days=20)])
    assert found(run) == []
    assert {one.code for one in run.not_run} == {"XP01", "XP02", "XP03"}
    assert len(run.not_run) == 15
    assert all(one.is_usual for one in run.not_run)
    assert {one.reason for one in run.not_run} == {run.not_run[0].reason}
    assert "fewer than 5" in run.not_run[0].reason


@pytest.mark.parametrize(
    "differs",
    [
        {"role": "Bogholder"},
        {"category": "behavior"},
        {"category": "[results, quality]"},
        {"country": "SE"},
        {"name": "Person 9"},
    ],
    ids=str,
)
def test_only_like_plans_of_other_employees_are_compared(differs: dict[str, Any]) -> None:
    run = judged([*others(4), plan(7, **differs), plan(9, days=20)], only="XP01")
    assert found(run) == []
    assert "5.yaml" in {one.path for one in run.not_run}


def test_a_role_is_the_same_however_it_is_written() -> None:
    run = judged([*others(4), plan(7, role="  kundekonsulent "), plan(9, days=20)], only="XP01")
    assert found(run) == [("5.yaml", "XP01", "period/days")]


def test_a_plan_without_role_or_category_cannot_be_compared() -> None:
    run = judged([*others(6, role='""'), *(plan(20 + one, category="[]") for one in range(6))], only="XP01")
    assert found(run) == []
    assert len(run.not_run) == 12


def test_a_period_that_ends_before_it_begins_is_another_matter() -> None:
    backwards = plan(9).replace("days: 60", "end: 2026-02-03")
    run = judged([*others(), backwards])
    assert [code for _, code, _ in found(run)] == []
    assert {one.code for one in run.not_run if one.path == "0.yaml"} == {"XP01", "XP03"}


def test_hours_are_compared_among_plans_that_give_them() -> None:
    hours, few = [", hours: 10", ", hours: 2.5"], [", hours: 3", ", hours: 3"]
    assert found(judged([*others(support=hours), plan(9, support=few)])) == [("5.yaml", "XP02", "support")]
    assert found(judged([*others(support=["", ""]), plan(9, support=few)])) == []
    assert found(judged([*others(4, support=hours), plan(7), plan(9, support=few)])) == []


def test_fewer_but_longer_measures_are_none_the_worse_nor_shorter_but_more() -> None:
    hours = [", hours: 4", ", hours: 4"]
    assert found(judged([*others(support=hours), plan(9, support=[", hours: 20"])])) == []
    assert found(judged([*others(support=hours), plan(9, support=[", hours: 1"] * 4)])) == []
    assert len(found(judged([*others(support=hours), plan(9, support=[", hours: 1"])]))) == 1


def test_a_shorter_plan_with_as_many_check_ins_for_its_length_is_equal() -> None:
    assert found(judged([*others(), plan(9, days=30, check_ins=2)], only="XP03")) == []
    assert len(found(judged([*others(), plan(9, days=30, check_ins=1)], only="XP03"))) == 1


CLOSED = "record:\n  - {{date: 2026-03-20, event: closed, result: {}}}\n"


@pytest.mark.parametrize(
    ("result", "is_found"),
    [("achieved", False), ("stopped", False), ("not-achieved", True), ("partly-achieved", True)],
)
def test_a_closed_plan_is_judged_while_something_follows_from_it(result: str, *, is_found: bool) -> None:
    run = judged([*others(record=CLOSED.format("achieved")), plan(9, days=20, record=CLOSED.format(result))])
    assert bool([one for one in found(run) if one[1] == "XP01"]) == is_found
    if is_found:
        assert "was 20 days" in run.findings[0].message


def test_the_limits_are_the_workplace_s() -> None:
    plans = [*others(3), plan(9, days=50)]
    assert found(judged(plans, only="XP01")) == []
    limits = {"comparable_plans": 3, "unequal_percent": 10}
    assert len(found(judged(plans, only="XP01", limits=limits))) == 1
    assert found(judged([plan(9)], only="XP01", limits={"comparable_plans": 0})) == []


@pytest.mark.parametrize("language", ["en", "da", "sv"])
@pytest.mark.parametrize("record", ["", CLOSED.format("not-achieved")])
def test_the_message_gives_counts_and_names_no_other_plan_or_person(language: Language, record: str) -> None:
    for support in ([""], [", hours: 1", ", hours: 1"]):
        low = plan(9, days=20, support=support, check_ins=0, record=record)
        run = judged([*others(support=[", hours: 9", ", hours: 9"]), low], language=language)
        assert len(run.findings) == 3
        for one in run.findings:
            assert "5" in one.message
            assert one.related == ()
            said = one.message + one.help
            assert not [word for word in ("Person", "2026-0", ".yaml", "konsulent") if word in said]


def test_an_odd_and_an_even_number_of_others_have_a_median() -> None:
    lengths = [40, 50, 60, 70, 80, 90]
    plans = [plan(number, days=days) for number, days in enumerate(lengths)]
    (finding,) = judged([*plans, plan(9, days=30)], only="XP01").findings
    assert "6 of 6" in finding.message
    assert "70 days or more" in finding.message
