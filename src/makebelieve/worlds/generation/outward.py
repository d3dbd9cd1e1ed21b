"""Deeds that get somebody or something out of a place: a story of the film that is smuggled out of the palace begins in it and ends before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.worlds.generation import layout, shapes, tables
from makebelieve.worlds.generation.bounds import LEFT, beyond_of
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.compounds import lands
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.homes import dwelling_of
from makebelieve.worlds.generation.places import Place, bare, home_of, kind_of, made_place, of_age, plain_name, stated_places
from makebelieve.worlds.generation.realms import SETTLEMENTS, off_earth
from makebelieve.worlds.generation.settings import rooms_beside, streets_about
from makebelieve.worlds.generation.wholes import ISLANDS, parts_of

_WHOSE: Final = r"(?:the |an? |her |his |their |its |my |our )?(?:[\w'’-]+ ){0,2}?"
_NAMED: Final = re.compile(r"\bout of (?:the )?(?:[a-z]+(?:ing|ed|en)|besieged|war-torn|old) ([A-Z][\w’'-]+)")
"""A town by its name alone that something is happening to: "out of burning London"."""
_BOARDED: Final = {
    "train": ("station", "train", "train_guard", "train_corridor", "train_compartment"),
    "steel_deck": ("quay", "steel_deck", "ship_cargo", "ship_mess", "ship_bunks"),
    "liner_deck": ("quay", "liner_deck", "ship_cargo", "liner_saloon", "liner_cabin"),
    "ship_deck": ("quay", "ship_deck", "ship_hold", "ship_galley", "captain_cabin"),
    "bus_inside": ("bus_stop", "bus_steps", "bus_front", "bus_inside", "bus_back"),
    "plane_cabin": ("departure_gate", "plane_cabin", "plane_hold", "plane_rear", "plane_galley"),
}
"""Vehicle -> where one boards it, and the rooms through which one goes to what has been left in it."""
_STREETS: Final = frozenset(
    ("city_street", "old_town", "victorian_street", "small_town", "frontier_street", "roman_street", "rubble_street")
)
_THROUGH: Final = {
    "old": ("old_town", "market", "quay", "shore_bridge", "town_gate"),
    "steam": ("victorian_street", "town_square", "courtyard", "market", "quay", "shore_bridge"),
    "now": ("city_street", "town_square", "park", "courtyard", "rail_yard", "shore_bridge"),
}
"""Age -> what one comes through on the way out of a town, the last of it last."""
_VILLAGES: Final = frozenset(("country_village", "village_green", "fishing_village"))
_BY_THE_FIELDS: Final = ("farm", "meadow", "river_crossing", "shore_bridge")


def outward(draft: WorldDraft, shape: str, chance: Chance, taken: set[str]) -> tuple[str, list[Place]] | None:
    """The shape and all the places of a story whose deed leads out of a place; None of any other."""
    found = _left(draft)
    if found is None or off_earth(draft.premise):
        return None
    word, site = found
    era = draft.age or tables.read_all("genres")[draft.genre].one("era", "now")
    kind = kind_of(site, chance, draft.genre, era)
    if (boarded := _BOARDED.get(kind)) and draft.goal.verb not in LEFT and draft.goal.purpose not in ("escape", "survive"):
        return None if _is_on(draft, site) else _fetched(draft, site, kind, boarded, chance, taken)
    if word != "out of":
        return None
    if kind in SETTLEMENTS and site.noun not in ISLANDS and site.noun not in lands():
        return _out_of_town(draft, site, kind, era, shape, taken)
    if draft.goal.purpose in ("escape", "survive", "steal") or tables.read_all("places")[kind].one("air") != "inside":
        return None
    return _out_of_house(draft, site, shape, chance, taken)


def _left(draft: WorldDraft) -> tuple[str, Site] | None:
    deed = draft.goal.whole or draft.goal.deed or ""
    for site in draft.places:
        found = re.search(rf"\b(out of|off) {_WHOSE}{re.escape(bare(site.phrase))}\b", deed, re.IGNORECASE)
        if found is not None:
            return found[1].lower(), site
    named = _NAMED.search(draft.premise)
    if named is None or named[1] not in deed:
        return None
    return "out of", Site(phrase=named[1], noun=named[1].lower()[:60], proper=True)


def _is_on(draft: WorldDraft, site: Site) -> bool:
    """Whether the hero is aboard already: "on a train to Rome, a boy has to get a snake off the train"."""
    return re.search(rf"\b(?:on|aboard|on board) {_WHOSE}{re.escape(site.noun)}\b", draft.premise, re.IGNORECASE) is not None


def _fetched(
    draft: WorldDraft, site: Site, kind: str, rooms: tuple[str, ...], chance: Chance, taken: set[str]
) -> tuple[str, list[Place]] | None:
    """Something is got off a vehicle: from where one boards it, through it, to where that lies."""
    landing = next((one for one in draft.places if one is not site and one.kind == rooms[0]), None)
    named = stated_places(draft.model_copy(update={"places": [*([landing] if landing is not None else []), site]}), chance, taken)
    if len(named) != (2 if landing is not None else 1):
        return None
    begins = named[:1] if landing is not None else [made_place(plain_name(rooms[0]), rooms[0], taken, stated=True)]
    inner = [made_place(plain_name(room), room, taken, stated=True) for room in rooms[1:] if room != kind]
    inner.insert(rooms.index(kind) - 1, named[-1])
    return "quest", [replace(begins[0], home=True), *inner]


def _out_of_town(draft: WorldDraft, site: Site, kind: str, era: str, shape: str, taken: set[str]) -> tuple[str, list[Place]]:
    """From where somebody lives through the streets to the road behind the last of them."""
    home = home_of(draft, taken) or dwelling_of(draft, taken, frozenset(SETTLEMENTS))
    home = [one for one in home if one.air != "open"]
    street = made_place(site.phrase if site.proper else f"the {bare(site.phrase)}", kind, taken, stated=True)
    begins = [*home[:1], street]
    way = _BY_THE_FIELDS if kind in _VILLAGES else _THROUGH.get(era, _THROUGH["now"])
    kinds = [one for one in way if one != kind and of_age(one, draft.genre, draft.age) and one not in _STREETS]
    shape = shape if shape == "escape" else "quest"
    wanted = shapes.PLACES[shape] - 1 - len(begins)
    along = [made_place(plain_name(one), one, taken, stated=True) for one in kinds[-wanted:]]
    return shape, [replace(begins[0], home=True), *begins[1:], *along, beyond_of(site, taken)]


def _out_of_house(draft: WorldDraft, site: Site, shape: str, chance: Chance, taken: set[str]) -> tuple[str, list[Place]] | None:
    """From a building through its rooms to what lies before it."""
    named = stated_places(draft.model_copy(update={"places": [site]}), chance, taken)
    if len(named) != 1:
        return None
    gate = [kind for kind in parts_of(named[0].entry.title) if kind == "castle_gate"]
    streets = gate or streets_about(named[0], draft)
    rooms = rooms_beside(named[0], draft)
    if not streets or len(rooms) < 3:
        return None
    house = re.sub(r"^.* of (?:(?:the|an?|her|his|their|my|our) )?(?=[a-z])", "the ", named[0].name)
    name = f"the street outside {house}" if streets[0] in _STREETS else plain_name(streets[0])
    out = beyond_of(site, taken) if gate else made_place(name, streets[0], taken, stated=True)
    shape = shape if shape in ("hub", "quest") else "quest"
    rooms.sort(key=lambda room: layout.oddness_of(room, out.entry.title) + 3 * layout.is_inmost(room))
    door = gate[0] if gate else rooms[0]
    if draft.goal.purpose == "rescue":  # who has to be found in it is met there, and one comes from outside
        inner = [door, *[room for room in rooms if room != door][:2]]
        return "quest", [replace(out, home=True), *(made_place(plain_name(room), room, taken, stated=True) for room in inner), named[0]]
    rooms = rooms_beside(named[0], draft)
    chosen = [*[room for room in rooms if room != door][:2], door]
    *rest, exit_ = [made_place(plain_name(room), room, taken, stated=True) for room in chosen]
    order = [rest[0], exit_, rest[1]] if shape == "hub" else [*rest, exit_]
    return shape, [replace(named[0], home=True), *order, out]
