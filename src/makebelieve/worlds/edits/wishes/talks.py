"""Wishes about what somebody says and does."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.conversations import gift_of, put_manner, somebody, talk_begun, talk_with
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.english import capital, pictorial, sentence


def says(draft: Draft, match: re.Match[str]) -> str | None:
    """ "he should say: ..." : the first words of somebody."""
    thing = somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    raw = match["v"].strip().strip('"“” ')
    if not raw or (
        re.match(r"(?:that|how|where|why|when|what|something|more|less|nothing|hello to|goodbye)\b", raw, re.IGNORECASE)
        and not re.match(r"[\"“']", match["v"].strip())
    ):
        return None
    line = capital(raw if raw.endswith((".", "!", "?", "…")) else f"{raw}.")
    spoken = f'"{line}" {capital(thing.name)} {"wait" if naming.many(thing.name) else "waits"} to see what you make of it.'
    event = talk_with(draft, thing)
    gift = gift_of(draft, thing) if event is None else None
    if event is not None:
        event["terminal"]["greeting"] = spoken
        event["narration"] = spoken
    elif gift is not None:
        kept = re.sub(r"^\"[^\"]*\" ", "", str(gift.get("narration", "")))
        gift["narration"] = f'"{line}" {kept}'.strip()
    else:
        event = talk_begun(draft, thing)
        event["terminal"]["greeting"] = event["narration"] = spoken
    draft.subject = thing
    return f'{capital(thing.name)} now {"say" if naming.many(thing.name) else "says"}: "{line}"'


def does(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let him only meow", "Kro should wear a hat": seen where somebody stands, and known of them."""
    from makebelieve.worlds.edits.wishes.endings import third

    thing = somebody(draft, clean(match["t"]))
    value = clean(match["v"])
    only = bool(re.match(r"only |just ", value))
    value = re.sub(r"^(?:only|just|always|also) ", "", value)
    head = value.split()[0].lower()
    if thing is None and head in ("carry", "wear", "hold", "bring", "smoke", "limp", "whistle", "hum"):
        thing = naming.find(draft.world, clean(match["t"]), ("player",))
    if (
        thing is None
        or lemma(head, "verb") != head
        or head in _NOT_DONE
        or len(value.split()) > 10
        or re.search(r" (?:if|when|unless|until|after|once|before) ", value)
    ):
        return None
    many = naming.many(thing.name)
    said = value if many else third(value)
    if only and len(value.split()) == 1:
        event = talk_with(draft, thing)
        if event is not None:
            event["terminal"]["greeting"] = event["narration"] = f"{capital(thing.name)} {said}."
            put_manner(event, thing, f"Only {said}, whatever is asked; speaks no words.")
            return f"{capital(thing.name)} now only {said}"
    keys = (
        [one for one in seen_at(draft, thing) if "ending" not in draft.states[one]]
        if thing.kind != "player"
        else [draft.world["entrance"]["state"]]
    )
    if not keys:
        return None
    if to := re.fullmatch(r"(?P<a>.+?) (?:to|into|in|at|on) (?P<t>.+)", said):
        there = naming.find(draft.world, to["t"], ("place",))
        if there is not None and there.id not in keys:
            keys, said = [there.id], to["a"]
    draft.builder.feature(
        keys[0], sentence(pictorial(f"{draft.builder.scenery.seen['P'] if thing.kind == 'player' else thing.name} {said}"))
    )
    draft.subject = thing
    return f"{capital(thing.name)} now {said} {at(draft, keys[0])}"


_NOT_DONE: Final = frozenset(
    ["be", "have", "become", "give", "offer", "lend", "sell", "live", "stand", "wait", "stay", "know", "say", "tell", "need", "go", "leave", "die", "disappear", "come", "appear", "open", "lead", "look", "feel", "seem", "win", "lose", "help", "join", "follow", "move", "start", "get", "take", "find", "in", "on", "at", "to", "like", "as", "talk", "speak", "answer", "marry", "kill", "attack"]
)  # fmt: skip


def nobody(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the cook angry" where there is no cook: who is meant is asked."""
    from makebelieve.worlds.edits.wishes.instead import known, unknown
    from makebelieve.worlds.edits.wishes.phrases import is_living

    phrase = clean(match["t"])
    if not is_living(phrase) or known(draft, phrase):
        return None
    raise unknown(draft, phrase)


def deed(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the whale fly": seen where it stands, if it is one thing in one place; else asked."""
    from makebelieve.worlds.edits import referents
    from makebelieve.worlds.edits.wishes.endings import third

    what, verb = clean(match["t"]), match["v"].lower()
    if naming.find(draft.world, what, ("person", "player", "foe", "place"), loose=False) is not None or re.fullmatch(
        r"(?:it|me|you|him|her|them|everything|people)", what
    ):
        return None
    seen = [one for one in referents.sighted(draft.world, re.sub(r"^the ", "", what)) if "ending" not in draft.states[one[0]]]
    if not seen:
        return None
    bare = re.sub(r"^(?:the|an?) ", "", what)
    where = at(draft, seen[0][0])
    raise Unsure(
        f"The {bare} {where} is only a thing that is seen there. Shall it be told so in that picture? Say for example: {where} a {bare} should {verb} over your head, or add a {bare} {where} that { {'fly': 'flies', 'cry': 'cries'}.get(verb, third(verb)) }."
    )
