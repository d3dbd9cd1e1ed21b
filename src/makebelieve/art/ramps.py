"""Materials: a ramp of tones from one colour, with hue-shifted shade and light, and the line colours that go with it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from makebelieve.art.color import RGB, from_oklab, from_oklch, hue_towards, parse_hex, to_oklch

COOL = 285.0
WARM = 88.0
LONGEST = 6
# Thresholds of half-Lambert light between the tones; the last keeps the highlight small.
_THRESHOLDS: Final[dict[int, tuple[float, ...]]] = {
    2: (0.5,),
    3: (0.36, 0.76),
    4: (0.28, 0.54, 0.87),
    5: (0.21, 0.41, 0.66, 0.89),
    6: (0.17, 0.33, 0.51, 0.71, 0.90),
}
SURFACES: Final = ("plain", "metal", "gel", "flat")
"""`metal` has more contrast and a reflected band, `gel` glows low and has one hard highlight, `flat` is one tone."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a part is made of."""

    ramp: tuple[RGB, ...]
    """2-6 tones, dark to light."""
    thresholds: tuple[float, ...]
    line: RGB
    """Of the outline."""
    line_lit: RGB
    """Of the outline where the light falls."""
    line_inner: RGB
    """Between parts."""
    surface: str = "plain"
    lined: bool = True


@lru_cache(maxsize=4096)
def tones(color: RGB, count: int = 5, contrast: float = 1.0, shift: float = 1.0) -> tuple[RGB, ...]:
    """`count` tones (2-6) dark to light around `color`: shade turns at most 26 degrees to cool, light 20 to warm.

    A small tint is added on top, so that greys get a temperature too without turning mauve.
    """
    light, chroma, hue = to_oklch(color)
    middle = count // 2
    darkest = min(light, max(0.14, light - 0.37 * contrast * (0.55 + 0.45 * light)))
    lightest = max(light, min(0.97, light + 0.20 * contrast + 0.04))
    ramp: list[RGB] = []
    for i in range(count):
        if i < middle:
            far = (middle - i) / middle
            value, strength, turned = (
                light + (darkest - light) * far**0.95,
                chroma * (1 - 0.12 * far),
                hue_towards(hue, COOL, 26 * far * shift),
            )
            tint, towards = 0.016 * far * shift, COOL
        elif i > middle:
            far = (i - middle) / (count - 1 - middle)
            value, strength, turned = light + (lightest - light) * far, chroma * (1 - 0.20 * far), hue_towards(hue, WARM, 20 * far * shift)
            tint, towards = 0.010 * far * shift, WARM
        else:
            value, strength, turned, tint, towards = light, chroma, hue, 0.0, 0.0
        ramp.append(
            from_oklab(
                value,
                strength * math.cos(math.radians(turned)) + tint * math.cos(math.radians(towards)),
                strength * math.sin(math.radians(turned)) + tint * math.sin(math.radians(towards)),
            )
        )
    return tuple(ramp)


@lru_cache(maxsize=4096)
def material(
    color: str,
    count: int = 4,
    *,
    contrast: float = 1.0,
    shift: float = 1.0,
    surface: str = "plain",
    lined: bool = True,
    thresholds: tuple[float, ...] | None = None,
) -> Material:
    """A material of the colour `#rrggbb`."""
    ramp = tones(parse_hex(color), count, contrast, shift)
    light, chroma, hue = to_oklch(ramp[0])
    return Material(
        ramp=ramp,
        thresholds=thresholds or _THRESHOLDS[count],
        line=from_oklch(max(0.14, 0.52 * light), 0.75 * chroma, hue_towards(hue, 290, 40)),
        line_lit=from_oklch(max(0.20, 0.80 * light), 0.95 * chroma, hue_towards(hue, 300, 14)),
        line_inner=from_oklch(max(0.16, 0.70 * light), 0.85 * chroma, hue_towards(hue, 290, 24)),
        surface=surface,
        lined=lined,
    )


def simpler(material: Material, count: int) -> Material:
    """The same material with at most `count` tones, for small pictures."""
    old = len(material.ramp)
    if old <= count:
        return material
    picks = [round(i * (old - 1) / (count - 1)) for i in range(count)]
    return replace(material, ramp=tuple(material.ramp[i] for i in picks), thresholds=_THRESHOLDS[count])
