"""Which state or event some words mean."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import Any, Final

from makebelieve.language import lemma

World = dict[str, Any]
_EMPTY: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "my",
        "our",
        "event",
        "action",
        "choice",
        "place",
        "state",
        "scene",
        "room",
        "location",
        "of",
        "to",
        "in",
        "at",
        "on",
    ]
)


_ORDINAL: Final = re.compile(r"\W*(?:the )?(first|second|third|fourth|fifth|last) (?:choice|button|option|event|action)\W*", re.IGNORECASE)


_DOING: Final = re.compile(
    r"^(?:talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|ask(?:ing)?|search(?:ing)?|tak(?:e|ing)|us(?:e|ing)|help(?:ing)?) (?:the )?",
    re.IGNORECASE,
)


LOSING: Final = frozenset(["bad", "sad", "losing", "lose", "tragic", "lost", "unhappy", "dark"])
_KINDS: Final = "bad|sad|losing|lose|lost|tragic|unhappy|good|happy|winning|win|best|true|secret"
_OPENING: Final = re.compile(
    r"(?:the )?(?:(?:opening|first|starting) (?:scene|place|room|location|text|description)|opening|beginning|start|intro(?:duction)?)",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(rf"(?:the )?(?P<kind>{_KINDS}) ending", re.IGNORECASE)
_ENDING_NAMED: Final = re.compile(r"(?:the )?(?:ending (?:called |named |titled )?(?P<after>.+)|(?P<before>.+) ending)", re.IGNORECASE)
_CHOICE: Final = re.compile(r"^(?:the )?(?:choice|option|button|action|event|chance|possibility)(?: to| of| for|:)? ", re.IGNORECASE)


class Unsure(Exception):
    """A question to ask back instead of guessing."""


class Meant(Unsure):
    """A question about a wish that is understood but for one thing: no other way of reading it is tried."""


class Already(Unsure):
    """What is wished for is there already: no reason to leave the other wishes of an instruction undone."""


def slug(text: str) -> str:
    """An id of words: "The Widow's Mill" -> "widows_mill"."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", text)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    while len(words) > 1 and words[0] in ("the", "a", "an", "teh"):
        words = words[1:]
    return "_".join(words)[:60] or "thing"


def _words(text: str) -> list[str]:
    found = [lemma(word, "noun") or word for word in re.findall(r"[a-z0-9]+", text.lower())]
    return [word for word in found if word not in _EMPTY] or found


def _spoken(key: str) -> str:
    """An id as people read it: "village bakery"."""
    return re.sub(r"(?:_(?:later|again|\d+))+$", "", key).replace("_", " ")


def _best(phrase: str, names: dict[str, str], kind: str) -> str | None:
    """The name whose words the phrase says; None if none fits. Raises Unsure between several."""
    if phrase in names:
        return phrase
    said = set(_words(phrase))
    exact = [name for name in names if set(_words(name)) == said]
    inside = [name for name in names if said <= set(_words(name))]
    around = [name for name in names if set(_words(name)) <= said]
    described = [name for name, prose in names.items() if len(said) and said <= set(_words(prose))]
    for found in (exact, inside, around, described):
        if len(found) == 1:
            return found[0]
        if found and len({_spoken(one) for one in found}) == 1:
            return min(found, key=len)
        if found and found is not described:
            raise Unsure(
                f"Which {kind} do you mean by '{phrase.strip()}': {', '.join(dict.fromkeys(_spoken(one) for one in sorted(found)))}?"
            )
    slips = get_close_matches(slug(phrase), names, 2, 0.75)
    return slips[0] if len(slips) == 1 else None


def state_of(world: World, phrase: str) -> str | None:
    """The id of the state that some words mean."""
    states: dict[str, Any] = world["scene"]["states"]
    bare = phrase.strip().strip("\"'")
    if _OPENING.fullmatch(bare):
        return str(world["entrance"]["state"])
    if kind := _ENDING.fullmatch(bare):
        return ending_of(world, kind["kind"])
    if named := _ENDING_NAMED.fullmatch(bare):
        name = (named["after"] or named["before"]).strip("\"'").lower()
        ends = [one for one, state in states.items() if "ending" in state]
        found = [one for one in ends if states[one]["ending"].get("title", "").lower() == name]
        found = found or [one for one in ends if set(_words(name)) <= set(_words(one))]
        if len(found) == 1:
            return found[0]
    return _best(phrase.strip(), {name: state["base"] for name, state in states.items()}, "place")


def ending_of(world: World, kind: str) -> str:
    """The one ending of a kind: "bad", "good", "best" and their like. Asks where there are several or none."""
    losing = kind.lower() in LOSING
    best = kind.lower() in ("best", "true", "secret")
    found = [
        name
        for name, state in world["scene"]["states"].items()
        if "ending" in state and (state["ending"]["kind"] == "lose") == losing and (not best or name.startswith("best"))
    ]
    if not losing and not best and len(found) > 1:
        found = [name for name in found if not name.startswith("best")] or found
    if len(found) != 1:
        raise Unsure(f"Which ending do you mean: {', '.join(found) or 'there is none of that kind'}?")
    return str(found[0])


def flag_of(world: World, thing: str) -> str | None:
    """The flag that some event gives and these words name; None if none does, or several."""
    said = set(_words(thing))
    flags = {str(flag) for one in world["scene"]["events"] for flag in one.get("grants", ())}
    found = [flag for flag in flags if set(_words(flag)) - {"has"} == said] or [flag for flag in flags if said <= set(_words(flag))]
    return found[0] if len(found) == 1 else None


def named_state(world: World, phrase: str) -> str | None:
    """As `state_of`, but only where the words say nothing besides the name: for what cannot be taken lightly."""
    name = state_of(world, phrase)
    if name is None or _ENDING.fullmatch(phrase.strip()) or _OPENING.fullmatch(phrase.strip()) or _ENDING_NAMED.fullmatch(phrase.strip()):
        return name
    if set(_words(phrase)) <= set(_words(name)) or get_close_matches(slug(phrase), [name], 1, 0.75):
        return name
    return None


def seen_state(world: World, phrase: str) -> str | None:
    """As `state_of`, but None where the words say what neither the name nor the prose of the place says."""
    name = state_of(world, phrase)
    if name is None or named_state(world, phrase) == name:
        return name
    return name if set(_words(phrase)) <= {*_words(name), *_words(world["scene"]["states"][name]["base"])} else None


def event_of(world: World, phrase: str) -> str | None:
    """The name of the event that some words mean: of its name, its label or its picture, or its place among those of the entrance."""
    events = world["scene"]["events"]
    ordinal = re.fullmatch(
        r"\W*(?:the )?(first|second|third|fourth|fifth|last) (?:choice|button|option|event|action)\W*", phrase, re.IGNORECASE
    )
    if ordinal:
        first: list[str] = [one["name"] for one in events if world["entrance"]["state"] in one["from"] and not one.get("hidden")]
        at = ("first", "second", "third", "fourth", "fifth").index(ordinal[1].lower()) if ordinal[1].lower() != "last" else -1
        return first[at] if at < len(first) else None
    labelled: list[str] = [one["name"] for one in events if one.get("label", "").lower() == phrase.strip("\"' ").lower()]
    if len(labelled) == 1:
        return labelled[0]
    said = set(_words(phrase))
    granting = [one["name"] for one in events if any(said <= set(_words(flag)) for flag in one.get("grants", ()))]
    if len(granting) == 1:
        return str(granting[0])
    names = {one["name"]: f"{one.get('label', '')} {one.get('base', '')}" for one in events}
    whole = _CHOICE.sub("", phrase.strip()).strip("\"' ")
    head, _, rest = whole.partition(" ")
    doing = f"{lemma(head.lower(), 'verb') or head} {rest}".strip() if head.lower().endswith("ing") else whole
    for one in dict.fromkeys((phrase.strip(), whole, doing, _DOING.sub("", whole), re.sub(r"^(?:talk|speak) (?:to|with) ", "ask ", doing))):
        if found := _best(one, names, "event"):
            return found
    return None


def known_state(world: World, phrase: str) -> str:
    """As `state_of`; asks where there is no such place."""
    if (name := state_of(world, phrase)) is None:
        states = world["scene"]["states"]
        some = [
            "the " + one.replace("_", " ") for one in states if "ending" not in states[one] and not re.search(r"_(?:later|again)$", one)
        ]
        raise Unsure(f"There is no place '{phrase.strip()}' here. The places are: {', '.join(some)}. Which one?")
    return name


def known_event(world: World, phrase: str) -> str:
    """As `event_of`; asks where there is no such event."""
    if (name := event_of(world, phrase)) is None:
        names = [
            f"'{one.get('label') or one['name'].replace('_', ' ')}'"
            for one in world["scene"]["events"]
            if world["entrance"]["state"] in one["from"]
        ]
        raise Unsure(
            f"There is no place or event '{phrase.strip()}' here. What can be done at the start is, for example: {', '.join(names[:3])}. Which one do you mean?"
        )
    return name


def free(taken: Any, name: str) -> str:
    """`name`, or with a number behind it where it is taken."""
    return name if name not in taken else next(new for n in range(2, len(taken) + 3) if (new := f"{name}_{n}") not in taken)


def free_event(world: World, name: str) -> str:
    return free([one["name"] for one in world["scene"]["events"]], name)
