"""Who is drawn: build, head, dress and arms of the two-legged rig. Every choice is a closed list; the interpreter fills them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HEADS: Final = (
    "human", "skull", "muzzle", "snout", "beak", "bull", "lizard", "goblin", "orc", "robot", "pumpkin", "orb", "frog", "zombie", "ape", "cyclops",
    "plush", "snow", "alien", "fish", "mummy", "stick", "tree", "stone", "cat",
)  # fmt: skip
HAIRS: Final = (
    "none", "short", "spiky", "long", "bob", "ponytail", "bun", "mohawk", "curly", "braids", "bald", "swept", "pigtails", "mane", "snakes",
)  # fmt: skip
BEARDS: Final = ("none", "stubble", "short", "long", "mustache", "goatee")
HEADGEARS: Final = (
    "none", "helm", "horned", "hood", "wizard", "witch", "crown", "tiara", "cap", "straw", "cowboy", "tophat", "turban", "bandana", "tricorn",
    "toque", "kabuto", "ninja", "spacehelmet", "miner", "santa", "headband", "headphones", "mitre", "jester", "conical", "police", "beret",
    "nurse", "halo", "flowers", "fez", "hardhat", "goggles", "feather", "pharaoh", "spartan", "mask", "bucket", "beanie", "diver", "veil", "bow", "fire",
)  # fmt: skip
TOPS: Final = (
    "tunic", "plate", "robe", "dress", "coat", "vest", "shirt", "overalls", "apron", "suit", "kimono", "leather", "fur", "bare", "bones",
    "spacesuit", "mail", "rags", "jacket", "jersey", "toga", "wraps", "hull", "coatlong", "cassock", "plush", "swim",
    "turnout", "shells", "snowballs",
)  # fmt: skip
SHIELDS: Final = ("none", "round", "kite", "tower", "buckler")
WINGS: Final = ("none", "feather", "bat", "fairy", "insect")
TAILS: Final = ("none", "fox", "cat", "devil", "lizard", "fish", "dog", "monkey", "mermaid")
EARS: Final = ("human", "pointed", "long", "cat", "fox", "rabbit", "bear", "mouse", "dog", "cow", "pig", "ape", "none")
HORNS: Final = ("none", "small", "ram", "devil", "bull", "unicorn", "antlers", "antennae")


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the rig draws, colours aside. Numbers are factors of the usual proportion."""

    height: float = 1.0
    girth: float = 1.0
    head_size: float = 1.0
    legs: float = 1.0
    arms: float = 1.0
    shoulders: float = 1.0
    head: str = "human"
    eyes: str = "eye"
    red_nose: bool = False
    """A clown's."""
    ears: str = "human"
    hair: str = "short"
    beard: str = "none"
    headgear: str = "none"
    plume: bool = False
    horns: str = "none"
    top: str = "tunic"
    bare_arms: bool = False
    bare_feet: bool = False
    gloves: bool = False
    pauldrons: str = "none"
    belt: bool = True
    cape: str = "none"
    scarf: bool = False
    backpack: str = "none"
    glasses: str = "none"
    wings: str = "none"
    tail: str = "none"
    weapon: str = "none"
    held: str = "none"
    """A family of things that the other hand holds, or the only one."""
    hand: str = "right"
    shield: str = "none"
    emblem: str = "none"
    floats: bool = False
    """No legs are drawn and the figure hovers (ghostly robes, genies)."""
    micro: bool = False
    """For 16-24 px: a head of half the height, thick limbs, no small parts."""
