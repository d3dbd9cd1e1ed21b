"""A four-legged animal: its proportions, parts and coat."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beast:
    """Proportions and parts; lengths in units (a wolf is about 36 long and 26 high)."""

    length: float = 12.6
    """Chest to rump."""
    legs: float = 13.4
    """Height of the belly line's joints over the ground."""
    chest: float = 6.0
    rump: float = 5.2
    waist: float = 0.88
    width: float = 0.92
    neck: float = 9.0
    neck_angle: float = 42.0
    """Degrees over the horizontal."""
    neck_thick: float = 0.9
    head: float = 6.0
    muzzle: float = 5.6
    muzzle_thick: float = 3.2
    nose: str = "nose"
    """nose, pig, trunk, bull, beak, none"""
    ears: str = "pointed"
    """pointed, round, floppy, long, tall, side, wide, tiny, none"""
    horns: str = "none"
    """none, antlers, ram, straight, bull, unicorn, tusks, nose, goat, palm"""
    tail: str = "bushy"
    """bushy, thin, tuft, puff, long, stub, horse, flat, thick, curl, none"""
    mane: str = "none"
    """none, lion, horse, ruff, crest"""
    coat: str = "plain"
    """plain, spots, stripes, patches, back, mask, saddle, panda, skunk"""
    feet: str = "paw"
    """paw, hoof, flat, claw"""
    leg_thick: float = 2.5
    hump: float = 0.0
    wool: bool = False
    shell: bool = False
    spines: bool = False
    plates: bool = False
    whiskers: bool = False
    bib: bool = True
    """A light chest, belly and muzzle."""
    eyes: str = "beast"
    eye_size: tuple[float, float] = (2.2, 2.6)
    low: bool = False
    """Sprawled legs (lizards, turtles)."""
    held: str = "none"
    """A family of things that it holds before its mouth."""
    wings: str = "none"
    sitting: bool = False
    micro: bool = False
    """For cells under 20 px: drawn by the rig of `creatures.micro`."""
    torso: bool = False
    """A centaur: a person's upper body where a horse's neck would be."""
