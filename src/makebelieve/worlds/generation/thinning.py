"""Frames without the thing that they stand beside: what has been said of one place often enough is understood."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BESIDE: Final = re.compile(r"(?P<word>\S+) (?:by|beside|close to|next to|near) \{part\}(?=[.,;]| |$)")
_HELD_UP: Final = re.compile(
    r"(?:is|are|was|were|be|lies?|lying|stands?|standing|hangs?|hanging|leans?|stays?|keeps?|puts?|sets?|lays?|in|past|from|something|somebody|close|there|and|of|to|on|at|,|;)$"
    r"|^<\w+:(?:is|stays|keeps|lies|stands|hangs|leans|puts|sets|lays|takes|comes|goes|does)\b"
)
"""What stands there and would be no whole sentence without the words for where: "the letters lie", "a jar stands"."""
_AT_FIRST: Final = re.compile(
    r"^(\s*)(?:by|beside|close to|next to|near) \{part\},? (?=(?:a|an|the|one|two|three|four|five|every|everything|everybody|all|both|\{\w+\})\b)"
)
_FINITE: Final = re.compile(r"<|\b(?:is|are|lies?|stands?|hangs?|has|have|goes|comes?|look|wait|sit|[a-z]{3,}s)\b")
_PASSED: Final = re.compile(r"\b(?:past|round|beyond|toward|behind|as far as) \{part\}")
"""Ways by which one comes or goes, whichever thing of the place they lead by."""


@lru_cache(maxsize=1 << 12)
def thinned(frame: str) -> str:
    """The frame without "by {part}", wherever the rest is a whole sentence; as it is where it is none."""
    return "::".join(_without(piece) for piece in frame.split("::"))


def _without(piece: str) -> str:
    if (bare := _AT_FIRST.sub(r"\1", piece)) != piece:
        return bare
    for found in _BESIDE.finditer(piece):
        before, after = piece[: found.end("word")], piece[found.end() :]
        if not _HELD_UP.search(found["word"]) and _FINITE.search(f"{before}{after}") and not re.search(r"\{(?:P|ally)\}$", before):
            return before + after
    return piece


def only_passed(frame: str) -> bool:
    """Whether the things of a frame are only gone past."""
    return "{partcap}" not in frame and frame.count("{part}") == len(_PASSED.findall(frame)) > 0
