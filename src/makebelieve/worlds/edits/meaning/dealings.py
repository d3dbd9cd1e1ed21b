"""Readings of what somebody gives, wants for it, and should not do or be."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import conduct, deeds, slots
from makebelieve.worlds.edits.meaning.known import HERO
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World

Scored = tuple[float, Callable[[Draft], str | None]]
YOU: Final = r"(?:you|me|us|him|her|them|the player|players|whoever (?:comes|asks)|everyone|everybody|people|visitors)"
WHEN_TALKING: Final = re.compile(rf",? (?:(?:if|when|whenever|once|after|as soon as) (?:{HERO}|he|she|they|it|{YOU}) (?:first )?(?:talks?|speaks?|asks?|meets?|comes?|arrives?|enters?|greets?|visits?|approach(?:es)?|questions?)\b.*|(?:if|when) asked.*|at (?:the start|first)|first)$", re.IGNORECASE)  # fmt: skip


def trade(world: World, who: Thing, deed: str, when: str) -> list[Scored]:
    """What somebody gives, and what they want for it."""
    deed = re.sub(
        r"^(?:refuse|not want|be unwilling) to (?P<v>help|talk|speak|give you .+?|let you (?:pass|through)) (?:unless|until|without) ",
        r"only \g<v> if ",
        deed,
    )
    deed = re.sub(r",? (?:and )?not from .+$", "", deed)
    price = re.fullmatch(
        rf"only (?:help|talk|speak|give {YOU} .+?|let {YOU} (?:pass|through)) if (?:{HERO} )?(?:have |bring |give |show |fetch )?(?:him |her |them |it )?(?P<np>[a-z]+(?: [a-z]+){{0,3}})",
        deed,
    )
    if price and not re.match(r"(?:you|he|she|they|it|not)\b", price["np"]):
        return [(0.89, partial(deeds.wants, thing=who, what=price["np"]))]
    if lesson := re.fullmatch(
        rf"teach {YOU} (?P<v>(?:an?|the|some) .+?),? (?:that|which) (?:{HERO} )?(?:need|needs|is needed|is required|opens|must have|have to know)(?: for| to get (?:in)?to| to enter| to open| in)? (?P<t>.+)",
        deed,
    ):
        spot = slots.place(world, lesson["t"])
        if spot is not None:
            return [(0.9, partial(deeds.gives_key, thing=who, what=lesson["v"], place=spot))]
    abstract = r"(?:an?|the|some) (?:\w+ )?(?:reason|chance|break|hug|kiss|friend|job|name|rest|hand|moment|purpose|motive|personality|role|story|past|secret|wife|husband|lover|holiday|smile|look|wink|nod|slap|answer)\b"
    if want := re.fullmatch(
        rf"(?:(?:only )?(?:help|talk|speak|give {YOU} .+?|talk to {YOU}|help {YOU}|speak to {YOU}|open up|let {YOU} (?:pass|through|by))|(?:want|ask for|demand|need|require|expect)) (?:only )?(?:(?:if|when|once|after) (?:{HERO}|they|he|she) (?:have|has|bring|brings|give|gives|show|shows|hand|pay|fetch|offer|hold|carry)(?: (?:him|her|them|it))?|in exchange for|in return for|for|to get)? ?(?P<np>(?:an?|the|some|two|three) [\w' -]+?)(?: (?:first|for it|in return|in exchange|as (?:a )?(?:payment|price)|before .+|from {YOU}.*|so that .+))*",
        deed,
    ):
        lowered = deed.lower()
        if re.match(abstract, want["np"]):
            return []
        if re.match(r"(?:want|ask for|demand|need|require|expect)", lowered) or re.search(
            r"\b(?:if|when|once|after|exchange|return)\b", lowered
        ):
            return [(0.9, partial(deeds.wants, thing=who, what=want["np"]))]
    if (
        when
        and (
            pay := re.search(
                rf"(?:bring|give|show|hand|pay|offer|fetch)s? (?:him|her|them|it|{re.escape(who.name)}|the [a-z]+|{YOU}) (?P<np>(?:an?|the|some) .+)$|(?:have|has|hold|holds|carry|own) (?P<nq>(?:an?|the|some) .+)$",
                when,
            )
        )
        and re.match(r"(?:only )?(?:help|talk|speak|open|give|let)\b", deed)
    ):
        paid = pay["np"] or pay["nq"]
        if back := re.fullmatch(rf"(?:give|hand|offer|lend) {YOU} (?P<np>(?:an?|the|some) .+)", deed):
            return [(0.9, partial(deeds.gives, thing=who, what=f"{back['np']} for {paid}"))]
        return [(0.9, partial(deeds.wants, thing=who, what=paid))]
    riddle = re.fullmatch(
        rf"(?:give|hand|offer) {YOU} (?P<np>(?:an?|the|some) .+?) (?:if|when|once) (?:{HERO} )?(?:answers?|solves?|guess(?:es)?|know|knows) (?:his|her|their|its|the|a) (?:riddle|question|puzzle)(?: .+)?",
        deed,
    )
    if riddle:
        return [(0.9, partial(deeds.for_riddle, thing=who, what=riddle["np"]))]
    gift = (
        re.fullmatch(rf"(?:give|hand|offer|lend|sell|pass|bring|slip|grant|leave|gift) (?:over )?(?:to )?{YOU} (?:over )?(?P<a>.+)", deed)
        or re.fullmatch(
            rf"(?:give|hand|offer|lend|sell|pass|bring|slip|leave)(?: over)? (?P<a>(?:an?|the|some|two|three|his|her|their) .+?)(?: over)?(?: to {YOU})?",
            deed,
        )
        or re.fullmatch(
            rf"have (?P<a>(?:an?|the|some) .+?),? (?:and |that (?:he|she|they) )?(?:gives?|hands?|lends?)(?: it| them)?(?: to)? {YOU}",
            deed,
        )
    )
    if gift and (re.match(abstract, gift["a"]) or re.match(r"(?:the \w+|(?-i:[A-Z])\w+) (?:an?|the) ", gift["a"])):
        return []
    if gift and not re.match(
        r"(?:(?:an?|the) )?(?:hint|clue|tip|choice|chance|warning|answer|hand|talk|speech|wink|smile|look|nod|riddle|name|advice)\b",
        gift["a"],
    ):
        what = gift["a"]
        if priced := re.fullmatch(
            r"(?P<np>.+?) (?:only )?(?:for|in exchange for|in return for|if you (?:bring|give|have)(?: (?:him|her|them|it))?|once you (?:bring|have brought|give)(?: (?:him|her|them))?) (?P<p>(?:an?|the|some|two|three) .+)",
            what,
        ):
            return [(0.9, partial(deeds.gives, thing=who, what=f"{priced['np']} for {priced['p']}"))]
        what = WHEN_TALKING.sub("", what)
        key = re.fullmatch(
            r"(?P<k>(?:an?|the|his|her|their) (?:[a-z]+ )?(?:key|card|password|code|pass|ticket))(?: to| for| of) (?P<t>.+)", what
        )
        if key and (spot := slots.place(world, key["t"])) is not None:
            return [(0.9, partial(deeds.gives_key, thing=who, what=key["k"], place=spot))]
        return [(0.9, partial(deeds.gives, thing=who, what=what))]
    return []


def denied(world: World, who: Thing, deed: str) -> list[Scored]:
    """What somebody should not do or be."""
    if re.fullmatch(
        r"(?:be|appear|exist)(?: in (?:it|there|this|the (?:game|story|world)))?(?: (?:at all|any ?more|there))?|be (?:needed|there|necessary)(?: .+)?|exist",
        deed,
    ):
        return [(0.88, partial(deeds.gone, thing=who))]
    if sent := re.fullmatch(
        r"be where (?:they|he|she|it) (?:are|is)(?: now)?,? (?:but |and )?(?:send|move|put|bring|take) (?:them|him|her|it) (?:in|to|into|at|on|over to) (?P<t>.+)",
        deed,
    ):
        spot = slots.place(world, sent["t"])
        return [(0.92, partial(deeds.moved, thing=who, place=spot))] if spot else []
    if but := re.fullmatch(r"be .+?(?:,| but)+ (?:but |rather |be )*(?P<v>an? .+)", deed):
        return [(0.88, partial(deeds.become, thing=who, value=but["v"]))]
    if enough := re.fullmatch(r"be (?P<m>[a-z-]+) enough", deed):
        return [(0.9, partial(conduct.mannered, thing=who, manner=enough["m"]))]
    if so := re.fullmatch(r"(?:be|sound|seem|act) (?:so|too|that|as) (?P<m>[a-z-]+)", deed):
        return [(0.88, partial(conduct.mannered, thing=who, manner=f"less {so['m']}"))]
    if waits := re.fullmatch(
        rf"(?:help|talk|speak|give .+?|talk to {YOU}|help {YOU}|open up)(?: {YOU})? (?:before|until|unless|without) (?:{HERO} )?(?:have |has )?(?:bring|give|brought|given|show|shown|have|hand|pay|paid|get|got)?(?:ing)?s? ?(?:him |her |them |it )?(?P<np>(?:an?|the|some) .+?)",
        deed,
    ):
        return [(0.9, partial(deeds.wants, thing=who, what=waits["np"]))]
    return []
