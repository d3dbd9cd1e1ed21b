"""How things move that have no limbs: they hover, hop, swing, topple and spin as they are.

A thing at rest is drawn unmoved; that is the motion `idle`. The clip of that name hovers.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from makebelieve.art.raster.frames import STILL, Turn, Vec, product, rx, ry, rz
from makebelieve.art.raster.render import bounds
from makebelieve.art.raster.scene import Scene

CLIPS: Final[dict[str, str]] = {"idle": "hover"}
"""Clip -> motion, where it is not of the clip's name."""
MOTIONS: Final = ("hover", "spin", "walk", "run", "attack", "jump", "death", "hurt")
WORDS: Final[dict[str, str]] = {
    "fly": "hover", "swim": "hover", "idle": "hover", "wave": "hover", "talk": "hover", "sleep": "death", "sit": "idle",
    "dance": "walk", "cheer": "jump", "climb": "jump", "slash": "attack", "chop": "attack", "thrust": "attack", "punch": "attack",
    "kick": "attack", "cast": "spin", "shoot": "attack", "crouch": "hurt", "bow_down": "attack", "block": "hurt", "eat": "walk",
}  # fmt: skip
"""Motion of people -> the nearest that a thing can do."""
# Moment -> shift to the right in units, tilt to the left in degrees.
_SWING: Final = ((0.0, 0.0, 0.0), (0.3, -2.0, 17.0), (0.46, -1.0, 12.0), (0.53, 5.0, -40.0), (0.72, 3.0, -24.0), (1.0, 0.0, 0.0))
_SHAKE: Final = ((0.0, 0.0, 0.0), (0.2, -3.4, 11.0), (0.5, 2.8, -9.0), (0.75, -1.4, 4.0), (1.0, 0.0, 0.0))
_FALL: Final = (
    (0.0, 0.0, 0.0),
    (0.18, 0.0, 6.0),
    (0.4, 0.0, -22.0),
    (0.64, 0.0, -88.0),
    (0.78, 0.0, -76.0),
    (0.9, 0.0, -88.0),
    (1.0, 0.0, -88.0),
)


def _between(keys: tuple[tuple[float, float, float], ...], t: float) -> tuple[float, float]:
    for (start, x0, a0), (end, x1, a1) in pairwise(keys):
        if t <= end:
            share = (t - start) / (end - start)
            return x0 + (x1 - x0) * share, a0 + (a1 - a0) * share
    return keys[-1][1:]


def moved(s: Scene, motion: str, t: float, snap: float) -> None:
    """Put everything in the scene where it is at the moment `t` (0-1) of a motion; another name leaves it alone.

    `snap` is pixels a unit: heights are whole pixels, so that what only rises keeps its pixels.
    """
    if motion not in MOTIONS:
        return
    turn, shift, pivot = _placed(s, motion, t)
    high = round(shift[1] * snap) / snap
    s.transform(turn, (shift[0], high, shift[2]), pivot)


def _placed(s: Scene, motion: str, t: float) -> tuple[Turn, Vec, Vec]:
    """Rotation, shift, and what it turns about."""
    beat = math.sin(2 * math.pi * t)
    left, right, low, high = bounds(s.packed(), STILL)
    middle = (left + right) / 2
    foot = (middle, low, 0.0)
    if motion == "hover":
        return product(ry(8.0 * beat), rx(1.5 * beat)), (0.0, 1.2 + 1.2 * beat, 0.0), foot
    if motion == "spin":
        return ry(360.0 * t), (0.0, 0.0, 0.0), foot
    if motion in ("walk", "run"):
        tall, lean = (3.4, 0.0) if motion == "walk" else (4.6, -9.0)
        return rz(lean + 8.0 * beat), (0.0, tall * abs(beat), 0.0), foot
    if motion == "jump":
        up = min(1.0, max(0.0, (t - 0.12) / 0.76))
        return rz(9.0 * math.sin(2 * math.pi * up)), (0.0, 0.55 * (high - low) * 4 * up * (1 - up), 0.0), (middle, (low + high) / 2, 0.0)
    x, tilt = _between({"attack": _SWING, "hurt": _SHAKE, "death": _FALL}[motion], t)
    # what falls over turns about the edge it stands on
    edge = (right - 0.2 * (right - left), low, 0.0) if motion == "death" and tilt < 0 else foot
    return rz(tilt), (x, 0.0, 0.0), edge
