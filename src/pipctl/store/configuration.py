"""`pipctl.yaml`: found upwards from the first path, read with positions, refused when anything is unknown."""

from __future__ import annotations

import os
from pathlib import Path as FilePath
from typing import NamedTuple

from pipctl.errors import Refusal
from pipctl.model.policy import Policy
from pipctl.model.validation import Problem, validate
from pipctl.store.reader import read
from pipctl.store.source import Path, Source

CONFIGURATION_NAME = "pipctl.yaml"


class Misconfigured(Refusal):
    """Something in the configuration is wrong; `problem` says what, `line` and `column` where."""

    def __init__(self, source: Source, problem: Problem) -> None:
        span = source.span(problem.path, on_key=problem.kind == "unknown-key")
        super().__init__("misconfigured", path=source.path, line=span.line, column=span.column)
        self.problem = problem


class Configuration(NamedTuple):
    """The policy of a repository and where it was found.

    Attributes:
        policy: what the workplace has decided; the defaults where there is no file.
        source: the file, or None.
        root: the folder that relative paths of the policy start from.
    """

    policy: Policy
    source: Source | None
    root: str

    def plan_folders(self) -> list[str]:
        """Return the folders of `plans:` that exist: every YAML file below them is a plan."""
        folders = [os.path.normpath(os.path.join(self.root, name)) for name in self.policy.plans]
        return [folder for folder in folders if os.path.isdir(folder)]

    def default_folders(self) -> list[str]:
        """Return where the plans are: `plans:`, else, without a configuration, all that is here."""
        return self.plan_folders() or ([] if self.source else [os.path.normpath(self.root)])

    def files_that_are_no_plans(self) -> set[str]:
        """Return the real paths of the configuration and the people file."""
        people = self.policy.people or "people.yaml"
        named = [people, CONFIGURATION_NAME]
        if self.source is not None:
            named.append(os.path.abspath(self.source.path))  # join keeps an absolute one
        return {os.path.realpath(os.path.join(self.root, name)) for name in named}

    def refuse_at(self, path: Path, refusal: Refusal) -> Refusal:
        """Return a refusal of something in this file with its line and column."""
        if self.source is not None:
            span = self.source.span(path, on_key=True)
            refusal.values = {**refusal.values, "line": span.line, "path": self.source.path}
        return refusal


def find_configuration(start: str) -> str | None:
    """Return the nearest `pipctl.yaml` upwards from a file or folder, stopping at a `.git`."""
    folder = FilePath(os.path.abspath(start))  # resolve would follow links
    if not os.path.isdir(folder):
        folder = folder.parent
    for level in (folder, *folder.parents):
        candidate = level / CONFIGURATION_NAME
        if os.path.isfile(candidate):
            return os.path.relpath(candidate)
        if os.path.exists(level / ".git"):
            return None
    return None


def load_configuration(path: str | None, content: bytes | None = None) -> Configuration:
    """Read a configuration, or the defaults where there is none.

    Args:
        path: of the file; None for the defaults.
        content: its bytes where they are not those on disk (the git index).

    Raises:
        Refusal: the file is missing or may not be read.
        Misconfigured: it is no YAML, or a key or value is unknown.
    """
    if path is None:
        return Configuration(_policy({}), None, ".")
    if content is None:
        try:
            content = FilePath(path).read_bytes()
        except FileNotFoundError:
            raise Refusal("no-such-file", path=path) from None
        except OSError as error:
            raise Refusal("cannot-read", path=path, reason=error.strerror or str(error)) from None
    source = read(path, content)
    if source.faults and source.faults[0].kind == "empty":
        return Configuration(_policy({}), source, os.path.dirname(path) or ".")
    if source.faults:
        fault = source.faults[0]
        misconfigured = Misconfigured(source, Problem(f"yaml:{fault.kind}", (), fault.values))
        misconfigured.values = {"path": path, "line": fault.span.line, "column": fault.span.column}
        raise misconfigured
    policy, problems = validate({"pipctl": 1, **source.data}, Policy, source.empty)
    if policy is None:
        raise Misconfigured(source, problems[0])
    return Configuration(policy, source, os.path.dirname(path) or ".")  # stays relative


def _policy(data: dict[str, object]) -> Policy:
    policy, _ = validate({"pipctl": 1, **data}, Policy)
    if policy is None:
        raise AssertionError(data)
    return policy
