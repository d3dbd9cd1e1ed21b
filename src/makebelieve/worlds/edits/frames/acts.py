"""Smells, and things to do in a place: read from the place that a sentence names and the words around it."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.frames.changes import called
from makebelieve.worlds.edits.frames.mentions import Mention
from makebelieve.worlds.edits.frames.vocabulary import covered, masked, words_of
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import endings, scenes
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural

_SMELL: Final = re.compile(
    r"^(?P<a>.*?)\b(?:smell|smells|smelling|scent|scents|stink|stinks|reek|reeks|whiff|aroma|odou?r)(?: (?:a bit|strongly|faintly|nicely))? (?:of|like) (?P<v>(?:(?!\bin\b|\beverywhere\b|\bto\b|\bfills?\b|,).)+)(?P<b>.*)$",
    re.IGNORECASE,
)
_SMELT: Final = re.compile(
    r"^(?P<a>.*?)\b(?:smell|smells) (?P<v>(?!of\b|like\b|bad\b|good\b|nice\b|funny\b)(?:(?!\bin\b|\beverywhere\b|,).)+)(?P<b>.*)$|^(?P<w>(?:(?!\bcan\b|\x01).)+?) can be (?:smelled|smelt)(?P<c>.*)$",
    re.IGNORECASE,
)


def smell(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "you can smell fresh bread in the mill", "more smell of fresh bread everywhere"."""
    here = [one for one in some if one.thing.kind == "place"]
    if len(here) > 1 or len(some) > len(here):
        return None
    bare = masked(text, some).strip(" .!?")
    match = _SMELL.match(bare) or _SMELT.match(bare)
    if match is None:
        return None
    fields = match.groupdict()
    what = (fields.get("v") or fields.get("w") or "").strip(" ,.")
    rest = " ".join(fields.get(one) or "" for one in ("a", "b", "c"))
    if (
        not what
        or len(what.split()) > 6
        or covered(
            words_of(rest), "put", besides=frozenset(("air", "fills", "fill", "enter", "come", "arrive", "when", "strong", "faint", "nice"))
        )
        is None
    ):
        return None
    if re.search(r"\b(?:no|not|without|less|don't|never|remove)\b", rest, re.IGNORECASE):
        return None
    if here:
        return called(scenes.smells, draft, t=here[0].thing.name, v=what)
    done = []
    for key in [one for one in naming.in_order(draft.world) if one in draft.builder.place_of]:
        place = draft.builder.place_of[key]
        frame = draft.builder.chance.fresh(_SMELLS, "smells")
        try:
            scenes._say(draft, key, draft.builder.scenery.parted(frame, place, what=pictorial(what)))
        except Unsure:
            continue
        done.append(key)
    return f"It now smells of {what} {'everywhere' if len(done) > 3 else naming.listed([at(draft, key) for key in done])}" if done else None


_SMELLS: Final = ("a smell of {what} hangs about {part}", "the air around {part} smells of {what}", "a whiff of {what} comes past {part}", "from somewhere behind {part} comes the smell of {what}", "it smells of {what} here, most of all by {part}")  # fmt: skip


def choice(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "allow singing a song in the mill", "what if you could sing a song in the mill": a thing to do in a place."""
    here = [one for one in some if one.thing.kind == "place"]
    if len(here) > 1 or any(one.thing.kind not in ("place", "player") for one in some):
        return None
    text, some = _without_player(text, some)
    here = [one for one in some if one.thing.kind == "place"]
    bare = masked(text, some).strip(" .!?")
    bare = re.sub(r"[\s,]*\b(?:in|at|on|inside|into|to)\b \x01\d+\x02[\s,:]*", " @ ", bare, count=1)
    bare = re.sub(
        r"^(?:when|while|if|once) (?:you|one|the player|we|i) (?:are|is|am|come|arrive|get|enter)\s*@",
        "@",
        bare.strip(),
        flags=re.IGNORECASE,
    )
    pattern = (
        r"(?:@? ?(?:please |maybe )?(?:what if |why not |how about )?(?:(?:add|offer|include|make|put|give(?: me| us| you| players| people)?|i want|i'd like|i would like|we need|there should be|there is|there could be|have|let there be|new|create)\b ?)*(?:an?|the|another|one more|some)? ?(?:new |extra )?(?P<noun>choice|option|button|action|possibility|chance|opportunity)(?: ?@ ?)?(?:,|:| to| of| for| where you(?: can)?| that lets you| in which you(?: can)?)*"
        r"|@? ?(?:please |maybe )?(?:what if |it would be (?:nice|great|cool|fun) if )?(?:(?:i want|i'd like|i would like|it should be possible|make it possible|it is possible|should be possible)(?: to be able)? to(?: be able to)?|(?:you|one|we|i|players|people) (?:can|could|should be able to|may|might|should|are able to)(?: also)?|(?:let|allow) (?:me|us|you|people|players|one)(?: to)?(?: be able to)?|allow|(?:can|could) (?:i|you|one|we)))"
    )
    match = re.fullmatch(rf"{pattern} (?P<v>[^@]+?) ?@? ?", re.sub(r" +", " ", bare).strip(), re.IGNORECASE)
    if match is None:
        return None
    deed = re.sub(r"^(?:also|then|maybe|to|be able to|please) ", "", match["v"].strip(" ,:"))
    first, _, rest = deed.partition(" ")
    stem = lemma(first.lower(), "verb")
    if stem is None or (not first.lower().endswith("ing") and stem != first.lower()):
        return None
    if not match["noun"] and stem in ("go", "get", "see", "find", "talk", "speak", "ask", "be", "have", "visit", "reach", "enter", "walk", "win", "lose", "die", "start", "smell", "hear", "meet", "put", "add", "make", "need", "play", "return", "come", "know", "want", "like", "save", "build", "change", "remove"):  # fmt: skip
        return None
    if re.search(r"\b(?:should|would|could|can|only|once|again|that|which|if|when|ending)\b", rest):
        return None
    where = here[0].thing.name if here else _where_fits(draft, rest)
    if where is None:
        return None
    told = called(endings.deed, draft, v=f"{stem} {rest}".strip(), t=where)
    return f"{told} (say where else, if you would rather have it there)" if told and not here else told


def _where_fits(draft: Draft, rest: str) -> str | None:
    """The place that shows what a deed is done with."""
    order = [key for key in naming.in_order(draft.world) if key in draft.builder.place_of]
    for word in reversed(naming.words(rest)):
        seen = [key for key in naming.sightings(draft.world, word) if key in order] if lemma(word, "noun") else []
        if seen:
            return draft.builder.place_of[seen[0]].name
    return None


_SOUNDS: Final = re.compile(
    r"^(?:(?:add|put|let there be|there should be|there are|there is|i want|i'd like|we need|have|with|some|please|can (?:you|we) (?:add|have)|one should hear|you (?:can )?hear|(?:you|one|i|we) should (?:be able to )?hear|i want to hear|the sounds? of|sounds? of|a sound of|more)\b ?)*(?P<np>(?:the |an? |some )?(?:[a-z-]+ ){0,2}(?:sirens?|bells?|music|thunder|drums?|drumming|laughter|singing|birdsong|waves|barking|howling|footsteps|whispers|whispering|voices|gulls|crickets|violins?|piano|trumpets?|horns?|applause|chanting|screams?|ticking|hooves|engines?|traffic|church bells?|guitar|accordion))(?: (?P<how>in the (?:distance|background)|far away|from afar|from somewhere|everywhere|somewhere|from next door))?[ .!]*$",
    re.IGNORECASE,
)


_MADE_OF: Final = re.compile(
    r"^(?:(?:please|make|let|i want|what if|it should be that|have)\b ?)*(?:everything|it all|all of it|all things|the whole (?:world|place|game)|all)(?: here)?(?: (?:is|was|were|should be|be|to be|must be|could be))? (?:made|built)(?: out)?(?: entirely| completely)? of (?P<m>[a-z]+(?: [a-z]+)?)[ .!]*$",
    re.IGNORECASE,
)
_OF: Final = ("everything here is made of {m}, even {part}", "{part} <part:is> made of {m}, like all the rest", "{part} and {other} are both made of {m}", "close up, {part} <part:is> plain {m}")  # fmt: skip


def made_of(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "everything is made of bread"."""
    match = _MADE_OF.match(text)
    if match is None or some:
        return None
    for key in [one for one in draft.states if one in draft.builder.place_of]:
        frame = draft.builder.chance.fresh(_OF, "made of").replace("{m}", pictorial(match["m"]))
        draft.builder.feature(key, draft.builder.scenery.parted(frame, draft.builder.place_of[key]))
    return f"Everything is now made of {match['m']}, in every place"


def heard(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "sirens in the distance": heard everywhere, or in the place that is named."""
    if len(some) > 1 or any(one.thing.kind != "place" for one in some):
        return None
    bare = re.sub(r"\s*\b(?:in|at|on|from)\b \x01\d+\x02", "", masked(text, some)) if some else text
    match = _SOUNDS.match(bare.strip(" .!?"))
    if match is None or (not match["how"] and not re.search(r"\b(?:hear|sounds?)\b|^[a-z]+ (?:music|birdsong|singing|drums|bells)$", bare)):
        return None
    keys = (
        naming.same_place(draft.world, some[0].thing.id)
        if some
        else [key for key in naming.in_order(draft.world) if key in draft.builder.place_of]
    )
    what = match["np"]
    far = match["how"] if match["how"] and match["how"].startswith(("in the", "far", "from")) else ""
    for key in keys:
        frame = draft.builder.chance.fresh(_HEARD, "heard")
        draft.states[key]["ambient"] = [
            *draft.states[key].get("ambient", []),
            sentence(capital(frame.format(what=what, far=f" {far}" if far else ""))),
        ]
    bare_np = re.sub(r"^(?:the|an?|some) ", "", what)
    return f"One now hears {bare_np if is_plural(bare_np) else what}{' ' + far if far else ''} {'everywhere' if not some else at(draft, keys[0])}"


_HEARD: Final = ("{what}{far}, now louder, now softer", "{what}{far}, and then again", "again and again {what}{far}", "{what}{far}, when all else is still")  # fmt: skip


def _without_player(text: str, some: list[Mention]) -> tuple[str, list[Mention]]:
    """The text with "you" for the player, and what else it names."""
    for one in some:
        if one.thing.kind == "player":
            shift = 3 - (one.end - one.start)
            text = f"{text[: one.start]}you{text[one.end :]}"
            some = [
                Mention(two.thing, two.start + shift, two.end + shift, two.spoken) if two.start > one.start else two
                for two in some
                if two is not one
            ]
            break
    return text, some
