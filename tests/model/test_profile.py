from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

import cvpress
from cvpress.model.base import Entry, Model
from cvpress.model.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def profile(data: dict[str, Any]) -> Profile:
    return Profile.model_validate(data)


def kinds(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_what_is_absent_is_empty() -> None:
    empty = profile({})
    assert (empty.basics.name, empty.basics.location.city, empty.basics.emails) == ("", "", ())
    assert (empty.work, empty.variants, empty.meta.language) == ((), {}, "")


def test_no_field_is_required_or_none() -> None:
    for kind in {Profile, *kinds(Model)} - {Entry}:
        made = kind.model_validate({})
        assert None not in dict(made).values(), kind


def test_keys_are_those_of_the_file() -> None:
    work = profile({"work": [{"startDate": "1906-05", "roles": [{"endDate": "1934"}]}]}).work[0]
    assert (work.start_date, work.roles[0].end_date) == ("1906-05", "1934")
    assert profile({"work": [{"start_date": "1906"}]}).work[0].start_date == ""


def test_a_date_stays_as_exact_as_it_was_written() -> None:
    dates = ("1906", "1906-05", "1906-05-01")
    assert tuple(award.date for award in profile({"awards": [{"date": date} for date in dates]}).awards) == dates


def test_unknown_keys_are_kept() -> None:
    data = {"x-own": 1, "basics": {"shoeSize": {"left": 42}}, "meta": {"tool": ["a"]}}
    assert profile(data).model_dump(by_alias=True, exclude_unset=True) == data


def test_a_profile_is_frozen() -> None:
    made = profile({"basics": {"name": "Marie"}, "work": [{"highlights": ["Radium"]}]})
    with pytest.raises(ValidationError, match="frozen"):
        made.basics.name = "Maria"  # type: ignore[misc]
    assert isinstance(made.work, tuple)
    assert isinstance(made.work[0].highlights, tuple)


def test_stories_are_private_unless_they_say_otherwise() -> None:
    stories = profile({"stories": [{}, {"visibility": "public"}]}).stories
    assert [story.visibility for story in stories] == ["private", "public"]
    assert profile({"letters": [{}], "work": [{}]}).work[0].visibility == "public"


def test_every_section_holds_entries() -> None:
    """With an id, tags and a visibility, that is: custom sections and letters, too."""
    sections = {
        name: get_args(field.annotation)[0]
        for name, field in Profile.model_fields.items()
        if get_origin(field.annotation) is tuple
    }
    assert len(sections) >= 20
    assert [name for name, kind in sections.items() if not issubclass(kind, Entry)] == []


def test_the_example_profiles_come_through_unchanged(profiles: tuple[Path, ...]) -> None:
    for path in profiles:
        data = cvpress.load(path).data
        dumped = profile(data).model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert dumped == data, path
