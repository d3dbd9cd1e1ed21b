"""The published SMWorld format, schema version 1.0, as JSON Schema 2020-12. Every object is open: unknown keys are kept.

`spec/smworld-1.0.schema.json` is this schema written out: `python -m makebelieve.worlds.standard > spec/smworld-1.0.schema.json`.
`spec/smworld-compatibility.md` numbers the rules by which it may change.
"""

from __future__ import annotations

from typing import Any, Final

SCHEMA_VERSION: Final = "1.0"
EVENT_KINDS: Final = ("transition", "override", "terminal")
MOVEMENTS: Final = ("forward", "back", "strafe_left", "strafe_right")
UNEXPLAINED: Final = "Kept as it is; Makebelieve gives it no meaning."


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "description": description, **more}


def _flag(description: str) -> dict[str, Any]:
    return {"type": "boolean", "description": description}


def _number(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "number", "description": description, **more}


def _texts(description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": description}


def _group(description: str, properties: dict[str, Any], *required: str) -> dict[str, Any]:
    group: dict[str, Any] = {"type": "object", "description": description, "properties": properties}
    return group | {"required": list(required)} if required else group


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


_MILLISECONDS: Final = {"minimum": 0}
_SHARE: Final = {"minimum": 0, "maximum": 1}
_BRIGHTNESS: Final = {"minimum": 0, "maximum": 255}

_DEFS: Final[dict[str, Any]] = {
    "id": {"type": "string", "minLength": 1},
    "framing": _group(
        "Prose for rest and for motion.",
        {"static": _text("While nothing moves."), "dynamic": _text("While something moves.")},
        "static",
        "dynamic",
    ),
    "drive": _group(
        "Controls that are held.",
        {
            "movement": {"enum": list(MOVEMENTS), "description": "Where the body goes."},
            "lookHorizontal": {"enum": ["left", "right"], "description": "Where the view turns."},
            "lookVertical": {"enum": ["up", "down"], "description": "Where the view tilts."},
        },
    ),
    "state": _group(
        "A node: a scene the player is in.",
        {
            "base": _text("What is seen: pixels, not intent."),
            "camera": _ref("framing"),
            "movement": _ref("framing"),
            "ambient": _texts("Lines of background."),
            "ending": _group(
                "The run is over here.",
                {
                    "kind": {"enum": ["win", "lose"], "description": "How it ends."},
                    "title": _text("Heading."),
                    "subtitle": _text("A line below it."),
                },
                "kind",
                "title",
            ),
            "variants": _list(
                "Other prompts on the same picture.",
                _group(
                    "One of them.",
                    {
                        "label": _text("Its name."),
                        "base": _text("What is seen."),
                        "camera": _ref("framing"),
                        "movement": _ref("framing"),
                        "ambient": _texts("Lines of background."),
                    },
                    "label",
                    "base",
                ),
            ),
            "narration": _text("Shown to the player; never part of the prompt."),
            "autopilot": {
                **_ref("drive"),
                "description": "Controls held while the state lasts.",
                "properties": {
                    "keepCentered": _group(
                        "A subject kept in the middle; a miss leaves the drive alone.",
                        {"label": _text("What it is."), "aliases": _texts("Other words for it.")},
                    )
                },
            },
            "arriveLabel": _text("What proves the arrival when the event has no `landWhen`."),
        },
        "base",
        "camera",
    ),
    "phase": _group(
        "One beat of an event.",
        {
            "base": _text("What is seen."),
            "camera": _text("Framing."),
            "movement": _text("Action."),
            "detail": _text("An extra sentence."),
            "minMs": _number("Shortest play, milliseconds.", default=5000, **_MILLISECONDS),
        },
        "base",
    ),
    "landWhen": _group(
        "Evidence of arrival.",
        {
            "label": _text("Object a detector looks for."),
            "aliases": _texts("Other words for it."),
            "minExtent": _number("Smaller side of the object, as a share of the frame.", **_SHARE),
            "minLuminance": _number("Mean brightness that must be exceeded.", **_BRIGHTNESS),
            "maxLuminance": _number("Mean brightness that must not be exceeded.", **_BRIGHTNESS),
            "minMotion": _number("Mean change of a pixel that must be exceeded.", minimum=0),
            "maxMotion": _number("Mean change of a pixel that must not be exceeded.", minimum=0),
            "hits": {"type": "integer", "minimum": 1, "default": 1, "description": "Ticks of evidence, counted in total."},
            "timeoutMs": _number("Land anyway after this, milliseconds.", default=20000, **_MILLISECONDS),
            "auto": _flag("Also completes without a press; for brightness and motion only."),
        },
    ),
    "event": _group(
        "An edge: something that happens in a state.",
        {
            "name": {**_ref("id"), "description": "Unique among the events."},
            "kind": {"enum": list(EVENT_KINDS), "description": "Move on; play and return; typed console."},
            "from": _texts("States it can happen in."),
            "to": _text("State or cutscene it leads to: needed by a transition."),
            "base": _text("What is seen while it plays."),
            "detail": _text("An extra sentence."),
            "hotkey": {"type": ["string", "null"], "description": "Key that fires it."},
            "hidden": _flag("Not offered as a button."),
            "oneShot": _flag("Happens once in a run."),
            "requires": _texts("Flags that must be held."),
            "grants": _texts("Flags it gives."),
            "lockedHint": _text("Shown while a flag is missing."),
            "camera": _text("Framing while it plays."),
            "movement": _text("Action while it plays."),
            "anchor": _group(
                "Object the player points at.",
                {
                    "label": _text("What it is."),
                    "aliases": _texts("Other words for it."),
                    "minProximity": _number("How near it must be.", minimum=0),
                    "expectedAspect": _group(
                        "Width over height.", {"min": _number("At least.", minimum=0), "max": _number("At most.", minimum=0)}
                    ),
                },
                "label",
            ),
            "phases": _list("Beats in order.", _ref("phase")),
            "landWhen": _ref("landWhen"),
            "minPlayMs": _number("Shortest play before landing, milliseconds.", **_MILLISECONDS),
            "drive": {**_ref("drive"), "description": "Controls held while it plays."},
            "drivePulseMs": _number("The drive is released after this, milliseconds.", **_MILLISECONDS),
            "waypoint": _group(
                "Travel, counted from the player's input.",
                {
                    "label": _text("Where to."),
                    "distanceM": _number("Metres.", minimum=0),
                    "speedMs": _number("Metres a second.", default=14, minimum=0),
                    "approachM": _number("Metres of approach; the smaller of 200 and 0.35 of the distance.", minimum=0),
                },
                "label",
                "distanceM",
            ),
            "terminal": _group(
                "A console the player types at.",
                {
                    "persona": _text("Who answers."),
                    "facts": _list(
                        "What it knows; a fact whose flags are missing is never told.",
                        _group("One fact.", {"text": _text("The fact."), "requires": _texts("Flags that must be held.")}, "text"),
                    ),
                    "greeting": _text("Its first line."),
                },
                "persona",
            ),
            "narration": _text("Outcome told to the player; never part of the prompt."),
            "autoAfterMs": _number("Fires by itself this long after the state is entered, milliseconds.", **_MILLISECONDS),
        },
        "name",
        "kind",
        "from",
    ),
    "objective": _group(
        "A step of a mission.",
        {
            "id": {**_ref("id"), "description": "Also its flag, unless `grants` names one."},
            "text": _text("Line for the player."),
            "location": _text("State it happens in."),
            "base": _text("Prose of a created location."),
            "camera": _text("Framing of a created location."),
            "movement": _text("Action of a created location."),
            "action": _text("How it looks while played."),
            "phases": _list(
                "Two or more beats.",
                _group(
                    "One beat.",
                    {
                        "base": _text("What is seen."),
                        "movement": _text("Action."),
                        "minMs": _number("Shortest play, milliseconds.", **_MILLISECONDS),
                    },
                ),
            ),
            "grounded": _group(
                "Completes on the live frame.",
                {
                    "target": _text("Object acted on."),
                    "targetAliases": _texts("Other words for it."),
                    "confirm": _text("Object that proves it."),
                    "confirmAliases": _texts("Other words for that."),
                    "proximity": _number("How near it must be.", minimum=0),
                },
                "target",
            ),
            "outcome": _text("Prose of the state it lands in."),
            "grants": _text("Flag it gives; its id if absent."),
            "requires": _texts("Flags needed; the grant of the objective before if absent."),
            "lockedHint": _text("Shown while a flag is missing."),
            "fail": _group(
                "A wrong move that ends the run.",
                {
                    "name": _text("The move."),
                    "action": _text("How it looks."),
                    "outcome": _text("Where it lands."),
                    "title": _text("Heading of the ending."),
                    "subtitle": _text("A line below it."),
                },
                "name",
                "action",
                "outcome",
                "title",
            ),
        },
        "id",
        "text",
    ),
    "mission": _group(
        "Objectives in order.",
        {
            "id": _ref("id"),
            "title": _text("Shown to the player."),
            "objectives": _list("Steps in order.", _ref("objective")),
            "complete": _text("Flag for the whole; the last grant if absent."),
            "verified": _texts("Nouns a detector found; absent: never looked for."),
        },
        "id",
        "title",
        "objectives",
    ),
    "sequence": _group(
        "States walked as one unit.",
        {
            "id": _ref("id"),
            "title": _text("Its name."),
            "beats": _list(
                "States in order.",
                _group(
                    "One beat.",
                    {
                        "state": _text("The state."),
                        "dwell": {
                            "description": "Until it settles, until the player acts, or for a time.",
                            "anyOf": [
                                {"enum": ["settle", "input"]},
                                _group("For a time.", {"ms": _number("Milliseconds.", **_MILLISECONDS)}, "ms"),
                            ],
                        },
                    },
                    "state",
                ),
            ),
        },
        "id",
        "title",
        "beats",
    ),
    "story": _group(
        "What it is about.",
        {
            "logline": _text("One sentence."),
            "arc": _texts("Stages in order."),
            "beats": _list(
                "What happened, newest last.",
                _group(
                    "One beat.",
                    {
                        "summary": _text("What happens."),
                        "arc": _text("Stage it belongs to."),
                        "states": _texts("States it plays in."),
                        "sequence": _text("Sequence it plays as."),
                    },
                    "summary",
                ),
            ),
        },
        "logline",
    ),
    "cutscene": _group(
        "A clip between two states; a missing clip is skipped.",
        {
            "id": {**_ref("id"), "description": "Target of a transition."},
            "label": _text("Name for the editor."),
            "video": _text("Address of the clip."),
            "from": _text("State before."),
            "to": _text("State after."),
            "subtitle": _text("Caption."),
            "requires": _texts("Flags needed to play it."),
        },
        "id",
        "video",
        "from",
        "to",
    ),
}

SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "smworld-1.0.json",
    "title": "SMWorld",
    "version": "1.0.0",
    **_group(
        "A playable world as a graph of states and events. Every object may carry further keys.",
        {
            "id": _text("Identifies the world."),
            "schemaVersion": _text("Version of this format.", pattern=r"^1\.\d+$"),
            "name": _text("Shown to players."),
            "description": _text("One or two sentences."),
            "cover": {"type": ["string", "null"], "description": "Address of a picture."},
            "entrance": _group(
                "Where the player starts.",
                {
                    "state": _text("Id of the state."),
                    "image": _group("Opening picture.", {"label": _text("What it shows."), "src": _text("Its address.")}, "src"),
                },
                "state",
            ),
            "scene": _group(
                "The graph.",
                {
                    "states": {
                        "type": "object",
                        "additionalProperties": _ref("state"),
                        "propertyNames": {"minLength": 1},
                        "description": "Nodes by id.",
                    },
                    "events": _list("Edges.", _ref("event")),
                },
                "states",
                "events",
            ),
            "story": _ref("story"),
            "missions": _list("What the player is to do.", _ref("mission")),
            "sequences": _list("States walked as one unit.", _ref("sequence")),
            "cutscenes": _list("Clips between states.", _ref("cutscene")),
            "narrate": _flag(UNEXPLAINED),
            "introVideo": _text(UNEXPLAINED),
            "introStatic": _flag(UNEXPLAINED),
            "outro": _group(
                UNEXPLAINED, {"video": _text("A clip."), "flag": _text("A flag."), "state": _text("A state.")}, "video", "flag", "state"
            ),
            "subject": _text(UNEXPLAINED),
            "styleTail": _text(UNEXPLAINED),
        },
        "id",
        "name",
        "entrance",
        "scene",
    ),
    "$defs": _DEFS,
}
