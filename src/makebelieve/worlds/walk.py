"""Shortest ways through a world, as names of events."""

from __future__ import annotations

from dataclasses import dataclass

from makebelieve.worlds.graph import Graph, Move, members
from makebelieve.worlds.reach import Budget, TooLarge

PACES = 60_000
"""Moves looked at for one way; past it a way is looked for that collects all it passes, which may be a little longer."""


@dataclass(frozen=True, slots=True)
class Step:
    state: int
    flags: int
    spent: int
    before: Step | None
    by: str


def ways(graph: Graph, goals: int, *, avoid: int = 0, wanted: int = 0) -> dict[int, tuple[str, ...]]:
    """For each state of `goals` that can be reached (without a flag of `avoid`, with the one-shots of `wanted` spent): a shortest way.

    Only up to `PACES` moves looked at is it the shortest. Past it a second search collects all that is to be had in each state it passes:
    its way is real but can be longer. Past `PACES` again no way is told; a state that is missing here may still be reached (`reach` says).
    """
    relevant = _relevant(graph, goals, avoid, wanted)
    for eager in (False, True):
        try:
            return _search(graph, goals, relevant, avoid, wanted, Budget(PACES), eager=eager)
        except TooLarge:
            continue
    return {}


def _search(
    graph: Graph, goals: int, relevant: tuple[int, int], avoid: int, wanted: int, budget: Budget, *, eager: bool
) -> dict[int, tuple[str, ...]]:
    flags_of_use, states_of_use = relevant
    found: dict[int, tuple[str, ...]] = {}
    seen: list[list[tuple[int, int]]] = [[] for _ in graph.states]
    if not states_of_use >> graph.start & 1:
        return found
    frontier = [Step(graph.start, 0, 0, None, "")]
    while frontier:
        following: list[Step] = []
        for first in frontier:
            step = _collecting(graph, first, flags_of_use, avoid) if eager else first
            known = seen[step.state]
            budget.spend(1 + len(known))
            if _behind(known, step.flags, step.spent, wanted):
                continue
            known.append((step.flags, step.spent))
            if goals >> step.state & 1 and step.state not in found and not wanted & ~step.spent:
                found[step.state] = _names(step)
                if len(found) == goals.bit_count():
                    return found
            budget.spend(len(graph.leaving[step.state]))
            for move in graph.leaving[step.state]:
                if not states_of_use >> move.target & 1 or not _can(move, step, avoid):
                    continue
                flags = step.flags | move.grants & flags_of_use
                if move.target != step.state or flags != step.flags or move.once & wanted:
                    following.append(Step(move.target, flags, step.spent | move.once, step, move.name))
        frontier = following
    return found


def _behind(known: list[tuple[int, int]], flags: int, spent: int, wanted: int) -> bool:
    """Whether one that is known holds all these flags, has spent no other shots, and every wanted one that is spent here."""
    unspent, due = ~spent, spent & wanted
    for held, gone in known:  # noqa: SIM110 (a generator takes twice the time, and this is where the time goes)
        if not (flags & ~held or gone & unspent or due & ~gone):
            return True
    return False


def _can(move: Move, step: Step, avoid: int) -> bool:
    return not (move.requires & ~step.flags or move.grants & avoid or move.once & step.spent)


def _collecting(graph: Graph, step: Step, flags_of_use: int, avoid: int) -> Step:
    """The step with everything taken that is to be had on the spot."""
    while True:
        for move in graph.leaving[step.state]:
            gain = move.grants & flags_of_use & ~step.flags
            if move.target == step.state and not move.once and gain and _can(move, step, avoid):
                step = Step(step.state, step.flags | gain, step.spent, step, move.name)
                break
        else:
            return step


def _names(step: Step) -> tuple[str, ...]:
    names = []
    at: Step | None = step
    while at is not None and at.before is not None:
        names.append(at.by)
        at = at.before
    return tuple(reversed(names))


def _relevant(graph: Graph, goals: int, avoid: int, wanted: int) -> tuple[int, int]:
    """The flags that matter on ways to the goals, and the states such ways can pass."""
    states, waiting = goals, list(members(goals))
    while waiting:
        for move in graph.entering[waiting.pop()]:
            if not move.grants & avoid and not states >> move.source & 1:
                states |= 1 << move.source
                waiting.append(move.source)
    inside = [move for move in graph.moves() if states >> move.target & 1 and not move.grants & avoid]
    flags = 0
    for move in inside:
        if move.source != move.target or move.once & wanted:
            flags |= move.requires
    while True:
        wider = flags
        for move in inside:
            if move.grants & wider:
                wider |= move.requires
        if wider == flags:
            return flags, states
        flags = wider
