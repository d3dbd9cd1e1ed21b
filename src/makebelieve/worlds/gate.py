"""Everything a world is held to: the schema, the lints, and the exact look at every way through it."""

from __future__ import annotations

from typing import Any

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.standard import violations


def check(world: dict[str, Any]) -> list[Diagnostic]:
    """All findings; empty for a world without fault. A world that breaks the schema is told that and no more."""
    return violations(world)
