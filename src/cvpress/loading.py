"""Reads what a user names: profiles and schemas, from files and standard input."""

from __future__ import annotations

import os
import sys
from stat import S_ISREG
from typing import TYPE_CHECKING

from cvpress.errors import FileError, reason
from cvpress.syntax import read
from cvpress.syntax.limits import BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from cvpress.schema.schema import Schema
    from cvpress.syntax.document import Document

__all__ = ["load", "load_bytes", "load_schema", "loads"]


def load(path: str | PathLike[str], name: str = "", *, plain: bool = False) -> Document:
    """Read a profile file; "-" is standard input.

    What is wrong with its text is not raised but found by `validate`.

    Args:
        path: a JSON, YAML or TOML file.
        name: what diagnostics call it, and whose extension tells the syntax; the path if empty.
        plain: whether it may hold any data, as for another schema than the format's.

    Raises:
        FileError: there is no such file, or it cannot be read.
    """
    path = os.fspath(path)
    if path == "-":
        return loads(load_bytes("-", BYTES), name or "<stdin>", plain=plain)
    try:
        return read(_read_file(path), name or path, plain=plain)
    except OSError as error:
        raise _unreadable(path, error) from error


def load_bytes(path: str, most: int) -> bytes:
    """Read any file, and no more than one byte beyond what is wanted of it; "-" is standard input.

    Args:
        path: the file.
        most: how many bytes are wanted.

    Raises:
        FileError: there is no such file, or it cannot be read.
    """
    if path == "-":
        if sys.stdin is None:
            raise FileError("standard input is closed")
        return sys.stdin.buffer.read(most + 1)
    try:
        with open(path, "rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:  # no file has a NUL in its name
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError | ValueError) -> FileError:
    what = path or "a file without a name"
    why = reason(error) if isinstance(error, OSError) else str(error)
    return FileError(f"{what} cannot be read: {why}", _reading_hint(path))


def _read_file(path: str) -> bytes:
    """What stands in a file, and no more than one byte beyond what is read of a profile."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    data = b""
    try:
        status = os.fstat(handle)
        if S_ISREG(status.st_mode):
            # Half the time of a file object, which counts when there are thousands of files.
            data = os.read(handle, min(status.st_size, BYTES) + 1)
            if len(data) == min(status.st_size, BYTES + 1):
                return data
        # A pipe comes in pieces and has no size, as have files of the system and some that come by a network.
        with open(handle, "rb", closefd=False) as file:  # a folder fails
            return data + file.read(BYTES + 1 - len(data))
    finally:
        os.close(handle)


def loads(source: bytes, name: str = "<stdin>", syntax: str | None = None, *, plain: bool = False) -> Document:
    """Read a profile from bytes.

    Args:
        source: the text, in UTF-8.
        name: what diagnostics call it; its extension tells the syntax.
        syntax: "json", "yaml" or "toml", where the name does not tell.
        plain: whether it may hold any data, as for another schema than the format's.
    """
    return read(source, name, syntax, plain=plain)


def load_schema(name: str, folders: Mapping[str, str] | None = None, *, check_formats: bool = False) -> Schema:
    """A schema for `Validator` to judge by.

    Args:
        name: "jsonresume", or the path of a JSON Schema in JSON, YAML or TOML.
        folders: which folder holds the schemas whose URL begins with a key.
        check_formats: whether a schema file's `format` is judged, as "email"; JSON Resume's always is.

    Raises:
        FileError: the file cannot be read.
        InvalidSchema: it is no schema, or refers to one that there is not.
    """
    from cvpress.schema.builtin import builtin_schema

    if name == "jsonresume":
        return builtin_schema(name)
    from cvpress.rules.schema_file import schema_from

    return schema_from(load(name, plain=True), folders, check_formats=check_formats)


def _reading_hint(name: str) -> str:
    if os.path.isdir(name):
        return "it is a folder; name a file in it"
    if os.path.lexists(name):
        return ""
    from cvpress.values.suggestions import nearest

    folder, wanted = os.path.split(name)
    try:
        match = nearest(wanted, os.listdir(folder or "."))
    except OSError:
        return f"there is no folder {folder}"
    return f"did you mean {os.path.join(folder, match)}?" if match else ""
