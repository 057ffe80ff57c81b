"""Family R: what a profile asks of an output that it cannot have. Rendering finds these."""

from __future__ import annotations

from inspect import cleandoc

from cvpress.diagnostics import Severity
from cvpress.rules.rule import Rule

__all__ = ["PHOTO_UNUSABLE", "RENDERING_RULES"]

PHOTO_UNUSABLE = Rule(
    "R101",
    "photo-unusable",
    Severity.WARNING,
    cleandoc(
        """The photo cannot be shown; the CV is rendered without it.

        A photo is a JPEG, PNG or WebP file in the folder of the profile, or below it.
        Nothing is fetched from the network, and no file outside that folder is read, nor
        through a symbolic link that leads out of it.

        Example: `image: https://example.org/photo.jpg`

        Use instead: `image: photo.jpg`, with the file beside the profile
        """
    ),
)

RENDERING_RULES = (PHOTO_UNUSABLE,)
"""The rules that rendering applies."""
