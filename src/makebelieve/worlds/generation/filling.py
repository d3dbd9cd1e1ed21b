"""The places of a story in the order in which it goes through them: those that its premise tells, and further ones within a walk of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.worlds.generation import layout, shapes, tables
from makebelieve.worlds.generation.aboard import away_from, boarded, ways_ashore, wheeled
from makebelieve.worlds.generation.beginnings import is_land
from makebelieve.worlds.generation.bounds import COMES, LEFT, all_about, begins_in, gone_from, landed, lived_in, taken_from
from makebelieve.worlds.generation.buildings import broken_into
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.distances import way_places, way_to
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.nations import kinds_strange_to
from makebelieve.worlds.generation.places import Place, bare, made_place, of_age, plain_name
from makebelieve.worlds.generation.realms import off_earth
from makebelieve.worlds.generation.routes import FAR, Route
from makebelieve.worlds.generation.searches import goes_through
from makebelieve.worlds.generation.settings import genre_places, on_the_way, rooms_beside
from makebelieve.worlds.generation.wholes import parts_of
from makebelieve.worlds.generation.years import kinds_not_yet

_WILD_SHORE: Final = re.compile(
    r"\b(?:rows?|sails?|swims?|paddles?|drifts?|washed|stranded|marooned|shipwrecked|castaways?|desert|deserted|uninhabited|volcanic|treasure|unknown) ",
    re.IGNORECASE,
)
"""Words that tell an island where nobody lives."""
_AT_ONCE: Final = frozenset(("rooftop", "attic", "cellar"))
"""Parts of a building to which no way leads but through it."""


def filled(route: Route, draft: WorldDraft, chance: Chance, taken: set[str]) -> list[Place]:
    """As many places as the shape takes, those of the premise where its story puts them."""
    shape, places = route.shape, route.stated
    begun = (
        not route.at_end
        and len(places) == 1
        and (
            begins_in(draft, places[0])
            or taken_from(draft, places[0])
            or all_about(draft, places)
            or lived_in(draft, places)
            or goes_through(draft, places[0])
        )
    )
    if begun and _WILD_SHORE.search(draft.premise) and any(landed(draft, site) for site in draft.places):
        draft = draft.model_copy(update={"genre": "survival"})  # no road and no café
    spare = 6 if shape == "escape" else layout.SPARE if shape in layout.WAYS else 0  # more to choose from
    wanted = shapes.PLACES[shape] + spare + route.elsewhere - len(places)
    way = way_to(draft, places) if route.at_end and not (route.aboard or wheeled(draft)) and shape not in shapes.ROUND else None
    others = way_places(way, draft, wanted - spare, places, chance, taken) if way is not None else []
    if len(others) < wanted - spare:
        about = [*places, *others] if way is None else [*others, *places]
        if draft.goal.verb == "cross" and route.at_end and is_land(places[-1]):
            about = places[-1:]  # what is crossed lies all around
        if route.aboard:
            about = places[:1]
        about = _around(draft, about)
        if len(places) > 1 and places[-1].entry.title in _AT_ONCE and places[0].air == "inside":
            about = places[:1]
        land = tables.read("settings")["land"].words("of")
        on_wheels = any(place.entry.title in ("bus_inside", "team_bus", "train") for place in places[:2])
        around = [place for place in places[:2] if place.entry.title in land]
        if stopped := on_wheels and bool(around):
            about = around  # a bus breaks down in a forest: what lies about is forest
        if len(places) > 1 and places[0].entry.title == "mouse_hole":
            about = places[1:]  # what lies about the mice of a bakery is the bakery
        about = [
            place for place in about if place.entry.title not in ("plain_room", "plain_open")
        ] or about  # the bank above the hidden room
        if drowned := [place for place in places if place.entry.title == "drowned_street"]:
            about = drowned  # no lift goes down into the water
        about = about[::-1] if route.elsewhere or (route.at_end and shape in shapes.ROUND) else about
        if route.landings or (wheeled(draft) and not stopped):
            others += _landed_at(route, draft, wanted - len(others), chance, taken)
        if len(others) < wanted - spare:
            travels = (route.at_end or (len(places) > 1 and draft.goal.purpose in FAR)) and not (route.aboard or shape in shapes.ROUND)
            ends = [*places[:1], places[-1]] if len(places) > 1 else [*others[:1], *places]
            if route.elsewhere and len(places) > 1:  # nobody goes back to the cells of the police station
                travels = not route.aboard
            comes = route.elsewhere or draft.goal.purpose in (FAR if len(ends) > 1 else COMES)
            outward = len(places) > 1 and route.at_end and is_land(places[-1]) and places[0].air == "inside"
            apart = on_the_way(ends, draft) if travels and (comes or outward or places[0].home) else frozenset()
            if ends and (layout.beside(ends[0], ends[-1]) or ends[-1].entry.title in _AT_ONCE):  # from one room of a building to another
                apart = frozenset()
            elif route.elsewhere and len(places) > 1:  # all others lie about where it is done
                apart |= frozenset(rooms_beside(places[0], draft)) - frozenset(rooms_beside(places[-1], draft))
            if route.at_end and len(places) == 1 and draft.goal.purpose in ("find", "reach") and shape not in shapes.ROUND:
                apart |= parts_of(places[0].entry.title)  # who looks for the hotel is not yet in it
            if len(places) == 1 and not route.at_end and shape not in (*shapes.ROUND, "escape") and gone_from(draft, places[0].name):
                within = sorted(on_the_way(places, draft), key=lambda kind: tables.read_all("places")[kind].one("air") != "open")
                apart |= frozenset(within[1:])  # who is out of it goes on outside
            others += genre_places(draft, wanted - len(others), about, chance, taken, apart)
            if apart and len(others) < wanted:
                others += genre_places(draft, wanted - len(others), [*about, *others], chance, taken)
    vessel = boarded(draft)
    if route.at_end and len(places) == 1 and places[0].air == "under":  # into a cave one comes from outside
        others.sort(key=lambda place: (place.air == "under") + (place.air == "under" and place.entry.title != "cave_mouth"))
    told = len(places) >= shapes.PLACES["heist"]
    if shape == "heist" and route.at_end and not told and vessel is None and (rooms := broken_into(places, others, draft, taken)):
        before = [*places[:-1], *others]
        before[4:] = sorted(before[4:], key=lambda place: place.air != "open")  # one gets away into the open
        return [*before[:4], places[-1], *rooms, *before[4:]]
    short = len(places) + len(others) < shapes.PLACES[shape]
    if (
        short and route.at_end and not route.aboard and shape not in shapes.ROUND and places
    ):  # another shape, and the end of it all the same
        return [*[*places[:-1], *others][: shapes.LAST["hub"]], places[-1]]
    afloat = vessel is not None and not off_earth(draft.premise)  # no little boat lies at a starship
    if vessel is not None and afloat and route.aboard and shape == "escape" and (away := away_from(vessel)) is not None:
        out = made_place(plain_name(away[0]), away[0], taken)
        out = replace(out, entry=tables.Entry(out.entry.title, dict(out.entry.rows) | {"go": away[1]}))
        at = 5 if places[0].air == "open" else 1  # of `escape_from`
        rooms = [*places, *others]
        deck = next((i for i in range(at - 1, 0, -1) if i < len(rooms) and rooms[i].air == "open"), None)
        if deck is not None:  # a boat is let down from a deck, and not from the galley
            rooms.insert(at - 1, rooms.pop(deck))
        return [*rooms[:at], out, *rooms[at:]]
    if route.aboard and not route.elsewhere:
        end = places[-1:] if route.at_end and len(places) > 1 else []
        return _ordered([*places[: len(places) - len(end)]], [*others, *end], None) if not end else _ending(places, others, shape)
    if route.elsewhere:
        begins = [*places[:-1], *others[:1]][:1]
        along = [place for place in places[:-1] if place not in begins]
        return [*begins, places[-1], *along, *(place for place in others if place not in begins)]
    if shape == "loop" and not route.at_end and not any(place.home for place in places):
        return _ordered(places, others, None)  # it comes back to where it began, and there the premise is
    if route.at_end and shape in shapes.ROUND:
        return _ordered(places[::-1], others, None)
    land = tables.read("settings")["land"].words("of")
    if len(places) > 2 and places[0].entry.title in ("bus_inside", "team_bus", "train") and places[1].entry.title in land:
        return _ordered([*places[:2], *places[2:]], others, shapes.LAST[shape]) if not route.at_end else [*places[:2], *others, places[-1]]
    if begun and goes_through(draft, places[0]):  # it is found inside, not out in front
        others = sorted(others, key=lambda place: place.air == places[0].air)
    return _ordered(
        places,
        others,
        shapes.LAST[shape] if (draft.goal.purpose in FAR and draft.goal.verb not in LEFT and not begun) or route.at_end else None,
    )


def _around(draft: WorldDraft, places: list[Place]) -> list[Place]:
    """What further places lie about: where a part of a whole is told, its whole ("the swimming pool of the castle")."""
    for site in draft.places:
        if site.kind is not None and any(
            place.stated and place.name.endswith((f" of the {site.phrase}", f" of {site.phrase}")) for place in places
        ):
            return [made_place(plain_name(site.kind), site.kind, set(), stated=True)]
    for place in places:  # "the school roof", "the hotel cellar"
        words = bare(place.name).lower().split()
        if place.stated and place.entry.title in _AT_ONCE and len(words) > 1 and (kinds := place_kinds().get(words[-2])):
            return [made_place(plain_name(kinds[0]), kinds[0], set(), stated=True)]
    return places


def _landed_at(route: Route, draft: WorldDraft, count: int, chance: Chance, taken: set[str]) -> list[Place]:
    """Places where a small plane or a boat lands on its way."""
    used = {place.entry.title for place in route.stated}
    reached = route.landings or tuple(kind for kind in wheeled(draft) if of_age(kind, draft.genre, draft.age))
    strange = kinds_strange_to(draft.premise) | kinds_not_yet(draft.premise)
    kinds = chance.shuffled(tuple(kind for kind in reached if kind not in used | strange), "landings")[:count]
    vessel = boarded(draft)
    go = ways_ashore(vessel) if vessel is not None else ()
    made = [made_place(plain_name(kind), kind, taken) for kind in kinds]
    return [replace(place, entry=tables.Entry(place.entry.title, dict(place.entry.rows) | {"go": go})) if go else place for place in made]


def _ending(places: list[Place], others: list[Place], shape: str) -> list[Place]:
    """The rooms of a vessel in their order, and where the deed is done last."""
    rooms = [*places[:-1], *others]
    last = shapes.LAST.get(shape, len(rooms))
    return [*rooms[:last], places[-1], *rooms[last:]]


def _ordered(stated: list[Place], others: list[Place], last: int | None) -> list[Place]:
    """Places of the premise: the first begins the story unless it is the far end of it; further ones lie along the way."""
    if not stated:
        return others
    if last is None:
        return [*stated[:1], *others[:1], *stated[1:], *others[1:]]
    home = [place for place in stated if place.home]
    far = [place for place in stated if not place.home]
    if not far:
        return [*home, *others]
    end, along = far[-1], far[:-1]
    rest = [*home, *along, *others] if home or not along else [*along[:1], *others[:1], *along[1:], *others[1:]]
    return [*rest[:last], end, *rest[last:]]
