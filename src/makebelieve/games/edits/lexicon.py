"""Words and phrases of edits (data in phrases.toml): kinds, mechanics, settings, moods, and what no game of ours can do."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any, Final, cast

from makebelieve.language.kinds import Biome, Kind, Mood, TimeOfDay

_DATA: Final[dict[str, Any]] = tomllib.loads(files("makebelieve.games.edits").joinpath("phrases.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


def _phrases(name: str) -> dict[str, str]:
    """Phrase -> what it stands for."""
    return {phrase: meaning for meaning, phrases in _DATA[name].items() for phrase in phrases.split("|")}


EDIT_WORDS: Final[tuple[str, ...]] = tuple(_DATA["edit_words"].split())
DETERMINERS: Final = _words("determiners")
CONCRETE: Final = _words("concrete")
NO_THINGS: Final = _words("no_things")
BRANDS: Final = _words("brands")
PADDING: Final = _words("padding")
SCENE_WORDS: Final = _words("scene_words")

PLAIN: Final = tuple((re.compile(pattern), instead) for pattern, instead in _DATA["plain"])
MECHANIC_PHRASES: Final = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _DATA["mechanics"].items())
# What is asked for in vain, and what there is instead.
IMPOSSIBLE: Final = tuple((re.compile(rf"\b(?:{pattern})\b"), str(reason)) for pattern, reason in _DATA["impossible"])

KIND_PHRASES: Final = cast("dict[str, Kind]", _phrases("kinds"))
BIOME_PHRASES: Final = cast("dict[str, Biome]", _phrases("biomes"))
MOOD_PHRASES: Final = cast("dict[str, Mood]", _phrases("moods"))
TIME_PHRASES: Final = cast("dict[str, TimeOfDay]", _phrases("times"))

_PRAISE: Final = (
    "better|nicer|good|great|cooler|cool|fun|more fun|funner|perfect|awesome|different|more interesting|interesting|amazing|prettier|best|"
    "less boring|fewer boring|boring"
)
VAGUE: Final = re.compile(
    rf"(?:make )?(?:it|this|the game|everything)? ?(?:much |a lot |way )?(?:{_PRAISE})|(?:improve|fix|polish"
    rf"|change)(?: it| this| the game| everything)?|"
    r"(?:change|do) something(?: else)?|surprise me"
)
POSSIBLE: Final = (
    "harder or easier, more or fewer enemies, coins or dangers (also in one level), faster, slower, jump"
    " higher, another hero, new or other "
    "enemies, colours, night or day, another place, double jump and other abilities, lives, time limits, more or fewer levels, a boss, "
    "another title, another kind of game, undo"
)
