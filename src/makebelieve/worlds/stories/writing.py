"""Worlds that a language model writes where one is configured; the checker judges them, and the embedded makers stand in for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from PIL import Image

from makebelieve.kit.errors import FieldError, Problem
from makebelieve.language import ModelUnavailable
from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.gate import check
from makebelieve.worlds.generation import check_asked, generate
from makebelieve.worlds.generation.draft import WorldAuthor, WorldDraft
from makebelieve.worlds.generation.look import read_look
from makebelieve.worlds.generation.understand import understand_world
from makebelieve.worlds.stories.staging import staged
from makebelieve.worlds.stories.story import FEWEST_EVENTS, MOST_EVENTS, Story

BY_CLIENT: Final = "client"
"""`metadata.provider` of worlds whose story came with the request."""
Judge = Callable[[Story], list[str]]
"""What is wrong with the world of a story; empty: nothing."""


class StoryWriter(Protocol):
    """A language model that writes whole stories."""

    @property
    def name(self) -> str:
        """What `metadata.provider` says of worlds that this model wrote."""
        ...

    def write_story(self, premise: str, hint: WorldDraft, judge: Judge) -> Story:
        """A story of `premise` that `judge` finds nothing wrong with. `hint`: the offline reading. Raises `language.ModelUnavailable`."""
        ...


def generate_with(
    writer: StoryWriter,
    premise: str,
    seed: int = 0,
    pov: str = "third_person_shoulder",
    frame: Image.Image | None = None,
    author: WorldAuthor | None = None,
) -> dict[str, Any]:
    """`generate`, every word written by `writer`. Where it fails, `generate` with `author` as the reader, and `metadata.note` says why."""
    check_asked(premise, pov)
    hint = understand_world(premise)
    try:
        story = writer.write_story(premise, hint, partial(faults, hint, seed, pov))
    except ModelUnavailable as reason:
        world = generate(premise, seed, pov, frame, author)
        note = f"The language model {writer.name} wrote no story: {reason}. Told by the embedded tables."
        return {**world, "metadata": {**world["metadata"], "note": note}}
    return staged(story, hint, seed, pov, read_look(frame) if frame is not None else None, provider=writer.name)


def generate_of(
    story: Story, premise: str, seed: int = 0, pov: str = "third_person_shoulder", frame: Image.Image | None = None
) -> dict[str, Any]:
    """The world of a story that was written elsewhere. Raises `Problem` (422) that names what its world would be faulted for."""
    check_asked(premise, pov)
    hint = understand_world(premise)
    found = faults(hint, seed, pov, story)
    if found:
        raise Problem(422, "story_refused", f"the story makes no sound world: {found[0]}", tuple(FieldError("story", one) for one in found))
    return staged(story, hint, seed, pov, read_look(frame) if frame is not None else None, provider=BY_CLIENT)


def _said(one: Diagnostic) -> str:
    word = re.match(r"'[^']*'(?=: )", one.message)
    return f"{word[0]} may not stand there ({one.lint}); say it in other words" if word else one.message


def faults(hint: WorldDraft, seed: int, pov: str, story: Story) -> list[str]:
    """What the checks find in the world of a story, in words that its writer can mend it by."""
    world = staged(story, hint, seed, pov, provider="")
    events = len(world["scene"]["events"])
    # What the checks of a graph advise on is not what a writer can do: a word is to be said otherwise, whatever the graph could be.
    found = [
        f"{one.path}: {one.message}; {one.fix}" if one.fix and one.severity == "error" else f"{one.path}: {_said(one)}"
        for one in check(world)
    ]
    if not FEWEST_EVENTS <= events <= MOST_EVENTS:
        found.append(
            f"the story has {events} choices, ways back and forth counted; {FEWEST_EVENTS} to {MOST_EVENTS} are wanted: change `looks`"
        )
    return found
