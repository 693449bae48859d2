"""A terminal of 80 columns in which the real command line is talked to."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.cli.running import CLEAN, PIPCTL

CTRL_C = "\x03"
CTRL_D = "\x04"

_PATIENCE = 30
_STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r|\x07")
_START = """
import os, sys
os.login_tty(int(sys.argv[1]))
if sys.argv[2]:
    os.dup2(os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT), 1)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Terminal:
    """Runs pipctl with the terminal as its standard input, error and, unless led away, output.

    Args:
        arguments: of the command line.
        cwd: the folder it runs in.
        env: variables set on top of a clean environment in the C locale.
        output: a file that standard output is led to.
    """

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        output: Path | None = None,
    ) -> None:
        self._ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (40, 80))
        command = [sys.executable, "-c", _START, str(theirs), str(output or ""), str(PIPCTL), *arguments]
        variables = {**CLEAN, "LC_ALL": "C.UTF-8", "TERM": "xterm", "PIPCTL_TODAY": "2026-02-10"}
        self._process = subprocess.Popen(
            command, cwd=cwd, env={**variables, **(env or {})}, pass_fds=(theirs,)
        )
        os.close(theirs)
        self._heard = b""
        self._seen = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def said(self) -> str:
        """All that stood on the screen so far, wrapped lines joined, what was typed among it."""
        return " ".join(_STEERING.sub("", self._heard.decode("utf-8", "replace")).split())

    def expect(self, words: str) -> str:
        """Wait for words that have not been looked at yet; return what came before them."""
        deadline = time.monotonic() + _PATIENCE
        while (found := self.said.find(words, self._seen)) < 0:
            if not self._hear(deadline):
                raise AssertionError(f"{words!r} was not said after: {self.said[self._seen :]}")
        before = self.said[self._seen : found]
        self._seen = found + len(words)
        return before

    def answer(self, question: str, *answers: str) -> None:
        """Wait for a question and answer it; each further answer when it is asked again."""
        self.expect(question)
        for text in answers:
            self.expect(">")
            self.type(f"{text}\r")

    def type(self, text: str) -> None:
        """Press keys."""
        if CTRL_C in text:
            # No hand is as quick as this: between showing the prompt and waiting for a key, Python's line
            # editor only notes an interrupt and acts on it at the next key.
            time.sleep(0.3)
        os.write(self._ours, text.encode())

    def end(self) -> int:
        """Wait for the program to end; return its status."""
        deadline = time.monotonic() + _PATIENCE
        while self._hear(deadline):
            pass
        return self._process.wait(timeout=_PATIENCE)

    def _hear(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._ours], [], [], left)[0]:
            return False
        try:
            heard = os.read(self._ours, 65536)
        except OSError:  # the other side is closed
            return False
        self._heard += heard
        return bool(heard)
