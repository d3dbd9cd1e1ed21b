"""What is put into a world, taken out or put in another's stead: a new noun phrase, the places that a sentence names, and the words around them."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.frames.changes import called
from makebelieve.worlds.edits.frames.mentions import Mention
from makebelieve.worlds.edits.frames.phrases import MANY, New, held_of, noun_phrase
from makebelieve.worlds.edits.frames.vocabulary import covered, masked, words_of
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import counted
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import matters, places, putting, scenes
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import is_place
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural

_NEAR: Final = r"next to|in front of|beside|behind|beyond|near(?: to)?|close to|opposite|above|below|under(?:neath)?|off|by|just (?:beyond|behind|after|past)|adjacent to|adjoining|past|connected (?:to|with)|attached to|joined to|(?:reachable|reached|accessible|entered|leading) from|after"
_AT: Final = r"in|at|on|inside|within|into|to|around|all over|throughout|across|from|through|of"
_BEFORE: Final = re.compile(rf"(?:\b(?P<near>{_NEAR})|\b(?P<at>(?:somewhere |right |just )?(?:{_AT}))|\b(?P<mid>in the (?:middle|centre|center|corner|back) of))\s*$", re.IGNORECASE)  # fmt: skip
_EVERYWHERE: Final = re.compile(
    r"\b(?:everywhere|all over(?: the place)?|wherever you (?:go|look)|in (?:all|every|each)(?: of)?(?: the)? (?:scenes?|places?|rooms?|locations?)|(?:every|each) (?:scene|place|room|location)(?: (?:has|should have|needs|gets))?|all (?:the )?(?:scenes|places|rooms)(?: (?:have|should have|need|get))?|throughout)\b",
    re.IGNORECASE,
)
_FULL: Final = re.compile(
    r"(?:(?:is|are|should be|must be|gets|make it|be) )?(?:(?:completely|totally|all|really) )?(?:full of|filled with|swarming with|crawling with|crowded with|packed with|teeming with|covered (?:in|with|by)|littered with|overrun (?:by|with)|infested with|crammed with|stuffed with|surrounded by|decorated with|lined with|swarms with|teems with|bursting with|alive with|cluttered with|strewn with) (?P<np>.+)",
    re.IGNORECASE,
)


# --- taking out ------------------------------------------------------------------------------------------------------------------------------


def removal(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "the mill can go", "leave out the mill", "the mill is boring, take it out"."""
    kinds = [one.thing.kind for one in some]
    if not some or len({one.thing.id for one in some}) > 1 or kinds[0] not in ("place", "person", "item", "ending"):
        return None
    words = words_of(masked(text, some))
    if re.search(r"\b(?:in|at|from|of|on|to|into|with|behind|near)$", text[: some[0].start].rstrip(), re.IGNORECASE):
        return None
    said = covered(words, "remove", "judged")
    if said is None:
        return None
    lower = " ".join(words).lower()
    asked = re.search(
        r"\b(?:remove|removed|delete|deleted|get rid|rid|cut|drop|lose|skip|without|gone|leave out|scrap|ditch|bin|erase|kick out|eliminate|exclude|no need for|do without|unnecessary|not needed|isn't needed|vanish|disappears?|cancel|dump|axe|chuck|toss|do away)\b"
        r"|\b(?:take|throw|leave|kick|cut)\b.*\b(?:out|away)\b|\b(?:can|should|must|has to|have to|could) go\b|^no \x01|(?:be|is|are|have|want) no \x01|\b(?:don't|do not|doesn't|not) (?:really )?(?:need|want|like)\b",
        lower,
    )
    if asked is None or re.search(r"\b(?:don't|do not|never) (?:remove|delete|cut|drop|lose|skip|scrap)\b", lower):
        return None
    if re.search(r"\b(?:don't|do not|not) like\b", lower) and not re.search(r"\b(?:out|away|remove|delete|gone)\b", lower):
        return None
    return called(putting.removing, draft, t=some[0].thing.name)


# --- in another's stead --------------------------------------------------------------------------------------------------------------------------

_SWAPS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?P<new>.+?),? (?:instead of|rather than|in place of|in lieu of|in the place of|in stead of|and not|not|where) (?P<old>\x01\d+\x02)(?: (?:is|was|stands?|should be|used to be))?$",
        r"^(?:instead of|rather than|in place of) (?P<old>\x01\d+\x02),? (?P<new>.+)$",
        r"^(?:(?:replace|swap|exchange|change|turn|transform|convert|make|trade|substitute) )(?P<old>\x01\d+\x02) (?:with|by|for|to|into|be|become)? ?(?P<new>.+)$",
        r"^(?:let|have) (?P<old>\x01\d+\x02) (?:be|become|turn into) (?P<new>.+)$",
        r"^(?P<old>\x01\d+\x02) (?:is|becomes|turns into|turned into|should be|should become|could be|must be|has become|was|needs to be|ought to be|will be|might be|would be better as|becoming|as|->|=>) (?:now |really |actually |rather |more like |changed (?:in)?to |replaced (?:by|with) |turned into )?(?P<new>.+)$",
        r"^(?:not|no) (?P<old>\x01\d+\x02),? (?:but |just |rather |only )?(?P<new>.+)$",
        r"^(?:prefer|rather have|like) (?P<new>.+?) (?:to|over|than|better than|instead of) (?P<old>\x01\d+\x02)$",
    )
)
_LEADS: Final = re.compile(
    r"^(?:(?:i|we|you|it|there|please|maybe|perhaps|could|can|should|would|let's|let|want|need|put|add|use|have|like|'d|i'd|we'd|be|is|to|make|take|place|give|me|us|better|rather|prefer|so|and|but|hey|love|see|set|build|in|would)\b[ ,]*)+",
    re.IGNORECASE,
)


def instead(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "a temple rather than the mill": a place is another place."""
    if len(some) != 1 or some[0].thing.kind != "place":
        return None
    bare = re.sub(
        r"[\s,]*(?:please|instead|would be (?:nice|better|great|cool|good))?[\s.!?]*$", "", masked(text, some), flags=re.IGNORECASE
    )
    bare = re.sub(r"^(?:(?:could|can|should) you |please |maybe |i think |i'd like |i want |i'd rather have |i would rather have |i'd prefer |i prefer |i would prefer |let's |there should be |how about |what about )+", "", bare, flags=re.IGNORECASE)  # fmt: skip
    preferred = re.search(r"\b(?:prefer|rather)\b", text, re.IGNORECASE)
    patterns = (*_SWAPS, re.compile(r"^(?P<new>.+?) (?:to|over|than) (?P<old>\x01\d+\x02)$", re.IGNORECASE)) if preferred else _SWAPS
    for pattern in patterns:
        match = pattern.match(bare)
        if match is None:
            continue
        new = _LEADS.sub("", match["new"].strip(" ,"))
        new, held = held_of(new)
        if (
            looks(new)
            or not re.fullmatch(r"(?:(?:an?|the|some) )?[a-z][a-z' -]+", new, re.IGNORECASE)
            or not is_place(new)
            or len(new.split()) > 5
        ):
            continue
        told = places.instead(draft, some[0].thing, f"{counted(new)} with {held}" if held else counted(new))
        if told:
            return told
    return None


def beside(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "I want a library next to the mill": a new place, told by where it is to be; no thing, and nobody."""
    if len(some) != 1 or some[0].thing.kind != "place" or _EVERYWHERE.search(text):
        return None
    before = _BEFORE.search(text[: some[0].start].rstrip())
    if before is None or not before["near"] or not re.search(r"\b(?:an?|another|one more) ", text):
        return None
    left = text[: some[0].start].rstrip()[: before.start()].rstrip()
    right = text[some[0].end :].strip()
    new = noun_phrase(f"{left} , {right}" if right else left, "put")
    return _put_at(draft, text, some[0], everywhere=False) if new is not None and new.sort == "place" else None


def animals(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "more parrots", "add mosquitoes": animals without a place are seen where they suit, and nobody to talk to."""
    if some or re.search(
        r"\b(?:no|not|without|less|fewer|don't|never|talk\w*|speak\w*|who|that|which|called|named|instead|rather)\b", text, re.IGNORECASE
    ):
        return None
    everywhere = _EVERYWHERE.search(text)
    rest = f"{text[: everywhere.start()]} {text[everywhere.end() :]}" if everywhere else text
    new = noun_phrase(rest, "put")
    if new is None or not new.many or new.held:
        return None
    head = naming.words(new.np)[-1:]
    return _scattered(draft, new, everywhere=bool(everywhere)) if head and classify(head[0])[0] == "creature" else None


# --- putting in --------------------------------------------------------------------------------------------------------------------------------


def put(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "a library behind the mill", "someone left a globe in the mill", "more candles everywhere"."""
    here = [one for one in some if one.thing.kind == "place"]
    if len(here) > 1 or len(some) > len(here):
        return None
    everywhere = _EVERYWHERE.search(text)
    if here:
        return _put_at(draft, text, here[0], everywhere=bool(everywhere))
    if everywhere:
        rest = f"{text[: everywhere.start()]} {text[everywhere.end() :]}"
        new = noun_phrase(rest, "put")
        return _scattered(draft, new, everywhere=True) if new is not None and new.sort != "place" else None
    new = noun_phrase(text, "put")
    if new is None or (re.match(r"the ", new.np) and not new.many):
        return None
    if re.search(
        rf"\b(?<!go )(?<!get )(?<!put )(?<!throw )(?<!bring )(?:in|at|on|to|into|from|of|with|by|for|like|as|about) {re.escape(new.np)}",
        text,
        re.IGNORECASE,
    ):
        return None
    if re.search(r"\b(?:no|not|without|less|fewer|don't|never)\b", text, re.IGNORECASE):
        return None
    if draft.subject is not None and draft.subject.kind == "place" and re.search(r"\b(?:it|there|inside|in it|in there|that|its)\b", text):
        return called(matters.scenery, draft, np=counted(new.np), t=draft.subject.name)
    if new.sort == "place":
        start = draft.world["entrance"]["state"]
        name = draft.builder.place_of[start].name
        bare = re.sub(r"^(?:another|one more|one|the|a new|new|an extra) ", "a ", counted(new.np))
        told = called(places.place, draft, np=f"{bare} with {new.held}" if new.held else bare, t=name, asked="yes")
        return f"{told} (say next to which other place if you would rather have it there)" if told else None
    if new.many:
        return _scattered(draft, new, everywhere=False)
    return None


def _put_at(draft: Draft, text: str, here: Mention, *, everywhere: bool) -> str | None:
    place = here.thing
    left, right = text[: here.start].rstrip(), text[here.end :].strip()
    before = _BEFORE.search(left)
    if re.search(r"\b(?:no|not|without|less|fewer|don't|never|isn't|remove|delete)\b", text, re.IGNORECASE):
        return None
    if full := _FULL.fullmatch(right.strip(" .!,")):
        return _full(draft, place, full)
    if filled := re.fullmatch(r"(?:please )?(?P<v>fill|cover|decorate|pack|line|crowd|stuff|make|let) $", f"{left} "):
        inside = re.fullmatch(r"(?:with|in|full of|be full of) (?P<np>.+)", right.strip(" .!,"))
        return _full(draft, place, inside) if inside and (filled["v"] not in ("make", "let") or "full" in right) else None
    near = before["near"] if before else None
    if (
        before is not None
        and re.search(r"\bfrom$", before[0].lower())
        and re.search(r"\b(?:reach|get to|enter|visit|library|access|go)\b", text)
    ):
        near = near or "from"
    core = left[: before.start()].rstrip() if before else left
    if near is None and re.search(r"\b(?:from|leads?|lead) ?$", (before[0] if before else "")):
        near = "from"
    shown = _told(draft, place, core, right, before) if not near else None
    if shown:
        return shown
    joined = f"{core} , {right}" if core and right else core or right
    new = noun_phrase(joined, "put")
    if new is None:
        return None
    beside = bool(near) or bool(re.search(r"\b(?:next to|beside|attached|connected|reach|leads? (?:in)?to|way to|way into|door|from the|get to|go to)\b", joined, re.IGNORECASE))  # fmt: skip
    if new.sort == "place" and beside and re.fullmatch(r"(?:.* )?(?:door|way|path|passage|gate)", new.np):
        return None
    if new.sort == "place" and beside:
        np = re.sub(r"^(?:another|one more|one|the|a new|new|an extra) ", "a ", counted(new.np))
        return called(places.place, draft, np=f"{np} with {new.held}" if new.held else np, t=place.name, asked="yes")
    if near and not everywhere and new.sort != "place":
        return putting._put_in(draft, counted(new.np), place.name, near.lower())
    if new.sort == "place":
        return putting._put_in(draft, counted(new.np), place.name, "in")
    if new.sort == "living" and not new.many:
        return None
    if new.many:
        return _shown_many(draft, [place.id], new)
    return called(matters.scenery, draft, np=f"{counted(new.np)}{' with ' + new.held if new.held else ''}", t=place.name)


_VERBS: Final = frozenset(("hang", "live", "sit", "stand", "sleep", "fly", "swim", "grow", "burn", "lie", "swarm", "nest", "float", "roam", "dance", "play", "sing", "creep", "crawl", "run", "tick", "ring", "glow", "drift", "flutter", "buzz", "wander", "hop", "graze", "lurk", "wait", "bloom", "howl", "shine", "flicker", "march", "rest", "gather", "circle", "chirp", "scurry", "rustle", "echo", "rise", "drip", "flow", "smoke", "steam", "bubble", "cook", "work", "eat", "drink", "read", "fight", "juggle", "sweep", "snore", "bark", "laugh", "cry", "whistle", "hide", "chase", "guard", "watch", "sell", "hum", "spin", "turn", "move"))  # fmt: skip
_SUBJECT: Final = re.compile(rf"^(?:(?:{MANY}) (?:[a-z-]+ ){{0,3}}[a-z-]+|an? (?:[a-z-]+ ){{0,3}}[a-z-]+|[a-z-]+s)$", re.IGNORECASE)


def _told(draft: Draft, place: Thing, core: str, right: str, before: re.Match[str] | None) -> str | None:
    """What goes on in a place, told as it was said: "hundreds of bats hang in the mill", "let bats fly around in the mill"."""
    text = re.sub(r"^(?:(?:please|let|have|make|i want|there should be|there are|there is|maybe|could|can|should|let's|i'd like|i would like)\b[ ,]*)+", "", f"{core} , {right}".strip(" ,.!"), flags=re.IGNORECASE).strip(" ,.")  # fmt: skip
    text = re.sub(r" , ", " ", re.sub(r"^, ", "", text))
    words = text.split()
    for size in range(1, min(7, len(words))):
        subject, verb, rest = " ".join(words[:size]), words[size].lower(), " ".join(words[size + 1 :])
        if verb == "should":
            continue
        subject = re.sub(r" should$", "", subject)
        stem = lemma(verb, "verb")
        if verb.endswith("ing"):
            continue
        if (
            stem not in _VERBS
            or not _SUBJECT.match(subject)
            or re.search(r"\b(?:that|which|who|choice|button|option|you|i|we|way|door|player)\b", subject, re.IGNORECASE)
        ):
            continue
        if rest and (re.search(r"\b(?:you|i|we|that|which|if|when|choice|should)\b", rest, re.IGNORECASE) or len(rest.split()) > 7):
            return None
        subject = re.sub(
            r"^(?:some|a lot of|lots of|loads of|plenty of) ",
            lambda m: "many " if m[0].lower() != "some " else "some ",
            subject,
            flags=re.IGNORECASE,
        )
        many = is_plural(subject) or bool(re.match(MANY, subject, re.IGNORECASE) and not re.match(r"one\b", subject))
        line = sentence(capital(pictorial(f"{subject} {stem if many else third(str(stem))} {rest}".strip())))
        scenes._say(draft, place.id, line if re.search(r"\b(?:here|in|on|at|over|around|from)\b", rest) else line.rstrip(".") + " here.")
        draft.subject = place
        return f"{capital(at(draft, place.id))} one now sees: {line}"
    return None


def happening(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "the castle sways in the wind", "the clocks should run backwards": what a place, or a thing that is seen, does."""
    if len(some) > 1 or any(one.thing.kind != "place" for one in some) or len(text.split()) > 12:
        return None
    bare = re.sub(
        r"^(?:(?:please|maybe|let|have|make|i want|i think|what if|could|can)\b[ ,]*)+", "", text.strip(" .!?,"), flags=re.IGNORECASE
    )
    match = re.match(
        r"(?P<s>(?:the|all the|all|every|some|many|an?) (?:[a-z'-]+ ){1,4}?)(?:should |must |to )?(?:(?P<adv>always|slowly|suddenly|constantly|never) )?(?P<v>[a-z]+)(?P<r>(?: .+)?)$",
        bare,
        re.IGNORECASE,
    )
    while match is not None and (
        lemma(match["v"].lower(), "verb") not in _VERBS | _DEEDS
        or match["s"].split()[-1].lower() in ("should", "must", "to", "that", "who")
    ):
        match = (
            re.match(
                rf"(?P<s>{re.escape(match['s'])}(?:[a-z'-]+ ){{1,3}}?)(?:should |must |to )?(?:(?P<adv>always|slowly|suddenly|constantly|never) )?(?P<v>[a-z]+)(?P<r>(?: .+)?)$",
                bare,
                re.IGNORECASE,
            )
            if len(match["s"].split()) < 5
            else None
        )
    if (
        match is None
        or re.search(r"\b(?:you|i|we|player|choice|if|when|until|that|which|not|no|ending|should)\b", match["r"], re.IGNORECASE)
        or match["adv"] == "never"
    ):
        return None
    subject = re.sub(r" (?:should|must|to)$", "", match["s"].strip())
    stem = str(lemma(match["v"].lower(), "verb"))
    np = re.sub(r"^(?:the|all the|all|every|some|many|an?) ", "", subject, flags=re.IGNORECASE)
    if some and some[0].spoken.lower() == subject.lower():
        keys = naming.same_place(draft.world, some[0].thing.id)
    elif some:
        keys = [some[0].thing.id]
    else:
        keys = [key for key in naming.sightings(draft.world, np) if key in draft.builder.place_of]
        if not keys and is_plural(np) and classify(naming.words(np)[-1])[0] not in ("person", "abstract", "group", ""):
            keys = naming.in_order(draft.world)
    if not keys or naming.find(draft.world, subject, ("person", "player", "foe"), loose=False) is not None:
        return None
    many = is_plural(np) or subject.lower().startswith("all ")
    line = sentence(
        capital(pictorial(f"{subject} {match['adv'] + ' ' if match['adv'] else ''}{stem if many else third(stem)}{match['r']}"))
    )
    done = []
    for key in keys:
        try:
            scenes._say(draft, key, line)
        except Unsure:
            continue
        done.append(key)
    if not done:
        return None
    return f"{'Everywhere' if len(done) > 4 else capital(naming.listed([at(draft, key) for key in done]))} one now sees: {line}"


_DEEDS: Final = frozenset(("sway", "squeak", "creak", "steam", "shake", "tremble", "rumble", "rock", "tilt", "sink", "collapse", "crumble", "blink", "flap", "wave", "point", "hiss", "crackle", "melt", "leak", "sparkle", "shimmer", "fade", "swing", "slam", "rattle", "roar", "freeze", "bloom", "blossom", "crack", "vibrate", "stink", "overflow", "wobble", "bounce", "roll", "slide", "fall", "stop", "breathe", "whisper", "grunt", "croak", "ripple", "splash", "twinkle", "wail"))  # fmt: skip


def _full(draft: Draft, place: Thing, found: re.Match[str]) -> str | None:
    np = found["np"].strip(" .!,")
    if len(np.split()) > 6 or re.search(r"\b(?:you|that|which|should|if|when)\b", np):
        return None
    how = re.search(r"(?:full of|filled with|covered (?:in|with|by)|\w+ (?:with|by)|\w+ in)(?= )", found[0])
    said = re.sub(r"^(?:swarms|teems)", lambda m: {"swarms": "swarming", "teems": "teeming"}[m[0]], how[0]) if how else "full of"
    said = {"with": "full of", "in": "covered in", "be full of": "full of"}.get(said, said)
    said = re.sub(r"^(?:fill|pack|stuff|crowd) with$", "full of", said)
    if looks(np) and np.split()[-1] in ("rain", "snow", "fog", "sun", "night"):
        return None
    many = "are" if naming.many(place.name) else "is"
    for key in naming.same_place(draft.world, place.id):
        scenes._say(draft, key, sentence(capital(pictorial(f"{place.name} {many} {said} {np}"))))
    draft.subject = place
    return f"{capital(place.name)} {many} now {said} {np}"


_FLYING: Final = frozenset(("bat", "bird", "butterfly", "moth", "gull", "parrot", "bee", "fly", "crow", "firefly", "dragonfly", "pigeon", "swallow", "owl", "seagull", "wasp", "raven", "fairy", "dove", "sparrow"))  # fmt: skip
_ALIVE: Final = ("{thing} <thing:sits> near {part}", "around {part} {thing} <thing:moves> about", "{thing} <thing:comes> and <thing:goes> between {part} and {other}")  # fmt: skip
_WINGED: Final = (
    "{thing} <thing:circles> above {part}",
    "{thing} <thing:flits> around {part}",
    "{thing} <thing:sits> in a row along {part}",
)
_STILL: Final = ("{thing} <thing:stands> beside {part}", "close to {part} <thing:is> {thing}", "next to {part} the eye goes to {thing}", "{part} <part:shows> among {thing}")  # fmt: skip


def _shown_many(draft: Draft, keys: list[str], new: New) -> str | None:
    """Several of a kind are seen in places, told of each otherwise."""
    np = re.sub(r"^(?:some more|even more|a lot more|much more|more|the|all|all the|new) ", "", new.np, flags=re.IGNORECASE)
    np = re.sub(r"^(?:lots of|a lot of|plenty of|loads of|tons of) ", "many ", np, flags=re.IGNORECASE)
    phrase = np if re.match(rf"(?:{MANY}|many)\b", np, re.IGNORECASE) else np if new.held == "" and not is_plural(np) else f"some {np}"
    head = naming.words(np)[-1] if naming.words(np) else np
    frames = _WINGED if head in _FLYING else _ALIVE if new.sort == "living" else _STILL
    done = []
    for key in keys:
        builder = draft.builder
        if naming.many(phrase) or is_plural(phrase):
            builder.scenery.plurals.add("thing")
        line = builder.scenery.parted(
            builder.chance.fresh(frames, "mention many"), builder.place_of[key], thing=phrase, thingcap=capital(phrase)
        )
        builder.scenery.plurals.discard("thing")
        try:
            scenes._say(draft, key, line)
        except Unsure:
            continue
        done.append(key)
    if not done:
        return None
    draft.subject = Thing("place", done[0], draft.builder.place_of[done[0]].name) if len(done) == 1 else draft.subject
    where = "in every place" if len(done) > 4 and len(done) >= len(keys) else naming.listed([at(draft, key) for key in done])
    return f"There are now {phrase} {where}" if naming.many(phrase) or is_plural(phrase) else f"There is now {phrase} {where}"


def _scattered(draft: Draft, new: New, *, everywhere: bool) -> str | None:
    """Things without a place: in every one, or in up to three that suit them, where some are seen already first."""
    keys = [key for key in naming.in_order(draft.world) if key in draft.builder.place_of]
    bare = re.sub(rf"^(?:{MANY}|the|an?|new)\b ?", "", new.np, flags=re.IGNORECASE)
    head = naming.words(bare)[-1:] or [bare]
    if classify(head[0])[0] in ("abstract", "event") and head[0] not in _FLYING:
        return None
    if not everywhere:
        have = [key for key in naming.sightings(draft.world, bare) if key in keys]
        open_ = [key for key in keys if draft.builder.place_of[key].air == "open"]
        wild = classify(head[0])[0] in ("creature", "plant")
        keys = list(dict.fromkeys([*have, *(open_ if wild else []), *keys]))[:3]
    if not new.many and not is_plural(new.np):
        return matters.everywhere(draft, counted(new.np)) if everywhere else None
    return _shown_many(draft, keys, new)
