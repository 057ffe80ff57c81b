"""YAML 1.2 → Document: PyYAML's events, the core schema's scalars, and only what JSON can say.

PyYAML's loaders are not used: they read YAML 1.1 (NO is false, 12:30 is 750), make Python
objects, keep quiet about duplicate keys and crash on deep nesting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import YAMLError

from cvpress.syntax.characters import FORBIDDEN, SURROGATES, character_faults, clean, may_hold_forbidden
from cvpress.syntax.document import Document
from cvpress.syntax.faults import BrokenText, broken, capped, duplicate_keys, empty, not_mapping, warning
from cvpress.syntax.yaml_loader import Loader
from cvpress.syntax.yaml_parser import new_parser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.characters import Forbidden
    from cvpress.syntax.document import Place

__all__ = ["read"]


def read(text: str, name: str, *, plain: bool = False) -> Document:
    """Read a YAML text.

    Args:
        text: what stands in the file, without a byte order mark.
        name: what the user calls the file.
        plain: take any value, not only a profile; merge keys are merged, as YAML 1.1 does,
            and all numbers of the core schema are numbers.

    Returns:
        A document. Keys are the text that was written. Of duplicate keys the last one counts;
        a number that cannot be held and a value with a foreign tag stay the text that was
        written; merge keys and all documents after the first are left out. Each is a fault.
    """
    loader = Loader(new_parser(text), plain=plain)
    try:
        loader.load()
    except BrokenText as error:
        return broken(name, text, *capped([*loader.faults, error.fault]))
    except YAMLError as error:
        from cvpress.syntax.yaml_explain import explain

        return broken(name, text, *capped([*loader.faults, explain(text, error)]))
    data = loader.top[0] if loader.top else None
    if data is None and not plain:
        return broken(name, text, empty(text))
    forbidden: list[Forbidden] = []
    if may_hold_forbidden(text):
        data, forbidden = clean(data, SURROGATES if plain else FORBIDDEN)
    if forbidden or loader.faults or loader.has_duplicates or not (plain or isinstance(data, dict)):
        return _with_faults(Document(name, text, data), loader, forbidden, plain=plain)
    return Document(name, text, data, places=_places)


def _with_faults(found: Document, loader: Loader, forbidden: list[Forbidden], *, plain: bool) -> Document:
    from cvpress.syntax.tree import places
    from cvpress.syntax.yaml_tree import parse

    name, text, data = found.name, found.text, found.data
    root, duplicates = parse(text)
    unreadable = character_faults(forbidden, places(root))
    faults = [*loader.faults, *duplicate_keys(text, duplicates), *(map(warning, unreadable) if plain else unreadable)]
    is_mapping = plain or isinstance(data, dict)
    if not is_mapping:
        faults.append(not_mapping(data, root.value))
    faults.sort(key=lambda fault: fault.span)
    if not is_mapping:
        return broken(name, text, *capped(faults))
    return Document(name, text, data, faults=capped(faults), places=_places)


def _places(text: str) -> Mapping[Pointer, Place]:
    from cvpress.syntax.tree import places
    from cvpress.syntax.yaml_tree import parse

    return places(parse(text)[0])
