"""Wishes that put something in or take something out: what it is decides what is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import LOSING, Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import endings, inventory, matters, moving, people, phrases, places, ways, whereabouts
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.edits.wishes.table import mention
from makebelieve.worlds.generation.kinds import place_kinds

# --- putting in, taking out --------------------------------------------------------------------------------------------------------------------

_PREPOSITION: Final = re.compile(
    r" (?P<p>in front of|next to|in the middle of|connected (?:to|with)|reachable from|(?:that|which) (?:is |can be )?(?:reached|reachable) from|(?:that |which )?(?:you|the player|one|I) can (?:reach|enter|visit|get to) from|(?:that |which )?(?:opens|leads|branches) off|beside|behind|below|above|under(?:neath)?|near(?: to)?|opposite|off|beyond|outside|inside|into|between|to|in|at|on|of|after|from|by) ",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?P<t>.+?),? (?P<rest>(?:who|that|which|with|containing|to talk to|called|named|and has|selling|wearing|where|full of) ?.*)",
    re.IGNORECASE,
)
_SITES: Final = frozenset(
    ("pool", "pond", "lake", "beach", "kiosk", "pier", "bridge", "cave", "tunnel", "tower", "hut", "camp", "garden", "stage", "field")
)
_NEAR: Final = frozenset(
    ("next to", "beside", "behind", "below", "above", "under", "underneath", "near", "near to", "opposite", "beyond", "in front of")
)
_TO_FIND: Final = re.compile(
    r",? (?:to find|to pick up|to collect|to take|hidden|that (?:you|one|the player|players|i) can (?:find|take|pick up|collect|keep|use)|(?:that|which) (?:can be|is) (?:found|picked up|hidden))\b",
    re.IGNORECASE,
)
_FIXTURES: Final = re.compile(
    r"(?:well|fountain|statue|bench|door|window|fireplace|shelf|shelves|throne|bath ?tub|hot tub|jacuzzi|bath|stove|oven|kennel|(?:dog|doll'?s?|bird) ?house|(?:post|letter|mail)box|sand(?:box|pit)|snowman|scarecrow|sculpture|see-?saw|hammock|merry-go-round|bonfire|hearth|cradle|sink|fish tank|bed|tree|trees|pond|swing|slide|tent|campfire|fire|ladder|table|stall|cupboard|chest|counter|puddle|fence|wall|rug|cage|vending machine|machine|flag|sign|ride|car|boat|rover)$",
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
    if re.search(r" (?:in|on|from|through|of) (?:which|whom) | so that ", text):
        return None
    if match[0].lower().startswith(("make", "have", "i want", "i'd", "i need", "draw", "show", "want")) and re.match(r"(?:the|my) ", text):
        return None
    question: Unsure | None = None
    for at in _PREPOSITION.finditer(text):
        np, where = text[: at.start()], text[at.end() :]
        if re.fullmatch(r"(?:it|this|that)", where, re.IGNORECASE):
            continue
        if looking.EVERYWHERE.fullmatch(where):
            return matters.everywhere(draft, np)
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
    """ "behind the barn there should be a pond", "a toothbrush should lie in the nursery that you can pick up"."""
    if found := _TO_FIND.search(match["t"]):
        fitted = re.fullmatch(r"(?P<np>.+)\n(?P<t>.+)", f"{match['np']}\n{match['t'][: found.start()]}")
        return inventory.find_new(draft, fitted) if fitted else None
    return (
        _put_in(draft, match["np"], match["t"], match[0].split()[0].lower()) if naming.find(draft.world, match["t"], ("place",)) else None
    )


def adding_has(draft: Draft, match: re.Match[str]) -> str | None:
    place = naming.find(draft.world, match["t"], ("place",))
    way = re.fullmatch(rf"(?P<np>an? (?:[a-z]+ )?(?:{ways.WAYS})) (?:in)?to (?P<b>.+)", match["np"], re.IGNORECASE)
    if place and way and (other := naming.find(draft.world, way["b"], ("place",))):
        return ways.join(draft, place, other, way["np"])
    return _put_in(draft, match["np"], match["t"], "in") if place and not looks(match["np"]) else None


def _put_in(draft: Draft, np: str, where: str | None, how: str) -> str | None:
    np = phrases.clean(np)
    if np.count('"') % 2:
        np += '"'
    if (
        not np
        or re.match(r"(?:no|not|less|fewer|an? (?:new )?(?:way|chance|possibility|option)|the way)\b", np, re.IGNORECASE)
        or re.search(
            r"\b(?:ending|mission|quest|task|choice|option|hotkey|goal|objective|lock|locked|name|title|description|sky|mood|look)s?\b",
            np,
            re.IGNORECASE,
        )
    ):
        return None

    def fitted(**fields: str | None) -> re.Match[str]:
        # Readers take a match: their groups are put together here.
        names = [name for name, value in fields.items() if value is not None]
        return re.fullmatch("\n".join(f"(?P<{name}>.+)" for name in names), "\n".join(str(fields[name]) for name in names))  # type: ignore[return-value]

    if where is None and draft.subject is not None and draft.subject.kind == "place":
        where, how = draft.subject.name, how or "in"
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
    if _TO_FIND.search(np) and where and not phrases.is_place(_TO_FIND.sub("", np)):
        bare = _TO_FIND.sub("", np)
        if told := inventory.find_new(draft, fitted(np=bare, t=where)):
            return told
    tries: list[Callable[[], str | None]] = [
        lambda: (
            places.place(
                draft,
                fitted(
                    np=np,
                    t=where,
                    asked="yes"
                    if re.search(r"reach|connect|lead|open|visit", how)
                    or (
                        (how in _NEAR and (phrases.head_of(np) in place_kinds() or phrases.head_of(np) in _SITES))
                        and not phrases.is_living(np)
                    )
                    else None,
                ),
            )
            if not fixture
            else None
        ),
        lambda: people.being(draft, fitted(who=np, t=where)),
        lambda: matters.scenery(draft, fitted(np=np, t=where)),
    ]
    for one in tries:
        if told := one():
            return told
    return None


def removing(draft: Draft, match: re.Match[str]) -> str | None:
    """What is meant is found by its kind: weather, an ending, a place, somebody, a find, something seen."""
    text = phrases.clean(match["t"])
    keep = re.fullmatch(r"(?P<t>.+?),? (?:but|and) (?:keep|leave|save) (?P<k>.+)", text, re.IGNORECASE)
    target = keep["t"] if keep else text
    if looking.EVERYWHERE.fullmatch(target):
        raise Unsure(
            f"Taking out everything would leave no world. Which place, person or ending shall go: {whereabouts.list_places(draft)}?"
        )
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
        if told := matters.thing_gone(draft, target):
            return told
        some = [one.name for one in naming.things(draft.world) if one.kind in ("person", "item")]
        if (
            len(target.split()) < 6
            and not re.search(r"\b(?:choice|lock|key|option|word|mission|ending|step)\b", target)
            and not any(
                target.lower() in str(one.get("label", "")).lower() or target.lower().replace(" ", "_") in one["name"]
                for one in draft.events
            )
        ):
            raise Unsure(
                f"I find no '{target}' here. Which shall go: one of the places ({whereabouts.list_places(draft)}), or {naming.listed(some, 'or') if some else 'an ending'}?"
            )
        return None
    if thing.kind in ("place", "ending"):
        said = places.gone(draft, thing)
        if keep and (item := naming.find(draft.world, keep["k"], ("item",))):
            event = next((one for one in draft.events if item.id in one.get("grants", [])), None)
            if event is None:
                raise Unsure(f"{item.name.capitalize()} would go with {thing.name}. In which other place shall it be found?")
        return said
    if thing.kind == "person":
        return moving.person_gone(draft, thing)
    if thing.kind == "item":
        return inventory.item_gone(draft, thing)
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
