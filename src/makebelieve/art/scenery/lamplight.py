"""Where a room is dark: steps of darkness between its lamps, its windows and what shines in it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.scenery.plane import HAZES, Field, Glow, bands

_COARSE = 2
"""Pixels for which the light is reckoned at once."""
_SOFT = 0.5
"""Share of a step that is dithered into the next."""


def darkness(width: int, glows: Iterable[Glow], dither: Field) -> NDArray[np.uint8]:
    """Steps 0 (lit) to HAZES - 1 (dark) of every pixel (height, width) of a place that repeats sideways."""
    height = len(dither)
    rows, columns = -(-height // _COARSE), -(-width // _COARSE)
    left = np.ones((rows, columns))
    for glow in glows:
        x, y, reach = glow.x / _COARSE, glow.y / _COARSE, max(1.0, glow.reach / _COARSE)
        top, foot = max(0, int(y - reach)), min(rows, int(y + reach) + 1)
        wide = min(columns, 2 * int(reach) + 1)
        if top >= foot:
            continue
        across = np.arange(int(x) - wide // 2, int(x) - wide // 2 + wide)
        away = np.hypot((np.arange(top, foot) + 0.5 - y)[:, None], (across + 0.5 - x)[None, :]) / reach
        left[top:foot, across % columns] *= 1 - glow.power * np.clip(1.15 - 1.15 * away, 0, 1)
    fine = np.repeat(np.repeat(left, _COARSE, 0), _COARSE, 1)[:height, :width]
    return np.clip(bands(fine * (HAZES - 0.01), dither, _SOFT), 0, HAZES - 1).astype(np.uint8)
