"""What kind of thing a noun or a compound is, where the word table is silent or puts a rare sense first: `data/nouns.txt`."""

from __future__ import annotations

from typing import Final

from makebelieve.language import lexicon

KIND_OF: Final[dict[str, str]] = {noun: kind for kind, nouns in lexicon.read("nouns").items() for noun in nouns}
"""Noun -> category; the words of a compound are joined by "_"."""
