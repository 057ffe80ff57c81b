"""validate --fix and --diff: mends files, or shows what that would change."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cvpress.cli.terminal import has_color, note
from cvpress.fixes import encode, fix
from cvpress.fixes.difference import difference
from cvpress.reporters.style import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.fixes import Fixed
    from cvpress.pipeline import Validator
    from cvpress.syntax.document import Document

__all__ = ["mend_file", "show_differences"]


def mend_file(document: Document, path: str, validator: Validator, *, unsafe: bool) -> Fixed:
    """Mend a file in its place; what came by standard input goes to standard output.

    Raises:
        FileError: the file cannot be written.
    """
    fixed = fix(document, validator.check, unsafe=unsafe)
    if path == "-":
        sys.stdout.buffer.write(encode(fixed.document, b""))
    elif fixed.applied:
        from cvpress.cli.output import write_output

        with open(path, "rb") as file:
            start = file.read(4)
        write_output(path, encode(fixed.document, start))
    return fixed


def show_differences(documents: Iterable[Document], validator: Validator, *, unsafe: bool) -> int:
    """Print what mending would change; returns how many files it would."""
    color = has_color(sys.stdout)
    changed = mended = 0
    for document in documents:
        fixed = fix(document, validator.check, unsafe=unsafe)
        if fixed.applied:
            changed += 1
            mended += len(fixed.applied)
            for line in difference(document, fixed.document).removesuffix("\n").split("\n"):
                click.echo(_painted(visible(line), color=color), color=color)
    note(f"{mended} to mend in {changed} file{'' if changed == 1 else 's'}" if changed else "nothing to mend")
    return changed


def _painted(line: str, *, color: bool) -> str:
    if not color:
        return line
    is_head = line.startswith(("---", "+++"))
    style = {"@": "cyan", "+": "green", "-": "red"}.get(line[:1])
    return click.style(line, bold=True) if is_head else click.style(line, fg=style)
