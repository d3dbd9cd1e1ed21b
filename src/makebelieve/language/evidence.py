"""What each noun phrase has going for it as hero, enemy, collectible or hazard: points from its verbs, prepositions and neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.language.beings import ENEMY_NOUNS, HAZARD_NOUNS, MENACES, TREASURE_NOUNS
from makebelieve.language.clues import (
    COLLECT,
    EDGES,
    HOSTILE_TO,
    HURLED,
    WORDS,
    Clues,
    continued,
    covets,
    doubled,
    fought,
    last,
    life_of,
    offered,
    usable,
    warned,
)
from makebelieve.language.grammar import Phrase
from makebelieve.language.kinds import Kind
from makebelieve.language.labels import Role
from makebelieve.language.reading import Reading
from makebelieve.language.settings import BIOME_OF
from makebelieve.language.things import animacy, classify
from makebelieve.language.vocabulary import GAME_NOUNS, GENRE_NOUNS

# Verbs of collecting that say too little of living things: "get a knight", "take four soldiers".
_VAGUE: Final = frozenset(("get", "take", "pick", "win", "swallow", "look after", "carry", "steal", "deliver"))
_AGAINST: Final = frozenset(("against", "versus", "vs", "beware"))
_WATCHING: Final = frozenset(("spot", "see", "notice", "catch", "hear", "wake", "find", "get", "reach"))
_RESCUING: Final = frozenset(("protect", "defend", "escape", "run", "save", "rescue", "free", "guard", "keep", "back", "steal"))
_SELF: Final = frozenset(("you", "i", "we", "player", "me"))
_OWNED: Final = frozenset(("my", "your", "our"))
# What a player may do to somebody without being somebody else.
_OWN_DOING: Final = WORDS["control"] | {"want", "like", "love", "need", "have", "fly", "drive", "pilot", "ride", "steer", "sail", "get"}
# Kinds in which the foes come in numbers and whoever stands alone is defended.
SIEGE: Final = frozenset(("tower-defense", "planet-defense", "horde-survivors", "space-shooter"))
# Kinds that several of the same sort play against each other.
_AMONG_EQUALS: Final = frozenset(("platform-brawler", "racing", "music-rhythm"))
# What one may go with and be: "jump and run with a potato".
_MOVING_WITH: Final = frozenset(
    f"{verb} with"
    for verb in ("run", "jump", "hop", "bounce", "climb", "race", "roll", "dash", "swim", "skate", "drift", "fly", "slide", "leap")
)
# What is told of somebody: "the last stand of the lumberjack".
_STORIES: Final = frozenset(
    (
        "stand",
        "tale",
        "story",
        "adventure",
        "quest",
        "revenge",
        "journey",
        "escape",
        "rise",
        "return",
        "legend",
        "odyssey",
        "voyage",
        "saga",
    )
)
_GUNS: Final = frozenset(("cannon", "turret", "gun", "laser", "satellite", "catapult", "launcher", "ballista", "shield"))
_STEERED: Final = frozenset(("space-shooter", "planet-defense", "racing", "flappy-clone"))


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
    final: bool = False
    """Whether it waits at the end."""


def weigh(reading: Reading, phrase: Phrase, order: int, multitude: bool, kind: Kind, role: Role | None) -> Marks:
    """The points of one phrase, the `order`-th usable one of the prompt."""
    life = life_of(phrase)
    tokens = reading.tokens
    edges = (not phrase.start or tokens[phrase.start - 1].word in EDGES) and (
        phrase.end == len(tokens) or tokens[phrase.end].word in EDGES or tokens[phrase.end].word in ("in", "on", "at")
    )
    mark = Marks(phrase, order, life, role, group=multitude, fragment=edges and phrase.preposition is None and not phrase.undergoes)
    clue = Clues(reading, phrase, kind, multitude)
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
    placed = clue.category == "place" or (phrase.noun in BIOME_OF and BIOME_OF[phrase.noun][1] == 1.0)
    if placed and life < 0.5 and not clue.many and (phrase.determiner or phrase.modifiers) and phrase.noun not in TREASURE_NOUNS:
        mark.collectible -= 4.0  # "find the desert island": where one goes, nothing to pick up
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


def _as_player(clue: Clues, mark: Marks) -> float:
    """Points for the hero from who it is and what it does or suffers."""
    phrase, noun, life = clue.phrase, clue.phrase.noun, mark.life
    points = 2.2 * life - min(2.0, 0.35 * mark.order) + 0.5 * (mark.order == 0 and life > 0.6)
    if phrase.acts:
        points += 0.8 + 0.9 * any(verb.split()[0] in WORDS["hero-verb"] for verb in phrase.acts)
    if clue.many:
        points -= (
            0.9
            + (0.9 + 0.7 * bool(phrase.acts)) * (clue.kind in SIEGE)
            + 1.2 * (life < 0.5)
            + 0.8 * (noun in ENEMY_NOUNS or noun in MENACES)
        )
    if covets(clue):
        points -= 2.0
    if phrase.mutual or (clue.many and clue.kind in _AMONG_EQUALS and not clue.hostile):
        points += 1.2
    if noun in ("enemy", "foe", "boss", "opponent", "rival", "monster", "bully", "people", "crowd", "everyone"):
        points -= 1.5
    if clue.category == "celestial" and clue.preposition != "as":
        points -= 1.5
    if set(clue.modifiers) & WORDS["foe-adjective"]:
        points -= 1.0
    if set(clue.modifiers) & WORDS["hero-adjective"]:
        points += 0.6
    if phrase.determiner in ("every", "each", "all"):
        points -= 1.5
    if noun in WORDS["partitive"]:
        points -= 2.0
    if noun in ENEMY_NOUNS and mark.order > 0:
        points -= 1.0
    if "other" in clue.modifiers or phrase.determiner == "other":
        points -= 3.0
    if clue.hostile or clue.beset:
        points -= 2.5
    elif clue.attacked and life > 0.6:
        points += 1.5
    elif phrase.undergoes:
        points -= 0.8
    if any(verb in COLLECT for verb in phrase.undergoes):
        points -= 1.0
    if any(verb not in _OWN_DOING for verb in phrase.by_player):
        points -= 1.5
    if phrase.toward:
        points -= 1.2
    if set(phrase.acts) & WORDS["lurking"]:
        points -= 1.5
    if clue.many and phrase.undergoes and noun in WORDS["friendly-noun"]:
        points -= 1.0
    if mark.order == 0 and not clue.many and not clue.hostile:
        points += continued(clue)
    if phrase.plural and {"defend", "protect"} & set(phrase.acts):
        points += 2.5
    return points


def _as_placed(clue: Clues, mark: Marks) -> float:
    """Points for the hero from the preposition and the determiner."""
    phrase, preposition, life = clue.phrase, clue.preposition, mark.life
    points = {"a": 0.7, "an": 0.7, "one": 0.7, "my": 0.2, "the": 0.2, "our": 0.2, "your": 0.2}.get(phrase.determiner or "", 0.0)
    tokens = clue.reading.tokens
    vessel = clue.category == "vehicle"
    manned = any(one.end in (phrase.start - 1, phrase.start - 2) and animacy(one.noun) > 0.8 for one in clue.reading.phrases)
    if vessel and phrase.determiner in _OWNED and clue.kind in _STEERED:
        points += 1.5
    if preposition == "as":
        points += 3.5
    elif preposition in ("about", "featuring", "starring"):
        points += 2.0
    elif preposition == "of" and clue.before_lemmas and set(clue.before_lemmas[-3:]) & GENRE_NOUNS and life > 0.6:
        points += 1.0  # "a game of a fox", "race of camels"
    elif preposition == "of" and life > 0.6 and not clue.many and set(clue.before_lemmas[-3:]) & _STORIES:
        points += 1.5
    elif preposition == "with" and clue.kind == "planet-defense" and phrase.noun in _GUNS and not clue.many:
        points += 3.0  # "protect the moon with a rotating cannon"
    elif preposition == "with" and not clue.many and set(phrase.undergoes) & _MOVING_WITH and mark.order == 0:
        points += 2.6
    elif (
        preposition in ("in", "with", "on", "from")
        and vessel
        and not manned
        and clue.kind in _STEERED
        and (mark.order == 0 or clue.imperative)
    ):
        points += 2.0  # "alone in a silver ship", "I circle the planet in my saucer"
    elif preposition == "with" and clue.many and clue.kind not in _AMONG_EQUALS and phrase.noun in ENEMY_NOUNS and _furnishes_a_place(clue):
        points -= 2.5  # "a crypt with ghouls"
    elif preposition == "with":
        at = next((at for at in range(phrase.start - 1, -1, -1) if tokens[at].word == "with"), 0)
        subject_before = any(word in GAME_NOUNS for word in clue.before) or mark.order == 0 or not at or tokens[at - 1].word in EDGES
        attribute = any(
            one.end in (phrase.start - 1, phrase.start - 2) and animacy(one.noun) > 0.5 and usable(clue.reading, one)
            for one in clue.reading.phrases
        )
        points += -1.8 if attribute else 1.2 if subject_before else -0.8
    elif preposition == "for" and phrase.determiner in _OWNED and not clue.many:
        points += 0.5  # "a star for our little witch"
    elif preposition in ("of", "for", "by", "to", "from"):
        points -= 1.4
    elif preposition in ("where", "but", "like"):
        points += 0.3
    elif preposition in _AGAINST:
        points -= 3.5
    elif preposition in WORDS["place-preposition"]:
        points -= 2.2
    return points


def _furnishes_a_place(clue: Clues) -> bool:
    """Whether "with" comes right after a place: who is named then lives there."""
    return any(
        one.end in (clue.phrase.start - 1, clue.phrase.start - 2)
        and ((one.noun in BIOME_OF and BIOME_OF[one.noun][1] == 1.0) or classify(one.noun)[0] == "place")
        for one in clue.reading.phrases
    )


def _as_introduced(clue: Clues, mark: Marks) -> float:
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
    if before[-2:] == ["level", "up"] or (not phrase.plural and before and lemmas[-1] in ("train", "raise")):
        points += 1.5
    if "am" in before or ("are" in before and {"you", "u"} & set(before)):
        points += 1.5
    if clue.after and clue.after[0] in ("who", "that", "which", "vs", "versus", "against"):
        points += 0.8 if clue.after[0] in ("who", "that", "which") else 3.0
    if mark.fragment and mark.life > 0.6 and not (clue.many and phrase.noun in ENEMY_NOUNS):
        points += 0.3 if clue.many else 1.2
        if mark.order > 0 and not clue.many and set(clue.modifiers) & WORDS["hero-adjective"]:
            points += 1.0  # "the spider moves when you move, little fly"
    elif mark.fragment and mark.life > 0.2 and any(token.tag == "VG" for token in phrase.modifiers):
        points += 2.0  # "dancing cactus"
    if doubled(clue):
        points -= 3.0
    return points


def _as_foe(clue: Clues, mark: Marks) -> float:
    phrase, noun, kind, life = clue.phrase, clue.phrase.noun, clue.kind, mark.life
    points = 2.4 * clue.hostile
    if clue.preposition in _AGAINST:
        points += 3.2
    elif clue.preposition == "from" and any(word in HOSTILE_TO or word in _RESCUING for word in clue.before_lemmas):
        points += 2.4
    elif clue.preposition == "past" and life > 0.6:
        points += 1.7
    elif (clue.preposition in ("of", "for", "about") and warned(clue)) or (clue.preposition == "with" and fought(clue)):
        points += 2.4
    if covets(clue) and life > 0.5:
        points += 2.4
    if clue.beset and life > 0.6:
        points += 2.4
    if life > 0.5 and ("other" in clue.modifiers or phrase.determiner == "other") and kind in _AMONG_EQUALS:
        points += 2.4
    if mark.order > 0 and clue.many and life > 0.6 and set(phrase.acts) & WORDS["advance"] and noun not in WORDS["friendly-noun"]:
        points += 1.0
    if clue.preposition == "without" and phrase.acts:
        points += 2.4  # "without the watchman noticing"
    if last(clue) and life > 0.5 and not phrase.plural:
        points += 2.4
        mark.final = True
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
    elif set(clue.modifiers) & WORDS["dark-adjective"] and life > 0.6:
        points += 1.2
    if set(phrase.acts) & WORDS["lurking"]:
        points += 0.7
    if kind in SIEGE and phrase.acts and not phrase.by_player and set(phrase.acts) & WORDS["advance"] and (life > 0.5 or clue.many):
        points += 0.8  # "pirates land on my beach"
    if life < 0.3:
        falling = kind in SIEGE and (clue.category in ("rock", "celestial") or noun in HAZARD_NOUNS)
        points += 0.6 + 0.6 * phrase.plural if falling else -2.0
    if clue.preposition == "at" and any(token.lemma in HURLED for token in clue.reading.tokens[max(0, phrase.start - 5) : phrase.start]):
        points += 2.6 if life > 0.5 else 4.0
    if clue.preposition in WORDS["place-preposition"] and clue.preposition not in ("from", "by", "past", "over", "to", "between"):
        points -= 1.2
    return points


def _as_prize(clue: Clues, mark: Marks) -> float:
    phrase = clue.phrase
    points = 0.0
    if any(verb in COLLECT for verb in phrase.undergoes):
        points += 2.0
    if phrase.noun in TREASURE_NOUNS:
        points += 1.2
    elif clue.category in ("treasure", "food"):
        points += 0.8
    if set(clue.modifiers) & {"hidden", "lost", "missing", "scattered", "shiny", "golden", "stolen", "forgotten"} and mark.life < 0.6:
        points += 0.5
    on_offer = offered(clue)
    if on_offer:
        points += 2.0
    if mark.life > 0.6:
        many = clue.many or phrase.determiner in ("every", "all", "each")
        sought = many and not clue.hostile and (on_offer or any(verb in COLLECT and verb not in _VAGUE for verb in phrase.undergoes))
        points += 0.0 if sought else -1.5
    return points
