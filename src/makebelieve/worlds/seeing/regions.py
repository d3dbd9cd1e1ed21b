"""A picture cut into regions of one colour each: k-means in CIELAB (Lloyd 1982), then connected parts, the slivers merged away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from makebelieve.worlds.seeing.colors import Array, hex_of, lab, name_of

Labels = NDArray[np.int64]
SIDE: Final = 96
"""Longer side, in px, of what is measured: enough for regions, and the work stays the same for every picture."""
CLUSTERS: Final = 8
_ROUNDS: Final = 8
_SLIVER: Final = 0.006
"""Share of the picture below which a part is merged into the neighbour it touches most."""
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Region:
    """A part of one colour. `box`: x, y, width, height as shares of the picture from its upper left; `area` likewise.

    `place`: "upper left" … "lower right", "centre", or "across the top" and the like for what spans it. `lightness` 0-1.
    `mask`: which of the small picture's pixels it is.
    """

    box: tuple[float, float, float, float]
    area: float
    color: str
    name: str
    lightness: float
    place: str
    roughness: float
    mask: NDArray[np.bool_]

    def as_dict(self) -> dict[str, Any]:
        return {
            "bbox": list(self.box), "area": self.area, "color": self.color, "name": self.name, "lightness": self.lightness,
            "place": self.place,
        }  # fmt: skip

    def phrase(self) -> str:
        """In words: "a large light blue region across the top"."""
        size = "large " if self.area >= 0.2 else "small " if self.area < 0.03 else ""
        first = size or self.name
        where = self.place if self.place.startswith("across") else f"in the {self.place}"
        return f"a{'n' if first[0] in 'aeiou' else ''} {size}{self.name} region {where}"


def small(frame: Image.Image) -> Image.Image:
    """The picture as RGB with its longer side `SIDE`; what is transparent is black."""
    factor = SIDE / max(frame.size)
    size = (max(1, round(frame.width * factor)), max(1, round(frame.height * factor)))
    reduced = frame.convert("RGBA").resize(size, Image.Resampling.BOX)
    return Image.alpha_composite(Image.new("RGBA", size, (0, 0, 0, 255)), reduced).convert("RGB")


def cut(picture: Image.Image) -> list[Region]:
    """Up to `MOST` regions of a small picture, largest first."""
    smooth = picture.filter(ImageFilter.MedianFilter(3))
    pixels = np.asarray(smooth, dtype=np.float64)
    labels = _parts(_clusters(smooth, lab(pixels)))
    luma = np.asarray(picture.convert("L"), dtype=np.float64)
    found = [_region(labels == number, pixels, luma) for number in range(int(labels.max()) + 1)]
    return sorted(found, key=lambda one: (-one.area, one.box))[:MOST]


def _clusters(picture: Image.Image, colors: Array) -> Labels:
    """For each pixel the number of its colour; begins with the colours of a median cut, so that the same picture gives the same parts."""
    flat = colors.reshape(-1, 3)
    start = picture.quantize(CLUSTERS, method=Image.Quantize.MEDIANCUT)
    first = np.asarray(start).reshape(-1)
    centres = np.stack([flat[first == number].mean(axis=0) for number in np.unique(first)])
    nearest = np.zeros(len(flat), dtype=np.int64)
    for _ in range(_ROUNDS):
        nearest = np.argmin(((flat[:, None, :] - centres[None]) ** 2).sum(axis=2), axis=1)
        centres = np.stack([flat[nearest == n].mean(axis=0) if (nearest == n).any() else centres[n] for n in range(len(centres))])
    merged = list(range(len(centres)))
    for one in range(len(centres)):
        for other in range(one):
            if np.linalg.norm(centres[one] - centres[other]) < 9:  # Hardly told apart by eye.
                merged[one] = merged[other]
                break
    found: Labels = np.array(merged)[nearest].reshape(colors.shape[:2])
    return found


def _parts(colors: Labels) -> Labels:
    """Connected parts, numbered from 0, those that are slivers merged into a neighbour."""
    height, width = colors.shape
    labels = np.full((height, width), -1, dtype=np.int64)
    sizes: list[int] = []
    for y in range(height):
        for x in range(width):
            if labels[y, x] < 0:
                sizes.append(_flood(colors, labels, x, y, len(sizes)))
    least = max(2.0, _SLIVER * height * width)
    for number in sorted(range(len(sizes)), key=sizes.__getitem__):
        if sizes[number] >= least:
            continue
        beside = _beside(labels, number)
        if beside is not None:
            labels[labels == number] = beside
            sizes[beside] += sizes[number]
            sizes[number] = 0
    found: Labels = np.unique(labels, return_inverse=True)[1].reshape(labels.shape)
    return found


def _flood(colors: Labels, labels: Labels, x: int, y: int, number: int) -> int:
    height, width = colors.shape
    color, todo, size = colors[y, x], [(x, y)], 0
    labels[y, x] = number
    while todo:
        at, row = todo.pop()
        size += 1
        for nx, ny in ((at + 1, row), (at - 1, row), (at, row + 1), (at, row - 1)):
            if 0 <= nx < width and 0 <= ny < height and labels[ny, nx] < 0 and colors[ny, nx] == color:
                labels[ny, nx] = number
                todo.append((nx, ny))
    return size


def _beside(labels: Labels, number: int) -> int | None:
    """The part that touches part `number` along most pixels; None when it is the whole picture."""
    own = labels == number
    touching = [labels[1:][own[:-1]], labels[:-1][own[1:]], labels[:, 1:][own[:, :-1]], labels[:, :-1][own[:, 1:]]]
    others = np.concatenate(touching)
    counts = np.bincount(others[others != number])
    return int(np.argmax(counts)) if counts.size else None


def _region(mask: NDArray[np.bool_], pixels: Array, luma: Array) -> Region:
    height, width = mask.shape
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    x0, x1 = float(columns[0]) / width, float(columns[-1] + 1) / width
    y0, y1 = float(rows[0]) / height, float(rows[-1] + 1) / height
    ys, xs = np.nonzero(mask)
    mean = pixels[mask].mean(axis=0)
    beside = np.abs(np.diff(luma, axis=1))[mask[:, 1:] & mask[:, :-1]]
    return Region(
        box=(round(x0, 3), round(y0, 3), round(x1 - x0, 3), round(y1 - y0, 3)),
        area=round(float(mask.mean()), 3),
        color=hex_of(mean),
        name=name_of(mean),
        lightness=round(float(lab(mean)[0]) / 100, 3),
        place=_place((x0, y0, x1, y1), (float(xs.mean()) + 0.5) / width, (float(ys.mean()) + 0.5) / height),
        roughness=round(float(beside.mean()) / 255 if beside.size else 0.0, 4),
        mask=mask,
    )


def _place(edges: tuple[float, float, float, float], x: float, y: float) -> str:
    x0, y0, x1, y1 = edges
    if x1 - x0 > 0.85 and y1 - y0 > 0.85:
        return "across the whole picture"
    if x1 - x0 > 0.85:
        return "across the top" if y < 0.4 else "across the bottom" if y > 0.6 else "across the middle"
    row = "upper" if y < 0.36 else "lower" if y > 0.64 else ""
    column = "left" if x < 0.36 else "right" if x > 0.64 else ""
    return " ".join(filter(None, (row, column))) + (" part" if not (row and column) and (row or column) else "") or "centre"
