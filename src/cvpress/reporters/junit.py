"""Findings as a JUnit test report, which nearly every CI shows.

There is no standard; this keeps to what both the schema of Apache Ant's reports and that of
Jenkins take. A file is a suite. Each of its errors is a test that failed, and a file
without errors is one that passed; warnings fail no test and stand in the suite's output.
"""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING

from cvpress._version import __version__
from cvpress.diagnostics import Severity, format_pointer
from cvpress.reporters.places import repository_path
from cvpress.reporters.rulebook import rule_of
from cvpress.reporters.style import headline, one_line, place, place_in_file, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Screen, Totals

__all__ = ["JunitReporter"]


class JunitReporter:
    """A testsuite a file."""

    def __init__(self, screen: Screen) -> None:
        self._suites = 0
        self._timestamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())

    def begin(self) -> str:
        """The opening tag."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'

    def file(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> str:
        """A suite."""
        path = repository_path(name)
        errors = [found for found in diagnostics if found.severity is Severity.ERROR]
        warnings = [found for found in diagnostics if found.severity is Severity.WARNING]
        cases = [_failed(path, error) for error in errors] or [_case(path, "has no errors")]
        suite = _element(
            "testsuite",
            self._attributes(path, tests=len(cases), failures=len(errors)),
            _element("properties", {}, _element("property", {"name": "cvpress", "value": __version__})),
            *cases,
            _element("system-out", {}, _escaped("\n".join(headline(found, color=False) for found in warnings))),
            _element("system-err", {}),
        )
        return f"{suite}\n"

    def end(self, totals: Totals) -> str:
        """The closing tag."""
        return "</testsuites>\n"

    def _attributes(self, path: str, *, tests: int, failures: int) -> Mapping[str, str | int]:
        self._suites += 1
        return {
            "name": path,
            "package": "cvpress",
            "id": self._suites - 1,
            "hostname": "localhost",
            "timestamp": self._timestamp,
            "time": 0,
            "tests": tests,
            "failures": failures,
            "errors": 0,
        }


def _failed(path: str, error: Diagnostic) -> str:
    """A test with the same name in every run, so that a CI can tell since when it fails."""
    where = (place_in_file(error) or "the whole") if error.area else format_pointer(error.pointer) or "the top"
    title = f"{error.code} {rule_of(error).name} at {where}"
    message = one_line(error.message)
    details = f"{place(error)}: {message}\n{one_line(error.hint)}".rstrip()
    return _case(path, title, _element("failure", {"type": error.code, "message": message}, _escaped(details)))


def _case(path: str, title: str, *outcome: str) -> str:
    return _element("testcase", {"classname": path, "name": one_line(title), "time": 0}, *outcome)


def _element(tag: str, attributes: Mapping[str, str | int], *content: str) -> str:
    """An element; its content is XML already."""
    quoted = "".join(f' {name}="{_escaped(visible(str(value)))}"' for name, value in attributes.items())
    return f"<{tag}{quoted}>{''.join(content)}</{tag}>" if content else f"<{tag}{quoted}/>"


def _escaped(text: str) -> str:
    """Text for XML, in ASCII, so that the declared encoding holds whatever the output's is."""
    return escape(text).encode("ascii", "xmlcharrefreplace").decode("ascii")
