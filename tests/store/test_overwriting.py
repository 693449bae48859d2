"""A named output is replaced whole, or stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipctl.errors import Refusal
from pipctl.store.writing import overwrite

WITHOUT_RIGHTS = """
import os, resource, sys
from pipctl.errors import Refusal
from pipctl.store.writing import overwrite
if os.geteuid() == 0:  # to root no folder is read-only
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
if len(sys.argv) > 2:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    overwrite(sys.argv[1], b"new" * 1000)
except Refusal as refusal:
    print(refusal.key, refusal.values["path"])
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a process without special rights reaches too."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o777)
        yield path
        path.chmod(0o777)


def said_by(*arguments: Path | str) -> str:
    command = [sys.executable, "-c", WITHOUT_RIGHTS, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        overwrite(str(tmp_path / "x.pdf"), b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "x.pdf").read_bytes() == b"new"
    assert (tmp_path / "x.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("mode", [0o755, 0o555], ids=["open folder", "closed folder"])
def test_without_rights_nothing_changes(folder: Path, mode: int) -> None:
    file = folder / "x.pdf"
    file.write_bytes(b"old")
    file.chmod(0o444)
    folder.chmod(mode)
    assert said_by(file) == f"not-allowed-to-write {file}"
    assert file.read_bytes() == b"old"
    assert [one.name for one in folder.iterdir()] == ["x.pdf"]


def test_a_closed_folder_takes_no_new_file(folder: Path) -> None:
    folder.chmod(0o555)
    assert said_by(folder / "x.pdf") == f"not-allowed-to-write {folder / 'x.pdf'}"
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(folder: Path) -> None:
    file = folder / "x.pdf"
    file.write_bytes(b"old")
    file.chmod(0o666)
    assert said_by(file, "full") == f"no-room {file}"
    assert file.read_bytes() == b"old"
    assert [one.name for one in folder.iterdir()] == ["x.pdf"]


def test_a_folder_is_no_output_and_a_missing_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="output-is-a-folder"):
        overwrite(str(tmp_path), b"new")
    with pytest.raises(Refusal, match="no-such-file") as missing:
        overwrite(str(tmp_path / "away" / "x.pdf"), b"new")
    assert missing.value.values["path"] == str(tmp_path / "away")


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("x.pdf")
    overwrite(str(tmp_path / "link.pdf"), b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "x.pdf").read_bytes() == b"new"
