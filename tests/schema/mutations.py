"""Documents with every field filled, and documents with one node changed."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.diagnostics import Pointer, format_pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["Mutation", "filled", "mutations", "sections"]


class Mutation(NamedTuple):
    """A document with one node changed, and what was done, for the message of a test that fails."""

    name: str
    data: Any


def filled(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """An instance of a schema in which every field is filled, by its examples."""
    reference = schema.get("$ref") or next((part["$ref"] for part in schema.get("allOf", ())), "")
    target = definitions[reference.rpartition("/")[2]] if reference else schema
    if "properties" in target:
        return {key: filled(child, definitions) for key, child in target["properties"].items()}
    if isinstance(target.get("items"), dict):
        example = schema["examples"][0]
        item = filled({"examples": example, **target["items"]}, definitions)
        return [item, *example]
    if isinstance(target.get("additionalProperties"), dict):
        example = schema.get("examples", [{}])[0]
        return {"first": filled({"examples": list(example.values()), **target["additionalProperties"]}, definitions)}
    return schema["examples"][0]


def sections(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A document for each section: a change in one is the quicker judged."""
    return [{key: value} for key, value in document.items()]


def mutations(documents: Sequence[Any], values: Sequence[Any], *, seed: int, count: int) -> Iterator[Mutation]:
    """So many of the documents that come about by changing one node: the same ones for the same seed."""
    changes: list[tuple[str, Callable[[Any], Any]]] = [
        *((f"= {value!r:.60}", lambda _, new=value: new) for value in values),
        ("in a list", lambda old: [old]),
        ("in a group", lambda old: {"name": old}),
        ("with an unknown key", lambda old: {**old, "unknown": old} if isinstance(old, dict) else old),
        ("twice", lambda old: [*old, *old] if isinstance(old, list) else old),
    ]
    nodes = [(document, pointer) for document in documents for pointer in _pointers(document)]
    choice = Random(seed)  # noqa: S311  the cases are no secret
    for (document, pointer), (name, change) in choice.sample(list(product(nodes, changes)), count):
        yield Mutation(f"{format_pointer(pointer)} {name}", _changed(document, pointer, change))
    for document, pointer in choice.sample(nodes, min(count // len(changes), len(nodes))):
        if pointer:
            yield Mutation(f"{format_pointer(pointer)} deleted", _without(document, pointer))


def _pointers(node: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    yield pointer
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in children:
        yield from _pointers(child, (*pointer, step))


def _changed(node: Any, pointer: Pointer, change: Callable[[Any], Any]) -> Any:
    if not pointer:
        return change(node)
    step, *rest = pointer
    copy = node.copy()
    copy[step] = _changed(node[step], tuple(rest), change)
    return copy


def _without(document: Any, pointer: Pointer) -> Any:
    *parent, step = pointer
    return _changed(
        document,
        tuple(parent),
        lambda node: (
            {key: value for key, value in node.items() if key != step}
            if isinstance(node, dict)
            else [*node[:step], *node[step + 1 :]]
        ),
    )
