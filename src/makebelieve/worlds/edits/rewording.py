"""What people say around a plain wish, and instead of it, in words that name what shall be: before any reader has the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.clauses import spelt
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.moods import mood_of
from makebelieve.worlds.edits.targets import World

_ADD: Final = r"(?:(?:please )?(?:add|put|play|have|let there be|there should be|there must be|I want|I'd like|can (?:we|you|there) (?:have|add|be)|we need|with) )"
_REMOVE: Final = r"(?:please |can you |could you )?(?:remove|delete|take|get rid of|drop|cut|leave out|lose|skip|erase|scrap|throw out)"
_FAMILY: Final = r"(?:sons?|daughters?|kids?|children|child|grandsons?|granddaughters?|brother|sister|niece|nephew|wife|husband|mother|father|mum|mom|dad|friends?|class|pupils|students|boys?|girls?|players?|testers?|teacher|boss|little (?:one|ones|boy|girl|brother|sister))"


def reworded(world: World, said: str) -> str:
    """The sentence in plainer words that ask for the same; itself where nothing is to be said otherwise."""
    text = spelt(said)
    for rule in _RULES:
        text = rule(world, text)
    return text if text != spelt(said) else said


def _for_others(world: World, text: str) -> str:
    """ "my daughter wants the dragon to be pink": it is wished all the same."""
    wished = rf"^(?:(?:and|also|oh|so) )*(?:my|our|the) (?:[a-z]+ )?{_FAMILY} (?:really )?(?:wants?|would (?:like|love|prefer)|wishes|wish|wanted|asked for|asks for|insists? on)"
    text = re.sub(rf"{wished}(?: that)? (?P<x>(?!to\b)[^,.;!?]+?) to (?P<v>[a-z].*)$", r"\g<x> should \g<v>", text, flags=re.IGNORECASE)
    return re.sub(rf"{wished} (?P<x>(?:an?|another|some|more) .+)$", r"add \g<x>", text, flags=re.IGNORECASE)


def _removed(world: World, text: str) -> str:
    """ "take the hedge away, it blocks the path": of what goes nothing more can be wished."""
    match = re.fullmatch(
        rf"(?P<w>{_REMOVE} [^,.;:!?()-]+?)(?:(?: ?[,.;:!(]+| -+|,? because|,? since|,? as) ?)(?P<why>(?:it|he|she|they|that|this|there|you|I|nobody|everybody|we|the [a-z]+) (?!should|must|could|can be|to)[a-z']+\b[^.;!?]*)[).! ]*",
        text,
        re.IGNORECASE,
    )
    if match is None or re.search(r",? (?:and|but|so|then) (?:then )?(?:add|put|make|let|give|move|rename|change|instead)\b", match["why"]):
        return text
    return match["w"]


def _named(world: World, text: str) -> str:
    """ "the dragon needs a name, call him Smudge"."""
    match = re.fullmatch(
        r"(?:please )?(?:(?P<t>[\w' -]+?) (?:needs|should have|should get|has no|does not have|doesn't have|wants|must have)|give (?P<t2>[\w' -]+?)) (?:an?|the|any)?(?: proper| real| good| nice)? ?name[,.;:!-]* (?:so |and |please |maybe |just |let us |let's |you could |how about |what about )*"
        r"(?:(?:call|name) (?:him|her|it|them) |(?:he|she|it|they) (?:is|should be|could be) (?:called|named) |like |maybe |perhaps )?(?P<n>(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*)(?: please)?[.!]*",
        text,
        re.IGNORECASE,
    )
    return f"rename {match['t'] or match['t2']} to {match['n']}" if match else text


def _degrees(world: World, text: str) -> str:
    """ "really rude" is very rude; "really a spy" is what somebody is in truth."""
    parts = re.split(r"(\"[^\"]*\")", text)
    for number in range(0, len(parts), 2):
        parts[number] = re.sub(
            r"\b((?:be|make|is|are|look|looks|feel|feels|bit|[A-Z][a-z]+|the [a-z]+)) (?:really|totally|super|extremely|incredibly|absolutely|completely) (?=(?!an?\b|the\b|not\b|from\b)[a-z]+(?:[.!]*$|,? and ))",
            r"\1 very ",
            parts[number],
        )
    return "".join(parts)


def _music(world: World, text: str) -> str:
    """ "add jazz music in the bar": what is played in a place is heard there."""
    match = re.fullmatch(
        rf"{_ADD}(?:some |a bit of |a )?(?P<k>[a-z]+(?:[ -][a-z]+)?) (?P<s>music|songs?|tunes?)(?: playing| on| that plays)? (?P<p>in|at|on|to|into|inside) (?P<t>.+)",
        text.rstrip(" .!"),
        re.IGNORECASE,
    )
    if (
        match is None
        or re.search(r"\b(?:background|some|the|other|better|nicer|new|end|start|beginning)\b", match["k"])
        or mood_of(match["k"].lower())
    ):
        return text
    where = next((one for one in mentions(world, match["t"]) if one.thing.kind == "place"), None)
    if where is None or where.end != len(match["t"]):
        return text
    return f"one should hear {match['k']} {match['s']} in {where.thing.name}"


def _towns(world: World, text: str) -> str:
    """ "change Chicago to Paris": a name that is only part of others is another wherever it is written."""
    match = re.fullmatch(
        r"(?:please )?(?:change|rename|swap|switch|replace|turn) (?P<a>(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?) (?:to|into|for|with|by|in) (?P<b>(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)(?: please| everywhere)?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    part = re.compile(rf"\b{re.escape(match['a'])}$")
    things = naming.things(world)
    if any(one.kind in ("person", "player", "foe", "item", "ending") and match["a"].lower() in one.name.lower() for one in things):
        return text
    if not any(part.search(one.name) and one.name != match["a"] for one in things if one.kind in ("place", "goal")):
        return text
    return f"write {match['b']} instead of {match['a']} everywhere"


def _kept_name(world: World, text: str) -> str:
    """ "Biscuit should be a dog", of a cat Biscuit that is looked for: another animal of the same name."""
    match = re.fullmatch(
        r"(?:(?:make|change|turn|let) )?(?P<t>[\w' -]+?) (?:should be|should become|be|to|into|is|was)? ?(?:actually |instead )?an? (?P<v>[a-z]+)(?: instead| please)*(?:,? (?:and )?not an? (?P<o>[a-z]+))?[.!]*",
        text,
        re.IGNORECASE,
    )
    goal = next((one for one in naming.things(world) if one.kind == "goal"), None)
    named = re.search(r"\b(?P<kind>[a-z]+) (?P<name>[A-Z]\w+)$", goal.name) if goal else None
    if match is None or named is None or classify(named["kind"])[0] not in ("creature", "person") or match["v"] == named["kind"]:
        return text
    spoken = re.sub(r"^(?:the|my|her|his|our|their) ", "", match["t"], flags=re.IGNORECASE).lower()
    if spoken not in (named["kind"], named["name"].lower(), f"{named['kind']} {named['name']}".lower()) or classify(match["v"])[0] not in (
        "creature",
        "person",
    ):
        return text
    return f"write {match['v']} instead of {named['kind']} everywhere"


def _companion(world: World, text: str) -> str:
    """ "have his little sister Pia help him": somebody new of the player's own comes along."""
    match = re.fullmatch(
        r"(?:please )?(?:have |let |add |make )?(?:his|her|my|their) (?P<k>(?:little |big |older |younger |best |old |small |twin )*(?:brother|sister|friend|cousin|dog|cat|uncle|aunt|grandfather|grandmother|grandpa|grandma|father|mother|son|daughter|pony|horse)),? (?P<n>(?-i:[A-Z])[\w'-]+ )?"
        r"(?:should |must |could |to |who |that )?(?:helps?|comes? along|comes? (?:along )?with|goes? (?:along )?with|accompan(?:y|ies)|follows?|joins?|travels? with)(?: (?:him|her|me|them|us|you|out|along|the player|everywhere|too))*[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or naming.find(world, (match["n"] or match["k"]).strip(), ("person",), loose=False) is not None:
        return text
    player = next((one.name for one in naming.things(world) if one.kind == "player"), "the player")
    return f"give {player} a {match['k']}{' called ' + match['n'].strip() if match['n'] else ''} who comes along"


def _always(world: World, text: str) -> str:
    """ "the cook should be nervous all the time": what somebody is they are in every scene."""
    return re.sub(
        r"^((?:make )?(?:the |an? )?[\w' .-]+? (?:should be |be )?(?:very |more |less )?[a-z]+),? (?:all the time|at all times|the whole time|throughout)[.!]*$",
        r"\1",
        text,
        flags=re.IGNORECASE,
    )


_AUDIENCE: Final = r"(?:the |my |our |most |some |these |those )?(?:kids|children|people|players|readers|testers|pupils|students|class|son|daughter|nobody|everybody|little ones|they are kids|they're kids)"


def _for_whom(world: World, text: str) -> str:
    """ "make it shorter, kids get bored": what is said of those who play is why."""
    return re.sub(
        rf"^((?:make|let|turn|change|less|more|shorten|use|remove|cut)\b[^,;.!]*)(?:[,;.!]+| -+| because| since| as) {_AUDIENCE} (?!should|must|could)[a-z']+\b[^,;.!]*[.!]*$",
        r"\1",
        text,
        flags=re.IGNORECASE,
    )


_RULES: Final[tuple[Callable[[World, str], str], ...]] = (
    _for_others,
    _removed,
    _named,
    _degrees,
    _music,
    _towns,
    _kept_name,
    _companion,
    _always,
    _for_whom,
)
