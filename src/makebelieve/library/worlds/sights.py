"""What every row of the tables of places looks like: the room it is furnished as, the vista it shows, or its biome alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from makebelieve.art.scenery.interiors.catalogue import ROOM_OF, ROOMS
from makebelieve.art.scenery.vistas.catalogue import VISTAS
from makebelieve.library.worlds import looks
from makebelieve.worlds.generation import tables


@dataclass(frozen=True, slots=True)
class Sight:
    """A kind of picture. `room` and `vista`: empty where the biome alone is shown."""

    biome: str
    room: str = ""
    vista: str = ""


SIGHTS: Final[dict[str, Sight]] = {
    **{row: Sight(biome) for biome, rows in looks.BIOMES.items() for row in rows.split()},
    **{row: Sight(ROOMS[room].biome, room=room) for room, rows in looks.ROOMS.items() for row in rows.split()},
    **{row: Sight(VISTAS[vista].biome, vista=vista) for vista, rows in looks.VISTAS.items() for row in rows.split()},
}
"""By row of the tables of places: all of them."""

# Heads that leave no doubt, whatever row the place was told from: a barn is no farmyard.
_SURE: Final[dict[str, str]] = {
    "barn": "barn stable stables cowshed henhouse milking-shed",
    "roof": "roof rooftop roofs",
    "graveyard": "graveyard cemetery churchyard",
    "walled": "walled-garden",
}
# Heads that say it where the row does not speak of them.
_ELSE: Final[dict[str, str]] = {
    "lake": "lake lakeside pond reservoir loch tarn fjord",
    "square": "square piazza plaza",
    "street": "boulevard",
    "shops": "high-street",
    "lane": "alley lane alleyway",
    "road": "crossroads footpath towpath road",
    "crops": "wheatfield cornfield sunflower-field",
    "beach": "beach shore sandbank",
    "pier": "jetty boardwalk promenade pier",
    "quay": "quay wharf harbour harbor dockside marina",
    "span": "bridge footbridge viaduct aqueduct",
    "arena": "colosseum amphitheatre amphitheater bullring boxing-ring",
    "railway": "siding sidings level-crossing",
    "courtyard": "courtyard quadrangle",
    "fairground": "fairground funfair carnival",
    "waterfall": "waterfall waterfalls cascade",
    "meadow": "meadow pasture field",
    "cave": "cave cavern grotto",
    "desert": "desert dunes",
    "orchard": "orchard",
    "garden": "lawn garden",
    "park": "park",
    "forest": "forest wood woods glade",
}
# Parts that many wholes have: they look like their whole, but for the old houses whose halls are feasted in, and corridors of rooms to let.
_PARTS: Final = frozenset(("hall", "great-hall", "grand-hall", "main-hall", "entrance-hall", "corridor", "corridors", "hallway"))
_FEASTED: Final = frozenset(
    ("castle", "palace", "fortress", "keep", "manor", "mansion", "jarl", "king", "queen", "baron", "vikings", "dragon")
)
_LET: Final = frozenset(("hotel", "motel", "hostel", "inn", "ship", "liner", "castle", "palace", "manor", "mansion", "flats", "apartments"))
_MAD: Final = frozenset(("mad", "evil", "secret", "villain", "villains", "alien", "hidden", "monster"))
# What the land around makes of a kind of place: by vista and by the biome that lies about it.
_LYING: Final[dict[tuple[str, str], str]] = {
    ("camp", "desert"): "dry-camp",
    ("road", "desert"): "dry-road",
    ("camp", "snow"): "snow-camp",
    ("road", "snow"): "snow-road",
}
# What only dry land makes of a word: elsewhere a well is a village's, and a gorge lies in the mountains.
_DRY: Final[dict[str, tuple[frozenset[str], str]]] = {
    "oasis": (frozenset(("well", "spring")), "village"),
    "canyon": (frozenset(("ravine", "gorge")), "mountain"),
}
_GRASSY: Final = frozenset(("grassland", "savanna"))
_AFTER: Final = frozenset(
    (
        "of", "in", "at", "on", "by", "behind", "under", "near", "with", "for", "to", "from", "below", "above", "beside", "over", "next",
        "between", "among", "inside", "outside", "beneath", "without", "beyond",
    )
)  # fmt: skip
"""What ends the head of a name."""


def _sight(name: str) -> Sight:
    if name in VISTAS:
        return Sight(VISTAS[name].biome, vista=name)
    if name in ROOMS:
        return Sight(ROOMS[name].biome, room=name)
    return Sight(name)


def _by_word(kinds: dict[str, str]) -> dict[str, Sight]:
    return {word: _sight(kind) for kind, words in kinds.items() for word in words.split()}


_OF_HEAD: Final = _by_word(_SURE)
_OR_HEAD: Final = _by_word(_ELSE)


def head_of(state: str) -> tuple[str, ...]:
    """The words of a place's id up to its head: "roof of the library" is a roof, "great hall" a hall."""
    words = [word for word in state.replace("-", "_").lower().split("_") if word]
    if words and words[-1] == "later":
        words = words[:-1]
    end = next((at for at, word in enumerate(words) if at and word in _AFTER), len(words))
    return tuple(words[:end])


@cache
def _rows_of() -> dict[str, tuple[str, ...]]:
    """The rows that a word, or two joined by an underscore, may stand for."""
    found: dict[str, list[str]] = {}
    for row, entry in tables.read_all("places").items():
        for word in dict.fromkeys((*entry.words("match"),)):
            found.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _names_of(row: str) -> frozenset[tuple[str, ...]]:
    """What a row calls its places, as heads of ids."""
    entry = tables.read_all("places").get(row)
    names = () if entry is None else entry.items("names")
    return frozenset(head_of("_".join(re.sub(r"^(?:on |in |at |behind )?(?:the )?|'", "", name.lower()).split())) for name in names)


def lying(sight: Sight, state: str, land: str | None) -> Sight:
    """What a place looks like with that biome all about it: a camp in the desert stands on sand."""
    there = _LYING.get((sight.vista, land or ""))
    if there is not None:
        return _sight(there)
    said, other = _DRY.get(sight.vista, (frozenset(), ""))
    return Sight(other) if land != "desert" and said & set(head_of(state)[-1:]) else sight


def land_of(rows: Iterable[str]) -> str | None:
    """The biome of the land that most of these rows speak of, as far as they do: "desert", "snow" and the like."""
    told = (SIGHTS[row] for row in rows if row in SIGHTS)
    lands = Counter(
        sight.biome for sight in told if not sight.room and sight.vista not in _GRASSY and (sight.vista, "desert") not in _LYING
    )
    return lands.most_common(1)[0][0] if lands else None


def _whole_of(state: str, head: tuple[str, ...], row: str | None) -> Sight | None:
    """What a part that many wholes have looks like: the great hall of the museum as a museum; None where the head decides."""
    if not head or not {"-".join(head[-2:]), head[-1]} & _PARTS:
        return None
    words = [word for word in state.replace("-", "_").lower().split("_") if word]
    told = words[len(head) : len(head) + 1] in (["of"], ["in"])
    whole = words[len(head) + 1 :] if told else list(head[:-1])
    old = _FEASTED if head[-1] == "hall" else _LET
    names = dict.fromkeys(("_".join(whole).removeprefix("the_").removesuffix("_later"), *whole))
    if not whole or old & set(names):
        return None
    for name in names:
        rows = _rows_of().get(name, ())
        if row in rows:
            return SIGHTS[row or ""]
        if told and len(kinds := {SIGHTS[one] for one in rows}) == 1:
            return kinds.pop()
    return None


def sight_of(state: str, row: str | None) -> Sight | None:
    """What a place looks like by its name and the row it was told from: its head noun, then its row; None where neither is known."""
    words = head_of(state) or ("",)
    named = ("-".join(words[-3:]), "-".join(words[-2:]), words[-1])
    known = SIGHTS.get(row or "")
    if (whole := _whole_of(state, words, row)) is not None:
        return whole
    if words[-1] in ("laboratory", "lab") and _MAD & set(state.split("_")):
        return Sight("lab")
    for word in named:
        if word in _OF_HEAD:
            return _OF_HEAD[word]
    if known is not None and any(row in _rows_of().get(word.replace("-", "_"), ()) for word in named):
        return known
    own = row is not None and words in _names_of(row)
    for word in named:
        room = ROOM_OF.get(word)
        # What was told as open ground is no room, whatever its name: a fallen temple.
        roofed = known is None or tables.read_all("places")[row or ""].one("air", "open") != "open"
        if room is not None and roofed and not (own and known is not None and known.biome not in ROOMS[room].hosts):
            return _sight(room)
        if word in _OR_HEAD and not own:
            return _OR_HEAD[word]
    if known is not None:
        return known
    for word in named:
        kinds = {SIGHTS[one] for one in _rows_of().get(word.replace("-", "_"), ())}
        if len(kinds) == 1:
            return kinds.pop()
    return None
