"""Writes the golden scores anew: `python tests/doubles/golden_scores.py`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from makebelieve.music import PRESETS
from makebelieve.music.composer import compose
from makebelieve.music.midi import midi
from makebelieve.music.request import settle

PROMPTS = ("epic orchestral battle theme with brass", "8-bit boss fight in E flat dorian, 150 bpm", "a slow sad waltz for harp, no drums")


def digests() -> dict[str, str]:
    """First sixteen hexadecimal digits of the SHA-256 of each score as MIDI."""
    cases: list[tuple[str, str | None, str | None]] = [(preset, None, preset) for preset in PRESETS] + [(one, one, None) for one in PROMPTS]
    found = {}
    for name, prompt, preset in cases:
        for duration in (12, 90):
            data = midi(compose(settle(prompt, preset, None, None, duration, 7).commission))
            found[f"{name} {duration} s"] = hashlib.sha256(data).hexdigest()[:16]
    return found


if __name__ == "__main__":
    path = Path(__file__).parents[1] / "music" / "golden.json"
    path.write_text(json.dumps(digests(), indent=1) + "\n")
    print(f"wrote {path.name}")
