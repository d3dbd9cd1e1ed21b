"""What texts do without where it would be unseemly: nobody cheers at a funeral, and nobody comes back for more of what is poisoned."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation.draft import WorldDraft

_MOURNED: Final = re.compile(
    r"\b(?:funerals?|burials?|wakes? (?:for|of)|cremations?|mourn\w*|eulog\w*|requiem|gravesides?|memorial service)\b", re.IGNORECASE
)
_MERRY: Final = re.compile(r"\b(?:cheer|clap|applau|encore|bravo|rosette|confetti|brightly dressed)", re.IGNORECASE)
_POISONED: Final = re.compile(r"\b(?:poison|spoil[te]|rotten|tainted)", re.IGNORECASE)
_EATEN: Final = re.compile(r"\b(?:second time for|second helping|taste|mouthful|delicious|helping of)", re.IGNORECASE)


def unseemly(draft: WorldDraft) -> re.Pattern[str] | None:
    """Words that no text of this premise has."""
    if _MOURNED.search(draft.premise):
        return _MERRY
    return _EATEN if _POISONED.search(draft.premise) else None
