from __future__ import annotations

from datetime import date

from bench.plans import FAULTS, generate, plant
from pipctl.lint.engine import Engine
from pipctl.lint.selection import Selection, select
from pipctl.model.policy import Policy
from pipctl.model.validation import validate
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read

PLANS = 1_000
POLICY, _ = validate({"pipctl": 1}, Policy)
assert POLICY is not None
SELECTION: Selection = select(RULES, POLICY)


def found_in(text: str, today: date) -> list[tuple[str, int]]:
    assert POLICY is not None
    run = Engine(SELECTION, POLICY, today, "en").run([read("p.yaml", text.encode())], whole_repository=False)
    assert not run.crashes, run.crashes[0].trace
    return [(one.code, one.span.line) for one in run.findings]


def test_a_thousand_sound_plans_have_no_finding_and_each_planted_fault_is_on_its_line() -> None:
    planted = 0
    wrong: list[tuple[int, str, object, object]] = []
    for seed in range(PLANS):
        fault = FAULTS[seed % len(FAULTS)]
        plan = generate(seed, fault.course)
        if seed % 7 == 0 and (found := found_in(plan.text, plan.today)):
            wrong.append((seed, "sound", fault.course, found))
        if fault.code == "PR03" and "country: SE" in plan.text:
            continue
        text, line = plant(plan, fault)
        planted += 1
        if (found := found_in(text, plan.today)) != [(fault.code, line)]:
            wrong.append((seed, fault.code, line, found))
    assert planted > PLANS * 0.9
    assert len({fault.code for fault in FAULTS}) >= 20
    assert wrong == []
