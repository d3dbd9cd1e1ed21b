"""Who alone knows something tells it, and what somebody has taken of mine I get back from them."""

from __future__ import annotations

import re
from typing import Final

_KNOWS: Final = re.compile(
    r"^(?:(?P<told>[^.;!?]+?)[,;.]? (?:and )?)?(?:only (?P<who>(?:the|an?|my|our) [^.,;]+?) knows|(?P<one>(?:the|an?|my|our) [^.,;]+?) is the only one (?:who|that) knows)"
    r" (?P<asked>why|where|how|what|who)(?P<rest>\b[^.;!?]*)$",
    re.IGNORECASE,
)
"""Somebody who alone knows the reason."""
_IN_THE_KNOW: Final = re.compile(
    r"^(?P<who>(?:the|an?) (?:[\w'’-]+ ){0,3}?[\w'’-]+) knows (?P<what>(?:who|what|why) (?!to\b)[^.;!?]*)$", re.IGNORECASE
)
_WENT: Final = re.compile(r"( (?:the|an?|my|our|his|her|their) [^.,;]+?) (?:went|is|are|has gone|have gone|has been hidden|was hidden)$")
_ENDLESS: Final = re.compile(r"^it has not stopped (?P<doing>raining|snowing|hailing|thundering)\b", re.IGNORECASE)
_TAKEN: Final = re.compile(
    r"^(?P<who>(?:(?:the|an?|my|our) [a-z]|[A-Z])[^.,;]*?) (?:(?:has|have|had|just|always|simply) )*"
    r"(?:borrow(?:ed|s)|took|takes|taken|stole|steals|stolen|nicked|swiped|snatched|confiscated|pinched|grabbed|kept|keeps) "
    r"(?P<what>(?:my|our) [a-z][a-z' -]*?)(?= (?:and|but|from|while|because|last|on|in|at|to|so|again|before|after|when|yesterday|today|tonight)\b|[.,;!?]|$)",
    re.IGNORECASE,
)
_OTHERWISE: Final = re.compile(r"\b(?:sold|sells|gave|gives|given|lost|loses|ate|eats|burned|threw|must|has to|have to|wants?|needs?)\b")
"""What is gone for good, or is wanted by the premise's own words."""
_KEPT: Final = frozenset(("word", "promise", "secret", "time", "place", "side", "hand", "heart", "job", "breath"))
"""What nobody gets back."""


def told_by_one(text: str) -> str | None:
    """ "Only the organist knows where the sun went": the organist tells it; of rain that goes on and on, the one who knows stops it."""
    if (alone := _IN_THE_KNOW.match(text)) is not None:
        return f"{alone['who']} must reveal {alone['what']}."
    match = _KNOWS.match(text)
    if match is None:
        return None
    who, told = match["who"] or match["one"], match["told"] or ""
    if endless := _ENDLESS.match(told):
        return f"{who[:1].upper()}{who[1:]} must stop the {endless['doing'].removesuffix('ing')} because {told[:1].lower()}{told[1:]}."
    if match["asked"].lower() == "where" and (gone := _WENT.match(match["rest"])):
        return f"{told}, and {who} must bring back{gone[1]}." if told else f"{who[:1].upper()}{who[1:]} must bring back{gone[1]}."
    rest = match["rest"] or f" {told[:1].lower()}{told[1:]}"
    if not told:
        return f"{who[:1].upper()}{who[1:]} must reveal {match['asked']}{rest}."
    return f"{told}, and {who} must reveal {match['asked']}{rest}."


def got_back(text: str) -> str | None:
    """ "The witch next door borrowed my lawnmower": whoever it belongs to gets it back from her."""
    match = _TAKEN.match(text)
    if match is None or _KEPT & set(match["what"].lower().split()) or _OTHERWISE.search(text[match.end() :]):
        return None
    who = match["who"] if re.match(r"(?!The |An? |My |Our )[A-Z]", match["who"]) else match["who"][:1].lower() + match["who"][1:]
    what = match["what"][:1].lower() + match["what"][1:]
    return f"{'We' if what.startswith('our ') else 'I'} must get {what} back from {who}."
