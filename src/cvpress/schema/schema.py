"""A JSON Schema that judges plain data: quickly yes or no, and at leisure why not.

The verdict comes from a native validator in microseconds; python-jsonschema, which tells
what is wrong and where, is imported only for data that fails.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cvpress.schema.explain import Explainer
    from cvpress.schema.violation import Violation

__all__ = ["Schema"]


_NOWHERE: Final = "https://cvpress.example/schema"


def _retrieve_nothing(uri: str) -> Any:
    raise LookupError(uri)


class Schema:
    """A JSON Schema of draft 4, 6, 7, 2019-09 or 2020-12, as its `$schema` says; of 2020-12 if it says nothing.

    Nothing is ever fetched from a network.

    Args:
        contents: the schema as plain data.
        uri: what its relative references are relative to.
        formats: the formats that are judged; all others are notes for readers, as the
            specification has them by default.
        retrieve: gives the contents of another schema by its URI, or raises LookupError.
        metaschemas: give also the specifications' own schemas to references.

    Raises:
        jsonschema_rs.ValidationError: `contents` is no schema, or a reference in it leads nowhere.
    """

    def __init__(
        self,
        contents: Any,
        *,
        uri: str = _NOWHERE,
        formats: Mapping[str, Callable[[str], bool]] | None = None,
        retrieve: Callable[[str], Any] = _retrieve_nothing,
        metaschemas: bool = False,
    ) -> None:
        self.contents = contents
        self.uri = uri
        self.formats = dict(formats or {})
        self.retrieve = retrieve
        self.metaschemas = metaschemas
        self._native = jsonschema_rs.validator_for(
            contents,
            base_uri=uri,
            validate_formats=bool(formats),
            formats=self.formats or None,
            retriever=retrieve,
            registry=_metaschemas() if metaschemas else None,
        )

    def accepts(self, data: Any) -> bool:
        """Whether `data` is valid."""
        return self._native.is_valid(data)

    def violations(self, data: Any) -> tuple[Violation, ...]:
        """All places where `data` breaks the schema, in no particular order; at least one if it does."""
        return self._explainer.violations(data)

    @cached_property
    def _explainer(self) -> Explainer:
        from cvpress.schema.explain import Explainer

        return Explainer(self)


def _metaschemas() -> jsonschema_rs.Registry:
    from jsonschema_specifications import REGISTRY

    return jsonschema_rs.Registry([(uri, REGISTRY.contents(uri)) for uri in REGISTRY])
