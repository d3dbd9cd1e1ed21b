"""What frames and slots make clumsy between them: two prepositions of one kind, a noun with no article, pronouns of the wrong number, titles with stray words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.morphology import is_plural

from .texts import Finding, Text, texts

_CLUMSY: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "another of what there is one of",
            r"\b(?:[Aa]n?|[Aa]nother) (?:new|second|spare|fresh|other) (?:only|own|last|first|very|whole|same)\b",
        ),
        (
            "event without its article",
            r"\b(?:announces?|announced|[Aa]ll for|of|for|after|before) (?:race|match|contest|tournament|competition|quiz|trial|wedding)(?=[.,]|$| with the\b)",
        ),
        ("by and by", r"\bside by side by\b|\bby the [a-z]+ by (?:the|an?)\b"),
        (
            "beside a space",
            r"\b(?:[Bb]y|[Bb]eside|[Nn]ear|[Cc]lose to|[Nn]ext to) the (?:space|gap) (?:behind|under|between|above|below)\b",
        ),
        (
            "turned round",
            r"(?:^|(?<=[.!?] ))(?:Close|Right|Just) behind [^,.]{3,40} (?:stands?|lies?) |(?:^|(?<=[.!?] ))(?:Beyond|Behind) [^,.]{3,40} shows? ",
        ),
        ("somebody's word", r"\bsomebody's word to\b|\bpromise to [a-z ]+ from [A-Z]"),
        ("the rest is", r"\b[Tt]he rest is (?:doing|less than)\b"),
        ("there there", r"\b[Tt]here is (?:a|an|no) (?![a-z ]*\bwhat )[a-z ]* there[.,]"),
        ("stiff", r"\bnot turned out well\b|\bfor one alone\b.*\bYou (?:need|would)\b|\ball of the whole\b"),
        ("into a stage", r"\b(?:[Ss]tep|[Gg]o|[Ww]alk)s? into the (?:stage|roof|platform|quay|pier)(?=[.,]|$)"),
    )
)
_COMMA: Final = re.compile(r", (?:by Hand|at Last|Whatever Comes|Safe and Sound)$")
_OWN: Final = re.compile(r" (?:Her|His|Its|Their) (?!Own\b)[A-Z]")
_OF_SEVERAL: Final = r"\b(?:beside|before|around|over|for|in front of|next to) it(?=[.,])"
_SCRAP: Final = re.compile(r"\b[Tt]he wrong (?:man|woman|boy|girl|person)\b")


def clumsy(text: Text) -> Iterator[tuple[str, str]]:
    """What no frame may come to with its slots."""
    for name, pattern in _CLUMSY:
        if (found := pattern.search(text.words)) is not None and not (name == "by and by" and text.kind == "beat"):
            yield name, found[0]
    if text.kind in ("base", "logline") and (found := _SCRAP.search(text.words)) is not None:
        yield "called by a scrap", found[0]
    if text.kind == "objective" and re.fullmatch(r"Find out who\.", text.words):
        yield "cut", text.words


def stray(text: Text) -> Iterator[tuple[str, str]]:
    """Titles of worlds end in no afterthought, and order nobody to do something to "her" thing."""
    if text.kind != "title" or text.at != "world":
        return
    if (found := _COMMA.search(text.words)) is not None:
        yield "title", found[0]
    first, own = text.words.split()[0].lower(), _OWN.search(text.words)
    if own is not None and lemma(first, "verb") == first and first not in ("the", "can") and " and " not in text.words[: own.start() + 1]:
        yield "title", own[0]


def several(world: dict[str, Any], premise: str) -> Iterator[Finding]:
    """What the deed is done to is several, and is "it" in the same sentence."""
    goal = world["metadata"]["understood"]["goal"]["object"]
    if not goal or not is_plural(goal):
        return
    of_it = re.compile(rf"(?:^|(?<=[.!?] )){re.escape(goal)}\b(?:(?! and (?:the|a) )[^.;])*?{_OF_SEVERAL}", re.IGNORECASE)
    for text in texts(world, premise):
        if text.kind == "base" and (found := of_it.search(text.words)) is not None:
            yield Finding("it of several", text, found[0])
