"""What a typed console answers without a language model: the fact that fits the question best, of those that are not locked."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.kit.seeds import derive_seed

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_IDLE: Final = re.compile(
    r"a|about|an|and|any|are|at|be|can|could|do|does|for|from|give|have|how|i|in|is|it|know|me|my|of|on|or|please|say|tell|"
    r"that|the|there|this|to|was|we|what|when|where|which|who|why|will|with|you|your|"
    r"hello|hi|hey|help|should|must|need|else|anything|more|next|now|go|advice|well|ok|okay|yes|no|so|here|then|tip|tips|hint|hints"
)
_NAMES: Final = re.compile(r"\bwho are you\b|\byour name\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bSt\.)(?<=[.!?])\s")
_SHRUGS: Final = (
    "{name} waits. Ask about something else.",
    "{name} looks at you for a while and says nothing to that.",
    "“That is beyond me,” says {name}.",
    "{name} shrugs.",
)


def reply(terminal: dict[str, Any], text: str, flags: frozenset[str], seed: int = 0, turn: int = 0) -> str:
    """What the console says to `text`. Facts whose flags are missing are not known to it. Without a fact that fits, it says so.

    The fit of a fact is the share of the question's content words (cut to their stems' first five letters) that the fact holds. A question
    of no content ("what should I do?") is answered with the fact whose turn it is, one that asks for the name with the persona.
    """
    asked = _content(text)
    known = [fact["text"] for fact in terminal.get("facts") or () if all(flag in flags for flag in fact.get("requires") or ())]
    fits = [(len(asked & _content(fact)), -place, fact) for place, fact in enumerate(known)]
    best = max(fits, default=None)
    if best is not None and best[0] > 0:
        return str(best[2])
    persona = str(terminal["persona"])
    if _NAMES.search(text):
        return _SENTENCE.split(persona)[0]
    if known and not asked:
        return str(known[turn % len(known)])
    return _SHRUGS[derive_seed(seed, text) % len(_SHRUGS)].format(name=_name(persona))


def _content(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(text.lower()) if len(word) > 2 and not _IDLE.fullmatch(word)}


def _name(persona: str) -> str:
    """The persona up to its first comma or full stop: "The harbour master, tired" is "The harbour master"."""
    return re.split(r"[,;:(]|(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)\.", persona, maxsplit=1)[0].strip()[:60] or "The console"
