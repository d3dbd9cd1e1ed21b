"""How long music takes, and how good it measures.

    python bench/music.py [--quick]

CPU seconds of 30, 120 and 300 s tracks with FLAC and MIDI, of stems, of sound effects, of a fresh process, and peak memory; the
baseline is a naive synthesiser in numpy (every note a sum of eight decaying harmonics, nothing reused, no room) on the same score in
the same run. Then the shares: prompts of tests/music whose tracks pass every check, tracks whose preset a simple classifier names.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from makebelieve import music
from makebelieve.music.score import Score
from makebelieve.music.synth.kernels import RATE
from makebelieve.music.warm import warm

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path.insert(0, str(TESTS / "doubles"))
from preset_classifier import Classifier, profiles  # noqa: E402


def cpu(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def naive(score: Score) -> np.ndarray:
    """The baseline: additive synthesis note by note."""
    out = np.zeros((round(score.seconds * RATE) + 2 * RATE, 2))
    for part in score.parts.values():
        for note in part.notes:
            n = int(note.length * score.seconds_per_tick * RATE) + RATE // 5
            t = np.arange(n) / RATE
            frequency = 440 * 2 ** ((note.pitch - 69) / 12)
            wave = sum(np.sin(2 * np.pi * frequency * k * t) / k for k in range(1, 9)) * np.exp(-2 * t) * note.velocity / 127
            at = int(note.start * score.seconds_per_tick * RATE)
            out[at : at + n, 0] += wave[: len(out) - at]
            out[at : at + n, 1] += wave[: len(out) - at]
    return out / np.abs(out).max()


def deliver(preset: str, duration: float, seed: int) -> None:
    one = music.track(preset=preset, duration=duration, seed=seed)
    assert one.midi
    assert one.flac()


FRESH = "from makebelieve import music; t = music.track(None, preset='epic_orchestral'); t.midi; t.flac()"
LONG = """
import resource
from makebelieve import music
for seed in range(2):
    one = music.track(preset={preset!r}, duration=300, seed=seed); one.midi; one.flac(); del one
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def times(presets: tuple[str, ...]) -> None:
    print(f"{'preset':<22}{'30 s':>8}{'+stems':>8}{'check':>8}{'120 s':>8}{'300 s':>8}{'naive 30 s':>12}{'ratio':>8}")
    rows = []
    for preset in presets:
        deliver(preset, 30, 99)
        short = statistics.median(cpu(lambda preset=preset, seed=seed: deliver(preset, 30, seed)) for seed in range(3))
        one = music.track(preset=preset, seed=1)
        stems, check = cpu(lambda one=one: one.stems), cpu(lambda one=one: one.report)
        middle, long = (cpu(lambda preset=preset, d=d: deliver(preset, d, 1)) for d in (120, 300))
        base = cpu(lambda one=one: naive(one.score))
        rows.append((short, short + stems, check, middle, long, base))
        print(f"{preset:<22}" + "".join(f"{value:8.2f}" for value in rows[-1][:5]) + f"{base:12.2f}{base / short:8.1f}")
    print(f"{'worst':<22}" + "".join(f"{max(row[i] for row in rows):8.2f}" for i in range(5)))
    made = [statistics.median(cpu(lambda f=family, s=seed: music.effect(f, seed=s)) for seed in range(3)) for family in music.EFFECTS]
    print(f"effects: {len(made)} families, median {1000 * statistics.median(made):.1f} ms, slowest {1000 * max(made):.1f} ms")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", FRESH], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"fresh process to the first track: {used:.2f} s CPU")
    done = subprocess.run([sys.executable, "-c", LONG.format(preset="epic_orchestral")], check=True, capture_output=True, text=True)
    print(f"peak memory at 300 s: {int(done.stdout) // 1024} MB")


def shares(seeds: int) -> None:
    prompts: dict[str, list[str]] = json.loads((TESTS / "music" / "prompts.json").read_text("utf-8"))
    passed = named = total = 0
    for preset, texts in prompts.items():
        for seed, text in enumerate(texts):
            one = music.track(text, seed=seed, duration=(10, 20, 30)[seed % 3])
            total += 1
            passed += one.report.ok
            named += one.preset == preset
    print(f"prompts: {total}; preset as meant {named / total:.1%}, every check passed {passed / total:.1%}")
    classify = Classifier(*profiles(range(1000, 1000 + seeds)))
    rows, names = profiles(range(seeds))
    right = sum(classify(row) == name for row, name in zip(rows, names, strict=True))
    print(f"classifier trained on other seeds names {right / len(names):.1%} of {len(names)} tracks")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--quick", action="store_true", help="three presets, no shares")
    options = parser.parse_args()
    warm()
    times(music.PRESETS[:3] if options.quick else music.PRESETS)
    if not options.quick:
        shares(6)


if __name__ == "__main__":
    main()
