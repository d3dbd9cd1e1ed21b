"""Wishes that something more is asked for, and that what is asked for can be had elsewhere too."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.diagnostics import errors
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import taken
from makebelieve.worlds.edits.staging import copied
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes import inventory
from makebelieve.worlds.edits.wishes.gates import going, hinted, unbarred
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.gate import check
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.morphology import article, is_plural

_NO_ARTICLE = r"(?:something|anything|somebody|proof|help|what|how|who)\b"

Event = dict[str, Any]


def another_lock(draft: Draft, match: re.Match[str]) -> str | None:
    """ "add another lock before the main deck": a further thing is asked for, laid where one has been before."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if place is None:
        return None
    doors = [
        one for one in draft.events if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one))
    ]
    if not doors:
        raise Unsure(f"No way leads to {place.name}. From which place shall a locked way lead there: {list_places(draft)}?")
    order = naming.in_order(draft.world)
    before = [key for key in order[: order.index(place.id)] if key != place.id] if place.id in order else order
    before = [key for key in before if key != naming.last_place(draft.world)] or before
    given = match.groupdict().get("np")
    used = {one.id for one in naming.things(draft.world) if one.kind == "item"}
    sort = next(
        one
        for one in ("a small brass key", "a bent iron key", "a flat steel key", "a key on a blue ribbon")
        if f"has_{slug(one[2:])}" not in used
    )
    phrase = (clean(given) if re.match(r"(?:an?|the|some) ", clean(given)) else article(clean(given))) if given else sort
    known = naming.find(draft.world, phrase, ("item",), loose=False) if given else None
    where = doors[0]["from"][0]
    if known:
        flag = known.id
        for one in doors:
            one["requires"] = [*one.get("requires", []), flag]
            hinted(draft, one)
    else:
        flag, where = _laid(draft, doors, [*reversed(before), where], re.sub(r"^the ", "a ", phrase))
        for one in doors:
            hinted(draft, one)
    _step_for(draft, flag, phrase, where)
    return f"{capital(place.name)} now takes {phrase} as well" + ("" if known else f"; it is found {at(draft, where)}")


def _step_for(draft: Draft, flag: str, phrase: str, key: str) -> None:
    for one in draft.world.get("missions", [])[:1]:
        step = {
            "id": flag,
            "text": sentence(
                f"Find {article(phrase[4:]) if phrase.startswith('the ') and not is_plural(phrase) else phrase.removeprefix('the ')} {at(draft, key)}"
            ),
            "location": key,
            "grants": flag,
            "requires": [],
        }
        order = naming.in_order(draft.world)
        spots = (
            [
                n
                for n, other in enumerate(one["objectives"])
                if other.get("location") in order and order.index(other["location"]) > order.index(key)
            ]
            if key in order
            else []
        )
        place_ = spots[0] if spots else max(0, len(one["objectives"]) - 1)
        if not any(other["id"] == flag for other in one["objectives"]):
            one["objectives"].insert(place_, step)


def _laid(draft: Draft, doors: list[Event], spots: list[str], phrase: str) -> tuple[str, str]:
    """Lays a thing that `doors` ask for in the first of `spots` from which the story can still be won; its flag and where it lies."""
    known = {(one.lint, one.path) for one in errors(check(draft.world))}
    names = [one["name"] for one in doors]
    saved = copied(draft.world)
    for spot in dict.fromkeys(spots):
        flag = inventory.lay(draft, spot, phrase)
        for one in draft.events:
            if one["name"] in names:
                one["requires"] = [*one.get("requires", []), flag]
        if not [one for one in errors(check(draft.world)) if (one.lint, one.path) not in known]:
            doors[:] = [one for one in draft.events if one["name"] in names]
            return flag, spot
        draft.world = copied(saved)
    raise Unsure(
        f"Wherever {phrase} lies, somebody could get stuck without it. Which way shall ask for something, and where shall that be found?"
    )


def takes(draft: Draft, match: re.Match[str]) -> str | None:
    """A choice asks for a thing: "get the rope only after giving Ruiz a cigarette", "you have to fight the champion with a wooden sword"."""
    what = clean(match["c"])
    raw = re.sub(r",? (?:that |which )?(?:you|one|the player|he|she)(?: have| has|'ve)? (?:found|find|got|get|took|bought|picked up)(?: \w+)?$| (?:found|hidden) (?:before|earlier|somewhere)$|^the ", "", clean(match["np"]), flags=re.IGNORECASE)  # fmt: skip
    where = None
    if lies := re.fullmatch(r"(?P<np>.+?),? (?:found|hidden|from|lying|kept|that (?:is|lies)) (?:in|at|on|from)? ?(?P<w>.+)", raw):
        place = naming.find(draft.world, lies["w"], ("place",))
        raw, where = (lies["np"], place.id) if place else (raw, None)
    if len(raw.split()) > 6:
        return None
    events = _meant(draft, what)
    if not events:
        return None
    order = naming.in_order(draft.world)
    here = events[0]["from"][0]
    item = naming.find(draft.world, raw, ("item",), loose=False)
    phrase = item.name if item else taken(raw)
    if any(item.id in one.get("requires", []) for one in events) if item else False:
        raise Unsure(f"'{referents.label_of(events[0])}' takes {phrase} already. What else shall it take?")
    if item is None:
        near = order[: order.index(here) + 1] if here in order else order[:1]
        spots = [where] if where else [*[one for one in reversed(near) if one != here][-2:], *near, here]
        flag, key = _laid(draft, events, spots, phrase)
        _step_for(draft, flag, phrase, key)
        told = f"; it is found {at(draft, key)}"
    else:
        flag, told = item.id, ""
    bare = re.sub(r"^(?:an?|the|some) ", "", phrase)
    for event in events:
        if flag not in event.get("requires", []):
            event["requires"] = [*event.get("requires", []), flag]
        if event.get("lockedHint") and len(event["requires"]) > 1:
            hinted(draft, event)
        else:
            giver = event.get("anchor", {}).get("label") if "person" in event.get("anchor", {}).get("aliases", ()) else None
            event["lockedHint"] = (
                f"{giver} wants {article(bare) if not is_plural(bare) and not re.match(_NO_ARTICLE, bare) else bare} first."
                if giver
                else f"Not without {phrase}."
            )
    draft.subject = Thing("item", flag, f"the {bare}")
    return f"'{referents.label_of(events[0])}' now takes {phrase}{told}"


def _meant(draft: Draft, what: str) -> list[Event]:
    """The choices that some words mean: an act, or the getting of a thing."""
    got = re.fullmatch(r"(?:get|have|take|receive|find|obtain|be given|earn|win)(?:ting)? (?P<np>.+)", what, re.IGNORECASE)
    if got and (item := naming.find(draft.world, got["np"], ("item",))):
        return [one for one in draft.events if item.id in one.get("grants", [])]
    found = referents.choice(draft.world, what)
    if found is None and (foe := naming.find(draft.world, re.sub(r"^\w+ (?:with |against |past )?", "", what), ("foe",))):
        losing = [
            one
            for one in referents.ending_choices(draft.world, "lose")
            if re.sub(r"^the ", "", foe.name) in f"{one.get('label', '')} {one.get('base', '')}"
        ]
        return losing[:1]
    return [found] if found is not None else []


def elsewhere_too(draft: Draft, match: re.Match[str]) -> str | None:
    """ "it must be possible to win without helping Tansy": what somebody gives is found in another place as well."""
    bare = re.sub(
        r"^(?:help|ask|talk|speak|meet|find|visit|solv|search|us|see|us|tak|get|need|hav)(?:ing|ting)?(?: to| with)? ",
        "",
        clean(match["np"]),
        flags=re.IGNORECASE,
    )
    thing = naming.find(draft.world, bare, ("person", "item", "place"))
    if thing is None:
        return None
    if thing.kind == "item":
        event = next((one for one in draft.events if thing.id in one.get("grants", [])), None)
    else:
        name = re.sub(r"^(?:the|an?) ", "", thing.name)
        event = next((one for one in draft.events if one.get("grants") and one["grants"][0].startswith("has_") and (name in str(one.get("anchor", {}).get("label", "")) or thing.id in one["from"])), None)  # fmt: skip
    if event is None:
        raise Unsure(f"Nothing that is needed comes from {thing.name}: one can win without already. What else shall be possible?")
    flag = event["grants"][0]
    needed = [one for one in draft.events if flag in one.get("requires", [])]
    order = naming.in_order(draft.world)
    limit = min((order.index(one["from"][0]) for one in needed if one["from"][0] in order), default=len(order))
    spots = [key for key in order[: limit + 1] if key not in event["from"] and not key.endswith("_later")]
    if not spots:
        for one in needed:
            unbarred(draft, one, [flag])
        return f"{capital(naming.listed([going(draft, one) for one in needed]))} can now be entered without it"
    from makebelieve.worlds.generation.items import Item

    key = spots[-1] if spots[-1] != event["from"][0] else spots[0]
    builder = draft.builder
    if not builder.holds.get(key):
        builder.holds[key] = [builder.scenery.part(builder.place_of[key])]
    phrase = phrase_of(draft, flag)
    builder.find(key, Item("key", phrase, flag), aim=False)
    draft.name(draft.events[-1], f"take_{flag.removeprefix('has_')}_{key}")
    for one in draft.world.get("missions", []):
        for step in one["objectives"]:
            if step.get("grants", step["id"]) == flag:
                step["text"] = sentence(f"Get {phrase}")
                step.pop("location", None)
    return f"{capital(phrase)} can now be found {at(draft, key)} too, so one can win without {clean(match['np'])}"


def after_talk(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the kitchen should be locked until you speak to Wick": the talk itself opens the way."""
    place = naming.find(draft.world, re.sub(r"^(?:the )?(?:door|gate|way|lock) (?:in)?to ", "", clean(match["t"])), ("place",))
    if place is None:
        return None
    who = re.sub(r" first$", "", clean(match["who"]))
    people = [one for one in naming.things(draft.world) if one.kind == "person"]
    if re.fullmatch(r"(?:some|any)(?:one|body)(?: else)?|(?:some|any) (?:person|character)", who) and people:
        raise Unsure(f"To whom must one talk before {place.name} opens: {naming.listed([one.name for one in people], 'or')}?")
    person = naming.find(draft.world, who, ("person",))
    if person is None:
        return None
    about = [one for one in draft.events if person.name in f"{one.get('label', '')} {one.get('terminal', {}).get('persona', '')}"]
    talk = next((one for kind in ("terminal", "override") for one in about if one["kind"] == kind), None)
    doors = [one for one in draft.events if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one))]  # fmt: skip
    if talk is None:
        raise Unsure(f"One cannot talk to {person.name} yet. Shall one be able to? Say: let me talk to {person.name}.")
    if not doors or place.id in talk["from"]:
        raise Unsure(f"{capital(place.name)} cannot wait for a talk with {person.name}, who stands there. Which other place shall?" if doors else f"No way leads to {place.name}. Which other place shall wait?")  # fmt: skip
    flag, before = f"spoke_to_{slug(person.name)}", len(errors(check(draft.world)))
    talk["grants"] = [*talk.get("grants", []), flag]
    for one in doors:
        one["requires"] = [*one.get("requires", []), flag]
        said = f"{str(one['lockedHint']).rstrip()} And first" if one.get("lockedHint") and len(one["requires"]) > 1 else "First"
        one["lockedHint"] = f"{said} talk to {person.name}."
    if len(errors(check(draft.world))) > before:
        raise Unsure(f"{capital(person.name)} can only be met once one has been through {place.name}, so that nobody could get in. Which other place shall wait for that talk, or where shall {person.name} stand?")  # fmt: skip
    draft.subject = place
    return f"{capital(place.name)} now opens only after a talk with {person.name}"
