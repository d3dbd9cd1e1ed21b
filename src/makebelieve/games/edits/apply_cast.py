"""Operations on the cast: who is in the game, how they look, move and act."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.games.behavior import natural_behavior, playable
from makebelieve.games.cast import entity_of
from makebelieve.games.edits.operations import AddEntity, Recolor, RemoveEntity, RenameEntity, ReplaceEntity, ScaleEntity, SetBehavior
from makebelieve.games.edits.plan import Check, Plan, level_of, levels_of, occurrences, types_of
from makebelieve.games.game import Config
from makebelieve.games.naming import plural
from makebelieve.language.colors import COLOR_WORDS

# What a family derives from an enemy's behaviour or a hazard's name and writes into its properties.
DERIVED: Final = ("flying", "base_speed", "score", "hitbox", "stompable", "damage", "form", "size")
_AIRBORNE: Final = {"fly", "swarm"}
# Hit points that the top-down family gives by behaviour when the config says none.
_TOPDOWN_HITS: Final = {"patrol": 2, "chase": 2, "shoot": 2, "charge": 3, "guard": 2, "boss": 14}
_SPEED_LIMITS: Final = (0.3, 3.0)
_HEALTH_LIMITS: Final = (1, 60)


def gone_check(type_: str) -> Check:
    def check(_before: Config, after: Config) -> tuple[bool, str]:
        left = sum(occurrences(after, s, {type_}) for s in levels_of(after))
        known = any(e["type"] == type_ for e in after["entities"])
        return left == 0 and not known, f"{left} left"

    return check


def occurs_check(type_: str) -> Check:
    def check(_before: Config, after: Config) -> tuple[bool, str]:
        per_level = [occurrences(after, s, {type_}) for s in levels_of(after)]
        return sum(per_level) > 0, " + ".join(str(n) for n in per_level)

    return check


def entity_check(type_: str, path: tuple[str, ...], value: Any) -> Check:
    """The entity holds the value at the path."""

    def check(_before: Config, after: Config) -> tuple[bool, str]:
        entity: Any = next((e for e in after["entities"] if e["type"] == type_), {})
        for key in path:
            entity = entity.get(key, {})
        return entity == value, str(entity)

    return check


def add_entity(plan: Plan, op: AddEntity) -> None:
    seed = int(plan.game.get("seed", 0))
    taken = {e["type"] for e in plan.entities}
    entity = entity_of(op.thing, op.role, taken, seed, plan.info["behaviors"])
    if op.role == "boss":
        plan.config["entities"] = [e for e in plan.entities if e["type"] != "boss"]
        plan.scenes.add(plan.levels()[-1])
    else:
        density = {"enemy": "enemy_density", "collectible": "collectible_density", "hazard": "hazard_density"}[op.role]
        if not plan.value(density):
            plan.put(density, 0.7)
        plan.compose()
    plan.entities.append(entity)
    name = entity["properties"]["name"]
    plan.changed.append(f"{plural(name) if op.role != 'boss' else name}: added as {'the boss' if op.role == 'boss' else op.role}")
    # Tile dangers (spikes, lava) stand in the rows, not among the spawns; there the entity only gives them their look.
    if op.role != "hazard":
        plan.claim(f"entity:{entity['type']}", f"{name} occurs", occurs_check(entity["type"]))


def remove_entity(plan: Plan, op: RemoveEntity) -> None:
    entity = plan.entity(op.type)
    if entity is None:
        return
    role, name = entity["properties"].get("role"), plan.name(op.type)
    plan.config["entities"] = [e for e in plan.entities if e["type"] != op.type]
    last = not types_of(plan.config, str(role))
    if last and role in ("enemy", "collectible", "hazard"):
        plan.put({"enemy": "enemy_density", "collectible": "collectible_density", "hazard": "hazard_density"}[role], 0)
    for scene in plan.levels():
        level = level_of(plan.config, scene)
        if not occurrences(plan.config, scene, {op.type}) and role != "hazard":
            continue
        if role == "enemy" and plan.family in ("platform", "topdown") and not last and "waves" not in level:
            # Only the creature goes; the place it stood in stays as it was.
            level["spawns"] = [spawn for spawn in level["spawns"] if spawn["type"] != op.type]
        else:
            plan.scenes.add(scene)
    plan.changed.append(f"{plural(name)}: removed")
    plan.claim(f"entity:{op.type}", f"{name} no longer occurs", gone_check(op.type))


def replace_entity(plan: Plan, op: ReplaceEntity) -> None:
    entity = plan.entity(op.type)
    if entity is None:
        return
    role, old = str(entity["properties"]["role"]), plan.name(op.type)
    seed = int(plan.game.get("seed", 0))
    if role in ("hero", "boss"):
        made = entity_of(op.thing, role, (), seed, plan.info["behaviors"])
        entity["properties"].update(name=made["properties"]["name"], sprite=made["properties"]["sprite"])
        new = str(made["properties"]["name"])
        plan.claim(f"name:{op.type}", f"the {role} is {new}", entity_check(op.type, ("properties", "name"), new))
    else:
        taken = {e["type"] for e in plan.entities}
        made = entity_of(op.thing, role, taken, seed, plan.info["behaviors"])
        new = str(made["properties"]["name"])
        same_gait = (entity.get("ai_behavior") in _AIRBORNE) == (made.get("ai_behavior") in _AIRBORNE)
        for key in ("speed", "count"):
            if key in entity and key not in made:
                made[key] = entity[key]
        if role == "collectible":
            made["properties"]["score"] = entity["properties"].get("score", 10)
        plan.entities[plan.entities.index(entity)] = made
        for scene in plan.levels():
            level = level_of(plan.config, scene)
            if not occurrences(plan.config, scene, {op.type}):
                continue
            for spawn in (*level.get("spawns", []), *level.get("waves", [])):
                for key in ("type", "holds", "drop"):
                    if spawn.get(key) == op.type:
                        spawn[key] = made["type"]
            if not same_gait:
                plan.scenes.add(scene)
        if role == "hazard":
            plan.compose()
        plan.claim(f"entity:{op.type}", f"{old} no longer occurs", gone_check(op.type))
        if role != "hazard" and any(occurrences(plan.before, s, {op.type}) for s in levels_of(plan.before)):
            plan.claim(f"entity:{made['type']}", f"{new} occurs instead", occurs_check(str(made["type"])))
    _retell(plan, old, new)
    plan.changed.append(f"{old} -> {new}")


def _retell(plan: Plan, old: str, new: str) -> None:
    """The description speaks of the new name."""
    text = str(plan.game.get("description", ""))
    text = text.replace(plural(old), plural(new))
    text = re.sub(rf"\b(?:an? )?{re.escape(old)}\b", lambda m: _article(new) if m[0].startswith("a") and " " in m[0] else new, text)
    plan.game["description"] = text


def _article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def scale_entity(plan: Plan, op: ScaleEntity) -> None:
    entity = plan.entity(op.type)
    if entity is None:
        return
    match op.field:
        case "speed":
            _scale_number(plan, entity, "speed", float(entity.get("speed", 1)), op.factor, _SPEED_LIMITS)
        case "health":
            _scale_health(plan, entity, op.factor)
        case "size":
            _scale_size(plan, entity, op.factor)
        case "frequency":
            _scale_frequency(plan, entity, op)


def _scale_number(plan: Plan, entity: dict[str, Any], field: str, was: float, factor: float, limits: tuple[float, float]) -> None:
    value = round(min(limits[1], max(limits[0], was * factor)), 3)
    name = plan.name(entity["type"])
    if value == was:
        plan.kept.append(f"{field} of {name}: {was:g} is as far as it goes")
        return
    entity[field] = value
    plan.changed.append(f"{field} of {name}: {was:g} -> {value:g}")
    plan.claim(f"{field}:{entity['type']}", f"{field} of {name} is {value:g}", entity_check(entity["type"], (field,), value))


def _scale_health(plan: Plan, entity: dict[str, Any], factor: float) -> None:
    _scale_placed_health(plan, entity["type"], factor)
    default = _TOPDOWN_HITS.get(str(entity.get("ai_behavior")), 1) if plan.family == "topdown" else 1
    was = float(entity.get("health", default))
    if plan.family == "arena":
        # There the number multiplies the usual hit points.
        _scale_number(plan, entity, "health", was, factor, (0.3, 6))
        return
    value = round(was * factor)
    value = max(value, int(was) + 1) if factor > 1 else min(value, int(was) - 1)
    value = min(_HEALTH_LIMITS[1], max(_HEALTH_LIMITS[0], value))
    _scale_number(plan, entity, "health", was, value / was, _HEALTH_LIMITS)


def _scale_placed_health(plan: Plan, type_: str, factor: float) -> None:
    """Hit points that a composer gave single things, bosses above all."""
    for scene in plan.levels():
        level = level_of(plan.config, scene)
        for key, placed in (("hp", level.get("spawns", [])), ("health", level.get("waves", []))):
            for thing in placed:
                if thing["type"] == type_ and key in thing:
                    thing[key] = max(1, round(thing[key] * factor))


def _scale_size(plan: Plan, entity: dict[str, Any], factor: float) -> None:
    sprite = entity["properties"].setdefault("sprite", {})
    was = list(sprite.get("size", [16, 16]))
    size = [min(64, max(6, round(side * factor))) for side in was]
    name = plan.name(entity["type"])
    if size == was:
        plan.kept.append(f"size of {name}: {was[0]}x{was[1]} px is as far as it goes")
        return
    sprite["size"] = size
    plan.changed.append(f"size of {name}: {was[0]}x{was[1]} -> {size[0]}x{size[1]} px (how it looks; what can be hit stays, to be fair)")
    plan.claim(
        f"size:{entity['type']}", f"{name} is {size[0]}x{size[1]} px", entity_check(entity["type"], ("properties", "sprite", "size"), size)
    )


def _scale_frequency(plan: Plan, entity: dict[str, Any], op: ScaleEntity) -> None:
    """How often a creature occurs: kept with the game or the level, applied whenever levels are composed."""
    name = plan.name(op.type)
    if op.level is None:
        was = float(entity["properties"].get("frequency", 1))
        entity["properties"]["frequency"] = round(min(4.0, was * op.factor), 3)
        plan.compose()
    else:
        properties = plan.config["scenes"][plan.scene_of(op.level)]["properties"]
        was = float(properties.setdefault("frequency", {}).get(op.type, 1))
        properties["frequency"][op.type] = round(min(4.0, was * op.factor), 3)
        plan.compose(op.level)
    where = f" in level {op.level + 1}" if op.level is not None else ""
    word = "no" if op.factor == 0 else "more" if op.factor > 1 else "fewer"
    plan.changed.append(f"{plural(name)}{where}: {word}{'' if op.factor == 0 else ' of them'}")
    plan.claim(f"frequency:{op.type}:{op.level}", f"{word} {plural(name)}{where}", _count_check(op.type, op.level, op.factor))


def _count_check(type_: str, level: int | None, factor: float) -> Check:
    def check(before: Config, after: Config) -> tuple[bool, str]:
        def total(config: Config) -> int:
            scenes = levels_of(config)
            return sum(occurrences(config, s, {type_}) for s in ([scenes[level]] if level is not None else scenes))

        was, is_ = total(before), total(after)
        return (is_ == 0 if factor == 0 else is_ > was if factor > 1 else is_ < was), f"{was} -> {is_}"

    return check


def set_behavior(plan: Plan, op: SetBehavior) -> None:
    entity = plan.entity(op.type)
    if entity is None:
        return
    name, was = plan.name(op.type), entity.get("ai_behavior")
    if playable(op.behavior, plan.info["behaviors"]) != op.behavior:
        known = ", ".join(plan.info["behaviors"])
        plan.miss(f"{name}: {op.behavior}", f"enemies of {plan.game['kind']} games cannot '{op.behavior}'; they can: {known}")
        return
    if was == op.behavior:
        plan.kept.append(f"{name}: does '{op.behavior}' already")
        return
    entity["ai_behavior"] = op.behavior
    forget_derived(entity)
    for scene in plan.levels():
        if occurrences(plan.config, scene, {op.type}):
            plan.scenes.add(scene)
    plan.changed.append(f"{name}: {was} -> {op.behavior}")
    plan.claim(f"behavior:{op.type}", f"{name} acts by '{op.behavior}'", entity_check(op.type, ("ai_behavior",), op.behavior))


def forget_derived(entity: dict[str, Any]) -> None:
    """Drop what a family wrote from the old behaviour or name, so that it is derived anew."""
    for key in DERIVED:
        entity["properties"].pop(key, None)
    if entity["properties"].get("role") != "hero":
        entity.pop("health", None)


def recolor(plan: Plan, op: Recolor) -> None:
    entity = plan.entity(op.type)
    if entity is None:
        return
    properties = entity["properties"]
    old = str(properties.get("name", op.type))
    sprite = properties.setdefault("sprite", {})
    rest = [word for word in old.split() if word not in COLOR_WORDS]
    # The colour stands before the noun: "tiny fox" in blue is a "tiny blue fox".
    new = " ".join([*rest[:-1], op.words, *rest[-1:]])
    sprite["prompt"], sprite["colors"] = new, list(op.colors)
    properties["name"] = new
    _retell(plan, old, new)
    plan.changed.append(f"{old}: now {op.words}")
    plan.claim(f"colors:{op.type}", f"{new} is {op.words}", entity_check(op.type, ("properties", "sprite", "colors"), list(op.colors)))


def rename_entity(plan: Plan, op: RenameEntity) -> None:
    entity = plan.entity(op.type)
    if entity is None:
        return
    old = plan.name(op.type)
    entity["properties"]["name"] = op.name
    _retell(plan, old, op.name)
    plan.changed.append(f"name: {old} -> {op.name}")
    plan.claim(f"name:{op.type}", f"{old} is called {op.name}", entity_check(op.type, ("properties", "name"), op.name))


def fit_behaviors(plan: Plan) -> None:
    """After a change of kind: behaviours the new family plays, everything the old one derived forgotten."""
    for entity in plan.entities:
        forget_derived(entity)
        properties = entity["properties"]
        if properties["role"] == "enemy":
            noun = singular_noun(str(properties.get("name", entity["type"])))
            wish = entity.get("ai_behavior") or natural_behavior(noun, properties.get("sprite", {}).get("body", "object"))
            entity["ai_behavior"] = playable(wish, plan.info["behaviors"])
        if properties["role"] == "collectible":
            properties["score"] = 10


def singular_noun(name: str) -> str:
    return name.lower().split()[-1]
