"""What is worn on the head, by name. Origin of `h`: the neck; the crown of a bare head is at y = 16."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from makebelieve.art.humanoid import hats, helmets
from makebelieve.art.raster.frames import Frame
from makebelieve.art.raster.scene import Scene

# Name -> (draws, whether it hides the hair of the crown, whether it hides the whole face).
_PLAIN: Final[dict[str, tuple[Callable[[Scene, Frame], None], bool, bool]]] = {
    "horned": (helmets.horned, True, False),
    "hood": (hats.hood, True, False),
    "crown": (hats.crown, False, False),
    "cap": (hats.cap, True, False),
    "tophat": (hats.tophat, True, False),
    "turban": (hats.turban, True, False),
    "bandana": (hats.bandana, True, False),
    "tricorn": (hats.tricorn, True, False),
    "toque": (hats.toque, True, False),
    "kabuto": (helmets.kabuto, True, False),
    "ninja": (helmets.ninja, True, False),
    "spacehelmet": (helmets.spacehelmet, True, True),
    "headband": (hats.headband, False, False),
    "headphones": (hats.headphones, False, False),
    "mitre": (hats.mitre, True, False),
    "conical": (hats.conical, True, False),
    "police": (hats.police, True, False),
    "beret": (hats.beret, True, False),
    "nurse": (hats.nurse, False, False),
    "halo": (hats.halo, False, False),
    "flowers": (hats.flowers, False, False),
    "fez": (hats.fez, False, False),
    "goggles": (hats.goggles, False, False),
    "feather": (hats.feathered, True, False),
    "pharaoh": (hats.pharaoh, True, False),
    "spartan": (helmets.spartan, True, True),
    "mask": (helmets.mask, False, False),
    "bucket": (helmets.bucket, True, True),
    "beanie": (hats.beanie, True, False),
    "diver": (helmets.diver, True, True),
    "veil": (hats.veil, True, False),
    "bow": (hats.bow, False, False),
    "fire": (helmets.fire_helmet, True, False),
}


def covers(name: str) -> bool:
    """Whether the headgear hides the hair on top."""
    return (
        name in ("helm", "wizard", "witch", "straw", "cowboy", "santa", "jester", "miner", "hardhat")
        or _PLAIN.get(name, (None, False, False))[1]
    )


def closed(name: str) -> bool:
    """Whether the headgear is the whole head: no face is drawn."""
    return name == "helm" or _PLAIN.get(name, (None, False, False))[2]


def headgear(s: Scene, h: Frame, name: str, plume: bool, swing: float) -> None:
    if name == "none":
        return
    if name == "helm":
        helmets.helm(s, h, plume, swing)
    elif name in ("wizard", "witch"):
        hats.pointed(s, h, swing, wide=12.8 if name == "witch" else 11.6, buckle=name == "witch")
    elif name in ("straw", "cowboy"):
        hats.brimmed(s, h, name)
    elif name in ("miner", "hardhat"):
        helmets.hardhat(s, h, lamp=name == "miner")
    elif name == "santa":
        hats.santa(s, h, swing)
    elif name == "jester":
        hats.jester(s, h, swing)
    elif name == "tiara":
        hats.crown(s, h, small=True)
    else:
        _PLAIN[name][0](s, h)
