"""Real git repositories for tests: pinned author, pinned dates, no configuration from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Prøve",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Prøve",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_AUTHOR_DATE": "2026-02-24T09:00:00+01:00",
    "GIT_COMMITTER_DATE": "2026-02-24T09:00:00+01:00",
    "LC_ALL": "C.UTF-8",
    "PIPCTL_TODAY": "2026-02-25",
}


class Repository:
    """A git repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a program in the folder, whatever it returns."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**ENVIRONMENT, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git, which must succeed, and return what it printed."""
        done = self.run("git", *arguments, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> Path:
        """Write a file and make its folders."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def add(self, name: str, text: str) -> Path:
        """Write a file and stage it."""
        path = self.write(name, text)
        self.git("add", "--", name)
        return path

    def commits(self) -> int:
        """Return how many commits there are."""
        return len(self.run("git", "rev-list", "HEAD").stdout.split())
