"""A finding: one thing to see to, at one place of one file."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from pipctl.model.policy import Level
from pipctl.store.source import Path, Span


class Related(NamedTuple):
    """Another place that belongs to a finding."""

    path: str
    span: Span
    pointer: str


class Finding(NamedTuple):
    """What `lint` reports; the fields are those of the JSON contract (cli.md).

    Attributes:
        pointer: JSON Pointer to a place that exists in the file.
        address: the same place by ids, such as `goals/G1/steps`; also names what is missing.
        fix: what to write instead, where that is certain.
        fingerprint: 16 hexadecimal digits that stay when lines move.
        basis: where the rule comes from: a seed, a law.
    """

    code: str
    name: str
    level: Level
    message: str
    help: str
    path: str
    span: Span
    pointer: str
    address: str
    plan: str | None
    related: tuple[Related, ...]
    fix: str | None
    fingerprint: str
    basis: str


class NotRun(NamedTuple):
    """A rule, or `*` for all that remain, that could not judge a file, and why.

    Attributes:
        is_usual: whether it says nothing of this file in particular and asks nothing of anyone.
    """

    path: str
    code: str
    reason: str
    is_usual: bool = False


def pointer_to(path: Path) -> str:
    """Return the JSON Pointer (RFC 6901) of a path; empty for the whole file."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def address_of(path: Path, data: Any) -> str:
    """Return a path by ids: the index of a list item becomes its `id` where it has one."""
    steps: list[str] = []
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            if isinstance(data, dict) and isinstance(data.get("id"), (str, int)):
                step = str(data["id"])  # noqa: PLW2901 - the id stands for the index
        else:
            data = None
        steps.append(str(step))
    return "/".join(steps)


def fingerprint_of(code: str, plan: str | None, address: str, ordinal: int) -> str:
    """Return the first 16 hexadecimal digits of SHA-256 over what identifies a finding."""
    identity = "\0".join((code, plan or "", address, str(ordinal)))
    return hashlib.sha256(identity.encode()).hexdigest()[:16]
