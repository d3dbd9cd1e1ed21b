"""The runtime form of a game (`raku_format` 1.0.0): expansion from the standard form, and its twelve checks."""

from makebelieve.games.runtime.check import RULES, Violation, check
from makebelieve.games.runtime.expand import expand

__all__ = ["RULES", "Violation", "check", "expand"]
