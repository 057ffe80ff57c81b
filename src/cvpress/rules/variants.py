"""Family C, variants that would not select what they name. Checks take a profile's contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.rule import rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents

__all__ = ["SECTIONS", "impossible_limit", "unknown_section", "unused_tag"]

SECTIONS: Final = (
    *("work", "research", "projects", "education", "awards", "publications", "talks", "teaching", "grants"),
    *("patents", "competitions", "certificates", "skills", "languages", "volunteer", "memberships", "service"),
    *("custom", "interests", "references"),
)
"""The sections of a CV; a test holds them against those that are shown."""

_GUESSES: Final = 50
"""For so many names is looked what was meant, which takes long."""


@rule("C114", "unknown-section")
def unknown_section(contents: Contents) -> Iterator[Finding]:
    """A variant names a section that there is not.

    Its limit, its place or its title is for nothing, and the section that was meant comes
    out as always. Sections are named by their keys; one of your own by its `id` or `title`.

    Example: `order: [experience, education]`

    Use instead: `order: [work, education]`
    """
    variants = list(_variants(contents))
    if not variants:
        return
    known = dict.fromkeys((*SECTIONS, *_own_sections(contents)))
    unknown = (
        (pointer, name) for place, variant in variants for pointer, name in _named(place, variant) if name not in known
    )
    for number, (pointer, name) in enumerate(unknown):
        match = _meant(name, known) if number < _GUESSES else ""
        hint = f"did you mean `{match}`?" if match else f"sections: {', '.join(SECTIONS)}"
        yield Finding(pointer, f"there is no section `{name}`", hint, at_key="order" not in pointer[2:])


@rule("C115", "unused-tag", Severity.WARNING)
def unused_tag(contents: Contents) -> Iterator[Finding]:
    """A variant selects by a tag that no entry has.

    What was to be shown or left out is not: entries without tags are in every variant.

    Example: `include: [teachng]` where entries have `tags: [teaching]`

    Use instead: a tag that entries have, or give it to them
    """
    variants = list(_variants(contents))
    if not variants:
        return
    basics = contents.data.get("basics")
    profiles = basics.get("profiles") if isinstance(basics, dict) else ()
    entries = [entry for _, entry in contents.entries]
    entries += [entry for entry in profiles or () if isinstance(entry, dict)] if isinstance(profiles, list) else []
    known = {tag for entry in entries for tag in _texts(entry.get("tags"))}
    unknown = (
        ((*place, key, index), tag)
        for place, variant in variants
        for key in ("include", "exclude")
        for index, tag in enumerate(_texts(variant.get(key)))
        if tag not in known
    )
    for number, (pointer, tag) in enumerate(unknown):
        match = _meant(tag, known) if number < _GUESSES else ""
        hint = f"did you mean `{match}`?" if match else "give entries this tag, or drop it here"
        yield Finding(pointer, f"no entry has the tag `{tag}`", hint)


@rule("C116", "impossible-limit")
def impossible_limit(contents: Contents) -> Iterator[Finding]:
    """A variant limits entries or pages to a number that cannot be.

    A limit is a whole number of entries; 0 leaves the section out. A CV has a page at least.

    Example: `limits: {work: -1}`

    Use instead: `limits: {work: 3}`
    """
    for place, variant in _variants(contents):
        limits = variant.get("limits")
        for name, limit in limits.items() if isinstance(limits, dict) else ():
            if not _is_count(limit, 0):
                message = f"`{name}` cannot be limited to {limit}"
                yield Finding((*place, "limits", name), message, "write a whole number, 0 or more")
        if not _is_count(variant.get("pages", 1), 1):
            yield Finding(
                (*place, "pages"), f"a CV cannot have {variant['pages']} pages", "write a whole number from 1"
            )


def _variants(contents: Contents) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    variants = contents.data.get("variants")
    for name, variant in variants.items() if isinstance(variants, dict) else ():
        if isinstance(variant, dict):
            yield ("variants", name), variant


def _named(place: Pointer, variant: dict[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """All sections that a variant names."""
    arranged = variant.get("sections")
    sections = arranged if isinstance(arranged, dict) else {}
    for index, name in enumerate(_texts(sections.get("order"))):
        yield (*place, "sections", "order", index), name
    for path, group in ((("sections", "titles"), sections.get("titles")), (("limits",), variant.get("limits"))):
        for name in group if isinstance(group, dict) else ():
            yield (*place, *path, name), name


def _own_sections(contents: Contents) -> Iterator[str]:
    for _, section in contents.sections.get("custom", ()):
        yield from (section[key] for key in ("id", "title") if isinstance(section.get(key), str))


def _texts(values: Any) -> list[str]:
    """The items of a list, if it is one of texts: anything else is a finding of another rule."""
    is_good = isinstance(values, list) and all(isinstance(value, str) for value in values)
    return values if is_good else []


def _is_count(value: Any, least: int) -> bool:
    """Whether a number is whole and large enough; what is no number is a finding of another rule."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return True
    return value >= least and value == value // 1


def _meant(name: str, known: Collection[str]) -> str:
    from cvpress.values.suggestions import nearest

    return nearest(name, known)
