"""What a person tells in an interview."""

from __future__ import annotations

from pydantic import Field

from cvpress.model.base import Entry, Items, Visibility, items, text

__all__ = ["Story"]


class Story(Entry):
    """One story, told as situation, task, action and result. Private unless said otherwise."""

    visibility: Visibility = Field(
        default="private",
        description="Stories reach no output but the story sheet, unless they are made public.",
        examples=["private", "public"],
    )
    kind: str = text(
        "What the story shows; kinds that interviews often ask for come in the order in which they are asked for.",
        "challenge",
        "conflict",
        "strength",
        "weakness",
        "favourite project",
        "motivation",
        "introduction",
        "reason for leaving",
        "salary",
    )
    title: str = text("Title to find the story by.", "Measuring without money")
    situation: str = text("How things stood.", "There was no laboratory to work in.")
    task: str = text("What one had to do.", "Isolate radium from tons of ore.")
    action: str = text("What one did.", "Worked the ore in a shed, batch by batch.")
    result: str = text("What came of it.", "A tenth of a gram of radium chloride in 1902.")
    reflection: str = text("What one thinks of it now.", "Patience was the better part of the method.")
    cues: Items[str] = items(
        "Key words to tell the story by, in their order.", ["ore", "electrometer", "ten tons by hand", "atomic weight"]
    )
    lessons: Items[str] = items("What one learned.", ["Measure first, then explain."])
    entry: str = text("Id of the entry that the story belongs to.", "paris-1897")
    prompts: Items[str] = items(
        "Questions that the story answers.", ["Tell me about a difficult project.", "How do you handle setbacks?"]
    )
