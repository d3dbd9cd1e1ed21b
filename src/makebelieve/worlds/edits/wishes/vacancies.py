"""What is left in the texts of a place that was taken out: its name, its things, the people who stood there."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.renaming import told_everywhere
from makebelieve.worlds.edits.staging import copied, place_of, sentences, shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.items import Item

Event = dict[str, Any]


def filled(draft: Draft, before: World, gone: str) -> list[str]:
    """The texts no longer speak of the place `gone` that `before` had; whom it concerns is told: "Lottie is now in the mill"."""
    ways = [one for one in before["scene"]["events"] if one.get("to") == gone and one["from"][0] != gone and one["from"][0] in draft.states]
    if not ways:
        return []
    here = ways[0]["from"][0]
    name = re.sub(r"^the ", "", shown_name(before, gone))
    parts = [re.sub(r"^the ", "", one) for one in place_of(before, gone).entry.items("parts")]
    told = [_moved(draft, before, one, here) for one in _people(before, gone) if not _met(draft, one)]
    known = {one["name"]: one for one in before["scene"]["events"]}
    for event in list(draft.events):
        was = known.get(event["name"])
        if was is None or (was["from"] == event["from"] and was.get("to") == event.get("to")):
            continue
        _retold(draft, event, was, gone, parts)
    _renamed(draft, gone, name, here)
    return [one for one in told if one]


def _people(before: World, gone: str) -> list[Event]:
    """The talks that were to be had in a place only."""
    return [one for one in before["scene"]["events"] if one["kind"] == "terminal" and one["from"] == [gone]]


def _name(event: Event) -> str:
    return str(event["terminal"]["persona"]).split(",")[0].split(".")[0] if not re.match(r"(?:Mrs?|Ms|Dr)\. ", event["terminal"]["persona"]) else str(event["terminal"]["persona"]).split(",")[0]  # fmt: skip


def _met(draft: Draft, event: Event) -> bool:
    return any(one["name"] == event["name"] for one in draft.events)


def _moved(draft: Draft, before: World, event: Event, here: str) -> str:
    """Somebody who can be asked stands in the place before now."""
    who = _name(event)
    bare = re.sub(r"^[Tt]he ", "", who)
    moved = copied(event)
    moved["from"] = [here]
    moved.pop("hotkey", None)
    part = draft.builder.scenery.part(draft.builder.place_of[here])
    moved["base"] = draft.builder.scenery.pixels(
        "{who} looks up from beside {part}", who=who[:1].lower() + who[1:] if who.startswith("The ") else who, part=part
    )
    draft.events.append(moved)
    draft.builder.names.add(moved["name"])
    for line in sentences(before["scene"]["states"][event["from"][0]]["base"])[1:]:
        if bare in line:
            look = re.search(rf"{re.escape(bare)}, (?P<l>[^,.]+)", line)
            _stands(draft, here, who, look["l"] if look else "")
            break
    return f"{who} is now {at(draft, here)}"


def _stands(draft: Draft, here: str, who: str, look: str) -> None:
    if any(re.sub(r"^[Tt]he ", "", who) in one for one in sentences(draft.states[here]["base"])):
        return
    shown = f"{who}, {look}," if look else who
    draft.builder.feature(here, sentence(capital(f"{shown} stands beside {draft.builder.scenery.part(draft.builder.place_of[here])}")))


def _retold(draft: Draft, event: Event, was: Event, gone: str, parts: list[str]) -> None:
    """A choice that was moved speaks of where it is now."""
    builder = draft.builder
    if event["kind"] == "transition" and event.get("to") != was.get("to") and event.get("to") in builder.place_of:
        there, here = builder.place_of[event["to"]], builder.place_of[event["from"][0]]
        event["label"] = capital(f"go back to {there.name}")
        event["base"] = builder.scenery.pixels("{P} <P:leaves|leave> {here} by the way {they} came", here=here.name)
        event["narration"] = f"You are back {there.at}."
        return
    spoken = " ".join(str(event.get(one, "")) for one in ("label", "base", "narration"))
    if event["from"] == was["from"] or gone not in was["from"]:
        return
    here_ = event["from"][0]
    label = str(event.get("anchor", {}).get("label", ""))
    person = "person" in event.get("anchor", {}).get("aliases", ())
    flags = [str(one) for one in event.get("grants", [])]
    if flags and flags[0].startswith("has_") and not person:
        _found(draft, event, flags[0], here_)
    elif flags and label and not person:
        hold = builder.hold(here_) if builder.holds.get(here_) else builder.scenery.part(builder.place_of[here_])
        for part in ("label", "base", "narration"):
            if event.get(part):
                event[part] = re.sub(rf"\b(?:the|an?) {re.escape(label)}\b", hold, str(event[part]), flags=re.IGNORECASE)
        event["anchor"] = {**event["anchor"], "label": re.sub(r"^(?:the|an?) ", "", hold)}
    else:
        for one in parts:
            if re.search(rf"\bthe {re.escape(one)}\b", spoken):
                other = builder.scenery.part(builder.place_of[here_])
                for part in ("base", "narration"):
                    if event.get(part):
                        event[part] = re.sub(rf"\bthe {re.escape(one)}\b", other, str(event[part]))
        if person:
            _stands(draft, here_, capital(label) if label[:1].isupper() else f"the {label}", "")


def _found(draft: Draft, event: Event, flag: str, here: str) -> None:
    """A find lies in a hiding place of where it is now."""
    builder = draft.builder
    if not builder.holds.get(here):
        builder.holds[here] = [builder.scenery.part(builder.place_of[here])]
    at_ = draft.events.index(event)
    builder.find(here, Item("key", phrase_of(draft, flag), flag), requires=event.get("requires"), hint=event.get("lockedHint"), aim=False)
    fresh = draft.events.pop()
    fresh["name"] = event["name"]
    draft.events[at_] = fresh


def _renamed(draft: Draft, gone: str, name: str, here: str) -> None:
    """Whatever is still said to be there is where its things have gone; the chapters of the story tell of what is left."""
    place = draft.builder.place_of[here]
    spelt = re.escape(name).replace("e\\ ", "e\\ ")

    def change(text: str) -> str:
        made = re.sub(
            rf"\b(?:in|at|on|inside|to|into) the {spelt}\b",
            lambda one: f"to {place.name}" if one[0].lower().startswith(("to ", "into ")) else place.at,
            text,
            flags=re.IGNORECASE,
        )
        return re.sub(rf"\bthe {spelt}\b", place.name, made, flags=re.IGNORECASE)

    for event in draft.events:
        if event["kind"] == "terminal":
            for fact in event["terminal"].get("facts", []):
                fact["text"] = capital(change(fact["text"]))
        else:
            changed = told_everywhere(event, change, frozenset(("label", "base", "narration", "lockedHint")))
            event.clear()
            event.update(changed)
    for state in draft.states.values():
        for one in [state, *state.get("variants", [])]:
            rest = [line for line in sentences(one["base"]) if not re.search(rf"\b{spelt}\b", line, re.IGNORECASE)]
            one["base"] = " ".join(rest) or one["base"]
    for beat in draft.world.get("story", {}).get("beats", []):
        beat["states"] = [one for one in beat.get("states", []) if one in draft.states] or [here]
        if re.search(rf"\b{spelt}\b", str(beat.get("summary", "")), re.IGNORECASE):
            beat["summary"] = _summary(draft, str(beat["summary"]), name, [*beat["states"], here])


def _summary(draft: Draft, text: str, name: str, others: list[str]) -> str:
    """A chapter without a place: it is left out of a list, or another place of the chapter stands for it."""
    spelt = re.escape(f"the {name}")
    for pattern, new in (
        (rf"{spelt}, (?=the [^,.]+ and )", ""),
        (rf", {spelt} and (?=the )", " and "),
        (rf"{spelt}, (?=the )", ""),
        (rf", ([^,.]+) and {spelt}", r" and \1"),
    ):
        made, count = re.subn(pattern, new, text, count=1, flags=re.IGNORECASE)
        if count:
            return made
    some = [draft.builder.place_of[one] for one in others if one in draft.builder.place_of]
    fresh = next((one for one in some if one.name.lower() not in text.lower()), None)
    if fresh is None:
        some_left = [draft.builder.place_of[one] for one in naming.in_order(draft.world) if one in draft.builder.place_of]
        fresh = next((one for one in some_left if one.name.lower() not in text.lower()), some_left[0])
    made = re.sub(rf"\b(?:in|at|on) {spelt}", fresh.at, text, flags=re.IGNORECASE)
    return re.sub(spelt, fresh.name, made, flags=re.IGNORECASE)
