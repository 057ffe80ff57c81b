"""What the tests of all three syntaxes need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cvpress.syntax import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from cvpress.syntax.document import Document


@pytest.fixture(scope="session")
def codes() -> Callable[[Document], list[tuple[str, int, int]]]:
    """Code, line and column of all faults, in the order of the text."""

    def list_codes(document: Document) -> list[tuple[str, int, int]]:
        return [(fault.code, fault.start.line, fault.start.column) for fault in document.faults]

    return list_codes


@pytest.fixture(scope="session")
def shown() -> Callable[[Document, tuple[Any, ...]], tuple[str | None, str]]:
    """The text at the key and at the value of a pointer."""

    def cut(document: Document, pointer: tuple[Any, ...]) -> tuple[str | None, str]:
        key, value = document.place(pointer)
        text = document.text
        return (text[key.start : key.end] if key else None), text[value.start : value.end]

    return cut


@pytest.fixture(scope="session")
def pointers() -> Callable[[Any], list[tuple[Any, ...]]]:
    """All pointers of plain data, () included."""

    def walk(data: Any, pointer: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        return [pointer, *(found for step, child in children for found in walk(child, (*pointer, step)))]

    return walk


@pytest.fixture(scope="session")
def check_positions() -> Callable[[Document], None]:
    """Assert that every fault lies inside the text."""

    def check(document: Document) -> None:
        lines = document.text.split("\n")
        for fault in document.faults:
            assert fault.message
            assert not fault.message.endswith(".")
            assert (1, 1) <= fault.start <= fault.end
            assert fault.end.line <= len(lines)
            assert fault.end.column <= len(lines[fault.end.line - 1]) + 1
        assert document.broken == (document.data is None)
        assert document.faults or not document.broken

    return check


@pytest.fixture(scope="session")
def read_text() -> Callable[[str, str], Document]:
    """Read a text in a syntax."""

    def read_as(text: str, syntax: str) -> Document:
        return read(text.encode(), f"profile.{syntax}")

    return read_as
