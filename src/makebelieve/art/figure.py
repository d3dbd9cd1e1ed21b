"""Specifications to scenes: the one place that knows which rig draws what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from makebelieve.art.bases import BASES, GROUNDS, stand
from makebelieve.art.bestiary import Shape, entries, shape_of
from makebelieve.art.color import RGB, parse_hex
from makebelieve.art.creatures import crawlers, gait, machines, micro, quadruped, soft, swimmers, winged
from makebelieve.art.creatures.beast import Beast
from makebelieve.art.creatures.crawlers import Crawler
from makebelieve.art.creatures.flier import Flier
from makebelieve.art.creatures.machines import Machine
from makebelieve.art.creatures.serpents import Serpent, build_serpent
from makebelieve.art.creatures.soft import Blob
from makebelieve.art.creatures.swimmers import Swimmer
from makebelieve.art.humanoid import rig as humanoid
from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.pose import pose_of
from makebelieve.art.humanoid.weapons import attack_class
from makebelieve.art.items import motion as rigid
from makebelieve.art.items.families import families
from makebelieve.art.lock import locked, locked_inks, merged
from makebelieve.art.materials import INKS, creature_colors, folk_colors, made
from makebelieve.art.palettes import Palette
from makebelieve.art.ramps import Material
from makebelieve.art.raster.layout import DECAL_MATERIAL, MATERIAL
from makebelieve.art.raster.render import Look, Paintbox, paintbox
from makebelieve.art.raster.scene import HELD, Scene
from makebelieve.art.spec import SpriteSpec

REST: Final = 0.12
"""Moment of `idle` that a sprite shows."""
MICRO: Final = 26
"""Cells lower than this get the micro rig and three tones."""
TINY: Final = 20
"""Cells lower than this get the four-legged rig whose lengths are pixels."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a specification draws: a shape or a family, its materials and inks."""

    spec: SpriteSpec
    shape: Shape | None
    materials: Mapping[str, Material]
    inks: Mapping[str, RGB]

    @property
    def names(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.materials)}

    @property
    def turns(self) -> bool:
        """Whether it has a front: things are drawn from one side unless asked."""
        return self.shape is not None

    @property
    def rigid(self) -> bool:
        """Whether it moves as one piece: things, and figurines of beings."""
        return self.spec.archetype == "item"

    def box(self, palette: Palette | None) -> Paintbox:
        """Its colours, taken from the palette if there is one."""
        materials = list(self.materials.values())
        if palette is None:
            return paintbox(_merged(self), self.inks)
        return paintbox(locked(materials, palette), locked_inks(self.inks, palette))

    def motion(self, clip: str) -> str:
        """The motion that a clip is for this figure."""
        if self.rigid:
            return rigid.CLIPS.get(clip, clip)
        if clip == "attack" and isinstance(self.shape, Person):
            return attack_class(self.shape.weapon)
        return clip

    def scene(self, motion: str, t: float, snap: float = 1.0, yaw: float = 0.0) -> Scene:
        """The scene of one moment of a motion, with what it stands on."""
        s = self._scene("idle", REST, snap, yaw) if self.rigid else self._scene(motion, t, snap, yaw)
        if self.spec.base == "none":
            s.without(GROUNDS)
        elif self.spec.base:
            stand(s, self.spec.base)
        if self.rigid:
            rigid.moved(s, motion, t, snap)
        return s

    def _scene(self, motion: str, t: float, snap: float, yaw: float) -> Scene:
        shape = self.shape
        if shape is None:
            s = Scene(self.names)
            families()[self.spec.family].draw(s, self.spec.variant)
            return s
        if isinstance(shape, Person):
            return humanoid.build(shape, pose_of(motion, t), self.names, snap, yaw, _draw_of(shape.held))
        clip = motion if motion in gait.MOTIONS else "idle"
        move = gait.motion_of(clip, t)
        if isinstance(shape, Beast):
            if shape.micro:
                return micro.build(shape, move, self.names, snap)
            return quadruped.build(shape, move, self.names, snap, _draw_of(shape.held))
        if isinstance(shape, Flier):
            return winged.build(shape, move, self.names, snap, clip)
        if isinstance(shape, Serpent):
            return build_serpent(shape, move, self.names, snap, clip)
        if isinstance(shape, Blob):
            return soft.build_blob(shape, move, self.names, snap, clip)
        if isinstance(shape, Crawler):
            return crawlers.build(shape, move, self.names, snap, clip)
        if isinstance(shape, Swimmer):
            return swimmers.build(shape, move, self.names, snap, clip)
        assert isinstance(shape, Machine)
        return machines.build(shape, move, self.names, snap, clip)


def _draw_of(held: str) -> humanoid.Draw | None:
    return None if held == "none" else families()[held].draw


def _merged(figure: Figure) -> list[Material]:
    """The figure's materials with like colours shared; those it does not show are left out of the sharing."""
    shown = _shown(figure)
    names = list(figure.materials)
    few = dict(zip(shown, merged([figure.materials[name] for name in shown]), strict=True))
    return [few.get(name, figure.materials[name]) for name in names]


def _shown(figure: Figure) -> list[str]:
    """Names of the materials that primitives or decals of the resting figure use."""
    rows, marks, _ = figure.scene("idle", REST).packed()
    used = {int(row[MATERIAL]) for row in rows} | {int(mark[DECAL_MATERIAL]) for mark in marks}
    return [name for i, name in enumerate(figure.materials) if i in used]


def figure_of(spec: SpriteSpec, look: Look) -> Figure:
    """The figure of a specification at the look's size."""
    small = min(look.width, look.height)
    return _figure(spec.model_dump_json(), small < MICRO, small < TINY)


@lru_cache(maxsize=256)
def _figure(text: str, small: bool, tiny: bool) -> Figure:
    spec = SpriteSpec.model_validate_json(text)
    most = 3 if small else 6
    inks = {name: parse_hex(spec.colors.get(name, color)) for name, color in INKS.items()}
    if spec.kind == "thing":
        inks.update({name: parse_hex(color) for name, color in spec.colors.items() if name in ("spark",)})
        inks["red"] = parse_hex(spec.colors.get("red", "#d8433b"))
        return Figure(spec, None, {**made(spec.colors, most=most, surfaces=spec.surfaces), **_ground(spec.base, most)}, inks)
    changes: dict[str, Any] = dict(spec.changes)
    if "eye_size" in changes:
        changes["eye_size"] = tuple(changes["eye_size"])
    if spec.family == "folk":
        if small:
            changes["micro"] = True
        colors = folk_colors({name: color for name, color in spec.colors.items() if not name.startswith("_")})
    else:
        own = {name: color for name, color in spec.colors.items() if not name.startswith("_")}
        if "iris" not in own:
            inks["iris"] = parse_hex(
                "#f0b83a" if changes.get("eyes", entries()[spec.entry].changes.get("eyes")) in ("slit", "angry", "glow") else "#5a3a30"
            )
        colors = creature_colors(spec.family, spec.colors["_main"], spec.colors["_second"], spec.colors["_third"], own)
    for name in INKS:
        if name not in ("white", "nose"):
            colors.pop(name, None)
    if small and spec.family == "quadruped":
        changes = _small_beast(shape_of(entries()[spec.entry], **changes), changes, tiny)
    inks["spark"] = parse_hex(colors.get("spark", "#fbe9a0"))
    shape = shape_of(entries()[spec.entry], **changes)
    if spec.held:
        inks["red"] = parse_hex(spec.held["red"])
    held = {HELD + name: one for name, one in made(spec.held, most=min(most, 4)).items()}
    return Figure(spec, shape, {**made(colors, most=most, surfaces=spec.surfaces), **held, **_ground(spec.base, most)}, inks)


def _ground(base: str, most: int) -> dict[str, Material]:
    """Materials of what the figure stands on, if that is drawn."""
    return made(dict(zip(("base_top", "base_side"), BASES[base], strict=True)), most=most) if base in BASES else {}


def _small_beast(shape: Shape, changes: dict[str, Any], tiny: bool) -> dict[str, Any]:
    """Proportions for 16-24 px: a big head on a short, sturdy body, and eyes of one dot; the tiny have a rig of their own."""
    assert isinstance(shape, Beast)
    if tiny and micro.fits(shape):
        return {**changes, "micro": True}
    return {
        **changes,
        "head": 1.45 * shape.head,
        "length": 0.66 * shape.length,
        "legs": 0.78 * shape.legs,
        "leg_thick": 1.3 * shape.leg_thick,
        "muzzle": 0.7 * shape.muzzle,
        "muzzle_thick": 1.15 * shape.muzzle_thick,
        "neck": 0.8 * shape.neck,
        "eyes": "dot",
        "eye_size": (1.6, 2.4),
    }


def look_of(
    width: int, height: int, *, pitch: float = 20.0, outline: str = "color", light: tuple[float, float, float] | None = None
) -> Look:
    """The look of a picture of this size: fewer inner lines and more samples as it gets smaller."""
    small = min(width, height)
    direction = light or ((-0.45, 0.72, 0.53) if small >= MICRO else (-0.4, 0.8, 0.45))
    if small < MICRO:
        return Look(width, height, pitch, direction, outline, samples=4, occlusion=0.3, shadow=0.0, gap=2.6, margin=1.0)
    if small < 44:
        return Look(
            width, height, pitch, direction, outline, samples=4, occlusion=0.4, shadow=0.10, gap=1.8, margin=2.0 if small >= 32 else 1.0
        )
    if small < 100:
        return Look(width, height, pitch, direction, outline, samples=3, margin=2.0)
    return Look(width, height, pitch, direction, outline, samples=2, margin=3.0)
