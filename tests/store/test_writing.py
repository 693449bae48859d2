"""Writing is all or nothing: tried with real processes, real limits and real kills."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipctl.errors import Refusal
from pipctl.store.writing import create, demand_writable, replace

OLD = b"pipctl: 1\nid: old\n" * 2000
NEW = b"pipctl: 1\nid: new\n" * 2500
NOBODY = 65534


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def key_of(caught: pytest.ExceptionInfo[Refusal]) -> str:
    assert caught.value.status == 2
    return caught.value.key


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a process without special rights reaches too."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path
        path.chmod(0o755)


TRY = """
import os, resource, sys, traceback
from pipctl.errors import Refusal
from pipctl.store import writing
if os.fork():  # the parent keeps its rights, which whoever measures coverage needs at its end
    os.wait()
    sys.exit()
if os.geteuid() == 0:  # to root no folder is read-only
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    exec(sys.argv[1])
except Refusal as refusal:
    print(refusal.key, flush=True)
except BaseException:
    traceback.print_exc()
finally:
    os._exit(0)
"""


def said_by(call: str, path: Path) -> tuple[str, str]:
    """Make one call in a process without special rights; return what it and its traceback say."""
    command = [sys.executable, "-c", TRY, call, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip(), done.stderr


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_is_made_with_the_folders_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "øst" / "2026-001.yaml"
    create(str(path), NEW)
    assert path.read_bytes() == NEW
    assert names_in(path.parent) == ["2026-001.yaml"]


def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        create(str(tmp_path / "a.yaml"), NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize("kind", ["file", "folder", "dangling link"])
def test_a_name_that_is_taken_is_refused_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.yaml"
    if kind == "file":
        path.write_bytes(OLD)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(Refusal) as caught:
        create(str(path), NEW)
    assert key_of(caught) == "file-exists"
    assert names_in(tmp_path) == ["a.yaml"]
    assert kind != "file" or path.read_bytes() == OLD


def test_a_folder_cannot_be_made_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "plans").write_bytes(OLD)
    for below in ("plans/a.yaml", "plans/deeper/a.yaml"):
        with pytest.raises(Refusal) as caught:
            create(str(tmp_path / below), NEW)
        assert key_of(caught) == "no-such-folder"


def test_a_name_too_long_for_the_disk_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        create(str(tmp_path / ("a" * 300)), NEW)
    assert key_of(caught) == "cannot-write"
    assert names_in(tmp_path) == []


def test_the_longest_name_that_the_disk_takes_is_taken(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250 + ".yaml")
    create(str(path), OLD)
    replace(str(path), NEW, sha256(OLD))
    assert path.read_bytes() == NEW


def test_of_many_that_create_one_file_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    script = (
        "import sys\nfrom pipctl.errors import Refusal\nfrom pipctl.store.writing import create\n"
        "sys.stdin.read()\n"
        "try:\n    create(sys.argv[1], sys.argv[2].encode() * 50000)\n    print('made')\n"
        "except Refusal as refusal:\n    print(refusal.key)\n"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(path), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(5)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.close()
    said = [writer.stdout.read().strip() for writer in writers if writer.stdout is not None]
    for writer in writers:
        assert writer.wait() == 0
        assert writer.stdout is not None
        writer.stdout.close()
    assert sorted(said) == ["file-exists"] * 4 + ["made"]
    assert path.read_bytes() == str(said.index("made")).encode() * 50000
    assert names_in(tmp_path) == ["a.yaml"]


def test_a_disk_without_hard_links_still_gets_whole_files_and_refuses_taken_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No such disk can be counted on where the tests run, so that the refusal is played.
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    create(str(tmp_path / "a.yaml"), NEW)
    assert (tmp_path / "a.yaml").read_bytes() == NEW
    with pytest.raises(Refusal) as caught:
        create(str(tmp_path / "a.yaml"), OLD)
    assert key_of(caught) == "file-exists"
    assert names_in(tmp_path) == ["a.yaml"]


def test_a_file_that_is_still_the_one_read_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    path.chmod(0o604)
    replace(str(path), NEW, sha256(OLD))
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert names_in(tmp_path) == ["a.yaml"]


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    real = tmp_path / "real" / "a.yaml"
    real.parent.mkdir()
    real.write_bytes(OLD)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    replace(str(link), NEW, sha256(OLD))
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert names_in(real.parent) == ["a.yaml"]


def test_a_file_that_someone_else_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD + b"# a colleague's line\n")
    with pytest.raises(Refusal) as caught:
        replace(str(path), NEW, sha256(OLD))
    assert key_of(caught) == "changed-since-read"
    assert path.read_bytes() == OLD + b"# a colleague's line\n"
    assert names_in(tmp_path) == ["a.yaml"]


def test_a_file_saved_while_the_new_one_is_written_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    flush = os.fsync

    def save_meanwhile(descriptor: int) -> None:
        path.write_bytes(b"saved by a colleague")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(Refusal) as caught:
        replace(str(path), NEW, sha256(OLD))
    assert key_of(caught) == "changed-since-read"
    assert path.read_bytes() == b"saved by a colleague"
    assert names_in(tmp_path) == ["a.yaml"]


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        replace(str(tmp_path / "a.yaml"), NEW, sha256(OLD))
    assert key_of(caught) == "no-such-file"
    assert names_in(tmp_path) == []


def test_an_interrupt_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)

    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(str(path), NEW, sha256(OLD))
    with pytest.raises(KeyboardInterrupt):
        create(str(tmp_path / "b.yaml"), NEW)
    assert path.read_bytes() == OLD
    assert names_in(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(
    "call",
    ["writing.create(sys.argv[2], b'x')", "writing.create(sys.argv[2] + '/deeper/a.yaml', b'x')"],
)
def test_a_folder_without_rights_is_one_sentence(folder: Path, call: str) -> None:
    (folder / "plans").mkdir()
    (folder / "plans").chmod(0o555)
    assert said_by(call, folder / "plans" / "a.yaml") == ("not-allowed-to-write", "")
    assert names_in(folder / "plans") == []


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o644, 0o555), (0o444, 0o755)])
def test_a_read_only_file_or_folder_is_not_written_around(
    folder: Path, file_mode: int, folder_mode: int
) -> None:
    path = folder / "plans" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)
        os.chown(path.parent, NOBODY, NOBODY)
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    call = f"writing.replace(sys.argv[2], b'x', '{sha256(OLD)}')"
    assert said_by(call, path) == ("not-allowed-to-write", "")
    assert path.read_bytes() == OLD
    assert names_in(path.parent) == ["a.yaml"]


def test_a_folder_without_rights_is_known_before_anything_is_asked(folder: Path) -> None:
    (folder / "plans").mkdir()
    (folder / "plans").chmod(0o555)
    call = "writing.demand_writable(sys.argv[2])"
    assert said_by(call, folder / "plans") == ("not-allowed-to-write", "")
    assert said_by(call, folder / "plans" / "deeper" / "still") == ("not-allowed-to-write", "")
    (folder / "file").write_bytes(b"")
    with pytest.raises(Refusal) as caught:
        demand_writable(str(folder / "file" / "below"))
    assert key_of(caught) == "no-such-folder"
    demand_writable(str(folder / "not" / "yet" / "there"))
    assert names_in(folder) == ["file", "plans"]


@pytest.mark.parametrize("call", ["create", "replace"])
def test_a_full_disk_leaves_what_was_there_and_no_litter(folder: Path, call: str) -> None:
    folder.chmod(0o777)
    path = folder / "a.yaml"
    more = ""
    if call == "replace":
        path.write_bytes(OLD)
        path.chmod(0o666)
        more = f", '{sha256(OLD)}'"
    full = (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000)); "
        f"writing.{call}(sys.argv[2], b'x' * 40000{more})"
    )
    assert said_by(full, path) == ("no-room", "")
    assert names_in(folder) == (["a.yaml"] if call == "replace" else [])
    assert call == "create" or path.read_bytes() == OLD


KILLED = """
import hashlib, sys, time
from pathlib import Path
from pipctl.store.writing import create, replace
path, old, new = Path(sys.argv[1]), b"old " * 50000, b"new " * 60000
def write():
    path.unlink(missing_ok=True)
    create(str(path), old)
    replace(str(path), new, hashlib.sha256(old).hexdigest())
    replace(str(path), old, hashlib.sha256(new).hexdigest())
start = time.monotonic()
write()
print(time.monotonic() - start, flush=True)
while True:
    write()
"""


def test_a_kill_at_any_moment_leaves_no_file_or_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "a.yaml"
    whole = {b"old " * 50000: "old", b"new " * 60000: "new"}
    chance = random.Random(20260302)  # noqa: S311 - moments, not secrets
    left: list[str] = []
    for _ in range(30):
        writer = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        # How long a round takes is the disk's affair, so that the moments are drawn from one as it was.
        time.sleep(chance.uniform(0, 2 * float(writer.stdout.readline())))
        writer.kill()
        writer.wait()
        writer.stdout.close()
        left.append(whole[path.read_bytes()] if path.exists() else "none")
        litter = [name for name in names_in(path.parent) if name != "a.yaml"]
        # What a kill leaves is hidden, so that no plan is ever looked for in it.
        assert all(name.startswith(".") and name.endswith(".part") for name in litter)
    assert {"old", "new"} <= set(left)
