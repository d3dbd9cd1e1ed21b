"""Wishes about where things are found and how one comes by them."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes import inventory
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.items import Item
from makebelieve.worlds.generation.morphology import article


def item_of(draft: Draft, phrase: str) -> Thing | None:
    """A find, also by what hides it ("the key in the figurehead")."""
    bare = clean(phrase)
    if naming.find(draft.world, bare, ("place", "person"), loose=False) is not None:
        return None
    found = naming.find(draft.world, bare, ("item",))
    if found is None and (held := re.fullmatch(r"(?P<np>.+?) (?:in|from|under|behind|on|inside|of) (?P<h>.+)", bare)):
        found = naming.find(draft.world, held["np"], ("item",))
    return found


def first_places(draft: Draft, item: Thing) -> list[str]:
    """The places that can be reached without a thing, in order: where it may lie."""
    states = draft.states
    start = draft.world["entrance"]["state"]
    seen: set[str] = {start}
    flags: set[str] = set()
    order = [start]
    while True:
        before = (len(seen), len(flags))
        for event in draft.events:
            if not set(event["from"]) & seen or not set(event.get("requires", [])) <= flags:
                continue
            flags |= {one for one in event.get("grants", []) if one != item.id}
            to = referents.leads(draft.world, event)
            if to in states and to not in seen:
                seen.add(to)
                order.append(to)
        if (len(seen), len(flags)) == before:
            return [one for one in order if "ending" not in states[one]]


def hidden(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the plasma cutter should be hidden in a coffin", "Pip should find the cloak under the hay cart"."""
    item = item_of(draft, match["np"])
    if item is None:
        return _clue(draft, match)
    how, where = match["p"].lower(), clean(match["h"])
    where = re.sub(r",? (?:and )?(?:not|instead of|rather than) .+$", "", where)
    if (
        two := re.fullmatch(r"(?P<t>.+?),? (?P<p>under|behind|inside|in|beneath|on|beside|between|above) (?P<h>(?:the|an?|some) .+)", where)
    ) and (inside_ := naming.find(draft.world, two["t"], ("place",))):
        where, how = f"{two['h']} in {inside_.name}", two["p"]
    place = naming.find(draft.world, where, ("place",), loose=False) or naming.find(
        draft.world, re.sub(r"^(?:the )?(?:back|corner|middle|end|top|bottom) of ", "", where), ("place",)
    )
    event = next((one for one in draft.events if item.id in one.get("grants", [])), None)
    if event is None:
        return None
    key, hold = event["from"][0], ""
    inside = re.fullmatch(r"(?P<h>.+?) (?:in|at|on|inside|of) (?P<t>.+)", where)
    if place is None and inside and (there := naming.find(draft.world, inside["t"], ("place",))):
        key, hold = there.id, inside["h"]
    elif (
        place is not None
        and (where_ := re.sub(r"^(?:the|an?) ", "", where))
        and not (set(naming.words(where_)) - set(naming.words(place.name)))
    ):
        reach = first_places(draft, item)
        if place.id not in reach:
            raise Unsure(_behind(draft, item, place))
        return inventory.move_item(draft, item, place)
    elif (spot := referents.spot(draft.world, where)) is not None:
        key, hold = spot[0], where
    else:
        hold = where
        someone = naming.find(draft.world, where, ("person",), loose=False)
        if someone is not None:
            return None
    reach = first_places(draft, item)
    if key not in reach:
        raise Unsure(_behind(draft, item, Thing("place", key, draft.builder.place_of[key].name)))
    _lies(draft, item, event, key, hold, how)
    return f"{capital(item.name)} is now found {how} {hold} {at(draft, key)}"


def _clue(draft: Draft, match: re.Match[str]) -> str | None:
    """A clue is found in another place: "the receipt should be hidden in the kitchen"."""
    said = set(naming.words(re.sub(r" (?:from|behind|in|at) the .+$", "", clean(match["np"])))) - {"hidden", "secret", "thing"}
    place_phrase = match.groupdict().get("h") or match["t"]
    event = next((one for one in draft.events if any(re.match(r"clue_\d|truth$", flag) for flag in one.get("grants", [])) and said and said <= set(naming.words(f"{one.get('base', '')} {one.get('narration', '')}"))), None)  # fmt: skip
    place = naming.find(draft.world, clean(place_phrase), ("place",))
    meant = naming.find(draft.world, clean(match["np"]), ("goal", "person", "player"))
    if event is None or meant is not None or place is None or place.id not in first_places(draft, Thing("item", event["grants"][0], "")):
        return None
    old = str(event.get("anchor", {}).get("label", ""))
    builder = draft.builder
    hold = builder.hold(place.id) if builder.holds.get(place.id) else builder.scenery.part(builder.place_of[place.id])
    bare = re.sub(r"^(?:the|an?) ", "", hold)
    for part in ("label", "base", "narration"):
        if event.get(part) and old:
            event[part] = re.sub(rf"\b(?:the|an?) {re.escape(old)}\b", hold, str(event[part]), flags=re.IGNORECASE)
    event["anchor"] = {**event.get("anchor", {"minProximity": 0.15}), "label": bare}
    event["from"] = [place.id]
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if step.get("grants", step["id"]) == event["grants"][0]:
                step["location"] = place.id
                step["text"] = sentence(f"Look for traces {at(draft, place.id)}") if event["grants"][0] != "truth" else step["text"]
    return f"{capital(clean(match['np']))} is now found {at(draft, place.id)}, in {hold}"


def _behind(draft: Draft, item: Thing, place: Thing) -> str:
    reach = first_places(draft, item)
    some = naming.listed([draft.builder.place_of[one].name for one in reach[:5]], "or")
    return f"{capital(item.name)} opens the way that leads on to {place.name}, so it cannot be found there: nobody could get to it. Where else shall it be: {some}?"


def _lies(draft: Draft, item: Thing, event: dict[str, Any], key: str, hold: str, how: str) -> None:
    """The find is told in another hiding place."""
    hold = hold if re.match(r"(?:the|an?|some|his|her|their|my) ", hold) else f"the {hold}"
    phrase = phrase_of(draft, item.id)
    at_ = draft.events.index(event)
    builder = draft.builder
    person = "person" in event.get("anchor", {}).get("aliases", ())
    builder.holds[key] = [hold, *builder.holds.get(key, [])]
    builder.find(
        key,
        Item("key", phrase, item.id),
        requires=None if person else event.get("requires"),
        hint=None if person else event.get("lockedHint"),
        aim=False,
    )
    fresh = draft.events.pop()
    bare = re.sub(r"^(?:the|an?) ", "", hold)
    scenery = builder.scenery
    if how not in ("in", "inside"):
        fresh["label"] = f"Look {how} {hold if not hold.startswith(('a ', 'an ')) else 'the ' + bare}"
        fresh["base"] = scenery.pixels(f"{how} {hold} there lies {phrase}, and a hand closes around it")
        fresh["narration"] = f"{capital(phrase)}, {how} {hold}. Who would have thought it?"
    if not any(set(naming.words(bare)) <= set(naming.words(one)) for one in [draft.states[key]["base"]]):
        seen = hold if hold.startswith(("a ", "an ")) else article(bare)
        builder.feature(
            key,
            sentence(
                pictorial(
                    f"{seen} stands {builder.scenery.part(builder.place_of[key]) and 'beside ' + builder.scenery.part(builder.place_of[key])}"
                )
            ),
        )
    draft.events[at_] = fresh
    if not person:
        fresh["name"] = event["name"]
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if step.get("grants", step["id"]) == item.id:
                step["location"] = key
                step["text"] = sentence(f"Find {phrase} {at(draft, key)}")
    draft.subject = item


def moved(draft: Draft, match: re.Match[str]) -> str | None:
    """ "move the skin from Capua to the inn"."""
    item = item_of(draft, match["np"])
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if item is None:
        return _clue(draft, match)
    if place is None:
        return None
    if place.id not in first_places(draft, item):
        raise Unsure(_behind(draft, item, place))
    return inventory.move_item(draft, item, place)


def better(draft: Draft, match: re.Match[str]) -> str | None:
    """ "hide the torch better": where is asked, of the places where it may lie."""
    item = item_of(draft, match["np"])
    if item is None:
        return None
    event = next((one for one in draft.events if item.id in one.get("grants", [])), None)
    reach = [one for one in first_places(draft, item) if event is None or one not in event["from"]]
    now = at(draft, event["from"][0]) if event else ""
    names = [draft.builder.place_of[one].name for one in reach if not one.endswith("_later")]
    some = f"it can lie in {naming.listed(names[:5], 'or')}" if names else "it can only lie there, as all other places come after it"
    raise Unsure(f"{capital(item.name)} is found {now} now, and everything behind the way it opens is closed until then; {some}. Where shall it be hidden, and in what? Say for example: hide {item.name} under a loose stone{' in ' + names[-1] if names else ''}.")  # fmt: skip


def source(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the player should bribe someone at the inn to get the ring key": another way to come by a thing."""
    item = item_of(draft, match["np"])
    deed = clean(match["v"])
    if item is None:
        return None
    event = next((one for one in draft.events if item.id in one.get("grants", [])), None)
    key = None
    for found in re.finditer(r" (?:in|at|on|inside|by|near) ", deed):
        place = naming.find(draft.world, deed[found.end() :], ("place",))
        if place is not None:
            key, deed = place.id, deed[: found.start()]
            break
    if key is None and event is not None:
        key = event["from"][0]
    if key is None:
        return None
    reach = first_places(draft, item)
    if key not in reach:
        raise Unsure(_behind(draft, item, Thing("place", key, draft.builder.place_of[key].name)))
    from makebelieve.worlds.edits.wishes.endings import third

    scenery = draft.builder.scenery
    many = "P" in scenery.plurals
    base = scenery.pixels(f"{{P}} {deed if many else third(deed)}, and {item.name} changes hands")
    draft.builder.event("override", key, capital(deed), base, f"You {deed}. {capital(item.name)} is yours.", grants=[item.id], oneShot=True)
    draft.name(draft.events[-1], f"{slug(deed)[:40]}")
    made = draft.events[-1]
    told = ""
    if price := re.search(r" with (?P<p>(?:an?|some|the|two|three) .+)$", deed):
        from makebelieve.worlds.edits.wishes import needs

        fitted = re.fullmatch(r"(?P<c>.+)\n(?P<np>.+)", f"{made['label']}\n{price['p']}")
        told = needs.takes(draft, fitted) or "" if fitted else ""
    if event is not None and match.groupdict().get("instead"):
        draft.events.remove(event)
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if step.get("grants", step["id"]) == item.id:
                step["text"] = sentence(f"Get {phrase_of(draft, item.id)}")
                step["location"] = key
    draft.subject = item
    return f"{capital(item.name)} can now be had {at(draft, key)}: '{capital(deed)}'" + (f"; {told[:1].lower()}{told[1:]}" if told else "")


def start_with(draft: Draft, match: re.Match[str]) -> str | None:
    """ "you should begin with the veil": found where the player starts."""
    item = item_of(draft, match["np"])
    key = draft.world["entrance"]["state"]
    if item is None:
        if naming.find(draft.world, clean(match["np"])) is not None:
            return None
        fitted = re.fullmatch(r"(?P<t>.+)\n(?P<np>.+)", f"the player\n{clean(match['np'])}")
        return at_start(draft, fitted) if fitted and re.match(r"(?:an?|some|two|three) ", clean(match["np"])) else None
    return inventory.move_item(draft, item, Thing("place", key, draft.builder.place_of[key].name))


def at_start(draft: Draft, match: re.Match[str]) -> str | None:
    """ "give the daughter a lantern at the start": found where the player starts."""
    if naming.find(draft.world, clean(match["t"]), ("player",)) is None:
        return None
    phrase = clean(match["np"])
    if re.search(r"\b(?:hint|clue|tip|choice|chance|way|option|name|idea|reason|warning|question)\b", phrase):
        return None
    key = draft.world["entrance"]["state"]
    flag = inventory.lay(draft, key, phrase)
    return f"{capital(phrase)} can now be found {at(draft, key)}, where it starts" if flag else None
