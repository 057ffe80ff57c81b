"""validate --fix and --diff: mends files, or shows what that would change."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cvpress.cli.terminal import has_color, note
from cvpress.diagnostics import Severity
from cvpress.errors import FileError, reason
from cvpress.fixes import encode, fix
from cvpress.fixes.difference import difference
from cvpress.reporters.style import counted, visible
from cvpress.syntax.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.diagnostics import Diagnostic
    from cvpress.fixes import Fixed
    from cvpress.pipeline.validating import Validator
    from cvpress.syntax.document import Document

__all__ = ["left_after", "mend_file", "show_differences"]


def mend_file(document: Document, path: str, validator: Validator, *, unsafe: bool) -> Fixed:
    """Mend a file in its place; what came by standard input goes to standard output.

    Raises:
        FileError: the file cannot be written, or says something else by now.
    """
    fixed = fix(document, validator.occurrences, unsafe=unsafe)
    if path == "-":
        sys.stdout.buffer.write(encode(fixed.document, b""))
    elif fixed.applied:
        from cvpress.writing import write_output

        write_output(path, encode(fixed.document, _source(path, document)))
    return fixed


def _source(path: str, document: Document) -> bytes:
    """What stands in a file that was read, lest what was saved meanwhile is written over."""
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        raise FileError(f"{path} cannot be read: {reason(error)}") from error
    if decode(source)[0] != document.text:
        raise FileError(f"{path} has been changed while it was mended", "mend it again")
    return source


def left_after(found: Iterable[Diagnostic], *, unsafe: bool) -> list[Diagnostic]:
    """What is found after mending, without the fixes that could not be made."""
    return [one._replace(fix=None) if one.fix and (unsafe or one.fix.is_safe) else one for one in found]


def show_differences(documents: Iterable[Document], validator: Validator, *, unsafe: bool) -> bool:
    """Print what mending would change; returns whether it would change anything, or leave an error."""
    changed = mended = errors = 0
    for document in documents:
        fixed = fix(document, validator.occurrences, unsafe=unsafe)
        if fixed.applied:
            changed += 1
            mended += len(fixed.applied)
            _print(difference(document, fixed.document))
        errors += sum(one.severity is Severity.ERROR for one in validator.check(fixed.document))
    told = f"{mended:,} to mend in {counted(changed, 'file')}" if changed else "nothing to mend"
    note(f"{told}; {counted(errors, 'error')} would be left: see without --diff" if errors else told)
    return changed + errors > 0


def _print(text: str) -> None:
    if not sys.stdout.isatty():
        click.echo(text, nl=False)  # as it is, for `patch`
        return
    color = has_color(sys.stdout)
    for line in text.removesuffix("\n").split("\n"):
        click.echo(_painted("\t".join(map(visible, line.split("\t"))), color=color), color=color)


def _painted(line: str, *, color: bool) -> str:
    if not color:
        return line
    is_head = line.startswith(("---", "+++"))
    style = {"@": "cyan", "+": "green", "-": "red"}.get(line[:1])
    return click.style(line, bold=True) if is_head else click.style(line, fg=style)
