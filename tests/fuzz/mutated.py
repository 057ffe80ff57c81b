"""Texts that are nearly, or not at all, what they should be: files with changes, tokens in any order."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz.tokens import COMMON, TOKENS
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["assembled", "encoded", "mutated", "repeated", "seeds"]

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("profiles", "src/cvpress/starter", "tests/rules", "tests/fuzz/corpus")


@cache
def seeds(syntax: str) -> tuple[bytes, ...]:
    """The profiles of this repository, good and bad."""
    paths = [path for folder in FOLDERS for path in ROOT.joinpath(folder).rglob(f"*.{syntax}")]
    return tuple(path.read_bytes() for path in sorted(paths))


def encoded(text: str) -> bytes:
    """UTF-8, in which lone surrogates stay what they are."""
    return text.encode(errors="surrogatepass")


def tokens(syntax: str) -> st.SearchStrategy[str]:
    return st.sampled_from((*COMMON, *TOKENS[syntax]))


def assembled(syntax: str) -> st.SearchStrategy[bytes]:
    """Tokens in a row."""
    return st.lists(tokens(syntax) | st.text(max_size=3), max_size=40).map("".join).map(encoded)


def repeated(syntax: str) -> st.SearchStrategy[bytes]:
    """The same many times, which must not take long."""
    few = st.lists(tokens(syntax), max_size=3).map("".join)
    return st.builds(lambda a, b, count, c: encoded(a + b * count + c), few, few, st.integers(1, 3000), few)


@st.composite
def mutated(draw: st.DrawFn, syntax: str, originals: tuple[bytes, ...]) -> bytes:
    """A file with a few changes.

    Args:
        syntax: whose tokens are put in.
        originals: the files.
    """
    data = draw(st.sampled_from(originals))
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 4)))):
        change = draw(st.sampled_from(CHANGES))
        data = change(draw, data, syntax, originals)
    return data


def put_in(draw: st.DrawFn, data: bytes, syntax: str, _: tuple[bytes, ...]) -> bytes:
    start, end = stretch(draw, data)
    return data[:start] + encoded(draw(tokens(syntax))) + data[draw(st.sampled_from((start, end))) :]


def take_out(draw: st.DrawFn, data: bytes, *_: object) -> bytes:
    start, end = stretch(draw, data)
    return data[:start] + data[end:]


def double(draw: st.DrawFn, data: bytes, *_: object) -> bytes:
    start, end = stretch(draw, data)
    return data[:end] + data[start:]


def flip_a_bit(draw: st.DrawFn, data: bytes, *_: object) -> bytes:
    at, _ = stretch(draw, data)
    return data[:at] + bytes(byte ^ 1 << draw(st.integers(0, 7)) for byte in data[at : at + 1]) + data[at + 1 :]


def go_on_elsewhere(draw: st.DrawFn, data: bytes, _: str, originals: tuple[bytes, ...]) -> bytes:
    other = draw(st.sampled_from(originals))
    return data[: stretch(draw, data)[0]] + other[stretch(draw, other)[0] :]


def move_a_line(draw: st.DrawFn, data: bytes, *_: object) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    places = st.integers(0, len(lines) - 1)
    line = lines.pop(draw(places))
    return b"".join([*lines[: (to := draw(places))], line, *lines[to:]])


def double_a_line(draw: st.DrawFn, data: bytes, *_: object) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    places = st.integers(0, len(lines) - 1)
    lines.insert(draw(places), lines[draw(places)])
    return b"".join(lines)


def stretch(draw: st.DrawFn, data: bytes) -> tuple[int, int]:
    start = draw(st.integers(0, len(data)))
    return start, min(len(data), start + draw(st.integers(0, 30)))


CHANGES: tuple[Callable[..., bytes], ...] = (
    *(put_in, put_in, take_out, double, flip_a_bit, go_on_elsewhere, move_a_line, double_a_line),
)
