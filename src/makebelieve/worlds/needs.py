"""What must be held in a state so that an ending can still be reached: backwards from the endings, as sets of minimal needs.

More flags never hurt, so what is good is closed upwards and its minimal members say everything. For each state they are the pairs (flags
that must be held, one-shot transitions that must be unspent). A state is a trap where every pair can be missed: where for some choice of
one member from each pair (a transversal) the chosen flags are not held and the chosen one-shots are spent.
"""

from __future__ import annotations

from heapq import heappop, heappush

from makebelieve.worlds.graph import Graph
from makebelieve.worlds.reach import Budget

Need = tuple[int, int]


def needs(graph: Graph, budget: Budget, goals: int) -> list[list[Need]]:
    """For each state the minimal (flags, unspent one-shots) with which a state of `goals` can be reached; none where nothing helps."""
    minimal: list[list[Need]] = [[] for _ in graph.states]
    # The smallest first: it makes the larger ones needless before they spread.
    waiting: list[tuple[int, int, int, int]] = []
    for state in range(len(graph.states)):
        if goals >> state & 1:
            heappush(waiting, (0, state, 0, 0))
    while waiting:
        _, state, flags, shots = heappop(waiting)
        budget.spend(1 + len(minimal[state]) + len(graph.entering[state]))
        if _covered(minimal[state], flags, shots):
            continue
        minimal[state] = [one for one in minimal[state] if flags & ~one[0] or shots & ~one[1]]
        minimal[state].append((flags, shots))
        for move in graph.entering[state]:
            if move.once & shots:
                continue  # it would be spent when it is needed again
            before, unspent = move.requires | flags & ~move.grants, shots | move.once
            if not _covered(minimal[move.source], before, unspent):
                heappush(waiting, (before.bit_count() + unspent.bit_count(), move.source, before, unspent))
    return minimal


def _covered(minimal: list[Need], flags: int, shots: int) -> bool:
    return any(not one[0] & ~flags and not one[1] & ~shots for one in minimal)


def satisfied(minimal: list[Need], flags: int, spent: int) -> bool:
    """Whether a situation has what one of the pairs asks for."""
    return any(not one[0] & ~flags and not one[1] & spent for one in minimal)


def transversals(pairs: list[Need], budget: Budget) -> list[Need]:
    """Minimal choices that miss every pair: (flags not held, one-shots spent).

    There is no such choice where a pair asks for nothing; it is (0, 0) where there is no pair.
    """
    chosen: list[Need] = [(0, 0)]
    for flags, shots in pairs:
        longer: list[Need] = []
        for lacking, spent in chosen:
            if lacking & flags or spent & shots:
                longer.append((lacking, spent))
                continue
            rest = flags
            while rest:
                low = rest & -rest
                longer.append((lacking | low, spent))
                rest ^= low
            rest = shots
            while rest:
                low = rest & -rest
                longer.append((lacking, spent | low))
                rest ^= low
        budget.spend(len(longer) ** 2 + 1)
        longer.sort(key=lambda one: one[0].bit_count() + one[1].bit_count())
        chosen = []
        for one in longer:
            if not _covered(chosen, *one):
                chosen.append(one)
    return chosen
