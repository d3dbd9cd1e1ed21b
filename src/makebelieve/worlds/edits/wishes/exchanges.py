"""Wishes about people who change places: who is played, who did it, who stands in the way."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes.heroes import become
from makebelieve.worlds.edits.wishes.names import call
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import capital


def hero_is(draft: Draft, match: re.Match[str]) -> str | None:
    """ "our hero should be Noor, not Tomas": two change places; or the player is somebody new."""
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) .+$", "", clean(match["v"]))
    player = naming.find(draft.world, "the player")
    if player is None:
        return None
    other = naming.find(draft.world, value, ("person",), loose=False)
    if other is not None:
        return exchanged(draft, player, other)
    if told := become(draft, player, value):
        return told
    from makebelieve.worlds.edits.wishes import identities

    return identities.become(draft, player, value)


def exchanged(draft: Draft, a: Thing, b: Thing) -> str:
    """Two people change places: each is called as the other was."""

    def change(text: str) -> str:
        marked = _swapped(text, a.name, "\x03")
        return _swapped(marked, b.name, a.name).replace("\x03", b.name)

    first = a.name.split()[0]
    short_b = b.name.split()[0]
    # The premise is the author's own words: it stays as it was typed.
    start = draft.world["entrance"]["state"]
    kept = {part: draft.world.get(part) for part in ("description",)}
    told = draft.states[start].get("narration")
    draft.world = renaming.told_everywhere(draft.world, change)
    draft.world |= {part: one for part, one in kept.items() if one is not None}
    if told is not None:
        draft.states[start]["narration"] = told
    draft.world["name"] = re.sub(rf"\b{re.escape(a.name)}\b", b.name, draft.world["name"])
    draft.world["subject"] = b.name if naming.proper(b.name) else re.sub(r"^the ", "", b.name)
    understood = draft.world.get("metadata", {}).get("understood")
    if understood is not None:
        understood["player"] = b.name
    del first, short_b
    draft.subject = None
    return f"The player is now {b.name}; {a.name} is met where {b.name} was"


def _swapped(text: str, old: str, new: str) -> str:
    bare = re.sub(r"^(?:the|an?) ", "", old)
    lead = r"(?:\b(?:the|an?) )?" if bare != old else ""
    return re.sub(
        rf"{lead}\b{re.escape(bare)}\b",
        lambda one: capital(new) if one[0][:1].isupper() and new[:1] != "\x03" else new,
        text,
        flags=0 if naming.proper(old) else re.IGNORECASE,
    )


def culprit(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the murderer should be Nurse Calloway instead of Old Mrs. Vesper": clues and accusations tell of the other."""
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) .+$", "", clean(match["v"]))
    guilty = [one for one in draft.events if one.get("grants") == ["done"] and one["kind"] == "transition"]
    people = [one for one in naming.things(draft.world) if one.kind == "person"]
    new = naming.find(draft.world, value, ("person",))
    accusing = [one for one in draft.events if one["kind"] == "transition" and guilty and one["from"] == guilty[0]["from"]]
    old = next((one for one in people for event in guilty if one.name in str(event.get("label", ""))), None)
    if (old is None or len(accusing) < 2) and match[0].lower().startswith(("it ", "change who")):
        return None
    if old is None or len(accusing) < 2:
        raise Unsure("There is nobody to be accused in this story. Who shall do what, and in which place?")
    if new is None:
        named = [one.name for one in people if any(one.name in str(event.get("label", "")) for event in accusing)]
        raise Unsure(f"Nobody called '{value}' can be accused here. Who shall it have been: {naming.listed(named, 'or')}?")
    if new.name == old.name:
        raise Unsure(f"It was {old.name} already. Who else shall it have been?")
    if not any(new.name in str(event.get("label", "")) for event in accusing):
        raise Unsure(
            f"{capital(new.name)} cannot be accused here. Who shall it have been: {naming.listed([one.name for one in people if one.name != old.name], 'or')}?"
        )

    def change(text: str) -> str:
        return _swapped(_swapped(text, new.name, "\x03"), old.name, new.name).replace("\x03", old.name)

    for event in draft.events:
        if event["kind"] == "terminal":
            for fact in event["terminal"].get("facts", []):
                fact["text"] = change(fact["text"])
        elif event in accusing or any(re.match(r"clue|trace|truth", flag) for flag in event.get("grants", [])):
            for part in ("label", "base", "narration"):
                if event.get(part):
                    event[part] = change(str(event[part]))
    for state in draft.states.values():
        if "ending" in state:
            state["base"], state["narration"] = change(state["base"]), change(state.get("narration", ""))
            state["ending"]["subtitle"] = change(state["ending"].get("subtitle", ""))
    draft.subject = new
    return f"It was {new.name} now: the clues and the accusations tell of {new.name} in place of {old.name}"


def villain(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the bad guy should be Vera Lund": who stands in the way and somebody else change places, or somebody new does."""
    foe = next((one for one in naming.things(draft.world) if one.kind == "foe"), None)
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) .+$", "", clean(match["v"]))
    other = naming.find(draft.world, value, ("person",), loose=False)
    if foe is None:
        return None
    if other is None:
        if told := become(draft, foe, value):
            return told
        return call(draft, foe, re.sub(r"^an? ", "the ", value))

    def change(text: str) -> str:
        return _swapped(_swapped(text, foe.name, "\x03"), other.name, foe.name).replace("\x03", other.name)

    draft.world = renaming.told_everywhere(draft.world, change)
    draft.subject = None
    return f"{capital(other.name)} now stands in the way, and {foe.name} is met where {other.name} was"


def accusable(draft: Draft, match: re.Match[str]) -> str | None:
    """ "I would like to be able to accuse Father Dunne": one more whom one may name, wrongly."""
    person = naming.find(draft.world, clean(match["v"]), ("person",))
    losing = [
        one
        for one in draft.events
        if one["kind"] == "transition"
        and re.match(r"(?:Accuse|Name|Point at|Say that it was) ", str(one.get("label", "")))
        and not one.get("grants")
    ]
    if person is None or not losing or any(person.name in str(one.get("label", "")) for one in losing):
        return None
    old = next((one.name for one in naming.things(draft.world) if one.kind == "person" and one.name in str(losing[0]["label"])), None)
    if old is None:
        return None
    model = losing[0]
    fresh = {
        part: (str(one).replace(old, person.name) if part in ("label", "base", "narration") else one)
        for part, one in model.items()
        if part not in ("hotkey", "name", "landWhen")
    }
    fresh["from"] = list(model["from"])
    fresh["name"] = f"accuse_{slug(person.name)}"
    draft.events.append(fresh)
    return f"{capital(person.name)} can now be accused too: '{fresh['label']}'"
