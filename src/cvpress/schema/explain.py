"""Why a schema does not take some data: python-jsonschema's walk, with keywords that say more.

Of the forms of an `anyOf` or a `oneOf` only the one that was most probably meant is
explained, and what has been judged once is not judged again: other explainers judge every
form to its end, which takes time that doubles with each level of a nested document.
Patterns go to the native validator, which knows ECMA-262's syntax and needs linear time.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from jsonschema import FormatChecker, ValidationError
from jsonschema.validators import Draft202012Validator, extend, validator_for
from referencing import Registry
from referencing.exceptions import NoSuchResource
from referencing.jsonschema import specification_with

from cvpress.schema.forms import meant_form
from cvpress.schema.keywords import keywords
from cvpress.schema.violation import Violation, violation_of
from cvpress.syntax.limits import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referencing import Resource, Specification

    from cvpress.schema.keywords import Keyword
    from cvpress.schema.schema import Schema

__all__ = ["Explainer"]

_PER_FORM = 50
"""The most violations of one form of an `anyOf` that are told."""


class Explainer:
    """Explains by one schema what is wrong with any data."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._judged: dict[tuple[str, int, int], tuple[Violation, ...]] = {}
        self._validator = self._make_validator()

    def violations(self, data: Any) -> Iterator[Violation]:
        """The places where `data`, which breaks the schema, does so; at least one, and no more than are reported."""
        self._judged.clear()
        found = _first(FAULTS, self._validator.iter_errors(data), data)
        yield from [violation for violation in found if violation.keyword] or [_unexplained(data)]

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
            try:
                return _resource(self._schema.retrieve(wanted), specification)
            except LookupError:
                raise NoSuchResource(wanted) from None

        root = _resource(contents, specification)
        uri = urljoin(uri, root.id() or "")
        registry: Any = Registry(retrieve=retrieve)  # type: ignore[call-arg]
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
        """What is wrong with a value by one form. Schema and data live as long as the answers are kept."""
        key = ("form", id(form), id(value))
        if key not in self._judged:
            self._judged[key] = _first(_PER_FORM, validator.descend(value, form), value)
        return self._judged[key]

    def _remembered(self, follow: Keyword) -> Keyword:
        """References that are followed once for each value; where one leads back to itself, it asks for no more."""

        def reference(validator: Any, target: str, value: Any, schema: Any) -> Iterator[ValidationError]:
            key = ("reference", id(schema), id(value))
            if key not in self._judged:
                self._judged[key] = ()
                self._judged[key] = _first(FAULTS, follow(validator, target, value, schema), value)
            yield from _errors(self._judged[key])

        return reference


def _first(count: int, errors: Iterator[ValidationError], value: Any) -> tuple[Violation, ...]:
    found: list[Violation] = []
    try:
        found.extend(map(violation_of, islice(errors, count)))
    except Exception:  # noqa: BLE001  whatever the library cannot follow, such as a pattern that only ECMA-262 has
        found.append(_unexplained(value))
    return tuple(found)


def _unexplained(value: Any) -> Violation:
    return Violation((), value, "", None, {})


def _errors(violations: Sequence[Violation]) -> Iterator[ValidationError]:
    """Violations as the library passes them on; new ones each time, since it writes paths into them."""
    for pointer, value, keyword, wanted, schema in violations:
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
