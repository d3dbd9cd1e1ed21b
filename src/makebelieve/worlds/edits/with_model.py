"""Edits by a language model where one is configured: it proposes operations, the checker judges them, and the embedded reader stands in for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from makebelieve.language import ModelUnavailable
from makebelieve.worlds.difference import diff
from makebelieve.worlds.edits.drafts import Ops, applied
from makebelieve.worlds.edits.editing import Edited, account, edit, measured
from makebelieve.worlds.gate import check

Judge = Callable[[Ops], list[str]]
"""What is wrong with a world after operations that was not wrong before; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model would do: operations in order, and what it says of them. Without operations, `reply` asks back or says why not."""

    reply: str
    ops: Ops = field(default_factory=list)


class WorldEditor(Protocol):
    """A language model that edits worlds."""

    @property
    def name(self) -> str:
        """How the model is called."""
        ...

    def edit_world(self, world: dict[str, Any], instruction: str, judge: Judge) -> Proposal:
        """Operations that do `instruction`, which `judge` finds nothing wrong with. Raises `language.ModelUnavailable`."""
        ...


def edit_with(editor: WorldEditor | None, world: dict[str, Any], instruction: str) -> Edited:
    """`edit`, by a language model if there is one. Its failure leaves the embedded reader's result."""
    if editor is None:
        return edit(world, instruction)
    text = measured(instruction)
    try:
        proposal = editor.edit_world(world, text, partial(faults, world))
    except ModelUnavailable:
        return edit(world, instruction)
    made, why = applied(world, proposal.ops)
    if why or faults(world, proposal.ops):
        return edit(world, instruction)
    after = check(made)
    differences = diff(world, made)
    changed, kept = account(made, differences)
    if not changed:
        return Edited(world, proposal.reply, diagnostics=after)
    return Edited(made, proposal.reply, True, proposal.ops, changed, kept, after)


def faults(world: dict[str, Any], ops: Ops) -> list[str]:
    """What operations would break in a world: one that cannot be done, or errors of the checker that were not there before."""
    made, why = applied(world, ops)
    if why:
        return [why]
    known = {(one.lint, one.path) for one in check(world)}
    return [
        f"{one.path}: {one.message}" + (f" ({one.fix})" if one.fix else "")
        for one in check(made)
        if one.severity == "error" and (one.lint, one.path) not in known
    ]
