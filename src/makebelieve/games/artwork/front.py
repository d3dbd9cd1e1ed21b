"""What stands before the game: the hero's portrait, plates for menus, hearts and bars, in the game's palette."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve import art
from makebelieve.art.color import RGB, distance, parse_hex, shifted, to_hex
from makebelieve.art.ui import Kit
from makebelieve.games.artwork.atlas import png

PORTRAIT: Final = 96
"""Side of the portrait, picture px."""
_READABLE: Final = 4.5
PLATES: Final = {"panel": "panel", "button": "button-normal", "hover": "button-hover", "pressed": "button-pressed"}
"""Name in the manifest -> element of the kit."""
SIGNS: Final = (
    "heart-full", "heart-empty", "bar-frame", "bar-health", "bar-mana", "bar-xp", "bar-stamina",
    "icon-key", "icon-star", "icon-clock", "icon-flag", "icon-skull",
)  # fmt: skip
"""Elements of the kit that the heads-up display shows."""
_CHANGED: Final = 0.11
"""Mean distance of colours above which a sign in the game's palette is no longer itself."""
_LOOKS: Final[dict[str, str]] = {
    "desert": "sandstone", "snow": "icy stone", "underwater": "icy stone", "cave": "stone", "castle": "stone", "dungeon": "iron stone",
    "volcano": "lava stone", "ruins": "mossy stone", "haunted": "gothic", "city": "iron stone", "factory": "bronze sci-fi",
    "cyber": "sci-fi", "space": "sci-fi", "lab": "sci-fi", "food": "candy", "body": "candy", "sky": "marble stone",
    "indoor": "mahogany wood",
}  # fmt: skip
"""Biome -> look of the kit; wood elsewhere."""


def drawn_portrait(spec: art.SpriteSpec, air: RGB, palette: tuple[str, ...]) -> Image.Image:
    """Head and shoulders in a frame, before the colour of the place's air; RGBA, PORTRAIT px a side."""
    ground = to_hex(shifted(air, light=-0.08, chroma=0.8))
    return art.portrait(spec, (PORTRAIT, PORTRAIT), background=ground, palette=list(palette)).image


def plates_of(theme: Mapping[str, Any], palette: tuple[str, ...]) -> dict[str, Any]:
    """`ui` of a manifest: {look, name of PLATES: {png: base64, slice: [left, top, right, bottom], ink: '#rrggbb'}}.

    A plate is a nine-slice of small pixels; `ink` is the colour in which text on it reads.
    """
    look = _look(theme)
    kit = _kit(look, palette)
    plates: dict[str, Any] = {"look": look}
    for name, element in PLATES.items():
        one = kit.element(element)
        plates[name] = {
            "png": encoded(one.image),
            "slice": list(one.slice or (0, 0, 0, 0)),
            "ink": _ink(kit.label(element), one.image, palette),
        }
    return plates


def signs_of(theme: Mapping[str, Any], palette: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """`signs` of a manifest, what the heads-up display is made of: name of SIGNS -> {size, colors, pixels}, of what is stretched also
    {slice, content}, both [left, top, right, bottom].

    `pixels`: base64 of a byte a pixel, 0 clear, else 1 + the colour's number; no PNG, because the page sets them on a picture of its own.
    """
    return _signs(_look(theme), palette)


@lru_cache(maxsize=16)
def _signs(look: str, palette: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    kit, own = _kit(look, palette), _kit(look, None)
    signs: dict[str, dict[str, Any]] = {}
    for name in SIGNS:
        one = kit.element(name)
        # A heart that the palette turns grey is no heart: it means the same in every game.
        if _changed(one.image, own.element(name).image) > _CHANGED:
            one = own.element(name)
        pixels = np.asarray(one.image)
        colors: dict[tuple[int, int, int], int] = {}
        numbers = bytes(
            0 if not alpha else 1 + colors.setdefault((int(red), int(green), int(blue)), len(colors))
            for red, green, blue, alpha in pixels.reshape(-1, 4)
        )
        signs[name] = {
            "size": list(one.size),
            "colors": [to_hex(color) for color in colors],
            "pixels": base64.b64encode(numbers).decode(),
        }
        if one.slice is not None:
            signs[name] |= {"slice": list(one.slice), "content": list(one.content)}
    return signs


def _changed(one: Image.Image, other: Image.Image) -> float:
    """How far the colours of two drawings of one shape lie apart, the mean of `art.color.distance`."""
    pairs, counts = np.unique(np.dstack([np.asarray(one), np.asarray(other)]).reshape(-1, 8), axis=0, return_counts=True)
    away = [distance((int(p[0]), int(p[1]), int(p[2])), (int(p[4]), int(p[5]), int(p[6]))) if p[3] and p[7] else 0.0 for p in pairs]
    return float(np.average(away, weights=counts * (pairs[:, 3] > 0) + 1e-9))


def _look(theme: Mapping[str, Any]) -> str:
    return _LOOKS.get(str(theme.get("biome")), "wood")


@lru_cache(maxsize=16)
def _kit(look: str, palette: tuple[str, ...] | None) -> Kit:
    return art.ui.kit(look, palette=None if palette is None else list(palette))


def _ink(label: str, plate: Image.Image, palette: tuple[str, ...]) -> str:
    """The kit's ink where it is read easily (4.5 by WCAG 2), else the colour of the palette that is read best."""
    middle = np.asarray(plate)[plate.height // 2, plate.width // 2, :3]
    face = (int(middle[0]), int(middle[1]), int(middle[2]))
    if contrast(parse_hex(label), face) >= _READABLE:
        return label
    return max(palette, key=lambda color: contrast(parse_hex(color), face))


def contrast(one: RGB, other: RGB) -> float:
    """Of two colours by WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: RGB) -> float:
    red, green, blue = ((v / 255 / 12.92) if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def encoded(image: Image.Image) -> str:
    """PNG in base64."""
    return base64.b64encode(png(image)).decode()
