"""Wishes about what things are called, and about making somebody or something else of them."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, tag, thing_from_phrase, tokenise
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import article

LIVING: Final = frozenset(("person", "creature", "robot", "group"))
_CALLED: Final = re.compile(
    r"(?:(?P<np>.+?),? )?(?:called|named|with the name(?: of)?|by the name of|whose name is|who is called) (?P<name>.+)", re.IGNORECASE
)


def clean(text: str) -> str:
    """A value without quotation marks and stops."""
    return text.strip().strip("\"'“” ").rstrip(".!?,").strip("\"' ")


def is_living(phrase: str) -> bool:
    """Whether a noun phrase is somebody."""
    bare = re.sub(r"^(?:the|an?|some|another|my|our|two|three|four|five) ", "", phrase.strip(), flags=re.IGNORECASE)
    if re.match(
        r"(?:dead|stuffed|rocking|hobby|paper|straw|clay|painted|wooden|stone|bronze|toy|plastic|carved|marble|golden|statue|painting|picture|portrait|photo|drawing|model|poster) ",
        bare,
        re.IGNORECASE,
    ):
        return False
    head = thing_from_phrase(bare).noun if bare else ""
    sort = classify(head)[0] if head else ""
    if head in (
        "darkness",
        "corner",
        "number",
        "letter",
        "paper",
        "river",
        "water",
        "shower",
        "ladder",
        "lantern",
        "locker",
        "poster",
        "counter",
        "flower",
        "tower",
        "cover",
        "fever",
        "corridor",
        "mirror",
        "cellar",
        "door",
        "floor",
    ):
        return False
    return (
        sort in LIVING
        or (bool(head) and classify(head)[1] in ("ghost", "dragon", "robot"))
        or bool(sort in ("abstract", "") and re.search(r"(?:[^aeiou]er|ist|ian|man|woman|ess)$", head))
    )


def head_of(phrase: str) -> str:
    """The noun that a phrase is about: "a swimming pool" -> "pool"."""
    bare = re.sub(r"^(?:the|an?|some|another|my|our|new) ", "", phrase.strip(), flags=re.IGNORECASE)
    return thing_from_phrase(bare).noun if bare else ""


def is_place(phrase: str) -> bool:
    """Whether a noun phrase is somewhere one can go: "a bath house"; not "plants", though gardens have them."""
    from makebelieve.worlds.generation.sites import place_kinds

    bare = re.sub(r"^(?:the|an?|some|another|my|our|new) ", "", phrase.strip(), flags=re.IGNORECASE)
    head = thing_from_phrase(bare).noun if bare else ""
    sort = classify(head)[0] if head else ""
    named = bool(head) and head in place_kinds() and sort in ("", "abstract", "place", "structure", "building")
    return (
        sort == "place"
        or named
        or bare.lower().endswith(("room", "chamber", "house", "shop", "hall", " club", "nightclub", "casino", "circus"))
    )


def call(draft: Draft, thing: Thing, new: str) -> str:
    """`thing` gets another name or noun everywhere; what was done."""
    new = re.sub(
        r" (?:everywhere|in all (?:the )?texts|throughout|in the whole (?:story|game|world))$",
        "",
        clean(new if naming.proper(new) else pictorial(new)),
    )
    spoken = tag(tokenise(new)) if not naming.proper(new) or len(new.split()) > 3 else []
    clause = any(one.tag in ("X", "S", "P", "M") or one.word in ("when", "if", "because", "should") for one in spoken) or bool(
        re.match(r"(?:normal|visible|real|ordinary) (?:choice|option|button)", new)
    )
    if (
        not new
        or len(new.split()) > 7
        or clause
        or re.match(
            r"(?:the )?(?:in|at|on|with|under|behind|from|by|into|of|found|given|hidden|kept|made) |(?:the )?(?:somewhere|elsewhere|something|anything|someone|somebody|there|here|else)\b",
            new,
        )
    ):
        raise Unsure(f"What exactly shall '{thing.name}' be called? Say for example: rename {thing.name} to the old mill.")
    if thing.kind == "ending":
        draft.states[thing.id]["ending"]["title"] = capital(new)
        return f"The ending '{thing.name}' is now titled '{capital(new)}'"
    kept = thing.name.split()
    if thing.kind == "player" and kept[1:2] == ["the"] and re.fullmatch(r"[A-Z][\w'-]+", new):
        new = f"{new} {' '.join(kept[1:])}"  # "Pip the small hedgehog" called Marta is "Marta the small hedgehog"
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
    return (
        f"{who} {'are' if naming.many(thing.name) else 'is'} now called {named} everywhere"
        if thing.kind != "player"
        else f"The player is now {named}"
    )


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
        if re.search(r" and (?:the|my|all|every|it) ", new):
            return None
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
    new = text if re.match(r"(?:the|an?|his|her|their|my|our|[A-Z][\w-]*(?:'s|')) ", text) or naming.many(text) else article(text)
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
    draft.world = renaming.told_everywhere(draft.world, change)
    done = draft.world != before
    if not done:
        for key in seen_at(draft, thing):
            draft.builder.feature(key, sentence(f"{thing.name}, {new}, stands in plain sight"))
            done = True
            break
    if thing.about:
        bare, old_head = re.sub(r"^(?:an?|the) ", "", new), thing_from_phrase(re.sub(r"^(?:an?|the) ", "", thing.about)).noun
        if old_head and re.search(rf"\bthe {re.escape(old_head)}\b", " ".join(one["base"] for one in draft.states.values())):
            draft.world = renaming.told_everywhere(draft.world, lambda one: one.replace(f"the {old_head}", f"the {bare.split()[-1]}"))
    return f"{capital(thing.name)} is now {new}"


def seen_at(draft: Draft, thing: Thing) -> list[str]:
    found = [key for key, one in draft.states.items() if thing.name.lower() in one["base"].lower()]
    return found or [key for one in draft.events if one["name"] == thing.id for key in one["from"]]


def become(draft: Draft, thing: Thing, value: str) -> str | None:
    """A person, the player, an item or the goal is something else: a name, a trade, another noun, another adjective."""
    value = clean(value)
    called = _CALLED.fullmatch(value)
    if thing.kind in ("person", "foe"):
        if (two := re.fullmatch(r"(?P<n>[A-Z][^,]+), (?P<r>(?:an?|the) .+)", value)) and thing.kind == "person":
            told = call(draft, thing, two["n"])
            again = naming.find(draft.world, two["n"], ("person",))
            return f"{told}. {role(draft, again, two['r'])}" if again else told
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
        if naming.many(value) and is_living(value) and len(value.split()) < 4:
            return call(draft, thing, f"the {value}")
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
            or (
                is_living(new)
                and new.lower() not in ("friends", "enemies", "partners", "lovers", "allies", "rivals", "neighbours", "sisters", "brothers")
                and len(new.split()) < 4
                and not re.search(r"\b(?:the|an?|in|at|on)\b", new)
            )
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
        if value in (
            "talk",
            "speak",
            "sing",
            "fly",
            "glow",
            "walk",
            "move",
            "dance",
            "laugh",
            "cry",
            "whisper",
            "scream",
            "shine",
            "burn",
            "melt",
            "break",
            "sleep",
            "run",
            "jump",
            "swim",
        ):
            return None  # what it does, not what it is called
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
    keys = [key for key in seen_at(draft, thing) if "ending" not in draft.states[key]]
    for key in keys[:2]:
        draft.builder.feature(key, sentence(f"{thing.name} {'look' if naming.many(thing.name) else 'looks'} {said}"))
    draft.subject = thing
    return f"{capital(thing.name)} {'are' if naming.many(thing.name) else 'is'} now {said}" if keys else None


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
    draft.world = renaming.rename(draft.world, thing, f"the {new}")
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


def list_places(draft: Draft) -> str:
    from makebelieve.worlds.edits.staging import shown_name

    return naming.listed(
        list(dict.fromkeys(shown_name(draft.world, key) for key, one in draft.states.items() if "ending" not in one)), "or"
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
