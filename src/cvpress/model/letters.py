"""Letters: cover letters, motivation letters, research statements."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cvpress.model.base import Date, Entry, Items, Model, Uri, group, items, text

__all__ = ["Letter", "Paragraph", "Recipient", "RecipientWork"]


class Recipient(Model):
    """Whom a letter is to."""

    name: str = text("Name of the person.", "Paul Appell")
    title: str = text("Title or position.", "Dean")
    organization: str = text("Company, university or body.", "Faculty of Sciences")
    department: str = text("Department.", "Physics")
    address: str = text("Postal address; lines are parted by a line break.", "Place de la Sorbonne\n75005 Paris")
    email: str = text("Mail address.", "dean@example.org")


class RecipientWork(Entry):
    """Something of the recipient's that a letter refers to: a paper, a post, a product."""

    title: str = text("Title of the work.", "On the theory of radiation")
    authors: Items[str] = items("Its authors.", ["A. Author"])
    type: str = text("Kind of work.", "paper", "blog post", "product")
    date: Date = text("When it came out.", "1905")
    url: Uri = text("Where it can be found.", "https://example.org/post")


class Paragraph(Model):
    """A paragraph of a letter, with what it refers to."""

    title: str = text("Heading above the paragraph, in a research statement.", "Open questions")
    text: str = Field(default="", description="The paragraph.", examples=["I write to apply for the chair."])
    points: Items[str] = items("A list below the paragraph.", ["Isolate radium.", "Measure its atomic weight."])
    entries: Items[str] = items("Ids of the entries of this profile that it speaks of.", ["paris-1906"])
    works: Items[str] = items("Ids of the recipient's works that it speaks of.", ["radiation-theory"])


class Letter(Entry):
    """One letter."""

    purpose: Literal["cover", "motivation", "research-statement"] = Field(
        default="cover", description="What the letter is for.", examples=["cover", "motivation"]
    )
    recipient: Recipient = group(Recipient, "Whom the letter is to.", {"organization": "Faculty of Sciences"})
    language: str = text("Its language as a BCP 47 tag, if it is not the profile's.", "de", "en-US")
    date: Date = text("Date of the letter.", "1906-05-01")
    place: str = text("Where it is written.", "Paris")
    subject: str = text("What it is about, in a line.", "Chair of general physics")
    opening: str = text("Salutation.", "Dear Professor Appell,")
    body: Items[Paragraph] = items("The paragraphs.", [{"text": "I write to apply for the chair."}])
    closing: str = text("Complimentary close.", "Yours sincerely,")
    signature: str = text("Name under the letter, if it is not the name of the profile.", "M. Curie")
    enclosures: Items[str] = items("What is enclosed.", ["Curriculum vitae"])
    works: Items[RecipientWork] = items(
        "Works of the recipient's that the letter refers to.",
        [{"id": "radiation-theory", "title": "On the theory of radiation"}],
    )
