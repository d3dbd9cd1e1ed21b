"""What whoever is asked can see from where they stand: the hour, and the things that the scene shows."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.console.knowledge import Knowledge
from makebelieve.worlds.console.questions import Question, stems

_HOURS: Final = ("dawn", "morning", "noon", "afternoon", "dusk", "evening", "night")
_PARTS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s")
_COUNTED: Final = frozenset(["a", "an", "the", "two", "three", "four", "five", "six", "some", "several"])
_ASIDE: Final = frozenset(["of", "to", "like", "for", "towards", "about", "from", "into"])
"""After these a thing is far away, or only pictured."""
_ENDS: Final = re.compile(
    r"a|an|and|are|as|at|before|behind|beside|between|by|for|from|has|have|in|into|is|near|next|on|or|over|past|"
    r"round|stand|stands|that|the|this|to|under|which|with|lie|lies|hang|hangs"
)
"""What can follow a thing; any other word may be one that it belongs to ("the ticket booth" is no ticket)."""
_NOT_HERE: Final = re.compile(
    r"\b(?:once|was|were|had|used to|missing|gone|no|not|without|think\w*|photograph|picture|painting|shows?|way)\b", re.IGNORECASE
)


def hour(known: Knowledge, _question: Question) -> str | None:
    """The hour that the world was made for, unless the scene tells of another one."""
    told = str(((known.world.get("metadata") or {}).get("understood") or {}).get("hour") or "")
    if told not in _HOURS:
        return None
    base = re.findall(r"[a-z]+", str(known.world["scene"]["states"][known.situation.state].get("base") or "").lower())
    if told not in base and any(other in base for other in _HOURS):
        return None
    return f"It is {told}."


def seen(known: Knowledge, question: Question) -> str | None:
    """A thing that stands in this place, by its whole name. What one has set out for is never just there."""
    world = known.world
    sought = [str(mission["title"]) for mission in world.get("missions") or ()]
    sought += [str((world.get("story") or {}).get("logline") or ""), str(world.get("subject") or "")]
    if not question.about or question.about & stems(" ".join(sought)):
        return None
    base = str(world["scene"]["states"][known.situation.state].get("base") or "")
    if any(_names(text, question.about) for text in _SENTENCES.split(base) if not _NOT_HERE.search(text)):
        return "Right here. Look around."
    return None


def _names(text: str, about: frozenset[str]) -> bool:
    """Whether a thing of that name is told of: "a trophy case holds" is a trophy case, and no trophy."""
    parts = _PARTS.findall(text.lower())
    for start, word in enumerate(parts):
        if word not in _COUNTED or (start > 0 and parts[start - 1] in _ASIDE):
            continue
        for end in range(start + 2, min(start + 7, len(parts) + 1)):
            named = parts[start + 1 : end]
            if any(not part[0].isalpha() for part in named):
                break
            after = parts[end] if end < len(parts) else "."
            ended = _ENDS.fullmatch(after) is not None or (not after[0].isalpha() and after != "-")
            if ended and not named[-1].endswith(("'s", "’s")) and about in (stems(" ".join(named)), stems(" ".join((word, *named)))):
                return True
    return False
