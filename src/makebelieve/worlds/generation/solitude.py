"""Where nobody else can be: with a hero who is alone, in a place that a premise calls empty, at home by night, off the earth, under the sea."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.suiting import fellow_beasts
from makebelieve.worlds.generation.surroundings import is_deserted

_ALONE: Final = re.compile(
    r"(?<!not )(?<!never )(?<!longer )\balone\b(?! together)"
    r"|\bonly (?:[a-z]+ ){0,2}(?:left|awake|alive|aboard|on board|survivor|inhabitant)\b|\bthe only one\b(?= (?:left|awake|alive|aboard|on|at|in|who))"
    r"|\blast (?:[a-z]+ ){0,2}(?:human|person|man|woman|girl|boy|child|survivor|robot|astronaut|people)\b"
    r"|\b(?:nobody|no one|no-one|no other [a-z]+) (?:else )?(?:is |was |lives? |for )?(?:else|left|around|about|there|near|for miles|has been|has lived|ever goes|goes)\b"
    r"|\b(?:everyone|everybody)(?: else)?(?: (?:in|on|at|of|aboard) (?:the |her |his |their |my |our )?[a-z]+)? (?:else |is |has |was |had )(?:already )?(?:fallen |been )?"
    r"(?:gone|vanished|disappeared|dead|died|left|asleep|away|fled|home|evacuated)\b"
    r"|\b(?:whole|entire) [a-z]+ (?:is|has|was|had|falls|fell|have) (?:suddenly )?(?:fallen )?(?:asleep|vanished|disappeared|fled)\b"
    r"|\bwith only (?:an?|the|one|her|his|their) (?:[a-z]+ ){1,3}(?:for company|that|who|to talk to|beside)\b"
    r"|\bby (?:her|him|it)self\b|\bon (?:her|his|my|its) own\b|\bw(?:oken|oke|akes?|aking) (?:up )?(?:[a-z]+ ){0,4}too early\b|\bsolo\b|\bsolitary\b"
    r"|\b(?:stranded|marooned|shipwrecked|cast away|castaways?|washed ashore|washed up|adrift|drifting|crash-?lands?|crash-?landed|snowed in|lost at sea|lost in space)\b"
    r"|\b(?:desert|deserted|uninhabited|empty|lifeless|barren) (?:island|isle|planet|moon|world|earth)\b",
    re.IGNORECASE,
)
"""Words of a premise that say that nobody else is about."""
_LAST: Final = re.compile(
    r"\blast (?:[a-z]+ )?([a-z]+) (?:left )?(?:on (?:the )?earth|on the planet|alive|in the (?:world|universe|galaxy))\b", re.IGNORECASE
)
"""Somebody of a calling who is the last of all: "the last librarian on earth"."""
_LEAVE_ALONE: Final = re.compile(
    r"\b(?:leave|leaves|left|let|lets) (?:me|him|her|them|us|it|[a-z]+ [a-z]+) alone\b|\balone (?:knows?|can|could)\b", re.IGNORECASE
)
_CONFINED: Final = re.compile(
    r"\b(?:locked|trapped|imprisoned|shut|walled|sealed|held prisoner|held captive|kept|captive|chained) (?:up |away )?(?:in|inside|under|behind) (?:an?|the|her|his|their|its|my|our)\b",
    re.IGNORECASE,
)
_PRISONER: Final = re.compile(r"^(?:an?|the|our|my) (?:[a-z-]+ )?(?:prisoner|inmate|convict|captive|hostage)\b", re.IGNORECASE)
_PEOPLED: Final = re.compile(
    r"\b(?:crew|passengers?|survivors|villagers|village|town|city|natives|colonists|settlers|tribe|crowd|guests|hotel|airport|festival|station full|market|school|hospital|classmates)\b",
    re.IGNORECASE,
)
"""Words of a premise that say that there are others all the same."""
_INTRUDING: Final = re.compile(
    r"\b(?:burglars?|burgl(?:e|ar)s?|burgling|housebreakers?|robbers?|break(?:s|ing)? in(?:to)?|broken? in(?:to)?|sneak(?:s|ing)? in(?:to)?)\b",
    re.IGNORECASE,
)
"""Words of whoever goes into a house by stealth: no stranger stands about in its rooms to help them."""
_ONE_ALONE: Final = re.compile(r"\b(?:alone|last|only|solo|solitary|nobody|no one|everyone|everybody)\b", re.IGNORECASE)
_EMPTY: Final = re.compile(
    r"\b(?:abandoned|deserted|derelict|disused|empty|forbidden|forsaken|haunted|locked|sealed|lost|forgotten|hidden|secret|ruined|sunken|drowned|buried|dead|ghost"
    r"|lifeless|uninhabited|condemned|shut|closed)\b",
    re.IGNORECASE,
)
"""What a place is called where nobody goes."""
LATE: Final = "late"
"""Among the kinds of places of somebody: they are about at any hour, as what goes on asks for it."""
_PEOPLED_BY_OWN: Final = frozenset(("nature", "mythology", "fairy", "comedy"))
"""Genres whose beings may be anywhere."""


@dataclass(frozen=True, slots=True)
class Solitude:
    """Where in a world nobody is met by chance."""

    everywhere: bool = False
    own: bool = False
    """Whether the world has its own kind of beings, who may be anywhere."""
    empty: frozenset[str] = frozenset()
    """Ids of places that the premise calls empty."""
    indoors: bool = False
    """Whether what the premise calls empty is a building, with all its rooms."""
    confined: bool = False
    """Whether whoever plays is locked in at the beginning: no stranger stands there with them."""

    def bars(self, kinds: frozenset[str], place: Place, hour: str) -> bool:
        """Whether those who are met in these kinds of places cannot be met in a place at an hour: a warden is out in an air raid by night."""
        return self.at(place) or (self._late(place, hour) and LATE not in kinds)

    def at(self, place: Place) -> bool:
        """Whether nobody can be met in a place at any hour."""
        kind, table = place.entry.title, tables.read("people")
        if self.everywhere or place.id in self.empty or (self.indoors and place.air in ("inside", "under")):
            return True
        if kind in table["nobody"].words("places"):
            return True
        if self.own:
            return False
        return place.air == "sea" or kind in table["nobody_out"].words("places")

    def _late(self, place: Place, hour: str) -> bool:
        """Whether at this hour nobody is met in a place but those whom what goes on keeps up."""
        row = {"night": "places", "dusk": "homes", "dawn": "homes"}.get(hour)
        return row is not None and not self.own and place.entry.title in tables.read("people")["nobody_late"].words(row)


@cache
def is_alone(premise: str) -> bool:
    """Whether a premise says that nobody else is about, wherever it plays."""
    said = _LEAVE_ALONE.sub("", premise)
    found = _ALONE.search(said) or next((one for one in _LAST.finditer(said) if classify(one[1].lower())[0] == "person"), None)
    if found is None:
        return is_deserted(premise)
    return bool(_ONE_ALONE.search(found[0])) or not _PEOPLED.search(said)


def solitude_of(draft: WorldDraft, places: list[Place], shape: str) -> Solitude:
    """Where nobody is met in the world of a draft; whoever is asked or courted is there, whatever the premise says."""
    empty = frozenset(place.id for place in places if place.stated and _EMPTY.search(place.name))
    rooms = any(place.id in empty and place.air != "open" for place in places)
    own = (
        draft.genre in _PEOPLED_BY_OWN
        or bool(fellow_beasts(draft))
        or (draft.genre == "fantasy" and draft.player is not None and draft.player.category != "person")
    )
    peopled = shape in ("mystery", "court") or (draft.goal.purpose == "unite" and draft.goal.object is None)
    return Solitude(
        not peopled and is_alone(draft.premise),
        own,
        empty,
        rooms or (not peopled and _INTRUDING.search(draft.premise) is not None and draft.goal.purpose != "solve"),
        not peopled and any(one.search(draft.premise) for one in (_CONFINED, _PRISONER)),
    )
