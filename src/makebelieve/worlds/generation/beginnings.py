"""Where a story begins of which its premise names no place, or only the place where its deed is done."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.worlds.generation import shapes, tables
from makebelieve.worlds.generation.aboard import wheeled
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.distances import way_to
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.homes import at_family, belongs_to, dwelling_of, kept_at, served, site_of_home
from makebelieve.worlds.generation.places import Place, made_place, of_age, plain_name
from makebelieve.worlds.generation.realms import GROUNDS, ONLY, off_earth
from makebelieve.worlds.generation.settings import rooms_beside, staged, within_a_walk

_CAST_AWAY: Final = re.compile(r"\b(?:shipwrecked|castaways?|marooned|desert island)\b", re.IGNORECASE)
_OF_TOWNS: Final = frozenset(
    ("park", "city_street", "shop", "post_office", "office", "cafe", "museum", "school", "station", "hotel_lobby", "bus_stop", "town_square", "small_town",
     "theatre", "bank_hall", "playground", "market", "library_old", "restaurant", "meeting_room", "bookshop", "stadium")
)  # fmt: skip
"""Where nobody is who has to do with open country."""
_FAR_FROM_PEOPLE: Final = frozenset(
    ("savanna", "jungle_temple", "snowfield", "reef", "anthill", "swamp", "desert_dunes", "flower_bed", "hedge_bottom", "garden_pond")
)
"""Where beasts live that come by no street."""
_SET_OUT_FROM: Final = {"island_beach": "tidal_flat", "ballroom": "manor"}
"""Where a way on foot begins that ends in a kind of place: at an island the sands before it, at a ball the house where one dresses."""
_HOMELY: Final = re.compile(
    r"\b(?:mum|mummy|mom|mommy|dad|daddy|grandma|grandpa|granny|bedtime|our (?:house|flat)|(?:my|our) (?:little |big |baby |twin )?(?:brother|sister)"
    r"|tooth fairy|hamster|gerbil|guinea pig|budgie|goldfish|tortoise|kitten|puppy|my (?:cat|dog|rabbit|parrot|snake|hedgehog))\b",
    re.IGNORECASE,
)
"""Words of those who are at home, where nobody is named as who plays: their family, their pets."""
_OF_THE_HOUSE: Final = re.compile(
    r"\b(?:(?:my|our|her|his|their) (?:[a-z]+ )?(?:brothers|sisters|aunts|uncles|cousins|siblings|grandchildren|nieces|nephews|flatmates|housemates)"
    r"|(?:my|our) (?:doorstep|larder|fridge|kitchen|bedroom|bathroom|living room|sitting room|pantry))\b"
)
"""Among whom or where it happened that was done at home."""
_SORT_OF: Final = {"boxing_gym": "gym_hall", "surgery": "hospital"}
"""Kinds of places that do for what is done in another."""
_AT_HOME: Final = ("house", "home_kitchen", "bedroom", "nursery", "garden_house", "attic", "cellar")
"""Where a family is, the likeliest first."""


def unsaid(draft: WorldDraft, plot: tables.Entry | None, shape: str, chance: Chance, taken: set[str]) -> list[Place]:
    """Where a premise plays that names no place at all: where its hero belongs or its deed is done, which goes first for a piece of work."""
    scenes = plot.words("scenes") if plot is not None else frozenset[str]()
    if shape == "mystery" and _OF_THE_HOUSE.search(draft.goal.deed or ""):
        return [replace(made_place(plain_name("house"), "house", taken), home=True)]  # one's brothers are asked at home
    if shape == "mystery" and scenes and (scene := _of_victim(draft, taken) or staged(scenes, draft, chance, taken)):
        return scene  # nobody was poisoned at the police station
    if kinds := wheeled(draft):
        return [made_place(plain_name(kinds[0]), kinds[0], taken, stated=True)]
    if _CAST_AWAY.search(draft.premise):
        return [made_place("the white beach", "island_beach", taken, stated=True)]
    if kept := kept_at(draft, taken):
        return kept
    if draft.goal.verb == "get_through" and (work := dwelling_of(draft, taken, frozenset())):
        return work  # the first day of a firefighter is at the fire station
    if where := served(draft, taken):
        return where
    if at_family(draft) and (within := [kind for kind in _AT_HOME if kind in scenes] or ([] if scenes else ["house"])):
        return [replace(made_place(plain_name(within[0]), within[0], taken), home=True)]
    of_any = plot is not None and plot.title.startswith("do_")  # done wherever one is
    if _HOMELY.search(draft.premise) and draft.player is None and not dwelling_of(draft, set(taken), frozenset()):
        room = next((kind for kind in _AT_HOME if kind in scenes), "house")
        return [replace(made_place(plain_name(room), room, taken), home=True)]
    den = dwelling_of(draft, set(taken), frozenset()) if is_beast(draft) else []
    wild = bool(den) and (
        not scenes
        or den[0].entry.title in _FAR_FROM_PEOPLE
        or bool(scenes & {*within_a_walk(den[0].entry.title, [den[0].entry.title], draft)})
    )
    if (of_any or wild) and (home := dwelling_of(draft, taken, frozenset())):
        return home
    if scenes and shape in shapes.ROUND:
        own = dwelling_of(draft, set(taken), frozenset())
        if own and scenes & {
            own[0].entry.title,
            _SORT_OF.get(own[0].entry.title, ""),
            *rooms_beside(own[0], draft),
        }:  # a boxer trains where there are lockers: in the boxing gym
            return dwelling_of(draft, taken, frozenset())
        return staged(scenes, draft, chance, taken) or dwelling_of(draft, taken, frozenset())
    return dwelling_of(draft, taken, frozenset()) or staged(scenes, draft, chance, taken)


def is_beast(draft: WorldDraft) -> bool:
    return draft.player is not None and draft.player.category == "creature"


def _of_victim(draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Where it happened, by whom it befell: at the opera, where the singer was killed."""
    victim = re.search(r"\bwho (?:[a-z]+ ){1,3}?(?:the|a|an) ([a-z][a-z -]*)$", draft.goal.deed or "")
    site = site_of_home(victim[1], draft.genre, draft.age) if victim is not None else None
    return [made_place(f"the {site.phrase}", site.kind, taken)] if site is not None and site.kind is not None else []


def beginning(draft: WorldDraft, scene: Place, plot: tables.Entry | None, chance: Chance, taken: set[str]) -> list[Place]:
    """Where a story begins whose deed is done in `scene`: where its hero belongs, else in a place of its plot within a walk."""
    kinds = frozenset((scene.entry.title,))
    home = dwelling_of(draft, taken, kinds)
    if not home and (wheels := [kind for kind in wheeled(draft) if kind not in kinds]):
        home = [replace(made_place(plain_name(wheels[0]), wheels[0], taken), home=True)]
    crossed = draft.goal.verb == "cross" and is_land(scene)
    if not home and scene.entry.title in GROUNDS and off_earth(draft.premise):  # one comes there from the sky
        return [replace(made_place(plain_name("starship_bridge"), "starship_bridge", taken), home=True)]
    if off_earth(draft.premise):
        return [one for one in home if one.entry.words("venue") & ONLY.keys()]
    if not home and not crossed and plot is not None and not belongs_to(draft, scene.entry.title) and way_to(draft, [scene]) is None:
        before = _SET_OUT_FROM.get(scene.entry.title)
        if before is not None and draft.goal.purpose == "reach" and of_age(before, draft.genre, draft.age):
            return [replace(made_place(plain_name(before), before, taken), home=True)]
        scenes = plot.words("scenes") - (_OF_TOWNS if is_land(scene) else frozenset())
        home = [replace(one, home=True) for one in staged(scenes, draft, chance, taken, kinds)]
    return [one for one in home if (one.air == "sea") == (scene.air == "sea")]  # nobody walks out of the sea


def is_land(place: Place) -> bool:
    return place.entry.title in tables.read("settings")["land"].words("of")
