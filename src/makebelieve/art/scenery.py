"""Backdrops: parallax layers of a biome at a time of day. Every layer repeats sideways without a seam."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.art.color import RGB, mix, parse_hex, shifted
from makebelieve.art.light import Light, light_of
from makebelieve.art.lock import nearest
from makebelieve.art.motifs import MOTIFS, Canvas, Layer, ridge
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
        MOTIFS["clouds"](puffs, np.full(width, height * 0.52), unit, rng)
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
        draw = MOTIFS.get(motif)
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
