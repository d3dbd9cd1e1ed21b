"""What is asked back where a clause is not understood: what it spoke of, and the likeliest things that may be meant."""

from __future__ import annotations

import re

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import counted, main_noun
from makebelieve.worlds.edits.offers import Works, said
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.wishes.phrases import LIVING, is_place
from makebelieve.worlds.edits.wishes.table import mention
from makebelieve.worlds.generation.morphology import article, is_plural

_PHRASE = re.compile(r"\b(?:the|that|our|this|her|his|their) (?P<np>[a-z]+(?: [a-z]+)?)\b")


def question(world: World, clause: str, works: Works) -> str:
    """The question for one clause: what of it was understood, and two requests of this world that would work."""
    if missing := unknown(world, clause):
        some = [one.name for one in naming.things(world) if one.kind in ("person", "foe")]
        who = f" Here are {naming.listed(some)}." if len(some) > 1 else f" Here is {some[0]}." if some else ""
        place = _places(world)[0]
        return f"I do not know what to change for '{clause}': there is no {missing} in this world.{who} {'Do you mean one of those, or shall' if len(some) > 1 else 'Is that who is meant, or shall' if some else 'Shall'} I add {article(missing)}? Say for example: add {article(missing)} in {place}."
    thing = next((one.thing for one in mentions(world, clause)), None) or mention_of_choice(world, clause)
    if lacking := lacks(world, clause):
        here = thing.name if thing is not None and thing.kind == "place" else _places(world)[0]
        add = f"add {counted(lacking)} next to {here}" if is_place(lacking) else f"put {counted(lacking)} in {here}"
        proposal = (
            f"Shall I add {'some' if is_plural(lacking) else 'one'}? Say for example: '{add}'." if works(add) else said(world, works, thing)
        )
        many = "are" if is_plural(lacking) else "is"
        return f"There {many} no {lacking} in this world, so I do not know what to change for '{clause}'. {proposal} What shall it be?"
    if thing is None:
        return f"I do not know what to change for '{clause}'. Name the place, person or thing it is about, and how it shall be. {said(world, works)} What shall it be?"
    about = {"place": "the place", "person": "somebody", "item": "something to be found", "ending": "the ending", "foe": "what stands in the way", "player": "the player", "goal": "what it is all about", "choice": "the choice", "guard": "what bars a way", "seen": "a thing in a picture"}[thing.kind]  # fmt: skip
    return f"I do not know what to change for '{clause}'. I understood that it is about {thing.name}, {about}. What shall be different? {said(world, works, thing)}"


def lacks(world: World, clause: str) -> str:
    """A thing or place that a clause speaks of as known, and that no text of this world has: "the compost heap"."""
    texts = set(naming.words(" ".join(f"{state['base']} {state.get('narration', '')}" for state in world["scene"]["states"].values())))
    texts |= set(naming.words(" ".join(f"{one.get('label', '')} {one.get('base', '')}" for one in world["scene"]["events"])))
    named = mentions(world, clause)
    for found in _DEFINITE.finditer(clause):
        if re.search(r"\b(?:says?|tells?|knows?|whispers?|asks?|explains?)\b", clause[: found.start()]):
            continue  # what somebody says need not be there
        if any(one.start < found.end("np") and found.start("np") < one.end for one in named):
            continue
        some = re.split(rf" (?:{_STOPS})\b", found["np"])[0].split()
        while some and lemma(some[-1].lower(), "noun") is None and classify(some[-1].lower())[0] not in ("place", "building", "structure"):
            some.pop()
        while (
            len(some) > 1
            and lemma(some[-1].lower(), "adjective") == some[-1].lower()
            and classify(some[-1].lower())[0] in ("", "abstract", "group")
        ):
            some.pop()  # "the clockmaker sick in bed"
        np = " ".join(some)
        if np and naming.words(np) and naming.words(np)[-1] not in texts | _FRAME:
            return np
    return ""


_STOPS = "an?|trust|trusts|like|likes|love|loves|hate|hates|believe|help|know|want|wants|give|gives|tell|tells|ask|asks|let|look|looks|feel|feels|sound|sounds|seem|seems|being|should|must|is|are|was|were|to|for|with|in|on|at|of|from|and|or|needs?|has|have|by|into|that|which|who|instead|can|could|only|opens?|would|shall|will|lies|stands"
_DEFINITE = re.compile(r"\bthe (?P<np>[a-z]+(?: [a-z]+){0,2})\b")
_FRAME = frozenset(("game", "story", "world", "text", "ending", "end", "start", "beginning", "player", "hero", "scene", "place", "room", "choice", "option", "button", "mission", "goal", "title", "name", "way", "thing", "mood", "weather", "time", "day", "night", "picture", "style", "difficulty", "word", "sentence", "description", "part", "bit", "one", "first", "last", "other", "rest", "same", "middle", "whole", "narration", "hint", "music", "sound", "distance", "background", "future", "past", "person", "character", "people", "key", "lock", "door", "moment", "point", "left", "right", "top", "bottom", "number", "kid", "child", "class", "morning", "evening", "reader", "author", "adventure", "level", "task", "quest", "objective", "event", "fact", "idea", "wrong", "truth", "secret", "clue", "plot"))  # fmt: skip


def mention_of_choice(world: World, clause: str) -> Thing | None:
    """A choice, what bars a way or a thing of a picture that a clause speaks of; no find by a stray word."""
    thing = mention(world, clause)
    return thing if thing is not None and thing.kind in ("choice", "guard", "seen") else None


def _places(world: World) -> list[str]:
    return [shown_name(world, key) for key in naming.in_order(world, again=False)]


def unknown(world: World, clause: str) -> str:
    """Somebody whom a clause speaks of as known, and whom this world does not have."""
    texts = " ".join(naming.words(str([world.get("description", ""), world["scene"]])))
    for found in _PHRASE.finditer(clause):
        for np in (found["np"], found["np"].split()[0]):
            head = main_noun(np)
            if (
                not head
                or classify(head)[0] not in LIVING
                or head.lower()
                in (
                    "who",
                    "that",
                    "which",
                    "whom",
                    "player",
                    "hero",
                    "reader",
                    "narrator",
                    "story",
                    "game",
                    "people",
                    "others",
                    "one",
                    "person",
                    "character",
                    "man",
                    "woman",
                    "somebody",
                )
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
