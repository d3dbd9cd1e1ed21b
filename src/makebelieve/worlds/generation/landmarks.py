"""Names that are a place's or a vessel's though they sound like somebody's: "Mount Sella", "at St Jude's", "the road to Edo", "the airship Lady Constance"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.names import is_given

_FIRST: Final = frozenset(("mount", "mt", "lake", "river", "cape", "fort", "port", "castle", "camp", "hotel", "villa", "loch", "planet"))
"""First words of the names of places."""
_LAST: Final = frozenset(
    (
        "fair", "festival", "cup", "race", "games", "show", "market", "ball", "parade", "carnival", "inn", "hotel", "motel", "school", "academy", "museum",
        "bakery", "theatre", "express", "bridge", "tower", "street", "lane", "road", "station", "hall", "park", "bay", "island", "mountain", "forest", "wood",
        "coast", "pond", "desert", "valley", "sea", "ocean", "river", "lake", "hill", "village", "town", "city", "farm", "mill", "castle", "palace", "port",
        "harbour", "harbor", "reef", "pass", "canyon", "falls", "springs", "beach", "cliffs", "moor", "swamp", "woods", "zoo", "cove", "peak", "abbey",
        "point", "head", "manor", "house", "cottage", "lodge", "gardens", "square", "quay", "marsh", "fen", "glen", "creek", "ridge", "summit", "cemetery",
    )
)  # fmt: skip
"""Last words of the names of places and of what is held there."""
_PERSONAL: Final = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "doctor", "professor", "inspector", "detective", "sergeant", "nurse", "uncle", "aunt")
)
"""Before these words a place's is a family's: "Ms Park"."""
_ROADS: Final = frozenset(
    ("road", "way", "path", "train", "bus", "ticket", "map", "bridge", "ferry", "flight", "track", "trip", "journey", "boat")
)
_GROWN: Final = frozenset(("plant", "creature", "place", "location", "group", "food", "rock", "structure"))
"""Classes of what is "of" a place rather than of somebody."""
_HELD: Final = frozenset(
    (
        "race",
        "festival",
        "market",
        "street",
        "carnival",
        "siege",
        "battle",
        "university",
        "port",
        "harbour",
        "bazaar",
        "coast",
        "hill",
        "river",
        "wall",
        "gate",
    )
)
"""What is "of" a town."""
_KEPT: Final = frozenset(
    ("people", "mayor", "folk", "villager", "child", "kid", "citizen", "farmer", "lord", "duke", "count", "king", "queen", "sheriff")
)
"""Those who are "of" a place."""
_WARDS: Final = frozenset(
    ("children", "maternity", "hospital", "isolation", "geriatric", "fever", "cancer", "surgical", "psychiatric", "emergency", "empty")
)


def landmark(names: dict[str, str], tokens: list[Token], found: list[Phrase], phrase: Phrase, led: str, *, named: bool, start: int) -> bool:
    """Whether a phrase names no being: `led` is the word before it, `named` whether it has no determiner, `start` where it really begins."""
    if phrase.noun == "ward" and _WARDS & {token.word for token in tokens[max(0, start - 2) : phrase.head.index]}:
        return True
    head = tokens[phrase.head.index].word
    known = [names[token.word] for token in tokens[phrase.start : phrase.end] if token.word in names]
    if not known:
        return False
    name = names.get(head) or known[0]
    if name.split()[0].lower() in _FIRST and " " in name:
        return True
    if name.split()[-1].lower() in _LAST and " " in name and name.split()[0].lower().strip(".") not in _PERSONAL:
        return True
    if head not in names:
        return False
    if any(token.tag == "N" and classify(token.lemma)[0] == "vehicle" for token in phrase.modifiers):
        return True
    if name.endswith(("'s", "\u2019s")) and led in ("at", "in", "near", "outside", "from"):
        return True
    left = next((one for one in found if one.end in (start - 1, phrase.start - 1)), None)
    if left is not None and tokens[left.end].word == "," and not named and classify(left.noun)[0] == "vehicle":
        return True  # "old Tom's boat, the Saucy Sue"
    if not named or is_given(head) or " " in name or left is None:
        return False
    return (led == "to" and left.noun in _ROADS) or (led == "of" and (left.noun in _KEPT | _HELD or classify(left.noun)[0] in _GROWN))
