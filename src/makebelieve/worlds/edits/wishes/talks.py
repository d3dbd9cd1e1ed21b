"""Wishes about what somebody says, knows and is like when they are spoken to."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.people import _knows
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.english import capital, pictorial, sentence

Event = dict[str, Any]
_MANNERS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"(?:un|not |less )friendl(?:y|ier)|ruder?|mean(?:er)?|nast(?:y|ier)|grump(?:y|ier)|angr(?:y|ier)|cross|hostile|bad[- ]tempered|annoyed|furious|impolite|bitter|cold|sour|surly|irritable|impatient|harsh(?:er)?|crank(?:y|ier)|moody|mad", '"What do you want?" {Who} {does:turn} half away from you.', "scowls"),
    (r"friendl(?:y|ier)|kind(?:er)?|nice(?:r)?|warm(?:er)?|polite|helpful|welcoming|gentle(?:r)?|cheerful|happ(?:y|ier)|sweet|sociable|jolly|merr(?:y|ier)|lovely", '"How good that you came! Ask me anything." {Who} {does:beam} at you.', "smiles broadly"),
    (r"sad(?:der)?|lonel(?:y|ier)|melanchol(?:y|ic)|gloom(?:y|ier)|heartbroken|depressed|miserable|crying|tearful", '"Ask. It makes no difference now." {Who} {does:look} at the floor.', "looks at the floor"),
    (r"shy(?:er)?|timid|nervous|anxious|scared|afraid|frightened|worried|jumpy|fearful", '"Oh. You mean me?" {Who} {does:step} back a little.', "keeps half out of sight"),
    (r"funn(?:y|ier)|sill(?:y|ier)|goofy|witty|sarcastic|ironic|comic(?:al)?|humorous|jok(?:y|ing)|mischievous|cheeky", '"A question! I had hoped for soup." {Who} {does:grin}.', "grins from ear to ear"),
    (r"mysterious|secretive|cryptic|strange(?:r)?|weird|odd|enigmatic|suspicious|shady|creep(?:y|ier)|sinister|scar(?:y|ier)|spook(?:y|ier)|evil|dangerous|threatening|menacing", '"Some questions are better left." {Who} {does:smile} at something behind you.', "smiles at something nobody else sees"),
    (r"old(?:er)?|wise(?:r)?|serious|solemn|formal|strict(?:er)?|stern(?:er)?|grave|dignified|noble|proud", '"You may ask one thing. Choose well." {Who} {does:wait}, very upright.', "stands very upright"),
    (r"tired|sleepy|bored|lazy|exhausted|drowsy|weary", '"Mm? Oh. Go on, then." {Who} {does:yawn}.', "yawns"),
    (r"drunk|tipsy|mad|crazy|insane|confused|forgetful", '"You again! Or is it the first time?" {Who} {does:sway} a little.', "sways a little"),
    (r"talkative|chatty|gossipy|lively|excited|enthusiastic|energetic", '"Where shall I begin? No, sit, sit!" {Who} {does:talk} before you have asked.', "waves both arms while talking"),
    (r"quiet(?:er)?|silent|taciturn|brief(?:er)?|short|curt|terse", '{Who} {does:nod}, once, and {does:wait}.', "says little and stands still"),
    (r"romantic|flirt(?:y|ing|atious)|in love|charming|loving", '"I hoped that it would be you." {Who} {does:blush}.', "blushes"),
)  # fmt: skip
"""Manners that people ask for: the words, a greeting in that manner, what is seen of it."""
_STYLES: Final = {
    "rhyme": "Speaks only in rhymes, two short lines at a time.", "rhymes": "Speaks only in rhymes, two short lines at a time.", "verse": "Speaks only in verse.", "poems": "Speaks only in verse.", "riddles": "Answers every question with a riddle.",
    "riddle": "Answers every question with a riddle.", "whispers": "Whispers, so that one has to come close.", "short sentences": "Speaks in very short sentences.", "old english": "Speaks as people did four hundred years ago.",
    "pirate": "Talks like a pirate: arr, matey, aye.", "a pirate": "Talks like a pirate: arr, matey, aye.", "dialect": "Speaks in a broad country dialect.", "questions": "Answers every question with another question.", "proverbs": "Answers in proverbs.",
}  # fmt: skip


def _talk(draft: Draft, thing: Thing) -> Event | None:
    """The conversation with somebody, if there is one."""
    names = {thing.name.lower(), re.sub(r"^(?:the|an?) ", "", thing.name).lower()}
    for event in draft.events:
        if event["kind"] == "terminal" and any(re.sub(r"^(?:the|an?) ", "", event["terminal"]["persona"].lower()).startswith(re.sub(r"^(?:the|an?) ", "", one)) for one in names):  # fmt: skip
            return event
    return None


def _gift(draft: Draft, thing: Thing) -> Event | None:
    name = re.sub(r"^(?:the|an?) ", "", thing.name).lower()
    return next(
        (
            one
            for one in draft.events
            if "person" in one.get("anchor", {}).get("aliases", ()) and name in str(one["anchor"]["label"]).lower()
        ),
        None,
    )


def _talking(draft: Draft, thing: Thing) -> Event:
    """The conversation with somebody; begun where there was none."""
    event = _talk(draft, thing)
    if event is not None:
        return event
    key = next((one for one in seen_at(draft, thing) if "ending" not in draft.states[one]), None)
    if key is None:
        raise Unsure(f"{capital(thing.name)} is seen nowhere yet. In which place shall they be?")
    draft.builder.met.add(thing.name)
    draft.builder.talk(
        key, Part(thing.name, thing.name, thing.about or "in plain sight", "biped", "they", naming.many(thing.name)), _knows(draft, key)
    )
    return draft.events[-1]


def _somebody(draft: Draft, phrase: str) -> Thing | None:
    thing = naming.find(draft.world, phrase, ("person", "foe", "player", "place", "item"))
    if thing is None:
        bare = naming.words(phrase)
        looks = [
            one
            for one in naming.things(draft.world)
            if one.kind == "person" and bare and set(bare) <= set(naming.words(f"{one.name} {one.about}"))
        ]
        thing = looks[0] if len(looks) == 1 else None
    return thing if thing is not None and thing.kind in ("person", "foe") else None


def says(draft: Draft, match: re.Match[str]) -> str | None:
    """ "he should say: ..." : the first words of somebody."""
    thing = _somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    raw = match["v"].strip().strip('"“” ')
    if not raw or (
        re.match(r"(?:that|how|where|why|when|what|something|more|less|nothing|hello to|goodbye)\b", raw, re.IGNORECASE)
        and not re.match(r"[\"“']", match["v"].strip())
    ):
        return None
    line = capital(raw if raw.endswith((".", "!", "?", "…")) else f"{raw}.")
    spoken = f'"{line}" {capital(thing.name)} {"wait" if naming.many(thing.name) else "waits"} to see what you make of it.'
    event = _talk(draft, thing)
    gift = _gift(draft, thing) if event is None else None
    if event is not None:
        event["terminal"]["greeting"] = spoken
        event["narration"] = spoken
    elif gift is not None:
        kept = re.sub(r"^\"[^\"]*\" ", "", str(gift.get("narration", "")))
        gift["narration"] = f'"{line}" {kept}'.strip()
    else:
        event = _talking(draft, thing)
        event["terminal"]["greeting"] = event["narration"] = spoken
    draft.subject = thing
    return f'{capital(thing.name)} now {"say" if naming.many(thing.name) else "says"}: "{line}"'


def speaks(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Kro should speak in rhymes: ...": a way of talking, and what is said in it."""
    thing = _somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    how = clean(match["how"]).lower()
    bare = re.sub(r"^(?:in|like|as|only in) ", "", how)
    manner = _STYLES.get(bare) or _STYLES.get(re.sub(r"^(?:an?|the) ", "", bare)) or (f"Speaks {how}." if len(how.split()) < 6 else None)
    if manner is None:
        return None
    event = _talking(draft, thing)
    _put_manner(event, thing, manner)
    told = f"{capital(thing.name)} now speaks {how}"
    if line := match.groupdict().get("v"):
        spoken = line.strip().strip('"“” ')
        event["terminal"]["greeting"] = event["narration"] = f'"{spoken}"'
        told += f': "{spoken}"'
    draft.subject = thing
    return told


def _put_manner(event: Event, thing: Thing, manner: str) -> None:
    """How somebody talks takes the place of how they talked."""
    persona = str(event["terminal"]["persona"])
    lead = re.match(r"(?:(?:Mrs?|Ms|Dr|St)\. |[^.])+\.", persona)
    event["terminal"]["persona"] = f"{lead[0] if lead else persona} {manner}".strip()


def is_like(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the crow should be more unfriendly", "make the cook angry at you"."""
    value = re.sub(r"^(?:be |act |seem |sound |look |feel )*", "", clean(match["v"]))
    value = re.sub(
        r" (?:at|to|with|towards?|about|around|when) (?:you|me|us|the player|everyone|people|strangers|visitors)\b.*$",
        "",
        value,
        flags=re.IGNORECASE,
    )
    value = re.sub(r" when (?:you|one|the player) (?:talk|speak|ask|meet).*$", "", value)
    plain = re.sub(
        r"^(?:(?:even|much|a (?:bit|lot|little)|way|far|very|really|more|so|too|quite|rather|slightly|somewhat|kind of) )+",
        "",
        value.lower(),
    )
    if re.match(r"less ", plain):
        plain = {"friendly": "unfriendly", "nice": "unfriendly", "kind": "unfriendly", "rude": "friendly", "mean": "friendly", "scary": "friendly", "creepy": "friendly", "grumpy": "friendly", "angry": "friendly", "unfriendly": "friendly", "talkative": "quiet", "chatty": "quiet", "shy": "talkative", "serious": "funny", "sad": "cheerful"}.get(plain[5:], "")  # fmt: skip
    row = next((one for one in _MANNERS if re.fullmatch(one[0], plain)), None)
    some = [
        one
        for part in re.split(r",? and |, ", plain)
        if (one := next((row_ for row_ in _MANNERS if re.fullmatch(row_[0], re.sub(r"^(?:more|very) ", "", part))), None))
    ]
    row = row or (some[0] if some and len(some) == len(re.split(r",? and |, ", plain)) else None)
    if row is None:
        return None
    thing = _somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    many = naming.many(thing.name)
    who = capital(thing.name)
    said = row[1].replace("{Who}", who)
    said = re.sub(r"\{does:(\w+)\}", lambda one: one[1] if many else _third(one[1]), said)
    event = _talk(draft, thing)
    if event is None and _gift(draft, thing) is None and thing.kind == "foe":
        return None
    event = event or (_talking(draft, thing) if _gift(draft, thing) is None else None)
    if event is not None:
        _put_manner(
            event,
            thing,
            sentence(
                f"{capital(plain)} and short-spoken"
                if plain in ("rude", "angry", "unfriendly")
                else f"{capital(plain)}, and it shows in every answer"
            ),
        )
        event["terminal"]["greeting"] = event["narration"] = said
    else:
        gift = _gift(draft, thing)
        assert gift is not None
        rest = re.sub(r'^"[^"]*" ', "", str(gift.get("narration", "")))
        gift["narration"] = f"{said} {rest}".strip()
    for key in [one for one in seen_at(draft, thing) if "ending" not in draft.states[one]][:1]:
        seen = row[2] if not many else " ".join([lemma(row[2].split()[0], "verb") or row[2].split()[0], *row[2].split()[1:]])
        draft.builder.feature(key, sentence(f"{thing.name} {seen}"))
    draft.subject = thing
    return f"{who} {'are' if many else 'is'} now {plain}"


def _third(verb: str) -> str:
    return verb + ("es" if re.search(r"(?:sh|ch|x|z|ss|o)$", verb) else "s")


def knows(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Doc Minsky should know that Ruiz takes bribes": one thing more that somebody can tell."""
    thing = _somebody(draft, clean(match["t"]))
    fact = clean(match["v"])
    fact = re.sub(
        r",? (?:and|but) (?:should )?(?:tell|say|answer|admit|share|reveal)s? (?:it |that |so |you |this )*(?:if|when|once|only if)? ?.*$",
        "",
        fact,
    )
    fact = re.sub(r",? (?:if|when) (?:you|asked|one|the player)(?: asks?| ask (?:him|her|them|it)| want)?$", "", fact)
    fact = re.sub(r" before (?:you|the player|one) .+$", "", fact)
    if thing is None or len(fact.split()) < 3:
        return None
    event = _talking(draft, thing)
    line = sentence(capital(_stated(draft, fact, thing.name)))
    event["terminal"].setdefault("facts", []).append({"text": line})
    draft.subject = thing
    return f"{capital(thing.name)} can now tell, if asked: {line}"


def _stated(draft: Draft, fact: str, who: str = "Otto") -> str:
    """What somebody knows as a statement: "where the key is" -> "The key is found in the hall"."""
    asked = re.match(
        r"(?:about|of|where(?: to find)?|how to (?:get|come) (?:in)?to|what|who|how to find) (?P<np>.+?)(?: (?:is|are|lies|hides|can be found|lives|looks like))?$",
        fact,
    )
    if asked is not None and (about := naming.find(draft.world, asked["np"])) is not None:
        return _told_of(draft, about)
    if found := re.match(r"(?:about|of) (?P<np>.+)", fact):
        return f"{found['np']}: that is a long story, and only half of it is known here"
    if re.match(r"(?:where|who|why|how|what|when)\b", fact):
        raise Meant(
            f"What exactly is to be told there ({fact})? Say it in your own words, for example: {who} should say that nobody has seen it since Sunday."
        )
    return re.sub(r"^that ", "", fact)


def _told_of(draft: Draft, thing: Thing) -> str:
    """What is true of something, as somebody may tell it."""
    if thing.kind == "item":
        event = next((one for one in draft.events if thing.id in one.get("grants", [])), None)
        if event is not None:
            hold = str(event.get("anchor", {}).get("label", ""))
            person = "person" in event.get("anchor", {}).get("aliases", ())
            return (
                f"{thing.name} can be had from {hold} {at(draft, event['from'][0])}"
                if person
                else f"whoever looks for {thing.name} should try the {hold} {at(draft, event['from'][0])}"
            )
    if thing.kind == "place":
        doors = [
            one
            for one in draft.events
            if one.get("to") == thing.id and not str(one.get("label", "")).startswith(("Go back", "Return", "Turn back"))
        ]
        if doors:
            need = [one.removeprefix("has_").replace("_", " ") for one in doors[0].get("requires", []) if one.startswith("has_")]
            return f"one gets to {thing.name} from {draft.builder.place_of[doors[0]['from'][0]].name}" + (
                f", and it takes the {need[0]}" if need else ""
            )
    if thing.kind == "foe":
        where = [key for key, one in draft.states.items() if re.sub(r"^the ", "", thing.name) in one["base"] and "ending" not in one]
        return f"beware of {thing.name}" + (f": {at(draft, where[0])} it is not safe" if where else "")
    if thing.kind == "person":
        return f"{thing.name} is {where_seen(draft, thing)}, and worth a question"
    return f"all this is about {thing.name}"


def does(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let him only meow", "Kro should wear a hat": seen where somebody stands, and known of them."""
    from makebelieve.worlds.edits.wishes.endings import third

    thing = _somebody(draft, clean(match["t"]))
    value = clean(match["v"])
    only = bool(re.match(r"only |just ", value))
    value = re.sub(r"^(?:only|just|always|also) ", "", value)
    head = value.split()[0].lower()
    if thing is None and head in ("carry", "wear", "hold", "bring", "smoke", "limp", "whistle", "hum"):
        thing = naming.find(draft.world, clean(match["t"]), ("player",))
    if (
        thing is None
        or lemma(head, "verb") != head
        or head in _NOT_DONE
        or len(value.split()) > 10
        or re.search(r" (?:if|when|unless|until|after|once|before) ", value)
    ):
        return None
    many = naming.many(thing.name)
    said = value if many else third(value)
    if only and len(value.split()) == 1:
        event = _talk(draft, thing)
        if event is not None:
            event["terminal"]["greeting"] = event["narration"] = f"{capital(thing.name)} {said}."
            _put_manner(event, thing, f"Only {said}, whatever is asked; speaks no words.")
            return f"{capital(thing.name)} now only {said}"
    keys = (
        [one for one in seen_at(draft, thing) if "ending" not in draft.states[one]]
        if thing.kind != "player"
        else [draft.world["entrance"]["state"]]
    )
    if not keys:
        return None
    if to := re.fullmatch(r"(?P<a>.+?) (?:to|into|in|at|on) (?P<t>.+)", said):
        there = naming.find(draft.world, to["t"], ("place",))
        if there is not None and there.id not in keys:
            keys, said = [there.id], to["a"]
    draft.builder.feature(
        keys[0], sentence(pictorial(f"{draft.builder.scenery.seen['P'] if thing.kind == 'player' else thing.name} {said}"))
    )
    draft.subject = thing
    return f"{capital(thing.name)} now {said} {at(draft, keys[0])}"


_NOT_DONE: Final = frozenset(
    ["be", "have", "become", "give", "offer", "lend", "sell", "live", "stand", "wait", "stay", "know", "say", "tell", "need", "go", "leave", "die", "disappear", "come", "appear", "open", "lead", "look", "feel", "seem", "win", "lose", "help", "join", "follow", "move", "start", "get", "take", "find", "in", "on", "at", "to", "like", "as", "talk", "speak", "answer", "marry", "kill", "attack"]
)  # fmt: skip


def hint_at(draft: Draft, match: re.Match[str]) -> str | None:
    """ "give me a hint about the locker key at the beginning": told on arrival."""
    thing = naming.find(draft.world, clean(match["np"]))
    where = match.groupdict().get("t")
    if thing is None:
        return None
    key = draft.world["entrance"]["state"]
    if where and not re.fullmatch(r"(?:the )?(?:start|beginning|very beginning|opening|first (?:room|scene|place))", where):
        place = naming.find(draft.world, where, ("place",))
        if place is None:
            return None
        key = place.id
    line = sentence(capital(_told_of(draft, thing)))
    draft.states[key]["narration"] = f"{draft.states[key].get('narration', '').rstrip()} {line}".strip()
    return f"{at(draft, key)[:1].upper()}{at(draft, key)[1:]} it now says: {line}"


def if_shown(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Vesper should confess if you show her the receipt": told only to somebody who holds it."""
    thing = _somebody(draft, clean(match["t"]))
    what = re.sub(r"^(?:that )", "", clean(match["v"]))
    shown = clean(match["np"])
    item = naming.find(draft.world, shown, ("item",))
    flag = item.id if item is not None else None
    if flag is None:
        said = set(naming.words(shown))
        event_ = next(
            (
                one
                for one in draft.events
                if one.get("grants") and said and said <= set(naming.words(f"{one.get('base', '')} {one.get('narration', '')}"))
            ),
            None,
        )
        flag = event_["grants"][0] if event_ else None
    if thing is None or flag is None:
        return None
    line = {
        "confess": f"Yes. It was me, says {thing.name} at last, and looks at {shown}.",
        "talk": f"{capital(thing.name)} looks at {shown} for a long time, and begins to talk.",
    }.get(what.split()[0], "")
    line = line or sentence(capital(re.sub(r"^(?:confess|admit|tell you|say|reveal|explain)(?: that)? ", "", what)))
    event = _talking(draft, thing)
    event["terminal"].setdefault("facts", []).append({"text": line, "requires": [flag]})
    draft.subject = thing
    return f"{capital(thing.name)} now says, to somebody who has {shown}: {line}"


def pretends(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Father Dunne should lie about having been here before"."""
    thing = _somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    verb, rest = match["verb"].lower(), clean(match["v"])
    event = _talking(draft, thing)
    said = f"{_third(verb) if not naming.many(thing.name) else verb} {rest}".strip()
    event["terminal"]["persona"] = f"{event['terminal']['persona'].rstrip()} {capital(said)}."
    if verb == "lie" and (found := re.match(r"about (?P<np>.+)", rest)):
        denied = re.sub(r"^having ", "never having ", found["np"]) if found["np"].startswith("having ") else found["np"]
        event["terminal"].setdefault("facts", []).append({"text": sentence(f"{capital(thing.name)} will swear to {denied}, and looks away while doing so" if denied.startswith("never") else f"what {thing.name} says about {denied} is a lie")})  # fmt: skip
    draft.subject = thing
    return f"{capital(thing.name)} now {said} when asked"


def where_seen(draft: Draft, thing: Thing) -> str:
    return at(draft, next(one for one in seen_at(draft, thing) if "ending" not in draft.states[one]))


def nobody(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the cook angry" where there is no cook: who is meant is asked."""
    from makebelieve.worlds.edits.wishes.instead import known, unknown
    from makebelieve.worlds.edits.wishes.phrases import is_living

    phrase = clean(match["t"])
    if not is_living(phrase) or known(draft, phrase):
        return None
    raise unknown(draft, phrase)


def deed(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the whale fly": seen where it stands, if it is one thing in one place; else asked."""
    from makebelieve.worlds.edits import referents
    from makebelieve.worlds.edits.wishes.endings import third

    what, verb = clean(match["t"]), match["v"].lower()
    if naming.find(draft.world, what, ("person", "player", "foe", "place"), loose=False) is not None or re.fullmatch(
        r"(?:it|me|you|him|her|them|everything|people)", what
    ):
        return None
    seen = [one for one in referents.sighted(draft.world, re.sub(r"^the ", "", what)) if "ending" not in draft.states[one[0]]]
    if not seen:
        return None
    bare = re.sub(r"^(?:the|an?) ", "", what)
    where = at(draft, seen[0][0])
    raise Unsure(
        f"The {bare} {where} is only a thing that is seen there. Shall it be told so in that picture? Say for example: {where} a {bare} should {verb} over your head, or add a {bare} {where} that { {'fly': 'flies', 'cry': 'cries'}.get(verb, third(verb)) }."
    )
