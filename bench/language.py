"""How well and how fast prompts for games are understood.

    python bench/language.py [--misses] [FILE.json ...]

Without files: the labelled prompts under tests/language/prompts, development and held-out apart. Any other file of the same
format may be given. For each file: share of prompts whose kind is right (first guess, any of three), hero, enemies and collectibles
(recall), setting (of the prompts that state one); for files with field labels the share of fields right. Latency: p50 and p95 per
prompt, read for the first time (its words not yet looked up) and again, and the ratio to a naive baseline (look for the names of
the kinds and nothing else) in the same run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from makebelieve.language import GameDraft, Thing, understand_game
from makebelieve.language.kinds import KINDS

PROMPTS = Path(__file__).resolve().parent.parent / "tests" / "language" / "prompts"
Row = dict[str, Any]


def alternatives(label: str) -> list[str]:
    return [one.strip() for one in label.split("|")]


def named(thing: Thing | None, label: str) -> bool:
    """Whether the thing is one of the alternatives: head noun, or the whole phrase, or its last word."""
    options = alternatives(label)
    if thing is None:
        return "null" in options
    words = {thing.noun, thing.phrase, *thing.phrase.split()}
    return any(option in words or option.split()[-1] == thing.noun for option in options)


def fields(row: Row, draft: GameDraft) -> list[tuple[str, bool]]:
    """Each labelled field beside kind, hero, enemies and setting, and whether the draft has it right."""
    results: list[tuple[str, bool]] = []
    for name, value in (("levels", draft.levels.value), ("lives", draft.lives.value), ("time_limit", draft.time_limit.value)):
        if name in row:
            results.append((name, row[name] == value))
    for name, value in (("difficulty", draft.difficulty.value), ("mood", draft.mood.value), ("time", draft.time_of_day.value)):
        if name in row:
            results.append((name, row[name] == value))
    if "mechanics" in row:
        results.append(("mechanics", set(row["mechanics"]) <= {mechanic.value for mechanic in draft.mechanics}))
    if "excluded" in row:
        results.append(("excluded", set(row["excluded"]) <= set(draft.excluded)))
    if "counts" in row:
        counts = {enemy.value.noun: enemy.value.count for enemy in draft.enemies}
        results.append(("counts", all(counts.get(noun) == count for noun, count in row["counts"].items())))
    if "boss" in row:
        results.append(("boss", draft.boss.value is not None and draft.boss.value.noun == row["boss"]))
    return results


def naive(prompt: str) -> str:
    """The baseline: the first kind whose name occurs in the prompt."""
    text = prompt.lower()
    return next((kind for kind in KINDS if kind in text or kind.replace("-", " ") in text), "platformer")


def measure(path: Path, understand: Callable[[str], GameDraft], *, misses: bool) -> list[float]:
    """Print the shares of one file and return the milliseconds of CPU time each prompt took."""
    spent: list[float] = []
    rows: list[Row] = json.loads(path.read_text())
    first = third = heroes = hero_total = found = enemies = settings = setting_total = guessed = extra = prizes = prize_total = dangers = 0
    checks: list[tuple[str, bool]] = []
    for row in rows:
        start = time.process_time()
        draft = understand(row["prompt"])
        spent.append((time.process_time() - start) * 1000)
        wrong: list[str] = []
        allowed = row["genre_ok"]
        kinds = [guess.kind for guess in draft.kinds]
        first += kinds[0] in allowed
        third += any(kind in allowed for kind in kinds)
        guessed += naive(row["prompt"]) in allowed
        if kinds[0] not in allowed:
            wrong.append(f"kind {row['genre']} <- {kinds}")
        if "hero" in row:
            hero_total += 1
            right = named(draft.hero.value, row["hero"])
            heroes += right
            if not right:
                wrong.append(f"hero {row['hero']} <- {draft.hero.value.phrase if draft.hero.value else None}")
        stated = [enemy.value for enemy in draft.enemies] + ([draft.boss.value] if draft.boss.value else [])
        for label in row.get("enemies", []):
            enemies += 1
            right = any(named(thing, label) for thing in stated)
            found += right
            dangers += right or any(named(hazard.value, label) for hazard in draft.hazards)
            if not right:
                wrong.append(f"enemy {label} <- {[thing.phrase for thing in stated]}")
        if "enemies" in row:
            extra += max(0, len(draft.enemies) - len(row["enemies"]))
        for label in row.get("collectibles", []):
            prize_total += 1
            right = any(named(item.value, label) for item in draft.collectibles)
            prizes += right
            if not right:
                wrong.append(f"collectible {label} <- {[item.value.phrase for item in draft.collectibles]}")
        options = alternatives(row.get("setting", "null"))
        if "null" not in options:
            setting_total += 1
            right = draft.setting.value in options
            settings += right
            if not right:
                wrong.append(f"setting {row['setting']} <- {draft.setting.value}")
        more = fields(row, draft)
        checks += more
        wrong += [f"{name} {row.get(name)}" for name, ok in more if not ok]
        if misses and wrong:
            print(f"    {row['prompt']}\n        " + "\n        ".join(wrong))

    def share(right: int, total: int) -> str:
        return f"{right / total:6.1%}" if total else "     -"

    right = sum(ok for _, ok in checks)
    print(
        f"{path.stem:<18} n={len(rows):<4} kind {share(first, len(rows))} top-3 {share(third, len(rows))}"
        f" (names only {share(guessed, len(rows))})  hero {share(heroes, hero_total)}"
        f"  enemies {share(found, enemies)} ({share(dangers, enemies).strip()} with hazards, +{extra} unlabelled)"
        f"  collectibles {share(prizes, prize_total)}"
        f"  setting {share(settings, setting_total)}"
        f"  fields {share(right, len(checks))}"
    )
    return spent


def latency(prompts: list[str], first: list[float]) -> None:
    def times(call: Callable[[str], object], clock: Callable[[], float]) -> list[float]:
        result: list[float] = []
        for prompt in prompts:
            start = clock()
            call(prompt)
            result.append((clock() - start) * 1000)
        return sorted(result)

    first = sorted(first)
    print(f"latency per new prompt, CPU time: p50 {statistics.median(first):.2f} ms, p95 {first[int(0.95 * len(first))]:.2f} ms")
    for name, clock in (("wall", time.perf_counter), ("CPU", time.process_time)):
        ours = times(understand_game, clock)
        print(f"latency read again, {name} time: p50 {statistics.median(ours):.2f} ms, p95 {ours[int(0.95 * len(ours))]:.2f} ms")
    ours, base = times(understand_game, time.perf_counter), times(naive, time.perf_counter)
    print(f"ratio to the names-only baseline: {statistics.median(ours) / statistics.median(base):.0f}x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was wrong, prompt by prompt")
    options = parser.parse_args()
    files = options.files or sorted(PROMPTS.glob("*.json"))
    understand_game("warm up: a fox jumps over a hen")  # loads the tables
    first = [spent for path in files for spent in measure(path, understand_game, misses=options.misses)]
    latency([row["prompt"] for path in files for row in json.loads(path.read_text())], first)


if __name__ == "__main__":
    main()
