"""Whom a wish speaks of: also those whom only the premise, the goal or a label knows."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.meaning import slots
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import player_of
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.wishes.phrases import LIVING, is_living

PRONOUN: Final = r"she|he|they|her|him|them|it"
_PLAYER: Final = re.compile(
    r"(?:I|me|myself|you|we|us|the (?:player|hero|heroine|main character|protagonist)|my (?:hero|character|player))", re.IGNORECASE
)


def is_player(world: World, phrase: str, subject: Thing | None) -> bool:
    """Whether the player is meant; "her" and its like mean the player where nobody else has been spoken of."""
    if _PLAYER.fullmatch(phrase.strip()):
        return True
    if re.fullmatch(PRONOUN, phrase.strip(), re.IGNORECASE):
        return phrase.strip().lower() != "it" and (subject is None or subject.kind == "player")
    try:
        found = naming.find(world, phrase, loose=False)
    except Unsure:
        return False
    return found is not None and found.kind == "player"


def known(world: World, phrase: str) -> Thing | None:
    """Somebody of this world: one who is met, who bars a way, whom it is about, or whom only its texts know ("the wizard")."""
    bare = phrase.strip(" .,!?\"'")
    bare = re.sub(r"^(?:The|That|This|An?|My|Her|His|Their)(?= [a-z])", lambda one: one[0].lower(), bare)
    if re.fullmatch(PRONOUN, bare, re.IGNORECASE) or not bare:
        return None
    try:
        found = slots.somebody(world, bare)
        if found is not None and found.kind in ("person", "foe"):
            return found
        goal = naming.find(world, bare, ("goal",), loose=False)
    except Unsure:
        return None
    if goal is not None and is_living(goal.name):
        return goal
    match = re.fullmatch(r"(?:the|that|this|an?|my|her|his|their) (?P<np>(?:[a-z]+ )?[a-z]+)", bare)
    if match is None or classify(match["np"].split()[-1])[0] not in LIVING:
        return None
    if set(match["np"].split()) <= set(player_of(world).split()):
        return None  # "the robot" is the robot gardener who is played
    texts = " ".join([str(world.get("description", "")), *(f"{one.get('base', '')} {one.get('narration', '')}" for one in world["scene"]["states"].values()), *(f"{one.get('label', '')} {one.get('base', '')}" for one in world["scene"]["events"])])  # fmt: skip
    if not re.search(rf"\b(?:the|an?|her|his|their|your) (?:[a-z]+ )?{re.escape(match['np'])}\b", texts):
        return None
    return Thing("cast", "", f"the {match['np']}")


def home_of(world: World, who: Thing) -> str | None:
    """Where somebody is: where the prose shows them, else the place that is called after them, else the last."""
    name = re.sub(r"^(?:the|an?) ", "", who.name).lower()
    states: dict[str, Any] = world["scene"]["states"]
    if who.kind in ("person", "foe"):
        here = [key for key, one in states.items() if "ending" not in one and re.search(rf"\b{re.escape(name)}\b", one["base"].lower())]
        here = here or [key for one in world["scene"]["events"] if one["name"] == who.id for key in one["from"]]
        return here[0] if here else None
    named = [key for key, one in states.items() if "ending" not in one and name.replace(" ", "_") in key]
    if named:
        return named[0]
    seen = [key for key, one in states.items() if "ending" not in one and re.search(rf"\bthe {re.escape(name)}\b", one["base"].lower())]
    return seen[-1] if seen else naming.last_place(world)
