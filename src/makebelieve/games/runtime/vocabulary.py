"""Closed words of the runtime format, and how the standard format's words translate."""

from __future__ import annotations

from typing import Final

RAKU_FORMAT: Final = "1.0.0"
PHASES: Final = ("pre_frame", "update", "render", "post_frame")
METADATA_FIELDS: Final = (
    "name",
    "description",
    "creator",
    "genre",
    "created",
    "modified",
    "version",
    "engine_version",
    "sharing",
    "ai_disclosure",
)
DISCLOSURE_FIELDS: Final = ("live_generated", "pre_generated", "description", "systems")
ASSET_GROUPS: Final = ("textures", "models", "audio", "fonts")
ASSET_SCHEMES: Final = ("engine://", "assets://", "user://", "https://")
# Parameters whose value names an asset.
ASSET_PARAMETERS: Final = ("texture", "template_texture", "asset", "font", "sfx")
LAYER_PARAMETERS: Final = ("collision_layer", "collision_mask", "template_collision_layer", "layer_a", "layer_b")
BUILT_IN: Final = frozenset(("$PLAYER_ID", "$DELTA_TIME", "$FRAME_COUNT", "$SCREEN_WIDTH", "$SCREEN_HEIGHT", "$MOUSE_X", "$MOUSE_Y"))

PLAYER, ENEMIES, ENEMY_BULLETS, PLAYER_BULLETS, PICKUPS, ENVIRONMENT = 1, 2, 4, 8, 16, 32

GENRES: Final = {
    "shooter": "space_shooter",
    "platformer": "platformer",
    "puzzle": "puzzle",
    "rpg": "rpg",
    "racing": "racing",
    "tower-defense": "tower_defense",
    "arena-combat": "arena_combat",
    "survival": "arena_combat",
    "music-rhythm": "custom",
    "custom": "custom",
}
AI_SYSTEMS: Final = {
    "dda": "dda",
    "npc-dialogue": "procedural_dialogue",
    "content-generation": "procedural_generation",
    "adaptive-audio": "adaptive_audio",
    "emotional-tracking": "emotional_state",
    "player-profiling": "player_profiling",
    "slm-inference": "slm_inference",
}
