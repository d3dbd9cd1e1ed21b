"""Slow: what the presets promise, over many prompts and seeds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from preset_classifier import Classifier, profiles

from makebelieve import music

PROMPTS: dict[str, list[str]] = json.loads((Path(__file__).parent / "prompts.json").read_text("utf-8"))

STRANGERS: dict[str, list[dict[str, Any]]] = json.loads((Path(__file__).parent / "strangers.json").read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("preset", music.PRESETS)
def test_twenty_prompts_a_preset_pass_every_check(preset: str) -> None:
    """At most one of twenty may miss one check: very short pieces do not always say where home is."""
    reports = [music.track(prompt, seed=seed, duration=(10, 20, 30)[seed % 3]).report for seed, prompt in enumerate(PROMPTS[preset])]
    missed = [report.failed for report in reports if not report.ok]
    assert len(missed) <= 1, missed
    assert all(len(one) == 1 for one in missed)


@pytest.mark.slow
@pytest.mark.parametrize("preset", music.PRESETS)
def test_what_strangers_ask_for_passes_every_check(preset: str) -> None:
    """Prompts with odd words, keys, tempos and lengths (5-300 s), written before any of them was tried: then 194 of 200 passed."""
    missed = {}
    for seed, asked in enumerate(STRANGERS[preset]):
        report = music.track(**asked, seed=seed).report
        if not report.ok:
            missed[asked["prompt"]] = report.failed
    assert missed == {}


@pytest.mark.slow
def test_a_simple_classifier_tells_the_presets_apart() -> None:
    """Trained on other seeds, it names at least 95 % of the tracks."""
    classify = Classifier(*profiles(range(1000, 1006)))
    rows, names = profiles(range(6))
    assert np.mean([classify(row) == name for row, name in zip(rows, names, strict=True)]) >= 0.95


@pytest.mark.parametrize("preset", music.PRESETS)
def test_prompts_find_their_preset(preset: str) -> None:
    from makebelieve.music.request import settle

    found = [settle(prompt, None, None, None, None, 0) for prompt in PROMPTS[preset]]
    assert sum(preset in (one.preset, one.palette) for one in found) >= 18
