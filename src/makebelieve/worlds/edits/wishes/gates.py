"""Wishes about what a way or a choice asks for: more, less, something else, nothing; and who or what bars it."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.names import call
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.morphology import is_plural

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


def in_time(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the ballroom can only be entered after midnight": no hours pass by themselves."""
    from makebelieve.worlds.edits.values import looks

    wanted = looks(match["w"])
    if not wanted or wanted[0].kind != "hour":
        return None
    raise Unsure(
        f"Hours do not pass by themselves in a world; a way can only ask for something that one finds or does. Shall {clean(match['t'])} ask for a thing? Say for example: lock {clean(match['t'])} with a silver key, or make it {match['w']} there."
    )


def vanish(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the boards disappear": what bars a way is gone, and the way is open."""
    event = referents.gate(draft.world, clean(match["t"]), guard=True)
    if event is None or naming.find(draft.world, clean(match["t"]), ("person", "place", "foe", "item"), loose=False):
        return None
    fitted = re.fullmatch(r"(?P<t>.+)", going(draft, event))
    return open_way(draft, fitted) if fitted else None


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


def everything(draft: Draft, match: re.Match[str]) -> str | None:
    """ "only let me into the ballroom when I have both things": a way asks for all that is to be found."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if place is None:
        return None
    doors = [one for one in draft.events if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one))]  # fmt: skip
    flags = [one.id for one in naming.things(draft.world) if one.kind == "item"]
    flags = [one for one in flags if any(one in event.get("grants", []) and place.id not in event["from"] for event in draft.events)]
    if not doors or not flags:
        raise Unsure(
            f"There is nothing to be found before {place.name}. What shall it ask for? Say for example: lock {place.name} with a silver key."
        )
    if all(set(flags) <= set(one.get("requires", [])) for one in doors):
        raise Unsure(
            f"{capital(place.name)} asks for {naming.listed([thing_of(draft, one) for one in flags])} already. What else shall be otherwise?"
        )
    for one in doors:
        one["requires"] = list(dict.fromkeys([*one.get("requires", []), *flags]))
        hinted(draft, one)
    draft.subject = place
    return f"{capital(place.name)} now asks for {naming.listed([thing_of(draft, one) for one in flags])}"
