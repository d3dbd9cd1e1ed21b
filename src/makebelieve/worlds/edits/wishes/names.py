"""Wishes about what things are called, and what people are by trade."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import article

_ACT: Final = re.compile(
    r"(?:the )?(?:(?!half|many|such|what|quite|rather)[a-z]+ (?:an?|some) [a-z]|(?:no|zero|not|never) (?:longer|more|needed)\b)"
)
"""A deed or a state, which is no name: "bring a pie", "no longer needed"."""


def call(draft: Draft, thing: Thing, new: str) -> str:
    """`thing` gets another name or noun everywhere; what was done."""
    new = re.sub(
        r" (?:everywhere|in all (?:the )?texts|throughout|in the whole (?:story|game|world))$",
        "",
        clean(new if naming.proper(new) else pictorial(new)),
    )
    new = re.split(r", (?=(?:with|not|but|spelled|spelt|like|as in|because|since)\b)", new)[0]
    last = re.sub(r"^.* ", "", new)
    if last.islower() and re.search(r"(?:er|est)$", last) and (lemma(last, "adjective") or last) != last and lemma(last, "noun") is None:
        raise Unsure(f"'{last}' tells how {thing.name} shall be, and is no name. How shall one see it?")
    if (
        thing.kind in ("goal", "player", "person", "foe")
        and new.islower()
        and any(one.thing.kind == "place" and one.spoken == new for one in mentions(draft.world, new))
    ):
        raise Unsure(f"{capital(new)} is a place here, and no name for {thing.name}. What shall be different about {thing.name}?")
    spoken = tag(tokenise(new)) if not naming.proper(new) or len(new.split()) > 3 else []
    clause = any(one.tag in ("X", "S", "P", "M") or one.word in ("when", "if", "because", "should") for one in spoken) or bool(
        re.match(r"(?:normal|visible|real|ordinary) (?:choice|option|button)", new)
    )
    if new.islower() and len(new.split()) == 1 and lemma(new, "noun") is None and lemma(new, "adjective") is not None:
        raise Unsure(
            f"By what shall one see that {thing.name} is {new}? Say for example: put a vase of flowers from {thing.name} in {shown_name(draft.world, draft.world['entrance']['state'])}."
        )
    if (
        not new
        or len(new.split()) > 7
        or clause
        or _ACT.match(new)
        or re.match(
            r"(?:the )?(?:in|at|on|with|under|behind|from|by|into|of|found|given|hidden|kept|made) |(?:the )?(?:somewhere|elsewhere|something|anything|someone|somebody|there|here|else)\b",
            new,
        )
    ):
        raise Unsure(f"What exactly shall '{thing.name}' be called? Say for example: rename {thing.name} to the old mill.")
    if thing.kind == "goal" and thing == draft.subject and naming.proper(thing.name) and not naming.proper(new):
        # It has just been given that name: "call the dog Biscuit, and it should be a puppy".
        start = draft.states[draft.world["entrance"]["state"]]
        bare = re.sub(r"^(?:the|an?) ", "", new)
        sort = bare if naming.many(bare) else article(bare)
        start["narration"] = f"{start.get('narration', '')} {thing.name} is {sort}.".strip()
        return f"{thing.name} is {sort} now, as is told where it starts"
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
    if re.match(r"(?:the |an? )?(?:more|less|most|very|much|too|so|a bit|bit) ", new):
        bare = re.sub(r"^(?:the|an?) ", "", new)
        raise Unsure(f"'{bare}' tells how {thing.name} shall be, and is no name. How shall one see it?")
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
    if re.fullmatch(r"[A-Z][\w'-]+(?:, [A-Z][\w'-]+)+,? and [A-Z][\w'-]+", value):
        return call(draft, thing, value)  # "Ada, Tom and Lin"
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
        bare, old_head = re.sub(r"^(?:an?|the) ", "", new), main_noun(re.sub(r"^(?:an?|the) ", "", thing.about))
        if old_head and re.search(rf"\bthe {re.escape(old_head)}\b", " ".join(one["base"] for one in draft.states.values())):
            draft.world = renaming.told_everywhere(draft.world, lambda one: one.replace(f"the {old_head}", f"the {bare.split()[-1]}"))
    return f"{capital(thing.name)} is now {new}"
