"""Plans for tests: the example of the contract, and small ones made from a few keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pipctl.model.plan import Plan
from pipctl.model.state import State
from pipctl.model.validation import validate
from pipctl.store.reader import read

EXAMPLES = Path(__file__).parents[1] / "examples"
CONTRACT = EXAMPLES / "nordlys" / "plans" / "2026-014.yaml"
EVERY_EXAMPLE = sorted(EXAMPLES.glob("*/plans/*.yaml"))

SMALLEST = """\
pipctl: 1
id: 2026-015
language: sv
country: SE
employee: {name: Åsa Öberg}
manager: {name: Ulf Ek}
period: {start: 2026-03-02, weeks: 8}
"""


def data_of(text: str | bytes) -> dict[str, Any]:
    """Return the data of a file that must be readable."""
    source = read("plan.yaml", text.encode() if isinstance(text, str) else text)
    assert not source.faults, source.faults
    data: dict[str, Any] = source.data
    return data


def plan_of(text: str | bytes) -> Plan:
    """Return the plan of a file that must be one."""
    plan, problems = validate(data_of(text), Plan)
    assert plan is not None, problems
    return plan


def state_of(record: str, today: str, more: str = "") -> State:
    """Return the state of the smallest plan with a record, one entry a line, and more keys."""
    entries = "".join(f"  - {{{line.strip()}}}\n" for line in record.strip().splitlines() if line.strip())
    text = SMALLEST + more + (f"record:\n{entries}" if entries else "")
    return State(plan_of(text), date.fromisoformat(today))
