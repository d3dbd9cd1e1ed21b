"""Wishes that people give things."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.nouns import taken
from makebelieve.worlds.edits.targets import slug
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.english import capital, sentence


def gives(draft: Draft, match: re.Match[str]) -> str | None:
    """Somebody gives the player a thing, for the asking or for a chore."""
    from makebelieve.worlds.generation.items import Item

    thing = naming.find(draft.world, match["who"], ("person",))
    np = clean(match["np"])
    price = None
    if priced := re.fullmatch(
        r"(?P<np>.+?) (?:for|in exchange for|in return for|if you (?:bring|give) (?:him|her|them|it)) (?P<p>(?:an?|the|some|one|two|three|four|five|your) .+)",
        np,
    ):
        np, price = priced["np"], priced["p"]
    if placed := re.fullmatch(r"(?P<np>.+?) (?:in|at|on|inside) (?P<t>.+)", np):
        np = placed["np"] if naming.find(draft.world, placed["t"], ("place",)) else np
    if thing is None or len(np.split()) > 7:
        return None
    own = naming.find(draft.world, np, ("item",), loose=False)
    given = next(
        (
            one
            for one in draft.events
            if own and own.id in one.get("grants", []) and thing.name in str(one.get("anchor", {}).get("label", ""))
        ),
        None,
    )
    if given is not None and price is None:
        item_ = phrase_of(draft, own.id) if own else np
        words = {
            "ally": thing.name,
            "allylook": thing.about or "in plain sight",
            "allycap": capital(thing.name),
            "item": item_,
            "Itemcap": capital(item_),
        }
        given["label"] = capital(draft.builder.beat(given["from"][0], "gift", "label", "gift", **words))
        given["base"] = draft.builder.beat(given["from"][0], "gift", "base", "gift", **words)
        given["narration"] = draft.builder.beat(given["from"][0], "gift", "tell", "gift", **words)
        return f"{capital(thing.name)} now simply gives {item_} to whoever asks"
    own = own if re.match(r"(?:the|his|her|their) ", np) else None  # "a candle" is another one
    phrase = phrase_of(draft, own.id) if own else taken(np)
    key = next((one for one in seen_at(draft, thing) if "ending" not in draft.states[one]), None)
    if key is None:
        return None
    if own:  # what was found elsewhere is given now
        draft.world["scene"]["events"] = [one for one in draft.events if one.get("grants") != [own.id]]
        for step in [step for one in draft.world.get("missions", []) for step in one["objectives"]]:
            if step.get("grants", step["id"]) == own.id:
                step["text"], step["location"] = sentence(f"Get {phrase} from {thing.name}"), key
    bare = re.sub(r"^(?:an?|the|some) ", "", phrase)
    draft.builder.met.add(thing.name)
    draft.builder.gift(
        key,
        Part(thing.name, thing.name, thing.about or "in plain sight", "biped", "they", naming.many(thing.name)),
        Item("key", phrase, own.id if own else f"has_{slug(bare)[:32]}"),
        aim=False,
    )
    if price is not None:
        from makebelieve.worlds.edits.wishes import needs

        fitted = re.fullmatch(r"(?P<c>.+)\n(?P<np>.+)", f"{draft.events[-1]['label']}\n{price}")
        told = needs.takes(draft, fitted) if fitted else None
        if told:
            return f"{capital(thing.name)} now gives {phrase} {at(draft, key)}; {told[:1].lower()}{told[1:]}"
    return f"{capital(thing.name)} now gives {phrase} to whoever asks {at(draft, key)}"
