"""Operations on the design: numbers, difficulty, abilities, the number of levels."""

from __future__ import annotations

import math
from typing import Any, Final

from makebelieve.games.bestiary import habitats
from makebelieve.games.cast import entity_of, thing_of
from makebelieve.games.chance import pick
from makebelieve.games.design import LIMITS
from makebelieve.games.edits.operations import (
    AddDesign,
    AddLevels,
    RemoveLevel,
    Reshuffle,
    ScaleDesign,
    SetDesign,
    SetLevels,
    SetMechanic,
    ShiftDifficulty,
)
from makebelieve.games.edits.plan import Check, Plan, danger_tiles, levels_of, occurrences, types_of
from makebelieve.games.game import Config
from makebelieve.games.naming import scene_names
from makebelieve.games.skeleton import scene_seed
from makebelieve.kit.seeds import derive_seed

_LABELS: Final = {
    "length": "length of the levels",
    "enemy_density": "number of enemies",
    "collectible_density": "number of things to collect",
    "hazard_density": "number of dangers",
    "lives": "lives",
    "health": "health of the hero",
    "time_limit": "seconds per level",
    "hero_speed": "speed of the hero",
    "jump_height": "jump height",
    "gravity": "gravity",
    "enemy_speed": "speed of the enemies",
    "difficulty": "difficulty",
    "boss": "boss",
}
# Numbers that shape no level: the layouts stay, only the proof is made anew.
_NO_LAYOUT: Final = {"lives", "health", "time_limit", "enemy_speed"}
_WHOLE: Final = {"lives", "health", "time_limit"}
_DIFFICULTIES: Final = ("easy", "normal", "hard")
_COUNTED: Final = {"enemy_density": ("enemy",), "collectible_density": ("collectible",), "hazard_density": ("hazard",)}
# A kind without jumps has no jump height to change.
_SIDE_VIEW_ONLY: Final = {"jump_height", "gravity"}


def _where(level: int | None) -> str:
    return f" in level {level + 1}" if level is not None else ""


def _text(value: Any) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def count_check(name: str, level: int | None, up: bool) -> Check:
    """More (or fewer) of a density's things than before, in the level or altogether; kinds that drop them at play time place none."""

    def check(before: Config, after: Config) -> tuple[bool, str] | None:
        def total(config: Config) -> int:
            scenes = levels_of(config)
            chosen = [scenes[level]] if level is not None and level < len(scenes) else scenes
            things = sum(occurrences(config, s, types_of(config, *_COUNTED[name])) for s in chosen)
            return things + (sum(danger_tiles(config, s) for s in chosen) if name == "hazard_density" else 0)

        was, is_ = total(before), total(after)
        if was == is_ == 0:
            return None
        return (is_ > was if up else is_ < was), f"{was} -> {is_}"

    return check


def number_check(name: str, level: int | None, value: Any) -> Check:
    """The design holds the new value."""

    def check(_before: Config, after: Config) -> tuple[bool, str]:
        own = after["scenes"][levels_of(after)[level]]["properties"].get("design", {}) if level is not None else {}
        now = own.get(name, after["game"]["design"].get(name))
        rules = after["game"].get("rules", {})
        played = rules.get(name, rules.get(f"hero_{name}", now)) if name in _WHOLE and level is None else now
        return now == value == played, _text(now) if now == played else f"{_text(now)} asked for; this kind of game plays {_text(played)}"

    return check


def _assign(plan: Plan, name: str, value: Any, level: int | None) -> None:
    was = plan.value(name, level)
    if name in LIMITS:
        low, high = LIMITS[name]
        value = round(min(high, max(low, float(value))), 3)
        value = int(value) if name in _WHOLE or value == int(value) else value
    if value == was and name != "boss":
        plan.kept.append(f"{_LABELS[name]}{_where(level)}: {_text(was)} already, which is as far as it goes or what was asked for")
        return
    if name in _SIDE_VIEW_ONLY and plan.family != "platform":
        plan.miss(_LABELS[name], f"a {plan.game['kind']} game is seen from above or flown; it has no {_LABELS[name]}")
        return
    if name == "time_limit" and plan.game["kind"] == "horde-survivors":
        _survive(plan, value, level)
        return
    if name == "time_limit" and value and (slowest := _bot_seconds(plan, level)) > value:
        least = math.ceil(slowest * 1.2)
        plan.miss(f"{_text(value)} seconds", f"the bot itself needs {slowest:.0f} s; {least} s or more, or shorter levels, would do")
        return
    plan.put(name, value, level)
    if name == "health":
        plan.design["mechanics"] = [m for m in plan.design.get("mechanics", []) if m != "one-hit"]
        for entity in plan.entities:
            if entity["properties"].get("role") == "hero":
                entity["health"] = value
    if name not in _NO_LAYOUT:
        plan.compose(level)
    plan.changed.append(f"{_LABELS[name]}{_where(level)}: {_text(was)} -> {_text(value)}")
    plan.claim(f"{name}:{level}", f"{_LABELS[name]}{_where(level)} is {_text(value)}", number_check(name, level, value))
    if name in _COUNTED:
        up = value > was
        plan.claim(f"count:{name}:{level}", f"{'more' if up else 'fewer'} of them{_where(level)}", count_check(name, level, up))


def _survive(plan: Plan, seconds: int, level: int | None) -> None:
    """In a horde the clock is the mark: how long to last, not how long there is."""

    def check(_before: Config, after: Config) -> tuple[bool, str]:
        scenes = levels_of(after)
        chosen = scenes if level is None else [scenes[level]]
        marks = [int(after["scenes"][s]["properties"]["level"]["mark"]["value"]) for s in chosen]
        return all(mark == seconds for mark in marks) or not seconds, f"{', '.join(map(str, marks))} s to survive"

    plan.put("time_limit", seconds, level)
    plan.compose(level)
    told = f"{seconds}" if seconds else "the kind's own"
    plan.changed.append(f"seconds to survive{_where(level)}: {told}")
    plan.claim(f"time_limit:{level}", f"{told} seconds{_where(level)} must be survived", check)


def _bot_seconds(plan: Plan, level: int | None) -> float:
    """How long the certificate of the level, or of the slowest one, takes."""
    proof = plan.game.get("proof") or {}
    levels = proof.get("certificate", {}).get("levels", [])
    wanted = {plan.scene_of(level)} if level is not None else set(plan.levels())
    return max((int(entry["ticks"]) / 60 for entry in levels if entry["scene"] in wanted), default=0.0)


def set_design(plan: Plan, op: SetDesign) -> None:
    if op.field == "boss":
        _boss(plan, bool(op.value))
    else:
        _assign(plan, op.field, op.value, op.level)


def scale_design(plan: Plan, op: ScaleDesign) -> None:
    was = plan.value(op.field, op.level)
    if op.field == "time_limit" and not was:
        if op.factor < 1:
            _assign(plan, "time_limit", 60, op.level)
        else:
            plan.kept.append("time: there is no limit, so there is all the time in the world")
        return
    if was == 0:
        was = 0.7 if op.factor > 1 else 0
    _assign(plan, op.field, was * op.factor, op.level)


def add_design(plan: Plan, op: AddDesign) -> None:
    was = plan.value(op.field)
    if op.field == "time_limit" and not was:
        plan.kept.append("time: there is no limit, so there is all the time in the world")
        return
    _assign(plan, op.field, was + op.amount, None)


def shift_difficulty(plan: Plan, op: ShiftDifficulty) -> None:
    was = str(plan.value("difficulty", op.level))
    at = _DIFFICULTIES.index(was) + op.steps
    if 0 <= at < len(_DIFFICULTIES):
        _assign(plan, "difficulty", _DIFFICULTIES[at], op.level)
        return
    # Beyond the scale's end: more or less of what makes it hard.
    factor = 1.3 if op.steps > 0 else 0.7
    for name in ("enemy_density", "hazard_density"):
        _assign(plan, name, float(plan.value(name, op.level)) * factor, op.level)


def set_mechanic(plan: Plan, op: SetMechanic) -> None:
    mechanics: list[str] = list(plan.design.get("mechanics", []))
    label = op.name.replace("-", " ")
    if op.on and op.name not in plan.info["mechanics"]:
        known = ", ".join(m.replace("-", " ") for m in plan.info["mechanics"])
        plan.miss(label, f"{plan.game['kind']} games do not play '{label}'; they know: {known}")
    elif op.on == (op.name in mechanics):
        plan.kept.append(f"{label}: {'is there already' if op.on else 'was not in the game'}")
    else:
        plan.design["mechanics"] = [*mechanics, op.name] if op.on else [m for m in mechanics if m != op.name]
        plan.compose()
        plan.changed.append(f"{label}: {'added' if op.on else 'removed'}")
        plan.claim(f"mechanic:{op.name}", f"{label} is {'on' if op.on else 'off'}", _mechanic_check(op.name, op.on))


def _mechanic_check(name: str, on: bool) -> Check:
    def check(_before: Config, after: Config) -> tuple[bool, str]:
        mechanics = after["game"]["design"].get("mechanics", [])
        return (name in mechanics) == on, ", ".join(mechanics) or "none"

    return check


def _boss(plan: Plan, on: bool) -> None:
    there = [e["type"] for e in plan.entities if e["properties"].get("role") == "boss"]
    if on and "boss" not in plan.info["mechanics"]:
        plan.miss("boss", f"{plan.game['kind']} games have no bosses")
        return
    if on == bool(plan.design.get("boss")) and on == bool(there):
        plan.kept.append("boss: is there already" if on else "boss: there was none")
        return
    plan.design["boss"] = on
    if on and not there:
        seed = int(plan.game.get("seed", 0))
        thing = thing_of(pick(habitats()[plan.game["theme"]["biome"]].bosses, seed, "boss"), seed)
        plan.entities.append(entity_of(thing, "boss", (), seed, plan.info["behaviors"]))
    if not on:
        plan.config["entities"] = [e for e in plan.entities if e["properties"].get("role") != "boss"]
    plan.scenes.add(plan.levels()[-1])
    plan.changed.append("boss: one waits in the last level" if on else "boss: removed")
    plan.claim("boss", "the last level has a boss" if on else "no level has a boss", _boss_check(on))


def _boss_check(on: bool) -> Check:
    def check(_before: Config, after: Config) -> tuple[bool, str]:
        bosses = types_of(after, "boss")
        found = sum(occurrences(after, s, bosses) for s in levels_of(after))
        found += sum(1 for s in levels_of(after) if after["scenes"][s]["properties"]["level"]["mark"]["kind"] == "boss")
        return (found > 0) == on, f"{found} found"

    return check


def add_levels(plan: Plan, op: AddLevels) -> None:
    set_levels(plan, SetLevels(len(plan.levels()) + op.count))


def set_levels(plan: Plan, op: SetLevels) -> None:
    levels = plan.levels()
    most = int(LIMITS["levels"][1])
    wanted = min(most, max(1, op.count))
    if wanted != op.count:
        plan.miss(f"{op.count} levels", f"a game has 1 to {most} levels")
        if wanted == len(levels):
            return
    if wanted == len(levels):
        plan.kept.append(f"levels: there are {wanted} already")
        return
    # The last level is the finale; levels come and go before it.
    finale = levels[-1] if wanted > 1 and len(levels) > 1 else None
    if wanted > len(levels):
        at = finale if finale is not None else levels[-1] + 1
        _insert(plan, at, wanted - len(levels))
    else:
        for scene in sorted(levels[wanted - 1 : -1] if finale is not None else levels[wanted:], reverse=True):
            _drop(plan, scene)
    plan.design["levels"] = wanted
    plan.changed.append(f"levels: {len(levels)} -> {wanted}")
    plan.claim("levels", f"{wanted} levels", lambda _before, after: (len(levels_of(after)) == wanted, str(len(levels_of(after)))))


def remove_level(plan: Plan, op: RemoveLevel) -> None:
    levels = plan.levels()
    if not -1 <= op.level < len(levels):
        plan.miss(f"level {op.level + 1}", f"there are {len(levels)} levels")
        return
    if len(levels) == 1:
        plan.miss("the only level", "a game has at least one level")
        return
    scene = levels[op.level]
    name = plan.config["scenes"][scene]["name"]
    _drop(plan, scene)
    if scene == levels[-1] and plan.design.get("boss"):
        plan.scenes.add(plan.levels()[-1])
    plan.design["levels"] = len(levels) - 1
    plan.changed.append(f"levels: {len(levels)} -> {len(levels) - 1}, without '{name}'")
    plan.claim(
        "levels",
        "one level less",
        lambda before, after: (len(levels_of(after)) == len(levels_of(before)) - 1, f"{len(levels_of(after))} levels"),
    )


def _insert(plan: Plan, at: int, count: int) -> None:
    scenes, game = plan.config["scenes"], plan.game
    taken = {scene["name"] for scene in scenes}
    seed = int(game.get("seed", 0))
    pool = [n for n in scene_names(game["theme"]["biome"], None, 10, derive_seed(seed, str(game.get("prompt", "")))) if n not in taken]
    for k in range(count):
        # Seeds follow the highest number of levels the game ever had, so that no level comes back by chance.
        index = len(levels_of(plan.config)) + k
        name = pool[k % len(pool)] if pool else f"Level {index + 1}"
        scene_properties = {"seed": scene_seed(seed, f"added-{at}:{game.get('prompt', '')}", index)}
        scenes.insert(at + k, {"name": name, "type": "gameplay", "entities": [], "properties": scene_properties})
    _renumber(plan, at, count)
    plan.scenes |= set(range(at, at + count))


def _drop(plan: Plan, scene: int) -> None:
    del plan.config["scenes"][scene]
    plan.scenes.discard(scene)
    proof = plan.game.get("proof")
    if proof:
        proof["levels"] = [entry for entry in proof["levels"] if entry["scene"] != scene]
        proof["certificate"]["levels"] = [entry for entry in proof["certificate"]["levels"] if entry["scene"] != scene]
    _renumber(plan, scene + 1, -1)


def _renumber(plan: Plan, start: int, by: int) -> None:
    """Scenes from `start` on moved by `by`: their proofs and marks move along, so that nothing is proven twice."""
    plan.scenes = {s + by if s >= start else s for s in plan.scenes}
    proof = plan.game.get("proof")
    if proof:
        for entry in (*proof["levels"], *proof["certificate"]["levels"]):
            if entry["scene"] >= start:
                entry["scene"] += by


def reshuffle(plan: Plan, op: Reshuffle) -> None:
    for level in [op.level] if op.level is not None else range(len(plan.levels())):
        scene = plan.scene_of(level)
        properties = plan.config["scenes"][scene]["properties"]
        properties["seed"] = derive_seed(int(properties.get("seed", 0)), "again")
        plan.scenes.add(scene)
    where = _where(op.level) or " everywhere"
    plan.changed.append(f"layout{where}: a new one")
    plan.claim(f"layout:{op.level}", f"another layout{where}", _layout_check(op.level))


def _layout_check(level: int | None) -> Check:
    def check(before: Config, after: Config) -> tuple[bool, str]:
        chosen = levels_of(after) if level is None else [levels_of(after)[level]]
        other = [s for s in chosen if before["scenes"][s]["properties"]["level"] != after["scenes"][s]["properties"]["level"]]
        return len(other) == len(chosen), f"{len(other)} of {len(chosen)} differ"

    return check
