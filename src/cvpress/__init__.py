"""cvpress: one profile file, validated in CI, rendered as PDF and HTML.

    >>> import cvpress
    >>> for finding in cvpress.validate("profile.yaml"):
    ...     print(finding.start.line, finding.code, finding.message)
    >>> pdf = cvpress.render_pdf("profile.yaml")

Everything here is loaded when it is first used, so that importing cvpress costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress._version import __version__

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic, Position, Severity
    from cvpress.errors import (
        CvpressError,
        FileError,
        InvalidProfile,
        MissingLibrary,
        ThemeError,
        UsageError,
    )
    from cvpress.pipeline import Rendering, load, loads, prepare, render_html, render_pdf, validate
    from cvpress.syntax.document import Document

__all__ = [
    "CvpressError",
    "Diagnostic",
    "Document",
    "FileError",
    "InvalidProfile",
    "MissingLibrary",
    "Position",
    "Rendering",
    "Severity",
    "ThemeError",
    "UsageError",
    "__version__",
    "load",
    "loads",
    "prepare",
    "render_html",
    "render_pdf",
    "validate",
]

_HOMES = {
    "Document": "cvpress.syntax.document",
    **dict.fromkeys(("Diagnostic", "Position", "Severity"), "cvpress.diagnostics"),
    **dict.fromkeys(
        ("CvpressError", "FileError", "InvalidProfile", "MissingLibrary", "ThemeError", "UsageError"),
        "cvpress.errors",
    ),
    **dict.fromkeys(
        ("Rendering", "load", "loads", "prepare", "render_html", "render_pdf", "validate"),
        "cvpress.pipeline",
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cvpress' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
