"""A request for a track: checked, read, and settled into what is composed."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Final

from makebelieve.kit.errors import invalid
from makebelieve.music import form
from makebelieve.music.chance import Dice
from makebelieve.music.composer import Commission
from makebelieve.music.draft import MusicDraft
from makebelieve.music.orchestration import orchestrate
from makebelieve.music.reference import Reference
from makebelieve.music.score import METERS
from makebelieve.music.styles import PRESETS, Style, styles
from makebelieve.music.theory import MODES, Key, parse_key

PROMPT_LIMIT: Final = 1000
DURATION: Final = (5.0, 300.0)
"""Seconds a track may last."""
TEMPO: Final = (40.0, 220.0)
"""Beats a minute; dotted quarters in 6/8."""
DEFAULT_DURATION: Final = 30.0
SEED_LIMIT: Final = 1 << 31
_BASE: Final = 100.0
"""Evidence that a preset named by the caller outweighs any words with."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A commission and where it came from."""

    commission: Commission
    draft: MusicDraft
    preset: str
    palette: str
    brightness: float
    wished: float
    """Seconds asked for."""


def number_in(path: str, value: Any, low: float, high: float) -> float:
    """A finite number in low-high, else a refusal that names the field."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not low <= value <= high:
        raise invalid(path, f"must be a number from {low:g} to {high:g}")
    return float(value)


def check_seed(seed: Any) -> int:
    """A whole number 0 - 2**31-1."""
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < SEED_LIMIT:
        raise invalid("seed", "must be a whole number from 0 to 2147483647")
    return seed


def settle(
    prompt: str | None,
    preset: str | None,
    bpm: float | None,
    key: str | None,
    duration: float | None,
    seed: int,
    *,
    intro: bool = False,
    reference: Reference | None = None,
) -> Settled:
    """Everything decided: arguments first, then the prompt, then the reference recording, then the preset and the seed."""
    text = prompt.strip() if isinstance(prompt, str) else ""
    if prompt is not None and not isinstance(prompt, str):
        raise invalid("prompt", "must be text")
    if len(text) > PROMPT_LIMIT:
        raise invalid("prompt", f"longer than {PROMPT_LIMIT} characters")
    if not text and preset is None:
        raise invalid("prompt", "give a prompt or a preset", PRESETS)
    if preset is not None and preset not in PRESETS:
        raise invalid("preset", "unknown", PRESETS)
    if bpm is not None:
        bpm = number_in("bpm", bpm, *TEMPO)
    if duration is not None:
        duration = number_in("duration", duration, *DURATION)
    if key is not None and not isinstance(key, str):
        raise invalid("key", "must be text such as 'D minor'", tuple(MODES))
    asked_key = parse_key(key) if key is not None else None
    check_seed(seed)
    draft = MusicDraft()
    if text:
        # Word lists take long to load, and a preset alone needs none.
        from makebelieve.music.understanding import understand

        draft = understand(text)
    if preset is not None:
        draft.presets = {preset: draft.presets.get(preset, 0.0) + _BASE, **{k: v for k, v in draft.presets.items() if k != preset}}
    style, palette = _blend(draft, preset)
    dice = Dice(seed, f"settle:{style.name}")
    settled_key = _key(asked_key, draft, reference, style, dice)
    meter = METERS[draft.meter] if draft.meter else dice.pick(style.meters)
    brightness = min(2.2, max(0.45, draft.brightness * (reference.brightness_factor if reference else 1.0)))
    density = min(1.7, max(0.5, draft.density * (reference.density_factor if reference else 1.0)))
    wished = duration if duration is not None else draft.duration if draft.duration is not None else DEFAULT_DURATION
    tempo = bpm if bpm is not None else draft.bpm
    if tempo is None and reference is not None and reference.bpm is not None:
        tempo = reference.bpm
    if tempo is not None:
        bars = form.bars_for(wished, meter, tempo)
    else:
        low, high = (min(TEMPO[1], max(TEMPO[0], edge * draft.tempo)) for edge in style.tempo)
        bars, tempo = form.free_tempo(wished, meter, low, high)
    voices = orchestrate(style, palette, draft.instruments, draft.excluded)
    commission = Commission(style, voices, settled_key, meter, tempo, bars, seed, density, intro)
    return Settled(commission, draft, style.name, palette.name if palette else style.name, brightness, wished)


def _blend(draft: MusicDraft, preset: str | None) -> tuple[Style, Style | None]:
    """The preset that composes and the one that lends its instruments (None: its own).

    Words such as "8-bit" or "orchestral" speak of sound. When they alone carried their preset over the others, the runner-up composes.
    """
    known = styles()
    palette = draft.palette
    ranked = [name for name, value in draft.presets.items() if value > 0]
    if not ranked:
        return known["ambient_exploration"], known[palette] if palette else None
    first = preset or ranked[0]
    if preset is None and palette == first:
        own = draft.presets[first] - draft.lent
        others = [name for name in ranked if name != palette and draft.presets[name] > max(own, 0.5)]
        first = others[0] if others else first
    chosen = known[first]
    return chosen, known[palette] if palette and palette != first else None


def _key(asked: Key | None, draft: MusicDraft, reference: Reference | None, style: Style, dice: Dice) -> Key:
    tonic = parse_key(dice.pick(style.keys)).tonic
    if asked is not None:
        return asked
    if draft.key is not None:
        return parse_key(draft.key)
    mode = style.home
    if draft.mode is not None:
        mode = draft.mode if draft.mode_stated else _mode_towards(style.home, draft.mode)
    if reference is not None and reference.key is not None:
        return reference.key if draft.mode is None else replace(reference.key, mode=mode)
    return Key(tonic, mode)


def _mode_towards(home: str, wish: str) -> str:
    """The mode a style whose home is `home` takes when the mood wishes `wish`: its own where the third already agrees."""
    if wish in ("major", "minor"):
        return home if (MODES[home][2] == 3) == (wish == "minor") else wish
    return wish
