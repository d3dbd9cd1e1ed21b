"""What lies on the face of a tiled panel: steps of -1, 0 or 1 tone on a torus, so faint that text reads on them."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.kit.seeds import derive_seed

PERIOD: Final = 32
"""Pixels after which a texture repeats in both directions."""
Steps = NDArray[np.int64]


def texture(name: str, seed: int) -> Steps:
    """The texture as an array (PERIOD, PERIOD)."""
    rng = np.random.Generator(np.random.PCG64(derive_seed(seed, f"ui:texture:{name}")))
    out = np.zeros((PERIOD, PERIOD), np.int64)
    y, x = np.mgrid[0:PERIOD, 0:PERIOD]
    if name == "bricks":
        shift = np.where(y // 8 % 2 == 0, 0, 8)
        joint = (y % 8 == 7) | ((x + shift) % 16 == 15)
        number = (y // 8) * 2 + (x + shift) // 16 % 2
        out[rng.random(8)[number] < 0.3] = 1
        out[joint] = -1
        for _ in range(5):
            cy, cx = rng.integers(0, PERIOD, 2)
            out[cy, [cx, (cx + 1) % PERIOD]] = -1
    elif name == "planks":
        for plank in range(4):
            for _ in range(3):
                row, at, length = plank * 8 + int(rng.integers(1, 6)), int(rng.integers(0, PERIOD)), int(rng.integers(4, 11))
                out[row, np.arange(at, at + length) % PERIOD] = -1 if rng.random() < 0.7 else 1
            end = int(rng.integers(0, PERIOD))
            out[plank * 8 : plank * 8 + 7, end] = -1
            out[[plank * 8 + 2, plank * 8 + 4], (end + 2) % PERIOD] = -1
        out[y % 8 == 7] = -1
    elif name == "grid":
        out[(y % 8 == 7) | (x % 8 == 7)] = 1
        out[(y % 8 == 7) & (x % 8 == 7)] = 0
        for _ in range(3):
            cy, cx = rng.integers(0, 4, 2)
            out[cy * 8 : cy * 8 + 7, cx * 8 : cx * 8 + 7] = -1
    elif name == "fibres":
        for _ in range(22):
            row, at, length = int(rng.integers(0, PERIOD)), int(rng.integers(0, PERIOD)), int(rng.integers(1, 5))
            out[row, np.arange(at, at + length) % PERIOD] = -1 if rng.random() < 0.6 else 1
    elif name == "dots":
        for cy, cx in ((4, 4), (4, 20), (12, 12), (12, 28), (20, 4), (20, 20), (28, 12), (28, 28)):
            out[np.hypot(y + 0.5 - cy, x + 0.5 - cx) < 2.3] = -1
    elif name == "damask":
        away = np.abs(x % 16 - 7.5) + np.abs(y % 16 - 7.5)
        out[(away > 6.5) & (away < 8.5)] = 1
        out[away < 2.5] = 1
    return out
