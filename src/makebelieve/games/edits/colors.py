"""Colour words of edits, and palettes by word."""

from __future__ import annotations

from typing import Final

from makebelieve.games.theme import darkest_first, shift_hue
from makebelieve.language.colors import COLOR_WORDS as COLORS
from makebelieve.language.colors import shaded

# Adjectives a palette may be asked for with.
PALETTES: Final[dict[str, tuple[str, ...]]] = {
    "pastel": ("#7a6b93", "#a3b5e6", "#a3e6c2", "#f2c2d9", "#f2e6c2", "#fff7f2"),
    "neon": ("#12081f", "#2b1452", "#e62fd9", "#2fe6f2", "#6be62f", "#f2f22f"),
    "warm": ("#3a1a14", "#7a2f24", "#c2502d", "#f2862d", "#f2c25a", "#fff0d0"),
    "cold": ("#14203a", "#24457a", "#3f7fae", "#7fb3d9", "#bfe3f2", "#f0faff"),
    "cool": ("#14203a", "#24457a", "#3f7fae", "#7fb3d9", "#bfe3f2", "#f0faff"),
    "autumn": ("#33201a", "#6b3320", "#b0522a", "#e0862d", "#e6c25a", "#f7ecd0"),
    "earthy": ("#2b2018", "#57402b", "#8a6b45", "#a3a35a", "#d9c28a", "#f2e6c8"),
    "retro": ("#16301a", "#2f5a30", "#6f9a3a", "#a3c24a", "#dbe69a"),
    "sepia": ("#2b1d12", "#5a4028", "#8f6b45", "#c2a077", "#ead9bb"),
    "monochrome": ("#141414", "#3a3a3a", "#707070", "#a8a8a8", "#e6e6e6"),
    "grayscale": ("#141414", "#3a3a3a", "#707070", "#a8a8a8", "#e6e6e6"),
    "candy": ("#4a1f4a", "#a33a7a", "#f25a9a", "#7fd9f2", "#f2e66b", "#fff0f7"),
    "bright": ("#2b2b5a", "#2f6fe6", "#2fae5a", "#f2c230", "#f25a3a", "#fff7e6"),
    "dark": ("#0b0b12", "#1a1a2b", "#2b2b45", "#45455f", "#6b6b85", "#a3a3b5"),
    "muted": ("#33333a", "#5a5a66", "#80807a", "#a39a8a", "#c9c2b3", "#e6e0d6"),
}


def palette_named(words: list[str]) -> tuple[str, ...] | None:
    """A palette of 5-8 colours, darkest first, for colour words and palette adjectives; None without any."""
    colors: list[str] = []
    for word in words:
        if word in COLORS:
            colors += [shaded(COLORS[word], 0.45), COLORS[word], shaded(COLORS[word], 1.5)]
        elif word in PALETTES and not colors:
            colors += PALETTES[word]
    if not colors:
        return None
    if len(colors) <= 3:
        colors += [shift_hue(shaded(colors[0], 0.6), 0.05), shift_hue(shaded(colors[2], 1.2), 0.04)]
    chosen = darkest_first(colors)
    return tuple(chosen if len(chosen) <= 8 else [chosen[round(i * (len(chosen) - 1) / 7)] for i in range(8)])


def shades(words: list[str]) -> tuple[str, ...]:
    """Sprite colours for colour words: the colour itself with a lighter and a darker shade; several words give several colours."""
    named = [COLORS[word] for word in words if word in COLORS]
    return (*named, shaded(named[0], 1.4), shaded(named[0], 0.5)) if len(named) == 1 else tuple(named)
