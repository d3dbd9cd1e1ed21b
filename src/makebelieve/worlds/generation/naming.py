"""What a world is called."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import deeds, tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import fill, titled
from makebelieve.worlds.generation.figures import KIN_AS_NAMES
from makebelieve.worlds.generation.hours import contradicts
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import HOURS
from makebelieve.worlds.generation.titles import title_of


def _unowned(goal: str) -> str:
    """What is sought as a title has it: "the lost ring" for "her lost ring", "Mum" for "her mum"."""
    said = re.sub(r"^(?:her|his|their|its) (?:own )?", "the ", goal)
    return said.removeprefix("the ").capitalize() if said.removeprefix("the ") in KIN_AS_NAMES else said


def _deed(draft: WorldDraft, player: Part) -> str:
    """The deed as a title has it, in the premise's words, with nobody in it who is not named: "Find the Gloves" for "find their gloves"."""
    deed = deeds.slots_of(draft.goal.deed or "", player.pronoun)[0]["Deed"]
    return re.sub(r"\b(?:her|his|its|their) (?:own )?(?=([a-z]+))", lambda match: "" if match[1] in KIN_AS_NAMES else "the ", deed)


_OWNED: Final = re.compile(r"^(?:her|his|their|its) (?:[a-z'-]+ )*?([a-z-]+)(?: (?:of|from|in|on|at|who|that) .*)?$")


def _whose(goal: str) -> bool:
    """Whether somebody is told by whose they are: "his mother" is "the mother" in no title."""
    owned = _OWNED.match(goal)
    return owned is not None and classify(owned[1])[0] == "person"


def name_for(draft: WorldDraft, b: Builder) -> str:
    """The name that a premise gives its world, or one made of who plays, of what is sought and where."""
    if draft.title:
        return draft.title[:120]
    if (given := title_of(draft.premise)) is not None:
        return titled(given)
    row = tables.read("titles")
    player, goal = b.scenery.player, b.scenery.seen["goal"]
    stated = next((place for place in b.places if place.stated), b.places[0])
    words = {
        "player": player.short, "goal": _unowned(goal), "place": stated.name, "foe": b.foe.short,
        "Deed": _deed(draft, player) or b.scenery.seen["Deed"],
        "last": b.places[min(2, len(b.places) - 1)].name,
    }  # fmt: skip
    frames = row["any"].items("name") + row["do" if b.goal_row.title == "do" else b.purpose].items("name") * 2
    if draft.goal.deed and (not draft.goal.object or (draft.goal.verb or "").partition("_")[0] in ("be", "become")):
        frames = tuple(frame for frame in frames if "{goal}" not in frame)
    if _whose(goal):  # "The Boxer and His Mother"
        frames = tuple(frame for frame in frames if "{player}" in frame and "{Deed}" not in frame) or ("{player} and {goal}",)
    if bare(b.foe.short) in goal:  # "Nefret, Her Uncle and the Uncle"
        frames = tuple(frame for frame in frames if not ("{foe}" in frame and "{goal}" in frame))
    many = frozenset((*b.scenery.plurals & {"goal", "foe"}, *(("player",) if player.plural else ())))
    for _ in range(8):
        frame = b.scenery.chosen(b.chance.pick(frames, "title"))
        own = {"goal": goal} if "{player}" in frame and goal.startswith(f"{PRONOUNS[player.pronoun][2]} ") else {}
        name = re.sub(r"\bto Home$", "Home", titled(fill(frame, words | own, many)))
        if len(name) <= 60 and not contradicts(name, HOURS[b.hour]):
            return name
    return titled(stated.name)[:60]
