"""Sprites and animations of beings and things: the library's main doors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from PIL import Image

from makebelieve.art import sheets
from makebelieve.art.figure import Figure, figure_of, look_of
from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.pose import LOOPS, customs
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.quality import Report, check, check_frames
from makebelieve.art.raster.render import OUTLINES, Fit, Look, bounds, fit, render, view_of
from makebelieve.art.raster.scene import Packed, Scene
from makebelieve.art.reading import read
from makebelieve.art.spec import CLIPS, DIRECTIONS, FRAMES, VIEWS, YAWS, SpriteSpec
from makebelieve.kit.errors import invalid

SMALLEST, LARGEST = 16, 512
_REST: Final = 0.12
"""Moment of `idle` that a sprite shows."""
_POSES: Final[dict[str, float]] = {
    "humanoid_biped": 24.0,
    "quadruped": 56.0,
    "winged": 42.0,
    "amorphous": 14.0,
    "serpentine": 46.0,
    "crawler": 34.0,
    "swimmer": 62.0,
    "vehicle": 44.0,
    # families that differ from their archetype
    "bat": 12.0,
    "butterfly": 10.0,
    "dragonfly": 52.0,
    "car": 52.0,
    "ship": 58.0,
    "sailboat": 58.0,
    "plane": 56.0,
    "snail": 56.0,
    "crab": 12.0,
}
"""Archetype or family -> yaw at which it reads best: what a sprite shows when no direction is asked for."""


@dataclass(frozen=True)
class Picture:
    """A finished picture."""

    image: Image.Image
    """RGBA."""
    spec: Any
    report: Report
    pivot: tuple[int, int] = (0, 0)
    """Where it stands: pixels from the top left."""

    def save(self, path: str | Path) -> Path:
        """Write it as PNG (or what the suffix says); the path written."""
        target = Path(path)
        if target.suffix.lower() == ".png":
            target.write_bytes(sheets.png_bytes(self.image))
        else:
            self.image.save(target)
        return target


@dataclass(frozen=True)
class Animation:
    """One clip in one or more directions."""

    rows: tuple[sheets.Row, ...]
    spec: SpriteSpec
    pivot: tuple[int, int]
    problems: tuple[str, ...]
    """What the quality gate says; empty when all is well."""
    name: str = field(default="sheet.png")

    @property
    def frames(self) -> list[Image.Image]:
        """The frames of the first direction."""
        return list(self.rows[0].frames)

    @property
    def durations(self) -> list[int]:
        return list(self.rows[0].durations)

    @property
    def image(self) -> Image.Image:
        return self.sheet

    @property
    def report(self) -> tuple[str, ...]:
        return self.problems

    @cached_property
    def sheet(self) -> Image.Image:
        """A row a direction."""
        return sheets.compose(self.rows)

    @property
    def manifest(self) -> dict[str, Any]:
        """Aseprite's JSON."""
        return sheets.aseprite(self.rows, self.pivot, self.name)

    def save(self, path: str | Path) -> Path:
        """Write the sheet as PNG."""
        target = Path(path)
        target.write_bytes(sheets.png_bytes(self.sheet))
        return target

    def save_gif(self, path: str | Path, *, scale: int = 1) -> Path:
        """Write the first direction as an animated GIF."""
        target = Path(path)
        target.write_bytes(sheets.preview(self.frames, self.durations, "gif", scale=scale))
        return target


def _allowed(name: str, value: str, options: Sequence[str]) -> str:
    if value not in options:
        raise invalid(name, f"{value!r} is none of them", tuple(options))
    return value


def _size(size: tuple[int, int]) -> tuple[int, int]:
    width, height = size
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise invalid("size", f"{width}x{height}: both sides are {SMALLEST} to {LARGEST} px")
    return width, height


def look_for(size: tuple[int, int], view: str | None, outline: str, spec: SpriteSpec) -> Look:
    """The look of a request. Things are seen a little from above whatever the view, unless one is asked for."""
    width, height = _size(size)
    _allowed("outline", outline, tuple(OUTLINES))
    pitch = VIEWS[_allowed("view", view, tuple(VIEWS))] if view is not None else 20.0
    return look_of(width, height, pitch=pitch, outline=outline)


def _yaws(figure: Figure) -> tuple[float, ...]:
    """Every direction, and the one at which it is shown when none is asked for."""
    return (*YAWS.values(), _shown_yaw(figure)) if figure.turns else (0.0,)


def _shown_yaw(figure: Figure) -> float:
    spec = figure.spec
    return _POSES.get(spec.family, _POSES.get(spec.archetype, 0.0)) if figure.turns else 0.0


def _turned(figure: Figure, motion: str, t: float, snap: float = 1.0) -> list[tuple[Packed, float]]:
    """The scene as seen from every side: a person's guard depends on it, nothing else does."""
    if isinstance(figure.shape, Person):
        return [(figure.scene(motion, t, snap, yaw).packed(), yaw) for yaw in _yaws(figure)]
    packed = figure.scene(motion, t, snap).packed()
    return [(packed, yaw) for yaw in _yaws(figure)]


def _rest_fit(figure: Figure, look: Look) -> Fit:
    """The scale of a figure at rest: all directions fit."""
    return _rest_fit_of(figure.spec.model_dump_json(), look)


@lru_cache(maxsize=512)
def _rest_fit_of(spec: str, look: Look) -> Fit:
    figure = figure_of(SpriteSpec.model_validate_json(spec), look)
    return fit(_turned(figure, "idle", _REST), look, centred=not figure.turns)


def _snap(look: Look, where: Fit) -> float:
    return where.scale * math.cos(math.radians(look.pitch))


def sprite(
    prompt: str | SpriteSpec,
    size: tuple[int, int] = (64, 64),
    seed: int = 0,
    *,
    direction: str | None = None,
    view: str | None = None,
    palette: str | Sequence[str] | None = None,
    outline: str = "color",
) -> Picture:
    """A sprite of what the prompt names.

    `size` is width and height, 16-512 px each. `direction` is one of the eight (None: a being in three-quarter view, a thing from the
    front), `view` side, top-down or isometric, `palette` a name or up to 64 colours, `outline` color, black or none.
    Equal arguments give equal pixels. Raises Problem (422) naming the field.
    """
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    look = look_for(size, view, outline, spec)
    figure = figure_of(spec, look)
    yaw = _shown_yaw(figure)
    if direction is not None:
        yaw = YAWS[_allowed("direction", direction, DIRECTIONS)]
    colors = chosen(palette)
    where = _rest_fit(figure, look)
    scene = figure.scene("idle", _REST, _snap(look, where), yaw)
    frame = render(scene, scene.packed(), figure.box(colors), yaw, look, where)
    return Picture(Image.fromarray(frame.pixels), spec, check(frame.pixels, palette=colors), (look.width // 2, round(where.ground)))


def times(motion: str, clip: str, count: int) -> list[float]:
    """The moments of a clip's frames; one of an attack's frames is the impact."""
    if motion in LOOPS or clip in ("idle", "walk", "run"):
        return [i / count for i in range(count)]
    moments = [i / (count - 1) for i in range(count)]
    if clip == "attack" and count > 2:
        nearest = min(range(1, count), key=lambda i: abs(moments[i] - 0.53))
        moments[nearest] = 0.53
    return moments


def durations(clip: str, count: int, fps: float, moments: Sequence[float]) -> list[int]:
    """Milliseconds a frame: attacks hold before and after the blow, which itself is short; a death's last frame stays."""
    base = 1000.0 / fps
    if clip == "attack":
        return [round(base * (1.5 if 0.1 < t < 0.48 else 0.55 if 0.48 <= t < 0.6 else 1.2)) for t in moments]
    result = [round(base)] * count
    if clip == "death":
        result[-1] = round(4 * base)
    return result


_VERBS: Final[dict[str, str]] = {
    "waving": "wave", "wave": "wave", "greet": "wave", "hello": "wave", "dance": "dance", "dancing": "dance", "party": "dance", "cheer": "cheer",
    "cheering": "cheer", "victory": "cheer", "celebrate": "cheer", "celebrating": "cheer", "win": "cheer", "swim": "swim", "swimming": "swim",
    "dive": "swim", "fly": "fly", "flying": "fly", "glide": "fly", "hover": "fly", "bow": "bow_down", "bowing": "bow_down", "spin": "spin",
    "spinning": "spin", "twirl": "spin", "kick": "kick", "kicking": "kick", "talk": "talk", "talking": "talk", "speak": "talk", "speaking": "talk",
    "explain": "talk", "sit": "sit", "sitting": "sit", "sleep": "sleep", "sleeping": "sleep", "rest": "sleep", "dig": "chop", "digging": "chop",
    "mine": "chop", "mining": "chop", "chop": "chop", "climb": "climb", "climbing": "climb", "crouch": "crouch", "crouching": "crouch", "sneak": "crouch",
    "duck": "crouch", "eat": "eat", "eating": "eat", "drink": "eat", "drinking": "eat", "block": "block", "blocking": "block", "defend": "block",
    "guard": "block", "parry": "block", "cast": "cast", "casting": "cast", "spell": "cast", "magic": "cast", "punch": "punch", "punching": "punch",
    "slash": "slash", "swing": "slash", "shoot": "shoot", "shooting": "shoot", "aim": "shoot", "fire": "shoot", "thrust": "thrust", "stab": "thrust",
    "jump": "jump", "jumping": "jump", "leap": "jump", "run": "run", "running": "run", "walk": "walk", "walking": "walk", "attack": "attack",
    "bite": "attack", "die": "death", "dying": "death", "hurt": "hurt", "idle": "idle", "stand": "idle",
}  # fmt: skip


def custom_motion(description: str, figure: Figure) -> str:
    """The motion that a description asks for. Raises Problem (422) naming what is possible."""
    for word in description.lower().replace("-", " ").split():
        motion = _VERBS.get(word.strip(".,!?"))
        if motion is None:
            continue
        if isinstance(figure.shape, Person):
            return figure.motion("attack") if motion == "attack" else motion
        if motion in ("walk", "run", "attack", "jump", "death", "hurt", "idle"):
            return motion
        # Creatures do the nearest of what their rig can.
        return {
            "fly": "run",
            "swim": "walk",
            "sleep": "death",
            "cast": "attack",
            "shoot": "attack",
            "kick": "attack",
            "dance": "jump",
            "cheer": "jump",
        }.get(motion, "idle")
    options = (
        (*customs(), "walk", "run", "jump", "attack")
        if isinstance(figure.shape, Person)
        else ("walk", "run", "attack", "jump", "fly", "swim", "sleep")
    )
    raise invalid("description", f"no motion is known for {description!r}", tuple(dict.fromkeys(options)))


def animation(
    prompt: str | SpriteSpec,
    clip: str = "walk",
    direction: str | Sequence[str] = "down-right",
    frames: int | None = None,
    size: tuple[int, int] = (64, 64),
    seed: int = 0,
    *,
    fps: float = 12.0,
    description: str | None = None,
    normalize_size: bool = False,
    view: str | None = None,
    palette: str | Sequence[str] | None = None,
    outline: str = "color",
) -> Animation:
    """A clip of what the prompt names.

    `clip` is idle, walk, run, attack, jump, death, hurt or custom (then `description` says what: "casting a spell", "dancing").
    `direction` is one of the eight, several, or "all". `frames` is 2-12 (default by clip), `fps` 4-60. All frames and directions share one
    scale; `normalize_size` keeps the scale of the sprite, unless the clip would then leave the canvas. Raises Problem (422).
    """
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    look = look_for(size, view, outline, spec)
    _allowed("clip", clip, CLIPS)
    count = FRAMES[clip] if frames is None else frames
    if not 2 <= count <= 12:
        raise invalid("frames", f"{count} frames; a clip has 2 to 12")
    if not 4 <= fps <= 60:
        raise invalid("fps", f"{fps} frames a second; 4 to 60 are possible")
    wanted = DIRECTIONS if direction == "all" else (direction,) if isinstance(direction, str) else tuple(direction)
    for one in wanted:
        _allowed("direction", one, (*DIRECTIONS, "all"))
    figure = figure_of(spec, look)
    motion = figure.motion(clip)
    if clip == "custom":
        motion = custom_motion(description or spec.prompt, figure)
    moments = times(motion, clip, count)
    return _animated(figure, clip, motion, moments, wanted, look, chosen(palette), fps, normalize_size)


def _animated(
    figure: Figure,
    clip: str,
    motion: str,
    moments: Sequence[float],
    wanted: Sequence[str],
    look: Look,
    palette: Palette | None,
    fps: float,
    normalize_size: bool,
) -> Animation:
    rest = _rest_fit(figure, look)
    snap = _snap(look, rest)
    yaws = {name: YAWS[name] if figure.turns else 0.0 for name in wanted}
    posed = isinstance(figure.shape, Person)

    def scenes(snap: float) -> dict[float, list[tuple[Scene, Packed]]]:
        """Yaw -> frames; one list for all where the scene does not depend on the yaw."""
        result: dict[float, list[tuple[Scene, Packed]]] = {}
        for yaw in dict.fromkeys(yaws.values()) if posed else (0.0,):
            built = [figure.scene(motion, t, snap, yaw) for t in moments]
            result[yaw] = [(scene, scene.packed()) for scene in built]
        return result

    frames = scenes(snap)
    seen = (
        [(packed, yaw) for yaw, row in frames.items() for _, packed in row]
        if posed
        else [(packed, yaw) for _, packed in frames[0.0] for yaw in _yaws(figure)]
    )
    if posed:
        # Other directions count too, or a set drawn one by one would not match; every third frame tells enough.
        seen += [pair for t in moments[::3] for pair in _turned(figure, motion, t, snap) if pair[1] not in frames]
    where = rest if normalize_size and _inside(seen, look, rest) else fit(seen, look, largest=rest.scale, centred=not figure.turns)
    if where.scale < rest.scale:
        frames = scenes(_snap(look, where))
    box = figure.box(palette)
    ms = durations(clip, len(moments), fps, moments)
    loops = motion in LOOPS or clip in ("idle", "walk", "run")
    rows: list[sheets.Row] = []
    problems: list[str] = []
    for name, yaw in yaws.items():
        pictures = [Image.fromarray(render(scene, packed, box, yaw, look, where).pixels) for scene, packed in frames[yaw if posed else 0.0]]
        grounded = clip in ("idle", "walk") and figure.spec.archetype in ("humanoid_biped", "quadruped") and yaw in (90.0, 270.0)
        problems.extend(f"{name}: {problem}" for problem in check_frames(pictures, grounded=grounded, palette=palette))
        rows.append(sheets.Row(clip, name, tuple(pictures), tuple(ms), loops))
    return Animation(tuple(rows), figure.spec, (look.width // 2, round(where.ground)), tuple(problems))


def _inside(seen: Sequence[tuple[Packed, float]], look: Look, where: Fit) -> bool:
    """Whether nothing leaves the canvas at this fit."""
    for one, yaw in seen:
        left, right, bottom, top = bounds(one, view_of(yaw, look.pitch))
        across = where.left + left * where.scale >= 1 and where.left + right * where.scale <= look.width - 1
        if not across or where.ground - top * where.scale < 1 or where.ground - bottom * where.scale > look.height - 1:
            return False
    return True
