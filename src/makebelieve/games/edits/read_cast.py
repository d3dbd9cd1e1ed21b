"""Readers of wishes about who and what is in the game: more, fewer, new, other, faster, greener."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.games.edits.colors import shades
from makebelieve.games.edits.operations import (
    AddEntity,
    Operation,
    Recolor,
    RemoveEntity,
    ReplaceEntity,
    ScaleDesign,
    ScaleEntity,
    SetBehavior,
    SetDesign,
)
from makebelieve.games.edits.read_rules import Clause, Read
from makebelieve.games.edits.targets import Target
from makebelieve.games.edits.things import role_of, thing_named
from makebelieve.language.colors import COLOR_WORDS as COLORS

DENSITY: Final = {"enemy": "enemy_density", "collectible": "collectible_density", "hazard": "hazard_density"}
_DET: Final = r"(?:the |all the |all |every |my |our |those |these |any |of the |some )*"


def _gone(target: Target, clause: Clause) -> Read:
    """Take everything of a target away."""
    if target.role == "hero":
        return None
    if target.role == "boss":
        return [SetDesign("boss", False)]
    if target.role in DENSITY and (target.group or clause.level is not None or target.role == "hazard"):
        if target.group or target.role == "hazard" or len(clause.cast.of_role(target.role)) == 1:
            return [SetDesign(DENSITY[target.role], 0, clause.level)]
        return [ScaleEntity(t, "frequency", 0, clause.level) for t in target.types]
    return [RemoveEntity(t) for t in target.types]


def amounts(clause: Clause) -> Read:
    """More, fewer, no."""
    text = clause.text
    found = (
        re.fullmatch(
            rf"(?:add |put |give me |have |make |with |scatter |place |be )?(twice |half )?(more|fewer)(?: of)?"
            rf" {_DET}(.+?)(?: everywhere| all over(?: the place)?| around)?",
            text,
        )
        or None
    )
    if found is None and (
        turned := re.fullmatch(
            rf"(?:make |have )?{_DET}(.+?) (?:is |are |be |come )?(twice |half )?(more|fewer)(?: often| frequent)?", text
        )
    ):
        phrase, twice, way = turned[1], turned[2], turned[3]
    elif found:
        twice, way, phrase = found[1], found[2], found[3]
    elif gone := re.fullmatch(rf"(?:make )?(?:no|remove) {_DET}(.+?)(?: at all| anymore| any more| everywhere| whatsoever)?", text):
        target = clause.cast.find(gone[1])
        return _gone(target, clause) if target else None
    else:
        return None
    target = clause.cast.find(phrase)
    if target is None:
        return None
    factor = clause.scaled(1.5 if way == "more" else 0.6)
    if twice:
        factor = 2.0 if way == "more" else 0.5
    if target.role in DENSITY and (target.group or len(clause.cast.of_role(target.role)) == 1 or target.role == "hazard"):
        return [ScaleDesign(DENSITY[target.role], factor, clause.level)]
    if target.role in DENSITY:
        return [ScaleEntity(t, "frequency", factor, clause.level) for t in target.types]
    return None


def replaced(clause: Clause) -> Read:
    """One thing for another, the hero too."""
    text, cast = clause.text, clause.cast
    for pattern in (
        rf"replace {_DET}(?P<old>.+?) (?:with|by|for|to|into|against) (?P<new>.+)",
        rf"(?:change|turn|transform|convert|make|switch|morph) {_DET}(?P<old>.+?) (?:to|into|be) (?P<new>.+)",
        r"instead of (?:the )?(?P<old>.+?),? (?:use|have|put|add|make it|make them|i want|let us have|give me|place|show)? ?(?P<new>.+)",
        r"(?:use |have |put |add |i want |want |make it )?(?P<new>.+?) instead of (?:the )?(?P<old>.+)",
        rf"{_DET}(?P<old>.+?) (?:was|were|(?:should|could|must|ought to|need to) (?:be|become|turn into|look like))"
        r" (?P<new>.+?)(?: instead)?",
        rf"make {_DET}(?P<old>.+?) (?P<new>an? .+)",
        r"(?:let me |allow me to )?(?:play|be|play the game)(?: as)? (?P<new>.+)",
        r"(?:(?:change|switch|new|set) )?(?:the )?(?P<old>hero)(?: to| is| as|:)? (?P<new>an? .+)",
    ):
        found = re.fullmatch(pattern, text)
        if not found:
            continue
        old = found.groupdict().get("old")
        target = cast.find(old) if old else cast.group("hero")
        new = re.sub(r"(?: instead| now| please| then)+$", "", found["new"])
        thing = thing_named(new)
        if target is None or thing is None or not target.types:
            continue
        if target.role in ("hero", "boss"):
            return [ReplaceEntity(target.types[0], thing)]
        kept, *others = target.types
        return [ReplaceEntity(kept, thing), *(RemoveEntity(t) for t in others)]
    return None


_AS_ROLE: Final = (
    (r"(?:as|for) (?:an? |the |some )?(?:final |end |last )?boss(?:es)?|boss(?:es)?|boss (?:fight|battle)", "boss"),
    (r"(?:as|for) (?:an? |new |more |extra )*(?:enem(?:y|ies))|to fight|to defeat|to kill|that attack(?: me)?|enem(?:y|ies)", "enemy"),
    (
        r"(?:as|for) (?:an? |new |more |extra )*(?:collectibles?|items?|treasures?|pickups?)|to collect|to"
        r" pick up|to gather|to find|collectibles?",
        "collectible",
    ),
    (r"(?:as|for) (?:an? |new |more |extra )*(?:hazards?|traps?|obstacles?|dangers?)|to avoid|to dodge|hazards?|traps?", "hazard"),
)


def added(clause: Clause) -> Read:
    """Something new."""
    text = clause.text
    found = re.fullmatch(
        r"(?P<verb>add|put|place|have|give me|more|create|make|need|there (?:is|are)|collect|gather|pick up"
        r"|fight|battle|avoid|dodge|face|let (?:me |the hero |us )?"
        r"(?:collect|fight|gather|avoid|face))(?: also| in)? (?P<what>.+)",
        text,
    )
    if not found:
        return None
    verb, what = found["verb"], re.sub(r"^(?:in |some |a few |a couple of |several )+", "", found["what"])
    role = (
        "collectible"
        if re.search(r"collect|gather|pick", verb)
        else "enemy"
        if re.search(r"fight|battle|face", verb)
        else "hazard"
        if re.search(r"avoid|dodge", verb)
        else None
    )
    what = re.sub(r"^(?:new |another )?(?:enemy|enemies|collectible|hazard|trap)(?: type)?(?: called|:|,)? (?=\w)", "", what)
    for pattern, name in _AS_ROLE:
        if cut := re.fullmatch(rf"(.+?) {pattern}(?: at the end| in the last level)?", what):
            role, what = name, cut[1]
            break
    thing = thing_named(what)
    if thing is None:
        return None
    if verb == "make" and role is None:
        return None
    chosen = role or role_of(thing)
    existing = clause.cast.find(what)
    if existing is not None and existing.types and not existing.group and chosen != "boss" and existing.role == chosen:
        # One is there already: more of it.
        return [ScaleEntity(t, "frequency", 1.5, clause.level) for t in existing.types]
    if chosen == "boss":
        if boss := clause.cast.of_role("boss"):
            return [ReplaceEntity(boss[0], thing)]
        return [SetDesign("boss", True), AddEntity(thing, "boss")]
    return [AddEntity(thing, chosen)]  # type: ignore[arg-type]  # one of the literals above


def colored(clause: Clause) -> Read:
    """Somebody in another colour."""
    text = clause.text
    words = [w for w in text.split() if w in COLORS]
    if not words or re.match(r"(?:no|remove|replace|more|fewer|collect)\b", text):
        return None
    color = "(?:" + "|".join(re.escape(w) for w in dict.fromkeys(words)) + ")"
    run = rf"(?:(?:dark|light|bright|pale) )?{color}(?: {color})*"
    for pattern in (
        rf"(?:make|color|turn|change|have|let|give me|give|i want|want) ?{_DET}(?P<who>.+?) (?:to |into |be"
        rf" |in |a |color |should be |get )*(?P<how>{run})(?: color| instead| fur| skin)?",
        rf"(?:change |make )?(?:the )?color of (?:the )?(?P<who>.+?) (?:to |into |be |should be |is )*(?P<how>{run})",
        rf"{_DET}(?P<who>.+?) (?:should be|should have|be|is|are|in|to|must be|could be)(?: a| the)? (?P<how>{run})"
        rf"(?: color| instead| fur| skin)?",
        rf"(?:have |give me |want |make |be |use )?(?:a |an |the |some )*(?P<how>{run}) (?P<who>.+?)(?: would"
        rf" be .+| instead| looks? better)?",
    ):
        found = re.fullmatch(pattern, text)
        if found and (target := clause.cast.find(found["who"])) and target.types:
            how = [w for w in found["how"].split() if w in COLORS]
            return [Recolor(t, shades(how), found["how"]) for t in target.types]
    return None


_GRADES: Final = {
    "bigger": ("size", 1.5),
    "giant": ("size", 2.0),
    "huge": ("size", 2.0),
    "big": ("size", 1.5),
    "smaller": ("size", 0.7),
    "tiny": ("size", 0.6),
    "small": ("size", 0.7),
    "faster": ("speed", 1.3),
    "fast": ("speed", 1.3),
    "slower": ("speed", 0.7),
    "slow": ("speed", 0.7),
    "tougher": ("health", 2.0),
    "tough": ("health", 2.0),
    "harder": ("health", 1.5),
    "weaker": ("health", 0.5),
    "weak": ("health", 0.5),
    "easier": ("health", 0.6),
}


def graded(clause: Clause) -> Read:
    """Bigger, faster, tougher."""
    text, cast = clause.text, clause.cast
    word = "(?P<how>" + "|".join(_GRADES) + ")"
    whole = r"(?:it|this|the game|everything|the whole game|game|gameplay|things)"
    if found := re.fullmatch(rf"(?:make |be )?(?:{whole} )?(?:is |be |feel |run )?(?P<how>faster|slower)(?: {whole})?", text):
        factor = clause.scaled(1.25 if found["how"] == "faster" else 0.8)
        return [ScaleDesign("hero_speed", factor, clause.level), ScaleDesign("enemy_speed", factor, clause.level)]
    for pattern in (
        rf"(?:make |let |have )?{_DET}(?P<who>.+?) (?:is |are |be |should be |should move |move |moves |run"
        rf" |runs |walk |fly |go |get |should go |to be )*{word}(?: than .+)?",
        rf"(?:make |have |give me |want |more )?(?:a |an |some |the )?{word} {_DET}(?P<who>.+)",
    ):
        found = re.fullmatch(pattern, text)
        target = cast.find(found["who"]) if found else None
        if not found or target is None:
            continue
        field, base = _GRADES[found["how"]]
        factor = clause.scaled(base)
        if field == "speed" and target.role == "hero":
            return [ScaleDesign("hero_speed", factor, clause.level)]
        if field == "speed" and target.role == "enemy" and target.group:
            return [ScaleDesign("enemy_speed", factor, clause.level)]
        if field == "health" and target.role == "hero":
            return None
        return [ScaleEntity(t, field, factor) for t in target.types] or None  # type: ignore[arg-type]  # values of _GRADES
    return None


_BEHAVIOR_WORDS: Final = {
    "shoot": r"shoot(?:s|ing)?(?: back| at (?:me|the hero)| bullets)?|fire(?: at me| back| bullets)?|throw things",
    "chase": r"chase(?:s)?(?: me| the hero| after me)?|hunt(?: me| the hero)?|follow(?: me| the hero)?|run after me|come after me",
    "fly": r"fly(?: around)?|flies|hover(?: around)?|float around",
    "patrol": r"patrol|walk (?:back n forth|up n down|around)|guard their platform",
    "hop": r"hop(?: around)?|jump(?: around| up n down)?|bounce(?: around)?",
    "charge": r"charge(?: at me| at the hero)?|ram me|rush(?: at me)?|attack head on",
    "guard": r"guard|stand still|stay put|stand guard|stay where they are",
    "swarm": r"swarm(?: me| around)?|come in swarms|gang up",
    "wander": r"wander(?: around| about)?|roam(?: around)?|drift(?: around)?",
}


def behaving(clause: Clause) -> Read:
    """A way to act for an enemy."""
    found = re.fullmatch(
        rf"(?:make |let |have |teach )?{_DET}(?P<who>.+?) (?:to |should |can |be able to |start to |start )?"
        rf"(?P<how>{'|'.join(_BEHAVIOR_WORDS.values())})",
        clause.text,
    )
    target = clause.cast.find(found["who"]) if found else None
    if not found or target is None or target.role != "enemy":
        return None
    behavior = next(name for name, pattern in _BEHAVIOR_WORDS.items() if re.fullmatch(pattern, found["how"]))
    operations: list[Operation] = [SetBehavior(t, behavior) for t in target.types]
    return operations or None
