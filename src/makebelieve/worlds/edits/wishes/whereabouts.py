"""Where somebody or something is seen, and the places of a world as a question lists them."""

from __future__ import annotations

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing


def seen_at(draft: Draft, thing: Thing) -> list[str]:
    found = [key for key, one in draft.states.items() if thing.name.lower() in one["base"].lower()]
    return found or [key for one in draft.events if one["name"] == thing.id for key in one["from"]]


def list_places(draft: Draft) -> str:
    from makebelieve.worlds.edits.staging import shown_name

    return naming.listed(
        list(dict.fromkeys(shown_name(draft.world, key) for key, one in draft.states.items() if "ending" not in one)), "or"
    )
