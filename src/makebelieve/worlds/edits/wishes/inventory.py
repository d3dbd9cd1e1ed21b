"""Wishes about what the player finds and keeps: laid somewhere, found elsewhere, taken out; how the texts say it."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant, Unsure, slug
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import NOT_THINGS, clean, is_living
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.morphology import article


def phrase_of(draft: Draft, flag: str) -> str:
    """ "a grappling line", as the texts say it, of its flag."""
    bare = flag.removeprefix("has_").replace("_", " ")
    found = re.search(
        rf"\b((?:an?|the|some|two) {loosely(bare)})\b",
        " ".join(text for one in draft.events for text in (one.get("narration", ""), one.get("base", ""))),
        re.IGNORECASE,
    )
    if found is None and re.match(r"(?:what|how|where|who|why|when|which) ", bare):
        return f"knowing {bare}"
    if found is None:
        return bare if naming.many(bare) else article(bare)
    return found[1][:1].lower() + found[1][1:]


def loosely(bare: str) -> str:
    return r"[\s'’-]+".join(
        re.escape(one[:-1]) + "['’]?s['’]?" if one.endswith("s") and len(one) > 2 else re.escape(one) for one in bare.split()
    )


def not_the_goal(draft: Draft, what: str, place: Thing) -> None:
    """What all is about is at the end already: asked back, since the end goes with it. Raises Meant."""
    goal = next((one.name for one in naming.things(draft.world) if one.kind == "goal"), "")
    said = naming.words(what)
    named = re.match(r"(?:the|my|his|her|their|your) ", what, re.IGNORECASE) or naming.proper(what)
    if named and said and said[-1:] == naming.words(goal)[-1:]:
        raise Meant(
            f"What all is about, {goal}, is found at the end, and that is {at(draft, naming.last_place(draft.world))}. "
            f"Shall something else lie hidden in {place.name}? Say for example: hide a small parcel in {place.name}."
        )


def find_new(draft: Draft, match: re.Match[str]) -> str | None:
    """Something new to find and keep; what is there already is found elsewhere."""
    what = re.sub(
        r",? (?:to find|to pick up|to collect|to take|that (?:you|one|the player) can (?:find|take|pick up|collect))$",
        "",
        clean(match["np"]),
        flags=re.IGNORECASE,
    )
    if NOT_THINGS.search(what) or is_living(what):
        return None
    place = naming.find(draft.world, re.sub(r"^(?:inside|under|behind|somewhere in) ", "", match["t"]), ("place",))
    if place is None:
        return None
    item = naming.find(draft.world, what, ("item",), loose=False)
    if item is not None and not re.match(r"(?:an?|another) ", what, re.IGNORECASE):
        return move_item(draft, item, place)
    if item is None:
        not_the_goal(draft, what, place)
    phrase = what if re.match(r"(?:an?|some|two|three|the) ", what, re.IGNORECASE) else article(what)
    flag = lay(draft, place.id, re.sub(r"^the ", "a ", phrase))
    return f"{capital(phrase)} can now be found {at(draft, place.id)}" if flag else None


def lay(draft: Draft, key: str, phrase: str) -> str:
    """A find of `phrase` ("a rusty key") in a place; the flag it gives."""
    from makebelieve.worlds.generation.items import Item

    bare = re.sub(r"^(?:an?|the|some) ", "", phrase)
    flag = f"has_{slug(bare)[:32].rstrip('_')}"
    builder = draft.builder
    if not builder.holds.get(key):
        builder.holds[key] = list(builder.place_of[key].entry.items("hold")) or [builder.scenery.part(builder.place_of[key])]
    used = " ".join(str(one.get("anchor", {}).get("label", "")) for one in draft.events if key in one["from"])
    builder.holds[key] = [one for one in builder.holds[key] if re.sub(r"^(?:the|an?) ", "", one) not in used] or builder.holds[key]
    builder.find(key, Item("key", phrase, flag), aim=False)
    draft.name(draft.events[-1], f"take_{slug(bare)[:40]}")
    return flag


def move_item(draft: Draft, item: Thing, place: Thing) -> str:
    """A find is made elsewhere; its words and the mission say so. What a person gives stays with the person."""
    from makebelieve.worlds.generation.items import Item

    event = next(one for one in draft.events if item.id in one.get("grants", []))
    if event["from"] == [place.id]:
        raise Unsure(f"{capital(item.name)} is found {at(draft, place.id)} already. Where else shall it be?")
    if "person" in event.get("anchor", {}).get("aliases", ()):
        event["from"] = [place.id]
        giver = event["anchor"]["label"]
        draft.builder.feature(place.id, sentence(f"{giver} waits in plain sight"))
    else:
        phrase = phrase_of(draft, item.id)
        at_ = draft.events.index(event)
        builder = draft.builder
        if not builder.holds.get(place.id):
            builder.holds[place.id] = [builder.scenery.part(builder.place_of[place.id])]
        builder.find(place.id, Item("key", phrase, item.id), requires=event.get("requires"), hint=event.get("lockedHint"), aim=False)
        fresh = draft.events.pop()
        fresh["name"] = event["name"]
        draft.events[at_] = fresh
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if step.get("grants", step["id"]) == item.id:
                step["location"] = place.id
                step["text"] = sentence(f"Find {phrase_of(draft, item.id)} {at(draft, place.id)}")
    draft.subject = item
    return f"{capital(item.name)} is now found {at(draft, place.id)}"


def item_gone(draft: Draft, item: Thing) -> str:
    """A find is taken out, and no way asks for it any more."""
    opened = [one for one in draft.events if item.id in one.get("requires", [])]
    draft.world["scene"]["events"] = [one for one in draft.events if item.id not in one.get("grants", []) or len(one["grants"]) > 1]
    for one in draft.events:
        if item.id in one.get("requires", []):
            one["requires"] = [flag for flag in one["requires"] if flag != item.id]
            if not one["requires"]:
                del one["requires"]
                one.pop("lockedHint", None)
                if one.get("to") in draft.builder.place_of and re.search(
                    re.escape(re.sub(r"^the ", "", item.name)), str(one.get("label", "")), re.IGNORECASE
                ):
                    place = draft.builder.place_of[one["to"]]
                    one["label"] = f"Go on to {place.name}"
                    one["base"] = draft.builder.beat(
                        one["to"],
                        "step",
                        "base",
                        "step",
                        here=draft.builder.place_of[one["from"][0]].name,
                        to=place.name,
                        Tocap=place.cap,
                        tocap=place.cap,
                        there=place.name,
                    )
    made_ready = item.id.replace("has_", "ready_", 1)
    if any(made_ready in one.get("grants", []) for one in draft.events):
        raise Unsure(
            f"{capital(item.name)} is one of the things that have to be made ready here. Shall it be another thing instead? Say for example: replace {item.name} with a lantern."
        )
    for mission in draft.world.get("missions", []):
        mission["objectives"] = [step for step in mission["objectives"] if step.get("grants", step["id"]) != item.id]
    draft.subject = None
    named = [one.get("label", one["name"]) for one in opened]
    return f"Took out {item.name}" + (f"; '{named[0]}' no longer needs it" if named else "")
