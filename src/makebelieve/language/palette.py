"""A palette from stated colours, biome, time of day and mood: five tones that read as one picture, darkest first."""

from __future__ import annotations

import colorsys
from functools import lru_cache
from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.colors import channels, hex_color, luminance
from makebelieve.language.kinds import Biome, Mood, TimeOfDay

_BASES: Final = {biome: tuple(f"#{value}" for value in values) for biome, values in lexicon.branches("colors", "biome").items()}
# Multiply towards a light: (tint, how much of it, lightness factor, saturation factor).
_LIGHT: Final[dict[TimeOfDay, tuple[str, float, float, float]]] = {
    "day": ("#fff6dc", 0.04, 1.0, 1.0),
    "night": ("#28409a", 0.36, 0.7, 1.25),
    "dawn": ("#f7b7a3", 0.2, 0.98, 0.95),
    "dusk": ("#d0603f", 0.22, 0.86, 1.02),
}
# How a mood bends saturation and lightness.
_MOOD: Final[dict[Mood, tuple[float, float]]] = {
    "cheerful": (1.12, 1.04),
    "cozy": (0.95, 1.0),
    "spooky": (1.0, 0.84),
    "dark": (0.85, 0.78),
    "sad": (0.58, 0.92),
    "funny": (1.18, 1.05),
    "epic": (1.08, 0.94),
    "tense": (1.0, 0.88),
    "mysterious": (1.0, 0.86),
    "dreamy": (0.8, 1.12),
}


def _mix(one: str, other: str, share: float) -> str:
    a, b = channels(one), channels(other)
    return hex_color(*(x + (y - x) * share for x, y in zip(a, b, strict=True)))


def _bend(color: str, saturation: float, lightness: float) -> str:
    hue, light, own = colorsys.rgb_to_hls(*channels(color))
    return hex_color(*colorsys.hls_to_rgb(hue, max(0.06, min(0.95, light * lightness)), min(1.0, own * saturation)))


def _stretched(tones: list[str], lowest: float, highest: float) -> list[str]:
    """The tones with their lightness spread from at most `lowest` to at least `highest`: a dark picture still needs its contrast."""
    lights = [colorsys.rgb_to_hls(*channels(color))[1] for color in tones]
    low, high = min(lights), max(lights)
    bottom, top = min(low, lowest), max(high, highest)
    result: list[str] = []
    for color in tones:
        hue, light, saturation = colorsys.rgb_to_hls(*channels(color))
        place = (light - low) / max(0.01, high - low)
        result.append(hex_color(*colorsys.hls_to_rgb(hue, bottom + place * (top - bottom), saturation)))
    return result


@lru_cache(maxsize=4096)
def palette(biome: Biome, time: TimeOfDay, mood: Mood, stated: tuple[str, ...] = (), *, gray: bool = False) -> tuple[str, ...]:
    """3-8 colours #rrggbb, darkest first: ink, deep, ground, middle, light, accent of the biome, bent by light and mood.

    Stated colours replace the accent and the middle tone, and pull the rest a little their way. `gray` takes all colour out
    ("black and white").
    """
    tint, share, lightness, saturation = _LIGHT[time]
    mood_saturation, mood_lightness = _MOOD[mood]
    tones = [_bend(_mix(color, tint, share), saturation * mood_saturation, lightness * mood_lightness) for color in _BASES[biome][:5]]
    # the accent is what glows: lamps, coins, the goal. Light and mood tint it, but never dull it.
    accent = _bend(_mix(_BASES[biome][5], tint, 0.3 * share), max(1.0, mood_saturation), max(0.95, mood_lightness))
    colors = [*_stretched(tones, 0.1, 0.84 if lightness * mood_lightness > 0.85 else 0.7), accent]
    if stated:
        colors = [_mix(color, stated[0], 0.16) for color in colors[:5]] + [stated[0]]
        colors[3] = _mix(colors[3], stated[1] if len(stated) > 1 else stated[0], 0.55)
        colors += list(stated[1:3])
    if gray:
        colors = [hex_color(*(luminance(color),) * 3) for color in colors]
    # an ink that outlines anything and a light that reads on it: widen the range if light and mood have squeezed it
    ordered = sorted(dict.fromkeys(colors), key=lambda color: (luminance(color), color))
    if luminance(ordered[0]) > 0.16:
        ordered[0] = _bend(ordered[0], 1.0, 0.5)
    if luminance(ordered[-1]) < 0.62:
        ordered[-1] = _mix(ordered[-1], "#fff4dc", 0.45)
    return tuple(sorted(dict.fromkeys(ordered), key=lambda color: (luminance(color), color)))[:8]
