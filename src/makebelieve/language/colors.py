"""Colour words, and the colours things have when nobody says so. All values are #rrggbb, chosen to sit well together."""

from __future__ import annotations

import colorsys
import zlib
from typing import Final

from makebelieve.language import lexicon

COLOR_WORDS: Final = {name: f"#{value}" for name, value in lexicon.pairs("colors", "words").items()}
# Main colour, second colour, shade or accent.
THING_COLORS: Final = {
    name: tuple(f"#{value}" for value in values.split(",")) for name, values in lexicon.pairs("colors", "things").items()
}
_CATEGORY_HUES: Final[dict[str, tuple[float, float, float]]] = {
    # hue centre, hue spread, saturation
    "creature": (0.08, 0.12, 0.45),
    "person": (0.6, 0.5, 0.45),
    "vehicle": (0.58, 0.5, 0.4),
    "plant": (0.3, 0.08, 0.45),
    "food": (0.08, 0.09, 0.6),
    "weapon": (0.6, 0.06, 0.12),
    "treasure": (0.13, 0.45, 0.6),
    "rock": (0.07, 0.05, 0.1),
    "hazard": (0.04, 0.05, 0.7),
    "robot": (0.56, 0.1, 0.2),
}


def hex_color(red: float, green: float, blue: float) -> str:
    """#rrggbb of three channels 0-1, clipped."""
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02x}" for channel in (red, green, blue))


def channels(color: str) -> tuple[float, float, float]:
    """Red, green, blue 0-1 of a #rrggbb colour."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def luminance(color: str) -> float:
    """Relative luminance 0-1 (Rec. 709 weights on gamma-encoded channels: enough to order a palette)."""
    red, green, blue = channels(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shaded(color: str, factor: float) -> str:
    """The colour with its HLS lightness multiplied; the hue moves a little to blue in shade and to yellow in light."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(color))
    return hex_color(*colorsys.hls_to_rgb(hue, min(0.97, light * factor), min(1.0, saturation * (1.1 if factor < 1 else 0.95))))


def thing_colors(noun: str, category: str, stated: list[str]) -> list[str]:
    """Three colours for a thing: stated ones first, then what the noun looks like, else a stable choice by its name."""
    known = THING_COLORS.get(noun)
    if known is None:
        mark = zlib.crc32(noun.encode()) / 0xFFFFFFFF
        centre, spread, saturation = _CATEGORY_HUES.get(category, (0.5, 0.5, 0.35))
        main = hex_color(*colorsys.hls_to_rgb((centre + (mark - 0.5) * 2 * spread) % 1.0, 0.52, saturation))
        known = (main, shaded(main, 1.5), shaded(main, 0.5))
    if not stated:
        return list(known)
    rest = list(known[1:]) if noun in THING_COLORS else [shaded(stated[0], 1.45), shaded(stated[0], 0.5)]
    return list(dict.fromkeys([*stated, *rest]))[:3]
