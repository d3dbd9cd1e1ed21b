"""Wishes about things: what is seen in a place, what is found and where, locks and their keys, hotkeys, goals and texts."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, tag, thing_from_phrase, tokenise
from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.graph_wishes import _deed
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import taken
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes.looks import at, scope
from makebelieve.worlds.edits.wishes.names import clean, is_living, list_places
from makebelieve.worlds.edits.wishes.people import phrase_of
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import article
from makebelieve.worlds.graph import target_of

_NOT_THINGS: Final = re.compile(
    r"\b(?:ending|mission|quest|choice|option|hotkey|lock|more|text|description|mood|name|title|music|sound|goal|way|door|path|passage|button|detail)s?\b",
    re.IGNORECASE,
)


def seen_there(draft: Draft, key: str, what: str) -> str:
    """Composes a thing into the prose of a place; the phrase it is told by."""
    what = pictorial(clean(what))
    phrase = (
        what
        if re.match(r"(?:an?|the|some|two|three|four|five|six|many|several|lots of|a few|\d+) ", what, re.IGNORECASE)
        or naming.many(what)
        or naming.proper(what)
        else taken(what)
    )
    phrase = re.sub(r"^(?:lots of|a lot of) ", "many ", phrase)
    many = naming.many(phrase)
    builder, state = draft.builder, draft.states[key]
    frame = builder.chance.fresh(_FRAMES, "mention")
    if many:
        builder.scenery.plurals.add("thing")
    line = builder.scenery.parted(frame, builder.place_of[key], thing=phrase, thingcap=capital(phrase))
    builder.scenery.plurals.discard("thing")
    made = f"{state['base'].rstrip()} {line}"
    if len(prompt_of({**state, "base": made})) > max(PROMPT_BUDGET, len(prompt_of(state))):
        raise Unsure(f"The text {at(draft, key)} is full. Shall I shorten it first, or in which other place shall there be {phrase}?")
    state["base"] = made
    draft.subject = Thing("place", key, builder.place_of[key].name)
    return phrase


_FRAMES: Final = (
    "beside {part}, plain to see, <thing:is> {thing}", "close to {part} <thing:is> {thing}", "next to {part} the eye goes to {thing}",
    "between {part} and {other} <thing:is> {thing}", "not far from {part} <thing:is> {thing}", "in front of {part} <thing:is> {thing}",
)  # fmt: skip
"""Ways of telling that something is seen: of any thing."""


def scenery(draft: Draft, match: re.Match[str]) -> str | None:
    """ "put a vending machine in the cabin": it is seen there; "hidden", "to find": it is found and kept."""
    what, where = clean(match["np"]), match.groupdict().get("t")
    if _NOT_THINGS.search(what) or not what or len(what.split()) > 12 or is_living(what):
        return None
    if not where:
        if not re.match(r"(?:an?|some|two|three|four|five|several|many|lots of|another) ", what, re.IGNORECASE) and not naming.many(what):
            return None
        head = thing_from_phrase(re.sub(r"^\w+ ", "", what)).noun
        if classify(head)[0] in ("", "abstract"):
            return None
        raise Unsure(f"In which place shall there be {what}: {list_places(draft)}? Say too if it shall be found and kept, or only seen.")
    keys = scope(draft, re.sub(r"^(?:under|below|beside|by|near|behind|next to|in front of|inside|on top of) ", "", where))
    if keys is None:
        return None
    keys = keys if len(keys) < len(draft.states) else [key for key in keys if "ending" not in draft.states[key]]
    phrase = ""
    done = []
    for key in keys[:1] if len(keys) == 2 and keys[1].startswith(keys[0]) else keys:
        try:
            if re.search(r" \w+ing\b", what) and (line := _doing(draft, key, what)):
                draft.builder.feature(key, line)
                phrase = what
                draft.subject = Thing("place", key, draft.builder.place_of[key].name)
            else:
                phrase = seen_there(draft, key, what)
            done.append(key)
        except Unsure:
            if len(keys) == 1:
                raise
    return (
        f"There {'are' if naming.many(phrase) else 'is'} now {phrase} {'everywhere' if len(done) > 4 else naming.listed([at(draft, key) for key in done])}"
        if done
        else None
    )


def _doing(draft: Draft, key: str, what: str) -> str:
    """ "a crowd cheering" as a sentence."""
    from makebelieve.worlds.edits.wishes.scenes import told_as

    return told_as(draft, key, what)


def everywhere(draft: Draft, what: str) -> str | None:
    """Something is seen in every place."""
    head_ = thing_from_phrase(re.sub(r"^\w+ ", "", what)).noun
    if _NOT_THINGS.search(what) or classify(head_)[0] in ("", "abstract", "act", "event"):
        return None
    phrase = ""
    for key in [key for key, state in draft.states.items() if "ending" not in state]:
        try:
            phrase = seen_there(draft, key, clean(what))
        except Unsure:
            continue
    return f"There {'are' if naming.many(phrase) else 'is'} now {phrase} in every place" if phrase else None


def find_new(draft: Draft, match: re.Match[str]) -> str | None:
    """Something new to find and keep; what is there already is found elsewhere."""
    what = re.sub(
        r",? (?:to find|to pick up|to collect|to take|that (?:you|one|the player) can (?:find|take|pick up|collect))$",
        "",
        clean(match["np"]),
        flags=re.IGNORECASE,
    )
    if _NOT_THINGS.search(what) or is_living(what):
        return None
    place = naming.find(draft.world, re.sub(r"^(?:inside|under|behind|somewhere in) ", "", match["t"]), ("place",))
    if place is None:
        return None
    item = naming.find(draft.world, what, ("item",), loose=False)
    if item is not None and not re.match(r"(?:an?|another) ", what, re.IGNORECASE):
        return move_item(draft, item, place)
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


def thing_gone(draft: Draft, phrase: str) -> str | None:
    """What is only seen is no longer spoken of."""
    said = re.sub(r"^(?:the|that|those|all|any|every) ", "", clean(phrase), flags=re.IGNORECASE)
    where = re.fullmatch(r"(?P<np>.+?) (?:in|at|on|from) (?:the )?(?P<t>.+)", said)
    place = naming.find(draft.world, where["t"], ("place",)) if where else None
    np = where["np"] if where and place else said
    keys = [key for key in naming.sightings(draft.world, np) if place is None or key == place.id]
    if not keys:
        return None
    head = re.compile(rf"\b{re.escape(np.split()[-1].rstrip('s'))}(?:e?s)?\b", re.IGNORECASE)
    for key in keys:
        state = draft.states[key]
        told = sentences(state["base"])
        rest = [one for number, one in enumerate(told) if number == 0 or not head.search(one)]
        if len(rest) == len(told):
            return None
        state["base"] = " ".join(rest)
        state["ambient"] = [one for one in state.get("ambient", []) if not head.search(one)]
    return f"There {'are' if naming.many(np) else 'is'} no {np} any more {naming.listed([at(draft, key) for key in keys])}"


def glow(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the crate glow": a thing that is seen somewhere does or is something."""
    np, does = clean(match["t"]), clean(match["v"])
    bare = re.sub(r"^(?:the|that|an?|my) ", "", np, flags=re.IGNORECASE)
    if (
        re.fullmatch(r"(?:longer|shorter|harder|easier|better|nicer|\w+er|win|lose|happen|work|fun)", does)
        or len(does.split()) > 4
        or _NOT_THINGS.search(bare)
    ):
        return None
    if re.search(r"^(?:it|this|that|they|them|every|all|each)\b|[\"']| (?:in|of|the|a|an|to|out|come|comes|be)$", np) or any(
        one.tag in ("V", "X", "S") for one in tag(tokenise(np))[1:]
    ):
        return None
    place = naming.find(draft.world, np, ("place",), loose=False)
    keys = [place.id] if place else naming.sightings(draft.world, bare)
    own = naming.find(draft.world, np, ("person", "goal", "item"), loose=False)
    if not keys and own is None:
        return None
    said_as = own.name if own is not None and not place else f"the {bare}"
    if re.match(r"(?:an?|the|in|on|at|to|by|with|near|behind|from) ", does):
        return None
    if len(keys) > 3:
        raise Unsure(
            f"{capital(np)} is seen in {len(keys)} places. In which of them shall that be: {naming.listed([at(draft, key) for key in keys], 'or')}?"
        )
    if not keys:
        keys = (
            [key for key, one in draft.states.items() if re.sub(r"^the ", "", own.name) in one["base"] and "ending" not in one][:2]
            if own
            else []
        )
    if not keys:
        raise Unsure(f"{capital(np)} is not seen in any place yet. In which place shall it be: {list_places(draft)}?")
    verb = re.sub(r"^(?:be |to |look |more )+", "", does)
    many = naming.many(f"the {bare}")
    acts = (
        not re.search(r"(?:y|ed|ful|ous|ish|ic|en|al|ive|able)$", verb.split()[0])
        and classify(verb.split()[0])[0] in ("", "abstract", "act", "event")
        and verb.split()[0]
        not in (
            "red",
            "blue",
            "green",
            "black",
            "white",
            "gold",
            "pink",
            "yellow",
            "bigger",
            "smaller",
            "big",
            "small",
            "huge",
            "tiny",
            "old",
            "new",
        )
    )
    first = verb.split()[0]
    said = (
        (first if many else f"{first}s" if not first.endswith("s") else first)
        + (" " + " ".join(verb.split()[1:]) if len(verb.split()) > 1 else "")
        if acts
        else f"{'are' if many else 'is'} {verb}"
    )
    for key in keys:
        draft.builder.feature(key, sentence(f"{said_as} {said}"))
    return f"{capital(said_as)} now {said} {naming.listed([at(draft, key) for key in keys])}"


# --- locks -----------------------------------------------------------------------------------------------------------------------------------


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
        and not str(one.get("label", ""))
        .lower()
        .startswith(("go back", "return", "turn back", "double back", "retrace", "head back", "make back", "leave"))
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


# --- keys, texts -----------------------------------------------------------------------------------------------------------------------------


def numbers(draft: Draft, match: re.Match[str]) -> str | None:
    """The choices of every place get 1, 2, 3 ... as their keys."""
    for key in draft.states:
        at_ = 0
        for event in draft.events:
            if event["from"] and event["from"][0] == key and (event.get("hotkey") or not event.get("hidden")):
                at_ += 1
                if at_ <= 9:
                    event["hotkey"] = str(at_)
                else:
                    event.pop("hotkey", None)
    return "The choices of every place now have the keys 1, 2, 3 and so on"


def goal(draft: Draft, match: re.Match[str]) -> str | None:
    missions = draft.world.get("missions", [])
    new = clean(match["v"])
    if not missions or not new:
        return None
    missions[0]["title"] = capital(new)
    if missions[0]["objectives"]:
        missions[0]["objectives"][-1]["text"] = sentence(capital(new))
    if draft.world.get("story"):
        who = draft.world.get("metadata", {}).get("understood", {}).get("player") or "the player"
        first, _, rest = new.partition(" ")
        draft.world["story"]["logline"] = sentence(f"{who} {'have' if naming.many(who) else 'has'} to {first.lower()} {rest}")
    return f"The goal is now: {capital(new)}"
