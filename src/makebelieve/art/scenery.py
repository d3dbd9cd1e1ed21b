"""Backdrops: parallax layers of a biome at a time of day. Every layer repeats sideways without a seam."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.color import RGB, mix, parse_hex, shifted
from makebelieve.art.light import Light, light_of
from makebelieve.art.lock import nearest
from makebelieve.art.palettes import chosen
from makebelieve.art.sheets import png_bytes
from makebelieve.art.styles.flat import restyled
from makebelieve.art.styles.manner import KERNELS, STYLES, one_of
from makebelieve.art.styles.vector import Drawing
from makebelieve.art.tiles.patterns import Chance, chance
from makebelieve.kit.errors import invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import TIME_OF, biome_of, tag, tokenise
from makebelieve.language.kinds import BIOMES

Canvas = NDArray[np.uint8]
Heights = NDArray[np.float64]

# Sky from the zenith to the horizon, then the light of sun or moon.
_SKIES: Final[dict[str, tuple[str, ...]]] = {
    "day": ("#3f8fd8", "#5fa8e4", "#86c2ee", "#b0d8f2", "#d8ecf4", "#fff4c8"),
    "dawn": ("#4a5a9a", "#7a74b0", "#b890b4", "#e8a8a4", "#f8cc9c", "#fff0c0"),
    "dusk": ("#2f2a5a", "#5f3f74", "#9a4f74", "#d8705f", "#f4a860", "#ffd890"),
    "night": ("#0f1430", "#161d42", "#1f2a58", "#2b3a6e", "#3d4f86", "#e8ecf8"),
}
_CLOSED: Final[dict[str, tuple[str, ...]]] = {
    "cave": ("#17121f", "#1f1829", "#2a2136", "#352a42", "#41344e", "#8ae0d0"),
    "dungeon": ("#14121c", "#1b1826", "#242032", "#2d283c", "#373148", "#f0a040"),
    "underwater": ("#123a6a", "#1a4f84", "#24689c", "#3484b0", "#4aa0c0", "#c8f0f0"),
    "space": ("#07060f", "#0b0a1a", "#121028", "#1a1638", "#241c48", "#f0e8ff"),
    "volcano": ("#2a1420", "#451a26", "#6a242a", "#983a2c", "#cc6030", "#ffd060"),
    "indoor": ("#4a3430", "#5a4038", "#6a4c40", "#7a5848", "#8a6450", "#fbd88a"),
    "lab": ("#2c3a48", "#344656", "#3e5464", "#486272", "#547080", "#a0f0e0"),
    "body": ("#4a1828", "#642234", "#802e40", "#9a3e4c", "#b85460", "#ffb0a0"),
}
# Biome -> land's colour, what grows on the far, middle and near layer.
_LANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "forest": ("#3f7a44", "mountains", "pines", "trees"),
    "jungle": ("#2f7a3f", "hills", "trees", "palms"),
    "desert": ("#d09a54", "mesas", "dunes", "cacti"),
    "snow": ("#a8c4dc", "mountains", "mountains", "pines"),
    "mountain": ("#6a7a8a", "mountains", "mountains", "pines"),
    "cave": ("#4a3f58", "stalactites", "stalactites", "crystals"),
    "underwater": ("#2f6a84", "hills", "corals", "corals"),
    "ocean": ("#2f6a9a", "islands", "waves", "waves"),
    "island": ("#5a9a5a", "islands", "waves", "palms"),
    "swamp": ("#4a5f3a", "hills", "deadwood", "deadwood"),
    "volcano": ("#4a2a2e", "volcanoes", "mountains", "crags"),
    "sky": ("#d8e4f0", "clouds", "clouds", "clouds"),
    "space": ("#3a3a5a", "planets", "crags", "crags"),
    "city": ("#4a5470", "towers", "towers", "houses"),
    "cyber": ("#3a2f6a", "towers", "towers", "towers"),
    "wasteland": ("#8a6a4a", "mesas", "ruins", "deadwood"),
    "castle": ("#5f6a7a", "mountains", "castles", "trees"),
    "dungeon": ("#3a3448", "pillars", "pillars", "crags"),
    "haunted": ("#3a3350", "hills", "deadwood", "graves"),
    "indoor": ("#6a4f44", "pillars", "shelves", "shelves"),
    "garden": ("#5a9a4f", "hills", "trees", "hedges"),
    "village": ("#5f8f4f", "hills", "houses", "trees"),
    "factory": ("#4f4a54", "chimneys", "chimneys", "houses"),
    "lab": ("#4a6474", "pillars", "shelves", "shelves"),
    "food": ("#e09ab4", "hills", "candies", "candies"),
    "ruins": ("#7a7a5f", "mountains", "ruins", "trees"),
    "body": ("#8a3a4a", "hills", "corals", "corals"),
}
TIMES: Final = ("day", "dawn", "dusk", "night")


def ridge(width: int, low: float, high: float, rough: int, rng: Chance, *, sharp: bool = False) -> Heights:
    """A height line that repeats after `width`, between `low` and `high`."""
    x = 2 * math.pi * np.arange(width) / width
    line = np.zeros(width)
    for octave in range(5):
        waves = rough * 2**octave
        phase = rng.random() * 2 * math.pi
        wave = np.abs(((x * waves + phase) / math.pi) % 2 - 1) * 2 - 1 if sharp else np.sin(x * waves + phase)
        line += wave / (1.9**octave)
    line = (line - line.min()) / max(1e-9, line.max() - line.min())
    return np.asarray(low + (high - low) * line)


class Layer:
    """One layer in three tones: light, plain, dark. Heights are measured from the bottom."""

    def __init__(self, width: int, height: int, colors: tuple[RGB, RGB, RGB], glow: RGB | None = None) -> None:
        self.pixels: Canvas = np.zeros((height, width, 4), np.uint8)
        self.width, self.height, self.colors = width, height, (*colors, glow or colors[0])

    def put(self, x: int, top: float, bottom: float, tone: int) -> None:
        """A column of pixels from height `bottom` up to `top`."""
        a, b = max(0, self.height - round(top)), min(self.height, self.height - round(bottom))
        if a < b:
            self.pixels[a:b, x % self.width, :3] = self.colors[tone]
            self.pixels[a:b, x % self.width, 3] = 255

    def fill(self, line: Heights, *, cap: int = 2) -> None:
        """Everything below the line, its upper rim lit."""
        for x in range(self.width):
            self.put(x, line[x], 0, 1)
            self.put(x, line[x], line[x] - cap, 0)

    def box(self, x: int, wide: int, base: float, top: float) -> None:
        for i in range(wide):
            self.put(x + i, top, base, 2 if i >= wide * 0.62 else 1)
        self.put(x, top, base, 0)

    def cone(self, x: int, half: int, base: float, top: float) -> None:
        """A triangle: its left side is lit, its right in shade."""
        for i in range(-half, half + 1):
            rise = (1 - abs(i) / (half + 0.5)) * (top - base)
            if rise >= 1:
                self.put(x + i, base + rise, base, 0 if i < -half * 0.34 else 2 if i > half * 0.24 else 1)

    def disc(self, x: int, y: float, r: float) -> None:
        for i in range(-math.ceil(r), math.ceil(r) + 1):
            if abs(i) > r:
                continue
            half = math.sqrt(r * r - i * i)
            self.put(x + i, y + half, y - half, 1)
            self.put(x + i, y + half, y + half - max(1.0, half * (0.7 if i < 0 else 0.34)), 0)
            self.put(x + i, y - half * (0.3 if i > 0 else 0.62), y - half, 2)


Motif = Callable[[Layer, Heights, float, Chance], None]


def _along(layer: Layer, gap: float, rng: Chance) -> list[int]:
    """Places along the layer, about `gap` apart, the last as far from the first as from its neighbour."""
    count = max(1, round(layer.width / gap))
    return [round((i + 0.6 * (rng.random() - 0.5)) * layer.width / count) for i in range(count)]


def _pines(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 6.5 * unit, rng):
        base, tall = line[x % layer.width] - 1, (11 + 9 * rng.random()) * unit
        layer.box(x - max(1, round(unit * 0.5)), max(1, round(unit)), base - 2, base + tall * 0.3)
        for k in range(3):
            layer.cone(x, max(2, round((4.6 - 1.1 * k) * unit)), base + tall * (0.14 + 0.26 * k), base + tall * (0.56 + 0.22 * k))


def _trees(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 13 * unit, rng):
        base, r = line[x % layer.width] - 1, (4.4 + 2.6 * rng.random()) * unit
        layer.box(x - max(1, round(unit * 0.7)), max(2, round(1.5 * unit)), base - 2, base + 1.6 * r)
        for dx, dy, k in ((-0.62, 1.5, 0.72), (0.64, 1.45, 0.74), (0.0, 2.0, 0.95)):
            layer.disc(round(x + dx * r), base + dy * r, k * r)


def _palms(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 17 * unit, rng):
        base, tall = line[x % layer.width] - 1, (14 + 8 * rng.random()) * unit
        lean = (rng.random() - 0.5) * 7 * unit
        for k in range(round(tall)):
            f = k / tall
            layer.box(round(x + lean * f * f), max(1, round(1.3 * unit)), base + k, base + k + 1.5)
        for a in range(-4, 5):
            for k in range(round(6.5 * unit)):
                f = k / (6.5 * unit)
                layer.put(
                    round(x + lean + a * 0.26 * k),
                    base + tall + (1.5 - abs(a) * 0.2) * unit - f * f * 3.4 * unit * (0.4 + 0.2 * abs(a)) + 1.5,
                    base + tall + (1.5 - abs(a) * 0.2) * unit - f * f * 3.4 * unit * (0.4 + 0.2 * abs(a)) - 0.6,
                    0 if a < 0 else 1,
                )


def _cacti(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 26 * unit, rng):
        base, tall, w = line[x % layer.width] - 1, (9 + 5 * rng.random()) * unit, max(2, round(2 * unit))
        layer.box(x, w, base, base + tall)
        layer.box(x - 2 * w, w, base + 0.42 * tall, base + 0.78 * tall)
        layer.box(x - 2 * w, 2 * w, base + 0.42 * tall, base + 0.42 * tall + w)
        layer.box(x + 2 * w, w, base + 0.54 * tall, base + 0.92 * tall)
        layer.box(x + w, 2 * w, base + 0.54 * tall, base + 0.54 * tall + w)


def _towers(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 9 * unit, rng):
        base, tall, wide = 0.0, line[x % layer.width] + (8 + 26 * rng.random()) * unit, max(4, round((6 + 5 * rng.random()) * unit))
        layer.box(x, wide, base, tall)
        for wy in range(4, round(tall) - 3, max(3, round(3.2 * unit))):
            for wx in range(2, wide - 2, max(2, round(2.2 * unit))):
                if rng.random() < 0.42:
                    layer.put(x + wx, wy + max(1, round(unit)), wy, 3)
        if rng.random() < 0.3:
            layer.box(x + wide // 2, max(1, round(0.5 * unit)), tall, tall + 5 * unit)


def _houses(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 19 * unit, rng):
        base, wide = line[x % layer.width] - 2, max(6, round((8 + 4 * rng.random()) * unit))
        wall = base + 6 * unit
        layer.box(x, wide, base, wall)
        layer.cone(x + wide // 2, wide // 2 + max(1, round(unit)), wall, wall + 6 * unit)
        layer.box(x + round(wide * 0.7), max(1, round(1.4 * unit)), wall, wall + 6 * unit)
        for wx in (0.22, 0.62):
            for i in range(max(1, round(1.5 * unit))):
                layer.put(x + round(wide * wx) + i, base + 4.2 * unit, base + 2.4 * unit, 3)


def _castles(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 74 * unit, rng):
        base = float(line[x % layer.width]) - 3
        for dx, wide, tall in ((-16, 9, 18), (-6, 14, 12), (10, 8, 22), (19, 7, 15)):
            left, w = round(x + dx * unit), max(3, round(wide * unit))
            layer.box(left, w, base - 6, base + tall * unit)
            if tall > 14:
                layer.cone(left + w // 2, w // 2 + 1, base + tall * unit, base + (tall + 9) * unit)
            else:
                for i in range(0, w, max(2, round(2.4 * unit))):
                    layer.box(left + i, max(1, round(1.2 * unit)), base + tall * unit, base + (tall + 1.6) * unit)


def _ruins(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 15 * unit, rng):
        base, tall, w = line[x % layer.width] - 2, (5 + 11 * rng.random()) * unit, max(2, round(2.6 * unit))
        layer.box(x, w, base, base + tall)
        layer.box(x - 1, w + 2, base + tall - max(1, round(unit)), base + tall)
        if rng.random() < 0.4:
            layer.box(x, round(9 * unit), base + tall, base + tall + max(1, round(1.6 * unit)))


def _deadwood(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 15 * unit, rng):
        base, tall = line[x % layer.width] - 1, (12 + 8 * rng.random()) * unit
        layer.box(x, max(1, round(1.5 * unit)), base, base + tall)
        for k in range(4):
            side = 1 if k % 2 else -1
            start = base + tall * (0.42 + 0.15 * k)
            for i in range(round((5.5 - k) * unit)):
                layer.put(x + side * i, start + 0.7 * i + max(1, round(0.7 * unit)), start + 0.7 * i, 1)


def _graves(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 13 * unit, rng):
        base, w = line[x % layer.width] - 1, max(3, round(4 * unit))
        if rng.random() < 0.6:
            layer.box(x, w, base, base + 4.4 * unit)
            layer.disc(x + w // 2, base + 4.4 * unit, w / 2)
        else:
            layer.box(x + w // 2, max(1, round(unit)), base, base + 6.4 * unit)
            layer.box(x, w, base + 3.8 * unit, base + 3.8 * unit + max(1, round(unit)))


def _corals(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 10 * unit, rng):
        base, tall = line[x % layer.width] - 1, (6 + 11 * rng.random()) * unit
        if rng.random() < 0.5:
            for i in range(round(tall)):
                sway = math.sin(i * 0.5 / unit + x) * 1.3 * unit
                layer.box(round(x + sway), max(1, round(1.3 * unit)), base + i, base + i + 1.5)
        else:
            for k in range(3):
                layer.disc(round(x + (k - 1) * 2.6 * unit), base + (2 + 2 * (k == 1)) * unit, 2.4 * unit)


def _crystals(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 14 * unit, rng):
        base = line[x % layer.width] - 2
        for dx, tall in ((-3, 6), (0, 11), (3, 7)):
            layer.cone(round(x + dx * unit), max(1, round(1.9 * unit)), base, base + tall * unit * (0.8 + 0.4 * rng.random()))


def _chimneys(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 21 * unit, rng):
        base = 0.0
        top = line[x % layer.width] + 6 * unit
        wide = max(6, round(12 * unit))
        layer.box(x, wide, base, top)
        layer.box(x + wide // 3, max(2, round(2.4 * unit)), top, top + (9 + 8 * rng.random()) * unit)
        for k in range(3):
            layer.cone(x + round((k + 0.5) * wide / 3), max(1, wide // 6), top, top + 2.4 * unit)


def _candies(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 16 * unit, rng):
        base, tall = line[x % layer.width] - 1, (9 + 6 * rng.random()) * unit
        layer.box(x, max(1, round(unit)), base, base + tall)
        layer.disc(x, base + tall, 3.8 * unit)


def _hedges(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 6 * unit, rng):
        layer.disc(x, line[x % layer.width] + 1.2 * unit, (2.8 + 1.6 * rng.random()) * unit)


def _shelves(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 24 * unit, rng):
        w, tall = round(16 * unit), (20 + 9 * rng.random()) * unit
        layer.box(x, w, 0, line[x % layer.width] + tall)
        for wy in range(round(4 * unit), round(line[x % layer.width] + tall) - 3, max(5, round(6 * unit))):
            for wx in range(2, w - 2):
                if rng.random() < 0.72:
                    layer.put(x + wx, wy + (2.4 + 1.6 * rng.random()) * unit, wy, 0 if rng.random() < 0.5 else 2)


def _pillars(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 26 * unit, rng):
        w = max(3, round(6 * unit))
        layer.box(x, w, 0, layer.height)
        for y in (4.0, layer.height - 6.0):
            layer.box(x - 2, w + 4, y, y + 4)


def _stalactites(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 8 * unit, rng):
        half, long = max(2, round((2 + 2.4 * rng.random()) * unit)), (8 + 20 * rng.random()) * unit
        for i in range(-half, half + 1):
            reach = (1 - abs(i) / (half + 0.5)) * long
            layer.put(x + i, layer.height, layer.height - reach, 0 if i < -half * 0.3 else 2 if i > half * 0.3 else 1)
        layer.cone(x + round(4 * unit), half, line[x % layer.width] - 2, line[x % layer.width] + 0.4 * long)


def _planets(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 150 * unit, rng):
        layer.disc(x, layer.height * (0.5 + 0.25 * rng.random()), (9 + 12 * rng.random()) * unit)


def _clouds(layer: Layer, line: Heights, unit: float, rng: Chance) -> None:
    for x in _along(layer, 46 * unit, rng):
        y = line[x % layer.width] + (8 + 30 * rng.random()) * unit
        for k in range(5):
            layer.disc(round(x + (k - 2) * 4.4 * unit), y + 1.4 * unit * (2 - abs(k - 2)), (3.0 + 1.1 * (2 - abs(k - 2))) * unit)


_MOTIFS: Final[dict[str, Motif]] = {
    "pines": _pines, "trees": _trees, "palms": _palms, "cacti": _cacti, "towers": _towers, "houses": _houses, "castles": _castles, "ruins": _ruins,
    "deadwood": _deadwood, "graves": _graves, "corals": _corals, "crystals": _crystals, "chimneys": _chimneys, "candies": _candies, "hedges": _hedges,
    "shelves": _shelves, "pillars": _pillars, "stalactites": _stalactites, "planets": _planets, "clouds": _clouds,
}  # fmt: skip
# How the ground under a motif runs: roughness, sharp or rolling, relief.
_GROUNDS: Final[dict[str, tuple[int, bool, float]]] = {
    "mountains": (2, True, 1.0),
    "volcanoes": (1, True, 1.0),
    "mesas": (2, False, 0.7),
    "dunes": (2, False, 0.5),
    "hills": (2, False, 0.5),
    "islands": (1, False, 0.34),
    "waves": (9, False, 0.10),
    "crags": (5, True, 0.5),
}


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


def _sky(width: int, height: int, colors: tuple[RGB, ...], rng: Chance, *, stars: bool, lamp: str | None) -> Canvas:
    """Bands of the sky, checked into each other over a few rows, with stars and sun or moon."""
    out = np.zeros((height, width, 4), np.uint8)
    out[..., 3] = 255
    bands = colors[:5]
    edges = [height * (0.16 + 0.17 * k) for k in range(4)]
    for y in range(height):
        k = sum(y >= edge for edge in edges)
        out[y, :, :3] = bands[k]
        for e, edge in enumerate(edges):
            if 0 <= edge - y < 4 and y % 2 == 0:
                out[y, e % 2 :: 2, :3] = bands[e + 1]
    if stars:
        for _ in range(width * height // 420):
            x, y = int(rng.integers(0, width)), int(height * 0.7 * rng.random() ** 1.3)
            out[y, x, :3] = colors[5] if rng.random() < 0.4 else mix(bands[2], colors[5], 0.5)
    if lamp is not None:
        r = height * (0.10 if lamp == "sun" else 0.075)
        cx, cy = width * (0.22 + 0.5 * rng.random()), height * (0.24 if lamp != "low" else 0.56)
        y, x = np.mgrid[0:height, 0:width] + 0.5
        away = np.hypot(x - cx, y - cy)
        ring = (away < 1.5 * r) & (away >= r) & ((x.astype(int) + y.astype(int)) % 2 == 0)
        out[ring, :3] = mix(bands[2], colors[5], 0.45)
        out[away < r, :3] = colors[5]
        if lamp == "moon":
            out[(away < r) & (np.hypot(x - cx - 0.4 * r, y - cy + 0.2 * r) < 0.8 * r), :3] = mix(colors[5], bands[2], 0.22)
    return out


def backdrop(
    prompt: str,
    size: tuple[int, int] = (320, 180),
    seed: int = 0,
    *,
    biome: str | None = None,
    time: str | None = None,
    style: str = "pixel",
    palette: str | list[str] | None = None,
    light: str | Mapping[str, Any] | Light | None = None,
    pixel_perfect: str = "auto",
) -> Backdrop:
    """Parallax layers of the place that the prompt names: sky, three depths, foreground.

    `size` is 64-1024 by 48-512 px; `biome` and `time` (day, dawn, dusk, night) win over the prompt; `style` is pixel, vector or painterly;
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
    if time is not None and time not in TIMES:
        raise invalid("time", f"{time!r} is none of them", TIMES)
    words = tokenise(prompt)
    places = [place for token in tag(words) if (place := biome_of(token.lemma or token.word) or biome_of(token.word)) is not None]
    where = biome or (max(places, key=lambda place: place[1])[0] if places else "forest")
    when = time or next((TIME_OF[word] for word in words if word in TIME_OF), "day")
    rng = chance(derive_seed(seed, f"backdrop:{where}:{when}"))
    sky = tuple(parse_hex(color) for color in _CLOSED.get(where, _SKIES[when]))
    land, far, middle, near = _LANDS[where]
    unit = height / 120
    dark = {"day": 0.0, "dawn": -0.05, "dusk": -0.12, "night": -0.20}[when] if where not in _CLOSED else -0.06
    base = shifted(parse_hex(land), light=dark, chroma=0.8 if when == "night" else 1.0)
    open_sky = where not in _CLOSED
    lamp = {"day": "sun", "dawn": "low", "dusk": "low", "night": "moon"}[when] if open_sky else None
    layers = [_sky(width, height, sky, rng, stars=(when == "night" and open_sky) or where == "space", lamp=lamp)]
    if open_sky and where not in ("sky", "indoor", "lab"):
        puffs = Layer(width, height, (mix(sky[4], (255, 255, 255), 0.5), sky[4], sky[3]))
        _clouds(puffs, np.full(width, height * 0.52), unit, rng)
        layers.append(puffs.pixels)
    for depth, (motif, low, high) in enumerate(((far, 0.30, 0.62), (middle, 0.20, 0.38), (near, 0.08, 0.20))):
        # far things take the colour of the air
        air = (0.62, 0.34, 0.0)[depth]
        plain = mix(shifted(base, light=-0.05 * depth), sky[4], air)
        tones = (shifted(plain, light=0.055), plain, shifted(plain, light=-0.06))
        glow = mix(plain, parse_hex("#ffd46a"), (0.35, 0.6, 0.85)[depth]) if when in ("dusk", "night") else None
        layer = Layer(width, height, tones, glow)
        rough, sharp, relief = _GROUNDS.get(motif, (2, False, 0.45))
        line = ridge(width, height * low, height * (low + (high - low) * relief), rough + depth, rng, sharp=sharp)
        if motif == "mesas":
            line = np.round(line / (height * 0.07)) * height * 0.07
        if motif == "volcanoes":
            line = np.minimum(line, height * (low + 0.8 * (high - low)))
        if motif not in ("planets", "clouds"):
            layer.fill(line, cap=max(1, round(1.4 * unit)))
        draw = _MOTIFS.get(motif)
        if draw is not None:
            draw(layer, line, unit * (0.75, 1.0, 1.5)[depth], rng)
        layers.append(layer.pixels)
    colors, lit = chosen(palette), light_of(light) or Light()
    pictures, drawings = [], []
    for pixels in layers:
        pixels = lit.on_pixels(pixels)
        if colors is not None:
            kinds, index = np.unique(pixels[..., :3].reshape(-1, 3), axis=0, return_inverse=True)
            table = np.array([nearest((int(r), int(g), int(b)), colors) for r, g, b in kinds], np.uint8)
            pixels = np.dstack([table[index.reshape(pixels.shape[:2])], pixels[..., 3]])
            pixels[pixels[..., 3] == 0] = 0
        image, drawing = restyled(pixels, style, pixel_perfect, seed, prompt, repeats=True)
        pictures.append(image)
        drawings.extend([] if drawing is None else [drawing])
    speeds = (0.0, 0.05, 0.12, 0.28, 0.55) if len(pictures) == 5 else (0.0, 0.12, 0.28, 0.55)
    spec = {"prompt": prompt, "seed": seed, "biome": where, "time": when, "size": [width, height], "style": style}
    return Backdrop(tuple(pictures), speeds, spec, tuple(drawings))
