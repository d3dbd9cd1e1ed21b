"""The places of one world: those of the premise first, then ones that suit its genre."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from makebelieve.language import biome_of, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.compounds import land_of, lands
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.english import capital, determined, owned_by_name, pictorial, slug
from makebelieve.worlds.generation.kinds import PARTS, place_kinds
from makebelieve.worlds.generation.realms import (
    BASES,
    GROUNDS,
    OFF_EARTH,
    ONLY,
    OTHER_WORLDS,
    SETTLEMENTS,
    SHIPS,
    TOWNS,
    in_its_world,
    off_earth,
)
from makebelieve.worlds.generation.sites import told_longer
from makebelieve.worlds.generation.sizes import in_small
from makebelieve.worlds.generation.whereabouts import way_of_being

# What stands for a biome when a premise names a place that no row of the tables fits.
_KIND_OF_BIOME: Final = {
    "forest": "deep_forest", "jungle": "jungle_temple", "desert": "desert_dunes", "snow": "snowfield", "mountain": "mountain_pass",
    "cave": "cavern", "underwater": "reef", "ocean": "island_beach", "island": "island_beach", "swamp": "swamp", "volcano": "volcano",
    "sky": "cloud_isle", "space": "moon_plain", "city": "city_street", "cyber": "neon_alley", "wasteland": "ruined_city",
    "castle": "castle_gate", "dungeon": "dungeon", "haunted": "haunted_hall", "indoor": "plain_room", "garden": "garden_house",
    "village": "village_green", "factory": "factory", "lab": "factory", "ruins": "stone_ruins", "food": "diner", "body": "plain_room",
}  # fmt: skip
_OWN: Final = frozenset(
    ("starship", "spaceship", "spacecraft", "rocket", "shuttle", "submarine", "sub", "raft", "airlock", "cockpit",
     "flood", "reactor", "orbit", "moon", "mars", "asteroid", "comet", "colony")
)  # fmt: skip
_SUNK: Final = frozenset(("sunken", "drowned", "submerged", "underwater"))
_HOUSES_BELOW: Final = frozenset(
    ("hotel_lobby", "restaurant", "cafe", "museum", "school", "hospital", "casino", "laboratory", "prison_wing")
)
"""What is built under water for people who breathe air."""
_TOWNS_BY_NAME: Final = frozenset(
    ("creek", "gulch", "ridge", "springs", "bend", "falls", "rock", "fork", "hollow", "hill", "flats", "canyon")
)
_AT_THE_SURFACE: Final = {
    "reef": "island_beach", "reefs": "island_beach", "sandbank": "island_beach", "shoal": "island_beach", "sea": "island_beach",
    "ocean": "island_beach", "ice": "snowfield", "trench": "trench_line", "trenches": "trench_line",
}  # fmt: skip
_COMPOUNDS: Final = "show|fair|festival|market|hall|office|station|house|room|shop|garden|yard|school|hospital|library"
"""Nouns before which a place's name is not yet over: the village flower show."""
_OF_TOWNS: Final = frozenset(("samurai_house", "nile_town", "roman_forum", "roman_street"))
"""Kinds by which towns of another age are known."""
_NOWHERE: Final = frozenset(("north", "south", "east", "west", "concert", "party", "wedding", "doors", "way", "war", "final", "weekend"))
"""What is no place to stand in: directions, gatherings, times."""
_BELOW: Final = frozenset(
    ("under", "beneath", "below", "underwater", "sunken", "deep", "bottom", "dive", "diver", "divers", "diving", "submarine", "submariner", "fathoms", "drowned", "coral")
)  # fmt: skip
_SWIMMERS: Final = frozenset(
    ("mermaid", "merman", "octopus", "squid", "fish", "shark", "whale", "dolphin", "seahorse", "crab", "lobster", "eel", "turtle", "fishes", "octopuses", "sharks",
     "whales", "dolphins", "mermaids", "crabs", "clownfish", "shrimp")
)  # fmt: skip
"""Words with which a reef is seen from below; ships run onto it from above."""
_AFLOAT: Final = re.compile(r"\b(?:rows?|rowing|rowed|paddl\w+|boats?|rafts?|canoes?|kayaks?|roofs?|rooftops?|the flood)\b", re.IGNORECASE)
"""Words with which a drowned town is seen from above."""
_FLOODED: Final = frozenset(("flooded", "flooding"))
_RUINED: Final = frozenset(("ruined", "abandoned", "destroyed", "bombed", "deserted", "wrecked"))
# Named places of the wide world that a bare "the" would spoil.
_VOID: Final = ("space", "outer space", "deep space")
_NO_ARTICLE: Final = frozenset(
    ("mars", "venus", "jupiter", "saturn", "earth", "heaven", "hell", "valhalla", "olympus", "atlantis", "antarctica")
)
# Heads that say nothing of the kind by themselves: a petrol station is none between the stars, a bath house no manor.
_GENERIC: Final = frozenset(("station", "house", "room", "bay", "hall", "bridge", "deck", "cabin", "mess", "box", "centre", "center"))
_CITIES: Final = frozenset(("london", "paris", "berlin"))
"""Towns that the tables know by name."""
_PREPOSED: Final = frozenset(("on", "in", "at", "under", "behind"))


@dataclass(frozen=True, slots=True)
class Place:
    """One place: what it is called in a sentence ("the frozen sea"), where one stands, and its table of details."""

    id: str
    name: str
    at: str
    entry: tables.Entry
    adjectives: tuple[str, ...] = ()
    stated: bool = False
    home: bool = False

    @property
    def air(self) -> str:
        return self.entry.one("air", "open")

    @property
    def parts(self) -> tuple[str, ...]:
        """Things that stand there, as noun phrases with an article."""
        return self.entry.items("parts") or tables.read("parts")[self.entry.title].items("parts")

    @property
    def props(self) -> tuple[str, ...]:
        """The company of things that lie about there; none where the genre decides."""
        row = self.entry.one("props") or tables.read("parts").get(self.entry.title, self.entry).one("props")
        return tuple(row.split())

    @property
    def cap(self) -> str:
        return capital(self.name)


def kind_of(site: Site, chance: Chance, genre: str, era: str | None = None, *, afloat: bool = False) -> str:
    """The row of the tables for a place of the premise. `afloat`: one comes there in a boat."""
    table = tables.read_all("places")
    words = set(re.findall(r"[a-z]+", site.phrase.lower()))
    if words & _SUNK and words & TOWNS and (genre in ONLY["flood"] or afloat):
        return "drowned_street"  # its roofs look out
    if words & _SUNK and site.noun in BASES | {"lab", "laboratory", "observatory"}:
        return "moon_pool"
    if words & _SUNK == {"underwater"} and site.kind in _HOUSES_BELOW:
        return site.kind  # one is dry in an underwater hotel
    if words & _SUNK and (site.kind is None or table[site.kind].one("air") != "sea"):
        return "deep_wreck" if words & SHIPS else "sunken_hall"
    if words & OFF_EARTH and site.noun in BASES:
        return "space_base" if words & OTHER_WORLDS else "space_station"
    if words & _FLOODED and words & TOWNS:
        return "drowned_street"
    if words & _RUINED and words & TOWNS - {"village", "street", "streets"}:
        return "ruined_city"
    if re.search(r"\bruins of [A-Z]", site.phrase) and of_age("ruined_city", genre, era):
        return "ruined_city"  # of Boston
    if genre == "western" and site.proper and site.noun in _TOWNS_BY_NAME and not site.phrase.startswith("the "):
        return "frontier_street"  # "Silver Creek"
    if lands().get(site.noun) == "country_village" and re.search("[A-Z]", site.phrase):  # ancient Greece is no street of Rome
        return "country_village" if of_age("country_village", genre, era) else "village_green"
    if site.kind in table and at_home(table[site.kind], site, genre):
        kind = of_its_time(site, genre, era) or site.kind or ""
        if not site.proper or of_age(kind, genre, era) or not {kind, *place_kinds().get(site.noun, ())} & {*SETTLEMENTS, *_OF_TOWNS}:
            return kind
        towns = ("city_street", "old_town", "victorian_street", *SETTLEMENTS)  # Kyoto is a town of today where the premise is
        return next((one for one in towns if of_age(one, genre, era)), kind)
    for other in place_kinds().get(site.noun, ()):  # a bridge is one of a ship only among ships
        if other != site.kind and at_home(table[other], site, genre):
            old = (era or tables.read_all("genres")[genre].one("era", "now")) == "old"
            return "old_town" if old and other == "victorian_street" else other  # no gas lamps in the London of the Great Fire
    if site.noun in ("sea", "ocean"):  # seen from its shore, unless it is said that one is under it
        return "island_beach"
    if site.noun in lands():
        kind = lands()[site.noun]
        return kind if of_age(kind, genre, era) or kind != "country_village" else "village_green"
    named = site.proper or re.search(r"[A-Z]", site.phrase) is not None  # medieval Florence is no castle
    hints = [biome_of(word) for word in (site.noun, *(() if named else site.phrase.lower().split()))]
    best = max((hint for hint in hints if hint), key=lambda one: one[1], default=None)
    if best and best[0] == "city" and genre == "sea" and era is None:
        return "old_town"  # Istanbul, whenever it is
    if best and best[1] > 0.3:
        kind = _KIND_OF_BIOME.get(best[0], "plain_open")
        return kind if of_age(kind, genre, era) else next((one for one in _elsewhen().get(kind, ()) if of_age(one, genre, era)), kind)
    if named:
        if genre == "sea" and era is None:
            return "old_town"  # Istanbul, whenever it is
        inland = [title for title in SETTLEMENTS if title != "fishing_village" or genre in ("sea", "pirate")]
        fitting = [title for title in inland if genre in table[title].words("tags")] or [
            title for title in inland if of_age(title, genre, era)
        ]
        return chance.pick(sorted(fitting), "kind of a name") if fitting else "open_land"
    return land_of(site.noun) or ("open_land" if site.noun in ("world", "area") else "plain_room")


def of_its_time(site: Site, genre: str, era: str | None = None) -> str | None:
    """Another kind of place by the same name, where the first is of another age: a small town of today is none of the frontier."""
    table = tables.read_all("places")
    if site.kind is None:
        return None
    kinds = [kind for kind in place_kinds().get(site.noun, ()) if at_home(table[kind], site, genre)]
    if site.kind in kinds and genre not in table[site.kind].words("tags"):  # what the genre itself knows goes first
        own = next((kind for kind in kinds if genre in table[kind].words("tags")), None)
        if own is not None and of_age(own, genre, era) and (own in SETTLEMENTS or not of_age(site.kind, genre, era)):
            return own
    late = (era or tables.read_all("genres")[genre].one("era", "now")) in ("far", "late", "wild")
    if of_age(site.kind, genre, era) or (late and of_age(site.kind, "slice", "now")):
        return None
    others = kinds if site.kind in kinds else []
    return next((kind for kind in (*others, *_elsewhen().get(site.kind, ())) if of_age(kind, genre, era)), None)


@cache
def _elsewhen() -> dict[str, tuple[str, ...]]:
    """Kind of place -> what stood in its stead in other ages: an inn for a hotel."""
    return {title: tuple(entry.one("kinds").split()) for title, entry in tables.read("elsewhen").items()}


def of_age(kind: str, genre: str, era: str | None = None) -> bool:
    """Whether a kind of place stands in the age of a genre, or in another that the premise tells."""
    genres, tags = tables.read_all("genres"), tables.read_all("places")[kind].words("tags")
    eras = {genres[tag].one("era", "now") for tag in tags if tag in genres}
    return (era or genres[genre].one("era", "now")) in eras or (era is None and genre in tags)


def at_home(entry: tables.Entry, site: Site, genre: str) -> bool:
    """Whether a kind of place fits a site in that genre: rooms of a starship want a starship or its genre."""
    venues = entry.words("venue") & ONLY.keys()
    return (
        not venues
        or site.vessel
        or site.noun in _OWN
        or "space" in site.phrase.lower()
        or genre in {one for venue in venues for one in ONLY[venue]}
    )


def place_named(phrase: str, genre: str, chance: Chance, taken: set[str], kind: str | None = None) -> Place:
    """A place that somebody asks for by a phrase without article ("dusty rover garage"); its id is added to `taken`. `kind`: its row of the tables."""
    words = re.findall(r"[a-z]+", phrase.lower())
    table, named = tables.read_all("places"), phrase[:1].isupper() and len(phrase.split()) < 5
    site = Site(phrase=phrase[:120], noun=words[-1][:60] if words else "place", proper=named)
    kind = (
        kind
        or next(
            (
                one
                for word in (*words[-1:], *reversed(words[:-1]))
                for one in place_kinds().get(word, ())
                if at_home(table[one], site, genre) and (word not in _GENERIC or len(words) == 1 or genre in table[one].words("tags"))
            ),
            None,
        )
        or kind_of(site.model_copy(update={"noun": site.noun if site.noun not in _GENERIC else "place"}), chance, genre)
    )
    name = phrase if (named and "_" not in phrase) or determined(phrase) else f"the {phrase}"
    adjectives = tuple(word for word in words[:-1] if word in tables.read("light")["adjective"].rows)
    return made_place(pictorial(name), kind, taken, adjectives, stated=True)


def plain_name(kind: str) -> str:
    """The first name of a kind of place that takes an article."""
    names = [re.sub(r"^(?:on|at|in|by|off) (?=the )", "", name) for name in tables.read_all("places")[kind].items("names")]
    return next((name for name in names if name.startswith("the ")), names[0])


def made_place(name: str, kind: str, taken: set[str], adjectives: tuple[str, ...] = (), stated: bool = False) -> Place:
    entry = tables.read_all("places")[kind]
    lead, _, rest = name.partition(" ")
    if not stated and lead in _PREPOSED and rest:  # "on the pier": the table says how one is there
        where, name = lead, rest
        where = "in" if name.endswith((" car", " compartment")) else where
    else:
        where = way_of_being(name, entry)
    key = slug(name.removeprefix("the "), 40)
    while key in taken:
        key += "_again"
    taken.add(key)
    return Place(key, name, f"{where} {name}", entry, adjectives, stated)


def stated_places(draft: WorldDraft, chance: Chance, taken: set[str]) -> list[Place]:
    """Places of the premise, in its order."""
    adjectives = tables.read("light")["adjective"].rows
    some: list[Place] = []
    for site in draft.places:
        if site.noun in _NOWHERE:
            continue
        if any(
            one is not site
            and (one.noun not in PARTS or one.kind == site.kind)
            and re.search(rf" of (?:the |an? )?{re.escape(site.phrase)}$", one.phrase)
            for one in draft.places
        ):
            continue  # "the maternity ward of a small hospital" is in it
        if site.phrase in ("city", "town", "whole city", "whole town") and any(one.proper and one is not site for one in draft.places):
            continue  # "a boy in Rio wants to fly his kite over the whole city"
        if site.noun == "moon" and (moon := re.search(r"\bmoon ([A-Z][a-z]+)", draft.premise)) is not None:  # "Saturn's moon Titan"
            ground = "far_moon" if site.kind in GROUNDS else site.kind
            site = site.model_copy(update={"phrase": moon[1], "noun": moon[1].lower(), "kind": ground, "proper": True})
        bound = site.proper and re.search(rf"\bfrom [A-Z]\w+ to {re.escape(site.phrase)}\b", draft.premise) is not None
        if classify(site.noun)[0] in ("person", "creature") and site.noun not in place_kinds() and not bound:
            continue  # the snow queen is nowhere that one walks into
        if site.kind == "school_hall" and site.noun in ("play", "dance", "assembly", "show", "musical", "concert", "bee"):
            site = site.model_copy(update={"phrase": "school hall", "noun": "hall"})  # nobody stands in a play
        phrase = "space station" if site.phrase in _VOID else pictorial(site.phrase.removeprefix("own "))  # "her own home village"
        longer = re.search(rf"\b{re.escape(phrase)} (?:{_COMPOUNDS})\b", draft.premise)
        phrase = longer[0] if longer else phrase
        if _called(phrase, site, draft.premise):
            phrase = phrase.title()  # "the Great Fire of London", "In Tokyo a boy"
            site = site.model_copy(update={"proper": True})
        if site.proper and re.fullmatch(
            "Street|Lane|Road|Square|Bridge|Avenue|Alley|Row|Hill|Station", phrase
        ):  # "Canal Street" of a title
            called = re.search(rf"\b((?:[A-Z][\w'’]+ )+{phrase})\b", draft.premise)
            phrase = called[1] if called is not None and not called[1].startswith("The ") else phrase
        name = phrase.title() if phrase.lower() in _NO_ARTICLE else phrase
        if site.noun not in place_kinds() and re.fullmatch(r"[A-Z]\w+ [a-z]+", phrase):  # "two bakeries in Paris fight"
            phrase = phrase.split()[0]
        named = any(word[:1].isupper() for word in phrase.split())
        if (
            not site.proper
            and not determined(phrase)
            and phrase.lower() not in _NO_ARTICLE
            and not (
                named
                and not re.search(rf"\b[Tt]he {re.escape(phrase)}\b", draft.premise)
                and (phrase.split()[-1][:1].isupper() or phrase.split()[-1][:1].isdigit())
                and (" of " not in phrase or phrase[:1].isupper())
            )
            and not (owned_by_name(phrase) and not re.search(rf"\b(?:her|his|their|my|our|your|the) {re.escape(phrase)}", draft.premise))
        ):
            numbered = re.fullmatch(r"[a-z]+ \d+[A-Za-z]?", phrase)  # "Flat 3B"
            name = f"{phrase[:1].upper()}{phrase[1:]}" if numbered else f"the {phrase}"
        site = told_longer(site, draft.premise)
        kind = kind_of(site, chance, draft.genre, draft.age, afloat=_AFLOAT.search(draft.premise) is not None)
        if site.noun in _AT_THE_SURFACE and not seen_from_below(draft):
            kind = _AT_THE_SURFACE[site.noun]
        kind = in_small(in_its_world(kind, site.noun, draft), site.noun, phrase, draft.player)
        if kind in ("under_floor", "mouse_hole") and site.noun not in ("hole", "nest"):
            name = plain_name(kind)  # nobody is in a floor
        told = () if site.proper else tuple(word for word in phrase.lower().split() if word in adjectives)  # ancient Rome is no ruin
        some.append(made_place(name, kind, taken, told, stated=True))
    return some


def seen_from_below(draft: WorldDraft) -> bool:
    """Whether a premise plays under the sea: whoever puts a dolphin back into it stands on the shore."""
    told = set(re.findall(r"[a-z]+", draft.premise.lower()))
    who = set(re.findall(r"[a-z]+", draft.player.phrase.lower())) if draft.player is not None else set[str]()
    ashore = draft.player is not None and draft.player.category in ("person", "robot") and not who & _SWIMMERS
    return bool(told & _BELOW) or (bool(told & _SWIMMERS) and not ashore)


def _called(phrase: str, site: Site, premise: str) -> bool:
    """Whether a word is the name of a town that the premise writes with a capital, if only where a sentence begins."""
    if not phrase.islower():
        return False
    written = phrase.title()
    if " " in phrase:
        return written in premise
    if re.search(rf"\b(?:[Oo]f|[Ii]n|[Tt]o|[Ff]rom|[Aa]t) {written}\b", premise):
        return True
    return (site.kind is None or phrase in _CITIES) and re.search(rf"(?:^|[.!?] ){written}\b", premise) is not None


def home_of(draft: WorldDraft, taken: set[str]) -> list[Place]:
    """Where a "lighthouse keeper" or a "castle cook" comes from, when the premise names no such place itself."""
    player = draft.player
    if player is None or player.category not in ("person", "robot", "group") or {"retired", "former"} & set(player.phrase.lower().split()):
        return []
    kinds = place_kinds()
    for word in re.sub(r"['’]s\b|\bice(?= cream)", "", player.phrase.lower()).split()[:-1]:
        if classify(word)[0] in ("person", "creature", "robot", "group"):
            continue
        kind = kinds.get(word, (None,))[0]
        if (
            kind is not None
            and biome_of(word)
            and not any(word in site.phrase.lower() or kind in (site.kind, told_longer(site, draft.premise).kind) for site in draft.places)
        ):
            kind = _AT_THE_SURFACE.get(word, kind) if not seen_from_below(draft) else kind
            if word in _CITIES:
                continue
            if off_earth(draft.premise) and not tables.read_all("places")[kind].words("venue") & ONLY.keys():
                kind = "crew_mess" if kind in ("tavern", "bar", "saloon", "diner", "cafe", "restaurant") else "space_station"
            if word in ("space", "street") and (word == "space" or draft.places):
                continue
            named = classify(word)[0] in ("place", "location", "vehicle") and word not in ("polar", "arctic", "alpine")
            name = word.title() if word in _NO_ARTICLE else f"the {word}" if named else plain_name(kind)
            kind = in_its_world(kind, word, draft) if word == "kitchen" else kind  # the kitchen boy of a palace is in no hotel
            return [replace(made_place(name, kind, taken, stated=True), home=True)]
    return []


def bare(text: str) -> str:
    """A noun phrase without its determiner, as an object detector is told of it."""
    words = text.split()
    return " ".join(words[1:]) if len(words) > 1 and determined(text) else text


def stands_in(place: Place, phrase: str) -> bool:
    """Whether a phrase names the place itself, or the whole that it is a part of: nobody in a bakery sees it from afar."""
    called = re.escape(bare(phrase).lower())
    return re.search(rf"(?:^|\bof |\bthe ){called}$", place.name.lower()) is not None or bare(place.name).lower() == bare(phrase).lower()
