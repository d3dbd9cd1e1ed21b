"""The pictures of worlds: the place that a scene's prose shows, and the player's figure. Drawn by `art`, which knows nothing of worlds."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from typing import Any, Final

from PIL import Image

from makebelieve import art
from makebelieve.kit.errors import Problem
from makebelieve.kit.seeds import derive_seed
from makebelieve.library.worlds import scenery

SIZE: Final = (480, 270)
"""Pixels of a scene."""
ENTRANCE: Final = (960, 540)
"""Pixels of the entrance picture and cover."""
FIGURE: Final = 64
FIGURE_FRAMES: Final = 4
FIGURE_FPS: Final = 5

Painted = dict[str, dict[str, Any]]


def backdrop_of(name: str, state: dict[str, Any], seed: int, hour: str | None = None) -> art.Backdrop:
    """The place that a state's prose speaks of, as parallax layers of `SIZE`; at `hour` where the prose says none."""
    place = " ".join((str(state["base"]), name.replace("_", " ").replace("-", " ")))
    return art.backdrop(f"{place[:450]} {hour or ''}".strip(), SIZE, derive_seed(seed, f"scene:{name}"))


def hour_of(world: dict[str, Any]) -> str | None:
    """The hour that the premise speaks of, if the world's maker noted one."""
    understood = (world.get("metadata") or {}).get("understood") or {}
    hour = understood.get("hour") if isinstance(understood, dict) else None
    return hour if isinstance(hour, str) else None


def paint(states: dict[str, Any], names: Iterable[str], seed: int, hour: str | None = None) -> tuple[Painted, dict[str, str]]:
    """For those states what `scenery` keeps, without `src`; and the pictures as base64, by state."""
    painted: Painted = {}
    files = {}
    for name in names:
        backdrop = backdrop_of(name, states[name], seed, hour)
        painted[name] = {
            "of": scenery.token_of(states[name]),
            "layers": len(backdrop.layers),
            "speeds": list(backdrop.speeds),
            "biome": backdrop.spec["biome"],
            "time": backdrop.spec["time"],
        }
        files[name] = base64.b64encode(_strip(backdrop)).decode()
    return painted, files


def figure_of(subject: str | None, seed: int) -> tuple[dict[str, Any], str] | None:
    """The player's figure, seen from behind, as a row of frames; None without a subject that can be drawn."""
    if not subject:
        return None
    try:
        idle = art.animation(subject[:200], "idle", "up-right", frames=FIGURE_FRAMES, size=(FIGURE, FIGURE), seed=seed)
    except Problem:
        return None
    about = {"width": FIGURE, "height": FIGURE, "frames": len(idle.frames), "fps": FIGURE_FPS}
    row = Image.new("RGBA", (FIGURE * len(idle.frames), FIGURE))
    for number, frame in enumerate(idle.frames):
        row.paste(frame, (number * FIGURE, 0))
    return about, base64.b64encode(_png(row)).decode()


def entrance_of(world: dict[str, Any], seed: int, frame: Image.Image | None) -> str:
    """The opening picture as base64: the frame that the world was made from, if there was one, else the place it begins in."""
    if frame is not None:
        return base64.b64encode(_png(frame)).decode()
    state = world["entrance"]["state"]
    picture = backdrop_of(state, world["scene"]["states"][state], seed, hour_of(world)).image
    return base64.b64encode(_png(picture.convert("RGB").resize(ENTRANCE, Image.Resampling.NEAREST))).decode()


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _strip(backdrop: art.Backdrop) -> bytes:
    """All layers in one PNG, one above the other, farthest first."""
    width, height = backdrop.layers[0].size
    sheet = Image.new("RGBA", (width, height * len(backdrop.layers)))
    for number, layer in enumerate(backdrop.layers):
        sheet.paste(layer, (0, number * height))
    return _png(sheet)
