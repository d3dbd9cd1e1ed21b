"""How scene prose is written: what is seen, not what is meant, within the budget. These lints advise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from makebelieve.worlds.diagnostics import Diagnostic

PROMPT_BUDGET: Final = 1900
"""Characters of the joined text of a state."""

NEGATION: Final = re.compile(r"\b(?:no|not|never|without|none|nothing|(?:do|does)n['’]?t|can['’]?t|won['’]?t)\b", re.IGNORECASE)
WHITEOUT: Final = re.compile(
    r"\b(?:whiteout|white-out|blinding|blown white|bloom(?:ed|ing)?|overexposed|over-exposed|washed out)\b", re.IGNORECASE
)
LETHAL: Final = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|shoot(?:s|ing)?|guns? (?:him|her|them|the \w+) down|gunned down|execut(?:e|es|ed|ion)|lying on the ground)\b",
    re.IGNORECASE,
)


def prompt_of(state: dict[str, Any]) -> str:
    """The joined text of a state: `base`, `camera`, `movement`, `ambient`."""
    framing = [state.get(key, {}).get(side, "") for key in ("camera", "movement") for side in ("static", "dynamic")]
    return " ".join(text for text in (state["base"], *framing, *state.get("ambient", [])) if text)


def _state_prose(state: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "base", state["base"]
    for side, text in state.get("movement", {}).items():
        if isinstance(text, str):
            yield f"movement.{side}", text
    for at, line in enumerate(state.get("ambient", [])):
        yield f"ambient[{at}]", line


def _event_prose(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("base", "detail"):
        if key in event:
            yield key, event[key]


def _matches(lint: str, pattern: re.Pattern[str], where: str, prose: Iterator[tuple[str, str]], why: str) -> Iterator[Diagnostic]:
    for field, text in prose:
        if match := pattern.search(text):
            word = match.group(0)
            yield Diagnostic(
                lint, "warning", f"{where}.{field}", f"'{word}': {why}", {"field": field}, f"say it in other words than '{word}'"
            )


def negation(world: dict[str, Any]) -> Iterator[Diagnostic]:
    why = "a picture cannot show what is absent; say what is there"
    for name, state in world["scene"]["states"].items():
        yield from _matches("negation", NEGATION, f"state[{name}]", _state_prose(state), why)
    for event in world["scene"]["events"]:
        yield from _matches("negation", NEGATION, f"event[{event['name']}]", _event_prose(event), why)


def whiteout(world: dict[str, Any]) -> Iterator[Diagnostic]:
    for event in world["scene"]["events"]:
        if event["kind"] == "transition":
            why = "a white picture has nothing left to go on from"
            yield from _matches("whiteout", WHITEOUT, f"event[{event['name']}]", _event_prose(event), why)


def lethal_override(world: dict[str, Any]) -> Iterator[Diagnostic]:
    for event in world["scene"]["events"]:
        if event["kind"] == "override":
            why = "an override returns to its state as if it had not been; make it a transition"
            yield from _matches("lethal-override", LETHAL, f"event[{event['name']}]", _event_prose(event), why)


def budget(world: dict[str, Any]) -> Iterator[Diagnostic]:
    for name, state in world["scene"]["states"].items():
        if (size := len(prompt_of(state))) > PROMPT_BUDGET:
            text = f"base, camera, movement and ambient have {size} characters together; at most {PROMPT_BUDGET}"
            yield Diagnostic("budget", "warning", f"state[{name}]", text, None, f"shorten it by {size - PROMPT_BUDGET} characters")
