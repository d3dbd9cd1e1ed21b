"""All texts of a world that a player meets, each with its kind and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_SENTENCE_END: Final = re.compile(r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bProf\.)(?<=[.!?”\"])\s+(?=[A-Z0-9\"“])")
BUTTONS: Final = frozenset(("label", "objective", "heading", "anchor"))
"""Kinds that are no sentences."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its kind (`base`, `narration`, `label`, …), the id of the state, event or mission it belongs to, and the words."""

    kind: str
    at: str
    words: str

    @property
    def sentences(self) -> list[str]:
        """Its sentences, speech included."""
        return [one for one in _SENTENCE_END.split(self.words) if one]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: which check found it, in which text, and the words that are wrong."""

    check: str
    text: Text
    words: str

    def __str__(self) -> str:
        return f"{self.check} [{self.words}] {self.text.kind} of {self.text.at}: {self.text.words}"


def texts(world: dict[str, Any], premise: str = "") -> Iterator[Text]:
    """Every text of the world, the premise left out where the description and the first narration quote it."""
    quoted = " ".join(premise.split()).rstrip(".!?")
    for one in _all(world):
        words = one.words
        if quoted and one.kind in ("description", "narration") and words.lower().startswith(quoted.lower()):
            words = words[len(quoted) :].lstrip('.!?” "')
        if words:
            yield Text(one.kind, one.at, words)


def _all(world: dict[str, Any]) -> Iterator[Text]:
    yield Text("title", "world", world["name"])
    yield Text("description", "world", world["description"])
    yield Text("logline", "world", world["story"]["logline"])
    for beat in world["story"]["beats"]:
        yield Text("beat", beat["arc"], beat["summary"])
    for mission in world["missions"]:
        yield Text("heading", mission["id"], mission["title"])
        for objective in mission["objectives"]:
            yield Text("objective", mission["id"], objective["text"])
    for key, state in world["scene"]["states"].items():
        yield Text("base", key, state["base"])
        for variant in state.get("variants", ()):
            yield Text("base", f"{key} ({variant['label']})", variant["base"])
        yield from _moves(key, state)
        yield Text("narration", key, state["narration"])
        if "ending" in state:
            yield Text("title", key, state["ending"]["title"])
    for event in world["scene"]["events"]:
        yield from _event(event)
    for card in world["cutscenes"]:
        yield Text("card", card["from"], card.get("subtitle", ""))


def _moves(key: str, state: dict[str, Any]) -> Iterator[Text]:
    for part in ("camera", "movement"):
        for name, words in state.get(part, {}).items():
            yield Text(part, f"{key} ({name})", words)
    for words in state.get("ambient", ()):
        yield Text("ambient", key, words)


def _event(event: dict[str, Any]) -> Iterator[Text]:
    name = event["name"]
    yield Text("label", name, event["label"])
    phases = event.get("phases", [])
    if not phases or phases[0]["base"] != event["base"]:
        yield Text("base", name, event["base"])
    yield Text("narration", name, event["narration"])
    if "lockedHint" in event:
        yield Text("hint", name, event["lockedHint"])
    for phase in phases:
        yield Text("base", name, phase["base"])
        yield Text("camera", name, phase["camera"])
    if "terminal" in event:
        yield Text("persona", name, event["terminal"]["persona"])
        for fact in event["terminal"]["facts"]:
            yield Text("fact", name, fact["text"])
