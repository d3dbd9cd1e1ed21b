"""Wishes about endings that are there: what they show, whether they win; and endings that a deed leads to."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import counted
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import endings, scenes
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural

_WIN: Final = re.compile(r"\b(?:win|winning|good|happy|best|victory|success)\b", re.IGNORECASE)
_NOT: Final = re.compile(
    r"\b(?:win|winning|good|happy|best|true|secret|lose|losing|bad|sad|worst|lost|normal|main|first|second|final|last|other|new|third|cake)\b"
)


def ending(draft: Draft, phrase: str) -> Thing | None:
    """The ending that words mean: by kind, by title, by what is seen in it ("the cake ending")."""
    bare = clean(re.sub(r"^the ending (?=[\"'“A-Z])", "the ", phrase.strip()))
    if found := endings._ending(draft, bare):
        return found
    if of := re.search(r"\bending (?:where|in which|when|that comes when|after) (?:you |one |the player )?(?P<c>.+)$", bare, re.IGNORECASE):
        event = referents.choice(draft.world, of["c"])
        to = referents.leads(draft.world, event) if event is not None else None
        if to in draft.states and "ending" in draft.states[to]:
            return next(one for one in naming.things(draft.world) if one.kind == "ending" and one.id == to)
    said = naming.words(re.sub(r"\b(?:ending|end|scene|screen|final)s?\b", "", bare, flags=re.IGNORECASE))
    some = [one for one in naming.things(draft.world) if one.kind == "ending"]
    if said and re.search(r"\bending|end\b", phrase):
        rated = [
            one
            for one in some
            if set(said) <= set(naming.words(f"{draft.states[one.id]['base']} {draft.states[one.id]['ending'].get('subtitle', '')}"))
        ]
        plain = [one for one in rated if one.about == "win" and not one.id.startswith("best")] or rated
        return plain[0] if plain else None
    return None


def shows(draft: Draft, match: re.Match[str]) -> str | None:
    """ "add strawberries to the cake ending", "give Marcus a sister who waits for him in the win ending"."""
    thing = ending(draft, match["k"])
    what = clean(match["np"])
    if thing is None or re.search(r"\b(?:choice|way|button|option)\b", what) or len(what.split()) > 16:
        return None
    fields = match.groupdict()
    state = draft.states[thing.id]
    whose = naming.find(draft.world, fields["who"], ("player", "person")) if fields.get("who") else None
    if fields.get("who") and whose is None:
        return None
    does = re.fullmatch(r"(?P<np>.+?) (?:who|that|which) (?P<d>.+)", what)
    noun = does["np"] if does else what
    if not does and (doing := re.fullmatch(r"(?P<np>.+?) (?P<d>\w+ing\b.*)", what)):
        line = scenes.told_as(draft, thing.id, what)
    elif does:
        doing = None
        own = re.sub(r"^(?:an?|the) ", "", noun)
        player = draft.builder.scenery.seen["P"]
        name = whose.name if whose and whose.kind != "player" else player
        who = f"the {own} of {name}" if whose else counted(noun)
        line = sentence(capital(pictorial(f"{who} {does['d']}")))
    else:
        doing = None
        some = counted(noun)
        many = is_plural(some)
        goal = draft.world.get("metadata", {}).get("understood", {}).get("goal", {}).get("object") or ""
        near = re.sub(r"^(?:the|an?) ", "", str(goal))
        spot = f"around {goal}" if near and near.lower() in state["base"].lower() else "in front, in plain view"
        line = sentence(capital(pictorial(f"{some} {'lie' if many else 'lies'} {spot}")))
    del doing
    parts = state["base"].split(". ", 1)
    state["base"] = f"{parts[0].rstrip('.')}. {line} {parts[1]}" if len(parts) > 1 else f"{state['base']} {line}"
    state["ending"]["subtitle"] = f"{state['ending'].get('subtitle', '').rstrip()} {line}".strip()
    if state.get("narration"):
        state["narration"] = f"{state['narration'].rstrip()} {line}"
    return f"In the ending '{thing.name}' there is now: {line}"


def says(draft: Draft, match: re.Match[str]) -> str | None:
    """ "fix the happy ending so that it says Vic holds the elephant up to the light"."""
    thing = ending(draft, match["k"])
    if thing is None:
        return None
    if thing.about == "win" and re.search(r"\bhappy\b", match["k"]):
        # Of two that win, the one that is spoken of before ("the elephant is laughing") is the best one.
        best = [one for one in naming.things(draft.world) if one.kind == "ending" and one.id.startswith("best")]
        said = set(naming.words(match["v"]))
        rated = sorted([thing, *best], key=lambda one: -len(said & set(naming.words(draft.states[one.id]["base"]))))
        thing = rated[0]
    text = re.sub(r"^that ", "", match["v"].strip().strip('"“” '))
    line = sentence(capital(clean(text)))
    state = draft.states[thing.id]
    rest = state["base"].split(". ", 1)
    state["base"] = f"{sentence(capital(pictorial(clean(text))))} {'. '.join(rest[1:])}".strip()
    state["ending"]["subtitle"] = line
    state["narration"] = line
    return f"The ending '{thing.name}' now says: {line}"


def titled(draft: Draft, match: re.Match[str]) -> str | None:
    """ "give the losing ending a nicer title, Maybe tomorrow"."""
    thing = ending(draft, match["k"])
    if thing is None:
        return None
    new = clean(match["v"])
    draft.states[thing.id]["ending"]["title"] = capital(new)
    return f"The ending '{thing.name}' is now titled '{capital(new)}'"


def in_the_end(draft: Draft, match: re.Match[str]) -> str | None:
    """ "in the end Marcus should be free and rich": told in the endings that win."""
    who, deed = clean(match["s"]), clean(match["v"])
    head, _, rest = deed.partition(" ")
    if lemma(head.lower(), "verb") != head.lower():
        return None
    player = naming.find(draft.world, who, ("player",)) is not None or re.fullmatch(r"you|the player|she|he|they|one", who, re.IGNORECASE)
    name = draft.builder.scenery.seen["P"] if player else who
    many = "P" in draft.builder.scenery.plurals if player else naming.many(name)
    verb = {"be": "are" if many else "is", "have": "have" if many else "has"}.get(
        head.lower(), head.lower() if many else endings.third(head.lower())
    )
    line = sentence(capital(pictorial(f"{name} {verb} {rest}".strip())))
    told = sentence(capital(f"you {'are' if head.lower() == 'be' else head.lower()} {rest}")) if player else line
    done = []
    for key in naming.ending_ids(draft.world, ""):
        state = draft.states[key]
        first, _, more = state["base"].partition(". ")
        state["base"] = f"{first.rstrip('.')}. {line} {more}".strip()
        state["ending"]["subtitle"] = f"{state['ending'].get('subtitle', '').rstrip()} {told}".strip()
        state["narration"] = state["ending"]["subtitle"]
        done.append(state["ending"].get("title", key))
    return f"In the endings that win it now says: {told}" if done else None


def kind(draft: Draft, match: re.Match[str]) -> str | None:
    """ "turn the ending 'It worked' into the losing one"."""
    thing = ending(draft, match["k"])
    value = match["v"]
    wins, loses = bool(_WIN.search(value)), bool(re.search(r"\b(?:los|bad|sad|tragic|fail|defeat)", value, re.IGNORECASE))
    if thing is None or wins == loses:
        return None
    new = "win" if wins else "lose"
    if thing.about == new:
        raise Unsure(f"The ending '{thing.name}' {'wins' if new == 'win' else 'loses'} already. What else shall be different about it?")
    others = [one for one in naming.things(draft.world) if one.kind == "ending" and one.about == "win" and one.id != thing.id]
    if new == "lose" and not others:
        raise Unsure(f"'{thing.name}' is the only ending that wins; the story could not be won any more. Shall another ending win first?")
    state = draft.states[thing.id]
    state["ending"]["kind"] = new
    note = ""
    if new == "lose":
        note = f"; the story is still won by {naming.listed([repr(one.name) for one in others])}"
    return f"The ending '{thing.name}' now {'wins' if wins else 'loses'}{note}"


def as_ending(draft: Draft, match: re.Match[str]) -> str | None:
    """ "she should fall asleep in the tavern and wake up too late, as a bad ending"."""
    text, how = clean(match["v"]), match["k"].lower()
    losing = how in endings._LOSE or how.startswith(("los", "bad", "sad"))
    place, deed, happens = _where(draft, text)
    if place is None:
        thing = referents.choice(draft.world, text)
        if thing is not None:
            return None
        raise Unsure(f"In which place can one {deed}: {list_places(draft)}?")
    label = capital(_stem(deed))
    scenery = draft.builder.scenery
    who = "You"
    said = f"{who} {happens or deed}"
    told = endings._grown(draft, place.id, losing, said, label, capital(" ".join((happens or deed).split()[:5])))
    key = next(one for one in draft.states if draft.states[one].get("ending", {}).get("subtitle") == sentence(capital(said)))
    many = "P" in scenery.plurals
    seen = sentence(
        capital(
            pictorial(
                f"{scenery.seen['P']} {deed if many else endings.third(deed)}"
                + (f", and {happens if many else endings.third(happens)}" if happens else "")
            )
        )
    )
    draft.states[key]["base"] = f"{seen} {draft.states[key]['base'].split('. ', 1)[-1]}"
    return told


def _where(draft: Draft, text: str) -> tuple[Thing | None, str, str]:
    """Place, deed and what comes of it: "fall asleep in the tavern and wake up too late"."""
    happens = ""
    if both := re.fullmatch(r"(?P<a>.+?),? (?:and then|and|then|but) (?P<b>.+)", text):
        text, happens = both["a"], both["b"]
    for found in re.finditer(r" (?:in|at|on|inside|into|by|near) ", text):
        place = naming.find(draft.world, text[found.end() :], ("place",))
        if place is not None:
            return place, text[: found.start()], happens
    return None, text, happens


def _stem(deed: str) -> str:
    head, _, rest = deed.partition(" ")
    return f"{lemma(head.lower(), 'verb') or head} {rest}".strip()


def own_ending(draft: Draft, match: re.Match[str]) -> str | None:
    """ "if he fails at the champion he dies in the sand": the choice that loses gets an end of its own."""
    from makebelieve.worlds.edits.wishes import consequences, outcomes

    if re.match(r"be\b", match["v"]) or (
        (away := outcomes._AWAY.fullmatch(clean(match["v"]))) and consequences.place_meant(draft, away["t"])
    ):
        return None
    place = naming.find(draft.world, re.sub(r"^.*\b(?:in|at|on|inside) ", "", clean(match["c"])), ("place",))
    losing = referents.ending_choices(draft.world, "lose")
    if place is not None:
        events = [one for one in losing if place.id in one["from"]]
    else:
        found = outcomes._chosen(draft, clean(match["c"]))
        events = [found] if found is not None and found in losing else []
    if not events:
        return None
    happens = clean(match["v"])
    happens = re.sub(r"^(?:is|are) ", lambda one: one[0], happens)
    event = events[0]
    old = str(referents.leads(draft.world, event))
    line = sentence(capital(f"{draft.builder.scenery.seen['P']} {happens}"))
    if sum(referents.leads(draft.world, one) == old for one in draft.events) == 1:
        state = draft.states[old]
        state["base"] = f"{pictorial(line)} {state['base'].split('. ', 1)[-1]}"
        state["ending"] |= {"title": capital(" ".join(happens.split()[:6])), "subtitle": sentence(capital(_you(happens)))}
        state["narration"] = state["ending"]["subtitle"]
        return f"The ending of '{referents.label_of(event)}' now says: {state['ending']['subtitle']}"
    told = endings._grown(
        draft, event["from"][0], True, _you(happens), "x", capital(" ".join(re.sub(r"^(?:is|are) ", "", happens).split()[:6]))
    )
    made = draft.events.pop()
    event["to"] = made["to"]
    draft.states[made["to"]]["base"] = f"{pictorial(line)} {draft.states[made['to']]['base'].split('. ', 1)[-1]}"
    title = draft.states[made["to"]]["ending"]["title"]
    del told
    return f"'{referents.label_of(event)}' now leads to a losing ending of its own, '{title}'"


def _you(deed: str) -> str:
    head, _, rest = deed.partition(" ")
    verb = {"is": "are", "has": "have", "was": "were"}.get(head) or lemma(head, "verb") or head
    return re.sub(r"\b(?:his|her)\b", "your", f"you {verb} {rest}")


def two(draft: Draft, match: re.Match[str]) -> str | None:
    """ "I want two bad endings": what happens in the new one is asked."""
    losing = bool(re.search(r"bad|los|sad", match["k"], re.IGNORECASE))
    some = [one for one in naming.things(draft.world) if one.kind == "ending" and (one.about == "lose") == losing]
    word = "losing" if losing else "winning"
    raise Unsure(
        f"There {'is' if len(some) == 1 else 'are'} {len(some) or 'no'} {word} {'ending' if len(some) == 1 else 'endings'} here: {naming.listed([repr(one.name) for one in some]) if some else 'none'}. "
        f"What happens in the new one, and where? Say for example: add a {word} ending in {draft.builder.place_of[naming.in_order(draft.world)[1]].name} where the roof falls in."
    )


def feel_of(draft: Draft, match: re.Match[str]) -> str | None:
    thing = ending(draft, match["k"])
    wanted = looks(clean(match["v"]))
    if thing is None or not wanted:
        return None
    from makebelieve.worlds.edits.wishes.looks import show

    return show(draft, [thing.id], wanted)


def shown_last(draft: Draft, match: re.Match[str]) -> str | None:
    """ "I want to see the cake at the end", "the game should end with a feast"."""
    wins = naming.ending_ids(draft.world, "good")
    if wins and set(naming.words(match["np"])) <= set(naming.words(draft.states[wins[0]]["base"])):
        raise Unsure(f"The ending '{draft.states[wins[0]]['ending']['title']}' shows {match['np']} already: \"{draft.states[wins[0]]['base'].split('. ')[0].rstrip('.')}.\" What shall be different there?")  # fmt: skip
    fitted = re.fullmatch(r"(?P<np>.+)\n(?P<k>.+)", f"{match['np']}\nthe good ending")
    return shows(draft, fitted) if fitted else None
