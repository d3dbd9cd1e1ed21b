"""A world as integers: what the ways through it are made of. Flags, one-shot transitions and sets of states are bit masks.

How a run goes. The player is in a state and holds flags; none at the entrance. An event can happen in the states of its `from`, when all
flags it `requires` are held, and once only if it is `oneShot`. It gives the flags it `grants` for good. A transition leads to its `to`: a
cutscene of that id, which leads on to its own `to`, or a state. Overrides and terminals return to where they happened. In a state with an
`ending` the run is over. A hidden event happens like any other: by its key, by pointing, or by itself. (spec/world-play.md, P1 to P6)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Move:
    """One event in one state of its `from`. `once` is its bit among the one-shot transitions, 0 for what may happen again.

    A one-shot event that returns to its state is no loss when it is spent: its flags are held from then on. It has no bit.
    """

    name: str
    source: int
    target: int
    requires: int
    grants: int
    once: int


@dataclass(slots=True)
class Graph:
    """States by number, with the moves out of each (none out of an ending) and into each."""

    states: list[str]
    flags: list[str]
    start: int
    endings: int
    wins: int
    leaving: list[list[Move]]
    entering: list[list[Move]] = field(default_factory=list)
    """For each state: the flags that anything from there on, whatever is held, may ask for."""
    live: list[int] = field(default_factory=list)

    def moves(self) -> Iterator[Move]:
        for moves in self.leaving:
            yield from moves

    def bits(self, names: list[str]) -> int | None:
        """The mask of those flags; None if one of them is never given."""
        mask = 0
        for name in names:
            if name not in self.flags:
                return None
            mask |= 1 << self.flags.index(name)
        return mask

    def named(self, mask: int) -> list[str]:
        """The flags of a mask."""
        return [name for at, name in enumerate(self.flags) if mask >> at & 1]


def members(mask: int) -> Iterator[int]:
    """The positions of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def target_of(event: dict[str, Any], states: dict[str, Any], cutscenes: dict[str, dict[str, Any]]) -> str | None:
    """The state an event leads to, through a cutscene if it names one; None for what returns, or leads nowhere."""
    if event["kind"] != "transition" or "to" not in event:
        return None
    to = event["to"]
    if to in cutscenes:
        to = cutscenes[to]["to"]
    return to if to in states else None


def compile_graph(world: dict[str, Any]) -> Graph | None:
    """The graph of a world that keeps the schema; None without a state to start in. What refers to nothing is left out."""
    nodes = world["scene"]["states"]
    if world["entrance"]["state"] not in nodes:
        return None
    states = list(nodes)
    number = {name: at for at, name in enumerate(states)}
    cutscenes = {one["id"]: one for one in world.get("cutscenes", [])}
    granted = {flag: None for event in world["scene"]["events"] for flag in event.get("grants", [])}
    bit = {flag: 1 << at for at, flag in enumerate(granted)}
    endings = {at for at, name in enumerate(states) if "ending" in nodes[name]}
    graph = Graph(
        states,
        list(granted),
        number[world["entrance"]["state"]],
        sum(1 << at for at in endings),
        sum(1 << at for at in endings if nodes[states[at]]["ending"]["kind"] == "win"),
        [[] for _ in states],
        [[] for _ in states],
    )
    shots = 0
    for event in world["scene"]["events"]:
        target = target_of(event, nodes, cutscenes)
        if event["kind"] == "transition" and target is None:
            continue
        if not all(flag in bit for flag in event.get("requires", [])):
            continue
        once = 0
        if event.get("oneShot") and target is not None:
            once = 1 << shots
            shots += 1
        requires = sum({bit[flag] for flag in event.get("requires", [])})
        grants = sum({bit[flag] for flag in event.get("grants", [])})
        for name in dict.fromkeys(event["from"]):
            if name in number and number[name] not in endings:
                source = number[name]
                move = Move(event["name"], source, source if target is None else number[target], requires, grants, once)
                graph.leaving[source].append(move)
                graph.entering[move.target].append(move)
    graph.live = _live(graph)
    return graph


def _live(graph: Graph) -> list[int]:
    live = [0 for _ in graph.states]
    for source, moves in enumerate(graph.leaving):
        for move in moves:
            live[source] |= move.requires
    waiting = list(range(len(live)))
    while waiting:
        state = waiting.pop()
        for move in graph.entering[state]:
            if live[state] & ~live[move.source]:
                live[move.source] |= live[state]
                waiting.append(move.source)
    return live
