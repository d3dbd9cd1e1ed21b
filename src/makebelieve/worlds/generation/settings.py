"""Where a world plays when its premise does not say: a place that a word of it tells, and further ones within a walk."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import biome_of, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.places import GROUNDS, ONLY, SETTLEMENTS, Place, at_home, made_place, of_age, plain_name
from makebelieve.worlds.generation.reading import WORLDS
from makebelieve.worlds.generation.sites import place_kinds, speaks_of_stars

# Words that name a place but mostly mean something else.
_AMBIGUOUS: Final = frozenset(
    (
        "ring",
        "keep",
        "court",
        "front",
        "base",
        "well",
        "fair",
        "spring",
        "bar",
        "pass",
        "mine",
        "lamp",
        "books",
        "silver",
        "flat",
        "room",
        "floor",
        "gods",
        "god",
        "class",
        "bones",
        "safe",
        "chocolate",
        "candy",
        "sweets",
        "volcano",
        "square",
        "gate",
        "mirror",
        "dream",
        "cloud",
        "clouds",
        "heaven",
        "doll",
        "toy",
        "toys",
        "press",
        "stage",
        "track",
        "state",
        "home",
        "path",
        "square",
        "border",
        "field",
        "mirror",
        "snow",
        "ice",
        "winter",
        "frozen",
        "sand",
        "sky",
        "hell",
        "state",
        "clock",
        "gears",
        "club",
    )
)
# Settings to which nobody walks.
_WET: Final = frozenset(("undersea", "submarine"))
# Settings that one does not walk out of.
_FIRST: Final = frozenset(
    ("undersea", "submarine", "space", "flood", "ruin", "air", "on_the_moon", "on_a_far_moon", "on_mars", "on_a_rock", "on_a_world")
)
PIECES: Final = re.compile(r"\b(?:piece|bit|block|plank|log|lump|load|stick|splinter|grain|slab|sheet|kind|sort)s? of (?:[a-z]+ )?[a-z]+")
"""Where a noun tells of stuff: in "a piece of wood" nobody walks about."""
_DIRE: Final = frozenset(("war", "postapoc"))
"""Genres whose settings hold together what lies far apart in peace."""
_APART: Final = frozenset(("space", "on_the_moon", "on_a_far_moon", "on_mars", "on_a_rock", "on_a_world"))
"""Settings with an end to their air: each holds all its own places, whatever the genre."""


@cache
def _telling() -> dict[str, str]:
    """Word -> the kind of place that it tells of."""
    return {word: kind for kind, entry in tables.read("telling").items() for word in entry.words("words")}


def hinted(draft: WorldDraft, taken: set[str], *, wide: bool = False) -> list[Place]:
    """Where a premise without a place of its own plays, by a word that tells: "the cathedral organ" stands in the cathedral. `wide`: it only names
    a town, and the place lies in it."""
    kinds = place_kinds()
    words = re.findall(r"[a-z]+", PIECES.sub("", draft.premise.lower()))
    spoken = re.findall(r"[a-z]+", (draft.goal.object or "").lower())
    object_, head = set(spoken), spoken[-1] if spoken else ""  # a wedding cake is baked in a bakery
    table = tables.read_all("places")
    telling = _telling()
    told = [word for word in dict.fromkeys(words) if (word in kinds and word not in _AMBIGUOUS and biome_of(word)) or word in telling]
    if wide:  # whose trade or whose work tells; "royal" is no place in a village
        told = [word for word in told if word in telling or classify(word)[0] == "place"]
    if draft.goal.verb == "pay":  # what the money is for is nowhere yet
        told = [word for word in told if word in telling or word not in (draft.goal.deed or "").lower()]
    for word in sorted(told, key=lambda one: (one != head, one not in object_)):
        kind = telling.get(word) or kinds[word][0]
        site = Site(phrase=word, noun=word, kind=kind)
        # a wedding among elves calls for no hotel, unless the premise says the word itself
        if kind in SETTLEMENTS and wide:
            continue
        if word in telling and not of_age(kind, draft.genre, draft.age):
            continue
        if at_home(table[kind], site, draft.genre) and (table[kind].one("air") != "sea" or word in telling):
            being = classify(word)[0] in ("person", "creature", "robot", "group", "plant")
            name = plain_name(kind) if word in telling or being else f"the {word}"
            return [made_place(name, kind, taken, stated=True)]
    return []


def staged(kinds: frozenset[str], draft: WorldDraft, chance: Chance, taken: set[str], near: frozenset[str] = frozenset()) -> list[Place]:
    """Where a deed is done that has places of its own (`kinds`), in the age of the premise's genre; `near`: within a walk of such kinds of place."""
    table = tables.read_all("places")
    if near:
        era = draft.age or tables.read_all("genres")[draft.genre].one("era", "now")
        eras = {era, "any", "now"} if era in ("late", "wild", "far") else {era, "any"}
        around = [
            entry.words("kinds")
            for name, entry in tables.read("settings").items()
            if near & entry.words("kinds")
            and eras & entry.words("eras")
            and name not in _FIRST  # a hospital is near a quay only in a flood, or in a war
            and not (entry.words("genres") and entry.words("genres") <= _DIRE - {draft.genre})
        ]
        kinds = frozenset(kind for kind in kinds - near if any(kind in some for some in around))
    some = sorted(
        kind for kind in kinds if kind in table and of_age(kind, draft.genre, draft.age) and not table[kind].words("venue") & ONLY.keys()
    )
    if not some:
        return []
    kind = chance.pick(some, "scene of the plot")
    return [made_place(plain_name(kind), kind, taken)]


def genre_places(draft: WorldDraft, count: int, used: set[str], chance: Chance, taken: set[str]) -> list[Place]:
    """`count` further places within a walk of those the premise names (kinds in `used`), rooms of its building or ship first; where it names
    none, of one setting that suits the genre."""
    table = tables.read_all("places")
    earthly = draft.genre == "scifi" and not used and not speaks_of_stars(draft.premise)
    kinds = _around(draft.genre, draft.age, used, count, chance, earthly=earthly, ground=_ground(draft.premise))
    tags = tables.read_all("genres")[draft.genre].words("tags")
    venues = {venue for title in used for venue in table[title].words("venue")} & {
        one for title in kinds for one in table[title].words("venue")
    }
    under_roof = {title for one in used for title in _same_roof(one)}
    settled = len(used) < 2 or any(used <= {one, *_same_roof(one)} for one in used)
    within = count if settled else 2  # who goes somewhere else walks through a room or two
    weights: dict[str, float] = {}
    for title in kinds:
        entry = table[title]
        suits = 3.0 if draft.genre in entry.words("tags") else 1.2 if entry.words("tags") & tags else 0.3
        weights[title] = 1000.0 if entry.words("venue") & venues or title in under_roof else suits
    if not venues:  # one building at most: rooms of three make no place
        rooms = sorted({venue for title in weights if kinds[title] == 0 for venue in table[title].words("venue")})
        kept = chance.pick(rooms, "venue") if rooms else ""
        lone = {title: weight for title, weight in weights.items() if title in under_roof or not table[title].words("venue") - {kept}}
    else:
        lone = {title: weight for title, weight in weights.items() if title in under_roof or not table[title].words("venue") - venues}
    weights = lone if len(lone) >= count else weights
    some: list[Place] = []
    heads = {_head(place) for place in taken}
    while len(some) < count and weights:
        ring = min(kinds[title] for title in weights)
        near = {title: weight for title, weight in weights.items() if kinds[title] == ring or weight >= 1000.0}
        rooms_first = {title: weight for title, weight in near.items() if weight >= 1000.0}
        if rooms_first and not within:
            others_ = {title: weight for title, weight in weights.items() if title not in rooms_first}
            near = {title: weight for title, weight in others_.items() if kinds[title] == min(kinds[one] for one in others_)}
            rooms_first = {} if near else rooms_first
        within -= bool(rooms_first) and within > 0
        kind = chance.weighted(rooms_first or near, "place")
        del weights[kind]
        names = [
            name
            for name in table[kind].items("names")
            if slug(re.sub(r"^(?:(?:on|in|at|under|behind) )?(?:the )?", "", name), 40) not in taken
        ]
        others = [name for name in names if _head(slug(name, 60)) not in heads] or (names if len(weights) < count - len(some) else [])
        if others:
            made = made_place(chance.pick(others, "place name"), kind, taken)
            heads.add(_head(made.id))
            some.append(made)
    return some


@cache
def _same_roof(kind: str) -> frozenset[str]:
    """Kinds of place under one roof with another, by the tables of places and of settings."""
    table = tables.read_all("places")
    own = {title for title, entry in table.items() if entry.words("venue") & table[kind].words("venue")}
    return frozenset(
        own.union(*(entry.words("house") for entry in tables.read("settings").values() if kind in entry.words("house"))) - {kind}
    )


def _head(key: str) -> str:
    """What sort of place a name speaks of, so that a world has one village and one bridge."""
    return re.split(r"_(?:of|on|at|in|behind|below|under)_", key.removesuffix("_again"))[0].rsplit("_", 1)[-1]


def _ground(premise: str) -> str | None:
    """On which world a base stands, by the words of the premise."""
    words = set(re.findall(r"[a-z]+", premise.lower()))
    for kind, said in (
        ("far_moon", WORLDS),
        ("moon_plain", {"moon", "lunar", "moonbase"}),
        ("mars_plain", {"mars", "martian"}),
        ("asteroid", {"asteroid", "comet"}),
    ):
        if words & said:
            return kind
    return None


def _around(
    genre: str, age: str | None, used: set[str], count: int, chance: Chance, *, earthly: bool, ground: str | None
) -> dict[str, int]:
    """Kinds of place to fill a world up with, at least `count` where the tables have them; the nearest have the lowest number."""
    table, genres, settings = tables.read_all("places"), tables.read_all("genres"), tables.read("settings")
    era = age or genres[genre].one("era", "now")
    eras = {era, "now"} if era in ("late", "wild") else {era}
    wet = any(table[title].one("air") == "sea" or title == "submarine" for title in used)

    def fits(title: str, always: bool, apart: bool) -> bool:
        entry = table[title]
        venues = entry.words("venue")
        if title in used or (entry.one("air") == "sea" and not wet):
            return False
        own = venues & {venue for one in used for venue in table[one].words("venue")}
        if apart:
            return True
        if venues & ONLY.keys() and not own and genre not in {one for venue in venues for one in ONLY.get(venue, ())}:
            return False
        return bool(
            own
            or always
            or entry.words("tags") & {genre, *genres[genre].words("tags")}
            or eras & {genres[tag].one("era", "now") for tag in entry.words("tags") if tag in genres}
        )

    share = {title: sum(title in entry.words("kinds") for entry in settings.values()) for title in used}
    scores: dict[str, int] = {}
    for name, entry in sorted(settings.items()):
        if earthly and name in _APART:
            continue  # a delivery drone of the year 2080 is in no orbit
        core = entry.items("kinds")[0].split()[:3]
        named = sum((2 if title in core else 1) / share[title] for title in used if title in entry.words("kinds"))
        # an old library stands among offices today, and in an old street before there were any
        now = bool(entry.words("eras") & {*eras, "any"})
        scores[name] = int(
            # a hospital alone makes no flood
            (1000 if name in _FIRST and used & {*core} else 100 if now else 30) * named
            + 10 * now
            + 5 * (genre in entry.words("genres"))
            - 200 * (name in _WET and not wet)
        )
    if ground is not None and "space_base" in used:
        scores = {name: score + 2000 * (ground in settings[name].words("kinds")) for name, score in scores.items()}
    some: dict[str, int] = {}
    apart = False
    while scores and len(some) < count + 2:
        if apart:  # beyond the last hatch there are the rooms of such places only
            scores = {name: score for name, score in scores.items() if name in _APART}
            if not scores:
                break
        most = max(scores.values())
        name = chance.pick([one for one, score in scores.items() if score == most], "setting")
        del scores[name]
        for other in scores:  # the next ring borders on this one
            scores[other] += 2 * len(settings[name].words("kinds") & settings[other].words("kinds"))
        apart = apart or (name in _APART and bool(used & {*settings[name].items("kinds")[0].split()[:3]}))
        always = most >= 30 or bool(settings[name].words("eras") & {era, "any"})
        ring = max(some.values(), default=-1) + 1
        some |= {
            title: ring
            for title in sorted(settings[name].words("kinds"))
            if title not in some and not (apart and title in GROUNDS and title != ground) and fits(title, always, apart)
        }
    return some
