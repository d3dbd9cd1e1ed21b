"""Sound effects: `effect("laser shot", seed=1)`. A family of `data/effects.toml`, drawn anew for each seed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from makebelieve.kit.errors import invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import correct, lemma, tokenise
from makebelieve.language.vocabulary import FUNCTION_WORDS
from makebelieve.music.chance import Dice
from makebelieve.music.effect_book import book, families, looping
from makebelieve.music.effect_book import words as words_of_families
from makebelieve.music.request import check_seed, number_in
from makebelieve.music.synth import effects as kernels
from makebelieve.music.synth.kernels import RATE, Signal, modes, saturate
from makebelieve.music.theory import parse_key
from makebelieve.music.tracks import Recording

PROMPT_LIMIT: Final = 200
LOOP_SECONDS: Final = (1.0, 30.0)
"""How long a looping effect may be asked to be."""
_WAVES: Final = {"sine": 0, "triangle": 1, "saw": 2, "square": 3, "pulse25": 4}
_LOUD: Final = 0.22
"""RMS of the loudest 50 ms to which effects are brought, so that games can mix them ..."""
_PEAK: Final = 10 ** (-1.5 / 20)
"""... unless their peaks would pass -1.5 dBFS."""
_CROSSFADE: Final = RATE // 4
# factor on pitch, factor on length
_MANNER: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(("big", "huge", "heavy", "giant", "large", "massive", "deep", "low", "loud"), (0.7, 1.3)),
    **dict.fromkeys(("small", "tiny", "little", "light", "high", "cute", "mini"), (1.4, 0.8)),
    **dict.fromkeys(("short", "quick", "fast", "brief", "snappy"), (1.0, 0.65)),
    **dict.fromkeys(("long", "slow", "lasting"), (1.0, 1.6)),
}
_PLAIN: Final = frozenset(("sound", "effect", "sfx", "noise", "game", "fx", "retro", "audio", "player", "item"))


@dataclass(slots=True)
class Effect(Recording):
    """A finished effect. `family`: the entry it was made from; `unmatched`: words that said nothing."""

    family: str
    prompt: str
    seed: int
    audio: Signal
    loop: tuple[int, int]
    unmatched: tuple[str, ...]


def _read(prompt: str) -> tuple[str | None, float, float, tuple[str, ...]]:
    """Family, factors on pitch and length, words that said nothing. The first word that names a family decides; pairs go first."""
    words = [word for word in tokenise(prompt) if word[0].isalnum()]
    forms = [
        tuple(dict.fromkeys((word, correct(word), *(lemma(correct(word), part) or word for part in ("noun", "verb"))))) for word in words
    ]
    named_by = words_of_families()
    named: list[tuple[int, str]] = []
    used: set[int] = set()
    for i in range(len(words) - 1):
        pair = next((f"{a}_{b}" for a in forms[i] for b in forms[i + 1] if f"{a}_{b}" in named_by), None)
        if pair:
            named.append((-1, named_by[pair]))
            used |= {i, i + 1}
    for i, some in enumerate(forms):
        hit = next((form for form in some if form in named_by), None)
        if hit and i not in used:
            named.append((i, named_by[hit]))
            used.add(i)
    pitch = length = 1.0
    for i, some in enumerate(forms):
        manner = next((_MANNER[form] for form in some if form in _MANNER), None)
        if manner:
            pitch *= manner[0]
            length *= manner[1]
            used.add(i)
    unmatched = tuple(word for i, word in enumerate(words) if i not in used and word not in FUNCTION_WORDS and not _PLAIN & set(forms[i]))
    # "footsteps on snow": the ground says which footsteps
    grounds = [name for _, name in named if name.startswith("step_") and name != "step_stone"]
    if named and min(named)[1] == "step_stone" and grounds:
        named = [(-1, grounds[0])]
    return (min(named)[1] if named else None), max(0.4, min(2.5, pitch)), max(0.5, min(2.0, length)), unmatched


def effect(prompt: str, *, seed: int = 0, key: str | None = None, duration: float | None = None) -> Effect:
    """A sound effect from words (1-200 characters) or the name of a family; another seed gives a variation of it.

    `key` moves effects with a definite pitch (coins, menus, healing ...) onto the tonic of that key. `duration`: seconds (1-30) of an
    effect that loops; others are as long as what sounds in them. Same arguments, same samples. A `Problem` (422) names the field that
    is wrong; for words that name no effect it lists the families.
    """
    if not isinstance(prompt, str) or not prompt.strip():
        raise invalid("prompt", "say what should sound", families())
    if len(prompt) > PROMPT_LIMIT:
        raise invalid("prompt", f"longer than {PROMPT_LIMIT} characters")
    check_seed(seed)
    tonic = parse_key(key).tonic if key is not None else None
    family, pitch, length, unmatched = _read(prompt)
    if family is None:
        raise invalid("prompt", "names no sound effect that is known", families())
    recipe = book()[family]
    dice = Dice(seed, f"effect:{family}")
    seconds = _draw(recipe["length"], dice) * length
    if duration is not None:
        if not recipe.get("loop"):
            raise invalid("duration", f"{family} is as long as it sounds; only effects that loop take a duration", looping())
        seconds = number_in("duration", duration, *LOOP_SECONDS)
    if recipe.get("tonal"):
        pitch *= 2 ** (dice.between(-2, 2) / 12)
        if tonic is not None:
            pitch = _towards(next(layer["freq"] for layer in recipe["layers"] if "freq" in layer), pitch, tonic)
    loops = bool(recipe.get("loop"))
    samples = int(seconds * RATE)
    mono = _layers(recipe, samples, loops, pitch, length, seed, dice)
    if "echo" in recipe:
        mono = _echoed(mono, recipe["echo"][0], recipe["echo"][1])
    if "drive" in recipe:
        saturate(mono, float(recipe["drive"]), 1.0)
    mono *= np.float32(_gain(mono))
    audio = np.repeat(mono[:, None], 2, axis=1)
    return Effect(family, prompt, seed, audio, (0, len(mono) if loops else 0), unmatched)


def _gain(mono: Signal) -> float:
    power = np.concatenate([[0.0], np.cumsum(np.square(mono, dtype=np.float64))])
    window = min(len(mono), RATE // 20)
    loudest = float((power[window:] - power[:-window]).max() / window) ** 0.5
    return float(min(_LOUD / (loudest + 1e-9), _PEAK / (float(np.abs(mono).max(initial=0.0)) + 1e-9)))


def _draw(value: Any, dice: Dice) -> float:
    """A number, or one from the range [low, high]; by ratio, as pitch and time are heard."""
    if isinstance(value, list):
        low, high = float(value[0]), float(value[1])
        return float(low * (high / low) ** dice.unit())
    return float(value)


def _towards(frequency: Any, pitch: float, tonic: int) -> float:
    """The factor nearest to `pitch` that puts a layer of this frequency on the tonic of the key."""
    low, high = (frequency[0], frequency[1]) if isinstance(frequency, list) else (frequency, frequency)
    centre = math.sqrt(low * high)
    wanted = 69 + 12 * math.log2(centre * pitch / 440)
    note = round((wanted - tonic) / 12) * 12 + tonic
    return float(440 * 2 ** ((note - 69) / 12) / centre)


def _layers(recipe: dict[str, Any], samples: int, loops: bool, pitch: float, length: float, seed: int, dice: Dice) -> Signal:
    """The sum of the recipe's layers, (samples,)."""
    whole = samples + (_CROSSFADE if loops else 0)
    period = samples if loops else 0
    tones, noises = np.zeros(whole, np.float32), np.zeros(whole, np.float32)
    tonal = bool(recipe.get("tonal"))
    for number, layer in enumerate(recipe["layers"]):
        value = {name: _draw(one, dice) for name, one in layer.items() if name not in ("kind", "wave", "steps", "ratios")}
        if tonal and isinstance(layer.get("freq"), list):
            # what has a pitch keeps its intervals: the middle of the range, not a draw from it
            value["freq"] = math.sqrt(layer["freq"][0] * layer["freq"][1])
        times = max(1, round(value.get("times", 1)))
        out = tones if layer["kind"] == "tone" else noises
        for turn in range(times):
            at = int((value.get("start", 0.0) * length + turn * value.get("every", 0.0)) * RATE)
            if at >= whole:
                break
            rise = 2 ** (value.get("rise", 0.0) * turn / 12) * (1.0 if tonal else 2 ** ((dice.unit() - 0.5) * 0.1 if times > 1 else 0.0))
            sound = _layer(layer, value, whole - at, period, pitch * rise, length, derive_seed(seed, f"{number}:{turn}"))
            out[at : at + len(sound)] += sound
    if not loops:
        return tones + noises
    return _looped(tones, samples, alike=True) + _looped(noises, samples, alike=False)


def _layer(layer: dict[str, Any], value: dict[str, float], samples: int, period: int, pitch: float, length: float, seed: int) -> Signal:
    held = value.get("hold", 0.0)
    env = kernels.shape(samples, value.get("attack", 0.002), held * (length if held < 9 else 1.0), value.get("decay", 0.1) * length)
    gain = value["gain"]
    to, glide = value.get("to", 1.0), value.get("glide", 0.1) * length
    rate, depth = value.get("vibrato", 0.0), value.get("depth", 0.0)
    match layer["kind"]:
        case "tone":
            frequency = value["freq"] * pitch
            if period:
                # whole periods of tone and swing in the loop, so that it closes
                rate = round(rate * period / RATE) * RATE / period
                # a swing in semitones raises the mean frequency by the Bessel function I0 of its depth
                swing = float(np.i0(depth * math.log(2) / 12)) if rate else 1.0
                frequency = max(1, round(frequency * swing * period / RATE)) * RATE / period / swing
            steps = np.array([float(one) for one in str(layer.get("steps", "")).split()], np.float32)
            return kernels.tone(env, _WAVES[layer["wave"]], frequency, to, glide, steps, value.get("step", 0.1), rate, depth, gain)
        case "noise":
            if period:
                rate = round(rate * period / RATE) * RATE / period
            scaled = value["high"] * pitch**0.6
            return kernels.noise(env, seed, value["low"] * pitch**0.6, scaled, to, glide, value.get("q", 0.8), rate, depth, gain)
        case "crackle":
            return kernels.crackle(env, seed, value["rate"], value["low"], value["high"], gain)
        case "ring":
            ratios = [float(one) for one in layer["ratios"].split()]
            hertz = [value["freq"] * pitch * ratio for ratio in ratios if value["freq"] * pitch * ratio < 0.45 * RATE]
            decays = [value["decay"] * length / (1 + 0.35 * i) for i in range(len(hertz))]
            gains = [gain / (1 + 0.6 * i) for i in range(len(hertz))]
            longest = min(samples, int(max(decays) * 7 * RATE) + 600)
            out = modes(longest, np.array(hertz, np.float32), np.array(gains, np.float32), np.array(decays, np.float32))
            out[:32] *= np.linspace(0, 1, 32, dtype=np.float32)
            return out
    raise KeyError(layer["kind"])


def _echoed(mono: Signal, delay: float, level: float) -> Signal:
    """Three echoes, each `level` of the one before."""
    step = int(delay * RATE)
    out = np.zeros(len(mono) + 3 * step, np.float32)
    for turn in range(4):
        out[turn * step : turn * step + len(mono)] += mono * np.float32(level**turn)
    return out


def _looped(mono: Signal, samples: int, *, alike: bool) -> Signal:
    """The first `samples`, whose beginning is crossfaded with what follows them: the end goes on into the beginning.

    `alike`: both are the same wave in step (tones whose periods fit the loop), so levels add up; otherwise powers do.
    """
    out = mono[:samples].copy()
    extra = min(len(mono) - samples, samples // 2)
    fade = np.linspace(0, 1, extra, dtype=np.float32)
    if not alike:
        out[:extra] = out[:extra] * np.sqrt(fade) + mono[samples : samples + extra] * np.sqrt(1 - fade)
    else:
        out[:extra] = out[:extra] * fade + mono[samples : samples + extra] * (1 - fade)
    return out
