"""Bars on ways: which obstacle suits the two places it lies between.

A bar is text of a plot: what it speaks of (a door, a guard, a drop) asks for ground that has such a thing. Where nothing of a story's own suits,
its ways lie open; only where doors are locked does something plain of `data/gates.txt` bar them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.items import Item, taught
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.occasions import marks_of_way
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.prose import fitting

_ROWS: Final = ("block", "hint", "label", "use", "tell")
_ROOMS: Final = ("inside", "under")
_PLAIN: Final = "bar:"
"""Begins the slots of things of the table."""
_BOATS: Final = frozenset(("boat_deck", "ship_deck", "liner_deck", "steel_deck", "riverboat_deck", "ship_quarterdeck"))
"""Where water lies between here and the shore."""
FREE: Final = Item("free", "", "")
"""Stands for what would bar a way where nothing does: it is neither looked for nor asked for."""
_OPEN: Final = frozenset(("hub", "quest", "loop", "descent", "work", "court", "escape", "heist"))
"""Shapes whose ways may all lie open."""
_HARSH: Final = frozenset(("postapoc", "war", "survival"))
"""Genres whose doors are locked, wherever they are."""
_BARS: Final = re.compile(
    r"\b(?:(?:un)?lock(?:ed|s)?|guard(?:s|ed|ing)?|gates?|gatekeeper|ditch|moat|(?:break|breaks|breaking|broke|sneak|sneaks|sneaking) (?:in|into|out)|"
    r"prison|jail|dungeons?|tombs?|crypts?|pyramids?|catacombs?|caves?|cavern|mine|labyrinth|maze|vault|fortress|besieged|siege|sealed|trapped|"
    r"barricades?|cell|cages?|captives?|captors?|imprisoned|kidnapp(?:ed|ers?)|asylum|alcatraz|ward(?:en|er)s?|chained|enemy|pitch dark|in the dark|darkness)\b",
    re.IGNORECASE,
)
"""What a premise says that makes something bar the ways of its story."""
Pair = tuple[int, int]
WAYS: Final[dict[str, dict[int, tuple[Pair, ...]]]] = {
    "hub": {0: ((0, 2),), 1: ((0, 4), (2, 4))},
    "quest": {0: ((0, 1),), 1: ((3, 4),)},
    "loop": {0: ((0, 2),), 2: ((3, 0),)},
    "descent": {0: ((0, 1),), 1: ((1, 2),), 2: ((2, 3),)},
    "heist": {0: ((0, 4),), 1: ((4, 5),), 2: ((5, 6),)},
    "escape": {0: ((0, 1),), 1: ((1, 4),), 2: ((3, 5), (4, 5))},
    "court": {0: ((0, 2),), 1: ((0, 4),), 2: ((4, 5),)},
    "survival": {1: ((3, 4),)},
    "work": {0: ((2, 3),)},
}
"""Shape -> which of its things bars a way -> between which of its places that way may lie."""
_ASKS: Final[tuple[tuple[re.Pattern[str], frozenset[str]], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(grounds.split()))
    for pattern, grounds in (
        (r"\b(?:doors?|keyholes?|hatch(?:es)?|latch|shutters?|bulkhead)\b", "doored"),
        (r"\bfloor(?:boards)?\b", "roomy"),
        (r"\b(?:locked|locks?|padlock|bolt(?:s|ed)?|grilles?|gratings?|keypad)\b", "kept deep"),
        (r"\b(?:gates?|chain|fence|railings|turnstile)\b", "gated deep"),
        (r"\b(?:nailed|boarded)\b", "ruin disused whole"),
        (r"\b(?:boards?|boarded|nailed|beam|planks?|barricade|shelf|tables?|chairs?|crates?|boxes|barrels|casks)\b", "boarded"),
        (
            r"\b(?:fallen in|given way|taken away|slippery|oil has run|hole in it|hole in the floor|gap in the floor|floorboards)\b",
            "ruin disused wild strange",
        ),
        (r"\bcart\b", "old steam stone"),
        (r"\bcart\b", "streets rural"),
        (r"\b(?:dark|darkness|unlit|every light|lights?|lamps?|black)\b", "dark deep"),
        (r"\b(?:steep|drop|drops|edge|cliff|ledge)\b", "steep"),
        (r"\b(?:wall|high up)\b", "to_yard rocky"),
        (
            r"\b(?:moths?|cats?|parrot|raven|reindeer|spells?|dragon|thousands?|hundreds?|dozens?|forty|sixty|cobwebs?|doves?|pigeons?|butter|"
            r"something|growls|side by side|sir|the very one|band|counter|slip|toll|tickets?|staff|members|handshakes|sacks?|turnstile|another sign)\b",
            "whole",
        ),
        (r"\b(?:ditch|gully|gap|crack|cleft)\b", "brook steep rocky void deep"),
        (r"\b(?:rubble|stones?|rocks?|boulder|slab)\b", "rocky steep wild"),
        (r"\b(?:bough|branch|branches|log|logs|roots?)\b", "green"),
        (r"\b(?:fallen tree|tree|trunk|thorns?|roses|nettles|brambles|hedge)\b", "green"),
        (r"\b(?:forks?|signs?|signpost|ways on|ways lead|three ways|turnings?|splits|divides|trails?|tracks)\b", "ways"),
        (
            r"\b(?:guards?|sentry|sentries|watchm[ae]n|keepers?|gatekeeper|doorkeeper|porters?|clerks?|wardens?|stewards?|ushers?|officials?|"
            r"attendants?|constable|sergeant|soldiers|barriers?|toll|notice|password|pass(?:es)?|permit|tickets?|counter|desk|list|rope|bar lies|"
            r"bar across|ledger|reader|papers|checkpoint|staff|members)\b",
            "guarded",
        ),
        (
            r"\b(?:somebody|someone|people|crowd|crowds|knot of|queue|friends?|aunts?|uncles?|neighbours?|children|boys?|girls?|dancers|players|"
            r"band|singers|choir|customers?|wom[ae]n|m[ae]n|old ones?|those who|everybody|brothers?|cousins?|mothers?|faces|voices?|person)\b",
            "whole told_folk",
        ),
        (r"\b(?:dogs?|watchdog|hound|terrier)\b", "streets"),
        (r"\b(?:goats?|sheep|pigs?|sow|hens?|geese|goose|gander|cows?|herd|flock|pon(?:y|ies)|bees|turkey)\b", "rural"),
        (r"\b(?:stairs?|staircase|corridor|hall|passage)\b", "roomy"),
        (r"\b(?:stream|river|water|flood|brook)\b", "brook boggy deep"),
        (r"\b(?:mud|clay|bog)\b", "boggy brook"),
        (r"\b(?:snow|ice|frozen)\b", "snowy"),
        (r"\b(?:sand|dune|dry)\b", "dry"),
        (r"\b(?:current|weed|fish|grouper|crab)\b", "deep"),
        (r"\b(?:channel|aboard|pilot|sails?|tides?|boats?|ferry|harbour|waves?|shoals?|reef|oars?|anchor)\b", "shore"),
    )
)
"""What a bar speaks of -> the sorts of ground of which one has such a thing."""
_MARK: Final = re.compile(r"^\([a-z_/ ]+\)\s+")
_SLOT: Final = re.compile(r"\{\w+\}|<[^>]*>")


_OUTDOORS: Final = frozenset(("green", "brook", "boggy", "snowy", "dry", "rural", "shore"))
"""Sorts of ground of which nothing stands in a room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The texts of one bar, as frames."""

    block: str
    hint: str
    label: str
    use: str
    tell: str


@cache
def _sorts() -> dict[str, frozenset[str]]:
    """Kind of place -> the sorts of ground it is."""
    found: dict[str, set[str]] = {}
    for sort, entry in tables.read("crossings").items():
        for kind in entry.words("kinds"):
            found.setdefault(kind, set()).add(sort)
    return {kind: frozenset(sorts) for kind, sorts in found.items()}


def marks_of(here: Place, there: Place, *, night: bool) -> frozenset[str]:
    """The marks of a way: what lies at its two ends."""
    one, other = (_sorts().get(place.entry.title, frozenset[str]()) for place in (here, there))
    if here.air in _ROOMS:  # a bar is seen from here: no hedge stands in a cavern
        other -= _OUTDOORS
    either = one | other
    marks = {there.air, *marks_of_way(here), *(either - {"wild", "public", "guarded", "strange", "aboard", "hull", "void", "yard"})}
    if here.entry.title in _BOATS and there.air != "sea" and not other & {"aboard", "strange", "void"}:
        return frozenset({there.air, f"here_{here.air}", "ashore"})
    landed = any(
        re.match(r"(?:Land|Tie|Moor|Come down|Set down|Cross over|Cross the water)\b", go)
        for go in (*here.entry.items("go"), *there.entry.items("go"))
    )
    if landed or either & {"strange"} or len({"aboard" in one, "aboard" in other}) > 1:
        return frozenset({there.air, f"here_{here.air}", "nowhere"})
    if "sea" in (here.air, there.air):
        return frozenset({there.air, f"here_{here.air}", "deep"})
    within = [air in _ROOMS for air in (here.air, there.air)]
    marks.add("rooms" if all(within) else "outdoors" if not any(within) else "inward" if within[1] else "outward")
    marks.add("built" if not either & {"wild"} else "wild")
    if any(within) and not (here.air in _ROOMS and "wild" in one) and not (there.air in _ROOMS and "wild" in other):
        marks.add("roomy")
    if other & {"public"}:
        marks.add("public")
    elif "wild" not in other and not either & {"hull", "void"}:
        marks.add("kept")
    if (within[1] and "wild" not in other and (within[0] or "wild" not in one)) or (within[0] and "wild" not in one and "yard" in other):
        marks.add("doored")
    if "kept" in marks and "wild" not in marks and not either & {"hull", "void", "aboard"}:
        marks.add("boarded")
    if other & {"guarded"} and "built" in marks:
        marks.add("guarded")
    if "built" in marks and not all(within):
        marks |= {"streets"} if not either & {"aboard"} else set()
        marks |= {"gated"} if not within[1] and (other & {"yard"} or "public" not in marks) else set()
    if not all(within):
        marks.add("built_open")
        if "aboard" not in either:  # no signpost stands on a deck
            marks.add("ways")
    if "under" in (here.air, there.air) or (night and not all(within)):
        marks.add("dark")
    if other & {"yard"}:
        marks.add("to_yard")
    if not (there.home or there.stated):
        marks.add("unknown")
    if either & {"void"}:
        marks.add("void")
    elif either & {"hull"}:
        marks |= {"hull", "hull_only"} if one & other & {"hull"} else {"hull"}
    elif not either & {"aboard"}:  # nobody locks up from seat to seat
        marks.add("earth")
    return frozenset(marks)


@lru_cache(maxsize=1 << 13)
def asked(text: str) -> tuple[frozenset[str], ...]:
    """What a bar asks of its ground: one sort of each set. Empty where it speaks of nothing that is known."""
    plain = _SLOT.sub(" ", _MARK.sub("", text))
    return tuple(grounds for pattern, grounds in _ASKS if pattern.search(plain))


def suits(text: str, marks: frozenset[str]) -> bool:
    """Whether a bar is true of its ground. One that speaks of nothing known is, where a plot tells of its own sort of bars (whole)."""
    needs = asked(text)
    return all(need & marks for need in needs) if needs else "whole" in marks


def _true(text: str, marks: frozenset[str]) -> bool:
    """Whether nothing that a text speaks of is foreign to its ground."""
    return all(need & marks for need in asked(text))


def _sets(row: tables.Entry) -> list[tuple[str, ...]]:
    """The texts of a bar that belong together, by their order; where a row has another number of texts, any of it may be told."""
    blocks = row.items("block")
    count = len(blocks)
    return [
        tuple(row.items(name)[at] if len(row.items(name)) == count else "" if name != "block" else blocks[at] for name in _ROWS)
        for at in range(count)
    ]


def bar_of(item: Item, marks: frozenset[str], chance: Chance | None) -> Bar | None:
    """A bar of a thing's own that suits its ground, its texts such as belong together; None where it has none. Without `chance` any of them."""
    row, plain, made = item.row, item.slot.startswith(_PLAIN), dict[str, Bar]()
    if plain and not _there(row.title, [marks]):
        return None
    for texts in _sets(row):
        bare_texts = [fitting((text,) if text else row.items(name), marks) for name, text in zip(_ROWS, texts, strict=True)]
        if not plain:
            ground = marks | {"told_folk"} if "here_folk" in texts[0].partition(")")[0] else marks
            bare_texts = [
                tuple(one for one in some if (suits(one, ground) if name == "block" else _true(one, ground) or name in ("hint", "tell")))
                for name, some in zip(_ROWS, bare_texts, strict=True)
            ]
        if not all(bare_texts):
            continue
        if chance is None:
            return Bar(*(some[0] for some in bare_texts))
        chosen = [some[0] if len(some) == 1 else chance.fresh(some, "bar") for some in bare_texts]
        made[chosen[0]] = Bar(*chosen)
    return made[chance.fresh(tuple(made), "block")] if made and chance is not None else None


def _bars(item: Item, marks: list[frozenset[str]]) -> bool:
    """Whether a thing has a bar of its own for each of the ways that it may bar; no beast carries the tools of any story."""
    if "beast" in marks[0] and not item.slot.startswith(_PLAIN) and "/" not in item.slot:
        return False
    return all(bar_of(item, one, None) is not None for one in marks)


def shuts_doors(genre: str, purpose: str, premise: str) -> bool:
    """Whether ways are shut in a story, wherever they lie: what it is about says so, or the premise speaks of a lock, a guard, the dark."""
    return genre in _HARSH or purpose == "steal" or _BARS.search(premise) is not None


def own_bar(item: Item) -> bool:
    """Whether what a thing opens is told by the plot itself."""
    return "/" in item.slot


def _there(title: str, marks: list[frozenset[str]]) -> bool:
    """Whether a bar of the table may stand on each of the ways."""
    when = tables.read("gates")[title].one("when").split()
    return bool(when) and all(all(set(group.split("/")) & one for group in when) for one in marks)


def _plain(marks: list[frozenset[str]], spoken: set[str], chance: Chance) -> Item | None:
    """A thing of the table of bars that suits the ways, and of which nothing has been said."""
    table = tables.read("gates")
    for title in chance.shuffled([title for title in table if table[title].items("block")], "plain bars"):
        phrases = [one for one in fitting(table[title].items("item"), marks[0]) if head_of(bare(taught(one)[0])) not in spoken]
        if phrases and _there(title, marks):
            phrase, lesson = taught(chance.pick(phrases, "plain item"))
            return Item(
                f"{_PLAIN}{title}", phrase, f"has_{slug(bare(phrase), 32)}", table[title], table[title].one("size", "small"), lesson
            )
    return None


def settled(
    shape: str, items: list[Item], places: list[Place], marks: frozenset[str], spoken: list[str], chance: Chance, *, night: bool, shut: bool
) -> list[Item]:
    """The things of a story, with such in the place of those that bar a way as suit it. `spoken`: things that it has besides; `shut`: it
    is one of locked doors. In any other only the plot's own bars stand, and where none of them suits, the way lies open."""
    made = list(items)
    ways = WAYS.get(shape, {})
    used = {at for at in ways if at < len(made)}
    for at in sorted(used):
        ends = [marks | marks_of(places[a], places[b], night=night) for a, b in ways[at] if max(a, b) < len(places)]
        if not ends or (_bars(made[at], ends) and (shut or own_bar(made[at]))):
            continue
        rest = ((n, one) for n, one in enumerate(made) if n not in used and one.row.items("block") and not one.row.items("apply"))
        swap = next((n for n, one in rest if _bars(one, ends) and (shut or own_bar(one))), None)
        if swap is not None:
            made[at], made[swap] = made[swap], made[at]
            continue
        others = {head_of(bare(phrase)) for phrase in (*spoken, *(one.phrase for one in made[:4]))}
        made[at] = (_plain(ends, others, chance) if shut else None) or (FREE if shape in _OPEN else made[at])
    return _told_apart(made)


def _told_apart(items: list[Item]) -> list[Item]:
    """Things with flags of their own."""
    seen: set[str] = set()
    made: list[Item] = []
    for item in items:
        flag = item.flag if item is FREE or item.flag not in seen else f"{item.flag}_2"
        seen.add(flag)
        made.append(item if flag == item.flag else replace(item, flag=flag))
    return made
