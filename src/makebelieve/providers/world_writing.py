"""What a language model is asked for when it writes the whole story of a world."""

from __future__ import annotations

import json
from typing import get_args

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Hour, Weather, WorldDraft


def question(premise: str, hint: WorldDraft) -> str:
    """What the model is sent: the premise, and the words that some fields may take."""
    allowed = {
        "genre": sorted(tables.read_all("genres")),
        "hour": get_args(Hour),
        "weather": get_args(Weather),
        "kind": " ".join(tables.read_all("places")),
    }
    guess = {"genre": hint.genre, "hour": hint.hour, "weather": hint.weather, "for_children": hint.gentle}
    told = (("Premise", premise), ("Guess", json.dumps(guess)), ("Allowed words", json.dumps(allowed)))
    return "\n\n".join(f"{name}:\n{text}" for name, text in told)
