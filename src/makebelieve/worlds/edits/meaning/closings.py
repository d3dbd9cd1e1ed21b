"""What is done to endings: their titles and last words, what is seen in them, choices that lead to new ones."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning.forms import bare_verb
from makebelieve.worlds.edits.meaning.saying import fitted, told, unquoted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import endings as endings_
from makebelieve.worlds.edits.wishes import finales, phrases, places
from makebelieve.worlds.generation.english import capital, pictorial, sentence


def asked_more(draft: Draft, thing: Thing) -> str | None:
    raise Meant(
        f"The ending '{thing.name}' says now: {draft.states[thing.id]['ending'].get('subtitle', '')} What else shall happen there? Say for example: in the ending '{thing.name}' everybody dances until dawn."
    )


def titled(draft: Draft, thing: Thing, new: str) -> str | None:
    title = capital(phrases.clean(unquoted(new)))
    if not title or len(title.split()) > 10:
        return None
    draft.states[thing.id]["ending"]["title"] = title
    draft.subject = Thing("ending", thing.id, title, thing.about)
    return f"The ending '{thing.name}' is now titled '{title}'"


def says(draft: Draft, things: list[Thing], line: str) -> str | None:
    """The last words of endings."""
    text = sentence(capital(unquoted(line)))
    text = text if not re.search(r"[!?]\.$", text) else text[:-1]
    for one in things:
        state = draft.states[one.id]
        state["ending"]["subtitle"] = text
        state["narration"] = text
    draft.subject = things[0]
    return f"The {'ending' if len(things) == 1 else 'endings'} {naming.listed([repr(one.name) for one in things])} now {'says' if len(things) == 1 else 'say'}: {text}"


def shows(draft: Draft, things: list[Thing], text: str) -> str | None:
    """What is seen and told in endings besides."""
    bare = re.sub(r"^(?:that|how|where) ", "", text)
    bare = phrases.clean(bare) if not re.search(r"[\"”]$", bare) else bare
    player = draft.builder.scenery.seen["P"]
    many = "P" in draft.builder.scenery.plurals
    said = sentence(capital(bare)) if not re.search(r"[.!?][\"”]$", bare) else capital(bare)
    seen = re.sub(
        r"^(?:you|the player|we|I) (?P<v>[a-z]+)\b", lambda one: told(player, bare_verb(one["v"]), many=many), bare, flags=re.IGNORECASE
    )
    seen = re.sub(r"\byour\b", "their", re.sub(r"\byou\b", player, seen))
    for one in things:
        state = draft.states[one.id]
        first, _, rest = state["base"].partition(". ")
        state["base"] = f"{first.rstrip('.')}. {sentence(capital(pictorial(seen)))} {rest}".strip()
        state["ending"]["subtitle"] = f"{state['ending'].get('subtitle', '').rstrip()} {said}".strip()
        state["narration"] = state["ending"]["subtitle"]
    draft.subject = things[0]
    return f"In the {'ending' if len(things) == 1 else 'endings'} {naming.listed([repr(one.name) for one in things])} it now says: {said}"


def with_somebody(draft: Draft, things: list[Thing], who: str, deed: str) -> str | None:
    """Somebody whom the story knows is there in the end."""
    bare = re.sub(
        r"^(?:be (?:there|seen|back|mentioned|here)|appear|show up|turn up|come back|come|return|reappear|be)(?: too| again| there| there too| as well)*$",
        "be there too",
        deed,
    )
    fresh = [one for one in things if re.sub(r"^(?:the|an?) ", "", who) not in draft.states[one.id]["base"]]
    if not fresh:
        raise Unsure(f"{capital(who)} is in the ending '{things[0].name}' already. What shall they do there?")
    line = told(who, bare)
    if bare == "be there too":
        line = f"{who} {'are' if naming.many(who) else 'is'} there too, a little to one side, and {'wave' if naming.many(who) else 'waves'}"
    return shows(draft, fresh, line)


def holds(draft: Draft, thing: Thing, what: str) -> str | None:
    return finales.shows(draft, fitted(k=f"the ending '{thing.name}'", np=what))


def told_of(draft: Draft, text: str, place: Thing | None, kind: str) -> str | None:
    """A further ending in which something happens."""
    fields = {"k": kind or "", "v": re.sub(r",? (?:and|so) (?:you|he|she|they) (?:lose|loses)$", "", text)}
    if place is not None and place.kind == "place":
        fields["t"] = place.name
    return endings_.new(draft, fitted(**fields))


def by_deed(draft: Draft, deed: str, place: Thing, losing: bool, happens: str = "") -> str | None:
    """A choice that ends the story."""
    bare = re.sub(r",? (?:and lose|and die|there|then)$", "", deed)
    if place.kind != "place" or not re.match(r"[a-z]+ ", bare):
        return None
    fields = {"k": "losing" if losing else "winning", "t": place.name, "if": bare} | ({"v": happens} if happens else {})
    return endings_.new(draft, fitted(**fields))


def played(draft: Draft, what: str) -> str | None:
    """A quiz, a fight: what is done in the end is made of choices, not told in an ending."""
    place = draft.builder.place_of[naming.last_place(draft.world)]
    raise Meant(
        f"The last choices are made {place.at}; an ending itself asks for nothing. What shall one choose between for {what}? Say for example: in {place.name} you should be able to answer that leaves are green, or add a losing ending {place.at} if you answer that leaves are blue."
    )


def harmless(draft: Draft) -> str | None:
    """Nobody can lose any more: the endings that lose go, with what leads to them."""
    lost = [one for one in naming.things(draft.world) if one.kind == "ending" and one.about == "lose"]
    if not lost:
        raise Unsure("Nobody can lose here. What else shall be kinder?")
    for one in lost:
        places.ending_gone(draft, one)
    draft.subject = None
    return f"Nobody can lose any more: {naming.listed([repr(one.name) for one in lost])} {'is' if len(lost) == 1 else 'are'} gone, with the choices that led there"


def untitled(draft: Draft, thing: Thing) -> str | None:
    raise Meant(f"How shall the ending '{thing.name}' be called? Say for example: rename the ending '{thing.name}' to Home by Dawn.")
