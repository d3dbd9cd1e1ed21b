"""Backdrops: parallax layers of a biome at a time of day. Every layer repeats sideways without a seam."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from makebelieve.art.light import Light, light_of
from makebelieve.art.palettes import chosen
from makebelieve.art.scenery.hours import TIMES, season_of
from makebelieve.art.scenery.interiors.catalogue import ROOMS, rooms_said
from makebelieve.art.scenery.painting import locked_sky, paint_place
from makebelieve.art.scenery.vistas.catalogue import VISTAS, vista_said
from makebelieve.art.sheets import png_bytes
from makebelieve.art.styles.flat import restyled
from makebelieve.art.styles.manner import KERNELS, STYLES, one_of
from makebelieve.art.styles.vector import Drawing
from makebelieve.kit.errors import invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import TIME_OF, biome_of, tag, tokenise
from makebelieve.language.kinds import BIOMES


@dataclass(frozen=True)
class Backdrop:
    """A backdrop in layers, farthest first."""

    layers: tuple[Image.Image, ...]
    """RGBA, one size; the first (the sky) is opaque."""
    speeds: tuple[float, ...]
    """How fast each layer moves, as a share of the camera."""
    spec: dict[str, Any]
    drawings: tuple[Drawing, ...] = ()
    """Vector style: the layers as drawings."""

    @property
    def drawing(self) -> Drawing | None:
        """Vector style: all layers in one drawing."""
        if not self.drawings:
            return None
        whole = self.drawings[0]
        for one in self.drawings[1:]:
            whole = whole.under(one)
        return whole

    @property
    def svg(self) -> str | None:
        """The whole picture as SVG text; vector style only."""
        return None if self.drawing is None else self.drawing.svg()

    @property
    def image(self) -> Image.Image:
        """All layers in one."""
        whole = self.layers[0].copy()
        for layer in self.layers[1:]:
            whole.alpha_composite(layer)
        return whole

    @property
    def report(self) -> dict[str, Any]:
        return {"layers": len(self.layers), "colors": len(self.image.getcolors(1 << 16) or ())}

    def save(self, path: str | Path) -> Path:
        """Write the whole picture as PNG."""
        target = Path(path)
        target.write_bytes(png_bytes(self.image))
        return target


def backdrop(
    prompt: str,
    size: tuple[int, int] = (320, 180),
    seed: int = 0,
    *,
    biome: str | None = None,
    room: str | None = None,
    vista: str | None = None,
    time: str | None = None,
    style: str = "pixel",
    palette: str | list[str] | None = None,
    light: str | Mapping[str, Any] | Light | None = None,
    pixel_perfect: str = "auto",
) -> Backdrop:
    """Parallax layers of the place that the prompt names: sky, three depths, foreground.

    `size` is 64-1024 by 48-512 px; `biome` and `time` (day, dawn, dusk, night) win over the prompt; `style` is pixel, vector or painterly;
    `room` (of `ROOMS`: kitchen, office, chapel, train, …) furnishes its biome, the prompt says which where it is None, and "" furnishes none.
    `vista` (of `VISTAS`: quay, fairground, street, waterfall, …) shows that part of its biome, the prompt says which where it is None, and "" shows the biome alone.
    `light` tints it, and mirrors it where it comes from the right. Raises Problem (422).
    """
    one_of("style", style, STYLES)
    one_of("pixel_perfect", pixel_perfect, KERNELS)
    width, height = size
    if not (64 <= width <= 1024 and 48 <= height <= 512):
        raise invalid("size", f"{width}x{height}: 64-1024 by 48-512 px")
    if not prompt.strip() or len(prompt) > 500:
        raise invalid("prompt", "a prompt has 1 to 500 characters")
    if biome is not None and biome not in BIOMES:
        raise invalid("biome", f"{biome!r} is none of them", tuple(BIOMES))
    if room and (room not in ROOMS or biome not in (None, ROOMS[room].biome)):
        raise invalid("room", f"{room!r} is none of them, or of another biome", tuple(ROOMS))
    if vista and (vista not in VISTAS or biome not in (None, VISTAS[vista].biome)):
        raise invalid("vista", f"{vista!r} is none of them, or of another biome", tuple(VISTAS))
    if time is not None and time not in TIMES:
        raise invalid("time", f"{time!r} is none of them", TIMES)
    words = tokenise(prompt)
    places = [place for token in tag(words) if (place := biome_of(token.lemma or token.word) or biome_of(token.word)) is not None]
    when = time or next((TIME_OF[word] for word in words if word in TIME_OF), "day")
    said = rooms_said(words)
    where = (ROOMS[room].biome if room else VISTAS[vista].biome if vista else biome) or (
        max(places, key=lambda place: place[1])[0] if places else ROOMS[said[0]].biome if said and room is None else "forest"
    )
    if room is None:
        room = next((one for one in rooms_said(words, where) if biome in (None, ROOMS[one].biome)), None)
        where = where if room is None else ROOMS[room].biome
    if vista is None and not room:
        vista = vista_said(words, where)
    season = season_of(prompt)
    made = paint_place(
        where, when, (width, height), derive_seed(seed, "backdrop"), room=room, vista=vista, season=season, even=style == "vector"
    )
    colors, lit = chosen(palette), light_of(light) or Light()
    flat = [made.sky, *(depth.pixels(colors if lit.color is None else None) for depth in made.depths)]
    if made.depths[0].name == "wall":
        flat = flat[1:]
    pictures, drawings = [], []
    for number, pixels in enumerate(flat):
        pixels = lit.on_pixels(pixels)
        if colors is not None and (number == 0 or lit.color is not None):
            pixels = locked_sky(pixels, colors)
            pixels[pixels[..., 3] == 0] = 0
        image, drawing = restyled(pixels, style, pixel_perfect, seed, prompt, repeats=True)
        pictures.append(image)
        drawings.extend([] if drawing is None else [drawing])
    speeds = tuple(depth.speed for depth in made.depths)
    if made.depths[0].name != "wall":
        speeds = (0.0, *speeds)
    spec = {"prompt": prompt, "seed": seed, "biome": where, "time": when, "size": [width, height], "style": style}
    if room:
        spec["room"] = room
    if vista:
        spec["vista"] = vista
    if season is not None:
        spec["season"] = season
    return Backdrop(tuple(pictures), speeds, spec, tuple(drawings))
