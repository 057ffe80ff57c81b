"""An address as it is printed, and where its link leads: whether both are the same (rule A303)."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from cvpress.values.domains import looks_like_a_host

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_local", "mismatch"]

_MAIL: Final = re.compile(r"(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL: Final = re.compile(r"(?<![\w@.-])(https?://)?((?:[\w-]+\.)+[^\W\d_]{2,})(?::[0-9]+)?(/[^\s<>]*)?(?![\w@])")
_NUMBER: Final = re.compile(r"\+?[0-9(][0-9 ()./\u00a0\u2010-\u2013\u202f-]{5,}[0-9]")
_SCHEME: Final = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*:")
_LOCAL_HOST: Final = re.compile(
    r"localhost|127\.[0-9.]+|10\.[0-9.]+|192\.168\.[0-9.]+|0\.0\.0\.0|.*\.(?:local|localhost|internal)"
)

_SAME: Final = {
    "twitter.com": "x.com",
    "dx.doi.org": "doi.org",
    "youtu.be": "youtube.com",
    "m.youtube.com": "youtube.com",
}
"""Hosts that lead to one another."""

_SHORTENED: Final = re.compile("(?:…|\\.\\.\\.).*", re.DOTALL)


def mismatch(text: str, target: str) -> str:
    """What is printed and is not where the link leads; empty if they agree, or if no address is printed.

    Args:
        text: the words of the link; an address may be broken into lines.
        target: its URL.
    """
    scheme, _, rest = target.partition(":")
    if scheme.lower() == "tel":
        return next((number for number in _NUMBER.findall(text) if not _is_same_number(number, rest)), "")
    if scheme.lower() not in {"http", "https", "mailto"}:
        return ""
    wrong = _wrong(text, target)
    # An address may be broken at the end of a line, in the middle of a word.
    return wrong if wrong and _wrong("".join(text.split()), target) else ""


def _wrong(text: str, target: str) -> str:
    """The first address in a text that is not that of a page or a mailbox."""
    wrong = [mail for mail in _MAIL.findall(text) if not _is_mail_of(mail, target)]
    wrong += [url for url, host, path in _urls(text) if not _is_page_of(host, path, target)]
    return next(iter(wrong), "")


def _urls(text: str) -> Iterator[tuple[str, str, str]]:
    """The web addresses of a text, each with its host and path."""
    for found in _URL.finditer(_MAIL.sub(" ", text)):
        scheme, host, path = found[1] or "", found[2], found[3] or ""
        is_bare = not scheme and not path and not host.lower().startswith("www.")
        if not is_bare or looks_like_a_host(host):
            yield found[0], host.lower(), path


def _is_mail_of(mail: str, target: str) -> bool:
    if target.lower().startswith("mailto:"):
        return mail.lower() in unquote(target[len("mailto:") :].partition("?")[0]).lower()
    return f"@{mail.split('@', 1)[0]}".lower() in unquote(target).lower()


def _is_page_of(host: str, path: str, target: str) -> bool:
    if target.lower().startswith("mailto:"):
        return host in unquote(target).lower()
    try:
        parts = urlsplit(target)
        actual = _host(parts.hostname or "")
    except ValueError:
        return False
    if not _is_same_host(_host(host), actual):
        # The name of an account, or of a project: `socket.io` at https://github.com/socketio/socket.io.
        return not path and host in unquote(parts.path).lower().split("/")
    shown = unquote(_SHORTENED.sub("", path)).strip("/.,;:)").lower()
    whole = unquote(f"{parts.path}?{parts.query}#{parts.fragment}").strip("/").lower()
    return whole.startswith(shown) or shown.startswith(whole.rstrip("?#/"))


def _host(name: str) -> str:
    plain = name.lower().removeprefix("www.")
    with suppress(UnicodeError):
        plain = plain.encode("ascii").decode("idna") if "xn--" in plain else plain
    return _SAME.get(plain, plain)


def _is_same_host(printed: str, actual: str) -> bool:
    return printed == actual or actual.endswith(f".{printed}") or printed.endswith(f".{actual}")


def _is_same_number(printed: str, target: str) -> bool:
    """Whether two numbers may be one, written with and without the code of the country."""
    one, other = _digits(printed.replace("(0)", "")), _digits(unquote(target).partition(";")[0].replace("(0)", ""))
    return one == other or one.endswith(other.lstrip("0")) or other.endswith(one.lstrip("0"))


def _digits(text: str) -> str:
    return "".join(str(int(character)) for character in text if character.isdecimal())


def is_local(target: str, *, is_page: bool) -> bool:
    """Whether a link leads nowhere but on its author's computer.

    Args:
        target: its URL.
        is_page: whether it is a link of a page of HTML, where one without a scheme leads to a neighbour.
    """
    lowered = target.lower()
    if not _SCHEME.match(target) or re.match(r"[a-z]:[\\/]", lowered):
        return lowered.startswith("www.") or not is_page or bool(re.match(r"[a-z]:[\\/]", lowered))
    if lowered.startswith(("http:", "https:")):
        try:
            host = urlsplit(lowered).hostname or ""
        except ValueError:
            return True
        return not host or _LOCAL_HOST.fullmatch(host) is not None
    return lowered.startswith(("file:", "javascript:", "vbscript:", "about:", "blob:")) or lowered in {
        "mailto:",
        "tel:",
    }
