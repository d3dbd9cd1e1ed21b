"""Every way through a world, at once: what can be reached, won, and what traps the player.

A soft-lock is a situation (state, flags held, one-shots spent) that a player can get into and from which no ending can be reached any
more. With what each state needs (`needs`) that is: some state can be reached while one flag of each of its needs is not held. For each
such choice of flags the world is searched without the events that grant them (`reach`), and the shortest way there is told (`walk`). The
answer is exact, or `undecided` when the search goes past `STEPS`; it is never "fine" for want of looking.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.graph import Graph, compile_graph, members
from makebelieve.worlds.needs import Need, needs, satisfied, transversals
from makebelieve.worlds.reach import Budget, Region, TooLarge, explore
from makebelieve.worlds.walk import ways

STEPS: Final = 3_000_000
"""Moves looked at before the answer is `undecided`; about a second."""


@dataclass(slots=True)
class Verdict:
    """What was found. States are ids, flags and events names. `traps`: state -> a shortest way into a soft-lock there, root causes only.

    A trap to which `walk` found no way within its bound has None for a way: it is told all the same.
    """

    reached: set[str] = field(default_factory=set)
    fired: set[str] = field(default_factory=set)
    winnable: bool = False
    traps: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    lacking: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unfinished: set[str] = field(default_factory=set)


def judge(world: dict[str, Any], steps: int = STEPS) -> Verdict | None:
    """The verdict on a world that keeps the schema and has an entrance; None past the bound."""
    graph = compile_graph(world)
    if graph is None:
        return Verdict()
    try:
        return _Search(world, graph, Budget(steps)).verdict()
    except TooLarge:
        return None


def examine(world: dict[str, Any], steps: int = STEPS) -> list[Diagnostic]:
    """What the search has to say about a world that keeps the schema: `soft-lock`, `unreachable-ending`, `unwinnable`, `locked-state`,
    `dead-event`, `mission-incompletable`, or `undecided`. Nothing if there is no entrance to start from.
    """
    graph = compile_graph(world)
    if graph is None:
        return []
    try:
        search = _Search(world, graph, Budget(steps))
        return list(search.findings(search.verdict()))
    except TooLarge:
        text = f"the ways through this world are too many to look at all of them ({steps} moves looked at): no answer"
        help_ = "let fewer flags be collected in places that cannot be returned to"
        return [Diagnostic("undecided", "error", "scene", text, fix=help_)]


@dataclass(slots=True)
class _Search:
    world: dict[str, Any]
    graph: Graph
    budget: Budget
    regions: list[Region] = field(default_factory=list)
    reached: int = 0
    told: dict[int, tuple[str, ...] | None] = field(default_factory=dict)
    """State -> the way to it, once looked for: one locked door is the cause of many findings."""

    def verdict(self) -> Verdict:
        graph = self.graph
        self.regions = explore(graph, self.budget)
        fired: set[str] = set()
        for region in self.regions:
            self.reached |= region.states
            for state in members(region.states):
                fired.update(m.name for m in graph.leaving[state] if not (m.requires & ~region.flags or m.once & region.spent))
        found = Verdict({graph.states[state] for state in members(self.reached)}, fired, bool(self.reached & graph.wins))
        if graph.endings:
            self._traps(found)
        found.unfinished = {mission["id"] for mission in self.world.get("missions", []) if not self._completable(mission)}
        return found

    def _traps(self, found: Verdict) -> None:
        graph = self.graph
        asked = needs(graph, self.budget, graph.endings)
        suspects: dict[Need, int] = {}
        for state in members(self.reached & ~graph.endings):
            for choice in transversals(asked[state], self.budget):
                suspects[choice] = suspects.get(choice, 0) | 1 << state
        shortest: dict[int, tuple[tuple[str, ...], int]] = {}
        unshown: dict[int, int] = {}
        for (lacking, spent), states in sorted(suspects.items()):
            regions = explore(graph, self.budget, avoid=lacking, wanted=spent) if lacking or spent else self.regions
            caught = 0
            for region in regions:
                if not spent & ~region.spent:
                    caught |= region.states & states
            if not caught:
                continue
            shown = ways(graph, caught, avoid=lacking, wanted=spent)
            for state, way in shown.items():
                if state not in shortest or len(way) < len(shortest[state][0]):
                    shortest[state] = (way, lacking)
            for state in members(caught):
                if state not in shown:
                    unshown.setdefault(state, lacking)
        for state, (way, lacking) in sorted(shortest.items(), key=lambda one: (len(one[1][0]), one[0])):
            if not self._caught_before(way, asked):
                found.traps[graph.states[state]] = way
                found.lacking[graph.states[state]] = tuple(graph.named(lacking))
        for state, lacking in unshown.items():
            if state not in shortest:
                found.traps[graph.states[state]] = None
                found.lacking[graph.states[state]] = tuple(graph.named(lacking))

    def _caught_before(self, way: tuple[str, ...], asked: list[list[Need]]) -> bool:
        """Whether the way passes a trap before its end: that one is the cause, and is told by itself."""
        state, flags, spent = self.graph.start, 0, 0
        for name in way:
            if not satisfied(asked[state], flags, spent):
                return True
            move = next(move for move in self.graph.leaving[state] if move.name == name)
            state, flags, spent = move.target, flags | move.grants, spent | move.once
        return False

    def _completable(self, mission: dict[str, Any]) -> bool:
        names = [one.get("grants", one["id"]) for one in mission["objectives"]]
        wanted = self.graph.bits([*names, *([mission["complete"]] if "complete" in mission else [])])
        if wanted is None:
            return False
        if any(not wanted & ~region.flags for region in self.regions):
            return True
        return any(not wanted & ~region.flags for region in explore(self.graph, self.budget, keep=wanted))

    # --- in words -----------------------------------------------------------------------------------------------------------------------

    def findings(self, verdict: Verdict) -> Iterator[Diagnostic]:
        graph, nodes = self.graph, self.world["scene"]["states"]
        for state, way in verdict.traps.items():
            yield self._soft_lock(state, way, verdict.lacking[state])
        for number in members(graph.endings & ~self.reached):
            name = graph.states[number]
            text, fix, way = self._blocked([number])
            yield Diagnostic("unreachable-ending", "error", f"state[{name}].ending", f"the ending '{name}' {text}", None, fix, way)
        if graph.endings and not verdict.winnable:
            wins = list(members(graph.wins))
            if wins:
                text, fix, way = self._blocked(wins)
            else:
                text, fix, way = "does not exist: every ending loses", "give one state an `ending` of kind `win`", ()
            yield Diagnostic("unwinnable", "error", "entrance.state", f"an ending that wins {text}", None, fix, way)
        linked = self._linked()
        for number in members(linked & ~self.reached & ~graph.endings):
            name = graph.states[number]
            text, fix, way = self._blocked([number])
            yield Diagnostic("locked-state", "warning", f"state[{name}]", f"the state '{name}' {text}", None, fix, way)
        for event in self.world["scene"]["events"]:
            if event["name"] not in verdict.fired and any(
                name in verdict.reached and "ending" not in nodes[name] for name in event["from"]
            ):
                yield self._dead(event)
        for mission in self.world.get("missions", []):
            if mission["id"] in verdict.unfinished:
                yield self._unfinished(mission)

    def _soft_lock(self, state: str, way: tuple[str, ...] | None, lacking: tuple[str, ...]) -> Diagnostic:
        if lacking:
            flags = ", ".join(f"'{flag}'" for flag in lacking)
            text = f"without {flags} the player is stuck in '{state}': no ending can be reached from there"
            fix = f"grant {flags} on the way to '{state}' or in it, let a way out of it not require it, or add a transition back"
        else:
            text = f"the player is stuck in '{state}': no ending can be reached from there"
            fix = f"add a transition out of '{state}' that leads on, or give it an `ending`"
        return Diagnostic("soft-lock", "error", f"state[{state}]", f"{text} ({_told(way)})", None, fix, way)

    def _way(self, state: int) -> tuple[str, ...] | None:
        if state not in self.told:
            self.told[state] = ways(self.graph, 1 << state).get(state)
        return self.told[state]

    def _linked(self) -> int:
        """States that paths of events lead to, whatever they require."""
        seen, waiting = 1 << self.graph.start, [self.graph.start]
        while waiting:
            for move in self.graph.leaving[waiting.pop()]:
                if not seen >> move.target & 1:
                    seen |= 1 << move.target
                    waiting.append(move.target)
        return seen

    def _blocked(self, goals: list[int]) -> tuple[str, str, tuple[str, ...] | None]:
        """Why none of these states is reached, what would help, and the way to where it fails (nearest to a goal)."""
        graph, seen = self.graph, set(goals)
        layer = list(goals)
        while layer:
            following = []
            for state in layer:
                for move in graph.entering[state]:
                    if self.reached >> move.source & 1 and move.target != move.source:
                        way = self._way(move.source)
                        held = max((r.flags for r in self.regions if r.states >> move.source & 1), key=int.bit_count, default=0)
                        missing = graph.named(move.requires & ~held)
                        flags = ", ".join(f"'{flag}'" for flag in missing) or "what was spent before"
                        text = f"cannot be reached: '{move.name}' in '{graph.states[move.source]}' needs {flags} ({_told(way)})"
                        fix = f"grant {flags} in a state that can be reached before '{graph.states[move.source]}', or require less"
                        return text, fix, way
                    if move.source not in seen:
                        seen.add(move.source)
                        following.append(move.source)
            layer = following
        name = graph.states[goals[0]]
        return "cannot be reached: no event leads to it", f"add a transition to '{name}' from a state that can be reached", ()

    def _dead(self, event: dict[str, Any]) -> Diagnostic:
        name, flags = event["name"], ", ".join(f"'{flag}'" for flag in event.get("requires", []))
        state = next(number for number in members(self.reached) if self.graph.states[number] in event["from"])
        way = self._way(state)
        text = (
            f"'{name}' can never happen: {flags or 'what it needs'} is never held where it could" if flags else f"'{name}' can never happen"
        )
        fix = f"grant {flags} before '{self.graph.states[state]}', or require less" if flags else f"give '{name}' a `to` that exists"
        return Diagnostic("dead-event", "warning", f"event[{name}].requires", text, None, fix, way)

    def _unfinished(self, mission: dict[str, Any]) -> Diagnostic:
        name, best = mission["id"], max(self.regions, key=lambda region: region.flags.bit_count())
        flags = [one.get("grants", one["id"]) for one in mission["objectives"]]
        lacking = [flag for flag in flags if flag not in self.graph.named(best.flags)] or flags
        way = self._way(next(members(best.states)))
        text = f"the mission '{name}' cannot be completed: no run holds all of {', '.join(flags)}"
        fix = f"let an event that can be reached together with the others grant {', '.join(lacking)}"
        return Diagnostic("mission-incompletable", "error", f"mission[{name}]", text, None, fix, way)


def _told(way: tuple[str, ...] | None) -> str:
    if way is None:
        return "by a way that is too long to tell"
    return f"by {', '.join(way)}" if way else "at the entrance"
