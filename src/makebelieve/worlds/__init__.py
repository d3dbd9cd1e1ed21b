"""Worlds: playable graphs of states and events under the SMWorld format, checked here. A world is a plain JSON object (a dict).

`check` tells everything that is wrong with a world; `lint` and `validate` put it into the shapes of their calls.
"""

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.gate import blocks_write, check, lint, validate
from makebelieve.worlds.standard import SCHEMA, SCHEMA_VERSION

__all__ = ["SCHEMA", "SCHEMA_VERSION", "Diagnostic", "blocks_write", "check", "lint", "validate"]
