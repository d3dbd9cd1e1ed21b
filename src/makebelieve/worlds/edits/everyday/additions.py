"""Something new beside, on or under what is there, and what it does: "a bicycle that leans against the statue", "a bench next to the letter box"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.spots import LEVEL, LEVELS, PREPOSITION, Spot, last_spot, open_place
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import people, scenes
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import NOT_THINGS, clean, is_living, is_place
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural

_ADD: Final = re.compile(
    r"(?:(?:please )?(?:add|put|place|include|set|stand|lay|hang|stick|have|I (?:want|would like|need)(?: to (?:have|see))?|there (?:is|are|should be|could be|must be|should also be|could also be)(?: also)?|let there be|we need|can (?:we|you|I) (?:have|add)|how about|what about|show) )"
    r"(?P<np>(?:an?|another|some|two|three|four|five|several|many|a few|lots of) .+)",
    re.IGNORECASE,
)
_DOES: Final = re.compile(
    rf"(?P<np>.+?)(?:,? (?:that|which|who) (?:is |are )?(?P<v>[a-z]+)|,? (?P<ing>[a-z]+ing))(?P<rest>(?: (?:all |quietly |always |happily |slowly |alone |up |down |out |around )*(?:{PREPOSITION}) .+)?)",
    re.IGNORECASE,
)
_LEVELLED: Final = re.compile(rf"(?P<a>.+?),? (?P<l>{LEVEL})(?P<b> .+)?", re.IGNORECASE)
_RESTS: Final = frozenset(("lean", "stand", "lie", "sit", "sleep", "hang", "wait", "rest", "float", "grow", "burn", "glow", "tick", "lurk", "perch", "doze", "snore", "watch", "swim", "crawl", "fly", "sway", "shine", "flicker", "park", "nest", "hide", "climb", "play", "dance", "sing", "purr", "drip", "smoke", "steam", "whistle", "squeak", "creak", "hum", "roar", "bark", "meow", "graze", "roll", "run", "circle", "hop", "jump", "walk", "wander"))  # fmt: skip
"""Verbs of what can be seen or heard of a thing in a scene."""


def read(draft: Draft, text: str) -> str | None:
    match = _ADD.fullmatch(text)
    if match is None or re.search(
        r"\b(?:should|if|when|so that|because|called|named|ending|choice|option|lock|key to|you can|I can|one can)\b",
        match["np"],
        re.IGNORECASE,
    ):
        return None
    phrase = clean(match["np"])
    if (doing := _DOES.fullmatch(phrase)) and (told := _doing(draft, doing)):
        return told
    if levelled := _LEVELLED.fullmatch(phrase):
        return _outside(draft, levelled)
    return _beside(draft, phrase)


def _thing(phrase: str) -> bool:
    bare = re.sub(r"^\w+ ", "", phrase)
    return not NOT_THINGS.search(phrase) and len(phrase.split()) < 7 and bool(main_noun(bare)) and not is_place(phrase)


def _doing(draft: Draft, match: re.Match[str]) -> str | None:
    """A thing or an animal that does something somewhere: told as just that."""
    np, verb = clean(match["np"]), (match["v"] or match["ing"]).lower()
    stem = lemma(verb, "verb") or ""
    if stem not in _RESTS or not _thing(np):
        return None
    rest = match["rest"].strip()
    where = last_spot(draft.world, rest) if rest else None
    inside = re.fullmatch(rf"(?P<np>.+) (?:{PREPOSITION}) .+", np)
    if where is None and inside is not None:
        where, np = last_spot(draft.world, np), inside["np"]
    if where is None:
        return None
    living = is_living(np)
    if living and classify(main_noun(re.sub(r"^\w+ ", "", np)))[0] not in ("creature",):
        return None  # people can be talked to, and are put in by others
    return _tell(draft, where[0], np, stem, rest)


def _tell(draft: Draft, where: Spot, np: str, stem: str, rest: str) -> str:
    np = re.sub(r"^another ", "a ", np, flags=re.IGNORECASE)
    np = np[:1].lower() + np[1:] if re.match(r"[A-Z][a-z]* ", np) and not naming.proper(np) else np
    many = naming.many(np) or is_plural(np)
    line = f"{np} {stem if many else third(stem)} {rest}".strip()
    if not rest:
        line = f"{line} {at(draft, where.key)}"
    try:
        for key in naming.same_place(draft.world, where.key):
            scenes._say(draft, key, sentence(capital(pictorial(line))))
    except Unsure as full:
        raise Unsure(str(full)) from full
    draft.subject = Thing("place", where.key, where.name)
    shown = "" if where.name.lower() in line.lower() else f" {at(draft, where.key)}"
    return f"{capital(line)}{shown} now"


_UPRIGHT: Final = frozenset(("furniture", "structure", "vehicle", "plant", "building", "device", "container", "instrument"))


def _beside(draft: Draft, phrase: str) -> str | None:
    """A thing, an animal or somebody next to what is seen in a place."""
    found = last_spot(draft.world, phrase)
    if found is None or not found[0].part:
        return None
    where, at_ = found
    np, how = clean(phrase[: at_.start()]), at_["p"].lower()
    if re.search(rf" (?:{PREPOSITION}|that|which|who|with) ", np) or NOT_THINGS.search(np) or how in ("to", "into", "around", "over"):
        return None
    head = main_noun(re.sub(r"^\w+ ", "", np))
    if not head:
        return None
    if is_living(np) and classify(head)[0] != "creature":
        return people.put(draft, where.key, np, "", "")
    if not _thing(np) and not head:
        return None
    sort = classify(head)[0]
    stem = (
        "sit"
        if sort == "creature"
        else "hang"
        if re.search(r"\b(?:picture|painting|poster|mirror|portrait|flag|curtain|lantern|lamp|bell|sign)\b", head)
        and how in ("above", "over")
        else "stand"
        if sort in _UPRIGHT
        or re.search(r"\b(?:ladder|bench|bicycle|bike|chair|table|lamp|statue|well|cart|car|tree|box|barrel|broom|machine)\b", np)
        else "lie"
    )
    return _tell(draft, where, np, stem, f"{how} {where.part}")


def _outside(draft: Draft, match: re.Match[str]) -> str | None:
    """Somebody or something outside: in the first place in the open."""
    if LEVELS[match["l"].lower()] != "out":
        return None
    where = open_place(draft)
    np, does = clean(match["a"]), (match["b"] or "").strip()
    if where is None or is_place(np):
        return None
    if is_living(np):
        words = re.sub(r"^(?:who|that|which) (?:is |are )?", "", does)
        return people.put(draft, where.key, np, "", words if words else "")
    if does or not _thing(np):
        return None
    sort = classify(main_noun(re.sub(r"^\w+ ", "", np)))[0]
    return _tell(
        draft, where, np, "stand" if sort in _UPRIGHT else "lie", f"beside {draft.builder.scenery.part(draft.builder.place_of[where.key])}"
    )
