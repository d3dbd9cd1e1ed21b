"""Worlds: playable graphs of states and events under the SMWorld format, checked here. A world is a plain JSON object (a dict).

`check` tells everything that is wrong with a world.
"""

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.gate import check
from makebelieve.worlds.standard import SCHEMA, SCHEMA_VERSION

__all__ = ["SCHEMA", "SCHEMA_VERSION", "Diagnostic", "check"]
