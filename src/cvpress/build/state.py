"""What was built of what: fingerprints, kept in a file beside the outputs."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["STATE_FILE", "fingerprint", "folder_fingerprint", "read_state", "state_text"]

STATE_FILE: Final = ".cvpress-build.json"
"""The file's name, in the folder of the outputs."""

_VERSION: Final = 1


def fingerprint(*parts: bytes | str) -> str:
    """A hash of texts and bytes; other parts, or parts that are divided otherwise, have another."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def folder_fingerprint(folders: Iterable[str]) -> str:
    """A hash of all files in some folders, by what they are called there and what they hold."""
    parts: list[bytes | str] = []
    for folder in folders:
        for here, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                path = os.path.join(here, name)
                if os.path.isfile(path):  # a link may lead nowhere
                    parts += [os.path.relpath(path, folder), _contents(path)]
    return fingerprint(*parts)


def _contents(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def read_state(folder: str) -> dict[str, tuple[str, str]]:
    """What is known of the outputs in a folder: by file name, of what it was made and what came of it.

    A file that is missing or broken, or another version's, tells nothing: all is made anew.
    """
    with suppress(OSError, ValueError, TypeError, AttributeError, KeyError):
        with open(os.path.join(folder, STATE_FILE), encoding="utf-8") as file:
            data: Any = json.load(file)
        if data["version"] == _VERSION:
            return {str(name): (str(source), str(output)) for name, (source, output) in data["outputs"].items()}
    return {}


def state_text(outputs: Mapping[str, tuple[str, str]]) -> str:
    """The text of the file, for `read_state`."""
    return json.dumps({"version": _VERSION, "outputs": dict(sorted(outputs.items()))}, indent=1) + "\n"
