"""Bytes → file, whole or not at all.

A plan is evidence, so no reader may ever meet half of one: whatever happens (a full disk, a kill, a lost
connection to the share) the path holds what it held before, or all of the new content.

Both functions write a hidden file beside the target, flush it to the disk and then give it the name. A
kill can leave such a hidden file behind; discovery passes over hidden files, and nothing reads it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from pipctl.errors import Refusal

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LONGEST_LEAD = 40
"""Of the target's name in the hidden one, so that a long name stays within what a folder can hold."""


def create(path: str, content: bytes) -> None:
    """Write a file that must not exist yet; folders on the way to it are made.

    The name is given by a hard link, which fails where the name is taken, so that of two that create the
    same file at the same moment one is refused. A link that leads nowhere counts as taken.

    Args:
        path: of the new file.
        content: all of it.

    Raises:
        Refusal: the file exists, the folder cannot be made or written to, or there is no room.
    """
    target = Path(path)
    if is_taken(path):
        raise Refusal("file-exists", path=path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        hidden = _written_beside(target, content)
        try:
            _name(hidden, target)
        finally:
            _remove(hidden)
    except FileExistsError:
        raise Refusal("file-exists" if is_taken(path) else "no-such-folder", path=path) from None
    except OSError as error:
        raise _refusal(error, path) from None
    _flush_folder(target.parent)


def replace(path: str, content: bytes, seen_sha256: str) -> None:
    """Write a file anew, provided it still is what was read.

    A link is followed and stays a link; the mode is kept.

    Args:
        path: of the file.
        content: all of it, the unchanged lines too.
        seen_sha256: hexadecimal SHA-256 of the bytes as they were read (`Source.sha256`).

    Raises:
        Refusal: the file is gone, has changed since it was read, may not be written to, or there is no
            room. The file is then as it was.
    """
    try:
        target = Path(path).resolve(strict=True)
        _demand_unchanged(target, path, seen_sha256)
        if not os.access(target, os.W_OK):
            raise Refusal("not-allowed-to-write", path=path)
        hidden = _written_beside(target, content, mode=stat.S_IMODE(target.stat().st_mode))
        try:
            # Once more: writing and flushing took the time in which someone else may have saved.
            _demand_unchanged(target, path, seen_sha256)
            hidden.replace(target)
        finally:
            _remove(hidden)
    except OSError as error:
        raise _refusal(error, path) from None
    _flush_folder(target.parent)


def overwrite(path: str, content: bytes) -> None:
    """Write a file that the user has named as output, whatever stood there.

    A link is followed and stays a link; the mode of a file that was there is kept. What is no file, such
    as a pipe, is written to as it stands.

    Args:
        path: of the file.
        content: all of it.

    Raises:
        Refusal: it is a folder, its folder is missing or may not be written to, or there is no room.
    """
    try:
        target = Path(path).resolve()
        if target.is_dir():
            raise Refusal("output-is-a-folder", path=path)
        if not target.parent.is_dir():
            raise Refusal("no-such-file", path=str(Path(path).parent))
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise Refusal("not-allowed-to-write", path=path)
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        hidden = _written_beside(target, content, mode)
        try:
            hidden.replace(target)
        finally:
            _remove(hidden)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead to each other
        raise _refusal(error, path) from None
    _flush_folder(target.parent)


def demand_writable(folder: str) -> None:
    """Refuse a folder in which no file could be made, before any work is lost to it.

    Args:
        folder: need not exist; then the nearest one above it that does is looked at.

    Raises:
        Refusal: it is no folder, or may not be written to.
    """
    level = Path(folder).absolute()
    while not is_taken(str(level)) and level != level.parent:
        level = level.parent
    if not level.is_dir():
        raise Refusal("no-such-folder", path=folder)
    if not os.access(level, os.W_OK | os.X_OK):
        raise Refusal("not-allowed-to-write", path=folder)


def is_taken(path: str) -> bool:
    """Whether a name is in use, be it by a link that leads nowhere."""
    return os.path.lexists(path)


def _written_beside(target: Path, content: bytes, mode: int | None = None) -> Path:
    """Write a hidden file in the folder of the target and return it once it is on the disk.

    Args:
        target: what it will become.
        content: of the file.
        mode: of the file; None for a new one, which gets what the umask leaves.
    """
    hidden = target.with_name(f".{target.name[:_LONGEST_LEAD]}.{secrets.token_hex(8)}.part")
    descriptor = os.open(hidden, _NEW, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            hidden.chmod(mode)
    except BaseException:  # an interrupt too must leave no litter
        _remove(hidden)
        raise
    return hidden


def _name(hidden: Path, target: Path) -> None:
    """Give a finished file a name that nothing bears yet."""
    try:
        target.hardlink_to(hidden)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # USB sticks and some shares know no hard links; what is lost is only the race of two writers.
        if is_taken(str(target)):
            raise FileExistsError(errno.EEXIST, str(target)) from None
        hidden.rename(target)


def _demand_unchanged(target: Path, path: str, seen_sha256: str) -> None:
    if hashlib.sha256(target.read_bytes()).hexdigest() != seen_sha256:
        raise Refusal("changed-since-read", path=path)


def _remove(hidden: Path) -> None:
    with suppress(OSError):
        hidden.unlink()


def _flush_folder(folder: Path) -> None:
    """Put the new name itself on the disk; where folders cannot be flushed, the system sees to it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refusal(error: OSError | RuntimeError, path: str) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal("no-such-file", path=path)
    if isinstance(error, NotADirectoryError):
        return Refusal("no-such-folder", path=path)
    if isinstance(error, RuntimeError):
        return Refusal("cannot-write", path=path, reason=str(error))
    if error.errno in _NO_RIGHTS:
        return Refusal("not-allowed-to-write", path=path)
    if error.errno in _NO_ROOM:
        return Refusal("no-room", path=path)
    return Refusal("cannot-write", path=path, reason=error.strerror or str(error))
