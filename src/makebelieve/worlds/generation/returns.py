"""Ways back that may be the first way to a place are told as ways on."""

from __future__ import annotations

from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.english import capital


def retell_returns(b: Builder, entrance: str) -> None:
    """Tell each way back as a way on where somebody may take it who has never been there. Call it once all ways are laid."""
    for event in b.returns:
        (key,), to = event["from"], event["to"]
        if key not in _within_reach(b, entrance, to):
            continue
        here, there = b.place_of[key], b.place_of[to]
        words = {"here": here.name, "to": there.name, "Tocap": there.cap, "tocap": there.cap}
        go = b.chance.fresh(there.entry.items("go") or ("Go on to",), "go")
        b.names.discard(event["name"])
        event["label"] = capital(f"{go} {there.name}")
        event["name"] = b.named(event["label"])
        event["base"], event["narration"] = (b.beat(to, "step", part, "step", **words) for part in ("base", "tell"))


def _within_reach(b: Builder, entrance: str, without: str) -> set[str]:
    """The states that can be come to from the entrance without ever having been in one of them."""
    reached = {entrance} - {without}
    waiting = list(reached)
    while waiting:
        key = waiting.pop()
        for event in b.events:
            to = event.get("to", without)
            if key in event["from"] and to in b.states and to not in reached and to != without:
                reached.add(to)
                waiting.append(to)
    return reached
