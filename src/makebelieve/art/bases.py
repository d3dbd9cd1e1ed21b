"""What figures stand on: pedestals and patches of ground, drawn under their feet when a prompt asks for them."""

from __future__ import annotations

from typing import Final

from makebelieve.art.raster.frames import STILL, WORLD
from makebelieve.art.raster.render import bounds
from makebelieve.art.raster.scene import Scene

BASES: Final[dict[str, tuple[str, str]]] = {
    "pedestal": ("#a8a8b4", "#868694"), "grass": ("#62ac48", "#8a623e"), "dirt": ("#9a7248", "#7a5638"), "sand": ("#e2c483", "#c49a5c"),
    "snow": ("#eef4fa", "#a8bed4"), "stone": ("#9a9698", "#76727a"), "ice": ("#b8e4f4", "#7ab8dc"), "wood": ("#b07a46", "#7e5230"),
}  # fmt: skip
"""Name -> colours of its top and its side, #rrggbb."""
GROUNDS: Final = frozenset(("ground", "soil", "mound", "plinth"))
"""Parts of things that are ground and not the thing."""


def stand(scene: Scene, base: str) -> None:
    """Puts the base under everything that is in the scene; its materials are `base_top` and `base_side`."""
    packed = scene.packed()
    left, right, low, _ = bounds(packed, STILL)
    middle = (left + right) / 2
    radius = min(17.0, max(8.0, 0.42 * (right - left) + 1.5))
    if base == "pedestal":
        for top, bottom, wide in ((0.0, -2.4, 1.0), (-2.4, -6.6, 0.82), (-6.6, -9.0, 1.08)):
            material = "base_side" if wide < 1.0 else "base_top"
            scene.drum(WORLD, (middle, low + bottom, 0), (middle, low + top, 0), wide * radius, wide * radius, material, f"stand{top}")
        return
    scene.drum(WORLD, (middle, low - 1.8, 0), (middle, low + 0.2, 0), radius, radius, "base_top", "stand", rounding=0.8)
    scene.drum(WORLD, (middle, low - 5.2, 0), (middle, low - 1.4, 0), 0.62 * radius, 0.94 * radius, "base_side", "stand2", rounding=0.8)
