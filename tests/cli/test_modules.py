"""What each command loads: the exact guard on start-up time (architecture.md, "Pydantic")."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import _ruamel_yaml
import pytest

from tests.plans import CONTRACT

HEAVY = {
    "babel", "docxtpl", "holidays", "icalendar", "jinja2", "lxml", "multiprocessing", "pikepdf", "pydantic",
    "pyhanko", "rfc8785", "rich", "segno", "typst", "asyncio", "yaml",
}  # fmt: skip
PROBE = """
import json, sys
sys.argv = ["pipctl", *json.loads(sys.argv[1])]
from pipctl.__main__ import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
sys.stderr.write("\\n" + json.dumps(sorted(name.partition(".")[0] for name in sys.modules)))
"""


def loaded(tmp_path: Path, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        cwd=tmp_path,
        env={key: value for key, value in os.environ.items() if not key.startswith("COV")},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stderr.rpartition("\n")[2]))


NEW = (
    "new", "--no-input", "--plan-language", "sv", "--country", "SE", "--employee", "A", "--manager", "B",
    "--start", "2026-03-02", "--weeks", "8", "p.yaml",
)  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("--version",), set()),
        (("--help",), set()),
        (("lint", "--help"), set()),
        (("lint", str(CONTRACT), "--today", "2026-06-10"), set()),
        (("lint", str(CONTRACT), "--today", "2026-06-10", "--format", "json"), set()),
        (("due", str(CONTRACT), "--format", "json"), set()),
        (("due", str(CONTRACT)), {"rich"}),
        (("digest", str(CONTRACT)), set()),
        (("rules",), set()),
        (("explain", "PE01"), set()),
        (("schema",), set()),
        (NEW, {"jinja2"}),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_a_command_loads_nothing_heavy_that_it_does_not_need(
    tmp_path: Path, arguments: tuple[str, ...], allowed: set[str]
) -> None:
    modules = loaded(tmp_path, *arguments)
    assert "pipctl" in modules
    assert modules & HEAVY <= allowed


def test_version_answers_before_typer_is_loaded(tmp_path: Path) -> None:
    assert not {"typer", "pydantic_core", "ruamel"} & loaded(tmp_path, "--version")


def test_the_reader_is_the_c_one() -> None:
    assert _ruamel_yaml.__file__.endswith((".so", ".pyd"))
