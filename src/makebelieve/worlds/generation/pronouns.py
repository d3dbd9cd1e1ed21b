"""What the pronoun behind a verb stands for: "steals a goose and must hide it"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.absences import is_missing
from makebelieve.worlds.generation.cues import ABOUT, HE, SHE
from makebelieve.worlds.generation.names import PLACE_WORDS, is_given
from makebelieve.worlds.generation.presence import said_of
from makebelieve.worlds.generation.reading import GROUPS, Reading, animate, owner_in, somebody

_MONSTERS: Final = frozenset(
    ("monster", "ghost", "beast", "creature", "alien", "ogre", "troll", "spirit", "phantom", "demon", "bogeyman", "baby", "child")
)
_SEEKING: Final = frozenset(("find", "recover", "seek", "retrieve", "fetch", "get", "look", "search", "locate", "track"))
AWAY: Final = frozenset(("home", "back", "out", "away", "off", "up", "down", "alive", "safely"))


def meant_by_pronoun(reading: Reading, at: int, end: int, i: int, mine: set[int], spoken_of: list[Phrase]) -> tuple[Phrase | None, int]:
    """What "it", "them", "him" or "her" behind a verb stands for, and where the pronoun is."""
    tokens = reading.tokens
    if untold_thing(reading, i):
        return None, at
    for n in range(at, min(end, at + 3)):
        word = tokens[n].word
        if tokens[n].tag not in ("I", "R", "P", "D"):
            break
        alone = n == end - 1 or tokens[n + 1].tag in ("I", "M") or tokens[n + 1].word in AWAY
        if word in ("it", "them", "him", "her") and (tokens[n].tag == "P" or alone):
            spoken = [one for one in spoken_of if one.end <= i]
            done_for = tokens[i].lemma in ("save", "protect", "rescue") and tokens[i - 1].word == "to"
            spoken = [one for one in spoken if not (done_for and one.end == i - 1)]  # "put on a play to save it"
            begun = _only_one(reading, i)
            past = [
                phrase
                for phrase in reading.found
                if phrase.end <= i
                and not (begun and begun <= phrase.start)
                and id(phrase) not in mine
                and not (done_for and phrase.end == i - 1)
                and classify(phrase.noun)[0] != "time"
                and not (
                    word != "it" and (said_of(reading, phrase) or _has_died(reading, phrase))
                )  # "our dad thinks he is a spy and we must stop him"
                and (phrase.noun not in ABOUT or (phrase.noun == "name" and phrase.determiner is not None))
            ]
            there = [one for one in past if one.preposition not in PLACE_WORDS]  # "afraid of the monster under his bed": the monster
            taken = [
                one
                for one in past
                if one.preposition == "with" and {"off", "away"} & {t.word for t in tokens[max(0, one.start - 3) : one.start]}
            ]
            gone = [
                one for one in past if tokens[i].lemma in _SEEKING and is_missing(reading, one)
            ]  # "the cake has gone missing. They have to find it"
            for some in (gone, taken, spoken, [one for one in past if one.preposition is None], there, past):
                fits = [one for one in some if _stands_for(word, one) and not (word == "it" and _is_somebody_named(reading, one))]
                if fits:  # "has promised his horse to whoever brings him a rose"
                    return fits[0 if tokens[i - 1].word == "whoever" else -1], n
            said = [owner_in(reading, one) for one in reading.found if one.end <= i]
            owners = [owner for owner in said if owner is not None and somebody(reading, owner)]
            return next((one for one in reversed(owners) if word != "it" and _stands_for(word, one)), None), n
    return None, at


def untold_thing(reading: Reading, i: int) -> str:
    """What "it" stands for that was only called something: "what my grandfather buried" of "my grandfather buried something and I need to dig it up"."""
    tokens = reading.tokens
    at = next((n for n in range(1, i) if tokens[n].word == "something" and tokens[n - 1].tag == "VD"), 0)
    who = next((one for one in reading.found if at and one.end == at - 1 and somebody(reading, one)), None)
    if who is None or "it" not in {token.word for token in tokens[i + 1 : i + 3]}:
        return ""
    owner = f"{who.determiner} " if who.determiner in ("my", "our", "her", "his", "their") else "the " if who.determiner else ""
    return f"what {owner}{who.text} {tokens[at - 1].word}"


def _has_died(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is told to have died, to whom nothing more is done: "since his dog died"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 2]]
    return words[:1] == ["died"] or words in (["has", "died"], ["is", "dead"], ["had", "died"])


def _is_somebody_named(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is a name and no beast's, and so never "it"."""
    named = reading.tokens[phrase.head.index].word in reading.names
    return named and somebody(reading, phrase) and classify(phrase.noun)[0] not in ("creature", "robot")


def _only_one(reading: Reading, i: int) -> int:
    """Where the subject of a verb begins of which "only" is said, and which "it" cannot stand for: "only a herb from the mountain can heal it"; else 0."""
    tokens = reading.tokens
    if i < 2 or tokens[i - 1].tag != "M" or tokens[i - 1].word == "to":
        return 0
    return next((n for n in range(i - 2, max(0, i - 12), -1) if tokens[n].word == "only"), 0)


def _stands_for(word: str, phrase: Phrase) -> bool:
    many = phrase.plural or ((phrase.count or 1) > 1 and phrase.determiner not in ("a", "an"))
    if phrase.noun in GROUPS | {"sheep", "fish", "deer", "police"}:
        return word in ("it", "them")
    if word == "it" and (classify(phrase.noun)[0] == "person" or is_given(phrase.noun)) and phrase.noun not in _MONSTERS:
        return False
    if word in ("him", "her"):
        other = SHE - {"her"} if word == "him" else HE - {"his"}
        return (
            animate(phrase)
            and not many
            and phrase.noun not in other
            and not other & {token.word for token in phrase.modifiers if token.tag != "'"}
        )
    return many == (word == "them")
