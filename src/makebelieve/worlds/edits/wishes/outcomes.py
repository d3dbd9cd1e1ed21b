"""Wishes about what comes of a choice: where it leads, whether it ends the story, what is seen and said when it is made."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.consequences import (
    all_like,
    deserted,
    ends_story,
    gives_item,
    item_meant,
    leads_there,
    place_meant,
    spare,
)
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import capital, pictorial, sentence

Event = dict[str, Any]

_HERO: Final = r"(?:you|the player|players|one|he|she|it|they|we|i)"
_AWAY: Final = re.compile(
    r"(?:be |get |end up |land |wake up |go |come |return |find (?:your|him|her|it)self )*(?:(?:thrown|sent|taken|brought|led|carried|pushed|dragged|kicked|moved|put|washed|transported|teleported|back|straight|right|up|out|over|only|just|simply|dropped|lead|leads|take you|takes you|bring you|brings you|send you|sends you) )*(?:(?:in)?to|in|at|on|onto|inside) (?P<t>.+)",
    re.IGNORECASE,
)
_SPARED: Final = re.compile(
    r"(?:not (?:lose|die|fail|be (?:killed|caught|dead|over|the end)|end(?: the (?:game|story))?)|survive|live|(?:get|have|be given) (?:a |another |one more )?(?:second |new |another |more )?(?:chance|try|go)(?: again)?|(?:be able to |can )?try again|get away(?: with it)?|escape|be (?:ok|okay|fine|safe|spared)|(?:not )?be (?:punished|harmless)|continue|go on|keep (?:going|playing)|get another (?:chance|try)|just be (?:told|warned).*)(?: (?:instead|again|anyway|though))*",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"(?:lose|die|fail|be (?:killed|caught|dead|arrested|eaten|captured)|(?:end|finish)(?: the (?:game|story))?(?: badly)?|lead to (?:a |the )?(?:bad|losing|sad) (?:ending|end))", re.IGNORECASE)  # fmt: skip
_WON: Final = re.compile(r"(?:win|lead to (?:a |the )?(?:good|winning|happy) (?:ending|end)|win the (?:game|story))", re.IGNORECASE)


def when(draft: Draft, match: re.Match[str]) -> str | None:
    """ "when you call out to the swarm you should be thrown back into the dome"."""
    text = match["all"]
    split = re.search(r",? (?:then )?(?P<s>[\w'’.]+(?: [\w'’.]+){0,8}?) (?:should|will|must|can) ", text)
    if split is None:
        return None
    head, tail = text[: split.start()], text[split.end() :]
    subject = split["s"]
    event: Event | None = None
    question: Unsure | None = None
    some = subject.split()
    # What is chosen ends where a subject of its own begins: the longest choice that is known.
    for size in range(len(some) - 1, -1, -1):
        did, who = f"{head} {' '.join(some[:size])}".strip(" ,"), " ".join(some[size:])
        if not re.fullmatch(rf"{_HERO}|the .+|an? .+|(?-i:[A-Z]).*|everybody|everyone|somebody|someone|nobody|that|this|there|his .+|her .+|your .+", who, re.IGNORECASE):  # fmt: skip
            continue
        try:
            found = _chosen(draft, did)
        except Unsure as asked:
            question = question or asked
            continue
        if found is not None:
            event, subject = found, who
            break
    if event is None:
        if question is not None:
            raise question
        return None
    return _comes_of(draft, event, subject, tail.strip(" .,"))


def _chosen(draft: Draft, text: str) -> Event | None:
    """The choice of an "if you ..." or "after the ..."."""
    bare = re.sub(rf"^(?:{_HERO}|the \w+|(?-i:[A-Z])\w+) ", "", text.strip(" ,"), count=1, flags=re.IGNORECASE)
    for one in dict.fromkeys((text.strip(" ,"), bare)):
        if len(one.split()) > 12:
            continue
        found = referents.choice(draft.world, one)
        if found is not None:
            return found
    if got := re.match(r"(?:find|finds|found|take|takes|get|gets|have|has|pick up|picks up|collect|discover)s? (?P<np>.+)$", bare):
        item = naming.find(draft.world, got["np"], ("item",))
        if item is not None:
            return next((one for one in draft.events if item.id in one.get("grants", [])), None)
    foe = naming.find(draft.world, re.sub(r"^\w+(?: (?:with|against|past|up|to|at|by|out|away|from|of))* ", "", bare), ("foe",))
    losing = referents.ending_choices(draft.world, "lose")
    if foe is not None and losing:
        name = re.sub(r"^the ", "", foe.name)
        return next((one for one in losing if name in f"{one.get('label', '')} {one.get('base', '')}"), losing[0])
    if re.search(r"\b(?:loses?|fails?|dies?|caught|wrong|lost)\b", text) and losing:
        return losing[0]
    return None


def _comes_of(draft: Draft, event: Event, subject: str, result: str) -> str | None:
    named = None if re.fullmatch(_HERO, subject, re.IGNORECASE) else naming.find(draft.world, subject, loose=False)
    hero = bool(re.fullmatch(_HERO, subject, re.IGNORECASE)) or (named is not None and named.kind == "player")
    if re.fullmatch(r"he|she|it|they", subject, re.IGNORECASE):
        told_ = f"{event.get('label', '')} {event.get('base', '')}"
        others = [one for one in naming.things(draft.world) if one.kind in ("foe", "person") and re.sub(r"^the ", "", one.name) in told_]
        if others and not _AWAY.fullmatch(result) and not _SPARED.fullmatch(result) and not _ENDED.fullmatch(result):
            hero, subject = False, others[0].name
    spared = tells_so = False
    parts = [one.strip(" ,") for one in re.split(r",? (?:and|but) (?:then )?(?:you |he |she |they |it )?(?:should )?|, (?=not\b)", result)]
    told: list[str] = []
    seen: list[str] = []
    parts = [one for one in parts if not re.fullmatch(r"(?:not|except) (?:lose )?the (?:game|story)|not the end", one)]
    for number, part in enumerate(parts):
        mine = (
            hero
            if number == 0
            else bool(re.search(rf"(?:and|but|,) (?:you|the player) (?:should )?{re.escape(part)}", result))
            or _SPARED.fullmatch(part) is not None
            or hero
        )
        part = re.sub(r"^(?:just|simply|only|then) ", "", part)
        away = _AWAY.fullmatch(part)
        place = place_meant(draft, away["t"]) if away and mine else None
        if place is not None:
            told.append(leads_there(draft, event, place))
        elif mine and _SPARED.fullmatch(part):
            if not any("now leads" in one or "no longer" in one for one in told):
                told.append(spare(draft, event))
                if re.match(r"get away|escape|survive|live", part):
                    event["narration"] = "It was close, but you get away."
            spared = True
        elif mine and _ENDED.fullmatch(part):
            ending = draft.states.get(str(referents.leads(draft.world, event)), {}).get("ending")
            if not (seen and ending and ending["kind"] == "lose"):  # else it ends so already, and only how is new
                told.append(ends_story(draft, event, "lose"))
            elif hero is False:
                tells_so = True
        elif mine and _WON.fullmatch(part):
            told.append(ends_story(draft, event, "win"))
        elif mine and (item := item_meant(draft, part)):
            told.append(gives_item(draft, event, item))
        elif re.match(r"(?:be|have been|become) ", part):
            return None
        elif len(part.split()) <= 14 and lemma(part.split()[0].lower(), "verb") == part.split()[0].lower():
            seen.append(part)
        else:
            return None
    if seen:
        told.insert(0, _shown(draft, event, subject, hero, seen, keep=not spared and not told))
    if seen and tells_so:
        state = draft.states[str(referents.leads(draft.world, event))]
        state["narration"] = state["ending"]["subtitle"] = str(event["base"]).split(". ")[-1]
        told.append(f"the ending '{state['ending'].get('title')}' tells it too")
    return "; ".join(one for one in told if one) or None


def _shown(draft: Draft, event: Event, subject: str, hero: bool, deeds: list[str], *, keep: bool) -> str:
    """What is seen when a choice is made."""
    scenery = draft.builder.scenery
    if hero:
        who, many = scenery.seen["P"], "P" in scenery.plurals
    else:
        thing = naming.find(draft.world, subject, loose=False) if not re.fullmatch(_HERO, subject, re.IGNORECASE) else None
        who = thing.name if thing else subject
        many = naming.many(who)
    if len(deeds) == 1 and (
        speech := re.fullmatch(
            r"(?P<v>say|whisper|shout|mutter|cry|think|sing|call|murmur|scream)(?: to \w+)?:? [\"'“](?P<q>.+)[\"'”]", deeds[0]
        )
    ):
        line = speech["q"] if speech["q"].endswith((".", "!", "?")) else f"{speech['q']}."
        event["narration"] = f'{event.get("narration", "").rstrip()} {capital(who)} {_agree(speech["v"], many)}: "{line}"'.strip()
        return f"with '{referents.label_of(event)}', {who} now {_agree(speech['v'], many)}: \"{line}\""
    said = naming.listed([_agree(one if hero else re.sub(r"\b(?:you|him|her|them)\b", scenery.seen["P"], one), many) for one in deeds])
    line = sentence(capital(pictorial(f"{who} {said}")))
    for one in all_like(draft, event) if keep else [event]:
        one["base"] = f"{one.get('base', '').rstrip()} {line}".strip() if keep else line
    return f"in '{referents.label_of(event)}', {who} now {said}"


def _agree(deed: str, many: bool) -> str:
    deed = re.sub(r"\byou\b", "them", re.sub(r"\byour\b", "their", deed))
    return deed if many else third(deed)


def every_time(draft: Draft, match: re.Match[str]) -> str | None:
    """ "every time you rest Pip should eat a biscuit": the choices of a kind show something more."""
    text = match["all"]
    split = re.search(r",? (?P<s>[\w'’.]+(?: [\w'’.]+){0,4}?) should (?P<v>.+)$", text)
    if split is None:
        return None
    some, head = split["s"].split(), text[: split.start()]
    for size in range(len(some) - 1, -1, -1):
        did, who = f"{head} {' '.join(some[:size])}".strip(" ,"), " ".join(some[size:])
        did = re.sub(rf"^(?:{_HERO}|the player) ", "", did, flags=re.IGNORECASE)
        if not did:
            continue
        events = _of_a_kind(draft, did)
        if not events:
            continue
        scenery = draft.builder.scenery
        hero = bool(re.fullmatch(_HERO, who, re.IGNORECASE)) or naming.find(draft.world, who, ("player",)) is not None
        name = scenery.seen["P"] if hero else who
        many = "P" in scenery.plurals if hero else naming.many(who)
        line = sentence(capital(pictorial(f"{name} {_agree(clean(split['v']), many)}")))
        for event in events:
            event["base"] = f"{event.get('base', '').rstrip()} {line}"
        return f"In {naming.listed([repr(referents.label_of(one)) for one in events])}, {name} now {_agree(clean(split['v']), many)}"
    return None


def _of_a_kind(draft: Draft, did: str) -> list[Event]:
    said = referents.content(did)
    if said and said[0] == "rest":
        return [one for one in draft.events if referents.idle(one)]
    if said and said[0] == "talk":
        return [
            one
            for one in draft.events
            if one["kind"] == "terminal" and (len(said) < 2 or set(said[1:]) & set(referents.content(referents.label_of(one))))
        ]
    if re.match(r"(?:go|walk|move|enter|travel|change (?:rooms?|places?|scenes?))", did):
        place = naming.find(draft.world, re.sub(r"^\w+(?: (?:in)?to)? ", "", did), ("place",)) if " " in did else None
        return [one for one in draft.events if one["kind"] == "transition" and (place is None or referents.leads(draft.world, one) == place.id) and "ending" not in draft.states.get(str(referents.leads(draft.world, one)), {})]  # fmt: skip
    found = referents.choice(draft.world, did)
    return [found] if found is not None else []


def it_ends(draft: Draft, match: re.Match[str]) -> str | None:
    """ "add a choice in the airlock: open the door. You die.": what comes of the choice that was spoken of."""
    if draft.subject is None or draft.subject.kind != "choice":
        return None
    event = next((one for one in draft.events if one["name"] == draft.subject.id), None)
    return _comes_of(draft, event, "you", clean(match["v"])) if event is not None else None


def leads_to(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the choice to rest should lead to the cellar", "'Go, now' should take you to the arena"."""
    event = referents.choice(draft.world, clean(match["c"]) if not match["c"].strip().startswith(("'", '"')) else match["c"])
    if event is None:
        return None
    if naming.find(draft.world, clean(match["c"]), ("place",), loose=False) is not None:
        return None
    result = clean(match["v"])
    fit = (_AWAY, _SPARED, _ENDED, _WON)
    if not any(one.fullmatch(re.split(r",| and ", result)[0]) for one in fit):
        return None
    return _comes_of(draft, event, "you", result)


def gone(draft: Draft, match: re.Match[str]) -> str | None:
    """A choice is taken out: "remove the choice to rest in the crew mess", "pointing at Wick should not be possible"."""
    what = clean(match["c"])
    if naming.find(draft.world, what, ("place", "person", "item", "ending", "foe"), loose=False):
        return None
    event = referents.choice(draft.world, what)
    if event is None:
        return None
    before = {str(referents.leads(draft.world, event))}
    draft.events.remove(event)
    return f"Took out the choice '{referents.label_of(event)}'{deserted(draft, before)}"
