"""One place painted: a sky and planes of inks with their tables of colours. What backdrops, scenes of worlds and games are made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, mix, parse_hex, to_oklab
from makebelieve.art.lock import locked_ramp, nearest
from makebelieve.art.scenery.biomes import BIOMES
from makebelieve.art.scenery.hours import Air, sky_of, table_of
from makebelieve.art.scenery.interiors.catalogue import ROOMS
from makebelieve.art.scenery.lamplight import darkness
from makebelieve.art.scenery.plane import HAZES, TONES, Plane
from makebelieve.art.scenery.sky import clouds, paint_sky
from makebelieve.art.scenery.vistas.catalogue import VISTAS
from makebelieve.art.tiles.patterns import chance
from makebelieve.kit.seeds import derive_seed

Codes = NDArray[np.uint8]
Canvas = NDArray[np.uint8]
_ALIKE = 0.02
"""Colours nearer than this are made one."""


@dataclass(frozen=True)
class Depth:
    """A layer: codes (height, width), HAZES x ink + haze, and the colour of each; codes below HAZES are clear."""

    name: str
    """sky, wall, clouds, far, middle or near."""
    codes: Codes
    table: tuple[RGB, ...]
    speed: float
    """Share of the camera's movement, 0 for what stands still."""

    def pixels(self, palette: tuple[RGB, ...] | None = None) -> Canvas:
        """RGBA."""
        return painted(self.codes, self.table if palette is None else _locked(self.table, palette))


@dataclass(frozen=True)
class Painting:
    """A place at an hour."""

    sky: Canvas
    """RGBA, opaque."""
    depths: tuple[Depth, ...]
    """Farthest first."""
    haze: RGB
    """What distance fades into."""


def painted(codes: Codes, table: tuple[RGB, ...]) -> Canvas:
    """Codes in colour, RGBA; clear where they are below HAZES."""
    colors = np.zeros((256, 4), np.uint8)
    colors[: len(table), :3] = table
    colors[HAZES : len(table), 3] = 255
    # four channels at once
    return colors.view(np.uint32)[:, 0][codes].view(np.uint8).reshape(*codes.shape, 4)


def _locked(table: tuple[RGB, ...], palette: tuple[RGB, ...]) -> tuple[RGB, ...]:
    """The table in colours of a palette: each material's tones, at each haze, a path that never gets darker."""
    out = list(table)
    step = HAZES * TONES
    for start in range(HAZES, len(table), step):
        for haze in range(HAZES):
            places = range(start + haze, start + step, HAZES)
            for place, color in zip(places, locked_ramp(tuple(table[i] for i in places), palette), strict=True):
                out[place] = color
    return tuple(out[:HAZES]) + tuple(out[HAZES:])


def locked_sky(pixels: Canvas, palette: tuple[RGB, ...]) -> Canvas:
    """The sky with every colour the nearest of a palette."""
    words = pixels[..., :3].astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    kinds, index = np.unique(words, return_inverse=True)
    table = np.array([nearest((int(k) >> 16, int(k) >> 8 & 255, int(k) & 255), palette) for k in kinds], np.uint8)
    return np.dstack([table[index.reshape(words.shape)], pixels[..., 3]])


class _Kept:
    """The colours of a picture so far, for finding one that looks alike."""

    def __init__(self) -> None:
        self.colors: list[RGB] = []
        self._lab = np.empty((1024, 3))
        self._weights = np.sqrt((1.0, 1.3, 1.3))

    def alike(self, color: RGB) -> RGB:
        """The colour itself, or the kept one that it is not told from."""
        # as far as `color.distance` says
        there = self._weights * to_oklab(color)
        if self.colors:
            away = np.sqrt(((self._lab[: len(self.colors)] - there) ** 2).sum(axis=1))
            best = int(away.argmin())
            if away[best] < _ALIKE:
                return self.colors[best]
        if len(self.colors) < len(self._lab):
            self._lab[len(self.colors)] = there
            self.colors.append(color)
        return color


def _merged(table: list[RGB], used: NDArray[np.intp], kept: _Kept) -> tuple[RGB, ...]:
    """The table with colours that look alike made one, over all layers."""
    out = list(table)
    for code in used:
        if code >= HAZES:
            out[code] = kept.alike(table[code])
    return tuple(out)


def paint_place(
    biome: str,
    hour: str,
    size: tuple[int, int],
    seed: int,
    *,
    room: str | None = None,
    vista: str | None = None,
    season: str | None = None,
    tint: RGB | None = None,
    tinted: float = 0.1,
    veil: float = 0.0,
    even: bool = False,
) -> Painting:
    """The place's sky and depths in `size` (width, height) px. Shapes depend on biome and seed alone, so that hours share them.

    `room` (of ROOMS) furnishes a closed place, `vista` (of VISTAS) is a part of its biome; `tint` is a colour that everything takes on, `tinted` 0-1 how much of it; `veil` 0-1 is haze before all of it, for what is only to be looked past; `even` leaves the edges of lamplight undithered.
    """
    width, height = size
    place = ROOMS[room].place if room else VISTAS[vista].place if vista else BIOMES[biome]
    inks = place.colors | ROOMS[room].scheme(seed) if room else place.colors
    arrangement = derive_seed(seed, f"arrangement:{room or vista or biome}")
    bands = sky_of(place.sky, hour, closed=place.closed, dims=place.dims, tint=tint, tinted=tinted)
    # distance is as blue as the air above the horizon
    haze = bands[-2] if place.closed else mix(bands[-2], bands[len(bands) // 2], 0.4)
    air = Air(hour, haze, season, tint, tinted, place.closed, place.lamps, place.dims)
    planes: list[tuple[str, Plane, float, float]] = []
    open_ = not place.closed

    def plane(name: str, depth: float) -> Plane:
        return Plane(width, height, chance(derive_seed(seed, f"backdrop:{biome}:{name}")), depth, arrangement)

    if place.wall:
        wall = plane("wall", 1.0)
        place.painter(wall, -1)
        planes.append(("wall", wall, 0.06, place.air[0]))
    if place.clouds:
        sheet = plane("clouds", 1.0)
        clouds(sheet)
        planes.append(("clouds", sheet, 0.05, 0.12))
    for n, (name, speed) in enumerate((("far", 0.14), ("middle", 0.28), ("near", 0.5))):
        one = plane(name, place.air[n])
        place.painter(one, n)
        if open_ and n < 2:
            foot = height - (26, 14)[n] * one.unit
            one.mist(foot - (46, 30)[n] * one.unit, foot, 2.6)
        planes.append((name, one, speed, place.air[n]))
    if place.lamps:
        dark = darkness(
            width, [glow for _, one, _, _ in planes for glow in one.glows], 0 * planes[0][1].dither + 0.5 if even else planes[0][1].dither
        )
        for _, one, _, _ in planes:
            one.haze = dark
    if place.wall:
        # nobody sees it
        sky = np.full((height, width, 4), (*bands[0], 255), np.uint8)
    else:
        sky = paint_sky(
            width,
            height,
            bands,
            hour,
            chance(derive_seed(seed, f"backdrop:{biome}:sky")),
            stars=place.stars or (open_ and hour == "night"),
            lamp=open_,
            nebula=parse_hex(place.nebula) if place.nebula else None,
        )
    kept = _Kept()
    depths = []
    for name, one, speed, share in planes:
        codes = (HAZES * one.ink.astype(np.uint16) + np.where(one.ink > 0, one.haze, 0)).astype(np.uint8)
        table = table_of(one.names, inks, air, share, veil)
        depths.append(Depth(name, codes, _merged(table, np.flatnonzero(np.bincount(codes.ravel(), minlength=len(table))), kept), speed))
    return Painting(sky, tuple(depths), haze)
