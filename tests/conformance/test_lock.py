"""The locked environment answers what pyproject.toml asks for, and can be installed anywhere."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = {
    canonicalize_name(name): Version(version)
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", LOCK, re.MULTILINE)
}
ASKED = [
    *PROJECT["project"]["dependencies"],
    *(line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra),
    *PROJECT["dependency-groups"]["dev"],
    *PROJECT["build-system"]["requires"],
]


def test_both_sides_were_found() -> None:
    assert len(ASKED) > 20
    assert len(PINS) > len(ASKED)


@pytest.mark.parametrize("line", ASKED)
def test_every_requirement_is_locked_to_a_version_it_allows(line: str) -> None:
    asked = Requirement(line)
    pinned = PINS.get(canonicalize_name(asked.name))
    assert pinned is not None, f"run make lock: the lock has no {asked.name}"
    assert pinned in asked.specifier, (
        f"run make lock: it has {asked.name} {pinned}, the project asks for {line}"
    )


def test_every_pin_has_a_checksum_and_no_place_to_come_from() -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) >= len(PINS)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r".*(?:://|--index|--extra-index|--find-links).*", LOCK) == []
