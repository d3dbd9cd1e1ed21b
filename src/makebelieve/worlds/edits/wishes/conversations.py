"""The conversations of a world: who is meant, the talk with them or the gift of theirs, how they talk."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.people import _knows
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.english import capital

Event = dict[str, Any]


def talk_with(draft: Draft, thing: Thing) -> Event | None:
    """The conversation with somebody, if there is one."""
    names = {thing.name.lower(), re.sub(r"^(?:the|an?) ", "", thing.name).lower()}
    for event in draft.events:
        if event["kind"] == "terminal" and any(re.sub(r"^(?:the|an?) ", "", event["terminal"]["persona"].lower()).startswith(re.sub(r"^(?:the|an?) ", "", one)) for one in names):  # fmt: skip
            return event
    return None


def gift_of(draft: Draft, thing: Thing) -> Event | None:
    name = re.sub(r"^(?:the|an?) ", "", thing.name).lower()
    return next(
        (
            one
            for one in draft.events
            if "person" in one.get("anchor", {}).get("aliases", ()) and name in str(one["anchor"]["label"]).lower()
        ),
        None,
    )


def talk_begun(draft: Draft, thing: Thing) -> Event:
    """The conversation with somebody; begun where there was none."""
    event = talk_with(draft, thing)
    if event is not None:
        return event
    key = next((one for one in seen_at(draft, thing) if "ending" not in draft.states[one]), None)
    if key is None:
        raise Unsure(f"{capital(thing.name)} is seen nowhere yet. In which place shall they be?")
    draft.builder.met.add(thing.name)
    draft.builder.talk(
        key, Part(thing.name, thing.name, thing.about or "in plain sight", "biped", "they", naming.many(thing.name)), _knows(draft, key)
    )
    return draft.events[-1]


def somebody(draft: Draft, phrase: str) -> Thing | None:
    thing = naming.find(draft.world, phrase, ("person", "foe", "player", "place", "item"))
    if thing is None:
        bare = naming.words(phrase)
        looks = [
            one
            for one in naming.things(draft.world)
            if one.kind == "person" and bare and set(bare) <= set(naming.words(f"{one.name} {one.about}"))
        ]
        thing = looks[0] if len(looks) == 1 else None
    return thing if thing is not None and thing.kind in ("person", "foe") else None


def put_manner(event: Event, thing: Thing, manner: str) -> None:
    """How somebody talks takes the place of how they talked."""
    persona = str(event["terminal"]["persona"])
    lead = re.match(r"(?:(?:Mrs?|Ms|Dr|St)\. |[^.])+\.", persona)
    event["terminal"]["persona"] = f"{lead[0] if lead else persona} {manner}".strip()
