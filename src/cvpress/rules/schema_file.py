"""A schema that a user names: from its file to what judges by it."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin

import jsonschema_rs

from cvpress.diagnostics import Finding, Severity
from cvpress.errors import InvalidSchema
from cvpress.rules.schema_rules import DEAD_SCHEMA_REFERENCE, NOT_A_SCHEMA
from cvpress.rules.schema_violations import in_words
from cvpress.schema.library import Library
from cvpress.schema.patterns import SPECIFIED_FORMATS
from cvpress.schema.schema import Schema
from cvpress.values.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.syntax.document import Document

__all__ = ["schema_from"]

_DIALECTS = (
    "https://json-schema.org/draft/2020-12/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-04/schema#",
    "http://json-schema.org/schema#",  # the latest
)
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_IDENTIFIERS = ("$id", "id")
_SOMEWHERE = "https://cvpress.example/"


def schema_from(document: Document, folders: Mapping[str, str] | None = None, *, check_formats: bool = False) -> Schema:
    """Make a schema of a schema file.

    References may lead to files in the schema's own folder or below: by their path, or by
    a URL that begins as the schema's `$id` does. Nothing is fetched from a network.

    Args:
        document: the file, read as plain data; its name is its path.
        folders: which other folder holds what begins with a URL.
        check_formats: whether `format` is judged, which the specification leaves open.

    Raises:
        InvalidSchema: it is no schema, or a reference in it leads nowhere.
    """
    _refuse_errors(document, document.faults)
    uri = _file_uri(document.name)
    library = Library([*(folders or {}).items(), *_own_folder(document, uri)])
    _refuse_dialect(document, library)
    try:
        return _compiled(document.data, uri, library, SPECIFIED_FORMATS if check_formats else {})
    except jsonschema_rs.ValidationError as error:
        library.documents[uri] = document
        for read in library.documents.values():
            _refuse_errors(read, read.faults)
            _refuse_dialect(read, library)
        if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Referencing):
            _refuse_reference(library, uri, error)
        _refuse_contents(library, error)
        raise


def _compiled(contents: Any, uri: str, library: Library, formats: Mapping[str, Callable[[str], bool]]) -> Schema:
    try:
        return Schema(contents, uri=uri, formats=formats, retrieve=library.retrieve)
    except jsonschema_rs.ValidationError as error:
        # The specifications' own schemas are only loaded where they are asked for: that takes a while.
        if "json-schema.org" not in str(error):
            raise
    return Schema(contents, uri=uri, formats=formats, retrieve=library.retrieve, metaschemas=True)


def _own_folder(document: Document, uri: str) -> Iterator[tuple[str, str]]:
    """The folder of the schema's file, by its own URI and by that which the schema gives itself."""
    folder = os.path.dirname(document.name)
    yield _joined(uri, "."), folder
    yield _joined(_base(document, uri), "."), folder


def _joined(base: str, uri: str) -> str:
    """A reference as a whole URI; an empty string, which nothing has, if it is none (a stranger wrote it)."""
    try:
        return urljoin(base, uri)
    except ValueError:
        return ""


def _file_uri(name: str) -> str:
    from pathlib import Path

    return Path(os.path.abspath(name)).as_uri()


def _refuse_errors(document: Document, diagnostics: Iterable[Diagnostic]) -> None:
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]
    errors.sort(key=lambda diagnostic: diagnostic.start)
    if errors:
        raise InvalidSchema(f"{document.name} is not a schema to judge by", errors, document.text)


def _refuse_dialect(document: Document, library: Library) -> None:
    dialect = document.data.get("$schema") if isinstance(document.data, dict) else None
    if not isinstance(dialect, str) or _host_and_path(dialect) in map(_host_and_path, _DIALECTS):
        return
    with suppress(LookupError):  # a dialect of somebody's own
        library.retrieve(_joined(_file_uri(document.name), dialect))
        return
    match = nearest(dialect, _DIALECTS)
    hint = f"did you mean `{match}`?" if match else "known are draft 4, 6, 7, 2019-09 and 2020-12"
    finding = Finding(("$schema",), f"the dialect `{dialect}` is not known", hint)
    _refuse_errors(document, [NOT_A_SCHEMA.report(document, finding)])


def _host_and_path(uri: str) -> str:
    return uri.partition("://")[2].rstrip("#")


def _refuse_reference(library: Library, uri: str, error: jsonschema_rs.ValidationError) -> None:
    document = library.documents[uri]
    _refuse_malformed(library)
    for is_dead in (_is_refused, _is_missing_part, _is_named_as_refused):
        for base, read in library.documents.items():
            for pointer, reference in _references(read.data, _REFERENCES):
                if is_dead(_joined(_base(read, base), reference), library, error.message):
                    _refuse_errors(read, [_dead_reference(read, pointer, f"`{reference}`", library)])
    _refuse_errors(document, [_dead_reference(document, (), " or ".join(library.refusals), library)])


def _refuse_malformed(library: Library) -> None:
    for document in library.documents.values():
        for pointer, reference in _references(document.data, (*_REFERENCES, *_IDENTIFIERS)):
            if not _joined(_SOMEWHERE, reference):
                finding = Finding(pointer, f"`{reference}` is not a URI", "brackets are for IPv6 addresses: [::1]")
                _refuse_errors(document, [DEAD_SCHEMA_REFERENCE.report(document, finding)])


def _base(document: Document, uri: str) -> str:
    contents = document.data if isinstance(document.data, dict) else {}
    given = contents.get("$id", contents.get("id"))
    return _joined(uri, given) if isinstance(given, str) else uri


def _is_refused(uri: str, library: Library, _: str) -> bool:
    return urldefrag(uri).url in library.refusals


def _is_missing_part(uri: str, _: Library, message: str) -> bool:
    fragment = unquote(urldefrag(uri).fragment)
    return bool(fragment) and f"'{fragment}'" in message


def _is_named_as_refused(uri: str, library: Library, _: str) -> bool:
    """As what was refused, though the native validator wrote its URI in another way."""
    return _name(uri) in map(_name, library.refusals)


def _name(uri: str) -> str:
    return unquote(urldefrag(uri).url).rpartition("/")[2]


def _dead_reference(document: Document, pointer: Pointer, reference: str, library: Library) -> Diagnostic:
    why = next(iter(library.refusals.values()), "")
    message = f"the reference {reference} leads nowhere" + (f": {why}" if why else "")
    hint = "`--schema-map URL=FOLDER` says in which folder the schemas of a URL are" if why else ""
    return DEAD_SCHEMA_REFERENCE.report(document, Finding(pointer, message, hint))


def _references(data: Any, keywords: Collection[str], pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    children: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        children = data.items()
    elif isinstance(data, list):
        children = enumerate(data)
    for step, child in children:
        if step in keywords and isinstance(child, str):
            yield (*pointer, step), child
        else:
            yield from _references(child, keywords, (*pointer, step))


def _refuse_contents(library: Library, error: jsonschema_rs.ValidationError) -> None:
    """Say what no schema may have, in the file that has it."""
    for document in library.documents.values():
        metaschema = _metaschema(document.data)
        if not metaschema.accepts(document.data):
            findings = in_words(metaschema.violations(document.data))
            _refuse_errors(document, [NOT_A_SCHEMA.report(document, finding) for _, finding in findings])
    document = next(reversed(library.documents.values()))
    _refuse_errors(document, [NOT_A_SCHEMA.report(document, Finding(tuple(error.instance_path), error.message))])


def _metaschema(contents: Any) -> Schema:
    from jsonschema.validators import Draft202012Validator, validator_for

    has_dialect = isinstance(contents, dict) and isinstance(contents.get("$schema"), str)
    metaschema = validator_for(contents if has_dialect else {}, default=Draft202012Validator).META_SCHEMA
    return Schema(metaschema, formats={"regex": _is_pattern}, metaschemas=True)


def _is_pattern(text: str) -> bool:
    try:
        jsonschema_rs.validator_for({"pattern": text})
    except jsonschema_rs.ValidationError:
        return False
    return True
