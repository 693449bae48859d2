from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from pipctl.model.progress import expected_value, light_for, readings
from pipctl.model.state import State
from tests.plans import CONTRACT, plan_of, state_of

GOAL = """\
goals:
  - id: G1
    text: x
    due: 2026-04-27
    measure: {{{measure}}}
    steps: [{steps}]
"""


def state_with(measure: str, steps: str = "", record: str = "", today: str = "2026-04-27") -> State:
    return state_of(record, today, GOAL.format(measure=measure, steps=steps))


def test_the_vectors_of_the_contract() -> None:
    text = CONTRACT.read_text(encoding="utf-8").replace("{due: 2026-04-14, t", "{due: 2026-04-07, t")
    goal, state = plan_of(text).goals[0], State(plan_of(text), date(2026, 3, 17))
    expected = expected_value(goal, state, date(2026, 3, 17))
    assert expected == Fraction("73.6")
    assert goal.measure is not None
    lights = [light_for(goal.measure, Decimal(value), expected, Decimal(10)) for value in (74, 73, 72)]
    assert lights == ["green", "amber", "red"]


@pytest.mark.parametrize(
    ("measure", "steps", "day", "expected"),
    [
        ("baseline: 10, target: 24", "", "2026-03-02", 10),
        ("baseline: 10, target: 24", "", "2026-03-16", Fraction(27, 2)),
        ("baseline: 10, target: 24", "", "2026-02-01", 10),
        ("baseline: 10, target: 24", "", "2026-05-01", 24),
        ("baseline: 10, target: 24", "{due: 2026-03-16, target: 20}", "2026-03-09", 15),
        ("baseline: 10, target: 24", "{due: 2026-03-16, target: 20}", "2026-03-16", 20),
        ("target: 24", "{due: 2026-03-16, target: 20}", "2026-03-16", 20),
        ("target: 24", "{due: 2026-03-16, target: 20}", "2026-03-17", 24),
        ("target: 24", "", "2026-05-17", 24),
        ("criterion: x", "", "2026-03-17", None),
    ],
)
def test_the_path_is_the_broken_line_through_its_points(
    measure: str, steps: str, day: str, expected: Fraction | None
) -> None:
    state = state_with(measure, steps)
    assert expected_value(state.plan.goals[0], state, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("measure", "value", "light"),
    [
        ("baseline: 14, target: 6", "6.8", "amber"),
        ("baseline: 14, target: 6", "6.81", "red"),
        ("baseline: 14, target: 6", "5", "green"),
        ("baseline: 5, target: 5", "4.5", "amber"),
        ("baseline: 5, target: 5", "4.4", "red"),
        ("baseline: 5, target: 5, direction: at-most", "5.4", "amber"),
        ("target: 20", "18", "amber"),
        ("target: 20", "17.9", "red"),
        ("target: 0, direction: at-most", "1", "red"),
        ("target: 0, direction: at-most", "0", "green"),
    ],
)
def test_a_value_is_amber_up_to_a_tenth_of_the_way_short(measure: str, value: str, light: str) -> None:
    record = f"date: 2026-04-27, event: check-in, results: [{{goal: G1, value: {value}}}]"
    state = state_with(measure, record=record)
    (reading,) = readings(state.plan.goals[0], state)
    assert reading.light == light
    assert reading.value == Decimal(value)


def test_without_a_number_the_light_is_the_one_given() -> None:
    record = (
        "date: 2026-03-09, event: check-in, results: [{goal: G1, status: amber}, {goal: G2, status: red}]"
    )
    state = state_with("criterion: x", record=record)
    (reading,) = readings(state.plan.goals[0], state)
    assert (reading.light, reading.expected, reading.position) == ("amber", None, 0)


def test_the_share_that_is_amber_is_a_policy() -> None:
    record = "date: 2026-04-27, event: check-in, results: [{goal: G1, value: 16}]"
    state = state_with("target: 20", record=record)
    assert readings(state.plan.goals[0], state, Decimal(20))[0].light == "amber"
