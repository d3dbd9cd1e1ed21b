"""Backdrops: places in parallax layers, painted for any biome, hour and season."""

from makebelieve.art.scenery.backdrop import Backdrop, backdrop
from makebelieve.art.scenery.hours import TIMES

__all__ = ["TIMES", "Backdrop", "backdrop"]
