"""A document is made from an installed package as from a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.plans import CONTRACT

ROOT = Path(__file__).parents[2]


def test_an_installed_package_makes_the_same_document(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    for form in ("pdf", "html"):
        installed = rendered(form, {"PYTHONPATH": str(tmp_path / "site")}, tmp_path)
        assert installed == rendered(form, {}, tmp_path)
        assert len(installed) > 10_000


def rendered(form: str, environment: dict[str, str], folder: Path) -> bytes:
    command = [sys.executable, "-m", "pipctl", "render", str(CONTRACT), "--to", form, "-o", "-"]
    done = subprocess.run(
        [*command, "--today", "2026-06-10"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return done.stdout
