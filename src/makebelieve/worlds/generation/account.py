"""The account of a reading: what was understood, what was assumed, what meant nothing, and all of it said again in one plain sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from makebelieve.worlds.generation.deeds import named_once
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import HOURS

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.draft import WorldDraft
    from makebelieve.worlds.generation.ground import Json

_LONGEST: Final = 300
_ONES_OWN: Final = re.compile(r"\b(?:my|our|I|me|we|us)\b")


def understood(draft: WorldDraft, shape: str, b: Builder) -> Json:
    """What was read, what was assumed, what meant nothing."""
    return {
        "genre": draft.genre,
        "alternatives": draft.genres[1:],
        "shape": shape,
        "player": b.scenery.player.full,
        "goal": {"purpose": b.purpose, "object": draft.goal.object if draft.goal.deed else b.scenery.seen["goal"], "deed": draft.goal.deed},
        **({} if b.foe.absent else {"foe": b.foe.full}),
        "places": [place.name for place in b.places if place.stated],
        "hour": HOURS[b.hour],
        "weather": b.scenery.weather,
        "assumed": [one for one in draft.assumed if one != "foe" or not b.foe.absent],
        "not_understood": draft.not_understood,
        "sentence": in_a_sentence(draft, b),
    }


def in_a_sentence(draft: WorldDraft, b: Builder) -> str:
    """Who must do what, where and by when, as it was read: a premise in the form that is read most surely, to be put right and given back.
    Empty where no deed was read."""
    deed = named_once(draft.goal.deed or "")
    if not deed:
        return ""
    player = b.scenery.player
    if not _ONES_OWN.search(draft.premise):
        deed = re.sub(r"\bmy\b", PRONOUNS[player.pronoun][2], deed)
    mine = not player.stated and (draft.teller is not None or _ONES_OWN.search(f"{deed} {draft.premise}") is not None)
    who = "I" if mine else player.full if player.stated else player.full.split(" with ")[0]
    must = "have to" if mine or player.plural else "has to"
    said = deed.lower()
    read = {site.phrase.lower(): site for site in draft.places}  # others may have been guessed
    place = next((one for one in b.places if one.stated and bare(one.name).lower() in read), None)
    where = f" {place.at}" if place is not None and read[bare(place.name).lower()].noun not in said else ""
    when = f" {draft.deadline}" if draft.deadline and draft.deadline.lower() not in said else ""
    return capital(f"{who} {must} {deed}{where}{when}".strip())[:_LONGEST].rstrip(" .") + "."
