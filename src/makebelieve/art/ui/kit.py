"""A user-interface kit: panels, buttons, bars, slots, icons and cursors of one look on one sheet, with the lines to cut them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from PIL import Image

from makebelieve.art.color import to_hex
from makebelieve.art.palettes import chosen
from makebelieve.art.sheets import APP, png_bytes
from makebelieve.art.ui.elements import Piece, pieces
from makebelieve.art.ui.fonts import Font, check_scale, font, text
from makebelieve.art.ui.plates import Box, Paints, paints
from makebelieve.art.ui.themes import read_theme
from makebelieve.kit.errors import invalid
from makebelieve.kit.seeds import derive_seed

STATES: Final = ("normal", "hover", "pressed", "disabled")
BARS: Final = ("health", "mana", "xp", "stamina")
LARGEST: Final = 4096
"""Width or height of a stretched element, px."""
_SHEET: Final = 256
"""Width of the sheet at scale 1, px."""
_TURN: Final = 7
"""Degrees by which a seed turns the theme's hues at most."""


@dataclass(frozen=True)
class Element:
    """One thing of a kit. All numbers are pixels of its picture."""

    name: str
    image: Image.Image
    """RGBA, alpha 0 or 255."""
    x: int
    y: int
    """Where it stands on the sheet."""
    slice: Box | None
    """Left, top, right and bottom inset of the nine-slice: corners keep their size, what lies between gives. None for what is not stretched."""
    content: Box
    """Left, top, right and bottom inset of what may be written or laid inside; a pressed button's is lower by what the button gives."""
    fill: Literal["stretch", "tile"] = "stretch"
    """How what lies between the corners is filled: one colour along the stretched way, or a texture that repeats."""
    pivot: tuple[int, int] | None = None
    """The hot spot of a cursor."""

    @property
    def size(self) -> tuple[int, int]:
        return self.image.size

    @property
    def least(self) -> tuple[int, int]:
        """The smallest width and height that it can be stretched to."""
        if self.slice is None:
            return self.size
        left, top, right, bottom = self.slice
        return left + right + 1, top + bottom + 1

    def stretched(self, width: int, height: int) -> Image.Image:
        """The nine-slice at another size, px. Raises Problem (422): for what is none, and for sizes under `least` or over 4096."""
        if self.slice is None:
            raise invalid("name", f"{self.name!r} is drawn at one size")
        for path, value, least in zip(("width", "height"), (width, height), self.least, strict=True):
            if not least <= value <= LARGEST:
                raise invalid(path, f"{value} px; {self.name!r} can be {least} to {LARGEST}")
        left, top, right, bottom = self.slice
        columns = _places(self.image.width, left, right, width)
        rows = _places(self.image.height, top, bottom, height)
        return Image.fromarray(np.asarray(self.image)[rows[:, None], columns[None, :]])


def _places(old: int, before: int, after: int, new: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Which of `old` lines each of `new` shows: those at the ends stay, those between repeat from the first on.

    A stretched slice is of one colour between its ends, so that repeating is stretching.
    """
    middle = before + np.arange(new - before - after) % (old - before - after)
    return np.concatenate([np.arange(before), middle, np.arange(old - after, old)])


@dataclass(frozen=True)
class Kit:
    """All elements of one look."""

    elements: Mapping[str, Element]
    spec: Mapping[str, Any]
    """What was understood: theme, colours, `unmatched` words, notes, seed, scale."""
    scale: int
    paint: Paints
    name: str = "ui"
    """Of its files, without a suffix."""

    @cached_property
    def image(self) -> Image.Image:
        """The sheet, RGBA."""
        width = max(one.x + one.image.width for one in self.elements.values())
        height = max(one.y + one.image.height for one in self.elements.values())
        sheet = Image.new("RGBA", (width, height))
        for one in self.elements.values():
            sheet.paste(one.image, (one.x, one.y))
        return sheet

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.elements)

    def element(self, name: str) -> Element:
        """The element of that name. Raises Problem (422) that lists the names."""
        if name not in self.elements:
            raise invalid("name", f"there is no element {name!r}", self.names)
        return self.elements[name]

    @property
    def ink(self) -> str:
        """The colour of text on panels and buttons, `#rrggbb`."""
        return to_hex(self.paint.ink)

    def label(self, name: str) -> str:
        """The colour, `#rrggbb`, in which text reads on that element: the ink, fainter on what is disabled, another where a palette wants it."""
        image = self.element(name).image
        red, green, blue, _ = np.asarray(image)[image.height // 2, image.width // 2].tolist()
        if name.endswith("-disabled"):
            return to_hex(self.paint.readable(self.paint.faint, (red, green, blue), 0.12))
        return to_hex(self.paint.readable(self.paint.ink, (red, green, blue)))

    @property
    def manifest(self) -> dict[str, Any]:
        """Aseprite's JSON of the sheet: one frame, and a slice an element.

        A nine-slice has its middle as `center`, a cursor its hot spot as `pivot`; `data` is `tile` where the middle is a texture to be repeated.
        """
        width, height = self.image.size
        slices = []
        for one in self.elements.values():
            key: dict[str, Any] = {"frame": 0, "bounds": {"x": one.x, "y": one.y, "w": one.image.width, "h": one.image.height}}
            if one.slice is not None:
                left, top, right, bottom = one.slice
                key["center"] = {"x": left, "y": top, "w": one.image.width - left - right, "h": one.image.height - top - bottom}
            if one.pivot is not None:
                key["pivot"] = {"x": one.pivot[0], "y": one.pivot[1]}
            slices.append({"name": one.name, "color": "#0000ffff", **({"data": "tile"} if one.fill == "tile" else {}), "keys": [key]})
        frame = {"x": 0, "y": 0, "w": width, "h": height}
        return {
            "frames": [
                {
                    "filename": self.name,
                    "frame": frame,
                    "rotated": False,
                    "trimmed": False,
                    "spriteSourceSize": frame,
                    "sourceSize": {"w": width, "h": height},
                    "duration": 100,
                }
            ],
            "meta": {
                "app": APP,
                "version": "1.3",
                "image": f"{self.name}.png",
                "format": "RGBA8888",
                "size": {"w": width, "h": height},
                "scale": "1",
                "frameTags": [],
                "slices": slices,
            },
        }

    def font(self, variant: str = "plain", *, name: str = "font") -> Font:
        """The bitmap font in the kit's ink and line, at its scale."""
        return font(variant, color=self.ink, line=to_hex(self.paint.line), scale=self.scale, name=name)

    def text(self, words: str, *, variant: str = "plain", width: int | None = None, align: str = "left") -> Image.Image:
        """Words in the kit's ink at its scale; see `art.ui.text`."""
        return text(words, color=self.ink, variant=variant, line=to_hex(self.paint.line), scale=self.scale, width=width, align=align)

    def panel(self, width: int, height: int, name: str = "panel") -> Image.Image:
        """A panel of that size, px."""
        return self.element(name).stretched(width, height)

    def button(self, label: str = "", state: str = "normal", *, width: int | None = None, icon: str | None = None) -> Image.Image:
        """A button with a label, an icon, or both; as wide as they want, or `width` px. Raises Problem (422)."""
        if state not in STATES:
            raise invalid("state", f"{state!r} is none of them", STATES)
        plate = self.element(f"button-{state}")
        inside: list[Image.Image] = []
        if icon is not None:
            inside.append(self.element(f"icon-{icon}").image)
        if label:
            inside.append(text(label, color=self.label(f"button-{state}"), scale=self.scale))
        gap = 3 * self.scale
        across = sum(one.width for one in inside) + gap * max(0, len(inside) - 1)
        left, top, right, bottom = plate.content
        tall = max([plate.image.height, *(one.height + top + bottom for one in inside)])
        whole = plate.stretched(width or max(plate.image.width, across + left + right + 4 * self.scale), tall)
        x = left + (whole.width - left - right - across) // 2
        for one in inside:
            y = top + (tall - top - bottom - one.height) // 2
            whole.alpha_composite(one, (x, max(0, y)))
            x += one.width + gap
        return whole

    def bar(self, kind: str, width: int, share: float) -> Image.Image:
        """A bar of that width, px, filled to `share` 0-1; `kind` health, mana, xp or stamina. Raises Problem (422)."""
        if kind not in BARS:
            raise invalid("kind", f"{kind!r} is none of them", BARS)
        if not 0.0 <= share <= 1.0:
            raise invalid("share", f"{share}; 0 to 1")
        frame, fill = self.element("bar-frame"), self.element(f"bar-{kind}")
        left, top, right, bottom = frame.content
        whole = frame.stretched(width, frame.image.height)
        # whole pixels of the drawing, not of the scaled picture; something left is never nothing to see
        room = (width - left - right) // self.scale
        long = round(share * room) * self.scale
        if share > 0.0:
            long = max(long, fill.least[0])
        if long:
            whole.alpha_composite(fill.stretched(min(long, width - left - right), whole.height - top - bottom), (left, top))
        return whole

    def hearts(self, value: float, most: int) -> Image.Image:
        """`most` (1-32) hearts in a row, `value` of them full, to the half. Raises Problem (422)."""
        if not 1 <= most <= 32:
            raise invalid("most", f"{most}; 1 to 32")
        if not 0 <= value <= most:
            raise invalid("value", f"{value}; 0 to {most}")
        halves = round(2 * value)
        wide, tall = self.element("heart-full").size
        out = Image.new("RGBA", (most * (wide + self.scale) - self.scale, tall))
        for n in range(most):
            left = halves - 2 * n
            out.paste(
                self.element("heart-full" if left >= 2 else "heart-half" if left == 1 else "heart-empty").image,
                (n * (wide + self.scale), 0),
            )
        return out

    def dialogue(self, words: str, width: int = 160, *, speaker: str = "") -> Image.Image:
        """A dialogue box of that width, px, as high as the words want, with the speaker's name on a plate above it. Raises Problem (422)."""
        box, plate, more = self.element("dialogue"), self.element("dialogue-name"), self.element("dialogue-more").image
        left, top, right, bottom = box.content
        if not box.least[0] <= width <= LARGEST or width - left - right - more.width < 8 * self.scale:
            raise invalid(
                "width",
                f"{width} px; a dialogue box is {max(box.least[0], left + right + more.width + 8 * self.scale)} to {LARGEST} px wide",
            )
        # the sign that there is more stands beside the last line, not on it
        inside = self.text(words, width=width - left - right - more.width)
        body = box.stretched(width, max(box.image.height, inside.height + top + bottom))
        body.alpha_composite(inside, (left, top))
        body.alpha_composite(more, (width - right - more.width, body.height - bottom - more.height + 4 * self.scale))
        if not speaker:
            return body
        label = text(speaker, color=self.label("dialogue-name"), scale=self.scale)
        inset = plate.content
        name = plate.stretched(
            max(plate.least[0], label.width + inset[0] + inset[2]), max(plate.image.height, label.height + inset[1] + inset[3])
        )
        name.alpha_composite(label, (inset[0], inset[1]))
        out = Image.new("RGBA", (width, body.height + name.height - 4 * self.scale))
        out.alpha_composite(body, (0, name.height - 4 * self.scale))
        out.alpha_composite(name, (min(left, max(0, width - name.width)), 0))
        return out

    def save(self, path: str | Path) -> Path:
        """Write the sheet as PNG."""
        target = Path(path)
        target.write_bytes(png_bytes(self.image))
        return target


def _placed(drawn: Mapping[str, Piece], scale: int) -> dict[str, Element]:
    """The pieces on shelves, higher ones first, a pixel apart; in the order in which they were drawn."""
    x, y, tallest = 0, 0, 0
    at: dict[str, tuple[int, int]] = {}
    for name in sorted(drawn, key=lambda name: (-drawn[name].pixels.shape[0], list(drawn).index(name))):
        height, width = drawn[name].pixels.shape[:2]
        if x + width > _SHEET:
            x, y, tallest = 0, y + tallest + 1, 0
        at[name] = (x, y)
        x, tallest = x + width + 1, max(tallest, height)
    elements = {}
    for name, one in drawn.items():
        pixels = one.pixels.repeat(scale, axis=0).repeat(scale, axis=1)
        elements[name] = Element(
            name,
            Image.fromarray(pixels),
            at[name][0] * scale,
            at[name][1] * scale,
            None if one.slice is None else _scaled(one.slice, scale),
            _scaled(one.content, scale),
            "tile" if one.tiled else "stretch",
            None if one.pivot is None else (one.pivot[0] * scale, one.pivot[1] * scale),
        )
    return elements


def _scaled(box: Box, scale: int) -> Box:
    left, top, right, bottom = (scale * value for value in box)
    return left, top, right, bottom


def kit(prompt: str, *, palette: str | Sequence[str] | None = None, scale: int = 1, seed: int = 0) -> Kit:
    """A kit in the look that the prompt names: stone, wood, sci-fi, parchment, candy, gothic or minimal, and stated colours and materials.

    `palette` is a name or a list of 2-64 `#rrggbb`, and no other colour is used then; `scale` 1-8 enlarges by whole pixels. The same arguments
    give the same bytes; another seed turns the hues a little and grows another texture. Raises Problem (422) naming the field.
    """
    if not prompt.strip() or len(prompt) > 500:
        raise invalid("prompt", "a prompt has 1 to 500 characters")
    check_scale(scale)
    colors = chosen(palette)
    reading = read_theme(prompt)
    turn = derive_seed(seed, "ui:hue") % (2 * _TURN + 1) - _TURN
    paint = paints(reading.theme, colors, float(turn) if not reading.theme.flat else 0.0)
    spec = {"prompt": prompt, "seed": seed, "scale": scale, **reading.as_dict()}
    return Kit(_placed(pieces(reading.theme, paint, seed), scale), spec, scale, paint)
