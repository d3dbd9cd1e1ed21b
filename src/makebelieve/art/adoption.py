"""Pictures of other makers, made fit for a game: pixel grid found, background removed, colours few, checked like our own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.color import from_oklab
from makebelieve.art.lock import nearest
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.picture import Picture
from makebelieve.art.provider import Brief, ImageProvider
from makebelieve.art.quality import MOST_ORPHANS, check
from makebelieve.art.reference import clusters, flooded
from makebelieve.art.sprites import sprite
from makebelieve.art.styles.painterly import to_oklab_pixels
from makebelieve.kit.errors import Problem, ProviderFailed, invalid

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

LONGEST: Final = 4096
"""Longer side of a picture that is taken."""
_WORKED: Final = 256
"""Longer side to which a picture without a pixel grid is brought before its background is removed."""
_FINEST: Final = 2.6
"""Least size of a cell, in pixels of the picture."""
_FEWEST: Final = 12
"""Least number of cells along the longer side."""
_CLEAR: Final = 0.42
"""Share of the edges that have to lie on one grid."""
_NEAR: Final = 0.055
"""OKLab distance up to which a pixel at the rim belongs to the background."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The pixel grid of "fake pixel art": a cell's side, and where the first line lies, in pixels of the picture; sides are seldom whole."""

    pitch: float
    left: float
    top: float
    clarity: float
    """Share of the edges that lie on it, 0-1."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A picture and who drew it. `fallback` says why it was not the provider that was asked; None where it was, or none was asked."""

    picture: Picture
    provider: str
    asked: str | None = None
    fallback: str | None = None


def delivered(
    prompt: str,
    size: tuple[int, int] = (64, 64),
    seed: int = 0,
    *,
    provider: ImageProvider | None = None,
    palette: str | Sequence[str] | None = None,
) -> Delivery:
    """A sprite in pixel style by the provider; by the embedded painter where there is none, it fails, or what it drew does not pass.

    Raises Problem (422) for what `sprite` refuses.
    """
    colors = chosen(palette)
    if provider is None:
        return Delivery(sprite(prompt, size, seed, palette=palette), "embedded")
    try:
        picture = requested(provider, prompt, size, seed, colors)
    except ProviderFailed as failure:
        return Delivery(sprite(prompt, size, seed, palette=palette), "embedded", provider.name, str(failure))
    return Delivery(picture, provider.name, provider.name)


def requested(provider: ImageProvider, prompt: str, size: tuple[int, int], seed: int, palette: Palette | None) -> Picture:
    """What the provider draws, made fit. Raises ProviderFailed where it does not draw, or what it drew does not pass."""
    try:
        picture = adopt(provider.make(Brief(prompt, seed, size[0] / size[1])), size, palette=palette)
    except Problem as problem:
        raise ProviderFailed(problem.detail) from problem
    if picture.report.problems:
        raise ProviderFailed(f"what it drew did not pass: {'; '.join(picture.report.problems)}")
    return picture


def adopt(data: bytes, size: tuple[int, int] = (64, 64), *, palette: Palette | None = None, most: int = 32) -> Picture:
    """A PNG, JPEG, WebP or GIF as a sprite of `size`: 8-512 px a side, alpha 0 or 255, colours of the palette or at most `most`.

    Standing on the lower margin, in the middle. `.spec` says what was found: the source's size, its grid's cell or None, how the
    background was told. Raises Problem (422, `image`) for what is no picture, too large, or nothing but background.
    """
    for side in size:
        if not 8 <= side <= 512:
            raise invalid("size", f"{side} px; a sprite has 8 to 512 px a side")
    pixels = opened(data)
    grid = grid_of(pixels)
    small = _reduced(pixels, _WORKED) if grid is None else snapped(pixels, grid)
    cut, ground = cut_out(small)
    fitted = _fitted(cut, size)
    if not fitted[..., 3].any():
        raise invalid("image", "there is nothing on it but its background")
    finished = _cleaned(quantised(fitted, palette, most))
    spec = {
        "source": [pixels.shape[1], pixels.shape[0]],
        "grid": None if grid is None else round(grid.pitch, 3),
        "background": ground,
    }
    ys, xs = np.nonzero(finished[..., 3])
    return Picture(
        Image.fromarray(finished), spec, check(finished, palette=palette), pivot=(int(xs.min() + xs.max() + 1) // 2, int(ys.max()) + 1)
    )


def opened(data: bytes) -> Pixels:
    """RGBA of a picture's file. Raises Problem (422, `image`)."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            if max(image.size) > LONGEST or min(image.size) < 8:
                raise invalid("image", f"{image.width} x {image.height} px; a side has 8 to {LONGEST} px")
            return np.asarray(image.convert("RGBA"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise invalid("image", "cannot be read as a picture", ("PNG", "JPEG", "WebP", "GIF")) from error


def grid_of(pixels: Pixels) -> Grid | None:
    """The grid on which a picture's edges lie, if they lie on one: cells of 2.6 px and more, at least 12 along the longer side.

    Edges at multiples of a pitch p are a comb; the share of a comb that is in phase at the frequency 1/p is 1, at 2/p and 3/p too, and
    small below. So the lowest frequency that is about as clear as the clearest is taken, the same for both axes.
    """
    shown = pixels.astype(np.float64)
    shown[..., :3] *= shown[..., 3:] / 255.0
    height, width = shown.shape[:2]
    across, down = _edges(shown), _edges(shown.swapaxes(0, 1))
    longer = max(height, width)
    low, high = _FEWEST / longer, 1.0 / _FINEST
    if low >= high or not across.any() or not down.any():
        return None
    frequencies = np.arange(low, high, 0.2 / longer)
    clarity = np.minimum(np.abs(_phasors(across, frequencies)), np.abs(_phasors(down, frequencies)))
    if clarity.max() < _CLEAR:
        return None
    first = float(frequencies[int(np.argmax(clarity >= 0.8 * clarity.max()))])
    fine = np.linspace(first - 0.1 / longer, first + 0.6 / longer, 57)
    both = np.minimum(np.abs(_phasors(across, fine)), np.abs(_phasors(down, fine)))
    best = int(np.argmax(both))
    pitch = 1.0 / float(fine[best])
    phases = [float(np.angle(_phasors(profile, fine[best : best + 1])[0]) / (2 * np.pi) * pitch % pitch) for profile in (across, down)]
    return Grid(pitch, phases[0], phases[1], float(both[best]))


def _edges(shown: Floats) -> Floats:
    """How much changes at each line between two columns; line k lies left of column k. Faint change is noise and not counted."""
    step = np.abs(np.diff(shown, axis=1)).sum(axis=2)
    profile = np.zeros(shown.shape[1])
    profile[1:] = np.where(step > 24.0, step, 0.0).sum(axis=0)
    return profile


def _phasors(profile: Floats, frequencies: Floats) -> NDArray[np.complex128]:
    places = np.arange(len(profile))
    return np.asarray(np.exp(2j * np.pi * np.outer(frequencies, places)) @ profile / profile.sum())


def snapped(pixels: Pixels, grid: Grid) -> Pixels:
    """One pixel a cell: the median of 25 samples of the cell's inside, where neither blur nor the compressor's ringing reaches."""
    rows = _samples(pixels.shape[0], grid.top, grid.pitch)
    columns = _samples(pixels.shape[1], grid.left, grid.pitch)
    seen = pixels[rows[:, None, :, None], columns[None, :, None, :]]
    return np.asarray(np.median(seen.reshape(len(rows), len(columns), -1, 4), axis=2).round().astype(np.uint8))


def _samples(length: int, start: float, pitch: float) -> NDArray[np.intp]:
    """(cells, 5): where along one axis each cell is looked at. Cells cut off by the border count from half their size on."""
    first = start - pitch if start > 0.5 * pitch else start
    count = max(1, int((length - first) / pitch + 0.5))
    centres = first + (np.arange(count) + 0.5) * pitch
    places = np.floor(centres[:, None] + pitch * np.linspace(-0.24, 0.24, 5)[None, :])
    return np.clip(places, 0, length - 1).astype(np.intp)


def _reduced(pixels: Pixels, longest: int) -> Pixels:
    """At most `longest` px on the longer side, by the mean of what falls on a pixel, weighed by opacity."""
    height, width = pixels.shape[:2]
    share = longest / max(height, width)
    if share >= 1.0:
        return pixels
    new = (max(1, round(width * share)), max(1, round(height * share)))
    return np.asarray(Image.fromarray(pixels).convert("RGBa").resize(new, Image.Resampling.BOX).convert("RGBA"))


def cut_out(pixels: Pixels) -> tuple[Pixels, str]:
    """The picture with alpha 0 or 255, and how its background was told: by `alpha`, by one `color` round the rim, or `none` was.

    A background of one colour, or of two as in a drawn chequerboard, is what hangs together with the rim and looks like it.
    """
    alpha = pixels[..., 3]
    opaque = alpha >= 128
    if (~opaque).mean() > 0.02:
        return _masked(pixels, opaque), "alpha"
    lab = to_oklab_pixels(np.ascontiguousarray(pixels[..., :3] / 255.0))
    rim = np.concatenate([lab[0], lab[-1], lab[1:-1, 0], lab[1:-1, -1]])
    back = np.zeros(opaque.shape, bool)
    left = np.ones(len(rim), bool)
    for _ in range(2):
        # the commonest colour of what is left of the rim: its median is one of them, not a mean between two
        middle = _mode(rim[left])
        near = np.sqrt(((rim - middle) ** 2).sum(axis=1)) < _NEAR
        if (near & left).mean() < 0.15:
            break
        back |= np.sqrt(((lab - middle) ** 2).sum(axis=2)) < _NEAR
        left &= ~near
        if left.mean() < 0.1:
            break
    if left.mean() > 0.3:
        return _masked(pixels, opaque), "none"
    return _masked(pixels, opaque & ~flooded(back)), "color"


def _mode(lab: Floats) -> Floats:
    """The commonest colour, to a twentieth of lightness: the median of those that share it."""
    keys = np.round(lab * 20).astype(np.int64) @ np.array([10_000, 100, 1])
    values, counts = np.unique(keys, return_counts=True)
    return np.asarray(np.median(lab[keys == values[int(np.argmax(counts))]], axis=0))


def _masked(pixels: Pixels, mask: Mask) -> Pixels:
    """Transparent black outside the mask, and where a pixel stands alone."""
    padded = np.pad(mask.astype(np.int64), 1)
    height, width = mask.shape
    around = np.asarray(sum(padded[dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3)))
    kept = mask & (around > 1)
    return np.where(kept[..., None], np.concatenate([pixels[..., :3], np.full((height, width, 1), 255, np.uint8)], axis=2), 0).astype(
        np.uint8
    )


def _fitted(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """On a canvas of `size`, standing on the lower margin: as it is where it fits, by a whole factor where it is small, reduced where it is large."""
    ys, xs = np.nonzero(pixels[..., 3])
    out = np.zeros((size[1], size[0], 4), np.uint8)
    if not len(ys):
        return out
    figure = pixels[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    margin = 1 if min(size) >= 16 else 0
    room = (size[1] - 2 * margin, size[0] - 2 * margin)
    share = min(room[0] / figure.shape[0], room[1] / figure.shape[1])
    if share >= 2.0:
        figure = np.kron(figure, np.ones((int(share), int(share), 1), np.uint8))
    elif share < 1.0:
        new = (max(1, int(figure.shape[1] * share)), max(1, int(figure.shape[0] * share)))
        weighed = np.asarray(Image.fromarray(figure).convert("RGBa").resize(new, Image.Resampling.BOX).convert("RGBA"))
        figure = _masked(weighed, weighed[..., 3] >= 128)
    height, width = figure.shape[:2]
    top, left = size[1] - margin - height, (size[0] - width) // 2
    out[top : top + height, left : left + width] = figure
    return out


def quantised(pixels: Pixels, palette: Palette | None, most: int = 32) -> Pixels:
    """The opaque pixels in colours of the palette, or in at most `most` that they gather round in OKLab. Transparent ones stay."""
    opaque = pixels[..., 3] > 0
    if not opaque.any():
        return pixels
    own, inverse = np.unique(pixels[opaque][:, :3], axis=0, return_inverse=True)
    colors = [(int(red), int(green), int(blue)) for red, green, blue in own]
    if len(colors) > most:
        # what looks alike is made one first, so that shading does not flicker between two colours of a palette
        lab = to_oklab_pixels(np.ascontiguousarray(own[None] / 255.0))[0]
        centres = clusters(lab[inverse.ravel()], most)[0]
        which = ((lab[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
        found = [from_oklab(*(float(part) for part in centre)) for centre in centres]
        colors = [found[k] for k in which]
    if palette is not None:
        colors = [nearest(color, palette) for color in colors]
    out = pixels.copy()
    out[opaque, :3] = np.array(colors, np.uint8)[inverse.ravel()]
    return out


def _cleaned(pixels: Pixels) -> Pixels:
    """Orphan pixels take a neighbour's colour: those that hardly stand out always, the others (eyes, sparks) only where they are too many."""
    out = _without_orphans(pixels, 0.14)
    return out if check(out).orphans <= MOST_ORPHANS else _without_orphans(out, 9.0)


def _without_orphans(pixels: Pixels, far: float) -> Pixels:
    height, width = pixels.shape[:2]
    padded = np.pad(pixels, ((1, 1), (1, 1), (0, 0)))
    around = np.stack([padded[dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3) if (dy, dx) != (1, 1)])
    same = (around == pixels).all(axis=3).any(axis=0)
    lab = to_oklab_pixels(np.ascontiguousarray(pixels[..., :3] / 255.0))
    near = np.stack([to_oklab_pixels(np.ascontiguousarray(one[..., :3] / 255.0)) for one in around])
    apart = np.sqrt(((near - lab) ** 2).sum(axis=3))
    apart[around[..., 3] == 0] = np.inf
    best = apart.argmin(axis=0)
    taken = np.take_along_axis(around, best[None, ..., None], axis=0)[0]
    change = (pixels[..., 3] > 0) & ~same & (apart.min(axis=0) < far)
    return np.where(change[..., None], taken, pixels)
