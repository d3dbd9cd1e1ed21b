"""A still of a game, painted by the player's own drawing code in an engine host: what galleries and link previews show."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from makebelieve.engine import bundle_path, open_engine
from makebelieve.engine.protocol import Engine

SCALE = 2
"""Screen pixels per game pixel: 320 x 180 becomes 640 x 360."""
MOMENT = 0.4
"""How far into the proven run the still is taken, 0-1: past the start, before the end."""


def open_painter(*, timeout: float = 20.0) -> Engine:
    """A host with the picture bundle loaded. Raises EngineUnavailable when it is not built."""
    return open_engine(bundle=bundle_path().with_name("picture.js"), timeout=timeout)


def render(config: dict[str, Any], *, engine: Engine, painter: Engine, scene: int | None = None) -> bytes:
    """PNG of 640 x 360 px of the game in play: the bot's own run, 40 % of the way through the first level (or `scene`).

    The same config gives the same bytes. Raises EngineError when the config has no playable level.
    """
    levels = config["game"].get("proof", {}).get("certificate", {}).get("levels", [])
    chosen = next((level for level in levels if scene is None or level["scene"] == scene), None)
    if chosen is None:
        first = next(i for i, s in enumerate(config["scenes"]) if s.get("type", "gameplay") == "gameplay")
        chosen = {"scene": first if scene is None else scene, "inputs": "", "ticks": 0}
    view = engine.call("view", config=config, scene=chosen["scene"], inputs=_prefix(chosen["inputs"], int(chosen["ticks"] * MOMENT)))
    painted = painter.call("picture", config=config, scene=chosen["scene"], view=view)
    image = Image.frombytes("RGB", (painted["width"], painted["height"]), bytes.fromhex(painted["rgb"]))
    image = image.resize((image.width * SCALE, image.height * SCALE), Image.Resampling.NEAREST)
    out = io.BytesIO()
    image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _prefix(inputs: str, ticks: int) -> str:
    """The first `ticks` ticks of run-length inputs (runs `input[-length]` in base 36 joined by dots)."""
    runs: list[str] = []
    left = ticks
    for run in inputs.split(".") if inputs else ():
        value, _, length = run.partition("-")
        count = min(int(length, 36) if length else 1, left)
        if count <= 0:
            break
        runs.append(f"{value}-{_base36(count)}")
        left -= count
    return ".".join(runs)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"
