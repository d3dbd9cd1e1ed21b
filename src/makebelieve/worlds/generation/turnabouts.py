"""What a premise tells first and turns round behind "but", "unless" or "only", said as what its hero has to do about it."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation.reading import ANIMATE

_WHO: Final = r"(?P<who>(?!(?:nobody|no|everybody|everyone|somebody|someone|people|all|every|each|none|only|you|they|it|there|when|if|while|in|on|at)\b)(?-i:[A-Z])[\w'’-]*(?: [A-Z][\w'’-]*)*|(?:an?|the|my|our|two|three|four|five) [^,.;!?]{2,50}?)"
_WITHOUT_HELP: Final = frozenset(
    ("know", "knows", "can", "has", "have", "is", "are", "was", "were", "had", "remember", "remembers", "notices", "notice", "understands", "sees", "hears", "cares", "must", "may")
)  # fmt: skip
"""Verbs of what nobody can be brought to do, or what is asked about."""
_NOBODY_COMES: Final = re.compile(
    rf"^{_WHO} (?P<has>has|have) (?P<did>(?:just |recently )?(?:opened|built|started|founded|inherited|bought|baked|made|written|launched|set up|taken over|painted|put on|cooked|invented|organi[sz]ed|planned)) "
    r"(?P<what>(?:an?|the|his|her|their|its|my|our|two|three|[a-z]+) [^,.;!?]{2,60}?),? (?:but|and|yet|only) (?:so far )?"
    r"(?:(?P<none>none of (?:the|his|her|their|my|our) [a-z' -]+?|not one of (?:the|his|her|their) [a-z' -]+?)|(?P<no>(?:no|not a|not one|not a single) [a-z-]+?)|(?P<nobody>nobody|no one|no-one)(?P<there> (?:in|on|at|from) (?:the|his|her|their) [a-z]+)?)"
    r" (?:(?:ever |yet )?(?P<dares>dares?(?: to)?|will|wants? to|would|is willing to|are willing to|feels? like|likes? to|bothers? to) )?(?:ever |yet )?(?P<verb>[a-z]+)(?P<rest> [^.;!?]+)?[.!]?$",
    re.IGNORECASE,
)
_UNLESS: Final = re.compile(
    r"^(?P<what>(?!if\b)[^,.;!?]{6,90}?),? unless (?P<who>(?-i:[A-Z])[\w'’.-]*(?: (?-i:[A-Z])[\w'’-]*)*|the [a-z]+(?: [a-z]+)?|he|she|they|it|I|we) (?P<verb>[a-z]+) (?P<rest>[^.;!?]+)[.!]?$",
    re.IGNORECASE,
)
_REFUSES: Final = re.compile(r"\b(?:refus\w+|won['’]t|will not|not|never|nobody|no one|cannot|can['’]t)\b", re.IGNORECASE)
_ONLY_ONE: Final = re.compile(
    r"^(?P<what>(?:the|all the|every|my|our) [^,.;!?]{2,50}?) (?P<is>is|are|has|have) (?P<how>[^,.;!?]{2,60}?),? and only (?P<who>(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)*|(?:the|an?|my) [a-z -]+?)"
    r" can (?P<verb>[a-z]+) (?P<whom>it|them|him|her)(?P<rest>[^.;!?]*)[.!]?$",
    re.IGNORECASE,
)
_WANTS_SOMEONE: Final = re.compile(
    rf"^{_WHO} (?:wants?|needs?|longs? for|wish(?:es)? for) (?P<whom>someone|somebody|anyone|anybody|people|everyone|everybody) to (?P<what>[^.;!?]+)[.!]?$",
    re.IGNORECASE,
)
_BEGS: Final = re.compile(
    rf"^{_WHO} (?:catches|finds|meets|rescues|hears|frees|discovers|saves) (?P<one>an? [^,.;!?]{{2,50}}?),? (?:that|who|which) (?:begs|asks|tells|implores|orders|wants|needs|pleads with) "
    r"(?:him|her|them|it) to (?P<what>[a-z]+) (?P<it>it|him|her|them)\b(?P<rest>[^.;!?]*)[.!]?$",
    re.IGNORECASE,
)
_BELIEVES: Final = re.compile(
    rf"^{_WHO} (?P<thinks>believes?|thinks?|(?:is|are) (?:convinced|sure|certain)|(?:wants?|has|must|need)(?: to)? (?:know|find out) whether(?=[^.]* because ))(?: that)? (?P<what>(?!(?:he|she|they|it|him|in|is|are|was|were|has|had|can|will|would)\b)[^,.;!?]{{6,80}}?)"
    r"(?:,? (?:and|but|until|so|then|when) (?:one|this|that|today|tonight|then|now)\b[^.;!?]*)?[.!]?$",
    re.IGNORECASE,
)
_GOES_WRONG: Final = re.compile(
    r"^(?P<what>(?:the|my|our|an?) [^,.;!?]{2,40}?) (?:has|have) (?:just )?been (?:elected|made|appointed|crowned|named|sworn in|put in charge|promoted|chosen)[^,.;!?]*,? and (?:it|he|she|they) "
    r"(?:(?:is|are|keeps?|has started|has begun|starts?|begins) )(?P<does>(?:fir|bann|sack|arrest|eat|lock|destroy|scar|order|chas|bully|punish|fin|jail|terroris|spy)[a-z]*ing [^.;!?]+)[.!]?$",
    re.IGNORECASE,
)


_SHUT_IN: Final = re.compile(
    rf"^{_WHO} (?:has|have|is|are|gets?|got) (?:broken|crept|slipped|climbed|crawled|sneaked|stuck|trapped|fallen|locked|shut) (?:in|into|inside|on|up) (?P<where>(?:the|an?|his|her|their|my|our) [^,.;!?]{{2,40}}?),? (?:and|but) (?:cannot|can not|can['’]t) get (?P<out>out|down|off)(?: again)?[.!]?$",
    re.IGNORECASE,
)


def turned_about(text: str) -> str:
    """The text as what has to be done about it; as it is where it tells of no such turn."""
    bare = " ".join(text.split())
    for pattern, said in (
        (_NOBODY_COMES, _brought), (_UNLESS, _by_whom), (_ONLY_ONE, _alone), (_WANTS_SOMEONE, _somebody), (_BEGS, _begged), (_BELIEVES, _doubted),
        (_GOES_WRONG, _stopped), (_SHUT_IN, _let_out),
    ):  # fmt: skip
        if (match := pattern.match(bare)) is not None and (made := said(match)) is not None:
            return made
    return text


def _base(verb: str) -> str | None:
    return lemma(verb.lower(), "verb")


def _brought(match: re.Match[str]) -> str | None:
    """ "Nobody dares to come in" as "must get people to come into the shop"."""
    verb = _base(match["verb"])
    if verb is None or (not match["dares"] and match["verb"].lower() in _WITHOUT_HELP):
        return None
    rest, what = (match["rest"] or "").rstrip(), match["what"]
    those = re.sub(r"^(?:none|not one) of ", "", match["none"] or "", flags=re.IGNORECASE)
    one = re.sub(r"^(?:no|not a single|not one|not a) ", "", match["no"] or "", flags=re.IGNORECASE)
    whom = those or (
        f"{'the ' if one.endswith('s') else 'an ' if one[:1] in 'aeiou' else 'a '}{one}"
        if one
        else f"{'the ' if match['there'] else ''}people{match['there'] or ''}"
    )
    the_thing = re.sub(r"^(?:an?|his|her|their|its) (?:new |own |little |small )?", "the ", what, flags=re.IGNORECASE)
    if verb == "come" and (not rest or rest.strip().lower() in ("in", "inside", "to it")):
        return f"{match['who']} must get {whom} to come {'to' if rest.strip().lower() == 'to it' or not _enters(what) else 'into'} {the_thing}."
    if re.search(r"\b(?:it|there)$", rest):
        rest = re.sub(r"\bit$", the_thing, rest)
        return f"{match['who']} must get {whom} to {verb}{rest}."
    did = re.sub(r"^(?:just|recently) ", "", match["did"], flags=re.IGNORECASE)
    return f"{match['who']} who {match['has']} {did} {what} must get {whom} to {verb}{rest}."


_ROOMS: Final = re.compile(
    r"\b(?:shop|caf[eé]|bakery|hotel|inn|pub|restaurant|school|museum|library|cinema|theatre|house|salon|tavern|bookshop|bar|clinic|gallery|tearoom)\b",
    re.IGNORECASE,
)


def _enters(what: str) -> bool:
    return _ROOMS.search(what) is not None


def _by_whom(match: re.Match[str]) -> str | None:
    """ "The shop closes unless Mr Abara sells a hundred books" as "Mr Abara must sell a hundred books or the shop closes"."""
    verb = _base(match["verb"])
    if verb is None or (verb == match["verb"] and match["who"].lower() not in ("they", "i", "we")) or _REFUSES.search(match["what"]):
        return None
    who, what = match["who"], match["what"]
    if who.lower() in ("he", "she", "they", "it"):
        first = re.match(r"((?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur) [a-z' -]+?|[A-Z][\w'-]*) (will|must|has to|is going to|loses?)\b", what)
        if first is None:
            return None
        who, what = first[1], f"{who.lower()}{what[first.end(1) :]}"
    return f"{who[:1].upper()}{who[1:]} must {verb} {match['rest'].rstrip()} or {what[:1].lower() + what[1:] if what[:3].lower() in ('the', 'an ', 'a l', 'my ', 'our') else what}."


def _alone(match: re.Match[str]) -> str | None:
    """ "The village is asleep and only Pia can wake it" as "Pia must wake the village"."""
    who = match["who"]
    if who[:1].islower() and classify(who.split()[-1])[0] not in ANIMATE:
        return None  # "only a flower can cure it"
    return f"{who[:1].upper()}{who[1:]} must {match['verb']} {match['what'][:1].lower()}{match['what'][1:]}{match['rest'].rstrip()}."


def _somebody(match: re.Match[str]) -> str | None:
    if re.search(r"\bit$", match["what"]):
        return None  # "a barn wants somebody to dance in it"
    return f"{match['who']} must get {match['whom']} to {match['what']}."


def _begged(match: re.Match[str]) -> str:
    """ "Catches a fish that begs him to take it to the sea" as "must take a fish to the sea"."""
    return f"{match['who']} must {match['what']} {match['one']}{match['rest'].rstrip()}."


def _doubted(match: re.Match[str]) -> str:
    thinks = "believes" if match["thinks"].endswith("whether") else match["thinks"]
    return f"{match['who']} {thinks} that {match['what']}."


def _stopped(match: re.Match[str]) -> str:
    """ "The machine has been elected manager, and it is firing everyone" as somebody's "must stop the machine from firing everyone"."""
    what = match["what"]
    return f"Somebody must stop {what[:1].lower()}{what[1:]} from {match['does']}."


def _let_out(match: re.Match[str]) -> str:
    """ "Has broken into the factory and cannot get out" as "must get out of the factory"."""
    where = re.sub(r"^an? ", "the ", match["where"], flags=re.IGNORECASE)
    return f"{match['who']} must get {match['out'].lower()}{'' if match['out'].lower() == 'off' else ' of' if match['out'].lower() == 'out' else ' from'} {where}."
