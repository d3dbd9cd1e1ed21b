"""Generation: how fast, how surely proven, how fair, per built kind.

    python bench/games.py [--pairs 4] [--kinds platformer,topdown] [--hosts node,mini-racer] [--levels 3] [--json]
                          [--prompts FILE ...] [--record FILE] [--summary]

For each kind, `--pairs` (prompt, seed) pairs go through `games.generate` as a caller would get them: three levels, proof, verification
and validation. The prompts are those of tests/language/prompts (and of `--prompts`, JSON lists of objects with a `prompt`), in an order
of its own for each kind, each made into a game of that kind whatever it asks for; the seed is another one for every pair. The kinds take
turns, so that at any moment each has had as many pairs. With `--record` each pair is appended to a file of JSON lines as it is done, and
those found there are not done again: a long run may be stopped and gone on with (1,000 pairs a kind take an hour or two of one core);
`--summary` only prints what was recorded.

Time: p50 and p95 of the whole call, by the clock and, on Linux, in processor seconds of both processes, which other work beside does not
lengthen as much; the ratio is to a naive generator in the same run (same prompt and seed, one layout a level, nothing searched, judged
or verified; the first 20 pairs of a kind). Fairness over the same levels: wins of the noisy bot, the share of levels that doing nothing,
holding forward, or random keys win at least once, and the share that lies in the band of its difficulty.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from makebelieve.engine import EngineDied, EngineTimeout, open_engine
from makebelieve.engine.process import ProcessEngine
from makebelieve.games import built_kinds, generate
from makebelieve.games.hosting import kinds_of
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.kit.errors import Problem
from makebelieve.language import understand_game

PROMPTS = Path(__file__).parent.parent / "tests" / "language" / "prompts"
NAIVE = {"budget": {"nodes": 1, "ticks": 1}, "attempts": 1, "repairs": 0, "botRuns": 0, "randomRuns": 0}
NAIVE_PAIRS = 20
TRIVIAL = ("idle", "forward", "random")

Row = dict[str, Any]


def prompts_of(files: Iterable[Path]) -> list[str]:
    """Every prompt once, in order of the files."""
    return list(dict.fromkeys(entry["prompt"] for file in files for entry in json.loads(file.read_text())))


def pair(prompts: list[str], kind: str, n: int) -> tuple[str, int]:
    """The nth (prompt, seed) of a kind."""
    order = random.Random(kind).sample(range(len(prompts)), len(prompts))
    return prompts[order[n % len(prompts)]], n


def cpu_seconds(pid: int | None) -> float | None:
    """Processor time so far of a process, all threads; None where it cannot be told."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(engine: ProcessEngine, kind: str, n: int, prompt: str, seed: int, levels: int) -> Row:
    """One pair, and for the first of them the naive generator too."""
    info = kinds_of(engine)
    wishes = {"kind": kind, "levels": levels}
    row: Row = {"kind": kind, "host": engine.host, "n": n, "prompt": prompt, "seed": seed, "core": info.core_hash[:8], "failed": None}
    if n < NAIVE_PAIRS:
        started = time.perf_counter()
        config = make_skeleton(understand_game(prompt), parse_preferences(wishes), info.kinds, seed).config
        engine.call("compose", config=config, effort=NAIVE, timeout=120)
        row["naive"] = time.perf_counter() - started
    before, own, started = cpu_seconds(engine.pid), time.process_time(), time.perf_counter()
    try:
        game = generate(prompt, seed, preferences=wishes, engine=engine)
    except (Problem, EngineTimeout, EngineDied) as problem:
        return {**row, "failed": f"{type(problem).__name__}: {problem}"}
    row["seconds"] = time.perf_counter() - started
    after = cpu_seconds(engine.pid)
    if before is not None and after is not None:
        row["cpu"] = after - before + time.process_time() - own
    row["proven"] = game.proven
    row["rounds"] = game.metadata["attempts"]
    row["levels"] = [
        {key: level[key] for key in ("attempts", "fair", "trivial")} | {"wins": level["bot"]["wins"], "runs": level["bot"]["runs"]}
        for level in game.proof["levels"]
    ]
    return row


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))] if ordered else float("nan")


def summed_up(rows: list[Row]) -> Row:
    """Figures of one kind on one host."""
    done = [row for row in rows if row["failed"] is None]
    levels = [level for row in done for level in row["levels"]]
    count = max(1, len(levels))
    naive = [row for row in done if "naive" in row]
    cores: dict[str, int] = {}
    for row in rows:
        cores[row["core"]] = cores.get(row["core"], 0) + 1
    clock, cpu = [row["seconds"] for row in done], [row["cpu"] for row in done if "cpu" in row]
    return {
        "kind": rows[0]["kind"],
        "host": rows[0]["host"],
        "pairs": len(rows),
        "prompts": len({row["prompt"] for row in rows}),
        "proven": sum(row["proven"] for row in done) / len(rows),
        "p50": percentile(clock, 0.5),
        "p95": percentile(clock, 0.95),
        "cpu_p50": percentile(cpu, 0.5),
        "cpu_p95": percentile(cpu, 0.95),
        "ratio": statistics.median(row["seconds"] for row in naive) / statistics.median(row["naive"] for row in naive) if naive else None,
        "levels": len(levels),
        "noisy": sum(level["wins"] / max(1, level["runs"]) for level in levels) / count,
        **{name: sum(level["trivial"][name] > 0 for level in levels) / count for name in TRIVIAL},
        "fair": sum(level["fair"] for level in levels) / count,
        "attempts": sum(level["attempts"] for level in levels) / count,
        "cores": cores,
        "failed": [f"{row['prompt']!r}, {row['seed']}: {row['failed'] or 'not proven'}" for row in rows if not row.get("proven")],
    }


def report(rows: list[Row], as_json: bool) -> None:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["host"], row["kind"]), []).append(row)
    figures = [summed_up(group) for group in groups.values()]
    if as_json:
        for figure in figures:
            print(json.dumps(figure))
        return
    print("| kind | host | pairs | prompts | proven | p50 s | p95 s | p95/p50 | cpu p50 s | cpu p95 s | x naive | core |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for f in figures:
        cores = ", ".join(f"{core} {count}" for core, count in f["cores"].items())
        ratio = "-" if f["ratio"] is None else f"{f['ratio']:.1f}"
        print(
            f"| {f['kind']} | {f['host']} | {f['pairs']} | {f['prompts']} | {f['proven']:.1%} | {f['p50']:.2f} | {f['p95']:.2f} "
            f"| {f['p95'] / f['p50']:.1f} | {f['cpu_p50']:.2f} | {f['cpu_p95']:.2f} | {ratio} | {cores} |"
        )
        for failure in f["failed"]:
            print(f"  not proven: {failure}")
    print("\n| kind | host | levels | noisy bot wins | won idle | won holding forward | won by random keys | in the band | layouts |")
    print("|---|---|---|---|---|---|---|---|---|")
    for f in figures:
        print(
            f"| {f['kind']} | {f['host']} | {f['levels']} | {f['noisy']:.0%} | {f['idle']:.2%} | {f['forward']:.2%} | {f['random']:.2%} "
            f"| {f['fair']:.1%} | {f['attempts']:.1f} |"
        )


def recorded(file: Path | None) -> Iterator[Row]:
    """Rows of an earlier run; a last line that was cut off is left out."""
    if file is None or not file.exists():
        return
    for line in file.read_text().splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=4, help="(prompt, seed) pairs a kind")
    parser.add_argument("--kinds", default="", help="comma-separated; all built ones without it")
    parser.add_argument("--hosts", default="node", help="comma-separated engine hosts: node, mini-racer, quickjs")
    parser.add_argument("--levels", type=int, default=3)
    parser.add_argument("--prompts", type=Path, nargs="*", default=[], help="more files of prompts")
    parser.add_argument("--record", type=Path, help="file of JSON lines to append to and go on from")
    parser.add_argument("--summary", action="store_true", help="measure nothing: only print what was recorded")
    parser.add_argument("--json", action="store_true", help="one object a kind and host instead of tables")
    options = parser.parse_args()
    kinds = options.kinds.split(",") if options.kinds else built_kinds()
    prompts = prompts_of([*sorted(PROMPTS.glob("*.json")), *options.prompts])
    rows = list(recorded(options.record))
    known = {(row["host"], row["kind"], row["n"]) for row in rows}
    with ExitStack() as stack:
        if options.record is not None and not options.summary:
            options.record.parent.mkdir(parents=True, exist_ok=True)
        for host in () if options.summary else options.hosts.split(","):
            engine = stack.enter_context(open_engine(host))
            for n in range(options.pairs):
                for kind in kinds:
                    if (host, kind, n) in known:
                        continue
                    row = measure(engine, kind, n, *pair(prompts, kind, n), options.levels)
                    rows.append(row)
                    if options.record is not None:
                        with options.record.open("a") as file:
                            file.write(json.dumps(row) + "\n")
    report(rows, options.json)


if __name__ == "__main__":
    main()
