"""Pictures measured: colours, light, horizon, regions. No learned model is at work, so no object, person or letter is recognised.

`perceive` describes a frame, `ground` finds the regions that words of colour, place, size and brightness name.
"""

from makebelieve.worlds.seeing.ground import Grounded, Hit, ground
from makebelieve.worlds.seeing.perceive import Guess, Perception, perceive
from makebelieve.worlds.seeing.regions import Region
from makebelieve.worlds.seeing.words import Offer, offers

__all__ = ["Grounded", "Guess", "Hit", "Offer", "Perception", "Region", "ground", "offers", "perceive"]
