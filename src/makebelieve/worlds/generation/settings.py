"""Where a world plays when its premise does not say: a place that a word of it tells, and further ones within a walk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.frailty import kinds_too_steep
from makebelieve.worlds.generation.kinds import speaks_of_stars
from makebelieve.worlds.generation.nations import kinds_strange_to, kinds_too_green, nation_of, strange_to
from makebelieve.worlds.generation.places import Place, made_place, of_age, plain_name
from makebelieve.worlds.generation.realms import ONLY, SETTLEMENTS
from makebelieve.worlds.generation.sparing import without
from makebelieve.worlds.generation.wholes import parts_of
from makebelieve.worlds.generation.years import kinds_not_yet, not_yet

_OF_FLATS: Final = frozenset(("home_kitchen", "bedroom", "bathroom", "lift_cage", "stairwell"))
_FLAT: Final = re.compile(r"\b(?:flats?|apartments?|tower block|penthouse)\b", re.IGNORECASE)
_HOUSE_BEASTS: Final = frozenset(
    ("cat", "dog", "kitten", "puppy", "hamster", "parrot", "goldfish", "mouse", "rat", "spider", "moth", "cockroach", "raven", "horse", "pony", "rabbit", "budgie",
     "canary", "terrier", "poodle", "tortoise", "mice", "rats", "cats", "dogs", "hen", "pig", "goat", "gecko", "ferret", "guinea")
)  # fmt: skip
_FEWEST: Final = 4
_BESIDE: Final = 10.0
"""What a place of the same building or ground weighs: more than anything outside of it."""


_TECHNICAL: Final = frozenset(("scifi", "space_opera", "cyberpunk", "steampunk", "spy", "hero", "postapoc"))
_WORKED_IN: Final = frozenset(("laboratory", "science_room", "engine_room", "machine_room"))
"""Kinds of places that only technical people have at hand."""
_FAR_FETCHED: Final = frozenset(
    ("road", "boat_deck", "ship_deck", "quay", "desert_dunes", "oasis", "canyon", "salt_flat", "warehouse", "factory", "office", "laundry", "petrol_station", "scrapyard", "runway", "airport",
     "oil_rig", "liner_deck", "jungle_temple", "snowfield", "glacier", "tundra", "volcano", "savanna", "swamp", "car_park", "motorway", "bunker", "meeting_room", "archive",
     "copy_room", "machine_room", "lift_cage", "hotel_corridor", "prison_wing", "building_site", "underworld", "mirror_world")
)  # fmt: skip
"""Where a story plays only if nothing more ordinary is left of the scenes of its deed, when its premise says nothing of where."""
_BRIDGE_OUT: Final = re.compile(
    r"\b(?:foot|draw)?bridges? (?:that |which )?(?:is|are|was|were|has|have|got)(?: been)? (?:out|down|gone|closed|broken|washed|swept|destroyed|collapsed|burn|blown|cut|fallen)",
    re.IGNORECASE,
)
"""Of a bridge by which nobody goes."""


def staged(kinds: frozenset[str], draft: WorldDraft, chance: Chance, taken: set[str], near: frozenset[str] = frozenset()) -> list[Place]:
    """Where a deed is done that has places of its own (`kinds`), in the age of the premise's genre; `near`: within a walk of such kinds of place."""
    table = tables.read_all("places")
    if near:
        around = {kind for one in near for kind in within_a_walk(one, sorted(near), draft)}
        kinds = frozenset(kind for kind in kinds - near if kind in around or near & {*within_a_walk(kind, [kind], draft)})
    some = sorted(
        kind for kind in kinds if kind in table and of_age(kind, draft.genre, draft.age) and not table[kind].words("venue") & ONLY.keys()
    )
    some = [kind for kind in some if kind not in kinds_not_yet(draft.premise)]
    if draft.genre == "cyberpunk":  # its streets are no high street
        some = [kind for kind in some if kind in tables.read("settings")["neon_city"].words("of")]
    if not some:
        return []
    if draft.genre not in _TECHNICAL:  # a motorbike is mended in a workshop, and in a laboratory by those who have one
        some = [kind for kind in some if kind not in _WORKED_IN] or some
    some = [kind for kind in some if kind not in _FAR_FETCHED] or some
    kind = chance.pick(some, "scene of the plot")
    return [made_place(plain_name(kind), kind, taken)]


def starting(draft: WorldDraft, chance: Chance, taken: set[str]) -> list[Place]:
    """Where a story of the genre begins whose premise, hero and plot tell nothing of where."""
    earthly = draft.genre == "scifi" and not speaks_of_stars(draft.premise)  # a delivery drone of the year 2080 is in no orbit
    apart = {"starship", *ONLY}
    some = [
        entry.one("of").split()[0]
        for entry in tables.read("settings").values()
        if draft.genre in entry.words("starts")
        and not (earthly and tables.read_all("places")[entry.one("of").split()[0]].words("venue") & apart)
    ]
    fitting = [kind for kind in some if of_age(kind, draft.genre, draft.age)] or some or ["open_ground"]
    kind = chance.pick(fitting, "setting")
    return [made_place(plain_name(kind), kind, taken)]


def on_the_way(places: Sequence[Place], draft: WorldDraft) -> frozenset[str]:
    """The kinds of place that nobody comes by on the way from the first of `places` to the last, in another building: the rooms of that one,
    and all but one of those where it begins."""
    first, last = places[0].entry.title, places[-1].entry.title
    if len(places) == 1:
        return frozenset(kind for kind, beside in _walk_of(last, [last], draft).items() if beside)
    around = _walk_of(first, [first], draft)
    begins = [kind for kind, beside in around.items() if beside]
    ends = {kind for kind, beside in _walk_of(last, [last], draft).items() if beside} | parts_of(last)
    ends -= {kind for kind, beside in around.items() if not beside}
    if first in ends and last not in begins:
        return frozenset(begins[1:])  # a house lies in its village: nobody comes to the village through the bathroom
    return frozenset() if first == last or last in begins else frozenset(ends | {*begins[1:]})


def rooms_beside(place: Place, draft: WorldDraft) -> list[str]:
    """The kinds of rooms of the same building as a place, the likeliest first."""
    table, kind = tables.read_all("places"), place.entry.title
    return [one for one, beside in _walk_of(kind, [kind], draft).items() if beside and table[one].one("air") in ("inside", "under")]


def streets_about(place: Place, draft: WorldDraft) -> list[str]:
    """The kinds of open places before a building, streets and squares first."""
    table, kind = tables.read_all("places"), place.entry.title
    around = [one for one, beside in _walk_of(kind, [kind], draft).items() if not beside and table[one].one("air") == "open"]
    return sorted(around, key=lambda one: one not in SETTLEMENTS and not one.endswith(("street", "square", "green")))


def genre_places(
    draft: WorldDraft, count: int, places: Sequence[Place], chance: Chance, taken: set[str], apart: frozenset[str] = frozenset()
) -> list[Place]:
    """`count` further places within a walk of `places`, the nearest to the first of them first and those about the last of them last; where there
    are none, of one setting that suits the genre. `apart`: kinds that are no part of it."""
    table = tables.read_all("places")
    some: list[Place] = [] if places else starting(draft, chance, taken)
    used = list(dict.fromkeys(place.entry.title for place in (*places, *some)))
    own = [place.entry.title for at, place in enumerate(places) if not at or place.stated or place.home]
    heads = {_head(place) for place in taken}
    reached = list(used)
    wet = any(table[kind].one("air") == "sea" or kind == "submarine" for kind in used)
    made: list[tuple[float, Place]] = []
    steep = kinds_too_steep(draft)
    wild = draft.player is not None and draft.player.category == "creature" and draft.player.noun not in _HOUSE_BEASTS
    wild = wild and all(table[kind].one("air", "open") in ("open", "sea") for kind in used)
    for ring in range(8):  # what lies around, then what lies around that
        besides = {
            *(_rooms() if wild and ring < 6 else ()),
            *used,
            *apart,
            *(place.entry.title for _, place in made),
            *kinds_strange_to(draft.premise),
            *kinds_not_yet(draft.premise),
            *(kinds_too_green(draft.premise) if ring < 6 else ()),
            *(steep if ring < 6 else ()),
            *(("shore_bridge",) if _BRIDGE_OUT.search(draft.premise) else ()),
        }
        weights = _about(reached if ring > 1 else used, draft, besides, own or used, wet=wet)
        wanted = count - len(some) - len(made)
        near = dict(_nearest(weights, wanted if not ring else wanted + 2))
        while near and len(made) < count - len(some):
            kind = chance.weighted(near, "place")
            del near[kind]
            names = list(without(without(_free_names(kind, taken), strange_to(draft.premise)), not_yet(draft.premise)))
            others = [name for name in names if _head(slug(name, 60)) not in heads] or (names if ring > 2 else [])
            if others:
                place = made_place(chance.pick(others, "place name"), kind, taken)
                heads.add(_head(place.id))
                made.append((20 * ring + _along(kind, used, draft), place))
        if len(made) >= count - len(some):
            break
        reached = [*reached, *(place.entry.title for _, place in made if place.entry.title not in reached)]
    return [*some, *(place for _, place in sorted(made, key=lambda pair: pair[0]))]


@cache
def _rooms() -> frozenset[str]:
    """Kinds of places indoors, where no wild beast comes by."""
    return frozenset(kind for kind, entry in tables.read_all("places").items() if entry.one("air") == "inside")


def _nearest(weights: dict[str, float], wanted: int) -> list[tuple[str, float]]:
    """What `wanted` places are drawn from: what belongs together where that is enough, else little more than is wanted."""
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    within = sum(weight >= _BESIDE for _, weight in ranked)
    return ranked[: within if within > wanted else wanted + 1]


def _free_names(kind: str, taken: set[str]) -> list[str]:
    """Names of a kind of place that no place of the world has."""
    return [
        name
        for name in tables.read_all("places")[kind].items("names")
        if slug(re.sub(r"^(?:(?:on|in|at|under|behind) )?(?:the )?", "", name), 40) not in taken
    ]


def _about(used: list[str], draft: WorldDraft, besides: set[str], own: list[str], *, wet: bool) -> dict[str, float]:
    """Kinds of place within a walk of those used, by how near they are; what is near to several of them counts for each."""
    weights: dict[str, float] = {}
    table = tables.read_all("places")
    for kind in used:
        around = _walk_of(kind, used, draft)
        for at, (other, beside) in enumerate(around.items()):
            if beside and kind not in own and table[other].one("air") in ("inside", "under"):
                continue  # nobody goes on into the kitchen of a café on the way
            if other not in besides and (wet or table[other].one("air") != "sea"):
                weights[other] = weights.get(other, _BESIDE if beside else 0.0) + 1 / (at + 3) ** 2
    return weights


def _along(kind: str, used: list[str], draft: WorldDraft) -> float:
    """How far along the way from the first of the kinds used to the last a place lies."""
    first, last = within_a_walk(used[0], used, draft), within_a_walk(used[-1], used, draft)
    if kind in first:
        return first.index(kind)
    return 30.0 - (last.index(kind) if kind in last else 15)


def within_a_walk(kind: str, used: Sequence[str], draft: WorldDraft) -> list[str]:
    """Kinds of place about one of the kinds `used`, the nearest first, in the age of the story."""
    return list(_walk_of(kind, used, draft))


def _walk_of(kind: str, used: Sequence[str], draft: WorldDraft) -> dict[str, bool]:
    """What `within_a_walk` gives, each with whether it belongs to the same building, ship or ground."""
    genre, era = draft.genre, draft.age or tables.read_all("genres")[draft.genre].one("era", "now")
    if kind in _OF_FLATS and _FLAT.search(draft.premise):
        kind = "apartment"
    nation = nation_of(draft.premise)
    return _walk(kind, frozenset(used), genre, era, nation.title if nation is not None else "")


@lru_cache(maxsize=1 << 12)
def _walk(kind: str, used: frozenset[str], genre: str, era: str, nation: str) -> dict[str, bool]:
    rows = [
        (_rank_of(entry, kind, used, genre, era), at, entry)
        for at, entry in enumerate(tables.read("settings").values())
        if entry.items("near")
        and (not entry.items("nations") or nation in entry.words("nations"))
        and (kind in entry.words("of") or (kind in entry.words("near") and (used - {kind}) & entry.words("of")))
    ]
    holding = [row for row in rows if row[0] is not None] or [((9, 0, 0, 0), at, entry) for _, at, entry in rows]
    if not holding:
        return {}
    entry = min(holding, key=lambda row: (row[0], row[1]))[2]
    trusted = bool(entry.items("eras")) and era in _reaching(entry.words("eras"))
    bounded = len(entry.items("near")) > 1 and kind in _bounded(entry)
    near = {
        other: bounded and not at
        for at, item in enumerate(entry.items("near"))
        for other in item.split()
        if other != kind and (at or bounded or len(entry.items("near")) == 1 or other in entry.words("of") or not _is_room(other))
    }
    standing = {other: beside for other, beside in near.items() if trusted or _stands(other, era)}
    return standing if len(standing) >= _FEWEST else near  # whatever the age: no road leads from the moon


def _is_room(kind: str) -> bool:
    return tables.read_all("places")[kind].one("air") in ("inside", "under")


def _bounded(entry: tables.Entry) -> frozenset[str]:
    """The kinds of a row that belong to one building or ground."""
    return entry.words("of") | frozenset(entry.items("near")[0].split())


def _rank_of(entry: tables.Entry, kind: str, used: frozenset[str], genre: str, era: str) -> tuple[int, int, int, int] | None:
    """How well a row holds for a kind, a genre and an age, the lower the better; None where it does not."""
    genres, eras = entry.words("genres"), entry.words("eras")
    if (genres and genre not in genres) or (eras and era not in _reaching(eras)):
        return None
    own = 0 if len(entry.items("near")) > 1 and kind in entry.words("of") else 1  # a bakery in a village has rooms of its own
    return (
        0 if genres or entry.items("nations") else 1,
        0 if era in eras else 2 if not eras else 1,
        own,
        -len(used & (entry.words("of") | entry.words("near"))),
    )


def _reaching(eras: frozenset[str]) -> frozenset[str]:
    """The ages of a row, with those in which the world of today still stands."""
    return eras | {"late", "wild", "far"} if "now" in eras else eras


@cache
def _stands(kind: str, era: str) -> bool:
    """Whether a kind of place stands in an age: land lies there in any."""
    genres = tables.read_all("genres")
    if kind in tables.read("settings")["land"].words("of"):
        return True
    eras = {genres[tag].one("era", "now") for tag in tables.read_all("places")[kind].words("tags") if tag in genres}
    return not eras or bool(eras & ({era, "now"} if era in ("late", "wild", "far") else {era}))


def _head(key: str) -> str:
    """What sort of place a name speaks of, so that a world has one village and one bridge."""
    head = re.split(r"_(?:of|on|at|in|behind|below|under)_", key.removesuffix("_again"))[0]
    return head if head.endswith("_room") else head.rsplit("_", 1)[-1]
