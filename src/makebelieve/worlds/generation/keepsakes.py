"""What of a secret goes along: a page that is found in one place may lie open in another only if it has been taken there."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation.chance import Chance

_PAPERS: Final = (
    "page|list|note|letter|drawing|plan|picture|bill|book|diary|sheet|sketch|photograph|map|recipe|scrap|slip|notebook|card|receipt|tin|calendar|"
    "log|logbook|box|poster|parcel|copy|label|report|timetable|paper|contract|programme|key|draft|postcard|ticket|bundle|leaf|register|ledger|strip|"
    "cup|ring|hat|glove|spoon|toy|ribbon|collar|agreement|deed|petition|handbill|roster|prescription|notice|account|helmet|coat|plug|flower|jar|bottle"
)
_CARRIED: Final = re.compile(rf"\b({_PAPERS})(s|es)?\b")
_FIXED: Final = re.compile(
    r"\b(marks?|lines?|arrow|trail|scratches|letters cut|words|wall|hole|gap|seam|nest|footprints?|rows?|thread|corner|sign)\b"
)


def told_along(sight: str, truth: str, twist: str) -> tuple[str, str]:
    """What is told of a secret and what shows of it in the end: the thing that shows again is taken along, and what cannot be is not shown."""
    spoken = re.split(r", | shows?\b| with | signed | that ", sight)[0]
    for found in _CARRIED.finditer(spoken):
        if re.search(rf"\b{found[1]}(?:s|es)?\b", twist):
            return f"{truth} You take the {found[0]} with you.", twist
    if any(re.search(rf"\b{found[0]}\b", twist) for found in _FIXED.finditer(sight)):
        return truth, ""
    return truth, twist


_LYING: Final = re.compile(
    r"^there (?:is|are|lies|lie) (?:an?|the|two|three|half a) (?:[a-z'’-]+ ){0,4}?"
    r"(?:page|list|note|letter|drawing|plan|picture|bill|book|diary|sheet|sketch|photograph|map|recipe|scrap|slip|notebook|card|receipt|calendar|timetable|paper"
    r"|contract|programme|draft|postcard|ticket|ledger|chart|agreement|copy|register|label|prescription|lists|scraps|message|promise|tree)\b"
)
"""Papers that lie about by themselves."""
_KEPT: Final = {
    "sea": ("in a corked bottle", "in a sealed jar"),
    "open": ("in a small box", "in a jar with a lid", "folded into a cloth"),
}
"""What keeps a paper dry where it rains, or under the sea."""

_BOXLESS: Final = frozenset(("stone", "beast"))
"""Marks of worlds without boxes and jars."""


def without_papers(rows: tuple[str, ...]) -> tuple[str, ...]:
    """Those secrets whose sight is no paper, for worlds under the sea; all where there is no other."""
    return tuple(row for row in rows if _LYING.match(re.sub(r"^.*?(?=\bthere )", "", row)) is None) or rows


def kept(sight: str, air: str, marks: frozenset[str], chance: Chance) -> str:
    """The sight of a secret as it is in a place: no paper lies under the open sky, or on the bed of the sea, with nothing round it."""
    if air not in _KEPT or marks & _BOXLESS or _LYING.match(sight) is None:
        return sight
    return f"{chance.pick(_KEPT[air], 'kept')} {sight}"


_STARTS: Final = re.compile(
    r"(?:an?|the|it|your|there|these|they|all|both|every|everybody|everyone|each|nobody|one|two|three|most|many|some|somebody|something|nothing|only|with|without"
    r"|several|even|nine|once|in|on|at|from|under|behind|half|as|what|whoever|whatever|people|their|its|hardly|you|he|she|whoever|those|somewhere|every\w*|there|when|where|who|how|if|not|never|near|before|after|just|more|others|alone|closed|low|slowly|cold|cut|nearly|almost|anybody|anyone|neither|either|such|unless|until|because|since|enough|too|very|for|to|by|of|like)\b",
    re.IGNORECASE,
)
"""First words that are written small within a sentence."""
_PASSING: Final = re.compile(
    r"^(?:That|In it|Those are|This|Now|Then|But|Yes|It says to|So (?:that|this|you will)|You (?:will|had|know|need|remember|can see))\b|\bnow\b"
    r"|(?<!hardly anybody )(?<!nobody )(?<!never )(?<!who )(?<!whoever )\b(?:knows?|known|knew)\b"
)
"""What is said of the moment of finding, or only that somebody knows."""
_FEWEST: Final = 4
"""Words of what says something by itself."""
_ALONE: Final = 7
_POINTING: Final = re.compile(
    r"(?:it (?:(?:is|was) (?:the|that|an?|half|as|used|about|only|all)|needs|turns|leaves|has to)|they have only|he|she|there (?:is|are|was|were) (?:one (?:more|who|before)|two|an end))\b",
    re.IGNORECASE,
)
"""First words of what points at something said before."""
_LED_IN: Final = re.compile(r"^(?:So(?= (?:it|they|he|she|you|[A-Z]))|It says that|It says:) ")
"""Words that only lead in what is told."""


def recalled(truth: str) -> str:
    """What was found out, as it comes to mind when it is put to use: the first sentence of it, where that holds by itself."""
    said = re.match(r"(?:\b(?:Mrs?|Ms|Dr|St|Prof|Capt|Sgt|Lt)\.|[^.!?\"])+\.(?= |$)", truth)
    if said is None or len(said[0].split()) < _FEWEST or _PASSING.search(said[0]):
        return ""
    told = _LED_IN.sub("", said[0])
    if len(told.split()) < _ALONE and _POINTING.match(told):
        return ""  # "it is the door": what is?
    return told[0].lower() + told[1:] if _STARTS.match(told) else told
