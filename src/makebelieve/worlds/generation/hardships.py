"""What a sentence says is missing, broken or unknown, and what ails whoever plays: the half behind "but", "although", "who" or "whose".

A hardship is a finite clause besides the wish. What is missing is looked for, what is broken mended, what nobody remembers learnt (`lacks.py`);
what ails somebody is felt on the way; and each is answered in the endings that win, in the words of the premise (`points.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.reading import Reading, cased, lead, somebody
from makebelieve.worlds.generation.verbs import participle

Kind = Literal["gone", "spent", "broken", "unknown", "ailing", "done"]
"""gone: it is somewhere. spent: eaten, burnt or used up, and another is to be got. unknown: nobody remembers it. ailing: said of a body.
done: what else has happened, and is only told of."""

_PLACES: Final = frozenset(("place", "building", "location", "water", "event", "act", "time", "person", "group", "spirit", "celestial"))
"""Kinds of what nobody looks for on the way, nor mends with a few tools."""
_UNHELD: Final = frozenset(("abstract", "feeling", "attribute", "state", "cognition", "quantity"))
BODY: Final = word_set(
    "knee hip leg foot ankle shoulder arm hand wrist back eye ear tooth finger thumb toe heart neck wing tail paw voice breath eyesight hearing memory"
    " nerve stomach balance lung nose throat horn beak hoof head mouth lip jaw"
)
_KNOWN: Final = word_set(
    "recipe number name address password code combination word line song tune melody lyric spell way route step secret date time answer rule formula"
    " riddle language alphabet story ending plan instruction method trick"
)
"""What is known or forgotten rather than held."""
_TAKEN: Final = word_set("steal lose hide misplace mislay swap pinch nick forget leave_behind lock bury take confiscate borrow drop")
_SPENT: Final = word_set("eat burn swallow drink use_up tear_up throw_away sell devour spill ruin gnaw nibble finish")
_SPOILT: Final = word_set("break crack tear smash wreck damage snap sabotage dent split bend")
_STATE_GONE: Final = word_set("missing gone lost stolen hidden locked buried vanished nowhere mislaid misplaced")
_STATE_SPENT: Final = word_set("eaten burnt burned spent")
_STATE_BROKEN: Final = word_set("broken cracked torn leaking rusty jammed smashed damaged stuck flat leaky frozen bent split loose wrecked")
_VANISHED: Final = word_set("vanish disappear")
_WORN: Final = word_set("break snap burst crack jam leak tear split rust")
_INWARD: Final = word_set(
    "way hope time interest temper love mind faith job race war bet game match case patience courage confidence chance trust life battle election vote"
    " appetite balance control sense sight hearing tongue sleep taste smell touch contact count track fight argument"
)
"""What is lost and is no thing that lies somewhere."""
_RUNS: Final = word_set("start work open ring turn light run move close")
_HARMED: Final = word_set("lose break hurt sprain twist injure burn cut strain dislocate")
_FLAWS: Final = word_set("hole crack leak tear gap puncture")
_WISHES: Final = frozenset(("want", "wants", "must", "need", "needs", "hope", "hopes", "should", "try", "tries", "wish", "wishes", "would"))
_ENDS: Final = frozenset(
    ("but", "although", "because", "so", "before", "until", "when", "while", "if", "whose", "who", "which", "unless", "or")
)
_SELF: Final = frozenset(("he", "she", "they", "i", "we", "who"))
_WERE: Final = {
    "has": "had",
    "have": "had",
    "is": "was",
    "are": "were",
    "am": "was",
    "will": "would",
    "does": "did",
    "do": "did",
    "can": "could",
}
_SIMPLE: Final = {"remember": "remembered", "know": "knew"}


@dataclass(frozen=True, slots=True)
class Hardship:
    """`clause` is said as the premise has it, `past` as it was before the deed; `thing` is the phrase of what is missing or broken."""

    kind: Kind
    clause: str
    past: str
    thing: Phrase | None
    phrase: str
    """What is missing with its article: "the oars", "her notes"; of a body the part of it."""

    subject: Phrase | None
    """Who has done it, or what it is said of, where that is no pronoun."""

    led: int = -1
    """Where "who" or "whose" brings it in, or -1."""


def hardships(reading: Reading) -> list[Hardship]:
    """The hardships of a premise in its order."""
    if "hardships" not in reading.clauses:
        some = (_hardship(reading, *span) for span in _spans(reading.tokens))
        reading.clauses["hardships"] = [one for one in (*some, *_without(reading), *_none(reading)) if one is not None]
    told: list[Hardship] = reading.clauses["hardships"]
    return told


def hardship_of(reading: Reading, phrase: Phrase) -> Hardship | None:
    """The hardship that tells of a thing."""
    return next((one for one in hardships(reading) if one.thing is not None and one.thing.start == phrase.start), None)


def of_player(reading: Reading, one: Hardship, player: Phrase | None) -> bool:
    """Whether what ails somebody ails whoever plays, or what is missing was theirs: "whose leg is broken" of the one who acts, "my" of who tells it."""
    first = one.clause.split()[0].lower()
    if first in ("my", "our", "i", "we"):
        return player is None
    if player is None or first not in ("his", "her", "he", "she", "their", "they", "its", "it"):
        return False
    if one.led >= 0:
        return player.end in (one.led, one.led - 1)
    return player.noun not in (SHE if first in ("his", "he") else HE if first in ("her", "she") else ())


def _spans(tokens: list[Token]) -> list[tuple[int, int]]:
    """Where each clause begins and ends."""
    cuts = [0]
    for at, token in enumerate(tokens):
        joins = token.word in ("and", ",") and at + 1 < len(tokens) and tokens[at + 1].tag in ("D", "P", "N", "NS", "A", "M")
        if (token.tag == "." and token.word != ",") or token.word in _ENDS or joins or (token.word == "," and not joins):
            cuts.append(at)
    return [(start, end) for start, end in zip(cuts, [*cuts[1:], len(tokens)], strict=True) if end - start > 2]


def _hardship(reading: Reading, start: int, end: int) -> Hardship | None:
    tokens = reading.tokens
    whose = tokens[start].word == "whose"
    who = tokens[start].word in ("who", "which")
    first = start if who else start + (tokens[start].word in (*_ENDS, "and", ",") or tokens[start].tag == ".")
    while first < end and tokens[first].word in ("and", "but", ",", "then", "although", "now"):
        first += 1
    verb = next((n for n in range(first + 1, end) if tokens[n].tag in ("X", "VS", "M", "V", "VD") and tokens[n].word != "to"), None)
    if verb is None:
        return None
    if who or whose:  # "a guide whose leg is broken | must get down"
        end = next(
            (
                n
                for n in range(verb + 1, end)
                if tokens[n].word in _WISHES or (tokens[n].word in ("has", "have") and tokens[n + 1 : n + 2] and tokens[n + 1].word == "to")
            ),
            end,
        )
    said = tokens[first:end]
    if any(one.word in _WISHES for one in said) or any(a.word in ("has", "have") and b.word == "to" for a, b in pairwise(said)):
        return None
    subject = next((one for one in reading.found if lead(reading, one)[0] == first and one.end <= verb), None)
    if subject is None and tokens[first].tag == "D" and tokens[first + 1].word in BODY:  # "his back is bad": read as an adverb
        subject = Phrase(first, first + 2, tokens[first + 1], [], tokens[first].word)
    words = [one.word for one in said]
    found = _read(reading, subject, words[0] if subject is None else "", verb, end, whose)
    if found is None and words[0] not in _SELF and _is_against(tokens, start) and _stays_true(tokens, verb):
        found = "done", None
    if found is None:
        return None
    kind, thing = found
    clause = _said(reading, first, end, whose)
    past = _past(tokens, first, verb, end, reading, whose)
    if not clause or (kind != "ailing" and not past):
        return None
    phrase = the(reading, thing, plain=thing.determiner in (None, "a", "an")) if thing is not None else ""
    return Hardship(kind, clause, past, thing, phrase, subject, start if who or whose else -1)


def _stays_true(tokens: list[Token], verb: int) -> bool:
    """Whether a clause may be told of later on, whatever has come of it: "the king has banned music", "the pantry is empty"."""
    after = next((token for token in tokens[verb + 1 :] if token.tag != "R"), tokens[verb])
    return (tokens[verb].word in ("has", "have") and after.tag == "VD") or (tokens[verb].word in ("is", "are") and after.word in _SHUT)


_SHUT: Final = word_set("empty closed shut locked full flooded dry bare deserted blocked dark sold")


def _is_against(tokens: list[Token], start: int) -> bool:
    """Whether a clause is told against the wish: "but the king has banned music"."""
    return tokens[start].word in ("but", "although") or (tokens[start].word == "," and tokens[start + 1].word in ("but", "although"))


def _none(reading: Reading) -> list[Hardship]:
    """ "There is no flour": it is to be got."""
    tokens = reading.tokens
    made: list[Hardship] = []
    for phrase in reading.found:
        at = phrase.start - (phrase.determiner is None)
        said = [token.word for token in tokens[max(0, at - 2) : at + 1]]
        if said[:1] == ["there"] and said[1:] in (["is", "no"], ["are", "no"]) and _is_thing(phrase) and not somebody(reading, phrase):
            text = " ".join(token.word for token in tokens[at + 1 : phrase.end])
            clause = f"there {said[1]} no {text}"
            made.append(Hardship("spent", clause, clause.replace(" is ", " was ").replace(" are ", " were "), phrase, text, phrase))
    return made


def _without(reading: Reading) -> list[Hardship]:
    """ "Without the recipe": there is one, and it is missing; whoever goes without any compass does without."""
    made: list[Hardship] = []
    for phrase in reading.found:
        at, determiner = lead(reading, phrase)
        if (
            at
            and reading.tokens[at - 1].word == "without"
            and determiner in ("the", "his", "her", "their", "my", "our")
            and _is_thing(phrase)
        ):
            if any(one.tag == "VG" for one in reading.tokens[phrase.end : phrase.end + 1]):
                continue  # "without the dog waking up"
            text = the(reading, phrase)
            are, were = ("are", "were") if phrase.plural else ("is", "was")
            kind: Kind = "unknown" if phrase.noun in _KNOWN else "gone"
            made.append(Hardship(kind, f"{text} {are} missing", f"{text} {were} missing", phrase, text, phrase))
    return made


def _read(reading: Reading, subject: Phrase | None, pronoun: str, verb: int, end: int, whose: bool) -> tuple[Kind, Phrase | None] | None:
    """What kind of hardship a clause tells, and of what."""
    tokens = reading.tokens
    own = whose or (subject is not None and subject.determiner in ("his", "her", "their", "my", "our", "its"))
    if subject is not None and subject.noun in BODY and own:
        return "ailing", subject
    rest = [
        one
        for one in tokens[verb:end]
        if one.word not in ("been", "just", "already", "all", "only", "even", "still", "suddenly", "now", "any")
    ]
    words = [one.word for one in rest]
    acts = next((one for one in rest if one.tag in ("VD", "VS", "V", "VG") and one.word not in ("has", "have", "is", "are")), None)
    done = acts.lemma if acts is not None else ""
    object_ = next((one for one in reading.found if acts is not None and acts.index < one.start < end and not _led(tokens, one)), None)
    behind = words[1:4]
    passive = words[0] in ("is", "are") or (words[0] in ("has", "have") and "been" in [one.word for one in tokens[verb:end]])
    if subject is not None and not somebody(reading, subject):
        kind: Kind | None = None
        state = next((word for word in words[1:3] if word not in ("in", "a", "the", "at", "on")), "") if passive else ""
        if passive and (state in _STATE_GONE or behind[:3] in (["at", "the", "bottom"], ["at", "the", "other"])):
            kind = "gone"
        elif passive and (state in _STATE_SPENT or done in _SPENT):
            kind = "spent"
        elif passive and (state in _STATE_BROKEN or done in _SPOILT):
            kind = "broken"
        elif (passive and done in _TAKEN) or (not passive and done in _VANISHED) or words[:3] == ["has", "gone", "missing"]:
            kind = "gone"
        elif words[1:3] in (["run", "out"], ["burnt", "down"]) or words[:2] == ["ran", "out"]:
            kind = "spent"
        elif (
            (words[0] in ("has", "have") and any(one.lemma in _FLAWS for one in rest[1:4]))
            or ("not" in words[:3] and done in _RUNS)
            or (done in _WORN and object_ is None)
        ):
            kind = "broken"
        if kind is None and words[1:4] == ["out", "of", "order"]:
            kind = "broken"
        loose = (kind == "broken" and classify(subject.noun)[0] == "abstract") or (done == "steal" and classify(subject.noun)[0] == "place")
        if kind is not None and (_is_thing(subject) or loose):
            return kind, subject
    if object_ is None or passive:
        return None
    taken = (
        done in (_TAKEN | _SPENT) - {"drop", "finish"} and classify(object_.noun)[0] in ("abstract", "act") and object_.noun not in _INWARD
    )
    if not _is_thing(object_) and not taken:
        return None
    if object_.noun in BODY:
        return ("ailing", object_) if pronoun in _SELF and done in _HARMED else None
    held = object_.determiner not in ("a", "an", None) or object_.plural or lead(reading, object_)[1] not in ("a", "an", "")
    if not held:
        return None
    if ("not" in words[:3] or pronoun in ("nobody", "no")) and done in ("remember", "know", "find"):
        return ("unknown" if object_.noun in _KNOWN else "gone"), object_
    if acts is None or acts.tag != "VD":
        return None  # "takes his tractor to the mud": that is what somebody does now
    if done in _TAKEN and done != "drop":
        return ("unknown" if done == "forget" and object_.noun in _KNOWN else "gone"), object_
    if done in _SPENT or (done == "run" and words[1:4] == ["run", "out", "of"]):
        return "spent", object_
    return ("broken", object_) if done in _SPOILT else None


def _led(tokens: list[Token], phrase: Phrase) -> bool:
    at = next((n for n in range(phrase.start - 1, -1, -1) if tokens[n].tag not in ("D", "A", "#")), None)
    return at is not None and tokens[at].tag == "I" and tokens[at].word != "of"


def _is_thing(phrase: Phrase) -> bool:
    kind = classify(phrase.noun)[0]
    return phrase.noun in _KNOWN | BODY or kind not in _PLACES | _UNHELD | {"creature"}


def _said(reading: Reading, first: int, end: int, whose: bool) -> str:
    """The clause as it is written, its subject told for "whose" and "who"."""
    words = [token.word for token in reading.tokens[first:end]]
    while words and words[-1] in (",", "."):
        words.pop()
    if reading.tokens[first].word in ("who", "which"):
        words = ["they", *words[1:]]
    text = cased(reading, " ".join(words).replace(" 's", "'s"))
    return re.sub(r"\bcan not\b", "cannot", f"their {text}" if whose else text)


def _past(tokens: list[Token], first: int, verb: int, end: int, reading: Reading, whose: bool) -> str:
    """The clause as it was before the deed: "somebody had hidden the sugar", "the bus would not start"."""
    token = tokens[verb]
    before = _said(reading, first, verb, whose)
    after = _said(reading, verb + 1, end, False) if verb + 1 < end else ""
    if token.word in _WERE:
        turned = _WERE[token.word]
    elif token.tag == "VD":
        turned = token.word
    elif token.tag in ("VS", "V"):
        turned = _SIMPLE.get(token.lemma) or f"had {participle(token.lemma)}"
    else:
        return ""
    return f"{before} {turned} {after}".strip()
