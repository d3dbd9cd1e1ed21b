"""Wishes about what a way or a choice asks for: more, less, something else, nothing; and who or what bars it."""

from __future__ import annotations

import copy
import re
from typing import Any, Final

from makebelieve.worlds.diagnostics import errors
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes import matters
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.names import call, clean, list_places
from makebelieve.worlds.edits.wishes.people import phrase_of
from makebelieve.worlds.gate import check
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.morphology import article, is_plural

Event = dict[str, Any]
_COUNTS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "single": 1,
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "all": 99,
    "every": 99,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "no": 0,
}
_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six")


def thing_of(draft: Draft, flag: str) -> str:
    """What a flag stands for, as texts say it: "a clay lamp", "a trace"."""
    if not flag.startswith("has_") and not any(one.id == flag for one in naming.things(draft.world)):
        return {"truth": "the hidden truth", "the_way_home": "a look around"}.get(flag, f"the {flag.replace('_', ' ')}")
    return phrase_of(draft, flag)


def going(draft: Draft, event: Event) -> str:
    """The name of the place that a way leads to, or what the choice is called."""
    to = referents.leads(draft.world, event)
    return (
        draft.builder.place_of[to].name
        if to in draft.builder.place_of and "ending" not in draft.states[to]
        else f"'{referents.label_of(event)}'"
    )


def hinted(draft: Draft, event: Event) -> None:
    """The hint of a barred choice says what it takes now."""
    clues = [one for one in event.get("requires", []) if re.fullmatch(r"clue_\d+|trace_\d+", one)]
    some = [thing_of(draft, one) for one in event.get("requires", []) if one not in clues]
    if clues:
        some.append(f"{_WORDS[len(clues)] if len(clues) < len(_WORDS) else len(clues)} good {'trace' if len(clues) == 1 else 'traces'}")
    if not some:
        event.pop("requires", None)
        event.pop("lockedHint", None)
        return
    to = referents.leads(draft.world, event)
    place = draft.builder.place_of.get(str(to))
    inside = f" to get through to {place.name}" if place and "ending" not in draft.states[str(to)] and not clues else ""
    event["lockedHint"] = (
        sentence(f"it takes {naming.listed(some)}{inside}")
        if not clues
        else sentence(f"you have a feeling, not a case; {naming.listed(some)} would do it")
    )


def unbarred(draft: Draft, event: Event, gone: list[str]) -> None:
    """The way asks for `gone` no more; without any need it is told as a plain way."""
    named = [re.sub(r"^(?:the|an?|some) ", "", thing_of(draft, one)) for one in gone]
    at_ = referents.barred(draft.world, event) if len(gone) >= len(event.get("requires", [])) else None
    event["requires"] = [one for one in event.get("requires", []) if one not in gone]
    hinted(draft, event)
    told = " ".join(str(event.get(one, "")) for one in ("label", "base", "narration"))
    if event.get("requires") and not any(one.lower() in told.lower() for one in named):
        return
    to = referents.leads(draft.world, event)
    if to not in draft.builder.place_of or "ending" in draft.states[to]:
        for part in ("base", "narration"):
            rest = [one for one in sentences(str(event.get(part, ""))) if not any(name.lower() in one.lower() for name in named)]
            event[part] = " ".join(rest) or event.get(part, "")
        return
    if event.get("requires"):
        event["narration"] = (
            " ".join(one for one in sentences(str(event.get("narration", ""))) if not any(name.lower() in one.lower() for name in named))
            or "That is all it takes."
        )
        return
    builder = draft.builder
    here, there = builder.place_of[event["from"][0]], builder.place_of[to]
    words = {"here": here.name, "to": there.name, "Tocap": there.cap, "tocap": there.cap, "there": there.name}
    event["label"] = f"{builder.chance.fresh(there.entry.items('go') or ('Go on to',), 'go')} {there.name}"
    event["base"] = builder.beat(to, "step", "base", "step", **words)
    event["narration"] = builder.beat(to, "step", "tell", "step", **words)
    if at_:
        key, number = at_
        for state in [draft.states[key], *draft.states[key].get("variants", [])]:
            told_ = sentences(draft.states[key]["base"])[number] if state is draft.states[key] else ""
            gate = told_ or next(
                (one for one in sentences(state["base"])[1:] if re.sub(r"^the ", "", there.name).lower() in one.lower()), ""
            )
            state["base"] = " ".join(one for one in sentences(state["base"]) if one != gate)


def dropped(draft: Draft, flag: str) -> None:
    """What nothing asks for any more is no longer to be found, and no step of a mission."""
    if any(flag in one.get("requires", []) for one in draft.events):
        return
    draft.world["scene"]["events"] = [one for one in draft.events if flag not in one.get("grants", []) or len(one["grants"]) > 1 or "person" in one.get("anchor", {}).get("aliases", ())]  # fmt: skip
    for one in draft.world.get("missions", []):
        one["objectives"] = [step for step in one["objectives"] if step.get("grants", step["id"]) != flag]
        for step in one["objectives"]:
            if flag in step.get("requires", []):
                step["requires"] = [need for need in step["requires"] if need != flag]


def _gate(draft: Draft, phrase: str) -> Event | None:
    phrase = re.sub(
        r"^(?:get(?:ting)? |go(?:ing)? |enter(?:ing)? |open(?:ing)? |reach(?:ing)? |walk(?:ing)? )(?:(?:in)?to |through |past )?",
        "",
        phrase.strip(),
        flags=re.IGNORECASE,
    )
    return referents.gate(draft.world, phrase) or _needy(draft, phrase)


def _needy(draft: Draft, phrase: str) -> Event | None:
    found = referents.choice(draft.world, phrase)
    return found if found is not None and found.get("requires") else None


def open_way(draft: Draft, match: re.Match[str]) -> str | None:
    """A way asks for nothing any more: "let Pip walk into the orchard freely", "drop that obstacle"."""
    phrase = clean(match["t"])
    if draft.subject is not None and re.fullmatch(r"(?:it|that|this|the (?:lock|obstacle|requirement|need|puzzle|guard|barrier)|(?:that|this) (?:lock|obstacle|requirement|need|puzzle|guard|barrier|thing))", phrase, re.IGNORECASE):  # fmt: skip
        phrase = draft.subject.name
    event = _gate(draft, phrase)
    if event is None:
        place = naming.find(draft.world, phrase, ("place",))
        if place is not None:
            raise Unsure(f"No way into {place.name} asks for anything. Which other place shall be open?")
        return None
    gone = list(event["requires"])
    where, names = going(draft, event), [thing_of(draft, one) for one in gone]
    unbarred(draft, event, gone)
    for flag in gone:
        dropped(draft, flag)
    draft.subject = None
    names = [one for one in names if one != "a look around"]
    if not names:
        return f"{capital(where)} is now open to everybody"
    return f"{capital(where)} is now open to everybody; {naming.listed(names)} {'is' if len(names) == 1 and not is_plural(names[0]) else 'are'} no longer needed"


def not_needed(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the painted signs should not be needed", "you shouldn't need the rope for the beach"."""
    thing = naming.find(draft.world, clean(match["np"]), ("item",))
    if thing is None:
        return None
    where = match.groupdict().get("t")
    doors = [one for one in draft.events if thing.id in one.get("requires", [])]
    if where:
        one_ = _gate(draft, where)
        doors = [one for one in doors if one is one_] or doors
    if not doors:
        raise Unsure(f"Nothing asks for {thing.name}. Which other thing is not to be needed?")
    for one in doors:
        unbarred(draft, one, [thing.id])
    dropped(draft, thing.id)
    draft.subject = None
    return f"{capital(thing.name)} {'are' if is_plural(thing.name) else 'is'} no longer needed for {naming.listed([going(draft, one) for one in doors])}"


def only_needs(draft: Draft, match: re.Match[str]) -> str | None:
    """ "only the clay lamp is needed for the tomb, not the painted signs"."""
    event = _gate(draft, match["t"])
    wanted = re.sub(r",? (?:and )?(?:not|nothing else).*$", "", clean(match["np"]))
    keep = naming.find(draft.world, wanted, ("item",))
    if event is None:
        return None
    if keep is None:
        return swapped(draft, event, wanted, rest=True)
    if keep.id not in event["requires"]:
        raise Unsure(
            f"{capital(going(draft, event))} asks for {naming.listed([thing_of(draft, one) for one in event['requires']])}. Shall it ask for {keep.name} in its place?"
        )
    gone = [one for one in event["requires"] if one != keep.id]
    if not gone:
        raise Unsure(f"{capital(going(draft, event))} asks for {keep.name} only already. What else shall be otherwise?")
    names = [thing_of(draft, one) for one in gone]
    unbarred(draft, event, gone)
    for flag in gone:
        dropped(draft, flag)
    return f"{capital(going(draft, event))} now takes {keep.name} only; {naming.listed(names)} {'is' if len(names) == 1 else 'are'} no longer needed"


def swapped(draft: Draft, event: Event, wanted: str, *, rest: bool = False) -> str | None:
    """A way asks for another thing than before; `rest`: and for nothing besides."""
    old = next((one for one in event.get("requires", []) if one.startswith("has_")), None)
    thing = next((one for one in naming.things(draft.world) if one.kind == "item" and one.id == old), None)
    if thing is None or len(wanted.split()) > 5:
        return None
    told = ""
    if rest and len(event["requires"]) > 1:
        gone = [one for one in event["requires"] if one != old]
        unbarred(draft, event, gone)
        for flag in gone:
            dropped(draft, flag)
        told = " only"
    where = going(draft, event)
    draft.subject = None
    new = re.sub(r"^an? ", "the ", wanted) if re.match(r"(?:an?|the|some) ", wanted) else f"the {wanted}"
    call(draft, thing, new)
    return f"{capital(where)} now takes {new}{told} in place of {thing.name}, which is {new} everywhere"


def asks_other(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the quay should need a lantern instead of the biscuit"."""
    event = _gate(draft, match["t"])
    if event is None:
        return None
    new = naming.find(draft.world, clean(match["np"]), ("item",), loose=False)
    if new is not None and new.id not in event["requires"]:
        old = [one for one in event["requires"] if one.startswith("has_")]
        unbarred(draft, event, old)
        event["requires"] = [new.id, *event.get("requires", [])]
        hinted(draft, event)
        for flag in old:
            dropped(draft, flag)
        return f"{capital(going(draft, event))} now takes {new.name} in place of {naming.listed([thing_of(draft, one) for one in old])}"
    return swapped(draft, event, clean(match["np"]))


def clues(draft: Draft, match: re.Match[str]) -> str | None:
    """ "you only need one clue to call everybody together", "three clues needed"."""
    flags = [flag for one in draft.events for flag in one.get("grants", []) if re.fullmatch(r"clue_\d+", flag)]
    want = _COUNTS.get(match["n"].lower(), 0)
    doors = [one for one in draft.events if any(flag in one.get("requires", []) for flag in flags)]
    if not flags or not doors:
        items = [one.name for one in naming.things(draft.world) if one.kind == "item"]
        raise Unsure(
            f"There are no clues to count here; ways ask for single things. Which of them shall be needed, and where: {naming.listed(items[:5], 'or')}?"
        )
    if want > len(flags):
        if want < 99:
            raise Unsure(f"There are only {_WORDS[len(flags)]} clues here. Shall all of them be needed?")
        want = len(flags)
    door = doors[0]
    had = [one for one in door["requires"] if one in flags]
    if len(had) == want:
        raise Unsure(f"'{referents.label_of(door)}' takes {_WORDS[want]} {'clue' if want == 1 else 'clues'} already. How many shall it be?")
    order = [*had, *[one for one in flags if one not in had]]
    before = len(had)
    door["requires"] = [*order[:want], *[one for one in door["requires"] if one not in flags]]
    hinted(draft, door)
    _steps(draft, order[:want], list(order[want:]))
    if want < before:
        door["narration"] = re.sub(r"You have traces enough\.", "You have what you need.", str(door.get("narration", "")))
    return f"'{referents.label_of(door)}' now takes {_WORDS[want]} {'clue' if want == 1 else 'clues'}"


def _steps(draft: Draft, needed: list[str], others: list[str]) -> None:
    """The steps of the mission are those of the clues that are needed."""
    for one in draft.world.get("missions", [])[:1]:
        steps = [step for step in one["objectives"] if step.get("grants", step["id"]) not in others]
        known = {step.get("grants", step["id"]) for step in steps}
        last = steps[-1:]
        for flag in needed:
            if flag in known:
                continue
            event = next(event for event in draft.events if flag in event.get("grants", []))
            key = event["from"][0]
            steps = [*steps[:-1], {"id": flag, "text": sentence(f"Look for traces {at(draft, key)}"), "location": key, "grants": flag, "requires": []}, *last]  # fmt: skip
        for step in last:
            step["requires"] = [*[need for need in step.get("requires", []) if need not in others and need not in needed], *(needed if step.get("requires") else [])]  # fmt: skip
        one["objectives"] = steps


def also_opens(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the quarantine clearance should also open the sleeping deck": the way asks for it too, or instead of what it asked for."""
    item = naming.find(draft.world, clean(match["np"]), ("item",))
    place = naming.find(draft.world, re.sub(r"^(?:the )?(?:door|gate|way|lock) (?:in)?to ", "", clean(match["t"])), ("place",))
    if item is None or place is None:
        return None
    doors = [
        one for one in draft.events if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one))
    ]
    if not doors:
        raise Unsure(f"No way leads to {place.name}. From where shall one get there: {list_places(draft)}?")
    done = []
    for one in doors:
        old = [flag for flag in one.get("requires", []) if flag.startswith("has_") and flag != item.id]
        if item.id in one.get("requires", []) and not old:
            raise Unsure(f"{capital(place.name)} opens with {item.name} already. What else shall it open?")
        done += [thing_of(draft, flag) for flag in old]
        rest = [flag for flag in one.get("requires", []) if flag not in old and flag != item.id]
        if old:
            unbarred(draft, one, old)
            one["label"] = f"Show {item.name} and go on to {place.name}"
            one["narration"] = "It works here too."
        one["requires"] = [item.id, *rest]
        hinted(draft, one)
        for flag in old:
            dropped(draft, flag)
    draft.subject = item
    return f"{capital(item.name)} now opens {place.name} as well" + (
        f"; {naming.listed(done)} {'is' if len(done) == 1 else 'are'} no longer needed there" if done else ""
    )


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
            "text": sentence(f"Find {re.sub(r'^the ', 'a ', phrase)} {at(draft, key)}"),
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
    saved = copy.deepcopy(draft.world)
    for spot in dict.fromkeys(spots):
        flag = matters.lay(draft, spot, phrase)
        for one in draft.events:
            if one["name"] in names:
                one["requires"] = [*one.get("requires", []), flag]
        if not [one for one in errors(check(draft.world)) if (one.lint, one.path) not in known]:
            doors[:] = [one for one in draft.events if one["name"] in names]
            return flag, spot
        draft.world = copy.deepcopy(saved)
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
    phrase = (
        item.name
        if item
        else raw
        if re.match(r"(?:an?|some|two|three) ", raw, re.IGNORECASE)
        else article(raw)
        if not is_plural(raw)
        else f"some {raw}"
    )
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
                f"{giver} wants {article(bare) if not is_plural(bare) else bare} first." if giver else f"Not without {phrase}."
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
