"""Data in the format's shape, with wrong values and keys in it, as each syntax can write it."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from fuzz.mutated import ROOT, encoded
from fuzz.tokens import KEYS, VALUES
from hypothesis import strategies as st
from mutations import filled

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["toml", "written"]


@cache
def whole() -> dict[str, Any]:
    """A profile in which every key of the format is written."""
    schema = json.loads((ROOT / "schema" / "profile.schema.json").read_bytes())
    data: dict[str, Any] = filled(schema, schema["definitions"])
    return data


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Any]:
    """Some of it, with up to four things wrong."""
    sections = draw(st.lists(st.sampled_from(list(whole())), min_size=1, max_size=4, unique=True))
    data = {section: thinned(draw, whole()[section]) for section in sections}
    for _ in range(draw(st.integers(0, 4))):
        spoil(draw, data)
    return data


def thinned(draw: st.DrawFn, value: Any) -> Any:
    """Some of the keys of each group; each list with one item, several times."""
    if isinstance(value, dict) and value:
        keys = draw(st.lists(st.sampled_from(list(value)), max_size=6, unique=True))
        return {key: thinned(draw, value[key]) for key in keys}
    if isinstance(value, list) and value:
        return [thinned(draw, value[0]) for _ in range(draw(st.integers(1, 3)))]
    return deepcopy(value)


def spoil(draw: st.DrawFn, data: Any) -> None:
    """Put a wrong value or a wrong key into a group or a list, at any depth."""
    steps: list[Any] = list(data) if isinstance(data, dict) else list(range(len(data)))
    step = draw(st.sampled_from(steps)) if steps else None
    if step is not None and isinstance(data[step], (dict, list)) and draw(st.integers(0, 4)):
        spoil(draw, data[step])
        return
    new = deepcopy(draw(st.sampled_from(VALUES) | st.text(max_size=8)))
    if isinstance(data, list):
        data[step or 0 : (step or 0) + draw(st.integers(0, 1))] = [new]
    elif step is None or draw(st.booleans()):
        data[draw(st.sampled_from(KEYS))] = data.pop(step, new) if draw(st.booleans()) else new
    else:
        data[step] = new


def toml(data: dict[str, Any]) -> str:
    """A line for each key at the top; what TOML cannot say is an empty text."""
    return "".join(f"{json.dumps(key)} = {inline(value)}\n" for key, value in data.items())


def inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {inline(child)}" for key, child in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + "".join(f"  {inline(item)}, # a\n" for item in value) + "]"
    return '""' if value is None else json.dumps(value, ensure_ascii=False)


class Dumper(yaml.SafeDumper):
    """Writes each value where it stands, without anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def as_yaml(data: Any, **style: Any) -> str:
    return yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, **style)


WRITERS: dict[str, tuple[Callable[[Any], str], ...]] = {
    "json": (json.dumps, lambda data: json.dumps(data, indent=2, ensure_ascii=False)),
    "yaml": (
        as_yaml,
        lambda data: as_yaml(data, default_flow_style=True, width=30),
        lambda data: as_yaml(data, default_flow_style=None),
        lambda data: as_yaml(data, default_style="|"),
        lambda data: as_yaml(data, default_style="'", line_break="\r\n"),
    ),
    "toml": (toml, lambda data: toml(data).replace("\n", "\r\n")),
}


def written(syntax: str) -> st.SearchStrategy[bytes]:
    """Profiles as a program would write them."""
    return st.builds(lambda write, data: encoded(write(data)), st.sampled_from(WRITERS[syntax]), parts())
