"""What holds of any bytes whatever: each `check_…` raises AssertionError, or what a bug raises."""

from __future__ import annotations

import json
import re
import signal
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from lxml import etree

from cvpress.diagnostics import Severity
from cvpress.errors import InvalidSchema, InvalidSettings
from cvpress.fixes import encode, fix
from cvpress.fixes.difference import difference
from cvpress.pipeline.validating import Validator
from cvpress.policy.config_file import settings_of
from cvpress.reporters import REPORTERS, Totals, make_reporter
from cvpress.rules.by_schema import check_by_schema
from cvpress.rules.details import detailed_findings
from cvpress.rules.engine import check
from cvpress.rules.schema_file import schema_from
from cvpress.schema import accepts
from cvpress.schema.builtin import builtin_schema
from cvpress.syntax import read
from cvpress.syntax.limits import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.diagnostics import Diagnostic
    from cvpress.policy.settings import Settings
    from cvpress.syntax.document import Document

__all__ = ["check_profile", "check_schema", "check_settings"]

CONTROL_CHARACTER = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")

SECONDS = 5
"""Of the processor, for one input; none needs a tenth of that."""

SETTINGS = b"""
select = ["ALL"]
ignore = ["C101"]
error = ["C"]
warn = ["T1", "K102"]
[pointer-ignores]
"/work/*/url" = ["V"]
"profile.yaml#/basics" = ["ALL"]
"/no/such/value" = ["unknown-key"]
"""

SAMPLE = b"""
basics: {name: "", url: example.org, image: '[photo]'}  # cvpress: ignore[V104]
work:
  - {company: A, startDate: May 2020, endDate: 2019-13, highlights: [1, a  b]}
"""


def check_profile(data: bytes, name: str) -> None:
    """A profile is read, judged, reported and mended without a fault of ours."""
    with limited():
        document = read(data, name)
        found = Validator().check(document)
        check_diagnostics(document, found)
        check_reports(document, found)
        check_verdict(document)
        check_policy(document, settings())
        for unsafe in (False, True):
            check_fixes(document, data, unsafe=unsafe)
        check_other_format(data, name)


def check_settings(data: bytes, name: str) -> None:
    """A settings file is taken, or refused with places."""
    with limited():
        for table in ((), ("tool", "cvpress")):
            try:
                taken = settings_of(data, name, table)
            except InvalidSettings as error:
                check_refusal(error, read(data, name))
            else:
                check_policy(read(SAMPLE, "profile.yaml"), taken or settings())


def check_schema(data: bytes, name: str) -> None:
    """A schema that a user names is judged by, or refused with places."""
    with limited():
        file = read(data, name, plain=True)
        try:
            schema = schema_from(file)
        except InvalidSchema as error:
            check_refusal(error, file)
        else:
            sample = read(SAMPLE, "profile.yaml", plain=True)
            found = check_by_schema(sample, schema)
            check_diagnostics(sample, found)
            assert has_errors(found) is not schema.accepts(sample.data), "the verdict is another than the findings"


def check_refusal(error: InvalidSettings | InvalidSchema, document: Document) -> None:
    """There is a reason for it, with its place."""
    assert error.diagnostics, "refused without a reason"
    check_diagnostics(document, error.diagnostics)


def check_diagnostics(document: Document, found: Sequence[Diagnostic]) -> None:
    """They are sorted, and each stands inside the text."""
    lines = document.text.split("\n")
    assert [one.start for one in found] == sorted(one.start for one in found), "not sorted"
    for one in found:
        assert one.start <= one.end, f"ends before it begins: {one}"
        for line, column in (one.start, one.end):
            assert 1 <= line <= len(lines), f"outside of the text: {one}"
            assert 1 <= column <= len(lines[line - 1]) + 1, f"outside of its line: {one}"
        assert one.message, f"nothing is said: {one}"


def check_reports(document: Document, found: Sequence[Diagnostic]) -> None:
    """Each reporter writes what can be sent to a terminal or read by a program."""
    for name in REPORTERS:
        reporter = make_reporter(name)
        errors = sum(one.severity is Severity.ERROR for one in found)
        parts = [reporter.begin(), reporter.file(document.name, document.text, found)]
        parts.append(reporter.end(Totals(1, errors, len(found) - errors)))
        report = "".join(parts)
        if name in ("json", "gitlab", "sarif"):
            json.loads(report)
        elif name == "junit":
            etree.fromstring(report.encode())
        assert not CONTROL_CHARACTER.search(report), f"{name} writes a control character"


def check_verdict(document: Document) -> None:
    """The schemas and the rules say the same."""
    if document.broken:
        assert has_errors(document.faults), "broken without an error"
        return
    is_accepted = accepts(document.data)
    assert is_accepted or has_errors(check(document)), "rejected without an error"
    if accepts(document.data, "strict"):
        assert is_accepted, "the strict schema accepts what the other one does not"
        assert not any(detailed_findings(document.data)), "the strict schema accepts what a rule does not"


def check_policy(document: Document, taken: Settings) -> None:
    """What settings leave of the findings, and say of themselves, has its places."""
    validator = Validator(taken)
    check_diagnostics(document, validator.check(document))
    unused = validator.unused()
    if unused:
        assert taken.document, "nothing that it stands in"
        check_diagnostics(taken.document, sorted(unused, key=lambda one: one.start))


def check_fixes(document: Document, data: bytes, *, unsafe: bool) -> None:
    """A mended file can be read, and needs no mending."""
    fixed = fix(document, Validator().occurrences, unsafe=unsafe)
    if not fixed.applied:
        assert fixed.document is document, "changed without a fix"
        return
    assert unsafe or all(one.fix and one.fix.is_safe for one in fixed.applied), "an unsafe fix, not asked for"
    after = read(encode(fixed.document, data), document.name)
    assert (after.text, repr(after.data)) == (fixed.document.text, repr(fixed.document.data)), "read in another way"
    found = Validator().check(after)
    assert found == Validator().check(fixed.document), "judged in another way"
    check_diagnostics(after, found)
    if len(fixed.applied) < FAULTS:  # of more, some wait for the next run
        again = fix(after, Validator().occurrences, unsafe=unsafe)
        assert not again.applied, f"mended twice: {again.applied}"
    assert difference(document, after), "no difference"


def check_other_format(data: bytes, name: str) -> None:
    """JSON Resume's verdict is that of its schema."""
    document = read(data, name, plain=True)
    schema = builtin_schema("jsonresume")
    found = check_by_schema(document, schema)
    check_diagnostics(document, found)
    if not has_errors(document.faults):
        assert has_errors(found) is not schema.accepts(document.data), "the verdict is another than the findings"


def has_errors(found: Sequence[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)


@cache
def settings() -> Settings:
    taken = settings_of(SETTINGS, "cvpress.toml", ())
    assert taken
    return taken


@contextmanager
def limited() -> Iterator[None]:
    """Ends what takes too long, by time of the processor: other programs do not count."""
    before = signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    except _TooLong as error:
        raise AssertionError(f"takes more than {SECONDS} seconds") from error
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


class _TooLong(BaseException):
    """What no `except Exception` on the way takes for its own."""


def _too_long(*_: object) -> NoReturn:
    raise _TooLong
