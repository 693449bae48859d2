"""A skipped test is a failure in CI, and says what is missing everywhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ONE_TEST_SKIPPED = """
import pytest

@pytest.mark.skip(reason="the moon is full")
def test_wolf():
    assert True
"""
MODULE_SKIPPED = """
import pytest

pytest.skip("the moon is full", allow_module_level=True)
"""
FAILURE_EXPECTED = """
import pytest

@pytest.mark.xfail(reason="known", strict=True)
def test_known():
    assert False
"""
NEEDS_A_PROGRAM = """
import pytest

@pytest.mark.{marker}
def test_real_thing():
    assert True
"""


def run(folder: Path, test: str, *, ci: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    (folder / "test_subject.py").write_text(test, encoding="utf-8")
    (folder / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n  needs_java\n  needs_browser\n  needs_node\n  needs_poppler\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-ra", "."]
    environment = {
        **os.environ,
        "CI": ci,
        "PATH": path or os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # a run needs none, and loading them takes most of its time
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("test", [ONE_TEST_SKIPPED, MODULE_SKIPPED], ids=["one test", "a module"])
def test_a_skip_fails_in_ci_and_only_there(tmp_path: Path, test: str) -> None:
    ours = run(tmp_path, test, ci="true")
    assert ours.returncode != 0
    assert "CI runs every test, and this one was skipped. Skipped: the moon is full" in ours.stdout
    assert "1 skipped" not in ours.stdout

    theirs = run(tmp_path, test, ci="")
    assert "1 skipped" in theirs.stdout
    assert "the moon is full" in theirs.stdout
    assert "failed" not in theirs.stdout


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    result = run(tmp_path, FAILURE_EXPECTED, ci="true")
    assert result.returncode == 0
    assert "1 xfailed" in result.stdout


@pytest.mark.parametrize(
    ("marker", "package"),
    [
        ("needs_java", "default-jdk-headless"),
        ("needs_browser", "chromium"),
        ("needs_node", "nodejs npm"),
        ("needs_poppler", "poppler-utils"),
    ],
)
def test_a_missing_program_is_named(tmp_path: Path, marker: str, package: str) -> None:
    test = NEEDS_A_PROGRAM.format(marker=marker)
    theirs = run(tmp_path, test, ci="", path=str(tmp_path))
    assert theirs.returncode == 0
    assert f"{marker}: no " in theirs.stdout
    assert f"install {package}" in theirs.stdout

    ours = run(tmp_path, test, ci="true", path=str(tmp_path))
    assert ours.returncode == 1
    assert f"install {package}" in ours.stdout


def test_the_count_is_the_last_line(tmp_path: Path) -> None:
    result = run(tmp_path, "def test_one():\n    assert True\n", ci="true")
    assert "1 passed" in result.stdout.rstrip("\n").split("\n")[-1]
