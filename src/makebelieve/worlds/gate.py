"""Everything a world is held to: the schema, the lints, and the exact look at every way through it.

What stops what: a broken schema and structural lints stop a write to the graph; an error of the exact look (`MODEL`) also stops `validate`,
but only advises on writes, since a graph is built step by step; doctrine, budget and advice never stop anything.
"""

from __future__ import annotations

from typing import Any, Final

from makebelieve.worlds import lints, model_checker
from makebelieve.worlds.diagnostics import Diagnostic, errors
from makebelieve.worlds.doctrine import PROMPT_BUDGET
from makebelieve.worlds.standard import violations

MODEL: Final = ("soft-lock", "unreachable-ending", "unwinnable", "locked-state", "dead-event", "mission-incompletable", "undecided")


def check(world: dict[str, Any]) -> list[Diagnostic]:
    """All findings; empty for a world without fault. A world that breaks the schema is told that and no more."""
    broken = violations(world)
    if broken:
        entered = isinstance(world, dict) and "entrance" in world
        return broken if entered else [_no_entrance(one) for one in broken]
    return lints.findings(world) + model_checker.examine(world)


def _no_entrance(one: Diagnostic) -> Diagnostic:
    if one.path != "entrance":
        return one
    return Diagnostic("no-entrance", "error", "entrance", "entrance: required { state } strings", None, "set the entrance to a state")


def blocks_write(one: Diagnostic) -> bool:
    """Whether a graph with this finding may not be stored."""
    return one.lint == "schema" or (one.severity == "error" and lints.LINTS.get(one.lint, ("", None))[0] == "structural")


def lint(world: dict[str, Any]) -> dict[str, Any]:
    """The advisory answer: `ok` (no finding has severity error), `diagnostics`, `promptBudget` (characters)."""
    found = check(world)
    return {"ok": not errors(found), "diagnostics": [one.as_dict() for one in found], "promptBudget": PROMPT_BUDGET}


def validate(world: dict[str, Any]) -> dict[str, Any]:
    """The gate's answer: `ok`, the `world` that was looked at, `diagnostics`. Nothing is changed."""
    found = check(world)
    return {"ok": not errors(found), "world": world, "diagnostics": [one.as_dict() for one in found]}
