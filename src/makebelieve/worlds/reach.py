"""Which situations of a world can come about: exact, without walking through them one by one.

A situation is (state, flags held, one-shot transitions spent). Flags are never taken away and nothing asks for their absence, so of two
situations in one state the one with more flags and fewer shots spent can do all that the other can: only the best are kept (an antichain).
And what lies on a round trip that needs no one-shot can be collected whole before going on, so a situation here is a region of states,
each reachable from each, with every flag that is to be had in it. Both keep the answer to "can this be reached?" exact; what they
cannot reach is out of reach.
"""

from __future__ import annotations

from dataclasses import dataclass

from makebelieve.worlds.graph import Graph, Move, members


class TooLarge(Exception):
    """The search went past its bound."""


@dataclass(slots=True)
class Budget:
    """Steps that may still be taken; a step is one move looked at."""

    left: int

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise TooLarge


@dataclass(frozen=True, slots=True)
class Region:
    """`states` that are reachable from each other, the `flags` held when all is collected, the one-shots `spent` on the way."""

    states: int
    flags: int
    spent: int


def explore(graph: Graph, budget: Budget, *, avoid: int = 0, wanted: int = 0, keep: int = 0) -> list[Region]:
    """All regions that can be reached (the best ones, see above).

    `avoid`: flags that must never be held; what grants one is not done. `wanted`: one-shots of which it matters that they are spent.
    `keep`: flags that matter at the end, besides those that later events ask for.
    """
    found: list[Region] = []
    holding: list[list[Region]] = [[] for _ in graph.states]
    waiting: list[tuple[int, int, int]] = [(graph.start, 0, 0)]
    while waiting:
        state, flags, spent = waiting.pop()
        flags &= graph.live[state] | keep
        budget.spend(1 + len(holding[state]))
        if any(_at_least(one, flags, spent, wanted) for one in holding[state]):
            continue
        region = _collected(graph, budget, state, flags, spent, avoid)
        found.append(region)
        for member in members(region.states):
            holding[member].append(region)
            for move in graph.leaving[member]:
                if move.requires & ~region.flags or move.grants & avoid or move.once & spent:
                    continue
                if move.once or not region.states >> move.target & 1:
                    waiting.append((move.target, region.flags | move.grants, spent | move.once))
    return found


def _at_least(region: Region, flags: int, spent: int, wanted: int) -> bool:
    """Whether `region` can do all that a situation with these flags and shots can."""
    return not flags & ~region.flags and not region.spent & ~spent and not (spent & wanted) & ~region.spent


def _collected(graph: Graph, budget: Budget, state: int, flags: int, spent: int, avoid: int) -> Region:
    while True:
        onward = _closure(graph, budget, state, flags, avoid, -1, forward=True)
        region = _closure(graph, budget, state, flags, avoid, onward, forward=False)
        richer = flags
        for member in members(region):
            for move in graph.leaving[member]:
                if _open(move, richer, avoid) and region >> move.target & 1:
                    richer |= move.grants
        if richer == flags:
            return Region(region, flags, spent)
        flags = richer


def _open(move: Move, flags: int, avoid: int) -> bool:
    return not (move.once or move.requires & ~flags or move.grants & avoid)


def _closure(graph: Graph, budget: Budget, state: int, flags: int, avoid: int, within: int, *, forward: bool) -> int:
    """States to be reached from `state` (or from which it is) by what is open now and may be done again."""
    seen = 1 << state
    waiting = [state]
    while waiting:
        here = waiting.pop()
        moves = graph.leaving[here] if forward else graph.entering[here]
        budget.spend(len(moves))
        for move in moves:
            there = move.target if forward else move.source
            if not seen >> there & 1 and within >> there & 1 and _open(move, flags, avoid):
                seen |= 1 << there
                waiting.append(there)
    return seen
