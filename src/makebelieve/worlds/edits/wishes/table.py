"""Reads one clause: the first wish of `data/wishes.txt` whose words fit and whose names are found is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module, resources
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.clauses import VERBS
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import LOSING, Unsure, World
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import cast, endings, matters, places
from makebelieve.worlds.edits.wishes import looks as looking

Reader = Callable[[Draft, re.Match[str]], str | None]
_FRAGMENTS: Final = {
    "hero": r"(?:you|the players?|players|one|the hero(?:ine)?|me|us|people|everyone|everybody|somebody|I|we|them|nobody)",
    "anyone": r"(?:you|players|one|me|us|people|everyone|somebody|I|we|them|the [a-z]+|[A-Z][a-z]+)",
    "ways": places.WAYS,
    "ends": r"(?:bad|sad|losing|lose|lost|tragic|good|happy|winning|win|best|true|secret|worst)",
}
_WORLD_ONLY: Final = re.compile(r"(?:(?:the |this |my )?(?:world|game|story|adventure)|everything|it all)", re.IGNORECASE)


@cache
def _rows() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    text = resources.files("makebelieve.worlds.edits").joinpath("data/wishes.txt").read_text("utf-8")
    rows: list[tuple[re.Pattern[str], Reader]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, pattern = line.split(" => ", 1)
        module, _, reader = name.partition(".")
        read_ = getattr(import_module(f"makebelieve.worlds.edits.wishes.{module}"), reader)
        rows.append((re.compile(re.sub(r"<<([a-z]+)>>", lambda match: _FRAGMENTS[match[1]], pattern), re.IGNORECASE), read_))
    return tuple(rows)


def read(world: World, clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    """The changed world as a draft, and what was done in a sentence; None where no wish fits. Raises Unsure with a question to ask back."""
    text = spoken_of(clause, subject)
    try:
        whole = _read(world, text, salt, subject)
    except Unsure as asked:
        parts = _parts(world, text, salt, subject)
        if parts is not None:
            return parts
        raise asked
    return whole or _parts(world, text, salt, subject)


def _read(world: World, text: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    question: Unsure | None = None
    for pattern, reader in _rows():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        draft = Draft.of(world, salt, subject)
        try:
            told = reader(draft, match)
        except Unsure as asked:
            question = question or asked
            if reader.__module__.endswith(("dialogue", "endings", "places", "cast")) or reader is matters.lock:
                break
            continue
        if told:
            return draft, told
    if question is not None:
        raise question
    return None


def _parts(world: World, text: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    """ "make the swamp foggier and the tavern cosier": two wishes that share their verb."""
    verb = re.match(rf"(?:{VERBS})\b(?: of| out| up)?", text, re.IGNORECASE)
    for join in re.finditer(r",? and (?:also |then )?|, ", text):
        left, right = text[: join.start()], text[join.end() :]
        if re.match(rf"(?:{VERBS})\b", right, re.IGNORECASE):
            second = right
        elif verb:
            second = f"{verb[0]} {right}"
        else:
            continue
        try:
            first = _read(world, left, salt, subject)
            if first is None:
                continue
            draft, told = first
            draft.settle()
            then = _read(draft.world, spoken_of(second, draft.subject), salt + "&", draft.subject) or _parts(
                draft.world, second, salt + "&", draft.subject
            )
        except Unsure:
            continue
        if then is None:
            continue
        after, told_then = then
        after.settle()
        after.ops = [*draft.ops, *after.ops]
        return after, f"{told}. {told_then}"
    return None


def spoken_of(text: str, subject: Thing | None) -> str:
    """The clause with "it", "her", "that room" said in full, where something was spoken of before."""
    if subject is None:
        return text
    made_so = re.fullmatch(r"(?:make|set|let|have) it (?P<v>.+)", text, re.IGNORECASE)
    wanted = looks(made_so["v"]) if made_so else None
    if wanted and all(one.kind in ("hour", "weather", "season", "style", "view") for one in wanted):
        return text
    if subject.kind == "place":
        text = re.sub(r"\b(?:in )?there$|\bin it$|\bin there\b", f"in {subject.name}", text, flags=re.IGNORECASE)
    living = subject.kind in ("person", "foe", "player")
    words = (
        r"him|her|them|he|she|they|that (?:guy|person|character|man|woman|one|guard|girl|boy)"
        if living
        else r"it|them|that (?:one|thing|place|room|part|scene)|this (?:one|thing|place|room)"
    )
    name = subject.name if subject.kind != "ending" else f"the {subject.name} ending"
    made = re.sub(rf"\b(?:{words})\b(?!['’])", lambda _: name, text, count=1, flags=re.IGNORECASE)
    if living:
        made = re.sub(r"^((?:call|delete|remove|rename|turn|give) )it\b", rf"\1{name}", made, flags=re.IGNORECASE)
    return made


def mention(world: World, text: str) -> Thing | None:
    """The first thing of the world that a remark speaks of."""
    some = text.split()
    for start in range(len(some)):
        for size in range(min(6, len(some) - start), 0, -1):
            phrase = " ".join(some[start : start + size]).strip(",.;:!?")
            if size == 1 and (len(phrase) < 4 or phrase.lower() in ("place", "room", "there", "these", "that", "this", "ending", "places")):
                continue
            try:
                thing = naming.find(world, phrase, loose=False)
            except Unsure:
                continue
            if thing is not None and naming.words(phrase):
                return thing
    return None


# --- wishes that say what something shall be --------------------------------------------------------------------------------------------------


_TEXT: Final = re.compile(
    r"\b(?:narration|description|text|title|subtitle|name|hint|goal|objective|mission|hot ?key|key of|choice|option|button|event|words|label|logline|detail)s?\b",
    re.IGNORECASE,
)
"""Words of what a wish about looks and kinds does not mean."""


def becoming(draft: Draft, match: re.Match[str]) -> str | None:
    return become(draft, match["t"], match["v"])


def making(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the night market dark", "turn the stadium into a roadhouse": where the target ends is found by trying, the longest first."""
    text = match["all"]
    if re.search(
        r"\b(?:hidden|visible|invisible|secret|repeatable|one-?shot|once only|optional|default)$|\b(?:key|hot ?key|button) (?:of|for)\b",
        text,
        re.IGNORECASE,
    ):
        return None
    joined = re.search(r" (?:into|to be|to become|be|become|look(?: like| more)?|feel(?: like| more)?|to look|to feel|seem|to|as) ", text)
    if joined and (told := become(draft, text[: joined.start()], text[joined.end() :])):
        return told
    some = text.split()
    longest: Thing | None = None
    question: Unsure | None = None
    for size in range(len(some) - 1, 0, -1):
        target, value = " ".join(some[:size]), " ".join(some[size:])
        try:
            here = naming.find(draft.world, target, loose=False)
            if longest is not None and here == longest:
                continue  # "the market" where "the market square" was meant
            longest = longest or (here if here is not None and here.kind == "place" else None)
        except Unsure:
            pass
        try:
            if told := become(draft, target, value, guess=size > 1):
                return told
        except Unsure as asked:
            question = question or asked
    if question:
        raise question
    if any(
        naming.find(draft.world, " ".join(some[:size]), ("place", "person", "foe", "player", "ending"), loose=False)
        for size in range(1, len(some))
    ):
        return None  # somebody or some place is meant; what it shall be is not understood
    for size in range(1, len(some)):
        fitted = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f"{' '.join(some[:size])}\n{' '.join(some[size:])}")
        if fitted and (told := matters.glow(draft, fitted)):
            return told
    return None


def become(draft: Draft, target: str, value: str, *, guess: bool = False) -> str | None:
    """`target` is or looks like `value` from now on."""
    if _TEXT.search(target):
        return None
    value = re.sub(
        r"^(?:(?:be|become|get|look|feel|turn|rather be|really be|seem)\b ?)+(?:like |more )?",
        lambda m: "more " if m[0].endswith("more ") else "",
        value.strip(),
        flags=re.IGNORECASE,
    )
    if but := re.fullmatch(r"(?P<v>.+?),? (?:except|besides|other than|but not) (?:for |in |at |on )*(?P<b>.+)", value, re.IGNORECASE):
        target, value = f"{target} except {but['b']}", but["v"]
    elif (
        (inside := re.fullmatch(r"(?P<v>[a-z ,-]+?) (?:in|at|on|inside) (?P<w>.+)", value, re.IGNORECASE))
        and looks(inside["v"])
        and looking.EVERYWHERE.fullmatch(target.strip())
    ):
        target, value = inside["w"], inside["v"]
    if not value or re.fullmatch(
        r"(?:longer|shorter|harder|easier|better|worse|bigger|smaller|hidden|visible|repeatable|locked|unlocked|one-?shot)",
        value,
        re.IGNORECASE,
    ):
        return None
    if wanted := looks(value):
        if re.fullmatch(r"(?:the )?(?:[a-z]+ )?endings?", target.strip(), re.IGNORECASE):
            keys = naming.ending_ids(draft.world, re.sub(r"^(?:the )?|endings?$", "", target.strip()).strip())
        else:
            keys = looking.scope(draft, target) or []
        if keys:
            if wanted[0].kind == "mood" and len(wanted) == 1 and wanted[0].value in ("hot",) and len(keys) == len(draft.states):
                wanted = looks("heat") or wanted
            return looking.show(draft, keys, wanted)
    if looking.EVERYWHERE.fullmatch(target.strip()) or value.split()[0].lower() in ("able", "there", "possible", "from", "if", "when"):
        return None
    thing = naming.find(draft.world, target, ("place", "person", "foe", "player", "item", "goal"))
    if thing is None:
        return _seen_is(draft, target, value)
    if thing.kind == "place":
        if (found := re.fullmatch(r"(?:in|at|on|next to|near) .+", value)) and found:
            return None
        return places.instead(draft, thing, value)
    if thing.kind in ("item", "goal") and (there := re.fullmatch(r"(?:found |hidden |kept )?(?:in|at|on|inside) (?P<t>.+)", value)):
        place = naming.find(draft.world, there["t"], ("place",))
        return matters.move_item(draft, thing, place) if place and thing.kind == "item" else None
    return cast.become(draft, thing, value)


def _seen_is(draft: Draft, target: str, value: str) -> str | None:
    """Something that is only seen in a place is another thing: "the hut on the white plain" -> "a petrol station"."""
    at = re.fullmatch(r"(?P<np>(?:the |that |an? )?[\w' -]+?) (?:in|at|on|of) (?P<t>.+)", target.strip(), re.IGNORECASE)
    value = cast.clean(value)
    if not re.match(r"(?:an?|the|some|two|three) ", value, re.IGNORECASE) or len(value.split()) > 6:
        return None
    np = re.sub(r"^(?:the|that|an?) ", "", at["np"] if at else target.strip(), flags=re.IGNORECASE)
    place = naming.find(draft.world, at["t"], ("place",)) if at else None
    if at and place is None:
        return None
    keys = [key for key in naming.sightings(draft.world, np) if place is None or key in naming.same_place(draft.world, place.id)]
    if not keys:
        if place is not None:
            raise Unsure(
                f"No {np} is seen {looking.at(draft, place.id)}. Shall {place.name} become {value}, or shall {value} be added there?"
            )
        return None
    if len(keys) > 2:
        raise Unsure(
            f"{np.capitalize()} is seen in several places. In which of them shall it be {value}: {naming.listed([looking.at(draft, key) for key in keys], 'or')}?"
        )
    new = re.sub(r"^(?:an?|the|some) ", "", value)
    pattern = re.compile(rf"\b(?P<art>the|an?) (?:[a-z]+ )?{re.escape(np.split()[-1])}\b", re.IGNORECASE)
    for key in keys:
        for event in [draft.states[key], *[one for one in draft.events if one["from"] == [key]]]:
            changed = naming.told_everywhere(event, lambda text: pattern.sub(lambda m: f"{m['art']} {new}", text))
            event.clear()
            event.update(changed)
    return f"{'' if np[:1].isupper() else 'The '}{np} {looking.at(draft, keys[0])} is now {value}"


def giving(draft: Draft, match: re.Match[str]) -> str | None:
    """ "give the apprentice a cat": somebody or something new, wherever the player says."""
    thing = naming.find(draft.world, match["t"], ("player", "place"))
    if thing is None:
        return None
    return _put_in(draft, match["np"], thing.name if thing.kind == "place" else None, "in")


def replacing(draft: Draft, match: re.Match[str]) -> str | None:
    thing = naming.find(draft.world, match["t"])
    value = match["v"]
    if thing is None:
        return _seen_is(draft, match["t"], value)
    if thing.kind == "place":
        return places.instead(draft, thing, value)
    if thing.kind == "person" and not naming.proper(cast.clean(value)):
        called = re.sub(r"^an? ", "the ", cast.clean(value))
        told = cast.call(draft, thing, called)
        again = naming.find(draft.world, called, ("person",))
        if again is not None:
            cast.role(draft, again, cast.clean(value))
        return told
    return cast.call(draft, thing, re.sub(r"^an? ", "the ", value))


replacing_turned = replacing


def found_in(draft: Draft, match: re.Match[str]) -> str | None:
    thing = naming.find(draft.world, match["np"], ("item",))
    place = naming.find(draft.world, match["t"], ("place",))
    return matters.move_item(draft, thing, place) if thing and place else None


# --- putting in, taking out --------------------------------------------------------------------------------------------------------------------

_PREPOSITION: Final = re.compile(
    r" (?P<p>in front of|next to|in the middle of|connected (?:to|with)|reachable from|(?:that|which) (?:is |can be )?(?:reached|reachable) from|(?:that |which )?(?:you|the player|one|I) can (?:reach|enter|visit|get to) from|(?:that |which )?(?:opens|leads|branches) off|beside|behind|below|above|under(?:neath)?|near(?: to)?|opposite|off|beyond|outside|inside|into|between|to|in|at|on|of|after|from|by) ",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?P<t>.+?),? (?P<rest>(?:who|that|which|with|containing|to talk to|called|named|and has|selling|wearing|where|full of) ?.*)",
    re.IGNORECASE,
)
_TO_FIND: Final = re.compile(
    r",? (?:to find|to pick up|to collect|to take|hidden|that (?:you|one|the player|players|i) can (?:find|take|pick up|collect|keep|use)|(?:that|which) (?:can be|is) (?:found|picked up|hidden))\b",
    re.IGNORECASE,
)
_FIXTURES: Final = re.compile(
    r"(?:well|fountain|statue|bench|door|window|fireplace|shelf|shelves|throne|bed|tree|trees|pond|swing|slide|tent|campfire|fire|ladder|table|stall|cupboard|chest|counter|puddle|fence|wall|rug|cage|vending machine|machine|flag|sign|ride|car|boat|rover)$",
    re.IGNORECASE,
)


def adding(draft: Draft, match: re.Match[str]) -> str | None:
    """Something new, by its sort: a place, somebody, something to find, something that is seen."""
    text = (
        re.sub(r",? (?:and )?(?:he|she|they|it) (?:should |can |must |will )?(?=[a-z]+s?\b)", " who ", match["np"].strip(), count=1)
        if re.search(r" (?:in|at|on|near|beside|behind) .*, (?:and )?(?:he|she|they|it) ", match["np"])
        else match["np"].strip()
    )
    if re.match(r"(?:it|him|her|them|me|that|this|the (?:player|game|world|story|text|ending|title|goal))\b", text, re.IGNORECASE):
        return None
    if re.fullmatch(r"(?:an? |some |another )?(?:typo|mistake|error|bug|problem|spelling mistake)s?\b.*", text, re.IGNORECASE):
        return None
    if re.match(r"(?:make|have)\b", match[0], re.IGNORECASE) and not re.match(
        r"(?:an?|another|some|one|two|three|more) ", text, re.IGNORECASE
    ):
        return None
    if not re.match(
        r"(?:an?|another|some|one|two|three|four|five|six|many|several|lots|more|the|my|new|somebody|someone|[A-Z\"]|[a-z-]+s\b)", text
    ):
        return None
    if match[0].lower().startswith(("make", "have", "i want", "i'd", "i need", "draw", "show", "want")) and re.match(r"(?:the|my) ", text):
        return None
    question: Unsure | None = None
    for at in _PREPOSITION.finditer(text):
        np, where = text[: at.start()], text[at.end() :]
        tail = _REST.fullmatch(where)
        for place_text, rest in ((where, ""), *(((tail["t"], tail["rest"]),) if tail else ())):
            try:
                if (
                    naming.find(
                        draft.world,
                        re.sub(
                            r"^(?:the )?(?:basement|cellar|attic|roof|top|back|bottom|middle|end|corner|side|edge|entrance) of ",
                            "",
                            place_text,
                        ),
                        ("place",),
                        loose=False,
                    )
                    is None
                ):
                    continue
                if told := _put_in(draft, f"{np} {rest}".strip(), place_text, at["p"].lower()):
                    return told
            except Unsure as asked:
                question = question or asked
    if question is not None:
        raise question
    loose = [
        one
        for one in _PREPOSITION.finditer(text)
        if one["p"].lower() in ("in", "at", "on", "next to", "inside", "near", "beside", "behind", "to")
    ]
    for at in reversed(loose):
        np, where = text[: at.start()], text[at.end() :]
        known = (
            looking.EVERYWHERE.fullmatch(where) or naming.find(draft.world, where, ("place",)) or naming.ordinal_place(draft.world, where)
        )
        if known and (told := _put_in(draft, np, where, at["p"].lower())):
            return told
    return _put_in(draft, text, None, "")


def adding_first(draft: Draft, match: re.Match[str]) -> str | None:
    return (
        _put_in(draft, match["np"], match["t"], match[0].split()[0].lower()) if naming.find(draft.world, match["t"], ("place",)) else None
    )


def adding_has(draft: Draft, match: re.Match[str]) -> str | None:
    place = naming.find(draft.world, match["t"], ("place",))
    return _put_in(draft, match["np"], match["t"], "in") if place and not looks(match["np"]) else None


def _put_in(draft: Draft, np: str, where: str | None, how: str) -> str | None:
    np = cast.clean(np)
    if not np or re.search(
        r"\b(?:ending|mission|quest|task|choice|option|hotkey|goal|objective|lock|locked|name|title|description|sky|mood|look)s?\b",
        np,
        re.IGNORECASE,
    ):
        return None

    def fitted(**fields: str | None) -> re.Match[str]:
        # Readers take a match: their groups are put together here.
        names = [name for name, value in fields.items() if value is not None]
        return re.fullmatch("\n".join(f"(?P<{name}>.+)" for name in names), "\n".join(str(fields[name]) for name in names))  # type: ignore[return-value]

    if looks(np) and not where:
        return None
    fixture = bool(_FIXTURES.search(re.split(r" (?:with|called|full of) ", np)[0])) and how in (
        "in",
        "at",
        "on",
        "inside",
        "into",
        "to",
        "",
    )
    if _TO_FIND.search(np) and where and not cast.is_place(_TO_FIND.sub("", np)):
        bare = _TO_FIND.sub("", np)
        if told := matters.find_new(draft, fitted(np=bare, t=where)):
            return told
    tries: list[Callable[[], str | None]] = [
        lambda: (
            places.place(
                draft,
                fitted(
                    np=np, t=where, asked="yes" if re.search(r"reach|connect|lead|open|visit", how) and not cast.is_living(np) else None
                ),
            )
            if not fixture
            else None
        ),
        lambda: cast.being(draft, fitted(who=np, t=where)),
        lambda: matters.scenery(draft, fitted(np=np, t=where)),
    ]
    for one in tries:
        if told := one():
            return told
    return None


def removing(draft: Draft, match: re.Match[str]) -> str | None:
    """What is meant is found by its kind: weather, an ending, a place, somebody, a find, something seen."""
    text = cast.clean(match["t"])
    keep = re.fullmatch(r"(?P<t>.+?),? (?:but|and) keep (?P<k>.+)", text, re.IGNORECASE)
    target = keep["t"] if keep else text
    if looking.EVERYWHERE.fullmatch(target):
        raise Unsure(f"Taking out everything would leave no world. Which place, person or ending shall go: {cast._places(draft)}?")
    fitted = re.fullmatch(r"(?P<v>.+?)(?: (?:in|at|on|from) (?P<t>.+))?", target)
    if fitted and (told := looking.without(draft, fitted)):
        return told
    if re.fullmatch(r"(?:the )?(?:choice|option|button|action|mission|quest|hotkey|lock|key)s?\b.*", target, re.IGNORECASE):
        return None
    if kind := re.fullmatch(r"(?:the |all |all the )?(?P<k>[a-z]+(?: over)?) (?P<many>endings?|screen)", target, re.IGNORECASE):
        ids = naming.ending_ids(draft.world, kind["k"])
        if not ids and kind["k"].lower() in LOSING | {"worst"}:
            raise Unsure("There is no losing ending here. Which ending shall go?")
        gone = [
            places.ending_gone(draft, Thing("ending", one, draft.states[one]["ending"].get("title", one)))
            for one in (ids if kind["many"].lower() == "endings" else ids[:1])
        ]
        if gone:
            return ". ".join(gone)
    bare = re.sub(
        r"^(?:the )?(?:thing|bit|part|stuff|puzzle|find|search|business)s? (?:with|about|where you (?:find|get)) ",
        "",
        target,
        flags=re.IGNORECASE,
    )
    bare = (
        re.sub(r"^(?:the )?(?:character|person|place|room|scene|item|object) ", "", bare, flags=re.IGNORECASE)
        if len(bare.split()) > 2
        else bare
    )
    event = next(
        (one for one in draft.events if str(one.get("label", "")).lower() == bare.lower() or one["name"].replace("_", " ") == bare.lower()),
        None,
    )
    if event is not None:
        return None
    thing = naming.find(draft.world, bare, loose=len(naming.words(bare)) > 0 and len(bare) > 4)
    if thing is None:
        return matters.thing_gone(draft, target)
    if thing.kind in ("place", "ending"):
        said = places.gone(draft, thing)
        if keep and (item := naming.find(draft.world, keep["k"], ("item",))):
            event = next((one for one in draft.events if item.id in one.get("grants", [])), None)
            if event is None:
                raise Unsure(f"{item.name.capitalize()} would go with {thing.name}. In which other place shall it be found?")
        return said
    if thing.kind == "person":
        return cast.person_gone(draft, thing)
    if thing.kind == "item":
        return matters.item_gone(draft, thing)
    if thing.kind == "foe":
        raise Unsure(
            f"{thing.name[:1].upper()}{thing.name[1:]} is what stands in the player's way. Shall it be somebody else instead? Say for example: replace {thing.name} with a sleepy guard."
        )
    raise Unsure(
        f"{thing.name[:1].upper()}{thing.name[1:]} is what the story is about. What shall be in its place? Say for example: rename {thing.name} to something else."
    )


def letting(draft: Draft, match: re.Match[str]) -> str | None:
    """ "let the kids pet the owl": the player gets a choice."""
    thing = naming.find(draft.world, match["t"], ("player",))
    return offering(draft, match) if thing is not None else None


def brighter(draft: Draft, match: re.Match[str]) -> str | None:
    keys = looking.scope(draft, match["t"])
    word = {"darken": "dark", "spice": "tense", "warm": "cosy"}.get(match["how"].lower().split()[0], "cheerful")
    return looking.show(draft, keys, looks(word) or []) if keys else None


def offering(draft: Draft, match: re.Match[str]) -> str | None:
    """A choice with words of its own: where it is offered is found by trying."""
    text = match["v"].strip()
    for at in reversed(list(re.finditer(r" (?:in|at|on|inside) ", text))):
        where = text[at.end() :]
        known = re.fullmatch(
            r"(?:the )?(?:end|start|beginning|finish|last (?:room|place|scene)|first (?:room|place|scene))", where, re.IGNORECASE
        )
        if known or naming.find(draft.world, where, ("place",), loose=False):
            fitted = re.fullmatch(r"(?P<v>.+)\n(?P<t>.+)", f"{text[: at.start()]}\n{where}")
            return endings.deed(draft, fitted) if fitted else None
    if len(text.split()) > 10 or re.match(r"(?:not|never)\b", text):
        return None
    thing = mention(draft.world, text)
    key = None
    if thing is not None and thing.kind == "person":
        key = next((one for one, state in draft.states.items() if thing.name in state["base"] and "ending" not in state), None)
    seen = naming.sightings(draft.world, text.split()[-1]) if key is None else []
    key = key or (seen[0] if len(seen) == 1 else None)
    fitted = (
        re.fullmatch(r"(?P<v>.+)\n(?P<t>.+)", f"{text}\n{draft.builder.place_of[key].name}") if key else re.fullmatch(r"(?P<v>.+)", text)
    )
    return endings.deed(draft, fitted) if fitted else None
