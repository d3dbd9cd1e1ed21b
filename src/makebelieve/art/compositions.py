"""Pictures composed of sprites: icons on a plate, portraits, packs of items on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.art.color import RGB, mix, parse_hex, shifted
from makebelieve.art.figure import Figure, figure_of
from makebelieve.art.humanoid.person import Person
from makebelieve.art.lock import nearest
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.quality import check
from makebelieve.art.raster.layout import PART
from makebelieve.art.raster.render import Fit, bounds, render, view_of
from makebelieve.art.raster.scene import Packed, Scene
from makebelieve.art.reading import read
from makebelieve.art.sheets import png_bytes
from makebelieve.art.spec import SpriteSpec
from makebelieve.art.sprites import Picture, look_for, sprite
from makebelieve.kit.errors import invalid

MOST_ITEMS: Final = 64
FRAMES: Final = ("square", "round", "none")
_HEAD: Final = ("head", "hat", "hair", "face", "ear1", "ear-1", "snout", "brim", "mask", "crown", "hood")


def _plate(width: int, height: int, shape: str, color: RGB, palette: Palette | None) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """A framed plate: dark line, lit rim, and a fill that darkens downwards in three steps."""
    out = np.zeros((height, width, 4), np.uint8)
    if shape == "none":
        return out
    tones = [shifted(color, light=light) for light in (0.10, 0.0, -0.05, -0.10)]
    line = shifted(color, light=-0.30)
    rim = mix(color, (255, 248, 220), 0.5)
    if palette is not None:
        tones = [nearest(tone, palette) for tone in tones]
        line, rim = nearest(line, palette), nearest(rim, palette)
    y, x = np.mgrid[0:height, 0:width] + 0.5
    if shape == "round":
        inside = np.hypot((x - width / 2) / (width / 2), (y - height / 2) / (height / 2))
        whole, ring, core = inside <= 1.0, inside <= 1.0 - 2.2 / min(width, height), inside <= 1.0 - 5.4 / min(width, height)
    else:
        r = max(1.5, min(width, height) * 0.08)
        dx, dy = np.maximum(np.abs(x - width / 2) - width / 2 + r, 0), np.maximum(np.abs(y - height / 2) - height / 2 + r, 0)
        away = r - np.hypot(dx, dy)
        edge = np.minimum(np.minimum(x, width - x), np.minimum(y, height - y))
        whole, ring, core = away >= 0, (away >= 0.8) & (edge > 1), (away >= 2.0) & (edge > 3 if min(width, height) >= 32 else edge > 2)
    out[whole] = (*line, 255)
    out[ring & ~core] = (*rim, 255)
    step = np.clip((y / height * 4).astype(int), 0, 3)
    out[core, :3] = np.array(tones, np.uint8)[step][core]
    return out


def icon(
    prompt: str,
    size: tuple[int, int] = (32, 32),
    seed: int = 0,
    *,
    frame: str = "square",
    background: str | None = None,
    palette: str | Sequence[str] | None = None,
) -> Picture:
    """A sprite on a framed plate: an inventory or application icon.

    `frame` is square, round or none; `background` #rrggbb (else a dark blue). Raises Problem (422).
    """
    if frame not in FRAMES:
        raise invalid("frame", f"{frame!r} is none of them", FRAMES)
    colors = chosen(palette)
    try:
        color = parse_hex(background or "#3f4a6a")
    except ValueError:
        raise invalid("background", f"{background!r} is no colour", ("#rrggbb",)) from None
    width, height = size
    inset = 0 if frame == "none" else max(1, round(min(size) * (0.06 if frame == "square" else 0.12)))
    inner = sprite(prompt, (max(16, width - 2 * inset), max(16, height - 2 * inset)), seed, palette=palette)
    whole = Image.fromarray(_plate(width, height, frame, color, colors))
    whole.alpha_composite(inner.image, ((width - inner.image.width) // 2, (height - inner.image.height) // 2))
    return Picture(whole, inner.spec, check(whole, palette=colors) if frame == "none" else inner.report, (width // 2, height // 2))


def _head_box(scene: Scene, packed: Packed, yaw: float, pitch: float) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of the head in view space; of the upper third where nothing is called a head."""
    numbers = {scene.parts[name] for name in _HEAD if name in scene.parts}
    rows = np.array([row for row in packed[0] if int(row[PART]) in numbers])
    if len(rows):
        return bounds((rows, packed[1], packed[2]), view_of(yaw, pitch))
    left, right, bottom, top = bounds(packed, view_of(yaw, pitch))
    return left, right, top - 0.5 * (top - bottom), top


def _close_up(figure: Figure) -> float:
    return 20.0 if isinstance(figure.shape, Person) else 32.0


def portrait(
    prompt: str | SpriteSpec,
    size: tuple[int, int] = (64, 64),
    seed: int = 0,
    *,
    background: str | None = None,
    frame: str = "square",
    palette: str | Sequence[str] | None = None,
) -> Picture:
    """Head and shoulders of a being on a plate, for dialogues. A thing is shown whole. Raises Problem (422)."""
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    if spec.kind == "thing":
        return icon(spec.prompt, size, seed, frame=frame, background=background, palette=palette)
    if frame not in FRAMES:
        raise invalid("frame", f"{frame!r} is none of them", FRAMES)
    look = look_for(size, None, "color", spec)
    colors = chosen(palette)
    figure = figure_of(spec, look)
    yaw = _close_up(figure)
    scene = figure.scene("idle", 0.12, yaw=yaw)
    packed = scene.packed()
    left, right, bottom, top = _head_box(scene, packed, yaw, look.pitch)
    room = 3.0
    scale = min((look.width - 2 * room - 2) / (right - left) * 0.80, look.height * 0.66 / (top - bottom), 3.4 * look.height / 64)
    where = Fit(scale, look.width / 2 - (left + right) / 2 * scale, look.height * 0.10 + room + top * scale)
    pixels = render(scene, packed, figure.box(colors), yaw, look, where).pixels
    try:
        color = (
            parse_hex(background)
            if background
            else shifted(parse_hex(spec.colors.get("cloth", spec.colors.get("_third", "#3f4a6a"))), light=-0.06, chroma=0.5)
        )
    except ValueError:
        raise invalid("background", f"{background!r} is no colour", ("#rrggbb",)) from None
    whole = Image.fromarray(_plate(look.width, look.height, frame, color, colors))
    whole.alpha_composite(Image.fromarray(pixels))
    if frame != "none":
        # the frame lies over the shoulders
        rim = _plate(look.width, look.height, frame, color, colors)
        plate = np.asarray(whole).copy()
        fill = _plate(look.width - 6, look.height - 6, frame, color, colors)
        hole = np.zeros(plate.shape[:2], bool)
        hole[3:-3, 3:-3] = fill[..., 3] > 0
        plate[~hole] = rim[~hole]
        whole = Image.fromarray(plate)
    return Picture(whole, spec, check(pixels, palette=colors), (look.width // 2, look.height // 2))


@dataclass(frozen=True)
class Pack:
    """Items of one style on one sheet."""

    image: Image.Image
    pictures: tuple[Picture, ...]
    names: tuple[str, ...]
    cell: tuple[int, int]
    columns: int

    @property
    def spec(self) -> list[Any]:
        return [picture.spec for picture in self.pictures]

    @property
    def report(self) -> dict[str, tuple[str, ...]]:
        """Name -> what the quality gate says."""
        return {name: picture.report.problems for name, picture in zip(self.names, self.pictures, strict=True)}

    @property
    def manifest(self) -> dict[str, Any]:
        """Name -> cell."""
        width, height = self.cell
        cells = {
            name: {"x": i % self.columns * width, "y": i // self.columns * height, "w": width, "h": height}
            for i, name in enumerate(self.names)
        }
        return {"size": {"w": self.image.width, "h": self.image.height}, "items": cells}

    def save(self, path: str | Path) -> Path:
        target = Path(path)
        target.write_bytes(png_bytes(self.image))
        return target


def pack(
    items: Sequence[str],
    size: tuple[int, int] = (32, 32),
    seed: int = 0,
    *,
    columns: int | None = None,
    palette: str | Sequence[str] | None = None,
    outline: str = "color",
) -> Pack:
    """1-64 prompts drawn in one style, a cell each. Raises Problem (422)."""
    if not 1 <= len(items) <= MOST_ITEMS:
        raise invalid("items", f"{len(items)} items; a pack has 1 to {MOST_ITEMS}")
    pictures = tuple(sprite(item, size, seed, palette=palette, outline=outline) for item in items)
    across = columns or min(8, len(items))
    width, height = size
    sheet = Image.new("RGBA", (width * across, height * -(-len(items) // across)))
    for i, picture in enumerate(pictures):
        sheet.paste(picture.image, (i % across * width, i // across * height))
    return Pack(sheet, pictures, tuple(items), size, across)
