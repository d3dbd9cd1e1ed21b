"""What kind of place a state's picture shows, and at what hour: by what the world's maker noted of it, else by its name and prose."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from makebelieve.art.scenery.interiors.catalogue import ROOMS, rooms_said
from makebelieve.art.scenery.vistas.catalogue import vista_said
from makebelieve.language import TIME_OF, biome_of, tag, tokenise
from makebelieve.library.worlds import sights
from makebelieve.library.worlds.sights import Sight
from makebelieve.worlds.generation import tables
from makebelieve.worlds.spelling import spelled

NOTED: Final = "sites"
"""Key of a world's metadata: state -> the row of the tables of places that it was told from (worlds.generation)."""
MARKED: Final = "landmarks"
"""Key of a world's metadata: state -> words for what stands in it, where its story was written and only its picture is of the row."""

# A morning is lit as the day is; dawn is the hour before.
_HOURS: Final = {**TIME_OF, "morning": "day", "breakfast": "day"}
# Sunrise is told by what it leaves of the night, dusk by the day that it drains: the passing hour goes before the lasting one.
_ORDER: Final = ("dawn", "dusk", "night", "day")
# A name is taken at its word from this weight on.
_SURE: Final = 0.9


def land_about(world: dict[str, Any], state: str) -> str | None:
    """The biome of the land about a state: of the places one step away, each twice, and of all others."""
    sites = (world.get("metadata") or {}).get(NOTED)
    if not isinstance(sites, dict):
        return None
    rows = [row for name, row in sites.items() if name != state and isinstance(row, str)]
    for event in world["scene"]["events"]:
        ends = {*event.get("from", ()), event.get("to")}
        if state in ends:
            rows += [row for name in ends - {state} if isinstance(row := sites.get(name), str)]
    return sights.land_of(rows)


def sight_for(
    state: str, told: dict[str, Any], row: str | None = None, land: str | None = None, marks: tuple[str, ...] = ()
) -> Sight | None:
    """As `_sight_for`; `land`: the biome of the land about it. `marks`: while its prose has any of them, its row alone says what it is."""
    prose = str(told["base"]).lower()
    chosen = sights.sight_of("", row) if any(mark in prose for mark in marks) else None
    sight = chosen or _sight_for(state, told, row)
    return sight and sights.lying(sight, "" if "ending" in told else state, land)


def _sight_for(state: str, told: dict[str, Any], row: str | None = None) -> Sight | None:
    """What the picture of a state shows: by its name's head and the row it was told from, as long as its prose still speaks of that place;

    else by what its prose names, the first sentence first. None where nothing says anything: the painter decides.
    """
    prose = str(told["base"])
    meant = "ending" in told or _spoken_of(state, prose) or _shown(row, prose)
    if row is None or meant:
        if (named := sights.sight_of("" if "ending" in told else state, row)) is not None:
            return named
        # What an id without a row says goes by its biome's word, where that is a clear one.
        word = _sought(state.replace("_", " ").replace("-", " "))
        if word is not None and word[1] >= _SURE:
            return Sight(word[0])
    else:
        word = None
    # What stands in a place says less of it than its name, and the first sentence more than the others.
    sentence = prose.split(". ")[0]
    first = _sought(sentence)
    found = max((one for one in (word, first) if one is not None), key=lambda one: one[1], default=None) or _sought(prose)
    if found is None:
        return None
    words = tokenise(sentence)
    room = next(iter(rooms_said(words)), "backroom" if found[0] == "indoor" else "")
    if room and found[0] in ROOMS[room].hosts:
        return Sight(ROOMS[room].biome, room=room)
    return Sight(found[0], vista=vista_said(words, found[0]) or "")


def _spoken_of(state: str, prose: str) -> bool:
    """Whether prose names a place: also as a café, of which an id keeps the plain letters."""
    plain = unicodedata.normalize("NFKD", prose).encode("ascii", "ignore").decode()
    return spelled(state).search(prose) is not None or spelled(state).search(plain) is not None


def _shown(row: str | None, prose: str) -> bool:
    """Whether prose still shows what a place of the tables has, whatever it is called by now."""
    places = tables.read_all("places")
    return row in places and any(seen in prose.lower() for seen in places[row].items("seen"))


def _sought(text: str) -> tuple[str, float] | None:
    """The biome that a text names most clearly, the last of equals: a head noun stands behind what describes it."""
    best: tuple[str, float] | None = None
    for token in tag(tokenise(text[:450])):
        place = biome_of(token.lemma or token.word) or biome_of(token.word)
        if place is not None and (best is None or place[1] >= best[1]):
            best = (place[0], place[1])
    return best


def light_for(state: str, told: dict[str, Any], hour: str | None) -> str | None:
    """day, dawn, dusk or night as the prose of a state tells it; else the world's `hour`; None where neither says anything."""
    # A night market stands in the morning too.
    said = {_HOURS[word] for word in tokenise(spelled(state).sub("", str(told["base"]))) if word in _HOURS}
    return next((light for light in _ORDER if light in said), _HOURS.get(hour or ""))
