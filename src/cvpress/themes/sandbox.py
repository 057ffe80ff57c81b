"""The sandbox that templates run in: Jinja's own, and bounds on how long a stranger's template can go on.

Jinja's keeps templates from what they must not see, but not from loops within loops. So each turn of a loop
and each call of a macro, a block or a template is a step, and a page has so many of them. What is built in
is not counted: its loops go over what is in the profile.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cvpress.resources import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2.runtime import Context

__all__ = ["ThemeEnvironment", "counted_steps"]

_MOST_STEPS: Final = 500_000
"""Some nine hundred times what the showcase takes where all templates are counted."""

_MOST_CHARACTERS: Final = 1_000_000
_MOST_BITS: Final = 1024

_STEPS: ContextVar[Iterator[int]] = ContextVar("steps")


@contextmanager
def counted_steps() -> Iterator[None]:
    """Render a page with the steps that it may take.

    Raises (from what is rendered within):
        SecurityError: it takes more.
    """
    token = _STEPS.set(iter(range(_MOST_STEPS)))
    try:
        yield
    finally:
        _STEPS.reset(token)


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with bounds."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters["step"] = _step

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        if not (filename or "").startswith(data_folder("themes") + os.sep):
            repeated: Iterable[Any] = template.find_all((nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block))
            for node in (template, *repeated):
                node.body.insert(0, self._step_node(node.lineno))
        return template

    def _step_node(self, line: int) -> nodes.ExprStmt:
        count = nodes.Filter(nodes.Const(None), "step", [], [], None, None)
        statement = nodes.ExprStmt(count, lineno=line)
        statement.set_environment(self)
        return statement

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute a product or a power, if it stays small: Python would work on 9**9**9 for ever.

        Raises:
            SecurityError: it does not.
        """
        if operator == "**" or (isinstance(left, int) and isinstance(right, int)):
            is_large = _bits(left) * (abs(right) if operator == "**" else 1) > _MOST_BITS
        else:
            is_large = _size(left) * _size(right) > _MOST_CHARACTERS
        if is_large:
            raise SecurityError(f"a result of `{operator}` is too large")
        return super().call_binop(context, operator, left, right)


def _step(_value: Any) -> None:
    if next(_STEPS.get(), None) is None:
        raise SecurityError(f"its templates take more than {_MOST_STEPS:,} steps")


def _bits(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 64


def _size(value: Any) -> int:
    return abs(value) if isinstance(value, int) else len(value) if hasattr(value, "__len__") else 1
