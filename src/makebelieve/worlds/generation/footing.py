"""How the things of a place stand in it: one leans against a wall, not against a puddle, and stands beside a crate, not beside a chandelier.

What a text asks of the thing it is set beside is read off the words around its `{part}`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

Footing = Literal["stands", "ground", "hollow", "high", "wall", "far", "alive", "thin"]
"""stands: on its own foot, a body can go round it. ground: walked on. hollow: water or a hole in the ground. high: overhead. wall: on, in or
along a wall. far: seen from here, and nowhere near. alive: stirs. thin: a rope, a rail."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADS: Final[dict[Footing, frozenset[str]]] = {
    "ground": _words(
        "floor sand grass moss shingle scree straw heather boardwalk path lane towpath track tracks footprints kerb touchline line lines rails "
        "sleepers duckboards carpet carpets tatami crust walk yard deck clearing lobby hall landing street lawn mud tiles snow numbers marks "
        "slope gravel ramp stage platform tiers slip seam ice garden run"
    ),
    "hollow": _words(
        "pool pools pond stream brook channel spring moat ditch crevasse trench pit sandpit hole holes crack gap drain water burrows cutting "
        "tunnel shaft shafts well mouth chute wash basin basins"
    ),
    "high": _words(
        "chandelier roof roofs skylight dome spire spires sail sails rigging shrouds banners flag flags awning awnings beam vault lights floodlights "
        "lanterns strings string stalactites wires wire trapeze gantry catwalk netting bells bell windsock crest planets ribs chimneys branch vines "
        "loft ball prow props projector birdcage canes escape overpass funnels funnel periscope roots"
    ),
    "wall": _words(
        "window windows portholes door doors doorway hatch noticeboard board blackboard whiteboard map chart charts portrait portraits picture "
        "photographs poster posters mirror mirrors clock dartboard scoreboard screen screens shelf shelves hooks hook pegs panel panels dial dials "
        "gauge gauges tapestries blind blinds curtain curtains shutters sign signs wall walls niche lintel slits timetable index roster "
        "pigeonholes mantelpiece antlers shields horseshoes buttons telephone fan fans vent vents valves valve tap taps spout grilles pipes pipe "
        "lock light lever levers ledge ledges parapet cord arcade shopfront ivy net nets catalogue slate bulkhead face"
    ),
    "far": _words("mountain hills volcano forest cliffs view horizon skyline ridge"),
    "alive": _words("horses"),
    "thin": _words("rope ropes cable chain chains threads handrail handrails rail railing railings hose hoses bar bars reins"),
}  # fmt: skip
_BEHIND: Final = re.compile(r" (?:of|with|in|on|for|to|from|by|at|under|between|over|behind|above|without|along|round|that|where) .*$")
_A: Final = r"\{(?:part|other|partcap)\}"
_ASKED: Final[tuple[tuple[re.Pattern[str], frozenset[Footing]], ...]] = tuple(
    (re.compile(pattern.replace("@", _A), re.IGNORECASE), frozenset(barred.split()))  # type: ignore[arg-type]
    for pattern, barred in (
        (r"(?:beside|by|near|close to|next to|alongside|in front of|before|as far as|at) @", "high far ground"),
        (r"(?:steps from|straight for|up to|down at|as far as|toward) @", "high ground"),
        (r"\b(?:a?round) @", "high far ground wall thin"),
        (r"\bbehind @", "high far ground hollow wall thin alive"),
        (
            r"\b(?:foot|top|shadows?|outline|rim|side|sides|back|edges?|hollows?|end|ledge|surface) of @",
            "high far ground hollow thin alive",
        ),
        (r"\bagainst @", "high far ground hollow thin alive"),
        (r"\b(?:leans?|rests?|lean|sits?|sit|settles?) (?:down )?(?:together )?on @", "high far ground hollow wall thin alive"),
        (r"\b(?:lies|lie|left|stands|stand|sitting|stood) (?:[a-z]+ ){0,2}on @", "high far wall hollow alive thin"),
        (r"\b(?:under|beneath|below) @", "far ground hollow alive thin"),
        (r"\b(?:past|between|from) @", "high far ground"),
        (r"\bbeyond @", "high ground"),
        (r"\bbetween @ and @", "high far ground hollow wall"),
        (r"\b(?:above|over) @", "high far"),
        (r"\bhangs? (?:[a-z]+ ){0,5}(?:from|by|on|over|above) @", "high far ground hollow alive"),
        (r"@ <part:(?:stands|throws|casts|glitters|comes|arrives|wavers|holds|floats|bends)", "high far ground hollow wall alive thin"),
        (r"<part:(?:stands|is|shows)> @|<part:lies> @", "high far ground"),
        (r"half of @|run into @|on the far side|stops? behind|pushes? @|climbs? @", "high far ground hollow wall alive"),
        (r"\bfor @|@ and you|draw @|like @", "alive"),
    )
)
"""What stands around the slot of a thing in a text -> the footings that it does not go with."""


@lru_cache(maxsize=1 << 13)
def footing(part: str) -> Footing:
    """How a thing of a place ("the rope bridge", "the edge of the pond") stands there; what the tables do not know stands."""
    bare = re.sub(r"^(?:the|an?|some|its|their) (?:(?:painted|stuffed|rocking|vaulting|wooden|stone) horses?)?", "", part.lower())
    head = _BEHIND.sub("", bare).split()
    if not head:
        return "stands"
    if bare.startswith(("edge of", "rim of", "foot of", "side of", "back of", "row of", "line of", "heap of", "pile of")):
        return "stands"
    return next((kind for kind, heads in _HEADS.items() if head[-1] in heads), "stands")


@lru_cache(maxsize=1 << 13)
def asked(frame: str) -> frozenset[Footing]:
    """The footings that the thing named in a frame may not have."""
    return frozenset().union(*(barred for pattern, barred in _ASKED if pattern.search(frame)))


_PANE: Final = re.compile(r"\b(?:windows?|panes?|portholes?|skylight)\b")


def holds(frame: str, part: str) -> bool:
    """Whether a text is true of a thing that stands as `part` does."""
    if _PANE.search(part) and _PANE.search(frame):
        return False  # no window is near the window
    return footing(part) not in asked(frame)


_HOLLOW: Final = _words(
    "box boxes drawer jar tin urn case pigeonhole pigeonholes letterbox strongbox handbag saddlebag hatbox shoebox satchel bag bags toolbox safe "
    "till tray pocket pot vase bowl"
)
_ROOMY: Final = _words(
    "chest cupboard locker footlocker trunk wardrobe cabinet crate basket suitcase hamper bag bags sack barrel cask barrow bundle toolbox larder shed"
)
_FLAT: Final = _words("picture painting portrait photograph mirror tapestry curtain banner poster noticeboard blackboard")
_WET: Final = re.compile(
    r"\b(?:compost|bin|drain|tank|cistern|trough|flour|dough|bread|cake|biscuits?|sugar|salt|fish|crab|bait|mussel|clam|oyster|oven|freezer|fridge|"
    r"stove|furnace|ash|bilge|oil|rain|pool|spring|fire|mop|slack|litter|scrap|meal|feed|ice|water|lemons|rosemary|powder|seedlings|bone|buried|"
    r"nutrient|sunken|combs|paint|soup|tea|steamers|lint|sand|charging|hanging|tethered|poor|alms|offering|tip|pulley|rope|catapult|digger)\b"
)
"""What nothing is put into that one means to use."""
_BULKY: Final = re.compile(
    r"\b(?:bar|crowbar|spade|shovel|boots?|snowshoes|ropes?|saws?|axe|shears|sickle|poles?|ladder|lantern|lamp|torch|water(?:skin| bottle)|till|"
    r"typewriter|plank|log|branch|stick|net|drum|guitar|fiddle|umbrella|coat|cloak|jacket|blanket|sheet|tablecloth|sail|broom|rake|hammer|kettle|"
    r"pan|pillow|sacks?|bucket|basket|wheel|trolley|bicycle|scythe|hoe|oars?|paddle|flag|banner|costume|helmet|spanner|pump|hose|scales)\b"
)
"""What goes into no drawer."""
_EATEN: Final = re.compile(r"\b(?:meat|bone|biscuit|sausage|bread|cheese|cake|honey|butter|pie|fish|fruit|apples?|sweets|soup|tea|oil)\b")


@lru_cache(maxsize=1 << 13)
def hiding(hold: str, item: str = "") -> Literal["deep", "flat", "near"]:
    """Where a thing lies by a hiding place: deep (in it), where that is hollow and dry and it goes in; flat (behind it); else near (beside it)."""
    head = _BEHIND.sub("", re.sub(r"^(?:the|an?) ", "", hold.lower())).split()[-1]
    bulky = _BULKY.search(item) is not None
    if _EATEN.search(item) or _WET.search(hold):
        return "near"
    if head in _ROOMY or (head in _HOLLOW and not bulky):
        return "deep"
    return "flat" if head in _FLAT and not bulky else "near"


_PART_OF: Final = re.compile(
    r"^the (?:[a-z-]+ )*(?:drawer|pocket|hollow|mouth|roots|crook|seat|back|bottom|straw|frame|folds|cushion|gap|crack|hole|niche|socket|saddle|boot|"
    r"case|pocket|foot|basket|sleeve|shelf) (?:of|in|under|behind|beneath) (?:the|an?) (?=[a-z-]{3})"
)
_ITS_PART: Final = re.compile(
    r"^(the .+)'s (?:[a-z-]+ )*(?:pocket|mouth|ribs|belly|chest|cap|collar|handbag|base|underside|bag|drawer|seat|back|plinth|armrest|lid|hollow|perch)$"
)


@lru_cache(maxsize=1 << 13)
def spot(hold: str) -> str:
    """What one stands beside where a thing lies near a hiding place: beside the scarecrow rather than beside its pocket."""
    whole = _PART_OF.sub("the ", hold)
    if found := _ITS_PART.match(whole):
        return found[1]
    return re.sub(r"^the (?:[a-z-]+ )*?([a-z-]+) drawer$", r"the \1", whole) if whole.endswith(("desk drawer", "dresser drawer")) else whole


def seen_in(scene: str, hold: str) -> str:
    """A hiding place in words that a scene tells of it in: the prose of "the space under the seats" is "under the seats"."""
    scene, words = scene.lower(), hold.lower().split()
    return next((told for at in range(len(words)) if (told := " ".join(words[at:])) in scene), hold)
