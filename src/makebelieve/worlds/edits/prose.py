"""Time, weather, tone and point of view in the prose of scenes: said anew where it was said, added where it was not."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of

TIMES: Final = ("dawn", "sunrise", "morning", "noon", "midday", "afternoon", "dusk", "sunset", "twilight", "evening", "midnight", "night")
_TIME: Final = re.compile(rf"\b({'|'.join(TIMES)})\b", re.IGNORECASE)
WEATHER: Final = {
    "rain": "Rain falls in long grey threads.",
    "snow": "Snow falls in thick soft flakes.",
    "fog": "Fog hangs low and pale.",
    "storm": "A storm drives wind and rain across everything.",
    "sun": "Warm sunlight lies over everything.",
    "wind": "A strong wind pulls at everything.",
    "cloud": "Low clouds cover the sky.",
}
WEATHER_OF: Final = {
    **dict.fromkeys(["rain", "rains", "rainier", "raining", "rainy", "drizzle", "wet"], "rain"),
    **dict.fromkeys(["snow", "snows", "snowing", "snowy", "blizzard", "snowfall"], "snow"),
    **dict.fromkeys(["fog", "foggy", "mist", "misty"], "fog"),
    **dict.fromkeys(["storm", "stormy", "storms", "thunderstorm", "thunder"], "storm"),
    **dict.fromkeys(["sun", "sunny", "clear", "sunshine", "bright"], "sun"),
    **dict.fromkeys(["wind", "windy"], "wind"),
    **dict.fromkeys(["cloudy", "overcast", "clouds", "grey"], "cloud"),
}
_WEATHER_CLAUSE: Final = re.compile(
    r"\b(?:rain|drizzle|snow(?:fall|flakes)?|fog|mist|storm|thunder|sunshine|sunlight|wind|clouds|clear (?:[a-z]+ )?sky)\b", re.IGNORECASE
)
TONES: Final = {
    "dark": "Long shadows reach across the scene.",
    "scary": "Something scratches softly behind the walls.",
    "cheerful": "Somewhere near, somebody hums a merry tune.",
    "sad": "A slow melody drifts by from far away.",
    "mysterious": "Whispers come and go at the edge of hearing.",
    "calm": "Everything breathes slowly, as if half asleep.",
    "tense": "A low drumming beats like a heart.",
    "funny": "A distant kazoo comments on each step.",
    "serious": "A single low bell tolls, slow and even.",
    "romantic": "Soft violin notes drift in from somewhere close.",
    "epic": "Far drums and horns roll like thunder.",
}
TONE_OF: Final = {
    **dict.fromkeys(["dark", "darker", "bleak", "bleaker", "grim", "gloomy"], "dark"),
    **dict.fromkeys(["scary", "scarier", "spooky", "spookier", "creepy", "creepier", "horror", "frightening"], "scary"),
    **dict.fromkeys(
        [
            "cheerful",
            "happy",
            "happier",
            "merry",
            "cosy",
            "cozy",
            "cozier",
            "friendlier",
            "lighter",
            "cheery",
            "hopeful",
            "warm",
            "warmer",
            "joyful",
            "bright",
            "brighter",
            "friendly",
        ],
        "cheerful",
    ),
    **dict.fromkeys(["sad", "sadder", "lonely", "lonelier", "wistful", "melancholy", "melancholic"], "sad"),
    **dict.fromkeys(["mysterious", "eerie", "strange", "stranger", "magical"], "mysterious"),
    **dict.fromkeys(["calm", "calmer", "peaceful", "quiet", "quieter", "relaxing"], "calm"),
    **dict.fromkeys(["tense", "tenser", "thrilling", "dramatic", "urgent", "suspenseful", "exciting"], "tense"),
    **dict.fromkeys(["serious", "solemn", "earnest", "grave", "sober"], "serious"),
    **dict.fromkeys(["romantic", "loving", "tender"], "romantic"),
    **dict.fromkeys(["epic", "heroic", "grand", "adventurous"], "epic"),
    **dict.fromkeys(["comical", "humorous", "hilarious", "funny", "funnier", "silly", "sillier", "comic"], "funny"),
}
OPPOSITES: Final = {
    "dark": "cheerful",
    "scary": "calm",
    "cheerful": "sad",
    "sad": "cheerful",
    "mysterious": "calm",
    "calm": "tense",
    "tense": "calm",
    "funny": "serious",
    "serious": "funny",
    "romantic": "tense",
    "epic": "calm",
}
VIEWS: Final = {
    "first_person": ("First person, through the player's own eyes", ("first person", "first-person", "1st person")),
    "third_person_shoulder": ("Over the shoulder, close behind", ("over the shoulder", "shoulder")),
    "third_person_follow": ("From behind, a few steps back", ("third person", "third-person", "3rd person", "follow")),
    "top_down": ("Straight down from above", ("top down", "top-down", "bird's eye", "from above")),
    "side": ("From the side, level with the ground", ("side view", "side-on", "from the side", "side scroller", "side")),
    "isometric": ("Isometric, from high at an angle", ("isometric",)),
    "fixed": ("From one fixed place", ("fixed",)),
}


def view_of(words: str) -> str | None:
    """The point of view that some words name."""
    text = words.lower().replace("_", " ")
    return next(
        (view for view, (_, names) in VIEWS.items() if any(re.search(rf"(?<![a-z]){re.escape(name)}", text) for name in names)), None
    )


def at_time(text: str, time: str) -> str:
    """The prose at another time of day."""
    if _TIME.search(text):
        return _TIME.sub(time, text)
    return f"{text} It is {time}."


def in_weather(text: str, weather: str) -> str:
    """The prose in other weather: clauses that speak of the weather give way to one that speaks of the new."""
    new, kept, done = WEATHER[weather], [], False
    for sentence in re.findall(r"[^.!?]+[.!?]*", text):
        clauses = re.split(r",\s*", sentence.strip())
        rest = [clause for clause in clauses if not _WEATHER_CLAUSE.search(clause)]
        if len(rest) < len(clauses):
            left = ", ".join(rest).strip(" .")
            kept += [f"{left[0].upper()}{left[1:]}."] if left else []
            if not done:
                kept.append(new)
                done = True
        else:
            kept.append(sentence.strip())
    return " ".join(kept if done else [*kept, new])


def fitting(state: dict[str, Any], patch: dict[str, Any]) -> bool:
    """Whether a state keeps the budget with the patch, or had broken it before."""
    return len(prompt_of({**state, **patch})) <= max(PROMPT_BUDGET, len(prompt_of(state)))


def seen_from(framing: dict[str, str], view: str) -> dict[str, str]:
    """The framing from another point of view."""
    leads = [lead for lead, _ in VIEWS.values()]
    new = {}
    for key in ("static", "dynamic"):
        text = framing.get(key, "")
        for lead in leads:
            text = text.removeprefix(f"{lead}: ")
        new[key] = f"{VIEWS[view][0]}: {text[:1].lower()}{text[1:]}" if text else f"{VIEWS[view][0]}."
    return new


def everywhere(value: Any, old: str, new: str, keys: frozenset[str]) -> Any:
    """The value with `old` (whole words) said as `new` in every text under one of `keys`."""
    pattern = re.compile(rf"\b{re.escape(old)}\b", re.IGNORECASE)
    if isinstance(value, list):
        return [everywhere(one, old, new, keys) for one in value]
    if not isinstance(value, dict):
        return value

    def told(text: Any) -> Any:
        if isinstance(text, str):
            return pattern.sub(lambda m: new[0].upper() + new[1:] if m.group(0)[0].isupper() else new, text)
        return [told(one) for one in text] if isinstance(text, list) and all(isinstance(one, str) for one in text) else text

    return {key: everywhere(told(one) if key in keys else one, old, new, keys) for key, one in value.items()}
