"""Wishes about people who are new, and about talks with people."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes import matters
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.moving import moved, present_frames
from makebelieve.worlds.edits.wishes.phrases import CALLED, clean, is_living, is_place
from makebelieve.worlds.edits.wishes.whereabouts import list_places, seen_at
from makebelieve.worlds.generation.cast import Part, body_entry
from makebelieve.worlds.generation.english import capital, pictorial
from makebelieve.worlds.generation.morphology import article, is_plural

_DOES: Final = re.compile(
    r"(?P<np>.+?),? (?P<does>(?:who|that|which) .+|(?:selling|playing|sleeping|sitting|standing|guarding|waiting|wanting|looking|asking|living|holding|wearing|with|in (?:a|an|his|her|their)) .+)",
    re.IGNORECASE,
)


def being(draft: Draft, match: re.Match[str]) -> str | None:
    """Somebody new at a place, to be talked to."""
    fields = match.groupdict()
    who = re.sub(
        r",? (?:that|who|which|whom) (?:you|one|the player|i|we|people) (?:can|could|may|should) (?:talk|speak|chat|ask)(?: (?:to|with))?(?: questions?)?|,? to (?:talk|speak|chat) (?:to|with)",
        "",
        clean(fields["who"]),
    )
    asked = re.match(
        r"(?:(?:an?|another|some|one more|new) )*(?:new )?(?:character|person|npc|somebody|someone|friend|helper|sidekick|companion|villain|guest)\b(?: |$)",
        who,
        re.IGNORECASE,
    )
    if plain := re.fullmatch(
        r"(?:an? |another )?(?:new )?(?:character|person|npc|friend|helper)(?:,| named| called)? (?P<n>(?-i:[A-Z])[^,]*?),?",
        who,
        re.IGNORECASE,
    ):
        who = plain["n"]
    if (
        (known := naming.find(draft.world, who, ("person",), loose=False))
        and fields.get("t")
        and not re.match(r"(?:an?|another|some) ", who, re.IGNORECASE)
    ):
        place = naming.find(draft.world, fields["t"], ("place",))
        return moved(draft, known, place) if place else None
    does = _DOES.fullmatch(who)
    if does and re.fullmatch(r"(?:an?|the|some|two|three|\w+ing)", does["np"], re.IGNORECASE):
        does = None
    np = does["np"] if does else who
    called = CALLED.fullmatch(np) or CALLED.fullmatch(who)
    head = (called["np"] or "") if called else np
    name = naming.proper(np) and not called
    if re.match(
        r"(?:an? |the |some )?(?:dead|stuffed|painted|wooden|stone|bronze|toy|plastic|carved|statue|painting|picture|portrait|photo|drawing|doll)\b",
        head or np,
        re.IGNORECASE,
    ):
        return None
    if not (asked or name or is_living(head or np)) or (is_place(head or np) and not asked):
        return None
    where = fields.get("t")
    key = None
    if where:
        thing = naming.find(
            draft.world, re.sub(r"^(?:under|below|beside|by|near|behind|next to|in front of|inside|outside) ", "", where), ("place",)
        )
        key = thing.id if thing else None
        if thing is None:
            seen = naming.sightings(draft.world, where)
            key = seen[0] if len(seen) == 1 else None
            if key is None:
                raise Unsure(f"There is no place '{clean(where)}' here. In which place shall {np} be: {list_places(draft)}?")
    elif re.search(r"\b(?:at|in) the (?:start|beginning)\b", who):
        key = draft.world["entrance"]["state"]
    elif beside := re.search(r" (?:on|under|by|near|beside|behind|next to|in front of|in) (?P<x>(?:the|an?) [\w' -]+)$", who):
        spots = {re.sub(r"_(?:later|again)$", "", one) for one in naming.sightings(draft.world, beside["x"])}
        if len(spots) != 1:
            unseen = re.split(r" (?:who|that|which) ", beside["x"])[0]
            somebody = re.split(r" (?:on|under|by|near|beside|behind|next to|in front of|in) (?=the |an? )", np)[0]
            none = f"There is no {re.sub('^(?:the|an?) ', '', unseen)} here. " if not spots else ""
            raise Unsure(f"{none}In which place shall {with_article(somebody)} be: {list_places(draft)}?")
        key = spots.pop()
    else:
        raise Unsure(f"In which place shall {with_article(np)} be: {list_places(draft)}?")
    return put(
        draft,
        str(key),
        head or np,
        clean(called["name"]) if called else (np if name else ""),
        does["does"] if does and not called else (_does_of(who) if called else ""),
    )


def _does_of(who: str) -> str:
    found = re.search(r" (?P<does>(?:who|that|which) .+)$", who)
    return found["does"] if found else ""


_OWN: Final = re.compile(r"the [\w -]+(?:'s|s') ")
"""Somebody's: "the brothers' aunt"."""


def with_article(np: str) -> str:
    return (
        np
        if re.match(r"(?:his|her|their|my|your|our|[\w-]+'s) ", np, re.IGNORECASE)
        else np
        if re.match(r"(?:an?|the|some|two|three|four|five|several|many|another) ", np, re.IGNORECASE)
        or naming.proper(np)
        or naming.many(np)
        else article(np)
    )


def _of_anybody(does: str) -> str:
    """What somebody does, told of no one player: "stops you if you run" -> "stops whoever comes if anybody runs"."""
    told = re.sub(
        r"\b(?:if|when|whenever|as soon as|until|unless|while) (?P<w>you|the player|I|we) (?P<v>[a-z]+)\b",
        lambda one: (
            f"{one[0].split(' ')[0] if one[0][:2] != 'as' else 'as soon as'} anybody "
            f"{'is' if one['v'] in ('are', 'am') else third(one['v'])}"
        ),
        does,
        flags=re.IGNORECASE,
    )
    told = re.sub(r"\byour\b", "their", told)
    return re.sub(r"\b(?:you|the player|me|us)\b", "whoever comes", told)


def put(draft: Draft, key: str, np: str, name: str, does: str) -> str:
    """Composes somebody into a place: seen there, and to be asked."""
    if "ending" in draft.states[key]:
        raise Unsure(
            f"'{draft.states[key]['ending'].get('title', key)}' is an ending; nobody can be talked to there. In which place shall they be: {list_places(draft)}?"
        )
    goal = next((one.name for one in naming.things(draft.world) if one.kind == "goal"), "")
    if not name and np.lower().startswith("the ") and naming.words(np)[-1:] == naming.words(goal)[-1:] != []:
        raise Unsure(
            f"{capital(goal)} is what it is all about, and is there already. What shall be different about {goal}? Say for example: rename {goal} to Robin."
        )
    builder = draft.builder
    np = re.sub(r"^(?:another|new|some|one more) ", "", np.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"^(?:an?|the) ", "", np, flags=re.IGNORECASE).strip()
    bare = re.sub(r"^(?:new )?(?:character|person|npc|somebody|someone)$", "", bare, flags=re.IGNORECASE)
    if name.lower().startswith(("who ", "that ")):
        name = ""
    name = re.split(r" (?:who|that|which) | (?:in|at|on) the ", name)[0]
    bare = re.split(r" (?:who|that|which) ", bare)[0]
    if astray := re.fullmatch(
        r"(?P<who>.+?) (?:on|in|at|under|near|beside|behind|inside|outside|next to) (?:the|my|his|her|their|our) (?P<t>[\w' -]+)", bare
    ):
        place = astray["t"].strip()
        add = f", or: add a {place} next to {draft.builder.place_of[key].name}" if is_place(place) else ""
        raise Unsure(
            f"There is no {place} in this world. In which place shall {with_article(astray['who'])} be: {list_places(draft)}?"
            f" Say for example: put {with_article(astray['who'])} in {draft.builder.place_of[key].name}{add}."
        )
    head = main_noun(bare) if bare else ""
    body = classify(head)[1] if head else "biped"
    many = bool(bare) and not name and naming.many(bare)
    living = classify(head)[0] if head else "person"
    if many and not does and living == "creature" and not re.search(r"\btalking\b", bare):
        shown = matters.seen_there(draft, key, np)  # nobody asks ducks a question: they are seen
        return f"There are now {shown} {at(draft, key)}"
    body = body if living != "person" or body == "ghost" else "biped"
    does = clean(_of_anybody(does))
    does = re.sub(r"^that ", "who " if living == "person" else "which ", does)  # a comma goes before it
    if re.fullmatch(r"(?:who|that|which) (?:can )?(?:helps?|gives?) (?:whoever comes|out).*", does):
        does = "glad to help"
    looks = body_entry(body).items("look" if not many else "many") or body_entry("biped").items("many" if many else "look")
    look = does or (builder.chance.fresh(looks, "look") if looks else "in plain sight")
    look = re.sub(r"<they:[^|>]*\|([^>]*)>", r"\1", look).replace("{they}", "they").replace("{their}", "their")
    if name and bare and bare.lower() != name.lower():
        full, short, look = (
            name,
            name,
            f"{np if re.match(_OWN, np) else with_article(bare)}{', ' if does and not does.startswith(('who', 'that', 'with', 'in ')) else ' '}{look}".strip(),
        )
    elif name:
        full = short = name
    elif many:
        full = short = bare if re.match(r"(?:two|three|four|five|six|several|many) ", bare) else f"some {bare}"
    elif re.match(_OWN, np):
        full = short = np  # "the outlaw's gang"
    else:
        full, short = article(bare), f"the {bare}"
    look = pictorial(look)
    ally = Part(short, short, look, body, "they", many)
    before = draft.states[key]["base"]
    told = builder.scenery.pick(present_frames(many), "present")
    words = {"ally": full, "allylook": look}
    builder._speak_of(ally)
    seen = builder.scenery.parted(told, builder.place_of[key], **words)
    draft.states[key]["base"] = f"{before.rstrip()} {seen}"
    if len(prompt_of(draft.states[key])) > max(PROMPT_BUDGET, len(prompt_of({**draft.states[key], "base": before}))):
        draft.states[key]["base"] = before
        raise Unsure(f"The text {at(draft, key)} is full. Shall I shorten it first, or in which other place shall {short} be?")
    builder.met.add(short)
    builder.talk(key, ally, _knows(draft, key))
    event = draft.events[-1]
    draft.name(event, f"talk_to_{slug(name or bare)}")
    draft.subject = Thing("person", event["name"], short, look)
    return f"{capital(full)} {'are' if many else 'is'} now {at(draft, key)}, and can be asked questions there"


def _knows(draft: Draft, key: str) -> list[tuple[str, list[str]]]:
    """What somebody of this place can tell: the aim, where something is found, and where to go from here."""
    facts: list[tuple[str, list[str]]] = []
    line = draft.world.get("story", {}).get("logline")
    if line:
        low = line[:1].lower() + line[1:] if re.match(r"(?:The|An?) ", line) else line
        facts.append((f"Word has got about: {low.rstrip('.')}.", []))
    for mission in draft.world.get("missions", [])[:1]:
        for step in mission["objectives"]:
            found = re.fullmatch(r"Find (?P<what>.+?)\.?", step.get("text", ""))
            if found and step.get("location") != key:
                facts.append(
                    (f"There {'are' if is_plural(found['what'].split(' in the ')[0]) else 'is'} {found['what']}, for whoever looks.", [])
                )
                break
    near = next(
        (
            one
            for one in draft.events
            if key in one["from"]
            and one["kind"] == "transition"
            and one.get("to") in draft.states
            and "ending" not in draft.states[one["to"]]
        ),
        None,
    )
    if near:
        locked = " That way is not open to everybody." if near.get("requires") else ""
        facts.append((f"From here one gets to {draft.builder.place_of[near['to']].name}.{locked}", []))
    return facts


def talk(draft: Draft, match: re.Match[str]) -> str | None:
    """The player can ask somebody, or something that stands in a place, questions."""
    who = clean(match["who"])
    where = match.groupdict().get("t")
    if naming.find(draft.world, who, ("person", "foe"), loose=False) is None:
        who = re.split(r" (?:on|in|at|from) ", who)[0]
    thing = naming.find(draft.world, who, ("person", "foe"))
    key = None
    if where and (place := naming.find(draft.world, where, ("place",))):
        key = place.id
    if thing is not None:
        there = [
            one
            for one in draft.events
            if one["kind"] == "terminal" and one["terminal"]["persona"].lower().startswith(re.sub(r"^the ", "", thing.name).lower())
        ]
        there += [
            one for one in draft.events if one["kind"] == "terminal" and one["terminal"]["persona"].lower().startswith(thing.name.lower())
        ]
        seen = key or next((one for one in seen_at(draft, thing) if "ending" not in draft.states[one]), None)
        if there and (key is None or key in there[0]["from"]):
            raise Unsure(
                f"{capital(thing.name)} can be talked to already: '{there[0].get('label', there[0]['name'])}' {at(draft, there[0]['from'][0])}. Where else shall it be, or what else shall they know?"
            )
        if seen:
            part = Part(thing.name, thing.name, thing.about or "in plain sight", "biped", "they", naming.many(thing.name))
            draft.builder.met.add(thing.name)
            if thing.name not in draft.states[seen]["base"]:
                draft.builder.met.discard(thing.name)
            draft.builder.talk(seen, part, _knows(draft, seen))
            draft.subject = thing
            return f"{capital(thing.name)} can now be asked questions {at(draft, seen)}"
    if thing is None and (player := naming.find(draft.world, who, ("player",), loose=False)):
        raise Unsure(
            f"{capital(player.name)} is the player. Whom shall they talk to: {naming.listed([one.name for one in naming.things(draft.world) if one.kind == 'person'] or ['somebody new'], 'or')}?"
        )
    if not (is_living(who) or naming.proper(who) or naming.sightings(draft.world, who)):
        return None
    spots = naming.sightings(draft.world, re.sub(r"^(?:the|an?) ", "", who))
    spots = list(dict.fromkeys(naming.same_place(draft.world, one)[0] for one in spots))
    key = key or (spots[0] if len(spots) == 1 or (spots and len(naming.words(who)) > 1) else None)
    if key is None:
        if spots:
            raise Unsure(
                f"There is more than one place with {who}: {naming.listed(list(dict.fromkeys(at(draft, one) for one in spots)), 'or')}. Where shall one talk?"
            )
        raise Unsure(f"There is nobody called '{who}' here yet. In which place shall they be: {list_places(draft)}?")
    if spots and key in spots:
        bare = re.sub(r"^(?:the|an?) ", "", who)
        part = Part(f"the {bare}", f"the {bare}", "in plain sight", "biped", "they", naming.many(bare))
        draft.builder.met.add(part.short)
        draft.builder.talk(key, part, _knows(draft, key))
        return f"The {bare} can now be asked questions {at(draft, key)}"
    return put(draft, key, who if not naming.proper(who) else "", who if naming.proper(who) else "", "")
