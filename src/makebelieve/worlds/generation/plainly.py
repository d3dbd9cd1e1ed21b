"""Wants that are said in a roundabout way, in the plain words by which they are read: "must not let him find it" is "must keep him from finding it"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.turnabouts import turned_about
from makebelieve.worlds.generation.verbs import gerund

_HAD_TO: Final = re.compile(
    r"^\s*(?:(?:so|imagine|suppose),? )?what if (?P<who>(?:an?|the|my|our|two|three) [^,.;!?]{2,60}?) had to (?P<what>[^?]+)\??\s*$",
    re.IGNORECASE,
)
_NOT_LET: Final = re.compile(
    r"\b(?:(?:must|should|may|can) not|cannot|(?:must|should|ca)n['’]t) (?:ever )?let (?P<whom>him|her|it|them|anybody|anyone|(?:the|his|her|their|my|our) (?:[a-z-]+ ){0,2}?[a-z-]+?|[A-Z]\w+(?: [A-Z]\w+)?) "
    r"(?P<verb>[a-z]+)(?= |[.,;!?]|$)"
)
_AGREE: Final = re.compile(r"\bagree (?:on )?(?=(?:which|who|whose|whether)\b)", re.IGNORECASE)
_FOUND_THAT: Final = re.compile(
    r"^\s*(?:(?:so|imagine|suppose),? )?what if (?P<who>(?:an?|the|my|our|two|three) [^,.;!?]{2,60}?) (?:found(?: out)?|discovered|noticed|realised|realized|learned|learnt)"
    r" that (?P<what>[^?]{6,160})\??\s*$",
    re.IGNORECASE,
)
_SOMEBODY_DOES: Final = re.compile(
    r"^(?P<who>(?:I|we|[A-Z][\w'’-]*|(?:an?|the|my|our) [^,.;!?]{2,50}?)) (?:suspects?|thinks?|believes?|knows?|notices?|is sure|am sure)(?: that)? (?:someone|somebody)"
    r" (?P<does>(?:is|has been|keeps|has) [^.;!?]{4,90}?),? and (?:he|she|they|I|we) (?:(?:is|are|am) (?:going|determined) to|wants? to|must|has to|have to|will|needs? to|plans? to|means? to)"
    r" (?:catch|find|stop|unmask|expose|trap) (?:them|him|her|whoever [^.,;]+|the (?:thief|culprit))(?P<rest>[^.;!?]*)[.!]?\s*$",
    re.IGNORECASE,
)
_FOUND_DEAD: Final = re.compile(
    r"^(?P<who>(?:I|we|(?!(?:an?|the|my|our|two|three)\b)(?-i:[A-Z])[\w'’-]*|(?:an?|the|my|our|two|three) [^,.;!?]{2,50}?)) [^.;!?]{3,90}? and (?:finds?|found|discovers?|discovered)"
    r" (?P<whom>(?:the|an?|his|her|their|my|our) [a-z' -]{2,40}?) (?:dead|murdered|stabbed|strangled|poisoned|shot)\b(?P<where>[^.;!?]*)[.!]?\s*$",
    re.IGNORECASE,
)


def said_plainly(text: str) -> str:
    """The text with such wants in plain words; as it is where it holds none."""
    if (match := _HAD_TO.match(text)) is not None:
        text = f"{match['who'][:1].upper()}{match['who'][1:]} must {match['what'].rstrip()}."
    elif (match := _FOUND_THAT.match(text)) is not None:
        text = f"{match['who'][:1].upper()}{match['who'][1:]} must find out why {match['what'].rstrip()}."
    elif (match := _SOMEBODY_DOES.match(text)) is not None:
        text = f"{match['who']} must find out who {match['does']}{match['rest']}."
    elif (match := _FOUND_DEAD.match(text)) is not None:
        text = f"{match['who']} must find out who killed {match['whom']}{match['where']}."
    text = _NOT_LET.sub(_kept_from, turned_about(text))
    return _AGREE.sub("decide ", text)


def _kept_from(match: re.Match[str]) -> str:
    verb = match["verb"].lower()
    if lemma(verb, "verb") != verb:
        return match[0]
    return f"must keep {match['whom']} from {gerund(verb)}"
