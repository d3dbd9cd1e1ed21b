"""Generation: how fast, how surely proven, how fair, per built kind.

    python bench/games.py [--pairs 4] [--kinds platformer,topdown] [--hosts node,mini-racer] [--levels 3] [--json]

For each kind, `--pairs` (prompt, seed) pairs go through `games.generate` as a caller would get them: three levels, proof, verification
and validation. Time: p50 and p95 of the whole call, and the ratio to a naive generator in the same run (same prompt and seed, one layout
a level, nothing searched, judged or verified). Fairness over the same levels: wins of the noisy bot, and share of levels that doing
nothing, holding forward, or random keys win at least once. 1,000 pairs a kind (`--pairs 1000`) take hours on two cores; ratios and
percentages settle long before.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

from makebelieve.engine import Engine, EngineTimeout, open_engine
from makebelieve.games import built_kinds, generate
from makebelieve.games.hosting import kinds_of
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.kit.errors import Problem
from makebelieve.language import understand_game

PROMPTS = (
    "a tiny red fox in a haunted library full of ghosts",
    "a brave penguin against crabs in the snow",
    "a robot gathers gears in an old factory, avoiding saw blades",
    "a witch at night in a swamp with toads and will-o-wisps",
    "a knight fights skeletons for gold",
    "an astronaut among slimes on a strange planet",
    "a cat chases butterflies in a sunny garden",
    "a diver looks for pearls among sharks",
    "a chef in a kitchen of angry vegetables",
    "a wizard's apprentice in a burning volcano with fire bats",
)
NAIVE = {"budget": {"nodes": 1, "ticks": 1}, "attempts": 1, "repairs": 0, "botRuns": 0, "randomRuns": 0}


@dataclass
class Tally:
    """What the pairs of one kind came to."""

    seconds: list[float] = field(default_factory=list)
    naive: list[float] = field(default_factory=list)
    proven: int = 0
    failed: list[str] = field(default_factory=list)
    levels: list[dict[str, Any]] = field(default_factory=list)


def run(kind: str, pairs: int, levels: int, engine: Engine) -> Tally:
    tally = Tally()
    info = kinds_of(engine).kinds
    wishes = {"kind": kind, "levels": levels}
    for n in range(pairs):
        prompt, seed = PROMPTS[n % len(PROMPTS)], n // len(PROMPTS)
        started = time.perf_counter()
        config = make_skeleton(understand_game(prompt), parse_preferences(wishes), info, seed).config
        engine.call("compose", config=config, effort=NAIVE, timeout=120)
        tally.naive.append(time.perf_counter() - started)
        started = time.perf_counter()
        try:
            game = generate(prompt, seed, preferences=wishes, engine=engine)
        except (Problem, EngineTimeout) as problem:
            tally.failed.append(f"{prompt!r}, {seed}: {problem}")
            continue
        tally.seconds.append(time.perf_counter() - started)
        tally.proven += game.proven
        tally.levels += game.proof["levels"]
    return tally


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))] if ordered else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=4, help="(prompt, seed) pairs a kind")
    parser.add_argument("--kinds", default="", help="comma-separated; all built ones without it")
    parser.add_argument("--hosts", default="node", help="comma-separated engine hosts: node, mini-racer, quickjs")
    parser.add_argument("--levels", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="one object a kind and host instead of tables")
    options = parser.parse_args()
    kinds = options.kinds.split(",") if options.kinds else built_kinds()
    fairness: list[str] = []
    if not options.json:
        print("| kind | host | pairs | proven | p50 s | p95 s | p95/p50 | x naive |")
        print("|---|---|---|---|---|---|---|---|")
    for host in options.hosts.split(","):
        with open_engine(host) as engine:
            for kind in kinds:
                tally = run(kind, options.pairs, options.levels, engine)
                p50, p95 = percentile(tally.seconds, 0.5), percentile(tally.seconds, 0.95)
                ratio = p50 / statistics.median(tally.naive)
                share = tally.proven / options.pairs
                count = max(1, len(tally.levels))
                noisy = [level["bot"]["wins"] / max(1, level["bot"]["runs"]) for level in tally.levels]
                trivial = {
                    name: sum(level["trivial"][name] > 0 for level in tally.levels) / count for name in ("idle", "forward", "random")
                }
                fair = sum(level["fair"] for level in tally.levels) / count
                attempts = sum(level["attempts"] for level in tally.levels) / count
                if options.json:
                    row = {"kind": kind, "host": host, "pairs": options.pairs, "proven": share, "p50": p50, "p95": p95, "ratio": ratio}
                    print(json.dumps({**row, "fair": fair, "noisy": statistics.mean(noisy or [0]), **trivial, "failed": tally.failed}))
                    continue
                print(
                    f"| {kind} | {host} | {options.pairs} | {share:.1%} | {p50:.2f} | {p95:.2f} | {p95 / p50:.1f} | {ratio:.1f} |",
                    flush=True,
                )
                for failure in tally.failed:
                    print(f"  not proven: {failure}")
                fairness.append(
                    f"| {kind} | {host} | {count} | {statistics.mean(noisy or [0]):.0%} | {trivial['idle']:.1%} | {trivial['forward']:.1%} "
                    f"| {trivial['random']:.1%} | {fair:.1%} | {attempts:.1f} |"
                )
    if fairness:
        print("\n| kind | host | levels | noisy bot wins | won idle | won holding forward | won by random keys | in the band | layouts |")
        print("|---|---|---|---|---|---|---|---|---|")
        print("\n".join(fairness))


if __name__ == "__main__":
    main()
