"""How it stands with the one who plays: what is said of them shows on the way, and what the premise adds to the deed is said again."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.closings import say_done, show_deed
from makebelieve.worlds.generation.comings import entry_of, rows_at, said_of
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, fill, sentence
from makebelieve.worlds.generation.frailty import told_in
from makebelieve.worlds.generation.hardships import BODY
from makebelieve.worlds.generation.limits import averted, happened, has_verb, holds_out, is_set_for, not_yet, spoken
from makebelieve.worlds.generation.natures import overcome

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
        words |= set(some if own else some[:1]) | (
            set(some) & (_ANYWHERE | (BODY if some[:1] == ["with"] else frozenset()))
        )  # "with seven little mice" says nothing of how big one is
    words |= {one.thing.noun for one, own in told_in(draft.premise) if own and one.kind == "ailing" and one.thing is not None}
    if draft.player is not None and (draft.player.noun in _trained() or draft.player.category != "person"):  # a young doctor is no child
        words -= {"young", "little"}
    return [entry for entry in tables.read("traits").values() if words & entry.words("words") or years & entry.words("years")]


_CHILDREN: Final = frozenset(
    (
        "prince",
        "princess",
        "schoolboy",
        "schoolgirl",
        "pupil",
        "student",
        "patient",
        "page",
        "farmgirl",
        "farmboy",
        "goatherd",
        "paperboy",
        "papergirl",
    )
)
_GROWN: Final = frozenset(
    ("woman", "man", "mother", "father", "couple", "widow", "warrior", "samurai", "viking", "lady", "gentleman", "hunter", "ranger", "outlaw",
     "spy", "thief", "stowaway", "emperor", "traveller", "wife", "husband", "bride", "inspector", "officer", "lieutenant", "adventurer", "explorer")
)  # fmt: skip

_OF_ANY_AGE: Final = frozenset(("children", "teenagers", "elders", "crowned", "plain"))
"""Looks that go by no trade."""


@cache
def _trained() -> frozenset[str]:
    """Nouns of those who have learned a trade."""
    at_home = {word for entry in tables.read("homes").values() for word in entry.words("people") if classify(word)[0] == "person"}
    dressed = {word for title, entry in tables.read("looks").items() if title not in _OF_ANY_AGE for word in entry.words("nouns")}
    return frozenset((dressed | at_home) - _CHILDREN) | _GROWN


def spared_by(traits: list[tables.Entry]) -> re.Pattern[str] | None:
    """What texts for such a player do without: nothing is heard by the deaf."""
    words = sorted({word for entry in traits for word in entry.words("spared")})
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) if words else None


def pressing(draft: WorldDraft, pronoun: str) -> list[tables.Entry]:
    """What is thought of the deadline, the danger and what is on its way, as rows like those of a trait."""
    stage = tables.read("stages")["circumstance"]
    made: list[tables.Entry] = []
    for said, danger in ((draft.deadline, False), (draft.danger, True)):
        if said and (told := spoken(draft, said, pronoun, danger=danger)) is not None:
            kind, words = told
            made.append(tables.Entry("deadline", {"onward": tuple(fill(frame, words) for frame in stage.items(f"{kind}_onward"))}))
    coming = entry_of(draft.coming)
    if coming is not None and coming.items("onward") and not holds_out(draft):
        made.append(tables.Entry("coming", {"onward": coming.items("onward")}))
    return [entry for entry in made if entry.items("onward")]


def remind(builder: Builder, draft: WorldDraft, key: str) -> None:
    """The premise's deadline, danger and manner, said by whoever is asked and once more in the last scene, `key`; and the deed, in each ending in which it succeeds."""
    say_done(builder, draft)
    scenery, stage = builder.scenery, tables.read("stages")["circumstance"]
    talk = next(event for event in builder.events if event["kind"] == "terminal")["terminal"]["facts"]
    state = builder.states[key]
    for said, name in ((draft.condition, "manner"), (draft.danger, "danger"), (draft.deadline, "")):
        if not said or (told := spoken(draft, said, scenery.player.pronoun, danger=name == "danger")) is None:
            continue
        kind, words = told
        row = name or kind
        talk.insert(0, {"text": scenery.narrate(scenery.pick(stage.items(row), f"fact {row}"), **words)})
        if name != "danger" or not draft.deadline:
            said_last = scenery.narrate(scenery.pick(stage.items(row), f"last {row}"), **words)
            state["narration"] = f"{state['narration']} {said_last}".strip()
    near = rows_at(scenery.coming, builder.place_of[key], "late_")
    if near and scenery.coming is not None and not scenery.coming.items("hours"):
        builder.feature(key, scenery.parted(scenery.pick(near, "late"), builder.place_of[key]))


def conclude(builder: Builder, draft: WorldDraft) -> None:
    """How it ends with the deadline, the danger and what was on its way, said in every ending; and the deed in the pictures of the last act."""
    show_deed(builder, draft)
    scenery, stage = builder.scenery, tables.read("stages")["circumstance"]
    names = {scenery.seen["goal"], scenery.told["goal"]}
    over = {name: after for name in names if (after := overcome(draft.goal, name)) != name}
    for state in builder.states.values():
        if "ending" not in state:
            continue
        won = state["ending"]["kind"] == "win"
        if won:
            for before, after in over.items():
                for row in ("base", "narration"):
                    state[row] = state[row].replace(before, after).replace(capital(before), capital(after))
                title = re.sub(re.escape(before), after, state["ending"]["title"], flags=re.IGNORECASE)
                state["ending"] |= {"title": capital(title), "subtitle": state["narration"]}
        told: list[str] = []
        if draft.deadline and (limit := spoken(draft, draft.deadline, scenery.player.pronoun)) is not None:
            kind, words = limit
            rows = stage.items(f"{kind}_{'won' if won else 'lost'}")
            if won and kind == "before" and has_verb(words["clause"]):
                rows = stage.items("spared")  # nothing is said to come that the deed was to keep off
            if not won and (came := happened(kind, words)):
                rows, words = stage.items(f"{kind}_came"), words | {"came": came}
            told += [scenery.narrate(scenery.pick(rows, f"{kind} {won}"), **words)] if rows else []
            if won and kind == "before":
                came = happened(kind, words)
                kept = averted(came, yet=draft.goal.purpose != "defeat") if came else not_yet(words["clause"])
                told += [sentence(kept)] if kept else []
        near = " coming " in f" {draft.danger} "  # "pirates are coming at dawn": in the end it is dawn, and they are there
        if (
            draft.danger and not won and not told and (scenery.coming is None or (scenery.coming.items("hours") and not near))
        ):  # "the tide is coming in": it is in
            danger = draft.danger.removesuffix(f" {draft.deadline}")  # "the air runs out in six hours": they are over
            still = None if is_set_for(danger) else spoken(draft, danger, scenery.player.pronoun, danger=True)
            if still is not None:
                told.append(scenery.narrate(scenery.pick(stage.items("danger_lost"), "danger lost"), **still[1]))
        coming = said_of(scenery.coming, "came" if won == builder.lasting else "kept")
        if coming and not (won and told):
            last = scenery.pick(coming, f"coming {won}")
            if last.rstrip(".").rpartition(" ")[2].lower() not in " ".join(told).lower():  # "Noon has come": it is noon
                told.append(last)
        if told:
            state["narration"] = " ".join([state["narration"], *told])
            state["ending"]["subtitle"] = state["narration"]
