"""What each noun phrase has going for it as hero, enemy, collectible or hazard: points from its verbs, prepositions and neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.beings import ENEMY_NOUNS, HAZARD_NOUNS, TREASURE_NOUNS
from makebelieve.language.grammar import Phrase
from makebelieve.language.kinds import Kind
from makebelieve.language.labels import Role
from makebelieve.language.reading import Reading
from makebelieve.language.settings import BIOME_OF
from makebelieve.language.things import animacy, classify
from makebelieve.language.vocabulary import GAME_NOUNS, GENRE_NOUNS

WORDS: Final = {key: frozenset(words) for key, words in lexicon.read("roles").items()}
_HOSTILE_TO: Final = frozenset(verb.replace("_", " ") for verb in WORDS["hostile-to"])
_COLLECT: Final = frozenset(verb.replace("_", " ") for verb in WORDS["collect"])
_RESCUE: Final = frozenset(
    ("find", "search", "search for", "look for", "seek", "collect", "gather", "bring", "rescue", "save", "free", "herd", "catch")
)
_AGAINST: Final = frozenset(("against", "versus", "vs", "beware"))
_HURLED: Final = frozenset(("shoot", "throw", "fire", "spit", "hurl", "fling", "toss", "lob"))
_WATCHING: Final = frozenset(("spot", "see", "notice", "catch", "hear", "wake", "find", "get", "reach"))
_RESCUING: Final = frozenset(("protect", "defend", "escape", "run", "save", "rescue", "free", "guard", "keep", "back", "steal"))
_SELF: Final = frozenset(("you", "i", "we", "player", "me"))
_OWNED: Final = frozenset(("my", "your", "our"))
_EDGES: Final = frozenset((".", ",", ";", ":", "!", "?", "(", ")"))
# What a player may do to somebody without being somebody else.
_OWN_DOING: Final = WORDS["control"] | {"want", "like", "love", "need", "have", "fly", "drive", "pilot", "ride", "steer", "sail", "get"}
# Kinds in which the foes come in numbers and whoever stands alone is defended.
SIEGE: Final = frozenset(("tower-defense", "planet-defense", "horde-survivors", "space-shooter"))
# Kinds that several of the same sort play against each other.
_AMONG_EQUALS: Final = frozenset(("platform-brawler", "racing", "music-rhythm"))
_STEERED: Final = frozenset(("space-shooter", "planet-defense", "racing", "flappy-clone"))
# Words about the game that are things too when they are collected or fought.
_ALSO_THINGS: Final = frozenset(
    ("enemy", "tower", "star", "key", "keycard", "button", "card", "weapon", "upgrade", "gear", "item", "loot", "note", "tile")
)


@dataclass(slots=True)
class Marks:
    """Points of one phrase for each role. `life` is how likely it names somebody who acts, 0-1."""

    phrase: Phrase
    order: int
    life: float
    role: Role | None = None
    """The role the prompt states outright."""
    hero: float = 0.0
    enemy: float = 0.0
    collectible: float = 0.0
    hazard: float = 0.0
    group: bool = False
    fragment: bool = False
    """Whether the phrase stands alone between commas: "tap to fly, owl"."""


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


def weigh(reading: Reading, phrase: Phrase, order: int, multitude: bool, kind: Kind, role: Role | None) -> Marks:
    """The points of one phrase, the `order`-th usable one of the prompt."""
    life = 0.95 if phrase.head.named and phrase.acts else animacy(phrase.noun)
    tokens = reading.tokens
    edges = (not phrase.start or tokens[phrase.start - 1].word in _EDGES) and (
        phrase.end == len(tokens) or tokens[phrase.end].word in _EDGES
    )
    mark = Marks(phrase, order, life, role, group=multitude, fragment=edges and phrase.preposition is None and not phrase.undergoes)
    clue = _Clues(reading, phrase, kind, multitude)
    mark.hero = _as_player(clue, mark) + _as_placed(clue, mark) + _as_introduced(clue, mark)
    mark.enemy = _as_foe(clue, mark)
    mark.collectible = _as_prize(clue, mark)
    if phrase.noun in HAZARD_NOUNS:
        mark.hazard += 1.6
        mark.enemy -= 1.0 if kind not in SIEGE else 0.0
    elif mark.enemy > 0.2 and clue.hostile and life < 0.3:
        mark.hazard += 1.2
    if clue.preposition in WORDS["place-preposition"] and clue.preposition not in ("over", "past", "between", "from"):
        mark.hazard -= 1.0
        mark.collectible -= 1.2
    if phrase.noun in BIOME_OF and BIOME_OF[phrase.noun][1] == 1.0 and life < 0.5:
        mark.hero -= 3.5
        mark.enemy -= 3.0
    elif clue.category in ("place", "time", "abstract", "act", "communication") and life < 0.5:
        mark.hero -= 1.2 + 1.5 * (life < 0.1)
    if role is not None:
        mark.hero += 6.0 if role == "hero" else -4.0
        mark.enemy += 4.0 if role == "enemy" else -4.0
        mark.collectible += 3.0 * (role == "collectible")
        mark.hazard += 3.0 * (role == "hazard")
    return mark


class _Clues:
    """What stands around a phrase."""

    __slots__ = (
        "after",
        "attacked",
        "before",
        "before_lemmas",
        "category",
        "hostile",
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


def _treatment(reading: Reading, phrase: Phrase) -> tuple[bool, bool]:
    """Whether the player's side does it harm, and whether foes do: "kill the king", "ducks attack a toddler"."""
    hostile = attacked = False
    hurled = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].word == "at"
    for verb, agent in zip(phrase.undergoes, phrase.agents, strict=True):
        foe = agent is not None and (agent.plural or agent.noun in ENEMY_NOUNS)
        if foe and verb.split()[0] in WORDS["hostile-by"]:
            attacked = True
        elif verb in _HOSTILE_TO and not (hurled and verb in _HURLED):
            hostile = True
    return hostile, attacked and not hostile


def _as_player(clue: _Clues, mark: Marks) -> float:
    """Points for the hero from who it is and what it does or suffers."""
    phrase, noun, life = clue.phrase, clue.phrase.noun, mark.life
    points = 2.2 * life - min(2.0, 0.35 * mark.order) + 0.5 * (mark.order == 0 and life > 0.6)
    if phrase.acts:
        points += 0.8 + 0.9 * any(verb.split()[0] in WORDS["hero-verb"] for verb in phrase.acts)
    if clue.many:
        points -= 0.9 + 0.9 * (clue.kind in SIEGE and bool(phrase.acts)) + 1.2 * (life < 0.5) + 0.8 * (noun in ENEMY_NOUNS)
    if phrase.mutual or (clue.many and clue.kind in _AMONG_EQUALS and not clue.hostile):
        points += 1.2
    if noun in ("enemy", "foe", "boss", "opponent", "rival", "monster", "bully", "people", "crowd", "everyone"):
        points -= 1.5
    if clue.category == "celestial" and clue.preposition != "as":
        points -= 1.5
    if set(clue.modifiers) & WORDS["foe-adjective"]:
        points -= 1.0
    if clue.hostile:
        points -= 2.5
    elif clue.attacked:
        points += 1.5
    elif phrase.undergoes:
        points -= 0.8
    if any(verb in _COLLECT for verb in phrase.undergoes):
        points -= 1.0
    if any(verb not in _OWN_DOING for verb in phrase.by_player):
        points -= 1.5
    if phrase.toward:
        points -= 1.2
    if phrase.plural and {"defend", "protect"} & set(phrase.acts):
        points += 2.5
    return points


def _as_placed(clue: _Clues, mark: Marks) -> float:
    """Points for the hero from the preposition and the determiner."""
    phrase, preposition, life = clue.phrase, clue.preposition, mark.life
    points = {"a": 0.7, "an": 0.7, "one": 0.7, "my": 0.2, "the": 0.2, "our": 0.2, "your": 0.2}.get(phrase.determiner or "", 0.0)
    vessel = clue.category == "vehicle"
    if vessel and phrase.determiner in _OWNED and clue.kind in _STEERED:
        points += 1.5
    if preposition == "as":
        points += 3.5
    elif preposition in ("about", "featuring", "starring"):
        points += 2.0
    elif preposition == "of" and clue.before_lemmas and set(clue.before_lemmas[-3:]) & GENRE_NOUNS and life > 0.6:
        points += 1.0  # "a game of a fox", "race of camels"
    elif preposition in ("in", "with", "on", "from") and vessel and clue.kind in _STEERED and (mark.order == 0 or set(clue.before) & _SELF):
        points += 2.0  # "alone in a silver ship", "I circle the planet in my saucer"
    elif preposition == "with":
        subject_before = any(word in GAME_NOUNS for word in clue.before) or mark.order == 0
        attribute = any(
            one.end in (phrase.start - 1, phrase.start - 2) and animacy(one.noun) > 0.5 and usable(clue.reading, one)
            for one in clue.reading.phrases
        )
        points += -1.8 if attribute else 1.2 if subject_before else -0.8
    elif preposition in ("of", "for", "by", "to", "from"):
        points -= 1.4
    elif preposition in ("where", "but", "like"):
        points += 0.3
    elif preposition in _AGAINST:
        points -= 3.5
    elif preposition in WORDS["place-preposition"]:
        points -= 2.2
    return points


def _as_introduced(clue: _Clues, mark: Marks) -> float:
    """Points for the hero from how the prompt brings it up: "you are a", "help the", "owl" between commas."""
    phrase, before, lemmas = clue.phrase, clue.before, clue.before_lemmas
    points = 0.0
    crowd = clue.many and phrase.noun in WORDS["friendly-noun"]
    if (
        before
        and not crowd
        and (lemmas[-1] in WORDS["control"] or (lemmas[-1] == "get" and mark.life > 0.6))
        and (set(before) & _SELF or len(before) == 1 or clue.reading.tokens[phrase.start - 1].tag == "V")
    ):
        points += 2.5
    if clue.label in ("hero", "heroine", "protagonist", "character") or (
        before and before[-1] in ("hero", "heroine", "protagonist", "character")
    ):
        points += 3.0
    elif (clue.label in GENRE_NOUNS or (before and lemmas[-1] in GENRE_NOUNS)) and not phrase.plural and mark.life > 0.5:
        points += 1.2
    if "am" in before or ("are" in before and {"you", "u"} & set(before)):
        points += 1.5
    if clue.after and clue.after[0] in ("who", "that", "which", "vs", "versus", "against"):
        points += 0.8 if clue.after[0] in ("who", "that", "which") else 3.0
    if mark.fragment and mark.life > 0.6 and phrase.noun not in ENEMY_NOUNS:
        points += 0.3 if clue.many else 1.2
    elif mark.fragment and mark.life > 0.2 and any(token.tag == "VG" for token in phrase.modifiers):
        points += 2.0  # "dancing cactus"
    if _doubled(clue):
        points -= 3.0
    return points


def _doubled(clue: _Clues) -> bool:
    """Whether the noun is way, not company: "cloud to cloud", "room after room"."""
    tokens, phrase = clue.reading.tokens, clue.phrase
    right = [token.lemma for token in tokens[phrase.end : phrase.end + 2]]
    left = [token.lemma for token in tokens[max(0, phrase.start - 2) : phrase.start]]
    links = ("to", "after", "by")
    return (len(right) == 2 and right[0] in links and right[1] == phrase.noun) or (
        len(left) == 2 and left[1] in links and left[0] == phrase.noun
    )


def _as_foe(clue: _Clues, mark: Marks) -> float:
    phrase, noun, kind, life = clue.phrase, clue.phrase.noun, clue.kind, mark.life
    points = 2.4 * clue.hostile
    if clue.preposition in _AGAINST:
        points += 3.2
    elif clue.preposition == "from" and any(word in _HOSTILE_TO or word in _RESCUING for word in clue.before_lemmas):
        points += 2.4
    elif clue.preposition == "past" and life > 0.6:
        points += 1.7
    elif clue.preposition in ("of", "for", "about") and _warned(clue):
        points += 2.4
    if any(verb in ("mind", "watch", "watch for", "fear", "watch out") for verb in phrase.undergoes) and life > 0.5:
        points += 2.4
    if any(verb.split()[0] in WORDS["hostile-by"] for verb in phrase.acts):
        points += 1.7
    if phrase.toward and any(verb in WORDS["harm"] for verb in phrase.toward):
        points += 1.8
    if any(verb in _WATCHING for verb in phrase.acts) and {"not", "never", "without"} & set(clue.after):
        points += 2.4  # "the cook must not spot you"
    if clue.before and clue.before[-1] in ("before", "until", "till") and life > 0.6:
        points += 1.6  # "before the bear wakes up"
        mark.hero -= 2.5
    if noun in ENEMY_NOUNS:
        points += 1.7
    points += 0.5 * clue.many + 1.2 * mark.group
    if kind in SIEGE and clue.many and phrase.acts:
        points += 1.0
    if set(clue.modifiers) & WORDS["foe-adjective"]:
        points += 1.4 if life > 0.3 else 3.4
    if kind in SIEGE and phrase.acts and not phrase.by_player and set(phrase.acts) & WORDS["advance"] and (life > 0.5 or clue.many):
        points += 0.8  # "pirates land on my beach"
    if life < 0.3:
        falling = kind in SIEGE and (clue.category in ("rock", "celestial") or noun in HAZARD_NOUNS)
        points += 0.6 + 0.6 * phrase.plural if falling else -2.0
    if clue.preposition == "at" and any(token.lemma in _HURLED for token in clue.reading.tokens[max(0, phrase.start - 5) : phrase.start]):
        points += 2.6 if life > 0.5 else 0.0
    if clue.preposition in WORDS["place-preposition"] and clue.preposition not in ("from", "by", "past", "over", "to", "between"):
        points -= 1.2
    return points


def _warned(clue: _Clues) -> bool:
    """ "careful of the hedgehogs", "watch out for bees", "afraid of owls"."""
    return bool({"careful", "wary", "beware", "watch", "afraid", "danger", "look", "avoid", "scared"} & set(clue.before[-3:])) and (
        "out" in clue.before or "look" not in clue.before
    )


def _as_prize(clue: _Clues, mark: Marks) -> float:
    phrase = clue.phrase
    points = 0.0
    if any(verb in _COLLECT for verb in phrase.undergoes):
        points += 2.0
    if phrase.noun in TREASURE_NOUNS:
        points += 1.2
    elif clue.category in ("treasure", "food"):
        points += 0.8
    if set(clue.modifiers) & {"hidden", "lost", "missing", "scattered", "shiny", "golden", "stolen", "forgotten"} and mark.life < 0.6:
        points += 0.5
    if mark.life > 0.6:
        sought = clue.many and not clue.hostile and any(verb in _RESCUE for verb in phrase.undergoes)
        points += 0.0 if sought else -1.5
    return points
