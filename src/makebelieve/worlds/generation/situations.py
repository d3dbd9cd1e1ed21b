"""What is wanted in a premise that states no want: its clauses looked up in a table of situations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from makebelieve.language import Phrase, classify, verb_class
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import UNDER, same_as
from makebelieve.worlds.generation.cues import ABOUT, SETTLED
from makebelieve.worlds.generation.draft import Purpose
from makebelieve.worlds.generation.happenings import Happening, base_form, happenings
from makebelieve.worlds.generation.reading import Reading, cased, lead, name_of, somebody, text_of
from makebelieve.worlds.generation.verbs import gerund, purpose_of

_SOMEBODY: Final = frozenset(("someone", "somebody", "something"))
_EVERYBODY: Final = frozenset(("everyone", "everybody", "everything"))
_NOBODY: Final = frozenset(("nobody", "none", "no-one", "nothing"))
_OWN: Final = frozenset(("i", "we", "you", "me", "us"))
_SHE_OR_HE: Final = frozenset(("she", "he"))
_MOST_WORDS: Final = 15
_SHORT: Final = 8
"""Words from which a deed spares the clause that says which one is meant."""


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


def _short(deed: str, most: int) -> str:
    """The deed within so many words; one that is longer ends before what is said further of somebody: "a ghost | who forgot how he died"."""
    words = deed.split()
    if len(words) <= most:
        return deed
    kept = " ".join(words[:most])
    cut = re.search(r"^(.{12,}?),? (?:who|which|whose|because|while)\b", kept)
    return cut[1] if cut else kept


def situation_of(reading: Reading, player: Phrase | None, least: int = 1, since: int = 0) -> Situation | None:
    """The likeliest situation of a premise of at least this rank, if one, told by a clause that begins at the token `since` or behind it."""
    mine = same_as(reading, player)
    some: list[tuple[tuple[int, bool, int, int], _Rule, Happening]] = []
    told = happenings(reading, _idioms())
    main = any(not one.relative and not one.aside for one in told)
    for at, one in enumerate(told):
        troubling = {"will", "not"} <= one.aspect  # "carves a puppet that will not stop lying"
        if (
            one.aside
            or one.at < since
            or (main and one.relative and not troubling and one.subject is not None and id(one.subject) not in mine)
        ):
            continue
        for order, rule in enumerate(_rules()):
            if rule.rank < least or not any(_holds(reading, one, tests, mine) for tests in rule.alternatives):
                continue
            some.append(((-rule.rank, one.relative, at if rule.rank < 3 else 0, order), rule, one))
    if not some and not told and least == 1:
        return _scarcity(reading)
    fit = (_told(reading, rule, one, mine) for _, rule, one in sorted(some, key=lambda found: found[0]))
    return next((made for made in fit if made is not None), None)


def _scarcity(reading: Reading) -> Situation | None:
    """ "Two dentists and only one pair of pliers", "four astronauts, three parachutes": to make do with it."""
    people = max((phrase.count or 1 for phrase in reading.found if somebody(reading, phrase)), default=1)
    for phrase in reversed(reading.found):
        if phrase.count and 1 < phrase.count < people and not somebody(reading, phrase):
            number = next((token.word for token in reading.tokens[phrase.start : phrase.end] if token.tag == "#"), "")
            return Situation("scarcity", 1, "do", "make_do", f"make do with {number} {text_of(reading, phrase)}", None)
    for phrase in reversed(reading.found):
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
        elif slot in ("o", "n"):
            phrase = one.object if slot == "o" else one.second
            good = any(all(_is(reading, phrase, "", part, mine) for part in value) for value in values)
        elif slot == "v":
            good = one.verb != "be" and any(_is_verb(one.verb, part) for value in values for part in value)
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
        return pronoun in _EVERYBODY or (phrase is not None and phrase.determiner in ("every", "all"))
    if phrase is None:
        return (test == "player" and (pronoun in _OWN or pronoun in _SHE_OR_HE)) or (
            test == "being" and (pronoun in _OWN or pronoun in _SHE_OR_HE)
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
        return not somebody(reading, phrase) and phrase.noun not in ABOUT
    if test == "some":
        return phrase.noun not in ABOUT or phrase.noun in ("name", "way", "place")
    if test == "many":
        return phrase.plural or (phrase.count or 1) > 1 or classify(phrase.noun)[0] == "group" or phrase.determiner == "both"
    category = classify(phrase.noun, tuple(token.word for token in phrase.modifiers))[0]
    if test.startswith("@"):
        return category == test[1:]
    if test in ("person", "creature"):
        return category == test
    return test == phrase.noun or test == phrase.head.word


def _told(reading: Reading, rule: _Rule, one: Happening, mine: set[int]) -> Situation | None:
    slots = {"s": one.subject, "o": one.object, "n": one.second}
    words: dict[str, str] = {}
    said = " ".join(one.words(reading)).replace(" 's", "'s")
    if "not" in one.aspect:  # "can't scare anybody": to scare somebody
        said = re.sub(r"\bany(body|one|thing|where)\b", r"some\1", said)
    words["said"] = cased(reading, said)
    words["tail"] = cased(reading, " ".join(one.tail(reading)).replace(" 's", "'s"))
    told = [token.word for token in reading.tokens[one.start : one.end]]
    tail = one.tail(reading)
    words["aftersomething"] = _after_something(tail[tail.index("something") + 1 :]) if "something" in tail else ""
    words["afterto"] = cased(reading, " ".join(tail[tail.index("to") + 1 : tail.index("to") + 9])) if "to" in tail else ""
    words["afterat"] = " ".join(tail[tail.index("at") + 1 :]) if "at" in tail[:3] else ""
    words["afterof"] = " ".join(tail[tail.index("of") + 1 :]) if "of" in tail[:2] else ""
    words["what"] = " ".join(("what" if one.pronoun == "something" else "who", *told[1:])).replace(" 's", "'s")
    words["stem"], words["v"] = _stem(one, said), one.verb
    words["ving"] = gerund(one.verb.partition("_")[0]) + one.verb.partition("_")[1].replace("_", " ") + one.verb.partition("_")[2]
    words["clause"] = words["clause2"] = clause_of(reading, one)
    for slot, phrase in slots.items():
        if phrase is None:
            continue
        many = phrase.plural or (phrase.count or 1) > 1
        words[slot] = the(reading, phrase, plain=slot == "s" and one.relative)
        if phrase.start <= one.at < phrase.end:  # "one sinking boat"
            words[slot] = words[slot].replace(f"{reading.tokens[one.at].word} ", "")
        words[f"{slot}is"] = "are" if many else "is"
        words[f"{slot}opens"], words[f"{slot}comes"] = ("open", "come") if many else ("opens", "comes")
        words[f"{slot}really"] = "are really after" if many else "is really after"
        words[f"{slot}wants"] = "want" if many else "wants"
        words[f"{slot}noun"] = phrase.head.word
        words[f"{slot}plain"] = the(reading, phrase, plain=True)
        words[f"{slot}bare"] = text_of(reading, phrase)
        words[f"{slot}a"] = (
            words[slot] if many else f"{'an' if text_of(reading, phrase)[:1] in 'aeiou' else 'a'} {text_of(reading, phrase)}"
        )
    subject = one.subject
    own = (subject is not None and (id(subject) in mine or rule.hero == "s")) or (subject is None and one.pronoun in _OWN | _SHE_OR_HE)
    words["sown"] = "my" if own else _owning(words.get("s", "it"))
    words["sback"] = "into myself" if own else f"{words.get('s', '')} back"
    words["sself"] = "me" if own else words.get("s", "it")
    words["sorto"] = words.get("s" if "passive" in one.aspect or one.object is None else "o", "it")
    words["knows"] = "know" if subject is not None and subject.plural else "knows"
    words["question"] = _question(reading, one)
    words["afteruntil"], words["untildone"] = _until(reading, one, words.get("s", ""))
    words["afteras"] = " ".join(tail[tail.index("as") :][:6]) if "as" in tail else ""
    if one.object is not None and len(rule.rest.split()) + len(words["o"].split()) > _SHORT:
        words["o"] = the(reading, one.object, plain=True)
    needed = re.findall(r"\{(\w+)\}", rule.rest)
    if any(not words.get(name) for name in needed if name not in ("said", "tail")):
        return None
    rest = re.sub(r"\{(\w+)\}", lambda match: words[match[1]], rule.rest)
    if rule.verb == "{stem}" or rule.verb == "{v}":
        verb = one.verb
    elif rule.verb == "{u}":
        verb, _, rest = rest.partition(" ")
    else:
        verb = rule.verb
    first, _, particle = verb.partition("_")
    particle = "" if particle and f" {particle} " in f" {rule.rest} " else particle.replace("_", " ")
    deed = " ".join(f"{first} {particle} {rest}".split()).replace(" ,", ",")
    if "dwell" not in reading.premise:
        deed = deed.replace("dwells ", "lives ")  # as `reading` has it
    target = slots.get(rule.target)
    foe, hero = slots.get(rule.foe), slots.get(rule.hero)
    return Situation(rule.title, rule.rank, cast("Purpose", rule.purpose), verb, _short(deed, _MOST_WORDS + 3), target, foe, hero)


def _after_something(words: list[str]) -> str:
    """What something is or does: "strange in the piano", "moving inside the wreck" of "something move inside the wreck"."""
    acts = bool(words) and (purpose_of(words[0]) or words[0] in ("move", "breathe", "knock", "stir", "cry", "growl", "whisper", "glow"))
    return " ".join((gerund(words[0]), *words[1:]) if acts else words).replace(" 's", "'s")


def _until(reading: Reading, one: Happening, subject: str) -> tuple[str, str]:
    """What somebody has to do for it, and the same where anybody may do it: "beat the ghost at cards" of "the ghost will not leave until somebody
    beats him at cards", but "confess" only for who did it."""
    said = " ".join(token.word for token in reading.tokens[one.at :]).partition(" .")[0].replace(" 's", "'s")
    until = re.search(r"\b(?:until|till|unless) (?:somebody|someone|anybody|anyone|i|we|you) (?:can )?(\w+)(.*)", said)
    if until is None:
        return "", ""
    rest = re.sub(
        r"\b(?:him|them|it)\b|\bher\b(?= (?:at|in|to|that|what|why|for|from|with|laugh|smile|cry)\b|$)", subject, until[2], count=1
    )
    told = cased(reading, f"{base_form(until[1])}{rest}")
    return told, told if rest else ""


def _owning(text: str) -> str:
    return f"{text}'" if text.endswith("s") else f"{text}'s"


def _stem(one: Happening, said: str) -> str:
    """The verb in its base, with its particle; of "have stopped speaking to the lake" all that was stopped."""
    if one.verb in ("stop", "quit", "cease") and said.split() and said.split()[0].endswith("ing"):
        first, _, rest = said.partition(" ")
        return f"{base_form(first)} {rest}".strip()
    return one.verb.replace("_", " ")


def clause_of(reading: Reading, one: Happening) -> str:
    """The clause as it may stand behind "why": "the mushrooms are voting", "somebody keeps moving the scarecrows"."""
    tokens = reading.tokens
    if one.subject is None:
        return (
            ""
            if one.pronoun in ("it", "there") and one.verb != "be"
            else cased(reading, " ".join(token.word for token in tokens[one.start : one.end]).replace(" 's", "'s"))
        )
    end = next(
        (
            n
            for n in range(one.after, min(len(tokens), one.at + _MOST_WORDS))
            if tokens[n].tag == "." or tokens[n].word in UNDER | {"and", "but"}
        ),
        min(len(tokens), one.at + _MOST_WORDS),
    )
    after = next((phrase for phrase in reading.found if phrase.start == one.subject.end + 1), None)
    begins = after.end if after is not None and tokens[one.subject.end].word == "of" and after.end <= one.at else one.subject.end
    begins = one.start + 1 if one.resumed else begins
    said = [token.word for token in tokens[begins:end] if token.word not in ("suddenly", "just")]
    rest = " ".join(said[1:] if said[:1] in (["that"], ["which"], ["who"]) else said)
    rest = cased(reading, rest.replace(" 's", "'s"))
    return f"{the(reading, one.subject, plain=True)} {rest}".strip()


def _question(reading: Reading, one: Happening) -> str:
    """ "who crosses the bridge first" of "argue about who crosses the bridge first"."""
    tokens = reading.tokens
    at = next(
        (n for n in range(one.at, len(tokens)) if tokens[n].word in ("who", "which", "what", "where", "whether", "how", "whose")), None
    )
    if at is None:
        return ""
    end = next((n for n in range(at, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but")), len(tokens))
    return cased(reading, " ".join(token.word for token in tokens[at:end]).replace(" 's", "'s"))


def the(reading: Reading, phrase: Phrase, *, plain: bool = False) -> str:
    """A phrase with the article that a second mention has: "the passenger", "my mother", "Perdition"; with its relative clause, unless `plain`."""
    owner, text = lead(reading, phrase)[1], text_of(reading, phrase)
    tokens = reading.tokens
    if phrase.head.tag == "#":
        return text
    name = name_of(reading, phrase)
    number = " ".join(token.word for token in tokens[phrase.start : phrase.head.index] if token.tag == "#")
    if re.match(r"[A-Z]\S*['’]s\s", text) or (name and text[:1].isupper() and owner != "the"):
        made = text
    elif owner in ("my", "our", "your"):
        made = f"my {text}"
    elif owner in ("her", "his", "their", "its", "every", "all", "both", "no", "another"):
        made = f"{owner} {text}"
    elif number in ("both", "all"):
        made = f"{number} {text}"
    else:
        made = f"the {number + ' ' if number and phrase.plural and number not in text.split() and not plain else ''}{text}"
    if not plain and phrase.end < len(tokens) and tokens[phrase.end].word in ("who", "that", "which"):
        end = next((n for n in range(phrase.end, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but")), len(tokens))
        if end - phrase.end <= 7:
            made += " " + cased(reading, " ".join(token.word for token in tokens[phrase.end : end]).replace(" 's", "'s"))
    return made


def main_verb_phrase(reading: Reading, player: Phrase | None) -> tuple[str, str, Phrase | None] | None:
    """The last resort: verb, deed and object of the first thing that the player of a premise does, whatever that is."""
    mine = same_as(reading, player)
    some = [one for one in happenings(reading, _idioms()) if one.verb not in ("be", "have") and not one.aside]
    plain = [one for one in some if not one.relative] or some
    for wanted in (True, False):
        for one in plain:
            own = one.subject is not None and id(one.subject) in mine
            if one.subject is not None and one.subject.start <= one.at < one.subject.end:
                continue  # "a talking cat"
            if own != wanted or "passive" in one.aspect or (one.subject is None and one.pronoun not in _OWN | _SHE_OR_HE):
                continue
            if one.subject is not None and not somebody(reading, one.subject):
                continue
            if "not" in one.aspect or (verb_class(one.verb) in ("stative", "weather") and one.verb not in ("want", "need")):
                continue
            verb = "get" if one.verb in ("want", "need") else one.verb
            if verb == "get" and one.object is not None and one.object.noun in SETTLED and one.object.determiner in ("a", "an"):
                verb = "find"  # "needs a new home for her colony"
            said = f"{verb.replace('_', ' ')} {cased(reading, ' '.join(one.words(reading)))}".replace(" 's", "'s")
            return verb, _short(" ".join(said.split()), _MOST_WORDS), one.object
    return None
