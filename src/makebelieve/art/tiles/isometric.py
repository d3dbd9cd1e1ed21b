"""Isometric tiles of 130 x 230 px in two steps: flat texture, then projection.

Geometry: the top face is the diamond |x - 65| / 65 + |y - c| / 33 <= 1 at pixel centres: 66 rows. On a map, tile (i, j) stands at
x = 65 (i - j), y = floor(32.5 (i + j) + 0.5): halves round up. The diamond is half a row taller than the step, so that neighbours always
meet and never leave a gap; drawn back to front, the row that both have is the front tile's.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.tiles.materials import GROUNDS, texture
from makebelieve.kit.kernels import kernel

WIDTH: Final = 130
HEIGHT: Final = 230
HALF: Final = 33
"""Half height of the top face, px."""
SLAB: Final = 24
WALL: Final = 130
_FLAT: Final = 64

Pixels = NDArray[np.uint8]


@kernel
def project(top: Pixels, left: Pixels, right: Pixels, rim: Pixels, height: int) -> Pixels:
    """A block `height` px high: top (n, n, 3), left and right (h, n, 3) are sampled without blending; rim (2, 3) edges the top."""
    out = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    n = top.shape[0]
    first = HEIGHT - height - 2 * HALF
    for y in range(HEIGHT):
        for x in range(WIDTH):
            dx = (x + 0.5 - 65.0) / 65.0
            dy = (y + 0.5 - first - HALF) / HALF
            if abs(dx) + abs(dy) <= 1.0:
                u, v = (dy + dx + 1.0) / 2.0, (dy - dx + 1.0) / 2.0
                row, column = min(n - 1, int(v * n)), min(n - 1, int(u * n))
                for c in range(3):
                    out[y, x, c] = top[row, column, c]
                out[y, x, 3] = 255
                continue
            # below the front edges of the diamond
            edge = first + HALF + (1.0 - abs(dx)) * HALF
            depth = y + 0.5 - edge
            if depth < 0.0 or depth >= height:
                continue
            face = left if dx < 0.0 else right
            along = dx + 1.0 if dx < 0.0 else dx
            row = min(face.shape[0] - 1, int(depth / height * face.shape[0]))
            column = min(face.shape[1] - 1, int(along * face.shape[1]))
            for c in range(3):
                out[y, x, c] = rim[0 if dx < 0.0 else 1, c] if depth < 1.0 else face[row, column, c]
            out[y, x, 3] = 255
    return out


def _face(name: str, seed: int, color: str | None, height: int, shade: int, phase: float) -> Pixels:
    """A side of a block: the texture repeated downwards at its own scale."""
    flat = texture(name, _FLAT, seed, color, phase).rgb(shade)
    rows = max(4, round(height * _FLAT / 73))
    return np.ascontiguousarray(np.tile(flat, (rows // _FLAT + 1, 1, 1))[:rows])


def block(name: str, seed: int, *, color: str | None = None, height: int = SLAB, phase: float = 0.0) -> Pixels:
    """A floor slab or a wall of the material, RGBA (230, 130, 4)."""
    ground = GROUNDS[name]
    side = ground.side or name
    own = color if not ground.side else None
    top = np.ascontiguousarray(texture(name, _FLAT, seed, color, phase).rgb(1))
    left, right = _face(side, seed, own, height, 0, phase), _face(side, seed, own, height, -1, phase)
    ramp = texture(name, _FLAT, seed, color).ramps[0]
    rim = np.array([ramp[5], ramp[4]], np.uint8)
    if ground.side and height <= SLAB:
        # what grows on top hangs over the edge in tufts
        hang = texture(name, _FLAT, seed, color).rgb(0)
        lengths = 2 + (np.arange(_FLAT) * 7 + seed % 5) % 4
        for face, shade in ((left, 0), (right, -1)):
            source = hang if shade == 0 else texture(name, _FLAT, seed, color).rgb(-1)
            for column in range(face.shape[1]):
                long = min(face.shape[0], int(lengths[column]))
                face[:long, column] = source[:long, column]
    return project(top, left, right, rim, height)


def place(i: int, j: int) -> tuple[int, int]:
    """Where the top left corner of the tile's canvas goes on a map: halves round up."""
    return 65 * (i - j), (65 * (i + j) + 1) // 2
