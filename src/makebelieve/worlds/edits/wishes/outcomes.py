"""Wishes about what comes of a choice: where it leads, whether it ends the story, what is seen and said when it is made."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import gates
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
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


def _all_like(draft: Draft, event: Event) -> list[Event]:
    """The choice, with those that lead to the same losing end by the same means (naming somebody who did not do it)."""
    to = referents.leads(draft.world, event)
    if to in draft.states and draft.states[to].get("ending", {}).get("kind") == "lose" and event["from"]:
        return [
            one
            for one in referents.ending_choices(draft.world, "lose")
            if one["from"] == event["from"] and referents.leads(draft.world, one) == to
        ]
    return [event]


def _comes_of(draft: Draft, event: Event, subject: str, result: str) -> str | None:
    hero = bool(re.fullmatch(_HERO, subject, re.IGNORECASE)) or naming.find(draft.world, subject, ("player",), loose=False) is not None
    if re.fullmatch(r"he|she|it|they", subject, re.IGNORECASE):
        told_ = f"{event.get('label', '')} {event.get('base', '')}"
        others = [one for one in naming.things(draft.world) if one.kind in ("foe", "person") and re.sub(r"^the ", "", one.name) in told_]
        if others and not _AWAY.fullmatch(result) and not _SPARED.fullmatch(result) and not _ENDED.fullmatch(result):
            hero, subject = False, others[0].name
    spared = False
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
        place = _place(draft, away["t"]) if away and mine else None
        if place is not None:
            told.append(_led(draft, event, place))
        elif mine and _SPARED.fullmatch(part):
            if not any("now leads" in one or "no longer" in one for one in told):
                told.append(_spare(draft, event))
                if re.match(r"get away|escape|survive|live", part):
                    event["narration"] = "It was close, but you get away."
            spared = True
        elif mine and _ENDED.fullmatch(part):
            told.append(_ends(draft, event, "lose"))
        elif mine and _WON.fullmatch(part):
            told.append(_ends(draft, event, "win"))
        elif mine and (item := _item(draft, part)):
            told.append(_grants(draft, event, item))
        elif re.match(r"(?:be|have been|become) ", part):
            return None
        elif len(part.split()) <= 14 and lemma(part.split()[0].lower(), "verb") == part.split()[0].lower():
            seen.append(part)
        else:
            return None
    if seen:
        told.insert(0, _shown(draft, event, subject, hero, seen, keep=not spared and not told))
    return "; ".join(one for one in told if one) or None


def _place(draft: Draft, phrase: str) -> naming.Thing | None:
    again = re.sub(r" (?:again|instead|once more|at once)$", "", phrase)
    try:
        if re.fullmatch(r"(?:the )?(?:start|beginning|first (?:room|place|scene))", again, re.IGNORECASE):
            return next(one for one in naming.things(draft.world) if one.id == draft.world["entrance"]["state"])
        return naming.find(draft.world, again, ("place", "ending"))
    except Unsure:
        return None


def _item(draft: Draft, part: str) -> naming.Thing | None:
    found = re.fullmatch(r"(?:get|find|receive|be given|earn|obtain|win) (?P<np>.+)", part, re.IGNORECASE)
    return naming.find(draft.world, found["np"], ("item",)) if found else None


def _led(draft: Draft, event: Event, place: naming.Thing) -> str:
    some = _all_like(draft, event)
    before = {str(referents.leads(draft.world, one)) for one in some}
    for one in some:
        _lead_to(draft, one, place)
    gone = _deserted(draft, before)
    called = naming.listed([f"'{referents.label_of(one)}'" for one in some])
    where = f"to the ending '{place.name}'" if place.kind == "ending" else f"to {place.name}"
    return f"{called} now {'leads' if len(some) == 1 else 'lead'} {where}{gone}"


def _lead_to(draft: Draft, event: Event, place: naming.Thing) -> None:
    lost = "ending" in draft.states.get(str(referents.leads(draft.world, event)), {})
    event.pop("landWhen", None)
    event.pop("grants", None) if lost and event.get("grants") == ["done"] else None
    if place.id in event["from"]:
        event["kind"] = "override"
        event.pop("to", None)
    else:
        event["kind"], event["to"] = "transition", place.id
    if lost and place.kind == "place":
        event["narration"] = (
            f"That did not go well. You find yourself {at(draft, place.id)} again."
            if place.id not in event["from"]
            else "That did not go well, but you may try again."
        )
        builder = draft.builder
        event["base"] = sentence(
            _first_half(event.get("base", "")) or builder.scenery.pixels(f"{{P}} <P:stumbles|stumble> back {at(draft, place.id)}")
        )


def _first_half(base: str) -> str:
    """What is seen of a move that has gone wrong, up to where it ends."""
    return re.split(r"\.(?= )", base.rstrip("."))[0]


def _spare(draft: Draft, event: Event) -> str:
    """The choice no longer ends the story: one stays where one is."""
    some = _all_like(draft, event)
    before = {str(referents.leads(draft.world, one)) for one in some}
    for one in some:
        here = one["from"][0]
        _lead_to(draft, one, naming.Thing("place", here, draft.builder.place_of[here].name))
    gone = _deserted(draft, before)
    called = naming.listed([f"'{referents.label_of(one)}'" for one in some])
    return f"{called} no longer {'ends' if len(some) == 1 else 'end'} the story; one may try again{gone}"


def _deserted(draft: Draft, ends: set[str]) -> str:
    """Endings that nothing leads to any more go too."""
    gone = []
    for key in ends:
        if (
            key in draft.states
            and "ending" in draft.states[key]
            and not any(referents.leads(draft.world, one) == key for one in draft.events)
        ):
            title = draft.states[key]["ending"].get("title", key)
            if sum("ending" in one for one in draft.states.values()) < 2:
                raise Unsure("That would leave no ending at all. To which other place or ending shall it lead?")
            draft.world["cutscenes"] = [one for one in draft.world.get("cutscenes", []) if key not in (one["from"], one["to"])]
            del draft.states[key]
            gone.append(title)
    return f"; nothing leads to the ending {naming.listed([repr(one) for one in gone])} any more, so it is gone" if gone else ""


def _ends(draft: Draft, event: Event, kind: str) -> str:
    ids = naming.ending_ids(draft.world, kind)
    if not ids:
        raise Unsure(
            f"There is no {'losing' if kind == 'lose' else 'winning'} ending yet. What happens in it? Say for example: add a losing ending where the guard catches you."
        )
    if referents.leads(draft.world, event) in ids:
        raise Unsure(
            f"'{referents.label_of(event)}' leads to the ending '{draft.states[ids[0]]['ending'].get('title')}' already. What else shall come of it?"
        )
    ending = draft.states[ids[0]]["ending"]
    event["kind"], event["to"] = "transition", ids[0]
    event.pop("landWhen", None)
    return f"'{referents.label_of(event)}' now leads to the ending '{ending.get('title', ids[0])}'"


def _grants(draft: Draft, event: Event, item: naming.Thing) -> str:
    event["grants"] = [*dict.fromkeys([*event.get("grants", []), item.id])]
    event["narration"] = f"{event.get('narration', '').rstrip()} You have {item.name}.".strip()
    return f"'{referents.label_of(event)}' now gives {item.name}"


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
    for one in _all_like(draft, event) if keep else [event]:
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
    return f"Took out the choice '{referents.label_of(event)}'{_deserted(draft, before)}"


def secret(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let the secret be easier to notice": told in the picture more plainly; "show it as a choice": offered."""
    hidden = referents.secrets(draft.world)
    if not hidden:
        raise Unsure("Nothing is hidden here; every choice is offered. What else shall be easier?")
    event = hidden[0]
    hold = str(event.get("anchor", {}).get("label", "")) or "something here"
    key = event["from"][0]
    if re.search(r"\b(?:offer|button|choice|visible|shown?|not (?:be )?(?:hidden|secret)|open)", match["v"], re.IGNORECASE):
        event.pop("hidden")
        return f"'{referents.label_of(event)}' is now offered {at(draft, key)}"
    line = sentence(f"the {hold} stands out from all else, lit from one side, with something pale showing at its edge")
    draft.builder.feature(key, line)
    event["anchor"] = {**event.get("anchor", {"label": hold}), "minProximity": 0.4}
    talks = [one for one in draft.events if one["kind"] == "terminal"]
    if talks:
        talks[0]["terminal"].setdefault("facts", []).insert(
            0, {"text": sentence(f"somebody ought to look closely at the {hold} {at(draft, key)}")}
        )
    return f"The secret is now easier to notice: the {hold} stands out {at(draft, key)}" + (
        f", and {naming_of(talks[0])} hints at it" if talks else ""
    )


def naming_of(event: Event) -> str:
    return str(event["terminal"]["persona"].split(",")[0].split(".")[0])


def way_hidden(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the way to Capua should be secret": found by pointing at what hides it."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if place is None:
        return None
    doors = [
        one
        for one in draft.events
        if referents.leads(draft.world, one) == place.id and not referents._BACK.match(referents.label_of(one)) and not one.get("hidden")
    ]
    if from_ := match.groupdict().get("a"):
        start = naming.find(draft.world, from_, ("place",))
        doors = [one for one in doors if start and start.id in one["from"]]
    if not doors:
        raise Unsure(f"The way to {place.name} is hidden already. What else shall be secret?")
    builder = draft.builder
    for one in doors:
        part = builder.scenery.part(builder.place_of[one["from"][0]])
        one["hidden"] = True
        one["anchor"] = {"label": re.sub(r"^(?:the|an?) ", "", part), "minProximity": 0.15}
        builder.feature(one["from"][0], sentence(f"a thin draught comes from behind {part}"))
    return f"The way to {place.name} is now secret: it is not offered but found by pointing at what hides it {naming.listed([at(draft, one['from'][0]) for one in doors])}"


def shown_way(draft: Draft, match: re.Match[str]) -> str | None:
    """A hidden choice is offered from now on."""
    found = list(referents.secrets(draft.world))
    if not found:
        return None
    named = referents.choice(draft.world, clean(match["c"]))
    words = set(naming.words(clean(match["c"])))
    near = [one for one in found if words & set(naming.words(str(one.get("anchor", {}).get("label", ""))))]
    named = near[0] if near else named
    event = named if named is not None and named.get("hidden") else found[0] if re.search(r"\bsecret|hidden", match["c"]) else None
    if event is None:
        return None
    event.pop("hidden")
    return f"'{referents.label_of(event)}' is now offered {at(draft, event['from'][0])}"


def optional(draft: Draft, match: re.Match[str]) -> str | None:
    return gates.not_needed(draft, match)
