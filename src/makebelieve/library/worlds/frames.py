"""Opening frames painted from words: the place, in a mood and a style, with the hour and colours of another picture where one is lent."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageEnhance

from makebelieve import art
from makebelieve.kit.errors import invalid
from makebelieve.language import MOOD_OF, TIME_OF, tokenise
from makebelieve.worlds.seeing import Perception, perceive

DRAWN: Final = (480, 270)
SIZE: Final = (960, 540)
"""Pixels of a frame: those of a world's entrance picture."""
LEVEL: Final = ("first_person", "third_person_shoulder", "third_person_follow", "side", "fixed")
"""Points of view that a picture from eye level stands for."""
_GRADES: Final[dict[str, tuple[float, float, tuple[int, int, int], float]]] = {
    "cheerful": (1.08, 1.25, (255, 236, 170), 0.05),
    "cozy": (1.0, 1.05, (255, 196, 120), 0.12),
    "spooky": (0.85, 0.6, (60, 96, 110), 0.16),
    "dark": (0.75, 0.75, (24, 22, 34), 0.18),
    "sad": (0.85, 0.5, (96, 116, 150), 0.18),
    "funny": (1.06, 1.35, (255, 230, 150), 0.03),
    "epic": (1.0, 1.15, (255, 150, 70), 0.12),
    "tense": (0.85, 0.85, (150, 40, 36), 0.12),
    "mysterious": (0.8, 0.8, (86, 60, 140), 0.16),
    "dreamy": (1.1, 0.85, (240, 190, 235), 0.18),
}
"""Mood -> brightness, saturation, a colour that lies over the picture, and how strongly."""


@dataclass(frozen=True, slots=True)
class Painted:
    """`png`: the picture. `hour`: as it was painted. `notes`: what of the order could not be followed, in sentences."""

    png: bytes
    hour: str
    style: str
    notes: tuple[str, ...]


def paint_frame(prompt: str, seed: int, *, pov: str, mood: str | None, style: str, lent: Image.Image | None) -> Painted:
    """An opening frame of `SIZE`: same arguments, same bytes. `style` is one of `art.STYLES`; `lent` gives its colours and, unless the

    prompt says another, its hour. Raises a 422 Problem for a style or prompt out of range.
    """
    if style not in art.STYLES:
        raise invalid("style", f"{style!r} is none of them", art.STYLES)
    notes = []
    seen = perceive(lent) if lent is not None else None
    hour = None if seen is None or _says_hour(prompt) else _hour(seen)
    palette = list(dict.fromkeys(seen.look.palette)) if seen is not None else None
    backdrop = art.backdrop(prompt[:500], DRAWN, seed, time=hour, style=style, palette=palette if palette and len(palette) > 3 else None)
    picture = backdrop.image.convert("RGB")
    if pov not in LEVEL:
        notes.append(f"pov {pov}: painted from eye level; this painter knows no other view")
    if mood is not None:
        known = next((MOOD_OF[word] for word in tokenise(mood) if word in MOOD_OF), None)
        if known is None:
            notes.append(f"mood {mood!r}: not known; known are words of {', '.join(_GRADES)}")
        else:
            picture = _graded(picture, known)
    if palette is not None and len(palette) <= 3:
        notes.append("the lent picture has too few colours to paint with; only its hour was taken")
    out = io.BytesIO()
    picture.resize(SIZE, Image.Resampling.NEAREST if style == "pixel" else Image.Resampling.BICUBIC).save(out, "PNG", compress_level=6)
    return Painted(out.getvalue(), str(backdrop.spec["time"]), style, tuple(notes))


def _says_hour(prompt: str) -> bool:
    return any(word in TIME_OF for word in tokenise(prompt))


def _hour(seen: Perception) -> str | None:
    """The lent picture's hour as painters know it; None where its light tells none."""
    return {"unclear": None, "morning": "day", "noon": "day", "afternoon": "day"}.get(seen.hour.value, seen.hour.value)


def _graded(picture: Image.Image, mood: str) -> Image.Image:
    light, chroma, over, share = _GRADES[mood]
    graded = ImageEnhance.Color(ImageEnhance.Brightness(picture).enhance(light)).enhance(chroma)
    return Image.blend(graded, Image.new("RGB", graded.size, over), share)
