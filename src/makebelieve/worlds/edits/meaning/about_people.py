"""Readings about somebody: who they are, where they stand, what they say, know, give, want and do."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import deeds, slots
from makebelieve.worlds.edits.meaning.dealings import WHEN_TALKING, YOU, denied, trade
from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap, Wish
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.saying import quoted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World

Scored = tuple[float, Callable[[Draft], str | None]]


def readings(world: World, wish: Wish, known: Known) -> list[Scored]:
    if isinstance(wish, Remove):
        return _removed(world, wish)
    if isinstance(wish, Swap):
        return _swapped(world, wish)
    if isinstance(wish, Add):
        return _added(world, wish)
    return _should(world, wish, known)


def _removed(world: World, wish: Remove) -> list[Scored]:
    what = re.sub(r"^(?:the )?(?:character|person|npc) ", "", wish.what)
    if re.search(r"\b(?:choice|option|button|ending|way|path|door|lock|mission|obstacle)s?\b", what) or " and " in what:
        return []
    thing = slots.somebody(world, what)
    if thing is None or not _same(thing, what):
        return []
    return [(0.9, partial(deeds.gone, thing=thing))]


def _same(thing: Thing, phrase: str) -> bool:
    """Whether a phrase speaks of somebody and nothing besides."""
    said = set(naming.words(re.sub(r" (?:in|at|on|from|by|near|behind|with) .+$", "", phrase)))
    return bool(said) and (bool(said & set(naming.words(f"{thing.name} {thing.about}"))) or len(said) <= 2)


def _swapped(world: World, wish: Swap) -> list[Scored]:
    old = slots.somebody(world, re.sub(r"^(?:to have |have )", "", wish.old))
    new = re.sub(r"^(?:to have |have |there (?:should|could) be )", "", wish.new)
    if old is None or not _same(old, wish.old) or re.search(r"\b(?:name|title|word|ending|choice)\b", wish.old) or slots.place(world, new):
        return []
    return [(0.9, partial(deeds.replaced, thing=old, new=new))]


def _added(world: World, wish: Add) -> list[Scored]:
    what = re.sub(r"^(?:(?:have|see|meet) )", "", wish.what)
    if re.search(
        r"\b(?:ending|choice|option|button|way|path|door|mission|lock|gate|hint|clue|key)s?\b", what.split(" who ")[0].split(" that ")[0]
    ) or quoted(what.split(" says ")[0]):
        return []
    if as_name := re.fullmatch(r"(?P<v>[\"'A-Z].+?) (?:as|for) (?:an? |the )?(?:new )?name (?:for|of) (?P<t>.+)", what):
        who = slots.somebody(world, as_name["t"])
        return [(0.9, partial(deeds.called, thing=who, new=as_name["v"]))] if who else []
    if more := re.fullmatch(
        r"an? (?:much |bit |little )?(?:more |less )?(?P<m>(?:more |less )?[a-z-]+) (?P<t>(?-i:[A-Z])[\w.' ]+)",
        re.sub(r"^a more ", "a more ", what),
    ):
        who = slots.somebody(world, more["t"])
        if who is not None and who.kind == "person":
            return [(0.85, partial(deeds.mannered, thing=who, manner=f"{'less ' if ' less ' in what else ''}{more['m']}"))]
    follow = re.fullmatch(
        rf"(?P<new>.+?),? (?:(?:that|who|which|to|and) )?(?:(?:should |can |could |always )*(?:follows?|accompan(?:y|ies)|comes? (?:along )?with|goes? (?:along )?with|walks? (?:along )?with|travels? with|stays? with|tags? along with|joins?|goes? wherever) {YOU}(?: goes?| go)?|(?:comes?|tags?|goes) along(?: with {YOU})?)(?: (?:around|along|everywhere|all the time|always|on the way|wherever .+))*|"
        r"(?P<pet>.+?),? (?:as|for|to be) (?:an? |the |my |your )?(?:[a-z']+ )?(?:companion|sidekick|partner|pet|travelling companion|friend on the way|company)(?: of the player)?|(?P<side>.+?) (?:at|by) (?:my|their|your|his|her|the player's) side",
        what,
        re.IGNORECASE,
    )
    if follow is not None:
        new = follow["new"] or follow["pet"] or follow["side"]
        who = slots.somebody(world, new)
        return [(0.9, partial(deeds.follows, thing=who, new=new))]
    at = slots.located(world, what)
    who = slots.somebody(world, at.what) if not re.match(r"(?:an?|another|some|two|three) ", at.what) else None
    if who is not None and at.place is not None and who.kind == "person":
        return [(0.85, partial(deeds.moved, thing=who, place=at.place))]
    if re.match(r"(?:more|no|not|less|it|something|everything|to)\b", at.what):
        return []
    if deeds.being(at.what):
        return [(0.82 if at.place else 0.7, partial(deeds.newcomer, what=at.what, place=at.place))]
    return []


def _should(world: World, wish: Should, known: Known) -> list[Scored]:
    subject, deed = wish.subject.strip(" ,"), wish.deed.strip(" ,")
    when = wish.when
    if got := _of_attribute(world, subject, deed):
        return got
    if got := _spoken(world, subject, deed):
        return got
    if re.fullmatch(HERO, subject, re.IGNORECASE) or ((found := known.find(subject)) is not None and found.kind == "player"):
        return _met(world, deed, when)
    if re.fullmatch(r"they|he|she|it", subject, re.IGNORECASE) and when:
        subject = _whom(world, when) or subject
    if gerund := re.fullmatch(
        r"(?:talking to|speaking (?:to|with)|asking|questioning|a (?:talk|chat|conversation|word) with) (?P<o>.+)", subject, re.IGNORECASE
    ):
        who = slots.somebody(world, gerund["o"])
        if who is None:
            return []
        if fact := re.fullmatch(r"(?:reveal|show|tell(?: you| us)?|teach(?: you)?|let you know)(?: that)? (?P<v>.+)", deed):
            return [(0.9, partial(deeds.knows, thing=who, fact=fact["v"]))]
        if gift := re.fullmatch(rf"(?:get|give|bring|earn|win) {YOU} (?P<v>(?:an?|the|some) .+)", deed):
            return [(0.9, partial(deeds.gives, thing=who, what=gift["v"]))]
        return []
    who = slots.somebody(world, subject)
    if who is None or not _same(who, subject):
        return _newcomer(world, subject, deed, wish.negative)
    return _deed(world, who, deed, wish.negative, when)


def _whom(world: World, when: str) -> str | None:
    found = re.search(
        r"(?:talks? (?:to|with)|speaks? (?:to|with)|asks?|meets?|greets?|visits?|approach(?:es)?|questions?|see|sees) (?P<o>.+)$", when
    )
    who = slots.somebody(world, found["o"]) if found else None
    if who is None and (given := re.search(r"\b(?:bring|give|show|hand|pay|offer|lend|sell|fetch|help)s? (?P<o>.+)$", when)):
        both = Known(world).subject(given["o"])
        who = slots.somebody(world, both[0]) if both else slots.somebody(world, given["o"])
    return who.name if who is not None else None


def _of_attribute(world: World, subject: str, deed: str) -> list[Scored]:
    """ "Otto's job should be ...", "the first thing Otto says should be ..."."""
    both = slots.attribute(subject)
    value = re.fullmatch(r"be(?:come)?(?: changed to| now)? (?P<v>.+)", deed)
    if both is None or value is None:
        return []
    who = slots.somebody(world, both[0])
    if who is None:
        return []
    if both[1] == "name":
        return [(0.95, partial(deeds.called, thing=who, new=value["v"]))]
    if both[1] == "role":
        return [(0.9, partial(deeds.become, thing=who, value=value["v"]))]
    if both[1] == "manner":
        return [(0.9, partial(deeds.mannered, thing=who, manner=re.sub(r"^(?:more|much|a bit) ", "", value["v"])))]
    if both[1] == "words" and (quoted(value["v"]) or re.match(r"[A-Z]", value["v"])):
        return [(0.95, partial(deeds.says, thing=who, line=value["v"]))]
    if both[1] == "place" and (spot := slots.place(world, value["v"])):
        return [(0.9, partial(deeds.moved, thing=who, place=spot))]
    return []


def _spoken(world: World, subject: str, deed: str) -> list[Scored]:
    """ "'Come in' should be what Otto says"."""
    if not re.match(r"[\"“]", subject):
        return []
    said = re.fullmatch(
        r"be (?P<o>what .+|.+?'s (?:words|greeting|first (?:words|line|sentence)|line)|the (?:first )?(?:words?|line|greeting|thing) .+)",
        deed,
    )
    if said is None:
        return []
    both = slots.attribute(re.sub(r"^the (?=thing)", "the first ", re.sub(r" should say$", " says", said["o"])))
    who = slots.somebody(world, both[0]) if both else None
    return [(0.95, partial(deeds.says, thing=who, line=subject))] if who else []


def _met(world: World, deed: str, when: str) -> list[Scored]:
    """What the player does with somebody: meet, get something from, learn from."""
    deed = re.sub(r",? and (?:to )?(?:talk|speak|chat) (?:to|with) (?:him|her|them|it)$", "", deed)
    if gift := re.fullmatch(
        r"(?:get|receive|obtain|buy|borrow|be given|take|have|collect|earn) (?P<np>.+?) (?:from|by|off) (?P<o>.+)", deed
    ):
        who = slots.somebody(world, gift["o"])
        if who is not None and who.kind == "person":
            return [(0.9, partial(deeds.gives, thing=who, what=gift["np"]))]
    if gift := re.fullmatch(r"(?:get|receive|obtain|be given) (?P<np>(?:an?|the|some) .+)", deed):
        person = _whom(world, when) if when else None
        who = slots.somebody(world, person) if person else None
        if who is not None:
            return [(0.9, partial(deeds.gives, thing=who, what=gift["np"]))]
    if fact := re.fullmatch(
        r"(?:learn|hear|find out|discover|be told|know|understand)(?: from| through| by talking to| by asking| by) (?P<o>.+?),? that (?P<v>.+)",
        deed,
    ) or re.fullmatch(
        r"(?:learn|hear|find out|discover|be told) that (?P<v>.+?) (?:from|through|by talking to|by asking|by) (?P<o>.+)", deed
    ):
        who = slots.somebody(world, fact["o"])
        if who is not None:
            return [(0.92, partial(deeds.knows, thing=who, fact=fact["v"]))]
    if (line := quoted(deed)) and re.match(r"(?:hear|be greeted (?:with|by)|read|get to hear) ", deed) and when:
        person = _whom(world, when)
        who = slots.somebody(world, person) if person else None
        if who is not None:
            return [(0.92, partial(deeds.says, thing=who, line=line))]
    if meet := re.fullmatch(
        r"(?:meet|encounter|run into|bump into|come across|see|find|talk to|speak to|speak with|talk with|have)(?: again)? (?P<np>.+)", deed
    ):
        at = slots.located(world, meet["np"])
        if at.place is not None and not re.search(r"\b(?:end|ending)$", at.place.name):
            who = slots.somebody(world, at.what) if not re.match(r"(?:an?|another|some) ", at.what) else None
            if who is not None and who.kind == "person" and _same(who, at.what):
                return [(0.88, partial(deeds.moved, thing=who, place=at.place))]
            if who is None and deeds.being(at.what) and re.match(r"(?:an?|another|some|two|three|[A-Z])", at.what):
                return [(0.86, partial(deeds.newcomer, what=at.what, place=at.place))]
    if call := re.fullmatch(r"(?:call|name) (?P<rest>.+)", deed):
        both = Known(world).subject(call["rest"])
        who = slots.somebody(world, both[0]) if both else None
        if both and who:
            return [(0.92, partial(deeds.called, thing=who, new=both[1]))]
    if price := re.fullmatch(
        r"(?:have to |need to |must )?(?:give|bring|pay|hand|show|offer|fetch) (?P<rest>.+?) (?:before|so that|until|to make|first|if|in order|for) .+",
        deed,
    ):
        both = Known(world).subject(price["rest"])
        who = slots.somebody(world, both[0]) if both else None
        if both and who and re.match(r"(?:an?|the|some|two|three) ", both[1]):
            return [(0.9, partial(deeds.wants, thing=who, what=both[1]))]
    if also := re.fullmatch(r"not be alone, (?P<o>.+?) (?:should|could|must|can) (?:come|go)(?: along| too| with .+)*", deed):
        who = slots.somebody(world, also["o"])
        return [(0.9, partial(deeds.follows, thing=who, new=also["o"]))] if who else []
    return []


def _newcomer(world: World, subject: str, deed: str, negative: bool) -> list[Scored]:
    """Somebody who is not there yet should be somewhere, come along, take a place."""
    if negative or not re.match(r"(?:an?|another|some|two|three|[A-Z])", subject) or not deeds.being(subject):
        return []
    if taken := re.fullmatch(
        r"(?:take|have|get|fill|come in|step in|stand in|replace|be in|take over from)(?: for)? (?P<o>.+?)(?:'s (?:place|position|job|role|spot))?",
        deed,
    ):
        old = slots.somebody(world, taken["o"])
        if old is not None and (deed.endswith(("place", "role", "spot", "job", "position")) or deed.startswith(("replace", "take over"))):
            return [(0.92, partial(deeds.replaced, thing=old, new=subject))]
    if _FOLLOW.fullmatch(deed):
        return [(0.9, partial(deeds.follows, thing=None, new=subject))]
    at = slots.located(world, deed)
    if at.place is not None and (
        found := re.match(
            r"(?:be|stand|sit|wait|live|work|stay|hang (?:around|out)|hide|lurk|appear|turn up|show up|come along|pop up|be found|sleep|lean|walk around|sell|play|sing|guard|offer|serve|beg|fish|dance|read)\b",
            at.what,
        )
    ):
        does = (
            ""
            if re.fullmatch(
                r"(?:be|be found|be waiting|stand|wait|live|stay|hang (?:around|out)|appear|turn up|show up|come along|pop up|be there|be met|lurk)(?: around| there)?",
                at.what,
            )
            else f" who {_third(at.what)}"
        )
        del found
        return [(0.88, partial(deeds.newcomer, what=f"{subject}{does}", place=at.place))]
    return []


def _third(deed: str) -> str:
    from makebelieve.worlds.edits.wishes.endings import third

    return third(deed)


_FOLLOW: Final = re.compile(
    rf"(?:(?:always |also )?(?:follow|accompany|join|escort) {YOU}(?: .+)?|(?:come|go|travel|walk|tag|be|stay|ride|fly|hang out|move)(?: along)? with {YOU}(?: .+)?|(?:come|tag|go) along(?: too| everywhere| with .+)?|come too|walk (?:by|at) (?:your|my|the player's) side(?: .+)?|be (?:(?:my|your|the player's|his|her|our|the|an?) )?(?:[a-z]+ )?(?:companion|sidekick|partner|constant companion|travelling companion)(?: .+)?|be at (?:my|your|the player's|their) side(?: .+)?)",
    re.IGNORECASE,
)


def _deed(world: World, who: Thing, deed: str, negative: bool, when: str) -> list[Scored]:
    """What somebody known should do or be."""
    quote = quoted(deed)
    if negative:
        return denied(world, who, deed)
    bare = WHEN_TALKING.sub("", deed) if not quote else deed
    if deed.startswith(":"):
        value = deed[1:].strip()
        if name := re.fullmatch(r"(?:new )?name:? (?P<v>.+)|rename (?:to|as) (?P<w>.+)", value):
            return [(0.9, partial(deeds.called, thing=who, new=name["v"] or name["w"]))]
        return [(0.9, partial(deeds.says, thing=who, line=quote))] if quote and re.match(r"[\"“]", value) else []
    if name := re.fullmatch(
        r"(?:be |become )?(?:called|named|renamed(?: to| as)?|known as|titled) (?P<v>.+)|(?:have|get|bear|carry|take) (?:the|a new|another|a different) name:? (?:of )?(?P<w>.+)|go by (?:the name (?:of )?)?(?P<x>.+)|need (?:the|a new|another) name: (?P<y>.+)",
        re.sub(r" (?:instead|from now on|from on|now)$", "", bare),
    ):
        new = next(one for one in name.groups() if one)
        return [(0.95, partial(deeds.called, thing=who, new=re.sub(r" (?:rather than|instead of) .+$", "", new)))]
    if quote and (
        said := re.match(
            rf"(?:(?:start|begin|open)(?: the (?:talk|conversation))?(?: off)? (?:by saying|with)|(?:greet|welcome|meet|receive) {YOU} (?:with|by saying)(?: the words)?|(?:greet|welcome)s? {YOU}:|(?:say|answer|reply|shout|ask|whisper|mutter|call|cry|tell {YOU}|sing|warn {YOU}|announce|mumble|yell|exclaim|greet)\b)",
            deed,
        )
    ):
        del said
        return [(0.92, partial(deeds.says, thing=who, line=quote))]
    if about := re.fullmatch(
        rf"(?:(?:be able to |always |also )?(?:know|mention|reveal|admit|explain|hint|remember|let slip|confess|say|claim|swear|believe|think|warn {YOU}|tell {YOU}|inform {YOU}|have heard|have seen|be the one who tells {YOU}))(?: (?:to )?{YOU})? that (?P<v>.+)",
        deed,
    ):
        return [(0.92, partial(deeds.knows, thing=who, fact=about["v"]))]
    if about := re.fullmatch(
        rf"(?:know|tell {YOU}|explain(?: to {YOU})?|mention|teach {YOU}|say|reveal)(?: (?:everything|something|all|more))? (?P<v>(?:about|where|how|who|why|what|when) .+)",
        bare,
    ):
        return [(0.86, partial(deeds.knows, thing=who, fact=about["v"]))]
    if _FOLLOW.fullmatch(bare) or re.fullmatch(rf"join {YOU}(?: .+)?", bare):
        return [(0.92, partial(deeds.follows, thing=who, new=who.name))]
    if lies := re.fullmatch(
        r"(?P<verb>lie|pretend|deny|brag|boast|complain|gossip|worry|dream|joke)(?: to (?:you|us|me|the player|everyone))?(?: (?P<v>.+))", bare
    ):
        return [(0.88, partial(deeds.pretends, thing=who, verb=lies["verb"], what=lies["v"]))]
    if got := trade(world, who, deed, when):
        return got
    if role := re.fullmatch(r"(?:turn out to be|be (?:secretly|really|actually|in fact)) (?P<v>.+)", bare):
        return [(0.92, partial(deeds.become, thing=who, value=f"secretly {role['v']}"))]
    if like := re.fullmatch(
        rf"(?:act|behave|sound|seem|appear|feel|look|come across(?: as)?|be|become|get|talk|speak|answer|react)(?: to {YOU})? (?:in an? (?P<a>[a-z-]+(?: and [a-z-]+)?) (?:way|manner|tone|voice)|(?:(?:a (?:bit|lot|little)|much|far|way|rather|very|really|so|too|even|quite|pretty|more of) )*(?P<b>(?:(?:more|less|not so|too) )?[a-z-]+(?:,? (?:and|but) (?:more |less )?[a-z-]+)?))(?: (?:to|towards?|at|with|when|around) .+)?",
        bare,
    ):
        return [(0.9, partial(deeds.mannered, thing=who, manner=like["a"] or like["b"]))]
    if swapped := re.fullmatch(r"be (?:swapped|replaced|exchanged|substituted)(?: out)? (?:for|by|with) (?P<v>.+)", bare):
        return [(0.92, partial(deeds.replaced, thing=who, new=swapped["v"]))]
    if re.fullmatch(
        r"(?:go|leave|disappear|vanish|be (?:gone|removed|deleted|cut|written out|left out|taken out|dropped))(?: away)?(?: (?:from|out of) .+)?",
        bare,
    ):
        return [(0.9, partial(deeds.gone, thing=who))]
    if spot := _stands(world, bare):
        return [(0.9, partial(deeds.moved, thing=who, place=spot))]
    if role := re.fullmatch(
        r"(?:be|become|work as|play|turn out to be|act as|be (?:really|secretly|actually|in fact|rather)|serve as|earn (?:a|his|her|their) living as|make (?:a|his|her|their) living as|live as|get a job as|have (?:the|a) job (?:of|as)|have (?:another|a different|a new) job:?|need another job:?|pass for|be (?:more|rather) of) (?P<v>(?:an?|the|my|your|his|her|their|our|[\w.]+(?: [\w.]+)?'s|two|three|some|called|named) .+)",
        re.sub(r" (?:by trade|by profession|for a living|instead|now)$", "", bare),
    ):
        return [(0.9, partial(deeds.become, thing=who, value=role["v"]))]
    if re.match(r"(?:be|have|need|help|open|lead|win|lose|die|like|want)\b", bare):
        if (own := re.fullmatch(r"have (?P<v>(?:an?|some|two|three) .+)", bare)) and deeds.being(own["v"]):
            return [(0.84, partial(deeds.beside, thing=who, what=own["v"]))]
        if have := re.fullmatch(r"have (?P<v>(?:an?|the|some|two|long|short|red|grey|white|black|blue|green|no|big|small|huge)\b.+)", bare):
            return [(0.84, partial(deeds.looks_like, thing=who, deed=f"have {have['v']}"))]
        return []
    if re.match(r"[a-z]+", bare) and lemma(bare.split(" ")[0], "verb") == bare.split(" ")[0]:
        at = slots.located(world, bare)
        if not re.search(r"\b(?:end|ending)$", bare) and who.kind == "person":
            return [(0.81, partial(deeds.does, thing=who, deed=at.what if at.place else bare, place=at.place))]
    return []


def _stands(world: World, deed: str) -> Thing | None:
    found = re.fullmatch(
        r"(?:be|stand|sit|wait|live|stay|work|belong|hang (?:around|out)|be (?:found|met|waiting|standing|sitting|moved|placed|put|seen|sent|hidden|living)(?: over)?|hide|lurk|move|go|come|appear|turn up|show up|be somewhere)(?: (?:in|at|on|to|into|over to|inside|by|near)) (?P<t>.+?)(?:,? (?:not there|not in .+|instead(?: of .+)?|rather than .+|for you|from now on))?",
        deed,
    )
    return slots.place(world, found["t"]) if found and not re.search(r"\b(?:end|ending)\b", found["t"]) else None
