"""Wishes about things that are seen: put into the prose of places, made to do or be something, taken out of it."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, tag, tokenise
from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun, taken
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at, scope
from makebelieve.worlds.edits.wishes.phrases import EVENT, NOT_THINGS, clean, is_living
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural


def seen_there(draft: Draft, key: str, what: str) -> str:
    """Composes a thing into the prose of a place; the phrase it is told by."""
    what = re.sub(r" (?:everywhere|all over(?: the place)?|all around|all over it)$", "", pictorial(clean(what)))
    if (many_ := re.fullmatch(r"an? ((?:[a-z]+ )?[a-z]+s)", what)) and is_plural(many_[1]):
        what = many_[1]  # "a cobwebs"
    phrase = (
        what
        if re.match(r"(?:an?|the|some|two|three|four|five|six|many|several|lots of|a few|\d+) ", what, re.IGNORECASE)
        or naming.many(what)
        or naming.proper(what)
        else taken(what)
    )
    phrase = re.sub(r"^(?:lots of|a lot of) ", "many ", phrase)
    many = naming.many(phrase)
    builder, state = draft.builder, draft.states[key]
    frame = builder.chance.fresh(_FRAMES, "mention")
    if many:
        builder.scenery.plurals.add("thing")
    line = builder.scenery.parted(frame, builder.place_of[key], thing=phrase, thingcap=capital(phrase))
    builder.scenery.plurals.discard("thing")
    made = f"{state['base'].rstrip()} {line}"
    if len(prompt_of({**state, "base": made})) > max(PROMPT_BUDGET, len(prompt_of(state))):
        raise Unsure(f"The text {at(draft, key)} is full. Shall I shorten it first, or in which other place shall there be {phrase}?")
    state["base"] = made
    draft.subject = Thing("place", key, builder.place_of[key].name)
    return phrase


_FRAMES: Final = (
    "beside {part}, plain to see, <thing:is> {thing}", "close to {part} <thing:is> {thing}", "next to {part} the eye goes to {thing}",
    "between {part} and {other} <thing:is> {thing}", "a step from {part} <thing:is> {thing}", "in front of {part} <thing:is> {thing}",
)  # fmt: skip
"""Ways of telling that something is seen: of any thing."""


def scenery(draft: Draft, match: re.Match[str]) -> str | None:
    """ "put a vending machine in the cabin": it is seen there; "hidden", "to find": it is found and kept."""
    what, where = clean(match["np"]), match.groupdict().get("t")
    if NOT_THINGS.search(what) or not what or len(what.split()) > 12 or is_living(what):
        return None
    if not where:
        if not re.match(r"(?:an?|some|two|three|four|five|several|many|lots of|another) ", what, re.IGNORECASE) and not naming.many(what):
            return None
        head = main_noun(re.sub(r"^\w+ ", "", what))
        if classify(head)[0] in ("", "abstract"):
            return None
        if EVENT.search(what):
            raise Unsure(f"In which place shall there be {what}: {list_places(draft)}? Say for example: put {what} in {_first(draft)}.")
        raise Unsure(
            f"In which place shall there be {what}: {list_places(draft)}? Say too if it shall be found and kept, or only seen. Say for example: put {what} in {_first(draft)}, or: hide {what} in {_first(draft)}."
        )
    keys = scope(draft, re.sub(r"^(?:under|below|beside|by|near|behind|next to|in front of|inside|on top of) ", "", where))
    if keys is None:
        return None
    keys = keys if len(keys) < len(draft.states) else [key for key in keys if "ending" not in draft.states[key]]
    phrase = ""
    done = []
    for key in keys[:1] if len(keys) == 2 and keys[1].startswith(keys[0]) else keys:
        try:
            if re.search(r" \w+ing\b", what) and (line := _doing(draft, key, what)):
                draft.builder.feature(key, line)
                phrase = what
                draft.subject = Thing("place", key, draft.builder.place_of[key].name)
            else:
                phrase = seen_there(draft, key, what)
            done.append(key)
        except Unsure:
            if len(keys) == 1:
                raise
    return (
        f"There {'are' if naming.many(phrase) else 'is'} now {phrase} {'everywhere' if len(done) > 4 else naming.listed([at(draft, key) for key in done])}"
        if done
        else None
    )


def _first(draft: Draft) -> str:
    return draft.builder.place_of[str(draft.world["entrance"]["state"])].name


def _doing(draft: Draft, key: str, what: str) -> str:
    """ "a crowd cheering" as a sentence."""
    from makebelieve.worlds.edits.wishes.scenes import told_as

    return told_as(draft, key, what)


def everywhere(draft: Draft, what: str) -> str | None:
    """Something is seen in every place."""
    head_ = main_noun(re.sub(r"^\w+ ", "", what))
    if NOT_THINGS.search(what) or classify(head_)[0] in ("", "abstract", "act", "event"):
        return None
    phrase = ""
    for key in [key for key, state in draft.states.items() if "ending" not in state]:
        try:
            phrase = seen_there(draft, key, clean(what))
        except Unsure:
            continue
    return f"There {'are' if naming.many(phrase) else 'is'} now {phrase} in every place" if phrase else None


def thing_gone(draft: Draft, phrase: str) -> str | None:
    """What is only seen is no longer spoken of."""
    said = re.sub(r"^(?:the|that|those|all|any|every) ", "", clean(phrase), flags=re.IGNORECASE)
    where = re.fullmatch(r"(?P<np>.+?) (?:in|at|on|from) (?:the )?(?P<t>.+)", said)
    place = naming.find(draft.world, where["t"], ("place",)) if where else None
    np = where["np"] if where and place else said
    keys = [key for key in naming.sightings(draft.world, np) if place is None or key == place.id]
    if not keys:
        return None
    plain = np.split()[-1].removesuffix("s")
    head = re.compile(rf"\b{re.escape(plain)}(?:e?s)?\b", re.IGNORECASE)
    ends = [key for key, state in draft.states.items() if place is None and "ending" in state and head.search(state["base"])]
    for key in [*keys, *ends]:
        _not_told(draft.states[key], draft, key, head)
        for event in draft.events:
            if key in event["from"]:
                _not_told(event, draft, key, head)
    if any(head.search(draft.states[key]["base"]) for key in keys):
        return None
    return f"There {'are' if naming.many(np) else 'is'} no {np} any more {naming.listed([at(draft, key) for key in keys])}"


_NEAR: Final = r"(?:by|beside|near|behind|beyond|past|against|close to|next to|in front of|this side of|the far side of|above|below|around|outside|between) (?:the |an? )?"


def _not_told(texts: dict[str, Any], draft: Draft, key: str, head: re.Pattern[str]) -> None:
    """Something is left out of the texts of a state or an event: where it only tells where another thing is, a thing that stays does so."""
    rest = next(
        (one for one in draft.builder.place_of[key].parts if not head.search(one) and one.lower() in draft.states[key]["base"].lower()),
        "",
    )
    near = re.compile(rf"\b(?P<near>{_NEAR})(?:(?!the\b)[a-z-]+ ){{0,2}}?{head.pattern}", re.IGNORECASE)
    for name in ("base", "narration"):
        if not head.search(texts.get(name, "")):
            continue
        told = sentences(texts[name])
        if rest:
            told = [
                near.sub(lambda one: re.sub(r"(?:the |an? )$", "", one["near"]) + rest, line) if line.count(rest) == 0 else line
                for line in told
            ]
        kept = [line for number, line in enumerate(told) if not head.search(line) or (number == 0 and len(told) == 1)]
        texts[name] = " ".join(kept)
    if texts.get("ambient"):
        texts["ambient"] = [one for one in texts["ambient"] if not head.search(one)]
    for variant in texts.get("variants", ()):
        _not_told(variant, draft, key, head)


def glow(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the crate glow": a thing that is seen somewhere does or is something."""
    np, does = clean(match["t"]), clean(match["v"])
    bare = re.sub(r"^(?:the|that|an?|my) ", "", np, flags=re.IGNORECASE)
    if (
        re.fullmatch(r"(?:longer|shorter|harder|easier|better|nicer|\w+er|win|lose|happen|work|fun)", does)
        or len(does.split()) > 4
        or NOT_THINGS.search(bare)
    ):
        return None
    if re.search(r"^(?:it|this|that|they|them|every|all|each)\b|[\"']| (?:in|of|the|a|an|to|out|come|comes|be)$", np) or any(
        one.tag in ("V", "X", "S") for one in tag(tokenise(np))[1:]
    ):
        return None
    place = naming.find(draft.world, np, ("place",), loose=False)
    keys = [place.id] if place else naming.sightings(draft.world, bare)
    own = naming.find(draft.world, np, ("person", "goal", "item"), loose=False)
    if not keys and own is None:
        return None
    said_as = own.name if own is not None and not place else f"the {bare}"
    if re.match(r"(?:an?|the|in|on|at|to|by|with|near|behind|from) ", does):
        return None
    if len(keys) > 3:
        raise Unsure(
            f"{capital(np)} is seen in {len(keys)} places. In which of them shall that be: {naming.listed([at(draft, key) for key in keys], 'or')}?"
        )
    if not keys:
        keys = (
            [key for key, one in draft.states.items() if re.sub(r"^the ", "", own.name) in one["base"] and "ending" not in one][:2]
            if own
            else []
        )
    if not keys:
        raise Unsure(f"{capital(np)} is not seen in any place yet. In which place shall it be: {list_places(draft)}?")
    verb = re.sub(r"^(?:be |to |look |more )+", "", does)
    many = naming.many(f"the {bare}")
    acts = (
        not re.search(r"(?:y|ed|ful|ous|ish|ic|en|al|ive|able)$", verb.split()[0])
        and classify(verb.split()[0])[0] in ("", "abstract", "act", "event")
        and verb.split()[0]
        not in (
            "red",
            "blue",
            "green",
            "black",
            "white",
            "gold",
            "pink",
            "yellow",
            "bigger",
            "smaller",
            "big",
            "small",
            "huge",
            "tiny",
            "old",
            "new",
        )
    )
    said = (verb if many else third(verb)) if acts else f"{'are' if many else 'is'} {verb}"
    for key in keys:
        draft.builder.feature(key, sentence(f"{said_as} {said}"))
    return f"{capital(said_as)} now {said} {naming.listed([at(draft, key) for key in keys])}"
