"""What kind of thing a noun or a compound is, where the word table is silent or puts a rare sense first: `data/nouns.txt`."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lexicon

KIND_OF: Final[dict[str, str]] = {noun: kind for kind, nouns in lexicon.read("nouns").items() for noun in nouns}
"""Noun -> category; the words of a compound are joined by "_"."""
PARTS_OF_NOUNS: Final = frozenset(part for noun in KIND_OF if "-" in noun or "_" in noun for part in re.split("[-_]", noun))
"""Words of which compounds consist, some of them no words by themselves: "hurdy-gurdy"."""
