"""Where the outputs of a rendering are written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from cvpress.errors import UsageError
from cvpress.values.outputs import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["STANDARD_OUTPUT", "extension_of", "formats_of", "target_path"]

STANDARD_OUTPUT: Final = "-"


def formats_of(text: str, output: str) -> tuple[str, ...]:
    """The formats that a command line asks for; a file's extension is as good as --to.

    Raises:
        UsageError: there is no such format.
    """
    extension = extension_of(output)
    if not text:
        return (extension,) if extension in FORMATS else FORMATS
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",")))
    for name in names:
        if name not in FORMATS:
            raise UsageError(f"there is no format `{name}`", f"formats: {', '.join(FORMATS)}")
    return names


def target_path(output: str, stem: str, name: str, wanted: Sequence[str], *, is_only: bool = True) -> str:
    """Where a format of a document is written: a file of its extension, a folder, or standard output.

    Args:
        output: what the user says: a file, a folder, "-", or nothing.
        stem: what the document is called, without an extension.
        name: the format.
        wanted: all formats that are asked for.
        is_only: whether it is the only document.

    Raises:
        UsageError: the formats or the documents do not fit in one place.
    """
    if output == STANDARD_OUTPUT:
        if len(wanted) > 1 or not is_only:
            raise UsageError("standard output takes one document in one format", "say which: --to pdf")
        return STANDARD_OUTPUT
    if not output:
        return f"{stem}.{name}"
    extension = extension_of(output)
    if output.endswith(("/", os.sep)) or os.path.isdir(output) or not extension:
        return os.path.join(output, f"{stem}.{name}")
    if extension not in FORMATS or (len(wanted) == 1 and extension != name):
        raise UsageError(
            f"{output} is no name for {' and '.join(wanted)}", f"name a .{' or .'.join(wanted)} file, or a folder"
        )
    if not is_only:
        raise UsageError(f"{output} is one file, and several documents are asked for", "name a folder, or add --merge")
    return output if len(wanted) == 1 else f"{os.path.splitext(output)[0]}.{name}"


def extension_of(path: str) -> str:
    """The extension of a path as formats are called: "html" for page.HTM."""
    extension = os.path.splitext(path)[1].lstrip(".").lower()
    return "html" if extension == "htm" else extension
