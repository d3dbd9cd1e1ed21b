"""Readers of wishes about rules: difficulty, levels, lives, time, movement, abilities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.games.edits.lexicon import MECHANIC_PHRASES, PADDING
from makebelieve.games.edits.operations import (
    AddDesign,
    AddLevels,
    Operation,
    RemoveLevel,
    Reshuffle,
    ScaleDesign,
    ScaleEntity,
    SetDesign,
    SetLevels,
    SetMechanic,
    ShiftDifficulty,
)
from makebelieve.games.edits.targets import Cast
from makebelieve.language.numerals import number


@dataclass(frozen=True, slots=True)
class Clause:
    """One wish in plain form. `level` is the level it speaks of; `strength` 0.5 for "a bit", 2 for "much", else 1."""

    text: str
    cast: Cast
    level: int | None = None
    strength: float = 1.0

    def scaled(self, factor: float) -> float:
        """`factor` bent by the strength of the wish: 1.5 becomes 1.25 for "a bit", 2 for "much"."""
        if factor >= 1:
            return 1 + (factor - 1) * self.strength
        return 1 - (1 - factor) * {0.5: 0.5, 2.0: 1.5}.get(self.strength, 1.0)


Read = list[Operation] | None

_NUMBER: Final = r"(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)"
_IT: Final = r"(?:it|this|that|the game|game|everything|all|all levels|the levels|levels|level|the level|the whole game|things)"
_NO: Final = re.compile(r"^(?:no|remove|not)\b(?: (?:the|all|any|all the|of the))* ?")


def _count(word: str) -> int:
    return number(word) or 0


def difficulty(clause: Clause) -> Read:
    """Harder, easier, easy mode."""
    text = clause.text
    if found := re.search(
        r"\bdifficulty (?:to |is |be |should be |of )?(?:to )?(easy|normal|medium|hard|easier|harder)\b|\b"
        r"(easy|normal|medium|hard) (?:mode|difficulty)\b",
        text,
    ):
        word = found[1] or found[2]
        if word in ("easier", "harder"):
            return [ShiftDifficulty(1 if word == "harder" else -1, clause.level)]
        return [SetDesign("difficulty", "normal" if word == "medium" else word, clause.level)]
    if found := re.fullmatch(rf"(?:make |be )?{_IT}? ?(?:is |be |should be )?(easy|hard|difficult|normal)(?: to beat| to win)?", text):
        word = {"difficult": "hard"}.get(found[1], found[1])
        return [SetDesign("difficulty", word, clause.level)]
    if found := re.fullmatch(
        rf"(?:make |be |go )?(?:{_IT} )?(?:is |be |should be |get |gets )?(harder|easier)(?: {_IT})?(?: than"
        rf" (?:now|this|before))?(?: for .+)?",
        text,
    ):
        return [ShiftDifficulty(1 if found[1] == "harder" else -1, clause.level)]
    if re.fullmatch(r"(harder|easier)(?: .{0,20})?", text) and clause.cast.find(text.split(" ", 1)[-1]) is None:
        return [ShiftDifficulty(1 if text.startswith("harder") else -1, clause.level)]
    return None


def levels(clause: Clause) -> Read:
    """More, fewer, longer, other levels."""
    text, count = clause.text, clause.cast.levels
    if found := re.fullmatch(r"(?:no|remove) (?:the )?(?:level (?:number )?(\w+)|(\w+) level)", text):
        return _removed(found[1] or found[2], count)
    if found := re.fullmatch(rf"(?:no|remove) {_NUMBER} levels?", text):
        return [SetLevels(count - _count(found[1]))]
    if found := re.fullmatch(
        rf"(?:add |make |give me |create |have |put )?(?:{_NUMBER} )?(?:more |another |new |other )*(?:{_NUMBER} )?(?:more )?levels?", text
    ):
        grows = re.match(r"add|give me|create|put", text) or re.search(r"\b(?:more|another)\b", text)
        asked = _count(found[1] or found[2] or "one")
        if grows:
            return [AddLevels(max(1, asked))]
        return [SetLevels(asked)] if found[1] or found[2] else None
    if found := re.fullmatch(
        rf"(?:make (?:it )?|have |be |set (?:it )?to |go (?:up |down )?to )?(?:just |only |exactly )*{_NUMBER}"
        rf" levels?(?: long)?(?: (?:is|are) (?:enough|plenty|fine|better))?(?: in total| total| instead| only)?",
        text,
    ):
        return [SetLevels(_count(found[1]))]
    if re.fullmatch(rf"(?:{_NUMBER} )?(?:is |are )?fewer levels|(?:{_NUMBER} )?levels? (?:is|are) fewer", text):
        return [SetLevels(count - 1)]
    if found := re.fullmatch(rf"{_NUMBER} (?:is|are) (?:enough|plenty|fine)", text):
        return [SetLevels(_count(found[1]))]
    if found := re.fullmatch(
        rf"(?:make )?(?:{_IT} |each level |every level |all of them )?(?:is |are |be |should be )?(longer|shorter)(?: levels?| game)?", text
    ):
        return [ScaleDesign("length", clause.scaled(1.4 if found[1] == "longer" else 0.7), clause.level)]
    if re.fullmatch(
        rf"(?:another|new|other|different|reshuffle|shuffle|regenerate|re ?roll|redo|change|rebuild|redesign)"
        rf"(?: the)?(?: new| different)? ?(?:layouts?|level|levels|map|maps|{_IT})(?: layouts?| design)?",
        text,
    ):
        return [Reshuffle(clause.level)]
    return None


def _removed(word: str, count: int) -> Read:
    ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    if word in ("last", "final"):
        return [RemoveLevel(-1)]
    index = ordinals.index(word) if word in ordinals else _count(word) - 1
    return [RemoveLevel(index)] if index >= 0 else None


def lives_and_health(clause: Clause) -> Read:
    """Lives, hearts, seconds."""
    text, cast = clause.text, clause.cast
    hearts = r"(?:hearts?|health|hp|hit ?points?|health points?)"
    # "the boss", "the bats": whose health is meant.
    whose = re.search(
        rf"(?:give me |give |for |of )?(?:the )?([a-z ]+?) (?:more|fewer|twice more|half fewer|double|extra) {hearts}$", text
    ) or re.search(rf"(?:more|fewer) {hearts} (?:for|to) (?:the )?([a-z ]+)$", text)
    if whose and (target := cast.find(whose[1].removeprefix("give ").removeprefix("me "))) and target.role in ("enemy", "boss"):
        factor = clause.scaled(1.6) if "more" in text else clause.scaled(0.6)
        return [ScaleEntity(t, "health", factor) for t in target.types] or ([SetDesign("boss", True)] if target.role == "boss" else None)
    if re.search(r"\bone hit\b|\bsingle hit\b", text) and re.search(r"kill|die|dead|death|enough", text):
        return [SetDesign("health", 1)]
    if found := re.search(rf"{_NUMBER} (?:more |extra )?(lives|life)\b", text):
        if re.search(r"\b(?:more|extra)\b", text) or text.startswith("add "):
            return [AddDesign("lives", _count(found[1]))]
        return [SetDesign("lives", _count(found[1]))]
    if re.search(r"\b(?:infinite|unlimited|endless) lives\b", text):
        return [SetDesign("lives", 99)]
    if re.search(r"\b(?:more|extra|another|add) (?:lives|life)\b", text):
        return [AddDesign("lives", round(2 * clause.strength))]
    if re.search(r"\bfewer (?:lives|life)\b", text):
        return [AddDesign("lives", -1)]
    if found := re.search(rf"{_NUMBER} (?:more |extra )?{hearts}\b", text):
        if re.search(r"\b(?:more|extra)\b", text):
            return [AddDesign("health", _count(found[1]))]
        return [SetDesign("health", _count(found[1]))]
    if re.search(rf"\b(?:more|extra) {hearts}\b|\b(?:hero|player|me) (?:is |be )?tougher\b", text):
        return [AddDesign("health", round(2 * clause.strength))]
    if re.search(rf"\bfewer {hearts}\b|\b(?:hero|player|me) (?:is |be )?weaker\b", text):
        return [AddDesign("health", -1)]
    return None


def time_limit(clause: Clause) -> Read:
    """Seconds on the clock."""
    text = clause.text
    clock = r"(?:timers?|time ?limits?|clock|countdown|time pressure|time)"
    if re.match(rf"(?:no|remove)(?: the| any)* {clock}$", text):
        return [SetDesign("time_limit", 0)]
    if found := re.search(rf"{_NUMBER} (seconds?|secs?|minutes?|mins?|s)\b( more)?", text):
        seconds = _count(found[1]) * (60 if found[2].startswith("min") else 1)
        if found[3] or re.search(r"\bmore (?:seconds?|time)\b", text):
            return [AddDesign("time_limit", seconds)]
        return [SetDesign("time_limit", seconds, clause.level)]
    if re.search(r"\b(?:more|extra) time\b|\btime(?:r| limit)? (?:is )?(?:longer)\b|\blonger (?:timer|time limit|time)\b", text):
        return [ScaleDesign("time_limit", clause.scaled(1.5))]
    if re.search(r"\bfewer time\b|\bshorter (?:timer|time limit|time)\b|\btime(?:r| limit)? (?:is )?shorter\b", text):
        return [ScaleDesign("time_limit", clause.scaled(0.75))]
    if re.match(rf"(?:add |give me |put |have |with )?(?:a |an |some )?{clock}(?: pressure| challenge)?$", text):
        return [SetDesign("time_limit", 90)]
    return None


def movement(clause: Clause) -> Read:
    """Jump height and gravity."""
    text = clause.text
    if (
        re.search(r"\b(?:double|wall|twice)\b.*\bjump|\bjump twice", text)
        and "jump" in text
        and "higher" not in text
        and "lower" not in text
    ):
        return None
    if re.search(r"\bjump(?:s|ing)?\b", text):
        if re.search(r"\b(?:higher|farther|further|bigger|more|stronger|tougher|longer|high|super)\b", text):
            return [ScaleDesign("jump_height", clause.scaled(1.3), clause.level)]
        if re.search(r"\b(?:lower|smaller|shorter|fewer|weaker|not so high)\b", text):
            return [ScaleDesign("jump_height", clause.scaled(0.8), clause.level)]
    if re.search(r"\bgravity\b", text):
        if re.search(r"\bmoon\b", text):
            return [SetDesign("gravity", 0.5, clause.level)]
        if re.search(r"\b(?:normal|usual|default|earth)\b", text):
            return [SetDesign("gravity", 1, clause.level)]
        if re.search(r"\b(?:lower|fewer|low|weaker|lighter|half|no|remove|zero|smaller)\b", text):
            return [ScaleDesign("gravity", clause.scaled(0.7), clause.level)]
        if re.search(r"\b(?:higher|more|high|tougher|heavier|stronger|double|bigger|strong)\b", text):
            return [ScaleDesign("gravity", clause.scaled(1.3), clause.level)]
    if re.search(r"\b(?:floaty|floatier|lighter|weightless|bouncier|like on the moon)\b", text) and "color" not in text:
        return [ScaleDesign("gravity", clause.scaled(0.7), clause.level)]
    if re.search(r"\b(?:heavier|heavy|less floaty|fewer floaty|not so floaty|snappier)\b", text) and re.search(
        r"\bfeel|hero|jump|gravity|make it|fall|it\b", text
    ):
        return [ScaleDesign("gravity", clause.scaled(1.3), clause.level)]
    return None


def abilities(clause: Clause) -> Read:
    """Mechanics on and off: "double jump", "no dash", "allow gliding"."""
    text = clause.text
    off = bool(_NO.match(text))
    found = [(name, match) for name, pattern in MECHANIC_PHRASES if (match := pattern.search(text))]
    if not found:
        return None
    name, match = max(found, key=lambda hit: len(hit[1][0]))
    rest = (text[: match.start()] + text[match.end() :]).strip()
    if name == "one-hit":
        return [SetDesign("health", 1)]
    if (
        name == "melee"
        and re.search(r"sword|punch", match[0])
        and not re.search(r"\b(?:let|allow|give|ability|use|with|have|fight)\b", text)
    ):
        return None
    if off:
        return [SetMechanic(name, False)]
    words = [w for w in rest.split() if w not in PADDING and not clause.cast.find(w)]
    return [SetMechanic(name, True)] if len(words) <= 1 else None


def boss(clause: Clause) -> Read:
    """A boss on or off, and its strength."""
    text, cast = clause.text, clause.cast
    if re.fullmatch(r"(?:no|remove)(?: the| any| all)* boss(?:es)?(?: fights?| battles?)?", text):
        return [SetDesign("boss", False)]
    if re.fullmatch(
        r"(?:add |give me |put |have |with |more )?(?:a |an |some |the )?(?:final |end |last |big |giant )?boss"
        r"(?: fight| battle| level| enemy)?(?: (?:at|in|for|on) (?:the )?(?:very )?(?:end|last|final)?(?:"
        r" level)?)?",
        text,
    ):
        return [SetDesign("boss", True)]
    if found := re.search(r"\bboss\b.*\b(tougher|harder|weaker|easier)\b|\b(tougher|harder|weaker|easier)\b.*\bboss\b", text):
        up = (found[1] or found[2]) in ("tougher", "harder")
        return [ScaleEntity(t, "health", clause.scaled(1.5 if up else 0.65)) for t in cast.of_role("boss")] or [SetDesign("boss", True)]
    return None
