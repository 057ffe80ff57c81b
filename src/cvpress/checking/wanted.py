"""What must be found in a file: the texts of the profile that it was made of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Wanted"]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a document of a profile says.

    Attributes:
        texts: every text that it shows, each as one run of words, in the order of the document.
        sections: the titles of its sections, in their order.
        jobs: title, organization and dates of its jobs, in their order.
    """

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    jobs: tuple[tuple[str, str, str], ...] = ()
