"""A sentence, or each part of it, by the frame that explains all of its words; several wishes are parted where both sides are understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.worlds.edits.clauses import polite, spelt
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.frames import acts, paths, settings, things
from makebelieve.worlds.edits.frames.mentions import Mention, mentions
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.sanity import sane
from makebelieve.worlds.edits.targets import Already, Unsure, World

Frame = Callable[[Draft, str, list[Mention]], str | None]
_SURE: Final[tuple[Frame, ...]] = (
    settings.read,
    paths.after_talk,
    paths.lock,
    things.instead,
    things.removal,
    things.beside,
    things.animals,
    acts.smell,
)
"""Frames that are read before the rows of `wishes/`."""
_FRAMES: Final[tuple[Frame, ...]] = (
    *_SURE[:2],
    paths.way,
    paths.start,
    *_SURE[2:],
    acts.heard,
    acts.made_of,
    acts.choice,
    things.put,
    things.happening,
)
_ASKS: Final = re.compile(
    r"(?:(?:so|and|but|hey|hmm|ok|well|um) )*(?:what(?! if\b| about\b)|whats|who|whos|whose|why(?! not\b| don't\b)|how(?! about\b)|where|wheres|when(?= (?:does|do|is|will|can))|which|is|are|isn't|does|do|did|was|were|has|have(?= (?:you|i|we)))\b",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(
    r"\s*(?:[,;.!]+\s*)?\b(?:and then|and also|and|but also|but|then|also|plus|as well as|in addition to|besides|second(?:ly)?|with)\b,?\s+|\s*[,;.!]+\s+|\s*\n+\s*|\s+-+\s+",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:(?:i (?:want|have|would like|need)|please|here are|just|only|first(?:ly)?(?! (?:person|scene|place|room|thing)),?|there are|besides|in addition to|as well as) )?(?:(?:two|three|2|3|some|a few|a couple of) (?:things?|wishes|changes|ideas)(?: please)?[:,-]* ?)?(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)


def read(
    world: World, text: str, salt: str, subject: Thing | None = None, *, sure: bool = False, parts: int = 4
) -> tuple[Draft, str] | None:
    """The changed world as a draft, and what was done; None where some word is not explained. Raises Unsure where one detail is open.

    `sure`: only by the frames that go before all other readers.
    """
    plain = _plain(text)
    if not plain or _ASKS.match(plain):
        return None
    question: Unsure | None = None
    try:
        if (made := _one(world, plain, salt, subject, sure)) is not None:
            return made
    except Unsure as asked:
        question = asked
    if parts > 1 and (several := _several(world, plain, salt, subject, sure, parts)) is not None:
        return several
    if question is not None:
        raise question
    return None


def _plain(text: str) -> str:
    return polite(spelt(text).strip(" .!"))


def _one(world: World, text: str, salt: str, subject: Thing | None, sure: bool) -> tuple[Draft, str] | None:
    some = mentions(world, text)
    for frame in _SURE if sure else _FRAMES:
        draft = Draft.of(world, salt, subject)
        told = frame(draft, text, some)
        if told and sane(world, draft.world, text):
            return draft, told
    return None


def _several(world: World, text: str, salt: str, subject: Thing | None, sure: bool, parts: int) -> tuple[Draft, str] | None:
    """Two or more wishes in one sentence: the first cut at which both sides are read whole."""
    lead = _LEAD.match(text)
    whole = lead["rest"] if lead else text
    if lead and re.search(r"\b(?:things?|wishes|changes|ideas)\b", text[: lead.start("rest")], re.IGNORECASE):
        sure = False
    for join in _JOINS.finditer(whole):
        left, right = whole[: join.start()].strip(" ,;.!"), whole[join.end() :].strip(" ,;.!")
        if not left or not right:
            continue
        left = re.sub(
            r"^(?:making|adding|putting|removing|setting|having)\b", lambda one: _ORDER[one[0].lower()], left, flags=re.IGNORECASE
        )
        right = re.sub(
            r"^(?:making|adding|putting|removing|setting|having)\b", lambda one: _ORDER[one[0].lower()], right, flags=re.IGNORECASE
        )
        right = re.sub(r"^(?:to (?=have|be|see))", "", right)
        try:
            first = _one(world, polite(left), salt, subject, sure)
            if first is None:
                continue
            draft, told = first
            draft.settle()
            second = read(draft.world, right, f"{salt}&", draft.subject, sure=sure, parts=parts - 1)
        except Already:
            continue
        except Unsure:
            continue
        if second is None:
            continue
        after, told_then = second
        after.settle()
        after.ops = [*draft.ops, *after.ops]
        return after, f"{told}. {told_then}"
    return None


_ORDER: Final = {"making": "make", "adding": "add", "putting": "put", "removing": "remove", "setting": "set", "having": "have"}
