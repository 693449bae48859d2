from __future__ import annotations

from datetime import date

import pytest

from pipctl.rules.catalogue import RULES
from tests.rules.cases import BEFORE_THE_START, RuleCase, found_by, load_cases, sound_parts

CASES = load_cases()


def test_every_rule_has_cases_that_fire_and_cases_that_do_not() -> None:
    assert len(CASES) > 2 * len(RULES) > 0
    for rule in RULES:
        own = [case for case in CASES if case.code == rule.code]
        fires = [case for case in own if any(one.startswith(rule.code) for one in case.finds)]
        assert fires, f"{rule.code} has no case that fires"
        assert rule.code == "IN01" or len(fires) < len(own), f"{rule.code} has no case that stays silent"
    assert {case.code for case in CASES} <= {rule.code for rule in RULES}


@pytest.mark.parametrize("base", ["da", "sv"])
def test_the_sound_plans_are_sound(base: str) -> None:
    assert len(sound_parts(base)) > 15
    case = RuleCase("", "", "", (), date.fromisoformat(BEFORE_THE_START), {}, base, False, (), ())
    assert found_by(case.run()) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name.replace(' ', '-')}")
def test_exactly_what_the_case_says_is_found_exactly_there(case: RuleCase) -> None:
    run = case.run()
    assert not run.crashes, run.crashes[0].trace
    assert found_by(run) == case.finds
