"""What people say around a plain wish, and instead of it, in words that name what shall be: before any reader has the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, roundabout, told_otherwise, turned
from makebelieve.worlds.edits.clauses import spelt
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.moods import mood_of
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.wishes.phrases import is_living, is_place
from makebelieve.worlds.generation.morphology import article

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


def _one_of_them(world: World, text: str) -> str:
    """ "there is no cake, put one in the hall": one of what is missing."""
    match = re.fullmatch(
        r"(?:(?:there(?:'s| is| are|'re)?|I (?:see|find)|we have|it has) (?:no|not (?:an?|any)) |where (?:is|are) the )(?P<n>[a-z][a-z ]*?)(?: anywhere| here| in (?:it|here|the (?:game|story|world)))?"
        r"(?: ?[,.;!?-]+ ?(?:so |please |can you |could you )*|,? so |,? please )(?P<v>(?:put|add|place|hide|hang|set|give me|I want)) (?P<one>one|some)\b(?P<where>.*)",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    return f"{match['v']} {match['one'] + ' ' + match['n'] if match['one'].lower() == 'some' else article(match['n'])}{match['where']}"


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


def _followed(world: World, text: str) -> str:
    """ "give her a dog that comes with her": somebody new by the player's side."""
    match = re.fullmatch(
        r"(?:please )?(?:give|get) (?P<w>[\w' .-]+?) (?P<np>an? [\w' -]+?(?: (?:called|named) (?-i:[A-Z])[\w'-]+)?),? (?:that|who|which) (?:always )?(?:comes? along|(?:comes|goes|walks|travels|stays|runs) (?:along |everywhere |around )?with|follows|accompanies|helps)(?: (?:him|her|me|them|us|it|you|the player|everywhere|along|around))*[.!]*",
        text,
        re.IGNORECASE,
    )
    player = next((one.thing for one in mentions(world, match["w"]) if one.thing.kind == "player"), None) if match else None
    if match is None or not (player or re.fullmatch(r"(?:me|us|you|him|her|them|the player|the hero(?:ine)?)", match["w"], re.IGNORECASE)):
        return text
    return text if re.search(_KIN, match["np"]) else f"add {match['np']} that follows the player"


_KIN: Final = r"\b(?:brother|sister|mother|father|cousin|uncle|aunt|grand\w+|son|daughter|friend|mum|dad|twin)\b"


def _sold(world: World, text: str) -> str:
    """ "an ice cream stand where you can buy ice cream": it stands there, and there is the choice."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>an? [\w' -]+?)(?P<t> (?:in|at|on|to|near|next to) (?:the|my) [\w' -]+?)?,? where (?:you|one|I|we|people) (?:can|could|may) (?P<v>[a-z]+ [\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or is_place(match["np"]) or is_living(match["np"]):
        return text
    here = next((one.thing.name for one in mentions(world, match["t"] or "") if one.thing.kind == "place"), None)
    if match["t"] and here is None:
        return text
    here = here or shown_name(world, world["entrance"]["state"])
    return f"put {match['np']} in {here}. you should be able to {match['v']} in {here}"


_COLOUR: Final = r"(?:red|blue|green|yellow|gold|golden|orange|white|black|brown|pink|purple|violet|grey|gray|silver|turquoise)"


def _coloured(world: World, text: str) -> str:
    """ "the red light should be green": the light stays a light."""
    match = re.fullmatch(
        rf"(?:make |turn |paint |change )?(?:the |that |this )?(?P<a>{_COLOUR}) (?P<n>[a-z]+) (?:(?:should|must|could|has to) be |is |be |to |into )?(?P<b>{_COLOUR})(?: instead| please)*[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not naming.sightings(world, f"{match['a']} {match['n']}"):
        return text
    return f"write {match['b']} {match['n']} instead of {match['a']} {match['n']} everywhere"


def _both(world: World, text: str) -> str:
    """ "she should be older and wear glasses": two wishes of one verb."""
    match = re.fullmatch(
        r"(?P<t>[\w' .-]+?) should be (?P<a>(?:(?:more|less|very|a bit|much) )?[a-z]+) and (?:should )?(?P<v>(?!be\b|more\b|less\b|very\b)[a-z]+ [\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    verb = match["v"].split()[0]
    if lemma(verb, "verb") != verb or lemma(verb, "adjective") == verb:
        return text
    return f"{match['t']} should be {match['a']}. {match['t']} should {match['v']}"


def _yards(world: World, text: str) -> str:
    """ "at the farm" of a world with a farmyard."""
    known = {one for thing in naming.things(world) for one in naming.words(thing.name)}
    for thing in naming.things(world):
        for word in naming.words(thing.name) if thing.kind == "place" else ():
            short = re.match(r"([a-z]{4,})(?:yard|house|land|field|stead|shop|room|side|ground)$", word)
            if short and short[1] not in known:
                text = re.sub(
                    rf"\b(in|at|on|to|into|from|inside|near|behind|beside) (?:the|my|our|his|her) {short[1]}(?=[ ,.;!?]|$)(?! [a-z]*(?:house|yard))",
                    rf"\1 {thing.name}",
                    text,
                    flags=re.IGNORECASE,
                )
    return text


def _visited(world: World, text: str) -> str:
    """ "I want to visit a museum too": where there is none it is added."""
    match = re.fullmatch(
        r"(?:I (?:also )?(?:want|would like) to|I'd like to|let me|let us|you should (?:also )?be able to|I should be able to|can (?:I|you|we)) (?:also )?(?P<v>visit|go (?:in)?to|see|explore|enter|haunt|search|clean) (?P<np>(?:an?|the|my|our) [a-z]+(?: [a-z]+)?)(?: too| as well| also| please)*[.!?]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not is_place(match["np"]) or mentions(world, match["np"]) or naming.find(world, match["np"]) is not None:
        return text
    bare = re.sub(r"^\w+ ", "", match["np"])
    start = shown_name(world, world["entrance"]["state"])
    order = naming.in_order(world, again=False)
    beside = shown_name(world, order[min(1, len(order) - 1)]) if order else start
    made = f"add {article(bare)} next to {beside}"
    return (
        made
        if re.match(r"(?:visit|go|see|explore|enter)", match["v"], re.IGNORECASE)
        else f"{made}. you should be able to {match['v']} the {bare} in the {bare}"
    )


def _seen(world: World, text: str) -> str:
    """ "in the attic one should see two kids": they are there."""
    match = re.fullmatch(
        r"(?P<p>in|at|on) (?P<t>[\w' -]+?),? (?:one|you|I|we|the player) (?:should|could|can|must) (?:be able to |also )?see (?:that )?(?P<x>.+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    where = next((one for one in mentions(world, match["t"]) if one.thing.kind == "place"), None) if match else None
    if match is None or where is None or (where.start, where.end) != (0, len(match["t"])):
        return text
    return (
        f"{match['x']} {match['p'].lower()} {where.thing.name}"
        if not re.match(r"(?:an?|some|two|three|many) [\w' -]+$", match["x"])
        else f"put {match['x']} {match['p'].lower()} {where.thing.name}"
    )


def _doing(world: World, text: str) -> str:
    """ "add grandma! she should bake cookies in the kitchen": that is where she is."""
    match = re.fullmatch(
        r"(?:please )?(?:add|put in) (?P<np>(?:an? |the )?[\w'-]+(?: [\w'-]+){0,2}?)[.!,;]+ (?:and )?(?:she|he|it|they) (?:should|must|could|can) (?P<v>(?!be\b|have\b|say\b|give\b|tell\b)[a-z]+(?: [\w'-]+){0,4}?) (?P<p>in|at|on) (?P<t>[\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    where = next((one for one in mentions(world, match["t"]) if one.thing.kind == "place"), None) if match else None
    if match is None or where is None or (where.start, where.end) != (0, len(match["t"])) or not is_living(match["np"]):
        return text
    bare = re.sub(r"^(?:an?|the) ", "", match["np"], flags=re.IGNORECASE)
    return f"put {match['np'] if naming.proper(bare) else article(bare)} {match['p']} {where.thing.name}. {bare if naming.proper(bare) else 'the ' + bare} should {match['v']}"


def _called_both(world: World, text: str) -> str:
    """ "the sister should be called Emma, and the brother Paul": two names by one verb."""
    match = re.fullmatch(
        r"(?P<a>[\w' .-]+?) (?:(?:should|must|could) be |is |are )?(?:called|named) (?P<n>(?-i:[A-Z])[\w'-]+),? (?:and|but) (?P<b>(?!the (?:other|second|younger|older|elder|little|big)(?: one)? )(?:the|her|his|my|their) [\w' -]+?) (?:(?:should be |is )?(?:called|named) )?(?P<m>(?-i:[A-Z])[\w'-]+)[.!]*",
        text,
        re.IGNORECASE,
    )
    return f"rename {match['a']} to {match['n']}. rename {match['b']} to {match['m']}" if match else text


def _less_walking(world: World, text: str) -> str:
    return re.sub(
        r"^(?:I want |there should be |with )?(?:less|not so much|fewer) (?:walking|running|going|wandering)(?: around| about| back and forth)?(?: please)?[.!]*$",
        "make it shorter",
        text,
        flags=re.IGNORECASE,
    )


_RULES: Final[tuple[Callable[[World, str], str], ...]] = (
    *roundabout.RULES,
    *told_otherwise.RULES,
    *turned.RULES,
    _for_others,
    _removed,
    _one_of_them,
    _named,
    _degrees,
    _music,
    _towns,
    _kept_name,
    _companion,
    _always,
    _for_whom,
    _followed,
    _sold,
    _coloured,
    _both,
    _yards,
    _visited,
    _seen,
    _doing,
    _called_both,
    _less_walking,
)
