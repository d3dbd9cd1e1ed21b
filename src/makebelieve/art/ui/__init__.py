"""User interfaces for games: kits of panels, buttons, bars and icons in one look, and a bitmap font.

>>> from makebelieve import art
>>> kit = art.ui.kit("wooden fantasy", seed=7)
>>> kit.panel(120, 80).save("panel.png"); kit.button("Start", "hover").save("start.png")
>>> art.ui.text("Level 1", variant="outlined", scale=2).save("level.png")
"""

from makebelieve.art.ui.fonts import ALIGNS, VARIANTS, Font, Glyph, font, text
from makebelieve.art.ui.kit import BARS, STATES, Element, Kit, kit
from makebelieve.art.ui.themes import NAMES as THEMES

__all__ = ["ALIGNS", "BARS", "STATES", "THEMES", "VARIANTS", "Element", "Font", "Glyph", "Kit", "font", "kit", "text"]
