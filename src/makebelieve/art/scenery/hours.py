"""The light of an hour and a season: skies, and how the colours of a place look under them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from makebelieve.art.color import RGB, from_oklch, hue_towards, mix, parse_hex, shifted, to_oklch
from makebelieve.art.ramps import tones
from makebelieve.art.scenery.plane import HAZES, TONES

TIMES: Final = ("day", "dawn", "dusk", "night")
BANDS: Final = 11
"""Tones of a sky, zenith to horizon."""
_SKIES: Final[dict[str, tuple[str, ...]]] = {
    "dawn": ("#3f5596", "#7a76b8", "#c596b8", "#f2aea0", "#fbd3a0", "#ffe9bc"),
    "dusk": ("#28255a", "#553a78", "#984a7c", "#d9656a", "#f5975c", "#fdca7a"),
    "night": ("#060a26", "#0c163e", "#152658", "#243a74", "#3c5a94", "#6284b8"),
}
_CLOUDS: Final[dict[str, tuple[str, ...]]] = {
    "day": ("#a9c4e0", "#c6daee", "#e2edf7", "#f5faff", "#ffffff"),
    "dawn": ("#9a86b4", "#cf9fb2", "#f2bfb0", "#fddcbc", "#fff2d6"),
    "dusk": ("#5f4078", "#95507c", "#d0706e", "#f5a068", "#ffd898"),
    "night": ("#1a2656", "#2a3a74", "#405494", "#6076b4", "#94a8d8"),
}
_GLASS: Final[dict[str, tuple[str, ...]]] = {
    "day": ("#4a86c4", "#6aa6dc", "#94c4ec", "#bfe0f6", "#f2faff"),
    "dawn": ("#7a76b8", "#c596b8", "#f2aea0", "#fbd3a0", "#fff2d6"),
    "dusk": ("#553a78", "#984a7c", "#d9656a", "#f5975c", "#ffd898"),
    "night": ("#111a44", "#1a2658", "#26356c", "#364a82", "#6c7eb8"),
}
_SHINING: Final = frozenset(
    ("lamp", "fire", "lava", "neon", "neon2", "crystal", "crystal2", "screen", "liquid", "alarm", "specimen", "tube", "beacon")
)
"""Materials that shine by themselves."""
_FALLING: Final = (0.08, 0.42, 0.72, 1.0)
"""How dark each step is."""
_OUTSIDE: Final = frozenset(("land", "far"))
"""Materials that are seen through the windows of a room."""
_BRIGHT: Final = _SHINING | _OUTSIDE | {"pane", "void"}
"""Materials that the darkness of a room leaves as they are."""
_LIT: Final = "#ffd470"
"""A window with somebody at home."""
_SEASONS: Final = (
    (
        re.compile(
            r"\b(autumn\w*|(in|this|last|every|early|late) (the )?fall|fall (leaves|colou?rs)|october|november|harvest|halloween|golden leaves)\b(?! of\b)",
            re.I,
        ),
        "autumn",
    ),
    (re.compile(r"\b(winter\w*|snow\w*|frozen|frosty?|icy|christmas|december)\b", re.I), "winter"),
    (
        re.compile(
            r"\b((in|of|early|late|this|last|first) (the )?spring(?! of\b)|spring(time| (morning|day|sun|light|air|rain|evening|afternoon|flowers?|leaves))|blossom\w*|cherry (trees?|blossoms?)|april|easter)\b",
            re.I,
        ),
        "spring",
    ),
)


@dataclass(frozen=True, slots=True)
class Air:
    """What colours depend on besides the material."""

    hour: str
    haze: RGB
    """What distance fades into."""
    season: str | None = None
    tint: RGB | None = None
    """A colour that everything takes on."""
    tinted: float = 0.1
    """How much of it, 0-1."""
    closed: bool = False
    """No daylight gets in: the hour is seen through windows only."""
    lamps: bool = False
    """A closed place that is as dark as the hour where no lamp lights it."""
    dims: bool = False
    """A closed place into which the hour's light reaches all the same: water under the sky."""


def season_of(words: str) -> str | None:
    """autumn, winter or spring, where the words name one: neither water that falls nor a hot spring does."""
    return next((season for pattern, season in _SEASONS if pattern.search(words)), None)


def sky_of(
    pair: tuple[str, str], hour: str, *, closed: bool, dims: bool = False, tint: RGB | None = None, tinted: float = 0.1
) -> tuple[RGB, ...]:
    """BANDS tones from the zenith to the horizon. A place's own sky colours that of the hour; a closed one keeps it, one that `dims` darkens it."""
    own = tuple(parse_hex(color) for color in pair)
    if closed or hour == "day":
        stops: Sequence[RGB] = [_sunken(one, i / (len(own) - 1), hour) for i, one in enumerate(own)] if dims else own
    else:
        there = [parse_hex(color) for color in _SKIES[hour]]
        last = len(there) - 1
        # what glows over the horizon is the place's own
        share = [0.06 + 0.2 * i / last if hour == "night" else 0.14 for i in range(len(there))]
        stops = [mix(one, mix(own[0], own[1], i / last), share[i]) for i, one in enumerate(there)]
        if hour == "night":
            stops = [shifted(one, light=-0.045) for one in stops]
    if tint is not None:
        stops = [mix(one, tint, tinted) for one in stops]
    out = []
    for band in range(BANDS):
        at = band / (BANDS - 1) * (len(stops) - 1)
        k = min(len(stops) - 2, int(at))
        out.append(mix(stops[k], stops[k + 1], at - k))
    return tuple(out)


def _in_season(color: RGB, season: str | None) -> RGB:
    """Leaves turn, or lie under snow; what is not green stays as it is."""
    if season is None:
        return color
    light, chroma, hue = to_oklch(color)
    if chroma < 0.03 or not 105 <= hue <= 175:
        return color
    if season == "autumn":
        return from_oklch(min(0.74, light + 0.04), max(chroma, 0.125), 80 - (hue - 105) * 0.5)
    if season == "winter":
        return mix(color, (236, 244, 252), 0.66)
    return from_oklch(min(0.86, light + 0.06), chroma * 1.08, hue - 8)


def _lit(color: RGB, share: float, hour: str) -> RGB:
    """A tone under the hour's light; `share` 0-1 is how much of it falls there."""
    light, chroma, hue = to_oklch(color)
    if hour == "night":
        dark = from_oklch(light * 0.47, chroma * 0.7, hue_towards(hue, 275, 20))
        return mix(mix(dark, (14, 20, 58), 0.34 * (1 - share)), (176, 198, 244), 0.44 * share**1.5)
    if hour == "dusk":
        dark = from_oklch(light * 0.78, chroma * 0.94, hue_towards(hue, 30, 10))
        return mix(mix(dark, (62, 34, 88), 0.46 * (1 - share)), (255, 150, 84), 0.36 * share)
    if hour == "dawn":
        return mix(mix(from_oklch(light * 0.92, chroma * 0.88, hue), (112, 92, 150), 0.30 * (1 - share)), (255, 208, 164), 0.32 * share)
    return mix(color, (255, 244, 208), 0.08 * share)


_SUNKEN: Final = {"dawn": 0.22, "dusk": 0.4, "night": 0.74}
"""How much of the night reaches under water."""


def _sunken(color: RGB, share: float, hour: str) -> RGB:
    """A tone under water in the hour's light."""
    return mix(color, _lit(color, share, "night"), _SUNKEN.get(hour, 0.0))


def ramp_of(name: str, colors: Mapping[str, str], air: Air) -> tuple[RGB, ...]:
    """TONES tones of a material in the air's hour and season, dark to light, without haze."""
    if name == "cloud" and name not in colors:
        return tuple(parse_hex(color) for color in _CLOUDS[air.hour])
    if name == "snow":
        snow = ("#86a6d4", "#a9c4e4", "#cfe0f2", "#eaf3fb", "#ffffff")
        return tuple(parse_hex(c) if air.closed else _lit(parse_hex(c), i / (TONES - 1), air.hour) for i, c in enumerate(snow))
    if name == "pane":
        return tuple(parse_hex(color) for color in _GLASS[air.hour])
    if name == "window" and (air.hour in ("dusk", "night") or "window" not in colors):
        return tones(parse_hex(_LIT), TONES, 0.6)
    color = parse_hex(colors[name])
    if name == "tube" and air.hour == "night":
        return tones(mix(color, (120, 130, 150), 0.5), TONES, 0.58, 0.7)
    if name in _SHINING:
        return tones(color, TONES, 0.8)
    if air.tint is not None:
        color = mix(color, air.tint, 0.9 * air.tinted)
    ramp = tones(_in_season(color, air.season), TONES, 0.58, 0.7)
    if air.closed and name not in _OUTSIDE:
        return tuple(_sunken(tone, i / (TONES - 1), air.hour) for i, tone in enumerate(ramp)) if air.dims else ramp
    return tuple(_lit(tone, i / (TONES - 1), air.hour) for i, tone in enumerate(ramp))


_DARK: Final[dict[str, tuple[float, float, RGB, float]]] = {
    "dawn": (0.84, 0.9, (112, 92, 150), 0.2),
    "dusk": (0.66, 0.86, (58, 36, 92), 0.3),
    "night": (0.46, 0.7, (18, 22, 62), 0.34),
}
"""What is left of lightness and chroma where no lamp shines, the colour of that darkness, and how much of it there is."""


def lamplit(color: RGB, hour: str) -> tuple[RGB, ...]:
    """A colour indoors in HAZES steps, from the light of a lamp to the darkness of the hour. By day there is no dark."""
    if hour not in _DARK:
        return (color,) * HAZES
    light, chroma, hue = to_oklch(color)
    left, rich, shade, deep = _DARK[hour]
    dark = mix(from_oklch(light * left + 0.02, chroma * rich, hue_towards(hue, 275, 16)), shade, deep)
    warm = color if hour == "dawn" else mix(color, (255, 190, 110), 0.1)
    return tuple((_between(warm[0], dark[0], f), _between(warm[1], dark[1], f), _between(warm[2], dark[2], f)) for f in _FALLING)


def _between(one: int, other: int, share: float) -> int:
    return round(one + (other - one) * share)


def table_of(names: Sequence[str], colors: Mapping[str, str], air: Air, depth: float, veil: float = 0.0) -> list[RGB]:
    """Colour of every pixel code (HAZES x ink + haze) of a plane; the first HAZES, of clear pixels, are black.

    `depth` 0-1: near to far; what shines comes through it. `veil` 0-1 is haze before everything. By lamplight the steps are of darkness.
    """
    table: list[RGB] = [(0, 0, 0)] * HAZES
    for name in names:
        share = depth * (0.45 if name in _SHINING or name == "window" else 1.0)
        share += veil * (1 - share)
        for tone in ramp_of(name, colors, air):
            there = mix(tone, air.haze, share)
            if air.lamps:
                shines = name in _BRIGHT and not (name == "tube" and air.hour == "night")
                table += (there,) * HAZES if shines else lamplit(there, air.hour)
                continue
            table += [mix(there, air.haze, 0.24 * haze) for haze in range(HAZES)]
    return table
