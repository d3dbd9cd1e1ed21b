"""How much the prose of many worlds repeats itself, as a reader would notice it: whole sentences, and the frames behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from makebelieve.language import tag, tokenise


@dataclass(frozen=True, slots=True)
class Variety:
    """Shares are 0 to 1. A frame is a sentence with each noun, name, number and adjective in front of one replaced by a slot."""

    sentences: int
    """Of scenes, counted once a world."""
    distinct: float
    """Sentences that are different, of all."""
    commonest: int
    """Worlds in which the commonest sentence stands."""
    top_frame: float
    """Share of sentences that have the most used frame."""
    top_frame_text: str
    distinct_frames: float
    type_token: float
    """Different words of all words, the mean over worlds."""
    labels: float
    """Labels of choices that are different, of all."""
    narration: float


def sentences(world: dict[str, Any]) -> set[str]:
    """The sentences of the scenes of a world."""
    made: set[str] = set()
    for state in world["scene"]["states"].values():
        made.update(one for one in re.split(r"(?<=[.!?”\"]) (?=[A-Z\"“])", state["base"]) if one)
    return made


def frame(sentence: str) -> str:
    """The sentence with its nouns as slots: "Rain runs down the tall window." -> "N V down the N"."""
    made: list[str] = []
    for token in tag(tokenise(sentence)):
        if token.tag in ("N", "NS", "#", "'") or (token.written[:1].isupper() and made):
            if made[-1:] != ["_"]:
                made.append("_")
        elif token.tag != "A" and token.word != "_":
            made.append(token.word)
    text = " ".join(made)
    return re.sub(r"(?:\b(?:the|a|an|his|her|their|its) _|_)(?: (?:of|and) (?:(?:the|a|an|his|her|their|its) )?_)*", "_", text)


def measure(worlds: Iterable[dict[str, Any]]) -> Variety:
    texts: Counter[str] = Counter()
    frames: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    told: Counter[str] = Counter()
    ratios: list[float] = []
    for world in worlds:
        own = sentences(world)
        texts.update(own)
        frames.update(frame(one) for one in own)
        labels.update({event["label"] for event in world["scene"]["events"]})
        told.update(
            {event["narration"] for event in world["scene"]["events"]} | {state["narration"] for state in world["scene"]["states"].values()}
        )
        words = re.findall(r"[a-z']+", " ".join(state["base"] for state in world["scene"]["states"].values()).lower())
        ratios.append(len(set(words)) / len(words))
    total = texts.total()
    top, times = frames.most_common(1)[0]
    return Variety(
        total,
        len(texts) / total,
        max(texts.values()),
        times / total,
        top,
        len(frames) / total,
        sum(ratios) / len(ratios),
        len(labels) / labels.total(),
        len(told) / told.total(),
    )
