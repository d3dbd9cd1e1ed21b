"""Sentences into playable, proven `.raku` games, and messages into changes of them."""

from makebelieve.games.edits.iteration import Iteration, Receipt, iterate
from makebelieve.games.edits.operations import History
from makebelieve.games.game import Game
from makebelieve.games.generation import generate
from makebelieve.games.hosting import built_kinds
from makebelieve.games.importing import export, load
from makebelieve.games.preferences import Preferences
from makebelieve.games.standard import validate
from makebelieve.games.storyline import Storyline

__all__ = [
    "Game",
    "History",
    "Iteration",
    "Preferences",
    "Receipt",
    "Storyline",
    "built_kinds",
    "export",
    "generate",
    "iterate",
    "load",
    "validate",
]
