"""What a choice brings about: the place or ending it leads to, a second try, a thing that one gets."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import sentence

Event = dict[str, Any]


def all_like(draft: Draft, event: Event) -> list[Event]:
    """The choice, with those that lead to the same losing end by the same means (naming somebody who did not do it)."""
    to = referents.leads(draft.world, event)
    if to in draft.states and draft.states[to].get("ending", {}).get("kind") == "lose" and event["from"]:
        return [
            one
            for one in referents.ending_choices(draft.world, "lose")
            if one["from"] == event["from"] and referents.leads(draft.world, one) == to
        ]
    return [event]


def place_meant(draft: Draft, phrase: str) -> naming.Thing | None:
    again = re.sub(r" (?:again|instead|once more|at once)$", "", phrase)
    try:
        if re.fullmatch(r"(?:the )?(?:start|beginning|first (?:room|place|scene))", again, re.IGNORECASE):
            return next(one for one in naming.things(draft.world) if one.id == draft.world["entrance"]["state"])
        return naming.find(draft.world, again, ("place", "ending"))
    except Unsure:
        return None


def item_meant(draft: Draft, part: str) -> naming.Thing | None:
    found = re.fullmatch(r"(?:get|find|receive|be given|earn|obtain|win) (?P<np>.+)", part, re.IGNORECASE)
    return naming.find(draft.world, found["np"], ("item",)) if found else None


def leads_there(draft: Draft, event: Event, place: naming.Thing) -> str:
    some = all_like(draft, event)
    before = {str(referents.leads(draft.world, one)) for one in some}
    for one in some:
        _lead_to(draft, one, place)
    gone = deserted(draft, before)
    called = naming.listed([f"'{referents.label_of(one)}'" for one in some])
    where = f"to the ending '{place.name}'" if place.kind == "ending" else f"to {place.name}"
    return f"{called} now {'leads' if len(some) == 1 else 'lead'} {where}{gone}"


def _lead_to(draft: Draft, event: Event, place: naming.Thing) -> None:
    lost = "ending" in draft.states.get(str(referents.leads(draft.world, event)), {})
    event.pop("landWhen", None)
    event.pop("grants", None) if lost and event.get("grants") == ["done"] else None
    if place.id in event["from"]:
        event["kind"] = "override"
        event.pop("to", None)
    else:
        event["kind"], event["to"] = "transition", place.id
    if lost and place.kind == "place":
        event["narration"] = (
            f"That did not go well. You find yourself {at(draft, place.id)} again."
            if place.id not in event["from"]
            else "That did not go well, but you may try again."
        )
        builder = draft.builder
        event["base"] = sentence(
            _first_half(event.get("base", "")) or builder.scenery.pixels(f"{{P}} <P:stumbles|stumble> back {at(draft, place.id)}")
        )


def _first_half(base: str) -> str:
    """What is seen of a move that has gone wrong, up to where it ends."""
    return re.split(r"\.(?= )", base.rstrip("."))[0]


def spare(draft: Draft, event: Event) -> str:
    """The choice no longer ends the story: one stays where one is."""
    some = all_like(draft, event)
    before = {str(referents.leads(draft.world, one)) for one in some}
    for one in some:
        here = one["from"][0]
        _lead_to(draft, one, naming.Thing("place", here, draft.builder.place_of[here].name))
    gone = deserted(draft, before)
    called = naming.listed([f"'{referents.label_of(one)}'" for one in some])
    return f"{called} no longer {'ends' if len(some) == 1 else 'end'} the story; one may try again{gone}"


def deserted(draft: Draft, ends: set[str]) -> str:
    """Endings that nothing leads to any more go too."""
    gone = []
    for key in ends:
        if (
            key in draft.states
            and "ending" in draft.states[key]
            and not any(referents.leads(draft.world, one) == key for one in draft.events)
        ):
            title = draft.states[key]["ending"].get("title", key)
            if sum("ending" in one for one in draft.states.values()) < 2:
                raise Unsure("That would leave no ending at all. To which other place or ending shall it lead?")
            draft.world["cutscenes"] = [one for one in draft.world.get("cutscenes", []) if key not in (one["from"], one["to"])]
            del draft.states[key]
            gone.append(title)
    return f"; nothing leads to the ending {naming.listed([repr(one) for one in gone])} any more, so it is gone" if gone else ""


def ends_story(draft: Draft, event: Event, kind: str) -> str:
    ids = naming.ending_ids(draft.world, kind)
    if not ids:
        raise Unsure(
            f"There is no {'losing' if kind == 'lose' else 'winning'} ending yet. What happens in it? Say for example: add a losing ending where the guard catches you."
        )
    if referents.leads(draft.world, event) in ids:
        raise Unsure(
            f"'{referents.label_of(event)}' leads to the ending '{draft.states[ids[0]]['ending'].get('title')}' already. What else shall come of it?"
        )
    ending = draft.states[ids[0]]["ending"]
    event["kind"], event["to"] = "transition", ids[0]
    event.pop("landWhen", None)
    return f"'{referents.label_of(event)}' now leads to the ending '{ending.get('title', ids[0])}'"


def gives_item(draft: Draft, event: Event, item: naming.Thing) -> str:
    event["grants"] = [*dict.fromkeys([*event.get("grants", []), item.id])]
    event["narration"] = f"{event.get('narration', '').rstrip()} You have {item.name}.".strip()
    return f"'{referents.label_of(event)}' now gives {item.name}"
