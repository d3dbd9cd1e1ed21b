"""What words mean that name no place or person: a choice, what bars a way, a step of a mission, a thing that is seen, a hiding place."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.staging import sentences, shown_name
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.graph import target_of

Event = dict[str, Any]
_NUMBERS: Final = {
    "first": 0, "1st": 0, "one": 0, "1": 0, "second": 1, "2nd": 1, "two": 1, "2": 1, "third": 2, "3rd": 2, "three": 2, "3": 2,
    "fourth": 3, "4th": 3, "four": 3, "4": 3, "fifth": 4, "5th": 4, "five": 4, "5": 4, "last": -1, "final": -1, "main": 0, "side": 1, "other": 1,
}  # fmt: skip
NUMBER: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_IDLE: Final = re.compile(
    r"^(?:sit and rest|stop and listen|look around|look about|catch your breath|watch for a while|wait|keep still|gather your thoughts|take a short rest|rest|stop by|have a look|linger)\b",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"^(?:go back|back to|be off, back|find (?:the|your) way back|make your way back|return|turn back|double back|retrace|head back|make back|leave)\b",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(
    ["the", "a", "an", "to", "of", "in", "on", "at", "into", "up", "down", "with", "for", "from", "you", "your", "player", "one", "that", "this", "it", "when", "if", "choice", "option", "button",
     "action", "where", "which", "who", "go", "by", "and", "be", "do", "is", "are", "should", "can", "try", "choose", "thing", "he", "she", "they", "him", "her", "so", "called", "named", "saying", "says", "label", "text", "get", "straight"]
)  # fmt: skip
_ALIKE: Final = {
    "speak": "talk", "ask": "talk", "question": "talk", "chat": "talk", "accuse": "name", "blame": "name", "point": "name", "say": "name", "search": "look", "check": "look", "examine": "look", "inspect": "look", "open": "look", "feel": "look",
    "shout": "call", "confront": "face", "fight": "face", "attack": "face", "challenge": "face", "rush": "face", "run": "face", "bluff": "face", "gamble": "face", "dare": "face", "fail": "face",
    "make": "finish", "bake": "finish", "complete": "finish", "end": "finish", "sleep": "rest", "wait": "rest", "listen": "rest", "sit": "rest", "linger": "rest",
}  # fmt: skip


def content(text: str) -> list[str]:
    """The words of a text that tell it apart, in their base form; verbs that mean alike are one."""
    made = []
    for one in re.findall(r"[a-z0-9][a-z0-9'’-]*", text.lower().replace("’", "'")):
        bare = re.sub(r"'s?$", "", one)
        if bare in _SMALL:
            continue
        base = lemma(bare, "verb") if bare.endswith(("ing", "ed")) else lemma(bare, "noun") or lemma(bare, "verb")
        made.append(_ALIKE.get(base or bare, base or bare))
    return made


def label_of(event: Event) -> str:
    return str(event.get("label") or event["name"].replace("_", " "))


def idle(event: Event) -> bool:
    """Whether a choice changes nothing: resting, listening."""
    return event["kind"] == "override" and not event.get("grants") and bool(_IDLE.match(label_of(event)))


def leads(world: World, event: Event) -> str | None:
    """The state that a choice leads to, through a cutscene or straight."""
    return target_of(event, world["scene"]["states"], {one["id"]: one for one in world.get("cutscenes", [])})


def ending_choices(world: World, kind: str) -> list[Event]:
    """The choices that lead to endings of a kind, "win" or "lose"."""
    states = world["scene"]["states"]
    return [
        one for one in world["scene"]["events"] if (to := leads(world, one)) in states and states[to].get("ending", {}).get("kind") == kind
    ]


def secrets(world: World) -> list[Event]:
    """What is not offered but noticed."""
    return [one for one in world["scene"]["events"] if one.get("hidden")]


def choice(world: World, phrase: str) -> Event | None:
    """The one choice that some words mean; None where none fits. Raises Unsure between several."""
    events: list[Event] = world["scene"]["events"]
    bare = phrase.strip().strip("\"'“” ").rstrip(".!?,")
    exact = [one for one in events if label_of(one).lower() == bare.lower()]
    if len(exact) == 1:
        return exact[0]
    quoted = re.search(r"[\"'“](?P<q>[^\"“”]{4,}?)[\"'”](?!\w)", phrase)
    if quoted:
        same = [one for one in events if label_of(one).lower() == quoted["q"].strip(" .").lower()] or [
            one for one in events if label_of(one).lower().startswith(quoted["q"].strip(" .").lower())
        ]
        if len(same) == 1:
            return same[0]
    if found := re.fullmatch(
        rf"(?:the )?(?:very )?(?P<n>{NUMBER}) (?:choice|option|button|action)(?: (?:in|at|on|of) (?P<t>.+))?", bare, re.IGNORECASE
    ):
        return _counted(world, found["n"].lower(), found["t"])
    if re.fullmatch(r"(?:the )?(?:winning|final|ending|best) (?:choice|move|action|option)", bare, re.IGNORECASE):
        return _counted(world, "last", None)
    if re.fullmatch(r"(?:pointing at|accusing|naming|blaming|choosing|picking|suspecting) (?:the )?wrong (?:person|one|suspect|man|woman|name)|(?:the |a )?(?:wrong|losing|bad|fatal|deadly|failed|failing) (?:choice|move|action|option|accusation|answer|guess|name|person|suspect)s?", bare, re.IGNORECASE):  # fmt: skip
        losing = ending_choices(world, "lose")
        return losing[0] if losing else None
    said = content(re.sub(r"^(?:the |this |that )?(?:choice|option|button|action|event)\b(?: to| of| that says?| called| named| where (?:you|one))?", "", bare, flags=re.IGNORECASE))  # fmt: skip
    if not said:
        return None
    rated: list[tuple[float, Event]] = []
    for event in events:
        here = content(label_of(event))
        also = set(content(f"{event.get('base', '')} {event.get('narration', '')}")) if len(said) > 1 else set()
        also |= set(content(" ".join(event.get("anchor", {}).get("aliases", ()))))
        to = leads(world, event)
        if to in world["scene"]["states"] and world["scene"]["states"][to].get("ending", {}).get("kind") == "lose":
            also |= {"face"}
        if event["kind"] == "terminal" or "person" in event.get("anchor", {}).get("aliases", ()):
            here = [*here, "talk"]
        hits = sum(1.0 if one in here else 0.55 if one in also else 0.0 for one in set(said))
        if not any(one in here for one in said):
            continue
        score = hits / len(set(said)) + 0.2 * hits / max(1, len(set(here) | set(said)))
        rated.append((score - (0.1 if _BACK.match(label_of(event)) and not _BACK.match(bare) else 0.0), event))
    rated.sort(key=lambda pair: -pair[0])
    if not rated or rated[0][0] < 0.72:
        return None
    best = [event for score, event in rated if score > rated[0][0] - 0.04]
    if len(best) > 1 and len({label_of(one) for one in best}) > 1:
        raise Unsure(f"Which choice do you mean: {naming.listed([repr(label_of(one)) for one in best[:4]], 'or')}?")
    return best[0]


def _counted(world: World, which: str, where: str | None) -> Event | None:
    events: list[Event] = world["scene"]["events"]
    if where:
        place = naming.find(world, where, ("place",))
        some = [one for one in events if place and place.id in one["from"] and not one.get("hidden")]
        at = _NUMBERS[which]
        return some[at] if some and -len(some) <= at < len(some) else None
    if which in ("last", "final"):
        wins = ending_choices(world, "win")
        return next((one for one in wins if not one.get("requires") or "truth" not in one["requires"]), wins[0] if wins else None)
    some = [one for one in events if world["entrance"]["state"] in one["from"] and not one.get("hidden")]
    at = _NUMBERS[which]
    return some[at] if at < len(some) else None


# --- what bars a way -------------------------------------------------------------------------------------------------------------------------


def gates(world: World) -> list[Event]:
    """The ways that ask for something."""
    return [one for one in world["scene"]["events"] if one.get("requires") and one["kind"] == "transition"]


def barred(world: World, event: Event) -> tuple[str, int] | None:
    """State and place among its sentences of the one that tells what bars this way."""
    to = leads(world, event)
    if to is None or to not in world["scene"]["states"] or "ending" in world["scene"]["states"][to]:
        return None
    name = re.sub(r"^the ", "", shown_name(world, to)).lower()
    for key in event["from"]:
        told = sentences(world["scene"]["states"][key]["base"])
        for at in range(len(told) - 1, 0, -1):
            if name in told[at].lower():
                return key, at
    return None


def gate(world: World, phrase: str, *, guard: bool = False) -> Event | None:
    """The barred way that words mean: by where it leads, by who or what bars it, by what it asks for. `guard`: by who bars it only."""
    bare = re.sub(
        r"^(?:the |that |this )?(?:(?:locked |barred )?(?:door|gate|way|path|entrance|lock|passage|entry|obstacle|guard|barrier|requirement|need|puzzle|block)s?) (?:in)?(?:to|of|before|for|in front of|at|on the way to|that guards|with) ",
        "",
        phrase.strip(),
        flags=re.IGNORECASE,
    )
    every = gates(world)
    if there := re.fullmatch(
        r"(?P<np>.+?) (?P<p>before|in front of|on the way to|at the door of|at the entrance of|in|at|on|from) (?P<t>.+)",
        phrase.strip(),
        re.IGNORECASE,
    ):
        spot = _quietly(world, there["t"], ("place",))
        if spot is not None and there["p"].lower() in ("before", "in front of", "on the way to", "at the door of", "at the entrance of"):
            ahead = [one for one in every if leads(world, one) == spot.id]
            if ahead:
                return ahead[0]
        if spot is not None:
            bare = there["np"]
            every = [one for one in every if spot.id in one["from"]] or every
    own = [
        one
        for one in every
        if leads(world, one) in world["scene"]["states"] and "ending" not in world["scene"]["states"][str(leads(world, one))]
    ]
    place = _quietly(world, bare, ("place",)) if not guard else None
    if place is not None:
        here = [one for one in own if leads(world, one) == place.id]
        if here:
            return here[0]
    item = _quietly(world, bare, ("item",)) if not guard else None
    if item is not None:
        here = [one for one in every if item.id in one["requires"]]
        if here:
            return here[0]
    said = set(content(bare)) - {"guard", "guardian", "obstacle", "way", "sleeping", "guarding"} | (set(content(bare)) & {"guardian"})
    best: tuple[float, Event] | None = None
    for event in own:
        at = barred(world, event)
        told = sentences(world["scene"]["states"][at[0]]["base"])[at[1]] if at else ""
        words = set(content(f"{told} {event.get('base', '')}"))
        for word in list(words):
            words |= set(naming.words(word))
        to = str(leads(world, event))
        own_name = set(content(shown_name(world, to)))
        rest = said - own_name
        if not rest & words and not (not rest and re.search(r"\b(?:guard|guardian|obstacle|gate|lock|barrier|door|keeper)\b", phrase)):
            continue
        score = len(said & words) / len(said) if said else 0.0
        if score > 0.55 and (best is None or score > best[0]):
            best = (score, event)
    return best[1] if best else None


def _quietly(world: World, phrase: str, kinds: tuple[str, ...]) -> naming.Thing | None:
    try:
        return naming.find(world, phrase, kinds)
    except Unsure:
        return None


# --- missions --------------------------------------------------------------------------------------------------------------------------------


def mission(world: World, phrase: str) -> dict[str, Any] | None:
    """ "mission 2", "the second mission", "the main mission", "the mission 'Who did it'"."""
    missions: list[dict[str, Any]] = world.get("missions", [])
    text = phrase.lower()
    for one in missions:
        if one["title"].lower().rstrip(".") in text:
            return one
    found = re.search(
        rf"\b(?:mission|quest|goal|task)s? (?:number |no\.? |#)?(?P<a>{NUMBER})\b|\b(?P<b>{NUMBER}) (?:mission|quest|task)\b", text
    )
    if found is None:
        return missions[0] if missions and re.search(r"\b(?:the|main) (?:mission|quest)\b", text) else None
    at = _NUMBERS[found["a"] or found["b"]]
    return missions[at] if -len(missions) <= at < len(missions) else None


def objective(world: World, phrase: str) -> dict[str, Any] | None:
    """A step of a mission: by its place in the order, by its words."""
    steps: list[dict[str, Any]] = [step for one in world.get("missions", []) for step in one["objectives"]]
    text = phrase.strip()
    quoted = re.search(r"[\"'“](?P<q>[^\"“”]{4,}?)[\"'”](?!\w)", text)
    bare = (quoted["q"] if quoted else text).lower().strip(" .")
    for step in steps:
        if step.get("text", "").lower().strip(" .") == bare:
            return step
    found = re.search(
        rf"\b(?P<a>{NUMBER}) (?:mission |quest |main |story )?(?:objective|step|task|goal|aim|todo|point)\b|\b(?:objective|step|task|goal)s? (?:number |no\.? |#)?(?P<b>{NUMBER})\b", text, re.IGNORECASE
    )  # fmt: skip
    if found:
        main: list[dict[str, Any]] = world["missions"][0]["objectives"] if world.get("missions") else []
        at = _NUMBERS[(found["a"] or found["b"]).lower()]
        return main[at] if -len(main) <= at < len(main) else None
    if not quoted and not re.search(r"\b(?:objective|step|mission|quest|task|goal|aim)\b", text, re.IGNORECASE):
        return None
    said = set(
        naming.words(re.sub(r"\b(?:objective|step|mission|quest|task|goal|aim|text|about|where|mentions?|says?|saying)\b", "", bare))
    )
    rated = (
        sorted(((len(said & set(naming.words(one.get("text", "")))) / len(said), -n) for n, one in enumerate(steps)), reverse=True)
        if said
        else []
    )
    return steps[-rated[0][1]] if rated and rated[0][0] > 0.6 else None


# --- things that are seen, hiding places --------------------------------------------------------------------------------------------------------


def sighted(world: World, phrase: str) -> list[tuple[str, str]]:
    """Place and sentence of each that speaks of something: "the goldfish bowl of mints"."""
    said = [one for one in naming.words(phrase) if one not in ("thing", "stuff")]
    made = []
    for key, state in world["scene"]["states"].items():
        for one in sentences(state["base"]):
            if said and set(said) <= set(naming.words(one)):
                made.append((key, one))
    return made


def spot(world: World, phrase: str) -> tuple[str, str] | None:
    """A hiding place that is there already: where it is, and how it is called."""
    bare = re.sub(r"^(?:the|an?|that|this|in|under|behind|inside|on) ", "", phrase.strip(), flags=re.IGNORECASE)
    said = set(naming.words(bare))
    for event in world["scene"]["events"]:
        label = str(event.get("anchor", {}).get("label", ""))
        if label and "person" not in event["anchor"].get("aliases", ()) and said and said <= set(naming.words(label)):
            return event["from"][0], label
    places = {key for key, _ in sighted(world, bare) if "ending" not in world["scene"]["states"][key]}
    return (places.pop(), bare) if len(places) == 1 else None
