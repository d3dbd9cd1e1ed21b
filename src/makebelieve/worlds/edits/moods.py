"""Moods: each scene gets sentences of its own for one, and those of an older mood go."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, Final

from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits.light import _pattern, kind_of
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.english import capital

MOOD_OF: Final = {
    **dict.fromkeys(["scary", "spooky", "creepy", "horror", "frightening", "eerie", "haunted", "terrifying", "sinister", "ghostly"], "scary"),
    **dict.fromkeys(["dark", "harsh", "cruel", "brutal", "bleak", "grim", "gloomy", "dim", "shadowy", "gothic", "darkness"], "dark"),
    **dict.fromkeys(
        ["cheerful", "happy", "merry", "cheery", "hopeful", "joyful", "bright", "friendly", "light-hearted", "lighthearted", "festive", "jolly", "colourful", "colorful", "sweet"],
        "cheerful",
    ),
    **dict.fromkeys(["cosy", "cozy", "homely", "homey", "comfy", "comfortable", "warm", "snug", "inviting", "welcoming", "cute"], "cosy"),
    **dict.fromkeys(["sad", "lonely", "wistful", "melancholy", "melancholic", "tragic", "bittersweet", "heartbreaking", "depressing", "emotional"], "sad"),
    **dict.fromkeys(["mysterious", "strange", "weird", "puzzling", "secretive", "mystical", "dreamy", "surreal"], "mysterious"),
    **dict.fromkeys(["calm", "peaceful", "quiet", "relaxing", "relaxed", "gentle", "serene", "tranquil", "silent", "slow"], "calm"),
    **dict.fromkeys(["tense", "thrilling", "dramatic", "urgent", "suspenseful", "exciting", "action-packed", "hectic"], "tense"),
    **dict.fromkeys(["funny", "comical", "humorous", "hilarious", "silly", "comic", "goofy", "wacky", "absurd", "humor", "humour"], "funny"),
    **dict.fromkeys(["serious", "solemn", "earnest", "grave", "sober"], "serious"),
    **dict.fromkeys(["romantic", "loving", "tender", "love"], "romantic"),
    **dict.fromkeys(["epic", "heroic", "grand", "adventurous", "majestic"], "epic"),
    **dict.fromkeys(["magical", "magic", "enchanted", "whimsical", "fairy"], "magical"),
    **dict.fromkeys(["dangerous", "threatening", "menacing", "risky"], "dangerous"),
    "comedy": "funny", "horror": "scary", "romance": "romantic", "thriller": "tense", "tragedy": "sad", "adventure": "epic", "mystery": "mysterious", "drama": "serious",
    **dict.fromkeys(["cold", "chilly", "freezing", "icy"], "cold"),
    **dict.fromkeys(["hot", "sweltering", "boiling", "scorching"], "hot"),
    **dict.fromkeys(["busy", "crowded", "bustling", "loud", "noisy", "lively", "packed"], "busy"),
    **dict.fromkeys(["empty", "deserted", "abandoned", "bare"], "empty"),
}  # fmt: skip
OPPOSITE: Final = {
    "scary": "cosy", "dark": "cheerful", "cheerful": "serious", "cosy": "tense", "sad": "cheerful", "mysterious": "calm", "calm": "tense", "tense": "calm",
    "funny": "serious", "serious": "funny", "romantic": "serious", "epic": "calm", "magical": "calm", "dangerous": "calm", "cold": "cosy", "hot": "cold",
    "busy": "empty", "empty": "busy",
}  # fmt: skip
_ROWS: Final = re.compile(r"^@ (\w+)$|^(\w+): (.+)$")


@cache
def moods() -> dict[str, dict[str, tuple[str, ...]]]:
    """Mood -> its rows `seen`, `heard`, `end`, `last` of `data/moods.txt`."""
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    here = ""
    for line in resources.files("makebelieve.worlds.edits").joinpath("data/moods.txt").read_text("utf-8").splitlines():
        row = _ROWS.match(line)
        if row and row[1]:
            here = row[1]
            made[here] = {}
        elif row:
            made[here][row[2]] = tuple(one.strip() for one in row[3].split(" | "))
    return made


def mood_of(word: str) -> str | None:
    """The mood that an adjective means, in any degree: "spookier" -> "scary"."""
    word = word.lower()
    stems = (
        word,
        word[:-1],
        re.sub(r"i(?:er|est)$", "y", word),
        re.sub(r"(?:er|est)$", "", word),
        re.sub(r"(.)\1(?:er|est)$", r"\1", word),
        re.sub(r"r$", "", word),
    )
    return next((MOOD_OF[one] for one in stems if one in MOOD_OF), None)


@cache
def _ours() -> re.Pattern[str]:
    """The sentences that moods of the kind that replace each other have put into scenes."""
    rows = [frame for mood in moods().values() for row in ("seen", "end") for frame in mood[row]]
    player = r".{2,50}?"
    return re.compile(
        "|".join(f"(?:{_pattern(re.sub(r'^{P} <[^>]*>', '{P} <P:x>', one)).replace('<P>', player)})" for one in rows), re.IGNORECASE
    )


def without_moods(text: str) -> str:
    return " ".join(one for one in sentences(text) if not _ours().fullmatch(one.rstrip(".")))


_FRIGHT: Final = re.compile(
    r"\b(?:scratch\w*|blood\w*|bones?|skulls?|corpses?|coffins?|graves?|ghosts?|shadows?|claws?|screams?|whispers?|knife|knives|eyes watch\w*|teeth|child's shoe|black|rotten|fangs?|webs?|wounds?|noose|dolls?|dead|skeletons?|gallows|axe|rats?|moth|drips?|dark)\b",
    re.IGNORECASE,
)
"""Words of sentences that frighten: a milder scene does without them."""
_LIGHTS: Final = re.compile(
    r"\b(?:light|lights|lamps?|candles?|sun|moonlight|glow|glows|bulb|lantern'?s?|gleam|bright|lit)\b", re.IGNORECASE
)


def softened(builder: Builder, key: str) -> bool:
    """A state without the sentences that only frighten; what the story needs stays."""
    state = builder.states[key]
    needed = {re.sub(r"^(?:the|an?) ", "", one.name).lower() for other, one in builder.place_of.items() if other != key}
    needed |= {str(one.get("anchor", {}).get("label", "")).lower() for one in builder.events if key in one["from"]}
    needed |= {str(one["terminal"]["persona"]).split(",")[0].split(".")[0].lower() for one in builder.events if one["kind"] == "terminal"}
    needed.discard("")
    done = False
    for part in [state, *state.get("variants", [])]:
        told = sentences(part["base"])
        kept = [
            one
            for at, one in enumerate(told)
            if at == 0
            or not _FRIGHT.search(one)
            or kind_of(one) in ("hour", "weather", "season")
            or any(word in one.lower() for word in needed)
        ]
        done = done or len(kept) < len(told)
        part["base"] = " ".join(kept)
    state["ambient"] = [one for one in state.get("ambient", []) if not _FRIGHT.search(one)] or state.get("ambient", [])
    return done


def set_mood(builder: Builder, key: str, mood: str, *, keep: bool = False) -> bool:
    """A state feels `mood`: one sentence of its prose, one ambient line, and of an ending its subtitle. `keep`: beside an older mood.

    False where its text is full.
    """
    state, place = builder.states[key], builder.place_of[key]
    rows = moods()[mood]
    scenery, chance = builder.scenery, builder.chance
    old = state["base"] if keep else without_moods(state["base"])
    if mood == "dark" and not keep:
        told = sentences(old)
        old = " ".join(one for at, one in enumerate(told) if at == 0 or not (kind_of(one) in ("hour", "lamp") and _LIGHTS.search(one)))
    frames = rows["end"] if "ending" in state else rows["seen"]
    line = scenery.parted(scenery.pick(frames, "mood", place), place)
    heard = {re.sub(r"^\([a-z_/ ]+\)\s+", "", one) for mood_ in moods().values() for one in mood_["heard"]}
    ambient = [one for one in state.get("ambient", []) if keep or one not in heard]
    patch = {"base": f"{old.rstrip()} {line}", "ambient": [*ambient, scenery.pick(rows["heard"], "heard", place)]}
    if len(prompt_of({**state, **patch})) > max(PROMPT_BUDGET, len(prompt_of(state))):
        return False
    state.update(patch)
    if "ending" in state:
        last = _after(state["ending"], capital(chance.fresh(rows["last"], "last")), mood)
        if state.get("narration") == state["ending"].get("subtitle"):
            state["narration"] = last
        state["ending"]["subtitle"] = last
    return True


_GLAD: Final = frozenset(("cheerful", "cosy", "romantic", "funny"))
_LONGEST: Final = 220


def _after(ending: dict[str, Any], last: str, mood: str) -> str:
    """The last words of an ending: how it came out stays said before what is felt, unless the one gainsays the other."""
    ours = {capital(line).rstrip(".") for rows in moods().values() for line in rows["last"]}
    told = [one for one in sentences(str(ending.get("subtitle", ""))) if one.rstrip(".") not in ours]
    old = " ".join(told)
    if not old or last in old or (mood in _GLAD - {"funny"} and ending.get("kind") == "lose"):
        return last
    if len(old) + len(last) > _LONGEST:
        return old
    return f"{old if old.endswith(('.', '!', '?', chr(34))) else old + '.'} {last}"
