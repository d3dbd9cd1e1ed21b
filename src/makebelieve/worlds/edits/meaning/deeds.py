"""What is done with people: they are called, moved, replaced, put in, sent away; they say, know, want, give and come along."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import naming, referents, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import conduct
from makebelieve.worlds.edits.meaning.arrivals import newcomer
from makebelieve.worlds.edits.meaning.forms import bare_verb
from makebelieve.worlds.edits.meaning.saying import fitted, unquoted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.wishes import (
    conversations,
    exchanges,
    genders,
    gifts,
    heroes,
    identities,
    moving,
    names,
    needs,
    newcomers,
    phrases,
    whereabouts,
)
from makebelieve.worlds.edits.wishes.consequences import deserted
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import capital, pictorial, sentence

Event = dict[str, Any]


def called(draft: Draft, thing: Thing, new: str) -> str | None:
    """Somebody, some place or thing gets another name."""
    value = re.sub(r",? (?:and )?(?:not|instead of|rather than) .+$", "", phrases.clean(unquoted(new)))
    if two := re.fullmatch(r"(?P<a>.+?),? (?:and|but) (?:he|she|they|it) (?P<b>(?:is|are|has|have|[a-z]+s) .+)", value):
        first = called(draft, thing, two["a"])
        again = naming.find(draft.world, "the player") if thing.kind == "player" else draft.subject
        second = (
            conduct.player_seen(draft, bare_verb(two["b"]))
            if thing.kind == "player"
            else conduct.state(draft, again or thing, bare_verb(two["b"]))
        )
        return f"{first}; {second}" if first and second else first
    if not value or len(value.split()) > 7:
        return None
    if naming.proper(thing.name) and value.islower() and not re.match(r"(?:the|an?) ", value) and thing.kind in ("person", "player"):
        value = " ".join(capital(one) for one in value.split())
    if thing.kind in ("person", "foe", "player") and (both := heroes.name_and_role(value)) and all(both):
        return heroes.become(draft, thing, value)
    return names.call(draft, thing, value)


def gone(draft: Draft, thing: Thing) -> str:
    return moving.person_gone(draft, thing) if thing.kind == "person" else foe_gone(draft, thing)


def foe_gone(draft: Draft, thing: Thing) -> str:
    """What stands in the way is gone: the moves that lose to it, the sentences that tell of it."""
    bare = re.sub(r"^(?:the|an?) ", "", thing.name)
    said = re.compile(rf"\b{re.escape(bare)}\b", re.IGNORECASE)
    losing = {one["name"] for one in referents.ending_choices(draft.world, "lose")}
    out, ends = [], set()
    for event in list(draft.events):
        if not said.search(" ".join(str(event.get(one, "")) for one in ("label", "base"))):
            continue
        if event["name"] in losing:
            ends.add(str(referents.leads(draft.world, event)))
            out.append(referents.label_of(event))
            draft.events.remove(event)
        elif event["kind"] == "terminal":
            draft.events.remove(event)
    gone_ = deserted(draft, ends) if sum("ending" in one for one in draft.states.values()) > len(ends) else ""
    for state in draft.states.values():
        for part in ("base", "narration"):
            if said.search(state.get(part, "")):
                rest = [one for one in sentences(state[part]) if not said.search(one)]
                state[part] = " ".join(rest) or ("You look around." if part == "narration" else said.sub("shadow", state[part]))
        for one in state.get("variants", []):
            one["base"] = " ".join(text for text in sentences(one["base"]) if not said.search(text)) or one["base"]
        if state.get("ending") and said.search(str(state["ending"].get("subtitle", ""))):
            state["ending"]["subtitle"] = _else_said(state["ending"]["subtitle"], said)
    draft.world = renaming.told_everywhere(draft.world, lambda text: _else_said(text, said))
    understood = draft.world.get("metadata", {}).get("understood")
    if understood:
        understood.pop("foe", None)
    draft.subject = None
    lost = f"; {naming.listed([repr(one) for one in out])} {'is' if len(out) == 1 else 'are'} no longer offered" if out else ""
    return f"{capital(thing.name)} {'are' if naming.many(thing.name) else 'is'} gone{lost}{gone_}"


def _else_said(text: str, said: re.Pattern[str]) -> str:
    """What told of somebody who is gone, told of nobody in particular."""
    return (
        re.sub(
            rf"\b(?P<the>[Tt]he|[Aa]n?) {said.pattern[2:]}",
            lambda one: "Somebody" if one["the"][0].isupper() else "somebody",
            text,
            flags=re.IGNORECASE,
        )
        if said.search(text)
        else text
    )


def replaced(draft: Draft, thing: Thing, new: str) -> str | None:
    """Somebody else is in the place of somebody."""
    value = re.sub(r",? (?:instead|there|in (?:his|her|its|their) place|please)$", "", phrases.clean(new))
    value = re.sub(r"^(?:to (?:be|have) |be )", "", value)
    if not value or len(value.split()) > 12:
        return None
    name, what = heroes.name_and_role(value)
    if thing.kind == "player":
        return heroes.become(draft, thing, value) or identities.become(draft, thing, value)
    if name and what:
        return heroes.become(draft, thing, value)
    if name:
        return names.call(draft, thing, name)
    does = re.fullmatch(r"(?P<np>.+?),? (?P<d>(?:who|that|which|with) .+)", what)
    bare = does["np"] if does else what
    if len(bare.split()) > 6:
        return None
    plain = re.sub(r"^(?:an?|some) ", "the ", bare)
    plain = plain if re.match(r"(?:the|two|three|his|her) |[A-Z]", plain) else f"the {plain}"
    about = thing.about
    answer = names.call(draft, thing, plain)
    again = draft.subject
    if about:
        _unsay(draft, plain, about)
    if does and again is not None and not re.match(r"with\b", does["d"]):
        key = next((one for one in whereabouts.seen_at(draft, again) if "ending" not in draft.states[one]), None)
        if key:
            draft.builder.feature(key, sentence(capital(pictorial(f"{plain} {_clause(does['d'])}"))))
            return f"{answer}, and {_clause(does['d'])}"
    return answer


def _clause(text: str) -> str:
    return re.sub(r"^(?:who|that|which) ", "", text)


def _unsay(draft: Draft, name: str, about: str) -> None:
    """What was told of somebody who is somebody else now is told no more."""
    spelt = re.compile(
        rf"(?P<n>\b{re.escape(name)}), {re.escape(about)}(?P<e>,| (?=is |are |stands|comes|waits|sits)|(?=[.;]))", re.IGNORECASE
    )
    draft.world = renaming.told_everywhere(
        draft.world, lambda text: spelt.sub(lambda one: one["n"] + ("" if one["e"] in (",", "") else one["e"]), text)
    )


def become(draft: Draft, thing: Thing, value: str) -> str | None:
    """Somebody is a plumber, the player's sister, a ghost: by trade, kin or kind."""
    value = phrases.clean(re.sub(r",? (?:instead|by trade|by profession|now|too|from now on)$", "", value))
    value = re.sub(r",? (?:and )?(?:not|instead of|rather than) .+$", "", value)
    if (two := re.fullmatch(r"(?P<a>.+?),? (?:and|but) (?:he|she|they|it) (?P<b>(?:always |never )?[a-z]+ .+)", value)) and (
        first := become(draft, thing, two["a"])
    ):
        again = draft.subject or thing
        second = conduct.does(draft, again, bare_verb(two["b"]), None) or conduct.longs(draft, again, bare_verb(two["b"]))
        return f"{first}; {second[:1].lower() + second[1:] if second and not naming.proper(again.name) else second}" if second else first
    hidden = re.match(r"(?:secretly|really|actually|in fact) ", value)
    value = re.sub(r"^(?:secretly|really|actually|in fact|rather|more of) ", "", value)
    player = draft.builder.scenery.seen["P"]
    value = re.sub(r"\b(?:the player|the hero)['’]s\b|^(?:my|your)\b", f"{player}'s" if not player.endswith("s") else f"{player}'", value)
    if hidden:
        return conduct.secretly(draft, thing, value)
    name, what = heroes.name_and_role(value)
    if thing.kind == "person" and not (name and not what):
        if genders.gender_of(what) or name:
            return heroes.become(draft, thing, value)
        if len(what.split()) > 14:
            return None
        told = names.role(draft, thing, pictorial(what))
        draft.subject = thing
        return told
    if thing.kind == "foe" and re.match(r"an? ", value) and re.search(r"\b(?:of|to|from) (?:the|an?|his|her) |['’]s? [a-z]", value):
        return conduct.state(draft, thing, f"be {value}")
    before = str(draft.world)
    said = heroes.become(draft, thing, value) or replaced(draft, thing, value)
    if said and str(draft.world) == before:
        return conduct.looks_like(draft, thing, f"be {value}")
    return said


def moved(draft: Draft, thing: Thing, place: Thing) -> str | None:
    if thing.kind != "person":
        return None
    return moving.moved(draft, thing, place)


def gives(draft: Draft, thing: Thing, what: str) -> str | None:
    if thing.kind != "person":
        return None
    return gifts.gives(draft, fitted(who=thing.name, np=what))


def wants(draft: Draft, thing: Thing, what: str) -> str | None:
    """Somebody helps only whoever brings them something."""
    event = conversations.gift_of(draft, thing) or conversations.talk_with(draft, thing)
    if event is None:
        return None
    answer = needs.takes(draft, fitted(c=referents.label_of(event), np=what))
    if answer is None:
        return None
    phrase = re.search(r" now takes (?P<p>.+?)(?P<w>; .+)?$", answer)
    draft.subject = thing
    return f"{capital(thing.name)} now wants {phrase['p'] if phrase else what} first{(phrase['w'] or '') if phrase else ''}"


def follows(draft: Draft, thing: Thing | None, new: str) -> str | None:
    if thing is not None and thing.kind == "person":
        return newcomers.follows(draft, fitted(t=thing.name))
    return newcomers.follows(draft, fitted(new=re.sub(r"^(?:the )", "a ", new)))


def _bare(thing: Thing) -> str:
    return re.sub(r"^(?:the|an?) ", "", thing.name)


def gives_key(draft: Draft, thing: Thing, what: str, place: Thing) -> str | None:
    """What somebody gives or teaches opens a place."""
    first = gives(draft, thing, what)
    if first is None:
        return None
    flag = next(
        (
            one
            for event in reversed(draft.events)
            for one in event.get("grants", [])
            if _bare(thing) in str(event.get("anchor", {}).get("label", ""))
        ),
        None,
    )
    doors = [
        one for one in draft.events if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one))
    ]
    if flag is None or not doors:
        return None
    bare = re.sub(r"^(?:an?|the|some) ", "", what)
    for one in doors:
        one["requires"] = [*one.get("requires", []), flag]
        one["lockedHint"] = (
            f"First learn the {bare} from {thing.name}."
            if len(one["requires"]) == 1
            else f"{one.get('lockedHint', '').rstrip()} And there is the {bare}, which {thing.name} has.".strip()
        )
    return f"{first}; {place.name} now opens only with it"


def for_riddle(draft: Draft, thing: Thing, what: str) -> str | None:
    """Somebody gives a thing to whoever answers a riddle: asked, answered, given."""
    first = gives(draft, thing, what)
    if first is None:
        return None
    event = next(
        (one for one in reversed(draft.events) if one.get("grants") and _bare(thing) in str(one.get("anchor", {}).get("label", ""))), None
    )
    if event is None:
        return None
    bare = re.sub(r"^(?:an?|the|some) ", "the ", what)
    event["label"] = f"Answer the riddle of {thing.name}"
    event["narration"] = f'"What has a neck and no head?" asks {thing.name}. You think of a bottle, and say so, and {bare} is yours.'
    return f"{capital(thing.name)} now asks a riddle {at(draft, event['from'][0])}; whoever answers it gets {bare}"


def guilty(draft: Draft, name: str) -> str | None:
    return exchanges.culprit(draft, fitted(v=name))


def giver(draft: Draft, what: str, gift: str, place: Thing | None) -> str | None:
    """Somebody new who gives the player something."""
    first = newcomer(draft, what, place)
    person = draft.subject
    second = gives(draft, person, gift) if first and person is not None else None
    return f"{first}. {second}" if first and second else None


def guide(draft: Draft, what: str, place: Thing) -> str | None:
    """Somebody new who stands where a way begins, and tells of it."""
    door = next(
        (
            one
            for one in draft.events
            if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one))
        ),
        None,
    )
    if door is None:
        return None
    key = door["from"][0]
    first = newcomer(draft, what, Thing("place", key, draft.builder.place_of[key].name))
    if first is None or draft.subject is None:
        return None
    talk = conversations.talk_begun(draft, draft.subject)
    talk["terminal"].setdefault("facts", []).append({"text": f"The way to {place.name} begins here: '{referents.label_of(door)}'."})
    return f"{first}, and shows the way to {place.name}"
