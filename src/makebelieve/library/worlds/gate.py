"""What lets a graph be stored, and what lets it be played: the checks of `worlds`, as refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import orjson

from makebelieve import worlds
from makebelieve.kit.errors import FieldError, Problem
from makebelieve.library.worlds.repository import Document

SCHEMA_VERSION: Final = worlds.SCHEMA_VERSION
LARGEST_GRAPH: Final = 2 * 1024 * 1024
"""Bytes of a world as JSON."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A graph after operations: what each made or changed, and the advice about the result."""

    document: Document
    receipts: list[dict[str, Any]]
    advice: list[worlds.Diagnostic]


def changed(document: Document, ops: list[dict[str, Any]]) -> Changed:
    """The graph after all of `ops`. Raises Problems: 400 (what would be removed is in use), 404 (a single operation on what is not there),

    422 with `applyErrors` (operations that cannot be done), 422 with `diagnostics` (the result does not pass), 413 (it is too large).
    """
    outcome = worlds.apply_ops(document, ops)
    if outcome.errors:
        raise _inapplicable(outcome.errors)
    check_size(outcome.world)
    found = worlds.check(outcome.world)
    stopping = [one for one in found if worlds.blocks_write(one)]
    if stopping:
        raise refusal("graph_refused", "the graph would not pass", stopping)
    return Changed(outcome.world, outcome.receipts, found)


def _inapplicable(errors: list[worlds.ApplyError]) -> Problem:
    first = errors[0]
    missing = len(errors) == 1 and first.why.startswith("no ")
    status = 400 if first.in_use else 404 if missing and first.at == 0 else 422
    code = {400: "in_use", 404: "not_found", 422: "inapplicable"}[status]
    detail = first.why if len(errors) == 1 else f"{len(errors)} operations cannot be done; nothing was changed: {errors[0]}"
    members: dict[str, object] = {"applyErrors": [str(one) for one in errors], "schemaVersion": SCHEMA_VERSION}
    return Problem(status, code, detail, tuple(FieldError(f"ops.{one.at}", one.why) for one in errors), members=members)


def check_size(document: Document) -> None:
    """Raises a 413 Problem for a world too large to keep."""
    size = len(orjson.dumps(document))
    if size > LARGEST_GRAPH:
        raise Problem(413, "too_large", f"the world is {size} bytes as JSON; at most {LARGEST_GRAPH} are kept")


def check_playable(document: Document) -> None:
    """Raises a 422 Problem with the diagnostics for a world with an error: nobody is sent into a dead end."""
    found = [one for one in worlds.check(document) if one.severity == "error"]
    if found:
        raise refusal("world_not_playable", "the world does not pass the gate", found)


def refusal(code: str, what: str, found: list[worlds.Diagnostic]) -> Problem:
    members: dict[str, object] = {"diagnostics": [one.as_dict() for one in found], "schemaVersion": SCHEMA_VERSION}
    first = found[0]
    # Most messages begin with the path.
    where = "" if first.message.startswith(first.path) else f"{first.path}: "
    return Problem(422, code, f"{what}: {where}{first.message}", members=members)
