"""Files inside a PDF: associated files of the document (ISO 19005-3, 6.8, and its annex E)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Attached", "weasyprint_attachments"]

_UNKNOWN = datetime(1980, 1, 1, tzinfo=UTC)
"""When nobody says when a file was made; never the present, which is another one tomorrow."""


class Attached(NamedTuple):
    """A file that a PDF carries.

    Attributes:
        name: what it is called; its extension tells its media type.
        description: what it is, for people.
        relationship: what it is to the document: what that was made of, or something beside that.
    """

    name: str
    data: bytes
    description: str
    relationship: Literal["Source", "Supplement"] = "Source"


def weasyprint_attachments(attached: Iterable[Attached], created: str) -> list[Any]:
    """The files as WeasyPrint takes them.

    Args:
        attached: the files.
        created: when the document was made, as its metadata has it (ISO 8601), or nothing.
    """
    when = _moment(created)
    attachment = load_weasyprint().Attachment
    return [
        attachment(
            string=file.data,
            name=file.name,
            description=file.description,
            relationship=file.relationship,
            created=when,
            modified=when,
        )
        for file in attached
    ]


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return _UNKNOWN
    return moment.astimezone(UTC) if moment.tzinfo else moment
