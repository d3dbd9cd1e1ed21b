"""Stills with art in them: the painted place at twice its density, and the cast on it as the player shows them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from PIL import Image, ImageOps

from makebelieve import art
from makebelieve.games.artwork.bundle import ArtBundle, Member
from makebelieve.games.artwork.casting import SCALE, TOP_WITH_HEADINGS

_CLIPS: Final[dict[str, tuple[str, ...]]] = {
    "idle": ("idle", "walk", "fly"),
    "walk": ("walk", "run", "fly", "idle"),
    "run": ("run", "walk", "fly", "idle"),
    "jump": ("jump", "fly", "run", "walk", "idle"),
    "fall": ("fall", "jump", "fly", "walk", "idle"),
    "attack": ("attack", "fly", "run", "walk", "idle"),
    "fly": ("fly", "walk", "run", "idle"),
    "charge": ("attack", "walk", "fly", "idle"),
}
"""Animation of the view -> clips that show it, best first; of others the first clip there is."""


def cel_of(member: Member, thing: Mapping[str, Any], headed: bool) -> tuple[art.Cel, bool]:
    """The drawing that shows a thing of the view, and whether it is mirrored."""
    dx, dy = math.cos(thing["angle"]), math.sin(thing["angle"])
    upright = headed and abs(dx) < abs(dy) - 0.05
    facing = ("down" if dy > 0 else "up") if upright else "right"
    left = bool(thing["flip"]) or (headed and not upright and dx < -0.05)
    clips = {(name, side): indices for name, side, indices, _ in member.clips}
    for name in _CLIPS.get(thing["anim"], ()):
        found = clips.get((name, facing)) or clips.get((name, "right"))
        if found:
            at = 0 if thing["anim"] == "charge" else int(thing["id"]) % len(found) if name in ("walk", "fly") else len(found) // 2
            return member.cels[found[at]], left and member.mirror
    return member.cels[0], left and member.mirror


def with_cast(still: Image.Image, corner: tuple[int, int], view: Mapping[str, Any], bundle: ArtBundle, kind: str) -> Image.Image:
    """The painted still (SCALE picture px a game px) with the cast of the view on it. `corner`: its top left in the level, game px."""
    out = still.convert("RGBA")
    headed = kind in TOP_WITH_HEADINGS
    things = [thing for thing in (*view["things"], view["hero"]) if thing["type"] in bundle.members]
    if kind in TOP_WITH_HEADINGS or kind == "horde-survivors":
        things.sort(key=lambda thing: thing["y"] + thing["h"] / 2)
    for thing in things:
        member = bundle.members[thing["type"]]
        cel, mirrored = cel_of(member, thing, headed)
        picture = ImageOps.mirror(cel.image) if mirrored else cel.image
        px = cel.image.width - cel.pivot[0] if mirrored else cel.pivot[0]
        foot = thing["h"] / 2 if member.anchor == "feet" else 0
        x, y = round((thing["x"] - corner[0]) * SCALE) - px, round((thing["y"] + foot - corner[1]) * SCALE) - cel.pivot[1]
        if -picture.width < x < out.width and -picture.height < y < out.height:
            layer = Image.new("RGBA", out.size)
            layer.paste(picture, (x, y))
            out.alpha_composite(layer)
    return out
