"""The published `.raku` standard format, schema version 1.0, as JSON Schema draft-07.

`spec/raku-1.0.schema.json` is this schema written out: `python -m makebelieve.games.standard > spec/raku-1.0.schema.json`.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import Any, Final

import jsonschema

from makebelieve.kit.errors import FieldError, Problem

SCHEMA_VERSION: Final = "1.0"
GENRES: Final = ("shooter", "platformer", "puzzle", "rpg", "racing", "tower-defense", "arena-combat", "survival", "music-rhythm", "custom")
TEMPLATES: Final = (
    "space-shooter",
    "tower-defense",
    "puzzle",
    "platformer",
    "arena-combat",
    "custom-advanced",
    "racing",
    "rpg-adventure",
    "survival",
    "music-rhythm",
)
PRO_TEMPLATES: Final = ("arena-combat", "custom-advanced")
SCENE_TYPES: Final = ("gameplay", "menu", "cutscene", "loading")
PROFILER_MODES: Final = ("adaptive", "fixed", "learning")
RESOLUTIONS: Final = ("720p", "1080p", "1440p", "4k", "auto")
FRAME_RATES: Final = (30, 60, 90, 120)
EFFECTS: Final = ("bloom", "ssao", "ssr", "taa", "fxaa", "dof", "motion-blur", "color-grading", "fog")
AI_SYSTEMS: Final = (
    "dda",
    "npc-dialogue",
    "content-generation",
    "adaptive-audio",
    "emotional-tracking",
    "player-profiling",
    "slm-inference",
)
ROOT_KEYS: Final = ("schema_version", "game", "ai", "entities", "scenes", "rendering", "audio", "xr", "ai_disclosure")


def _switch(default: bool, text: str) -> dict[str, Any]:
    return {"type": "boolean", "default": default, "description": text}


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "description": description, **more}


def _choice(values: tuple[Any, ...], text: str, **more: Any) -> dict[str, Any]:
    return {"type": "integer" if isinstance(values[0], int) else "string", "enum": list(values), "description": text, **more}


def _group(text: str, properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    group: dict[str, Any] = {"type": "object", "description": text, "properties": properties}
    if required:
        group["required"] = list(required)
    return group


SCHEMA: Final[dict[str, Any]] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$id": "raku-1.0.schema.json",
    "title": "Raku game, standard format",
    "description": "A game as data. The root is closed; every object inside may carry further keys.",
    "version": "1.0.0",
    "type": "object",
    "required": ["schema_version", "game"],
    "additionalProperties": False,
    "properties": {
        "schema_version": {"const": SCHEMA_VERSION, "type": "string", "description": "Version of this format."},
        "game": _group(
            "What the game is.",
            {
                "title": _text("Name shown to players.", maxLength=128),
                "genre": _choice(GENRES, "What sort of game it is."),
                "template": _choice(TEMPLATES, "The nearest ready-made starting point."),
                "description": _text("One or two sentences about the game."),
                "max_players": {"type": "integer", "minimum": 1, "maximum": 16, "default": 1, "description": "Players at once."},
            },
            ("title", "genre", "template"),
        ),
        "ai": _group(
            "What adapts while somebody plays.",
            {
                "dda_enabled": _switch(True, "Adjust the difficulty while playing."),
                "target_flow_state": {
                    "type": "number",
                    "minimum": 0,
                    "maximum": 1,
                    "default": 0.7,
                    "description": "Aimed-at challenge, from effortless (0) to relentless (1).",
                },
                "profiler_mode": _choice(PROFILER_MODES, "How the player's skill is estimated.", default="adaptive"),
                "emotional_tracking": _switch(False, "Guess the mood from input patterns; no camera."),
                "npc_personality": _switch(False, "Characters remember between meetings."),
            },
        ),
        "entities": {
            "type": "array",
            "description": "The cast: everything that can stand in a scene.",
            "items": _group(
                "One sort of thing.",
                {
                    "type": _text("Its name within the file; scenes refer to it."),
                    "count": {"type": "integer", "minimum": 1, "description": "How many are wished for."},
                    "health": {"type": "number", "description": "Hit points."},
                    "speed": {"type": "number", "description": "Multiplier of its usual speed."},
                    "ai_behavior": _text("How it acts."),
                    "properties": {"type": "object", "description": "Anything else about it."},
                },
                ("type",),
            ),
        },
        "scenes": {
            "type": "array",
            "description": "Levels and screens in the order of play.",
            "items": _group(
                "One level or screen.",
                {
                    "name": _text("Name shown to players."),
                    "type": _choice(SCENE_TYPES, "What sort of scene it is."),
                    "entities": {"type": "array", "items": {"type": "string"}, "description": "Types of the entities that occur in it."},
                    "properties": {"type": "object", "description": "Anything else about it."},
                },
                ("name",),
            ),
        },
        "rendering": _group(
            "How it is drawn.",
            {
                "resolution": _choice(RESOLUTIONS, "Size of the picture.", default="auto"),
                "fps_target": _choice(FRAME_RATES, "Pictures a second to aim at.", default=60),
                "vrs_enabled": _switch(True, "Shade unimportant parts coarsely."),
                "post_processing": {
                    "type": "array",
                    "items": {"type": "string", "enum": list(EFFECTS)},
                    "description": "Effects laid over the picture.",
                },
            },
        ),
        "audio": _group(
            "How it sounds.",
            {
                "spatial_audio": _switch(True, "Sounds come from where they happen."),
                "adaptive_music": _switch(True, "Music follows the action."),
                "voice_commands": _switch(False, "Listen for spoken commands."),
            },
        ),
        "xr": _group(
            "Headsets.",
            {
                "openxr_enabled": _switch(False, "Offer a headset mode."),
                "hand_tracking": _switch(False, "Play with bare hands."),
                "eye_tracking": _switch(False, "Use where the player looks."),
                "spatial_anchors": _switch(False, "Pin things to the room."),
                "passthrough": _switch(False, "Show the room behind the game."),
            },
        ),
        "ai_disclosure": _group(
            "What part artificial intelligence has in the game.",
            {
                "live_generated": {"type": "boolean", "description": "Content is generated while playing."},
                "pre_generated": {"type": "boolean", "description": "Content was generated beforehand."},
                "description": _text("The same in words."),
                "systems": {
                    "type": "array",
                    "items": {"type": "string", "enum": list(AI_SYSTEMS)},
                    "description": "The systems that take part.",
                },
                "guardrails": _text("What keeps the content within bounds."),
            },
            ("live_generated", "pre_generated", "description", "systems"),
        ),
    },
}


@cache
def _validator() -> jsonschema.Draft7Validator:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    return jsonschema.Draft7Validator(SCHEMA)


def _dotted(parts: Any) -> str:
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text or "$"


def violations(config: object) -> list[FieldError]:
    """Where `config` breaks the schema, by path; empty when it is valid."""
    found = sorted(_validator().iter_errors(config), key=lambda e: ([str(p) for p in e.absolute_path], str(e.validator)))
    return [
        FieldError(_dotted(e.absolute_path), e.message, tuple(str(v) for v in e.validator_value) if e.validator == "enum" else ())
        for e in found
    ]


def validate(config: object) -> None:
    """Raise a 422 Problem that lists every violation."""
    errors = violations(config)
    if errors:
        detail = "; ".join(f"{e.path}: {e.message}" for e in errors[:5])
        raise Problem(422, "invalid_config", f"not a valid .raku file (schema 1.0): {detail}", tuple(errors))


if __name__ == "__main__":
    json.dump(SCHEMA, sys.stdout, indent=2)
    sys.stdout.write("\n")
