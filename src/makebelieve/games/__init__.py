"""Sentences into playable, proven `.raku` games."""

from makebelieve.games.game import Game
from makebelieve.games.generation import generate
from makebelieve.games.hosting import built_kinds
from makebelieve.games.preferences import Preferences

__all__ = ["Game", "Preferences", "built_kinds", "generate"]
