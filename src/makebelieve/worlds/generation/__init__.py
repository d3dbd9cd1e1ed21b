"""Generation: a premise becomes a draft (`understand`), the draft a world (`compose`)."""

from __future__ import annotations

from typing import Any, Final

from PIL import Image

from makebelieve.kit.errors import invalid
from makebelieve.worlds.generation.compose import compose
from makebelieve.worlds.generation.draft import WorldAuthor
from makebelieve.worlds.generation.look import read_look
from makebelieve.worlds.generation.understand import understand_with

POVS: Final = ("first_person", "third_person_shoulder", "third_person_follow", "top_down", "side", "isometric", "fixed")
SHORTEST: Final = 3
LONGEST: Final = 2000
_FRAME_ONLY: Final = "somebody steps into the picture"


def generate(
    premise: str | None,
    seed: int = 0,
    pov: str = "third_person_shoulder",
    frame: Image.Image | None = None,
    author: WorldAuthor | None = None,
) -> dict[str, Any]:
    """A playable world of a premise (3-2000 characters, any genre), as SMWorld 1.0: same arguments, same world.

    `pov` is one of POVS. `frame` lends its palette, light and hour; with it the premise may be left out. `author` is a language
    model that reads the premise; its failure costs nothing. Raises `Problem` (422) for a premise or point of view out of range.
    """
    if premise is None:
        if frame is None:
            raise invalid("premise", "is required unless a frame is given")
        premise = _FRAME_ONLY
    check_asked(premise, pov)
    look = read_look(frame) if frame is not None else None
    return compose(understand_with(author, premise), seed, pov, look)


def check_asked(premise: str, pov: str) -> None:
    """Raises `Problem` (422) for a premise or point of view out of range."""
    if pov not in POVS:
        raise invalid("pov", "unknown point of view", POVS)
    if not len(premise.strip()) >= SHORTEST or len(premise) > LONGEST:
        raise invalid("premise", f"must have {SHORTEST} to {LONGEST} characters")
