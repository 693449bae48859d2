"""What the git index holds: the plans as they are about to be committed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from functools import cached_property

from pipctl.errors import Refusal

_TIMEOUT = 60


def git(arguments: Sequence[str], folder: str) -> bytes:
    """Run one reading git command and return what it printed.

    Raises:
        Refusal: git is not installed, this is no repository, or git refused.
    """
    command = ["git", "-c", "core.quotepath=off", *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell
            command, cwd=folder, env=environment, capture_output=True, check=False, timeout=_TIMEOUT
        )
    except FileNotFoundError:
        raise Refusal("git-missing") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        key = "no-repository" if any("not a git repository" in line for line in said) else "git-refused"
        raise Refusal(key, said=said[-1] if said else "")
    return done.stdout


class Staged:
    """The index of the repository that a folder belongs to.

    Attributes:
        changed: paths, relative to the folder, of files added, changed or renamed against HEAD.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        root = os.fsdecode(git(["rev-parse", "--show-toplevel"], folder).rstrip(b"\n"))
        self._root = os.path.realpath(root)
        listed = git(["diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z"], folder)
        self._names = {
            self._relative(os.fsdecode(name)): os.fsdecode(name) for name in listed.split(b"\0") if name
        }
        self.changed = sorted(self._names)

    def content(self, path: str) -> bytes | None:
        """Return the bytes of a file in the index; None when the index does not hold it."""
        name = os.path.relpath(os.path.realpath(os.path.join(self._folder, path)), self._root)
        name = name.replace(os.sep, "/")
        return git(["cat-file", "blob", f":{name}"], self._folder) if name in self._tracked else None

    def is_around(self, path: str) -> bool:
        """Whether a file lies in the repository, tracked or not."""
        real = os.path.realpath(os.path.join(self._folder, path))
        return os.path.commonpath([real, self._root]) == self._root

    @cached_property
    def _tracked(self) -> frozenset[str]:
        listed = git(["ls-files", "--cached", "--full-name", "-z", ":/"], self._folder)
        return frozenset(os.fsdecode(name) for name in listed.split(b"\0") if name)

    def _relative(self, name: str) -> str:
        return os.path.relpath(os.path.join(self._root, name), os.path.realpath(self._folder))


def staged_files(folder: str) -> Staged:
    """Return the index of the repository around a folder."""
    return Staged(folder)
