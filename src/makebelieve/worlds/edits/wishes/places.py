"""Wishes about places: new ones, other ones in their stead, taking them out."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.worlds.diagnostics import errors
from makebelieve.worlds.edits import naming, removals, renaming
from makebelieve.worlds.edits.drafts import Draft, applied
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import taken
from makebelieve.worlds.edits.staging import new_place, own_kind, sentences
from makebelieve.worlds.edits.targets import Unsure, slug
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.names import call
from makebelieve.worlds.edits.wishes.phrases import clean, is_living, is_place
from makebelieve.worlds.edits.wishes.vacancies import filled
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.gate import check
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.places import bare as without_article

_NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "another": 1,
    "two": 2,
    "couple of": 2,
    "a couple of": 2,
    "three": 3,
    "some": 2,
    "a few": 3,
    "more": 2,
    "four": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "few": 3,
    "five": 5,
}


def sort_wanted(text: str) -> str:
    """A noun phrase without article and "new"."""
    return re.sub(
        r"^(?:(?:the|an?|another|some|one more|new|extra|more|a new|place|room|scene|location)\b[\s:]*(?:(?:called|named)\b\s*)?)+",
        "",
        clean(text),
        flags=re.IGNORECASE,
    ).strip("\"' ") or clean(text)


def place(draft: Draft, match: re.Match[str]) -> str | None:
    """A further place beside another: composed like the rest, joined to it both ways, with what is asked to be in it."""
    fields = match.groupdict()
    raw = clean(fields["np"])
    asked = re.match(r"(?:(?:an?|another|the|new|one more|extra) )*(?:place|room|scene|location|level|area)\b", raw, re.IGNORECASE)
    inside = None
    if held := re.fullmatch(
        r"(?P<np>.+?),? (?:with|containing|full of|that has|where there (?:is|are)|which has) (?P<what>.+?)(?: (?:in it|inside|there|in there))?",
        raw,
        re.IGNORECASE,
    ):
        raw, inside = held["np"], held["what"]
    where_ = None
    if placed := re.fullmatch(r"(?P<np>.+?),? (?:where|from which|in which|from where) (?P<what>.+)", raw, re.IGNORECASE):
        raw, where_ = placed["np"], placed["what"]
    raw = (
        re.sub(r" (?:behind|under|below|above|inside|beyond|beside|next to) (?:the|an?) [\w' -]+$", "", raw)
        if not re.search(r"(?:called|named) ", raw)
        else raw
    )
    named = re.search(r"(?:called|named) (?P<n>.+)$", raw, re.IGNORECASE)
    phrase = clean(named["n"]) if named else sort_wanted(raw)
    wanted = bool(asked or fields.get("asked"))
    if is_plural(phrase) and not asked and not naming.proper(phrase):
        return None
    if not phrase or len(phrase.split()) > 6 or not (wanted or is_place(phrase)) or (is_living(phrase) and not wanted):
        return None
    near = fields.get("t")
    if near:
        part = re.fullmatch(
            r"(?:the )?(?:basement|cellar|attic|roof|top|back|bottom|ground floor|first floor|upstairs|downstairs|end|middle|side|edge) of (?P<t>.+)",
            near,
            re.IGNORECASE,
        )
        thing = naming.find(draft.world, part["t"] if part else near, ("place",))
        if thing is None:
            tail = re.fullmatch(
                r"(?P<t>.+?),? (?:with|containing|full of|that has|where there (?:is|are)) (?P<what>.+?)(?: (?:in it|inside|there|in there))?",
                near,
                re.IGNORECASE,
            )
            thing = naming.find(draft.world, tail["t"], ("place",)) if tail else None
            inside = tail["what"] if tail and thing else inside
        if thing is None:
            if naming.find(draft.world, near) is None and not wanted:
                return None
            raise Unsure(f"There is no place '{clean(str(near))}' here. Beside which place shall {phrase} be: {list_places(draft)}?")
        here = thing.id
    else:
        raise Unsure(f"From which place shall one get to {phrase if naming.proper(phrase) else 'the ' + phrase}: {list_places(draft)}?")
    key = grow(draft, here, phrase)
    told = f"Added {draft.builder.place_of[key].name}, reached from {draft.builder.place_of[here].name}"
    found = re.fullmatch(
        r"(?:you|one|the player|people|we|i) (?:can |may |will |should )?(?:find|get|pick|collect)s? (?P<np>.+)",
        where_ or "",
        re.IGNORECASE,
    )
    if found:
        from makebelieve.worlds.edits.wishes import inventory

        fitted = re.fullmatch(r"(?P<np>.+)\n(?P<t>.+)", f"{taken(found['np'])}\n{draft.builder.place_of[key].name}")
        laid = inventory.find_new(draft, fitted) if fitted else None
        if laid:
            told, where_ = f"{told}. {laid}", None
    if where_:
        seen = re.sub(r"^(?:you|one|the player|people|we|i) (?:can )?(?:see|look at|watch) (?P<x>.+)$", r"\g<x> shows from here", where_)
        builder = draft.builder
        line = re.sub(r"^(?:you|one|the player|people|we|i) (?:can |may )?", f"{builder.scenery.seen['P']} can ", seen)
        builder.feature(key, sentence(pictorial(f"{line}{'' if 'from here' in line else ' here'}")))
        told += f"; {where_} there"
    if inside:
        told += f", with {put_scenery(draft, key, inside)} in it"
    draft.subject = Thing("place", key, draft.builder.place_of[key].name)
    return told


_NO_KIND: Final = re.compile(
    r"(?:(?:an?|the|another|new|extra|one|more|some|further) )*(?:place|room|scene|location|area|spot|level|state)", re.IGNORECASE
)
"""A place of which nothing is said but that it shall be there."""


def grow(draft: Draft, here: str, phrase: str, there: str | None = None, kind: str | None = None) -> str:
    """A new place beside `here` (and `there`); its id."""
    for one in (here, there):
        if one and "ending" in draft.states[one]:
            raise Unsure(
                f"'{draft.states[one]['ending'].get('title', one)}' is an ending; nothing follows it. Beside which place shall it be: {list_places(draft)}?"
            )
    builder = draft.builder
    if kind is None and _NO_KIND.fullmatch(phrase.strip()):
        fits = _fitting(draft, 1)
        kind = fits[draft.builder.chance.below(len(fits), "more")]
        phrase = _named_of(draft, kind)
    later = sum(one in draft.states for one in (here,))
    made = new_place(draft.world, builder, phrase, kind)
    key = builder.room(made, later=0 if later else 1)
    for end in (here, there):
        if end:
            builder.step(end, key)
            draft.name(draft.events[-2], f"go_to_{key}_from_{end}" if there else f"go_to_{key}")
            draft.name(draft.events[-1], f"back_to_{end}_from_{key}")
    return key


def put_scenery(draft: Draft, key: str, what: str) -> str:
    """Something more is seen in a place."""
    from makebelieve.worlds.edits.wishes.matters import seen_there

    return seen_there(draft, key, what)


def instead(draft: Draft, thing: Thing, value: str) -> str | None:
    """A place is another place: its name, and where that is another kind of place, what there is to see."""
    value = clean(value)
    inside = None
    if held := re.fullmatch(r"(?P<np>(?:an?|the) .+?) (?:with|full of) (?P<what>.+)", value, re.IGNORECASE):
        value, inside = held["np"], held["what"]
    shown = None
    if where := re.fullmatch(r"(?P<np>(?:an?|the) .+?),? (?:where|in which) (?P<s>.+)", value, re.IGNORECASE):
        value, shown = where["np"], where["s"]
    if full := re.fullmatch(r"(?:full of|filled with|packed with|with|have|having) (?P<what>.+)", value, re.IGNORECASE):
        shown = put_scenery(draft, thing.id, full["what"])
        return f"There {'are' if naming.many(shown) else 'is'} now {shown} {at(draft, thing.id)}"
    made_of = re.fullmatch(r"(?:made |built |carved )?(?:out |entirely |completely )?of (?P<m>.+)", value, re.IGNORECASE)
    if made_of:
        part = draft.builder.scenery.part(draft.builder.place_of[thing.id])
        for key in naming.same_place(draft.world, thing.id):
            draft.builder.feature(key, sentence(f"everything here is built of {made_of['m']}, {part} too"))
        return f"{capital(thing.name)} is now made of {made_of['m']}"
    called = re.fullmatch(r"(?:(?:called|named|renamed(?: to)?) )(?P<n>.+)", value, re.IGNORECASE)
    phrase = clean(called["n"]) if called else sort_wanted(value)
    if re.search(r" and |, ", phrase) and not naming.proper(phrase):
        return None
    if (
        (not called and not (is_place(phrase) or re.match(r"(?:an?|the) ", value, re.IGNORECASE)))
        or len(phrase.split()) > 6
        or (is_living(phrase) and not called)
    ):
        return None
    other = naming.find(draft.world, phrase, ("place",), loose=False)
    if other is not None and other.id != thing.id and not called:
        raise Unsure(f"There is {other.name} already. Shall {thing.name} be called otherwise, or shall {other.name} go first?")
    named = phrase if naming.proper(phrase) or (called and naming.proper(phrase)) else f"the {without_article(phrase)}"
    old = thing.name
    keys = naming.same_place(draft.world, thing.id)
    features = {key: _features(draft, key) for key in keys}
    before = {key: draft.builder.place_of[key] for key in keys}
    tails = {key: key[len(thing.id) :] for key in keys}
    call(draft, thing, named)
    new_key = draft.subject.id if draft.subject else slug(named)
    for key in keys:
        if key != thing.id and key in draft.states:
            draft.rename_state(key, f"{new_key}{tails[key]}")
    if not called:
        taken = set(draft.states) - {f"{new_key}{tail}" for tail in tails.values()}
        for key in keys:
            fresh = f"{new_key}{tails[key]}"
            if fresh in draft.states:
                _rebuild(draft, fresh, phrase, before[key], features[key], taken)
    if inside and new_key in draft.states:
        put_scenery(draft, new_key, inside)
    if shown and new_key in draft.states:
        draft.builder.feature(new_key, sentence(pictorial(f"{shown} here")))
    draft.subject = Thing("place", new_key, named)
    return f"{capital(old)} is now {named}" + ("" if called else ", with what belongs there")


def _features(draft: Draft, key: str) -> list[str]:
    """Sentences of a place that the story needs: its people, what bars a way, what is hidden, the goal, the foe."""
    said = {re.sub(r"^(?:the|an?) ", "", one.name) for one in naming.things(draft.world) if one.kind in ("person", "goal", "foe")}
    holds = {
        re.sub(r"^(?:the|an?) ", "", str(one["anchor"]["label"]))
        for one in draft.events
        if key in one["from"] and one.get("anchor", {}).get("label")
    }
    ways = {one.name for one in naming.things(draft.world) if one.kind == "place" and one.id != key}
    told = sentences(draft.states[key]["base"])[1:]
    return [one for one in told if any(word in one for word in said | ways) or any(word in one for word in holds if len(word) > 3)]


def _rebuild(draft: Draft, key: str, phrase: str, before: Any, features: list[str], taken: set[str]) -> None:
    """The state shows another kind of place; its things give way to those of the new kind in what can be done there."""
    from makebelieve.worlds.generation.places import place_named

    builder = draft.builder
    fresh = place_named(phrase, builder.genre.title, builder.chance, set(taken))
    if (own := own_kind(phrase)) is not None:
        fresh = Place(fresh.id, fresh.name, fresh.at, own, fresh.adjectives, fresh.stated)
    if fresh.entry.title == before.entry.title:
        return
    builder.place_of[key] = Place(key, builder.place_of[key].name, builder.place_of[key].at, fresh.entry, fresh.adjectives, fresh.stated)
    hours = [
        one for one in ("dawn", "morning", "noon", "afternoon", "dusk", "night") if re.search(rf"\b{one}\b", draft.states[key]["base"])
    ]
    hour = hours[0] if hours else builder.at_hour(0)
    swaps = dict(zip(before.parts, fresh.parts, strict=False))
    old_holds = [
        str(one["anchor"]["label"])
        for one in draft.events
        if one["from"] == [key] and one.get("anchor", {}).get("label") and "person" not in one["anchor"].get("aliases", ())
    ]
    new_holds = list(fresh.entry.items("hold"))
    swaps = {old: new for old, new in swaps.items() if re.sub(r"^(?:the|an?) ", "", old) not in old_holds}
    swaps |= {old: without_article(new) for old, new in zip(old_holds, new_holds, strict=False)}

    def other(text: str) -> str:
        for old, new in sorted(swaps.items(), key=lambda pair: -len(pair[0])):
            text = re.sub(rf"\b{re.escape(old)}(?!\w)", new, text)
            text = re.sub(rf"\b{re.escape(capital(old))}(?!\w)", capital(new), text)
        return text

    state = draft.states[key]
    place_ = fresh
    state["base"] = builder.scenery.scene(place_, hour, [other(one) for one in features])
    state["camera"] = builder.scenery.camera(place_)
    state["ambient"] = [sentence(one) for one in builder.chance.several(place_.entry.items("stir"), 2, "ambient")]
    state.pop("variants", None)
    if "ending" not in state and "narration" in state and key != draft.world["entrance"]["state"]:
        builder.place_of[key] = place_
        state["narration"] = other(state["narration"])
    for event in draft.events:
        if event["from"] == [key]:
            changed = renaming.told_everywhere(event, other)
            event.clear()
            event.update(changed)


def gone(draft: Draft, thing: Thing, keep: str | None = None) -> str:
    """A place is taken out; what is needed of it moves to the place before it."""
    if "ending" in draft.states[thing.id]:
        return ending_gone(draft, thing)
    if draft.world["entrance"]["state"] == thing.id:
        some = [draft.builder.place_of[one].name for one in naming.in_order(draft.world)[1:] if one in draft.builder.place_of][:2]
        raise Unsure(
            f"{capital(thing.name)} is where the player starts, so nothing was changed. Let it start elsewhere first. Say for example: {' or '.join(f'start in {one}' for one in some)}."
        )
    known = {(one.lint, one.path) for one in errors(check(draft.world))}
    ops = removals._removing(draft.world, thing.id)
    moved = [op["name"] for op in ops if op["op"] == "update_event"]
    made, why = applied(draft.world, ops)
    if why or [one for one in errors(check(made)) if (one.lint, one.path) not in known]:
        raise Unsure(
            f"{capital(thing.name)} holds what the story needs, and without it there would be no way to an ending, so nothing was changed. It can become another place. Say for example: turn {thing.name} into a library."
        )
    before = draft.world
    draft.do(ops)
    draft.subject = None
    elsewhere = filled(draft, before, thing.id)
    finds = [one for one in draft.events if one["name"] in moved and one.get("grants")]
    told = f"Took out {thing.name}"
    if finds:
        told += f"; what was found there is now found {at(draft, finds[0]['from'][0])}"
        for one in finds:
            one["base"], one["narration"] = one.get("base", ""), one.get("narration", "")
    return "; ".join([told, *elsewhere])


def ending_gone(draft: Draft, thing: Thing) -> str:
    draft.do(removals._without(draft.world, thing.id))
    left = [one for one in draft.states.values() if "ending" in one]
    if not left:
        raise Unsure("That would leave no ending at all. What shall the story end with instead?")
    draft.subject = None
    return f"Took out the ending '{thing.name}' and what led to it"


def _fitting(draft: Draft, count: int) -> list[str]:
    """Kinds of places that this world has not got yet and that suit it, `count` at the least where there are so many."""
    from makebelieve.worlds.generation import tables

    builder = draft.builder
    used = {one.entry.title for one in builder.place_of.values()}
    table = tables.read_all("places")
    venues = {venue for title in used for venue in table[title].words("venue") if title in table}
    genre = builder.genre.title
    fits = sorted(
        title for title, entry in table.items()
        if title not in used and genre in entry.words("tags") and entry.one("air") != "sea" and (not entry.words("venue") or entry.words("venue") & venues)
    ) or sorted(title for title in table if title not in used and table[title].one("air") == "open" and not table[title].words("venue"))  # fmt: skip
    if len(fits) < count:
        fits = sorted(
            {
                *fits,
                *(
                    title
                    for title in table
                    if title not in used
                    and table[title].one("air") == "open"
                    and not table[title].words("venue")
                    and table[title].items("names")
                ),
            }
        )
    return fits


def _named_of(draft: Draft, title: str) -> str:
    """What a place of a kind is called."""
    from makebelieve.worlds.generation import tables

    names = tables.read_all("places")[title].items("names")
    return re.sub(r"^(?:(?:on|in|at|under|behind) )?(?:the )?", "", draft.builder.chance.pick(names, "place name"))


def more(draft: Draft, match: re.Match[str]) -> str | None:
    """Some more places, of the world's own kind, each beside one that is there."""
    count = _NUMBERS.get((match["n"] or "two").lower().strip(), 0)
    if not count:
        return None
    builder = draft.builder
    rooms = [key for key in naming.in_order(draft.world) if key != naming.last_place(draft.world)][:6]
    if not rooms:
        rooms = naming.in_order(draft.world)
    made: list[str] = []
    fits = _fitting(draft, count)
    for number in range(count):
        title = fits[builder.chance.below(len(fits), "more")]
        fits = [one for one in fits if one != title] or fits
        name = _named_of(draft, title)
        here = rooms[(number * 2 + 1) % len(rooms)]
        key = grow(draft, here, name, kind=title)
        made.append(f"{draft.builder.place_of[key].name} beside {draft.builder.place_of[here].name}")
        draft.builder.look(key)
    return f"Added {naming.listed(made)}"
