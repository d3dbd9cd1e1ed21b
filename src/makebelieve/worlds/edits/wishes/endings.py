"""Wishes about endings, choices and how hard it is."""

from __future__ import annotations

import itertools
import re
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import LOSING, Unsure, slug
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes.looks import at, show
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.english import capital, fill, pictorial, sentence
from makebelieve.worlds.generation.morphology import PRONOUNS

_LOSE: Final = frozenset([*LOSING, "loss", "defeat", "die", "dies", "fail", "over", "worst", "game over", "lost", "death"])
_BAD: Final = re.compile(
    r"\b(?:die|dies|dead|lose|loses|lost|fails?|caught|eaten|drown\w*|trapped|forever alone|falls?|killed|arrested|fired|angry|destroy(?:s|ed)?|breaks?|broken|smash(?:es|ed)?|burns?(?! (?:brightly|again))|burnt|burned|starves?|freezes?|poisoned|crash(?:es)?|collapses?|ruined|spoiled|spoilt|melts?|goes wrong|vanish(?:es)?|explodes?|sinks?|too late|never|prison|jail)\b",
    re.IGNORECASE,
)


def feel(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the ending sadder", "make the good ending happier"."""
    thing = match["k"] or ""
    wanted = looks(re.sub(r",? (?:instead of|rather than|not) .+$", "", match["v"]))
    if not wanted:
        return None
    kind = re.sub(r"^(?:the|that|my) ", "", thing.strip(), flags=re.IGNORECASE)
    keys = (
        naming.ending_ids(draft.world, kind)
        if kind not in ("every", "all", "all the")
        else [key for key, one in draft.states.items() if "ending" in one]
    )
    if not keys:
        found = naming.find(draft.world, kind, ("ending",))
        keys = [found.id] if found else []
    if not keys:
        raise Unsure(f"Which ending do you mean: {_endings(draft)}?")
    return show(draft, keys, wanted)


def _endings(draft: Draft) -> str:
    ends = [one for one in naming.things(draft.world) if one.kind == "ending"]
    return naming.listed([f"'{one.name}' ({'wins' if one.about == 'win' else 'loses'})" for one in ends], "or") if ends else "there is none"


def _ending(draft: Draft, phrase: str) -> Thing | None:
    kind = re.fullmatch(r"(?:the )?(?P<k>[a-z ]*?) ?(?:ending|end screen|end)?", phrase.strip(), re.IGNORECASE)
    if kind:
        ids = naming.ending_ids(draft.world, kind["k"]) if kind["k"] or "ending" in phrase else []
        found = [one for one in naming.things(draft.world) if one.kind == "ending" and one.id in ids]
        if found:
            return found[0]
    return naming.find(draft.world, re.sub(r"\bending\b", "", phrase, flags=re.IGNORECASE), ("ending",))


def title(draft: Draft, match: re.Match[str]) -> str | None:
    thing = _ending(draft, match["k"])
    new = clean(match["v"])
    if thing is None:
        return None
    if looks(new):
        return None
    draft.states[thing.id]["ending"]["title"] = capital(new)
    return f"The ending '{thing.name}' is now titled '{capital(new)}'"


def says(draft: Draft, match: re.Match[str]) -> str | None:
    """The last words of an ending, or what happens in it."""
    thing = _ending(draft, match["k"])
    if thing is None:
        return None
    quoted = bool(re.match(r"[\"'“]", match["v"].strip()))
    raw = match["v"].strip().strip("\"'“” ") if quoted else clean(match["v"])
    new = sentence(capital(raw))
    state = draft.states[thing.id]
    old = state["ending"].get("subtitle")
    state["ending"]["subtitle"] = new
    if state.get("narration") in (old, None, ""):
        state["narration"] = new
    if not quoted:
        seen = sentence(capital(pictorial(raw)))
        state["base"] = f"{seen} {state['base']}" if len(state["base"]) + len(seen) < 1200 else state["base"]
    return f"The ending '{thing.name}' now says: {new}"


def tells(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the radio should be broken for good in the worst ending"."""
    thing = _ending(draft, match["k"])
    if thing is None:
        return None
    what, how = clean(match["t"]), clean(match["v"])
    text = (
        f"{what} {'are' if re.search(r's$', what.split()[-1]) and not what.split()[-1].endswith('ss') else 'is'} {re.sub(r'^be ', '', how)}"
        if re.match(r"be ", how)
        else f"{what} {third(how)}"
    )
    state = draft.states[thing.id]
    new = sentence(capital(text))
    old = state["ending"].get("subtitle")
    state["ending"]["subtitle"] = new
    if state.get("narration") in (old, None, ""):
        state["narration"] = new
    state["base"] = f"{sentence(capital(pictorial(text)))} {state['base']}"
    return f"In the ending '{thing.name}', {text} now"


_ADVERBS: Final = re.compile(
    r"(?:always|often|never|sometimes|usually|constantly|secretly|only|really|just|also|still|even|already|quietly|loudly|slowly|happily|suddenly|finally|simply|rarely)"
)


def third(verb: str) -> str:
    """A deed as one does it: "bark and lick their faces" -> "barks and licks their faces"."""
    if " and " in verb:
        verb = _coordinated(verb)
    first, _, rest = verb.partition(" ")
    if rest and first == "not":
        return f"hardly {third(rest)}"  # a picture shows what there is
    if rest and _ADVERBS.fullmatch(first):
        return f"{first} {third(rest)}"
    stem = lemma(first, "verb") or first
    made = (
        {"be": "is", "have": "has"}.get(first, first)
        if stem != first or first in ("be", "have")
        else first[:-1] + "ies"
        if re.search(r"[^aeiou]y$", first)
        else first + ("es" if re.search(r"(?:sh|ch|x|z|ss|o)$", first) else "s")
    )
    return f"{made} {rest}".strip()


def _coordinated(deed: str) -> str:
    """ "bark and lick their faces" -> "bark and licks their faces": only the first verb is left as it is."""
    tokens = tag(tokenise(f"they {deed}"))
    made, at = deed, 0
    for one, following in itertools.pairwise(tokens):
        if (
            one.tag == "C"
            and (following.tag == "V" or following.word in ("have", "be", "do"))
            and (found := re.search(rf"\b{re.escape(one.written)} {re.escape(following.written)}\b", made[at:]))
        ):
            verb = third(following.written)
            made = made[: at + found.start()] + f"{one.written} {verb}" + made[at + found.end() :]
            at += found.start() + len(verb)
    return made


def new(draft: Draft, match: re.Match[str]) -> str | None:
    """A further ending: what happens in it, and the choice of the last place (or the one that is named) that leads to it."""
    fields = match.groupdict()
    deed, where = fields.get("if"), fields.get("t")
    happens = clean(fields.get("v") or "")
    kind_word = (fields.get("k") or "").strip().lower()
    kind_word = re.sub(r"^(?:second|third|new|another|extra|different|alternative|more|an?|one more) ?", "", kind_word).strip()
    losing = kind_word in _LOSE or kind_word.startswith(("los", "die", "dy", "fail")) or (not kind_word and bool(_BAD.search(happens)))
    key = None
    if where:
        thing = naming.find(draft.world, where, ("place",))
        if thing is None:
            raise Unsure(
                f"There is no place '{clean(where)}' here. From which place shall the new ending be reached: {list_places(draft)}?"
            )
        key = thing.id
    label = ""
    if deed:
        label = _deed(clean(deed))
        someone = next(
            (
                one
                for one in naming.things(draft.world)
                if one.kind in ("person", "foe") and set(naming.words(one.name)) & set(naming.words(deed))
            ),
            None,
        )
        if key is None and someone:
            key = next(
                (
                    one
                    for one, state in draft.states.items()
                    if re.sub(r"^the ", "", someone.name) in state["base"] and "ending" not in state
                ),
                None,
            )
        place = (
            naming.find(draft.world, re.sub(r"^.*\b(?:in|at|on|to|enter|into|off|from) (?:the )?", "", deed), ("place",))
            if key is None and re.search(r"\b(?:in|at|on|to|enter|into|off|from) ", deed)
            else None
        )
        key = place.id if place else key
        if key is None:
            raise Unsure(f"In which place can one {label[:1].lower()}{label[1:]}: {list_places(draft)}?")
    if happens and len(happens.split()) < 3:
        raise Unsure(
            f"What happens in the ending about {happens}? Say for example: add an ending where the guard falls in love with the baker."
        )
    if key is None and (when := re.search(r"(?:when|while|as|after|if|by) (?:you |the player )?(?P<c>[a-z]+ing .+|you .+)$", happens)):
        from makebelieve.worlds.edits import referents

        event = referents.choice(draft.world, when["c"])
        key = event["from"][0] if event is not None else None
    if key is None and happens:
        key = naming.last_place(draft.world)
    if key is None:
        raise Unsure(f"From which place shall the new ending be reached, and what happens in it: {list_places(draft)}?")
    return _grown(draft, key, losing, happens, label, clean(fields.get("n") or ""))


def _deed(text: str) -> str:
    bare = re.sub(r"^(?:you|the player|they|one|we|people|the \w+) (?:can |could |may )?", "", text, flags=re.IGNORECASE)
    head, _, rest = bare.partition(" ")
    return capital(f"{lemma(head.lower(), 'verb') or head} {rest}".strip())


def _of_player(builder: Builder, happens: str) -> str:
    """What happens to "you", as it is seen: "you drown" -> "Noir drowns"."""
    said = re.sub(r"\byour\b", "their", happens)
    found = re.match(r"(?:you|the player) (?P<v>[a-z]+)\b(?P<rest>.*)$", said, re.IGNORECASE)
    who = builder.scenery.seen["P"]
    if found:
        verb = (
            {"are": "is", "have": "has"}.get(found["v"].lower(), third(found["v"].lower()))
            if "P" not in builder.scenery.plurals
            else found["v"]
        )
        said = f"{who} {verb}{found['rest']}"
    return re.sub(r"\byou\b", who, said)


def _titled(happens: str) -> str:
    """The heading of an ending in which something happens: its first few words, cut where they make sense."""
    bare = re.sub(r"^(?:the player|you) ", "", happens)
    parts = re.split(r"(?<=\w) (?=with |and |because |so |while |when |who |that |where |in |at |on |but )|, ", bare)
    made = parts[0]
    if len(made.split()) < 3 and len(parts) > 1:
        made = f"{made} {parts[1]}"
    made = " ".join(made.split()[: 9 if len(made.split()) < 10 else 7])
    return re.sub(r"(?: (?:to|of|the|an?|and|in|on|at|with|for|his|her|their))+$", "", made)


def _to_end(draft: Draft, happens: str) -> str:
    """What is chosen so that something happens in the end: "Stay behind with your plants", "Let the guard go"."""
    tokens = tag(tokenise(happens))
    at_ = next((n for n, one in enumerate(tokens) if n and one.tag in ("VS", "V", "VD", "X")), None)
    if at_ is None:
        return ""
    verb = tokens[at_]
    if (verb.tag == "X" and verb.word in ("do", "does", "did")) or re.search(r"n't\b|\bnot\b", happens):
        return ""
    start = happens.lower().find(verb.written.lower())
    who, rest = happens[:start].strip(), happens[start + len(verb.written) :].strip()
    stem = {"is": "be", "are": "be", "has": "have"}.get(verb.word, lemma(verb.word, "verb") or verb.word)
    rest = re.sub(
        r"(?<= and )(?P<v>[a-z]+s)\b|^and (?P<w>[a-z]+s)\b", lambda one: lemma(one[0].split()[-1], "verb") or one[0], f" {rest}"
    ).strip()
    rest = re.split(r"(?:^|,? )and (?=(?:the|an?|it|he|she|they|you|everybody|everyone) )", rest)[0]
    mine = re.fullmatch(r"you|the player|one|we", who, re.IGNORECASE) or naming.find(draft.world, who, ("player",), loose=False) is not None
    if mine and stem != "be":
        return capital(f"{stem} {re.sub(r'^(?:his|her|their)(?= )|(?<= )(?:his|her|their)(?= )', 'your', rest)}".strip())
    return "" if stem == "be" or not who else capital(f"let {who} {stem} {rest}".strip())


def _grown(draft: Draft, key: str, losing: bool, happens: str, label: str, name: str) -> str:
    if "ending" in draft.states[key]:
        raise Unsure(
            f"'{draft.states[key]['ending'].get('title', key)}' is an ending itself. From which place shall the new one be reached: {list_places(draft)}?"
        )
    builder = draft.builder
    place = builder.place_of[key]
    row = "lose" if losing else "win"
    # Frames for goals of some nature only are left out where nothing else is known of the goal.
    rows = tuple(
        one
        for one in builder.goal_row.items(row)
        if not one.startswith("(") and not re.search(r"\{(?:whole_)?deed(?:ing)?\}", one, re.IGNORECASE)
    ) or ("It is over::So that is how it ends.::{P} <P:stands|stand> by {part}, and everything is still",)
    title_, subtitle, pixels = (builder.scenery.chosen(piece.strip()) for piece in builder.scenery.pick(rows, f"ending {row}").split("::"))
    words = builder.words() | {"place": place.name, "placecap": place.cap}
    taken = {one["ending"].get("title") for one in draft.states.values() if "ending" in one}
    shown = False
    if happens:
        title_ = capital(name or _titled(happens))
        label = label or _to_end(draft, happens)
        subtitle = sentence(capital(happens))
        shown = not re.search(r"n't\b|\b(?:not|never|no)\b", happens)  # a picture cannot show what does not happen
        pixels = pictorial(_of_player(builder, happens)) if shown else pixels
    elif name:
        title_ = capital(name)
    elif title_ in taken:
        title_ = (
            next((one for one in ("It ends badly", "Too far", "Lost") if one not in taken), title_)
            if losing
            else next((one for one in ("It ends well", "Another way home") if one not in taken), title_)
        )
    seen = sentence(capital(pixels)) if shown else builder.scenery.parted(pixels, place, **words)
    parts = [seen, builder.scenery.light(place, builder.at_hour(3)), *builder.scenery.sky(place, builder.at_hour(3))]
    made = builder._ended(
        slug(title_)[:40].strip("_"), place, row, title_, builder.scenery.narrate(subtitle, **words) if not happens else subtitle, parts
    )
    verb = label or (
        f"Let it end here: {title_[:1].lower()}{title_[1:]}" if happens else "Turn away from it all" if losing else "Choose another way"
    )
    base = builder.scenery.pixels("{P} <P:takes|take> one long breath, and the frame closes in", **words)
    builder.event("transition", key, verb, base, fill("You have made up your mind.", {}), to=made)
    draft.name(draft.events[-1], f"to_{made}")
    return f"Added {'a losing' if losing else 'a winning'} ending '{title_}', reached {at(draft, key)} by '{capital(verb)}'"


# --- choices ---------------------------------------------------------------------------------------------------------------------------------


def deed(draft: Draft, match: re.Match[str]) -> str | None:
    """A new choice that returns to where it is made."""
    fields = match.groupdict()
    text = re.sub(r" (?:somewhere|anywhere|someplace|at some point|somehow|at any time)$", "", clean(fields["v"]))
    where = fields.get("t")
    if where and re.fullmatch(r"(?:the )?(?:end|last (?:room|place|scene)|finish)", where, re.IGNORECASE):
        key = naming.last_place(draft.world)
    elif where and re.fullmatch(r"(?:the )?(?:start|beginning|first (?:room|place|scene))", where, re.IGNORECASE):
        key = draft.world["entrance"]["state"]
    elif where:
        thing = naming.find(draft.world, where, ("place",))
        if thing is None:
            return None
        key = thing.id
    else:
        raise Unsure(f"In which place shall one be able to {text}: {list_places(draft)}?")
    if len(text.split()) > 12 or "ending" in draft.states[key]:
        return None
    builder = draft.builder
    label = capital(text)
    body = re.sub(r"\b(?:my|your)\b", PRONOUNS[builder.scenery.player.pronoun][2], text)
    head, _, rest = body.partition(" ")
    stem = lemma(head.lower(), "verb") or head.lower()
    many = "P" in builder.scenery.plurals
    verb = stem if many else third(stem)
    acts = f"{builder.scenery.seen['P']} {verb} {rest}".strip()
    base = (
        sentence(pictorial(f"{acts}; {builder.scenery.stir(builder.place_of[key])}"))
        if builder.place_of[key].entry.items("stir")
        else sentence(pictorial(acts))
    )
    made = builder.event(
        "override",
        key,
        label,
        base,
        f"You {stem} {rest}.".replace(" .", "."),
    )
    draft.subject = Thing("choice", made["name"], f"'{label}'")
    return f"One can now {text} {at(draft, key)}"


def harder(draft: Draft, match: re.Match[str]) -> str | None:
    """How hard it is has several sides: asked back with what can be done here."""
    # What somebody knows ("what was seen last") is neither laid anywhere nor a key.
    items = [one for one in naming.things(draft.world) if one.kind == "item" and not re.match(r"(?:the )?(?:what|where|who|how|when|why|names?|place)\b", one.name)]  # fmt: skip
    order = naming.in_order(draft.world)
    open_ = [key for key in order[1:] if not any(one.get("requires") for one in draft.events if one.get("to") == key)]
    open_ = [key for key in open_ if key in draft.builder.place_of]
    foe = draft.world.get("metadata", {}).get("understood", {}).get("foe", "the guard")
    some = []
    if open_:
        some.append(f"lock {draft.builder.place_of[open_[-1]].name} with {items[-1].name if items else 'a silver key found at the start'}")
    some.append(f"add a bad ending if you wake {foe} {at(draft, order[min(2, len(order) - 1)])}")
    if items:
        some.append(f"hide {items[0].name} in {draft.builder.place_of[order[-1]].name}")
    raise Unsure(f"What shall be harder? Say for example: {naming.listed(some, 'or')}.")


def easier(draft: Draft, match: re.Match[str]) -> str | None:
    locked = [one for one in draft.events if one.get("requires") and one.get("to") in draft.builder.place_of]
    some = [f"unlock {draft.builder.place_of[one['to']].name}" for one in locked[:2]]
    losing = naming.ending_ids(draft.world, "losing")
    if losing:
        some.append("take out the losing ending")
    raise Unsure(f"What shall be easier? Say for example: {naming.listed(some or ['add a way from the start to the last room'], 'or')}.")
