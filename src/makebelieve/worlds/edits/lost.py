"""What is asked back where a clause is not understood: what it spoke of, and the likeliest things that may be meant."""

from __future__ import annotations

import re

from makebelieve.language import lemma, thing_from_phrase
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.wishes.names import is_living
from makebelieve.worlds.edits.wishes.table import mention
from makebelieve.worlds.generation.english import capital

_PHRASE = re.compile(r"\b(?:the|that|our|this) (?P<np>[a-z]+(?: [a-z]+)?)\b")


def question(world: World, clause: str) -> str:
    """The question for one clause, with examples that name what this world has."""
    if missing := unknown(world, clause):
        some = [one.name for one in naming.things(world) if one.kind in ("person", "foe")]
        who = f" Here are {naming.listed(some)}." if len(some) > 1 else f" Here is {some[0]}." if some else ""
        place = _places(world)[0]
        return f"I do not know what to change for '{clause}': there is no {missing} in this world.{who} Do you mean one of those, or shall I add a {missing}? Say for example: add a {missing} in {place}."
    thing = mention(world, clause)
    if thing is None:
        places = _places(world)
        some = [one.name for one in naming.things(world) if one.kind == "person"][:2]
        return (
            f"I do not know what to change for '{clause}'. Name what it is about, a place ({naming.listed(places[:4], 'or')}), "
            f"{'a person (' + naming.listed(some, 'or') + '), ' if some else ''}a find, a choice or an ending, and say what shall be different. "
            f"For example: {_examples(world, None)}. What shall it be?"
        )
    about = {"place": "the place", "person": "somebody", "item": "a find", "ending": "the ending", "foe": "what stands in the way", "player": "the player", "goal": "what it is all about", "choice": "the choice", "guard": "what bars a way", "seen": "a thing in a picture"}[thing.kind]  # fmt: skip
    return f"I do not know what to change for '{clause}'. I understood that it is about {thing.name}, {about}. What shall be different? Say for example: {_examples(world, thing)}."


def _places(world: World) -> list[str]:
    return [shown_name(world, key) for key in naming.in_order(world) if not re.search(r"_(?:later|again)$", key)]


def unknown(world: World, clause: str) -> str:
    """Somebody whom a clause speaks of as known, and whom this world does not have."""
    texts = " ".join(naming.words(str([state["base"] for state in world["scene"]["states"].values()])))
    for found in _PHRASE.finditer(clause):
        for np in (found["np"], found["np"].split()[0]):
            head = thing_from_phrase(np).noun
            if (
                not head
                or not is_living(head)
                or head.lower() in ("player", "hero", "reader", "narrator", "story", "game", "people", "others", "one")
            ):
                continue
            try:
                if naming.find(world, f"the {np}") is not None:
                    return ""
            except Unsure:
                return ""
            if (lemma(head, "noun") or head) not in texts.split() and lemma(np.split()[-1], "noun"):
                return head
    return ""


def _examples(world: World, thing: Thing | None) -> str:
    """Two or three requests that are sure to be understood."""
    places = _places(world)
    other = next((one for one in places if thing is None or one != thing.name), places[0])
    if thing is None:
        return f"make {places[0]} darker, add a cat at {other}, or rename {places[-1]} to the old mill"
    name = thing.name
    if thing.kind == "place":
        return f"make {name} darker, put a lamp in {name}, lock {name} with a silver key, or take out {name}"
    if thing.kind == "person":
        return f'{name} should say "Come in", {name} should be friendlier, rename {name} to Otto, or put {name} in {other}'
    if thing.kind == "item":
        return f"move {name} to {other}, rename {name} to a lantern, or {name} should not be needed"
    if thing.kind == "ending":
        return f"the ending '{name}' should say \"That was all\", make the ending '{name}' sadder, or rename the ending '{name}' to Home"
    if thing.kind == "foe":
        return f"make {name} a grumpy goose, or rename {name} to the storm"
    if thing.kind == "player":
        return f"rename {name} to Ada, or {name} should be a fox"
    if thing.kind == "goal":
        return f"rename {name} to the golden cup, or change the goal to 'Bring it home'"
    if thing.kind == "choice":
        return f"change {name} to 'Run for it', or when you choose {name} you should end up in {other}"
    if thing.kind == "guard":
        return f"replace {name} with a sleeping bear, or remove the lock on the way it bars"
    return f"replace {name} with a red umbrella, or remove {name}"


def choices_near(world: World, clause: str) -> str:
    """The choices of the place that a clause speaks of, for one that names none."""
    thing = mention(world, clause)
    key = thing.id if thing is not None and thing.kind == "place" else world["entrance"]["state"]
    some = [referents.label_of(one) for one in world["scene"]["events"] if key in one["from"] and not one.get("hidden")]
    return f"{capital(shown_name(world, key))} has the choices {naming.listed([repr(one) for one in some], 'and')}." if some else ""
