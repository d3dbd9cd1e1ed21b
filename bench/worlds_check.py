"""How long the exact look at a world takes.

    python bench/worlds_check.py

CPU time of the check against a plain search of every situation (small random worlds of tests/worlds) and against the schema alone
(generated worlds), and of the search alone on random worlds of 200 states and 40 flags.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from makebelieve import worlds
from makebelieve.worlds.model_checker import examine, judge
from makebelieve.worlds.standard import violations

TESTS = Path(__file__).resolve().parent.parent / "tests" / "worlds"
PREMISES = 30
SMALL = 200
LARGE = 24


def plain() -> Any:
    spec = importlib.util.spec_from_file_location("brute_force", TESTS / "brute_force.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["brute_force"] = module
    spec.loader.exec_module(module)
    return module


def milliseconds(work: Callable[[dict[str, Any]], Any], world: dict[str, Any]) -> float:
    start = time.process_time()
    work(world)
    return 1000 * (time.process_time() - start)


def large(seed: int) -> dict[str, Any]:
    """200 states in a tree with ways back from most, 40 flags; every fifth way needs one or two that are found before it; three endings."""
    draw = Random(seed)
    camera = {"static": "s", "dynamic": "d"}
    states: dict[str, Any] = {f"s{at}": {"base": "x", "camera": camera} for at in range(200)}
    for at in (197, 198, 199):
        states[f"s{at}"]["ending"] = {"kind": "win" if at > 197 else "lose", "title": "t"}
    found = sorted(draw.randrange(197) for _ in range(40))
    events: list[dict[str, Any]] = []
    for at in range(1, 200):
        before = draw.randrange(max(0, at - 12), min(at, 197))
        known = sum(one < at for one in found)
        needed = draw.sample(range(known), draw.randint(1, 2)) if known > 1 and draw.random() < 0.2 else []
        way = {"name": f"on{at}", "kind": "transition", "from": [f"s{before}"], "to": f"s{at}"}
        events.append({**way, "requires": [f"f{one}" for one in needed]})
        if at < 197 and draw.random() < 0.8:
            events.append({"name": f"back{at}", "kind": "transition", "from": [f"s{at}"], "to": f"s{before}"})
    events += [{"name": f"take{at}", "kind": "override", "from": [f"s{found[at]}"], "grants": [f"f{at}"]} for at in range(40)]
    return {"id": "large", "name": "Large", "entrance": {"state": "s0"}, "scene": {"states": states, "events": events}}


def main() -> None:
    brute = plain()
    small = [brute.random_world(seed) for seed in range(SMALL)]
    ratios = [milliseconds(brute.every_situation, world) / milliseconds(judge, world) for world in small]
    print(
        f"{SMALL} small worlds: the plain search takes {statistics.median(ratios):.2f} times as long"
        f" at the median, {max(ratios):.1f} at most"
    )
    lines = (TESTS / "generation" / "premises.txt").read_text("utf-8").splitlines()
    made = [worlds.generate(line, 1) for line in [line for line in lines if line.strip()][:PREMISES]]
    schema = [milliseconds(violations, world) for world in made]
    whole = [milliseconds(worlds.check, world) for world in made]
    share = statistics.median(a / b for a, b in zip(whole, schema, strict=True))
    print(f"{PREMISES} generated worlds: check {statistics.median(whole):.1f} ms, {share:.1f} times the schema alone")
    taken, undecided = [], 0
    for seed in range(LARGE):
        start = time.process_time()
        found = examine(large(seed))
        taken.append(time.process_time() - start)
        undecided += any(one.lint == "undecided" for one in found)
    taken.sort()
    print(f"{LARGE} worlds of 200 states, 40 flags: {taken[LARGE // 2]:.2f} s, {taken[-1]:.2f} s at most, {undecided} undecided")
    print("load average", " ".join(f"{one:.1f}" for one in os.getloadavg()))


if __name__ == "__main__":
    main()
