"""What a premise tells, clause by clause: who or what does which verb, to whom, and in which aspect."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from makebelieve.language import Phrase, Token, classify, lemma, verb_class
from makebelieve.worlds.generation.clauses import UNDER, clause_start, subject_of, under
from makebelieve.worlds.generation.reading import Reading
from makebelieve.worlds.generation.timespans import presses
from makebelieve.worlds.generation.verbs import PARTICLES, purpose_of
from makebelieve.worlds.generation.wording import end_of

_BE: Final = frozenset(("is", "are", "am", "was", "were", "be", "been", "being", "'s", "'re", "'m"))
_HAVE: Final = frozenset(("has", "have", "had"))
_WITHIN: Final = frozenset(("D", "#", "R", "A", "VD", "VG", "'", "N"))
_ANYBODY: Final = frozenset(("everyone", "everybody", "everything", "nobody", "somebody", "someone", "something", "nothing"))
_GOVERNING: Final = frozenset(
    [
        "at",
        "by",
        "in",
        "of",
        "on",
        "to",
        "as",
        "for",
        "from",
        "into",
        "with",
        "about",
        "over",
        "under",
        "past",
        "across",
        "through",
        "against",
        "between",
        "beside",
        "above",
        "below",
        "next",
        "near",
    ]
)


_MADE: Final = frozenset(("doll", "puppet", "statue", "scarecrow", "snowman", "baby", "child", "golem", "mannequin", "robot", "toy"))
"""Persons that are called "it"."""


@dataclass(slots=True)
class Happening:
    """One finite clause. `verb` has "_" before its particle, "be" is left to `state`; tokens `start` to `end` are the clause."""

    at: int
    verb: str
    aspect: frozenset[str]
    subject: Phrase | None
    pronoun: str
    start: int
    end: int
    after: int
    """The token behind the verb and its particle."""
    object: Phrase | None = None
    preposition: str = ""
    second: Phrase | None = None
    state: str = ""
    relative: bool = False
    aside: bool = False
    resumed: bool = False
    """Whether the subject is only an "it", which stands for what the clause before was done to."""

    def tail(self, reading: Reading) -> list[str]:
        """The words behind the verb, to the end of the sentence."""
        tokens = reading.tokens
        end = next((n for n in range(self.after, len(tokens)) if tokens[n].word in (".", "!", "?") or _turns(tokens, n)), len(tokens))
        return [token.word for token in tokens[self.after : end]]

    def words(self, reading: Reading) -> list[str]:
        """The words behind the verb."""
        return [token.word for token in reading.tokens[self.after : self.end]]


_WEATHER: Final = frozenset(
    ("rain", "rains", "raining", "snow", "snows", "snowing", "pour", "pouring", "thunder", "thundering", "hail", "hailing", "storming")
)


def _turns(tokens: list[Token], n: int) -> bool:
    """Whether another clause begins: "has a broken wing | and winter is near"."""
    if tokens[n].word in ("but", "because", "while"):
        return True
    if tokens[n].word == "and" and n + 1 < len(tokens) and tokens[n + 1].tag in ("VS", "X", "M"):
        return True
    led = tokens[n].word == "and" and n + 1 < len(tokens) and tokens[n + 1].tag in ("D", "N", "NS", "P")
    return led and any(token.tag in ("X", "M", "VS") for token in tokens[n + 2 : n + 6])


def happenings(reading: Reading, idioms: frozenset[str]) -> list[Happening]:
    """The finite clauses of a premise in its order. `idioms`: verbs of several words that count as one ("go_on_strike")."""
    key = (idioms, len(reading.found))
    if key not in reading.clauses:
        reading.clauses[key] = _happenings(reading, idioms)
    told: list[Happening] = reading.clauses[key]
    return told


def _happenings(reading: Reading, idioms: frozenset[str]) -> list[Happening]:
    made: list[Happening] = []
    inside = {at for phrase in reading.found for at in range(phrase.start, phrase.head.index)}
    for i, token in enumerate(reading.tokens):
        if i in inside:
            continue
        chain = _chain(reading.tokens, i)
        if token.tag == "X":
            found = _of_state(reading, i, chain)
        elif token.tag in ("V", "VS", "VD", "VG"):
            found = _of_verb(reading, i, chain, idioms)
        else:
            found = None
        if found is not None:
            made.append(found)
    for before, one in pairwise(made):
        many = before.subject is not None and (before.subject.plural or (before.subject.count or 1) > 1)
        if one.subject is None and one.pronoun == "they" and many and not one.relative:  # "my toys come alive and they need my help"
            one.subject, one.resumed = before.subject, True
        mine = before.subject is not None and before.subject.determiner in ("my", "our") and before.subject.start <= 1
        if one.subject is None and one.pronoun in ("he", "she") and mine and not one.relative:  # "my mum is an astronaut and she is late"
            one.subject, one.resumed = before.subject, True
        it = before.object if before.object is not None and before.preposition != "into" else None
        if it is not None and it.plural and reading.tokens[one.start - 1].word in ("and", "but"):
            it = before.subject  # "the witch's house has legs and it has walked off"
        rains = {token.word for token in reading.tokens[one.at : one.after + 2]} & _WEATHER
        if (
            one.subject is None
            and one.pronoun == "it"
            and not rains  # "it will not stop raining"
            and not (one.verb == "be" and reading.tokens[one.after : one.after + 1] and reading.tokens[one.after].tag == "NS")
            and it is not None
            and not one.relative
            and (classify(it.noun)[0] != "person" or it.noun in _MADE)
        ):
            one.subject, one.resumed = it, True
    return made or _unsaid(reading)


def _unsaid(reading: Reading) -> list[Happening]:
    """What a premise without a verb tells by its participles: "two old enemies, one sinking boat"."""
    return [
        Happening(token.index, base_form(token.word), frozenset(("going",)), phrase, "", phrase.start, phrase.end, phrase.end)
        for phrase in reading.found
        for token in phrase.modifiers
        if token.tag == "VG" or (token.tag == "A" and token.word.endswith("ing") and base_form(token.word) != token.word)
    ]


def _aside(tokens: list[Token], i: int) -> bool:
    """Whether a clause only tells when or on what condition; "a town where the sheriff owes him a horse" tells more."""
    start = clause_start(tokens, i)
    if [token.word for token in tokens[start : start + 2]] in (["every", "time"], ["each", "time"]):
        return True  # "every time Bo tells a lie, a toad appears"
    if not under(tokens, i):
        return False
    at = next((n for n in range(i - 1, -1, -1) if tokens[n].word in UNDER), i)
    return tokens[at].word != "where"


def _chain(tokens: list[Token], i: int) -> list[str]:
    """The auxiliaries, modals and adverbs right before a verb, first to last."""
    at = i
    while at > 0 and (
        tokens[at - 1].tag in ("X", "M", "R")
        or tokens[at - 1].word in ("not", "never", "only")
        or _keeps(tokens, at - 1, tokens[i])
        or (at == i and _gets(tokens, i))
    ):
        at -= 1
    return [token.word for token in tokens[at:i]]


def _gets(tokens: list[Token], i: int) -> bool:
    """ "Gets swapped": said as is "is swapped"."""
    return tokens[i].tag == "VD" and tokens[i - 1].lemma == "get" and tokens[i - 1].tag in ("V", "VS", "VD")


def _keeps(tokens: list[Token], at: int, verb: Token) -> bool:
    return verb.tag == "VG" and at >= 0 and tokens[at].lemma == "keep" and tokens[at].tag in ("V", "VS", "VD")


def _aspect(token: Token, chain: list[str]) -> frozenset[str] | None:
    """Marks of how a verb is said, or None where it is no finite one."""
    words = set() if token.tag == "VS" and set(chain) & (_HAVE | _BE) else set(chain)  # "who has never been late oversleeps"
    marks = {"not"} if words & {"not", "never", "hardly", "longer"} else set()
    marks |= words & {"can", "will", "could", "would", "must", "should"}
    if "to" in words:  # "is to be cut down"
        return frozenset(("passive", "fated")) if token.tag == "VD" and chain[0] in _BE and "be" in words else None
    if token.tag == "VG":
        if words & {"keep", "keeps", "kept"}:
            marks.add("keeps")
        elif words & (_BE | {"been"}):
            marks.add("going")
        else:
            return None
    elif token.tag == "VD" and (words & _BE or words & {"get", "gets", "got"}):
        marks.add("passive")
    elif token.tag == "VD" and words & _HAVE:
        marks.add("has")
    elif token.tag == "V" and words & {"can", "will", "could", "would", "must", "should", "may", "might"}:
        marks.add("modal")
    else:
        marks.add("plain")
    return frozenset(marks)


def _opening(tokens: list[Token], first: int, i: int, pronoun: str) -> int:
    """Where a clause begins whose subject is a pronoun: "everyone in the village has"."""
    before = max(0, first - bool(pronoun))
    return _begun_by(tokens, i, pronoun) if pronoun in _ANYBODY and tokens[before].word != pronoun else before


def _begun_by(tokens: list[Token], i: int, pronoun: str) -> int:
    """Where "everyone in the village" begins whose verb is at `i`."""
    start = clause_start(tokens, i)
    return next((n for n in range(i - 1, start - 1, -1) if tokens[n].word == pronoun), start)


def _subject(reading: Reading, i: int) -> tuple[Phrase | None, str, bool]:
    subject, pronoun, relative = subject_of(reading, i)
    at = clause_start(reading.tokens, i)
    within = reading.tokens[at + 1 : i]
    if at < i - 1 and reading.tokens[at].word in _ANYBODY and within[0].tag == "I" and not any(t.tag in ("VS", "VD", "S") for t in within):
        return None, reading.tokens[at].word, False  # ", something in the classroom comes alive"
    if subject is None and not pronoun:  # "everyone in the village has"
        pronoun = reading.tokens[at].word if reading.tokens[at].word in _ANYBODY else ""
    return subject, pronoun, relative


def _of_verb(reading: Reading, i: int, chain: list[str], idioms: frozenset[str]) -> Happening | None:
    tokens = reading.tokens
    token = tokens[i]
    if (
        token.word == "left"
        and not chain
        and not (i + 1 < len(tokens) and tokens[i + 1].tag in ("P", "D"))
        and any(one.word in ("has", "have", "with", "had") for one in tokens[max(0, i - 5) : i])
    ):
        return None  # "has one jump left"
    aspect = _aspect(token, chain)
    if aspect is None or (token.tag == "VG" and token.lemma == "keep"):
        return None
    if i + 1 < len(tokens) and token.lemma == "keep" and tokens[i + 1].tag == "VG":
        return None
    if i + 1 < len(tokens) and token.lemma == "get" and tokens[i + 1].tag == "VD":
        return None  # "get swapped": told of the verb behind it
    first = i - len(chain)
    subject, pronoun, relative = _subject(reading, first if chain else i)
    bare = "plain" in aspect
    if bare and token.tag == "V" and (first == 0 or (subject is None and not pronoun)):
        return None  # an order
    linked = (
        first > 0
        and tokens[first - 1].word in ("and", "but")
        and subject is not None
        and tokens[i + 1 : i + 2]
        and tokens[i + 1].tag in ("P", "D")
    )
    if bare and token.tag == "VD" and not pronoun and not linked and (subject is None or subject.end != first) and not relative:
        return None  # "a fallen tree"
    if bare and token.tag == "VD" and subject is not None and subject.end == first and not relative and _said_to_be(reading, subject):
        return None  # "you are the only nurse left on the ward"
    if bare and token.tag == "VD" and subject is not None and subject.end == first and _is_participle(tokens, i):
        return None  # "a wolf raised by sheep", "a girl made of glass is invited"
    verb, after = token.lemma, i + 1
    for length in (3, 2, 1):
        words = [one.word for one in tokens[after : after + length]]
        joined = "_".join((verb, *words))
        particle = length == 1 and words and words[0] in PARTICLES and (verb_class(joined) or purpose_of(joined))
        if len(words) == length and (joined in idioms or particle):
            verb, after = joined, after + length
            break
    end = end_of(reading, i)
    if relative:  # "a penguin who cannot swim | wants to learn it"
        end = next((n for n in range(after, end) if tokens[n].tag in ("VS", "X") and tokens[n - 1].tag not in ("D", "C", "P", "S")), end)
    made = Happening(
        i,
        verb,
        aspect,
        subject,
        pronoun,
        subject.start if subject is not None else _opening(tokens, first, i, pronoun),
        max(end, after),
        after,
        relative=relative,
        aside=_aside(tokens, i),
    )
    if any(presses(tokens, n) for n in range(i, made.end)) or presses(tokens, min(made.end, len(tokens) - 1)):
        made.aspect |= {"due"}
    begin = next((n + 1 for n in range(made.start - 1, -1, -1) if tokens[n].word in ("and", "but")), 0)
    if {"every", "each"} & {token.word for token in tokens[max(begin, clause_start(tokens, i)) : made.start]}:
        made.aspect |= {"daily"}
    _complete(reading, made)
    if made.object is None and (pronoun or subject is not None):  # "a password she has forgotten"
        begun = made.start if subject is not None else first - 1
        made.object = next((one for one in reading.found if one.end == begun and one is not subject and not _led(tokens, one)), None)
        made.relative = made.relative and made.object is None
    return made


def _led(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase only says when or where: "in ancient Egypt a scribe …"."""
    at = next((n for n in range(phrase.start - 1, -1, -1) if tokens[n].tag not in ("D", "A", "#")), None)
    return at is not None and tokens[at].tag == "I"


def _is_participle(tokens: list[Token], i: int) -> bool:
    """Whether a word like "made" or "raised" right behind its noun only says which one is meant."""
    if i + 1 < len(tokens) and tokens[i + 1].word == "by":
        return True
    end = next((n for n in range(i + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (",", "and", "but")), len(tokens))
    finite = next((n for n in range(i + 1, end) if tokens[n].tag in ("X", "VS") or (tokens[n].tag == "M" and tokens[n].word != "to")), 0)
    return finite > i + 1 and tokens[finite - 1].tag in ("N", "NS") and tokens[i + 1].tag == "I" and not under(tokens, finite)


def _said_to_be(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is what somebody is said to be: "you are the only nurse"."""
    at = phrase.start
    while at > 0 and reading.tokens[at - 1].tag in ("D", "R", "A", "#"):
        at -= 1
    return at > 0 and reading.tokens[at - 1].word in _BE


def _of_state(reading: Reading, i: int, chain: list[str]) -> Happening | None:
    """ "The floor is lava", "the dentist is out of anaesthetic", "has only one flea left"."""
    tokens = reading.tokens
    word = tokens[i].word
    at = i + 1
    while (
        at < len(tokens)
        and (tokens[at].tag == "R" or tokens[at].word == "not")
        and tokens[at].word not in ("out", "in", "on", "back", "away", "there", "nowhere", "late", "asleep", "alone", "awake")
    ):
        at += 1
    if at >= len(tokens) or tokens[at].tag in ("VG", "X", "M") or (tokens[at].tag == "VD" and word in _HAVE | _BE) or "to" in chain:
        return None
    if word not in _BE | _HAVE or tokens[at].word == "to":
        return None
    subject, pronoun, relative = _subject(reading, i - len(chain))
    if i and tokens[i - 1].word == "there":
        subject, pronoun = None, "there"
    end = end_of(reading, at)
    made = Happening(
        i, "have" if word in _HAVE else "be", frozenset({"plain"} | {"must"} & set(chain) | {"not", "too"} & {tokens[n].word for n in range(i, at)}), subject,
        pronoun, subject.start if subject is not None else _begun_by(tokens, i, pronoun) if pronoun in _ANYBODY else max(0, i - len(chain) - bool(pronoun and not (chain and chain[-1] == pronoun))), end, at, relative=relative, aside=_aside(tokens, i),
    )  # fmt: skip
    if made.verb == "be":
        made.state = "out_of" if [one.word for one in tokens[at : at + 2]] == ["out", "of"] else tokens[at].lemma or tokens[at].word
        head = next((phrase for phrase in reading.found if phrase.start <= at < phrase.end or phrase.start in (at + 1, at + 2)), None)
        if tokens[at].tag in ("D", "N", "NS", "A", "#") and head is not None and head.start <= at + 2 and tokens[at].tag != "A":
            made.state = head.noun
        if [one.word for one in tokens[at : at + 2]] == ["in", "love"] or [one.word for one in tokens[at : at + 2]] == ["on", "trial"]:
            made.state = "in_love" if tokens[at].word == "in" else "trial"
        if tokens[at].word == "on" and tokens[at + 1 : at + 2] and tokens[at + 1].word == "strike":
            made.verb, made.state = "go_on_strike", ""
    _complete(reading, made)
    return made


def _complete(reading: Reading, made: Happening) -> None:
    """Find what the verb is done to and the noun behind its first preposition."""
    tokens, at = reading.tokens, made.after
    for phrase in reading.found:
        if phrase.start < at or phrase.start >= max(made.end, at + 1):
            continue
        between = [token for token in tokens[at : phrase.start] if token.tag not in _WITHIN or token.word in _GOVERNING]
        between = [token for token in between if token.word not in ("her", "him", "them", "me", "us", "you", "it", "up", "out", "down")]
        if not between and made.object is None and made.second is None:
            if "passive" in made.aspect and classify(phrase.noun)[0] == "time":
                continue  # "was stolen the night before the fair"
            made.object = phrase
        elif made.second is None and tokens[phrase.start - 1].word in _GOVERNING | {"of"} and tokens[phrase.start - 1].word != "of":
            made.preposition, made.second = tokens[phrase.start - 1].word, phrase
        elif (made.second is None and made.state == "out_of") or (
            made.second is None and tokens[phrase.start - 1].word == "of" and made.object is None
        ):
            made.preposition, made.second = "of", phrase
    if made.second is None:  # "radio from 1944"
        for n in range(at, min(made.end, len(tokens) - 1)):
            if tokens[n].word in _GOVERNING and tokens[n + 1].tag == "#" and not any(one.start <= n + 1 < one.end for one in reading.found):
                made.preposition, made.second = tokens[n].word, Phrase(n + 1, n + 2, tokens[n + 1], [])
                return


def base_form(word: str) -> str:
    """The base of a verb: "speaking" -> "speak"."""
    return lemma(word, "verb") or word
