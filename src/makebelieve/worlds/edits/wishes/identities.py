"""Wishes that make somebody or something else of a person, the player or a thing."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.names import call, role
from makebelieve.worlds.edits.wishes.phrases import CALLED, clean, is_living
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.english import capital, sentence


def become(draft: Draft, thing: Thing, value: str) -> str | None:
    """A person, the player, an item or the goal is something else: a name, a trade, another noun, another adjective."""
    value = clean(value)
    called = CALLED.fullmatch(value)
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
    return f"{capital(thing.name)} {'are' if naming.many(thing.name) else 'is'} now the {new}"


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
