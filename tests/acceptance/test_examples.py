from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipctl.lint.engine import Engine
from pipctl.lint.selection import select
from pipctl.rules.catalogue import RULES
from pipctl.store.configuration import find_configuration, load_configuration
from pipctl.store.files import read_source
from tests.plans import EVERY_EXAMPLE

PROMISE = re.compile(r"^# Lints on (\d{4}-\d\d-\d\d): (.+)$", re.MULTILINE)


def promised(text: str) -> tuple[date, dict[str, int]]:
    """Return the day and the findings that an example promises at its top."""
    match = PROMISE.search(text)
    assert match, "the example does not say how it lints"
    if match[2] == "no finding":
        return date.fromisoformat(match[1]), {}
    counts = (word.partition("×") for word in match[2].split())
    return date.fromisoformat(match[1]), {code: int(times or 1) for code, _, times in counts}


def test_there_are_good_plans_and_plans_full_of_pitfalls_in_both_languages() -> None:
    kinds = Counter(
        (path.parts[-3], not promised(path.read_text(encoding="utf-8"))[1]) for path in EVERY_EXAMPLE
    )
    assert len(EVERY_EXAMPLE) >= 12
    assert set(kinds) == {(folder, good) for folder in ("nordlys", "norrbacken") for good in (True, False)}
    assert min(kinds.values()) >= 3


@pytest.mark.parametrize("path", EVERY_EXAMPLE, ids=lambda path: path.stem)
def test_an_example_lints_as_it_says_at_its_top(path: Path) -> None:
    today, expected = promised(path.read_text(encoding="utf-8"))
    configuration = load_configuration(find_configuration(str(path)))
    selection = select(RULES, configuration.policy)
    run = Engine(selection, configuration.policy, today, "en").run(
        [read_source(str(path))], whole_repository=False
    )
    assert not run.crashes
    assert dict(Counter(one.code for one in run.findings)) == expected
