"""Wishes about who or what bars a way."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.wishes.gates import dropped, going, hinted
from makebelieve.worlds.edits.wishes.inventory import phrase_of
from makebelieve.worlds.edits.wishes.names import call
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.items import Item
from makebelieve.worlds.generation.morphology import article, is_plural

Event = dict[str, Any]
_SUBJECT: Final = re.compile(
    r"^(?P<s>.+?) (?P<v>guards?|bars?|sits?|sleeps?|stands?|lies?|lie|hangs?|waits?|keeps?|blocks?|looks?|asks?|wants?|demands?|watch(?:es)?|seals?|closes?|covers?|pins?|leads?|splits?|breaks?|fills?|compare|wave|hold|holds|shows?|dress|are|is|has|have)\b(?P<rest>.*)$"
)


def guard(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the doorkeeper should be a retina scanner that wants a dead officer's eye"."""
    if naming.find(draft.world, clean(match["t"]), ("person", "foe", "player", "item", "goal", "place"), loose=False):
        return None
    if re.fullmatch(r"(?:it|this|that|there|they|them|everything|he|she)\b.*", clean(match["t"]), re.IGNORECASE) or re.search(r"\b(?:ending|end|if|when|choice|weather|story|game|world)\b", f"{match['t']} {match['v']}"):  # fmt: skip
        return None
    event = referents.gate(draft.world, clean(match["t"]), guard=True)
    at_ = referents.barred(draft.world, event) if event else None
    if event is None or at_ is None:
        return None
    value = clean(match["v"])
    value = re.sub(r"^(?:be )?(?:(?:replaced|guarded|blocked|watched|barred|kept|protected) (?:by|with) )?", "", value)
    wants = re.fullmatch(
        r"(?P<np>.+?),? (?:that|which|who|and (?:it|he|she)) (?:only )?(?:wants?|eats?|likes?|accepts?|needs?|asks? for|demands?|takes?|requires?|is after|lets you (?:in|past|through) for|opens? (?:with|for)|should (?:want|need|ask for)) (?P<i>.+)", value, re.IGNORECASE
    )  # fmt: skip
    new = wants["np"] if wants else value
    new = new if re.match(r"(?:an?|the|some|two|three|[A-Z]) ?", new) else article(new)
    if len(new.split()) > 9 or not re.match(r"(?:an?|the|some|two|three|somebody|someone|something|[A-Z])", new):
        return None
    key, number = at_
    old = sentences(draft.states[key]["base"])[number]
    parts = _SUBJECT.match(old)
    to = going(draft, event)
    if parts is None or re.search(r"\b(?:way|path|steps|floor)\b", parts["s"]):
        line = sentence(f"{new} {'bar' if is_plural(new) else 'bars'} the way to {to}")
        head = ""
    else:
        verb, rest = parts["v"], parts["rest"]
        if classify(new.split()[-1].lower())[0] not in ("person", "creature", "group", "robot") and verb in (
            "sleeps",
            "sits",
            "stands",
            "looks",
            "lies",
            "watches",
        ):
            verb, rest = "bars", f" the way to {to}"
        if is_plural(new):
            verb = lemma(verb, "verb") or verb
        rest = (
            re.sub(
                r",? (?:with (?:its|his|her|their) [\w ]+|chin on paws|nose at work|and follows every movement with its eyes)$",
                "",
                rest.rstrip("."),
            )
            + "."
        )
        line = sentence(f"{pictorial(new)} {verb}{rest.rstrip('.')}")
        head = parts["s"]
    for state in [draft.states[key], *draft.states[key].get("variants", [])]:
        state["base"] = " ".join(
            line
            if one == old or (state is not draft.states[key] and re.sub(r"^the ", "", to).lower() in one.lower() and number and one == old)
            else one
            for one in sentences(state["base"])
        )
    bare = re.sub(r"^(?:an?|the|some) ", "", new)
    stand_in = f"the {bare}" if not naming.proper(new) else new
    for part in ("base", "narration", "lockedHint"):
        if event.get(part):
            event[part] = re.sub(
                r"\b[Tt]he guardian\b|\b[Tt]he one who kept the way\b",
                lambda m: capital(stand_in) if m[0][0] == "T" else stand_in,
                event[part],
            )
            if head and len(naming.words(head)) > 0:
                event[part] = re.sub(
                    rf"\b(?:the|an?) {re.escape(re.sub(r'^(?:an?|the) ', '', head, flags=re.IGNORECASE))}\b",
                    stand_in,
                    event[part],
                    flags=re.IGNORECASE,
                )
    _retold(draft, event, new, stand_in)
    draft.subject = None
    told = f"{capital(new)} now bars the way to {to}" if not is_plural(new) else f"{capital(new)} now bar the way to {to}"
    if wants:
        told += "; " + (_asks(draft, event, clean(wants["i"])) or "")
    return told.rstrip("; ")


def _sort(new: str, phrase: str) -> str | None:
    """The kind of gate that what bars a way makes of it; None where it stays of its kind."""
    bare = re.sub(r"^(?:an?|the|some|two|three) ", "", new).lower()
    head = re.split(r" (?:with|of|in|on|who|that|which) ", bare)[0].split()[-1]
    if re.search(r"\b(?:door|gate|hatch|grille|portcullis|padlock|lock|chest)\b", bare):
        return "key" if re.search(r"\b(?:key|card|ring)\b", phrase) else "tool"
    if re.search(r"\b(?:scanner|turnstile|desk|counter|booth|camera|sensor|checkpoint)\b", bare):
        return "pass"
    if re.search(r"\b(?:keypad|riddle|puzzle|panel|dial|sphinx)\b", bare):
        return "code"
    if re.search(r"\b(?:river|gap|chasm|pit|drop|cliff|abyss|hole|moat|ditch)\b", bare):
        return "rope"
    if re.search(r"\b(?:boards?|rubble|rocks?|wall|thorns?|web|vines?|ice|snowdrift|fence|bars)\b", bare):
        return "tool"
    sort = classify(lemma(head, "noun") or head)[0]
    return "food" if sort == "creature" else "pass" if sort in ("person", "robot", "group") else None


def _retold(draft: Draft, event: Event, new: str, stand_in: str) -> None:
    """What is done at a way that somebody or something else bars is told as it fits them."""
    to = referents.leads(draft.world, event)
    flags = [one for one in event.get("requires", []) if one.startswith("has_")]
    if to not in draft.builder.place_of or len(flags) != 1:
        return
    phrase = phrase_of(draft, flags[0])
    slot = _sort(new, phrase)
    if slot is None or slot not in tables.read("gates"):
        return
    builder, row = draft.builder, tables.read("gates")[slot]
    here, there = builder.place_of[event["from"][0]], builder.place_of[to]
    words = builder._gate_words(Item(slot, phrase, flags[0]), there)
    marks = f"here_{here.air}"
    event["label"] = capital(builder.scenery.label(builder.scenery.pick(row.items("label"), "gate label", there, marks), **words))
    event["base"] = builder.scenery.pixels(builder.scenery.pick(row.items("use"), "use", there, marks), **words)
    event["narration"] = builder.scenery.narrate(builder.scenery.pick(row.items("tell"), "tell", there, marks), **words)
    event["lockedHint"] = builder.scenery.narrate(builder.scenery.pick(row.items("hint"), "hint", there, marks), **words)
    for part in ("label", "base", "narration", "lockedHint"):
        event[part] = re.sub(r"\b[Tt]he guardian\b", lambda one: capital(stand_in) if one[0][0] == "T" else stand_in, event[part])


def _asks(draft: Draft, event: Event, wanted: str) -> str:
    """What opens a way is another thing."""
    old = next((one for one in event.get("requires", []) if one.startswith("has_")), None)
    thing = next((one for one in naming.things(draft.world) if one.kind == "item" and one.id == old), None)
    if thing is None:
        return ""
    other = naming.find(draft.world, wanted, ("item",), loose=False)
    if other is not None and other.id != thing.id:
        event["requires"] = [other.id if one == old else one for one in event["requires"]]
        hinted(draft, event)
        dropped(draft, thing.id)
        return f"it takes {other.name}"
    draft.subject = None
    new = re.sub(r"^an? ", "the ", wanted)
    call(draft, thing, new)
    return f"{thing.name} is now {new} everywhere"
