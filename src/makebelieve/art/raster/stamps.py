"""Eyes, mouths and glints: small hand-set patterns, drawn in screen space over the finished pixels where the surface is seen.

Letters: d dark, w highlight, c iris, b brow or lid, a any other ink. A dot is transparent.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB
from makebelieve.art.raster.frames import Turn, turned
from makebelieve.art.raster.scene import Scene

# Kind -> patterns, widest last. The largest that fits the size in pixels is taken.
_PATTERNS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "eye": (
        ("d",),
        ("d", "d"),
        ("w", "d"),
        ("dd", "dd"),
        ("wd", "dd"),
        ("wd", "dd", "cc"),
        ("wd", "dd", "dc", "cc"),
        ("wdd", "ddd", "dcc"),
        ("wdd", "ddd", "dcd", "ccc"),
        (".dd.", "dwwd", "dwdd", "dddc", ".cc."),
        (".dd.", "dwwd", "dwdd", "dddd", "ddcc", ".cc."),
        (".ddd.", "dwwdd", "dwwdd", "ddddd", "ddddc", "ddccc", ".ccc."),
        (".dddd.", "dwwwdd", "dwwwdd", "dwwddd", "dddddc", "ddddcc", "ddcccc", ".cccc."),
    ),
    "beast": (
        ("d",),
        ("d", "d"),
        ("wd", "dd"),
        ("cd", "dd"),
        ("dd", "wd", "dd"),
        ("ddd", "dwd", "ddd"),
        ("ddd", "dwd", "ddd", ".d."),
        (".dd.", "dwdd", "dddd", ".dd."),
        (".ddd.", "dwwdd", "dwddd", "ddddd", ".ddd."),
        (".dddd.", "dwwddd", "dwwddd", "dddddd", "dddddd", ".dddd."),
    ),
    "slit": (
        ("c",),
        ("d", "c"),
        ("cd",),
        ("dd", "cd"),
        ("dd", "cd", "cd"),
        ("ddd", "cdc", "cdc"),
        ("dddd", "ccdc", "ccdc", ".cc."),
        ("ddddd", "dccdc", "dccdc", ".ccc."),
        ("dddddd", "dccddc", "dccddc", "dccddc", ".cccc."),
    ),
    "angry": (
        ("d",),
        ("d", "c"),
        ("dd", "cd"),
        ("d.", "dd", "cd"),
        ("dd.", "ddd", "ccd"),
        ("dd..", "dddd", "wccd", ".cc."),
        ("dd...", "dddd.", "dwccd", ".cccd", "..cc."),
        ("ddd...", "ddddd.", "dwwccd", "dwcccd", ".ccccd", "..ccc."),
    ),
    "glow": (
        ("c",),
        ("c", "c"),
        ("cc",),
        ("wc", "cc"),
        (".cc", "cwc", "cc."),
        (".ccc", "cwwc", "cccc", ".cc."),
        ("..ccc", ".cwwc", "cwwcc", "cccc.", ".cc.."),
    ),
    "socket": (
        ("d",),
        ("d", "d"),
        ("dd", "dd"),
        ("dd", "dc", "dd"),
        (".d.", "ddd", "dcd", ".d."),
        (".dd.", "dddd", "dccd", "dddd", ".dd."),
        (".ddd.", "ddddd", "ddccd", "ddccd", "ddddd", ".ddd."),
    ),
    "big": (
        ("w",),
        ("w", "d"),
        ("ww", "wd"),
        ("ww", "wd", "ww"),
        (".w.", "wdd", "wdd", ".w."),
        (".ww.", "wwdd", "wwdd", ".ww."),
        (".www.", "wwwww", "wwddw", "wwddw", ".www."),
        (".wwww.", "wwwwww", "wwwddw", "wwwddw", "wwwwww", ".wwww."),
    ),
    "lens": (
        ("c",),
        ("cc",),
        ("wc", "cc"),
        ("wcc", "ccc"),
        ("wwcc", "wccc", "cccc"),
        (".ccc.", "cwwcc", "cwccc", "ccccc", ".ccc."),
    ),
    "dot": (("d",), ("dd",), ("dd", "dd"), (".d.", "ddd", ".d."), (".dd.", "dddd", "dddd", ".dd.")),
    "mouth": (("d",), ("dd",), ("d.d", ".d."), ("d..d", ".dd."), ("d...d", ".ddd."), ("d....d", ".dddd.")),
    "line": (("d",), ("dd",), ("ddd",), ("dddd",), ("ddddd",), ("dddddd",)),
    "fangs": (("dd",), ("ddd", "w.w"), ("dddd", "w..w"), ("ddddd", "w...w"), ("dddddd", "ww..ww", "w....w")),
    "grin": (("dd",), ("ddd",), ("wdw", "ddd"), ("wdwd", "dwdw"), ("wdwdw", "dwdwd"), ("wdwdwd", "wdwdwd", "dwdwdw")),
    "glint": (("w",), ("ww", "w."), ("www", "ww.", "w..")),
    "cheek": (("a",), ("aa",), ("aaa",)),
}
KINDS: Final = frozenset(_PATTERNS)
_MIRRORED: Final = frozenset({"angry", "glow", "slit"})


@lru_cache(maxsize=4096)
def pattern(kind: str, width: float, height: float, flip: bool) -> tuple[str, ...]:
    """The pattern that fits `width` x `height` pixels best; never nothing."""
    best, least = _PATTERNS[kind][0], float("inf")
    for candidate in _PATTERNS[kind]:
        wide, high = len(candidate[0]), len(candidate)
        over = max(0.0, wide - width - 0.5) + max(0.0, high - height - 0.5)
        miss = abs(wide - width) + abs(high - height) + 4.0 * over
        if miss < least:
            best, least = candidate, miss
    return tuple(row[::-1] for row in best) if flip else best


def draw(
    image: NDArray[np.uint8],
    scene: Scene,
    view: Turn,
    part: NDArray[np.int16],
    depth: NDArray[np.float32],
    inks: Mapping[str, RGB],
    scale: float,
    left: float,
    ground: float,
) -> None:
    """Draw the scene's stamps into the picture."""
    height, width = part.shape
    for stamp in scene.stamps:
        nx, _, nz = turned(view, stamp.normal)
        if nz < stamp.least:
            continue
        x, y, z = turned(view, stamp.at)
        allowed = {scene.parts[name] for name in stamp.parts if name in scene.parts}
        narrow = max(0.42, min(1.0, 1.15 * nz))
        marks = pattern(stamp.kind, stamp.size[0] * scale * narrow, stamp.size[1] * scale, stamp.kind in _MIRRORED and stamp.side < 0)
        wide, high = len(marks[0]), len(marks)
        x0 = math.floor(left + x * scale - wide / 2 + 0.5)
        y0 = math.floor(ground - y * scale - high / 2 + 0.5)

        def seen(px: int, py: int, z: float = z, allowed: set[int] = allowed) -> bool:
            if not (0 <= px < width and 0 <= py < height) or part[py, px] < 0:
                return False
            if allowed:
                return int(part[py, px]) in allowed
            return bool(z - 9.0 < depth[py, px] < z + 2.5)

        # A stamp at the rim moves inwards until a pixel of the surface is left between it and the outline.
        middle = min(height - 1, max(0, y0 + high // 2))
        if allowed and abs(nx) > 0.25 and scale > 0.3:
            inwards = -1 if nx > 0 else 1
            for _ in range(4):
                rim = x0 + wide if nx > 0 else x0 - 1
                if seen(rim, middle):
                    break
                x0 += inwards
        if not seen(x0 + wide // 2, middle):
            continue
        for j, row in enumerate(marks):
            for i, letter in enumerate(row):
                if letter != "." and seen(x0 + i, y0 + j):
                    image[y0 + j, x0 + i, :3] = inks[_ink(stamp.inks, letter)]


def _ink(inks: tuple[tuple[str, str], ...], letter: str) -> str:
    for key, name in inks:
        if key == letter:
            return name
    return inks[0][1]
