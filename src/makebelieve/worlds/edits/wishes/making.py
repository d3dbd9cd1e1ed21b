"""Wishes that say what something shall be: where its name ends and what it shall be begins is found by trying."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.appearance import _NO_LOOK, QUALITIES
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import identities, inventory, matters, moving, names, phrases, places, whereabouts
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.putting import _put_in, adding
from makebelieve.worlds.generation.english import capital, pictorial, sentence

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
    for size in range(len(some) - 1, 0, -1):
        fitted = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f"{' '.join(some[:size])}\n{' '.join(some[size:])}")
        if size < len(some) - 1 and fitted and (told := tells(draft, fitted)):
            return told
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
    value = re.sub(r",? (?:and )?(?:not|rather than|instead of) (?:in |at |on |the |an? ).+$", "", value)
    if re.match(r"(?:too|so|way too|not)\b", value.strip(), re.IGNORECASE):
        return None  # "Sefa is too friendly" is a remark
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
        old = looks(target)
        if old and all(one.kind in ("weather", "hour", "season") for one in old) and naming.find(draft.world, target, loose=False) is None:
            target = "everything"  # "change the rain to snow"
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
        if naming.ordinal_place(draft.world, value):
            raise Unsure(
                f"Which place comes first or last depends on the ways. Shall it start in {thing.name}, or shall a way lead from {thing.name} to another place?"
            )
        return places.instead(draft, thing, value) or quality(draft, thing, value)
    if thing.kind in ("item", "goal") and (there := re.fullmatch(r"(?:found |hidden |kept )?(?:in|at|on|inside) (?P<t>.+)", value)):
        place = naming.find(draft.world, there["t"], ("place",))
        return inventory.move_item(draft, thing, place) if place and thing.kind == "item" else None
    told = identities.become(draft, thing, value)
    if told is None and not guess and thing.kind in ("foe", "goal", "person", "item"):
        fitted = re.fullmatch(r"(?P<t>.+)\n(?P<v>.+)", f"{thing.name}\n{value}")
        return matters.glow(draft, fitted) if fitted else None
    return told


_EXTENTS: Final = frozenset(["tall", "high", "low", "big", "huge", "large", "small", "tiny", "narrow", "wide", "long", "short", "deep", "steep", "enormous", "gigantic", "vast"])  # fmt: skip
"""What a place is as a whole, and not each thing in it."""


def quality(draft: Draft, thing: Thing, value: str) -> str | None:
    """A place is as an adjective says: "stinky", "old and dusty"."""
    some = re.split(r",? and |, ", re.sub(r"^(?:more|very|really|much|a (?:bit|lot|little)|way|so|all) ", "", value.lower()))
    plain = [lemma(one, "adjective") or (one if re.fullmatch(r"[a-z]+(?:y|ed|ful|ous|ish|able)", one) else "") for one in some]
    if not all(plain) or len(plain) > 3 or set(plain) & _NO_LOOK or any(" " in one for one in some):
        return None
    lines = [QUALITIES.get(one, "") for one in plain]
    for key in naming.same_place(draft.world, thing.id):
        part = draft.builder.scenery.part(draft.builder.place_of[key])
        left = [one for one, line in zip(plain, lines, strict=True) if not line]
        if extent := [one for one in left if one in _EXTENTS]:
            draft.builder.feature(key, sentence(f"{thing.name} {'are' if naming.many(thing.name) else 'is'} {naming.listed(extent)}"))
        said = naming.listed([one for one in left if one not in _EXTENTS] or [""])
        for line in [one for one in lines if one] + ([sentence(f"everything here is {said}, {part} most of all")] if said else []):
            draft.builder.feature(key, line)
    draft.subject = thing
    return f"{capital(thing.name)} {'are' if naming.many(thing.name) else 'is'} now {naming.listed(plain)}"


def tells(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the canteen should smell of fish": told where it stands, as it was said."""
    thing = naming.find(draft.world, match["t"], ("place", "person", "foe", "goal"))
    value = phrases.clean(match["v"])
    first, _, rest = value.partition(" ")
    if re.search(r" (?:an?|the|to|more|in|of|and|so|very)$", match["t"]) or re.search(r" (?:if|when|unless|because) ", value):
        return None
    if thing is None or len(value.split()) > 9 or lemma(first.lower(), "verb") != first.lower() or first.lower() in _NOT_DEEDS:
        return None
    if thing.kind == "place" and first.lower() in (
        "lie",
        "sit",
        "hang",
        "find",
        "can",
        "chat",
        "get",
        "stand",
        "give",
        "hide",
        "come",
        "follow",
        "say",
        "talk",
        "use",
        "read",
        "want",
    ):
        return None
    said = f"{third(first.lower()) if not naming.many(thing.name) else first.lower()} {rest}".strip()
    keys = (
        [thing.id] if thing.kind == "place" else [key for key in whereabouts.seen_at(draft, thing) if "ending" not in draft.states[key]][:1]
    )
    if not keys:
        return None
    draft.builder.feature(keys[0], sentence(pictorial(f"{thing.name} {said}")))
    draft.subject = thing
    return f"{capital(thing.name)} now {said}"


_NOT_DEEDS: Final = frozenset(
    (
        "be",
        "have",
        "in",
        "on",
        "at",
        "to",
        "by",
        "up",
        "down",
        "out",
        "near",
        "start",
        "begin",
        "end",
        "win",
        "lose",
        "go",
        "need",
        "require",
        "lead",
        "cost",
        "take",
        "open",
        "become",
        "give",
    )
)


def _seen_is(draft: Draft, target: str, value: str) -> str | None:
    """Something that is only seen in a place is another thing: "the hut on the white plain" -> "a petrol station"."""
    at = re.fullmatch(r"(?P<np>(?:the |that |an? )?[\w' -]+?) (?:in|at|on|of) (?P<t>.+)", target.strip(), re.IGNORECASE)
    value = phrases.clean(value)
    if re.match(r"(?:it|this|that|they|them|he|she|everything|there)\b", target.strip(), re.IGNORECASE):
        return None
    if not re.match(r"(?:an?|the|some|two|three) ", value, re.IGNORECASE) or len(value.split()) > 6:
        return None
    if naming.find(draft.world, value, ("place",), loose=False):
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
            changed = renaming.told_everywhere(event, lambda text: pattern.sub(lambda m: f"{m['art']} {new}", text))
            event.clear()
            event.update(changed)
    return f"{'' if np[:1].isupper() else 'The '}{np} {looking.at(draft, keys[0])} is now {value}"


def giving(draft: Draft, match: re.Match[str]) -> str | None:
    """ "give the apprentice a cat": somebody or something new, wherever the player says."""
    thing = naming.find(draft.world, match["t"], ("player", "place", "person", "foe"))
    if thing is None:
        return None
    np = (
        re.sub(r"^(an? \w+),? (?:maybe|like|perhaps|for example|such as) (?=an? )", "", match["np"])
        .replace(", in ", " in ")
        .replace(", at ", " at ")
    )
    if thing.kind == "player" and not re.search(r" (?:in|at|on) the ", np):
        np = f"{np} in {draft.builder.place_of[draft.world['entrance']['state']].name}"
    if thing.kind != "place":
        near = (
            next((key for key in whereabouts.seen_at(draft, thing) if "ending" not in draft.states[key]), None)
            if thing.kind != "player"
            else None
        )
        inside = re.search(r" (?:in|at|on|inside) (?P<t>the .+)$", np)
        if near and not (inside and naming.find(draft.world, inside["t"], ("place",))):
            np = f"{np} in {draft.builder.place_of[near].name}"
        fitted = re.fullmatch(r"add (?P<np>.+)", f"add {np}")
        return adding(draft, fitted) if fitted else None
    return _put_in(draft, match["np"], thing.name if thing.kind == "place" else None, "in")


def replacing(draft: Draft, match: re.Match[str]) -> str | None:
    if looks(match["v"]) and (told := become(draft, match["t"], match["v"])):
        return told
    thing = naming.find(draft.world, match["t"])
    value = match["v"]
    if thing is None:
        return _seen_is(draft, match["t"], value)
    if thing.kind == "place":
        return places.instead(draft, thing, value)
    if thing.kind == "person" and not naming.proper(phrases.clean(value)):
        called = re.sub(r"^an? ", "the ", phrases.clean(value))
        told = names.call(draft, thing, called)
        again = naming.find(draft.world, called, ("person",))
        if again is not None:
            names.role(draft, again, phrases.clean(value))
        return told
    return names.call(draft, thing, re.sub(r"^an? ", "the ", value))


replacing_turned = replacing


def found_in(draft: Draft, match: re.Match[str]) -> str | None:
    thing = naming.find(draft.world, match["np"], ("item", "person"))
    place = naming.find(draft.world, re.sub(r",? (?:and )?(?:not|instead of|rather than) .+$|,? instead$", "", match["t"]), ("place",))
    if thing and place and thing.kind == "person":
        return moving.moved(draft, thing, place)
    return inventory.move_item(draft, thing, place) if thing and place else None
