"""Operations on everything around the rules: title, place, time, mood, colours, kind of game; and the way of every operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from makebelieve.games.bestiary import habitats
from makebelieve.games.cast import slug
from makebelieve.games.edits import apply_cast, apply_rules
from makebelieve.games.edits.operations import (
    AddDesign,
    AddEntity,
    AddLevels,
    Keep,
    Operation,
    Recolor,
    RemoveEntity,
    RemoveLevel,
    RenameEntity,
    ReplaceEntity,
    Reshuffle,
    Retitle,
    ScaleDesign,
    ScaleEntity,
    SetBehavior,
    SetDesign,
    SetKind,
    SetLevels,
    SetMechanic,
    SetTheme,
    ShiftDifficulty,
)
from makebelieve.games.edits.plan import Check, Plan
from makebelieve.games.edits.targets import AUTHORED
from makebelieve.games.game import Config
from makebelieve.games.kinds import FACTS, nearest_built
from makebelieve.games.naming import scene_names
from makebelieve.games.theme import accented, darkest_first
from makebelieve.kit.seeds import derive_seed
from makebelieve.language.palette import palette

_LABELS: Final = {"biome": "place", "time_of_day": "time of day", "mood": "mood", "palette": "palette", "place": "name of the place"}


def retitle(plan: Plan, op: Retitle) -> None:
    title = op.title[:128]
    plan.changed.append(f"title: {plan.game['title']} -> {title}")
    plan.game["title"] = title
    plan.claim("title", f"the title is '{title}'", lambda _before, after: (after["game"]["title"] == title, after["game"]["title"]))


def set_theme(plan: Plan, op: SetTheme) -> None:
    theme: dict[str, Any] = plan.game["theme"]
    value = list(op.value) if isinstance(op.value, tuple) else op.value
    was = theme.get(op.field)
    if was == value:
        plan.kept.append(f"{_LABELS[op.field]}: {value} already")
        return
    theme[op.field] = value
    for scene in plan.config["scenes"]:
        # What is said of the game holds in levels with a look of their own, too.
        own = scene.get("properties", {}).get("theme")
        if own is not None:
            own.pop(op.field, None)
    if op.field == "palette":
        theme["palette_source"] = "stated"
        plan.changed.append("palette: a new one")
    else:
        if op.field != "place":
            plan.changed.append(f"{_LABELS[op.field]}: {was} -> {value}")
            if theme.get("palette_source") != "stated":
                _repaint(plan)
        if op.field == "biome":
            _relocate(plan, str(was), str(value))
    plan.claim(f"theme:{op.field}", f"{_LABELS[op.field]} is set", _theme_check(op.field, value))


def _theme_check(field: str, value: object) -> Check:
    def check(_before: Config, after: Config) -> tuple[bool, str]:
        now = after["game"]["theme"][field]
        return now == value, ", ".join(now) if isinstance(now, list) else str(now)

    return check


def _repaint(plan: Plan) -> None:
    """The palette of the new place, time and mood, with the seed's accent as before."""
    theme = plan.game["theme"]
    own = derive_seed(int(plan.game.get("seed", 0)), str(plan.game.get("prompt", "")))
    theme["palette"] = darkest_first(accented(list(palette(theme["biome"], theme["time_of_day"], theme["mood"], ())), own, "palette"))


def _relocate(plan: Plan, old: str, new: str) -> None:
    """Level names, helpers and dangers of the new place; whom the author named stays."""
    game = plan.game
    game["theme"]["place"] = None
    own = derive_seed(int(game.get("seed", 0)), str(game.get("prompt", "")))
    levels = plan.levels()
    for scene, name in zip(levels, scene_names(game["theme"]["biome"], None, len(levels), own), strict=True):
        plan.config["scenes"][scene]["name"] = name
    habitat = habitats()[game["theme"]["biome"]]
    before = habitats().get(old)  # type: ignore[call-overload]  # a config of elsewhere may name any biome
    for entity in plan.entities:
        properties = entity["properties"]
        if properties["role"] not in AUTHORED:
            # Dressed anew for the place when the edit is finished.
            properties.pop("sprite", None)
            properties.pop("name", None)
        elif properties["role"] == "hazard" and before and slug(str(properties.get("name"))) in {slug(h.name) for h in before.hazards}:
            hazard = habitat.hazards[0]
            properties["name"] = hazard.name
            properties["sprite"] = {"prompt": hazard.name, "body": hazard.body, "colors": list(hazard.colors), "size": [16, 16]}
    plan.changed.append(f"level names: new ones ({new})")
    cast = [plan.name(e["type"]) for e in plan.entities if e["properties"]["role"] in ("hero", "enemy")]
    plan.kept.append(f"cast: {', '.join(cast)} (say 'replace … with …' for others)")


def set_kind(plan: Plan, op: SetKind) -> None:
    game = plan.game
    if op.kind == game["kind"]:
        plan.kept.append(f"kind: it is a {FACTS[op.kind].label} game already")
        return
    if op.kind not in plan.built:
        near = nearest_built([op.kind], plan.built)
        plan.miss(
            f"{FACTS[op.kind].label} game",
            f"the kind '{op.kind}' is not built yet; the nearest is '{near}'. Built: {', '.join(plan.built)}",
        )
        return
    was = game["kind"]
    facts = FACTS[op.kind]
    plan.info = plan.built[op.kind]
    game.update(kind=op.kind, genre=facts.genre, template=facts.template)
    for key in ("rules", "tuning", "proof"):
        game.pop(key, None)
    left_out = [m for m in plan.design.get("mechanics", []) if m not in plan.info["mechanics"]]
    plan.design["mechanics"] = [m for m in plan.design.get("mechanics", []) if m in plan.info["mechanics"]]
    if plan.design.get("boss") and "boss" not in plan.info["mechanics"]:
        plan.design["boss"] = False
        left_out.append("boss")
    plan.config["entities"] = [e for e in plan.entities if e["properties"]["role"] in AUTHORED and "name" in e["properties"]]
    apply_cast.fit_behaviors(plan)
    for scene in plan.levels():
        plan.config["scenes"][scene]["properties"].pop("level", None)
    plan.compose()
    text = str(game.get("description", ""))
    head, _, tail = text.partition(" in ")
    if tail and len(head) < 40:
        label = facts.label
        game["description"] = f"{'An' if label[0] in 'aeiou' else 'A'} {label} in {tail}"
    plan.changed.append(f"kind: {FACTS[was].label} -> {facts.label}")
    for name in left_out:
        plan.miss(name.replace("-", " "), f"{facts.label} games do not play it; left out")
    plan.claim("kind", f"it is a {facts.label} game", lambda _before, after: (after["game"]["kind"] == op.kind, after["game"]["kind"]))


def keep(plan: Plan, op: Keep) -> None:
    plan.kept.append(f"{plan.name(op.target)}: as asked")


_APPLY: Final[dict[type[Any], Callable[[Plan, Any], None]]] = {
    SetDesign: apply_rules.set_design,
    ScaleDesign: apply_rules.scale_design,
    AddDesign: apply_rules.add_design,
    ShiftDifficulty: apply_rules.shift_difficulty,
    SetMechanic: apply_rules.set_mechanic,
    AddLevels: apply_rules.add_levels,
    RemoveLevel: apply_rules.remove_level,
    SetLevels: apply_rules.set_levels,
    Reshuffle: apply_rules.reshuffle,
    AddEntity: apply_cast.add_entity,
    RemoveEntity: apply_cast.remove_entity,
    ReplaceEntity: apply_cast.replace_entity,
    ScaleEntity: apply_cast.scale_entity,
    SetBehavior: apply_cast.set_behavior,
    Recolor: apply_cast.recolor,
    RenameEntity: apply_cast.rename_entity,
    Retitle: retitle,
    SetTheme: set_theme,
    SetKind: set_kind,
    Keep: keep,
}


def apply(plan: Plan, operation: Operation) -> None:
    """Change the plan by one operation (History has no place here: whoever keeps versions resolves it)."""
    _APPLY[type(operation)](plan, operation)
