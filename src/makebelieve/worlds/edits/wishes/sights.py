"""Wishes about single things that a place shows: another in its place, another colour, none of them."""

from __future__ import annotations

import re

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import counted
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.scenes import _say, details_of, dress
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural, plural


def moved(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the flour should be in the walled garden": what is only seen in one place is seen in another."""
    np = clean(match["np"])
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    if (
        place is None
        or naming.find(draft.world, np, ("item", "person", "foe", "player", "place"), loose=False) is not None
        or re.match(r"(?:it|there|you|this|that)\b", np)
    ):
        return None
    seen = [(key, line) for key, line in referents.sighted(draft.world, np) if "ending" not in draft.states[key] and key != place.id]
    if not seen or len({re.sub(r"_(?:later|again)$", "", key) for key, _ in seen}) > 1:
        return None
    old = draft.builder.place_of[seen[0][0]].at
    for key, line in seen:
        for state in [draft.states[key], *draft.states[key].get("variants", [])]:
            told = sentences(state["base"])
            state["base"] = " ".join(one for number, one in enumerate(told) if number == 0 or one != line)
    from makebelieve.worlds.edits.wishes.matters import seen_there

    phrase = np if re.match(r"(?:the|an?|some|two|three) ", np) else f"the {np}"
    seen_there(draft, place.id, phrase)
    return f"{capital(phrase)} {'are' if is_plural(phrase) else 'is'} now {at(draft, place.id)}, no longer {old}"


def painted(draft: Draft, match: re.Match[str]) -> str | None:
    """ "paint the walls of the tomb with stars", "decorate the hall with paper flags"."""
    target = clean(match["t"])
    part = re.fullmatch(
        r"(?:the )?(?P<p>walls?|ceiling|floor|doors?|roof|windows?|ground|tables?) (?:of|in|at) (?P<t>.+)", target, re.IGNORECASE
    )
    place = naming.find(draft.world, part["t"] if part else target, ("place",))
    if place is None:
        return None
    verb = {"paint": "painted", "decorate": "hung up", "cover": "spread", "fill": "heaped", "line": "lined up", "hang": "hung up", "strew": "strewn", "draw": "drawn"}.get(match["verb"].lower(), "to be seen")  # fmt: skip
    noun = counted(clean(match["np"]))
    spot = f"all over the {part['p']}" if part else "all over the place"
    _say(draft, place.id, sentence(capital(pictorial(f"{noun} {'are' if is_plural(noun) else 'is'} {verb} {spot}"))))
    draft.subject = place
    return f"{capital(noun)} {'are' if is_plural(noun) else 'is'} now {verb} {spot} {at(draft, place.id)}"


def lacks(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the laundry should not have swans", "no lamps in the temple, only candles"."""
    from makebelieve.worlds.edits.wishes.matters import thing_gone

    place = naming.find(draft.world, clean(match["t"]), ("place",))
    np = re.sub(r"^(?:any|the|so many|all (?:these|those|the)|these|those) ", "", clean(match["np"]))
    if place is None or looks(np):
        return None
    told = thing_gone(draft, f"{np} in {place.name}")
    if told is None:
        # One sentence of the place holds it, but it is the first or names it otherwise.
        head = naming.words(np)[-1:]
        if not head or head[0] not in naming.words(draft.states[place.id]["base"]):
            if not match.groupdict().get("only"):
                raise Unsure(f"There is no {np} {at(draft, place.id)} in what is told. What else shall go there?")
            told = ""
    if only := match.groupdict().get("only"):
        done = dress(draft, place.id, details_of(clean(only)))
        told = f"{told}; " if told else ""
        told += f"one sees {naming.listed(done)} {at(draft, place.id)}"
    draft.subject = place
    return capital(told) if told else None


def wash(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the trees red and yellow in the forest", "all doors should be blue": things of a place look so."""
    where = match.groupdict().get("t")
    place = naming.find(draft.world, where, ("place",)) if where else None
    np, how = clean(match["np"]), clean(match["v"])
    if (
        (where and place is None)
        or len(np.split()) > 5
        or naming.find(draft.world, np, ("place", "person", "foe", "player", "ending"), loose=False)
    ):
        return None
    if not re.fullmatch(
        r"(?:(?:all|much|very|more|bright|dark|light|pale|deep|really) )*[a-z-]+(?:,? (?:and|or) [a-z-]+|, [a-z-]+)*", how
    ) or re.match(r"(?:an?|the)\b", how):
        return None
    if looks(how) and not re.search(r"red|blue|green|yellow|gold|orange|white|black|brown|pink|purple|grey|gray|silver", how):
        return None
    head = naming.words(np)[-1] if naming.words(np) else ""
    keys = [key for key, state in draft.states.items() if head and head in naming.words(state["base"]) and "ending" not in state]
    if place is not None:
        keys = [place.id]
    if not keys or (len(keys) > 3 and place is None):
        return None
    bare = re.sub(r"^(?:the|all|all the|every) ", "", np)
    line = sentence(pictorial(f"the {bare} {'are' if is_plural(bare) else 'is'} {how}"))
    for key in keys:
        _say(draft, key, line)
    draft.subject = Thing("place", keys[0], draft.builder.place_of[keys[0]].name)
    return f"The {bare} {'are' if is_plural(bare) else 'is'} now {how} {naming.listed([at(draft, key) for key in keys])}"


def seen_thing(draft: Draft, match: re.Match[str]) -> str | None:
    """ "swap the cigarette end for a bloody glove": a thing of a scene is another one."""
    np, new = clean(match["t"]), re.sub(r"(?<=\w) (?:that|which|who|whom) .+$", "", clean(match["v"]))
    if re.fullmatch(r"(?:it|this|that|there|they|them|everything|he|she|one|you)\b.*", np, re.IGNORECASE):
        return None
    if re.search(r"\b(?:choice|option|button|ending|mission|objective)s?\b", new):
        return None
    if re.match(r"(?:found|hidden|lying|kept|put|in|on|at|under|behind|moved|next to|near|inside) ", new, re.IGNORECASE):
        return None
    if re.match(r"(?:something|anything|sth)\b", new, re.IGNORECASE):
        seen = referents.sighted(draft.world, np)
        if not seen:
            return None
        raise Unsure(f"What shall {np} {at(draft, seen[0][0])} be instead? Say for example: replace {np} with {_proposal(new)}.")
    if naming.find(draft.world, np, loose=False) is not None:
        return None
    seen = list(referents.sighted(draft.world, np))
    if not seen or len({key for key, _ in seen}) > 3 or len(new.split()) > 8:
        return None
    bare = re.sub(r"^(?:the|an?|that|those|all the) ", "", np, flags=re.IGNORECASE)
    told = new
    if re.fullmatch(r"[a-z-]+", new) and (lemma(new, "noun") is None or lemma(new, "adjective") == new):
        new = f"{new} {re.sub(r'^(?:my|our|his|her|their|this) ', '', bare, flags=re.IGNORECASE)}"  # what is golden stays what it is
    new_bare = re.sub(r"^(?:the|an?|some) ", "", new, flags=re.IGNORECASE)
    spelt = r"[\s-]+".join(re.escape(one) for one in bare.split())
    pattern = re.compile(rf"\b(?P<art>the|an?|some)? ?\b{spelt}(?:e?s)?\b", re.IGNORECASE)
    several = plural(new_bare) if not is_plural(bare) and not is_plural(new_bare) else ""

    def said(one: re.Match[str]) -> str:
        many = several and re.search(rf"{spelt}e?s$", one[0], re.IGNORECASE)  # a heap of machines is one of dishwashers
        return _said(one, several, several) if many else _said(one, new, new_bare)

    done = 0
    for key, line in seen:
        state = draft.states[key]
        made = pattern.sub(said, line)
        if made == line:
            continue
        from makebelieve.worlds.generation.morphology import articles

        made = articles(_numbered(made, new))
        state["base"] = state["base"].replace(line, made)
        for variant in state.get("variants", []):
            variant["base"] = variant["base"].replace(line, made)
        for event in draft.events:
            if event["from"] == [key]:
                for part in ("label", "base", "narration"):
                    if event.get(part):
                        event[part] = pattern.sub(said, event[part])
                if event.get("anchor", {}).get("label") and set(naming.words(bare)) <= set(naming.words(event["anchor"]["label"])):
                    event["anchor"]["label"] = new_bare
        done += 1
    draft.subject = Thing("place", seen[0][0], draft.builder.place_of[seen[0][0]].name)
    return f"{capital(np)} {at(draft, seen[0][0])} {'are' if is_plural(bare) else 'is'} now {told}" if done else None


def _proposal(new: str) -> str:
    return "a jar of eyes" if re.search(r"sinister|scary|creepy|spook|horr|dark", new) else "a red umbrella"


def _said(one: re.Match[str], new: str, bare: str) -> str:
    art = (one["art"] or "").lower()
    if naming.proper(new):
        made = new
    elif art in ("a", "an"):
        made = f"a {bare}" if not is_plural(bare) else bare
    elif art:
        made = f"{art} {bare}"
    else:
        made = new if re.match(r"(?:an?|some) ", new) and one[0][:1].isupper() else bare
    lead = " " if one[0].startswith(" ") else ""
    return lead + (capital(made) if one[0].strip()[:1].isupper() else made)


def _numbered(line: str, new: str) -> str:
    """The verb behind a new subject agrees with it."""
    head = re.escape(re.sub(r"^(?:the|an?|some) ", "", new))
    many = is_plural(re.sub(r"^(?:the|an?|some) ", "", new))

    def agreed(one: re.Match[str]) -> str:
        verb = one["v"]
        swaps = {"is": "are", "has": "have", "was": "were"} if many else {"are": "is", "have": "has", "were": "was"}
        if verb in swaps:
            return f"{one['s']} {swaps[verb]}"
        stem = lemma(verb, "verb")
        if many and stem and verb.endswith("s") and verb != stem:
            return f"{one['s']} {stem}"
        if (
            not many
            and stem == verb
            and classify(verb)[0] in ("", "abstract", "act")
            and verb not in ("in", "on", "at", "by", "with", "of", "to", "near")
        ):
            return f"{one['s']} {third(verb)}"
        return one[0]

    return re.sub(rf"^(?P<s>(?:\w+ )?{head}) (?P<v>[a-z]+)\b", agreed, line, flags=re.IGNORECASE)
