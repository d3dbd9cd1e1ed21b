"""What of a secret goes along: a page that is found in one place may lie open in another only if it has been taken there."""

from __future__ import annotations

import re
from typing import Final

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


_STARTS: Final = re.compile(
    r"(?:an?|the|it|you|your|there|these|they|all|both|every|everybody|everyone|each|nobody|one|two|three|most|many|some|somebody|something|nothing|only|with|without"
    r"|once|in|on|at|from|under|behind|half|as|what|whoever|whatever|people|their|its|hardly)\b",
    re.IGNORECASE,
)
"""First words that are written small within a sentence."""
_PASSING: Final = re.compile(
    r"^(?:So|That|Those|Now|Then|But|This|Yes|You will|You remember|It says)\b|\b(?:now|will|today|had|asked?|tell)\b|\b(?:knows?|known|knew)\b"
)
"""What is said of the moment of finding, or only that somebody knows."""


def recalled(truth: str) -> str:
    """What was found out, as it comes to mind when it is put to use: the first sentence of it, where that holds by itself."""
    said = re.match(r"(?:\b(?:Mrs?|Ms|Dr|St|Prof|Capt|Sgt|Lt)\.|[^.!?\"])+\.(?= |$)", truth)
    if said is None or _PASSING.search(said[0]):
        return ""
    return said[0][0].lower() + said[0][1:] if _STARTS.match(said[0]) else said[0]
