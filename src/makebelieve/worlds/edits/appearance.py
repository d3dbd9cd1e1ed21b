"""How places look and feel: hour, weather, season, light, mood and plain adjectives, in one place or in all."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import prose
from makebelieve.worlds.edits.prose_wishes import said
from makebelieve.worlds.edits.targets import Unsure, World, known_state, seen_state

Ops = list[dict[str, Any]]
SEASONS: Final = {
    "spring": "Spring has come: pale green shoots and blossom stand in every corner.",
    "summer": "Summer lies over everything, with long light and warm air.",
    "autumn": "Autumn has come: red and yellow leaves drift down and gather in the corners.",
    "winter": "Winter has come: frost edges everything and breath hangs white in the air.",
}
QUALITIES: Final = {
    "cold": "The air is cold, and breath hangs white in it.",
    "hot": "Heat shimmers over everything.",
    "warm": "A warm glow lies over everything.",
    "dim": "The light is dim, and the edges melt into shadow.",
    "bright": "Bright light reaches every corner.",
    "abandoned": "Dust lies thick, and the place looks abandoned for years.",
    "dangerous": "Cracks, sharp edges and warning signs stand all around.",
    "old": "Everything looks old, cracked and worn smooth by use.",
    "dirty": "Mud and soot cover every surface.",
    "clean": "Every surface is swept and shining.",
    "colourful": "Bright colours cover every surface.",
    "crowded": "People crowd in from all sides.",
    "busy": "People hurry past on every side.",
    "empty": "The place lies empty, wide and still.",
    "quiet": "Everything lies quiet and still.",
    "magical": "A faint shimmer hangs in the air, and small lights drift through it.",
    "ruined": "Walls lean, beams have come down and rubble lies in heaps.",
    "overgrown": "Ivy and moss have grown over everything.",
    "flooded": "Water stands ankle-deep across the floor and mirrors everything above it.",
    "burnt": "Charred beams and grey ash cover everything.",
    "luxurious": "Gold, velvet and polished wood shine on all sides.",
    "frozen": "A skin of ice lies over everything.",
    "festive": "Garlands, lanterns and paper flags hang everywhere.",
}
_ALIKE: Final = {
    "fall": "autumn", "autumnal": "autumn", "wintry": "winter", "winter-like": "winter", "summery": "summer", "springlike": "spring",
    "chilly": "cold", "icy": "frozen", "freezing": "cold", "colour": "colourful", "colorful": "colourful", "deserted": "abandoned",
    "forgotten": "abandoned", "derelict": "ruined", "messy": "dirty", "dusty": "abandoned", "filthy": "dirty", "tidy": "clean",
    "ancient": "old", "bustling": "busy", "lively": "busy", "silent": "quiet", "enchanted": "magical", "dangerous": "dangerous",
    "threatening": "dangerous", "menacing": "dangerous", "burned": "burnt", "rich": "luxurious", "grand": "luxurious", "warm": "warm",
    "spooky": "scary", "hotter": "hot", "warmer": "warm", "brighter": "bright", "dimmer": "dim", "nighttime": "night",
    "night-time": "night", "daytime": "day", "daylight": "day", "daybreak": "dawn", "nightfall": "dusk", "gray": "grey",
}  # fmt: skip
_EVERYWHERE: Final = re.compile(
    r"(?:it|it all|all|all of it|everything|everywhere|all (?:the )?(?:places|rooms|scenes)|every (?:place|room|scene)"
    r"|(?:the )?(?:whole |entire )?(?:world|game|story|thing|place|weather|mood|tone|atmosphere|adventure))",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:to )?(?:be |look |feel |seem |become |happen |take place )?(?:like )?(?:set )?(?:at|in|during|into|to)?\s*(?:an? |the |more "
    r"|much |a (?:bit|little|lot) |very |really |quite |rather |so |all |as |slightly |somewhat |far |even "
    r"|late |early |full of |deep |bit )*",
    re.IGNORECASE,
)
_NO_LOOK: Final = frozenset(
    [
        *[
            "harder",
            "easier",
            "longer",
            "shorter",
            "better",
            "worse",
            "hard",
            "easy",
            "long",
            "short",
            "good",
            "bad",
            "win",
            "lose",
            "ending",
        ],
        *["hidden", "secret", "visible", "invisible", "repeatable", "open", "locked", "unlocked", "optional", "possible", "available"],
        *["playable", "reachable", "one-shot", "fun", "interesting", "different", "nice", "fly"],
    ]
)


def places(world: World, where: str | None) -> list[str] | None:
    """The states that some words mean: all of them for "everything" and the like; None where no place fits."""
    if where is None or _EVERYWHERE.fullmatch(said(where)):
        return list(world["scene"]["states"])
    if len(where.split()) > 7 or re.search(r"\b(?:from|should|there|if|when|able|way|key|only)\b", where, re.IGNORECASE):
        return None
    one = seen_state(world, where)
    return None if one is None else [one]


def _positive(word: str) -> str:
    """An adjective without its comparison: "colder" -> "cold"."""
    word = word.lower()
    return _ALIKE.get(word) or _ALIKE.get(base := lemma(word, "adjective") or word) or base


def _patch(state: dict[str, Any], word: str, anything: bool) -> dict[str, Any] | None:
    """What a state gets for one word of its looks; None if the word says nothing of looks."""
    plain = _positive(word)
    for one in dict.fromkeys((word.lower(), plain)):
        if one == "day":
            return {"base": prose.at_time(state["base"], "midday")}
        if one in prose.TIMES:
            return {"base": prose.at_time(state["base"], one)}
        if one in SEASONS:
            return {"base": _said_last(state["base"], SEASONS[one], SEASONS.values())}
        if one in QUALITIES:
            return {"base": _said_last(state["base"], QUALITIES[one], QUALITIES.values())}
        if one in prose.WEATHER_OF:
            return {"base": prose.in_weather(state["base"], prose.WEATHER_OF[one])}
        if one in prose.TONE_OF or one in prose.TONES:
            others = [line for line in state.get("ambient", []) if line not in prose.TONES.values()]
            return {"ambient": [*others, prose.TONES[prose.TONE_OF.get(one, one)]]}
    adjective = classify(plain)[0] in ("abstract", "") or re.search(r"(?:ed|y|ful|ous|ish|less|ic|ive)$", plain)
    if anything and adjective and plain not in _NO_LOOK and word.lower() not in _NO_LOOK and re.fullmatch(r"[a-z][a-z-]{2,}", plain):
        return {"base": _said_last(state["base"], f"All around, everything looks {plain}.", ())}
    return None


def _said_last(base: str, line: str, others: Any) -> str:
    for other in others:
        base = base.replace(f" {other}", "")
    return f"{base.rstrip()} {line}"


def appear(world: World, match: re.Match[str]) -> Ops:
    """A place, or all of them, looks or feels so: "make the library colder and darker"."""
    fields = match.groupdict()
    spoken = _LEAD.sub("", said(match["word"]))
    words = [
        _LEAD.sub("", one).strip()
        for one in re.split(
            r",? and |, ", re.sub(r" (?:place|room|scene|weather|season|mood|tone|atmosphere|instead|time|everywhere)$", "", spoken)
        )
    ]
    if not words or len(words) > 3 or any(" " in one or not one for one in words):
        return []
    names = places(world, fields.get("where"))
    if names is None:
        return []
    likeness = re.fullmatch(r"(?:look |feel |seem )?like (?P<what>(?:an?|the) [a-z ]+)", said(match["word"]), re.IGNORECASE)
    if likeness and len(names) == 1 and _patch(world["scene"]["states"][names[0]], words[0], False) is None:
        alike = {"base": _said_last(world["scene"]["states"][names[0]]["base"], f"All around, it looks like {likeness['what']}.", ())}
        return [{"op": "update_state", "id": names[0], "patch": alike}]
    loose = bool(fields.get("looks")) or (fields.get("where") is not None and len(names) == 1)
    ops: Ops = []
    for name in names:
        made = dict(world["scene"]["states"][name])
        whole: dict[str, Any] = {}
        for word in words:
            patch = _patch(made, word, loose)
            if patch is None:
                return []
            made, whole = {**made, **patch}, {**whole, **patch}
        if prose.fitting(world["scene"]["states"][name], whole):
            ops.append({"op": "update_state", "id": name, "patch": whole})
    if not ops:
        raise Unsure(f"The text of {', '.join(repr(name) for name in names[:3])} is full. Which words of it may go?")
    return ops


def weather_named(world: World, match: re.Match[str]) -> Ops:
    """ "add some fog to the pier": only words of weather."""
    return appear(world, match) if _positive(match["word"]) in prose.WEATHER_OF else []


def lit_by(world: World, match: re.Match[str]) -> Ops:
    """A place is lit by a thing: "light the hall with candles"."""
    names = places(world, match["where"])
    if names is None:
        return []
    what = said(match["what"])
    line = f"The light comes from {what}."
    ops: Ops = []
    for name in names:
        patch = {"base": f"{world['scene']['states'][name]['base'].rstrip()} {line}"}
        if prose.fitting(world["scene"]["states"][name], patch):
            ops.append({"op": "update_state", "id": name, "patch": patch})
    return ops


_CLOSE: Final = (
    "Close by, small scratches and worn edges tell of many hands.",
    "Nearer to the eye, dust and light settle in every groove.",
    "Towards the back, the shapes grow softer and run together.",
    "Along the edges, small forgotten things have gathered in a row.",
    "Higher up, the lines lead the eye away into the distance.",
    "Down low, the ground shows the tracks of those who came before.",
    "On the near side, the colours are stronger; on the far side they fade.",
    "In between, a narrow path is left for whoever walks through.",
)


def fuller(world: World, match: re.Match[str]) -> Ops:
    """Two sentences more about a place."""
    name = known_state(world, match["where"])
    state = world["scene"]["states"][name]
    at = sum(map(ord, name)) % len(_CLOSE)
    new = [line for line in (*_CLOSE[at:], *_CLOSE[:at]) if line not in state["base"]][:2]
    for count in (2, 1):
        patch = {"base": " ".join([state["base"].rstrip(), *new[:count]])}
        if new and prose.fitting(state, patch):
            return [{"op": "update_state", "id": name, "patch": patch}]
    raise Unsure(f"The text of '{name}' is as long as it may be. What shall it say instead?")


def briefer(world: World, match: re.Match[str]) -> Ops:
    """A place told in fewer sentences: those about its people and its ways stay, and so does the first."""
    name = known_state(world, match["where"])
    state = world["scene"]["states"][name]
    told = re.findall(r"[^.!?]+[.!?]*", state["base"])
    here = " ".join(f"{one.get('label', '')} {one.get('base', '')}" for one in world["scene"]["events"] if name in one["from"]).lower()
    spare = [
        at
        for at, one in enumerate(told[1:], 1)
        if not re.search(r"(?<!^)\b[A-Z][a-z]", one.strip()[1:]) and not re.search(r"\b(?:lock|bars|closes|gate|path|way|door|key)", one)
        and not any(word in here for word in re.findall(r"[a-z]{6,}", one.lower()))
    ] or list(range(1, len(told)))  # fmt: skip
    if not spare:
        raise Unsure(f"'{name}' is told in one sentence already. What shall it say instead?")
    gone = set(spare[-max(1, len(told) // 3) :])
    return [{"op": "update_state", "id": name, "patch": {"base": " ".join(one.strip() for at, one in enumerate(told) if at not in gone)}}]
