"""Wishes about who somebody is: a name with a trade, another kind of being, man or woman, two who change places, who did it."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, thing_from_phrase
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes.names import call, role
from makebelieve.worlds.edits.wishes.phrases import clean, is_living
from makebelieve.worlds.generation.english import capital, pictorial
from makebelieve.worlds.generation.morphology import article, articles, plural_verb

_PAIRS: Final = (
    ("daughter", "son"), ("girl", "boy"), ("woman", "man"), ("witch", "wizard"), ("queen", "king"), ("princess", "prince"), ("sister", "brother"), ("mother", "father"), ("wife", "husband"), ("lady", "lord"),
    ("waitress", "waiter"), ("actress", "actor"), ("nun", "monk"), ("priestess", "priest"), ("heroine", "hero"), ("grandmother", "grandfather"), ("granddaughter", "grandson"), ("aunt", "uncle"), ("bride", "groom"),
    ("headmistress", "headmaster"), ("stewardess", "steward"), ("duchess", "duke"), ("countess", "count"), ("empress", "emperor"), ("goddess", "god"), ("niece", "nephew"), ("widow", "widower"), ("sorceress", "sorcerer"),
    ("fisherwoman", "fisherman"), ("policewoman", "policeman"), ("businesswoman", "businessman"), ("cowgirl", "cowboy"), ("schoolgirl", "schoolboy"), ("mistress", "master"), ("landlady", "landlord"), ("hen", "cock"), ("cow", "bull"), ("gal", "guy"),
)  # fmt: skip
_FEMALE: Final = frozenset(("girl", "woman", "female", "lady", "she", "gal", "heroine", "queen", "princess"))
_MALE: Final = frozenset(("boy", "man", "male", "guy", "he", "gentleman", "lad", "king", "prince"))
_SHE: Final = {"she": ("she", "her", "her"), "he": ("he", "him", "his")}


def name_and_role(value: str) -> tuple[str, str]:
    """ "a nun, Sister Agnes" -> ("Sister Agnes", "a nun"); "HELIOS, the lying AI", "an old woman called Marta, who mends nets"."""
    value = clean(re.sub(r"^(?:be |become )", "", value))
    value = re.sub(r"(?:,? | )(?:please|instead|too|as well)$", "", value)
    called = re.fullmatch(r"(?:(?P<np>.+?),? )?(?:called|named|with the name(?: of)?|by the name of|whose name is|who is called|known as) (?P<n>[\"']?(?-i:[A-Z\d])[^,]*?)(?P<rest>,? (?:who|that|which|with) .+)?", value, re.IGNORECASE)  # fmt: skip
    if called and not re.match(r"(?:be|should)\b", called["np"] or ""):
        rest = re.sub(r"^,", "", called["rest"] or "").strip()
        return clean(called["n"]), f"{called['np'] or ''}{' ' + rest if rest else ''}".strip()
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
        if gender := _gender(value if not name else what):
            first = [call(draft, thing, name)] if name else []
            again = naming.find(draft.world, "the player") or thing
            return "; ".join([*first, gendered(draft, again, gender)])
        if name and what:
            return _player_named(draft, thing, name, what)
        if not name and _kind_only(what):
            return _species(draft, thing, what)
        return None
    if thing.kind in ("person", "foe"):
        if not name and (gender := _gender(what)):
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
    if gender := _gender(what):
        _movements(draft, thing, gender)
    draft.subject = thing
    return said


def _kind_only(what: str) -> bool:
    bare = re.sub(r"^(?:an?|the|some) ", "", what)
    return bool(bare) and len(bare.split()) < 5 and is_living(bare) and bool(re.match(r"(?:an?|the) ", what) or len(bare.split()) == 1)


def _gender(text: str) -> str:
    bare = re.sub(r"^(?:(?:an?|the|be|to be|young|old|little|small) )+", "", text.strip().lower())
    first = bare.split()[0] if bare else ""
    return "she" if first in _FEMALE and len(bare.split()) == 1 else "he" if first in _MALE and len(bare.split()) == 1 else ""


def gendered(draft: Draft, thing: Thing, gender: str) -> str:
    """Somebody is a man or a woman: nouns that say the other give way, and how they move is told so."""
    swaps = {a if gender == "he" else b: b if gender == "he" else a for a, b in _PAIRS}
    head = thing.name.split()[-1].lower()
    told = ""
    if head in swaps:
        new = re.sub(rf"{re.escape(head)}$", swaps[head], thing.name, flags=re.IGNORECASE)
        call(draft, thing, new)
        draft.world = renaming.told_everywhere(draft.world, lambda text: re.sub(rf"\b{re.escape(head)}\b", swaps[head], text))
        told = f"{capital(thing.name)} is now {new} everywhere"
    if thing.kind == "player":
        _moves(draft, gender)
        draft.subject = naming.find(draft.world, "the player") or thing
        return told or f"{capital(thing.name)} is now told as {'a woman' if gender == 'she' else 'a man'}"
    _movements(draft, thing, gender)
    draft.subject = naming.find(draft.world, re.sub(rf"{re.escape(head)}$", swaps.get(head, head), thing.name), ("person", "foe")) or thing
    if not told and thing.kind == "person":
        return role(draft, thing, "a woman" if gender == "she" else "a man")
    return told or f"{capital(thing.name)} is now {'a woman' if gender == 'she' else 'a man'}"


def _moves(draft: Draft, gender: str) -> None:
    """The player's movements are told as hers or his."""
    subject, obj, own = _SHE[gender]

    def change(text: str) -> str:
        made = re.sub(r"\bThey (?P<v>[a-z]+)\b", lambda one: f"{capital(subject)} {_one(one['v'])}", text)
        made = re.sub(r"\bthey (?P<v>[a-z]+)\b", lambda one: f"{subject} {_one(one['v'])}", made)
        made = re.sub(r"\b[Tt]heir\b", lambda one: capital(own) if one[0][0] == "T" else own, made)
        made = re.sub(r"\bthemselves\b", "herself" if gender == "she" else "himself", made)
        made = re.sub(r"\bthem\b", obj, made)
        if gender == "she":
            made = re.sub(r"\b[Hh]e\b", lambda one: "She" if one[0][0] == "H" else "she", made)
            made = re.sub(r"\b[Hh]is\b", lambda one: "Her" if one[0][0] == "H" else "her", made)
            return re.sub(r"\bhimself\b", "herself", re.sub(r"\bhim\b", "her", made))
        made = re.sub(r"\b[Ss]he\b", lambda one: "He" if one[0][0] == "S" else "he", made)
        return re.sub(r"\bherself\b", "himself", re.sub(r"\b[Hh]er\b", lambda one: "His" if one[0][0] == "H" else "his", made))

    for state in draft.states.values():
        if "movement" in state:
            state["movement"] = {key: change(one) for key, one in state["movement"].items()}


def _one(verb: str) -> str:
    from makebelieve.worlds.edits.wishes.endings import third

    return {"are": "is", "have": "has", "do": "does"}.get(verb, third(verb) if plural_verb(third(verb)) == verb else verb)


def _movements(draft: Draft, thing: Thing, gender: str) -> None:
    """Pronouns in what is told of somebody agree."""
    bad, good = ("he", "she") if gender == "she" else ("she", "he")
    pairs = {"he": ("his", "him"), "she": ("her", "her")}
    for event in draft.events:
        if thing.name in str(event.get("label", "")) or thing.name in str(event.get("base", "")):
            for part in ("base", "narration"):
                text = str(event.get(part, ""))
                if text and not re.search(r"\bthey\b", text):
                    text = re.sub(rf"\b{bad}\b", good, text)
                    event[part] = re.sub(rf"\b{pairs[bad][0]}\b", pairs[good][0], text)


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
    if gender := _gender(what.split()[-1]) or next(
        ("she" if female == what.split()[-1] else "he" for female, male in _PAIRS if what.split()[-1] in (female, male)), ""
    ):
        _moves(draft, gender)
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
    kind = classify(thing_from_phrase(bare).noun)[1]
    for state in draft.states.values():
        if kind in ("quadruped",) and "movement" in state:
            state["movement"] = {"static": f"{thing.name} stands still, ears moving.", "dynamic": f"{thing.name} pads ahead, nose low."}
    return f"{thing.name} is now {article(bare)}"


def hero_is(draft: Draft, match: re.Match[str]) -> str | None:
    """ "our hero should be Noor, not Tomas": two change places; or the player is somebody new."""
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) .+$", "", clean(match["v"]))
    player = naming.find(draft.world, "the player")
    if player is None:
        return None
    other = naming.find(draft.world, value, ("person",), loose=False)
    if other is not None:
        return exchanged(draft, player, other)
    if told := become(draft, player, value):
        return told
    from makebelieve.worlds.edits.wishes import identities

    return identities.become(draft, player, value)


def exchanged(draft: Draft, a: Thing, b: Thing) -> str:
    """Two people change places: each is called as the other was."""

    def change(text: str) -> str:
        marked = _swapped(text, a.name, "\x03")
        return _swapped(marked, b.name, a.name).replace("\x03", b.name)

    first = a.name.split()[0]
    short_b = b.name.split()[0]
    # The premise is the author's own words: it stays as it was typed.
    start = draft.world["entrance"]["state"]
    kept = {part: draft.world.get(part) for part in ("description",)}
    told = draft.states[start].get("narration")
    draft.world = renaming.told_everywhere(draft.world, change)
    draft.world |= {part: one for part, one in kept.items() if one is not None}
    if told is not None:
        draft.states[start]["narration"] = told
    draft.world["name"] = re.sub(rf"\b{re.escape(a.name)}\b", b.name, draft.world["name"])
    draft.world["subject"] = b.name if naming.proper(b.name) else re.sub(r"^the ", "", b.name)
    understood = draft.world.get("metadata", {}).get("understood")
    if understood is not None:
        understood["player"] = b.name
    del first, short_b
    draft.subject = None
    return f"The player is now {b.name}; {a.name} is met where {b.name} was"


def _swapped(text: str, old: str, new: str) -> str:
    bare = re.sub(r"^(?:the|an?) ", "", old)
    lead = r"(?:\b(?:the|an?) )?" if bare != old else ""
    return re.sub(
        rf"{lead}\b{re.escape(bare)}\b",
        lambda one: capital(new) if one[0][:1].isupper() and new[:1] != "\x03" else new,
        text,
        flags=0 if naming.proper(old) else re.IGNORECASE,
    )


def culprit(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the murderer should be Nurse Calloway instead of Old Mrs. Vesper": clues and accusations tell of the other."""
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) .+$", "", clean(match["v"]))
    guilty = [one for one in draft.events if one.get("grants") == ["done"] and one["kind"] == "transition"]
    people = [one for one in naming.things(draft.world) if one.kind == "person"]
    new = naming.find(draft.world, value, ("person",))
    accusing = [one for one in draft.events if one["kind"] == "transition" and guilty and one["from"] == guilty[0]["from"]]
    old = next((one for one in people for event in guilty if one.name in str(event.get("label", ""))), None)
    if (old is None or len(accusing) < 2) and match[0].lower().startswith(("it ", "change who")):
        return None
    if old is None or len(accusing) < 2:
        raise Unsure("There is nobody to be accused in this story. Who shall do what, and in which place?")
    if new is None:
        named = [one.name for one in people if any(one.name in str(event.get("label", "")) for event in accusing)]
        raise Unsure(f"Nobody called '{value}' can be accused here. Who shall it have been: {naming.listed(named, 'or')}?")
    if new.name == old.name:
        raise Unsure(f"It was {old.name} already. Who else shall it have been?")
    if not any(new.name in str(event.get("label", "")) for event in accusing):
        raise Unsure(
            f"{capital(new.name)} cannot be accused here. Who shall it have been: {naming.listed([one.name for one in people if one.name != old.name], 'or')}?"
        )

    def change(text: str) -> str:
        return _swapped(_swapped(text, new.name, "\x03"), old.name, new.name).replace("\x03", old.name)

    for event in draft.events:
        if event["kind"] == "terminal":
            for fact in event["terminal"].get("facts", []):
                fact["text"] = change(fact["text"])
        elif event in accusing or any(re.match(r"clue|trace|truth", flag) for flag in event.get("grants", [])):
            for part in ("label", "base", "narration"):
                if event.get(part):
                    event[part] = change(str(event[part]))
    for state in draft.states.values():
        if "ending" in state:
            state["base"], state["narration"] = change(state["base"]), change(state.get("narration", ""))
            state["ending"]["subtitle"] = change(state["ending"].get("subtitle", ""))
    draft.subject = new
    return f"It was {new.name} now: the clues and the accusations tell of {new.name} in place of {old.name}"


def villain(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the bad guy should be Vera Lund": who stands in the way and somebody else change places, or somebody new does."""
    foe = next((one for one in naming.things(draft.world) if one.kind == "foe"), None)
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) .+$", "", clean(match["v"]))
    other = naming.find(draft.world, value, ("person",), loose=False)
    if foe is None:
        return None
    if other is None:
        if told := become(draft, foe, value):
            return told
        return call(draft, foe, re.sub(r"^an? ", "the ", value))

    def change(text: str) -> str:
        return _swapped(_swapped(text, foe.name, "\x03"), other.name, foe.name).replace("\x03", other.name)

    draft.world = renaming.told_everywhere(draft.world, change)
    draft.subject = None
    return f"{capital(other.name)} now stands in the way, and {foe.name} is met where {other.name} was"


def accusable(draft: Draft, match: re.Match[str]) -> str | None:
    """ "I would like to be able to accuse Father Dunne": one more whom one may name, wrongly."""
    person = naming.find(draft.world, clean(match["v"]), ("person",))
    losing = [
        one
        for one in draft.events
        if one["kind"] == "transition"
        and re.match(r"(?:Accuse|Name|Point at|Say that it was) ", str(one.get("label", "")))
        and not one.get("grants")
    ]
    if person is None or not losing or any(person.name in str(one.get("label", "")) for one in losing):
        return None
    old = next((one.name for one in naming.things(draft.world) if one.kind == "person" and one.name in str(losing[0]["label"])), None)
    if old is None:
        return None
    model = losing[0]
    fresh = {
        part: (str(one).replace(old, person.name) if part in ("label", "base", "narration") else one)
        for part, one in model.items()
        if part not in ("hotkey", "name", "landWhen")
    }
    fresh["from"] = list(model["from"])
    fresh["name"] = f"accuse_{slug(person.name)}"
    draft.events.append(fresh)
    return f"{capital(person.name)} can now be accused too: '{fresh['label']}'"


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
