"""What all parts of a profile share: frozen models, the entry, and how a field is declared.

An absent text is the empty string, an absent list the empty tuple, an absent group a
group of absent things: the format knows no null (JSON Resume does not), and neither
does the code that reads a profile.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.alias_generators import to_camel
from typing_extensions import TypeAliasType

from cvpress.values.dates import DATE_PATTERN
from cvpress.values.formats import is_email, is_uri

__all__ = [
    "Country",
    "Date",
    "Email",
    "Entry",
    "Fluency",
    "Highlight",
    "Items",
    "Link",
    "Model",
    "Phone",
    "Scalar",
    "Timestamp",
    "Uri",
    "Visibility",
    "group",
    "items",
    "text",
]

T = TypeVar("T")

Items = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in the file, a tuple in the model: strict mode takes no list for a tuple."""


def _uri(value: str) -> str:
    if not is_uri(value):
        raise ValueError("not a URL with a scheme")
    return value


def _email(value: str) -> str:
    if not is_email(value):
        raise ValueError("not a mail address")
    return value


Date = TypeAliasType("Date", Annotated[str, StringConstraints(pattern=DATE_PATTERN)])
"""YYYY, YYYY-MM or YYYY-MM-DD."""

Uri = TypeAliasType("Uri", Annotated[str, AfterValidator(_uri), WithJsonSchema({"type": "string", "format": "uri"})])
"""A URL with its scheme."""

Email = TypeAliasType(
    "Email", Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
)
"""A mail address."""

Country = TypeAliasType("Country", Annotated[str, WithJsonSchema({"type": "string"})])
"""A country by its ISO 3166-1 alpha-2 code."""

Phone = TypeAliasType("Phone", Annotated[str, WithJsonSchema({"type": "string"})])
"""A phone number, best in international form."""

Fluency = TypeAliasType("Fluency", Annotated[str, WithJsonSchema({"type": "string"})])
"""How well somebody speaks a language: words, or a level of the CEFR."""

Highlight = TypeAliasType("Highlight", Annotated[str, WithJsonSchema({"type": "string"})])
"""One thing that stands out, in a sentence or two."""

Timestamp = TypeAliasType("Timestamp", Annotated[str, WithJsonSchema({"type": "string"})])
"""A date, or a date and a time, as ISO 8601 writes them."""

Scalar = TypeAliasType("Scalar", Annotated[str | float, WithJsonSchema({"type": ["string", "number"]})])
"""A figure: a number, or a text such as "top 10 %"."""

Visibility = Literal["public", "private"]


def text(description: str, *examples: Any) -> Any:
    """Declare an optional text (or date, URL, mail address, number: what the annotation says)."""
    return Field(default="", description=description, examples=list(examples))


def items(description: str, *examples: Any) -> Any:
    """Declare an optional list; each example is one list."""
    return Field(default=(), description=description, examples=list(examples))


def group(model: type[BaseModel], description: str, *examples: Any) -> Any:
    """Declare an optional group of fields; each example is one group."""
    return Field(default_factory=model, description=description, examples=list(examples))


class Model(BaseModel):
    """Base of every part of a profile. Unknown keys are kept but never shown in any output."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        defer_build=True,
        extra="allow",
        field_title_generator=lambda name, _: name.replace("_", " ").capitalize(),
        frozen=True,
        strict=True,
    )


class Link(Model):
    """A labelled link."""

    label: str = text("What the link leads to, in a word or two.", "Code", "Demo", "Slides")
    url: Uri = text("Where it leads.", "https://example.org/demo")


class Entry(Model):
    """What every entry of every section may have."""

    id: str = text("A name that other parts of the profile refer to this entry by.", "curie-nobel-1903")
    tags: Items[str] = items("Labels that variants select entries by.", ["research", "teaching"])
    visibility: Visibility = Field(
        default="public",
        description="Private entries reach no output.",
        examples=["public", "private"],
    )
    priority: float = Field(
        default=0.0,
        description="How much the entry matters when there is no room for all: the higher, the more.",
        examples=[10, 1],
    )
    links: Items[Link] = items("Further links of the entry.", [{"label": "Code", "url": "https://example.org/code"}])
