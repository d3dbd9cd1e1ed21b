"""What can be measured of a frame: palette, light, horizon, hour and setting as guesses, regions. Nothing in it is recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from PIL import Image

from makebelieve.worlds.generation.look import Look, read_look
from makebelieve.worlds.seeing.colors import name_of, rgb_of
from makebelieve.worlds.seeing.regions import Region, cut, small

METHOD: Final = "measured: colour clusters, light and edges; no learned model"
CANNOT: Final = ("objects", "people", "text")
"""What is never told of a picture."""
_SKY_COLORS: Final = frozenset(("light blue", "cyan", "blue", "navy", "white", "light grey", "orange", "pink", "dark violet", "cream"))


@dataclass(frozen=True, slots=True)
class Guess:
    """What the measures speak for, how strongly (0-1, not a probability), and which of them."""

    value: str
    confidence: float
    because: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return {"value": self.value, "confidence": self.confidence, "because": list(self.because)}


@dataclass(frozen=True, slots=True)
class Perception:
    """A frame, measured. `setting`: outdoors, indoors or unclear. `hour`: dawn, morning, noon, afternoon, dusk, night or unclear.

    `contrast`: standard deviation of the luma, 0-0.5. `sky`: the region that looks like one, if any does.
    """

    look: Look
    contrast: float
    hour: Guess
    setting: Guess
    regions: tuple[Region, ...]
    sky: Region | None

    def summary(self) -> str:
        """One sentence."""
        where = {"outdoors": "An open-air picture", "indoors": "A picture that looks like an interior"}.get(self.setting.value, "A picture")
        hour = f", {self.hour.value} by its light" if self.hour.value != "unclear" else ""
        horizon = f" A line runs across at {self.look.horizon:.0%} of the height." if self.look.horizon is not None else ""
        return f"{where}{hour}. {self.look.sentence()}{horizon}"

    def visible(self) -> list[str]:
        """The dominant regions in words, largest first."""
        return list(dict.fromkeys(one.phrase() for one in self.regions))

    def measures(self) -> dict[str, Any]:
        return {
            "palette": [{"color": color, "name": name_of(rgb_of(color))} for color in self.look.palette],
            "light": {"direction": self.look.light, "level": self.look.brightness, "contrast": self.contrast, "warmth": self.look.warmth},
            "horizon": self.look.horizon,
            "timeOfDay": self.hour.as_dict(),
            "setting": self.setting.as_dict(),
        }


def perceive(frame: Image.Image) -> Perception:
    """Measure a frame of any size and mode. The same picture gives the same answer."""
    picture = small(frame)
    look = read_look(frame)
    luma = np.asarray(picture.convert("L"), dtype=np.float64) / 255
    contrast = round(float(luma.std()), 3)
    regions = tuple(cut(picture))
    sky = _sky(regions)
    setting = _setting(regions, sky, look, luma)
    return Perception(look, contrast, _hour(look, setting, contrast), setting, regions, sky)


def _sky(regions: tuple[Region, ...]) -> Region | None:
    """A smooth region along most of the upper edge that does not reach the ground, of a colour that skies have."""
    for one in regions:
        _, y, width, height = one.box
        upper = one.mask[0].mean()
        if one.area >= 0.08 and y == 0 and upper >= 0.5 and width >= 0.6 and y + height <= 0.92 and one.roughness <= 0.035:
            return one
    return None


def _setting(regions: tuple[Region, ...], sky: Region | None, look: Look, luma: Any) -> Guess:
    third = max(1, len(luma) // 3)
    above, below = float(luma[:third].mean()), float(luma[-third:].mean())
    outdoors, indoors, why = 0.0, 0.0, []
    if sky is not None:
        outdoors += 0.35
        why.append("a smooth region along the upper edge")
        if sky.name in _SKY_COLORS:
            outdoors += 0.25
            why.append(f"its colour is {sky.name}")
    if above - below > 0.08 and sky is not None:
        outdoors += 0.25
        why.append("brighter above than below")
    elif below - above > 0.05:
        indoors += 0.25
        why.append("darker above than below")
    if sky is None:
        indoors += 0.25
        why.append("nothing smooth along the upper edge")
    if look.warmth > 0.08 and (sky is None or sky.name not in _SKY_COLORS):
        indoors += 0.2
        why.append("warm colours")
    if regions and regions[0].area > 0.97:
        return Guess("unclear", 0.0, ("one colour all over",))
    best, other = max(outdoors, indoors), min(outdoors, indoors)
    if best - other < 0.15:
        return Guess("unclear", round(best - other, 2), tuple(why))
    return Guess("outdoors" if outdoors > indoors else "indoors", round(min(0.85, best - other), 2), tuple(why))


def _hour(look: Look, setting: Guess, contrast: float) -> Guess:
    """By the picture's light; inside, a lamp is no hour."""
    if setting.value == "indoors":
        return Guess("unclear", 0.0, ("indoors, light tells no hour",))
    why = (f"mean brightness {look.brightness:.2f}", f"warmth {look.warmth:+.2f}")
    sure = 0.6 if setting.value == "outdoors" else 0.3
    return Guess(look.hour, round(sure * min(1.0, 0.6 + contrast), 2), why)
