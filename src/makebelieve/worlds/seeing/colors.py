"""Colours as people name them: CIELAB (D65), and the nearest of two dozen names."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_XYZ: Final = np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]])
_WHITE: Final = np.array([0.95047, 1.0, 1.08883])

NAMES: Final[dict[str, str]] = {
    "black": "#141418", "dark grey": "#4a4a4e", "grey": "#828286", "light grey": "#b9b9bc", "white": "#f2f2f0", "red": "#c8362f",
    "dark red": "#6e1f22", "orange": "#e2832f", "brown": "#784f33", "dark brown": "#3f2a1d", "tan": "#c19a6b", "cream": "#eddcb8",
    "gold": "#d9ae45", "yellow": "#f0d64a", "olive": "#75752f", "light green": "#9ccc7c", "green": "#4a9a48", "dark green": "#23452a",
    "teal": "#2f8c8a", "cyan": "#6fd3dd", "light blue": "#a3cdf0", "blue": "#3f6fc4", "navy": "#1d2b52", "violet": "#7a50a8",
    "dark violet": "#352250", "pink": "#eba2b4", "magenta": "#c0408f",
}  # fmt: skip
"""Name -> a colour that it stands for."""


def rgb_of(value: str) -> tuple[int, int, int]:
    """#rrggbb as three numbers 0-255."""
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def hex_of(rgb: Any) -> str:
    return "#" + "".join(f"{round(float(one)):02x}" for one in rgb)


def lab(rgb: Any) -> Array:
    """sRGB 0-255, last axis 3, to CIELAB under D65 (CIE 15:2004; IEC 61966-2-1): L 0-100, a and b about -100 to 100."""
    value = np.asarray(rgb, dtype=np.float64) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    xyz = (
        linear
        @ np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]])
        / np.array([0.95047, 1.0, 1.08883])
    )
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    found: Array = np.stack([116 * root[..., 1] - 16, 500 * (root[..., 0] - root[..., 1]), 200 * (root[..., 1] - root[..., 2])], axis=-1)
    return found


@cache
def _table() -> Array:
    return lab([rgb_of(value) for value in NAMES.values()])


def name_of(rgb: Any) -> str:
    """The nearest of `NAMES` by the CIE76 difference."""
    return list(NAMES)[int(np.argmin(np.linalg.norm(_table() - lab(rgb), axis=1)))]
