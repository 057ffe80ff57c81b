"""Where findings are for a service that knows a repository: path in it, lines, fingerprint."""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cvpress.diagnostics import format_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cvpress.diagnostics import Diagnostic, Pointer

__all__ = ["Spot", "repository_path", "spots"]


class Spot(NamedTuple):
    """A finding and where it is.

    Attributes:
        diagnostic: the finding.
        path: its file, as `repository_path` has it.
        last_line: the last line of which something is marked.
        fingerprint: tells the finding from the file's others, and is the same when lines move,
            or entries above it come or go.
    """

    diagnostic: Diagnostic
    path: str
    last_line: int
    fingerprint: str


def spots(diagnostics: Iterable[Diagnostic]) -> Iterator[Spot]:
    """The places of one file's findings."""
    seen: Counter[tuple[str, ...]] = Counter()
    paths: dict[str, str] = {}
    for diagnostic in diagnostics:
        path = paths.get(diagnostic.file) or paths.setdefault(diagnostic.file, repository_path(diagnostic.file))
        identity = (path, diagnostic.code, _kind_of_place(diagnostic.pointer), diagnostic.message)
        yield Spot(diagnostic, path, _last_line(diagnostic), _fingerprint((*identity, seen[identity])))
        seen[identity] += 1


def repository_path(name: str) -> str:
    """The path of a file from the root of its repository, with slashes; the whole path outside of one.

    The root is where GitHub or GitLab says that it checked it out, else the working folder.
    """
    root = os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or ".")
    folder, base = os.path.split(name)
    path = os.path.join(os.path.realpath(folder), base)
    return path.removeprefix(root.rstrip(os.sep) + os.sep).replace(os.sep, "/")


def _kind_of_place(pointer: Pointer) -> str:
    """A pointer that does not count the items of lists."""
    return format_pointer(tuple("*" if isinstance(step, int) else step for step in pointer))


def _last_line(diagnostic: Diagnostic) -> int:
    """The end is exclusive: at the start of a line, nothing of that line is marked."""
    start, end = diagnostic.start, diagnostic.end
    return end.line - 1 if end.column == 1 and end.line > start.line else end.line


def _fingerprint(identity: tuple[str | int, ...]) -> str:
    from hashlib import sha256

    return sha256(json.dumps(identity).encode()).hexdigest()
