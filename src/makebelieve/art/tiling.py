"""The doors to tiles: one isometric tile, and autotile sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.art.figure import figure_of
from makebelieve.art.light import Light, light_of
from makebelieve.art.lock import nearest
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.picture import Picture
from makebelieve.art.quality import check
from makebelieve.art.raster.render import Fit, fit
from makebelieve.art.reading import read
from makebelieve.art.sheets import png_bytes
from makebelieve.art.styles.flat import restyled
from makebelieve.art.styles.manner import STYLES, manner_of, one_of
from makebelieve.art.tiles import autotile, isometric
from makebelieve.art.tiles.materials import GROUNDS, read_ground
from makebelieve.kit.errors import invalid

PROJECTIONS: Final = ("floor", "wall", "prop")
KINDS: Final = ("blob", "corner")
SIZES: Final = (8, 16, 24, 32, 48, 64)
PACKS: Final[dict[str, tuple[str, ...]]] = {
    "Fantasy Terrain": ("grass", "meadow", "dirt", "path", "water", "sand", "rock", "hedge"),
    "Dungeon": ("dungeon", "stone", "mossy stone", "flagstone", "bone", "lava", "grating", "dark planks"),
    "Sci-Fi": ("panel", "metal", "grating", "circuit", "rusty metal", "acid", "checker", "crystal"),
    "Village": ("path", "planks", "logs", "thatch", "shingles", "brick", "grass", "flagstone"),
    "Desert": ("sand", "sandstone", "cliff", "clay", "dry grass", "gold", "temple", "gravel"),
    "Snow": ("snow", "ice", "rock", "stone brick", "deep water", "logs", "gravel", "crystal"),
    "Volcano": ("lava", "basalt", "obsidian", "rock", "gravel", "brick", "flesh", "bone"),
    "Castle": ("stone brick", "marble", "carpet", "checker", "planks", "gold", "tile", "flagstone"),
}
"""Built-in packs: name -> materials."""


def _palette(pixels: np.ndarray[Any, np.dtype[np.uint8]], palette: Palette | None) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The pixels with every colour replaced by the palette's nearest; ramps stay in order because lightness does."""
    if palette is None:
        return pixels
    out = pixels.copy()
    colors, index = np.unique(pixels[..., :3].reshape(-1, 3), axis=0, return_inverse=True)
    table = np.array([nearest((int(r), int(g), int(b)), palette) for r, g, b in colors], np.uint8)
    out[..., :3] = table[index.reshape(pixels.shape[:2])]
    out[out[..., 3] == 0] = 0
    return out


def tile(
    prompt: str,
    projection: str = "floor",
    seed: int = 0,
    *,
    height: int | None = None,
    phase: float = 0.0,
    style: str = "pixel",
    palette: str | list[str] | None = None,
    light: str | Mapping[str, Any] | Light | None = None,
) -> Picture:
    """An isometric tile of 130 x 230 px: a floor slab, a wall block, or a prop that stands where a tile does.

    `prompt` names a material ("mossy stone floor tile"), for a prop a being or thing. `height` is the block's, 1-160 px (floor 24, wall 130);
    `phase` 0-1 is the moment of what moves (water, lava); `style` is pixel, vector or painterly (seams between tiles are exact in pixel style
    only); `light` is where it comes from and its colour (None: white from the upper left). Raises Problem (422).
    """
    one_of("style", style, STYLES)
    if projection not in PROJECTIONS:
        raise invalid("projection", f"{projection!r} is none of them", PROJECTIONS)
    colors, lamp = chosen(palette), light_of(light) or Light()
    pivot = (65, isometric.HEIGHT - isometric.HALF)
    if projection == "prop":
        return _prop(prompt, seed, colors, lamp, pivot, style)
    if not prompt.strip() or len(prompt) > 500:
        raise invalid("prompt", "a prompt has 1 to 500 characters")
    high = height if height is not None else isometric.SLAB if projection == "floor" else isometric.WALL
    if not 1 <= high <= 160:
        raise invalid("height", f"{high} px; a block is 1 to 160 px high")
    reading = read_ground(prompt)
    pixels = _palette(lamp.on_pixels(isometric.block(reading.ground, seed, color=reading.color, height=high, phase=phase)), colors)
    spec = {
        "prompt": prompt,
        "seed": seed,
        "projection": projection,
        "material": reading.ground,
        "color": reading.color,
        "height": high,
        "unmatched": list(reading.unmatched),
        "notes": list(reading.notes),
    }
    image, drawing = restyled(pixels, style, "auto", seed, prompt)
    report = check(image, palette=colors if style == "pixel" else None, pixel=False)
    return Picture(image, spec, report, pivot, drawing)


def _prop(prompt: str, seed: int, palette: Palette | None, light: Light, pivot: tuple[int, int], style: str) -> Picture:
    spec = read(prompt, seed)
    manner = manner_of((isometric.WIDTH, isometric.HEIGHT), style=style, view="isometric")
    look = light.look(manner.look)
    manner = replace(manner, look=look)
    figure = light.on(manner.figure(figure_of(spec, look)))
    yaw = 45.0 if figure.turns else 20.0
    scene = figure.scene("idle", 0.12, yaw=yaw)
    packed = scene.packed()
    whole = fit([(packed, yaw)], look, largest=2.6 * manner.zoom)
    where = Fit(whole.scale, 65.0 * manner.zoom, (pivot[1] + 8) * manner.zoom)
    image, drawing = manner.picture(scene, packed, figure.box(palette), yaw, where, spec.seed, prompt)
    report = check(image, palette=palette if manner.pixels else None, pixel=manner.pixels)
    return Picture(image, spec, report, pivot, drawing)


@dataclass(frozen=True)
class Tileset:
    """An autotile set on one sheet."""

    image: Image.Image
    """RGBA; animated sets stack their moments downwards."""
    spec: dict[str, Any]
    tile: int
    """Side of a tile, px."""
    masks: tuple[int, ...]
    """Mask of each tile, left to right, then down."""
    columns: int
    frames: int

    @property
    def manifest(self) -> dict[str, Any]:
        """Mask -> cell, for engines."""
        cells = {str(mask): {"x": i % self.columns * self.tile, "y": i // self.columns * self.tile} for i, mask in enumerate(self.masks)}
        return {"tile": self.tile, "frames": self.frames, "frameHeight": self.image.height // self.frames, "masks": cells, **self.spec}

    def cell(self, mask: int, frame: int = 0) -> Image.Image:
        """The tile of a mask."""
        i = self.masks.index(mask)
        x, y = i % self.columns * self.tile, i // self.columns * self.tile + frame * (self.image.height // self.frames)
        return self.image.crop((x, y, x + self.tile, y + self.tile))

    def save(self, path: str | Path) -> Path:
        target = Path(path)
        target.write_bytes(png_bytes(self.image))
        return target


def tileset(
    prompt: str,
    kind: str = "blob",
    view: str = "top-down",
    size: int = 16,
    seed: int = 0,
    *,
    back: str | None = None,
    frames: int = 1,
    palette: str | list[str] | None = None,
) -> Tileset:
    """An autotile set: 47 blob tiles or 16 corner tiles of the prompt's material.

    `view` top-down: the material lies on that of `back` (another prompt; None: on nothing). `view` side: a platform whose top is the
    material and whose body is that of `back` (the material's own edge when None). `size` is 8, 16, 24, 32, 48 or 64 px; `frames` 1-8 are
    moments of what moves. Raises Problem (422).
    """
    if kind not in KINDS:
        raise invalid("kind", f"{kind!r} is none of them", KINDS)
    if view not in ("top-down", "side"):
        raise invalid("view", f"{view!r} is none of them", ("top-down", "side"))
    if view == "side" and kind != "blob":
        raise invalid("kind", "side views are blob sets", ("blob",))
    if size not in SIZES:
        raise invalid("size", f"{size} px is none of them", tuple(str(one) for one in SIZES))
    if not 1 <= frames <= 8:
        raise invalid("frames", f"{frames}; a tile has 1 to 8 moments")
    if not prompt.strip() or len(prompt) > 500:
        raise invalid("prompt", "a prompt has 1 to 500 characters")
    reading = read_ground(prompt)
    under = read_ground(back).ground if back else None
    colors = chosen(palette)
    masks = autotile.BLOB if kind == "blob" else autotile.CORNER
    columns = 8 if kind == "blob" else 4
    rows = -(-len(masks) // columns)
    sheet = np.zeros((rows * size * frames, columns * size, 4), np.uint8)
    for f in range(frames):
        for i, mask in enumerate(masks):
            y, x = (i // columns + f * rows) * size, i % columns * size
            sheet[y : y + size, x : x + size] = _cell(mask, kind, view, reading.ground, under, size, seed, reading.color, f / frames)
    spec = {
        "prompt": prompt,
        "seed": seed,
        "kind": kind,
        "view": view,
        "material": reading.ground,
        "back": under,
        "unmatched": list(reading.unmatched),
        "notes": list(reading.notes),
    }
    return Tileset(Image.fromarray(_palette(sheet, colors)), spec, size, masks, columns, frames)


def _cell(
    mask: int, kind: str, view: str, front: str, back: str | None, size: int, seed: int, color: str | None, phase: float
) -> np.ndarray[Any, np.dtype[np.uint8]]:
    if view == "side":
        return autotile.side_tile(mask, front, back or GROUNDS[front].side or front, size, seed, color=color, phase=phase)
    if kind == "blob":
        inside = autotile.blob_mask(mask, size, seed, max(1.5, size * 0.16))
    else:
        inside = autotile.corner_mask(mask, size, seed)
    return autotile.compose(inside, front, back, size, seed, color=color, phase=phase)
