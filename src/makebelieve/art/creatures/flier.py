"""What flies: proportions and parts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flier:
    """What flies; lengths in units."""

    kind: str = "bird"
    """bird, bat, dragon, bee, butterfly, dragonfly"""
    body: float = 6.6
    long: float = 1.25
    neck: float = 3.0
    head: float = 5.4
    beak: str = "short"
    """short, long, hook, flat, parrot, toucan, bag, none"""
    swan: bool = False
    """A neck like an S, a black knob on the beak, wings held up over the back."""
    legs: float = 5.0
    tail: str = "fan"
    """fan, long, stub, fork, peacock, turkey, sickle (a rooster's)"""
    crest: str = "none"
    """none, tuft, comb, wattle, ears, plume"""
    wing: float = 1.0
    upright: float = 34.0
    """How far the body is raised, degrees."""
    grounded: bool = True
    """Walks or swims unless it runs; else always flies."""
    flightless: bool = False
    eyes: str = "beast"
    eye_size: tuple[float, float] = (2.2, 2.6)
    coat: str = "plain"
    horns: bool = True
    spikes: bool = True
    biped: bool = False
    """A wyvern: no forelegs."""
