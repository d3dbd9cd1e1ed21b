"""Hour, weather and season of scenes: the sentences that tell of the old ones go, new ones are composed for what stands there."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.prose import HOURS

SEASONS: Final = ("spring", "summer", "autumn", "winter")
WEATHERS: Final = ("clear", "rain", "fog", "snow", "storm", "wind", "dust", "heat")
_WORDS: Final = {
    "hour": re.compile(
        r"\b(?:dawn|daybreak|sunrise|morning|noon|midday|afternoon|dusk|sunset|twilight|evening|midnight|night|moonlight|moon|sunlight|daylight)\b",
        re.IGNORECASE,
    ),
    "weather": re.compile(
        r"\b(?:rain\w*|drizzle|snow\w*|fog|mist|storm\w*|thunder|sunshine|wind|clouds|heat|clear (?:[a-z]+ )?(?:sky|air))\b", re.IGNORECASE
    ),
    "season": re.compile(r"\b(?:spring|summer|autumn|winter)\b", re.IGNORECASE),
}
"""Words by which a sentence written by hand tells of one."""
_PART: Final = re.compile(r"\{\w+\}")


def _pattern(frame: str) -> str:
    """A frame as the expression of the sentences it makes."""
    text = re.sub(r"^\([a-z_/ ]+\)\s+", "", frame)
    made = ""
    for piece in re.split(r"(\[[^\[\]]*\|[^\[\]]*\]|<\w+:[^>]*>|\{\w+\})", text):
        if piece.startswith("{"):
            made += ".{3,60}?"
        elif piece.startswith("<"):
            made += r"[a-z]+(?: [a-z]+)?"
        elif piece.startswith("["):
            made += "(?:" + "|".join(re.escape(one) for one in piece[1:-1].split("|")) + ")"
        else:
            made += re.sub(r"\b(an?)\\ ", r"an?\\ ", re.escape(piece))
    return made


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    table = tables.read("light")
    rows: dict[str, list[str]] = {"hour": [], "weather": [], "season": [], "lamp": []}
    for title, entry in table.items():
        if title == "adjective":
            continue
        kind = (
            "weather" if title.startswith("weather") else "season" if title.startswith("season") else "lamp" if title == "lamp" else "hour"
        )
        for key, items in entry.rows.items():
            rows["lamp" if key == "any" else kind] += [_pattern(item) for item in items]
    return {kind: re.compile("|".join(f"(?:{one})" for one in some), re.IGNORECASE) for kind, some in rows.items()}


def kind_of(sentence: str) -> str | None:
    """What a composed sentence tells of: "hour", "weather", "season", "lamp" (light of no hour), or None."""
    bare = sentence.strip().rstrip(".!")
    return next((kind for kind, pattern in _frames().items() if pattern.fullmatch(bare)), None)


@cache
def _hour_rows() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """Hour, whether it is told for a grey sky, and the expression of the sentences that tell it."""
    made = []
    for title, entry in tables.read("light").items():
        if title in ("adjective", "lamp") or title.startswith(("weather", "season")):
            continue
        for key, items in entry.rows.items():
            if (key in HOURS or key.endswith("_day")) and items:
                made.append(
                    (
                        key,
                        title.endswith("_grey") or "grey" in key,
                        re.compile("|".join(f"(?:{_pattern(one)})" for one in items), re.IGNORECASE),
                    )
                )
    return tuple(made)


@cache
def _sky_adjectives() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences that adjectives of a premise put into places, where the adjective is of the sky."""
    skies = {"foggy": "fog", "misty": "fog", "rainy": "rain", "wet": "rain", "snowy": "snow", "stormy": "storm", "windy": "wind", "dusty": "dust", "sunny": "clear", "sunlit": "clear", "hot": "heat", "hazy": "fog"}  # fmt: skip
    rows = tables.read("light")["adjective"].rows
    return tuple(
        (sky, re.compile("|".join(f"(?:{_pattern(one)})" for one in rows[word]), re.IGNORECASE))
        for word, sky in skies.items()
        if rows.get(word)
    )


def _adjective_of_sky(sentence: str) -> str | None:
    bare = sentence.strip().rstrip(".!")
    return next((sky for sky, pattern in _sky_adjectives() if pattern.fullmatch(bare)), None)


_GREY: Final = ("rain", "storm", "fog", "snow")


def _hour_to_tell_anew(sentence: str, weather: str) -> str | None:
    """The hour of a sentence whose light does not suit another weather, or its row: "crisp in the morning sun" and rain."""
    bare = sentence.strip().rstrip(".!")
    fitting = [(hour, grey) for hour, grey, pattern in _hour_rows() if pattern.fullmatch(bare)]
    if not fitting or any(grey == (weather in _GREY) for _, grey in fitting):
        return None
    return fitting[0][0]


def _told_by_hand(sentence: str, kind: str, place: Place) -> bool:
    """Whether a sentence written by hand is about nothing but the hour, weather or season."""
    bare = re.sub(re.escape(re.sub(r"^the ", "", place.name)), "", sentence, flags=re.IGNORECASE)
    return bool(_WORDS[kind].search(bare)) and len(bare.split()) <= 12


def relit(builder: Builder, key: str, *, hour: str | None = None, weather: str | None = None, season: str | None = None) -> bool:
    """The state `key` at another hour (of HOURS), in another weather (of WEATHERS; "" for none) or season ("" for none).

    False where the new words would pass the budget of the state's prompt; then it stays as it was.
    """
    state, place = builder.states[key], builder.place_of[key]
    patch = {"base": _retold(builder, state["base"], place, hour, weather, season)}
    if len(prompt_of({**state, **patch})) > max(PROMPT_BUDGET, len(prompt_of(state))):
        return False
    state.update(patch)
    if state.get("variants"):
        variants = [one for one in state["variants"] if one.get("label") != hour]
        if weather is not None or season is not None:
            for one in variants:
                one["base"] = _retold(builder, one["base"], place, None, weather, season)
        if variants:
            state["variants"] = variants
        else:
            state.pop("variants")
    return True


def _retold(builder: Builder, text: str, place: Place, hour: str | None, weather: str | None, season: str | None) -> str:
    kept: list[str] = []
    at: int | None = None
    composed = any(kind_of(one) for one in sentences(text))
    if weather is not None and hour is None and composed and place.air in ("open", "inside"):
        hour = next((told for one in sentences(text) if (told := _hour_to_tell_anew(one, weather))), None)
    for one in sentences(text):
        kind = kind_of(one)
        gone = (
            (hour is not None and kind in ("hour", "lamp")) or (weather is not None and kind == "weather") or (season is not None and kind == "season")
        )  # fmt: skip
        if not composed and kept:
            gone = any(
                _told_by_hand(one, name, place)
                for name, value in (("hour", hour), ("weather", weather), ("season", season))
                if value is not None
            )
        if weather is not None and kept and _adjective_of_sky(one) and _adjective_of_sky(one) != weather:
            continue  # "Vapour hides all but the nearest things" of a village that was foggy
        if gone:
            at = len(kept) if at is None else at
        else:
            kept.append(_swapped(one, hour, place) if hour and not composed else one)
    made = _composed(builder, place, hour, weather, season)
    place_at = len(kept) if at is None else at
    return " ".join([*kept[:place_at], *made, *kept[place_at:]])


def _swapped(sentence: str, hour: str, place: Place) -> str:
    """A sentence written by hand with the hour's word put right; a place's own name stays."""
    name = re.sub(r"^the ", "", place.name)
    kept = re.split(rf"({re.escape(name)})", sentence, flags=re.IGNORECASE)
    word = re.compile(r"\b(?:dawn|sunrise|morning|noon|midday|afternoon|dusk|sunset|twilight|evening|midnight|night)\b", re.IGNORECASE)
    return "".join(part if part.lower() == name.lower() else word.sub(hour, part) for part in kept)


def _composed(builder: Builder, place: Place, hour: str | None, weather: str | None, season: str | None) -> list[str]:
    scenery = builder.scenery
    before: tuple[Any, ...] = (scenery.held, scenery.stated_weather, scenery.weather, scenery.season)
    made: list[str] = []
    scenery.held = True
    if weather is not None:
        scenery.weather = weather
    if hour is not None and hour not in HOURS:
        # light that names no hour, under the other sky
        row = tables.read("light")["plain"].items(
            f"{'inside' if place.air == 'inside' else 'open'}_{'grey_' if weather in _GREY else ''}day"
        )
        made.append(sentence(capital(scenery.parted(builder.chance.pick(row, f"light:{place.id}"), place))))
        hour = None
    if hour is not None:
        made.append(scenery.light(place, hour))
    if weather or season:
        scenery.stated_weather, scenery.weather, scenery.season = bool(weather), weather or "", season
        made += scenery.sky(place, hour or "noon") if f"weather_{place.air}" in tables.read("light") and _has(place, weather) else []
    scenery.held, scenery.stated_weather, scenery.weather, scenery.season = before
    return made


def _has(place: Place, weather: str | None) -> bool:
    return not weather or bool(tables.read("light")[f"weather_{place.air}"].items(weather))


def remember(world: World, **said: str | None) -> None:
    """What the whole world now has for hour, weather or season, where it keeps an account of it."""
    understood = world.get("metadata", {}).get("understood")
    if understood is None:
        return
    for name, value in said.items():
        if value:
            understood[name] = value
        else:
            understood.pop(name, None)


def hour_named(word: str) -> str | None:
    """The hour of the tables that a word means."""
    alike = {
        "sunrise": "dawn", "daybreak": "dawn", "midday": "noon", "day": "noon", "daytime": "noon", "sunset": "dusk", "twilight": "dusk",
        "evening": "dusk", "nightfall": "dusk", "midnight": "night", "nighttime": "night", "night-time": "night", "nite": "night",
        "lunchtime": "noon", "daylight": "noon",
    }  # fmt: skip
    return word if word in HOURS else alike.get(word)
