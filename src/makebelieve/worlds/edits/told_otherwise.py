"""Wishes in turns of speech, said again with the places and people that this world has: who bars a way, what is at the end, a way out."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.phrases import is_living
from makebelieve.worlds.generation.morphology import article

_NAME: Final = r"(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*"
_NP: Final = r"(?:an?|some|two|three|my) [\w'-]+(?: [\w'-]+){0,3}?"
_ADD: Final = (
    r"(?:(?:please )?(?:(?:add|put|place|let there be|there should be|there must be|have|I want|I'd like|I would like|we need) )?)"
)


def barred(world: World, text: str) -> str:
    """ "add a troll who blocks the way until you give him a goat": he is there, and the next way takes a goat."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>{_NP}(?: (?:called|named) {_NAME})?)(?: (?:in|at|on) (?P<p>[\w' -]+?))?,? (?:who|that|which|and (?:he|she|it)) (?:blocks|guards|bars|is blocking|is guarding|stands in|won't let you|does not let you|doesn't let you|only lets you)(?: (?:the |my |your )?(?:way|path|road|entrance|door|bridge|pass|past|by|in|through))*(?: (?:to|into) (?P<t>[\w' -]+?))?,? (?:until|unless|if|when|before|without)(?: (?:you|I|we|one|the player))? (?:first )?(?:give|bring|pay|show|hand|feed|have|find|get|giving|bringing)s?(?: (?:him|her|it|them))?(?: with)? (?P<i>(?:an?|some|the|two|three) [\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    here, to = (_place(world, match[one]) for one in ("p", "t"))
    if (match["p"] and here is None) or (match["t"] and to is None):
        return text
    ways = [
        (one["from"][0], str(referents.leads(world, one)))
        for one in world["scene"]["events"]
        if one["kind"] == "transition" and not one.get("requires")
    ]
    order = naming.in_order(world)
    found = next(
        (
            (a, b)
            for a, b in sorted(ways, key=lambda way: order.index(way[0]) if way[0] in order else 99)
            if a in order and b in order and order.index(a) < order.index(b) and here in (None, a) and to in (None, b)
        ),
        None,
    )
    if found is None:
        return text
    return f"put {match['np']} in {shown_name(world, found[0])}. {shown_name(world, found[1])} should need {match['i']}"


def two_names(world: World, text: str) -> str:
    """ "one of the sisters should be called Pip and the other Pop": the two who are played."""
    match = re.fullmatch(
        rf"(?:can |could |let )?(?:one|the first|the older|the big) of (?P<t>[\w' -]+?) (?:should |could |must )?(?:be |is )?(?:called|named) (?P<a>{_NAME}),? (?:and|the other)(?: (?:the )?(?:other|second|younger|little)(?: one)?)?(?: (?:should )?(?:be |is )?(?:called|named))? (?P<b>{_NAME})[.!?]*",
        text,
        re.IGNORECASE,
    )
    match = match or re.fullmatch(
        rf"(?:call |name )?the (?:older|elder|big|bigger|first|taller) (?P<t>[a-z]+) (?:(?:should be|is) )?(?:called |named )?(?P<a>{_NAME}),? (?:and )?the (?:younger|little|smaller|second|other)(?: one| [a-z]+)? (?:(?:should be|is) )?(?:called |named )?(?P<b>{_NAME})[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    players = next((one for one in naming.things(world) if one.kind == "player"), None)
    if players is not None and naming.many(players.name) and lemma(players.name.split()[-1], "noun") == match["t"].lower():
        return f"rename the player to {match['a']} and {match['b']}"
    who = next((one.thing for one in mentions(world, match["t"]) if one.thing.kind == "player"), None)
    return f"rename the player to {match['a']} and {match['b']}" if who and naming.many(who.name) else text


def at_end(world: World, text: str) -> str:
    """ "the ending should have the egg hatching", "change the ending so that it hatches": that is how it comes out."""
    match = re.fullmatch(
        r"(?:the |my )?(?:(?P<k>good|happy|winning|best|bad|sad|losing) )?ending should (?:have|show|be with|be about) (?P<s>(?:the|an?|my|her|his|their) [\w' -]+?|(?-i:[A-Z])\w+) (?P<v>[a-z]+ing)(?P<r> [\w' -]+)?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not (stem := lemma(match["v"].lower(), "verb")):
        return text
    return (
        f"at the end {match['s']} should {stem}{match['r'] or ''}"
        if not match["k"]
        else f"in the {match['k']} ending {match['s']} should {stem}{match['r'] or ''}"
    )


def the_one_who(world: World, text: str) -> str:
    """ "Gil should be the one who helps him": Gil should help him."""
    match = re.fullmatch(
        r"(?P<t>[\w' .-]+?) should be the one (?:who|that) (?P<v>(?!stole\b|took\b)[a-z]+s) (?P<r>[^.!?]+)[.!]*", text, re.IGNORECASE
    )
    stem = lemma(match["v"].lower(), "verb") if match else None
    return f"{match['t']} should {stem} {match['r']}" if match and stem else text


def another_self(world: World, text: str) -> str:
    """ "I don't like the apprentice being a boy, make it a girl called Elspeth"."""
    match = re.fullmatch(
        r"(?:I (?:don't|do not|dont) (?:really )?(?:like|want)(?: that)?|I hate(?: that)?) (?P<t>(?:the |my )?[\w' -]+?|(?-i:[A-Z])\w+) (?:being|is|to be) [\w' -]+[,.;!]+ ?(?:so |please |can you |just )*(?:make|turn|change) (?:it|him|her|them) (?:into |to |be )?(?P<n>an? [\w' -]+)[.!]*",
        text,
        re.IGNORECASE,
    )
    who = next((one for one in mentions(world, match["t"])), None) if match else None
    return f"make {match['t']} {match['n']}" if match and who is not None and (who.start, who.end) == (0, len(match["t"])) else text


def way_out(world: World, text: str) -> str:
    """ "let there be a way to jump off the bus and end the game early": an ending, and no good one."""
    match = re.fullmatch(
        r"(?:(?:let there be|there should be|add|I want|I'd like|give me|put in|can there be|could there be) (?:an? )?(?:way|choice|option|possibility|chance) (?:for (?:me|you|the player) )?to|I (?:want|would like) to be able to|you should be able to) (?P<v>[a-z]+ [\w' -]+?) (?:and (?:then )?|to )(?P<how>end|finish|quit|lose|win) (?:the (?:game|story)|it)?(?: (?:early|at once|right away|there|too soon))*[.!?]*",
        text,
        re.IGNORECASE,
    )
    stem = lemma(match["v"].split()[0].lower(), "verb") if match else None
    if match is None or stem != match["v"].split()[0].lower():
        return text
    return f"there should be a way to {'win' if match['how'].lower() == 'win' else 'lose'}: {match['v']}"


def heard(world: World, text: str) -> str:
    """ "there's a weird noise coming from the back of the bus": it is heard in the bus."""
    match = re.fullmatch(
        r"(?:there (?:is|should be)|there's|theres|add|put|I want|let there be) (?P<np>an? [\w' -]*?(?:noise|sound|music|voice|howl|scream|song|melody|knocking|whisper|whispering|humming|laugh|cry|growl|bell)s?)(?: that (?:is )?)? ?(?:coming|comes)? from (?P<f>[\w' -]+?)[.!]*",
        text,
        re.IGNORECASE,
    )
    where = next((one for one in mentions(world, match["f"]) if one.thing.kind == "place"), None) if match else None
    if match is None or where is None:
        return text
    part = re.sub(r" of $", "", match["f"][: where.start])
    away = f" from {part}" if part and part != match["f"] else ""
    return f"in {where.thing.name} one should hear {match['np']}{away}"


def titled(world: World, text: str) -> str:
    """ "make the title The Last Bus Home"."""
    match = re.fullmatch(
        rf"(?:please )?(?:make|set|let|change) (?:the |its )?(?:title|name of (?:the |this )?(?:game|story|world))(?: to| be| into)?:? (?P<n>[\"']?{_NAME}(?: (?:of|the|and|in|at|to|a) {_NAME})*[\"']?)(?: please| instead)*[.!]*",
        text,
    )
    return f"rename the world to {match['n']}" if match else text


def own_pet(world: World, text: str) -> str:
    """ "add my dog Chili sleeping under the truck": a dog of that name is there."""
    match = re.fullmatch(
        rf"(?:please )?(?:add|put(?: in)?|I want|include|can you add) my (?P<n>[a-z]+(?: [a-z]+)?) (?P<name>{_NAME})(?:,? (?:(?:who|that) is )?(?P<d>[a-z]+ing)(?P<r> [\w' -]+?))?[.!]*",
        text,
    )
    if match is None or not is_living(match["n"]):
        return text
    stem = lemma(match["d"], "verb") if match["d"] else None
    if stem is None:
        return text if match["d"] else f"add a {match['n']} called {match['name']}"
    return f"a {match['n']} named {match['name']} {stem}s{match['r']}"


def last_met(world: World, text: str) -> str:
    """ "I want three judges at the end, not just one": where the story ends."""
    match = re.fullmatch(
        rf"{_ADD}(?P<np>{_NP}) (?:at|in) the (?:very )?end(?: of (?:it|the (?:game|story)))?(?:,? (?:and )?not (?:just )?[\w ]+)?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not is_living(re.sub(r"^\w+ ", "", match["np"])):
        return text
    return f"put {match['np']} in {_last(world)}"


def _last(world: World) -> str:
    key = naming.last_place(world)
    return shown_name(
        world, re.sub(r"_(?:later|again)$", "", key) if re.sub(r"_(?:later|again)$", "", key) in world["scene"]["states"] else key
    )


def first_two(world: World, text: str) -> str:
    """ "a bridge between the first two places": these two have names."""
    order = naming.in_order(world, again=False)
    if len(order) < 2:
        return text
    text = re.sub(
        r"\bbetween the first (?:two|2) (?:places|rooms|scenes|locations)\b",
        f"between {shown_name(world, order[0])} and {shown_name(world, order[1])}",
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(
        r"\b(?:whoever|the (?:one|person|guy|man|woman) (?:who|that)) (?:is|stands|waits) (?:in|at|on) the first (?:place|room|scene)\b",
        lambda one: _first_met(world, order[0]) or one[0],
        text,
        flags=re.IGNORECASE,
    )


def ordinals(world: World, text: str) -> str:
    """ "in the last place": by its name."""

    def named(match: re.Match[str]) -> str:
        key = naming.ordinal_place(world, match["o"])
        return (
            f"{match['p']} {shown_name(world, re.sub(r'_(?:later|again)$', '', key))}"
            if key and re.sub(r"_(?:later|again)$", "", key) in world["scene"]["states"]
            else match[0]
        )

    return re.sub(
        r"\b(?P<p>in|at|on|into|inside) (?P<o>the (?:first|second|third|last|final) (?:place|room|scene|location))\b(?! (?:where|that|which|of)\b)",
        named,
        text,
        flags=re.IGNORECASE,
    )


def _somebody(world: World, phrase: str) -> list[naming.Thing]:
    try:
        found = naming.find(world, phrase, ("player", "person"))
    except Unsure:
        return []
    return [found] if found is not None else []


def on_shoulder(world: World, text: str) -> str:
    """ "add a parrot on Zara's shoulder": it goes along with who is played, and is seen on anybody else."""
    match = re.fullmatch(
        rf"(?:{_ADD}(?P<a>an? [\w' -]+?)(?: (?:sitting|perched|that sits))? on (?P<t>[\w .-]+?)(?:'s|s')? (?P<s>shoulder|head|arm)s?|(?P<t2>[\w' .-]+?) should have (?P<a2>an? [\w' -]+?) on (?:his|her|their|its|one|the) (?P<s2>shoulder|head|arm)s?|give (?P<t3>[\w' .-]+?) (?P<a3>an? [\w' -]+?) on (?:his|her|their|its|one|the) (?P<s3>shoulder|head|arm)s?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    whose, what, part = (next(match[one] for one in (k, f"{k}2", f"{k}3") if match[one]) for k in ("t", "a", "s"))
    if not is_living(re.sub(r"^an? ", "", what)):
        return text
    some = [one.thing for one in mentions(world, whose)] or _somebody(world, whose)
    if re.fullmatch(r"(?:his|her|their|my|your|our|the player|the hero)", whose, re.IGNORECASE) or (some and some[0].kind == "player"):
        return f"add {what} that follows the player"
    return f"{some[0].name} should hold {what} on one {part}" if some and some[0].kind == "person" else text


def _first_met(world: World, key: str) -> str:
    some = [one.name for one in naming.things(world) if one.kind == "person" and one.name in world["scene"]["states"][key]["base"]]
    return some[0] if len(some) == 1 else ""


def held(world: World, text: str) -> str:
    """ "Rosa should carry a wooden spoon": whoever is played has it in hand."""
    match = re.fullmatch(
        r"(?P<t>[\w' .-]+?) should (?:carry|be carrying|be holding) (?P<np>(?:an?|some|two) [\w' -]+?)(?: around| with (?:him|her|it|them))*[.!]*",
        text,
        re.IGNORECASE,
    )
    who = next((one for one in mentions(world, match["t"]) if one.thing.kind == "player"), None) if match else None
    return f"{match['t']} should hold {match['np']}" if match and who else text


def more_of(world: World, text: str) -> str:
    """ "less friendly, more creepy": the second is wished."""
    return re.sub(
        r"\b(?P<b>should be|needs? to be|must be|be|make [\w' -]+?) less [a-z]+(?:,| and|, and|, but| but) (?:much )?more (?P<v>[a-z]+)",
        r"\g<b> more \g<v>",
        text,
        flags=re.IGNORECASE,
    )


def words_kept(world: World, text: str) -> str:
    """What is known by heart lies about on a slip: a way that takes "a password"."""
    return re.sub(
        r"^(?P<a>(?:please )?(?:lock|close|bar|seal) .+? with |.+? (?:should|must) (?:need|take|require) |you (?:should )?need )(?:an?|the) (?:secret )?(?P<n>password|passcode|code word|codeword|code|secret word|magic word|riddle)(?=[.!]*$| to (?:get|enter|go)| that| hidden)",
        r"\g<a>a slip with the \g<n>",
        text,
        flags=re.IGNORECASE,
    )


def named_maybe(world: World, text: str) -> str:
    """ "I want their cousin to have a name, maybe Bandit"."""
    match = re.fullmatch(
        rf"(?:I (?:want|would like)|I'd like|can|could|let) (?P<t>[\w' -]+?) (?:to )?(?:have|get|be given) (?:an?|some)(?: proper| real| nice| cool)? name[,:;.!?-]* ?(?:like|maybe|perhaps|such as|for example|say|how about|call (?:him|her|it|them))? ?(?P<n>{_NAME})[.!?]*",
        text,
        re.IGNORECASE,
    )
    return f"rename {match['t']} to {match['n']}" if match else text


def and_lost(world: World, text: str) -> str:
    """ "mum should come home early and then you lose"."""
    match = re.fullmatch(
        r"(?P<t>(?!you\b|i\b|we\b|it\b|one\b|there\b|the player\b)[\w' -]+?) (?:should|could|might|can|must|comes?) (?P<v>[a-z]+(?: [\w'-]+){0,6}?),? (?:and|so)(?: then| that)? (?:you|the player|we|I|one|it'?s?)(?: should| will| can)? (?:lose|loses|fail|die|is over|game over)(?: the game)?[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or re.search(r"\b(?:if|when|unless|until)\b", text, re.IGNORECASE):
        return text
    verb, _, rest = match["v"].partition(" ")
    if lemma(verb.lower(), "verb") != verb.lower():
        return text
    return f"add a losing ending where {match['t']} {verb if naming.many(match['t']) else third(verb)} {rest}".rstrip()


def one_of_them(world: World, text: str) -> str:
    """ "one of the dolls should talk": a doll that does, where they are seen."""
    match = re.fullmatch(
        r"(?:make |let |have )?one of the (?P<n>[a-z]+s) (?:should |must |could )?(?:be able to )?(?P<v>(?!be\b|have\b|wear\b|tell\b|give\b)[a-z]+)(?P<r> [\w' -]+)?[.!]*",
        text,
        re.IGNORECASE,
    )
    noun = lemma(match["n"].lower(), "noun") if match else None
    if match is None or not noun or lemma(match["v"].lower(), "verb") != match["v"].lower() or mentions(world, f"the {match['n']}"):
        return text
    seen = next(
        (key for key in naming.in_order(world) if re.search(rf"\b{noun}s?\b", world["scene"]["states"][key]["base"], re.IGNORECASE)), None
    )
    where = shown_name(world, seen or world["entrance"]["state"])
    if match["v"].lower() in ("talk", "speak"):
        return f"put a talking {noun} in {where}"
    return f"{article(noun)} {third(match['v'].lower())}{match['r'] or ''} in {where}"


def wearing(world: World, text: str) -> str:
    return re.sub(r"\b(should|must|could) be (wear|carry|hold)ing\b", r"\1 \2", text, flags=re.IGNORECASE)


def compound(world: World, text: str) -> str:
    """ "call the vacuum Dusty" where the texts only know a vacuum cleaner: all of it gets the name."""
    match = re.fullmatch(rf"(?P<a>(?:please )?(?:call|name|rename) (?:the|my|our) )(?P<n>[a-z]+)(?P<b>(?: to| into)? {_NAME}[.!]*)", text)
    if match is None or mentions(world, f"the {match['n']}"):
        return text
    told = f"{world.get('description', '')} {world['scene']}"
    after = re.findall(rf"\b{match['n']}\b ?([a-z]*)", told)
    if not after or len(set(after)) > 1 or not after[0] or lemma(after[0], "noun") != after[0] or lemma(after[0], "verb"):
        return text
    return f"{match['a']}{match['n']} {after[0]}{match['b']}"


def _place(world: World, phrase: str | None) -> str | None:
    found = [one for one in mentions(world, phrase or "") if one.thing.kind == "place"]
    return found[0].thing.id if found else None


def let_us(world: World, text: str) -> str:
    """ "can we make the king a queen?" is asked out of courtesy."""
    return (
        re.sub(
            r"^(?:can|could|may|might) (?:we|I)(?: please| maybe| also)* (?=(?:make|turn|change|rename|call|remove|replace|swap|move|put|add|give|lock|unlock|take|get rid)\b)",
            "",
            text,
            flags=re.IGNORECASE,
        )
        if re.match(r"(?:can|could|may|might)\b", text, re.IGNORECASE)
        else text
    )


def has_somebody(world: World, text: str) -> str:
    """ "let the king have a jester called Figgle": there is one."""
    match = re.fullmatch(
        rf"(?:let|make) (?P<t>(?!her\b|him\b|me\b|us\b|them\b|it\b|you\b)[\w' -]+?) have (?P<np>an? (?P<n>[a-z]+(?: [a-z]+)?)(?: (?:called|named) {_NAME})?(?: (?:who|that) .+)?)[.!]*",
        text,
        re.IGNORECASE,
    )
    if match is None or not is_living(match["n"]) or any(one.thing.kind == "player" for one in mentions(world, match["t"])):
        return text
    return f"add {match['np']}"


RULES: Final = (
    let_us, barred, two_names, at_end, the_one_who, another_self, way_out, heard, titled, own_pet, last_met, first_two, ordinals, on_shoulder, held, more_of, words_kept,
    named_maybe, and_lost, one_of_them, wearing, compound, has_somebody,
)  # fmt: skip
