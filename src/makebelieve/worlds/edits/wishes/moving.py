"""Wishes that move people: elsewhere, to the place of another, out of the world."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.footing import hiding


def moved(draft: Draft, thing: Thing, place: Thing) -> str:
    """Somebody is in another place from now on, with what they do there."""
    from makebelieve.worlds.edits.staging import sentences
    from makebelieve.worlds.edits.wishes.finds import first_places

    name = re.sub(r"^(?:the|an?) ", "", thing.name)
    gift = next((one for one in draft.events if one.get("grants") and name in str(one.get("anchor", {}).get("label", ""))), None)
    if gift is not None and place.id not in (reach := first_places(draft, Thing("item", gift["grants"][0], ""))):
        some = naming.listed([draft.builder.place_of[one].name for one in reach if one not in gift["from"]][:5] or ["no other place"], "or")
        raise Unsure(
            f"{capital(thing.name)} gives {phrase_of(draft, gift['grants'][0])}, which opens the way that leads on to {place.name}; nobody could get there first. Where else shall they be: {some}?"
        )
    here = [key for key in seen_at(draft, thing) if "ending" not in draft.states[key]]
    if place.id in here:
        raise Unsure(f"{capital(thing.name)} is {at(draft, place.id)} already. Where else shall they be?")
    told = ""
    for key in here:
        said = sentences(draft.states[key]["base"])
        told = told or next((one for one in said[1:] if name in one), "")
        draft.states[key]["base"] = " ".join(one for number, one in enumerate(said) if number == 0 or name not in one)
        for one in draft.states[key].get("variants", []):
            one["base"] = " ".join(text for text in sentences(one["base"]) if name not in text) or one["base"]
    for event in draft.events:
        if name in str(event.get("label", "")) and event["kind"] in ("terminal", "override"):
            event["from"] = [place.id]
            for flag in event.get("grants", []):
                for mission in draft.world.get("missions", []):
                    for step in mission["objectives"]:
                        if step.get("grants", step["id"]) == flag:
                            step["location"] = place.id
                            step["text"] = sentence(f"Ask {thing.name} {at(draft, place.id)} for help")
    frame = draft.builder.scenery.pick(present_frames(naming.many(thing.name)), "present")
    draft.builder._speak_of(Part(thing.name, thing.name, thing.about, "biped", "they", naming.many(thing.name)))
    draft.builder.feature(
        place.id,
        draft.builder.scenery.parted(frame, draft.builder.place_of[place.id], ally=thing.name, allylook=thing.about or "in plain sight"),
    )
    draft.subject = thing
    return f"{capital(thing.name)} is now {at(draft, place.id)}"


def swapped(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Arlo and Winnie Cho should swap places"."""
    some = [naming.find(draft.world, clean(match[one]), ("person",)) for one in ("a", "b")]
    if None in some:
        return None
    spots = [next((key for key in seen_at(draft, one) if "ending" not in draft.states[key]), None) for one in some if one is not None]
    if None in spots or spots[0] == spots[1]:
        return None
    told = []
    for one, spot in zip(some, reversed(spots), strict=True):
        assert one is not None
        assert spot is not None
        told.append(moved(draft, one, Thing("place", spot, draft.builder.place_of[spot].name)))
    return "; ".join(told)


def present_frames(many: bool) -> tuple[str, ...]:
    from makebelieve.worlds.generation import tables

    return tables.read("stages")["present"].items("many" if many else "one")


def person_gone(draft: Draft, thing: Thing) -> str:
    """Somebody leaves: the talk, the sentences that speak of them; what they gave is found where they stood."""
    name = re.sub(r"^(?:the|an?) ", "", thing.name)
    naming_ = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    kept: list[str] = []
    builder = draft.builder
    for event in list(draft.events):
        said = " ".join(str(event.get(one, "")) for one in ("label", "base", "narration")) + str(
            event.get("terminal", {}).get("persona", "")
        )
        if not naming_.search(said):
            continue
        if event.get("grants") and not str(event["grants"][0]).startswith("has_"):
            for part in ("label", "base", "narration"):
                if event.get(part):
                    event[part] = naming_.sub("somebody", event[part])
            event.pop("anchor", None)
        elif event.get("grants"):
            key = event["from"][0]
            phrase = phrase_of(draft, event["grants"][0])
            hold = builder.hold(key) if builder.holds.get(key) else builder.scenery.part(builder.place_of[key])
            words = {"hold": hold, "item": phrase, "Itemcap": capital(phrase)}
            depth = hiding(hold, phrase)
            event["label"] = capital(builder.beat(key, "search", "label", "search", depth, **words))
            event["base"], event["narration"] = (
                builder.beat(key, "search", "base", "search", depth, **words),
                builder.beat(key, "search", "tell", "search", depth, **words),
            )
            event["anchor"] = {"label": re.sub(r"^(?:the|an?) ", "", hold), "minProximity": 0.15}
            kept.append(f"{phrase} is now found {'in' if depth == 'deep' else 'by'} {hold} {at(draft, key)}")
        elif event["kind"] == "terminal" or (event["kind"] == "override" and not event.get("grants")):
            draft.events.remove(event)
        else:
            event["label"] = naming_.sub("them", event.get("label", "")) if event.get("label") else event.get("label")
    for event in draft.events:
        if event["kind"] == "terminal" and (facts := event["terminal"].get("facts")):
            event["terminal"]["facts"] = [one for one in facts if not naming_.search(str(one.get("text", "")))]
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if naming_.search(step.get("text", "")):
                step["text"] = (
                    sentence(f"Find {phrase_of(draft, step.get('grants', step['id']))} {at(draft, step['location'])}")
                    if step.get("location") in draft.states
                    else "Find what is hidden."
                )
    from makebelieve.worlds.edits.staging import sentences

    for state in draft.states.values():
        for field_ in ("base", "narration"):
            if naming_.search(state.get(field_, "")):
                rest = [one for one in sentences(state[field_]) if not naming_.search(one)]
                if rest or field_ == "narration":
                    state[field_] = " ".join(rest) or "You look around."
        for one in state.get("variants", []):
            rest = [text for text in sentences(one["base"]) if not naming_.search(text)]
            one["base"] = " ".join(rest) or one["base"]
    draft.subject = None
    return f"{capital(thing.name)} is gone" + (f"; {naming.listed(kept)}" if kept else "")
