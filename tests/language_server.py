"""A client of language servers, as an editor is one: the Language Server Protocol 3.17 over a pipe."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {"configuration": True},
}


_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
"""A server must not look for schemas elsewhere; nothing listens at port 9."""


class Place(NamedTuple):
    """Where the cursor is, counted from 0 as the protocol does."""

    line: int
    character: int


def cursor(marked: str) -> tuple[str, Place]:
    """A text in which `‸` marks the cursor, without the mark, and where the mark was."""
    before, _, after = marked.partition("‸")
    assert "‸" in marked, "no mark"
    return before + after, Place(before.count("\n"), len(before) - before.rfind("\n") - 1)


class LanguageServer:
    """A server that runs as long as a `with` block.

    Args:
        command: starts it.
        folder: the workspace.
        settings: what the server gets when it asks for a section of the editor's settings.
    """

    def __init__(self, command: Sequence[str | Path], folder: Path, settings: Mapping[str, Any]) -> None:
        self._folder = folder
        self._settings = settings
        self._last_id = 0
        self._published: dict[str, list[Any]] = {}
        self._process = subprocess.Popen(
            list(map(str, command)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_NO_NETWORK},
        )

    def __enter__(self) -> Self:
        folder = self._folder.as_uri()
        workspace = [{"uri": folder, "name": self._folder.name}]
        self._request(
            "initialize", processId=None, rootUri=folder, capabilities=_CAPABILITIES, workspaceFolders=workspace
        )
        self._notify("initialized")
        self._notify("workspace/didChangeConfiguration", settings=self._settings)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path, text: str) -> str:
        """Open a file with this text, and return its address."""
        uri = path.as_uri()
        language = path.suffix.lstrip(".")
        self._notify(
            "textDocument/didOpen", textDocument={"uri": uri, "languageId": language, "version": 1, "text": text}
        )
        return uri

    def completion(self, uri: str, place: Place) -> dict[str, dict[str, Any]]:
        """What may be written there, by its label."""
        answer = self._request("textDocument/completion", textDocument={"uri": uri}, position=place._asdict())
        items = answer["items"] if isinstance(answer, dict) else answer or ()
        return {item["label"]: item for item in items}

    def hover(self, uri: str, place: Place) -> str:
        """What is said about the word there."""
        answer = self._request("textDocument/hover", textDocument={"uri": uri}, position=place._asdict())
        contents = answer["contents"] if answer else ""
        parts = contents if isinstance(contents, list) else [contents]
        return "\n".join(part["value"] if isinstance(part, dict) else part for part in parts)

    def diagnostics(self, uri: str) -> list[Any]:
        """What is wrong with the file, as the server last said; waits until it has said something."""
        while uri not in self._published:
            self._take(self._read())
        return self._published[uri]

    def _request(self, method: str, **params: Any) -> Any:
        self._last_id += 1
        number = self._last_id
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._take(message)

    def _notify(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, keep what it publishes."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            sections = [item.get("section", "") for item in message["params"]["items"]]
            self._write({"id": message["id"], "result": [self._settings.get(section) for section in sections]})
        elif "id" in message:
            self._write({"id": message["id"], "result": None})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
