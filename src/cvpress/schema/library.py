"""The schema files that references lead to: from folders that are named, and never from a network."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag

from cvpress.diagnostics import Severity
from cvpress.errors import reason
from cvpress.syntax import SYNTAXES, read
from cvpress.syntax.limits import BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.syntax.document import Document

__all__ = ["Library"]


class Library:
    """Schema files by URI.

    Args:
        folders: which folder holds what begins with a URI; the first that has a file counts.

    Attributes:
        documents: the files that were read, by URI; some may have faults.
        refusals: why a URI leads to no file.
    """

    def __init__(self, folders: Iterable[tuple[str, str]]) -> None:
        self._folders = [(f"{prefix.rstrip('/')}/", folder) for prefix, folder in folders]
        self.documents: dict[str, Document] = {}
        self.refusals: dict[str, str] = {}

    def retrieve(self, uri: str) -> Any:
        """The contents of the schema with a URI.

        Raises:
            LookupError: there is none, or its file has faults.
        """
        uri = urldefrag(uri).url
        if uri not in self.documents:
            self.documents[uri] = self._read(uri)
        document = self.documents[uri]
        if any(fault.severity is Severity.ERROR for fault in document.faults):
            raise LookupError(uri)
        return document.data

    def _read(self, uri: str) -> Document:
        path = self._path(uri)
        try:
            with open(path, "rb") as file:
                return read(file.read(BYTES + 1), path, plain=True)
        except OSError as error:
            raise self._refusal(uri, f"{path} cannot be read: {reason(error)}") from error

    def _path(self, uri: str) -> str:
        """The file for a URI, with or without its extension there, in the first folder that has it."""
        tried: list[str] = []
        for prefix, folder in self._folders:
            if uri.startswith(prefix):
                path = os.path.join(folder, unquote(uri[len(prefix) :]))
                tried.append(path)
                found = next((path + ending for ending in ("", *SYNTAXES) if os.path.isfile(path + ending)), "")
                if found and not _is_inside(found, folder):
                    raise self._refusal(uri, f"{found} lies outside of its folder")
                if found:
                    return found
        raise self._refusal(uri, f"there is no file {tried[0]}" if tried else "no folder is known to hold it")

    def _refusal(self, uri: str, why: str) -> LookupError:
        self.refusals[uri] = why
        return LookupError(why)


def _is_inside(path: str, folder: str) -> bool:
    home = os.path.join(os.path.realpath(folder), "")
    return os.path.realpath(path).startswith(home)
