"""The merge key of YAML 1.1 (https://yaml.org/type/merge.html), which much that is no profile is written with."""

from __future__ import annotations

from typing import Any

__all__ = ["merge"]


def merge(mapping: dict[str, Any]) -> None:
    """Put what `<<` names into the mapping, behind its own keys; of several, the first that has a key counts.

    What is no mapping cannot be merged: there `<<` is a key as any other, as YAML 1.2 has it.
    """
    merged = mapping.get("<<")
    sources: list[Any] = merged if isinstance(merged, list) else [merged]
    if not all(isinstance(source, dict) for source in sources):
        return
    del mapping["<<"]
    for source in sources:
        for key, value in source.items():
            mapping.setdefault(key, value)
