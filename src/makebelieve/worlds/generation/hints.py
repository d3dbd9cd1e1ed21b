"""Where a world plays whose premise names no place: a place that one of its words tells of."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import biome_of, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.circles import met_at
from makebelieve.worlds.generation.clocks import untimed
from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.homes import home_among, of_trade
from makebelieve.worlds.generation.kinds import COPIES, no_place, place_kinds
from makebelieve.worlds.generation.places import Place, at_home, made_place, of_age, of_its_time, plain_name, seen_from_below
from makebelieve.worlds.generation.reading import WORLDS
from makebelieve.worlds.generation.realms import SETTLEMENTS, in_its_world, off_earth
from makebelieve.worlds.generation.sizes import tiny
from makebelieve.worlds.generation.unplaced import BUILDS, BUILT, LOOKS, PLAYTHINGS, SKIES, this_side
from makebelieve.worlds.generation.venues import GATHERINGS, READIED

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
        "balloon",
        "balloons",
        "club",
    )
)
PIECES: Final = re.compile(
    r"\b(?:piece|bit|block|plank|log|lump|load|stick|splinter|grain|slab|sheet|kind|sort)s? of (?:[a-z]+ )?[a-z]+|\b[a-z]+ in (?:a|the|her|his|my) (?:bottle|jar|box)\b"
)
"""Where a noun tells of stuff: in "a piece of wood" nobody walks about."""
_ACTS: Final = re.compile(
    r"\b(?<!the )(?<!of )(?<!in )(?<!to )(?<!and )(?:deserts|camps|parks|shops|mines|farms|courts|docks|gardens|fields|houses|schools|mills|forges|ships|stages|rooms|towers)"
    r" (?=(?:the|a|an|his|her|their|its|to|for|from|on|at|up|out|over|near|with|in)\b)"
    r"|\b(?:wants? to|needs? to|has to|have to|tr(?:y|ies) to|decides? to|hopes? to|plans? to|must) (?:desert|park|court|stage|ship|dock|harbour|bank|bar|station)\b"
)
"""What somebody does that sounds like places: a soldier deserts."""
_GONE: Final = re.compile(
    r"\b[a-z]+ (?:has|have|is|are|had|was|were) (?:been )?(?:gone|collapsed|fallen|closed|broken|blocked|burned|burnt|destroyed|washed away)\b"
)
"""What is not there any more, and nowhere to stand on."""
_SHUT: Final = re.compile(
    r"\b(?:before|until|till|when|once) (?:the |an? )?(?:[a-z]+ )?[a-z]+ (?:closes|shuts|opens|locks up|leaves|passes|rises|sets|hits|strikes)\b"
)
"""A deadline, which names no place to be in."""
_BOATS: Final = frozenset(("raft", "boat", "canoe", "kayak", "dinghy", "sailboat", "rowboat", "yacht", "ark"))
_BAKED: Final = frozenset(("bread", "cake", "cakes", "croissant", "croissants", "sourdough"))
"""What is baked at home by whoever is no baker."""
_PLAYED: Final = re.compile(rf"\b({'|'.join(sorted(PLAYTHINGS))}) (?:{'|'.join(sorted(BUILT))})s?\b")
"""A building that stands in a room: a pillow fort."""
_FEASTS: Final = re.compile(rf"\bfor (?:the |an? |her |his |their |my |our )?(?:[a-z]+ )?(?:{'|'.join(sorted(GATHERINGS))})\b")
_LAIRS: Final = frozenset(("nest", "hive", "den", "burrow", "lair"))
"""Where beasts live, each in its own."""


_LYING: Final = frozenset(("polar", "arctic", "antarctic", "alpine", "tropical", "coastal", "rural", "urban", "space"))
"""Adjectives that tell in what land somebody lives."""


@cache
def _telling() -> dict[str, str]:
    """Word -> the kind of place that it tells of."""
    return {word: kind for kind, entry in tables.read("telling").items() if kind != "none" for word in entry.words("words")}


@cache
def _pairs() -> frozenset[str]:
    """Two words joined by "_" that tell of a place together, or of none."""
    rows = tables.read("telling").values()
    return frozenset(word for entry in rows for word in entry.words("words") | entry.words("mended") if "_" in word)


def joined(words: list[str]) -> list[str]:
    """Words of which two that count together are one: a hot air balloon, a wedding ring."""
    some: list[str] = []
    for word in words:
        if some and (pair := f"{some[-1]}_{word}") in _pairs():
            some[-1] = pair
        else:
            some.append(word)
    return some


@cache
def _mended() -> dict[str, str]:
    """Noun -> the kind of place where such a thing stands that is repaired."""
    return {word: kind for kind, entry in tables.read("telling").items() for word in entry.words("mended")}


_REPAIRS: Final = frozenset(("fix", "repair", "mend", "restore", "start", "restart", "get_going", "overhaul"))
_SET_UP: Final = frozenset(("open", "reopen", "run", "start", "found", "set_up", "start_up", "organise"))


def hinted(draft: WorldDraft, taken: set[str], *, wide: bool = False) -> list[Place]:
    """Where a premise without a place of its own plays, by a word that tells: "the cathedral organ" stands in the cathedral. `wide`: it only names
    a town, and the place lies in it."""
    kinds = place_kinds()
    circle = met_at(draft.premise)
    if circle is not None and not wide and of_age(circle, draft.genre, draft.age):
        return [made_place(plain_name(circle), circle, taken, stated=True)]
    water_named = re.search(r"\b(?:pool|lake|pond|river|sea|ocean|beach|bath|stream|harbour)s?\b", draft.premise.lower()) is not None
    if (
        not wide and not draft.places and not water_named and re.match(r"learn (?:how )?to (?:swim|dive)\b", draft.goal.deed or "")
    ):  # nobody learns to swim on a garden path
        pool = draft.genre in ("slice", "school", "modern", "comedy", "romance") and of_age("swimming_pool", draft.genre, draft.age)
        person = draft.player is None or draft.player.category == "person"
        water = "swimming_pool" if pool and person else "garden_pond" if tiny(draft.player) is not None else "lake_shore"
        return [made_place(plain_name(water), water, taken, stated=True)] if not seen_from_below(draft) else []
    rest = untimed(draft.premise.lower())
    for named in draft.places if wide else ():  # no desert lies on a desert island
        rest = rest.replace(named.phrase.lower(), "")
    if (
        draft.goal.made or (draft.goal.verb or "").partition("_")[0] in READIED
    ):  # what is grown for the village fair is not grown in the village
        rest = _FEASTS.sub("", rest)
    rest = this_side(_SHUT.sub(" ", rest))
    rest = _GONE.sub(" ", _ACTS.sub(" ", rest))
    words = re.findall(r"[a-z]+", _PLAYED.sub(r"\1", PIECES.sub("", rest)))
    plain = [lemma(word, "noun") or word for word in words]
    words = [
        word for at, word in enumerate(words) if not (at and no_place(words[at - 1], plain[at])) and not COPIES & {*plain[at + 1 : at + 2]}
    ]  # a gingerbread house is no house
    spoken = joined(re.findall(r"[a-z]+", (draft.goal.object or "").lower()))
    object_, head = set(spoken), spoken[-1] if spoken else ""  # a wedding cake is baked in a bakery
    table = tables.read_all("places")
    telling = _telling()
    words = [word if word in kinds or word in telling else lemma(word, "noun") or word for word in joined(words)]
    told = [
        word
        for word in dict.fromkeys(words)
        if (word in kinds and word not in _AMBIGUOUS and (biome_of(word) or word == head)) or word in telling or word in WORLDS
    ]
    if wide:  # whose trade or whose work tells; "royal" is no place in a village
        told = [word for word in told if word in telling or classify(word)[0] == "place"]
    if draft.player is not None and draft.player.category == "creature" and home_among(draft.player.phrase) is not None:
        told = [word for word in told if word not in _LAIRS]
    if (draft.goal.verb or "").partition("_")[0] in LOOKS:
        told = [word for word in told if word not in SKIES]
    if draft.goal.made and draft.goal.verb not in _SET_UP:  # nobody stands in the house that is still to be built
        told = [word for word in told if word != "building" and (word in telling or word != head)]
    if draft.goal.verb == "pay":  # what the money is for is nowhere yet
        told = [word for word in told if word in telling or word not in (draft.goal.deed or "").lower()]
    if draft.goal.purpose in ("solve", "find", "steal"):  # nobody stands on a moon that has been stolen
        told = [word for word in told if word not in SKIES or word != head]
    for word in sorted(told, key=lambda one: (one != head, one not in object_, one not in WORLDS)):
        kind = telling.get(word) or kinds[word][0]
        if kind == "bakery" and word in _BAKED and not of_trade(draft.player.phrase if draft.player is not None else draft.relation or ""):
            kind = "home_kitchen"
        if kind == "reef" and word in telling and not seen_from_below(draft):  # who walks on land meets a dolphin where the land ends
            return [made_place(plain_name("island_beach"), "island_beach", taken, stated=True)]
        site = Site(phrase=word, noun=word, kind=kind)
        if word not in telling and not of_age(kind, draft.genre, draft.age) and (other := of_its_time(site, draft.genre, draft.age)):
            kind, site = other, site.model_copy(update={"kind": other})  # a villa of today has no shrine
        # a wedding among elves calls for no hotel, unless the premise says the word itself
        if kind in SETTLEMENTS and wide:
            continue
        if word in telling and not of_age(kind, draft.genre, draft.age):
            continue
        kind = in_its_world(kind, word, draft) if off_earth(draft.premise) else kind
        if at_home(table[kind], site, draft.genre) and (table[kind].one("air") != "sea" or word in telling):
            being = classify(word)[0] in ("person", "creature", "robot", "group", "plant")
            name = word.title() if word in WORLDS else plain_name(kind) if word in telling or being or word in _LYING else f"the {word}"
            return [made_place(name, kind, taken, stated=True)]
    if not wide and draft.goal.verb in _REPAIRS and (stood := _mended().get(head)) and of_age(stood, draft.genre, draft.age):
        return [made_place(plain_name(stood), stood, taken, stated=True)]
    if not wide and head in _BOATS and (draft.goal.verb or "") in BUILDS:  # no raft is built on a village green
        shore = "lake_shore" if re.search(r"\b(?:lake|pond|river)\b", draft.premise.lower()) else "island_beach"
        return [made_place(plain_name(shore), shore, taken, stated=True)] if of_age(shore, draft.genre, draft.age) else []
    return []


def told_of(phrase: str, kind: str) -> bool:
    """Whether a phrase about somebody tells a kind of place: a vampire a haunted house."""
    words = re.findall(r"[a-z]+", phrase.lower())
    return any(kind == (_telling().get(word) or next(iter(place_kinds().get(word, ())), None)) for word in words)
