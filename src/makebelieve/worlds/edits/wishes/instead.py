"""Wishes for one thing in the place of another, told the other way round: "use a goose", "instead of the flour it is the honey"."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming, referents, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import heroes, places, sights
from makebelieve.worlds.edits.wishes.names import call
from makebelieve.worlds.edits.wishes.phrases import clean, is_place
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import articles, is_plural


def in_their_place(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the flood is too scary, use a grumpy goose": what was spoken of is something else."""
    if draft.subject is None:
        return None
    value = clean(match["v"])
    thing = draft.subject
    if set(naming.words(thing.name)) & set(naming.words(value)):
        return None
    if thing.kind in ("foe", "person", "item", "goal"):
        if told := heroes.become(draft, thing, value):
            return told
        return call(
            draft,
            thing,
            re.sub(r"^(?:an?|some) ", "the ", value) if not is_plural(value) else f"the {re.sub(r'^(?:the|some) ', '', value)}",
        )
    fitted = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f"{thing.name}\n{value}")
    if thing.kind == "place" and is_place(value):
        return places.instead(draft, thing, value)
    from makebelieve.worlds.edits.wishes import guards

    return (guards.guard(draft, fitted) or sights.seen_thing(draft, fitted)) if fitted else None


def quoted(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Too late is a boring title, use 'The bed is empty'": of what was spoken of."""
    thing = draft.subject
    new = clean(match["v"])
    if thing is None:
        return None
    if thing.kind == "ending":
        draft.states[thing.id]["ending"]["title"] = capital(new)
        return f"The ending '{thing.name}' is now titled '{capital(new)}'"
    if thing.kind == "choice":
        event = next((one for one in draft.events if one["name"] == thing.id), None)
        if event is None:
            return None
        event["label"] = capital(new)
        return f"{thing.name} is now '{capital(new)}'"
    return call(draft, thing, new) if thing.kind in ("place", "person", "item", "foe") else None


def from_place(draft: Draft, match: re.Match[str]) -> str | None:
    """ "call the place the main corridor rather than the dying orbital station"."""
    thing = naming.find(draft.world, clean(match["t"]))
    return call(draft, thing, clean(match["v"])) if thing is not None else None


def in_place_of(draft: Draft, match: re.Match[str]) -> str | None:
    """ "instead of the flour it is the honey": said so wherever the old word stands."""
    old, new = clean(match["t"]), clean(match["v"])
    thing = naming.find(draft.world, old)
    if thing is not None:
        if thing.kind in ("person", "foe", "player") and (told := heroes.become(draft, thing, new)):
            return told
        if thing.kind == "place":
            return places.instead(draft, thing, new)
        return call(draft, thing, re.sub(r"^(?:an?|some) ", "the ", new))
    if (bar := re.fullmatch(r"(?P<np>.+?) (?:in|on|barring|blocking) the way (?:in)?to .+", new)) is not None:
        from makebelieve.worlds.edits.wishes import guards

        fitted = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f"{old}\n{bar['np']}")
        if fitted and (told := guards.guard(draft, fitted)):
            return told
    return reworded(draft, old, new)


def word(draft: Draft, match: re.Match[str]) -> str | None:
    """ "in all texts write Frisco instead of San Francisco"."""
    return reworded(draft, clean(match["t"]), clean(match["v"]))


def reworded(draft: Draft, old: str, new: str) -> str | None:
    """A word of the texts gives way to another wherever it stands; None where it stands nowhere."""
    bare, other = (re.sub(r"^(?:the|an?|some|any) ", "", one, flags=re.IGNORECASE) for one in (old, new))
    if len(bare.split()) > 4 or len(other.split()) > 5 or not bare or re.fullmatch(r"(?:it|that|this|them|something)", bare):
        return None
    spelt = r"[\s-]+".join(re.escape(one) for one in bare.split())
    pattern = re.compile(rf"\b{spelt}\b", re.IGNORECASE)
    times = 0

    def change(text: str) -> str:
        nonlocal times
        if not pattern.search(text):
            return text
        times += 1
        return articles(pattern.sub(lambda one: capital(other) if one[0][:1].isupper() else other, text))

    made = renaming.told_everywhere(draft.world, change)
    if not times:
        return None
    draft.world = made
    draft.world["name"] = pattern.sub(lambda one: capital(other) if one[0][:1].isupper() else other, draft.world["name"])
    return f"It says {other} now in place of {bare}, in {times} {'text' if times == 1 else 'texts'}"


def unknown(draft: Draft, phrase: str) -> Unsure:
    """A question where nobody and nothing of a name is here."""
    some = [one.name for one in naming.things(draft.world) if one.kind in ("person", "foe")]
    return Unsure(
        f"There is no {re.sub(r'^the ', '', phrase)} in this world. Whom do you mean: {naming.listed(some, 'or')}? Or shall somebody new be put in a place?"
        if some
        else f"There is no {phrase} in this world. In which place shall they be?"
    )


def known(draft: Draft, phrase: str) -> bool:
    return naming.find(draft.world, phrase) is not None or bool(referents.sighted(draft.world, phrase))
