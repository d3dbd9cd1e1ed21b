"""Pictures of music: the waveform and the piano roll, as PNG bytes."""

from __future__ import annotations

import io
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from makebelieve.music.score import Score
from makebelieve.music.synth.kernels import Signal

_WIDTH: Final = 1200
_HEIGHT: Final = 240
_ROLL: Final = 480
_BACK: Final = (18, 20, 28)
_WAVE: Final = (94, 182, 255)
_CORE: Final = (190, 226, 255)
_LOOP: Final = (255, 184, 77)
_ROLES: Final = {
    "melody": (255, 209, 102),
    "double": (239, 146, 72),
    "echo": (176, 128, 90),
    "counter": (6, 214, 160),
    "harmony": (90, 134, 214),
    "arp": (150, 120, 230),
    "bass": (239, 71, 111),
    "pedal": (170, 60, 100),
    "texture": (160, 200, 190),
    "drums": (130, 136, 150),
}


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()


def waveform(audio: Signal, loop: tuple[int, int]) -> bytes:
    """1200 x 240: extremes light, RMS lighter, left channel above right; the start of a loop behind an intro is marked."""
    pixels = np.empty((_HEIGHT, _WIDTH, 3), np.uint8)
    pixels[:] = _BACK
    edges = np.linspace(0, len(audio), _WIDTH + 1).astype(int)
    edges = np.minimum(edges, len(audio) - 1)
    rows = np.arange(_HEIGHT // 2)[:, None]
    middle, reach = _HEIGHT // 4, _HEIGHT // 4 - 4
    for side in range(2):
        signal = np.ascontiguousarray(audio[:, side])
        high = np.maximum.reduceat(signal, edges[:-1])
        low = np.minimum.reduceat(signal, edges[:-1])
        counts = np.maximum(1, np.diff(edges))
        rms = np.sqrt(np.add.reduceat(signal * signal, edges[:-1]) / counts)
        half = pixels[side * (_HEIGHT // 2) : (side + 1) * (_HEIGHT // 2)]
        half[(rows >= middle - high * reach - 0.5) & (rows <= middle - low * reach + 0.5)] = _WAVE
        half[np.abs(rows - middle) <= rms * reach] = _CORE
    start, length = loop
    if length and start:
        pixels[:, min(_WIDTH - 1, start * _WIDTH // len(audio))] = _LOOP
    return _png(Image.fromarray(pixels))


def piano_roll(score: Score) -> bytes:
    """1200 x 480: time to the right, pitch upwards, a colour a role, louder is brighter; bar lines, sections and drums at the bottom."""
    image = Image.new("RGB", (_WIDTH, _ROLL), _BACK)
    draw = ImageDraw.Draw(image)
    ticks = score.bars * score.meter.ticks
    roll = _ROLL - 70
    pitches = [note.pitch for part in score.parts.values() if part.role != "drums" for note in part.notes] or [60]
    low, high = min(pitches) - 1, max(pitches) + 2
    step = roll / (high - low)
    for pitch in range(low, high):
        if pitch % 12 == score.key.tonic:
            y = roll - (pitch - low + 0.5) * step
            draw.line((0, y, _WIDTH, y), fill=(34, 38, 52))
    for bar in range(score.bars):
        x = bar * _WIDTH / score.bars
        draw.line((x, 0, x, _ROLL), fill=(52, 58, 78) if bar % 4 == 0 else (30, 34, 46))
    order = sorted(score.parts.values(), key=lambda part: part.role == "melody")
    drum_keys = sorted({note.pitch for part in order if part.role == "drums" for note in part.notes})
    for part in order:
        base = _ROLES[part.role]
        for note in part.notes:
            shade = tuple(int(value * (0.45 + 0.55 * note.velocity / 127)) for value in base)
            left = note.start * _WIDTH / ticks
            right = max(left + 1, (note.start + note.length) * _WIDTH / ticks - 1)
            if part.role == "drums":
                top = roll + 22 + drum_keys.index(note.pitch) * 44 / max(1, len(drum_keys))
                draw.rectangle((left, top, left + 2, top + 36 / max(1, len(drum_keys))), fill=shade)
            else:
                top = roll - (note.pitch - low + 1) * step
                draw.rectangle((left, top, right, top + max(1, step - 1)), fill=shade)
    before = ""
    for section in score.sections:
        x = section.start * _WIDTH / score.bars
        draw.line((x, 0, x, _ROLL), fill=_LOOP)
        draw.rectangle((x, roll + 4, x + section.bars * _WIDTH / score.bars - 1, roll + 6 + section.intensity * 10), fill=(70, 90, 60))
        if section.name != before:
            draw.text((x + 3, 2), section.name, fill=(220, 220, 220))
        before = section.name
    return _png(image)
