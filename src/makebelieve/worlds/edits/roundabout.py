"""Wishes told by what is wrong, by a rule or by what somebody is doing, in the plain words that name what shall be."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.wishes.phrases import is_living

_ADD: Final = r"(?:(?:please )?(?:add|put|have|let there be|there should be|there must be|there is|there's|theres|I want|I'd like|can (?:we|you|there) (?:have|add|be)|we need|how about|what about) )"
_NAME: Final = r"(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*"
_W: Final = r"(?!(?:in|on|at|the|an?|of|to|with|under|over|near|behind|beside|for|from|by|who|that|which)\b)[\w'-]+"
_SPOILT: Final = re.compile(r"\b(?:and|but|if|when|who|which|that|instead|not)\b", re.IGNORECASE)


def not_some(world: World, text: str) -> str:
    """ "Jonas should be her uncle instead of just some fisherman": what somebody was is no part of what they shall be."""
    return re.sub(
        r"(\b(?:be|a|an|the|his|her|my|their) [\w' -]+?),? (?:instead of|rather than|and not|not) (?:being )?(?:just|only|merely|simply|some|random|any|a (?:random|normal|plain|boring|mere|simple)|another random)\b[^,.;!?]*",
        r"\1",
        text,
        count=1,
        flags=re.IGNORECASE,
    )


def same_name(world: World, text: str) -> str:
    """ "Bo shouldn't have the same name as the cat, call him Rufus"."""
    match = re.fullmatch(
        rf"(?P<t>[\w' .-]+?) (?:should ?n[o']?t|must not|can't|can ?not|does not need to|doesn't need to) (?:have|share|be called) the same (?:name|thing)? ?(?:as|with) [^,.;:!]+[,.;:!-]+ ?(?:so |please |just |maybe |how about |let's |let us |you could )*(?:call|name|rename|make) (?:him|her|it|them)(?: to)? (?P<n>{_NAME})(?: please| instead)*[.!]*",
        text,
        re.IGNORECASE,
    )
    return f"rename {match['t']} to {match['n']}" if match else text


def lost_if(world: World, text: str) -> str:
    """ "if the guard wakes up you should lose": what happens ends the game badly."""
    lose = r"(?:you|the player|we|i|one|it)(?: should| will| must|'ll)? (?:then )?(?:lose|loses|die|dies|fail|fails|be game over|is game over|be over|should be over|have lost)(?: the game| it all)?|(?:it is |it's |then it is )?game over"
    subject = r"(?P<who>(?!you\b|we\b|i\b|it\b|one\b|the player\b)[\w' -]+?) (?P<v>[a-z]+s)\b(?P<r>[^,.;!?]*?)"
    match = re.fullmatch(rf"(?:if|when) {subject},? (?:then )?(?:{lose})[.!]*", text, re.IGNORECASE) or re.fullmatch(
        rf"(?:{lose}),? (?:if|when) {subject}[.!]*", text, re.IGNORECASE
    )
    if match is None or lemma(match["v"].lower(), "verb") is None or _SPOILT.search(match["r"]):
        return text
    return f"add a losing ending where {match['who']} {match['v']}{match['r']}"


def other_win(world: World, text: str) -> str:
    """ "I want to be able to escape in a pod instead of fixing the engine": another way to win than the deed."""
    match = re.fullmatch(
        r"(?:I (?:want|would like|should be able)(?: to)?|I'd like to|you should|one should|let me|let the player|it should be possible to|can (?:I|you|there be a way to))(?: be able| have the (?:chance|option|choice))?(?: to)? (?P<v>(?!be\b|have\b)[a-z]+(?: [\w'-]+){0,7}?) (?:instead of|rather than|without) (?P<w>[a-z]+ing\b[^,.;!?]*)[.!?]*",
        text,
        re.IGNORECASE,
    )
    if match is None or lemma(match["v"].split()[0].lower(), "verb") != match["v"].split()[0].lower():
        return text
    deed = str((world.get("metadata", {}).get("understood", {}).get("goal") or {}).get("deed") or "").lower()
    said = match["w"].lower()
    known = {lemma(one, "noun") or one for one in re.findall(r"[a-z]+", deed)} - {"the", "a", "an", "of", "to", "in"}
    words = {lemma(one, "noun") or one for one in re.findall(r"[a-z]+", said)} | {lemma(said.split()[0], "verb") or ""}
    return f"add a winning ending where you {match['v']}" if known & words else text


def busy(world: World, text: str) -> str:
    """ "add a woman called Rosa reading a book in the attic": she is there, and that is what she does."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>(?:an? |the |my |some |two |three |her |his |their |our )?{_W}(?: {_W}){{0,2}}?(?: (?:called|named) {_NAME})?)(?: who (?:is|are))? (?P<d>[a-z]+ing)(?P<r>(?: [\w'-]+)*?)[.!?]*",
        text,
        re.IGNORECASE,
    )
    if match is None or _SPOILT.search(match["r"]):
        return text
    np, stem = match["np"], lemma(match["d"].lower(), "verb")
    bare = re.sub(rf"^(?:an?|the|my|some|two|three|her|his|their|our) | (?:called|named) {_NAME}$", "", np, flags=re.IGNORECASE)
    if not stem or not is_living(bare) or classify(lemma(bare.split()[-1].lower(), "noun") or bare.split()[-1].lower())[0] == "creature":
        return text
    if mentions(world, f"the {bare}"):
        return text  # "a woman" where the woman is played
    rest, there = match["r"], ""
    where = [one for one in mentions(world, rest) if one.thing.kind == "place" and one.end == len(rest)]
    if where and (at := re.search(r" (in|at|on|inside) $", rest[: where[-1].start])):
        rest, there = rest[: at.start()], f" {at[1]} {where[-1].thing.name}"
    named = re.search(rf"(?:called|named) (?P<n>{_NAME})$", np)
    who = named["n"] if named else f"the {bare}"
    new = np if re.match(r"(?:an?|the|my|some|two|three|her|his|their|our) ", np, re.IGNORECASE) else f"a {bare}"
    return f"put {new}{there}. {who} should {stem}{rest}"


def worn_and_had(world: World, text: str) -> str:
    """ "the imp should wear an apron and have green ears": two wishes of one "should"."""
    match = re.fullmatch(
        r"(?P<t>[\w' .-]+?) (?:should|must|could) (?P<a>(?:wear|have|carry|hold|be)\b [\w' -]+?) and (?:also )?(?P<v>[a-z]+) (?P<r>(?:an?|the|some|two|his|her|their|its|very|no|[a-z]+) ?[\w' -]*?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    verb = match["v"].lower()
    if verb not in ("have", "wear", "carry", "hold") and (lemma(verb, "verb") != verb or lemma(verb, "noun") or lemma(verb, "adjective")):
        return text
    return f"{match['t']} should {match['a']}. {match['t']} should {verb} {match['r']}"


def only_if(world: World, text: str) -> str:
    """ "Morwenna should give you the cloth only if you bring her a fish": that is what she wants first."""
    match = re.fullmatch(
        r"(?P<t>[\w' .-]+?) (?:should|must|will|could)? ?(?:only )?(?:give|gives|hand|hands|lend|lends|help|helps) (?:you|me|him|her|us|the player)(?: (?:the|an?) [\w' -]+?)?(?: only)?,? (?:if|when|once|after) (?:you|I|we|the player|he|she) (?:first )?(?:bring|give|fetch|get|find|have|brought|hand)s? (?:her |him |it |them )?(?P<np>(?:an?|some|something|two|three)\b[\w' -]*?)(?: first)?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or (" only " not in f" {text} " and "first" not in text):
        return text
    who = next((one.thing for one in mentions(world, match["t"]) if one.thing.kind == "person"), None)
    return f"{who.name} wants {match['np']} first" if who else text


RULES: Final = (only_if, not_some, same_name, lost_if, other_win, busy, worn_and_had)
