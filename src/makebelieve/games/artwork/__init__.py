"""A finished game's pictures: its whole cast in one style, on one sheet, with what the player needs to animate them. Pure."""

from makebelieve.games.artwork.bundle import ArtBundle, draw_art

__all__ = ["ArtBundle", "draw_art"]
