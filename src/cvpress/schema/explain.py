"""Why a schema does not take some data: python-jsonschema's walk, with keywords that say more.

Of the forms of an `anyOf` or a `oneOf` only the one that was most probably meant is
explained, and what has been judged once is not judged again: other explainers judge every
form to its end, which takes time that doubles with each level of a nested document.
Patterns go to the native validator, which knows ECMA-262's syntax and needs linear time.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from jsonschema import FormatChecker, ValidationError
from jsonschema.validators import Draft202012Validator, extend, validator_for
from referencing import Registry
from referencing.exceptions import NoSuchResource
from referencing.jsonschema import specification_with

from cvpress.schema.forms import meant_form
from cvpress.schema.keywords import keywords
from cvpress.schema.violation import Violation, violation_of
from cvpress.syntax.limits import FAULTS, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referencing import Resource, Specification

    from cvpress.schema.keywords import Keyword
    from cvpress.schema.schema import Schema

__all__ = ["Explainer"]

_FRAMES: Final = 10_000
"""Of Python's stack, as a walk of all levels that a file may have needs a dozen for each."""


class Explainer:
    """Explains by one schema what is wrong with any data."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._resources: dict[str, Resource[Any]] = {}
        self._judged: dict[tuple[str, int, int], tuple[Violation, ...]] = {}
        self._validator = self._make_validator()

    def violations(self, data: Any) -> tuple[Violation, ...]:
        """The places where `data`, which breaks the schema, does so: at least one.

        Where there are more than a file has values, the last has the keyword "more".
        """
        try:
            with _deep_recursion():
                return _first(VALUES, self._validator.iter_errors(data), data) or (_unexplained(data),)
        finally:
            self._judged.clear()  # it knows the data by their ids, which are given again

    def _make_validator(self) -> Any:
        contents, uri = self._schema.contents, self._schema.uri
        base = validator_for(contents, default=Draft202012Validator)
        validator = extend(
            base,
            {
                **keywords(base.VALIDATORS),
                "$ref": self._remembered(base.VALIDATORS["$ref"]),
                "anyOf": self._any_of,
                "oneOf": self._one_of,
            },
        )
        specification = specification_with(base.META_SCHEMA.get("$schema", ""))

        def retrieve(wanted: str) -> Resource[Any]:
            if wanted not in self._resources:  # kept, since what has been judged is known by the schemas' ids
                try:
                    self._resources[wanted] = _resource(self._schema.retrieve(wanted), specification)
                except LookupError:
                    raise NoSuchResource(wanted) from None
            return self._resources[wanted]

        root = _resource(contents, specification)
        uri = urljoin(uri, root.id() or "")
        registry: Any = Registry(retrieve=retrieve)  # type: ignore[call-arg]  # attrs gives the field another name
        if self._schema.metaschemas:
            registry = registry.with_resources(_metaschemas(specification)).crawl()
        registry = registry.with_resource(uri, root)
        return validator({"$ref": uri}, registry=registry, format_checker=_checker(self._schema))

    def _any_of(self, validator: Any, forms: Sequence[Any], value: Any, _: Any) -> Iterator[ValidationError]:
        found = []
        for form in forms:
            found.append(self._judge(validator, form, value))
            if not found[-1]:
                return
        yield from _errors(meant_form("anyOf", value, found))

    def _one_of(self, validator: Any, forms: Sequence[Any], value: Any, _: Any) -> Iterator[ValidationError]:
        found = [self._judge(validator, form, value) for form in forms]
        fitting = [index for index, violations in enumerate(found) if not violations]
        if len(fitting) > 1:
            yield ValidationError("", validator_value=fitting)
        elif not fitting:
            yield from _errors(meant_form("oneOf", value, found))

    def _judge(self, validator: Any, form: Any, value: Any) -> tuple[Violation, ...]:
        """What is wrong with a value by one form."""
        key = ("form", id(form), id(value))
        if key not in self._judged:
            self._judged[key] = _first(FAULTS, validator.descend(value, form), value)
        return self._judged[key]

    def _remembered(self, follow: Keyword) -> Keyword:
        """References that are followed once for each value; where one leads back to itself, it asks for no more."""

        def reference(validator: Any, target: str, value: Any, schema: Any) -> Iterator[ValidationError]:
            key = ("reference", id(schema), id(value))
            if key not in self._judged:
                self._judged[key] = ()
                self._judged[key] = _first(VALUES, follow(validator, target, value, schema), value)
            yield from _errors(self._judged[key])

        return reference


@contextmanager
def _deep_recursion() -> Iterator[None]:
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def _first(count: int, errors: Iterator[ValidationError], value: Any) -> tuple[Violation, ...]:
    """So many of the errors, and where there are more, one that says so: no verdict is to be lost with the rest."""
    found = tuple(map(violation_of, islice(errors, count)))
    return found if next(errors, None) is None else (*found, Violation((), value, "more", count, {}))


def _unexplained(value: Any) -> Violation:
    return Violation((), value, "", None, {})


def _errors(violations: Sequence[Violation]) -> Iterator[ValidationError]:
    """Violations as the library passes them on; new ones each time, since it writes paths into them."""
    for pointer, value, keyword, wanted, schema, _ in violations:
        yield ValidationError(
            "", validator=keyword, path=pointer, instance=value, validator_value=wanted, schema=schema
        )


def _metaschemas(default: Specification[Any]) -> Iterator[tuple[str, Resource[Any]]]:
    """To be crawled, or dynamic references would lead to the library's own copies, with their `$schema`."""
    from jsonschema_specifications import REGISTRY

    for uri in REGISTRY:
        yield uri, _resource(REGISTRY.contents(uri), default)


def _resource(contents: Any, default: Specification[Any]) -> Resource[Any]:
    """A schema without its `$schema`, by which the library would leave our keywords for its own."""
    if not isinstance(contents, dict):
        return default.create_resource(contents)
    dialect = contents.get("$schema")
    specification = specification_with(dialect, default) if isinstance(dialect, str) else default
    return specification.create_resource({key: value for key, value in contents.items() if key != "$schema"})


def _checker(schema: Schema) -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, is_well_formed in schema.formats.items():
        checker.checks(name)(lambda value, test=is_well_formed: not isinstance(value, str) or test(value))
    return checker
