"""What a picture lends to a world: its palette, how bright it is, where the light comes from, where the horizon lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from PIL import Image

_SIDE: Final = 96
_NAMES: Final = {
    "red": (196, 52, 48), "orange": (226, 132, 48), "gold": (222, 186, 84), "green": (84, 142, 76), "teal": (52, 140, 140),
    "blue": (66, 104, 186), "violet": (122, 86, 168), "rose": (214, 122, 146), "brown": (120, 84, 56), "black": (22, 22, 26),
    "grey": (128, 128, 130), "white": (238, 238, 236), "cream": (232, 216, 178), "navy": (30, 42, 82),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Measures of a frame. `palette`: up to six colours #rrggbb, most frequent first. `brightness` 0-1. `light`: where the brightest
    part lies ("left", "right", "above", "below", "even"). `horizon`: share of the height from the top, or None where nothing divides it."""

    palette: tuple[str, ...]
    brightness: float
    warmth: float
    light: str
    horizon: float | None

    def as_dict(self) -> dict[str, Any]:
        return {
            "palette": list(self.palette), "brightness": self.brightness, "warmth": self.warmth, "light": self.light, "horizon": self.horizon,
        }  # fmt: skip

    @property
    def hour(self) -> str:
        """The hour of the day that such a picture suggests."""
        if self.brightness < 0.25:
            return "night"
        if self.brightness < 0.48:
            return "dusk" if self.warmth > -0.02 else "dawn"
        return "afternoon" if self.warmth > 0.08 else "noon" if self.brightness > 0.7 else "morning"

    def colors(self) -> list[str]:
        """Names of the leading colours."""
        names: list[str] = []
        for value in self.palette[:4]:
            rgb = np.array([int(value[at : at + 2], 16) for at in (1, 3, 5)])
            name = min(_NAMES, key=lambda one: float(np.sum((rgb - np.array(_NAMES[one])) ** 2)))
            if name not in names:
                names.append(name)
        return names

    def sentence(self) -> str:
        """The look as one sentence of pixels."""
        where = {
            "left": "from the left",
            "right": "from the right",
            "above": "from above",
            "below": "from below",
            "even": "evenly from all sides",
        }[self.light]
        tone = "dim" if self.brightness < 0.35 else "soft" if self.brightness < 0.65 else "bright"
        names = self.colors()
        colors = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        return f"{tone.capitalize()} light falls {where} over {colors}."


def read_look(frame: Image.Image) -> Look:
    """Measure a frame of any size and mode."""
    small = frame.convert("RGBA").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    flat = Image.alpha_composite(Image.new("RGBA", small.size, (0, 0, 0, 255)), small).convert("RGB")
    pixels = np.asarray(flat, dtype=np.float64)
    luma = pixels @ np.array([0.2126, 0.7152, 0.0722]) / 255
    reduced = flat.quantize(6, method=Image.Quantize.MEDIANCUT)
    table = reduced.getpalette() or []
    counts = sorted(((count, index) for count, index in reduced.getcolors() or []), key=lambda one: (-one[0], one[1]))
    palette = tuple("#%02x%02x%02x" % tuple(table[3 * int(index) : 3 * int(index) + 3]) for _, index in counts if isinstance(index, int))  # noqa: UP031
    third = _SIDE // 3
    sides = {
        "left": luma[:, :third].mean(), "right": luma[:, -third:].mean(), "above": luma[:third].mean(), "below": luma[-third:].mean(),
    }  # fmt: skip
    best = max(sides, key=lambda side: sides[side])
    light = best if sides[best] - luma.mean() > 0.06 else "even"
    rows = pixels.mean(axis=1)
    smooth = np.stack([np.convolve(rows[:, channel], np.ones(5) / 5, mode="valid") for channel in range(3)], axis=1)
    jumps = np.abs(np.diff(smooth, axis=0)).sum(axis=1)
    edge = int(np.argmax(jumps[8:-8])) + 8
    horizon = round((edge + 3) / _SIDE, 3) if jumps[edge] > 12 and jumps[edge] > 4 * np.median(jumps) else None
    warmth = float((pixels[..., 0].mean() - pixels[..., 2].mean()) / 255)
    return Look(palette, round(float(luma.mean()), 3), round(warmth, 3), light, horizon)
