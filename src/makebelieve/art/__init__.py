"""Pictures from words: sprites, animations, sheets, tiles, backdrops. Pure: the same prompt and seed give the same pixels.

>>> from makebelieve import art
>>> art.sprite("a warrior knight in pixel art", size=(64, 64), seed=7).save("knight.png")
>>> art.animation("a warrior knight", clip="walk", direction="down-right", frames=8).save_gif("walk.gif")
"""

from makebelieve.art import ui
from makebelieve.art.compositions import Pack, icon, pack, portrait
from makebelieve.art.packages import TARGETS, package
from makebelieve.art.processing import MODES, normalize_size, process, read_sheet
from makebelieve.art.puppets import Cel, Puppet, puppet
from makebelieve.art.quality import check, check_frames
from makebelieve.art.reading import read
from makebelieve.art.scenery import Backdrop, backdrop
from makebelieve.art.sheets import Sheet
from makebelieve.art.spec import CLIPS, DIRECTIONS, SpriteSpec
from makebelieve.art.sprites import Animation, Picture, animation, sprite
from makebelieve.art.styles.manner import STYLES
from makebelieve.art.tiling import PACKS, Tileset, tile, tileset
from makebelieve.art.variation import varied

__all__ = [
    "CLIPS",
    "DIRECTIONS",
    "MODES",
    "PACKS",
    "STYLES",
    "TARGETS",
    "Animation",
    "Backdrop",
    "Cel",
    "Pack",
    "Picture",
    "Puppet",
    "Sheet",
    "SpriteSpec",
    "Tileset",
    "animation",
    "backdrop",
    "check",
    "check_frames",
    "icon",
    "normalize_size",
    "pack",
    "package",
    "portrait",
    "process",
    "puppet",
    "read",
    "read_sheet",
    "sprite",
    "tile",
    "tileset",
    "ui",
    "varied",
]
