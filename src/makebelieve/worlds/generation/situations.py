"""What is wanted in a premise that states no want: its clauses looked up in a table of situations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from makebelieve.language import Phrase, classify, lemma, verb_class
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.bytheway import only_comes, only_dated, only_said, only_thought
from makebelieve.worlds.generation.clauses import same_as, word_set
from makebelieve.worlds.generation.clausewords import MOST_WORDS, OWN, SHE_OR_HE, clause_of, shortened, the, words_of
from makebelieve.worlds.generation.cues import ABOUT, SETTLED
from makebelieve.worlds.generation.draft import Purpose
from makebelieve.worlds.generation.happenings import Happening, happenings
from makebelieve.worlds.generation.reading import Reading, cased, somebody, text_of
from makebelieve.worlds.generation.soundness import is_whole

_SOMEBODY: Final = frozenset(("someone", "somebody", "something"))
_EVERYBODY: Final = frozenset(("everyone", "everybody", "everything"))
_NOBODY: Final = frozenset(("nobody", "none", "no-one", "nothing"))


_NO_PLACE: Final = frozenset(("middle", "dark", "sweat", "hurry", "silence"))


@dataclass(frozen=True, slots=True)
class Situation:
    """A goal that a situation implies: `deed` in the words of the premise, `target` what it is done to, `foe` who stands in the way."""

    title: str
    rank: int
    purpose: Purpose
    verb: str
    deed: str
    target: Phrase | None
    foe: Phrase | None = None
    hero: Phrase | None = None

    def is_seen_to(self, target: Phrase | None, at: int) -> bool:
        """Whether a premise says itself, at a verb further on, what is done with whoever is found: "finds an injured owl and nurses it back to health"."""
        return self.title == "foundling" and target is not None and target is self.target and at > target.end


@dataclass(frozen=True, slots=True)
class _Rule:
    title: str
    rank: int
    alternatives: tuple[tuple[tuple[str, tuple[tuple[str, ...], ...]], ...], ...]
    purpose: str
    verb: str
    rest: str
    target: str
    foe: str
    hero: str


@cache
def _rules() -> tuple[_Rule, ...]:
    made: list[_Rule] = []
    for title, entry in tables.read("situations").items():
        alternatives = tuple(
            tuple(
                (slot, tuple(tuple(part.split("+")) for part in values.split(",")))
                for slot, _, values in (test.partition("=") for test in when.split())
            )
            for when in entry.items("when")
        )
        purpose, verb, rest, target = (piece.strip() for piece in entry.one("want").split("::"))
        made.append(
            _Rule(title, int(entry.one("rank", "1")), alternatives, purpose, verb, rest, target, entry.one("foe"), entry.one("hero"))
        )
    return tuple(made)


@cache
def _idioms() -> frozenset[str]:
    """The verbs of several words in the table."""
    return frozenset(
        part
        for rule in _rules()
        for tests in rule.alternatives
        for slot, values in tests
        if slot == "v"
        for one in values
        for part in one
        if "_" in part
    )


@cache
def leanings_of(title: str | None) -> dict[str, float]:
    """Genre -> weight that a situation of this title lends."""
    entry = tables.read("situations").get(title or "")
    rows = entry.one("lean").split() if entry is not None else []
    return {genre: float(weight) for genre, _, weight in (row.partition("=") for row in rows)}


_ASKED: Final = 8
"""So many words more has a question."""


def _short(deed: str, most: int) -> str:
    """The deed within so many words; one that is longer ends before what is said further of somebody: "a ghost | who forgot how he died"."""
    words = deed.split()
    if len(words) <= most + _ASKED * deed.startswith("find out "):  # what is asked is asked whole
        return deed
    kept = shortened(words, most + (words[most] == "ago"))
    cut = re.search(r"^(.{12,}?),? (?:who|which|whose|because|while)\b", kept)
    return cut[1] if cut else kept


def situation_of(reading: Reading, player: Phrase | None, least: int = 1, since: int = 0) -> Situation | None:
    """The likeliest situation of a premise of at least this rank, if one, told by a clause that begins at the token `since` or behind it."""
    mine = same_as(reading, player)
    some: list[tuple[tuple[int, bool, int, int], _Rule, Happening]] = []
    told = happenings(reading, _idioms())
    main = any(not one.relative and not one.aside for one in told)
    for at, one in enumerate(told):
        troubling = {
            "will",
            "not",
        } <= one.aspect or one.verb == "claim"  # "a puppet that will not stop lying", "a man who claims to be her son"
        if (
            one.aside
            or only_thought(reading, one)
            or only_dated(one)
            or one.at < since
            or (main and one.relative and not troubling and one.subject is not None and id(one.subject) not in mine)
        ):
            continue
        for order, rule in enumerate(_rules()):
            if rule.rank == 1 and (only_said(reading, one) or (rule.title in _WONDERED and only_comes(reading, one))):
                continue
            if rule.rank < least or not any(_holds(reading, one, tests, mine) for tests in rule.alternatives):
                continue
            some.append(
                (
                    (
                        -rule.rank,
                        one.relative and one.verb != "claim",
                        at if rule.rank == 2 else -at if rule.rank == 1 and rule.title in _WONDERED else 0,
                        order,
                    ),
                    rule,
                    one,
                )
            )
    if least <= 2 and told and all(one.verb == "have" for one in told) and (short := _scarcity(reading)) is not None:
        return short  # "our team has eleven players and one boot"
    if not some and not told and least == 1:
        return _scarcity(reading)
    fit = (_told(reading, rule, one, mine) for _, rule, one in sorted(some, key=lambda found: found[0]))
    return next((made for made in fit if made is not None), None)


_WONDERED: Final = frozenset(("everyday_wonder", "odd_behaviour", "undone"))
"""Of what is merely asked the last is the story."""


_TIMES: Final = word_set("season term year month week day night hour minute second shot try go attempt chance")


def _scarcity(reading: Reading) -> Situation | None:
    """ "Two dentists and only one pair of pliers", "four astronauts, three parachutes": to make do with it."""
    people = max((phrase.count or 1 for phrase in reading.found if somebody(reading, phrase)), default=1)
    for phrase in reversed(reading.found):
        if phrase.count and 1 < phrase.count < people and not somebody(reading, phrase):
            number = next((token.word for token in reading.tokens[phrase.start : phrase.end] if token.tag == "#"), "")
            return Situation("scarcity", 1, "do", "make_do", f"make do with {number} {text_of(reading, phrase)}", None)
    for phrase in reversed(reading.found):
        if phrase.noun in _TIMES:
            continue  # "one season to turn a hopeless team into winners"
        if phrase.count == 1 and not somebody(reading, phrase) and phrase.noun not in ABOUT and phrase.start:
            return Situation("scarcity", 1, "do", "make_do", f"make do with one {text_of(reading, phrase)}", None)
    return None


def _holds(reading: Reading, one: Happening, tests: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...], mine: set[int]) -> bool:
    slots = dict(tests)
    denied = "not" in one.aspect and "a" in slots and not any("not" in value for value in slots["a"])
    if denied or (one.pronoun in _NOBODY and "s" not in slots):
        return False  # "a man I never met", "a song nobody has heard"
    for slot, values in tests:
        if slot == "s":
            good = any(all(_is(reading, one.subject, one.pronoun, part, mine) for part in value) for value in values)
        elif slot == "o" and ("none",) in values and [token.word for token in reading.tokens[one.after : one.after + 1]] == ["something"]:
            good = False  # "has woken something"
        elif slot in ("o", "n"):
            phrase = one.object if slot == "o" else one.second
            if phrase is not None and one.preposition == "into" and reading.tokens[phrase.start].tag == "VG":
                return False  # "is talked into painting a wall"
            good = any(all(_is(reading, phrase, "", part, mine) for part in value) for value in values)
        elif slot == "v":
            good = one.verb != "be" and any(all(_is_verb(one.verb, part) for part in value) for value in values)
        elif slot == "a":
            good = any(all(part in one.aspect if part[0] != "!" else part[1:] not in one.aspect for part in value) for value in values)
        elif slot == "p":
            good = any(one.preposition == part for value in values for part in value)
        elif slot == "b":
            good = one.verb == "be" and any(part in (one.state, "%any") for value in values for part in value)
        else:
            said = one.words(reading) if "%ing" in values[0] else one.tail(reading)
            good = any(all(_among(part, said) for part in value) for value in values)
        if not good:
            return False
    return True


def _is_verb(verb: str, test: str) -> bool:
    if test.startswith("!"):
        return verb != test[1:]
    if test.startswith("%"):
        return test == "%any" or verb_class(verb) == test[1:]
    return verb == test


def _among(test: str, said: list[str]) -> bool:
    if test == "%ing":
        return bool(said) and said[0].endswith("ing") and len(said[0]) > 4
    return test in said


def _is(reading: Reading, phrase: Phrase | None, pronoun: str, test: str, mine: set[int]) -> bool:
    if test == "none":
        return phrase is None and not pronoun
    if test == "somebody":
        return pronoun in _SOMEBODY
    if test == "nobody":
        return pronoun in _NOBODY
    if test == "there":
        return pronoun == "there"
    if test == "everybody":
        return pronoun in _EVERYBODY or (
            phrase is not None and phrase.determiner in ("every", "all") and classify(phrase.noun)[0] != "time"
        )
    if phrase is None:
        return (test == "player" and (pronoun in OWN or pronoun in SHE_OR_HE)) or (
            test == "being" and (pronoun in OWN or pronoun in SHE_OR_HE)
        )
    if test == "player":
        return id(phrase) in mine
    if test == "definite":
        return phrase.determiner == "the"
    if test == "other":
        return id(phrase) not in mine and phrase.noun not in ABOUT
    if test == "being":
        return somebody(reading, phrase)
    if test == "thing":
        return not somebody(reading, phrase) and phrase.noun not in ABOUT and phrase.noun != "left"
    if test == "some":
        if phrase.noun.isdigit():
            return False  # "a letter from 1912"
        return (phrase.noun not in ABOUT | _NO_PLACE and classify(phrase.noun)[0] != "time") or phrase.noun in ("name", "way", "place")
    if test == "many":
        return phrase.plural or (phrase.count or 1) > 1 or classify(phrase.noun)[0] == "group" or phrase.determiner == "both"
    category = classify(phrase.noun, tuple(token.word for token in phrase.modifiers))[0]
    if test.startswith("@"):
        return category == test[1:]
    if test in ("person", "creature"):
        return category == test
    return test == phrase.noun or test == phrase.head.word


def _told(reading: Reading, rule: _Rule, one: Happening, mine: set[int]) -> Situation | None:
    words = words_of(reading, one, mine, len(rule.rest.split()), hero=rule.hero == "s")
    needed = re.findall(r"\{(\w+)\}", rule.rest)
    if any(not words.get(name) for name in needed if name not in ("said", "tail", "afterhelp")):
        return None
    if "clause" in needed and one.subject is not None and words["clause"] == words.get("s"):
        return None  # "ends in a duel with watering cans": no clause at all
    rest = re.sub(r"\{(\w+)\}", lambda match: words[match[1]], rule.rest)
    if rule.verb == "{stem}" or rule.verb == "{v}":
        verb = one.verb
    elif rule.verb == "{u}":
        verb, _, rest = rest.partition(" ")
    else:
        verb = rule.verb
    first, _, particle = verb.partition("_")
    particle = "" if particle and verb != "find_out" and f" {particle} " in f" {rest} " else particle.replace("_", " ")
    deed = " ".join(f"{first} {particle} {rest}".split()).replace(" ,", ",")
    deed = re.sub(r"\bi\b", "I", deed)
    deed = deed.replace("make do with any ", "make do without ")  # "I don't have any magic"
    deed = deed.replace("that that ", "that ")  # "believes that it is a dragon"
    if deed.startswith("find out why ") and "," in deed:
        return None  # "one attic, no grown-ups"
    if (
        deed.startswith("find out why nobody ")
        and one.start
        and (
            reading.tokens[one.start - 1].word in ("that", "which")
            or any(told.end == one.start and not somebody(reading, told) for told in reading.found)
        )
    ):
        return None  # "a flower that nobody has seen before"
    if "dwell" not in reading.premise:
        deed = deed.replace("dwells ", "lives ")  # as `reading` has it
    if deed.startswith("find out why ") and not _says_something(reading, one, deed):
        return None
    if not is_whole(deed) or deed == "find out why":
        return None
    if one.object is not None and one.object.plural and deed.endswith(" comes from"):
        deed = deed.replace(" comes from", " come from")  # "where the noises come from"
    slots = {"s": one.subject, "o": one.object, "n": one.second}
    target = slots.get(rule.target)
    foe, hero = slots.get(rule.foe), slots.get(rule.hero)
    return Situation(rule.title, rule.rank, cast("Purpose", rule.purpose), verb, _short(deed, MOST_WORDS + 3), target, foe, hero)


def _says_something(reading: Reading, one: Happening, deed: str) -> bool:
    """Whether "why" is followed by a clause, and not by a mere noun: "the talking vegetables"."""
    verb = reading.tokens[one.at].word
    return (
        "going" not in one.aspect
        or one.subject is None
        or not one.subject.start <= one.at < one.subject.end
        or f" {verb} " not in f"{deed} "
    )


def _told_now(reading: Reading) -> bool:
    """Whether a story is told in the present: what it says in the past has been done by then."""
    return any(token.tag in ("VS", "X") and token.word not in ("was", "were", "had", "did") for token in reading.tokens)


_ALONE: Final = frozenset((
    "escape", "dance", "sing", "perform", "confess", "negotiate", "fight", "hide", "flee", "fly", "compete", "rebel", "apologise", "elope", "return", "train",
))  # fmt: skip
"""What is a deed by itself."""
_BODILY: Final = word_set("faint sneeze snore blush stutter stammer hiccup yawn shiver tremble glow limp")
_NO_DEEDS: Final = frozenset((
    "be", "have", "live", "dwell", "reside", "lose", "really", "mutiny", "think", "believe", "know", "suppose", "name", "call", "fear", "grow", "grow_up",
))  # fmt: skip
"""What people are, think or suffer, and nobody sets out to do."""


def main_verb_phrase(reading: Reading, player: Phrase | None) -> tuple[str, str, Phrase | None] | None:
    """The last resort: verb, deed and object of the first thing that the player of a premise does, whatever that is."""
    mine = same_as(reading, player)
    some = [
        one
        for one in happenings(reading, _idioms())
        if one.verb not in _NO_DEEDS and not one.aside and not (one.verb in ("say", "tell", "ask") and not one.words(reading))
    ]
    plain = [one for one in some if not one.relative] or some
    plain.sort(key=lambda one: one.verb not in ("want", "need"))  # "crashes in a cornfield and needs parts for his ship"
    plain.sort(key=lambda one: one.verb == "refuse")  # "refuses to believe it and sails out"
    plain.sort(key=lambda one: one.object is None and not one.words(reading))  # "deserts and hides in a theatre"
    for wanted in (True, False):
        for one in plain:
            own = one.subject is not None and id(one.subject) in mine
            if one.subject is not None and one.subject.start <= one.at < one.subject.end:
                continue  # "a talking cat"
            if own != wanted or "passive" in one.aspect or (one.subject is None and one.pronoun not in OWN | SHE_OR_HE):
                continue
            if one.subject is not None and not somebody(reading, one.subject):
                continue
            if one.pronoun in SHE_OR_HE and one.subject is None and any(token.word in ("i", "me") for token in reading.tokens):
                continue  # "there are two of me. Lately she has been coming home later"
            if one.verb in _BODILY:
                continue
            if one.verb in ("call", "name") and reading.tokens[one.at].tag == "VD":
                continue  # "a digger called Doug"
            if "plain" in one.aspect and reading.tokens[one.at].tag == "VD" and _told_now(reading):
                continue  # "Ana's brother went up in December. It is now March"
            if "not" in one.aspect or (verb_class(one.verb) in ("stative", "weather") and one.verb not in ("want", "need")):
                continue
            if one.verb in ("start", "begin") and reading.tokens[one.after : one.after + 1] and reading.tokens[one.after].tag == "VG":
                continue
            if one.verb == "suspect" and one.words(reading)[:1] == ["that"]:
                continue  # whom or what: a puzzle tells it
            if one.verb in ("say", "claim", "think", "believe", "mean") and not own:
                continue  # "Dad says the thing in the attic is only the wind"
            if one.verb in ("find", "find_out", "discover", "learn", "notice") and one.words(reading)[:1] == ["that"]:
                asked = cased(reading, " ".join(one.words(reading)[1:])).replace(" 's", "'s")
                return "find_out", _short(f"find out why {asked}", MOST_WORDS), None
            if one.verb == "doubt" and one.words(reading)[:2] == ["it", "is"] and some[0].object is not None:
                asked = f"{the(reading, some[0].object, plain=True)} {' '.join(one.words(reading)[1:])}"
                return "find_out", _short(f"find out whether {asked}", MOST_WORDS), None
            if one.verb in ("notice", "realise", "realize") and one.object is None and some[0].at < one.at:
                asked = clause_of(reading, some[0])  # "time runs backwards and only she notices"
                asked = re.sub(r"\b(in|at|on) an? ", r"\1 the ", asked.replace("the time is", "time is"))
                return "find_out", _short(f"find out why {asked}", MOST_WORDS), None
            verb = "get" if one.verb in ("want", "need") else one.verb
            if verb == "get" and one.object is not None and one.object.noun in SETTLED and one.object.determiner in ("a", "an"):
                verb = "find"  # "needs a new home for her colony"
            words = one.words(reading)
            if verb == "get" and words[:1] == ["to"] and len(words) > 1 and lemma(words[1], "verb") == words[1]:
                verb, words = words[1], words[2:]  # "wants to turn into a prince again": nobody only gets to
            said = f"{verb.replace('_', ' ')} {cased(reading, ' '.join(words))}".replace(" 's", "'s")
            if not said.strip().partition(" ")[2] and verb not in _ALONE:
                continue  # "she is packing": for what is not said
            said = re.sub(r" (?:where|who|which|when|while)(?: (?:she|he|they|it|i|we|you))?$", "", said)
            said = re.sub(r" (?:about|that|and)$", "", said)
            return "get" if verb == "be" else verb, _short(" ".join(said.split()), MOST_WORDS), one.object
    return None
