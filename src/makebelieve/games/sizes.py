"""Sizes of a game's pictures: apart from what draws them, so that who only tells them loads no tables and no compiler."""

from __future__ import annotations

from typing import Final

CARD_SIZE: Final = (1200, 630)
"""What link previews ask for."""
