"""What was meant by a text that is no URL or no mail address: the advice of the rules V104, V106 and V107."""

from __future__ import annotations

import re
from typing import Final

from cvpress.diagnostics import Advice, replace
from cvpress.values.formats import is_email, is_uri

__all__ = ["host_url", "link_url", "mail_address"]

_HOST: Final = re.compile(r"(?://)?((?:[\w-]+\.)+[a-z]{2,}(?:[/:?#]\S*)?)", re.IGNORECASE)
_MARKED_UP: Final = re.compile(r"(?:\[[^\]\n]{0,200}\]\(|<)([^\s<>()]{1,2000})[)>]")
_FILE: Final = re.compile(
    r"[^/:?#]+\.(?:pdf|html?|xhtml|php|md|txt|rtf|tex|bib|docx?|odt|pptx?|xlsx?|csv|json|ya?ml|toml|xml"
    r"|png|jpe?g|gif|svg|webp|zip|mp[34]|ipynb)(?:[?#]\S*)?",
    re.IGNORECASE,
)
_LONGEST_MAIL: Final = 320
"""A mail address has at most 254 characters (RFC 5321, 4.5.3.1); more is given for what stands around one."""

_AT: Final = re.compile(r"\s*[\[({]\s*(?:at|@)\s*[\])}]\s*|\s+at\s+", re.IGNORECASE)
_DOT: Final = re.compile(r"\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+", re.IGNORECASE)
_NAMED: Final = re.compile(r"[^<>]*<([^<>]+)>")


def host_url(text: str) -> str:
    """The URL that a host with or without a path means, or an empty string."""
    match = _HOST.fullmatch(text.strip())
    return f"https://{match[1]}" if match and not _is_file(text) else ""


def _is_file(text: str) -> bool:
    """Whether a text is the name of a file: `cv.pdf`, `README.md`; where a path follows, it is a host's."""
    return _FILE.fullmatch(text.strip()) is not None


def link_url(text: str) -> Advice:
    """How to write a text so that it is a URL."""
    stripped = text.strip().strip("\ufeff")
    marked_up = _MARKED_UP.fullmatch(stripped)
    if is_uri(stripped):
        return Advice("drop the white space around it", replace(stripped))
    if marked_up and is_uri(marked_up[1]):
        return Advice(f"write `{marked_up[1]}`", replace(marked_up[1], safe=stripped.startswith("<")))
    if len(stripped) <= _LONGEST_MAIL and is_email(stripped):
        return Advice(f"write `mailto:{stripped}`", replace(f"mailto:{stripped}", safe=False))
    if any(char.isspace() for char in stripped):
        return Advice("a URL has no white space in it; write `%20` for a blank")
    if _is_file(stripped):
        return Advice(f"write where it is on the web, such as `https://example.org/{stripped[:_LONGEST_MAIL]}`")
    return Advice("write the whole address, such as `https://example.org`")


def mail_address(text: str) -> Advice:
    """How to write a text so that it is a mail address."""
    plain = text.strip()
    bare = plain[len("mailto:") :] if plain[:7].lower() == "mailto:" else plain
    if len(bare) <= _LONGEST_MAIL:
        if is_email(bare):
            return Advice(f"write `{bare}`", replace(bare))
        named = _NAMED.fullmatch(bare)
        guess = named[1].strip() if named else _DOT.sub(".", _AT.sub("@", bare))
        if is_email(guess):
            return Advice(f"write `{guess}`", replace(guess, safe=False))
    return _one_address(bare) or _in_ascii(bare) or Advice("write it as `name@example.org`")


def _one_address(text: str) -> Advice | None:
    """How to write an address with a comma for a dot, or more than one of them."""
    addresses = [part.strip() for part in re.split("[,;]", text[:_LONGEST_MAIL]) if part.strip()]
    if len(addresses) > 1 and all(map(is_email, addresses)):
        return Advice("write one address; `emails` in `basics` is a list for the others")
    guess = text.replace(",", ".")
    if text.count(",") == 1 and len(text) <= _LONGEST_MAIL and is_email(guess):
        return Advice(f"did you mean `{guess}`?", replace(guess, safe=False))
    return None


def _in_ascii(text: str) -> Advice | None:
    """How to write an address with letters that are not in ASCII: its host has a form without them."""
    local, _, host = text.partition("@")
    if text.isascii() or not host or len(text) > _LONGEST_MAIL:
        return None
    if not local.isascii():
        return Advice("only ASCII letters count before the @: write the address that the mail provider gave beside it")
    try:
        address = f"{local}@{host.encode('idna').decode()}"
    except UnicodeError:
        return None
    return Advice(f"only ASCII letters count: write `{address}`", replace(address)) if is_email(address) else None
