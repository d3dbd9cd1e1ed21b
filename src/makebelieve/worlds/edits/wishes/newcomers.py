"""Wishes for new places with what is in them, and whose whereabouts are new too."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import places
from makebelieve.worlds.edits.wishes.people import put
from makebelieve.worlds.edits.wishes.phrases import clean, is_living, is_place
from makebelieve.worlds.edits.wishes.scenes import _say, details_of, dress
from makebelieve.worlds.generation.english import capital, sentence


def somebody_at(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a femme fatale singing in a bar near the docks": somebody in a new place beside a known one."""
    who, new, near = clean(match["who"]), clean(match["new"]), clean(match["t"])
    place = naming.find(draft.world, near, ("place",))
    if place is None or naming.find(draft.world, new, ("place",), loose=False) or not is_place(new):
        return None
    does = re.match(r"(?P<np>.+?) (?P<d>\w+ing\b.*)$", who)
    if not is_living(does["np"] if does else who) and not _person_like(does["np"] if does else who):
        return None
    key = places.grow(draft, place.id, places.sort_wanted(new))
    named = draft.builder.place_of[key].name
    told = put(draft, key, does["np"] if does else who, "", does["d"] if does else "")
    return f"Added {named}, reached from {place.name}; {told[:1].lower()}{told[1:]}"


def _person_like(np: str) -> bool:
    return bool(
        re.search(
            r"\b(?:fatale|singer|dancer|barman|seller|vendor|guard|stranger|lady|gentleman|boy|girl|fellow|crew|couple|twins?)\b",
            np,
            re.IGNORECASE,
        )
    )


def new_place(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a swimming pool in the basement, drained, with something moving at the bottom": a new place whose whereabouts are new too."""
    np, inside = clean(match["np"]), clean(match["w"])
    bare = places.sort_wanted(np)
    if naming.find(draft.world, inside, ("place",)) is not None or (
        not is_place(bare) and not re.search(r"\b(?:pool|pond|lake|stage|bar|shop|well|fountain)$", bare)
    ):
        return None
    details = details_of(match["rest"]) if match.groupdict().get("rest") else []
    here = draft.world["entrance"]["state"]
    room = re.sub(r"^(?:the|an?) ", "", inside)
    key = places.grow(draft, here, f"{room} {bare}" if len(bare.split()) < 3 else bare)
    name = draft.builder.place_of[key].name
    for one in details:
        if re.fullmatch(r"[a-z]+", one):
            _say(draft, key, sentence(f"the {bare.split()[-1]} is {one}"))
        else:
            dress(draft, key, [one])
    draft.subject = Thing("place", key, name)
    shown = [one for one in details if not re.fullmatch(r"[a-z]+", one)]
    like = [one for one in details if one not in shown]
    return (
        f"Added {name}, reached from {draft.builder.place_of[here].name}"
        + (f"; it is {naming.listed(like)}" if like else "")
        + (f", with {naming.listed(shown)}" if shown else "")
    )


def between_with(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a market between Capua and the ring with a seller of figs"."""
    a, b = naming.find(draft.world, clean(match["a"]), ("place",)), naming.find(draft.world, clean(match["b"]), ("place",))
    bare = places.sort_wanted(match["np"])
    if a is None or b is None or is_living(bare):
        return None
    key = places.grow(draft, a.id, bare, b.id)
    name = draft.builder.place_of[key].name
    told = f"Added {name} between {a.name} and {b.name}"
    for one in details_of(match["rest"]):
        if is_living(re.split(r" (?:of|with|selling|who|that) ", one)[0]) or _person_like(one):
            does = re.match(r"(?P<np>.+?) (?P<d>(?:selling|who|that|playing|singing|with|asking) .+)$", one)
            said = put(draft, key, does["np"] if does else one, "", does["d"] if does else "")
            told += f"; {said[:1].lower()}{said[1:]}"
        else:
            told += f"; one sees {naming.listed(dress(draft, key, [one]))} there"
    draft.subject = Thing("place", key, name)
    return told


def part_of(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a scene on the top of the lighthouse": a new place that is part of a known one."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if place is None:
        return None
    part = match["p"].lower()
    bare = re.sub(r"^the ", "", place.name)
    key = places.grow(draft, place.id, f"{part} of the {bare}")
    name = draft.builder.place_of[key].name
    draft.subject = Thing("place", key, name)
    return f"Added {name}, reached from {place.name}"


def to_use(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a bell that you can ring in the lighthouse": it is seen there, and there is the choice."""
    from makebelieve.worlds.edits.wishes import endings, matters

    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if place is None or is_living(match["np"]):
        return None
    phrase = matters.seen_there(draft, place.id, clean(match["np"]))
    noun = re.sub(r"^(?:an?|some|the) ", "", phrase)
    fitted = re.fullmatch(r"(?P<v>.+)\n(?P<t>.+)", f"{match['v']} the {noun}\n{place.name}")
    told = endings.deed(draft, fitted) if fitted else None
    return f"There is now {phrase} there; {told[:1].lower()}{told[1:]}" if told else None


def follows(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let the cat follow you", "add an old dog that goes with the player": seen in every place, close behind."""
    fields = match.groupdict()
    if fields.get("new"):
        who, own = clean(fields["new"]), set()
        if len(who.split()) > 8:
            return None
    else:
        thing = naming.find(draft.world, clean(fields["t"]), ("person",))
        if thing is None:
            return None
        who = thing.name
        own = {key for key, one in draft.states.items() if re.sub(r"^the ", "", who) in one["base"]}
    many = naming.many(who)
    who = f"{who}," if "," in who else who  # "Ben, her brother, comes along"
    lines = [f"{who} {'keep' if many else 'keeps'} close behind", f"{who} {'come' if many else 'comes'} along, two steps behind", f"{who} {'are' if many else 'is'} there too, always close by"]  # fmt: skip
    done = 0
    for key in naming.in_order(draft.world):
        if key in own:
            continue
        try:
            _say(draft, key, sentence(capital(lines[done % 3])))
        except Unsure:  # a scene that is full already goes without
            continue
        done += 1
    if not done:
        return None
    return f"{capital(who)} now {'come' if many else 'comes'} along everywhere"
