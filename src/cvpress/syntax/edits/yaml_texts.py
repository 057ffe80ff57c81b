"""How values are written in YAML: in the style of what they replace, and so that no other tool reads them otherwise.

Most tools still read YAML 1.1, where `no` is false, `12:30` a number and `2019-06-01` a date
(https://yaml.org/type/): such texts are written in quotes.
"""

from __future__ import annotations

import re
from itertools import chain
from json import dumps
from typing import TYPE_CHECKING, Any

from yaml.resolver import Resolver

from cvpress.syntax.edits.scalars import collapsed, first_that_says, same_words
from cvpress.syntax.yaml import read

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["key_as", "value_as"]

_BLOCK_HEADER = re.compile(r"([|>])([-+1-9]{0,2}+)((?=[ \t\r\n])[^\n]*+\n)")
_INDENTATION = re.compile(r"(?<=\n)[ ]*+(?=[^\s])")
_RESOLVERS_FOR_ANY: list[Any] = Resolver.yaml_implicit_resolvers.get(None, [])


def key_as(source: str, name: str) -> str:
    """Write a key in the quotes of another."""
    if source.startswith("'"):
        return _single(name)
    if source.startswith('"') or not _is_text_everywhere(name) or _key(name) != name:
        return dumps(name, ensure_ascii=False)
    return name


def value_as(source: str, old: Any, new: Any, *, in_flow: bool) -> str:
    """Write a value in the style of another.

    Args:
        source: how the value that it replaces is written.
        old: what that is.
        new: the value to write.
        in_flow: whether it stands between brackets.

    Raises:
        NotEditable: no way to write it was found.
    """
    if isinstance(new, list):
        return f"[{', '.join(value_as(source, None, item, in_flow=True) for item in new)}]"
    if isinstance(new, dict):
        entries = (f"{key_as('', key)}: {value_as(source, None, item, in_flow=True)}" for key, item in new.items())
        return f"{{{', '.join(entries)}}}"
    return first_that_says(new, _sources(source, old, new), _in_flow if in_flow else _in_block)


def _sources(source: str, old: Any, new: Any) -> Iterator[str]:
    if not isinstance(new, str):
        yield dumps(new)
        return
    is_block = source.startswith(("|", ">"))
    if same_words(old, new) and (is_block or "\n" in source or "\\" in source):
        yield from _with_fewer_blanks(source)
    if is_block and isinstance(old, str):
        yield from _blocks(source, new)
        return
    if source.startswith("'"):
        yield _single(new)
    if not source.startswith(("'", '"')) and _is_text_everywhere(new):
        yield new
    yield dumps(new, ensure_ascii=False)
    yield dumps(new)


def _with_fewer_blanks(source: str) -> Iterator[str]:
    header = _BLOCK_HEADER.match(source)
    if not header:
        yield collapsed(source)
        return
    # The line break before the body makes its first blanks an indentation.
    body = collapsed(source[header.end() - 1 :])[1:]
    for head in _headers(header):
        yield head + body
        yield head + _levelled(body)


def _blocks(source: str, new: str) -> Iterator[str]:
    """The text as a block scalar with the header of another: line by line if that keeps line breaks."""
    header = _BLOCK_HEADER.match(source)
    margin = _INDENTATION.search(source)
    if not header or not margin:
        return
    lines = new.rstrip("\n").split("\n")
    separator = "\n" if header[1] == "|" else "\n\n"
    ending = "\r\n" if "\r\n" in source else "\n"
    body = separator.join(margin[0] + line if line else "" for line in lines).replace("\n", ending)
    yield from (head + body for head in _headers(header))


def _headers(header: re.Match[str]) -> Iterator[str]:
    """A block scalar's header as it is, or such that the last line break goes; each also without an indentation."""
    style, indicators, rest = header.groups()
    chomping, indentation = indicators.strip("123456789"), indicators.strip("+-")
    yield header[0]
    yield f"{style}{indentation}-{rest}"
    if indentation:
        yield f"{style}{chomping}{rest}"
        yield f"{style}-{rest}"


def _levelled(body: str) -> str:
    """The lines of a block scalar, all with the first one's indentation."""
    margin = body[: len(body) - len(body.lstrip(" "))]
    return "\n".join(margin + line.lstrip(" ") if line.strip() else line for line in body.split("\n"))


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _is_text_everywhere(text: str) -> bool:
    """Whether a plain scalar is text in YAML 1.1 too, and does not look like a date or a number."""
    if not any(character.isalpha() for character in text):
        return False
    resolvers = chain(Resolver.yaml_implicit_resolvers.get(text[0], ()), _RESOLVERS_FOR_ANY)
    return text.casefold() not in ("y", "n") and not any(pattern.match(text) for _, pattern in resolvers)


def _in_block(source: str) -> Any:
    return _read(f"k: {source}\n")


def _in_flow(source: str) -> Any:
    found = _read(f"k: [{source}]\n")
    return found[0] if isinstance(found, list) and len(found) == 1 else None


def _key(name: str) -> str:
    document = read(f"{name}: x\n", "")
    return "" if document.broken or document.faults else next(iter(document.data))


def _read(text: str) -> Any:
    document = read(text, "")
    return None if document.broken or document.faults else document.data.get("k")
