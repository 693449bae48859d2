"""Run the real command line in a process of its own, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PIPCTL = Path(sys.executable).with_name("pipctl")
CLEAN = {
    key: value
    for key, value in os.environ.items()
    if key not in {"LANG", "NO_COLOR", "FORCE_COLOR", "PIPCTL_TODAY", "COLUMNS"}
    and not key.startswith(("LC_", "GIT_"))
}


def pipctl(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: str | bytes | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run pipctl and return its status and what it wrote.

    Args:
        arguments: of the command line.
        cwd: the folder it runs in.
        stdin: what it reads from standard input; nothing and no terminal otherwise.
        env: variables set on top of a clean environment in the C locale.
    """
    content = stdin.encode() if isinstance(stdin, str) else stdin or b""
    done = subprocess.run(
        [str(PIPCTL), *map(str, arguments)],
        cwd=cwd,
        env={**CLEAN, "LC_ALL": "C.UTF-8", **(env or {})},
        input=content,
        capture_output=True,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )
