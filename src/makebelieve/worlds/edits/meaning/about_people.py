"""Readings about somebody: who they are, where they stand, what they say, know, give, want and do."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import arrivals, conduct, deeds, slots
from makebelieve.worlds.edits.meaning.dealings import YOU
from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap, Wish
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.manners import FOLLOW, deed_of
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
    what = re.sub(r"^(?:an?other|one more) [\w ]+?, (?=an? )", "", what)
    if (
        tells := re.fullmatch(
            r"(?P<np>.+?),? (?:who|that|which) (?:says|shouts|whispers|sings|announces|repeats|keeps saying):? (?P<q>[\"“].+[\"”])(?P<in> (?:in|at|on) .+)?",
            what,
        )
    ) and arrivals.being(tells["np"]):
        at = slots.located(world, f"{tells['np']}{tells['in'] or ''}")
        return [(0.88, partial(arrivals.voice, what=at.what, place=at.place, line=tells["q"]))]
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
            return [(0.85, partial(conduct.mannered, thing=who, manner=f"{'less ' if ' less ' in what else ''}{more['m']}"))]
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
    if (
        (mine := re.fullmatch(r"(?P<np>(?:an?|two|some) .+?) for (?P<o>.+)", what))
        and arrivals.being(mine["np"])
        and (re.fullmatch(HERO, mine["o"], re.IGNORECASE) or _player_as(world, mine["o"]))
    ):
        return [(0.86, partial(deeds.follows, thing=None, new=mine["np"]))]
    at = slots.located(world, what)
    who = slots.somebody(world, at.what) if not re.match(r"(?:an?|another|some|two|three) ", at.what) else None
    if who is not None and at.place is not None and who.kind == "person":
        return [(0.85, partial(deeds.moved, thing=who, place=at.place))]
    if re.match(r"(?:more|no|not|less|it|something|everything|to)\b", at.what):
        return []
    if arrivals.being(at.what):
        return [(0.82 if at.place else 0.7, partial(arrivals.newcomer, what=at.what, place=at.place))]
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
            return [(0.9, partial(conduct.knows, thing=who, fact=fact["v"]))]
        if gift := re.fullmatch(rf"(?:get|give|bring|earn|win) {YOU} (?P<v>(?:an?|the|some) .+)", deed):
            return [(0.9, partial(deeds.gives, thing=who, what=gift["v"]))]
        return []
    if (
        re.fullmatch(
            r"(?:the |our )?(?:real |true )?(?:murderer|killer|culprit|thief|poisoner|burglar|traitor|criminal|guilty (?:one|person))",
            subject,
            re.IGNORECASE,
        )
        and (who_ := re.fullmatch(r"be (?:really )?(?P<v>.+)", deed))
        and not wish.negative
        and slots.somebody(world, who_["v"])
    ):
        return [(0.92, partial(deeds.guilty, name=who_["v"]))]
    if re.fullmatch(r"nobody else|no one else|no other (?:people|person|one)", subject, re.IGNORECASE) and re.match(
        r"be (?:looking for|searching|after|hunting|in the way|chasing|trying)", deed
    ):
        foe = next((one for one in naming.things(world) if one.kind == "foe"), None)
        return [(0.88, partial(deeds.gone, thing=foe))] if foe is not None else []
    if (pair := re.fullmatch(r"(?P<a>.+?) and (?P<b>.+)", subject)) and not wish.negative:
        some = [one for side in ("a", "b") if (one := slots.somebody(world, pair[side]) or _player_as(world, pair[side]))]
        if len(some) == 2 and re.match(
            r"(?:be|have been|used? to be|hate|love|like|know|fear|envy|despise|admire|share|live together|miss|be in love|quarrel|compete|work together)\b",
            deed,
        ):
            return [(0.9, partial(conduct.related, things=some, deed=deed))]
        return []
    if (name := re.fullmatch(r"be called (?P<n>[A-Z].+)", deed)) and re.search(
        rf"\b{re.escape(re.sub('^the ', '', subject))} {re.escape(name['n'])}\b", str(world.get("description", "")), re.IGNORECASE
    ):
        return []  # the premise calls the player so
    who = slots.somebody(world, subject)
    if who is None or not _same(who, subject):
        return _newcomer(world, subject, deed, wish.negative)
    told = deed_of(world, who, deed, wish.negative, when)
    if re.match(r"(?:if|once|after|as soon as|when)\b", when) and _whom(world, when) is None:
        # What comes of a choice, or only of what is carried, is no lasting trait.
        return [one for one in told if getattr(one[1], "func", None) not in _LASTING]
    return told


_LASTING: Final = (conduct.does, conduct.looks_like, conduct.state, conduct.longs, conduct.mannered, deeds.moved, deeds.gone, deeds.become)


def _player_as(world: World, phrase: str) -> Thing | None:
    found = Known(world).find(phrase)
    return found if found is not None and found.kind == "player" else None


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
        return [(0.9, partial(conduct.mannered, thing=who, manner=re.sub(r"^(?:more|much|a bit) ", "", value["v"])))]
    if both[1] == "words" and (quoted(value["v"]) or re.match(r"[A-Z]", value["v"])):
        return [(0.95, partial(conduct.says, thing=who, line=value["v"]))]
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
    return [(0.95, partial(conduct.says, thing=who, line=subject))] if who else []


def _met(world: World, deed: str, when: str) -> list[Scored]:
    """What the player does with somebody: meet, get something from, learn from."""
    deed = re.sub(r",? (?:and )?not from .+$", "", deed)
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
        r"(?:learn|hear|find out|discover|be told|know|understand)(?: from| through| by talking to| by asking| by) (?P<o>.+?),? (?P<v>(?:that|what|where|who|how|why|when|about) .+)",
        deed,
    ) or re.fullmatch(
        r"(?:learn|hear|find out|discover|be told) that (?P<v>.+?) (?:from|through|by talking to|by asking|by) (?P<o>.+)", deed
    ):
        who = slots.somebody(world, fact["o"])
        if who is not None:
            return [(0.92, partial(conduct.knows, thing=who, fact=fact["v"]))]
    if (line := quoted(deed)) and re.match(r"(?:hear|be greeted (?:with|by)|read|get to hear) ", deed) and when:
        person = _whom(world, when)
        who = slots.somebody(world, person) if person else None
        if who is not None:
            return [(0.92, partial(conduct.says, thing=who, line=line))]
    if meet := re.fullmatch(
        r"(?:meet|encounter|run into|bump into|come across|see|find|talk to|speak to|speak with|talk with|have)(?: again)? (?P<np>.+)", deed
    ):
        at = slots.located(world, meet["np"])
        if at.place is not None and not re.search(r"\b(?:end|ending)$", at.place.name):
            who = slots.somebody(world, at.what) if not re.match(r"(?:an?|another|some) ", at.what) else None
            if who is not None and who.kind == "person" and _same(who, at.what):
                return [(0.88, partial(deeds.moved, thing=who, place=at.place))]
            if who is None and arrivals.being(at.what) and re.match(r"(?:an?|another|some|two|three|[A-Z])", at.what):
                return [(0.86, partial(arrivals.newcomer, what=at.what, place=at.place))]
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
    if also := re.fullmatch(r"(?:not )?be alone, (?P<o>.+?) (?:should|could|must|can) (?:come|go)(?: along| too| with .+)*", deed):
        who = slots.somebody(world, also["o"])
        return [(0.9, partial(deeds.follows, thing=who, new=also["o"]))] if who else []
    return []


def _newcomer(world: World, subject: str, deed: str, negative: bool) -> list[Scored]:
    """Somebody who is not there yet should be somewhere, come along, take a place."""
    if (
        negative
        or " name for " in deed
        or not re.match(r"(?:an?|another|some|two|three|the|[A-Z])", subject)
        or not (arrivals.being(subject) or _ANIMATE.match(deed))
    ):
        return []
    if taken := re.fullmatch(
        r"(?:take|have|get|fill|come in|step in|stand in|replace|be in|take over from)(?: for)? (?P<o>.+?)(?:'s (?:place|position|job|role|spot))?",
        deed,
    ):
        old = slots.somebody(world, taken["o"])
        if old is not None and (deed.endswith(("place", "role", "spot", "job", "position")) or deed.startswith(("replace", "take over"))):
            return [(0.92, partial(deeds.replaced, thing=old, new=subject))]
    if gift := re.fullmatch(rf"(?:give|hand|offer|sell|lend) {YOU} (?P<np>(?:an?|the|some) .+?)(?P<in> (?:in|at|on) .+)?", deed):
        spot = slots.place(world, gift["in"] or "") if gift["in"] else None
        return [(0.88, partial(deeds.giver, what=subject, gift=gift["np"], place=spot))]
    if way := re.fullmatch(rf"(?:show|tell|point|lead) {YOU} (?:the way |how to get |out )?(?:in)?to (?P<t>.+)", deed):
        spot = slots.place(world, way["t"])
        return [(0.86, partial(deeds.guide, what=subject, place=spot))] if spot else []
    if FOLLOW.fullmatch(deed):
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
        return [(0.88, partial(arrivals.newcomer, what=f"{subject}{does}", place=at.place))]
    return []


_ANIMATE: Final = re.compile(
    r"(?:live|work|sleep|hide|complain|beg|fish|dance|read|sing|whisper|snore|knit|cook|wait for|greet|warn|accompany|follow)\b"
)
"""Verbs by which a noun that nobody knows is somebody."""


def _third(deed: str) -> str:
    from makebelieve.worlds.edits.wishes.endings import third

    return third(deed)
