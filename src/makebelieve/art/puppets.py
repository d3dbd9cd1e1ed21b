"""A being or thing at one scale in pixels, drawn pose by pose: what games animate.

Sheets fit a figure to a canvas, so a long reach makes it smaller. A puppet keeps the scale of its standing height in every pose, and each
drawing is cut to its ink with the point it stands on beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PIL import Image

from makebelieve.art.clips import custom_motion, times
from makebelieve.art.figure import Figure, figure_of, look_of
from makebelieve.art.humanoid.person import Person
from makebelieve.art.palettes import Palette, chosen
from makebelieve.art.raster.render import OUTLINES, Fit, Look, bounds, render, view_of
from makebelieve.art.raster.scene import Packed, Scene
from makebelieve.art.reading import read
from makebelieve.art.spec import CLIPS, VIEWS, SpriteSpec
from makebelieve.kit.errors import invalid

LOWEST, HIGHEST = 8, 160
_REST: Final = 0.12
_ROOM: Final = 3
"""Pixels around the figure while it is drawn; the outline needs one."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One drawing, cut to its ink."""

    image: Image.Image
    """RGBA, alpha 0 or 255."""
    pivot: tuple[int, int]
    """From the image's top left to where the figure stands; may lie outside of it."""


class Puppet:
    """What `puppet` makes. `spec` says what was understood; `turns` whether it looks different from its sides."""

    def __init__(self, spec: SpriteSpec, height: int, width: int, view: str, palette: Palette | None, outline: str) -> None:
        side = min(height, width)
        self.spec: Final = spec
        self._look: Final = look_of(side, side, pitch=VIEWS[view], outline=outline)
        self._figure: Final[Figure] = figure_of(spec, self._look)
        self._box: Final = self._figure.box(palette)
        self.turns: Final = self._figure.turns
        self.person: Final = isinstance(self._figure.shape, Person)
        boxes = [
            bounds(self._packed("idle", _REST, 1.0, yaw)[1], view_of(yaw, self._look.pitch))
            for yaw in ((0.0, 50.0) if self.turns else (0.0,))
        ]
        tall = max(top - bottom for _, _, bottom, top in boxes)
        wide = max(right - left for left, right, _, _ in boxes)
        self._scale: Final = min((height - 2) / tall, (width - 2) / wide)
        self._sole: Final[dict[float, int]] = {}

    def _packed(self, motion: str, t: float, snap: float, yaw: float) -> tuple[Scene, Packed]:
        scene = self._figure.scene(motion, t, snap, yaw)
        return scene, scene.packed()

    def clip(self, clip: str, yaw: float, frames: int, *, description: str | None = None) -> tuple[Cel, ...]:
        """`frames` drawings of a clip (see `art.CLIPS`), turned `yaw` degrees: 0 to the viewer, 90 to the right, 180 away.

        `description` says what a custom clip is. Raises Problem (422) for a clip that is none.
        """
        if clip not in CLIPS:
            raise invalid("clip", f"{clip!r} is none of them", CLIPS)
        motion = custom_motion(description or self.spec.prompt, self._figure) if clip == "custom" else self._figure.motion(clip)
        moments: Sequence[float] = times(motion, clip, frames) if frames > 1 else (_REST if clip == "idle" else 0.5,)
        return tuple(self._draw(motion, t, yaw) for t in moments)

    def pose(self, clip: str, moment: float, yaw: float) -> Cel:
        """One drawing at a moment (0-1) of a clip."""
        return self._draw(self._figure.motion(clip), moment, yaw)

    def _draw(self, motion: str, t: float, yaw: float) -> Cel:
        yaw = yaw if self.turns else 0.0
        if yaw not in self._sole:
            self._sole[yaw] = 0
            rest = self._draw("idle", _REST, yaw)
            self._sole[yaw] = rest.image.height - 1 - rest.pivot[1]
        pitch = self._look.pitch
        scene, packed = self._packed(motion, t, self._scale * math.cos(math.radians(pitch)), yaw)
        left, right, bottom, top = (edge * self._scale for edge in bounds(packed, view_of(yaw, pitch)))
        # Whole pixels, so that the figure's origin falls on the same point of the grid in every drawing.
        x, y = _ROOM + math.ceil(-left), _ROOM + math.ceil(top)
        look: Look = replace(self._look, width=x + math.ceil(right) + _ROOM, height=y + math.ceil(-bottom) + _ROOM)
        pixels = render(scene, packed, self._box, yaw, look, Fit(self._scale, float(x), float(y))).pixels
        picture = Image.fromarray(pixels)
        ink = picture.getbbox() or (0, 0, 1, 1)
        return Cel(picture.crop(ink), (x - ink[0], y + self._sole[yaw] - ink[1]))


def puppet(
    prompt: str | SpriteSpec,
    seed: int = 0,
    *,
    height: int = 40,
    width: int | None = None,
    view: str = "side",
    palette: str | Sequence[str] | None = None,
    outline: str = "color",
) -> Puppet:
    """What the prompt names, `height` px tall (8-160) where it stands and at most `width` px wide (1.6 times its height).

    `view` is side, top-down or isometric; `palette` and `outline` as for `sprite`. Equal arguments give equal pixels.
    Raises Problem (422) naming the field.
    """
    across = round(1.6 * height) if width is None else width
    for name, value in (("height", height), ("width", across)):
        if not LOWEST <= value <= 2 * HIGHEST:
            raise invalid(name, f"{value} px; {LOWEST} to {HIGHEST} are possible")
    if view not in VIEWS:
        raise invalid("view", f"{view!r} is none of them", tuple(VIEWS))
    if outline not in OUTLINES:
        raise invalid("outline", f"{outline!r} is none of them", tuple(OUTLINES))
    spec = prompt if isinstance(prompt, SpriteSpec) else read(prompt, seed)
    return Puppet(spec, height, across, view, chosen(palette), outline)
