"""Wishes about who and what there is by name: calling it otherwise, making somebody else of it, new people, talks with them."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, thing_from_phrase
from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.cast import Part, body_entry
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import article

LIVING: Final = frozenset(("person", "creature", "robot", "group"))
_CALLED: Final = re.compile(
    r"(?:(?P<np>.+?),? )?(?:called|named|with the name(?: of)?|by the name of|whose name is|who is called) (?P<name>.+)", re.IGNORECASE
)
_DOES: Final = re.compile(
    r"(?P<np>.+?),? (?P<does>(?:who|that|which) .+|(?:selling|playing|sleeping|sitting|standing|guarding|waiting|wanting|looking|asking|living|holding|wearing|with|in (?:a|an|his|her|their)) .+)",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """A value without quotation marks and stops."""
    return text.strip().strip("\"'“” ").rstrip(".!?,").strip("\"' ")


def is_living(phrase: str) -> bool:
    """Whether a noun phrase is somebody."""
    bare = re.sub(r"^(?:the|an?|some|another|my|our|two|three|four|five) ", "", phrase.strip(), flags=re.IGNORECASE)
    head = thing_from_phrase(bare).noun if bare else ""
    sort = classify(head)[0] if head else ""
    return (
        sort in LIVING
        or (bool(head) and classify(head)[1] in ("ghost", "dragon", "robot"))
        or bool(sort in ("abstract", "") and re.search(r"(?:[^aeiou]er|ist|ian|man|woman|ess)$", head))
    )


def is_place(phrase: str) -> bool:
    bare = re.sub(r"^(?:the|an?|some|another|my|our|new) ", "", phrase.strip(), flags=re.IGNORECASE)
    head = thing_from_phrase(bare).noun if bare else ""
    from makebelieve.worlds.generation.sites import place_kinds

    return bool(head) and (
        classify(head)[0] == "place" or head in place_kinds() or bare.lower().endswith(("room", "chamber", "house", "shop", "hall"))
    )


def call(draft: Draft, thing: Thing, new: str) -> str:
    """`thing` gets another name or noun everywhere; what was done."""
    new = re.sub(
        r" (?:everywhere|in all (?:the )?texts|throughout|in the whole (?:story|game|world))$",
        "",
        clean(new if naming.proper(new) else pictorial(new)),
    )
    if not new or len(new.split()) > 7:
        raise Unsure(f"What exactly shall '{thing.name}' be called? Say for example: rename {thing.name} to the old mill.")
    if thing.kind == "ending":
        draft.states[thing.id]["ending"]["title"] = capital(new)
        return f"The ending '{thing.name}' is now titled '{capital(new)}'"
    kept = thing.name.split()
    if (
        thing.kind in ("goal", "item")
        and len(kept) > 2
        and len(re.sub(r"^(?:the|an?) ", "", new).split()) == 1
        and not naming.proper(new)
        and kept[0] in ("the", "a", "an")
    ):
        bare = re.sub(r"^(?:the|an?) ", "", new)
        if classify(bare)[0] not in ("", "abstract") or bare.islower():
            new = (
                f"the {' '.join([*kept[1:-1], bare])}"
                if " of " not in thing.name and " from " not in thing.name and thing.kind == "goal"
                else new
            )
    draft.subject = None
    draft.call(thing, new)
    named = new if naming.proper(new) or re.match(r"(?:the|an?) ", new) else f"the {new}"
    draft.subject = Thing(thing.kind, slug(new) if thing.kind == "place" else thing.id, named, thing.about)
    who = "The player" if thing.kind == "player" else capital(thing.name)
    return f"{who} is now called {named} everywhere" if thing.kind != "player" else f"The player is now {named}"


def rename(draft: Draft, match: re.Match[str]) -> str | None:
    """Something gets another name."""
    thing = naming.find(draft.world, match["t"])
    value = clean(match["v"])
    if thing is None:
        return None
    split = re.fullmatch(r"(?P<name>.+?)(?:,? (?:who is|he is|she is|it is|they are)|,) (?P<role>.+)", value)
    if split and thing.kind == "player":
        return call(draft, thing, split["name"])
    if split and thing.kind in ("person", "foe"):
        told = call(draft, thing, split["name"])
        again = naming.find(draft.world, split["name"], ("person", "foe"))
        return f"{told}; {(role(draft, again, split['role']))}" if again else told
    return call(draft, thing, value)


def call_loose(draft: Draft, match: re.Match[str]) -> str | None:
    """ "call Mrs. Crimp Nurse Hatchet": the name that is known ends where the new one begins."""
    some = match["rest"].split()
    if (
        re.fullmatch(r"(?:it|this|the (?:game|world|story|adventure|thing)|my (?:game|world|story))", some[0], re.IGNORECASE)
        and len(some) > 1
        and draft.subject is None
    ):
        return name_world(draft, clean(" ".join(some[1:])))
    if re.match(r"(?:the |this |my )(?:game|world|story|adventure) ", match["rest"], re.IGNORECASE):
        return name_world(draft, clean(" ".join(some[2:])))
    for size in range(len(some) - 1, 0, -1):
        old, new = " ".join(some[:size]), " ".join(some[size:])
        thing = naming.find(draft.world, old, loose=False)
        if thing is not None and len(naming.words(old)) >= 1 and re.match(r"[A-Z\"'\d]|the |an? ", new):
            return call(draft, thing, new)
    return None


def name_world(draft: Draft, new: str) -> str:
    draft.world["name"] = clean(new)
    return f"Renamed the world to '{clean(new)}'"


def world_name(draft: Draft, match: re.Match[str]) -> str | None:
    new = clean(match["v"])
    return name_world(draft, new) if new and len(new) <= 120 else None


def role(draft: Draft, thing: Thing, text: str) -> str:
    """Somebody is somebody else by trade: "a taxi driver"; the talk and the pictures say so."""
    text = clean(text)
    new = text if re.match(r"(?:the|an?) ", text, re.IGNORECASE) or naming.many(text) else article(text)
    name = re.escape(thing.name)
    done = False

    def change(old: str) -> str:
        # "Vera Lund, a nightclub singer in green sequins," -> "Vera Lund, a taxi driver,"
        return re.sub(
            rf"(?P<name>{name}), (?:(?:an?|the) [^,.;]+|in [^,.;]+|with [^,.;]+)(?=[,.;])",
            lambda m: f"{m['name']}, {new}",
            old,
            flags=re.IGNORECASE,
        )

    before = draft.world
    draft.world = naming.told_everywhere(draft.world, change)
    done = draft.world != before
    if not done:
        for key in _seen_at(draft, thing):
            draft.builder.feature(key, sentence(f"{thing.name}, {new}, stands in plain sight"))
            done = True
            break
    if thing.about:
        bare, old_head = re.sub(r"^(?:an?|the) ", "", new), thing_from_phrase(re.sub(r"^(?:an?|the) ", "", thing.about)).noun
        if old_head and re.search(rf"\bthe {re.escape(old_head)}\b", " ".join(one["base"] for one in draft.states.values())):
            draft.world = naming.told_everywhere(draft.world, lambda one: one.replace(f"the {old_head}", f"the {bare.split()[-1]}"))
    return f"{capital(thing.name)} is now {new}"


def _seen_at(draft: Draft, thing: Thing) -> list[str]:
    found = [key for key, one in draft.states.items() if thing.name.lower() in one["base"].lower()]
    return found or [key for one in draft.events if one["name"] == thing.id for key in one["from"]]


def become(draft: Draft, thing: Thing, value: str) -> str | None:
    """A person, the player, an item or the goal is something else: a name, a trade, another noun, another adjective."""
    value = clean(value)
    called = _CALLED.fullmatch(value)
    if thing.kind in ("person", "foe"):
        if called:
            told = call(draft, thing, called["name"])
            again = naming.find(draft.world, called["name"], (thing.kind,))
            if called["np"] and again and thing.kind == "person":
                told += f". {role(draft, again, called['np'])}"
            return told
        if re.match(r"(?:an?|the) ", value, re.IGNORECASE) and thing.kind == "person" and naming.proper(thing.name):
            return role(draft, thing, value)
        if naming.proper(value) or re.match(r"(?:an?|the) ", value, re.IGNORECASE):
            return call(draft, thing, re.sub(r"^an? ", "the ", value, flags=re.IGNORECASE))
        return of_a_kind(draft, thing, value)
    if thing.kind == "player":
        if re.fullmatch(r"(?:an? )?(?:wom[ae]n|m[ae]n|girl|boy|female|male|lady|guy)", value, re.IGNORECASE) and not called:
            raise Unsure(
                f"The texts leave open whether {thing.name} is a man or a woman. Shall the player get a name? Say for example: rename {thing.name} to Ada."
            )
        new = called["name"] if called else value
        if not called and not (
            naming.proper(new)
            or re.match(r"(?:an?|the|some|two|three) ", new, re.IGNORECASE)
            or (is_living(new) and len(new.split()) < 4 and not re.search(r"\b(?:the|an?|in|at|on)\b", new))
        ):
            return None
        new = re.sub(r"^(?:an?|some) ", "the ", new, flags=re.IGNORECASE)
        told = call(draft, thing, new)
        _stand(draft, new)
        if (
            called
            and called["np"]
            and not re.fullmatch(
                r"(?:an?|the) (?:boy|girl|man|woman|guy|lady|player|character|person|hero|heroine)", called["np"], re.IGNORECASE
            )
        ):
            told += f", {called['np']}"
        return told
    if thing.kind in ("item", "goal"):
        if called:
            return call(draft, thing, called["name"])
        if re.match(r"(?:an?|the) ", value, re.IGNORECASE) or (
            len(value.split()) <= 3 and classify(value.split()[-1].lower())[0] not in ("", "abstract") and not _adjective(value)
        ):
            return call(draft, thing, re.sub(r"^an? ", "the ", value, flags=re.IGNORECASE))
        if _adjective(value):
            return recoloured(draft, thing, value)
    return None


def of_a_kind(draft: Draft, thing: Thing, value: str) -> str | None:
    """Somebody is "taller", "mean": seen where they stand, and in how they talk."""
    some = re.split(r",? and |, ", re.sub(r"^(?:more|very|really|much|a (?:bit|lot|little)|way|so) ", "", value.lower()))
    plain = [
        lemma(one, "adjective") or (one if re.fullmatch(r"[a-z]+(?:ly|y|ed|ful|ous|ish|ic|ive|able|less)", one) else "") for one in some
    ]
    if not all(plain) or any(" " in one for one in some):
        return None
    said = naming.listed(plain)
    for event in draft.events:
        if event["kind"] == "terminal" and thing.name.lower() in event["terminal"]["persona"].lower():
            event["terminal"]["persona"] += f" {capital(said)}, and it shows."
    keys = [key for key in _seen_at(draft, thing) if "ending" not in draft.states[key]]
    for key in keys[:2]:
        draft.builder.feature(key, sentence(f"{thing.name} {'look' if naming.many(thing.name) else 'looks'} {said}"))
    return f"{capital(thing.name)} is now {said}" if keys else None


_MATTER: Final = frozenset(
    [
        "gold",
        "golden",
        "silver",
        "bronze",
        "brass",
        "copper",
        "iron",
        "steel",
        "wooden",
        "glass",
        "paper",
        "stone",
        "marble",
        "crystal",
        "plastic",
        "rusty",
        "shiny",
        "red",
        "blue",
        "green",
        "yellow",
        "purple",
        "pink",
        "orange",
        "black",
        "white",
        "brown",
        "grey",
        "gray",
        "tiny",
        "small",
        "little",
        "big",
        "large",
        "huge",
        "giant",
        "old",
        "new",
        "broken",
        "magic",
        "magical",
        "cursed",
        "enchanted",
        "invisible",
        "glowing",
        "heavy",
        "light",
    ]
)


def _adjective(text: str) -> bool:
    bare = re.sub(r"^(?:made (?:out )?of |all |solid |pure |completely )+", "", text.lower())
    return bare in _MATTER or bool(re.fullmatch(r"[a-z]+(?:ed|en|y|ful|ous|ish|ic|ant|ent|less|al)", bare))


def recoloured(draft: Draft, thing: Thing, value: str) -> str | None:
    """ "make the denarius gold": the adjective of its kind gives way, or is put before."""
    word = re.sub(r"^(?:made (?:out )?of |all |solid |pure |completely )+", "", value.lower())
    old = re.sub(r"^(?:the|an?) ", "", thing.name)
    parts = old.split(" of ")[0].split(" from ")[0].split()
    front = [one for one in parts[:-1] if one.lower() not in _MATTER]
    new = " ".join([*([word] if word not in front else []), *front, parts[-1]]) + old[len(" ".join(parts)) :]
    draft.world = naming.rename(draft.world, thing, f"the {new}")
    return f"{capital(thing.name)} is now the {new}"


_DRIFTS: Final = (
    (r"\bhovers?\b", "stands"),
    (r"\bhangs a\b", "stands a"),
    (r"\bdrifts to a stop\b", "comes to a stop"),
    (r"\bperch(?:es)?\b", "stands"),
    (r"\bhangs(?=\.)", "stands"),
    (r", with the wall showing faintly through", ""),
)


def _stand(draft: Draft, new: str) -> None:
    """A player who no longer floats stands."""
    head = re.sub(r"^the ", "", new).split()[-1].lower()
    if classify(head)[1] in ("ghost", "bird", "flyer") or naming.proper(new):
        return
    said = re.escape(re.sub(r"^the ", "", new).split()[-1])
    for state in draft.states.values():
        first, dot, rest = state["base"].partition(".")
        if re.search(rf"\b{said}\b", first):
            for old, stance in _DRIFTS:
                first = re.sub(old, stance, first)
            state["base"] = first + dot + rest


# --- new people ------------------------------------------------------------------------------------------------------------------------------


def being(draft: Draft, match: re.Match[str]) -> str | None:
    """Somebody new at a place, to be talked to."""
    fields = match.groupdict()
    who = clean(fields["who"])
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
    called = _CALLED.fullmatch(np) or _CALLED.fullmatch(who)
    head = (called["np"] or "") if called else np
    name = naming.proper(np) and not called
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
                raise Unsure(f"There is no place '{clean(where)}' here. In which place shall {np} be: {_places(draft)}?")
    elif re.search(r"\b(?:at|in) the (?:start|beginning)\b", who):
        key = draft.world["entrance"]["state"]
    else:
        raise Unsure(f"In which place shall {_with_article(np)} be: {_places(draft)}?")
    return _put(
        draft,
        str(key),
        head or np,
        clean(called["name"]) if called else (np if name else ""),
        does["does"] if does and not called else (_does_of(who) if called else ""),
    )


def _does_of(who: str) -> str:
    found = re.search(r" (?P<does>(?:who|that|which) .+)$", who)
    return found["does"] if found else ""


def _with_article(np: str) -> str:
    return (
        np
        if re.match(r"(?:an?|the|some|two|three|four|five|several|many|another) ", np, re.IGNORECASE)
        or naming.proper(np)
        or naming.many(np)
        else article(np)
    )


def _places(draft: Draft) -> str:
    from makebelieve.worlds.edits.staging import shown_name

    return naming.listed(
        list(dict.fromkeys(shown_name(draft.world, key) for key, one in draft.states.items() if "ending" not in one)), "or"
    )


def _put(draft: Draft, key: str, np: str, name: str, does: str) -> str:
    """Composes somebody into a place: seen there, and to be asked."""
    if "ending" in draft.states[key]:
        raise Unsure(
            f"'{draft.states[key]['ending'].get('title', key)}' is an ending; nobody can be talked to there. In which place shall they be: {_places(draft)}?"
        )
    builder = draft.builder
    np = re.sub(r"^(?:another|new|some|one more) ", "", np.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"^(?:an?|the) ", "", np, flags=re.IGNORECASE).strip()
    bare = re.sub(r"^(?:new )?(?:character|person|npc|somebody|someone)$", "", bare, flags=re.IGNORECASE)
    if name.lower().startswith(("who ", "that ")):
        name = ""
    name = re.split(r" (?:who|that|which) | (?:in|at|on) the ", name)[0]
    bare = re.split(r" (?:who|that|which) ", bare)[0]
    head = thing_from_phrase(bare).noun if bare else ""
    body = classify(head)[1] if head else "biped"
    many = bool(bare) and not name and naming.many(bare)
    living = classify(head)[0] if head else "person"
    body = body if living != "person" or body == "ghost" else "biped"
    does = clean(re.sub(r"\byou\b", "whoever comes", re.sub(r"\b(?:the player|me|us)\b", "whoever comes", does)))
    if re.fullmatch(r"(?:who|that|which) (?:can )?(?:helps?|gives?) (?:whoever comes|out).*", does):
        does = "glad to help"
    looks = body_entry(body).items("look" if not many else "many") or body_entry("biped").items("many" if many else "look")
    look = does or (builder.chance.fresh(looks, "look") if looks else "in plain sight")
    if name and bare and bare.lower() != name.lower():
        full, short, look = (
            name,
            name,
            f"{_with_article(bare)}{', ' if does and not does.startswith(('who', 'that', 'with', 'in ')) else ' '}{look}".strip(),
        )
    elif name:
        full = short = name
    elif many:
        full = short = bare if re.match(r"(?:two|three|four|five|six|several|many) ", bare) else f"some {bare}"
    else:
        full, short = article(bare), f"the {bare}"
    look = pictorial(look)
    ally = Part(short, short, look, body, "they", many)
    before = draft.states[key]["base"]
    told = builder.scenery.pick(_present(many), "present")
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
    return f"{capital(full)} is now {at(draft, key)}, and can be asked questions there"


def moved(draft: Draft, thing: Thing, place: Thing) -> str:
    """Somebody is in another place from now on, with what they do there."""
    from makebelieve.worlds.edits.staging import sentences

    name = re.sub(r"^(?:the|an?) ", "", thing.name)
    here = [key for key in _seen_at(draft, thing) if "ending" not in draft.states[key]]
    if place.id in here:
        raise Unsure(f"{capital(thing.name)} is {at(draft, place.id)} already. Where else shall they be?")
    told = ""
    for key in here:
        said = sentences(draft.states[key]["base"])
        told = told or next((one for one in said[1:] if name in one), "")
        draft.states[key]["base"] = " ".join(one for number, one in enumerate(said) if number == 0 or name not in one)
        for one in draft.states[key].get("variants", []):
            one["base"] = " ".join(text for text in sentences(one["base"]) if name not in text) or one["base"]
    for event in draft.events:
        if name in str(event.get("label", "")) and event["kind"] in ("terminal", "override"):
            event["from"] = [place.id]
            for flag in event.get("grants", []):
                for mission in draft.world.get("missions", []):
                    for step in mission["objectives"]:
                        if step.get("grants", step["id"]) == flag:
                            step["location"] = place.id
                            step["text"] = sentence(f"Win the help of {thing.name} {at(draft, place.id)}")
    frame = draft.builder.scenery.pick(_present(naming.many(thing.name)), "present")
    draft.builder._speak_of(Part(thing.name, thing.name, thing.about, "biped", "they", naming.many(thing.name)))
    draft.builder.feature(
        place.id,
        draft.builder.scenery.parted(frame, draft.builder.place_of[place.id], ally=thing.name, allylook=thing.about or "in plain sight"),
    )
    draft.subject = thing
    return f"{capital(thing.name)} is now {at(draft, place.id)}"


def _present(many: bool) -> tuple[str, ...]:
    from makebelieve.worlds.generation import tables

    return tables.read("stages")["present"].items("many" if many else "one")


def _knows(draft: Draft, key: str) -> list[tuple[str, list[str]]]:
    """What somebody of this place can tell: the aim, where something is found, and where to go from here."""
    facts: list[tuple[str, list[str]]] = []
    line = draft.world.get("story", {}).get("logline")
    if line:
        facts.append((f"Word has got about: {line[:1].lower()}{line[1:].rstrip('.')}.", []))
    for mission in draft.world.get("missions", [])[:1]:
        for step in mission["objectives"]:
            found = re.fullmatch(r"Find (?P<what>.+?)\.?", step.get("text", ""))
            if found and step.get("location") != key:
                facts.append((f"There is {found['what']}, for whoever looks.", []))
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
        seen = key or next((one for one in _seen_at(draft, thing) if "ending" not in draft.states[one]), None)
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
    seen_at = naming.sightings(draft.world, re.sub(r"^(?:the|an?) ", "", who))
    key = key or (seen_at[0] if len(seen_at) == 1 or (seen_at and len(naming.words(who)) > 1) else None)
    if key is None:
        if seen_at:
            raise Unsure(
                f"There is more than one place with {who}: {naming.listed([at(draft, one) for one in seen_at], 'or')}. Where shall one talk?"
            )
        raise Unsure(f"There is nobody called '{who}' here yet. In which place shall they be: {_places(draft)}?")
    if seen_at and key in seen_at:
        bare = re.sub(r"^(?:the|an?) ", "", who)
        part = Part(f"the {bare}", f"the {bare}", "in plain sight", "biped", "they", naming.many(bare))
        draft.builder.met.add(part.short)
        draft.builder.talk(key, part, _knows(draft, key))
        return f"The {bare} can now be asked questions {at(draft, key)}"
    return _put(draft, key, who if not naming.proper(who) else "", who if naming.proper(who) else "", "")


def person_gone(draft: Draft, thing: Thing) -> str:
    """Somebody leaves: the talk, the sentences that speak of them; what they gave is found where they stood."""
    name = re.sub(r"^(?:the|an?) ", "", thing.name)
    naming_ = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    kept: list[str] = []
    builder = draft.builder
    for event in list(draft.events):
        said = " ".join(str(event.get(one, "")) for one in ("label", "base", "narration")) + str(
            event.get("terminal", {}).get("persona", "")
        )
        if not naming_.search(said):
            continue
        if event.get("grants"):
            key = event["from"][0]
            phrase = _phrase_of(draft, event["grants"][0])
            hold = builder.hold(key) if builder.holds.get(key) else builder.scenery.part(builder.place_of[key])
            words = {"hold": hold, "item": phrase, "Itemcap": capital(phrase)}
            event["label"] = capital(builder.beat(key, "search", "label", "search", **words))
            event["base"], event["narration"] = (
                builder.beat(key, "search", "base", "search", **words),
                builder.beat(key, "search", "tell", "search", **words),
            )
            event["anchor"] = {"label": re.sub(r"^(?:the|an?) ", "", hold), "minProximity": 0.15}
            kept.append(f"{phrase} is now found in {hold} {at(draft, key)}")
        elif event["kind"] == "terminal" or (event["kind"] == "override" and not event.get("grants")):
            draft.events.remove(event)
        else:
            event["label"] = naming_.sub("them", event.get("label", "")) if event.get("label") else event.get("label")
    for mission in draft.world.get("missions", []):
        for step in mission["objectives"]:
            if naming_.search(step.get("text", "")):
                step["text"] = (
                    sentence(f"Find {_phrase_of(draft, step.get('grants', step['id']))} {at(draft, step['location'])}")
                    if step.get("location") in draft.states
                    else "Find what is hidden."
                )
    from makebelieve.worlds.edits.staging import sentences

    for state in draft.states.values():
        for field_ in ("base", "narration"):
            if naming_.search(state.get(field_, "")):
                rest = [one for one in sentences(state[field_]) if not naming_.search(one)]
                if rest or field_ == "narration":
                    state[field_] = " ".join(rest) or "You look around."
        for one in state.get("variants", []):
            rest = [text for text in sentences(one["base"]) if not naming_.search(text)]
            one["base"] = " ".join(rest) or one["base"]
    draft.subject = None
    return f"{capital(thing.name)} is gone" + (f"; {naming.listed(kept)}" if kept else "")


def _phrase_of(draft: Draft, flag: str) -> str:
    """ "a grappling line", as the texts say it, of its flag."""
    bare = flag.removeprefix("has_").replace("_", " ")
    found = re.search(
        rf"\b((?:an?|the|some|two) {_loosely(bare)})\b",
        " ".join(text for one in draft.events for text in (one.get("narration", ""), one.get("base", ""))),
        re.IGNORECASE,
    )
    return found[1].lower() if found and found[1].islower() else found[1] if found else article(bare)


def _loosely(bare: str) -> str:
    return r"[\s'’-]+".join(
        re.escape(one[:-1]) + "['’]?s['’]?" if one.endswith("s") and len(one) > 2 else re.escape(one) for one in bare.split()
    )


def players(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let me play as the little girl": somebody else is the player."""
    thing = naming.find(draft.world, "the player")
    value = clean(re.sub(r" (?:of|from) the .+$", "", match["v"]))
    if thing is None or not value:
        return None
    other = naming.find(draft.world, value, ("person",))
    if other is not None and other.name.lower().endswith(value.lower().removeprefix("the ")):
        raise Unsure(
            f"{capital(other.name)} is somebody the player meets. Shall the player be called that and {other.name} leave, or keep both under other names?"
        )
    return become(draft, thing, value)
