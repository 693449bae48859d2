from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.git import Repository
from tests.plans import SMALLEST

ROOT = Path(__file__).parents[2]
ERROR = SMALLEST.replace("weeks: 8", "days: 5")
pytestmark = pytest.mark.xdist_group("pre-commit")


@pytest.fixture(scope="session")
def hook_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make a repository of pipctl as it stands in the work tree, and a cache for pre-commit."""
    home = tmp_path_factory.mktemp("hook")
    repository = Repository(home / "pipctl")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            target = repository.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    repository.git("add", "-A")
    repository.git("commit", "-qm", "pipctl")
    return home, repository.git("rev-parse", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path, hook_home: tuple[Path, str]) -> Repository:
    home, revision = hook_home
    made = Repository(tmp_path / "planer")
    made.add(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {home / 'pipctl'}\n  rev: {revision}\n  hooks:\n  - id: pipctl-lint\n",
    )
    made.git("commit", "-qm", "hook")
    done = made.run("pre-commit", "install", PRE_COMMIT_HOME=str(home / "cache"))
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def commit(repository: Repository, hook_home: tuple[Path, str]) -> subprocess.CompletedProcess[str]:
    return repository.run("git", "commit", "-m", "planer", PRE_COMMIT_HOME=str(hook_home[0] / "cache"))


def test_the_hooks_are_the_two_that_are_promised() -> None:
    hooks = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["pipctl-lint", "pipctl-lint-all"]


def test_an_error_blocks_and_a_warning_does_not(repository: Repository, hook_home: tuple[Path, str]) -> None:
    repository.add("plans/Åse Ærø (ny).yaml", ERROR)
    blocked = commit(repository, hook_home)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "plans/Åse Ærø (ny).yaml" in blocked.stdout + blocked.stderr
    assert "PE01" in blocked.stdout + blocked.stderr
    repository.add("plans/Åse Ærø (ny).yaml", SMALLEST)
    passed = commit(repository, hook_home)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert repository.commits() == 2


def test_what_is_staged_is_judged(repository: Repository, hook_home: tuple[Path, str]) -> None:
    repository.add("plans/a.yaml", ERROR)
    repository.write("plans/a.yaml", SMALLEST)
    assert commit(repository, hook_home).returncode == 1
    repository.add("plans/a.yaml", SMALLEST)
    repository.write("plans/a.yaml", ERROR)
    assert commit(repository, hook_home).returncode == 0
    assert "days: 5" in (repository.folder / "plans/a.yaml").read_text(encoding="utf-8")


def test_other_yaml_is_left_alone(repository: Repository, hook_home: tuple[Path, str]) -> None:
    repository.add(".github/workflows/ci.yml", "on: [push]\n")
    done = commit(repository, hook_home)
    assert done.returncode == 0
    assert "Skipped" in done.stdout + done.stderr


def test_the_whole_repository_is_judged_whatever_changed(
    repository: Repository, hook_home: tuple[Path, str]
) -> None:
    config = repository.folder / ".pre-commit-config.yaml"
    repository.add(config.name, config.read_text(encoding="utf-8").replace("pipctl-lint", "pipctl-lint-all"))
    repository.git("add", "-A")
    repository.write("plans/old.yaml", ERROR)
    repository.git("add", "-A")
    repository.git("commit", "-qm", "uden hook", "--no-verify")
    repository.add("note.txt", "x")
    assert commit(repository, hook_home).returncode == 1
