"""Readings about things and places: what they are called, where they lie, what a way asks for, what one thing is instead of another."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import arrivals, conduct, deeds, slots
from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap, Wish
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.saying import fitted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.wishes import (
    endings,
    finds,
    gates,
    guards,
    instead,
    inventory,
    locks,
    making,
    matters,
    names,
    phrases,
    places,
    sights,
)

Scored = tuple[float, Callable[[Draft], str | None]]
_FIND: Final = r"(?:find|pick up|discover|collect|take|get|come across|be able to (?:find|pick up|take))"
_INTO: Final = r"(?:for (?:getting (?:in)?to|entering|going (?:in)?to|reaching|opening)?|to (?:get (?:in)?to|enter|go (?:in)?to|open|reach|get through to|pass(?: in)?to)) ?"
_WORN_OUT: Final = re.compile(
    r"\b(?:ending|choice|option|button|mission|title|text|narration|world|game|story|hint|lock|padlock|goal|aim|objective|step|task|key)s?\b",
    re.IGNORECASE,
)


def readings(world: World, wish: Wish, known: Known) -> list[Scored]:
    if isinstance(wish, Swap):
        return _swapped(world, wish)
    if isinstance(wish, Remove):
        return _removed(world, wish)
    if isinstance(wish, Add):
        return _added(world, wish)
    return _should(world, wish, known)


def _thing(world: World, phrase: str, kinds: tuple[str, ...] = ("item", "goal", "place")) -> Thing | None:
    found = Known(world).find(phrase.strip(" ,"))
    return found if found is not None and found.kind in kinds else None


def _swapped(world: World, wish: Swap) -> list[Scored]:
    if _WORN_OUT.search(f"{wish.old} {wish.new}") and not re.match(r"[\"“]", wish.old):
        return []
    new = re.sub(
        rf"^(?:{HERO} (?:should |could |to )?(?:find|get|need|have|use|look for|search for|pick up) |have |to have |there (?:should|could) be |it (?:should|could) be )",
        "",
        wish.new,
        flags=re.IGNORECASE,
    )
    old = re.sub(r"^(?:have |to have )", "", wish.old)
    new = re.sub(r",? (?:(?:that|which) )?(?:you|one|the player)(?: (?:have to|has to|can|could|must|should))+ [a-z]+$", "", new)
    thing = _thing(world, old)
    if thing is not None:
        return [(0.88, partial(other, thing=thing, new=new))]
    return [(0.7, partial(otherwise, old=old, new=new))]


def _removed(world: World, wish: Remove) -> list[Scored]:
    if need := re.fullmatch(r"(?:need|requirement|necessity)s? (?:for|of) (?P<np>.+)", wish.what):
        return _unneeded(world, need["np"])
    thing = _thing(world, wish.what, ("item",))
    return [(0.84, partial(out, thing=thing))] if thing is not None else []


def _added(world: World, wish: Add) -> list[Scored]:
    what = wish.what
    if _WORN_OUT.search(what):
        return []
    if name := re.fullmatch(r"(?P<v>[\"'A-Z].+?|the .+?) (?:as|for) (?:the |a )?(?:new |better )?name (?:of|for) (?P<t>.+)", what):
        thing = _thing(world, name["t"])
        return [(0.92, partial(deeds.called, thing=thing, new=name["v"]))] if thing else []
    used = re.fullmatch(
        rf"(?P<np>an? [\w' -]+?),? (?:(?:that|which|where) )?{HERO} (?:can|could|may|should be able to) (?P<v>(?!find|take|pick|collect|keep|talk|speak|go|enter|reach|see|hear)[a-z]+)(?: (?P<p>in|on|with|into|through|under|behind|from|inside))?(?P<in> (?:in|at|on|inside) .+)?",
        what,
    )
    if used and not arrivals.being(used["np"]):
        at = slots.located(world, f"{used['np']}{used['in'] or ''}")
        return [(0.86, partial(usable, what=at.what, verb=f"{used['v']} {used['p'] or ''}".strip(), place=at.place))]
    taken = re.fullmatch(
        rf"(?P<np>.+?),? (?:to (?:find|pick up|collect|take|discover)|(?:that|which) {HERO} (?:can|could|may|should) (?:find|take|pick up|collect|keep|use|discover)|hidden|to be found|for (?:the player|you) to (?:find|take|pick up))(?P<in> (?:somewhere )?(?:in|at|on|inside) .+)?",
        what,
    )
    at = slots.located(world, f"{taken['np']}{taken['in'] or ''}" if taken else what)
    if taken and at.place is None:
        at = slots.located(world, taken["np"])
    if taken and at.place is not None and not arrivals.being(at.what):
        return [(0.88, partial(hidden, what=at.what, place=at.place))]
    return []


def _should(world: World, wish: Should, known: Known) -> list[Scored]:
    subject, deed = wish.subject.strip(" ,"), wish.deed.strip()
    if (
        better := re.fullmatch(
            r"be (?:an? |the )?(?:much |far |way )?(?:better|good|new|right|nicer|great|proper|fine|fitting)? ?name (?:for|of) (?P<t>.+)",
            deed,
        )
    ) and not wish.negative:
        owner = (
            Known(world).find(better["t"]) or slots.player(world)
            if re.fullmatch(HERO, better["t"], re.IGNORECASE)
            else Known(world).find(better["t"])
        )
        return [(0.95, partial(deeds.called, thing=owner, new=subject))] if owner is not None else []
    if re.search(r"\b(?:objective|step|mission|choice|button|option|padlock|lock)\b", subject):
        return []
    if both := slots.attribute(subject):
        value = re.fullmatch(r"be(?:come)? (?P<v>.+)", deed)
        thing = _thing(world, both[0])
        if value and thing is not None and both[1] == "name":
            return [(0.95, partial(deeds.called, thing=thing, new=value["v"]))]
        if value and thing is not None and both[1] == "place" and thing.kind == "item" and (spot := slots.place(world, value["v"])):
            return [(0.92, partial(lies, thing=thing, place=spot))]
    if got := _access(world, subject, deed, wish.negative):
        return got
    if (
        re.fullmatch(HERO, subject, re.IGNORECASE)
        or re.fullmatch(r"nobody|no one|it", subject, re.IGNORECASE)
        or ((one := known.find(subject)) is not None and one.kind == "player")
    ):
        return _players(world, subject, deed, wish.negative)
    if re.fullmatch(
        r"(?:the )?(?:thing|item|object|find) (?:that |which )?(?:you|one|the player) (?:finds?|gets?|needs?)", subject, re.IGNORECASE
    ) and (but := re.fullmatch(r"(?:be )?(?P<old>.+?),? but (?P<new>.+)", deed)):
        return _swapped(world, Swap(but["old"], but["new"]))
    thing = _thing(world, subject)
    if thing is None:
        if not wish.negative and re.match(r"(?:an?|some|two|three|another) ", subject) and not arrivals.being(subject):
            return _new(world, subject, deed)
        return []
    return _known(world, thing, deed, wish.negative)


def _access(world: World, subject: str, deed: str, negative: bool) -> list[Scored]:
    """What a place asks of whoever comes: "nobody should get into the vault without a lamp"."""
    enter = r"(?:be able to |be allowed to )?(?:get (?:in)?to|enter|go (?:in)?to|come (?:in)?to|reach|set foot in|pass (?:in)?to|be let into|be allowed into|walk into)"
    found = None
    if re.fullmatch(rf"nobody|no one|no-one|no player|{HERO}", subject, re.IGNORECASE):
        found = re.fullmatch(
            rf"(?:only |not )?{enter} (?P<t>.+?),? (?:only )?(?:without|unless (?:you|they|he|she|one) (?:have|has|hold|bring|carry)|with|if (?:you|they|one) (?:have|has)|when (?:you|they) have) (?P<np>.+)",
            deed,
        )
        only = re.match(r"only\b", deed) or negative or re.match(r"no", subject, re.IGNORECASE) or re.search(r"\b(?:only)\b", deed)
        found = found if only or "without" in deed else None
        needs = re.fullmatch(
            rf"(?:have to |only )?(?:need|require|have to have|must have|have to bring|have to show)s? (?P<np>.+?) {_INTO}(?P<t>.+)", deed
        )
        found = found or (needs if not negative else None)
    elif who := re.fullmatch(
        r"only (?:someone|somebody|people|players?|those|whoever|one|a player|anyone)(?: who)? (?:with|has|have|holding|carrying|bringing|brings) (?P<np>.+)",
        subject,
        re.IGNORECASE,
    ):
        into = re.fullmatch(rf"{enter} (?P<t>.+)", deed)
        spot = slots.place(world, into["t"]) if into else None
        return [(0.92, partial(locked, place=spot, what=who["np"]))] if spot else []
    if found is not None:
        spot = slots.place(world, found["t"])
        return [(0.92, partial(locked, place=spot, what=found["np"]))] if spot else []
    way = re.sub(
        r"^(?:the )?(?:way|door|path|entrance|gate|entry|entering|getting|access) (?:in)?(?:to )?", "", subject, flags=re.IGNORECASE
    )
    meant = Known(world).find(way)
    spot = meant if meant is not None and meant.kind == "place" else None
    if spot is not None and not negative:
        asks = (
            re.fullmatch(
                r"(?:only )?(?:need|require|ask for|demand|take|cost|want)s? (?P<np>(?:an?|the|some|two) .+?)(?: (?:to (?:get in|enter|open)|for (?:it|entry)|from whoever .+|first))?",
                deed,
            )
            or re.fullmatch(
                r"(?:be )?(?:locked|closed|barred|shut|sealed)(?: up)?,? (?:and |so (?:that )?|until |unless )?(?:you |one |it |the player )?(?:should )?(?:need|needs|require|requires|have|has|find|finds|takes|take)(?: to have| to find)? (?P<np>(?:an?|the|some) .+?)(?: (?:to (?:get in|enter|open)|for it).*)?",
                deed,
            )
            or re.fullmatch(
                r"only (?:be )?(?:entered|opened|reached|accessible|open|unlocked|reachable|open up)(?: be)? (?:with|by|using|if you have|when you have|to whoever has|to someone with) (?P<np>.+)|(?:be )?only (?:entered|opened|reached|accessible|open|unlocked) (?:with|by|if you have) (?P<nq>.+)",
                deed,
            )
        )
        if asks:
            what = asks.groupdict().get("np") or asks.groupdict().get("nq") or ""
            return [(0.91, partial(locked, place=spot, what=what))] if not re.match(r"(?:more|less|better) ", what) else []
    key = re.fullmatch(
        rf"(?:be |become )?(?:required|needed|necessary|demanded|asked for|the key)(?: {_INTO}| to| for| in| at) ?(?P<t>.+)|open (?P<u>.+)|let you into (?P<v>.+)",
        deed,
    )
    if (
        key
        and not negative
        and re.match(r"(?:an?|the|some|two) ", subject)
        and (Known(world).find(subject) is None or deed.startswith("be"))
    ):
        spot = slots.place(world, next(one for one in key.groups() if one))
        if spot is not None and Known(world).find(subject) != spot:
            return [(0.9, partial(locked, place=spot, what=subject))]
    return []


def _unneeded(world: World, phrase: str) -> list[Scored]:
    thing = _thing(world, phrase, ("item",))
    return [(0.92, partial(unneeded, thing=thing))] if thing is not None else []


def _players(world: World, subject: str, deed: str, negative: bool) -> list[Scored]:
    nobody = bool(re.match(r"no", subject, re.IGNORECASE))
    if (negative or nobody) and (
        need := re.fullmatch(
            r"(?:have to |need to |must )?(?:need|have|find|get|bring|use|require|own|carry|look for)(?: to (?:have|find|get|bring))? (?P<np>.+?)(?: (?:for|to (?:get|go|enter)) .+| any ?more| at all)?",
            deed,
        )
    ):
        return _unneeded(world, need["np"])
    if not negative and (
        free := re.fullmatch(
            r"(?:get (?:on|through|by|past|along|to the end)|do|go on|win|manage|finish|be able to (?:go on|win|get through))(?: .+?)? without (?:having |needing |using |finding )?(?P<np>.+)",
            deed,
        )
    ):
        return _unneeded(world, free["np"])
    if found := re.fullmatch(rf"{_FIND} (?P<np>.+)", deed):
        at = slots.located(world, found["np"])
        if at.place is None:
            return []
        thing = _thing(world, at.what, ("item",))
        if thing is not None:
            return [(0.92, partial(lies, thing=thing, place=at.place))]
        if re.match(r"(?:an?|some|two|three) ", at.what) and not arrivals.being(at.what) and at.how not in ("from", "to", "into"):
            return [(0.88, partial(hidden, what=at.what, place=at.place))]
    return []


def _new(world: World, subject: str, deed: str) -> list[Scored]:
    """A thing that is not there yet should be found somewhere."""
    where = re.fullmatch(
        r"(?:be|lie|hang|stand|be (?:hidden|found|lying|placed|put|kept|buried|waiting|tucked away|left)|be there to find)(?: somewhere)? (?:in|at|on|inside|under|behind) (?P<t>.+?)(?P<take>,? (?:for (?:the player|you|one) to (?:take|find|pick up)|to (?:take|find|pick up)|(?:that|which|and) (?:you|one|the player) (?:can|may|should|could) (?:take|find|pick up|collect|keep)(?: it)?))?",
        deed,
    )
    spot = slots.place(world, where["t"]) if where else None
    if where is None or spot is None:
        return []
    hides = where["take"] or re.search(r"\bhidden|found|buried|tucked", deed)
    return [(0.88, partial(hidden, what=subject, place=spot))] if hides else [(0.7, partial(shown, what=subject, place=spot))]


def _known(world: World, thing: Thing, deed: str, negative: bool) -> list[Scored]:
    deed = re.sub(r" instead$", "", deed)
    if negative:
        if thing.kind == "item" and re.fullmatch(
            r"be (?:needed|necessary|required|a must|asked for)(?: (?:any ?more|at all|for .+|to .+))?|have to be found", deed
        ):
            return _unneeded(world, thing.name)
        if but := re.fullmatch(r"be .+?,? but (?P<v>.+)", deed):
            return [(0.88, partial(other, thing=thing, new=but["v"]))]
        return []
    if thing.kind == "item" and re.fullmatch(r"be (?:somewhere else|elsewhere|in another place)", deed):
        return [(0.9, partial(elsewhere, thing=thing))]
    if deed.startswith(":"):
        name = re.fullmatch(r":\s*(?:rename (?:it )?(?:to|as)|(?:new )?name:?) (?P<v>.+)", deed)
        return [(0.9, partial(deeds.called, thing=thing, new=name["v"]))] if name else []
    if name := re.fullmatch(
        r"(?:be |become |get |have )?(?:called|named|renamed(?: to| as)?|known as|titled|the name:?|another name,? (?:say|like|for example)?,?|a (?:new|different|better) name:?) (?P<v>.+)|go by (?P<w>.+)",
        deed,
    ):
        value = re.sub(r"^(?:say |for example |like |maybe |now )", "", name["v"] or name["w"])
        return [(0.95, partial(deeds.called, thing=thing, new=value))]
    if thing.kind == "item" and re.fullmatch(r"be (?:optional|unnecessary|not (?:needed|necessary|required)|superfluous)(?:,? .+)?", deed):
        return _unneeded(world, thing.name)
    where = re.fullmatch(
        r"(?:be|lie|hang|stand|belong|go|move|ought to be|be (?:hidden|found|lying|placed|put|kept|buried|moved|put away|tucked away|picked up))(?: somewhere)? (?:in|at|on|inside|into|to|over to) (?P<t>.+?)(?:,? (?:not|instead of) .+)?",
        deed,
    )
    if where and thing.kind == "item" and (spot := slots.place(world, where["t"])):
        return [(0.9, partial(lies, thing=thing, place=spot))]
    if thing.kind == "item" and (
        giver := re.fullmatch(
            r"(?:be (?:given|handed|sold|found|offered|kept|held|carried|owned) by|come from|be with|belong to|be (?:got|had|bought) from|be in the (?:hands|possession) of) (?P<o>.+)",
            deed,
        )
    ):
        who = slots.somebody(world, giver["o"])
        return [(0.9, partial(deeds.gives, thing=who, what=thing.name))] if who is not None and who.kind == "person" else []
    if swap := re.fullmatch(r"be (?:swapped|replaced|exchanged|substituted)(?: out)? (?:for|by|with) (?P<v>.+)", deed):
        return [(0.92, partial(other, thing=thing, new=swap["v"]))]
    became = re.fullmatch(r"(?:be|become|turn into|turn out to be) (?P<v>(?:an?|some|the|two|three) .+)", deed)
    if (
        became
        and thing.kind == "goal"
        and re.match(
            r"an? (?:old |young |small |tall |blind |strange )*(?:man|woman|girl|boy|person|lady|being|creature|child)\b", became["v"]
        )
    ):
        return [(0.88, partial(conduct.looks_like, thing=thing, deed=f"be {became['v']}"))]
    if became and thing.kind in ("item", "goal"):
        return [(0.86, partial(other, thing=thing, new=became["v"]))]
    return []


# --- what is done ----------------------------------------------------------------------------------------------------------------------------


def other(draft: Draft, thing: Thing, new: str) -> str | None:
    """One thing is another."""
    value = phrases.clean(re.sub(r",? (?:instead|there|now|in (?:its|their) place)$", "", new))
    if len(value.split()) > 8:
        return None
    if thing.kind == "place":
        return (
            places.instead(draft, thing, value)
            if phrases.is_place(value) or re.match(r"(?:an?|the) ", value)
            else names.call(draft, thing, value)
        )
    return names.call(draft, thing, re.sub(r"^(?:an?|some) ", "the ", value) if not naming.proper(value) else value)


def otherwise(draft: Draft, old: str, new: str) -> str | None:
    """What is only seen or told is another thing."""
    value = phrases.clean(new)
    if len(value.split()) > 8 or len(old.split()) > 6:
        return None
    named = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f"{old}\n{value}")
    if named is None:
        return None
    return guards.guard(draft, named) or sights.seen_thing(draft, named) or instead.reworded(draft, phrases.clean(old), value)


def out(draft: Draft, thing: Thing) -> str | None:
    return inventory.item_gone(draft, thing)


def unneeded(draft: Draft, thing: Thing) -> str | None:
    return gates.not_needed(draft, fitted(np=thing.name))


def lies(draft: Draft, thing: Thing, place: Thing) -> str | None:
    return finds.moved(draft, fitted(np=thing.name, t=place.name))


def hidden(draft: Draft, what: str, place: Thing) -> str | None:
    """Something new to find and keep."""
    bare = phrases.clean(re.sub(r" somewhere$", "", what))
    head = slots.head_noun(bare)
    if place.kind != "place" or len(bare.split()) > 7 or (head and classify(head)[0] in ("place", "building")):
        return None
    return inventory.find_new(draft, fitted(np=bare, t=place.name))


def shown(draft: Draft, what: str, place: Thing) -> str | None:
    return matters.scenery(draft, fitted(np=what, t=place.name))


def locked(draft: Draft, place: Thing, what: str) -> str | None:
    """A place that one gets into only with something."""
    bare = phrases.clean(re.sub(r"^(?:to have|to find|to bring) ", "", what))
    if len(bare.split()) > 7 or place.kind != "place":
        return None
    return locks.lock(draft, fitted(t=place.name, np=bare))


def giving(draft: Draft, who: str, what: str) -> str | None:
    return making.giving(draft, fitted(t=who, np=what))


def usable(draft: Draft, what: str, verb: str, place: Thing | None) -> str | None:
    """ "a shopping cart you can hide in": seen in a place, and there is the choice."""
    key = place.id if place is not None and place.kind == "place" else draft.world["entrance"]["state"]
    spot = draft.builder.place_of[key]
    phrase = matters.seen_there(draft, key, what)
    bare = re.sub(r"^(?:an?|some|the) ", "", phrase)
    answer = endings.deed(draft, fitted(v=f"{verb} the {bare}", t=spot.name))
    return f"There is now {phrase} {spot.at}; {answer[:1].lower()}{answer[1:]}" if answer else None


def elsewhere(draft: Draft, thing: Thing) -> str | None:
    return finds.better(draft, fitted(np=thing.name))
