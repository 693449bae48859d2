"""Finding plans on disk and reading their bytes (cli.md, "A folder means …")."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path as FilePath

from pipctl.errors import Refusal
from pipctl.store.configuration import CONFIGURATION_NAME, Configuration
from pipctl.store.reader import MOST_BYTES, read
from pipctl.store.source import Source

STANDARD_INPUT = "-"
_ENDINGS = (".yaml", ".yml")
_MARK = re.compile(rb"^(?:\xef\xbb\xbf)?pipctl:", re.MULTILINE)


def read_bytes(path: str) -> bytes:
    """Return the bytes of a named file, or of standard input for "-".

    Raises:
        Refusal: the file is missing, a folder, or may not be read.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with open(path, "rb") as file:  # half the time of pathlib on a thousand plans
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Refusal("no-such-file", path=path) from None
    except IsADirectoryError:
        raise Refusal("is-a-folder", path=path) from None
    except PermissionError:
        raise Refusal("not-allowed-to-read", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refusal("cannot-read", path=path, reason=reason) from None


def read_source(path: str) -> Source:
    """Read one named file."""
    return read(path, read_bytes(path))


def find_plans(paths: Sequence[str], configuration: Configuration) -> list[str]:
    """Return the files to judge, sorted by path, each once.

    A named file is always taken. A folder means every plan below it: `*.yaml` and `*.yml`, no hidden
    folders, no links followed, not the configuration or the people file, and outside the configured
    `plans:` only files with a line that begins `pipctl:`.

    Args:
        paths: files and folders as named; none means the repository's plans.
        configuration: where the repository is and which folders hold plans.

    Raises:
        Refusal: a path is missing, or a named path holds no plan.
    """
    found: dict[str, None] = {}
    for path in paths or configuration.default_folders():
        if path == STANDARD_INPUT or not os.path.isdir(path):
            if path != STANDARD_INPUT and not os.path.exists(path):
                raise Refusal("no-such-file", path=path)
            found[path] = None
            continue
        below = list(_plans_below(path, configuration))
        if not below and paths:
            raise Refusal("no-plans-in-folder", path=path)
        found.update(dict.fromkeys(below))
    # "a.yaml" and "./a.yaml" are one file, and so are a folder and what a path around it comes back to.
    once: dict[str, str] = {}
    for path in sorted(found):
        once.setdefault(path if path == STANDARD_INPUT else os.path.realpath(path), path)
    return list(once.values())


def is_plan(path: str, content: bytes, configuration: Configuration) -> bool:
    """Whether a file counts as a plan where a folder is meant: by its name, its place and its first key."""
    if not path.endswith(_ENDINGS) or os.path.basename(path) == CONFIGURATION_NAME:
        return False
    if any(part.startswith(".") and part not in (".", "..") for part in FilePath(path).parts):
        return False
    real = os.path.realpath(path)
    if real in configuration.files_that_are_no_plans():
        return False
    homes = (os.path.realpath(home) for home in configuration.plan_folders())
    is_home = any(_is_below(os.path.dirname(real), home) for home in homes)
    return is_home or _MARK.search(content) is not None


def _plans_below(folder: str, configuration: Configuration) -> Iterator[str]:
    left_out = configuration.files_that_are_no_plans()
    homes = [os.path.realpath(home) for home in configuration.plan_folders()]
    try:
        for root, folders, names in os.walk(folder, onerror=_refuse):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            real = os.path.realpath(root)
            is_home = any(_is_below(real, home) for home in homes)
            for name in sorted(names):
                if not name.endswith(_ENDINGS) or name.startswith(".") or name == CONFIGURATION_NAME:
                    continue
                path = os.path.normpath(os.path.join(root, name))  # as named by the user
                is_file = stat.S_ISREG(os.lstat(path).st_mode)  # no link, no pipe
                if not is_file or os.path.join(real, name) in left_out:
                    continue
                if is_home or _MARK.search(read_bytes(path)):
                    yield path
    except PermissionError as error:
        raise Refusal("not-allowed-to-read", path=error.filename) from None


def _refuse(error: OSError) -> None:
    raise error


def _is_below(path: str, home: str) -> bool:
    return path == home or path.startswith(home.rstrip(os.sep) + os.sep)
