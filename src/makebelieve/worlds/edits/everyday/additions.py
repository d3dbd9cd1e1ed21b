"""Something new beside, on or under what is there, and what it does: "a bicycle that leans against the statue", "a bench next to the letter box"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import known
from makebelieve.worlds.edits.everyday.spots import LEVEL, LEVELS, PREPOSITION, Spot, last_spot, open_place, plainly_seen, spot
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import endings, matters, people, scenes
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import NOT_THINGS, clean, is_living, is_place
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import is_plural

_ADD: Final = re.compile(
    r"(?:(?:please )?(?:add|put|place|include|set|stand|lay|hang|stick|have|I (?:want|would like|need)(?: to (?:have|see))?|there (?:is|are|should be|could be|must be|should also be|could also be)(?: also)?|let there be|we need|can (?:we|you|I) (?:have|add)|how about|what about|show) )"
    r"(?P<np>(?:an?|another|some|two|three|four|five|several|many|a few|lots of) .+)",
    re.IGNORECASE,
)
_DOES: Final = re.compile(
    rf"(?P<np>.+?)(?:,? (?:that|which|who) (?:is |are )?(?P<v>[a-z]+)|,? (?P<ing>[a-z]+ing))(?P<rest>(?: (?:all |quietly |always |happily |slowly |alone |up |down |out |around )*(?:{PREPOSITION}) .+)?)",
    re.IGNORECASE,
)
_LEVELLED: Final = re.compile(rf"(?P<a>.+?),? (?P<l>{LEVEL})(?P<b> .+)?", re.IGNORECASE)
_RESTS: Final = frozenset(("lean", "stand", "lie", "sit", "sleep", "hang", "wait", "rest", "float", "grow", "burn", "glow", "tick", "lurk", "perch", "doze", "snore", "watch", "swim", "crawl", "fly", "sway", "shine", "flicker", "park", "nest", "hide", "climb", "play", "dance", "sing", "purr", "drip", "smoke", "steam", "whistle", "squeak", "creak", "hum", "roar", "bark", "meow", "graze", "roll", "run", "circle", "hop", "jump", "walk", "wander"))  # fmt: skip
"""Verbs of what can be seen or heard of a thing in a scene."""

_STATED: Final = re.compile(
    rf"(?:let |have |I want |make )?(?P<np>(?:the|an?|some|two|three) [\w' -]+?) (?:to |should |must |could )?(?P<v>[a-z]+) (?P<p>{PREPOSITION}) (?P<t>.+)",
    re.IGNORECASE,
)
_USED: Final = re.compile(
    r"(?P<np>(?:an?|another|some|two|three) [\w' -]+?)(?P<t> (?:in|at|on|to|near|next to|beside|behind|by|outside) (?:the|my|our|[A-Z])[\w' -]*?)?,? (?:that |which )?(?:you|I|we|one|she|he|they|the (?:(?!that |which |who )[\w'-]+ )+?(?=can|could|may|should))(?:(?<= )| )(?:can|could|may|should be able to) (?P<v>[a-z]+)(?: (?P<q>on|in|with|under|behind|through|at)| it| them)?(?P<w> (?:in|at|on|near|next to|beside|behind) .+)?",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(
    rf"(?P<np>[\w' -]+?),? (?P<p>{PREPOSITION}) (?P<t>the [\w' -]+?),? (?P<d>(?:who|that|which) .+)", re.IGNORECASE
)
_NOBODY: Final = re.compile(
    r",? (?:that |which )?(?:nobody|no one|everybody|everyone|somebody|people) (?:ever |always |never )?[a-z]+s?(?: any ?more| to play)?(?= (?:in|at|on|next to|beside|near) |$)",
    re.IGNORECASE,
)
"""What is said of a thing and cannot be seen: "an old piano nobody plays"."""
_OVER: Final = re.compile(
    r"(?P<np>an? (?:[a-z]+ )?(?:bridge|footbridge|plank|rope|arch|rainbow|walkway)) (?P<p>over|across) (?P<t>the .+)", re.IGNORECASE
)
_VIEW: Final = re.compile(
    r"(?P<np>an? (?:[a-z]+ ){0,2}(?:window|porthole|hole|telescope|screen|mirror|gap|skylight|picture|painting|poster)) (?:in|at|on) (?P<t>the [\w' -]+?),? (?:where|through which|from which|in which|that|which)(?: (?:you|one|we|I)(?: can| could)? (?:see|look at|watch)s?| shows?) (?P<x>.+)",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    rf"(?P<l>(?:{PREPOSITION}) the [\w' -]+?),? (?:there (?:is|are|should be|could be|should also be)(?: also)?|(?:please )?(?:add|put|place)|I (?:want|would like)) (?P<np>(?:an?|another|some|two|three) .+)",
    re.IGNORECASE,
)
_CLUE: Final = re.compile(
    r"(?:an?|another|some|one more) (?:[a-z]+ )?(?:clues?|hints?|traces?|tips?|evidence|proof)\b(?P<rest>.*)", re.IGNORECASE
)


def read(draft: Draft, text: str) -> str | None:
    if ahead := _AHEAD.fullmatch(text):
        text = f"add {ahead['np']} {ahead['l']}"
    match = _ADD.fullmatch(text)
    if match is None and (stated := _STATED.fullmatch(text)):
        return _stated(draft, stated)
    if match is not None and (view := _VIEW.fullmatch(clean(match["np"]))) and (there := spot(draft.world, view["t"])):
        return _tell(draft, there, view["np"], "show", view["x"])
    if clue := _CLUE.fullmatch(text):
        return _clue(draft, clue)
    if match is not None and (clue := _CLUE.fullmatch(clean(match["np"]))):
        return _clue(draft, clue)
    if match is not None and (used := _USED.fullmatch(clean(match["np"]))):
        return _used(draft, used)
    if match is None or re.search(
        r"\b(?:should|if|when|so that|because|called|named|ending|choice|option|lock|key to|you can|I can|one can)\b",
        match["np"],
        re.IGNORECASE,
    ):
        return None
    phrase = _NOBODY.sub("", clean(match["np"]))
    if (over := _OVER.fullmatch(phrase)) and (there := spot(draft.world, over["t"])):
        return _tell(draft, there, over["np"], "lead", f"{over['p'].lower()} {over['t']}")
    if (doing := _DOES.fullmatch(phrase)) and (told := _doing(draft, doing)):
        return told
    if (somebody := _SOMEBODY.fullmatch(phrase)) and is_living(somebody["np"]):
        where = last_spot(draft.world, f"{somebody['p']} {somebody['t']}")
        return people.put(draft, where[0].key, clean(somebody["np"]), "", somebody["d"]) if where and where[0].part else None
    if (levelled := _LEVELLED.fullmatch(phrase)) and last_spot(draft.world, phrase) is None:
        return _outside(draft, levelled)
    return _beside(draft, phrase, dropped=phrase != clean(match["np"]))


def _thing(phrase: str) -> bool:
    bare = re.sub(r"^\w+ ", "", phrase)
    return not NOT_THINGS.search(phrase) and len(phrase.split()) < 7 and bool(main_noun(bare)) and not is_place(phrase)


def _doing(draft: Draft, match: re.Match[str]) -> str | None:
    """A thing or an animal that does something somewhere: told as just that."""
    np, verb = clean(match["np"]), (match["v"] or match["ing"]).lower()
    stem = lemma(verb, "verb") or ""
    person = bool(match["v"]) and re.search(rf" (?:{PREPOSITION}) ", np) is not None
    if (stem not in _RESTS and not person) or not _thing(re.split(rf" (?:{PREPOSITION}) ", np)[0]):
        return None
    rest = match["rest"].strip()
    where = last_spot(draft.world, rest) if rest else None
    inside = re.fullmatch(rf"(?P<np>.+) (?:{PREPOSITION}) .+", np)
    if where is None and inside is not None:
        where, np = last_spot(draft.world, np), inside["np"]
    if where is None:
        return None
    living = is_living(np)
    if living and inside is not None and match["v"] and where[0].part and classify(main_noun(re.sub(r"^\w+ ", "", np)))[0] == "person":
        does = re.sub(r"^.*?(?=\b(?:that|which|who) )", "", match[0])
        return people.put(draft, where[0].key, np, "", does)
    if living and match["ing"] and stem in _RESTS and classify(main_noun(re.sub(r"^\w+ ", "", np)))[0] != "creature":
        return people.put(draft, where[0].key, np, "", f"{match['ing'].lower()} {rest}".strip())
    if (living and classify(main_noun(re.sub(r"^\w+ ", "", np)))[0] not in ("creature",)) or stem not in _RESTS:
        return None  # people can be talked to, and are put in by others
    return _tell(draft, where[0], np, stem, rest)


def _tell(draft: Draft, where: Spot, np: str, stem: str, rest: str) -> str:
    if re.search(r"\b(?:should|shall|must|could|can|will|be)\b", np):  # "the map should be hidden in the forest" says nothing of a map
        raise Unsure("That is no thing to be seen.")
    np = re.sub(r"^another ", "a ", np, flags=re.IGNORECASE)
    np = np[:1].lower() + np[1:] if re.match(r"[A-Z][a-z]* ", np) and not naming.proper(np) else np
    many = naming.many(np) or is_plural(np)
    line = f"{np} {stem if many else third(stem)} {rest}".strip()
    if not rest:
        line = f"{line} {at(draft, where.key)}"
    try:
        for key in naming.same_place(draft.world, where.key):
            scenes._say(draft, key, sentence(capital(pictorial(line))))
    except Unsure as full:
        raise Unsure(str(full)) from full
    draft.subject = Thing("place", where.key, where.name)
    shown = "" if where.name.lower() in line.lower() else f" {at(draft, where.key)}"
    return f"{capital(line)}{shown} now"


_UPRIGHT: Final = frozenset(("furniture", "structure", "vehicle", "plant", "building", "device", "container", "instrument"))


def _beside(draft: Draft, phrase: str, *, dropped: bool = False) -> str | None:
    """A thing, an animal or somebody next to what is seen in a place."""
    found = last_spot(draft.world, phrase)
    if found is None or (not found[0].part and not dropped):
        return None
    where, at_ = found
    np, how = clean(phrase[: at_.start()]), at_["p"].lower()
    if re.search(rf" (?:{PREPOSITION}|that|which|who|with) ", np) or NOT_THINGS.search(np) or how in ("to", "into", "around", "over"):
        return None
    head = main_noun(re.sub(r"^\w+ ", "", np))
    if not head:
        return None
    if is_living(np) and classify(head)[0] != "creature":
        return people.put(draft, where.key, np, "", "")
    if not _thing(np) and not head:
        return None
    sort = classify(head)[0]
    stem = (
        "sit"
        if sort == "creature"
        else "hang"
        if re.search(r"\b(?:picture|painting|poster|mirror|portrait|flag|curtain|lantern|lamp|bell|sign)\b", head)
        and how in ("above", "over")
        else "stand"
        if sort in _UPRIGHT
        or re.search(
            r"\b(?:ladder|piano|clock|stove|wardrobe|shelf|fridge|bed|throne|cupboard|fountain|bin|trunk|desk|bench|bicycle|bike|chair|table|lamp|statue|well|cart|car|tree|box|barrel|broom|machine)\b",
            np,
        )
        else "lie"
    )
    if not where.part:
        shown = matters.seen_there(draft, where.key, np)
        return f"There {'are' if naming.many(shown) else 'is'} now {shown} {at(draft, where.key)}"
    return _tell(draft, where, np, stem, f"{how} {where.part}")


def _outside(draft: Draft, match: re.Match[str]) -> str | None:
    """Somebody or something outside: in the first place in the open."""
    if LEVELS[match["l"].lower()] != "out":
        return None
    where = open_place(draft)
    np, does = clean(match["a"]), (match["b"] or "").strip()
    if where is None or is_place(np):
        return None
    if is_living(np):
        words = re.sub(r"^(?:who|that|which) (?:is |are )?", "", does)
        return people.put(draft, where.key, np, "", words if words else "")
    if does or not _thing(np):
        return None
    sort = classify(main_noun(re.sub(r"^\w+ ", "", np)))[0]
    return _tell(
        draft, where, np, "stand" if sort in _UPRIGHT else "lie", f"beside {draft.builder.scenery.part(draft.builder.place_of[where.key])}"
    )


def _stated(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the dragon sleeps in front of the tower": somebody new, told as what they do there."""
    np, stem = clean(match["np"]), lemma(match["v"].lower(), "verb") or ""
    if stem not in _RESTS or known(draft.world, np) is not None or naming.find(draft.world, np, loose=False) is not None:
        return None
    if plainly_seen(draft.world, np) or not _thing(re.sub(r"^the ", "a ", np)):
        return None
    if is_living(np) and classify(main_noun(re.sub(r"^\w+ ", "", np)))[0] != "creature":
        return None
    where = last_spot(draft.world, f"{match['p']} {match['t']}")
    if where is None:
        return None
    found = where[0]
    if not found.part and match["p"].lower() in ("in front of", "next to", "near", "by"):
        before = next(
            (
                one["from"][0]
                for one in draft.events
                if referents.leads(draft.world, one) == found.key and one["from"][0] in draft.builder.place_of
            ),
            None,
        )
        if before is None:
            return None
        found = Spot(before, draft.builder.place_of[before].name)
    return _tell(draft, found, re.sub(r"^the ", "a ", np), stem, f"{match['p'].lower()} {match['t']}")


def _used(draft: Draft, match: re.Match[str]) -> str | None:
    """ "a horse the knight can ride": it is seen, and there is the choice."""
    np, verb = clean(match["np"]), match["v"].lower()
    if lemma(verb, "verb") != verb or verb in (
        "find",
        "take",
        "get",
        "keep",
        "collect",
        "talk",
        "speak",
        "ask",
        "use",
        "see",
        "reach",
        "visit",
        "enter",
        "go",
        "win",
        "lose",
        "open",
        "have",
        "be",
        "buy",
        "meet",
        "choose",
    ):
        return None
    start = str(draft.world["entrance"]["state"])
    there = (match["w"] or match["t"] or "").strip()
    where = last_spot(draft.world, re.sub(r"^to\b", "in", there)) if there else None
    found = where[0] if where else Spot(start, draft.builder.place_of[start].name) if not there else None
    if found is None or is_place(np) or NOT_THINGS.search(np):
        return None
    part = found.part if found.part != found.name else ""
    stem = "wait" if is_living(np) else "stand"
    told = _tell(draft, found, np, stem, f"beside {part or draft.builder.scenery.part(draft.builder.place_of[found.key])}")
    bare = re.sub(r"^(?:an?|another|some) ", "the ", np)
    fitted = re.fullmatch(r"(?P<v>.+)\n(?P<t>.+)", f"{verb} {match['q'] + ' ' if match['q'] else ''}{bare}\n{found.name}")
    chosen = endings.deed(draft, fitted) if fitted else None
    return f"{told}. {chosen}" if chosen else None


def _clue(draft: Draft, match: re.Match[str]) -> str | None:
    """A clue is nothing until it is said what it is: asked back, with somebody who could say it or something that could be found."""
    rest = match["rest"].strip(" ,")
    if re.search(r"\b(?:says?|reads?|:|\")", rest):
        return None
    where = last_spot(draft.world, re.split(r",? (?:that|which|about|pointing) ", rest)[0]) if rest else None
    place = where[0].name if where else draft.builder.place_of[str(draft.world["entrance"]["state"])].name
    about = re.search(r"\b(?:about|to|at|on|that points to|pointing to) (?P<x>(?:the )?[\w' .-]+)$", rest)
    people_ = [one.name for one in naming.things(draft.world) if one.kind == "person"]
    some = [f"hide a torn letter in {place}"]
    if people_:
        what = about["x"] if about and not last_spot(draft.world, f"in {about['x']}") else ""
        some.insert(0, f'{people_[0]} should say "Look closely{" at " + what if what else ""}."')
    raise Meant(
        f"What is the {re.sub(r'^(?:an?|another|some|one more) ', '', match[0].split(',')[0], count=1).split(' ')[0]}: something that is found, or something that somebody says? Say for example: {', or: '.join(some)}."
    )
