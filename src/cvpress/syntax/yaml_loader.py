"""YAML events → plain data, and a fault for whatever JSON could not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from cvpress.syntax import limits, yaml_faults
from cvpress.syntax.faults import BrokenText, not_finite, number_too_long, too_deep, too_many, warning
from cvpress.syntax.yaml_merge import merge
from cvpress.syntax.yaml_parser import span_of
from cvpress.syntax.yaml_scalars import (
    FIRST_CHARACTERS,
    PLAIN_FIRST_CHARACTERS,
    Infinite,
    TooLong,
    resolve_core,
    resolve_plain,
    resolve_tagged,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.document import Fault
    from cvpress.syntax.yaml_parser import EventParser

__all__ = ["Loader"]

_IN_LIST = object()
_KEY_WANTED = object()


class Loader:
    """Takes the events of one document.

    Args:
        parser: what they come from.
        plain: whether they may be any data, not only a profile.

    Attributes:
        top: what stands at the top: nothing, or one value.
        faults: what was found wrong, in the order of the text, duplicate keys aside.
        has_duplicates: whether a mapping has a key twice.
    """

    def __init__(self, parser: EventParser, *, plain: bool = False) -> None:
        self._plain = plain
        self._may_be_no_text = PLAIN_FIRST_CHARACTERS if plain else FIRST_CHARACTERS
        self._resolve_scalar = resolve_core if plain else resolve_plain
        self.top: list[Any] = []
        self.faults: list[Fault] = []
        self.has_duplicates = False
        self._next_event = parser.get_event
        self._container: Any = self.top
        self._key: Any = _IN_LIST
        self._parents: list[tuple[Any, Any]] = []
        self._anchors: dict[str, Any] = {}
        self._values = 0
        self._merging: list[dict[str, Any]] = []

    def load(self) -> None:
        """Read the first document; raises BrokenText, or PyYAML's YAMLError."""
        handlers, next_event = self._HANDLERS, self._next_event
        while (event := next_event()) is not None:
            if event.__class__ is DocumentStartEvent and self.top:
                self.faults.append(yaml_faults.second_document(event))
                break
            handlers[event.__class__](self, event)
        for mapping in self._merging:
            merge(mapping) if self._plain else mapping.pop("<<", None)

    def _ignore(self, event: Any) -> None:
        """Takes what frames a document."""

    def _scalar(self, event: Any) -> None:
        text = event.value
        if self._key is _KEY_WANTED:
            self._mapping_key(event, text)
        elif event.tag is None and (event.style or text[:1] not in self._may_be_no_text):
            self._add(event, text)
        else:
            self._add(event, self._resolve(event, text))

    def _mapping_key(self, event: Any, text: str) -> None:
        if text[:1] in yaml_faults.ODD_BLANKS and not event.style and not self._plain:
            raise BrokenText(yaml_faults.odd_indentation(event, self._pointer()))
        self._key = text
        if text in self._container:
            self.has_duplicates = True
        if event.anchor is not None:
            self._anchors[event.anchor] = text
        if event.tag is not None:
            self._check_tag(event, yaml_faults.SCALAR_TAGS)
        if text == "<<" and not event.style:
            if not self._plain:
                self.faults.append(yaml_faults.merge_key(event, self._pointer()))
            self._merging.append(self._container)

    def _resolve(self, event: Any, text: str) -> Any:
        try:
            return self._resolve_scalar(text) if event.tag is None else resolve_tagged(event.tag, text)
        except TooLong:
            self.faults.append(number_too_long(span_of(event), self._pointer()))
        except Infinite:
            self.faults.append(not_finite(text, span_of(event), self._pointer()))
        except KeyError:
            self._note_tag(event)
        except ValueError:
            self.faults.append(yaml_faults.unfitting_tag(event, self._pointer()))
        return text

    def _add(self, event: Any, value: Any) -> None:
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        self._attach(event, value)

    def _attach(self, event: Any, value: Any) -> None:
        self._values += 1
        if self._values > limits.VALUES:
            raise BrokenText(too_many(span_of(event)))
        if self._key is _IN_LIST:
            self._container.append(value)
        else:
            self._container[self._key] = value
            self._key = _KEY_WANTED

    def _mapping_start(self, event: Any) -> None:
        self._start(event, {}, _KEY_WANTED, yaml_faults.MAPPING_TAGS)

    def _sequence_start(self, event: Any) -> None:
        self._start(event, [], _IN_LIST, yaml_faults.SEQUENCE_TAGS)

    def _start(self, event: Any, container: Any, key: object, tags: frozenset[str]) -> None:
        if self._key is _KEY_WANTED:
            raise BrokenText(yaml_faults.complex_key(event, self._pointer()))
        if len(self._parents) == limits.DEPTH:
            raise BrokenText(too_deep(span_of(event)))
        if event.tag is not None:
            self._check_tag(event, tags)
        if event.anchor is not None:
            self._anchors[event.anchor] = container
        self._parents.append((self._container, self._key))
        self._container, self._key = container, key

    def _end(self, event: Any) -> None:
        container = self._container
        self._container, self._key = self._parents.pop()
        self._attach(event, container)

    def _check_tag(self, event: Any, tags: frozenset[str]) -> None:
        if event.tag not in tags:
            self._note_tag(event)

    def _note_tag(self, event: Any) -> None:
        fault = yaml_faults.tag(event, self._pointer())
        self.faults.append(warning(fault) if self._plain else fault)

    def _alias(self, event: Any) -> None:
        if self._key is _KEY_WANTED:
            raise BrokenText(yaml_faults.alias_as_key(event, self._pointer()))
        if event.anchor not in self._anchors:
            raise BrokenText(yaml_faults.unknown_alias(event, self._pointer()))
        value = self._anchors[event.anchor]
        if any(value is container for container in self._open_containers()):
            raise BrokenText(yaml_faults.value_in_itself(event, self._pointer()))
        self._count(event, value)
        self._attach(event, value)

    def _open_containers(self) -> list[Any]:
        return [self._container, *(container for container, _ in self._parents)]

    def _count(self, event: Any, value: Any) -> None:
        """Hold the expanded size and depth down, one level of the aliased value at a time."""
        level, depth = [value], len(self._parents)
        while level:
            self._values += len(level)
            if self._values > limits.VALUES:
                raise BrokenText(too_many(span_of(event)))
            containers = [item for item in level if isinstance(item, (dict, list))]
            depth += bool(containers)
            if depth > limits.DEPTH:
                raise BrokenText(too_deep(span_of(event)))
            level = [child for item in containers for child in (item.values() if isinstance(item, dict) else item)]

    def _pointer(self) -> Pointer:
        """The way to the value that comes next."""
        ways = [*self._parents[1:], (self._container, self._key)] if self._parents else []
        return tuple(len(container) if key is _IN_LIST else key for container, key in ways if key is not _KEY_WANTED)

    # Not bound methods: a loader that refers to itself would stay in memory after its document.
    _HANDLERS: ClassVar[dict[type, Callable[[Loader, Any], object]]] = {
        ScalarEvent: _scalar,
        AliasEvent: _alias,
        MappingStartEvent: _mapping_start,
        SequenceStartEvent: _sequence_start,
        MappingEndEvent: _end,
        SequenceEndEvent: _end,
        DocumentStartEvent: _ignore,
        DocumentEndEvent: _ignore,
        StreamStartEvent: _ignore,
        StreamEndEvent: _ignore,
    }
