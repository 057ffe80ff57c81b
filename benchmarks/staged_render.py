"""Render one profile with a clock in every stage and print what each took, as JSON.

benchmarks.stages runs this in fresh processes. WeasyPrint's stages are functions inside it; one
that a new version has renamed is left out, and its time shows in the stage around it.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_IMPORTED = (
    "cvpress.pipeline.rendering",
    "cvpress.model.profile",
    "cvpress.themes.find",
    "cvpress.themes.options",
    "cvpress.views.build",
    "cvpress.writers.pdf",
)

# Module that calls the function, its name there, what the table calls it.
_STAGES = (
    ("cvpress.pipeline.validating", "load", "read the profile"),
    ("cvpress.pipeline.validating", "check", "validate it"),
    ("cvpress.pipeline.rendering", "prepare", "model and view"),
    ("cvpress.writers.pdf", "render_template", "template"),
    ("cvpress.writers.pdf", "_setting", "style sheet and faces"),
    ("weasyprint", "HTML.__init__", "parse the HTML"),
    ("weasyprint.document", "get_all_computed_styles", "match the styles"),
    ("weasyprint.document", "build_formatting_structure", "boxes"),
    ("weasyprint.document", "Document._render", "layout"),
    ("weasyprint.document", "Page.paint", "draw"),
    ("weasyprint.pdf", "build_fonts_dictionary", "subset the faces"),
    ("weasyprint.document", "generate_pdf", "write the PDF"),
)


def main(profile: str) -> None:
    clock = Clock()
    clock.own["start of Python"] = time.process_time()
    clock.timed(_import_everything, "imports")()
    for module, name, label in _STAGES:
        clock.attach(module, name, label)
    render_pdf: Callable[[str], bytes] = importlib.import_module("cvpress").render_pdf
    clock.timed(render_pdf, "the rest")(profile)
    cold = dict(clock.own)
    started = time.process_time()
    render_pdf(profile)
    print(json.dumps({"cold": cold, "warm": time.process_time() - started}))


def _import_everything() -> None:
    for name in _IMPORTED:
        importlib.import_module(name)
    importlib.import_module("cvpress.writers.weasyprint_engine").load_weasyprint()


class Clock:
    """Counts each function's own processor time: without that of the timed functions it calls."""

    def __init__(self) -> None:
        self.own: dict[str, float] = {}
        self._inside = [0.0]  # for each function under way, the time of those it called

    def attach(self, module_name: str, name: str, label: str) -> None:
        """Put the clock around a function, where its caller finds it."""
        holder: Any = importlib.import_module(module_name)
        *path, last = name.split(".")
        for part in path:
            holder = getattr(holder, part, None)
        if function := getattr(holder, last, None):
            setattr(holder, last, self.timed(function, label))

    def timed(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        """The function with the clock around it."""

        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            self._inside.append(0.0)
            started = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                whole = time.process_time() - started
                self.own[label] = self.own.get(label, 0) + whole - self._inside.pop()
                self._inside[-1] += whole

        return wrapper


if __name__ == "__main__":
    main(sys.argv[1])
