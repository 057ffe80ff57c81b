"""How many pages a document may have."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from cvpress.errors import LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["TooManyPages", "limited_pages", "stop_at_limit"]

_MOST: ContextVar[int] = ContextVar("most_pages", default=0)


class TooManyPages(LimitExceeded):
    """A document has more pages than it may.

    Args:
        most: how many it may have.
    """

    def __init__(self, most: int) -> None:
        super().__init__(f"the document has more than {most} pages", "leave out what is long")


@contextmanager
def limited_pages(most: int) -> Iterator[None]:
    """Let documents have so many pages; without end if 0.

    Raises (from what is rendered within):
        TooManyPages: one has more.
    """
    token = _MOST.set(most)
    try:
        yield
    finally:
        _MOST.reset(token)


def stop_at_limit(make_pages: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
    """What makes pages one by one, made to stop at the limit; the rest is never laid out."""

    def counted(*arguments: Any) -> Iterator[Any]:
        most = _MOST.get()
        for number, page in enumerate(make_pages(*arguments), start=1):
            if most and number > most:
                raise TooManyPages(most)
            yield page

    return counted
