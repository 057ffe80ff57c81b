"""Rendering what is a stranger's, within limits of time, memory and pages."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.confined.limits import DEFAULT
from cvpress.confined.wire import Message, read_diagnostics, written_diagnostics
from cvpress.diagnostics import Finding
from cvpress.errors import InvalidProfile
from cvpress.pipeline.rendering import Output
from cvpress.rules.rendering import TOO_MANY_PAGES
from cvpress.syntax.document import Document
from cvpress.views.request import Request
from cvpress.writers.page_limit import TooManyPages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.confined.limits import Limits
    from cvpress.diagnostics import Pointer
    from cvpress.pipeline.validating import Source

__all__ = ["made_of", "message_of", "pages_told", "render_untrusted"]

_CV = Request()
_UNSHOWN: Final = ("meta", "translations", "variants")


class _Task(NamedTuple):
    """What is to be rendered: the text of a profile, or the path of one."""

    source: str
    text: str | None
    request: Request
    format: str
    theme: str
    options: Mapping[str, str]


def render_untrusted(
    source: Source,
    request: Request = _CV,
    *,
    to: str = "pdf",
    theme: str = "",
    options: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT,
) -> Output:
    """Render a document of a stranger's profile, or in a stranger's theme, in a process of its own.

    Args:
        source: a path, or a document; photo and bibliography are looked for in the folder that it is named in.
        request: which document, and how.
        to: "pdf" or "html".
        theme: a theme's name, or the path of its folder.
        options: options of the theme.
        limits: what it may take.

    Returns:
        The bytes, and the warnings of validation and rendering.

    Raises:
        LimitExceeded: it takes more, or breaks what works on it.
        InvalidProfile: the profile has errors.
        CvpressError: any other that `prepare` and `render_pdf` raise.
    """
    from cvpress.confined.run import do

    name, text = (source.name, source.text) if isinstance(source, Document) else (os.fspath(source), None)
    task = _Task(name, text, request, to, theme, dict(options or {}))
    result = do(_rendered, task, limits)
    if result.error:
        raise result.error
    return made_of(result.messages[-1])


def _rendered(task: _Task) -> Iterator[Message]:  # in the other process
    from cvpress.loading import load, loads
    from cvpress.pipeline.rendering import prepare

    document = load(task.source) if task.text is None else loads(task.text.encode("utf-8"), task.source)
    with pages_told(document):
        rendering = prepare(document, task.request, theme=task.theme, options=task.options)
        output = rendering.output(task.format)
    yield message_of(output._replace(diagnostics=(*rendering.diagnostics, *output.diagnostics)))


def message_of(output: Output, name: str = "") -> Message:
    """An output as a message.

    Args:
        output: what was made.
        name: what it is called among others.
    """
    return Message("output", [name, written_diagnostics(output.diagnostics)], output.data)


def made_of(message: Message) -> Output:
    """The output that a message brings."""
    return Output(message.body, read_diagnostics(message.data[1]))


@contextmanager
def pages_told(document: Document) -> Iterator[None]:
    """Tell of too many pages at a place of the profile.

    Raises:
        InvalidProfile: a document that is made within has more than it may.
    """
    try:
        yield
    except TooManyPages as error:
        finding = Finding(_longest(document), error.message, "leave out some of it; a theme may be at fault, too")
        report = TOO_MANY_PAGES.report(document, finding)
        raise InvalidProfile(f"{document.name} cannot be rendered", (report,)) from error


def _longest(document: Document) -> Pointer:
    """The part of a profile that most is written in."""
    parts = {name: part for name, part in (document.data or {}).items() if name not in _UNSHOWN}
    return (max(parts, key=lambda name: len(json.dumps(parts[name], default=str))),) if parts else ()
