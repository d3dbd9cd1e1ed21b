"""Nouns as people type them, with the article that they take in a sentence."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, thing_from_phrase
from makebelieve.worlds.edits.naming import proper
from makebelieve.worlds.generation.morphology import article, is_plural

MASS: Final = frozenset(
    ["dust", "light", "water", "smoke", "fog", "mist", "snow", "blood", "mud", "sand", "moss", "ivy", "ice", "fire", "music", "grass", "hay", "straw", "gold", "silver", "confetti", "rust", "rain", "steam", "glass", "paper", "rubbish", "trash", "furniture", "laundry", "wood", "jam", "honey", "bread", "food", "ash", "soot", "oil", "wine", "beer", "tea", "coffee", "slime", "graffiti", "silence", "darkness", "sunlight", "moonlight", "candlelight", "laughter", "wind", "frost", "dirt", "grease", "cloth", "silk", "velvet", "wool", "armour", "armor", "equipment", "machinery", "junk", "litter", "wallpaper", "glitter", "soup", "money", "cheese", "rice", "milk", "advice", "medicine", "rum", "meat", "salt", "sugar", "flour", "butter", "chocolate", "tobacco", "powder", "perfume", "ink", "poison", "garlic", "cinnamon", "pepper", "fuel", "petrol", "air", "oxygen", "help", "permission", "courage", "luck", "evidence", "information", "herring", "bait", "string", "rope", "wire", "clay", "marble", "ivory", "jewellery", "jewelry", "clothing", "luggage", "fur", "hair"]
)  # fmt: skip
"""Nouns of stuff: they take no "a" (some of them may, "a rope"; those are left to `counted` by what stands before)."""
_BOTH: Final = frozenset(["rope", "string", "wire", "light", "glass", "paper", "fire", "herring", "fur", "hair", "marble"])
_DETERMINED: Final = re.compile(
    r"(?:an?|the|some|one|two|three|four|five|six|seven|dozens|hundreds|many|several|every|all|each|both|his|her|their|its|your|my|everybody|everyone|somebody|someone|something|nobody|\d+)\b",
    re.IGNORECASE,
)

_BEHIND: Final = re.compile(r" (?:behind|beside|near|next|in|on|at|with|of|from|under|over|between|by|that|which|who|to|for|where)\b")
_BUILT: Final = frozenset(("structure", "building", "place", "furniture", "vehicle", "container"))


_USE: Final = re.compile(
    r" (?:to|so (?:that )?(?:you|one|we) can|for) (?:go|get|come|enter|open|reach|pass|climb|cross|walk|step|see|use|going|getting|entering|opening)\b.*$",
    re.IGNORECASE,
)
"""What a thing is needed for is no part of its name: "a torch to go in"."""


def counted(noun: str) -> str:
    """ "long table" -> "a long table"; what is many, stuff, a name or has a word before it stays."""
    if _DETERMINED.match(noun) or not noun:
        return noun
    head = noun.split()[-1].lower()
    return noun if is_plural(noun) or (head in MASS and head not in _BOTH) or proper(noun) else article(noun)


def taken(noun: str) -> str:
    """A noun as something that is found and kept: "a hat", "some honey", "some goggles"."""
    noun = _USE.sub("", noun)
    if _DETERMINED.match(noun) or not noun:
        return noun
    head = noun.split()[-1].lower()
    return f"some {noun}" if is_plural(noun) or (head in MASS and head not in _BOTH) else article(noun)


def main_noun(phrase: str) -> str:
    """The noun that says what a few words are: "fox" for "three tiny red foxes"; empty where there is none, as in "7"."""
    words = _BEHIND.split(phrase.strip())[0].split()
    last = (lemma(words[-1].lower(), "noun") or "") if len(words) > 1 else ""
    if last and (classify(last)[0] in _BUILT or last in ("stand", "stall", "booth", "machine", "rack")):
        return last  # a goat shed is no goat, and is not shed
    if last and classify(last)[0] == "person" and words[-2].lower().endswith("s"):
        return last  # a customs officer
    core = re.split(r" (?:from|with|for|by|behind|beside|near|that|which|where)\b", phrase.strip())[0]
    try:
        return thing_from_phrase(core or phrase).noun
    except ValueError:
        return ""
