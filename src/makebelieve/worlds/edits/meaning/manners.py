"""Readings of what somebody known should do or be: named, placed, of a trade, in a mood; what they say, know and do."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import arrivals, conduct, deeds, slots
from makebelieve.worlds.edits.meaning.dealings import WHEN_TALKING, YOU, denied, trade
from makebelieve.worlds.edits.meaning.saying import quoted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World

Scored = tuple[float, Callable[[Draft], str | None]]
FOLLOW: Final = re.compile(
    rf"(?:(?:always |also )?(?:follow|accompany|join|escort) {YOU}(?: .+)?|(?:come|go|travel|walk|tag|be|stay|ride|fly|hang out|move)(?: along)? with {YOU}(?: .+)?|(?:come|tag|go) along(?: too| everywhere| with .+)?|come too|walk (?:by|at) (?:your|my|the player's) side(?: .+)?|be (?:(?:my|your|the player's|his|her|our|the|an?) )?(?:[a-z]+ )?(?:companion|sidekick|partner|constant companion|travelling companion)(?: .+)?|be at (?:my|your|the player's|their) side(?: .+)?)",
    re.IGNORECASE,
)


def deed_of(world: World, who: Thing, deed: str, negative: bool, when: str) -> list[Scored]:
    """What somebody known should do or be."""
    quote = quoted(deed)
    if negative:
        return denied(world, who, deed)
    bare = WHEN_TALKING.sub("", deed) if not quote else deed
    if deed.startswith(":"):
        value = deed[1:].strip()
        if name := re.fullmatch(r"(?:new )?name:? (?P<v>.+)|rename (?:to|as) (?P<w>.+)", value):
            return [(0.9, partial(deeds.called, thing=who, new=name["v"] or name["w"]))]
        return [(0.9, partial(conduct.says, thing=who, line=quote))] if quote and re.match(r"[\"“]", value) else []
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
        return [(0.92, partial(conduct.says, thing=who, line=quote))]
    if about := re.fullmatch(
        rf"(?:(?:be able to |always |also )?(?:know|mention|reveal|admit|explain|hint|remember|let slip|confess|say|claim|swear|believe|think|warn {YOU}|tell {YOU}|inform {YOU}|have heard|have seen|be the one who tells {YOU}))(?: (?:to )?{YOU})? that (?P<v>.+)",
        deed,
    ):
        return [(0.92, partial(conduct.knows, thing=who, fact=about["v"]))]
    if about := re.fullmatch(
        rf"(?:know|tell {YOU}|explain(?: to {YOU})?|mention|teach {YOU}|say|reveal)(?: (?:everything|something|all|more))? (?P<v>(?:about|where|how|who|why|what|when) .+)",
        bare,
    ):
        return [(0.86, partial(conduct.knows, thing=who, fact=about["v"]))]
    come = re.fullmatch(r"(?:want|wish|like|ask) to (?P<v>.+?)(?:,? (?:so )?let (?:her|him|it|them))?", bare)
    if come and FOLLOW.fullmatch(come["v"]):
        return [(0.92, partial(deeds.follows, thing=who, new=who.name))]
    if FOLLOW.fullmatch(bare) or re.fullmatch(rf"join {YOU}(?: .+)?", bare):
        return [(0.92, partial(deeds.follows, thing=who, new=who.name))]
    if lies := re.fullmatch(
        r"(?P<verb>lie|pretend|deny|brag|boast|complain|gossip|worry|dream|joke)(?: to (?:you|us|me|the player|everyone))?(?: (?P<v>.+))",
        bare,
    ):
        return [(0.88, partial(conduct.pretends, thing=who, verb=lies["verb"], what=lies["v"]))]
    if got := trade(world, who, deed, when):
        return got
    if said := re.fullmatch(
        rf"(?:say|claim|admit|think|swear|believe|mention|insist|tell {YOU})(?: to {YOU})? (?P<v>(?:he|she|they|it|there|nobody|somebody|the [a-z]+|(?-i:[A-Z])[\w.]+)(?: [\w']+)* (?:is|are|was|were|has|have|had|saw|heard|did|does|will|would|can|could|lives?|lies|came|went|took|knows?|never|always|must|should|[a-z]+ed|[a-z]+s)\b.*)",
        bare,
    ):
        fact = re.sub(r"^(?:he|she|they)\b", who.name, said["v"])
        return [(0.88, partial(conduct.knows, thing=who, fact=fact))]
    if voice := re.fullmatch(
        r"(?:only |always |just )?(?P<v>whisper|shout|mumble|stutter|stammer|sing|mutter|growl|hiss|squeak|yell|scream)(?: all the time| only| every word| everything| whatever .+)?",
        bare,
    ):
        return [(0.86, partial(conduct.speaks, thing=who, how="", verb=voice["v"]))]
    if rather := re.fullmatch(r"(?P<v>[a-z]+(?: [a-z]+)?) instead of (?:talking|speaking|answering|saying anything|words)", bare):
        return [(0.88, partial(conduct.speaks, thing=who, how="", verb=rather["v"]))]
    tongue = re.fullmatch(r"(?:only |always )?(?:speak|talk|answer)(?: to you| only| always)? (?P<h>(?:in|like|as|with) .+)", bare)
    if tongue and (
        not re.search(r"\b(?:in an? [a-z]+ (?:way|manner|tone)|in (?:the|a) (?:end|kitchen|room))\b", tongue["h"])
        and slots.place(world, tongue["h"]) is None
    ):
        return [(0.87, partial(conduct.speaks, thing=who, how=tongue["h"]))]
    if bare in conduct._QUIET:
        return [(0.9, partial(conduct.mannered, thing=who, manner=conduct._QUIET[bare]))]
    if into := re.fullmatch(
        r"(?:open|unlock) (?P<t>.+?)(?: for (?:you|me|us|the player))?|let (?:you|me|us|the player) (?:in(?:to)?|enter|go into|pass (?:in)?to) (?P<u>.+)",
        bare,
    ):
        spot = slots.place(world, into["t"] or into["u"])
        return [(0.86, partial(conduct.opens, thing=who, place=spot))] if spot else []
    if me := re.fullmatch(rf"introduce (?:him|her|it|them)sel(?:f|ves)(?: to {YOU})? as (?P<n>.+)", bare):
        return [(0.88, partial(conduct.says, thing=who, line=f"My name is {me['n']}."))]
    if re.fullmatch(rf"(?:tell|say|mention|explain|reveal) (?:it|so|that|this)(?: to {YOU})?|tell {YOU}(?: so| it| that)?", bare):
        return [(0.85, partial(conduct.unclear, thing=who, asked=f"What exactly shall {who.name} tell?"))]
    if re.fullmatch(
        r"(?:need|have|get) (?:an?|some|more of an?|a better) (?:reason|motive|purpose|story|past|secret|personality|background|backstory|role)(?: .+)?",
        bare,
    ):
        return [(0.85, partial(conduct.unclear, thing=who, asked=f"What exactly shall that be for {who.name}?"))]
    if bare == "know":
        return [(0.85, partial(conduct.unclear, thing=who, asked=f"What exactly shall {who.name} know?"))]
    if re.fullmatch(r"have (?:[a-z]+ed|been|seen|done|stolen|taken|lost|found|written|known|made|killed|hidden) .+", bare):
        return [(0.84, partial(conduct.longs, thing=who, deed=bare))]
    if longs := re.fullmatch(
        r"(?:want|love|hate|miss|fear|need|like|dislike|long for|dream of|be after|collect|own) (?P<v>(?:(?:his|her|their|its|your|my) |to |(?:cats|dogs|music|people|children|money|gold)\b).*)",
        bare,
    ):
        return [(0.84, partial(conduct.longs, thing=who, deed=longs[0]))]
    if role := re.fullmatch(r"(?:turn out to be|be (?:secretly|really|actually|in fact)) (?P<v>.+)", bare):
        return [(0.92, partial(deeds.become, thing=who, value=f"secretly {role['v']}"))]
    if like := re.fullmatch(
        rf"(?:act|behave|sound|seem|appear|feel|look|come across(?: as)?|be|become|get|talk|speak|answer|react)(?: to {YOU})? (?:in an? (?P<a>[a-z-]+(?: and [a-z-]+)?) (?:way|manner|tone|voice)|(?:(?:a (?:bit|lot|little)|much|far|way|rather|very|really|so|too|even|quite|pretty|more of) )*(?P<b>(?:(?:more|less|not so|too) )?[a-z-]+(?:,? (?:and|but) (?:more |less )?[a-z-]+)?))(?: (?:to|towards?|at|with|around) {YOU}| when .+)?",
        bare,
    ):
        return [(0.9, partial(conduct.mannered, thing=who, manner=like["a"] or like["b"]))]
    if swapped := re.fullmatch(r"be (?:swapped|replaced|exchanged|substituted)(?: out)? (?:for|by|with) (?P<v>.+)", bare):
        return [(0.92, partial(deeds.replaced, thing=who, new=swapped["v"]))]
    if re.fullmatch(
        r"(?:go|leave|disappear|vanish|be (?:gone|removed|deleted|cut|written out|left out|taken out|dropped))(?: away)?(?: (?:from|out of) .+)?",
        bare,
    ):
        return [(0.9, partial(deeds.gone, thing=who))]
    if spot := stands(world, bare):
        return [(0.9, partial(deeds.moved, thing=who, place=spot))]
    if role := re.fullmatch(
        r"(?:be|become|work as|play|turn out to be|act as|be (?:really|secretly|actually|in fact|rather)|serve as|earn (?:a|his|her|their) living as|make (?:a|his|her|their) living as|live as|get a job as|have (?:the|a) job (?:of|as)|have (?:another|a different|a new) job:?|need another job:?|pass for|be (?:more|rather) of) (?P<v>(?:an?|the|my|your|his|her|their|our|[\w.]+(?: [\w.]+)?'s|two|three|some|called|named) .+)",
        re.sub(r" (?:by trade|by profession|for a living|instead|now)$", "", bare),
    ):
        return [(0.9, partial(deeds.become, thing=who, value=role["v"]))]
    if re.match(r"(?:be|have|need|help|open|lead|win|lose|die|like|want)\b", bare):
        if (own := re.fullmatch(r"have (?P<v>(?:an?|some|two|three) .+)", bare)) and arrivals.being(own["v"]):
            return [(0.84, partial(arrivals.beside, thing=who, what=own["v"]))]
        if have := re.fullmatch(r"have (?P<v>(?:an?|the|some|two|long|short|red|grey|white|black|blue|green|no|big|small|huge)\b.+)", bare):
            return [(0.84, partial(conduct.looks_like, thing=who, deed=f"have {have['v']}"))]
        if re.fullmatch(
            r"be (?:(?:very|quite|really|so|always|still|too) )*(?:(?:[a-z-]+(?:ed|ful|ous|ish|less)|afraid|suspicious|jealous|proud|tired|sick|fond|aware|ashamed|deaf|blind|mute|pregnant|married|lame|bald|rich|poor|ill|drunk|angry|mad|in love|on the run|under arrest|out of breath|allergic|related|engaged|twelve|\w+ years old|older|younger|taller|shorter|stronger|weaker|a bit .+)\b.*)",
            bare,
        ):
            return [(0.83, partial(conduct.state, thing=who, deed=bare))]
        return []
    if re.match(r"[a-z]+", bare) and lemma(bare.split(" ")[0], "verb") == bare.split(" ")[0]:
        at = slots.located(world, bare)
        if not re.search(r"\b(?:end|ending)$", bare) and who.kind == "person":
            return [(0.81, partial(conduct.does, thing=who, deed=at.what if at.place else bare, place=at.place))]
    return []


def stands(world: World, deed: str) -> Thing | None:
    found = re.fullmatch(
        r"(?:be|stand|sit|wait|live|stay|work|belong|hang (?:around|out)|be (?:found|met|waiting|standing|sitting|moved|placed|put|seen|sent|hidden|living)(?: over)?|hide|lurk|move|go|come|appear|turn up|show up|be somewhere)(?: (?:in|at|on|to|into|over to|inside|by|near)) (?P<t>.+?)(?:,? (?:not there|not in .+|instead(?: of .+)?|rather than .+|for you|from now on))?",
        deed,
    )
    return slots.place(world, found["t"]) if found and not re.search(r"\b(?:end|ending)\b", found["t"]) else None
