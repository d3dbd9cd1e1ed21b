"""Sprites and animations of beings and things: the library's main doors."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from PIL import Image

from makebelieve.art import sheets
from makebelieve.art.clips import LOOPING, custom_motion, durations, times
from makebelieve.art.color import RGB, to_oklab
from makebelieve.art.figure import REST, Figure, figure_of
from makebelieve.art.humanoid.person import Person
from makebelieve.art.light import Light, light_of
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.picture import Animation, Picture
from makebelieve.art.quality import check, check_frames
from makebelieve.art.raster.render import Fit, Look, bounds, fit, view_of
from makebelieve.art.raster.scene import Packed, Scene
from makebelieve.art.reading import read
from makebelieve.art.reference import Reference, measured, steered
from makebelieve.art.scenery import backdrop
from makebelieve.art.spec import CLIPS, DIRECTIONS, FRAMES, YAWS, SpriteSpec
from makebelieve.art.styles.manner import Manner, manner_of, one_of
from makebelieve.art.styles.vector import Drawing
from makebelieve.kit.errors import invalid

__all__ = ["Animation", "Picture", "animation", "sprite"]

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
    "ant": 62.0,
    "kraken": 20.0,
    "rowboat": 54.0,
    # and single beings
    "hydra": 16.0,
    "mimic": -22.0,
    "centaur": 62.0,
}
"""Archetype or family -> yaw at which it reads best: what a sprite shows when no direction is asked for."""


def _yaws(figure: Figure) -> tuple[float, ...]:
    """Every direction, and the one at which it is shown when none is asked for."""
    return (*YAWS.values(), _shown_yaw(figure)) if figure.turns else (0.0,)


def _shown_yaw(figure: Figure) -> float:
    spec = figure.spec
    return _POSES.get(spec.entry or "", _POSES.get(spec.family, _POSES.get(spec.archetype, 0.0))) if figure.turns else 0.0


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
    return fit(_turned(figure, "idle", REST), look, centred=not figure.turns)


def _snap(look: Look, where: Fit) -> float:
    return where.scale * math.cos(math.radians(look.pitch))


def sprite(
    prompt: str | SpriteSpec,
    size: tuple[int, int] = (64, 64),
    seed: int = 0,
    *,
    style: str = "pixel",
    direction: str | None = None,
    view: str | None = None,
    palette: str | Sequence[str] | None = None,
    outline: str | None = None,
    light: str | Mapping[str, Any] | Light | None = None,
    pixel_perfect: str = "auto",
    no_base: bool = False,
    skip_bg_removal: bool = False,
    reference: Image.Image | None = None,
) -> Picture:
    """A sprite of what the prompt names.

    `size` is width and height, 8-512 px each. `style` is pixel, vector (then `.svg` holds the drawing) or painterly. `direction` is one of
    the eight (None: a being in three-quarter view, a thing from the front), `view` side, top-down or isometric, `palette` a name or up to
    64 colours, `outline` color, black or none (None: color, or what the reference shows), `light` where it comes from and its colour ("upper-right warm";
    None: white from the upper left). `pixel_perfect` auto, on (nearest neighbour: square
    blocks, at most 64 across) or off (Lanczos: soft edges). `no_base` leaves out ground, mounds and pedestals. `skip_bg_removal` keeps the
    place that the prompt names as an opaque background. `reference` is a picture whose palette, proportions and outline steer this one;
    what was measured is in `.report["reference"]`.
    Equal arguments give equal pixels. Raises Problem (422) naming the field.
    """
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    facts = None if reference is None else measured(reference)
    spec = spec if facts is None else steered(spec, facts)
    if no_base or skip_bg_removal:
        spec = spec.model_copy(update={"base": "none"})
    colors = chosen(palette) or (facts.palette if facts else None)
    line, ink = _outlined(outline, colors, facts if palette is None else None)
    lamp = light_of(light) or Light()
    manner = manner_of(size, style=style, pixel_perfect=pixel_perfect, view=view, outline=line)
    manner = replace(manner, look=lamp.look(manner.look))
    figure = lamp.on(manner.figure(figure_of(spec, manner.look)))
    yaw = _shown_yaw(figure)
    if direction is not None:
        yaw = YAWS[one_of("direction", direction, DIRECTIONS)]
    if skip_bg_removal:
        # the place shows round the figure, and the figure stands in it, not on its edge
        manner = replace(manner, look=replace(manner.look, margin=0.12 * min(manner.look.width, manner.look.height)))
    where = _rest_fit(figure, manner.look)
    scene = figure.scene("idle", REST, _snap(manner.look, where), yaw)
    box = figure.box(colors) if ink is None else figure.box(colors).outlined(ink)
    image, drawing = manner.picture(scene, scene.packed(), box, yaw, where, spec.seed, spec.prompt)
    report = check(image, palette=colors if manner.pixels else None, pixel=manner.pixels)
    pivot = manner.pivot(where)
    if skip_bg_removal:
        image, drawing = _placed(image, drawing, spec, manner, pivot, palette, lamp, pixel_perfect)
    if facts is not None:
        report = replace(report, reference=facts.as_dict())
    return Picture(image, spec, report, pivot, drawing)


def _outlined(outline: str | None, colors: Palette | None, facts: Reference | None) -> tuple[str, RGB | None]:
    """How outlines are drawn, and their one colour where it is not that of each material: a reference's, or a palette's black."""
    if outline is None and facts is not None:
        return ("none", None) if facts.outline == "none" else ("color", facts.line)
    if outline == "black" and colors is not None:
        return "color", min(colors, key=to_oklab)
    return outline or "color", None


def _placed(
    image: Image.Image,
    drawing: Drawing | None,
    spec: SpriteSpec,
    manner: Manner,
    pivot: tuple[int, int],
    palette: str | Sequence[str] | None,
    light: Light,
    pixel_perfect: str,
) -> tuple[Image.Image, Drawing | None]:
    """The figure before the place that the prompt names, which fills the canvas."""
    width, height = manner.size
    room = (max(64, width), max(48, height))
    colors = palette if palette is None or isinstance(palette, str) else list(palette)
    place = backdrop(spec.prompt, room, spec.seed, style=manner.style, palette=colors, light=light, pixel_perfect=pixel_perfect)
    left, top = (room[0] - width) // 2, room[1] - height
    whole = place.image.crop((left, top, left + width, top + height))
    whole.alpha_composite(image)
    if drawing is None or place.drawing is None:
        return whole, None
    return whole, place.drawing.moved(-left, -top, width, height).under(drawing)


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
    style: str = "pixel",
    view: str | None = None,
    palette: str | Sequence[str] | None = None,
    outline: str | None = None,
    light: str | Mapping[str, Any] | Light | None = None,
    pixel_perfect: str = "auto",
    reference: Image.Image | None = None,
) -> Animation:
    """A clip of what the prompt names.

    `clip` is idle, walk, run, attack, jump, death, hurt or custom (then `description` says what: "casting a spell", "dancing").
    `direction` is one of the eight, several, or "all". `frames` is 2-12 (default by clip), `fps` 4-60. All frames and directions share one
    scale; `normalize_size` keeps the scale of the sprite, unless the clip would then leave the canvas. `style`, `pixel_perfect` and
    `reference` are those of `sprite`. Raises Problem (422).
    """
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    facts = None if reference is None else measured(reference)
    spec = spec if facts is None else steered(spec, facts)
    if spec.base != "none" and spec.archetype != "item":
        # what it stands on would not walk along
        spec = spec.model_copy(update={"base": ""})
    colors = chosen(palette) or (facts.palette if facts else None)
    line, ink = _outlined(outline, colors, facts if palette is None else None)
    lamp = light_of(light) or Light()
    manner = manner_of(size, style=style, pixel_perfect=pixel_perfect, view=view, outline=line)
    manner = replace(manner, look=lamp.look(manner.look))
    one_of("clip", clip, CLIPS)
    count = FRAMES[clip] if frames is None else frames
    if not 2 <= count <= 12:
        raise invalid("frames", f"{count} frames; a clip has 2 to 12")
    if not 4 <= fps <= 60:
        raise invalid("fps", f"{fps} frames a second; 4 to 60 are possible")
    wanted = DIRECTIONS if direction == "all" else (direction,) if isinstance(direction, str) else tuple(direction)
    for one in wanted:
        one_of("direction", one, (*DIRECTIONS, "all"))
    figure = lamp.on(manner.figure(figure_of(spec, manner.look)))
    motion = figure.motion(clip)
    if clip == "custom":
        motion = custom_motion(description or spec.prompt, figure)
    moments = times(motion, clip, count)
    return _animated(figure, clip, motion, moments, wanted, manner, colors, ink, fps, normalize_size)


def _animated(
    figure: Figure,
    clip: str,
    motion: str,
    moments: Sequence[float],
    wanted: Sequence[str],
    manner: Manner,
    palette: Palette | None,
    ink: RGB | None,
    fps: float,
    normalize_size: bool,
) -> Animation:
    look = manner.look
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
    box = figure.box(palette) if ink is None else figure.box(palette).outlined(ink)
    ms = durations(clip, len(moments), fps, moments)
    loops = motion in LOOPING or clip in ("idle", "walk", "run")
    rows: list[sheets.Row] = []
    drawings: list[tuple[str, ...]] = []
    problems: list[str] = []
    for name, yaw in yaws.items():
        shown = frames[yaw if posed else 0.0]
        drawn = [manner.picture(scene, packed, box, yaw, where, figure.spec.seed, figure.spec.prompt) for scene, packed in shown]
        pictures = [image for image, _ in drawn]
        drawings.append(tuple(drawing.svg() for _, drawing in drawn if drawing is not None))
        grounded = clip in ("idle", "walk") and figure.spec.archetype in ("humanoid_biped", "quadruped") and yaw in (90.0, 270.0)
        found = check_frames(pictures, grounded=grounded, palette=palette if manner.pixels else None, pixel=manner.pixels)
        problems.extend(f"{name}: {problem}" for problem in found)
        rows.append(sheets.Row(clip, name, tuple(pictures), tuple(ms), loops))
    return Animation(tuple(rows), figure.spec, manner.pivot(where), tuple(problems), drawings=tuple(row for row in drawings if row))


def _inside(seen: Sequence[tuple[Packed, float]], look: Look, where: Fit) -> bool:
    """Whether nothing leaves the canvas at this fit."""
    for one, yaw in seen:
        left, right, bottom, top = bounds(one, view_of(yaw, look.pitch))
        across = where.left + left * where.scale >= 1 and where.left + right * where.scale <= look.width - 1
        if not across or where.ground - top * where.scale < 1 or where.ground - bottom * where.scale > look.height - 1:
            return False
    return True
