"""Where the light of a picture comes from and what colour it has: the same for everything that belongs together.

Directions are those of the canvas, whichever way a figure faces. A colour tints what is lit and leaves shade cooler or warmer than it was;
it is mixed in before a palette is locked, so that locked pictures keep to their palette.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, from_oklab, parse_hex, to_hex, to_oklab
from makebelieve.art.figure import Figure
from makebelieve.art.ramps import Material
from makebelieve.art.raster.render import Look
from makebelieve.kit.errors import invalid

DIRECTIONS: Final[dict[str, tuple[float, float, float]]] = {
    "upper-left": (-0.45, 0.72, 0.53),
    "upper": (0.0, 0.86, 0.51),
    "upper-right": (0.45, 0.72, 0.53),
    "left": (-0.82, 0.22, 0.53),
    "right": (0.82, 0.22, 0.53),
    "lower-left": (-0.55, -0.55, 0.63),
    "lower": (0.0, -0.74, 0.67),
    "lower-right": (0.55, -0.55, 0.63),
}
"""Towards the light, in view space: x to the right, y up, z to the viewer. From the front nothing would look round."""
COLORS: Final[dict[str, str]] = {
    "neutral": "#ffffff",
    "warm": "#ffd8a0",
    "cool": "#b4d0ff",
    "sunset": "#ff9e60",
    "firelight": "#ffae5a",
    "moonlight": "#8aa8f0",
}
_GLOWING: Final = frozenset({"glow", "fire", "spark", "arc", "siren", "siren2"})
"""Materials that are light themselves."""
_TINT: Final = 0.62
_SHADE: Final = -0.16
"""Share of the light's colour that the lightest tone takes on, and the darkest."""


@dataclass(frozen=True, slots=True)
class Light:
    """`color` None: white."""

    direction: str = "upper-left"
    color: RGB | None = None

    def as_dict(self) -> dict[str, str | None]:
        return {"direction": self.direction, "color": None if self.color is None else to_hex(self.color)}

    @property
    def from_the_right(self) -> bool:
        return self.direction.endswith("right")

    def look(self, look: Look) -> Look:
        return look if self.direction == "upper-left" else replace(look, light=DIRECTIONS[self.direction])

    def on(self, figure: Figure) -> Figure:
        """The figure in the light's colour."""
        if self.color is None:
            return figure
        materials = {name: one if name in _GLOWING else _lit(one, self.color) for name, one in figure.materials.items()}
        return replace(figure, materials=materials, inks={name: _tinted(ink, self.color, 0.7) for name, ink in figure.inks.items()})

    def on_pixels(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """What is not traced in this light: RGBA pixels that are lit from the left, mirrored and tinted as need be."""
        out = pixels[:, ::-1].copy() if self.from_the_right else pixels.copy()
        if self.color is not None:
            colors, index = np.unique(out[..., :3].reshape(-1, 3), axis=0, return_inverse=True)
            table = [_tinted((int(r), int(g), int(b)), self.color, to_oklab((int(r), int(g), int(b)))[0]) for r, g, b in colors]
            out[..., :3] = np.array(table, np.uint8)[index.reshape(out.shape[:2])]
            out[out[..., 3] == 0] = 0
        return out


def light_of(value: str | Mapping[str, Any] | Light | None) -> Light | None:
    """A light from words or a mapping: "upper-right", "warm", "left #ffb060", {"direction": "left", "color": "sunset"}.

    None for None. Raises Problem (422, `light`) naming what is possible.
    """
    if value is None or isinstance(value, Light):
        return value
    if isinstance(value, str):
        words = value.lower().replace(",", " ").split()
        direction = [word for word in words if word in DIRECTIONS]
        colors = [word for word in words if word not in DIRECTIONS]
        if not words or len(direction) > 1 or len(colors) > 1:
            raise _refused(f"{value!r} is not a direction, a colour, or both")
        return Light(direction[0] if direction else "upper-left", _color(colors[0] if colors else None))
    if unknown := sorted(set(value) - {"direction", "color"}):
        raise _refused(f"{unknown[0]!r} is none of its parts (direction, color)")
    where = value.get("direction") or "upper-left"
    if where not in DIRECTIONS:
        raise invalid("light.direction", f"{where!r} is none of them", tuple(DIRECTIONS))
    return Light(where, _color(value.get("color")))


def _color(name: str | None) -> RGB | None:
    if name is None or name == "neutral":
        return None
    try:
        color = parse_hex(COLORS.get(name, name))
    except ValueError:
        raise _refused(f"{name!r} is no direction and no colour") from None
    return None if color == (255, 255, 255) else color


def _refused(why: str) -> Exception:
    return invalid("light", why, (*DIRECTIONS, *COLORS, "#rrggbb"))


@lru_cache(maxsize=16384)
def _tinted(color: RGB, light: RGB, share: float) -> RGB:
    """A colour under a light, `share` 0-1 of which falls on it. Dim lights darken."""
    lightness, a, b = to_oklab(color)
    bright, tint_a, tint_b = to_oklab(light)
    amount = _SHADE + (_TINT - _SHADE) * min(1.0, max(0.0, share))
    return from_oklab(lightness * (1.0 - 0.55 * (1.0 - bright)), a + amount * tint_a, b + amount * tint_b)


@lru_cache(maxsize=4096)
def _lit(material: Material, light: RGB) -> Material:
    last = len(material.ramp) - 1
    return replace(
        material,
        ramp=tuple(_tinted(tone, light, i / last) for i, tone in enumerate(material.ramp)),
        line=_tinted(material.line, light, 0.2),
        line_lit=_tinted(material.line_lit, light, 0.6),
        line_inner=_tinted(material.line_inner, light, 0.3),
    )
