"""What may be meant by a sentence that cannot be done whole: requests in plain forms, made of its own words, each of which can be said as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.clauses import polite, spelt
from makebelieve.worlds.edits.coverage import content
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.offers import Works, trying
from makebelieve.worlds.edits.staging import place_of, shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes.phrases import LIVING
from makebelieve.worlds.generation.english import capital

_TRIED: Final = 9
"""Requests that are tried at the most: each costs an edit."""
_CUT: Final = re.compile(
    r"[,;.!]+ (?:and |but |then |so )?|,? (?=(?:who|which|that|where|so that|so|because|if|when|whenever|unless|until|before|after|and|but|or|with|in front of|instead)\b)",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?P<np>(?:an?|some|two|three) (?!bit\b|little\b|lot\b|while\b|way\b)(?:(?!(?:in|at|on|of|to|that|who|which|and|is)\b)[a-z-]+ ){0,3}?(?P<noun>[a-z-]+)(?: (?:of|with an?) [a-z-]+(?: [a-z-]+)?)?)"
    r"(?= (?:in|at|on|under|behind|beside|near|next|to|too|also|please|from|for|that|who|whom|which|and|or|before|when|if|first|is|was|should|must|inside|by|into|around|instead|as|with)\b|[,.;!?]|$)",
    re.IGNORECASE,
)
_GATE: Final = re.compile(
    r"\b(?:if|unless|until|first|before|in exchange|in return|only|needs?|needed|for free|trade|swap|without|lets?|pass|pay|bring|feed|buy|give|unlock\w*|locked)\b",
    re.IGNORECASE,
)
_WORN: Final = re.compile(r"\b(?:wear\w*|give|gets?|has|have|with|carr\w+|dress\w*|put on)\b", re.IGNORECASE)
_DEED: Final = re.compile(r"\b(?:choice|option|be able to|can|could|button|let (?:me|us|you|the player|one)) (?:where (?:you|one|i) can )?(?:to )?(?P<deed>(?!be\b)[a-z]+ [^,.;!?]{3,50})", re.IGNORECASE)  # fmt: skip
_TELLS: Final = re.compile(
    r"\b(?:so that|that|in which|where(?! (?:you|one|the player) (?:win|lose))|and|tell how|say that|by) (?P<what>(?:the|a|an|he|she|it|they|you|everybody|everyone|all|[A-Z]\w+) [^.;!?\"]{6,90})"
)
_TRAIT: Final = re.compile(
    r"\b(?:should|must|shall|to|could) be (?P<how>(?!called|named|in|at|on|an?|the|able)[a-z]+(?: (?!who|that|if|when|so|in|at|on|to)[a-z]+){0,5})"
)
_OTHER: Final = re.compile(r"\b(?:should be|must be|replace|turn|swap|instead|change|be)\b", re.IGNORECASE)
_UNWANTED: Final = re.compile(r"\b(?:instead of|rather than|and not|but not|no more|without) [^,.;!?]*", re.IGNORECASE)
"""What is not to be there."""
_NAME: Final = re.compile(r"\b(?:called|named|name|call(?: (?:him|her|it|them))?) (?P<n>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)")


def proposals(world: World, said: str, works: Works, count: int = 3) -> list[str]:
    """Up to `count` requests that work, those first that carry most of what was said."""
    plain = spelt(said).strip(" .!?")
    wanted = content(plain)
    some = [one for one in dict.fromkeys(_candidates(world, plain)) if one != plain and (content(one) & wanted or plain.startswith(one))]
    some.sort(key=lambda one: -len(content(one) & wanted))
    made: list[str] = []
    for one in some[:_TRIED]:
        if any(content(one) & wanted <= content(before) for before in made) and content(one):
            continue  # nothing that has not been offered
        with trying():
            done = works(one)
        if done:
            made.append(one)
            if len(made) == count:
                break
    return made


def _candidates(world: World, plain: str) -> Iterator[str]:
    named = [one.end for one in mentions(world, plain)]
    for cut in reversed(list(_CUT.finditer(plain))):
        # what would be put nowhere in particular is no part of the wish
        if len(plain[: cut.start()].split()) > 2 and (not named or min(named) <= cut.start()):
            yield polite(plain[: cut.start()])
    yield from _built(world, plain)
    for cut in _CUT.finditer(plain):
        rest = re.sub(r"^(?:and|but|so|so that|or) ", "", plain[cut.end() :])
        if spoken := next((one.thing.name for one in mentions(world, plain) if one.end <= cut.start()), ""):
            rest = re.sub(r"\b(?:him|her|it|them)\b", spoken, rest, count=1)
        if len(rest.split()) > 2:
            yield rest


def _built(world: World, plain: str) -> Iterator[str]:
    some = [one.thing for one in mentions(world, plain)]
    people = [one for one in some if one.kind == "person"]
    endings = [one for one in some if one.kind == "ending"] or _endings(world, plain)
    items = [one for one in some if one.kind == "item"]
    keys = [one.id for one in some if one.kind == "place"] or _seen(world, plain)
    places = [shown_name(world, key) for key in keys]
    here = [place_of(world, key).at for key in keys or [world["entrance"]["state"]]]
    new = [(found["np"], _lives(found["noun"])) for found in _SOME.finditer(_UNWANTED.sub(" ", plain))]
    for word in re.findall(r"[a-z]+", plain.lower()):
        if any(one.kind in ("weather", "season", "hour") for one in looks(word) or []):
            yield f"{word} everywhere"
    if named := _NAME.search(plain):
        for one in some[:2]:
            if one.kind in ("person", "player", "foe", "goal", "place"):
                yield f"rename {one.name} to {named['n']}"
    if quoted := re.search(r"\"([^\"]{2,})\"", plain):
        for one in people:
            yield f'{one.name} should say "{quoted[1]}"'
        for one in endings:
            yield f'the ending "{one.name}" should say "{quoted[1]}"'
    for one in endings[:2]:
        if told := _TELLS.search(plain):
            yield f'the ending "{one.name}" should say "{capital(told["what"].strip(" ,"))}"'
    for np, living in new:
        noun = np.split()[-1]
        if not living and classify(lemma(noun, "noun") or noun)[0] in ("communication", "abstract", "act", "event", ""):
            continue  # nothing that could lie about
        if (
            _GATE.search(plain)
            and not re.search(r"\b(?:called|named)\b", np)
            and (not living or classify(lemma(noun, "noun") or noun)[0] == "creature")
        ):
            yield from (f"{one.name} should only talk to you if you have {np}" for one in people[:2])
            yield from (f"you need {np} to get to {one}" for one in places[:2])
        if not living and _WORN.search(plain):
            yield from (f"{one.name} should wear {np}" for one in some if one.kind in ("player", "person"))
        if _OTHER.search(plain):
            yield from (f"replace {one.name} with {np}" for one in some if one.kind in ("person", "foe", "place"))
        yield from (f"put {np} {one}" for one in here[:2])
        if living:
            yield f"add {np} {here[0]}"
    if trait := _TRAIT.search(plain):
        yield from (f"make {one.name} {trait['how']}" for one in people[:1])
    for one in items[:1]:
        yield from (f"move {one.name} to {place}" for place in places[:2])
    if endings and re.search(r"\b(?:happ|sad|funn|scar|nic|good)[a-z]*\b", plain):
        how = re.search(r"\b(happ|sad|funn|scar)", plain)
        yield from (
            f"make the ending '{one.name}' {how[1] + 'ier' if how and how[1] != 'sad' else 'sadder' if how else 'happier'}"
            for one in endings[:2]
        )
    if not keys:
        yield from (f"{plain} {one}" for one in here[:1])
    if deed := _DEED.search(plain):
        yield f"add a choice to {re.sub(r' (?:in|at|on) (?:the )?[a-z ]+$', '', deed['deed'])} {here[0]}"


def _endings(world: World, plain: str) -> list[Thing]:
    found = re.search(
        r"\b(?P<k>good|happy|winning|best|secret|bad|sad|losing|worst)? ?(?:endings?|end)\b(?: where (?:you|one|the player) (?P<how>wins?|loses?))?",
        plain,
        re.IGNORECASE,
    )
    if found is None:
        return []
    kind = found["k"] or {"win": "winning", "los": "losing"}.get((found["how"] or "win")[:3], "winning")
    return [one for one in naming.things(world) if one.kind == "ending" and one.id in naming.ending_ids(world, kind)]


def _seen(world: World, plain: str) -> list[str]:
    """The ids of the places in whose text a thing stands that a sentence speaks of with "the": "the oven"."""
    nouns = [lemma(one, "noun") for one in re.findall(r"\b(?:the|this|that) (?:[a-z-]+ )?([a-z-]+)\b", plain.lower())]
    return [
        key
        for noun in nouns
        if noun and len(noun) > 2
        for key in naming.in_order(world)
        if re.search(rf"\b{re.escape(noun)}\b", world["scene"]["states"][key]["base"], re.IGNORECASE)
    ]


def _lives(noun: str) -> bool:
    return classify(lemma(noun.lower(), "noun") or noun.lower())[0] in LIVING
