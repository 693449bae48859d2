from __future__ import annotations

from datetime import date

import pytest

from pipctl.rules.catalogue import RULES
from tests.rules.cases import BEFORE_THE_START, RuleCase, found_by, load_cases, sound_parts

CASES = load_cases()
CANNOT_BE_A_CASE = {
    "IN01": "no file makes a rule crash; see tests/lint/test_crash.py",
    "DR04": "takes a git history; named as not run, see tests/lint/test_engine.py",
    "DR05": "takes a git history; named as not run, see tests/lint/test_engine.py",
    "XP01": "takes six plans; see tests/rules/test_comparison.py",
    "XP02": "takes six plans; see tests/rules/test_comparison.py",
    "XP03": "takes six plans; see tests/rules/test_comparison.py",
    "XP05": "takes two plans; see tests/rules/test_across.py",
    "XP07": "takes two plans; see tests/rules/test_across.py",
}


def test_every_rule_has_cases_that_fire_and_cases_that_do_not() -> None:
    assert len(CASES) > 2 * len(RULES) > 0
    assert CANNOT_BE_A_CASE.keys() <= {rule.code for rule in RULES}
    for rule in (one for one in RULES if one.code not in CANNOT_BE_A_CASE):
        own = [case for case in CASES if case.code == rule.code]
        fires = [case for case in own if any(one.startswith(rule.code) for one in case.finds)]
        assert fires, f"{rule.code} has no case that fires"
        assert len(fires) < len(own), f"{rule.code} has no case that stays silent"
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
