"""Pictures composed of sprites: icons on a plate, portraits, packs of items on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.art.color import RGB, mix, parse_hex, shifted
from makebelieve.art.figure import Figure, figure_of
from makebelieve.art.humanoid.person import Person
from makebelieve.art.light import Light
from makebelieve.art.lock import nearest
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.picture import Picture
from makebelieve.art.quality import check
from makebelieve.art.raster.layout import PART
from makebelieve.art.raster.render import Fit, bounds, view_of
from makebelieve.art.raster.scene import Packed, Scene
from makebelieve.art.reading import read
from makebelieve.art.sheets import png_bytes
from makebelieve.art.spec import SpriteSpec
from makebelieve.art.sprites import sprite
from makebelieve.art.styles.manner import manner_of, reduced
from makebelieve.art.styles.vector import Curves, Drawing, Shape
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


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Curves:
    """A rectangle with round corners as cubic Beziers, clockwise on the canvas."""
    k = 0.5523 * radius
    x0, x1, y0, y1 = left + radius, right - radius, top + radius, bottom - radius
    return np.array(
        [
            (x0, top, x0, top, x1, top, x1, top), (x1, top, x1 + k, top, right, y0 - k, right, y0),
            (right, y0, right, y0, right, y1, right, y1), (right, y1, right, y1 + k, x1 + k, bottom, x1, bottom),
            (x1, bottom, x1, bottom, x0, bottom, x0, bottom), (x0, bottom, x0 - k, bottom, left, y1 + k, left, y1),
            (left, y1, left, y1, left, y0, left, y0), (left, y0, left, y0 - k, x0 - k, top, x0, top),
        ]
    )  # fmt: skip


def _plate_drawing(width: int, height: int, shape: str, color: RGB, palette: Palette | None) -> Drawing:
    """The plate as flat shapes: line, rim, fill, and a darker lower half."""
    if shape == "none":
        return Drawing(width, height, ())
    small = min(width, height)
    fills = [shifted(color, light=-0.30), mix(color, (255, 248, 220), 0.5), color, shifted(color, light=-0.06)]
    fills = fills if palette is None else [nearest(fill, palette) for fill in fills]
    whole = small / 2 if shape == "round" else max(1.5, small * 0.10)
    shapes = []
    for fill, inset in zip(fills[:3], (0.0, max(0.7, 0.016 * small), max(1.5, 0.040 * small)), strict=True):
        box = (inset, inset, width - inset, height - inset)
        radius = min(width, height) / 2 - inset if shape == "round" else max(0.5, whole - inset)
        shapes.append(Shape((_rounded(*box, radius),), fill))
    return Drawing(width, height, tuple(shapes))


def _styled_plate(size: tuple[int, int], shape: str, color: RGB, palette: Palette | None, style: str) -> tuple[Image.Image, Drawing | None]:
    """The plate in a style, and as a drawing in vector style."""
    if style == "vector":
        drawing = _plate_drawing(*size, shape, color, palette)
        return Image.fromarray(drawing.pixels()), drawing
    if style == "painterly":
        return reduced(Image.fromarray(_plate(3 * size[0], 3 * size[1], shape, color, palette)), size), None
    return Image.fromarray(_plate(*size, shape, color, palette)), None


def icon(
    prompt: str,
    size: tuple[int, int] = (32, 32),
    seed: int = 0,
    *,
    frame: str = "square",
    background: str | None = None,
    style: str = "pixel",
    palette: str | Sequence[str] | None = None,
) -> Picture:
    """A sprite on a framed plate: an inventory or application icon.

    `frame` is square, round or none; `background` #rrggbb (else a dark blue); `style` pixel, vector or painterly. Raises Problem (422).
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
    inner = sprite(prompt, (max(16, width - 2 * inset), max(16, height - 2 * inset)), seed, style=style, palette=palette)
    whole, plate = _styled_plate((width, height), frame, color, colors, style)
    corner = ((width - inner.image.width) // 2, (height - inner.image.height) // 2)
    whole.alpha_composite(inner.image, corner)
    report = check(whole, palette=colors if style == "pixel" else None, pixel=style == "pixel") if frame == "none" else inner.report
    drawing = None if plate is None or inner.drawing is None else plate.under(inner.drawing.moved(*corner, width, height))
    return Picture(whole, inner.spec, report, (width // 2, height // 2), drawing)


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
    style: str = "pixel",
    palette: str | Sequence[str] | None = None,
) -> Picture:
    """Head and shoulders of a being on a plate, for dialogues. A thing is shown whole. Raises Problem (422)."""
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    if spec.kind == "thing":
        return icon(spec.prompt, size, seed, frame=frame, background=background, style=style, palette=palette)
    if frame not in FRAMES:
        raise invalid("frame", f"{frame!r} is none of them", FRAMES)
    manner = manner_of(size, style=style)
    look, zoom = manner.look, manner.zoom
    colors = chosen(palette)
    figure = manner.figure(figure_of(spec, look))
    yaw = _close_up(figure)
    scene = figure.scene("idle", 0.12, yaw=yaw)
    packed = scene.packed()
    left, right, bottom, top = _head_box(scene, packed, yaw, look.pitch)
    room = 3.0 * zoom
    scale = min((look.width - 2 * room - 2 * zoom) / (right - left) * 0.80, look.height * 0.66 / (top - bottom), 3.4 * look.height / 64)
    where = Fit(scale, look.width / 2 - (left + right) / 2 * scale, look.height * 0.10 + room + top * scale)
    bust, drawing = manner.picture(scene, packed, figure.box(colors), yaw, where, spec.seed, spec.prompt)
    try:
        color = (
            parse_hex(background)
            if background
            else shifted(parse_hex(spec.colors.get("cloth", spec.colors.get("_third", "#3f4a6a"))), light=-0.06, chroma=0.5)
        )
    except ValueError:
        raise invalid("background", f"{background!r} is no colour", ("#rrggbb",)) from None
    report = check(bust, palette=colors if manner.pixels else None, pixel=manner.pixels)
    plate, under = _styled_plate(size, frame, color, colors, style)
    whole = plate.copy()
    whole.alpha_composite(bust)
    if frame != "none":
        whole = _framed(whole, plate, frame, color, colors)
    both = None
    if under is not None and drawing is not None and frame != "round":
        # drawings are filled shapes and cannot cut: the rim of a square frame covers what lies under it, a round one's could not
        both = under.under(drawing).under(_rims(under))
        whole = Image.fromarray(both.pixels())
    return Picture(whole, spec, report, (size[0] // 2, size[1] // 2), both)


def _rims(plate: Drawing) -> Drawing:
    """The line and the rim of a plate without its fill."""
    loops = [shape.curves[0] for shape in plate.shapes]
    back = [loop[::-1].reshape(-1, 4, 2)[:, ::-1].reshape(-1, 8) for loop in loops]
    rims = [Shape((loops[i], back[i + 1]), plate.shapes[i].fill) for i in range(len(loops) - 1)]
    return Drawing(plate.width, plate.height, tuple(rims))


def _framed(whole: Image.Image, plate: Image.Image, frame: str, color: RGB, palette: Palette | None) -> Image.Image:
    """The picture with the plate's rim over it: the frame lies over the shoulders."""
    width, height = whole.size
    out, rim = np.asarray(whole).copy(), np.asarray(plate)
    fill = _plate(width - 6, height - 6, frame, color, palette)
    hole = np.zeros(out.shape[:2], bool)
    hole[3:-3, 3:-3] = fill[..., 3] > 0
    out[~hole] = rim[~hole]
    return Image.fromarray(out)


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
    style: str = "pixel",
    palette: str | Sequence[str] | None = None,
    outline: str | None = None,
    light: str | Mapping[str, Any] | Light | None = None,
    pixel_perfect: str = "auto",
    no_base: bool = False,
) -> Pack:
    """1-64 prompts drawn in one style, a cell each; the options are those of `sprite`. Raises Problem (422)."""
    if not 1 <= len(items) <= MOST_ITEMS:
        raise invalid("items", f"{len(items)} items; a pack has 1 to {MOST_ITEMS}")
    pictures = tuple(
        sprite(item, size, seed, style=style, palette=palette, outline=outline, light=light, pixel_perfect=pixel_perfect, no_base=no_base)
        for item in items
    )
    across = columns or min(8, len(items))
    width, height = size
    sheet = Image.new("RGBA", (width * across, height * -(-len(items) // across)))
    for i, picture in enumerate(pictures):
        sheet.paste(picture.image, (i % across * width, i // across * height))
    return Pack(sheet, pictures, tuple(items), size, across)
