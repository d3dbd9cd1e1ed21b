"""Which places a story goes through: where it begins, what lies along its way, and where its deed is done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from makebelieve.worlds.generation import shapes, tables
from makebelieve.worlds.generation.aboard import boarded, landings_of, room_of, ways_ashore
from makebelieve.worlds.generation.beginnings import beginning, is_beast, is_land, unsaid
from makebelieve.worlds.generation.bounds import (
    LEFT,
    all_about,
    at_home_in,
    begins_in,
    beyond_of,
    broken_into_by,
    brought_to,
    carried_to,
    comes_to,
    gone_from,
    is_aside,
    is_own,
    is_start,
    journey_of,
    landed,
    left_behind,
    lived_in,
    passed,
    same_site,
    taken_from,
    trapped_in,
    travelled_to,
)
from makebelieve.worlds.generation.buildings import robbed
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.compounds import lands
from makebelieve.worlds.generation.draft import Goal, Site, WorldDraft
from makebelieve.worlds.generation.hints import hinted, told_of
from makebelieve.worlds.generation.homes import dwelling_of, kept_small, of_trade
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.outward import outward
from makebelieve.worlds.generation.places import Place, bare, home_of, kind_of, made_place, of_age, plain_name, stated_places
from makebelieve.worlds.generation.realms import GROUNDS, ONLY, SETTLEMENTS
from makebelieve.worlds.generation.searches import goes_through, in_one_room, looked_through, lost_and_found, put_back
from makebelieve.worlds.generation.settings import streets_about, within_a_walk
from makebelieve.worlds.generation.usual import has_usual, room_of_thing, under_a_roof, usual_places, usual_room, worked_in
from makebelieve.worlds.generation.venues import GATHERINGS
from makebelieve.worlds.generation.wholes import is_whole, parts_of

FAR: Final = frozenset(("find", "rescue", "steal", "defeat", "deliver", "explore", "reach"))
_DONE_THERE: Final = frozenset(("do", "restore", "unite", "win"))
"""Purposes that are done in the one place that the premise names."""
_WHERE_IT_BEGINS: Final = frozenset(("escape", "survive", "protect", "solve"))
_TOWNS: Final = frozenset(("town", "village", "city", "hamlet", "island", "country", "kingdom"))
"""Nouns of places that hold every other place: a village's cake is baked in its bakery."""
_DENS: Final = frozenset(
    ("snowfield", "reef", "swamp", "river_crossing", "anthill", "savanna", "jungle_temple", "flower_bed", "hedge_bottom", "garden_pond")
)
"""Where none but beasts live."""
_KITCHENS: Final = frozenset(("hotel_kitchen", "home_kitchen", "castle_kitchen", "old_kitchen", "restaurant", "diner", "cafe", "bakery"))
_OUT_TO_SEE: Final = re.compile(
    r"\b(?:rows?|sails?|goes|sets|rides|climbs|drives|flies|travels|walks) (?:out|over|up|down|off|across|there) to (?:see|find out|look|learn)\b"
)
"""Who does this is not there yet."""
_DUG: Final = frozenset(("tunnel", "hole", "well", "pit", "grave"))
"""What is no place before it has been dug."""
_AT_WORK: Final = frozenset(("solve", "find", "restore", "do", "protect"))
"""Purposes of stories that may begin at work."""
_LODGED: Final = frozenset(("care_home", "prison_wing", "hospital", "monastery", "dormitory"))
"""Whoever is said to be in one of these sets out from it, and not from home."""
_STAYS: Final = frozenset(("escape", "survival", "mystery", "siege"))
"""Shapes that begin in the place that the deed names."""


@dataclass(slots=True)
class Route:
    """The places that a premise tells, in the order of the story as far as it says; the rest is filled in by `filled`."""

    shape: str
    stated: list[Place] = field(default_factory=list)
    at_end: bool = False
    """Whether the last of them is where the deed is done."""
    elsewhere: bool = False
    """Whether a piece of work is done in another place than the one where the story begins."""
    aboard: bool = False
    """Whether all of it but its end lies in one vessel."""
    landings: tuple[str, ...] = ()
    """Kinds of places where a vessel lands that has no rooms."""


def route_of(draft: WorldDraft, plot: tables.Entry | None, shape: str, chance: Chance, taken: set[str]) -> Route:
    """The places of the premise and of its plot, as the story of a shape goes through them."""
    goal = draft.goal
    if (goal.verb or "").partition("_")[0] == "dig":
        sites = [site for site in draft.places if site.noun not in _DUG]
        draft = draft.model_copy(update={"places": sites, "venue": draft.venue if draft.venue in sites else None})
    if (outer := outward(draft, shape, chance, taken)) is not None:
        return Route(*outer, at_end=True)
    if (vessel := boarded(draft)) is not None:
        return _aboard(draft, vessel, shape, chance, taken)
    if (
        draft.venue is not None
        and draft.venue.noun in lands()
        and re.search(
            rf"\b(?:across|through|around|round|over|all over|in|search|searches|comb|combs|roam|roams|explore|explores) {draft.venue.phrase}\b",
            draft.premise,
        )
    ):
        within = [site for site in draft.places if not same_site(site, draft.venue)]
        if not within and lands()[draft.venue.noun] != "country_village":
            within = [draft.venue]  # who searches the Serengeti is in it
        draft = draft.model_copy(update={"venue": None, "places": within})  # where they are all along
    if (journey := journey_of(draft)) is not None:  # "from Lyon to Geneva": it ends in Geneva, whatever is done there
        along = [site for site in draft.places if site not in journey]
        if goal.purpose in ("escape", "survive", "solve"):  # what befalls somebody on the way befalls them between the two
            road = Site(phrase="long road", noun="road", kind="road")
            return route_of(draft.model_copy(update={"places": [*along, road], "venue": None}), plot, shape, chance, taken)
        draft = draft.model_copy(update={"places": [journey[0], *along, journey[1]], "venue": journey[1]})
        return _toward(draft, journey[1], plot, "hub" if shape in shapes.ROUND else shape, chance, taken)
    town = draft.venue is not None and (_is_town(draft.venue, draft, chance) or has_usual(draft, draft.venue))
    if town and goal.purpose in _DONE_THERE:
        draft = draft.model_copy(update={"venue": None})  # in Chicago there is a ring to fight in
    entered = broken_into_by(draft)
    if entered is not None and draft.venue is None and goal.purpose not in ("escape", "survive"):
        draft = draft.model_copy(update={"venue": entered})
        shape = "hub" if shape in _STAYS else shape
    elif draft.venue is None and goal.purpose in _DONE_THERE and (bound := travelled_to(draft)) is not None:
        draft = draft.model_copy(update={"venue": bound})
        shape = "hub" if shape in shapes.ROUND else shape
    ashore = any(landed(draft, site) for site in draft.places)
    if (
        draft.venue is not None
        and shape not in _STAYS
        and (entered is not None or goal.purpose not in ("escape", "survive", "solve"))
        and not ashore
    ):
        if (draft.goal.purpose == "find" and entered is None and looked_through(draft, draft.venue.phrase, draft.venue.kind)) or gone_from(
            draft, draft.venue.phrase
        ):
            return route_of(draft.model_copy(update={"venue": None}), plot, shape, chance, taken)
        return _toward(draft, draft.venue, plot, shape, chance, taken)
    if draft.venue is None and is_aside(draft) and (usual := usual_places(draft, taken)):
        aside = stated_places(draft, chance, taken)[:1]
        begins = usual[:-1] or ([] if shape in shapes.ROUND else beginning(draft, usual[0], plot, chance, taken))
        if not begins:
            return Route(shape, [*aside, *usual], at_end=bool(aside))
        shape = "hub" if shape == "loop" else shape
        return Route(shape, [*begins, *aside, usual[-1]], at_end=True, elsewhere=shape == "work")
    if tiny := kept_small(draft, taken):
        return Route(shape, tiny)
    places = [*home_of(draft, taken), *stated_places(draft, chance, taken)][:5]
    if outs := [place for place in places if not place.home and gone_from(draft, place.name)]:
        places = [*outs[:1], *(place for place in places if place is not outs[0] and not place.home)]
    if goal.purpose == "reach" and (to := _part_to_reach(draft, places)) is not None:
        places = [*places, made_place(f"the {bare(goal.object or '')}", to, taken, stated=True)]
    abroad = (
        bool(places)
        and all(lands().get(site.noun) == "country_village" for site in draft.places)
        and (goal.purpose not in ("reach", "deliver", "explore") or at_home_in(draft))
    )
    if abroad and (home := dwelling_of(draft, taken, frozenset())):
        places = home  # a beekeeper in Tuscany is among her hives
    quitted = re.findall(r"[a-z]+", (goal.object or "").lower())[-1:] if goal.verb in LEFT else []
    if quitted and not any(quitted[0] in place.name.lower() for place in places) and (kinds := place_kinds().get(quitted[0])):
        places = [made_place(f"the {quitted[0]}", kinds[0], taken, stated=True), *places]  # who leaves the circus is in it
    wide = (
        goal.purpose in _DONE_THERE
        and bool(places)
        and all(site.noun in _TOWNS or site.kind in SETTLEMENTS or _is_town(site, draft, chance) for site in draft.places)
    )
    implied = (usual_places(draft, taken)[-1:] or hinted(draft, taken, wide=wide)) if wide or not places else []
    own = bool(implied) and draft.player is not None and told_of(draft.player.phrase, implied[0].entry.title)
    implied = [replace(one, home=own) for one in implied]  # a vampire is at home where vampires are
    if (
        implied
        and not own
        and (den := dwelling_of(draft, set(taken), frozenset()))
        and is_land(den[0])
        and (is_beast(draft) or den[0].entry.title in _DENS)
    ):
        implied, own = den, True  # an orangutan's baby is in no nursery
    if implied and plot is not None and plot.items("place") and implied[0].entry.title not in plot.words("scenes"):
        implied = []  # a sword for the queen is forged in a forge
    if wide and not implied and not any(place.home for place in places) and shape in shapes.ROUND:
        besides = frozenset((*SETTLEMENTS, *(place.entry.title for place in places)))
        implied = dwelling_of(draft, taken, besides)  # a smith in a village is in his forge
    if work := _work_in_town(draft, places, taken, wide=wide or bool(implied)):
        places = [*work, *places]
    craft = wide and shape in shapes.ROUND and bool(implied) and _is_workplace(implied[0], goal, plot)
    places = [*places, *implied] or unsaid(draft, plot, shape, chance, taken)
    said = set(re.findall(r"[a-z]+", f"{goal.deed or ''} {goal.object or ''}".lower()))
    fetched = goal.purpose == "deliver"
    there = [
        place
        for place in places
        if not (place.home or (fetched and taken_from(draft, place))) and set(re.findall(r"[a-z]+", bare(place.name).lower())[-1:]) & said
    ]
    leave = left_behind(draft)
    left = [place for place in there if leave is not None and bare(leave.phrase).lower() in place.name.lower()]
    if (
        lived_in(draft, places)
        or goal.verb in LEFT
        or (left and left == there and goal.purpose in ("deliver", "reach"))
        or all_about(draft, places)
    ):
        there = []  # "get off the island": it ends somewhere else
    elif len(places) == 1 and shape in ("hub", "quest", "descent") and (lost_and_found(draft, places[0]) or in_one_room(draft, places[0])):
        return Route("loop", places)
    elif len(places) == 1 and (
        goes_through(draft, places[0])
        or gone_from(draft, places[0].name)
        or trapped_in(draft, places[0])
        or (goal.purpose == "find" and looked_through(draft, places[0].name, places[0].entry.title))
    ):
        there = []
        if shape in shapes.ROUND and gone_from(draft, places[0].name):
            shape = "hub"  # who sneaks out of the school does not end in it
    elif craft:
        there = implied  # a baker in a village bakes in the bakery
    elif not there and not own:
        only = len(places) == 1 and not places[0].home
        brought = only and goal.purpose == "deliver" and brought_to(draft, places[0])
        there = places if implied or (only and goal.purpose in _DONE_THERE) or brought else []
    out = leave is not None and left and not there and goal.verb not in LEFT and all(place.air != "sea" for place in left)
    if leave is not None and out:  # smuggled out of the city: to beyond it
        shape = "hub" if shape in shapes.ROUND else shape
        beyond = beyond_of(leave, taken)
        there, places = [beyond], [*left, *(place for place in places if place not in left), beyond]
    comes = goal.purpose not in _WHERE_IT_BEGINS or _OUT_TO_SEE.search(draft.premise) is not None
    at_end = bool(there) and comes and not ashore
    if at_end:  # what is wanted is had in the place that the premise names with it
        scene = next((place for place in there if bare(place.name).lower() in (goal.object or "").lower()), there[-1])
        places = [*(place for place in places if place is not scene), scene]
        if len(places) == 1 and shape in ("hub", "quest", "descent") and goal.purpose in _DONE_THERE and begins_in(draft, scene):
            return Route("loop", places)  # who is there already stays there
        if len(places) == 1 and shape not in shapes.ROUND:
            places = [*beginning(draft, scene, plot, chance, taken), *places]
    if (
        len(places) == 1
        and not at_end
        and shape in ("hub", "quest", "descent")
        and put_back(draft)
        and not gone_from(draft, places[0].name)
    ):
        return Route("loop", places)
    if shape in ("work", "loop") and len(places) == 1 and places[0].entry.title in GROUNDS and under_a_roof(plot):
        places = [made_place(f"the base on {places[0].name}", "space_base", taken, stated=True)]
    if shape == "work" and len(places) == 1 and (room := room_of_thing(draft, places[0], taken)):
        return Route(shape, [*places, *room], at_end=True, elsewhere=True)
    inner = usual_room(draft, parts_of(places[0].entry.title)) if len(places) == 1 and is_whole(places[0]) else None
    if inner is not None and shape in ("hub", "quest", "descent"):
        return Route(shape, [*places, made_place(plain_name(inner), inner, taken, stated=True)], at_end=True)
    return Route(shape, places, at_end)


def _work_in_town(draft: WorldDraft, places: list[Place], taken: set[str], *, wide: bool) -> list[Place]:
    """Where a hero of a trade works of whom the premise names the town alone: an opera singer in Vienna is at the opera."""
    sites = draft.places
    towns = bool(sites) and all(site.noun in _TOWNS or site.kind in SETTLEMENTS or site.proper for site in sites)
    if wide or not towns or len(places) != 1 or places[0].entry.title not in SETTLEMENTS or draft.goal.purpose not in _AT_WORK:
        return []
    if draft.player is None or not of_trade(draft.player.phrase):
        return []
    return dwelling_of(draft, taken, frozenset((*SETTLEMENTS, "city_street")))


def _is_town(site: Site, draft: WorldDraft, chance: Chance) -> bool:
    """Whether a place is a town that the premise calls by its name."""
    return site.proper and kind_of(site, chance, draft.genre, draft.age) in SETTLEMENTS


def _part_to_reach(draft: WorldDraft, places: list[Place]) -> str | None:
    """The kind of what is to be reached, where that is a place which the premise names as its aim alone: the roof of the mall."""
    words = re.findall(r"[a-z]+", (draft.goal.object or "").lower())
    if not places or not words or any(words[-1] in place.name.lower().split() for place in places):
        return None
    return next((kind for kind in place_kinds().get(words[-1], ()) if of_age(kind, draft.genre, draft.age)), None)


def _is_workplace(place: Place, goal: Goal, plot: tables.Entry | None) -> bool:
    """Whether what is made, mended or otherwise done by a plot is done in its hero's own place."""
    return goal.purpose == "restore" or (plot is not None and place.entry.title in plot.words("scenes"))


def _aboard(draft: WorldDraft, vessel: Site, shape: str, chance: Chance, taken: set[str]) -> Route:
    """The route of a story that plays aboard: through the rooms of the vessel, and to land only where the deed is done there."""
    goal = draft.goal
    if draft.genre in ONLY["starship"]:
        vessel = vessel.model_copy(update={"kind": kind_of(vessel, chance, draft.genre, draft.age)})  # the ship of astronauts sails no sea
    landings = landings_of(vessel, draft)
    rooms = {vessel.kind, *(() if landings else within_a_walk(vessel.kind or "", [vessel.kind or ""], draft))}
    venue = draft.venue if draft.venue is not None and not same_site(draft.venue, vessel) else None
    said = set(re.findall(r"[a-z]+", f"{goal.deed or ''} {goal.object or ''}".lower()))
    venue = room_of(vessel, venue) if venue is not None else None
    others = [
        room_of(vessel, site) for site in draft.places if not same_site(site, vessel) and (venue is None or not same_site(site, venue))
    ]
    if venue is None and goal.purpose not in _WHERE_IT_BEGINS:
        there = [site for site in others if site.kind in rooms or goal.purpose in ("reach", "deliver", "find", "explore")]
        venue = next((site for site in there if {*re.findall(r"[a-z]+", site.phrase.lower())[-1:]} & said), None)
    if venue is not None and passed(draft, venue):
        venue = None
    along = [site for site in others if site.kind in rooms and site is not venue]
    if venue is None and shape == "work" and along:  # the bomb is in the engine room
        venue = along.pop()
    if venue is None and shape == "work" and (kind := worked_in(draft, rooms - {vessel.kind})) is not None:
        name = bare(plain_name(kind))
        venue = room_of(vessel, Site(phrase=name, noun=name.rpartition(" ")[2], kind=kind, vessel=True))
    if landings:  # what it flies over is behind it
        along = [site for site in others if site is not venue and site.kind in landings][:1]
    ends = venue is not None and (goal.purpose not in _WHERE_IT_BEGINS or venue.kind not in rooms)
    chosen = [vessel, *along, *([venue] if venue is not None and (ends or venue.kind in rooms) else [])]
    places = stated_places(draft.model_copy(update={"places": chosen}), chance, taken)
    if ends and venue is not None and venue.kind not in rooms:
        go = ways_ashore(vessel)
        places[-1] = replace(places[-1], entry=tables.Entry(places[-1].entry.title, dict(places[-1].entry.rows) | {"go": go}))
    far = ends and venue is not None and venue.kind not in rooms
    if (
        (shape == "loop" and ends)
        or (shape == "work" and far)
        or shapes.PLACES[shape] > len({*rooms, *landings, *(place.entry.title for place in places)})
    ):
        shape = "hub"
    return Route(shape, places, at_end=ends, elsewhere=shape == "work" and ends, aboard=True, landings=landings)


def _toward(draft: WorldDraft, venue: Site, plot: tables.Entry | None, shape: str, chance: Chance, taken: set[str]) -> Route:
    """The route to the place where the premise says that the deed is done."""
    others = [site for site in draft.places if not same_site(site, venue)]
    first = [site for site in others if is_start(draft, site)] or [site for site in others if site.kind in _LODGED]
    others = [*first, *(site for site in others if site not in first)]
    if held := next((site for site in others if site.kind == venue.kind and venue.noun in GATHERINGS), None):
        return _toward(draft.model_copy(update={"venue": held}), held, plot, shape, chance, taken)  # a show in a theatre
    event = _gathering(venue, draft, taken)
    if draft.goal.purpose == "steal" and not others and (through := robbed(draft, venue, shape, chance, taken)):
        return Route("heist" if len(through) == shapes.PLACES["heist"] else "quest", through, at_end=True)
    said = stated_places(draft.model_copy(update={"places": [*others, *([] if event else [venue])]}), chance, taken)
    scene = event or [place for place in said[-1:] if bare(venue.phrase).lower() in place.name.lower()]
    if not scene:
        return route_of(draft.model_copy(update={"venue": None}), plot, shape, chance, set())
    along = [place for place in said if place is not scene[0]][:3]
    inside = draft.goal.purpose in _DONE_THERE and any(place.entry.title not in SETTLEMENTS for place in along)
    inside = inside and not carried_to(draft, venue)  # what is kept from the guests in the cellar of a hotel is kept from them in it
    home = [] if first or inside else home_of(draft.model_copy(update={"places": [*others, venue]}), taken)
    entered = broken_into_by(draft) is not None
    if not home and not first and not along and not event and not entered and goes_through(draft, scene[0]):
        return Route("loop" if lost_and_found(draft, scene[0]) else shape, scene)
    if not home and not first and not inside:
        home = beginning(draft, scene[0], plot, chance, taken)
    if draft.goal.purpose in _DONE_THERE and is_own(draft, venue):
        home = []  # a witch is at home in her tea shop
    stood = {place.entry.title for place in (*scene, *along)}
    home = [one for one in home if one.entry.title not in stood]  # the castle of the premise is his
    if scene[0].entry.title in _KITCHENS:
        home = [one for one in home if one.entry.title not in _KITCHENS]  # the chef is in the kitchen already
    if draft.goal.purpose == "reach" and venue.kind in ("castle_gate", "throne_room"):  # who has to reach the castle is not in it yet
        home = [one for one in home if one.entry.title not in {"throne_room", "castle_gate", *parts_of("castle_gate")}]
        if not home and not along:
            home = [replace(made_place(plain_name("road"), "road", taken), home=True)]
    if entered and not first and not along and (not home or home[0].air != "open"):
        home = [replace(made_place(plain_name(street), street, taken), home=True) for street in streets_about(scene[0], draft)[:1]]
        shape = "hub" if shape in shapes.ROUND else shape
    if not home and not first and scene[0].entry.title in _KITCHENS and shape not in shapes.ROUND:
        return Route("loop", scene)  # and stays there
    if shape == "loop" or (
        shape == "work" and (carried_to(draft, venue) or comes_to(draft, venue))
    ):  # that would end where it began, or be there before what is brought
        shape = "hub"
    if shape == "work" and not first and not along and (room := room_of_thing(draft, scene[0], taken)):
        return Route(shape, [*scene, *room], at_end=True, elsewhere=True)
    if shape == "work" and not first and not along and not (home and home[0].stated):  # who belongs nowhere else begins where it is done
        return Route(shape, [*scene], at_end=True)
    return Route(shape, [*home, *along, *scene], at_end=True, elsewhere=shape == "work")


def _gathering(venue: Site, draft: WorldDraft, taken: set[str]) -> list[Place]:
    """A wedding or a contest as the place it is held in: one is at it, whatever stands around."""
    if venue.noun not in GATHERINGS or venue.kind is None or (venue.noun in place_kinds() and venue.noun not in ("party", "wedding")):
        return []
    kind = venue.kind if of_age(venue.kind, draft.genre, draft.age) else "village_green"
    if kind == "arena" and (draft.age or tables.read_all("genres")[draft.genre].one("era", "now")) != "old":
        kind = "public_hall"  # nobody bowls on the sand of an arena
    name = f"the {venue.phrase}"
    return [replace(made_place(name, kind, taken, stated=True), at=f"at {name}")]


def is_done_here(draft: WorldDraft, goal: Goal, shape: str) -> bool:
    """Whether a deed belongs to the place that the premise names: an organ is tuned in its cathedral, so the way leads back to it."""
    if not goal.stated or not draft.places or shape not in ("hub", "quest", "descent"):
        return False
    return goal.purpose in ("do", "restore", "win") or (goal.telling not in ("own", "made") and goal.purpose not in FAR)
