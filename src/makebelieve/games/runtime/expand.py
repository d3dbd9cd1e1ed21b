"""Expansion of a composed config into the runtime form: what an engine of that family would call, in order.

The play data itself (levels, rules, proof) stays with the standard form; here it appears as tile maps, entities, pools and handlers.
"""

from __future__ import annotations

from typing import Any

from makebelieve.games.game import Config
from makebelieve.games.runtime import vocabulary as v

Call = dict[str, Any]

WIDTH, HEIGHT = 1280, 720
EPOCH = "1970-01-01T00:00:00Z"


def _call(function: str, store_as: str | None = None, comment: str | None = None, **params: Any) -> Call:
    call: Call = {"function": function, "params": params}
    if store_as:
        call["store_as"] = store_as
    if comment:
        call["comment"] = comment
    return call


def _variable(*parts: object) -> str:
    return "$" + "_".join(str(part) for part in parts).upper().replace("-", "_").replace(" ", "_")


def _rgba(color: str, alpha: float = 1.0) -> list[float]:
    return [*(round(int(color[i : i + 2], 16) / 255, 3) for i in (1, 3, 5)), alpha]


def expand(
    config: Config,
    *,
    creator: str = "Makebelieve",
    created: str = EPOCH,
    modified: str | None = None,
    engine_version: str = "2026.2",
    sharing: str = "private",
    report_endpoint: str = "",
) -> dict[str, Any]:
    """The runtime form of a composed config. Times are ISO 8601 and come from the caller; the same arguments give the same bytes."""
    scenes = [(i, s) for i, s in enumerate(config["scenes"]) if s.get("type", "gameplay") == "gameplay"]
    cast = {e["type"]: e for e in config["entities"]}
    assets = _assets(config, scenes)
    return {
        "raku_format": v.RAKU_FORMAT,
        "metadata": _metadata(config, len(scenes), creator, created, modified or created, engine_version, sharing, report_endpoint),
        "assets": assets,
        "initialization": _initialization(config),
        "setup": _setup(config, scenes, cast),
        "game_loop": _game_loop(config, scenes),
        "ai_pipeline": _ai_pipeline(config, cast),
        "shutdown": _shutdown(scenes),
    }


def _metadata(
    config: Config, levels: int, creator: str, created: str, modified: str, engine_version: str, sharing: str, report_endpoint: str
) -> dict[str, Any]:
    game = config["game"]
    given = config.get("ai_disclosure", {})
    proof = game.get("proof", {}).get("certificate", {}).get("levels", [])
    seconds = sum(int(level.get("ticks", 0)) for level in proof) / 60
    mechanics = game.get("design", {}).get("mechanics", [])
    return {
        "name": game["title"],
        "description": game.get("description", ""),
        "creator": creator,
        "genre": v.GENRES[game["genre"]],
        "created": created,
        "modified": modified,
        "version": "1.0",
        "engine_version": engine_version,
        "sharing": sharing,
        "ai_disclosure": {
            "live_generated": bool(given.get("live_generated", False)),
            "pre_generated": bool(given.get("pre_generated", True)),
            "description": str(given.get("description", "")),
            "systems": [v.AI_SYSTEMS[name] for name in given.get("systems", [])],
            "guardrails": {"profanity_filter": True, "content_rating": "E", "report_endpoint": report_endpoint},
        },
        "tags": [game["kind"], game["theme"]["biome"], game["theme"]["mood"], *mechanics],
        # A person takes about three times as long as the bot, with retries.
        "estimated_play_time": f"{max(1, round(3 * seconds / 60))} min",
        "player_count": {"min": 1, "max": int(game.get("max_players", 1))},
        "complexity": "simple" if levels <= 1 else "medium" if levels <= 5 else "complex",
    }


def _assets(config: Config, scenes: list[tuple[int, Any]]) -> dict[str, Any]:
    biome = config["game"]["theme"]["biome"]
    textures = [
        {"id": f"tex_{e['type']}", "source": f"engine://sprites/{e['properties']['sprite']['body']}", "params": e["properties"]["sprite"]}
        for e in config["entities"]
    ]
    textures.append({"id": "tex_backdrop", "source": f"engine://backdrops/{biome}", "params": dict(config["game"]["theme"])})
    for i, scene in scenes:
        level = scene["properties"]["level"]
        textures.append(
            {"id": f"map_{i + 1}", "source": "engine://tilemaps/grid", "params": {"tile": level["tile"], "rows": level["rows"]}}
        )
    return {
        "textures": textures,
        "models": [],
        "audio": [
            {"id": "music", "source": f"engine://music/{config['game']['theme']['mood']}"},
            {"id": "sfx_shot", "source": "engine://sfx/shot"},
        ],
        "fonts": [{"id": "font", "source": "engine://fonts/pixel"}],
    }


def _initialization(config: Config) -> list[Call]:
    game = config["game"]
    gravity = float(game.get("rules", {}).get("gravity", 0) or 0)
    return [
        _call("raku_init"),
        _call("raku_renderer_create_window", width=WIDTH, height=HEIGHT, title=game["title"], vsync=True),
        _call("raku_renderer_set_clear_color", color=_rgba(game["theme"]["palette"][0])),
        _call("raku_physics_create_world", store_as="$WORLD", gravity=[0, gravity, 0]),
        _call("raku_audio_init", channels=16),
        _call("raku_input_init"),
    ]


def _setup(config: Config, scenes: list[tuple[int, Any]], cast: dict[str, Any]) -> list[Call]:
    calls: list[Call] = []
    for i, scene in scenes:
        calls += _scene(i, scene, cast)
    calls += _controls(scenes)
    calls += _collisions(scenes)
    calls += _interface(config)
    design = config["game"].get("design", {})
    if design.get("time_limit"):
        calls.append(_call("raku_timer_create", name="time_limit", interval=design["time_limit"], repeat=False, callback="on_time_up"))
    if config.get("ai", {}).get("dda_enabled"):
        calls += [
            _call("raku_profiler_create", store_as="$PROFILER", player_id="$PLAYER_ID", type="RAKU_PROFILE_ADAPTIVE"),
            _call("raku_dda_enable", profiler="$PROFILER"),
            _call("raku_dda_set_target_flow", value=config["ai"].get("target_flow_state", 0.7)),
        ]
    calls.append(_call("raku_audio_play", asset="music", loop=True, volume=0.6))
    return calls


def _scene(i: int, scene: dict[str, Any], cast: dict[str, Any]) -> list[Call]:
    level = scene["properties"]["level"]
    tile, n = level["tile"], i + 1
    name, camera, hero = _variable("scene", n), _variable("camera", n), _variable("hero", n)
    calls = [
        _call("raku_scene_create", store_as=name, comment=scene["name"], name=scene["name"]),
        _call("raku_camera_create", store_as=camera, type="RAKU_CAMERA_ORTHO", scene=name, near=0, far=100),
        _call(
            "raku_entity_create",
            name=f"backdrop_{n}",
            type="RAKU_ENTITY_BACKGROUND",
            scene=name,
            texture="tex_backdrop",
            position=[0, 0, 0],
            layer=0,
        ),
        _call(
            "raku_entity_create",
            store_as=_variable("map", n),
            name=f"map_{n}",
            type="RAKU_ENTITY_TILEMAP",
            scene=name,
            texture=f"map_{n}",
            position=[0, 0, 0],
            layer=1,
        ),
        _component(_variable("map", n), v.ENVIRONMENT, v.PLAYER | v.ENEMIES, "static"),
    ]
    start = [level["start"][0] * tile, level["start"][1] * tile, 0]
    calls.append(
        _call(
            "raku_entity_create",
            store_as=hero,
            name="hero",
            type="RAKU_ENTITY_ANIMATED_SPRITE",
            scene=name,
            texture="tex_hero",
            position=start,
            layer=5,
        )
    )
    calls.append(_component(hero, v.PLAYER, v.ENEMIES | v.ENEMY_BULLETS | v.PICKUPS | v.ENVIRONMENT, "dynamic"))
    health = cast["hero"].get("health", 3)
    calls.append(_call("raku_entity_set_component", entity=hero, component="RAKU_COMPONENT_HEALTH", max_hp=health, current_hp=health))
    for k, spawn in enumerate(level["spawns"]):
        calls += _spawned(cast[spawn["type"]], spawn, name, n, k, tile)
    for k, wave in enumerate(level.get("waves", [])):
        calls.append(
            _call(
                "raku_timer_create",
                name=f"wave_{n}_{k + 1}",
                interval=round(wave["at"] / 60, 3),
                repeat=False,
                callback=f"spawn_{wave['type']}_{wave['pattern']}",
            )
        )
    for entity in cast.values():
        if entity["properties"]["role"] == "projectile":
            calls.append(_pool(entity, name, n))
    return calls


def _component(entity: str, layer: int, mask: int, body: str) -> Call:
    return _call(
        "raku_entity_set_component",
        entity=entity,
        component="RAKU_COMPONENT_PHYSICS_BODY",
        body_type=body,
        collision_layer=layer,
        collision_mask=mask,
    )


def _spawned(entity: dict[str, Any], spawn: dict[str, Any], scene: str, n: int, k: int, tile: int) -> list[Call]:
    role = entity["properties"]["role"]
    type_, texture = entity["type"], f"tex_{entity['type']}"
    position = [round(spawn["x"] * tile, 2), round(spawn["y"] * tile, 2), 0]
    if role in ("enemy", "boss"):
        variable = _variable("npc", n, k)
        calls = [
            _call(
                "raku_npc_create",
                store_as=variable,
                name=f"{type_}_{n}_{k + 1}",
                behavior=entity.get("ai_behavior", "patrol"),
                texture=texture,
                hp=entity.get("health", 1),
                speed=entity.get("speed", 1),
                collision_layer=v.ENEMIES,
                collision_mask=v.PLAYER | v.PLAYER_BULLETS | v.ENVIRONMENT,
                score_value=int(entity["properties"].get("score", 10)),
            ),
            _call("raku_npc_set_behavior", npc=variable, on_spawn="appear", on_death="explode" if role == "boss" else "poof"),
        ]
        calls[0]["comment"] = f"at {position[0]}, {position[1]} px"
        return calls
    kind = "RAKU_ENTITY_MARKER" if role in ("goal", "checkpoint") else "RAKU_ENTITY_SPRITE"
    variable = _variable("thing", n, k)
    layer = v.PICKUPS if role in ("collectible", "key", "powerup", "chest") else v.ENVIRONMENT
    return [
        _call(
            "raku_entity_create",
            store_as=variable,
            name=f"{type_}_{n}_{k + 1}",
            type=kind,
            scene=scene,
            texture=texture,
            position=position,
            layer=4,
        ),
        _component(variable, layer, v.PLAYER, "static"),
    ]


def _pool(entity: dict[str, Any], scene: str, n: int) -> Call:
    mine = entity["properties"].get("owner") != "enemy"
    return _call(
        "raku_entity_create",
        store_as=_variable("pool", n, entity["type"]),
        name=f"{entity['type']}_{n}",
        type="RAKU_ENTITY_POOL",
        scene=scene,
        pool_size=64,
        template_texture=f"tex_{entity['type']}",
        template_collision_layer=v.PLAYER_BULLETS if mine else v.ENEMY_BULLETS,
        template_collider_shape="box",
        template_collider_size=list(entity["properties"]["sprite"]["size"]),
    )


def _controls(scenes: list[tuple[int, Any]]) -> list[Call]:
    keys = {
        "move_left": ["ArrowLeft", "KeyA"],
        "move_right": ["ArrowRight", "KeyD"],
        "move_up": ["ArrowUp", "KeyW"],
        "move_down": ["ArrowDown", "KeyS"],
        "action_a": ["Space", "KeyZ"],
        "action_b": ["ShiftLeft", "KeyX"],
    }
    return [_call("raku_input_bind_action", action=action, keys=names) for action, names in keys.items()]


def _collisions(scenes: list[tuple[int, Any]]) -> list[Call]:
    pairs = (
        (v.PLAYER, v.ENEMIES, "on_hero_hurt"),
        (v.PLAYER, v.ENEMY_BULLETS, "on_hero_hurt"),
        (v.ENEMIES, v.PLAYER_BULLETS, "on_enemy_hit"),
        (v.PLAYER, v.PICKUPS, "on_collect"),
        (v.PLAYER, v.ENVIRONMENT, "on_touch"),
    )
    return [
        _call("raku_collision_register_handler", scene=_variable("scene", i + 1), layer_a=a, layer_b=b, handler=handler)
        for i, _ in scenes
        for a, b, handler in pairs
    ]


def _interface(config: Config) -> list[Call]:
    palette = config["game"]["theme"]["palette"]
    light = _rgba(palette[-1])
    text: dict[str, Any] = {"font": "font", "font_size": 16, "color": light}
    return [
        _call("raku_ui_create_element", type="RAKU_UI_TEXT", name="score", text="0", position=[16, 16], **text),
        _call(
            "raku_ui_create_element",
            type="RAKU_UI_TEXT",
            name="lives",
            text=str(config["game"]["design"].get("lives", 3)),
            position=[16, 40],
            **text,
        ),
        _call(
            "raku_ui_create_element",
            type="RAKU_UI_PROGRESS_BAR",
            name="health",
            position=[16, 64],
            size=[120, 12],
            value=1.0,
            color_fg=light,
            color_bg=_rgba(palette[0]),
        ),
    ]


def _game_loop(config: Config, scenes: list[tuple[int, Any]]) -> dict[str, list[Call]]:
    names = [(_variable("scene", i + 1), _variable("camera", i + 1), _variable("hero", i + 1)) for i, _ in scenes]
    speed = float(config["game"]["design"].get("hero_speed", 1))
    update: list[Call] = []
    for scene, _camera, hero in names:
        update.append(
            _call("raku_input_handle", entity=hero, mapping="default", speed=speed, bounds=[0, 0, "$SCREEN_WIDTH", "$SCREEN_HEIGHT"])
        )
        update.append(_call("raku_entity_update_all", scene=scene, delta="$DELTA_TIME"))
    update.append(_call("raku_physics_step", delta="$DELTA_TIME"))
    update += [_call("raku_collision_check", scene=scene) for scene, _camera, _hero in names]
    adaptive = bool(config.get("ai", {}).get("dda_enabled"))
    return {
        "pre_frame": [_call("raku_input_poll"), _call("raku_timer_update")],
        "update": [*update, *([_call("raku_dda_update")] if adaptive else [])],
        "render": [
            _call("raku_renderer_begin_frame"),
            *(_call("raku_scene_render", scene=scene, camera=camera) for scene, camera, _hero in names),
            _call("raku_ui_render"),
            _call("raku_renderer_end_frame"),
        ],
        "post_frame": [_call("raku_telemetry_flush")],
    }


def _ai_pipeline(config: Config, cast: dict[str, Any]) -> list[Call]:
    """A small behaviour tree for each sort of enemy: act when the hero is near, idle otherwise."""
    calls: list[Call] = []
    for entity in cast.values():
        if entity["properties"]["role"] not in ("enemy", "boss"):
            continue
        tree, root = _variable("bt", entity["type"]), f"{entity['type']}_root"
        act = f"{entity['type']}_act"
        calls += [
            _call("raku_bt_create", store_as=tree, name=entity["type"]),
            _call("raku_bt_selector", tree=tree, name=root, parent=""),
            _call("raku_bt_sequence", tree=tree, name=act, parent=root),
            _call("raku_bt_condition", tree=tree, name=f"{entity['type']}_near", parent=act, condition="hero_in_sight"),
            _call("raku_bt_action", tree=tree, name=f"{entity['type']}_do", parent=act, action=entity.get("ai_behavior", "patrol")),
            _call("raku_bt_action", tree=tree, name=f"{entity['type']}_idle", parent=root, action="idle"),
        ]
    return calls


def _shutdown(scenes: list[tuple[int, Any]]) -> list[Call]:
    return [
        _call("raku_audio_stop_all"),
        *(_call("raku_scene_destroy", scene=_variable("scene", i + 1)) for i, _ in scenes),
        _call("raku_physics_destroy_world"),
        _call("raku_renderer_destroy_window"),
        _call("raku_shutdown"),
    ]
