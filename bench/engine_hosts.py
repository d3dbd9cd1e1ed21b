"""Speed of the engine hosts: steps per second, ratio to a bare loop in the same runtime, start time, cost of a call.

    python bench/engine_hosts.py [--seconds 2]

Steps: the `simulate` operation on a composed level, random keys, no hashes on the way. Bare loop: the same runtime doing 32-bit integer
work only (one multiplication, one rotation, one array write an iteration): what the runtime could do at best. The ratio says how many
bare iterations one step costs, and is steadier than either figure on a busy machine. Call overhead: median round trip of `info`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from makebelieve.engine import HOSTS, Engine, host_status, open_engine
from makebelieve.games import built_kinds, generate

BARE = """
globalThis.MakebelieveEngine = { call(request) {
  const rounds = JSON.parse(request).rounds;
  const state = new Int32Array(256);
  let a = 1;
  for (let i = 0; i < rounds; i++) { a = Math.imul(a ^ i, 0x01000193); a = (a << 5) | (a >>> 27); state[i & 255] = a; }
  return JSON.stringify({ ok: true, result: { rounds, last: state[7] } });
} };
"""
PROMPTS = {
    "platform": ("platformer", "a fox jumps across the clouds"),
    "top-down": ("topdown", "a fox looks for gems in a garden full of slimes"),
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def rate(work: Callable[[int], int], seconds: float) -> float:
    """Units per second of `work(size)`, which returns the units it did; the size grows until a run takes long enough."""
    size = 1
    while True:
        began = time.perf_counter()
        done = work(size)
        taken = time.perf_counter() - began
        if taken >= seconds / 2:
            return done / taken
        size = max(size + 1, min(size * 8, int(size * seconds / max(taken, 1e-4))))


def random_inputs(ticks: int, seed: int) -> str:
    chance = Random(seed)
    runs = []
    while ticks > 0:
        length = min(ticks, chance.randint(4, 30))
        ticks -= length
        value = chance.randrange(64)
        runs.append(f"{DIGITS[value] if value < 36 else DIGITS[value // 36] + DIGITS[value % 36]}-{DIGITS[length]}")
    return ".".join(runs)


def first_level(config: dict[str, Any]) -> dict[str, Any]:
    game = {name: value for name, value in config["game"].items() if name != "proof"}
    return {**config, "game": game, "scenes": config["scenes"][:1]}


def simulate(engine: Engine, config: dict[str, Any], size: int) -> int:
    """`size` plays of a minute in one exchange; returns the ticks stepped (a play may be over sooner, though with 99 lives)."""
    options = {"lives": 99, "endless": True}
    plays = [("simulate", {"config": config, "scene": 0, "inputs": random_inputs(3600, n), "options": options}) for n in range(size)]
    done = 0
    for answer in engine.call_many(plays, timeout=300):
        if not isinstance(answer, dict):
            raise answer
        done += int(answer["ticks"])
    return done


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--seconds", type=float, default=2.0, help="about how long each figure is measured")
    seconds = arguments.parse_args().seconds
    kinds = set(built_kinds())
    # One level and no proof: what is measured is stepping, not reading JSON.
    configs = {
        name: first_level(generate(prompt, 1, preferences={"kind": kind, "levels": 1}, allow_unproven=True).config)
        for name, (kind, prompt) in PROMPTS.items()
        if kind in kinds
    }
    head = "".join(f" {name + ' steps/s':>18} {'bare/step':>9}" for name in configs)
    print(f"{'host':<11} {'start ms':>8} {'call µs':>8} {'bare M/s':>9}{head}")
    with tempfile.NamedTemporaryFile("w", suffix=".js") as bare_file:
        bare_file.write(BARE)
        bare_file.flush()
        for host in HOSTS:
            status = host_status(host)
            if not status.usable:
                print(f"{host:<11} not usable: {status.detail}", file=sys.stderr)
                continue
            starts = [timed(lambda host=host: open_engine(host).close()) for _ in range(5)]
            with open_engine(host, bundle=Path(bare_file.name), timeout=300) as bare, open_engine(host, timeout=300) as engine:
                loop = rate(lambda size, bare=bare: int(bare.call("", rounds=size * 1000)["rounds"]), seconds)
                calls = [timed(lambda engine=engine: engine.call("info")) for _ in range(300)]
                line = f"{host:<11} {statistics.median(starts) * 1e3:>8.0f} {statistics.median(calls) * 1e6:>8.0f} {loop / 1e6:>9.1f}"
                for config in configs.values():
                    steps = rate(lambda size, engine=engine, config=config: simulate(engine, config, size), seconds)
                    line += f" {steps:>18,.0f} {loop / steps:>9.0f}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
