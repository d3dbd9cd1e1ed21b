"""Drawing a whole cast: every member's clips in one style, on one sheet, with a manifest for the player."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve import art
from makebelieve.art.color import RGB, parse_hex, to_oklab
from makebelieve.art.items.families import families
from makebelieve.art.lock import nearest
from makebelieve.games.artwork.atlas import packed, png
from makebelieve.games.artwork.casting import SCALE, Part, part_of, takes, yaw_of
from makebelieve.games.artwork.distance import places_of
from makebelieve.games.artwork.front import drawn_portrait, encoded, plates_of, signs_of
from makebelieve.games.artwork.ground import ground_of
from makebelieve.games.artwork.palette import air_of, cast_palette
from makebelieve.kit.seeds import derive_seed

FORMAT: Final = 1
_DARK: Final = 0.42
"""OKLab lightness of a place below which dark figures get a lit rim."""
_COLORED: Final = frozenset(("collectible", "hazard", "enemy", "boss", "goal"))
"""Roles whose things take the config's colours; keys, bonuses and flags mean the same in every game."""
_BODIES: Final[dict[str, str]] = {
    "biped": "bandit",
    "quadruped": "wolf",
    "bird": "bird",
    "insect": "beetle",
    "spider": "spider",
    "fish": "fish",
    "serpent": "snake",
    "blob": "slime",
    "ghost": "ghost",
    "dragon": "dragon",
    "robot": "robot",
    "ship": "spaceship",
    "vehicle": "car",
    "flame": "fire elemental",
    "plant": "treant",
}
"""Body plan of the config -> a name that `art` knows."""
_LIVING: Final = frozenset(("quadruped", "bird", "insect", "spider", "fish", "serpent", "dragon", "plant", "blob", "ghost"))
_LIFELESS: Final = frozenset(("object", "food", "rock", "gem", "coin", "key", "weapon", "flame", "plant"))
_GLINTS: Final = frozenset(("collectible", "key", "powerup"))


@dataclass(frozen=True, slots=True)
class Member:
    """A drawn member of the cast: its pictures and pivots, and its clips as indices of them."""

    cels: tuple[art.Cel, ...]
    clips: tuple[tuple[str, str, tuple[int, ...], int], ...]
    """(name, facing, indices, ms a frame)."""
    anchor: str
    mirror: bool


@dataclass(frozen=True, slots=True)
class ArtBundle:
    """Everything drawn of a game."""

    manifest: dict[str, Any]
    """{format, scale, size, palette, frames: [[x, y, w, h, pivot x, pivot y], …], cast: {type: member}, ground, elsewhere, places, signs,
    ui, portrait}; a member is {anchor, mirror, clips: {name: {facing: {frames: indices, ms}}}}; `ground` see `ground_of`, `places` see
    `places_of`, `signs` see `signs_of`, `ui` see `plates_of`; `elsewhere`: biome -> ground of levels that lie in another place than the
    game; the portrait is a PNG in base64, null where the game has no hero that can be drawn."""
    atlas: bytes
    """PNG."""
    members: Mapping[str, Member]
    portrait: Image.Image | None = None
    """Of the hero, in its frame."""

    def packed(self) -> bytes:
        """The manifest as JSON with `atlas` (PNG in base64) in it: all that a player loads, in one answer."""
        return json.dumps({**self.manifest, "atlas": base64.b64encode(self.atlas).decode()}, separators=(",", ":")).encode()


def draw_art(config: Mapping[str, Any]) -> ArtBundle:
    """The art of a finished config. Equal configs give equal bytes; a member's pictures come of its own looks, theme and seed alone."""
    game = config["game"]
    kind, seed = str(game["kind"]), int(game.get("seed") or 0)
    theme = game.get("theme") or {}
    palette = cast_palette(theme)
    dim = _dim(theme)
    mechanics = frozenset((game.get("design") or {}).get("mechanics") or ())
    members: dict[str, Member] = {}
    portrait: Image.Image | None = None
    for entity in config.get("entities") or ():
        part = part_of(entity, kind, mechanics)
        if part is not None:
            own = derive_seed(seed, f"art:{part.prompt}") if part.seed is None else part.seed
            member = _member(part, own, palette, dim)
            if member is not None:
                members[part.type] = member
            if part.role == "hero" and portrait is None:
                portrait = _portrait(part, own, palette, air_of(theme))
    cels = [cel for member in members.values() for cel in member.cels]
    sheet, places = packed([cel.image for cel in cels])
    frames: list[list[int]] = []
    numbers: dict[tuple[int, ...], int] = {}
    cast: dict[str, Any] = {}
    at = 0
    for type_, member in members.items():
        mine = []
        for cel in member.cels:
            frame = (*places[at], *cel.image.size, *cel.pivot)
            at += 1
            if frame not in numbers:
                numbers[frame] = len(frames)
                frames.append(list(frame))
            mine.append(numbers[frame])
        clips: dict[str, dict[str, Any]] = {}
        for name, facing, indices, ms in member.clips:
            clips.setdefault(name, {})[facing] = {"frames": [mine[i] for i in indices], "ms": ms}
        cast[type_] = {"anchor": member.anchor, "mirror": member.mirror, "clips": clips}
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "scale": SCALE,
        "size": list(sheet.size),
        "palette": list(palette),
        "frames": frames,
        "cast": cast,
        "ground": ground_of(theme, seed),
        "elsewhere": {biome: ground_of({"biome": biome}, seed) for biome in _elsewhere(config)},
        "places": places_of(config, seed),
        "signs": signs_of(theme, palette),
        "ui": plates_of(theme, palette),
        "portrait": encoded(portrait) if portrait is not None else None,
    }
    return ArtBundle(manifest, png(sheet), members, portrait)


def _elsewhere(config: Mapping[str, Any]) -> list[str]:
    """Biomes of levels that say one of their own, sorted."""
    looks = ((scene.get("properties") or {}).get("theme") or {} for scene in config.get("scenes") or ())
    own = {str(look["biome"]) for look in looks if isinstance(look, Mapping) and look.get("biome")}
    return sorted(own - {str((config["game"].get("theme") or {}).get("biome"))})


def _dim(theme: Mapping[str, Any]) -> bool:
    """Whether the place is dark: its palette is, where no daylight reaches it."""
    colors = list(theme.get("palette") or ["#808080"])[:4]
    return sum(to_oklab(parse_hex(color))[0] for color in colors) / len(colors) < _DARK


# A worker keeps what it drew last: an edit that changes the hero finds everybody else here.
@lru_cache(maxsize=96)
def _member(part: Part, seed: int, palette: tuple[str, ...], dim: bool) -> Member | None:
    spec = spec_of(part, seed)
    if spec is None:
        return None
    puppet = art.puppet(spec, height=part.height, width=part.width, view=part.view, palette=palette)
    cels: list[art.Cel] = []
    clips: list[tuple[str, str, tuple[int, ...], int]] = []
    for take in takes(part, spec.archetype, puppet.person):
        yaw = yaw_of(spec.archetype, spec.family, take.facing)
        if not puppet.turns and take.facing != "right":
            continue
        drawn = (
            tuple(puppet.pose(take.clip, moment, yaw) for moment in take.moments)
            if take.moments
            else puppet.clip(take.clip, yaw, take.frames, description=take.motion)
        )
        ms = take.ms
        if spec.kind == "thing":
            drawn, ms = _lively(drawn[0], part, take.name, palette)
        start = len(cels)
        cels.extend(drawn)
        clips.append((take.name, take.facing, tuple(range(start, len(cels))), ms))
    if part.anchor == "middle":
        cels = _centred(cels)
    if dim and part.role != "goal":
        rim = _nearest("#a9b6d2" if part.role == "hero" else "#6a7a9c", palette)
        cels = [_rimmed(cel, rim) for cel in cels]
    return Member(tuple(cels), tuple(clips), part.anchor, part.mirror)


@lru_cache(maxsize=32)
def _portrait(part: Part, seed: int, palette: tuple[str, ...], air: RGB) -> Image.Image | None:
    spec = spec_of(part, seed)
    return drawn_portrait(spec, air, palette) if spec is not None else None


def spec_of(part: Part, seed: int) -> art.SpriteSpec | None:
    """What `art` reads in the prompt, with the config's colours where the prompt names none; None for a thing that it does not know."""
    spec = art.read(part.prompt, seed)
    if part.seed is not None and part.being:
        return spec
    if part.being and not _fits(spec, part.body):
        # "mole digger" is a mole, "popcorn popper" popcorn: the word that has the body that the config says.
        words = (art.read(word, seed) for word in part.prompt.split())
        known = (one for one in words if not any("stands for it" in note or "is in no table" in note for note in one.notes))
        better = next((one for one in known if _fits(one, part.body) and (one.kind == "being" or part.body in _LIFELESS)), None)
        if better is not None:
            return better.model_copy(update={"prompt": part.prompt})
    if part.being and (spec.kind == "thing" and part.body in _BODIES):
        # A being of no known name has at least its body plan.
        spec = art.read(f"{part.prompt} {_BODIES[part.body]}", seed)
        if spec.kind == "thing":
            spec = art.read(_BODIES[part.body], seed)
        spec = spec.model_copy(update={"stated": []})
    if spec.kind == "thing" and any("stands for it" in note for note in spec.notes):
        return None
    if spec.stated or len(part.colors) < 2:
        return spec
    if spec.kind == "thing":
        own = families()[spec.family].colors(list(part.colors[:2]), {})
        return spec.model_copy(update={"colors": own}) if part.role in _COLORED else spec
    if "_main" in spec.colors:
        main, second = part.colors[:2]
        return spec.model_copy(update={"colors": {**spec.colors, "_main": main, "_second": second}})
    return spec


def _fits(spec: art.SpriteSpec, body: str) -> bool:
    """Whether what was read can have the body of the config: no engines for beasts, no persons by guess for things."""
    if body in _LIVING and spec.archetype == "vehicle":
        return False
    return not (body in _LIFELESS and spec.archetype == "humanoid_biped" and any("is in no table" in note for note in spec.notes))


def _lively(cel: art.Cel, part: Part, clip: str, palette: tuple[str, ...]) -> tuple[tuple[art.Cel, ...], int]:
    """Frames of a thing: treasure glints, what acts hops a pixel, the rest stands still."""
    if part.role in _GLINTS:
        return (
            cel,
            cel,
            cel,
            _glint(cel, 0.34, 0.3, 1, palette),
            _glint(cel, 0.34, 0.3, 2, palette),
            _glint(cel, 0.66, 0.6, 1, palette),
        ), 140
    if clip in ("walk", "fly", "run"):
        return (cel, art.Cel(cel.image, (cel.pivot[0], cel.pivot[1] + 2))), 150
    return (cel,), 400


def _glint(cel: art.Cel, across: float, down: float, reach: int, palette: tuple[str, ...]) -> art.Cel:
    """A small cross of light inside the ink."""
    pixels = np.asarray(cel.image).copy()
    height, width = pixels.shape[:2]
    x, y = int(width * across), int(height * down)
    for dx, dy in [
        (0, 0),
        *((s * d, 0) for d in range(1, reach + 1) for s in (-1, 1)),
        *((0, s * d) for d in range(1, reach + 1) for s in (-1, 1)),
    ]:
        if 0 <= x + dx < width and 0 <= y + dy < height and pixels[y + dy, x + dx, 3]:
            pixels[y + dy, x + dx, :3] = parse_hex(palette[0])
    return art.Cel(Image.fromarray(pixels), cel.pivot)


def _centred(cels: list[art.Cel]) -> list[art.Cel]:
    """The pivots moved to the middle of the first drawing."""
    first = cels[0]
    dx, dy = first.image.width // 2 - first.pivot[0], first.image.height // 2 - first.pivot[1]
    return [art.Cel(cel.image, (cel.pivot[0] + dx, cel.pivot[1] + dy)) for cel in cels]


def _rimmed(cel: art.Cel, color: tuple[int, int, int]) -> art.Cel:
    """A one-pixel rim of moonlight, so that dark figures stand out from a dark place."""
    image = Image.new("RGBA", (cel.image.width + 2, cel.image.height + 2))
    image.paste(cel.image, (1, 1))
    pixels = np.asarray(image).copy()
    ink = pixels[..., 3] > 0
    near = np.zeros_like(ink)
    near[1:] |= ink[:-1]
    near[:-1] |= ink[1:]
    near[:, 1:] |= ink[:, :-1]
    near[:, :-1] |= ink[:, 1:]
    pixels[near & ~ink] = (*color, 255)
    return art.Cel(Image.fromarray(pixels), (cel.pivot[0] + 1, cel.pivot[1] + 1))


@lru_cache(maxsize=32)
def _nearest(color: str, palette: tuple[str, ...]) -> tuple[int, int, int]:
    return nearest(parse_hex(color), tuple(parse_hex(one) for one in palette))
