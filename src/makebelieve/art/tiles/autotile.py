"""Autotile sets: the 47 blob tiles and the 16 corner tiles of one material on another, top-down or seen from the side.

Blob masks: N 1, NE 2, E 4, SE 8, S 16, SW 32, W 64, NW 128; a corner counts only if both its edges are set, which leaves exactly 47.
Corner masks: NE 1, SE 2, SW 4, NW 8.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.tiles.materials import texture

N, NE, E, SE, S, SW, W, NW = 1, 2, 4, 8, 16, 32, 64, 128
_CORNERS: Final = ((NE, N, E), (SE, S, E), (SW, S, W), (NW, N, W))


def reduced(mask: int) -> int:
    """The mask without corners that lack an edge."""
    for corner, one, other in _CORNERS:
        if not (mask & one and mask & other):
            mask &= ~corner
    return mask


BLOB: Final = tuple(sorted({reduced(mask) for mask in range(256)}))
CORNER: Final = tuple(range(16))

Mask = NDArray[np.bool_]
Pixels = NDArray[np.uint8]


def _wobble(size: int, seed: int) -> NDArray[np.float64]:
    """How far an edge swings, a period a tile: neighbours meet because both ends are equal."""
    t = 2 * math.pi * np.arange(size) / size
    return np.asarray(0.9 * np.sin(t * 2 + seed % 7) + 0.6 * np.sin(3 * t + seed % 5) - 0.9 * math.sin(seed % 7) - 0.6 * math.sin(seed % 5))


def blob_mask(mask: int, size: int, seed: int, inset: float) -> Mask:
    """Which pixels of a blob tile belong to the material."""
    y, x = np.mgrid[0:size, 0:size] + 0.5
    w = _wobble(size, seed) * size / 32
    inside = np.ones((size, size), bool)
    if not mask & N:
        inside &= y > inset + w[None, :]
    if not mask & S:
        inside &= size - y > inset + w[None, :]
    if not mask & W:
        inside &= x > inset + w[:, None]
    if not mask & E:
        inside &= size - x > inset + w[:, None]
    for corner, one, other in _CORNERS:
        cx = x if corner in (SW, NW) else size - x
        cy = y if corner in (NE, NW) else size - y
        if mask & one and mask & other and not mask & corner:
            inside &= np.hypot(cx, cy) > inset
        elif not mask & one and not mask & other:
            # outer corners are rounded
            r = inset + size * 0.16
            near = (cx < r) & (cy < r)
            inside &= ~(near & (np.hypot(r - cx, r - cy) > size * 0.16))
    return inside


def corner_mask(mask: int, size: int, seed: int) -> Mask:
    """Which pixels of a corner tile belong to the material: where the blend of its corners is over one half."""
    y, x = (np.mgrid[0:size, 0:size] + 0.5) / size
    ne, se, sw, nw = (float(bool(mask & bit)) for bit in (1, 2, 4, 8))
    blend = nw * (1 - x) * (1 - y) + ne * x * (1 - y) + sw * (1 - x) * y + se * x * y
    wave = 0.05 * np.sin(2 * math.pi * 2 * x + seed % 3) * np.sin(math.pi * y) * np.sin(math.pi * x)
    return np.asarray(blend + wave > 0.5)


def _shift(mask: Mask, dy: int, dx: int) -> Mask:
    """The mask moved; the rim repeats, so that a neighbour's pixels are taken to be like the nearest ones."""
    padded = np.pad(mask, 1, mode="edge")
    return padded[1 + dy : 1 + dy + mask.shape[0], 1 + dx : 1 + dx + mask.shape[1]]


def compose(inside: Mask, front: str, back: str | None, size: int, seed: int, *, color: str | None = None, phase: float = 0.0) -> Pixels:
    """One tile: the front material with a lit upper rim and a dark lower one, its shadow on the back (None: transparent)."""
    over = texture(front, size, seed, color, phase)
    out = np.zeros((size, size, 4), np.uint8)
    if back is not None:
        under = texture(back, size, seed, None, phase)
        out[..., :3] = under.rgb()
        out[..., 3] = 255
        shadow = ~inside & (_shift(inside, -1, 0) | _shift(inside, -1, -1))
        out[shadow, :3] = under.rgb(-2)[shadow]
    upper = inside & ~_shift(inside, -1, 0)
    lower = inside & (~_shift(inside, 1, 0) | ~_shift(inside, 0, 1))
    sides = inside & ~_shift(inside, 0, -1)
    out[inside, :3] = over.rgb()[inside]
    out[sides, :3] = over.rgb(1)[sides]
    out[lower, :3] = over.rgb(-2)[lower]
    out[upper, :3] = over.rgb(2)[upper]
    out[inside, 3] = 255
    return out


def side_tile(mask: int, cap: str, fill: str, size: int, seed: int, *, color: str | None = None, phase: float = 0.0) -> Pixels:
    """A platform tile seen from the side: fill everywhere, a cap with hanging tufts where nothing is above, dark open edges."""
    body = texture(fill, size, seed, None, phase)
    top = texture(cap, size, seed, color, phase)
    out = np.zeros((size, size, 4), np.uint8)
    out[..., :3] = body.rgb()
    out[..., 3] = 255
    y, x = np.mgrid[0:size, 0:size]
    dark = np.zeros((size, size), bool)
    if not mask & W:
        dark |= x < 1
    if not mask & E:
        dark |= x >= size - 1
    if not mask & S:
        dark |= y >= size - 1
    out[dark, :3] = body.ramps[0][0]
    if not mask & N:
        deep = max(3, size // 5)
        hang = deep + np.round(_wobble(size, seed) * size / 20).astype(int)[None, :] + (x * 5 % 3 == 0)
        grown = y < hang
        shade = y == hang
        out[shade, :3] = body.rgb(-2)[shade]
        out[grown, :3] = top.rgb()[grown]
        out[(y == 0), :3] = top.ramps[0][5]
        out[(y == 1), :3] = top.rgb(1)[y == 1]
        lip = grown & (y == hang - 1)
        out[lip, :3] = top.rgb(-2)[lip]
        if not mask & W:
            out[0:1, 0:1, 3] = 0
        if not mask & E:
            out[0:1, size - 1 : size, 3] = 0
    for corner, one, other in _CORNERS:
        if mask & one and mask & other and not mask & corner:
            px = 0 if corner in (SW, NW) else size - 1
            py = 0 if corner in (NE, NW) else size - 1
            out[py, px, :3] = body.ramps[0][0] if corner in (SE, SW) else top.ramps[0][3]
    return out
