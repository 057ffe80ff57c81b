"""Family C, who the person is and how to reach them. Checks take a profile's contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.rules.contents import Contents

__all__ = ["nameless", "no_contact"]

_CONTACTS: Final = ("email", "phone", "url", "profiles", "emails", "phones", "urls", "links")


@rule("C104", "nameless", Severity.WARNING)
def nameless(contents: Contents) -> Iterator[Finding]:
    """The profile has neither a name nor a label.

    Nothing can head the page: a reader does not know whose CV it is.

    Example: a profile without `basics`

    Use instead:

        basics:
          name: Marie Curie
    """
    basics = contents.data.get("basics", {})
    if not isinstance(basics, dict) or basics.get("name", "") != "" or basics.get("label", "") != "":
        return
    if not _is_misplaced(contents, ("name", "label")):
        pointer = ("basics",) if "basics" in contents.data else ()
        yield Finding(pointer, "the profile has no name", "add `name` to `basics`", at_key=True)


@rule("C107", "no-contact", Severity.WARNING)
def no_contact(contents: Contents) -> Iterator[Finding]:
    """The profile tells no way to reach the person.

    Whoever wants to invite them has neither a mail address nor a phone number, a web page
    or an account in a network. A profile without a name is anonymous on purpose, and no
    finding.

    If it is meant, say so: `basics:  # cvpress: ignore[C107]`.

    Example: `basics` with `name` and `label` alone

    Use instead:

        basics:
          name: Marie Curie
          email: marie@example.org
    """
    basics = contents.data.get("basics")
    if not isinstance(basics, dict) or not basics.get("name") or not basics.keys().isdisjoint(_CONTACTS):
        return
    if not _is_misplaced(contents, _CONTACTS):
        yield Finding(("basics",), "there is no way to reach the person", "add `email` to `basics`", at_key=True)


def _is_misplaced(contents: Contents, keys: tuple[str, ...]) -> bool:
    """Whether one of the keys of `basics`, or `basics` itself, is there at a wrong place or under a wrong name.

    That is a finding already.
    """
    if not contents.data.keys().isdisjoint(keys):
        return True
    return any(pointer in contents.misnamed for pointer in (("basics",), *(("basics", key) for key in keys)))
