"""How edit messages are understood: share applied as meant, or rightly refused.

    python bench/edits.py [--misses] [--play N]

Sentences and what each should do: tests/games/edits/{development,held_out}.json, on the three games of games.json there. A sentence
counts only if everything it should do happens to the config, nothing else does, and what should be refused is refused. Baseline of the
same run: look for one known phrase anywhere in the message and do that. `--play N` also composes the games, runs every N-th sentence
of each half through `games.iterate` with its proof, and reports the share whose receipt holds in every check.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
import statistics
import time
from pathlib import Path
from typing import Any

from makebelieve.games import iterate
from makebelieve.games.edits.apply_story import apply
from makebelieve.games.edits.operations import History
from makebelieve.games.edits.plan import Plan
from makebelieve.games.edits.reader import read
from makebelieve.games.hosting import kinds_of, shared_engine
from makebelieve.language.colors import COLOR_WORDS

EDITS = Path(__file__).resolve().parent.parent / "tests" / "games" / "edits"
Case = dict[str, Any]
Effects = dict[str, Any]

# Effects that come along with another one.
_COMPANIONS = {
    "theme.biome": ("theme.palette", "theme.place", "scenes.names", "entity.looks"),
    "theme.time_of_day": ("theme.palette",),
    "theme.mood": ("theme.palette",),
    "theme.palette": ("theme.palette_source",),
    "design.boss": ("entity+", "entity-", "entity.boss"),
    "design.health": ("entity.hero.health",),
    "levels": ("design.levels", "scenes.names"),
    "kind": ("design.mechanics", "entity.looks", "entity-", "design.boss"),
}


def effects_of(before: dict[str, Any], after: dict[str, Any]) -> Effects:
    """What differs between two configs, as `path -> (old, new)`; levels are not looked at."""
    effects: Effects = {}

    def note(path: str, old: object, new: object) -> None:
        if old != new:
            effects[path] = (old, new)

    a, b = before["game"], after["game"]
    note("title", a["title"], b["title"])
    note("kind", a["kind"], b["kind"])
    for name in sorted({*a["design"], *b["design"]}):
        note(f"design.{name}", a["design"].get(name), b["design"].get(name))
    for name in sorted({*a["theme"], *b["theme"]}):
        note(f"theme.{name}", a["theme"].get(name), b["theme"].get(name))
    note("levels", len(before["scenes"]), len(after["scenes"]))
    for i, (s, t) in enumerate(zip(before["scenes"], after["scenes"], strict=False), start=1):
        own, new = s["properties"].get("design", {}), t["properties"].get("design", {})
        for name in sorted({*own, *new}):
            note(f"design.{name}@{i}", own.get(name, a["design"].get(name)), new.get(name))
    old = {e["type"]: e for e in before["entities"]}
    new_ = {e["type"]: e for e in after["entities"]}
    for type_ in sorted({*old, *new_}):
        if type_ not in new_:
            effects[f"entity-{type_}"] = (old[type_], None)
        elif type_ not in old:
            effects[f"entity+{type_}"] = (None, new_[type_])
        else:
            o, n = old[type_], new_[type_]
            for key in ("speed", "health", "ai_behavior"):
                note(f"entity.{type_}.{key}", o.get(key, 1), n.get(key, 1))
            for key in ("name", "frequency"):
                note(f"entity.{type_}.{key}", o["properties"].get(key, 1), n["properties"].get(key, 1))
            for key in ("prompt", "body", "colors", "size"):
                note(f"entity.{type_}.{key}", o["properties"]["sprite"].get(key), n["properties"]["sprite"].get(key))
    return effects


def _up(change: tuple[Any, Any], sign: str) -> bool:
    return (change[1] > change[0]) if sign == "+" else (change[1] < change[0])


def _matches(wish: str, effects: Effects) -> set[str] | None:
    """Paths of the effects that one expectation accounts for; None if it is not met."""
    if found := re.fullmatch(r"([a-z_]+)([+-])(?:@(\d))?", wish):
        name, sign, level = found.groups()
        if name == "boss_health":
            path = "entity.boss.health"
        else:
            path = f"design.{name}" + (f"@{level}" if level else "")
        return {path} if path in effects and _up(effects[path], sign) else None
    if found := re.fullmatch(
        r"(difficulty|enemy_density|collectible_density|hazard_density|lives|health|time_limit)=(\w+)(?:@(\d))?", wish
    ):
        path = f"design.{found[1]}" + (f"@{found[3]}" if found[3] else "")
        return {path} if path in effects and str(effects[path][1]) == found[2] else None
    if wish.startswith("boss="):
        return {"design.boss"} if effects.get("design.boss", (0, None))[1] is (wish == "boss=true") else None
    if found := re.fullmatch(r"boss~(\w+)", wish):
        boss = effects.get("entity+boss") or effects.get("entity.boss.name")
        text = json.dumps(boss[1]) if boss else ""
        return {p for p in effects if p.startswith(("entity+boss", "entity.boss"))} if found[1] in text else None
    if found := re.fullmatch(r"levels=(\d+)", wish):
        return {"levels"} if effects.get("levels", (0, 0))[1] == int(found[1]) else None
    if found := re.fullmatch(r"mechanic([+-])([\w-]+)", wish):
        old, new = effects.get("design.mechanics", ([], []))
        changed = set(new) - set(old) if found[1] == "+" else set(old) - set(new)
        return {"design.mechanics"} if found[2] in changed else None
    if found := re.fullmatch(r"-(\w[\w-]*)", wish):
        return {f"entity-{found[1]}"} if f"entity-{found[1]}" in effects else None
    if found := re.fullmatch(r"\+(\w+):(\w+)", wish):
        path = next((p for p in effects if p.startswith("entity+") and found[1] in p), None)
        return {path} if path and effects[path][1]["properties"]["role"] == found[2] else None
    if found := re.fullmatch(r"hero~(\w+)", wish):
        name = effects.get("entity.hero.name", ("", ""))[1]
        return {p for p in effects if p.startswith("entity.hero.")} if found[1] in name.split() else None
    if found := re.fullmatch(r"(time|biome|mood)=(\w+)", wish):
        path = f"theme.{ {'time': 'time_of_day'}.get(found[1], found[1]) }"
        return {path} if effects.get(path, (0, 0))[1] == found[2] else None
    if wish == "palette":
        return {"theme.palette"} if "theme.palette" in effects else None
    if found := re.fullmatch(r"color (\w+) (\w+)", wish):
        colors = effects.get(f"entity.{found[1]}.colors", ((), ()))[1]
        return {p for p in effects if p.startswith(f"entity.{found[1]}.")} if COLOR_WORDS[found[2]] in colors else None
    if found := re.fullmatch(r"(speed|health|size) (\w+) ([+-])", wish):
        path = f"entity.{found[2]}.{found[1]}"
        return {path} if path in effects and _up(effects[path], found[3]) else None
    if found := re.fullmatch(r"(more|less) (\w+)", wish):
        path = f"entity.{found[2]}.frequency"
        return {path} if path in effects and _up(effects[path], "+" if found[1] == "more" else "-") else None
    if found := re.fullmatch(r"behavior (\w+) (\w+)", wish):
        path = f"entity.{found[1]}.ai_behavior"
        return {path} if effects.get(path, (0, 0))[1] == found[2] else None
    if found := re.fullmatch(r"name (\w+) (.+)", wish):
        path = f"entity.{found[1]}.name"
        return {path} if effects.get(path, (0, 0))[1] == found[2] else None
    if found := re.fullmatch(r"title=(.+)", wish):
        return {"title"} if effects.get("title", (0, 0))[1] == found[1] else None
    if found := re.fullmatch(r"kind=(.+)", wish):
        return {"kind"} if effects.get("kind", (0, 0))[1] == found[1] else None
    raise ValueError(f"unknown expectation '{wish}'")


def _alternatives(wish: str) -> list[str]:
    """ "enemy_density-|difficulty=easy" -> both; "biome=haunted|castle" -> both values."""
    first, *others = wish.split("|")
    stem = first.split("=")[0] + "=" if "=" in first else ""
    return [first, *(other if re.search(r"[=+\-~ ]", other) else stem + other for other in others)]


def as_meant(expect: list[str], effects: Effects, moves: list[History], missed: list[str]) -> bool:
    """Whether all that was expected happened, and nothing else."""
    if expect[0] in ("undo", "redo") or expect[0].startswith("version="):
        want = expect[0].split("=")
        return len(moves) == 1 and moves[0].move == want[0] and (len(want) < 2 or moves[0].version == int(want[1])) and not effects
    if expect == ["already"]:
        return not effects and not moves and not missed
    if expect == ["refuse"]:
        return not effects and not moves and bool(missed)
    explained: set[str] = set()
    for wish in expect:
        if wish.startswith("unknown:"):
            if not any(wish[8:] in words for words in missed):
                return False
            continue
        for alternative in _alternatives(wish):
            if (paths := _matches(alternative, effects)) is not None:
                explained |= paths
                break
        else:
            return False
    companions = tuple(c for path in explained for c in _COMPANIONS.get(path.split("@")[0], ()))
    rest = {p for p in effects if p not in explained and not p.startswith(companions)} if companions else set(effects) - explained
    if "theme.biome" in explained or "kind" in explained:
        rest = {p for p in rest if not p.startswith("entity.")}
    if "theme.palette" in companions:
        rest -= {"theme.palette_source"}
    return not rest and not moves


def attempt(case: Case, games: dict[str, Any], kinds: Any) -> tuple[bool, str]:
    """Read and apply one sentence without the engine; whether it did what was meant, and what it did."""
    before = games[case["base"]]
    reading = read(case["say"], before)
    moves = [op for op in reading.operations if isinstance(op, History)]
    plan = Plan.of(before, kinds)
    for operation in reading.operations:
        if not isinstance(operation, History):
            apply(plan, operation)
    missed = [m.words for m in (*reading.missed, *plan.missed)]
    effects = effects_of(before, plan.config)
    return as_meant(case["expect"], effects, moves, missed), f"{sorted(effects)} missed={missed}"


_NAIVE = (
    (r"harder", ("difficulty", "hard")),
    (r"easier|easy", ("difficulty", "easy")),
    (r"more enemies", ("enemy_density", 1.5)),
    (r"fewer enemies|less enemies", ("enemy_density", 0.6)),
    (r"no enemies", ("enemy_density", 0)),
    (r"more coins", ("collectible_density", 1.5)),
    (r"fewer coins|less coins", ("collectible_density", 0.6)),
    (r"no spikes", ("hazard_density", 0)),
    (r"faster", ("hero_speed", 1.3)),
    (r"slower", ("enemy_speed", 0.7)),
    (r"longer", ("length", 1.4)),
    (r"shorter", ("length", 0.7)),
    (r"jump higher", ("jump_height", 1.3)),
    (r"boss", ("boss", True)),
)


def baseline(case: Case, games: dict[str, Any]) -> bool:
    """One known phrase anywhere in the message."""
    before = games[case["base"]]
    after = copy.deepcopy(before)
    for pattern, (name, value) in _NAIVE:
        if re.search(pattern, case["say"]):
            after["game"]["design"][name] = value
            break
    else:
        for name in ("double-jump", "wall-jump", "dash", "glide", "springs"):
            if name.replace("-", " ") in case["say"]:
                after["game"]["design"]["mechanics"] = [name]
                break
        else:
            if "night" in case["say"]:
                after["game"]["theme"]["time_of_day"] = "night"
    moves = [History("undo")] if "undo" in case["say"] else []
    effects = effects_of(before, after)
    return as_meant(case["expect"], effects, moves, [] if effects or moves else [case["say"]])


def load(half: str) -> list[Case]:
    cases: list[Case] = json.loads((EDITS / f"{half}.json").read_text(encoding="utf-8"))
    return cases


def _played(cases: list[Case], games: dict[str, Any], every: int) -> str:
    held = done = refused = 0
    for case in cases[::every]:
        result = iterate(games[case["base"]], case["say"])
        if not result.applied:
            refused += 1
            continue
        done += 1
        bad = [c for c in result.receipt.checks if not c["ok"]]
        held += not bad
        if bad:
            print(f"    {case['say']}: {bad}")
    return f"{held}/{done} receipts hold ({refused} refused or left to the keeper of versions)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print the sentences that went wrong")
    parser.add_argument("--play", type=int, default=0, metavar="N", help="run every N-th sentence with composition and proof")
    options = parser.parse_args()
    games = json.loads((EDITS / "games.json").read_text(encoding="utf-8"))
    kinds = kinds_of(shared_engine()).kinds
    composed = {name: shared_engine().call("compose", config=g, timeout=300)["config"] for name, g in games.items()} if options.play else {}
    print("| half | sentences | as meant or rightly refused | one-phrase baseline | ratio | p50 ms |")
    print("|---|---|---|---|---|---|")
    for half in ("development", "held_out"):
        cases = load(half)
        right, naive, times, misses = 0, 0, [], []
        for case in cases:
            started = time.perf_counter()
            ok, detail = attempt(case, games, kinds)
            times.append((time.perf_counter() - started) * 1000)
            right += ok
            naive += baseline(case, games)
            if not ok:
                misses.append(f"  {case['say']!r} expected {case['expect']}, got {detail}")
        share, plain = right / len(cases), naive / len(cases)
        print(f"| {half} | {len(cases)} | {share:.1%} | {plain:.1%} | {share / max(plain, 0.001):.1f} | {statistics.median(times):.1f} |")
        if options.misses:
            print("\n".join(misses))
        if options.play:
            print(_played(cases, composed, options.play))


if __name__ == "__main__":
    main()
