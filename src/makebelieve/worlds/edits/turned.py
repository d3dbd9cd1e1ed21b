"""Wishes that need something of this world to be said plainly: parts of names, somebody in apposition, the first lock, what is halfway."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.wishes.phrases import is_living, is_place
from makebelieve.worlds.generation.morphology import article, is_plural

_NAME: Final = r"(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*"
_ADD: Final = r"(?:(?:please )?(?:add|put(?: in)?|have|let there be|there should be|I want|I'd like|I would like|we need|give (?:him|her|me|us|them)) )"


def corrected(world: World, text: str) -> str:
    """ "add sharks! no wait, crocodiles": only what was said last is wished."""
    match = re.fullmatch(
        r"(?P<v>(?:please )?(?:add|put|make it|have|rename [\w' ]+ to|call (?:him|her|it|them)|turn [\w' ]+ into)) (?P<old>[\w' -]+?)[,.!?; -]+(?:oh |ah |um+ |hmm+ )?(?:no wait|wait no|no|wait|actually|scratch that|sorry)\b[,.! ]+(?:no[, ]+|wait[, ]+|actually[, ]+|rather |make that |I mean[, ]+|maybe )*(?P<new>(?!(?:it|that|this|do|don't|make|add|I)\b)[\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    return f"{match['v']} {match['new']}" if match else text


def apposed(world: World, text: str) -> str:
    """ "I'd like a friend for the cook, a baker named Yuki": one person."""
    match = re.fullmatch(
        rf"{_ADD}an? (?:[a-z]+ )?(?P<a>[a-z]+)(?: (?:for|of) [\w' -]+?)?, (?P<np>an? [\w' -]+? (?:called|named) {_NAME}.*)",
        text,
        re.IGNORECASE,
    )
    return f"add {match['np']}" if match and is_living(match["a"]) else text


def companion_there(world: World, text: str) -> str:
    """ "put a cat called Ink in the library that follows you": who goes along is in every place."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>an? [\w' -]+?(?: (?:called|named) {_NAME})?) (?:in|at|on) (?P<t>[\w' -]+?),? (?:that|who|which|and (?:he|she|it)) (?:should )?(?:follows?|accompan(?:ies|y)|(?:goes?|comes?|walks?|travels?) (?:along )?with)(?: (?:you|me|us|him|her|them|the player|along|around|everywhere))*[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not any(one.thing.kind == "place" for one in mentions(world, match["t"])):
        return text
    return f"add {match['np']} that follows the player"


def by_part(world: World, text: str) -> str:
    """ "change Pim to a badger", where Detective Pim Otter is played: what he is, not the word."""
    match = re.fullmatch(
        r"(?:change|turn|make|transform) (?P<t>(?-i:[A-Z])[\w'-]+)(?: to| into)? (?P<n>an? [a-z]+(?: [a-z]+)?)[.!]*", text, re.IGNORECASE
    )
    if match is None or not is_living(re.sub(r"^an? ", "", match["n"])):
        return text
    some = [
        one
        for one in naming.things(world)
        if one.kind in ("player", "person") and match["t"] in one.name.split() and one.name != match["t"]
    ]
    return f"make {some[0].name if some[0].kind == 'person' else 'the player'} {match['n']}" if len(some) == 1 else text


def used_for(world: World, text: str) -> str:
    """ "add a radio you can use to call home": it stands there, and there is the choice."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>an? [\w' -]+?)(?: (?:in|at|on) (?P<t>[\w' -]+?))?,? (?:that |which )?(?:you|one|I|we) can (?:use|play with) (?:it )?to (?P<v>[a-z]+ [\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or is_living(match["np"]):
        return text
    where = next((one.thing.name for one in mentions(world, match["t"] or "") if one.thing.kind == "place"), None)
    if match["t"] and where is None:
        return text
    here = where or shown_name(world, world["entrance"]["state"])
    noun = re.sub(r"^an? ", "", match["np"])
    return f"put {match['np']} in {here}. you should be able to use the {noun} to {match['v']} in {here}"


def time_of_day(world: World, text: str) -> str:
    match = re.fullmatch(
        r"(?:it (?:should|could|must) (?:be|happen|take place|play)|make it|set it|let it be) (?:a (?:bit|little) |much )?(?P<w>earlier|later)(?: (?:in|on) the day| in the (?:morning|evening|afternoon))?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not re.search(r"\bday|morning|evening|afternoon", text):
        return text
    return "make it morning" if match["w"].lower() == "earlier" else "make it evening"


def first_lock(world: World, text: str) -> str:
    """ "remove the first lock": the first way that takes something takes nothing."""
    match = re.fullmatch(
        r"(?:please )?(?:remove|delete|take (?:out|away)|get rid of|drop|open|unlock) the (?P<n>first |second |last )?(?:lock|locked (?:door|way|place)|gate|barrier)(?:[,.;!]+.*| because .*)?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    order = naming.in_order(world)
    locked = sorted(
        (
            one
            for one in world["scene"]["events"]
            if one["kind"] == "transition"
            and one.get("requires")
            and referents.leads(world, one) in order
            and not re.search(r"_(?:later|again)$", str(referents.leads(world, one)))
        ),
        key=lambda one: order.index(str(referents.leads(world, one))),
    )
    ids = list(dict.fromkeys(str(referents.leads(world, one)) for one in locked))
    if not ids:
        return text
    at = {"second": 1, "last": len(ids) - 1}.get((match["n"] or "first").strip().lower(), 0)
    return f"unlock {shown_name(world, ids[min(at, len(ids) - 1)])}"


def halfway(world: World, text: str) -> str:
    """ "add a storm halfway through": in the place that lies in the middle."""
    match = re.fullmatch(
        r"(?:please )?(?:add|have|put in|let there be|there should be|I want) (?:an? |some )?(?P<w>(?:thunder)?storm|fog|rain|snow|snowstorm|mist|wind) (?:at |in )?(?:halfway(?: through)?|half way(?: through)?|midway(?: through)?|the middle(?: of (?:it|the (?:story|game)))?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    order = naming.in_order(world, again=False)
    sky = {
        "storm": "stormy",
        "thunderstorm": "stormy",
        "fog": "foggy",
        "mist": "foggy",
        "rain": "rainy",
        "snow": "snowy",
        "snowstorm": "snowy",
        "wind": "windy",
    }[match["w"].lower()]
    return f"make it {sky} in {shown_name(world, order[len(order) // 2])}"


def needed(world: World, text: str) -> str:
    """ "we should need rope and planks": the last way takes them."""
    match = re.fullmatch(
        r"(?:we|you|I|they|he|she|the player) (?:(?:should|must|have to|has to) (?:need|bring|collect)|needs?)(?: to (?:find|have|bring|collect))? (?P<a>(?:an? |some |two |three )?[a-z]+(?: [a-z]+)?)(?: and (?P<b>(?:an? |some |two |three )?[a-z]+(?: [a-z]+)?))?(?: (?:first|to (?:win|finish|dig|build|cook|fight|mend|fix|climb|cut|swim|fly)(?: it| them| that)?|for (?:it|that)|before the end))*[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or re.search(r"\b(?:out|that|more|less|time|help|it|them|who|way|to)\b", match["a"]) or mentions(world, match["a"]):
        return text
    nouns = [one for one in (match["a"], match["b"]) if one]
    if any(
        classify(lemma(one.split()[-1].lower(), "noun") or "")[0] in ("", "abstract", "person", "creature", "act", "event", "communication")
        for one in nouns
    ):
        return text
    order = naming.in_order(world, again=False)
    last = shown_name(world, order[-1])
    counted = [
        one if re.match(r"(?:an?|some|two|three) ", one) else f"some {one}" if is_plural(f"the {one}") else article(one) for one in nouns
    ]
    return ". ".join(f"{last} should need {one}" for one in counted)


def ends_with(world: World, text: str) -> str:
    """ "make the end really happy with fireworks": two wishes."""
    match = re.fullmatch(
        r"make the (?P<k>(?:good|happy|bad|sad|winning|losing) )?end(?:ing)? (?:be )?(?:really |very |super |so )?(?P<a>[a-z]+) with (?P<np>[\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or lemma(match["a"].lower(), "adjective") is None:
        return text
    kind = match["k"] or ""
    return f"make the {kind}ending {match['a']}. in the {kind}ending there should be {match['np']}"


_HABITS: Final = {"limp": "walk with a limp", "lisp": "speak with a lisp", "stutter": "speak with a stutter", "accent": "speak with an accent", "cough": "cough now and then", "temper": "be quick to anger", "cold": "sneeze now and then", "smile": "smile", "grin": "grin"}  # fmt: skip


def habit(world: World, text: str) -> str:
    """ "the keeper should have a limp": nothing that could lie about."""
    match = re.fullmatch(
        r"(?P<t>[\w' .-]+?) should have an? (?:bad |nasty |slight |strong |terrible )?(?P<h>[a-z]+)[.!]*|give (?P<t2>[\w' .-]+?) an? (?:bad |nasty |slight |strong |terrible )?(?P<h2>[a-z]+)[.!]*",
        text,
        re.IGNORECASE,
    )
    does = _HABITS.get((match["h"] or match["h2"]).lower()) if match else None
    return f"{match['t'] or match['t2']} should {does}" if match and does else text


def give_up(world: World, text: str) -> str:
    """ "you shouldn't be able to give up": the choice may have another name here."""
    if not re.fullmatch(
        r"(?:you|one|the player|nobody|players|we) (?:should ?n[o']?t|must not|mustn't|cannot|can't|should not) (?:be able to |be allowed to )?(?:give up|quit|stop)[.!]*|(?:remove|delete|take out) the (?:choice|option|button) to give up[.!]*",
        text,
        re.IGNORECASE,
    ):
        return text
    known = [
        referents.label_of(one)
        for one in world["scene"]["events"]
        if world["scene"]["states"].get(str(referents.leads(world, one)), {}).get("ending", {}).get("kind") == "lose"
    ]
    if any(one.lower().startswith("give up") for one in known) or not known:
        return text
    return f"remove the choice '{known[0]}'"


def ends_badly(world: World, text: str) -> str:
    """ "if you open the wrong chest it explodes and you lose": a choice, what comes of it, and the end."""
    match = re.fullmatch(
        r"(?:if|when) (?:you|I|we|the player|one) (?P<c>[a-z]+ [\w' -]+?),? (?:then )?(?P<e>it|they|(?:the|an?) [\w' -]+?) (?P<v>[a-z]+)(?P<r> [\w' -]+?)?,? (?:and|so)(?: then)? (?P<l>(?:you|we|I|the player|one) (?:lose|die|fail)s?)[.!]*",
        text,
        re.IGNORECASE,
    )
    stem = lemma(match["v"].lower(), "verb") if match else None
    if match is None or not stem or re.search(r"\b(?:and|or|should)\b", match["c"]):
        return text
    who = match["e"] if match["e"].lower() not in ("it", "they") else f"the {match['c'].split()[-1]}"
    return f"if you {match['c']}, {who} should {stem}{match['r'] or ''}, and you lose"


def if_lost(world: World, text: str) -> str:
    """ "make the hikers angry if you fail": that is how the losing ending is."""
    match = re.fullmatch(
        r"(?:make |let )?(?P<t>[\w' -]+?) (?:should be |must be |be |is |are )?(?P<a>[a-z]+) (?:if|when) (?:you|we|I|the player) (?P<l>lose|fail|win|succeed)s?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or lemma(match["a"].lower(), "adjective") != match["a"].lower() or not mentions(world, match["t"]):
        return text
    return f"in the {'losing' if match['l'].lower() in ('lose', 'fail') else 'winning'} ending {match['t']} should be {match['a']}"


_SKIES: Final = {"thunderstorm": "stormy", "storm": "stormy", "hurricane": "stormy", "blizzard": "snowy", "snowstorm": "snowy", "snowfall": "snowy", "drizzle": "rainy", "downpour": "rainy"}  # fmt: skip


def weathered(world: World, text: str) -> str:
    """ "add a thunderstorm outside": the sky is no thing that could lie about."""
    match = re.fullmatch(
        rf"{_ADD}(?:an? |some )?(?:big |huge |bad |terrible |proper |wild )?(?P<w>{'|'.join(_SKIES)})(?: (?:outside|everywhere|all around|in the (?:sky|background)))?(?: (?:in|at|on) (?P<t>[\w' -]+?))?[.!]*",
        text,
        re.IGNORECASE,
    )
    where = next((one.thing.name for one in mentions(world, match["t"] or "") if one.thing.kind == "place"), None) if match else None
    if match is None or (match["t"] and where is None):
        return text
    return f"make it {_SKIES[match['w'].lower()]}{f' in {where}' if where else ''}"


def somewhere(world: World, text: str) -> str:
    """ "add a map somewhere": halfway."""
    match = re.fullmatch(
        r"(?P<v>(?:please )?(?:add|put|hide|place)) (?P<np>(?:an?|some|two|three) [\w' -]+?) (?:somewhere|anywhere|wherever (?:you (?:like|want)|it fits))[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    order = naming.in_order(world, again=False)
    verb = "hide" if re.search(r"hide", match["v"], re.IGNORECASE) else "put"
    return f"{verb} {match['np']} in {shown_name(world, order[len(order) // 2])}"


def sizes(world: World, text: str) -> str:
    """ "make the hamsters bigger", where they are what the story is about: they should be big."""
    match = re.fullmatch(r"make (?P<t>[\w' -]+?) (?:(?:a (?:bit|lot|little)|much|even) )*(?P<a>[a-z]+er)[.!]*", text, re.IGNORECASE)
    base = lemma(match["a"].lower(), "adjective") if match else None
    if match is None or not base or base == match["a"].lower():
        return text
    some = mentions(world, match["t"])
    goal = some[0].thing if some and some[0].thing.kind == "goal" and (some[0].start, some[0].end) == (0, len(match["t"])) else None
    return f"{goal.name} should be {base}" if goal else text


def in_other_words(world: World, text: str) -> str:
    """ "he needs a disguise, a big fake moustache": one thing, told twice."""
    match = re.fullmatch(
        r"(?P<a>.*\b(?:needs?|gets?|finds?|have|has|add|put|hide|give (?:him|her|them|me)) )an? (?P<n>[a-z]+), (?P<np>an? (?!and\b)[a-z' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or " and " in match["np"] or is_living(match["n"]):
        return text
    return f"{match['a']}{match['np']}"


def rather_play(world: World, text: str) -> str:
    """ "I'd rather play the critic"."""
    match = re.fullmatch(
        r"(?:I'd|I would|we'd|we would) (?:rather|prefer to|like to|love to) (?:play|be)(?: as)? (?P<n>(?:the |an? )?[\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    return f"the player should be {match['n']}" if match and len(match["n"].split()) < 5 else text


def where_one_can(world: World, text: str) -> str:
    """ "add a closet where you can hide": one hides in it."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>an? [\w' -]+?)(?: (?:next to|near|beside|by|behind|in|at|on) (?P<t>[\w' -]+?))?,? where (?:you|one|I|we|the player) (?:can|could) (?P<v>hide|sit|sleep|rest|swim|wait|sit down|lie down)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or is_living(match["np"]):
        return text
    here = next(
        (one.thing.name for one in mentions(world, match["t"] or "") if one.thing.kind == "place"),
        shown_name(world, world["entrance"]["state"]),
    )
    verb = match["v"].lower()
    inside = "in" if verb in ("hide", "swim", "wait") else "on"
    if is_place(match["np"]):
        noun = re.sub(r"^an? ", "", match["np"])
        return f"add {match['np']} next to {here}. you should be able to {verb} in the {noun}"
    return f"put {match['np']} in {here}. you should be able to {verb} {inside} the {re.sub(r'^an? ', '', match['np'])} in {here}"


def both_ways(world: World, text: str) -> str:
    """ "make the guard younger and more scared": two wishes."""
    match = re.fullmatch(r"make (?P<t>[\w' .-]+?) (?P<a>[a-z]+er) and (?:more (?P<b>[a-z]+)|(?P<c>[a-z]+er))[.!]*", text, re.IGNORECASE)
    who = next((one for one in mentions(world, match["t"]) if one.thing.kind in ("player", "person")), None) if match else None
    if match is None or who is None or (who.start, who.end) != (0, len(match["t"])):
        return text
    return f"make {match['t']} {match['a']}. {match['t']} should be {match['b'] or match['c']}"


def ends_in(world: World, text: str) -> str:
    """ "I want it to end with a big dance"."""
    match = re.fullmatch(
        r"(?:(?:I|we) (?:want|would like) (?:it|the (?:story|game)) to|I'd like (?:it|the (?:story|game)) to|(?:it|the (?:story|game)) should|let (?:it|the (?:story|game))|make (?:it|the (?:story|game))) end (?:with|in) (?P<np>(?:an?|some|the) [\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    head = match["np"].split()[-1].lower()
    if classify(lemma(head, "noun") or head)[0] in ("event", "act", "abstract", "communication", "") or head in (
        "dance",
        "party",
        "feast",
        "song",
        "wedding",
        "concert",
    ):
        return f"at the end {match['np']} should begin"
    return f"at the end there should be {match['np']}"


RULES: Final = (
    corrected,
    ends_badly,
    if_lost,
    apposed,
    companion_there,
    by_part,
    used_for,
    time_of_day,
    first_lock,
    halfway,
    needed,
    ends_with,
    habit,
    give_up,
    weathered,
    somewhere,
    sizes,
    in_other_words,
    rather_play,
    where_one_can,
    both_ways,
    ends_in,
)
