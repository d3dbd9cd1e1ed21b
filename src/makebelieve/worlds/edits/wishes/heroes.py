"""Wishes about who somebody is: a name with a trade, another kind of being, man or woman."""

from __future__ import annotations

import re

from makebelieve.language import classify
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.wishes.genders import PAIRS, gender_of, gendered, player_moves, pronouns_agree
from makebelieve.worlds.edits.wishes.names import call, role
from makebelieve.worlds.edits.wishes.phrases import clean, is_living
from makebelieve.worlds.generation.english import capital, pictorial
from makebelieve.worlds.generation.morphology import article, articles


def name_and_role(value: str) -> tuple[str, str]:
    """ "a nun, Sister Agnes" -> ("Sister Agnes", "a nun"); "HELIOS, the lying AI", "an old woman called Marta, who mends nets"."""
    value = clean(re.sub(r"^(?:be |become )", "", value))
    value = re.sub(r"(?:,? | )(?:please|instead|too|as well)$", "", value)
    called = re.fullmatch(r"(?:(?P<np>.+?),? )?(?:called|named|with the name(?: of)?|by the name of|whose name is|who is called|known as) (?P<n>[\"']?(?-i:[A-Z\d])[^,]*?)(?P<rest>,? (?:who|that|which|with) .+)?", value, re.IGNORECASE)  # fmt: skip
    if called and not re.match(r"(?:be|should)\b", called["np"] or ""):
        rest = re.sub(r"^,", "", called["rest"] or "").strip()
        return clean(called["n"]), f"{called['np'] or ''}{' ' + rest if rest else ''}".strip()
    if re.fullmatch(r"[A-Z][\w'-]+(?:, [A-Z][\w'-]+)*,? and [A-Z][\w'-]+", value):
        return value, ""  # "Ada, Tom and Lin"
    parts = re.fullmatch(r"(?P<a>[^,]+), (?P<b>[^,]+(?:,.*)?)", value)
    if parts:
        a, b = parts["a"].strip(), re.sub(r"^(?:(?:who|he|she|it) is |they are )", "", parts["b"].strip())
        if naming.proper(a) and (re.match(r"(?:an?|the|his|her|their|my|your|[a-z][\w]*'s|[A-Z]\w+'s) ", b) or is_living(b)):
            return a, b
        if naming.proper(b) and re.match(r"(?:an?|the) ", a):
            return b, a
    tail = re.fullmatch(r"(?P<np>(?:an?|the) [a-z][\w' -]*?) (?P<n>(?-i:[A-Z])[\w'.]*(?: (?-i:[A-Z])[\w'.]*)*)", value)
    if tail and is_living(tail["np"]):
        return tail["n"], tail["np"]
    if re.match(r"[A-Z]\w*(?: [A-Z]\w*)?['’]s [a-z]", value):
        return "", value
    return (value, "") if naming.proper(value) else ("", value)


def become(draft: Draft, thing: Thing, value: str) -> str | None:
    """Somebody gets a name, a trade or both; a player also man or woman, another kind of being."""
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) (?:in |at |on |the |an? |(?=[A-Z])).+$", "", clean(value))
    value = re.sub(r" not an? .+$", "", value)
    name, what = name_and_role(value)
    if (two := re.fullmatch(r"(?:[a-z]+(?: and [a-z]+)?), (?P<np>an? .+)", what)) and not name:
        what = value = two["np"]
    if thing.kind == "player":
        if gender := gender_of(value if not name else what):
            first = [call(draft, thing, name)] if name else []
            again = naming.find(draft.world, "the player") or thing
            return "; ".join([*first, gendered(draft, again, gender)])
        if name and what:
            return _player_named(draft, thing, name, what)
        if not name and _kind_only(what):
            return _species(draft, thing, what)
        return None
    if thing.kind in ("person", "foe"):
        if not name and (gender := gender_of(what)) and not (thing.kind == "person" and _told_more(what)):
            return gendered(draft, thing, gender)
        if name and what:
            told = call(draft, thing, name)
            same = naming.find(draft.world, name, (thing.kind,)) or naming.find(draft.world, name, ("person", "foe"))
            if same is None:
                return told
            told = re.sub(r" everywhere$", "", told)
            return f"{told}; {_made(draft, same, what)}"
        if (
            not name
            and naming.proper(thing.name)
            and re.match(r"(?:(?:an?|the|his|her|their) |[\w]+['’]s )", what)
            and thing.kind == "person"
        ):
            return _made(draft, thing, what)
    return None


def _told_more(what: str) -> bool:
    """Whether more is said than man or woman: "an old woman"."""
    return bool(re.match(r"(?:an?|the) (?:[a-z]+ )+[a-z]+$", what)) and not re.match(r"(?:an?|the) (?:young )?(?:fe)?male\b", what)


def _made(draft: Draft, thing: Thing, what: str) -> str:
    """ "Marta is now an old woman who mends nets", in lower case inside a reply."""
    if thing.kind == "foe":
        for state in draft.states.values():
            first = re.search(rf"\b{re.escape(thing.name)}\b(?!, )", state["base"])
            if first and "ending" not in state:
                state["base"] = f"{state['base'][: first.end()]}, {pictorial(what)},{state['base'][first.end() :]}"
                draft.subject = thing
                return f"{capital(thing.name)} is now {what}"
    said = role(draft, thing, pictorial(what))
    if gender := gender_of(what):
        pronouns_agree(draft, thing, gender)
    draft.subject = thing
    return said


def _kind_only(what: str) -> bool:
    bare = re.sub(r"^(?:an?|the|some) ", "", what)
    return bool(bare) and len(bare.split()) < 5 and is_living(bare) and bool(re.match(r"(?:an?|the) ", what) or len(bare.split()) == 1)


def _player_named(draft: Draft, thing: Thing, name: str, what: str) -> str:
    """ "Finn, the keeper's son": the name everywhere, what they are where they are first seen."""
    told = call(draft, thing, name)
    start = draft.states[draft.world["entrance"]["state"]]
    what = re.sub(r"^an? ", lambda one: one[0], what)
    if not re.match(r"(?:an?|the|his|her|their|[\w]+['’]s) ", what) and " and " not in what:
        what = article(what)
    found = re.search(rf"\b{re.escape(name)}\b(?!, (?:an?|the) )(?P<c>,?)", start["base"])
    if found:
        start["base"] = f"{start['base'][: found.start()]}{name}, {what},{start['base'][found.end() :]}"
    for part in ("description",):
        if isinstance(draft.world.get(part), str):
            draft.world[part] = re.sub(rf"\b{re.escape(name)}\b", f"{name}, {what},", draft.world[part], count=1)
    if gender := gender_of(what.split()[-1]) or next(
        ("she" if female == what.split()[-1] else "he" for female, male in PAIRS if what.split()[-1] in (female, male)), ""
    ):
        player_moves(draft, gender)
    return f"{told}, {what}"


def _species(draft: Draft, thing: Thing, what: str) -> str | None:
    """ "Pip should be a mouse" of "Pip the small hedgehog": the noun of the kind gives way, the name stays."""
    bare = re.sub(r"^(?:an?|the) ", "", what)
    head = bare.split()[-1]
    name = thing.name.split()[0]
    if not naming.proper(thing.name) or name.lower() in ("the", "a", "an"):
        return None
    understood = re.search(rf"{re.escape(name)} the (?P<rest>[a-z][\w' -]*)$", thing.name)
    if understood:
        old_head = understood["rest"].split()[-1]
        new = bare if len(bare.split()) > 1 else " ".join([*understood["rest"].split()[:-1], head])

        def change(text: str) -> str:
            made = text.replace(understood["rest"], new)
            return articles(re.sub(rf"\b{re.escape(old_head)}\b", head, made))

        draft.world = renaming.told_everywhere(draft.world, change)
        return f"{name} is now {article(new)}"
    if len(thing.name.split()) > 3:
        return None
    start = draft.states[draft.world["entrance"]["state"]]
    described = re.search(rf"\b{re.escape(thing.name)}\b,? ?", start["base"])
    if described:
        start["base"] = f"{start['base'][: described.start()]}{thing.name}, {article(bare)}, {start['base'][described.end() :]}".replace(
            ", , ", ", "
        )
    draft.world["subject"] = f"{thing.name}, {article(bare)}"
    kind = classify(main_noun(bare))[1]
    for state in draft.states.values():
        if kind in ("quadruped",) and "movement" in state:
            state["movement"] = {"static": f"{thing.name} stands still, ears moving.", "dynamic": f"{thing.name} pads ahead, nose low."}
    return f"{thing.name} is now {article(bare)}"


def named(draft: Draft, match: re.Match[str]) -> str | None:
    """Somebody is somebody else: "replace Detective Ruiz with a nun, Sister Agnes", "Old Jonas should be an old woman called Marta"."""
    target, value = clean(match["t"]), clean(match["v"])
    if re.search(r"\b(?:ending|choice|button|option|mission|objective|title|world|game|story|narration|text)\b", target, re.IGNORECASE):
        return None
    if re.match(r"(?:in|at|on|called|named|behind|under|next|able|open|locked|hidden|there|over|gone|more|less)\b", value):
        return None
    value = re.sub(r",? (?:and )?(?:instead of|rather than|in place of) .+$", "", value)
    name, what = name_and_role(value)
    thing = _meant(draft, target, name)
    if thing is None and (other := re.search(r",? (?:instead of|rather than|in place of) (?P<x>.+)$", clean(match["v"]))):
        thing = naming.find(draft.world, other["x"], ("person", "foe"))
    if thing is None:
        return None
    if thing.kind == "player" and re.fullmatch(
        r"(?:an? )?(?:old|young|little|shy|brave|kind|small|tall|big)? ?(?:person|character|player)", what
    ):
        return None
    return become(draft, thing, value)


def _meant(draft: Draft, target: str, name: str) -> Thing | None:
    """Who is meant: of a role that fits the player and another, the player where the premise gives the player that name."""
    told = str(draft.world.get("description", ""))
    bare = re.sub(r"^(?:the|an?|our|my) ", "", target, flags=re.IGNORECASE)
    if name and re.search(rf"\b{re.escape(bare)} {re.escape(name)}\b", told, re.IGNORECASE):
        return naming.find(draft.world, "the player")
    return naming.find(draft.world, target, ("person", "foe", "player"))


def name_only(draft: Draft, match: re.Match[str]) -> str | None:
    """ "rename the detective to Vic Malone" where the premise calls the player so."""
    name = clean(match["v"])
    thing = _meant(draft, clean(match["t"]), name)
    return call(draft, thing, name) if thing is not None and thing.kind == "player" and naming.proper(name) else None
