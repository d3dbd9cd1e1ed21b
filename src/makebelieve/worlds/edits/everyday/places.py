"""Places by where they are: "upstairs there is an attic", "a laundry room in the basement", "before the tower there should be a dark forest"."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.worlds.edits import naming, prose, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.spots import LEVEL, LEVELS, level_place, spot
from makebelieve.worlds.edits.graph_wishes import _TEXTS as TEXTS
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import places
from makebelieve.worlds.edits.wishes.phrases import clean, is_living, is_place
from makebelieve.worlds.generation.english import capital

_ADD: Final = r"(?:(?:please )?(?:add|put|build|make|create|include|place|have|I (?:want|would like|need)(?: to have)?|(?:there|it) (?:is|should be|could be|must be|should also be|could also be|has|should have)(?: also)?|let there be|we need|can (?:we|you|I) (?:have|add)|give (?:me|us|it)|how about|what about) )"
_NEW: Final = r"(?:an?|another|one more|the) [\w' -]+?"
_LEVELLED: Final = re.compile(
    rf"(?:also )?(?P<l>{LEVEL})(?: of (?P<o>.+?))?,? {_ADD}(?P<np>{_NEW})(?:,? (?:with|full of|where (?:there )?(?:is|are)) (?P<h>.+))?"
    rf"|{_ADD}(?P<np2>{_NEW})(?:,? (?:with|full of|where there (?:is|are)) (?P<h2>[^,]+?))?,? (?P<l2>{LEVEL})(?: of (?P<o2>.+?)| (?P<o3>the .+?))?(?:,? (?:with|full of|where there (?:is|are)) (?P<h3>.+))?",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?:(?:right |just )?before|on the way to) (?P<t>(?:the |my |you (?:come|get) to |one (?:comes|gets) to |we (?:come|get) to )?[\w' -]+?),? (?:{_ADD}|you (?:should |must |have to )?(?:come (?:through|to|past)|cross|go through|pass|visit) )(?P<np>{_NEW})(?:,? (?:with|full of) (?P<h>.+))?"
    rf"|{_ADD}(?P<np2>{_NEW}),? (?:(?:right |just )?before|on the way to) (?P<t2>.+?)(?:,? (?:with|full of) (?P<h2>.+))?",
    re.IGNORECASE,
)
_REMOVE: Final = re.compile(
    r"(?:please )?(?:remove|delete|take (?:out|away)|get rid of|drop|cut|leave out|lose|skip|erase|scrap) (?P<t>(?:the |my )?[\w' -]+?)(?: (?:please|completely|entirely|altogether|again))*"
    r"|(?:please )?(?:take|leave|cut) (?P<t2>the [\w' -]+?) (?:out|away)|(?:I|we) (?:do not|don't) (?:want|need|like) (?P<t3>the [\w' -]+?)(?: any ?more)?|no more (?P<t4>(?:the )?[\w' -]+)",
    re.IGNORECASE,
)
_GO: Final = {"up": "Go up to {place}", "down": "Go down to {place}", "out": "Go out to {place}"}


def read(draft: Draft, text: str) -> str | None:
    if match := _LEVELLED.fullmatch(text):
        level = LEVELS[(match["l"] or match["l2"]).lower()]
        return _on_level(
            draft,
            level,
            match["l"] or match["l2"],
            match["np"] or match["np2"],
            match["h"] or match["h2"] or match["h3"],
            match["o"] or match["o2"] or match["o3"],
        )
    if match := _BEFORE.fullmatch(text):
        return _before(draft, match["np"] or match["np2"], match["t"] or match["t2"], match["h"] or match["h2"])
    if match := _REMOVE.fullmatch(text):
        return _removed(draft, match["t"] or match["t2"] or match["t3"] or match["t4"])
    return None


def _sort(phrase: str) -> str:
    """The name of a new place, or "" where the words name none."""
    bare = places.sort_wanted(clean(phrase))
    return bare if bare and len(bare.split()) < 6 and is_place(bare) and not is_living(bare) else ""


def _on_level(draft: Draft, level: str, said: str, np: str, held: str | None, of: str | None) -> str | None:
    """A new place above, below or outside: reached from the place that is named, else from the first that suits."""
    named = spot(draft.world, said.split(" ", 1)[-1]) if " the " in said else None
    phrase = _sort(np)
    if named is not None and named.part == "" and phrase:
        here: str | None = named.key  # the world has that attic
        level = ""
    else:
        other = spot(draft.world, of) if of else None
        if of and other is None:
            return None
        here = level_place(draft, level, other.key if other else None)
    if not phrase or here is None:
        return None
    if (known := naming.find(draft.world, f"the {phrase}", ("place",), loose=False)) is not None:
        if held:
            return f"There is {known.name} already; it has {places.put_scenery(draft, known.id, held)} now"
        raise Meant(
            f"There is {known.name} already, so nothing was changed. Say for example: put some old trunks in {known.name}, or: add a hall next to {known.name}."
        )
    key = places.grow(draft, here, phrase)
    name = draft.builder.place_of[key].name
    if level:
        draft.events[-2]["label"] = _GO[level].format(place=name)
    told = f"Added {name}{'' if not level else ', ' + said.lower()}, reached from {shown_name(draft.world, here)}"
    if held:
        told += f", with {places.put_scenery(draft, key, held)} in it"
    draft.subject = Thing("place", key, name)
    return told


def _before(draft: Draft, np: str, target: str, held: str | None) -> str | None:
    """A new place on the way to one that is there: the ways to it start from the new one now, with what they ask for."""
    there = spot(draft.world, re.sub(r"^(?:you|one|we) (?:comes?|gets?) to ", "", target))
    phrase = _sort(np)
    if there is None or there.part or not phrase or there.key == draft.world["entrance"]["state"]:
        return None
    order = naming.in_order(draft.world)
    ways = [
        one
        for one in draft.events
        if referents.leads(draft.world, one) == there.key
        and one["kind"] == "transition"
        and one["from"][0] in order
        and order.index(one["from"][0]) < order.index(there.key)
    ]
    if not ways:
        return None
    start = ways[0]["from"][0]
    onward = [one for one in ways if start in one["from"]]
    back = [one for one in draft.events if one["from"] == [there.key] and one.get("to") == start and one["kind"] == "transition"]
    key = places.grow(draft, start, phrase)
    here, new = (re.sub(r"^the ", "", one) for one in (shown_name(draft.world, start), draft.builder.place_of[key].name))
    for one in [*onward, *back]:
        changed: dict[str, Any] = prose.everywhere(one, here, new, TEXTS)
        one.clear()
        one.update(changed)
    for one in onward:
        one["from"] = [key if at == start else at for at in one["from"]]
        one.pop("hotkey", None)
    for one in back:
        one["to"] = key
        _goes_back(draft, one, there.key, key)
    name = draft.builder.place_of[key].name
    told = f"Added {name} between {shown_name(draft.world, start)} and {there.name}"
    if held:
        told += f", with {places.put_scenery(draft, key, held)} in it"
    draft.subject = Thing("place", key, name)
    return told


def _goes_back(draft: Draft, event: dict[str, Any], here: str, there: str) -> None:
    """The way back is told anew: what it said of the place it led to before is not there."""
    place = draft.builder.place_of[there]
    event["label"] = capital(f"go back to {place.name}")
    event["base"] = draft.builder.scenery.pixels(
        "{P} <P:leaves|leave> {here} by the way {they} came", here=draft.builder.place_of[here].name
    )
    event["narration"] = f"You are back {place.at}."


def _removed(draft: Draft, phrase: str) -> str | None:
    """A place goes; where it cannot, the reason is the answer and no other reading is tried."""
    found = spot(draft.world, phrase) if not re.search(r" (?:in|at|from|on|of|with|and|but) ", phrase) else None
    if found is None or found.part or not set(naming.words(phrase)) <= set(naming.words(found.name)):
        return None
    try:
        return places.gone(draft, Thing("place", found.key, found.name))
    except Unsure as asked:
        raise Meant(str(asked)) from asked
