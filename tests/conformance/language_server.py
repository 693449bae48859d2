"""Drives the real yaml-language-server over stdio, as an editor does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

ROOT = Path(__file__).parents[2]
LOCK = Path(__file__).with_name("package-lock.json")
LONGEST_WAIT = 60
"""Seconds after which a silent server is ended, so that a test fails instead of hanging."""

Message = dict[str, Any]


def missing() -> str | None:
    """Return what keeps the server from running here; None when nothing does."""
    if shutil.which("node") and shutil.which("npm"):
        return None
    return "no node and npm on the path: install nodejs npm"


def installed() -> Path:
    """Return the server's program, installed below `build/` where it is not there yet.

    Raises:
        OSError: npm could not get it; the message is npm's.
    """
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]
    version = str(packages["node_modules/yaml-language-server"]["version"])
    folder = ROOT / "build" / "node" / version
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as name:
            fresh = Path(name, version)
            _install(fresh)
            try:
                fresh.rename(folder)
            except OSError:  # another worker was first
                if not folder.is_dir():
                    raise
    return folder / "node_modules" / "yaml-language-server" / "out" / "server" / "src" / "server.js"


def _install(folder: Path) -> None:
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCK.with_name(name), folder)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "CI": "true"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise OSError(done.stderr)


class LanguageServer:
    """One server with one workspace; leaving the context ends it."""

    def __init__(self, server: Path, workspace: Path) -> None:
        node = shutil.which("node")
        assert node is not None
        self._process = subprocess.Popen(
            [node, str(server), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=workspace,
        )
        self._to, self._from = _opened(self._process.stdin), _opened(self._process.stdout)
        self._watch = threading.Timer(LONGEST_WAIT, self._process.kill)
        self._watch.start()
        self._asked = 0
        self._workspace = workspace
        self._diagnostics: dict[str, list[Message]] = {}

    def __enter__(self) -> Self:
        """Shake hands; the catalog of schemas on the network is off."""
        capabilities = {
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {
                    "completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}
                },
            },
            "workspace": {"configuration": True},
        }
        folders = [{"uri": self._workspace.as_uri(), "name": "plans"}]
        self.ask(
            "initialize",
            processId=None,
            rootUri=self._workspace.as_uri(),
            capabilities=capabilities,
            workspaceFolders=folders,
        )
        self._tell("initialized")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the server."""
        self._watch.cancel()
        self._process.kill()
        self._process.wait()
        self._to.close()
        self._from.close()

    def open(self, name: str, text: str) -> list[Message]:
        """Open a file in the editor and return what the server reports about it."""
        uri = self._uri(name)
        self._tell("textDocument/didOpen", textDocument=_document(uri, text))
        while uri not in self._diagnostics:
            self._receive()
        return self._diagnostics[uri]

    def hover(self, name: str, line: int, column: int) -> str:
        """Return the text shown over a place; lines and columns count from 0."""
        shown = self.ask("textDocument/hover", **self._at(name, line, column))
        return str(shown["contents"]["value"])

    def complete(self, name: str, line: int, column: int) -> dict[str, str]:
        """Return what is proposed at a place, each with its documentation."""
        proposed = self.ask("textDocument/completion", **self._at(name, line, column))
        return {one["label"]: _plain(one.get("documentation")) for one in proposed["items"]}

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send a request and return the result."""
        self._asked += 1
        asked = self._asked
        self._send({"id": asked, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to.flush()

    def _receive(self) -> Message:
        """Return the next message, after answering it where the server asks something itself."""
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server ended"
        message: Message = json.loads(self._from.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": _answers.get(message["method"], _nothing)(message)})
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _uri(self, name: str) -> str:
        return (self._workspace / name).as_uri()

    def _at(self, name: str, line: int, column: int) -> Message:
        return {"textDocument": {"uri": self._uri(name)}, "position": {"line": line, "character": column}}


def _opened(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _document(uri: str, text: str) -> Message:
    return {"uri": uri, "languageId": "yaml", "version": 1, "text": text}


def _plain(documentation: str | Message | None) -> str:
    return documentation["value"] if isinstance(documentation, dict) else documentation or ""


def _settings(asked: Message) -> list[Message]:
    yaml = {"schemaStore": {"enable": False}, "hover": True, "completion": True, "validate": True}
    return [yaml if one.get("section") == "yaml" else {} for one in asked["params"]["items"]]


def _nothing(_asked: Message) -> None:
    return None


_answers: dict[str, Callable[[Message], Any]] = {"workspace/configuration": _settings}
