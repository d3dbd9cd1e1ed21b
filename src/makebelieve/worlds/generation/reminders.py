"""How it stands with the one who plays: what is said of them shows on the way, and what the premise adds to the deed is said again."""

from __future__ import annotations

import re

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft


def traits_of(draft: WorldDraft) -> list[tables.Entry]:
    """The rows of the table of traits that the premise tells of its player: "deaf", "made of paper", "nine years old"."""
    said = " ".join((*draft.traits, draft.player.phrase if draft.player is not None else ""))
    said = re.sub(r"\b(\w+)[- ]years?[- ]old\b", r"\1", said.lower())  # nine years old is not old
    words = set(re.findall(r"[a-z]+", said))
    return [entry for entry in tables.read("traits").values() if words & entry.words("words")]


def spared_by(traits: list[tables.Entry]) -> re.Pattern[str] | None:
    """What texts for such a player do without: nothing is heard by the deaf."""
    words = sorted({word for entry in traits for word in entry.words("spared")})
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) if words else None


def remind(builder: Builder, draft: WorldDraft, key: str) -> None:
    """The premise's deadline and manner, said by whoever is asked and once more in the last scene, `key`."""
    scenery, stage = builder.scenery, tables.read("stages")["circumstance"]
    talk = next(event for event in builder.events if event["kind"] == "terminal")["terminal"]["facts"]
    for name, said in (("manner", draft.condition), ("until" if (draft.deadline or "").startswith("until ") else "before", draft.deadline)):
        if not said:
            continue
        # "stop the professor before he melts the ice": who "he" is stays open where there is another than the player
        alone = not (draft.goal.person or draft.foes or draft.recipient)
        words = {"clause": _addressed(yours(said, scenery.player.pronoun if alone else "they"))}
        talk.insert(0, {"text": scenery.narrate(scenery.pick(stage.items(name), f"fact {name}"), **words)})
        state = builder.states[key]
        state["narration"] = f"{state['narration']} {scenery.narrate(scenery.pick(stage.items(name), f'last {name}'), **words)}"


def _addressed(said: str) -> str:
    """What "I" say in a premise, said to the player."""
    for mine, told in ((r"\bI am\b|\bI['’]m\b", "you are"), (r"\bI was\b", "you were"), (r"\b[Ii]\b", "you"), (r"\bmine\b", "yours")):
        said = re.sub(mine, told, said)
    return said
