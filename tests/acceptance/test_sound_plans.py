"""Sound plans of very different jobs, with words that a list of bad words would trip over: silence."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipctl.lint.engine import Engine
from pipctl.lint.selection import select
from pipctl.rules.catalogue import RULES
from pipctl.store.configuration import load_configuration
from pipctl.store.files import read_source

PLANS = sorted((Path(__file__).parent / "sound").glob("*.yaml"))
TODAY = re.compile(r"# today: (\d{4}-\d\d-\d\d)\n")
FEWEST = 12


def test_there_are_plans_of_many_jobs_in_both_languages() -> None:
    plans = [read_source(str(path)).data for path in PLANS]
    assert len(plans) >= FEWEST
    assert min(Counter(plan["language"] for plan in plans).values()) >= FEWEST // 2
    assert len({plan["employee"]["role"] for plan in plans}) >= len(plans) - len(plans) // FEWEST
    assert sum("record" in plan for plan in plans) >= FEWEST // 2


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_a_sound_plan(path: Path) -> None:
    source = read_source(str(path))
    today = TODAY.match(source.text)
    assert today
    policy = load_configuration(None).policy
    engine = Engine(select(RULES, policy), policy, date.fromisoformat(today[1]), "en")
    run = engine.run([source], whole_repository=False)
    assert not run.crashes
    assert [(one.code, one.span.line) for one in run.findings if one.level != "info"] == []
