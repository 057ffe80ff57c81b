"""What was built of what: fingerprints, kept in a file beside the outputs."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["STATE_FILE", "fingerprint", "folder_fingerprint", "read_file", "read_state", "state_text"]

STATE_FILE: Final = ".cvpress-build.json"
"""The file's name, in the folder of the outputs."""

_VERSION: Final = 1
_LARGEST: Final = 16 * 2**20


def read_file(path: str, largest: int = -1) -> bytes:
    """What stands in a file; nothing if there is none, or a device or a pipe, which may have no end.

    Args:
        path: the file.
        largest: how many bytes are read at the most; all if negative.
    """
    try:
        if os.path.isfile(path):
            with open(path, "rb") as file:
                return file.read(largest)
    except OSError:
        pass
    return b""


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
                parts += [os.path.relpath(path, folder), read_file(path)]
    return fingerprint(*parts)


def read_state(folder: str) -> dict[str, tuple[str, str]]:
    """What is known of the outputs in a folder: by file name, of what it was made and what came of it.

    A file that is missing or broken, or another version's, tells nothing: all is made anew.
    """
    text = read_file(os.path.join(folder, STATE_FILE), _LARGEST)
    with suppress(ValueError, TypeError, AttributeError, KeyError, RecursionError):
        data: Any = json.loads(text)
        if data["version"] == _VERSION:
            return {str(name): (str(source), str(output)) for name, (source, output) in data["outputs"].items()}
    return {}


def state_text(outputs: Mapping[str, tuple[str, str]]) -> str:
    """The text of the file, for `read_state`."""
    return json.dumps({"version": _VERSION, "outputs": dict(sorted(outputs.items()))}, indent=1) + "\n"
