"""A still of a game, painted by the player's own drawing code in an engine host: what galleries and link previews show."""

from __future__ import annotations

import io
import textwrap
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.engine import bundle_path, open_engine
from makebelieve.engine.protocol import Engine
from makebelieve.games.artwork import ArtBundle
from makebelieve.games.artwork.distance import behind, look_of
from makebelieve.games.artwork.ground import unpacked
from makebelieve.games.artwork.scene import with_cast
from makebelieve.games.sizes import CARD_SIZE

MOMENT: Final = 0.4
"""How far into the proven run the still is taken, 0-1: past the start, before the end."""
_LONGEST_LINE: Final = 22
_LINES: Final = 3
_SHADE: Final = (34, 22, 48)
_MARGIN: Final = 14


def open_painter(*, timeout: float = 20.0) -> Engine:
    """A host with the picture bundle loaded. Raises EngineUnavailable when it is not built."""
    return open_engine(bundle=bundle_path().with_name("picture.js"), timeout=timeout)


def still_of(
    config: dict[str, Any], *, engine: Engine, painter: Engine, scene: int | None = None, art: ArtBundle | None = None
) -> Image.Image:
    """640 x 360 px of the game in play: the bot's own run, 40 % of the way through the first level (or `scene`).

    With `art`, its cast on its ground; without, all as the player paints it.

    Equal configs give equal pixels. Raises EngineError when the config has no playable level.
    """
    levels = config["game"].get("proof", {}).get("certificate", {}).get("levels", [])
    chosen = next((level for level in levels if scene is None or level["scene"] == scene), None)
    if chosen is None:
        first = next(i for i, s in enumerate(config["scenes"]) if s.get("type", "gameplay") == "gameplay")
        chosen = {"scene": first if scene is None else scene, "inputs": "", "ticks": 0}
    view = engine.call("view", config=config, scene=chosen["scene"], inputs=_prefix(chosen["inputs"], int(chosen["ticks"] * MOMENT)))
    drawn: dict[str, Any] = {}
    place: dict[str, Any] | None = None
    if art is not None:
        look = config["scenes"][chosen["scene"]].get("properties", {}).get("theme") or {}
        ground = art.manifest["elsewhere"].get(look.get("biome"), art.manifest["ground"])
        place = art.manifest["places"].get(look_of({**(config["game"].get("theme") or {}), **look}))
        drawn = {"without": sorted(art.members), "ground": {**ground, "tones": unpacked(ground).hex()}, "distant": place is not None}
    painted = painter.call("picture", config=config, scene=chosen["scene"], view=view, **drawn)
    size = (painted["width"], painted["height"])
    image = Image.frombytes("RGBA", size, bytes.fromhex(painted["rgba"]))
    if art is None:
        return image.convert("RGB")
    if place is not None:
        level = config["scenes"][chosen["scene"]]["properties"]["level"]
        distance = behind(place, size, painted["x"], painted["land"], int(level.get("seed") or 0))
        distance.alpha_composite(image)
        image = distance
    return with_cast(image, (painted["x"], painted["y"]), view, art, str(config["game"]["kind"])).convert("RGB")


def render(config: dict[str, Any], *, engine: Engine, painter: Engine, scene: int | None = None, art: ArtBundle | None = None) -> bytes:
    """`still_of` as PNG."""
    return png_of(still_of(config, engine=engine, painter=painter, scene=scene, art=art))


def draw_card(title: str, still: Image.Image, painter: Engine, portrait: Image.Image | None = None) -> bytes:
    """PNG of 1200 x 630 px for link previews: the still with the title in the game's own letters, and the hero's portrait in a corner.

    A title with letters that the font lacks is left to the text beside the card.
    """
    width, height = CARD_SIZE
    left, top = (still.width - width // 2) // 2, (still.height - height // 2) // 2
    card = still.convert("RGB").crop((left, top, left + width // 2, top + height // 2))
    if portrait is not None:
        card.paste(_SHADE, (_MARGIN + 3, card.height - portrait.height - _MARGIN + 3), portrait.getchannel("A"))
        card.paste(portrait, (_MARGIN, card.height - portrait.height - _MARGIN), portrait)
    lines = textwrap.wrap(title, _LONGEST_LINE, max_lines=_LINES, placeholder="...") or [title]
    made = painter.call("lettering", lines=lines)
    if made["width"]:
        letters = Image.frombytes("RGBA", (made["width"], made["height"]), bytes.fromhex(made["rgba"]))
        size = max(1, min((width // 2 - 40) // letters.width, 110 // letters.height))
        letters = letters.resize((letters.width * size, letters.height * size), Image.Resampling.NEAREST)
        # The sky behind the letters is darkened in bands, never so that the place is lost.
        shade = np.asarray(card).astype(np.float64)
        rows = np.arange(card.height)[:, None, None]
        reach = letters.height + 44
        shade *= 1 - 0.62 * np.clip(np.ceil((1 - rows / reach) * 6) / 6, 0, 1)
        card = Image.fromarray(shade.round().astype(np.uint8))
        x, y = (card.width - letters.width) // 2, 16
        ink = letters.getchannel("A")
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, size), (1, size), (0, size + 1), (0, size // 2)):
            card.paste(_SHADE, (x + dx, y + dy), ink)
        card.paste(letters, (x, y), ink)
    return png_of(card.resize(CARD_SIZE, Image.Resampling.NEAREST))


def png_of(image: Image.Image) -> bytes:
    """PNG of at most 256 colours."""
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
