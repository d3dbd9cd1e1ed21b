"""How it stands with the one who plays: what is said of them shows on the way, and what the premise adds to the deed is said again."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, fill

_SLOTS: Final = re.compile(r"[{}<>|\[\]]")
"""What a premise may write that would be read as a slot."""


_ANYWHERE: Final = frozenset(("memory", "amnesia", "wheelchair", "crutch", "crutches", "phobia"))
"""Words that say how somebody is wherever they stand: "who has lost her memory"."""


def traits_of(draft: WorldDraft) -> list[tables.Entry]:
    """The rows of the table of traits that the premise tells of its player: "deaf", "made of paper", "nine years old"."""
    said = [draft.player.phrase if draft.player is not None else "", *draft.traits]
    words: set[str] = set()
    years: set[str] = set()
    for one in said:
        years |= set(re.findall(r"\b(\w+)[- ]years?[- ]old\b", one.lower()))
        some = re.findall(r"[a-z]+", re.sub(r"\b(\w+)[- ]years?[- ]old\b", "", one.lower()))  # nine years old is not old
        own = one is said[0] or len(some) < 3 or some[:2] in (["made", "of"], ["made", "from"], ["turned", "into"])
        words |= set(some if own else some[:1]) | (set(some) & _ANYWHERE)  # "with seven little mice" says nothing of how big one is
    return [entry for entry in tables.read("traits").values() if words & entry.words("words") or years & entry.words("years")]


def spared_by(traits: list[tables.Entry]) -> re.Pattern[str] | None:
    """What texts for such a player do without: nothing is heard by the deaf."""
    words = sorted({word for entry in traits for word in entry.words("spared")})
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) if words else None


def pressing(draft: WorldDraft, pronoun: str) -> list[tables.Entry]:
    """What is thought of the deadline on the way, as rows like those of a trait."""
    if not draft.deadline:
        return []
    kind, words = _until(draft, draft.deadline, pronoun)
    frames = tables.read("stages")["circumstance"].items(f"{kind}_onward")
    return [tables.Entry("deadline", {"onward": tuple(fill(frame, words) for frame in frames)})] if frames else []


def _until(draft: WorldDraft, said: str, pronoun: str) -> tuple[str, dict[str, str]]:
    """Which row of texts a deadline or manner has ("until the tide turns", "in three days"), and its words, said to the player."""
    # "stop the professor before he melts the ice": who "he" is stays open where there is another than the player
    alone = not (draft.goal.person or draft.foes or draft.recipient)
    clause = _SLOTS.sub("", _addressed(yours(said, pronoun if alone else "they")))
    first, _, rest = clause.partition(" ")
    return first if first in ("until", "by", "in") else "before", {"clause": clause, "Clause": capital(clause), "span": rest}


def remind(builder: Builder, draft: WorldDraft, key: str) -> None:
    """The premise's deadline and manner, said by whoever is asked and once more in the last scene, `key`."""
    scenery, stage = builder.scenery, tables.read("stages")["circumstance"]
    talk = next(event for event in builder.events if event["kind"] == "terminal")["terminal"]["facts"]
    for said, manner in ((draft.condition, True), (draft.deadline, False)):
        if not said:
            continue
        kind, words = _until(draft, said, scenery.player.pronoun)
        name = "manner" if manner else kind
        talk.insert(0, {"text": scenery.narrate(scenery.pick(stage.items(name), f"fact {name}"), **words)})
        state = builder.states[key]
        state["narration"] = f"{state['narration']} {scenery.narrate(scenery.pick(stage.items(name), f'last {name}'), **words)}"


def _addressed(said: str) -> str:
    """What "I" say in a premise, said to the player."""
    for mine, told in ((r"\bI am\b|\bI['’]m\b", "you are"), (r"\bI was\b", "you were"), (r"\b[Ii]\b", "you"), (r"\bmine\b", "yours")):
        said = re.sub(mine, told, said)
    return said
