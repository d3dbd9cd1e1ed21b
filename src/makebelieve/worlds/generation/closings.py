"""How a story is closed: each ending in which the deed succeeds says it as done, in the premise's own words."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.brevity import say_once
from makebelieve.worlds.generation.builder import FRAMES, Builder
from makebelieve.worlds.generation.decisions import ways_of
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.points import points_of
from makebelieve.worlds.generation.pointwords import content

_LONG: Final = 16
"""Words of a deed that an ending says in full."""
_TELLING: Final = 4
"""Letters of a word that says too little of a deed."""
_WON: Final = re.compile(r"\b[Yy]ou have won(?=[.,:;])(?!, (?:and )?(?:you have|the))")
_BARE: Final = (
    (re.compile(r"\bhave done it\b(?! together)"), "have managed to {}"),
    (re.compile(r"(?<=[Yy]ou )did it(?=[.,])"), "managed to {}"),
)
"""What says that it is done and not what."""

_WILL: Final = re.compile(r",? (?:that|which) (?:will|would|is (?:going|meant|supposed) to) .*$")


def shorten_told(told: dict[str, str], draft: WorldDraft, pronoun: str, *, plural: bool) -> None:
    """Let the narration call the goal by a short name, and keep under "done" how the endings say the deed: in full, without what it is for."""
    done = told["whole_deed"]
    for point in points_of(draft, pronoun):
        if point.kind in ("kept", "purpose"):
            purpose = yours(point.words["x"], pronoun)
            done = done.removesuffix(f" {'' if point.kind == 'kept' else 'to '}{purpose}")
        if point.kind == "will":
            done = _WILL.sub("", done)
    say_once(told, plural=plural)
    told["done"] = done if len(done.split()) <= _LONG else told["deed"]


def say_done(builder: Builder, draft: WorldDraft) -> None:
    """Say the deed in each winning ending that names neither it nor what it is done to."""
    goal, told = draft.goal, builder.scenery.told
    done = told.get("done", "")
    if not goal.stated or not goal.deed or not done or done == "do it" or goal.purpose == "solve" or ways_of(done) is not None:
        return  # an answer, or what was decided, is told as such
    for state in builder.states.values():
        if state.get("ending", {}).get("kind") != "win":
            continue
        state["narration"] = state["ending"]["subtitle"] = _with_deed(state["narration"], done, goal.object or "", builder)


def _with_deed(text: str, done: str, thing: str, builder: Builder) -> str:
    for bare, full in _BARE:
        text = bare.sub(full.format(done), text, count=1)
    verb, _, rest = done.partition(" ")
    if verb == "win" and rest:
        text = _WON.sub(lambda match: f"{match[0]} {rest}", text, count=1)
    if is_named(done, thing, text):
        return text
    frame = builder.chance.fresh(FRAMES["You have managed to {deed}."], "You have managed to {deed}.")
    return f"{frame.replace('{deed}', done)} {text}"


def is_named(done: str, thing: str, text: str) -> bool:
    """Whether an ending names what the deed is done to, or where it is done to nothing, what is done."""
    head = thing.split()[-1].lower() if thing else ""
    said = content(text) | set(re.findall(r"[a-z']+", text.lower()))
    if head and head in done.lower():
        return head in said or (lemma(head, "noun") or head) in said
    return any(word in said for word in content(done) if len(word) > _TELLING)
