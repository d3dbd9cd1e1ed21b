"""What a premise says the deed is for, turned to the good where it succeeds and to the bad where it fails: "to keep the school open" comes true as
"the school stays open", "a bell that will wake the queen" as "the bell wakes the queen". Only what the grammar leaves no doubt of is turned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.pointwords import Point, is_noun, whole
from makebelieve.worlds.generation.verbs import third

_SOME: Final = r"(?:the|an?|his|her|their|its|my|our|your|every|all|these|those|[A-Z])[^.,;!?]*?"
_STATES: Final = (
    r"open|closed|shut|alive|safe|warm|dry|cool|cold|going|running|burning|alight|lit|secret|clean|together|free|afloat|awake|quiet|happy|fresh"
    r"|in business|in one piece|in the family|on the road|on time|out of (?:prison|jail|trouble|debt)"
)
_KEPT: Final = re.compile(
    rf"\bto keep ({_SOME}|it|them) ({_STATES})(?=[.,;!?]|$| (?:and|but|before|until|for|through|all|after|this|even|because)\b)"
)
_KEPT_FROM: Final = re.compile(rf"\bto (?:keep|save|stop) ({_SOME}) from ([a-z]+ing\b[^.,;!?]*)")
_ENDING: Final = frozenset(
    (
        "stop",
        "prevent",
        "destroy",
        "break",
        "defuse",
        "halt",
        "sink",
        "block",
        "disarm",
        "smash",
        "catch",
        "capture",
        "defeat",
        "shut_down",
        "turn_off",
        "switch_off",
    )
)
"""Verbs of deeds after which a thing does not what it was going to do: "stop the wave that will drown the valley"."""
_ELSEWHERE: Final = frozenset(("find", "steal", "deliver", "reach", "rescue", "explore", "solve"))
"""Purposes of deeds that end with having a thing, and not with its use."""
_READIED: Final = re.compile(
    r"^(?:train|prepare|coach|ready|groom|get) ((?:the|an?|my|our|your|his|her|their|its) [^,]+?)(?: ready)? for ((?:the|an?|my|our|your|his|her|their|its) [^,]+)$"
)
_HOSTILE: Final = re.compile(
    r"\b(?:enem(?:y|ies)|pirate|war|slave|ghost|invading|invaders?|viking|alien|hostile|raiders?|navy|black)\b", re.IGNORECASE
)
_BOUND: Final = re.compile(
    r"\b(?:because|and|but|while|as|where|when|,) (?:an?|the) ((?:[a-z]+ ){0,2}?(?:ship|ferry|boat|train|liner|plane|express|steamer|trawler|lifeboat|airship|schooner)) is "
    r"(?:coming|approaching|near|due|on its way|heading|sailing|running|steaming)\b"
)
_AT_RISK: Final = re.compile(
    r"\b(?:lamp|light|lights|lighthouse|lantern|beacon|foghorn|fog|bell|signal|signals|points|track|tracks|rails|bridge|viaduct|rocks?|reef|runway|landslide|iceberg)\b",
    re.IGNORECASE,
)
"""What a ship or a train that is on its way may come to harm by, or be kept from it."""


def outcomes(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """What comes of the deed, in the words that the premise has for its purpose."""
    premise, goal = draft.premise, draft.goal
    deed = goal.deed or ""
    if not goal.stated or not deed:
        return
    yield from _kept(draft, pronoun)
    if (held := _held(draft, pronoun)) is not None:
        yield held
    if (will := _will(draft)) is not None:
        yield will
    if (ready := _READIED.match(yours(deed, pronoun))) is not None and ready[2].split()[-1] not in ("money", "me", "you"):
        who = ready[1] if ready[1].startswith("your ") else re.sub(r"^an? ", "the ", ready[1])
        is_ = "are" if is_plural(who) else "is"
        yield Point("ready", {"said": f"{who} {is_} ready for {ready[2]}", "unsaid": f"{who} {is_} not ready for {ready[2]}"})
    bound = _BOUND.search(premise)
    if bound is not None and not _HOSTILE.search(premise) and _AT_RISK.search(premise) and bound[1].split()[-1] not in deed.split():
        yield Point("bound", {"said": f"the {bound[1]} is safe", "unsaid": f"the {bound[1]} is still in danger"})


def _kept(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """What stays as it is: "to keep the bakery open", "to keep the town from starving"."""
    deed, premise = draft.goal.deed or "", draft.premise
    if (kept := _KEPT.search(premise)) is not None and not deed.startswith("keep "):
        what = _named(draft, yours(kept[1], pronoun))
        if what:
            stays = "stay" if is_plural(what) else "stays"
            yield Point(
                "kept", {"x": f"to keep {what} {kept[2]}", "said": f"{what} {stays} {kept[2]}", "unsaid": f"{what} will not stay {kept[2]}"}
            )
            return
    if (kept := _KEPT_FROM.search(premise)) is not None and not re.match(r"(?:keep|save|stop) ", deed):
        what, doing = yours(kept[1], pronoun), whole(kept[2])
        verb, _, rest = doing.partition(" ")
        base = lemma(verb, "verb") or ""
        if what and doing and is_noun(what) and base and base != "be":
            does = "do" if is_plural(what) else "does"
            does_not = f"{what} {does} not {base} {rest}".strip()
            yield Point("kept", {"x": f"to keep {what} from {doing}", "said": does_not, "unsaid": f"now {what} will {base} {rest}".strip()})


_FREED: Final = _ENDING | {"lift", "undo", "lift_off", "end", "kill", "slay", "remove", "overthrow", "topple", "melt", "cut"}
_HELD: Final = re.compile(
    rf"^(?:that|which|who) (?:keeps?|holds?|has kept|have kept|is keeping|are keeping) ({_SOME}) (asleep|awake|captive|prisoner|apart|silent|poor|hungry|sad|dark|frozen|locked up|shut|blind|spellbound|enchanted|trapped|in [a-z]+)(?=[.,;!?]|$| (?:and|but|before|until|for|so|with|by)\b)"
)


def _held(draft: WorldDraft, pronoun: str) -> Point | None:
    """Whom what is ended kept as they were: "break the spell that keeps the village asleep"."""
    goal = draft.goal
    if not goal.object or goal.verb not in _FREED:
        return None
    at = draft.premise.lower().find(f"{goal.object.split()[-1].lower()} ")
    held = _HELD.match(draft.premise[at + len(goal.object.split()[-1]) + 1 :]) if at >= 0 else None
    if held is None or not is_noun(held[1]):
        return None
    who = yours(held[1], pronoun)
    is_ = "are" if is_plural(who) else "is"
    return Point("held", {"said": f"{who} {is_} {held[2]} no longer", "unsaid": f"{who} {is_} still {held[2]}"})


def _will(draft: WorldDraft) -> Point | None:
    """What the thing that is made or had will do: "a bell that will wake the sleeping queen"."""
    goal = draft.goal
    if not goal.object or goal.person:
        return None
    head = re.escape(goal.object.split()[-1])
    match = re.search(
        rf"\b{head} (?:that|which) (?:will|would|is (?:going|meant|supposed) to) (never )?([a-z]+)\b([^.,;!?]*)", draft.premise
    )
    if match is None or match[2] in ("be", "have", "not"):
        return None
    said = whole(f"{match[2]}{match[3]}")
    verb, _, rest = said.partition(" ")
    if not said or lemma(verb, "verb") != verb:
        return None
    what, never = goal.object, match[1] or ""
    if goal.verb in _ENDING and not never:
        return Point("will", {"said": f"{what} will not {said}", "unsaid": f"{what} will {said}"})
    later = goal.purpose in _ELSEWHERE and not goal.made
    does = f"will {never}{said}" if later else f"{never}{verb if goal.plural else third(verb)} {rest}".strip()
    return Point("will", {"said": f"{what} {does}"} | ({} if never else {"unsaid": f"now nothing will {said}"}))


def _named(draft: WorldDraft, what: str) -> str:
    """What is kept, by its name where it is only "it"."""
    if what in ("it", "them"):
        return draft.goal.object or "" if not draft.goal.person and draft.goal.plural == (what == "them") else ""
    return what if is_noun(what) else ""
