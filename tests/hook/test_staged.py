from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.git import Repository
from tests.plans import SMALLEST

ERROR = SMALLEST.replace("weeks: 8", "days: 5")
WARNING = SMALLEST.replace("weeks: 8", "weeks: 3")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "planer på æøå")


def staged(repository: Repository, *arguments: str) -> tuple[int, list[tuple[str, str]], dict[str, Any]]:
    done = repository.run("pipctl", "lint", "--staged", "--select", "PE01", "--format", "json", *arguments)
    assert not done.stderr, done.stderr
    report = json.loads(done.stdout)
    return done.returncode, [(one["path"], one["level"]) for one in report["findings"]], report


def test_what_is_staged_is_judged_and_not_what_lies_on_disk(repository: Repository) -> None:
    repository.add("plans/å øl.yaml", ERROR)
    repository.write("plans/å øl.yaml", SMALLEST)
    repository.write("plans/not staged.yaml", ERROR)
    status, found, report = staged(repository)
    assert (status, found) == (1, [("plans/å øl.yaml", "error")])
    assert report["summary"]["files"] == 1


def test_a_clean_index_with_an_error_on_disk_passes(repository: Repository) -> None:
    repository.add("plans/a.yaml", SMALLEST)
    repository.write("plans/a.yaml", ERROR)
    assert staged(repository)[:2] == (0, [])


def test_renamed_and_changed_plans_are_judged_and_deleted_ones_not(repository: Repository) -> None:
    repository.add("plans/a.yaml", WARNING)
    repository.add("plans/b.yaml", WARNING)
    repository.add("plans/c.yaml", WARNING)
    repository.git("commit", "-qm", "tre planer")
    repository.git("mv", "plans/a.yaml", "plans/renamed.yaml")
    repository.git("rm", "-q", "plans/b.yaml")
    assert staged(repository)[:2] == (0, [("plans/renamed.yaml", "warning")])


def test_the_configuration_is_the_one_in_the_index(repository: Repository) -> None:
    repository.add("pipctl.yaml", "pipctl: 1\nrules: {PE01: off}\n")
    repository.write("pipctl.yaml", "pipctl: 1\nrules: {PE01: info}\n")
    repository.add("plans/a.yaml", ERROR)
    assert staged(repository)[:2] == (0, [])


def test_only_plans_are_judged(repository: Repository) -> None:
    repository.add(".github/workflows/ci.yml", "on: push\n")
    repository.add("other.yaml", "a: 1\n")
    repository.add("elsewhere/plan.yml", WARNING)
    repository.add("people.yaml", "hr-1: {name: x}\n")
    repository.add("plans/note.txt", "x")
    assert staged(repository)[:2] == (0, [("elsewhere/plan.yml", "warning")])


def test_from_a_folder_below_the_paths_are_those_of_the_folder(repository: Repository) -> None:
    repository.add("plans/2026/a.yaml", ERROR)
    done = repository.run("sh", "-c", "cd plans && pipctl lint --staged --select PE01 --format json")
    assert [one["path"] for one in json.loads(done.stdout)["findings"]] == ["2026/a.yaml"]


def test_named_paths_narrow_it_down(repository: Repository) -> None:
    repository.add("plans/a.yaml", ERROR)
    repository.add("plans/more/b.yaml", ERROR)
    assert staged(repository, "plans/more")[1] == [("plans/more/b.yaml", "error")]
    assert staged(repository, "plans/a.yaml")[1] == [("plans/a.yaml", "error")]


def test_inside_a_hook_the_index_of_the_commit_is_read(repository: Repository) -> None:
    repository.add("plans/a.yaml", SMALLEST)
    repository.git("commit", "-qm", "en plan")
    hook = repository.write(".git/hooks/pre-commit", "#!/bin/sh\nexec pipctl lint --staged --select PE01\n")
    hook.chmod(0o755)
    repository.write("plans/a.yaml", ERROR)
    blocked = repository.run("git", "commit", "-qm", "for kort", "-a")
    assert blocked.returncode == 1
    assert "PE01" in blocked.stdout + blocked.stderr
    repository.write("plans/a.yaml", WARNING)
    assert repository.run("git", "commit", "-qm", "kort", "-a").returncode == 0
    assert repository.commits() == 2


def test_outside_a_repository_it_says_so(tmp_path: Path, repository: Repository) -> None:
    done = repository.run("sh", "-c", f"cd '{tmp_path}' && pipctl lint --staged")
    assert done.returncode == 2
    assert "git" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_git_it_says_so(repository: Repository) -> None:
    pipctl = repository.run("which", "pipctl").stdout.strip()
    done = repository.run(pipctl, "lint", "--staged", PATH="/nowhere")
    assert done.returncode == 2
    assert "not installed" in done.stderr


def test_a_path_counts_however_it_is_written_and_one_that_is_nowhere_is_refused(
    repository: Repository,
) -> None:
    repository.write("plans/a.yaml", ERROR)
    repository.run("git", "add", ".")
    for path in (
        "plans/a.yaml",
        "./plans/a.yaml",
        str(repository.folder / "plans" / "a.yaml"),
        "plans/../plans",
    ):
        assert staged(repository, path)[1] == [("plans/a.yaml", "error")]
    done = repository.run("pipctl", "lint", "--staged", "nowhere.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.yaml" in done.stderr


def test_a_configuration_counts_only_as_the_index_holds_it(repository: Repository) -> None:
    repository.write("plans/a.yaml", ERROR)
    repository.run("git", "add", ".")
    repository.write("pipctl.yaml", "pipctl: 1\nrules: {PE01: off}\n")
    assert staged(repository)[1] == [("plans/a.yaml", "error")]
    repository.run("git", "add", "pipctl.yaml")
    (repository.folder / "pipctl.yaml").unlink()
    assert staged(repository)[1] == []
