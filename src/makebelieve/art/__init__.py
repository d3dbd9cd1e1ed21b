"""Pictures from words: sprites, animations, sheets. Pure: the same prompt and seed give the same pixels.

>>> from makebelieve import art
>>> art.sprite("a warrior knight in pixel art", size=(64, 64), seed=7).save("knight.png")
>>> art.animation("a warrior knight", clip="walk", direction="down-right", frames=8).save_gif("walk.gif")
"""

from makebelieve.art.quality import check, check_frames
from makebelieve.art.reading import read
from makebelieve.art.spec import CLIPS, DIRECTIONS, SpriteSpec
from makebelieve.art.sprites import Animation, Picture, animation, sprite

__all__ = [
    "CLIPS",
    "DIRECTIONS",
    "Animation",
    "Picture",
    "SpriteSpec",
    "animation",
    "check",
    "check_frames",
    "read",
    "sprite",
]
