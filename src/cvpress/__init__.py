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
    from cvpress.confined.limits import Limits
    from cvpress.diagnostics import Diagnostic, Position, Severity
    from cvpress.errors import (
        CvpressError,
        FileError,
        InvalidProfile,
        InvalidSchema,
        InvalidSettings,
        LimitExceeded,
        MissingLibrary,
        ThemeError,
        UsageError,
    )
    from cvpress.fixes import Fixed
    from cvpress.loading import load, load_schema, loads
    from cvpress.pipeline.merging import merge_pdf
    from cvpress.pipeline.rendering import Opened, Output, Rendering, open_profile, prepare, render_html, render_pdf
    from cvpress.pipeline.untrusted import render_untrusted
    from cvpress.pipeline.validating import Validator, fix, validate
    from cvpress.policy.config import read_settings
    from cvpress.policy.settings import Settings
    from cvpress.syntax.document import Document
    from cvpress.views.request import Redaction, Request, Selection

__all__ = [
    "CvpressError",
    "Diagnostic",
    "Document",
    "FileError",
    "Fixed",
    "InvalidProfile",
    "InvalidSchema",
    "InvalidSettings",
    "LimitExceeded",
    "Limits",
    "MissingLibrary",
    "Opened",
    "Output",
    "Position",
    "Redaction",
    "Rendering",
    "Request",
    "Selection",
    "Settings",
    "Severity",
    "ThemeError",
    "UsageError",
    "Validator",
    "__version__",
    "fix",
    "load",
    "load_schema",
    "loads",
    "merge_pdf",
    "open_profile",
    "prepare",
    "read_settings",
    "render_html",
    "render_pdf",
    "render_untrusted",
    "validate",
]

_NAMES = {
    "cvpress.confined.limits": ("Limits",),
    "cvpress.diagnostics": ("Diagnostic", "Position", "Severity"),
    "cvpress.errors": (
        *("CvpressError", "FileError", "InvalidProfile", "InvalidSchema", "InvalidSettings"),
        *("LimitExceeded", "MissingLibrary", "ThemeError", "UsageError"),
    ),
    "cvpress.fixes": ("Fixed",),
    "cvpress.loading": ("load", "load_schema", "loads"),
    "cvpress.pipeline.merging": ("merge_pdf",),
    "cvpress.pipeline.rendering": (
        *("Opened", "Output", "Rendering"),
        *("open_profile", "prepare", "render_html", "render_pdf"),
    ),
    "cvpress.pipeline.untrusted": ("render_untrusted",),
    "cvpress.pipeline.validating": ("Validator", "fix", "validate"),
    "cvpress.policy.config": ("read_settings",),
    "cvpress.policy.settings": ("Settings",),
    "cvpress.syntax.document": ("Document",),
    "cvpress.views.request": ("Redaction", "Request", "Selection"),
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'cvpress' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
