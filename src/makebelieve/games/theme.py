"""Colours and mood of a game: what the draft says, with accents of the seed's own where it says nothing."""

from __future__ import annotations

import colorsys
from typing import Any

from makebelieve.games.chance import unit
from makebelieve.language.draft import GameDraft
from makebelieve.language.kinds import Body

# Hue shift, in turns, that a seed may give to colours nobody asked for.
ACCENT_SHIFT = 0.06

BODY_COLORS: dict[Body, tuple[str, str]] = {
    "biped": ("#8a5a3a", "#e8c38f"),
    "quadruped": ("#8a6b45", "#e0cba8"),
    "bird": ("#57708a", "#f2d98a"),
    "insect": ("#4a3a2b", "#d9b03a"),
    "spider": ("#2b2430", "#a33a45"),
    "fish": ("#3f8fae", "#f2b54a"),
    "serpent": ("#4f8f3a", "#d9d07a"),
    "blob": ("#5fae57", "#2f6b3a"),
    "ghost": ("#e6eef7", "#93a8c2"),
    "dragon": ("#b5342f", "#f2c230"),
    "robot": ("#8a93a3", "#e6502d"),
    "ship": ("#a8b0bf", "#e6502d"),
    "vehicle": ("#c2402d", "#3a3a45"),
    "plant": ("#4f8f3a", "#d94f70"),
    "object": ("#8a7a66", "#57493b"),
    "gem": ("#4ac2e6", "#2f6bae"),
    "coin": ("#f2c230", "#a8741a"),
    "key": ("#f2c230", "#8a5f1a"),
    "food": ("#d9662d", "#5fae3f"),
    "weapon": ("#b0b7c2", "#57607a"),
    "rock": ("#7a7068", "#45403b"),
    "flame": ("#f2662d", "#f2c230"),
}


def shift_hue(color: str, turns: float) -> str:
    """#rrggbb with its hue turned; greys stay as they are."""
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(r, g, b)
    r, g, b = colorsys.hls_to_rgb((hue + turns) % 1.0, lightness, saturation)
    return "#" + "".join(f"{round(c * 255):02x}" for c in (r, g, b))


def luminance(color: str) -> float:
    """Relative luminance 0-1 without gamma: enough to order a palette."""
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def darkest_first(colors: list[str]) -> list[str]:
    """Distinct colours in the order palettes are kept."""
    return sorted(dict.fromkeys(color.lower() for color in colors), key=lambda c: (luminance(c), c))


def accented(colors: list[str], seed: int, name: str) -> list[str]:
    """Colours nobody asked for, turned a little by the seed."""
    turn = (unit(seed, name) * 2 - 1) * ACCENT_SHIFT
    return [shift_hue(color, turn) for color in colors]


def theme_of(draft: GameDraft, seed: int) -> dict[str, Any]:
    """`game.theme` of the config."""
    palette = list(draft.palette.value)
    if draft.palette.source != "stated":
        palette = accented(palette, seed, "palette")
    return {
        "biome": draft.setting.value,
        "place": draft.place.value,
        "time_of_day": draft.time_of_day.value,
        "mood": draft.mood.value,
        "palette": darkest_first(palette),
        "palette_source": "stated" if draft.palette.source == "stated" else "inferred",
    }
