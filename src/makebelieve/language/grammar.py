"""Noun phrases, with their prepositions and the verbs around them, found in a tagged prompt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.beings import BODIES_OF
from makebelieve.language.numerals import number
from makebelieve.language.settings import TIME_OF
from makebelieve.language.tagging import Token
from makebelieve.language.vocabulary import GENRE_NOUNS


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens[start:end], head noun last. The rest is what the roles are judged by."""

    start: int
    end: int
    head: Token
    modifiers: list[Token]
    determiner: str | None = None
    count: int | None = None
    plural: bool = False
    owner: str | None = None
    preposition: str | None = None
    """Verbs (lemmas) this phrase is subject of, and object of."""
    acts: list[str] = field(default_factory=list)
    undergoes: list[str] = field(default_factory=list)
    """For each verb of `undergoes`, whose doing it is, where that is said."""
    agents: list[Phrase | None] = field(default_factory=list)
    """Verbs of `acts` that are done to "me", "you", "him", "her", "us"; and of `undergoes` that "I" or "you" do."""
    toward: list[str] = field(default_factory=list)
    by_player: list[str] = field(default_factory=list)
    mutual: bool = False
    """Whether they do it to each other."""

    @property
    def noun(self) -> str:
        return self.head.lemma

    @property
    def text(self) -> str:
        """The phrase without article and number, the head in the singular."""
        return " ".join([*(token.word for token in self.modifiers), self.head.lemma]).replace(" 's", "'s")


# A place or a time does not go on after a comma ("at dusk, double jump"); a list of foes does ("against bats, ghosts").
_SHARED_BY_COMMA: Final = frozenset(("against", "versus", "vs", "with", "from", "of", "by", "without"))
# "at night and four foxes": the foxes are not at night
_WHERE: Final = frozenset(("at", "in", "inside", "on", "under", "during", "across", "through", "around", "without"))
# "every night snails creep": the time is no part of the snails
_SPELLS: Final = frozenset(("night", "day", "morning", "evening", "minute", "second", "hour", "year", "week", "time", "round", "turn"))
_DONE_TO: Final = frozenset(
    verb.partition("_")[0] for key in ("hostile-to", "collect", "control", "friendly-verb") for verb in lexicon.read("roles")[key]
) - {"bounce", "jump", "hop", "leap", "run"}
_STATES: Final = frozenset(
    ("walk", "fly", "dance", "sing", "talk", "crawl", "float", "glow", "sleep", "swim", "march", "scream", "laugh", "burn", "rot")
)
# They open a clause with a subject of its own.
_CLAUSE: Final = frozenset(("while", "because", "when", "if", "although", "since", "whenever"))
_PLAYER_OBJECTS: Final = frozenset(("me", "you", "him", "her", "us"))
_INSIDE: Final = frozenset(("D", "#", "A", "N", "NS", "'", "VD", "VG"))


def phrases(tokens: list[Token]) -> list[Phrase]:
    """Noun phrases in order, with their preposition and the verbs around them."""
    found: list[Phrase] = []
    at, size = 0, len(tokens)
    while at < size:
        if tokens[at].tag not in _INSIDE or tokens[at].tag == "'":
            at += 1
            continue
        end = at
        while end < size and tokens[end].tag in _INSIDE:
            token = tokens[end]
            if end > at and token.tag == "D" and tokens[end - 1].tag != "D":
                break  # a new determiner opens a new phrase: "the fox the hen"
            if end > at and tokens[end - 1].tag == "NS" and token.tag != "'":
                break  # a plural closes its phrase: "wolves" | "sleeping"
            if end > at and token.tag in ("VG", "VD") and tokens[end - 1].tag in ("N", "NS"):
                break  # "fox jumping": a verb follows its noun
            if token.tag == "#" and end > at and tokens[end - 1].tag in ("N", "NS"):
                break
            end += 1
        stop = end
        while stop > at and tokens[stop - 1].tag not in ("N", "NS"):
            stop -= 1
        if stop == at:
            at = max(end, at + 1)
            continue
        start = at
        # leading verbs are verbs, not modifiers, unless a determiner came before them: "collecting coins", "a flying pig"
        while (
            start < stop - 1
            and tokens[start].tag in ("VG", "VD")
            and (start == 0 or tokens[start - 1].tag not in ("D", "A", "#", "I"))
            and not _describes(tokens, start, stop)
        ):
            start += 1
        found.extend(_split(tokens, start, stop))
        at = stop
    _attach(tokens, found)
    return found


def _being(phrase: Phrase) -> bool:
    return BODIES_OF.get(phrase.noun, ("", ""))[0] in ("creature", "person", "robot")


def _describes(tokens: list[Token], start: int, stop: int) -> bool:
    """Whether a leading participle says how somebody is, not what is done: "dancing cactus", against "collecting coins"."""
    head = tokens[stop - 1]
    if tokens[start].tag == "VD":
        return start == 0 or tokens[start - 1].tag in (".", "C")  # "lost knight"
    if tokens[start].tag == "VG" and head.tag == "NS" and tokens[start].lemma in _STATES:
        return True  # "walking forks"
    return (
        tokens[start].tag == "VG"
        and head.tag == "N"
        and BODIES_OF.get(head.lemma, ("", ""))[0] in ("creature", "person", "robot", "vehicle", "plant", "object")
        and tokens[start].lemma not in _DONE_TO
    )


def _split(tokens: list[Token], start: int, end: int) -> list[Phrase]:
    """One phrase, or several where the name of a sort of game stands between nouns ("survival game | mage")."""
    parts: list[Phrase] = []
    first = start
    for at in range(start, end):
        spell = at + 1 < end and tokens[at].lemma in _SPELLS and tokens[start].word in ("every", "each", "one", "all", "this")
        if (tokens[at].lemma not in GENRE_NOUNS and not spell) or tokens[at].tag == "'" or (at + 1 < end and tokens[at + 1].tag == "'"):
            continue
        if any(token.tag in ("N", "NS") for token in tokens[first:at]):
            stop = at
            while tokens[stop - 1].tag not in ("N", "NS"):
                stop -= 1
            parts.append(_phrase(tokens, first, stop))
        parts.append(_phrase(tokens, at, at + 1))
        first = at + 1
    if first < end:
        parts.append(_phrase(tokens, first, end))
    return parts


def _phrase(tokens: list[Token], start: int, end: int) -> Phrase:
    head = tokens[end - 1]
    # "my dog Biscuit", "our cat Luna": the name says nothing, the dog does
    named = (
        end - start >= 2
        and tokens[end - 2].lemma in BODIES_OF
        and head.tag == "N"
        and (tokens[start].word in ("my", "our") if end - start >= 3 and not head.named else head.named)
    )
    if (
        named
        and BODIES_OF[tokens[end - 2].lemma][0] in ("creature", "person")
        and BODIES_OF.get(head.lemma, ("", ""))[0] not in ("creature", "person", "robot")
    ):
        head = tokens[end - 2]
    inside = tokens[start : head.index]
    determiner = next((token.word for token in inside if token.tag == "D"), None)
    count = next((number(token.word) for token in inside if token.tag == "#"), None)
    body = [token for token in inside if token.tag in ("A", "N", "NS", "VG", "VD") and token.lemma != head.lemma]
    owner = None
    for i, token in enumerate(inside):
        if token.tag == "'":
            owner = inside[i - 1].lemma if i else None
            body = [one for one in inside[i + 1 :] if one.tag in ("A", "N", "NS", "VG", "VD")]
    return Phrase(start, end, head, body, determiner, count, head.tag == "NS", owner)


def _attach(tokens: list[Token], found: list[Phrase]) -> None:
    """Prepositions, subjects and objects, by position: prompts are short, and their clauses shallow."""
    starts = {phrase.start: phrase for phrase in found}
    ends = {phrase.end: phrase for phrase in found}
    for phrase in found:
        before = phrase.start - 1
        while before >= 0 and tokens[before].tag in ("R", "D", "#"):
            before -= 1
        if before >= 0 and tokens[before].tag in ("I", "M"):
            phrase.preposition = tokens[before].word
    previous: Phrase | None = None
    for phrase in found:  # "bats and ghosts", "bats, ghosts": a list shares the preposition and the verb of its first member
        if previous and phrase.preposition is None and previous.preposition and _listed(tokens, previous, phrase):
            comma = tokens[previous.end].word == ","
            elsewhere = previous.preposition in _WHERE and not _being(previous) and _being(phrase)
            elsewhere = elsewhere or previous.noun in TIME_OF
            if not elsewhere and (not comma or previous.preposition in _SHARED_BY_COMMA):
                phrase.preposition = previous.preposition
        previous = phrase
    inner = {token.index for phrase in found for token in phrase.modifiers}
    for i, token in enumerate(tokens):
        if token.tag not in ("V", "VS", "VG", "VD") or i in inner:
            continue
        offered = i > 1 and tokens[i - 1].word == "to" and tokens[i - 1].tag == "M" and ends.get(i - 1)
        if offered and (i + 1 == len(tokens) or tokens[i + 1].tag in (".", "C")) and not offered.undergoes:
            continue  # "worms to eat": nobody says that the worms do
        subject = _subject(tokens, i, ends)
        passive = token.tag == "VD" and i > 0 and _is_passive(tokens, i)
        if subject is not None:
            if passive:
                subject.undergoes.append(token.lemma)
                subject.agents.append(None)
            else:
                subject.acts.append(token.lemma)
                if subject.preposition == "for" and i <= subject.end + 1:
                    subject.preposition = None  # "for the beetles march at dusk" gives a reason
                _note_object(tokens, i, subject)
                partner = ends.get(subject.start - 1)
                if partner is not None and _being(partner) and not partner.plural and tokens[subject.start - 1].word == "and":
                    partner.acts.append(token.lemma)  # "a wizard and a witch take turns"
        at = i + 1
        while at < len(tokens) and tokens[at].tag in ("R", "I", "M") and at - i <= 3 and at not in starts:
            at += 1
        particle = tokens[at - 1].word if at > i + 1 else ""
        target = starts.get(at)
        if passive and particle == "by" and target is not None:
            target.acts.append(token.lemma)
            continue
        verb = token.lemma if not particle or tokens[at - 1].tag == "R" else f"{token.lemma} {particle}"
        mine = subject is None and _said_of_player(tokens, i)
        while target is not None:
            if mine:
                target.by_player.append(token.lemma)
            target.undergoes.append(verb)
            target.agents.append(subject)
            follower = next((one for one in found if one.start >= target.end), None)
            target = follower if follower is not None and _listed(tokens, target, follower) else None


def _note_object(tokens: list[Token], verb: int, subject: Phrase) -> None:
    """What the verb is done to, when a pronoun tells."""
    at = verb + 1
    while at < len(tokens) and at - verb <= 3 and tokens[at].tag in ("I", "R", "M"):
        at += 1
    words = [token.word for token in tokens[at : at + 2]]
    if words[:1] and words[0] in _PLAYER_OBJECTS and tokens[at].tag == "P":
        subject.toward.append(tokens[verb].lemma)
    subject.mutual = subject.mutual or words == ["each", "other"] or words == ["one", "another"]


def _said_of_player(tokens: list[Token], verb: int) -> bool:
    """Whether "I" or "you" stands before the verb: "i lost my kitten", "you must find the keys"."""
    at = verb - 1
    while at >= 0 and tokens[at].tag in ("M", "R", "X"):
        at -= 1
    return at >= 0 and tokens[at].word in ("i", "you", "we", "u")


def _listed(tokens: list[Token], left: Phrase, right: Phrase) -> bool:
    """Whether two phrases are members of one list: "A and B", "A, B and C", or plurals side by side ("bats, ghosts")."""
    between = [token.word for token in tokens[left.end : right.start]]
    if not between or len(between) > 2 or not all(word in (",", "and", "or") for word in between):
        return False
    if between != [","] and _starts_clause(tokens, right):
        return False
    if between != [","]:
        return True
    following = tokens[right.end].word if right.end < len(tokens) else ""
    return following in ("and", "or") or (left.plural == right.plural and (following == "," or (right.plural and following in ("", "."))))


def _starts_clause(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a verb of its own follows the phrase: "... and my little ship at the bottom moves"."""
    at = phrase.end
    if at < len(tokens) and tokens[at].tag == "I":
        at += 1
        while at < len(tokens) and tokens[at].tag in _INSIDE and tokens[at].tag not in ("VD", "VG"):
            at += 1
    if at >= len(tokens):
        return False
    while at < len(tokens) - 1 and tokens[at].tag in ("R", "A"):
        at += 1
    token = tokens[at]
    return token.tag in ("VS", "X") or (token.tag == "M" and token.word != "to") or (token.tag == "V" and phrase.plural)


def _is_passive(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return tokens[at - 1].tag == "X" or following == "by"


def _subject(tokens: list[Token], at: int, ends: dict[int, Phrase]) -> Phrase | None:
    """The phrase a verb speaks about: the nearest one to the left that is not itself governed, across conjoined verbs."""
    back = at - 1
    fallback: Phrase | None = None
    finite = tokens[at].tag in ("V", "VS")
    if tokens[at].tag == "V" and tokens[back].word in (",", "and", "then", "or") and tokens[_clause_start(tokens, at)].tag == "V":
        return None  # "help the villagers, learn spells, beat the dark lord": the player does
    while back >= 0 and at - back <= 24:
        token = tokens[back]
        phrase = ends.get(back + 1)
        if phrase is not None:
            governed = phrase.preposition is not None and phrase.preposition not in ("with", "as", "about", "like", "of", "where")
            if phrase.preposition == "with":  # "a rabbit with a gun rolls": the rabbit does
                governed = any(end <= phrase.start and end >= phrase.start - 2 and one.noun in BODIES_OF for end, one in ends.items())
            if back + 1 == at and (phrase.preposition == "without" or (phrase.preposition == "for" and finite)):
                return phrase  # "without the guard noticing"
            relative = back + 1 < len(tokens) and tokens[back + 1].word in ("who", "that", "which") and at - back <= 4
            if relative or not (governed or phrase.undergoes):
                return phrase
            if not governed and fallback is None:
                fallback = phrase
            back = phrase.start - 1
            continue
        if finite and token.word in _CLAUSE:
            return fallback
        if token.word in (".", "!", "?", ";", ":") or (token.tag == "P" and token.word not in ("who", "all", "one", "each")):
            return None if token.tag == "P" else fallback
        back -= 1
    return fallback


def _clause_start(tokens: list[Token], at: int) -> int:
    return next((back + 1 for back in range(at - 1, -1, -1) if tokens[back].word in (".", "!", "?", ";", ":")), 0)
