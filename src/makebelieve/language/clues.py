"""What stands around a noun phrase: its neighbours, who harms it, whether it is warned of, offered, named twice."""

from __future__ import annotations

from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.beings import ENEMY_NOUNS
from makebelieve.language.grammar import Phrase
from makebelieve.language.kinds import Kind
from makebelieve.language.reading import Reading
from makebelieve.language.things import animacy, classify
from makebelieve.language.vocabulary import GAME_NOUNS, GENRE_NOUNS

WORDS: Final = {key: frozenset(words) for key, words in lexicon.read("roles").items()}
HOSTILE_TO: Final = frozenset(verb.replace("_", " ") for verb in WORDS["hostile-to"])
COLLECT: Final = frozenset(verb.replace("_", " ") for verb in WORDS["collect"])
_TAKE: Final = frozenset(verb.partition(" ")[0] for verb in COLLECT)
HURLED: Final = frozenset(("shoot", "throw", "fire", "spit", "hurl", "fling", "toss", "lob"))
EDGES: Final = frozenset((".", ",", ";", ":", "!", "?", "(", ")"))
_MAY_LIVE: Final = frozenset(
    ("plant", "food", "object", "container", "instrument", "furniture", "clothing", "device", "treasure", "weapon", "body")
)
# Words about the game that are things too when they are collected or fought.
_ALSO_THINGS: Final = frozenset(
    ("enemy", "tower", "star", "key", "keycard", "button", "card", "weapon", "upgrade", "gear", "item", "loot", "note", "tile")
)


def in_title(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is part of a known game's title."""
    return any(start < phrase.end and phrase.start < end for start, end, _ in reading.titles)


def usable(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase may name something in the game, rather than the game, a time or a measure."""
    noun = phrase.noun
    return (
        noun.replace("-", "").isalpha()
        and len(noun) > 1
        and (noun not in GAME_NOUNS or noun in _ALSO_THINGS)
        and noun not in GENRE_NOUNS
        and noun not in WORDS["abstract"]
        and phrase.head.index not in reading.negated
        and not in_title(reading, phrase)
    )


class Clues:
    """What stands around a phrase."""

    __slots__ = (
        "after",
        "attacked",
        "before",
        "before_lemmas",
        "beset",
        "category",
        "hostile",
        "imperative",
        "kind",
        "label",
        "many",
        "modifiers",
        "phrase",
        "preposition",
        "reading",
    )

    def __init__(self, reading: Reading, phrase: Phrase, kind: Kind, multitude: bool) -> None:
        tokens = reading.tokens
        self.reading, self.phrase, self.kind = reading, phrase, kind
        self.modifiers = tuple(token.word for token in phrase.modifiers)
        self.category = classify(phrase.noun, self.modifiers)[0]
        near = tokens[max(0, phrase.start - 4) : phrase.start]
        self.before = [token.word for token in near]
        self.before_lemmas = [token.lemma for token in near]
        self.after = [token.word for token in tokens[phrase.end : phrase.end + 3]]
        self.label = tokens[phrase.end].lemma if phrase.end < len(tokens) else ""
        self.preposition = phrase.preposition or ""
        self.many = phrase.plural or multitude
        self.hostile, self.attacked = _treatment(reading, phrase)
        # the player does what the clause says: "I circle the planet in my ship", "outrun the others on a sled"
        self.imperative = any(token.word in ("i", "you", "we") for token in tokens[: phrase.start]) or tokens[0].tag == "V"
        self.beset = _beset(reading, phrase)


def _beset(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place is full of them or theirs: "infested with eels", "guarded by imps", "every floor has ghouls"."""
    if phrase.preposition in ("with", "by", "of", "to", "from"):
        at = next((at for at in range(phrase.start - 1, 0, -1) if reading.tokens[at].word == phrase.preposition), 0)
        before = reading.tokens[at - 1] if at else None
        if before is not None and before.lemma in WORDS["beset"] and before.tag not in ("N", "NS"):
            return True
    return any(
        verb in ("have", "hold", "hide", "contain", "bring") and agent is not None and agent.noun in WORDS["holding"]
        for verb, agent in zip(phrase.undergoes, phrase.agents, strict=True)
    ) or any(verb in ("stand", "lurk", "await", "sit", "live") for verb in phrase.undergoes)


def _treatment(reading: Reading, phrase: Phrase) -> tuple[bool, bool]:
    """Whether the player's side does it harm, and whether foes do: "kill the king", "ducks attack a toddler"."""
    hostile = attacked = False
    hurled = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].word == "at"
    for verb, agent in zip(phrase.undergoes, phrase.agents, strict=True):
        foe = agent is not None and (agent.plural or agent.noun in ENEMY_NOUNS)
        if foe and verb.split()[0] in WORDS["hostile-by"]:
            attacked = True
        elif verb in HOSTILE_TO and not (hurled and verb in HURLED):
            hostile = True
    return hostile, attacked and not hostile


def life_of(phrase: Phrase) -> float:
    """How likely the phrase names somebody, 0-1: names that act, and things that walk or are possessed, are alive too."""
    if phrase.head.named and phrase.acts:
        return 0.95
    life = animacy(phrase.noun)
    if life < 0.7 and classify(phrase.noun)[0] in _MAY_LIVE:
        said = {token.word for token in phrase.modifiers} | {token.lemma for token in phrase.modifiers if token.tag == "VG"}
        if said & (WORDS["living"] | WORDS["will"]) or set(phrase.acts) & WORDS["will"]:
            return 0.75
    return life


def doubled(clue: Clues) -> bool:
    """Whether the noun is way, not company: "cloud to cloud", "room after room"."""
    tokens, phrase = clue.reading.tokens, clue.phrase
    right = [token.lemma for token in tokens[phrase.end : phrase.end + 2]]
    left = [token.lemma for token in tokens[max(0, phrase.start - 2) : phrase.start]]
    links = ("to", "by") if animacy(phrase.noun) > 0.8 else ("to", "after", "by")
    return (len(right) == 2 and right[0] in links and right[1] == phrase.noun) or (
        len(left) == 2 and left[1] in links and left[0] == phrase.noun
    )


def continued(clue: Clues) -> float:
    """Points when a pronoun goes on about somebody: "there is a sock and it has to jump home"."""
    tokens = clue.reading.tokens
    for at in range(clue.phrase.end, len(tokens) - 1):
        if tokens[at].word in ("he", "she", "it") and any(
            token.lemma in WORDS["hero-verb"] or token.word in ("must", "has") for token in tokens[at + 1 : at + 3]
        ):
            return 1.2
    return 0.0


def fought(clue: Clues) -> bool:
    """ "a great battle with the big helicopter"."""
    return bool({"battle", "fight", "duel", "war", "showdown", "clash", "encounter", "combat"} & set(clue.before[-4:]))


def last(clue: Clues) -> bool:
    """Whether they wait at the end: "at the end of each sector there is a mothership", "finish with the flying fortress"."""
    tokens, start = clue.reading.tokens, clue.phrase.start
    near = tokens[max(0, start - 10) : start]
    words = [token.word for token in near]
    if any(word in (".", ";", "!") for word in words):
        words = words[max(i for i, word in enumerate(words) if word in (".", ";", "!")) + 1 :]
    return ("end" in words and bool({"is", "waits", "wait", "comes", "with", "stands", "face", "fight"} & set(words[-4:]))) or (
        len(words) > 1 and near[-1].tag in ("I", "D") and bool({"finish", "finishing", "ending", "finally"} & set(words[-4:]))
    )


def covets(clue: Clues) -> bool:
    """Whether they come to, take or want what is ours: "giants walk down to our village", "moths after my wool"."""
    phrase, tokens = clue.phrase, clue.reading.tokens
    if not set(phrase.acts) & (WORDS["advance"] | WORDS["coveting"]) or phrase.determiner in ("my", "our", "your"):
        return False
    for token in tokens[phrase.end : phrase.end + 9]:
        if token.word in EDGES:
            return False
        if token.word in ("my", "our"):
            return True
    return False


def warned(clue: Clues) -> bool:
    """ "careful of the hedgehogs", "watch out for bees", "afraid of owls"."""
    return bool({"careful", "wary", "beware", "watch", "afraid", "danger", "look", "avoid", "scared"} & set(clue.before[-3:])) and (
        "out" in clue.before or "look" not in clue.before
    )


def offered(clue: Clues) -> bool:
    """Whether the clause goes on to say they may be had: "buttons you can pick up", "worms to eat"."""
    tokens, start = clue.reading.tokens, clue.phrase.end
    for at in range(start, min(start + 6, len(tokens) - 1)):
        if tokens[at].word in EDGES:
            return False
        if tokens[at].tag != "M" or tokens[at + 1].lemma not in _TAKE:
            continue
        end = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].tag in ("R", "I"))
        return end >= len(tokens) or tokens[end].word in EDGES or tokens[end].word == "and"
    return False
