"""The hour and the weather that a premise names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from makebelieve.worlds.generation.cues import HOURS, WEATHERS

_OF_NO_SKY: Final = {
    "hot": frozenset(
        ("air", "dog", "dogs", "chocolate", "tea", "soup", "water", "bath", "bread", "meal", "pepper", "peppers", "sauce", "tub", "potato")
    ),
    "frozen": frozenset(
        ("food", "pizza", "yoghurt", "yogurt", "meat", "peas", "dinner", "meal", "chicken", "computer", "account", "screen")
    ),
    "wind": frozenset(("farm", "turbine", "turbines", "instrument", "chime", "chimes", "band", "orchestra", "tunnel")),
    "lightning": frozenset(("bolt", "bug", "bugs", "rod")),
    "wet": frozenset(("paint", "clay", "cement", "dog", "towel", "towels", "nurse")),
    "rain": frozenset(("forest", "coat", "barrel", "dance")),
    "snow": frozenset(("globe", "globes", "leopard", "leopards")),
    "winter": frozenset(("coat", "coats", "olympics", "garden")),
    "dust": frozenset(("jacket", "bin", "cart")),
    "storm": frozenset(("drain", "cellar")),
}
"""Words of weather, and the nouns with which they name something else: "a hot air balloon", "wind instruments"."""
_WISHED: Final = frozenset(
    ("not", "never", "no", "without", "bring", "make", "makes", "remember", "remembers", "forgotten", "forgets", "pray", "prays",
     "seen", "miss", "misses", "dream", "dreams", "stop", "stopped", "sell", "sells", "steal", "stole", "stolen")
)  # fmt: skip
"""Before rain or snow: it is wished for, thought of or held back, and does not fall."""
_DETERMINERS: Final = frozenset(("the", "a", "an", "his", "her", "their", "my", "our", "your", "its", "all", "up", "out", "away"))


_OVER: Final = frozenset(
    ("stopped", "stops", "refuses", "refused", "vanished", "vanishes", "disappeared", "disappears", "forgot", "forgets")
)
"""What a premise says of its weather that is no longer so."""
_WRONG_WAY: Final = frozenset(("up", "upward", "upwards", "sideways", "backward", "backwards"))
_FALLING: Final = frozenset(("fall", "falls", "fell", "falling", "rain", "rains", "rained", "raining", "snow", "snowed", "snowing"))


_FALLS: Final = frozenset(("rain", "snow", "hail", "fog", "mist", "wind", "rains", "snows", "clouds"))


def _is_what_it_is_about(words: list[str], at: int) -> bool:
    """Whether a premise is about its weather, which so does nothing that weather does: "the rain stopped", "the snow fell up"."""
    behind = words[at + 1 : at + 9]
    if {"never", "not", "won"} & set(words[at + 1 : at + 3]):
        return False  # "the rain never stops"
    upward = any(a in _FALLING and b in _WRONG_WAY for a, b in pairwise([words[at], *behind]))
    return (behind[:1] != [] and behind[0] in _OVER) or upward


_KEPT: Final = frozenset(("keep", "keeps", "kept", "leave", "leaves", "left", "glow", "glows", "glowing", "glowed"))
"""What is done in the dark at any hour: kept from knowing, glowing."""


def hour_of(words: list[str]) -> str | None:
    """The hour that a premise names first; "the last day", "a daylight robbery" and "kept in the dark" name none."""
    for at, word in enumerate(words):
        if word == "first" and words[at + 1 : at + 2] == ["light"]:
            return "dawn"
        if (
            words[at : at + 3] == ["in", "the", "dark"]
            and words[at + 3 : at + 4] != ["about"]
            and not _KEPT & set(words[max(0, at - 3) : at])
        ):
            return "night"
        if word in HOURS and word not in ("day", "dark"):
            return HOURS[word]
    return None


def weather_of(words: list[str], lemmas: list[str], deadline: str | None) -> str | None:
    """The weather that a premise names first ("it snows"); "clear the attic" names none, and before the first snow it does not snow."""
    to_come = set(re.findall(r"[a-z]+", (deadline or "").lower()))
    for at, one in enumerate(zip(words, lemmas, strict=True)):
        named = next((word for word in one if word in WEATHERS), None)
        if named and words[max(0, at - 2) : at] and {"no", "without", "never"} & set(words[max(0, at - 2) : at]):
            continue  # "there is no snow"
        if named in ("rain", "snow") and _WISHED & set(words[max(0, at - 4) : at]):
            if "not" in words[max(0, at - 4) : at] and named == "rain":
                return "heat"
            continue  # "an umbrella that remembers the rain", "has never seen snow"
        if named and words[at] in _FALLS and _is_what_it_is_about(words, at):
            return "clear"
        if words[at + 1 : at + 2] and words[at + 1] in _OF_NO_SKY.get(words[at], ()):
            continue
        if named and words[at] not in to_come and not (named == "clear" and words[at + 1 : at + 2] and words[at + 1] in _DETERMINERS):
            return WEATHERS[named]
    return None


_THROUGH: Final = re.compile(
    r"\b(?:in|through|into|across) the (?:deep |heavy |thick |pouring |falling )?(snow|blizzard|fog|mist|rain|storm)\b", re.IGNORECASE
)


_WATCHED: Final = re.compile(
    r"\b(?:see|watch|photograph|film|catch|admire|observe)s? (?:the |an? |his |her |their )?(?:[a-z]+ ){0,2}?(?:northern lights|aurora|comet|eclipse|meteors?|shooting stars?|milky way|stars)\b",
    re.IGNORECASE,
)
"""What is seen in a clear sky only."""


def weather_through(premise: str) -> str | None:
    """The weather that a story goes through, where its premise states none otherwise: "across the bridge in the pouring rain"."""
    if _WATCHED.search(premise):
        return "clear"  # nobody sees a comet through fog
    match = _THROUGH.search(premise)
    return {"blizzard": "snow", "mist": "fog"}.get(match[1].lower(), match[1].lower()) if match else None


_OF_WEATHER: Final = re.compile(r"\b(?:cloud|fog|mist|rain|snow|storm|grey|gray)", re.IGNORECASE)


def joined(light: str, sky: list[str]) -> list[str]:
    """Light and weather of a scene; the light alone where it has told of the weather already: "the morning is grey from edge to edge"."""
    told = {word.lower() for word in _OF_WEATHER.findall(light)}
    return [light] if told & {word.lower() for word in _OF_WEATHER.findall(" ".join(sky))} else [light, *sky]
