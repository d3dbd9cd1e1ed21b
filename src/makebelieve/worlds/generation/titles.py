"""Premises that are titles, labels or requests, told as the sentence that they stand for: "Zombies in the supermarket!", "Becoming king of the playground"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.language import lemma, tag

_I: Final = re.IGNORECASE
_END: Final = r"(?=[.!?]|$)"
_REST: Final = r"([^.!?,;]+)"
_SETTING: Final = re.compile(
    r"^\s*(?:i(?: would|'d|’d)? (?:want|like|love|need)|(?:please )?(?:make|create|build|write|generate|design|give|tell)(?: me| us)?)(?: to (?:play|have|see))?"
    r" (?:an?|the|some) (?P<tone>(?:[a-z-]+,? (?:and )?){0,4}?)(?:game|story|world|adventure|tale|quest|mystery)(?: (?P<link>in|at|on|aboard|inside|with) |(?=[.!]))",
    _I,
)
_LABEL: Final = re.compile(r"^\s*([^:.!?]{3,60}): (?=\S)([^\n]+)$")
_FINITE: Final = re.compile(
    r"\b(?:must|wants?|has|have|is|are|can|will|needs?|tries|[a-z]+s (?:an?|the|his|her|its|their|to|in|on|at|under))\b", _I
)
_PLAYER: Final = re.compile(r"\b[Tt]he player ([a-z]+s)\b([^.!?]*)")
_HOSTILE: Final = (
    r"(?:zombies|vampires|aliens|pirates|monsters|dinosaurs|wolves|sharks|bandits|demons|werewolves|rats|spiders|snakes|piranhas|killer [a-z]+"
    r"|crocodiles|mutants|robots|bears|lions|tigers)"
)
_GERUND: Final = re.compile(r"^([A-Za-z]+ing) (?=(?:an?|the|my|our|his|her|from|to|for|up|king|queen|away|out|in|on)\b)", _I)
_NO_DEEDS: Final = frozenset(
    ("king", "evening", "morning", "spring", "wedding", "living", "being", "during", "sling", "wing", "ring", "including")
)

_Told = str | Callable[[re.Match[str]], str]


def _won(match: re.Match[str]) -> str:
    """ "How the elephant got its trunk back" as what it is about to do."""
    base = lemma(match[2].lower(), "verb")
    return f"{match[1]} must {base} {match[3]}" if base and base != match[2].lower() and base not in ("be", "have", "come") else match[0]


_TITLES: Final[tuple[tuple[re.Pattern[str], _Told], ...]] = (
    (re.compile(r"^in the style of [^:,]+[:,] ", _I), ""),
    (re.compile(r"^(The|An?) (Last|First|Only|Lost|Secret|Forgotten|Old|Little|Young|Brave|Lonely|Haunted) (?=[A-Z])"), lambda match: f"{match[1]} {match[2].lower()} "),
    (re.compile(rf"^(?:an?|the|my|our)? ?(?:[a-z-]+ )?(?:expedition|journey|trip|voyage|trek|pilgrimage|flight|dive|ride|tour) (to|into|through|across|around|under|over) {_REST}{_END}", _I), r"You must travel \1 \2"),
    (re.compile(r"^(?:an?|the) (?:story|tale|legend|life|adventures?|ballad) of (?=(?:an?|the|my|two|three|[A-Z])\b)", _I), ""),
    (re.compile(rf"^({_HOSTILE}) ((?:in|at|on|under|aboard|inside) [^.!?,;]+){_END}", _I), lambda match: f"Get away from the {match[1].lower()} {match[2]}"),
    (re.compile(r"^haunted ([a-z]+), ?", _I), r"You must find out who haunts the \1. "),
    (re.compile(rf"^(?:the )?(?:revenge|attack|invasion|rise) of (?:the )?{_REST}{_END}", _I), r"You must stop the \1"),
    (re.compile(rf"^(?:the )?curse of (?:the )?{_REST}{_END}", _I), r"You must lift the curse of the \1"),
    (re.compile(rf"^how ((?:the|an?|my) [a-z]+(?: [a-z]+)??) ([a-z]+) {_REST}{_END}", _I), _won),
    (re.compile(rf"^hide[- ]and[- ]seek (?:with|against) {_REST}{_END}", _I), r"You must win the hiding game against \1"),
    (re.compile(rf"^becoming {_REST}{_END}", _I), r"You must become \1"),
    (re.compile(rf"^(tag|chess|cards|poker|hopscotch|tennis|football|dodgeball) (?:with|against) {_REST}{_END}", _I), r"You must beat \2 at \1"),
    (re.compile(rf"^(?:the )?(?:first )?contact with {_REST}{_END}", _I), r"You must make contact with \1"),
    (re.compile(r"^([A-Z][a-z]+(?: [A-Z][a-z]+)*),? but (?=(?:everyone|everybody|nobody|every|all)\b)"), r"\1. "),
    (re.compile(r"^(?:once upon a time,? )?there (?:once )?(?:was|is|lived)(?: once)? (an? [a-z]+(?: [a-z]+)?) so ([a-z]+) that (?=(?:he|she|it|they)\b)", _I), r"\1 was so \2 that "),
    (re.compile(rf"^(?:an? (?:[a-z-]+ )?(?:world|story|game|tale) about )?(?:the )?(?:an? )?(?:unlikely |strange |secret )?friendship (?:between|of) ([^.!?,;]+?) and {_REST}{_END}", _I), r"\1 wants to make friends with \2"),
    (re.compile(rf"^(?:the )?battle for {_REST}{_END}", _I), r"You must defend \1"),
    (re.compile(rf"^(?:the )?(?:quest|search|hunt) for {_REST}{_END}", _I), r"You must find \1"),
    (re.compile(rf"^(?:an?|the) (?:[a-z-]+ )?(?:escape|getaway) from {_REST}{_END}", _I), r"You must escape from \1"),
    (re.compile(rf"^(?:the )?(?:mystery|secret|riddle) of {_REST}{_END}", _I), r"Find out the secret of \1"),
    (re.compile(rf"^the ((?:[a-z-]+ )?(?:train|bus|ferry|boat|ship|plane|flight|express|tram|steamer)) (?:to|for) {_REST}{_END}", _I), r"On the \1, you must get to \2"),
    (re.compile(r"^what if (.+?),? and only (an? [^?]+?) (?:could|can|had to|must) ([^?]+)\?", _I), r"\1. \2 must \3."),
    (re.compile(rf"^(?:the )?race to (?:the )?{_REST}{_END}", _I), r"You must win the race to the \1"),
)  # fmt: skip


def unasked(text: str) -> tuple[str, str]:
    """The story without what is asked of the program and without its label, and what these say of its kind: "I'd like a spooky story in a hospital"."""
    said = ""
    if match := _SETTING.match(text):
        said, rest = match["tone"].strip(), text[match.end() :]
        text = f"{match['link'].capitalize()} {rest}" if match["link"] else rest.lstrip(". !") or f"A {said}."
    if (
        (match := _LABEL.match(text))
        and not _FINITE.search(match[1])
        and len(match[2].split()) > 3
        and not re.match(r"you(?:'re| are)\b", match[2], _I)
    ):
        said, text = f"{said} {match[1]}".strip(), match[2][:1].upper() + match[2][1:]
    return _PLAYER.sub(_must, text), said


def _must(match: re.Match[str]) -> str:
    """ "The player looks for her sister" as "You must look for your sister"."""
    base = lemma(match[1].lower(), "verb") or match[1]
    return f"{'You' if match[0][0] == 'T' else 'you'} must {base}" + re.sub(r"\b(?:her|his|their)\b", "your", match[2])


def titled(text: str) -> str:
    """The premise as a sentence, where it is a title; as it is, where it is none."""
    text, said = unasked(text)
    text = f"{text.rstrip(' .!?')}. {said.capitalize()}." if said else text
    for pattern, told in _TITLES:
        text = pattern.sub(told, text)
    if match := _GERUND.match(text):
        base = lemma(match[1].lower(), "verb")
        first = re.split(r"[.!?]", text)[0]
        if base and match[1].lower() not in _NO_DEEDS and not _FINITE.search(first):
            text = base.capitalize() + text[match.end(1) :]
    return text


_MOST: Final = 8
"""Words of a title."""


def title_of(premise: str) -> str | None:
    """The premise itself, where it is a title: "The Night Train to Samarkand", "zombies in the supermarket!!!"; None for any other."""
    text = premise.strip().rstrip("!. ")
    words = re.findall(r"[\w'’-]+", text)
    if not 2 <= len(words) <= _MOST or re.search(r"[.?!;:,\n]", text) or _FINITE.search(text) or words[0].lower() in ("i", "you", "we"):
        return None
    tags = tag([word.lower() for word in words])
    return text if not any(token.tag in ("V", "VS", "VD", "X", "M") for token in tags) or words[0].lower().endswith("ing") else None
