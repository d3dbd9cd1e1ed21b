"""Whether a changed world reads as if somebody had meant it: no words of the wish itself are left in its names and labels."""

from __future__ import annotations

import itertools
import re
from typing import Any, Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.light import hour_named, kind_of
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation.kinds import place_kinds

_WISH: Final = re.compile(
    r"\b(?:should|shall|shouldn't|please|instead of|i want|i'd|we need|must be|let there|make it|makes it|so that it|as an? (?:bad|good|losing|winning) ending|can talk to|gets [a-z]+er|instead$|isn't a|rather than|more like|better$)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"\b(?:is|are|was|has|have|not|no|if|when|because|which|where|that|who|split|need|needs|between|near|hardly|zero|from \w+ to)\b",
    re.IGNORECASE,
)
_BROKEN: Final = re.compile(
    r"\b(?:is|are) (?:that|who|which) [a-z]+s\b|^That (?:you|they|he|she) [a-z]+ |\bnows\b|\b(?:[Tt]he|[Aa]n?) (?:it|every|this|that|these|those|his|her|their|my|your|all|some|into|is|are|and)\b|\b(?:[Tt]he|an?) to\b|\bbes\b|\b[Tt]he one of\b|, (?:he|she|it|they) (?:is|are)[,.]|\b(?:is|are) (?:into|onto)\b|\b(?:is|are) (?:go|fly|be|have|and|to the|to an?|the the|a a)\b|\b(?:the the|a the|the a|an a|a an|the an)\b|(?<!you )\b(?:is|are) away\b|, \.|\b(?:and|or|but|the|an?) ?\.(?=\s|$)|\binstead,|\bcans (?:chat|talk|be|do|go)\b|\.\.(?!\.)"
)


def sane(before: World, after: World, said: str) -> bool:
    """Whether names, labels and prose that are new could stand in a book. Words that were quoted are the author's own."""
    own = set(re.findall(r"[\"'“]([^\"“”]{2,})[\"'”]", said))
    for old, new in _changed(before, after):
        fresh = new if old is None else _added(old, new)
        if any(found[1] in place_kinds() and found[1] not in _seen_before(before) for found in _BESIDE.finditer(fresh)):
            return False  # "behind the square", where there is none
        if any(fresh.strip(" .") and fresh.strip(" .").lower() in one.lower() for one in own):
            continue
        left = _WISH.search(fresh)
        if new.count('"') % 2 and not (old or "").count('"') % 2:
            return False
        if fresh and _VERBS.search(fresh) and _ungrammatical(fresh):
            return False
        if (left and left[0].lower() in said.lower() and not _WISH.search(old or "")) or (
            _BROKEN.search(new) and not _BROKEN.search(old or "")
        ):
            return False
    for key, state in after["scene"]["states"].items():
        title = str(state.get("ending", {}).get("title", ""))
        if re.match(r"(?:in|at|on|with|by|where|that|from) ", title) and title != before["scene"]["states"].get(key, {}).get(
            "ending", {}
        ).get("title"):
            return False
    states = set(after["scene"]["states"]) - set(before["scene"]["states"])
    for key in states:
        if "ending" in after["scene"]["states"][key]:
            continue
        if re.match(r"(?:after|before|when|found|lead|to|in|on|at|with|for|by|from|every|all|more|it|that)_", key) or re.search(
            r"_(?:every|all|after|before|when)_", key
        ):
            return False
        if re.search(
            r"(?:^|_)(?:lot|bit|much|smaller|bigger|larger|shorter|longer|darker|brighter|worse|better|nicer|easier|harder)(?:_|$)|_(?:in|to|at|on|of|with|for|by|from)$",
            key,
        ):
            return False
        if "ending" not in after["scene"]["states"][key] and (len(key.split("_")) > 6 or _NAME.search(key.replace("_", " "))):
            return False
    names = {one for event in after["scene"]["events"] for one in event.get("grants", [])} - {
        one for event in before["scene"]["events"] for one in event.get("grants", [])
    }
    somebody = {
        re.sub(r"\W+", "_", one.name.lower().removeprefix("the ")) for one in naming.things(before) if one.kind in ("person", "foe")
    }
    if any(re.sub(r"^has_", "", one) in somebody for one in names):
        return False
    if any(_item_of_its_own_place(one) for one in names if not one.startswith("spoke_to_")):
        return False
    return not any(_NAME.search(one.replace("_", " ").removeprefix("has ")) or len(one.split("_")) > 7 for one in names)


_BESIDE: Final = re.compile(r"\b(?:behind|beside|next to|opposite|in front of|across from) the ([a-z]{3,})\b")
"""Where something is put, by what it is beside."""


def _seen_before(world: World) -> str:
    """All that a world shows and names, in small letters."""
    states = world["scene"]["states"]
    return " ".join(
        [*states, *(state["base"] for state in states.values()), *(event["base"] for event in world["scene"]["events"])]
    ).lower()


_VERBS: Final = re.compile(r"\b(?:is|are|looks?)\b")


_STUTTER: Final = re.compile(
    r"\b(?:in|at|on|to|from|into) (?:in|at|on|to|from|into)\b(?! (?:the )?(?:which|whom))|\b(?:the|a|an) (?:the|a|an)\b|\b(?:is|are) now (?:in |at )?(?:\.|$)",
    re.IGNORECASE,
)


def readable(reply: str) -> bool:
    """Whether an account of a change is English: two prepositions or articles in a row tell of a wish that was cut at a wrong place."""
    return not _STUTTER.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", reply))


def _ungrammatical(text: str) -> bool:
    """Whether a bare verb stands behind "is", as in "the boards are disappear"."""
    tokens = tag(tokenise(text))
    return any(one.word in ("is", "are", "looks", "look") and following.word in _BARE for one, following in itertools.pairwise(tokens))


_DISAGREE: Final = re.compile(
    r"(?:^|(?<=[.!?] ))(?!You\b|They\b|We\b|I\b)(?:The |An? )?[\w'-]+(?: [\w'-]+)? (?:has|is|wears|holds|carries|sits|stands|lies|waits|walks|runs)\b[^.!?\";:]*? and (?:have|are|do|go|be|wear)\b"
    r"|\bare (?:now )?(?:two|three|four|some|many|several|a few) (?:[a-z-]+ )?[a-z-]+s (?:stand|sit|lie|wait|walk|run|sleep|sing|dance|play|fly|swim|eat|talk|fight|complain|argue|laugh|cry)\b"
    r"|\b(?:[Aa]|[Tt]he|[Ss]ome) (?:thunder|snow|rain)?(?:storm|rain|fog|mist) (?:lies|stands|sits|waits)\b|\bwills (?:only|never|not|be)\b"
    r"|\bis (?:now )?(?:an?|the) (?:[a-z-]+ )?[a-z-]+ (?:stands|sits|lies|waits|walks|runs|sleeps|sings|dances|flies|swims|eats|talks|complains|argues|laughs|cries)\b"
)
"""A verb that does not agree with whom it tells of, or a second one in a sentence that has one."""
_PARTICIPLE: Final = re.compile(r"^(?:Ask|Talk to|Speak to) (?:the )?(?:[\w'-]+ )*?(?P<n>[\w'-]+) (?P<v>[a-z]+ing)\b")


def _misnamed(label: str) -> bool:
    """Whether what somebody is doing was taken into the name: "ask Rosa reading a book"."""
    if re.match(r"Ask (?:the )?[a-z]+ (?:the|an?) .+ a question$", label):  # "the play the critic"
        return True
    found = _PARTICIPLE.match(label)
    return bool(
        found
        and found["n"] != "the"
        and lemma(found["v"], "verb")
        and lemma(found["n"].lower(), "adjective") is None
        and lemma(found["v"], "noun") is None
    )


_BARE: Final = frozenset(["disappear", "vanish", "follow", "help", "tell", "shout", "scream", "fight", "hunt", "chase", "hide", "accompany", "wait", "sit", "run", "swim", "jump", "burn", "live", "go", "come", "fly", "sing", "speak", "appear", "happen", "become", "begin", "bring", "carry", "choose", "die", "eat", "fall", "find", "give", "grow", "know", "leave", "make", "meet", "need", "see", "sell", "send", "take", "tell", "think", "try", "want", "wear", "win", "write", "sleep", "dance", "talk", "walk", "wake", "stand", "explode", "move", "ask", "add", "be", "have", "belong", "stay", "melt"])  # fmt: skip


def _item_of_its_own_place(flag: str) -> bool:
    """Whether what is to be found has words of a wish in its name: "map_for_three_acorns", "gladiators_in_the_school", "midnight"."""
    bare = re.sub(r"^has_", "", flag)
    if re.search(r"_(?:in|at|from)_|_for_(?:one|two|three|four|five|a_few|some)_", bare):
        return True
    head = re.split(r"_(?:of|with|on|for)_", bare)[0].split("_")[-1]
    return (
        classify(lemma(head, "noun") or head)[0] in ("person", "group", "building")
        or head in ("museum", "school", "church", "city", "town", "village", "harbour", "street")
        or hour_named(head) is not None
    )


def _added(old: str, new: str) -> str:
    """What stands in a new text and not in the old one, in its own order."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return new[start : len(new) - end]


def _changed(before: World, after: World) -> list[tuple[str | None, str]]:
    """Texts that differ, each with what it was."""
    made: list[tuple[str | None, str]] = []
    old_events = {one["name"]: one for one in before["scene"]["events"]}
    for key, state in after["scene"]["states"].items():
        made += _texts(before["scene"]["states"].get(key), state, ("base", "narration"))
        made += _texts(before["scene"]["states"].get(key, {}).get("ending"), state.get("ending", {}), ("title",))
    for event in after["scene"]["events"]:
        made += _texts(old_events.get(event["name"]), event, ("label", "base", "narration", "lockedHint"))
    return made


def _texts(old: dict[str, Any] | None, new: dict[str, Any], keys: tuple[str, ...]) -> list[tuple[str | None, str]]:
    made = []
    for key in keys:
        text = new.get(key)
        was = old.get(key) if old else None
        if isinstance(text, str) and text != was:
            made.append((was if isinstance(was, str) else None, text))
    return made


_RESIDUE: Final = re.compile(
    r"[<>{}|]|\b(?:they|thing|part|goal|ally|foe|P):[a-z]|[a-z]{3}[.!?] [a-z]|\b(?!(?:that|had|very|again|bye|knock|ha|no|so|tick|tock|drip|hush|now|there|poor|in|on)\b)([a-z]+) \1\b|\b[a-z]+sss?s\b|,,|\?\.|\.\."
)
"""What no text has: marks of a frame, a sentence that begins small, a word twice, stops in a row."""


_NO_FIND: Final = re.compile(
    r"(?:^|_)(?:player|hero|finds|let|lets|you|get|gets|who|that|which|should|must|can|has)(?:_|$)|_find_|(?<!_to)(?<!_of)(?<!_with)(?<!_on)(?<!_in)(?<!_for)(?<!_from)(?<!_by)(?<!_and)_an?_|(?:^|_)(?:limp|lisp|cough|stutter|accent|temper|smile|grin|frown|voice|fever|headache|habit|fear|birthday)$"
)


def _without_verb(fresh: str, said: str) -> bool:
    """Whether a sentence of the wish's own words has no verb: "The two cases red and the other blue"."""
    wish = set(re.findall(r"[a-z]+", said.lower()))
    for line in sentences(re.sub(r"\"[^\"]*\"", "", fresh)):
        words = re.findall(r"[a-z]+", line.lower())
        if (
            len(words) > 4
            and re.match(r"[A-Z]", line)
            and line.rstrip().endswith(".")
            and sum(one in wish for one in words) * 10 >= len(words) * 6
        ):
            tokens = tag(tokenise(line))
            if not any(one.tag in ("V", "X", "B", "M") or _is_verb(one.word) for one in tokens):
                return True
    return False


def _misquoted(fresh: str, own: str) -> bool:
    """Whether words that were quoted stand in other words: a picture says nothing with "not"."""
    if not own:
        return False
    wish = re.findall(r"[a-z']+", own)
    for quoted in re.findall(r"\"([^\"]+)\"", fresh):
        words = re.findall(r"[a-z']+", quoted.lower())
        if len(words) > 1 and " ".join(words) not in " ".join(wish) and sum(one in wish for one in words) * 2 > len(words):
            return True
    return False


def _is_verb(word: str) -> bool:
    """Whether a word can be a verb here: "wears", "fill"; "red" and "blue" are colours first."""
    base = lemma(word, "verb")
    return bool(base) and (base != word or lemma(word, "adjective") is None)


_PLACED: Final = r"(?:above|under|below|beneath|behind|beside|between|near|over|outside|inside|around|through|across|against|after|before|in|on|at|from|with)_"
"""A place of such a name is a whereabouts that was taken for one."""


def whole(before: World, after: World, said: str) -> bool:
    """Whether what is new reads as whole sentences, its finds are things, and what can be looked at is still there.

    Words that were quoted are the author's own.
    """
    flags = [{flag for one in world["scene"]["events"] for flag in one.get("grants", ())} for world in (before, after)]
    goals = {word for one in naming.things(before) if one.kind == "goal" for word in naming.words(one.name)[-1:]}
    if any(flag.removeprefix("has_") in goals for flag in flags[1] - flags[0]):
        return False  # what the story is about is no find beside itself
    if any(_NO_FIND.search(flag.removeprefix("has_")) for flag in flags[1] - flags[0]) or (
        not re.search(r"\b(?:short\w*|less text|too long|texts?|words|trim\w*|brief\w*|concise)\b", said, re.IGNORECASE)
        and _lost_sight(before, after)
    ):
        return False
    own = " ".join(re.findall(r"[\"'“]([^\"“”]{2,})[\"'”]", said)).lower()
    if any(re.match(_PLACED, key) for key in set(after["scene"]["states"]) - set(before["scene"]["states"])):
        return False
    labels = {str(one.get("label", "")) for one in before["scene"]["events"]}
    if any(_misnamed(one) for event in after["scene"]["events"] if (one := str(event.get("label", ""))) not in labels):
        return False
    for old, new in _changed(before, after):
        fresh = new if old is None else _added(old, new)
        found = _RESIDUE.search(re.sub(r"\"[^\"]*\"", '""', fresh.replace("...", "…")))
        if _without_verb(fresh, said) or _misquoted(fresh, own):
            return False
        if fresh and _DISAGREE.search(fresh) and not _DISAGREE.search(old or ""):
            return False
        if found and found[0].lower() not in own and not _RESIDUE.search(re.sub(r"\"[^\"]*\"", '""', (old or "").replace("...", "…"))):
            return False
    return True


def _lost_sight(before: World, after: World) -> bool:
    """Whether a choice is left over whose thing was told of in its place and is not any more: "look at the net" and no net."""
    states = before["scene"]["states"], after["scene"]["states"]
    old = {one["name"]: one for one in before["scene"]["events"]}
    for event in after["scene"]["events"]:
        was = old.get(event["name"])
        if was is None or was["from"] != event["from"] or was.get("label") != event.get("label"):
            continue
        named = re.findall(r"\b(?:the|a|an) ([a-z-]+(?: [a-z-]+){0,2})$", str(event.get("label", "")))
        seen = [name for name in [*named, str(event.get("anchor", {}).get("label", ""))] if name]
        for name in seen:
            texts = [" ".join(_beyond_light(one[key]["base"]) for key in event["from"] if key in one) for one in states]
            if name.lower() in texts[0] and name.lower() not in texts[1] and texts[1]:
                return True
    return False


def _beyond_light(base: str) -> str:
    """What a scene tells beside its light and its weather, which may fall on one thing as well as on another."""
    return " ".join(one for one in sentences(base) if kind_of(one) is None).lower()
