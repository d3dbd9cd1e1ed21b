"""Reading `.raku` files: ours as they are, those of others tolerantly."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from makebelieve.games.behavior import BEHAVIORS, natural_behavior, playable
from makebelieve.games.cast import colors_for, slug
from makebelieve.games.design import DEFAULTS, LIMITS
from makebelieve.games.game import Config
from makebelieve.games.kinds import FACTS, KIND_OF_GENRE, nearest_built
from makebelieve.games.skeleton import DISCLOSURE, scene_seed
from makebelieve.games.standard import AI_SYSTEMS, GENRES, ROOT_KEYS, SCENE_TYPES, SCHEMA_VERSION, TEMPLATES, validate, violations
from makebelieve.games.theme import luminance
from makebelieve.kit.errors import invalid
from makebelieve.language import understand_game
from makebelieve.language.draft import Thing
from makebelieve.language.kinds import BIOMES, BODIES, KINDS, Difficulty, Kind
from makebelieve.language.things import thing_from_phrase

KindInfo = Mapping[str, Any]

# Genres of the runtime format and of content packs that the standard spells otherwise.
_OTHER_GENRES: Final = {"space-shooter": "shooter", "rhythm": "music-rhythm", "roguelike": "rpg", "arena": "arena-combat"}
# Root keys that the format forbids are kept here.
EXTRAS: Final = "extras"
_ROLES: Final = (
    ("hero", ("player", "hero", "protagonist", "character")),
    ("boss", ("boss",)),
    ("collectible", ("collectible", "pickup", "powerup", "power_up", "coin", "item", "gem", "treasure", "loot")),
    ("hazard", ("hazard", "trap", "spike", "obstacle", "lava")),
    ("goal", ("goal", "exit", "finish", "portal")),
    ("checkpoint", ("checkpoint",)),
    ("projectile", ("projectile", "bullet", "missile_pool")),
    ("prop", ("background", "decoration", "prop", "ui", "camera", "light")),
    ("enemy", ("enemy", "enemies", "foe", "monster", "npc", "wave", "asteroid")),
)
_COLOR: Final = re.compile(r"#[0-9a-fA-F]{6}$")
_BEHAVIOR_WORDS: Final = {
    "tank": "guard",
    "swarm": "swarm",
    "patrol": "patrol",
    "follow": "chase",
    "aggressive": "chase",
    "ranged": "shoot",
    "static": "guard",
}


def load(data: object, built: Mapping[str, KindInfo]) -> Config:
    """A config that validates and that the engine can compose, from any `.raku` object; the argument is not changed.

    Ours comes back as it is. Of others, spellings are mended, missing parts filled in from title, description and entities, root keys
    the format does not know moved to `game.extras`. Raises a 422 Problem when it is no game at all.
    """
    if not isinstance(data, Mapping):
        raise invalid("current_config", "must be a .raku object")
    config = copy.deepcopy(dict(data))
    if not isinstance(config.get("game"), Mapping):
        raise invalid("current_config.game", "must be an object with at least a title")
    _mend_standard(config)
    game = config["game"]
    if not isinstance(game.get("kind"), str) or game["kind"] not in built or not _is_playable(config):
        _make_playable(config, built)
    validate(config)
    return config


def _is_playable(config: Config) -> bool:
    """Whether our play data is all there: then nothing is touched."""
    game = config["game"]
    return (
        isinstance(game.get("design"), dict)
        and isinstance(game.get("theme"), dict)
        and game["theme"].get("biome") in BIOMES
        and isinstance(game.get("seed"), int)
        and bool(config["scenes"])
        and any(scene.get("type", "gameplay") == "gameplay" for scene in config["scenes"])
        and all("properties" in scene for scene in config["scenes"])
        and any(e.get("properties", {}).get("role") == "hero" for e in config["entities"])
        and all("role" in e.get("properties", {}) for e in config["entities"])
    )


def _hyphenated(value: object, allowed: tuple[str, ...], otherwise: str) -> str:
    text = str(value).strip().lower().replace("_", "-").replace(" ", "-")
    return text if text in allowed else otherwise


def _mend_standard(config: Config) -> None:
    """Spelling and shape of the standard parts."""
    game = config["game"] = dict(config["game"])
    config["schema_version"] = SCHEMA_VERSION
    extras = {key: config.pop(key) for key in list(config) if key not in ROOT_KEYS}
    if extras:
        before = game.get(EXTRAS)
        game[EXTRAS] = {**(before if isinstance(before, dict) else {}), **extras}
    game["title"] = str(game.get("title") or "Untitled")[:128]
    game["genre"] = _hyphenated(game.get("genre"), GENRES, _OTHER_GENRES.get(str(game.get("genre")).replace("_", "-").lower(), "custom"))
    if "template" not in game or _hyphenated(game["template"], TEMPLATES, "") == "":
        game["template"] = next((f.template for f in FACTS.values() if f.genre == game["genre"]), "platformer")
    else:
        game["template"] = _hyphenated(game["template"], TEMPLATES, "platformer")
    players = game.get("max_players", 1)
    if isinstance(players, bool) or not isinstance(players, int) or not 1 <= players <= 16:
        game["max_players"] = 1
    if "description" in game and not isinstance(game["description"], str):
        game["description"] = str(game["description"])
    config["entities"] = [_mend_entity(e, i) for i, e in enumerate(_listed(config.get("entities")))]
    config["scenes"] = [_mend_scene(s, i) for i, s in enumerate(_listed(config.get("scenes")))]
    for name in ("ai", "rendering", "audio", "xr"):
        if name in config and not isinstance(config[name], dict):
            del config[name]
    if "ai_disclosure" in config:
        config["ai_disclosure"] = _mend_disclosure(config["ai_disclosure"])
    _drop_wrong_settings(config)


def _drop_wrong_settings(config: Config) -> None:
    """Settings of picture, sound, headset and adaptation that the schema refuses fall back to their defaults."""
    for violation in violations(config):
        group, _, rest = violation.path.partition(".")
        name = rest.partition(".")[0].partition("[")[0]
        if group in ("ai", "rendering", "audio", "xr") and name:
            config[group] = {key: value for key, value in config[group].items() if key != name}


def _listed(value: object) -> list[Any]:
    if isinstance(value, Mapping):
        return [
            {"type": key, "name": key, **item} if isinstance(item, Mapping) else {"type": key, "name": key} for key, item in value.items()
        ]
    return list(value) if isinstance(value, list) else []


def _mend_entity(entity: object, index: int) -> dict[str, Any]:
    made: dict[str, Any] = dict(entity) if isinstance(entity, Mapping) else {"type": str(entity)}
    made["type"] = str(made.get("type") or made.get("name") or f"entity-{index + 1}")
    for key, test in _NUMBERS:
        if key in made and not test(made[key]):
            made.setdefault("properties", {})
            made.pop(key)
    if "ai_behavior" in made and not isinstance(made["ai_behavior"], str):
        made["ai_behavior"] = str(made["ai_behavior"])
    made["properties"] = dict(made["properties"]) if isinstance(made.get("properties"), Mapping) else {}
    return made


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_NUMBERS: Final[tuple[tuple[str, Callable[[Any], bool]], ...]] = (
    ("count", lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 1),
    ("health", _is_number),
    ("speed", _is_number),
)


def _mend_scene(scene: object, index: int) -> dict[str, Any]:
    made: dict[str, Any] = dict(scene) if isinstance(scene, Mapping) else {"name": str(scene)}
    made["name"] = str(made.get("name") or made.get("id") or f"Level {index + 1}")
    given = str(made.get("type", "gameplay")).lower()
    made["properties"] = dict(made["properties"]) if isinstance(made.get("properties"), Mapping) else {}
    if given not in SCENE_TYPES:
        # "boss", "level" and the like are played; what they were called is kept.
        made["properties"].setdefault("imported_type", given)
        given = "gameplay"
    made["type"] = given
    if "entities" in made:
        made["entities"] = [str(e.get("type", "")) if isinstance(e, Mapping) else str(e) for e in _listed(made["entities"])]
    return made


def _mend_disclosure(given: object) -> dict[str, Any]:
    made = {**DISCLOSURE, **given} if isinstance(given, Mapping) else dict(DISCLOSURE)
    made["systems"] = [s for s in (str(x).replace("_", "-") for x in _listed(made.get("systems"))) if s in AI_SYSTEMS]
    for key in ("live_generated", "pre_generated"):
        made[key] = bool(made[key])
    made["description"] = str(made["description"])
    guardrails = made.get("guardrails")
    if isinstance(guardrails, Mapping):
        made["guardrails"] = "; ".join(f"{key}: {value}" for key, value in guardrails.items())
    elif guardrails is not None:
        made["guardrails"] = str(guardrails)
    return made


def _make_playable(config: Config, built: Mapping[str, KindInfo]) -> None:
    """Fill in our play data from what the file says."""
    game = config["game"]
    words = " ".join(
        str(part) for part in (game["title"], game.get("description", ""), game["genre"].replace("-", " "), game.get("prompt", "")) if part
    )
    draft = understand_game(words[:500])
    kind = _kind_of(game, draft.kind.value, draft.kind.source, built)
    game["kind"] = kind
    info = built[kind]
    game["seed"] = game["seed"] if isinstance(game.get("seed"), int) and not isinstance(game.get("seed"), bool) else 0
    game.setdefault("prompt", words[:500])
    theme = game.get("theme") if isinstance(game.get("theme"), dict) else {}
    if theme.get("biome") not in BIOMES:
        game["theme"] = {
            "biome": draft.setting.value,
            "place": draft.place.value,
            "time_of_day": draft.time_of_day.value,
            "mood": draft.mood.value,
            "palette": sorted(draft.palette.value, key=luminance),
            "palette_source": "inferred",
            **{k: v for k, v in theme.items() if k != "biome"},
        }
    for key in ("rules", "proof"):
        game.pop(key, None)
    _cast(config, info, draft.hero.value)
    playable_scenes = [s for s in config["scenes"] if s["type"] == "gameplay"]
    if not playable_scenes:
        playable_scenes = [{"name": f"Level {i + 1}", "type": "gameplay", "properties": {}} for i in range(3)]
        config["scenes"] += playable_scenes
    for extra in playable_scenes[10:]:
        config["scenes"].remove(extra)
    for i, scene in enumerate(playable_scenes[:10]):
        scene["properties"].setdefault("seed", scene_seed(game["seed"], str(game["prompt"]), i))
        scene["properties"].pop("level", None)
    given = game.get("design") if isinstance(game.get("design"), dict) else {}
    design = {**DEFAULTS, "difficulty": draft.difficulty.value, **{k: v for k, v in given.items() if k in DEFAULTS}}
    design["levels"] = min(10, len(playable_scenes))
    design["mechanics"] = [m for m in _listed(design["mechanics"]) if m in info["mechanics"]]
    if design["difficulty"] not in get_args(Difficulty):
        design["difficulty"] = "normal"
    for name, (low, high) in LIMITS.items():
        design[name] = min(high, max(low, design[name])) if _is_number(design[name]) else DEFAULTS[name]
    bosses = any(e["properties"]["role"] == "boss" for e in config["entities"])
    design["boss"] = bool(design["boss"] or bosses) and "boss" in info["mechanics"]
    game["design"] = design
    config.setdefault("ai_disclosure", dict(DISCLOSURE))


def _kind_of(game: dict[str, Any], guess: Kind, source: str, built: Mapping[str, KindInfo]) -> Kind:
    asked = str(game.get("kind", "")).replace("_", "-")
    if asked in KINDS:
        return nearest_built([asked], built)
    by_genre = KIND_OF_GENRE.get(game["genre"])
    first = guess if source == "stated" or by_genre is None or FACTS[guess].genre == game["genre"] else by_genre
    return nearest_built([first], built)


def _cast(config: Config, info: KindInfo, hero: Thing | None) -> None:
    """A role, a name, a picture and a behaviour for every entity; types made unique; a hero if there is none."""
    taken: set[str] = set()
    have_hero = have_boss = False
    for entity in config["entities"]:
        properties = entity["properties"]
        role = properties.get("role") or _role(entity)
        if role == "hero":
            role, have_hero = ("prop", True) if have_hero else ("hero", True)
        if role == "boss":
            role, have_boss = ("enemy", True) if have_boss else ("boss", True)
        properties["role"] = role
        entity["type"] = _unique("hero" if role == "hero" else entity["type"], taken, config)
        taken.add(entity["type"])
        name = str(properties.get("name") or entity["type"].replace("_", " ").replace("-", " "))
        thing = _thing(name)
        properties["name"] = name
        properties.setdefault("sprite", {})
        sprite = properties["sprite"] = dict(properties["sprite"]) if isinstance(properties["sprite"], Mapping) else {}
        if str(sprite.get("body")) not in BODIES:
            sprite.pop("body", None)
        if not (isinstance(sprite.get("colors"), list) and sprite["colors"] and all(_COLOR.match(str(c)) for c in sprite["colors"])):
            sprite.pop("colors", None)
        body = thing.body if role != "hero" or thing.noun not in ("player", "hero") else "biped"
        for key, value in (("prompt", name), ("body", body), ("colors", thing.colors or colors_for(body, 0, name))):
            sprite.setdefault(key, value)
        sprite.setdefault("size", [32, 32] if role == "boss" else [10, 10] if role == "collectible" else [16, 16])
        if role in ("enemy", "boss"):
            wish = _BEHAVIOR_WORDS.get(str(entity.get("ai_behavior", "")).lower(), str(entity.get("ai_behavior", "")))
            if wish not in BEHAVIORS:
                wish = natural_behavior(thing.noun, thing.body)
            entity["ai_behavior"] = "boss" if role == "boss" else playable(wish if wish != "boss" else "chase", info["behaviors"])
            # Hit points of other engines run into the hundreds; ours are blows.
            if entity.get("health", 1) > 20:
                properties.setdefault("imported_health", entity["health"])
                entity["health"] = 20 if role == "boss" else 3
            if not 0.3 <= entity.get("speed", 1) <= 3:
                entity["speed"] = 1
    if not have_hero:
        thing = hero or _thing("hero")
        picture = {"prompt": thing.phrase, "body": thing.body, "colors": thing.colors, "size": [16, 16]}
        config["entities"].insert(0, {"type": "hero", "properties": {"role": "hero", "name": thing.phrase, "sprite": picture}})


def _unique(name: str, taken: set[str], config: Config) -> str:
    if name not in taken:
        return name
    n = 2
    others = {e["type"] for e in config["entities"]}
    while f"{name}-{n}" in taken or f"{name}-{n}" in others:
        n += 1
    return f"{name}-{n}"


def _role(entity: dict[str, Any]) -> str:
    name = slug(entity["type"]).replace("-", "_")
    for role, words in _ROLES:
        if any(word in name for word in words):
            return role
    return "enemy" if entity.get("ai_behavior") else "prop"


def _thing(name: str) -> Thing:
    try:
        return thing_from_phrase(name)
    except ValueError:
        return Thing(noun="thing", phrase=name)


def export(config: Config) -> Config:
    """The config as it may leave the house: a copy that validates. Raises a 422 Problem otherwise."""
    made = copy.deepcopy(config)
    validate(made)
    return made
