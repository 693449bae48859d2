from __future__ import annotations

import re
from pathlib import Path

from pipctl.cli.app import COMMANDS
from tests.cli.running import pipctl

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ (pipctl lint plan\.yaml [^\n]*)\n(.*?)```", re.DOTALL)


def test_the_first_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    plan = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    shown = CONSOLE.search(README)
    assert plan
    assert shown
    assert len(plan[1].splitlines()) <= 20
    (tmp_path / "plan.yaml").write_text(plan[1], encoding="utf-8")
    done = pipctl(*shown[1].split()[1:], cwd=tmp_path)
    assert done.stdout == shown[2]
    assert done.returncode == 0


def test_the_readme_names_every_command_and_none_that_does_not_exist() -> None:
    named = set(re.findall(r"`?pipctl ([a-z]+)\b", README)) - {"needs", "keeps"}
    assert set(COMMANDS) <= named
    assert named <= {*COMMANDS, "sends"}


def test_the_settings_in_the_readme_are_accepted(tmp_path: Path) -> None:
    (settings,) = re.findall(r"```yaml\n(pipctl: 1\nlanguage: da\n.*?)```", README, re.DOTALL)
    (tmp_path / "pipctl.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "plans").mkdir()
    done = pipctl("lint", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr


def test_the_picture_is_there() -> None:
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert (ROOT / picture).stat().st_size > 10_000
