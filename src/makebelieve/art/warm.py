"""Compiling the kernels ahead of time: `python -m makebelieve.art.warm`. Without it the first picture pays for that, half a minute."""

from __future__ import annotations

from pathlib import Path

from makebelieve.art.raster import finish, primitives, trace
from makebelieve.art.sprites import sprite
from makebelieve.art.styles import coverage, curves, painterly, relief
from makebelieve.art.tiles import isometric
from makebelieve.art.tiling import tile

_WITNESSES = (
    isometric.project,
    primitives.prepare,
    trace.trace,
    finish.silhouette,
    finish.illuminate,
    finish.tones,
    finish.clean,
    finish.paint,
    finish.tidy,
    curves.fitted,
    coverage.over,
    relief.evened,
    painterly.to_srgb,
    painterly.to_oklab_pixels,
)


def warm() -> None:
    """Draws two small pictures: every kernel runs once, so that its machine code is on disk; instant when it already is."""
    sprite("knight", size=(16, 16))
    sprite("potion", size=(32, 32))
    tile("stone")
    sprite("slime", size=(16, 16), style="vector")
    tile("stone", style="painterly")
    sprite("slime", size=(16, 16), style="painterly")


def kernels_on_disk() -> bool:
    """Whether compiled kernels lie in numba's cache for this installation."""
    for kernel in _WITNESSES:
        folder = getattr(getattr(kernel, "stats", None), "cache_path", None)
        name = getattr(kernel, "__name__", "")
        if not folder or not any(Path(folder).glob(f"*.{name}-*.nbi")):
            return False
    return True


if __name__ == "__main__":
    warm()
