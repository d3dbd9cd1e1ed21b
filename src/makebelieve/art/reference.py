"""Reference pictures: what is measured of one (palette, proportions, outline), and how that steers a specification."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.bestiary import entries, shape_of
from makebelieve.art.color import RGB, distance, from_oklab, to_hex, to_oklab
from makebelieve.art.creatures.beast import Beast
from makebelieve.art.figure import figure_of, look_of
from makebelieve.art.humanoid.person import Person
from makebelieve.art.palettes import Palette
from makebelieve.art.ramps import tones
from makebelieve.art.raster.render import fit, render
from makebelieve.art.spec import SpriteSpec
from makebelieve.art.styles.painterly import to_oklab_pixels
from makebelieve.kit.errors import invalid

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
_SIDE: Final = 160
"""Longer side at which a picture is measured."""
_MOST: Final = 16
_EXACT: Final = 40
"""A picture of at most so many colours is taken as drawn with them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a picture shows."""

    palette: Palette
    """Its colours, commonest first, then shades and lights of those (a photograph's few averages make no ramps), and the outline's."""
    shares: tuple[float, ...]
    """Share of the subject of the first colours; those added have none."""
    outline: str
    """color, black or none."""
    line: RGB | None
    """Colour of the outline, if there is one."""
    darkness: float
    """How much darker the outline is than what it surrounds, OKLab L."""
    aspect: float | None
    """Width by height of the subject; None where no background is told from it."""
    head: float | None
    """Height of the head, share of the whole; None where no neck is seen."""
    background: str
    """How the subject was found: alpha, color or none."""

    def as_dict(self) -> dict[str, Any]:
        """Plain data for answers."""
        return {
            "palette": [to_hex(color) for color in self.palette],
            "shares": [round(share, 4) for share in self.shares],
            "outline": self.outline,
            "outlineColor": None if self.line is None else to_hex(self.line),
            "outlineDarkness": round(self.darkness, 3),
            "aspect": None if self.aspect is None else round(self.aspect, 3),
            "headToBody": None if self.head is None else round(self.head, 3),
            "background": self.background,
        }


def flooded(near: Mask) -> Mask:
    """What of `near` hangs together with the border."""
    seen = np.zeros_like(near)
    seen[[0, -1], :], seen[:, [0, -1]] = near[[0, -1], :], near[:, [0, -1]]
    while True:
        grown = seen.copy()
        grown[1:] |= seen[:-1]
        grown[:-1] |= seen[1:]
        grown[:, 1:] |= seen[:, :-1]
        grown[:, :-1] |= seen[:, 1:]
        grown &= near
        if (grown == seen).all():
            return seen
        seen = grown


def _around(mask: Mask) -> NDArray[np.int64]:
    """How many of the nine pixels round each are set; outside counts as not."""
    height, width = mask.shape
    padded = np.pad(mask.astype(np.int64), 1)
    return np.asarray(sum(padded[dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3)))


def _smoothed(lab: Floats) -> Floats:
    """Median of the nine pixels round each: grain goes, edges stay."""
    height, width = lab.shape[:2]
    padded = np.pad(lab, ((1, 1), (1, 1), (0, 0)), mode="edge")
    return np.asarray(np.median(np.stack([padded[dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3)]), axis=0))


def _subject(lab: Floats, alpha: NDArray[np.uint8]) -> tuple[Mask, str]:
    """What is not background: by opacity, or by a border of much the same colour."""
    opaque = alpha >= 128
    if (~opaque).mean() > 0.02 and opaque.any():
        return opaque, "alpha"
    rim = np.concatenate([lab[0], lab[-1], lab[:, 0], lab[:, -1]])
    middle = np.median(rim, axis=0)
    away = np.sqrt(((rim - middle) ** 2).sum(axis=1))
    allowed = float(min(0.16, max(0.05, 3.0 * np.median(away))))
    if (away < allowed).mean() < 0.7:
        return np.ones(opaque.shape, bool), "none"
    back = flooded(np.sqrt(((lab - middle) ** 2).sum(axis=2)) < allowed)
    mask = _around(~back) >= 5
    if not 0.02 < mask.mean() < 0.98:
        return np.ones(opaque.shape, bool), "none"
    return mask, "color"


def clusters(lab: Floats, most: int = _MOST) -> tuple[Floats, Floats]:
    """Lloyd's k-means in OKLab, started from the farthest points: centres and shares, commonest first."""
    some = lab[:: max(1, len(lab) // 6000)]
    centres = [some.mean(axis=0)]
    gap = ((some - centres[0]) ** 2).sum(axis=1)
    for _ in range(most - 1):
        # not the very farthest, which is noise: the hundredth part farthest away
        rank = int(np.argsort(gap, kind="stable")[-max(1, len(gap) // 200)])
        if gap[rank] < 0.02**2:
            break
        centres.append(some[rank])
        gap = np.minimum(gap, ((some - some[rank]) ** 2).sum(axis=1))
    points = np.array(centres)
    for _ in range(12):
        nearest = ((some[:, None] - points[None]) ** 2).sum(axis=2).argmin(axis=1)
        points = np.array([some[nearest == k].mean(axis=0) if (nearest == k).any() else points[k] for k in range(len(points))])
    shares = np.bincount(nearest, minlength=len(points)) / len(some)
    order = np.argsort(-shares, kind="stable")
    return points[order], shares[order]


def _palette(lab: Floats, pixels: NDArray[np.uint8]) -> tuple[list[RGB], list[float]]:
    """The subject's colours: its own where they are few, else those that they gather round."""
    own, counts = np.unique(pixels, axis=0, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    if len(own) <= _EXACT:
        kept = [k for k in order if counts[k] >= 0.002 * len(pixels)] or list(order[:1])
        return [(int(own[k][0]), int(own[k][1]), int(own[k][2])) for k in kept], [float(counts[k] / len(pixels)) for k in kept]
    colors: list[RGB] = []
    shares: list[float] = []
    for centre, share in zip(*clusters(lab), strict=True):
        color = from_oklab(*(float(part) for part in centre))
        twin = next((k for k, one in enumerate(colors) if distance(one, color) < 0.03), None)
        if twin is not None:
            shares[twin] += float(share)
        elif share >= 0.004:
            colors.append(color)
            shares.append(float(share))
    return colors, shares


def _shaded(colors: list[RGB], shares: list[float]) -> Palette:
    """The colours, and dark and light tones of the commonest: a ramp needs more than a photograph's few averages."""
    wanted = list(colors)
    for color, share in zip(colors, shares, strict=True):
        if share < 0.04 or len(wanted) > 40:
            continue
        for tone in tones(color, 4):
            if min(distance(tone, one) for one in wanted) > 0.05:
                wanted.append(tone)
    if len(wanted) < 2:
        wanted.append((24, 18, 32))
    return tuple(wanted[:64])


def _edge(mask: Mask, light: Floats, lab: Floats) -> tuple[float, RGB | None]:
    """The darkest of the three outermost rings against what lies four and more pixels in: by how much, and its colour."""
    rings, inner = [], mask
    for _ in range(3):
        smaller = _around(inner) == 9
        rings.append(inner & ~smaller)
        inner = smaller
    deep = inner if inner.any() else mask
    within = float(np.median(light[deep]))
    best, line = 0.0, None
    for ring in rings:
        if ring.any():
            dark = within - float(np.median(light[ring]))
            if dark > best:
                best = dark
                line = from_oklab(*(float(part) for part in np.median(lab[ring], axis=0)))
    return best, line


def proportions(mask: Mask) -> tuple[float, float | None]:
    """Width by height of a silhouette, and the share of its height that lies above the neck (None where there is none)."""
    ys, xs = np.nonzero(mask)
    top, bottom, left, right = ys.min(), ys.max() + 1, xs.min(), xs.max() + 1
    high = int(bottom - top)
    aspect = float(right - left) / high
    if high < 12:
        return aspect, None
    widths = mask[top:bottom].sum(axis=1).astype(float)
    reach = max(1, high // 24)
    widths = np.convolve(np.pad(widths, reach, mode="edge"), np.ones(2 * reach + 1) / (2 * reach + 1), mode="valid")
    low, far = round(0.10 * high), round(0.62 * high)
    neck, best = None, 0.0
    for y in range(low, far):
        above, below = widths[:y].max(), widths[y : min(high, y + high // 3)].max()
        depth = min(above, below) - widths[y]
        if depth > 0.10 * min(above, below) and depth > best:
            neck, best = y, depth
    return aspect, None if neck is None else neck / high


def measured(picture: Image.Image) -> Reference:
    """Measure a picture (8-8192 px a side; photographs, drawings, pixel art). Raises Problem (422, `reference`) for one that shows nothing."""
    if not (8 <= picture.width <= 8192 and 8 <= picture.height <= 8192):
        raise invalid("reference", f"{picture.width}x{picture.height}: both sides are 8 to 8192 px")
    return _measured(picture.convert("RGBA").tobytes(), picture.size)


def _has_few(image: Image.Image) -> bool:
    """Whether it is drawn with few colours: pixel art, which no mean may blur."""
    return image.getcolors(_EXACT * 4) is not None


def reduced(image: Image.Image) -> Image.Image:
    """An RGBA picture at the size at which it is measured, at most 160 px a side: as good as the whole one as a reference."""
    share = _SIDE / max(image.size)
    if share >= 1.0:
        return image
    new = (max(4, round(image.width * share)), max(4, round(image.height * share)))
    if _has_few(image):
        return image.resize(new, Image.Resampling.NEAREST)
    return image.convert("RGBa").resize(new, Image.Resampling.BOX).convert("RGBA")


@lru_cache(maxsize=8)
def _measured(data: bytes, size: tuple[int, int]) -> Reference:
    image = Image.frombytes("RGBA", size, data)
    few = _has_few(image)
    image = reduced(image)
    pixels = np.asarray(image)
    lab = to_oklab_pixels(np.ascontiguousarray(pixels[..., :3] / 255.0))
    if not few:
        lab = _smoothed(lab)
    mask, background = _subject(lab, pixels[..., 3])
    if pixels[..., 3].max() < 128:
        raise invalid("reference", "the picture is wholly transparent")
    colors, shares = _palette(lab[mask], pixels[..., :3][mask])
    aspect, head, darkness, line = None, None, 0.0, None
    if background != "none":
        aspect, head = proportions(mask)
        darkness, line = _edge(mask, lab[..., 0], lab)
    outline = "color"
    if background != "none" and (line is None or darkness < 0.10):
        outline, line = "none", None
    elif line is not None:
        light, a, b = to_oklab(line)
        outline = "black" if light < 0.26 and math.hypot(a, b) < 0.05 else "color"
    palette = _shaded(colors, shares)
    if line is not None and line not in palette:
        palette = (*palette[:63], line)
    return Reference(palette, tuple(shares), outline, line, darkness, aspect, head, background)


@lru_cache(maxsize=256)
def _own(text: str) -> tuple[float, float | None]:
    """Proportions of the figure as it is, seen from the front."""
    spec = SpriteSpec.model_validate_json(text)
    look = look_of(96, 96, outline="none")
    figure = figure_of(spec, look)
    yaw = 0.0 if isinstance(figure.shape, Person) else 90.0
    scene = figure.scene("idle", 0.12, yaw=yaw)
    packed = scene.packed()
    frame = render(scene, packed, figure.box(None), yaw, look, fit([(packed, yaw)], look))
    return proportions(frame.pixels[..., 3] > 0)


def _bounded(ratio: float, low: float, high: float) -> float:
    return min(high, max(low, ratio))


def steered(spec: SpriteSpec, facts: Reference) -> SpriteSpec:
    """The specification with the reference's proportions; what the prompt itself stated stays. Colours and outline come with the palette."""
    if spec.kind == "thing" or facts.aspect is None:
        return spec
    changes = dict(spec.changes)
    fixed = set(spec.stated)
    given = {**changes, **({"eye_size": tuple(changes["eye_size"])} if "eye_size" in changes else {})}
    shape = shape_of(entries()[spec.entry], **given)
    aspect, head = _own(spec.model_copy(update={"base": "none"}).model_dump_json())
    wide = facts.aspect / aspect
    if isinstance(shape, Person):
        if facts.head is not None and head is not None and "head_size" not in fixed:
            ratio = facts.head / head
            changes["head_size"] = round(shape.head_size * _bounded(ratio, 0.76, 1.3), 3)
            if ratio < 0.9 and "legs" not in fixed:
                changes["legs"] = round(shape.legs * _bounded(1.0 / ratio, 1.0, 1.12), 3)
        for name, least, most in (("girth", 0.78, 1.4), ("shoulders", 0.86, 1.22)):
            if name not in fixed:
                own = getattr(shape, name)
                # an orc is wide already: legs set farther apart than this no longer walk on one ground
                changes[name] = round(min(own * _bounded(wide, least, most), max(own, 1.4)), 3)
    elif isinstance(shape, Beast):
        changes["length"] = round(shape.length * _bounded(wide, 0.72, 1.4), 2)
        changes["legs"] = round(shape.legs * _bounded(1.0 / wide, 0.72, 1.3), 2)
    else:
        return spec
    return spec.model_copy(update={"changes": changes})
