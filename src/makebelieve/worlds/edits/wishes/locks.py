"""Wishes that a place is locked or open."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.graph_wishes import _deed
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import taken
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.gates import hinted
from makebelieve.worlds.edits.wishes.inventory import lay
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import article
from makebelieve.worlds.graph import target_of


def lock(draft: Draft, match: re.Match[str]) -> str | None:
    """The ways into a place ask for a thing; a new thing is laid where it can be found."""
    fields = match.groupdict()
    place = naming.find(
        draft.world, re.sub(r"^(?:the )?(?:door|way|entrance|gate|path) (?:in)?to ", "", fields["t"], flags=re.IGNORECASE), ("place",)
    )
    if place is None:
        return None
    cut = {one["id"]: one for one in draft.world.get("cutscenes", [])}
    doors = [
        one
        for one in draft.events
        if target_of(one, draft.states, cut) == place.id
        and place.id not in one["from"]
        and not referents._BACK.match(referents.label_of(one))
    ]
    doors = doors or [one for one in draft.events if target_of(one, draft.states, cut) == place.id and place.id not in one["from"]]
    if not doors:
        raise Unsure(f"No way leads to {place.name}. From which place shall a locked door lead there: {list_places(draft)}?")
    raw = fields.get("np")
    if not raw:
        free = [one.name for one in naming.things(draft.world) if one.kind == "item"][:3]
        raise Unsure(
            f"What shall open {place.name}? Say for example: lock {place.name} with {naming.listed([*free[:1], 'a silver key found in ' + draft.builder.place_of[draft.world['entrance']['state']].name], 'or with')}."
        )
    if _deed(raw):
        return None
    np = re.sub(
        r",? (?:that|which) (?:is|lies|can be) (?:hidden|found|kept|lying|there)?$|^(?:that|which) (?:is|are) ",
        "",
        clean(raw),
        flags=re.IGNORECASE,
    )
    item = (
        naming.find(draft.world, np, ("item",), loose=True)
        if not re.match(r"(?:an?|another) ", np, re.IGNORECASE)
        else naming.find(draft.world, np, ("item",), loose=False)
    )
    where = naming.find(draft.world, fields["w"], ("place",)) if fields.get("w") else None
    if fields.get("w") and where is None:
        raise Unsure(f"There is no place '{clean(fields['w'])}' here. In which place shall {np} be found: {list_places(draft)}?")
    if item is not None:
        flag, phrase, told = item.id, item.name, ""
    else:
        phrase = taken(np)
        key = where.id if where else _before(draft, place.id, doors)
        flag = lay(draft, key, re.sub(r"^the ", "a ", phrase))
        told = f"; {'they are' if naming.many(phrase) else 'it is'} found {at(draft, key)}"
    bare = re.sub(r"^(?:the|an?|some) ", "", phrase)
    for one in doors:
        if flag not in one.get("requires", []):
            one["requires"] = [*one.get("requires", []), flag]
            one["lockedHint"] = (
                f"It is locked. The lock has the shape of {article(bare)}."
                if bare.split()[-1] in ("key", "card", "pass")
                else f"You will not get in without the {bare}."
            )
            if len(one["requires"]) > 1:
                hinted(draft, one)
    draft.subject = Thing("item", flag, f"the {bare}")
    return f"{capital(place.name)} now takes {phrase} to enter{told}"


def _before(draft: Draft, key: str, doors: list[dict[str, Any]]) -> str:
    """A place from which the world stays sound when the key lies there: the start, or where the door is."""
    order = naming.in_order(draft.world)
    return next((one for one in order if one != key), doors[0]["from"][0])


def unlock(draft: Draft, match: re.Match[str]) -> str | None:
    place = naming.find(
        draft.world, re.sub(r"^(?:the )?(?:door|way|entrance|gate) (?:in)?to ", "", match["t"], flags=re.IGNORECASE), ("place",)
    )
    if place is None:
        return None
    cut = {one["id"]: one for one in draft.world.get("cutscenes", [])}
    doors = [one for one in draft.events if target_of(one, draft.states, cut) == place.id and one.get("requires")]
    if not doors:
        raise Unsure(f"No way into {place.name} is locked. Which other place shall be open?")
    for one in doors:
        one.pop("requires")
        one.pop("lockedHint", None)
    return f"{capital(place.name)} is now open to everybody"
