"""Names the preset of a track by its sound alone: the nearest mean of standardised measures (`measures.profile`)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from makebelieve import music
from makebelieve.music import measures


def profiles(seeds: range, duration: float = 20.0) -> tuple[NDArray[np.float64], list[str]]:
    """A row of measures and the preset of each track."""
    rows, names = [], []
    for preset in music.PRESETS:
        for seed in seeds:
            rows.append(measures.profile(music.track(preset=preset, seed=seed, duration=duration).audio))
            names.append(preset)
    return np.array(rows), names


class Classifier:
    """Fitted by class means and the spread within classes."""

    def __init__(self, rows: NDArray[np.float64], names: list[str]) -> None:
        self.names = sorted(set(names))
        labels = np.array(names)
        self.means = np.array([rows[labels == name].mean(axis=0) for name in self.names])
        within = np.concatenate([rows[labels == name] - mean for name, mean in zip(self.names, self.means, strict=True)])
        self.spread = within.std(axis=0) + 1e-6

    def __call__(self, row: NDArray[np.float64]) -> str:
        distances = (((self.means - row) / self.spread) ** 2).sum(axis=1)
        return self.names[int(distances.argmin())]
