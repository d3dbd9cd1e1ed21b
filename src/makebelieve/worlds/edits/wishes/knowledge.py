"""Wishes about what somebody knows and can tell, and what is told on arrival."""

from __future__ import annotations

import re

from makebelieve.language import tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant
from makebelieve.worlds.edits.wishes.conversations import somebody, talk_begun
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.english import capital, sentence


def knows(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Doc Minsky should know that Ruiz takes bribes": one thing more that somebody can tell."""
    thing = somebody(draft, clean(match["t"]))
    fact = clean(match["v"])
    fact = re.sub(
        r",? (?:and|but) (?:should )?(?:tell|say|answer|admit|share|reveal)s? (?:it |that |so |you |this )*(?:if|when|once|only if)? ?.*$",
        "",
        fact,
    )
    fact = re.sub(r",? (?:if|when) (?:you|asked|one|the player)(?: asks?| ask (?:him|her|them|it)| want)?$", "", fact)
    fact = re.sub(r" before (?:you|the player|one) .+$", "", fact)
    if thing is None or len(fact.split()) < 3:
        return None
    event = talk_begun(draft, thing)
    line = sentence(capital(_stated(draft, fact, thing.name)))
    event["terminal"].setdefault("facts", []).append({"text": line})
    draft.subject = thing
    return f"{capital(thing.name)} can now tell, if asked: {line}"


def _stated(draft: Draft, fact: str, who: str = "Otto") -> str:
    """What somebody knows as a statement: "where the key is" -> "The key is found in the hall"."""
    asked = re.match(
        r"(?:about|of|where(?: to find)?|how to (?:get|come) (?:in)?to|what|who|how to find) (?P<np>.+?)(?: (?:is|are|lies|hides|can be found|lives|looks like))?$",
        fact,
    )
    if asked is not None and (about := naming.find(draft.world, asked["np"])) is not None:
        return _told_of(draft, about)
    if re.fullmatch(
        r"(?:about |where )?(?:the|a) (?:way|path|exit|road|door)(?: out)?(?: is)?|how to (?:get|find a way|find the way|come|go|escape)(?: out)?",
        fact,
    ):
        return f"the way out is {at(draft, naming.last_place(draft.world))}"
    if found := re.match(r"(?:about|of) (?P<np>.+)", fact):
        return f"{found['np']}: that is a long story, and only half of it is known here"
    if re.match(r"(?:where|who|why|how|what|when)\b", fact):
        raise Meant(
            f"What exactly is to be told there ({fact})? Say it in your own words, for example: {who} should say that nobody has seen it since Sunday."
        )
    if not any(one.tag in ("V", "VS", "X", "M") for one in tag(tokenise(fact))):
        if (about := naming.find(draft.world, fact)) is not None:
            return _told_of(draft, about)
        raise Meant(f'What exactly is {who} to tell of {fact}? Say for example: {who} should say "Look behind the door."')
    return re.sub(r"^that ", "", fact)


def _told_of(draft: Draft, thing: Thing) -> str:
    """What is true of something, as somebody may tell it."""
    if thing.kind == "item":
        event = next((one for one in draft.events if thing.id in one.get("grants", [])), None)
        if event is not None:
            hold = str(event.get("anchor", {}).get("label", ""))
            person = "person" in event.get("anchor", {}).get("aliases", ())
            return (
                f"{thing.name} can be had from {hold} {at(draft, event['from'][0])}"
                if person
                else f"whoever looks for {thing.name} should try the {hold} {at(draft, event['from'][0])}"
            )
    if thing.kind == "place":
        doors = [
            one
            for one in draft.events
            if one.get("to") == thing.id and not str(one.get("label", "")).startswith(("Go back", "Return", "Turn back"))
        ]
        if doors:
            need = [one.removeprefix("has_").replace("_", " ") for one in doors[0].get("requires", []) if one.startswith("has_")]
            return f"one gets to {thing.name} from {draft.builder.place_of[doors[0]['from'][0]].name}" + (
                f", and it takes the {need[0]}" if need else ""
            )
    if thing.kind == "foe":
        where = [key for key, one in draft.states.items() if re.sub(r"^the ", "", thing.name) in one["base"] and "ending" not in one]
        return f"beware of {thing.name}" + (f": {at(draft, where[0])} it is not safe" if where else "")
    if thing.kind == "person":
        return f"{thing.name} is {where_seen(draft, thing)}, and worth a question"
    return f"all this is about {thing.name}"


def hint_at(draft: Draft, match: re.Match[str]) -> str | None:
    """ "give me a hint about the locker key at the beginning": told on arrival."""
    thing = naming.find(draft.world, clean(match["np"]))
    where = match.groupdict().get("t")
    if thing is None:
        return None
    key = draft.world["entrance"]["state"]
    if where and not re.fullmatch(r"(?:the )?(?:start|beginning|very beginning|opening|first (?:room|scene|place))", where):
        place = naming.find(draft.world, where, ("place",))
        if place is None:
            return None
        key = place.id
    line = sentence(capital(_told_of(draft, thing)))
    draft.states[key]["narration"] = f"{draft.states[key].get('narration', '').rstrip()} {line}".strip()
    return f"{at(draft, key)[:1].upper()}{at(draft, key)[1:]} it now says: {line}"


def if_shown(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Vesper should confess if you show her the receipt": told only to somebody who holds it."""
    thing = somebody(draft, clean(match["t"]))
    what = re.sub(r"^(?:that )", "", clean(match["v"]))
    shown = clean(match["np"])
    item = naming.find(draft.world, shown, ("item",))
    flag = item.id if item is not None else None
    if flag is None:
        said = set(naming.words(shown))
        event_ = next(
            (
                one
                for one in draft.events
                if one.get("grants") and said and said <= set(naming.words(f"{one.get('base', '')} {one.get('narration', '')}"))
            ),
            None,
        )
        flag = event_["grants"][0] if event_ else None
    if thing is None or flag is None:
        return None
    line = {
        "confess": f"Yes. It was me, says {thing.name} at last, and looks at {shown}.",
        "talk": f"{capital(thing.name)} looks at {shown} for a long time, and begins to talk.",
    }.get(what.split()[0], "")
    line = line or sentence(capital(re.sub(r"^(?:confess|admit|tell you|say|reveal|explain)(?: that)? ", "", what)))
    event = talk_begun(draft, thing)
    event["terminal"].setdefault("facts", []).append({"text": line, "requires": [flag]})
    draft.subject = thing
    return f"{capital(thing.name)} now says, to somebody who has {shown}: {line}"


def where_seen(draft: Draft, thing: Thing) -> str:
    return at(draft, next(one for one in seen_at(draft, thing) if "ending" not in draft.states[one]))
