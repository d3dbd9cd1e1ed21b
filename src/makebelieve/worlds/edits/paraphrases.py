"""Sentences that are said again in plainer words before anything else reads them: rows whose slots this world has to fill.

A row of `data/paraphrases.txt` fits only where a slot holds somebody, a place or a thing that is there, so that it may be wide where
expressions without slots would have to be narrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.clauses import VERBS, spelt
from makebelieve.worlds.edits.meaning import slots
from makebelieve.worlds.edits.meaning.forms import QUOTED, bare_verb
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant, Unsure, World

_PHRASE: Final = r"[\w.,'-]+(?: [\w.'-]+)*?"
_SLOTS: Final = {
    "who": _PHRASE, "player": _PHRASE, "place": _PHRASE, "item": _PHRASE, "goal": _PHRASE, "thing": _PHRASE, "word": r"(?:the |that |this )?[a-z]+", "choice": r".+?", "any": r".+?", "q": QUOTED,
    "np": r"(?:an?|some|the|two|three|her|his|their|my|your|its) (?:[\w'-]+ ){0,4}?[\w'-]+", "new": r"(?:an?|some|two|three|another|one more) (?:[\w'-]+ ){0,4}?[\w'-]+",
    "name": r"(?-i:(?!I\b)[A-Z])[\w.'-]*(?: (?:of|the|de|van|von|la|(?-i:[A-Z])[\w.'-]*))*", "adj": r"(?:(?:very|really|so|quite|much|a bit|a little|more|a lot) )*[a-z-]+",
}  # fmt: skip
_WORDS: Final = {
    "you": r"(?:you|we|I|one|they|he|she|the player|players|people)",
    "it": r"(?:it|this|that|him|her|them|he|she|they)",
    "want": r"(?:(?:I|we)(?:'d| would)? (?:want|like|love|wish|prefer|need)(?: it if| that| if| to have| to see| for)?|there (?:should|could|must) be|let there be|add|put(?: in)?|have|give us|can (?:we|you|I) (?:have|add|put)(?: in)?|could (?:we|you|there) (?:have|add|be|put)(?: in)?|how about|what about|what if there (?:was|were|is)|maybe)",
    "now": r"(?: (?:now|please|instead|then|too|as well|also))*",
    "too": r"(?:too|so|very|really|quite|way too|far too|much too|a bit too|a little too|a bit|kind of|kinda|rather)",
    "be": r"(?:is|are|was|were|'s|looks|looks like|feels|seems|sounds|look|feel|seem)",
}
_ROW: Final = re.compile(r"\{(?P<slot>[a-z]+)(?:\:(?P<name>[a-z]))?\}|<<(?P<word>[a-z]+)>>")
_LEAD: Final = re.compile(
    r"^(?:(?:hi|hello|hey|ok(?:ay)?|please|pls|so|and|also|but|well|oh|um+|hmm+|maybe|perhaps|actually|honestly|sorry|dear \w+|i think(?: that)?|i guess|i feel(?: like)?|in my opinion|my (?:son|daughter|kid|class|pupils?|students?|wife|husband|friend)s? (?:says?|thinks?|wants?|would like|wishes|asks?)(?: (?:that|if))?|for me|personally|(?:can|could|would|will) you(?: please)?(?= (?:make|add|remove|delete|rename|change|replace|turn|put|give|let|take|set|call|hide|lock)\b))[ ,!:]+)+",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:[ ,;.!-]+(?:please|pls|thanks?(?: you)?(?: very much| so much| a lot)?|thx|ok(?:ay)?|if (?:you can|possible|that is (?:ok|possible)|it is possible)|would be (?:nice|great|cool|fun|lovely|better)|:\)|that is all))+[ .!]*$",
    re.IGNORECASE,
)
_WHY: Final = re.compile(
    r"(?P<wish>.{8,}?)(?:,| -+|;|:|\.|!) ?(?:and |but |as |since |because )?(?:(?:right now|at the moment|currently|as it is|so far|these days)[ ,]+.+|(?:it|this|that|he|she|they)(?:'s| is| are|'re) (?:just |simply |really |so |too |very |far |way |a bit |a little |kind of )+[a-z-]+(?: (?:now|right now|at the moment|for .+|to .+|like .+))?|(?:he|she|it|they|this|that) (?:looks?|feels?|seems?|sounds?) (?:so|too|very|a bit|really|quite|more) .+)",
    re.IGNORECASE,
)
"""A wish, and behind it what is wrong as it stands."""
_BECAUSE: Final = re.compile(
    r",? (?:because|since) (?:it|this|that|he|she|they|my|our|the|i|we|kids|children|nobody|people)\b.*$", re.IGNORECASE
)


def said_again(world: World, text: str) -> str:
    """The text in plainer words where a row fits it; else as it was."""
    plain = _bare(text)
    if (made := _newcomer(world, plain.rstrip("? "))) is not None:
        return made
    for one in dict.fromkeys((plain.rstrip("? "), _because(plain.rstrip("? ")))):
        for pattern, told, names in _rows():
            match = pattern.fullmatch(one)
            if match and (made := _filled(world, match, told, names)) is not None:
                return made
    short = _because(plain)
    if short != plain and re.match(rf"(?:{VERBS})\b", short, re.IGNORECASE):
        return short
    return text if plain == spelt(text).strip(" .!") else plain


_NEW: Final = re.compile(
    rf"{_WORDS['want']} (?P<np>(?:an?|some|another|one more|two|three) [\w' -]+?)(?: (?:called|named) (?P<n>{_SLOTS['name']}))?(?:,? (?:in|at|on|near|inside|to) (?P<t>the [\w' -]+?|(?-i:[A-Z])[\w' -]+?))?,? "
    r"(?:(?:who|that|which)(?: (?:can|could|should|will|would))?|and (?:he|she|it|they)(?: (?:can|could|should|will|would))?|(?P<who>who|that)) (?P<d>.+?)(?:,? (?:in|at|on|inside) (?P<u>the [\w' -]+))?",
    re.IGNORECASE,
)
_DEALS: Final = frozenset(
    ("give", "tell", "want", "know", "sell", "ask", "offer", "need", "say", "lend", "hand", "warn", "teach", "demand", "trade")
)
"""What somebody new does with the player: a wish of its own, where all else they do is what they look like."""


def _newcomer(world: World, text: str) -> str | None:
    """Somebody new who gives, wants or knows something: they are put in, and that is wished of them."""
    found = _NEW.fullmatch(text)
    if found is None:
        return None
    np, deed, spot = found["np"], found["d"], found["t"] or found["u"]
    if spot is not None and slots.place(world, spot) is None:
        if found["u"] is None:
            return None
        deed, spot = f"{deed} {text[text.index(deed) + len(deed) :].strip(' ,')}", None
    parts = [
        re.sub(r"^(?:he|she|it|they|who|that|also|then) (?:can |will |should )?", "", one)
        for one in re.split(r",? and (?=(?:he |she |it |they |who |that |also |then )?(?:can |will )?[a-z]+s? )", deed)
    ]
    talks = bool(re.fullmatch(r"(?:can |could )?(?:talk|speak)s?", parts[0]))
    parts = parts[1:] if talks else parts
    if not parts or any(bare_verb(one).split()[0] not in _DEALS for one in parts):
        return None
    head = re.sub(r"^(?:an?|some|another|one more|new) ", "", np)
    who = found["n"] or (f"the talking {head}" if talks else f"the {head}")
    new = f"{'a talking' if talks else re.match(r'[a-z]+(?: more)?', np, re.IGNORECASE)[0].lower()} {head}"  # type: ignore[index]
    called = f" called {found['n']}" if found["n"] else ""
    where = f" in {spot}" if spot else ""
    return ". ".join([f"put {new}{called}{where}" if where else f"add {new}{called}", *(f"{who} should {bare_verb(one)}" for one in parts)])


def _because(text: str) -> str:
    if re.search(r"\b(?:says?|tells?|knows?|called|named)\b", text):
        return text
    if why := _WHY.fullmatch(text):
        text = why["wish"]
    return _BECAUSE.sub("", text)


def _bare(text: str) -> str:
    """A sentence without the courtesy around it; what stands in quotation marks stays."""
    made = spelt(text).strip(" .!")
    while True:
        again = _TAIL.sub("", _LEAD.sub("", made)).strip(" ,")
        if again == made or not again:
            return made
        made = again


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str, tuple[tuple[str, str], ...]], ...]:
    text = resources.files("makebelieve.worlds.edits").joinpath("data/paraphrases.txt").read_text("utf-8")
    rows = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        said, told = line.split(" => ", 1)
        names: list[tuple[str, str]] = []

        def group(match: re.Match[str], names: list[tuple[str, str]] = names) -> str:
            if match["word"]:
                return _WORDS[match["word"]]
            name = f"{match['slot']}_{match['name']}" if match["name"] else match["slot"]
            if (name, match["slot"]) in names:
                return f"(?P={name})"
            names.append((name, match["slot"]))
            return f"(?P<{name}>{_SLOTS[match['slot']]})"

        rows.append((re.compile(_ROW.sub(group, said), re.IGNORECASE), told, tuple(names)))
    return tuple(rows)


def _filled(world: World, match: re.Match[str], told: str, names: tuple[tuple[str, str], ...]) -> str | None:
    """The plain words of a row with what its slots hold; None where the world has not got it."""
    held: dict[str, str] = {}
    for name, slot in names:
        if match[name] is None:
            held[name] = ""
            continue
        found = _FIND[slot](world, match[name].strip(" ,"))
        if not found:
            return None
        held[name] = found

    def put(one: re.Match[str]) -> str:
        return held[f"{one['slot']}_{one['name']}" if one["name"] else one["slot"]]

    def own(one: re.Match[str]) -> str:
        return match[one["part"]] or ""

    made = re.sub(r"\[(?P<part>[a-z]+)\]", own, _ROW.sub(put, told))
    if made.startswith("? "):
        raise Meant(_asked(world, made[2:]))
    return " ".join(made.split()).replace(" .", ".")


def _asked(world: World, question: str) -> str:
    """A question of a row, with what this world has for <places>, <people>, <losing> and <place>."""
    places = [shown_name(world, key) for key in naming.in_order(world, again=False)]
    losing = [repr(referents.label_of(one)) for one in referents.ending_choices(world, "lose")]
    people = [one.name for one in naming.things(world) if one.kind == "person"]
    lists = {"<places>": naming.listed(places, "or"), "<place>": places[min(1, len(places) - 1)], "<start>": places[0]}
    lists |= {"<people>": naming.listed(people or ["somebody new"], "or"), "<person>": (people or ["somebody new"])[0]}
    lists |= {"<losing>": f"One can lose already, by {naming.listed(losing, 'or')}. " if losing else ""}
    endings = [repr(one.name) for one in naming.things(world) if one.kind == "ending"] or ["the last one"]
    lists |= {"<endings>": naming.listed(endings, "or"), "<ending>": endings[-1].strip("'\"")}
    return re.sub(r"<[a-z]+>", lambda one: lists[one[0]], question)


def _word(world: World, phrase: str) -> str:
    """A word for somebody that stands in the texts and names nobody who could be meant otherwise."""
    bare = re.sub(r"^(?:the|that|this) ", "", phrase.lower())
    texts = str([one["base"] + str(one.get("narration", "")) for one in world["scene"]["states"].values()]).lower()
    alone = re.fullmatch(r"[a-z]+", bare) and re.search(rf"\b{bare}\b", texts) and classify(bare)[0] in ("person", "creature")
    return bare if alone and not slots.somebody(world, phrase) and not _player(world, phrase) else ""


def _who(world: World, phrase: str) -> str:
    found = slots.somebody(world, phrase)
    if found is None and (more := re.fullmatch(r"the [a-z]+ (?P<head>[a-z]+)", phrase)):
        found = slots.somebody(world, f"the {more['head']}")  # "the customs officers" of a world whose officers stand in the way
        found = found if found is not None and found.kind == "foe" else None
    return found.name if found is not None else ""


def _player(world: World, phrase: str) -> str:
    found = Known(world).find(phrase)
    return "the player" if re.fullmatch(HERO, phrase, re.IGNORECASE) or (found is not None and found.kind == "player") else ""


def _place(world: World, phrase: str) -> str:
    if re.fullmatch(r"(?:it|there|here|this|that|the (?:game|story|world|end|ending))", phrase, re.IGNORECASE):
        return ""
    found = slots.place(world, phrase)
    return found.name if found is not None else ""


def _named(*kinds: str) -> Callable[[World, str], str]:
    def find(world: World, phrase: str) -> str:
        try:
            found = naming.find(world, phrase, loose=False)
        except Unsure:
            return ""
        return found.name if found is not None and found.kind in kinds else ""

    return find


def _goal(world: World, phrase: str) -> str:
    """What it is all about, by its noun: of the stolen violin "the violin"."""
    return re.sub(r"^(?:the )?(?:stolen|missing|lost|hidden) ", "the ", _named("goal")(world, phrase))


def _choice(world: World, phrase: str) -> str:
    said = phrase.strip("\"' ").lower()
    labels = [referents.label_of(one) for one in world["scene"]["events"]]
    return next((one for one in labels if one.lower() == said), "")


def _as_said(world: World, phrase: str) -> str:
    return phrase


_FIND: Final[dict[str, Callable[[World, str], str]]] = {
    "who": _who, "player": _player, "place": _place, "item": _named("item"), "goal": _goal, "choice": _choice,
    "word": _word, "thing": _named("person", "foe", "place", "item", "goal"),
    "any": _as_said, "q": _as_said, "np": _as_said, "new": _as_said, "name": _as_said, "adj": _as_said,
}  # fmt: skip
