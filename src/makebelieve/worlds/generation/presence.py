"""Whether a noun of a premise is somebody who can be met, or an event, a place, or what is said of somebody else."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation.names import PLACE_WORDS, is_given, is_title
from makebelieve.worlds.generation.reading import HALLS, Reading, lead, members_of, name_of, somebody


def only_done(reading: Reading, phrase: Phrase) -> bool:
    """Whether a bare noun behind "to" is what is done: "teach a puppy to herd"."""
    at, whose = lead(reading, phrase)
    bare = not whose and not phrase.plural and phrase.end - at == 1 and phrase.head.word not in reading.names
    return bare and at > 0 and reading.tokens[at - 1].word == "to" and bool(lemma(phrase.head.word, "verb"))


_HAPPENS: Final = frozenset(
    (
        "party",
        "wedding",
        "conference",
        "reception",
        "banquet",
        "festival",
        "funeral",
        "meeting",
        "dinner",
        "ball",
        "concert",
        "trial",
        "seance",
    )
)


def no_person(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun is used of no being: "on board", "at court", "in a cell", "the king's birthday party", "become a good father"."""
    if phrase.noun in ("seaweed", "suspect") or (phrase.noun == "diner" and phrase.preposition in PLACE_WORDS):
        return True
    if phrase.noun in _HAPPENS and members_of(reading, phrase) is None:
        return True
    if phrase.noun in ("cell", "ward", "kindergarten", "nursery") or (phrase.noun in HALLS and phrase.preposition in PLACE_WORDS):
        return True
    if only_done(reading, phrase) or names_place(reading, phrase) or only_qualifies(reading, phrase):
        return True  # "the roses of Little Hadley", "afraid of horses"
    if said_of(reading, phrase) or _unborn(reading, phrase) or _is_pictured(reading, phrase):
        return True
    if phrase.end < len(reading.tokens) and reading.tokens[phrase.end].tag == "#":
        return False  # "with class 4B"
    bare = phrase.determiner is None and not phrase.plural and not phrase.modifiers and phrase.noun not in reading.names
    return bare and phrase.noun in ("board", "court", "class", "company", "school", "bed", "band", "solo")


_NAMING_PLACES: Final = frozenset(("of", "in", "at", "near", "through", "across", "around", "outside", "over"))
_CHANGED: Final = frozenset(
    ("afraid", "scared", "frightened", "terrified", "fear", "phobia", "wary", "jealous", "proud", "fond", "tired", "sick")
)
"""Words whose "of" only says what somebody is like."""


def only_qualifies(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody only says what somebody else is like: "a knight who is afraid of horses"."""
    at = lead(reading, phrase)[0] - 1
    return at > 0 and reading.tokens[at].word == "of" and reading.tokens[at - 1].word in _CHANGED


def names_place(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name behind "of" or "in" is where something is, and nobody: "the roses of Little Hadley"."""
    name = name_of(reading, phrase)
    at = lead(reading, phrase)[0] - 1
    if name is None or at < 1 or reading.tokens[at].word not in _NAMING_PLACES or phrase.acts:
        return False
    if is_given(name.lower()) or any(is_given(word.lower()) or is_title(word.lower()) for word in name.split()):
        return " " in name and not any(is_given(word.lower()) or is_title(word.lower()) for word in name.split()[:1])
    left = next((one for one in reading.found if one.end == at), None)
    return reading.tokens[at].word != "of" or (
        left is not None and not somebody(reading, left) and classify(left.noun)[0] not in ("communication", "body")
    )


_OWN: Final = frozenset(
    (
        "hand", "leg", "eye", "ear", "arm", "nose", "foot", "heart", "voice", "face", "hair", "beard", "tail", "wing", "tooth", "memory", "mind", "conscience",
        "name", "fear", "smile", "finger", "head", "knee", "back", "skin", "shadow", "temper", "dream", "job", "stutter", "limp", "accent", "cold", "past",
    )
)  # fmt: skip


def is_trait(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun only says what somebody is like or lacks: "a soldier with one leg", "whose hands shake", "without a sword"."""
    at = lead(reading, phrase)[0] - 1
    while at >= 0 and reading.tokens[at].tag in ("A", "R", "#", "D"):
        at -= 1
    if at < 0:
        return False
    word = reading.tokens[at].word
    owned = any(one.end == at and (somebody(reading, one) or bool(one.acts)) for one in reading.found)
    return (word == "whose" and phrase.noun in _OWN) or (owned and (word == "without" or (word == "with" and phrase.noun in _OWN)))


_PICTURES: Final = frozenset(
    (
        "statue", "portrait", "picture", "painting", "photo", "photograph", "bust", "mask", "costume", "mural", "drawing", "sketch", "poster", "figurine",
        "sculpture", "carving", "effigy", "puppet", "doll", "mosaic", "hologram", "title", "role", "crown", "throne", "tomb", "grave", "legend", "story", "tale", "name", "wreck", "shipwreck", "hull",
        "voyage", "sinking",
    )
)  # fmt: skip


def _is_pictured(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only shown or told of: "the statue of a knight", "the legend of the weeping bride", or a ship: "the Amalia"."""
    at = lead(reading, phrase)[0] - 1
    name = name_of(reading, phrase)
    ship = name is not None and lead(reading, phrase)[1] == "the" and not phrase.modifiers and not phrase.plural and is_given(name.lower())
    return ship or (at > 0 and reading.tokens[at].word == "of" and reading.tokens[at - 1].lemma in _PICTURES)


def _unborn(reading: Reading, phrase: Phrase) -> bool:
    """Whether a child is only expected: "about to have twins", "is expecting a baby"."""
    at = lead(reading, phrase)[0] - 1
    born = phrase.noun in ("baby", "twin", "child", "triplet", "kitten", "puppy", "foal", "calf", "cub", "chick", "lamb", "son", "daughter")
    after = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    if (
        born
        and at >= 0
        and reading.tokens[at].word in ("before", "until", "when", "till")
        and (
            after[:2] in (["is", "born"], ["are", "born"], ["is", "due"], ["are", "due"], ["is", "coming"])
            or after[:1] in (["comes"], ["arrives"], ["arrive"], ["come"])
        )
    ):
        return True  # "before the baby is born"
    return born and at >= 0 and reading.tokens[at].lemma in ("have", "expect", "bear") and reading.tokens[at].tag in ("V", "VG")


def _added(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun without an article is added to a name between commas: "Rosalind Achterberg, librarian and former thief, must"."""
    tokens, (at, determiner) = reading.tokens, lead(reading, phrase)
    if determiner or phrase.plural or at < 2 or tokens[phrase.head.index].word in reading.names:
        return False
    if tokens[at - 1].word == ",":
        return tokens[at - 2].word in reading.names
    left = next((one for one in reading.found if one.end == at - 1), None)
    return tokens[at - 1].word == "and" and left is not None and _added(reading, left)


_CHOSEN: Final = frozenset(("elect", "appoint", "crown", "name", "make", "call", "declare"))
_CHANGING: Final = frozenset(("turn", "transform", "change", "make", "grow"))


def said_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says what somebody is who is named before: "a soldier who was your enemy", "and become a good father"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    while at >= 0 and (
        tokens[at].tag in ("D", "A", "#") or tokens[at].word in ("definitely", "really", "actually", "secretly", "probably")
    ):
        at -= 1
    if at < 1:
        return False
    if _added(reading, phrase):
        return True
    acts = phrase.end < len(tokens) and tokens[phrase.end].tag in ("V", "VS", "VD", "X", "M")
    if tokens[at].word == "as" and not acts and tokens[at - 1].tag in ("N", "NS", "V", "VS", "VD", "VG"):
        return True  # "on her first day as a nurse", "disguised as a maid"
    if tokens[at].word == "as" and tokens[at - 1].lemma in ("disguise", "dress", "pose", "masquerade"):
        return True  # "a princess disguised as a stable boy wants to win"
    if tokens[at].lemma == "become" or tokens[at].word == "be":
        return True  # "does not want to be king"
    if tokens[at].lemma in _CHOSEN and tokens[at].tag == "VD" and tokens[at - 1].tag == "X" and not acts:
        return True  # "my cat has been elected mayor"
    if tokens[at].word == "into" and any(token.lemma in _CHANGING and token.tag[:1] == "V" for token in tokens[max(0, at - 5) : at]):
        return True  # "she turned my brother into a toad"
    if tokens[at].word == "for" and tokens[at - 1].lemma in ("mistake", "run", "stand", "take", "pass"):
        return not acts  # "mistaken for the prince", "runs for mayor"
    back = at - 1
    while back > 0 and tokens[back].tag in ("R", "X"):
        back -= 1
    if tokens[at].word not in ("is", "was", "were", "are", "been"):
        return False
    named = any(one.end == back + 1 and one is not phrase and somebody(reading, one) for one in reading.found)
    pronoun = tokens[back].word in ("he", "she", "they", "it", "everyone", "everybody", "somebody", "someone", "nobody", "i", "you", "we")
    return tokens[back].word in ("who", "that", "which") or (pronoun and not acts) or named  # "her teacher is a vampire" tells of one
