from __future__ import annotations

import re
from pathlib import Path

from pipctl.cli.app import COMMANDS

TEXTS = sorted((Path(__file__).parents[2] / "src/pipctl/texts").rglob("*.yaml"))
NAMED = re.compile(r"(?<=: )pipctl ([a-z]+)|pipctl ([a-z]+)(?= (?:[A-Z{]|-))")


def test_no_text_sends_the_user_to_a_command_that_does_not_exist() -> None:
    named = [
        (path.name, first or second)
        for path in TEXTS
        for first, second in NAMED.findall(path.read_text(encoding="utf-8"))
    ]
    assert len(TEXTS) > 30
    assert len(named) > 20
    assert [one for one in named if one[1] not in COMMANDS] == []
