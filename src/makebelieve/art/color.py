"""Colours: 8-bit sRGB triples, and OKLab / OKLCh for everything that must look even.

OKLab after Björn Ottosson (2020), https://bottosson.github.io/posts/oklab/. L is 0-1, C 0-0.4, hue in degrees.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final

RGB = tuple[int, int, int]
Lab = tuple[float, float, float]
_HEX: Final = re.compile(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8}", re.ASCII)


def parse_hex(text: str) -> RGB:
    """`#rrggbb`, `rrggbb`, `#rgb`, or eight digits whose last two are ff, as a triple. Raises ValueError for anything else."""
    digits = text.strip().removeprefix("#")
    if not _HEX.fullmatch(digits):
        raise ValueError(f"not a colour: {text[:40]!r}")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) == 8 and digits[6:].lower() != "ff":
        raise ValueError(f"{text[:40]!r} is not opaque; a colour of eight digits ends in ff")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def to_hex(color: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    channel = max(0.0, channel)
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


@lru_cache(maxsize=16384)
def to_oklab(color: RGB) -> Lab:
    red, green, blue = (_linear(channel / 255.0) for channel in color)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _to_linear(light: float, a: float, b: float) -> tuple[float, float, float]:
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def from_oklab(light: float, a: float, b: float) -> RGB:
    """The nearest sRGB colour of the same lightness and hue: chroma is cut until it fits."""
    for _ in range(28):
        linear = _to_linear(light, a, b)
        if min(linear) >= -1e-3 and max(linear) <= 1.001:
            break
        a, b = 0.92 * a, 0.92 * b
    red, green, blue = (min(255, max(0, round(255 * _gamma(channel)))) for channel in linear)
    return red, green, blue


def to_oklch(color: RGB) -> tuple[float, float, float]:
    light, a, b = to_oklab(color)
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360.0


def from_oklch(light: float, chroma: float, hue: float) -> RGB:
    return from_oklab(light, chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue)))


def hue_towards(hue: float, goal: float, at_most: float) -> float:
    """`hue` turned towards `goal` the short way, by no more than `at_most` degrees."""
    way = (goal - hue + 180.0) % 360.0 - 180.0
    return (hue + max(-at_most, min(at_most, way))) % 360.0


@lru_cache(maxsize=1 << 15)
def mix(one: RGB, other: RGB, share: float) -> RGB:
    """`share` of the way from `one` to `other` in OKLab."""
    a, b = to_oklab(one), to_oklab(other)
    return from_oklab(*(x + (y - x) * share for x, y in zip(a, b, strict=True)))


def shifted(color: RGB, *, light: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> RGB:
    """The colour with its lightness moved, its chroma multiplied and its hue turned."""
    old_light, old_chroma, old_hue = to_oklch(color)
    return from_oklch(min(0.98, max(0.06, old_light + light)), old_chroma * chroma, old_hue + hue)


def distance(one: RGB, other: RGB) -> float:
    """How different two colours look: Euclidean in OKLab, hue and chroma weighed a little over lightness."""
    a, b = to_oklab(one), to_oklab(other)
    return math.sqrt((a[0] - b[0]) ** 2 + 1.3 * ((a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2))
