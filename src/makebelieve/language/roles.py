"""Who is who: hero, enemies, boss, collectibles and hazards, from how each noun phrase stands among verbs and prepositions."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Final

from makebelieve.language import lexicon
from makebelieve.language.beings import ENEMY_NOUNS, HAZARD_NOUNS, TREASURE_NOUNS
from makebelieve.language.grammar import Phrase
from makebelieve.language.kinds import Kind
from makebelieve.language.reading import Reading
from makebelieve.language.settings import BIOME_OF, TIME_OF, biome_of
from makebelieve.language.things import animacy, classify
from makebelieve.language.vocabulary import GAME_NOUNS, GENRE_NOUNS

_WORDS: Final = {key: frozenset(words) for key, words in lexicon.read("roles").items()}
_HOSTILE_TO: Final = frozenset(verb.replace("_", " ") for verb in _WORDS["hostile-to"])
_COLLECT: Final = frozenset(verb.replace("_", " ") for verb in _WORDS["collect"])
_AGAINST: Final = frozenset(("against", "versus", "vs", "beware"))
_PEACEFUL: Final = frozenset(("rpg-adventure", "isometric", "micro-factory", "puzzle", "music-rhythm", "racing", "isometric-strategy"))
_FRIENDLY: Final = frozenset(verb.replace("_", " ") for verb in _WORDS["friendly-verb"])
_HURLED: Final = frozenset(("shoot", "throw", "fire", "spit", "hurl", "fling", "toss", "lob"))
_WATCHING: Final = frozenset(("spot", "see", "notice", "catch", "hear", "wake", "find", "get", "reach"))
_RESCUING: Final = frozenset(("protect", "defend", "escape", "run", "save", "rescue", "free", "guard", "keep", "back", "steal"))
_SELF: Final = frozenset(("you", "i", "we", "player", "me"))
# Kinds in which the foes come in numbers and whoever stands alone is defended.
_SIEGE: Final = frozenset(("tower-defense", "planet-defense", "horde-survivors", "space-shooter"))
_HEROLESS: Final = frozenset(
    ("tower-defense", "planet-defense", "puzzle", "card-battle", "micro-factory", "isometric-strategy", "music-rhythm")
)


@dataclass(slots=True)
class Cast:
    """Phrases by role, best first, with confidences 0-1."""

    hero: tuple[Phrase, float] | None = None
    enemies: list[tuple[Phrase, float]] = field(default_factory=list)
    boss: tuple[Phrase, float] | None = None
    collectibles: list[tuple[Phrase, float]] = field(default_factory=list)
    hazards: list[tuple[Phrase, float]] = field(default_factory=list)


@dataclass(slots=True)
class _Marks:
    phrase: Phrase
    order: int
    life: float
    hero: float = 0.0
    enemy: float = 0.0
    collectible: float = 0.0
    hazard: float = 0.0
    group: bool = False


def _in_title(reading: Reading, phrase: Phrase) -> bool:
    return any(start < phrase.end and phrase.start < end for start, end, _ in reading.titles)


def _usable(reading: Reading, phrase: Phrase) -> bool:
    noun = phrase.noun
    if noun in TIME_OF and animacy(noun) < 0.3:
        return False
    return (
        noun.isalpha()
        and len(noun) > 1
        and (noun not in GAME_NOUNS or noun in ("enemy", "tower", "star", "key", "keycard"))
        and noun not in GENRE_NOUNS
        and noun not in _WORDS["abstract"]
        and phrase.head.index not in reading.negated
        and not _in_title(reading, phrase)
    )


def _merge_partitives(reading: Reading) -> list[tuple[Phrase, bool]]:
    """Phrases with "a horde of", "a slice of" folded into what they are made of; True marks a multitude."""
    merged: list[tuple[Phrase, bool]] = []
    pending: Phrase | None = None
    for phrase in reading.phrases:
        following = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
        if phrase.noun in _WORDS["partitive"] and following == "of" and pending is None:
            pending = phrase
            continue
        multitude = False
        if pending is not None:
            if reading.tokens[pending.end].word == "of" and phrase.preposition == "of":
                phrase.preposition = pending.preposition
                phrase.acts = [*pending.acts, *phrase.acts]
                phrase.undergoes = [*pending.undergoes, *phrase.undergoes]
                phrase.agents = [*pending.agents, *phrase.agents]
                multitude = pending.noun not in ("slice", "piece", "bit", "pair")
            else:
                merged.append((pending, False))
            pending = None
        merged.append((phrase, multitude))
    if pending is not None:
        merged.append((pending, False))
    return merged


def _treatment(reading: Reading, phrase: Phrase) -> tuple[bool, bool]:
    """Whether the player's side does it harm, and whether foes do: "kill the king", "ducks attack a toddler"."""
    hostile = attacked = False
    hurled = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].word == "at"
    for verb, agent in zip(phrase.undergoes, phrase.agents, strict=True):
        foe = agent is not None and (agent.plural or agent.noun in ENEMY_NOUNS)
        if foe and verb.split()[0] in _WORDS["hostile-by"]:
            attacked = True
        elif verb in _HOSTILE_TO and not (hurled and verb in _HURLED):
            hostile = True
    return hostile, attacked and not hostile


def _marks(reading: Reading, phrase: Phrase, order: int, multitude: bool, kind: Kind) -> _Marks:
    noun, words = phrase.noun, reading.tokens
    modifiers = tuple(token.word for token in phrase.modifiers)
    category, _ = classify(noun, modifiers)
    life = animacy(noun)
    mark = _Marks(phrase, order, life, group=multitude)
    before = [token.word for token in words[max(0, phrase.start - 4) : phrase.start]]
    lemma_before = [token.lemma for token in words[max(0, phrase.start - 4) : phrase.start]]
    after = [token.word for token in words[phrase.end : phrase.end + 3]]
    preposition = phrase.preposition or ""

    # hero
    mark.hero = 2.2 * life - min(2.0, 0.35 * order) + 0.5 * (order == 0 and life > 0.6)
    if phrase.acts:
        mark.hero += 0.8 + 0.9 * any(verb.split()[0] in _WORDS["hero-verb"] for verb in phrase.acts)
    if preposition == "as":
        mark.hero += 3.5
    elif preposition in ("about", "featuring", "starring"):
        mark.hero += 2.0
    elif preposition == "with":
        subject_before = any(token.word in GAME_NOUNS for token in words[max(0, phrase.start - 4) : phrase.start]) or order == 0
        attribute = any(
            one.end in (phrase.start - 1, phrase.start - 2) and animacy(one.noun) > 0.5 and _usable(reading, one) for one in reading.phrases
        )
        mark.hero += -1.8 if attribute else 1.2 if subject_before else -0.8
    elif preposition in ("of", "for", "by", "to", "from"):
        mark.hero -= 1.4
    elif preposition in ("where", "but", "like"):
        mark.hero += 0.3
    elif preposition in _AGAINST:
        mark.hero -= 3.5
    elif preposition in _WORDS["place-preposition"]:
        mark.hero -= 2.2
    if (
        before
        and (lemma_before[-1] in _WORDS["control"] or (lemma_before[-1] == "get" and life > 0.6))
        and (set(before) & _SELF or len(before) == 1 or words[phrase.start - 1].tag == "V")
    ):
        mark.hero += 2.5
    label = words[phrase.end].lemma if phrase.end < len(words) else ""
    if label in ("hero", "heroine", "protagonist", "character") or (
        before and before[-1] in ("hero", "heroine", "protagonist", "character")
    ):
        mark.hero += 3.0
    elif (label in GENRE_NOUNS or (before and lemma_before[-1] in GENRE_NOUNS)) and not phrase.plural and life > 0.5:
        mark.hero += 1.2
    if "am" in before or ("are" in before and "you" in before):
        mark.hero += 1.5
    if phrase.determiner in ("a", "an", "one"):
        mark.hero += 0.7
    elif phrase.determiner in ("my", "the", "our", "your"):
        mark.hero += 0.2
    if phrase.plural or multitude:
        mark.hero -= 0.9 + 0.9 * (kind in _SIEGE and bool(phrase.acts)) + 1.2 * (life < 0.5) + 0.8 * (noun in ENEMY_NOUNS)
    if noun in ("enemy", "foe", "boss", "opponent", "rival", "monster", "bully", "people", "crowd", "everyone"):
        mark.hero -= 1.5
    if category == "celestial" and preposition != "as":
        mark.hero -= 1.5
    hostile, attacked = _treatment(reading, phrase)
    if hostile:
        mark.hero -= 2.5
    elif attacked:
        mark.hero += 1.5
    elif phrase.undergoes:
        mark.hero -= 0.8
    if any(verb in _COLLECT for verb in phrase.undergoes):
        mark.hero -= 1.0
    if after and after[0] in ("who", "that", "which", "vs", "versus", "against"):
        mark.hero += 0.8 if after[0] in ("who", "that", "which") else 3.0

    if phrase.plural and {"defend", "protect"} & set(phrase.acts):
        mark.hero += 2.5

    # enemy
    if hostile:
        mark.enemy += 2.4
    if preposition in _AGAINST:
        mark.enemy += 3.2
    elif preposition == "from" and any(word in _HOSTILE_TO or word in _RESCUING for word in lemma_before):
        mark.enemy += 2.4
    if any(verb.split()[0] in _WORDS["hostile-by"] for verb in phrase.acts):
        mark.enemy += 1.7
    if any(verb in _WATCHING for verb in phrase.acts) and {"not", "never", "without"} & {
        token.word for token in words[phrase.end : phrase.end + 3]
    }:
        mark.enemy += 2.4  # "the cook must not spot you"
    if before and before[-1] in ("before", "until", "till") and life > 0.6:
        mark.enemy += 1.6  # "before the bear wakes up"
        mark.hero -= 2.5
    if noun in ENEMY_NOUNS:
        mark.enemy += 1.7
    if phrase.plural or multitude:
        mark.enemy += 0.5
    if multitude:
        mark.enemy += 1.2
    if kind in _SIEGE and (phrase.plural or multitude) and phrase.acts:
        mark.enemy += 1.0
    if set(modifiers) & _WORDS["foe-adjective"]:
        mark.enemy += 1.4 if life > 0.3 else 3.4
    if life < 0.3:
        falling = kind in _SIEGE and (category in ("rock", "celestial") or noun in HAZARD_NOUNS)
        mark.enemy += 0.6 + 0.6 * phrase.plural if falling else -2.0
    if preposition == "at" and any(lemma in _HURLED for lemma in [token.lemma for token in words[max(0, phrase.start - 5) : phrase.start]]):
        mark.enemy += 2.6 if life > 0.5 else 0.0
    if preposition in _WORDS["place-preposition"] and preposition not in ("from", "by", "past", "over", "to", "between"):
        mark.enemy -= 1.2

    # collectible and hazard
    if any(verb in _COLLECT for verb in phrase.undergoes):
        mark.collectible += 2.0
    if noun in TREASURE_NOUNS:
        mark.collectible += 1.2
    elif category in ("treasure", "food"):
        mark.collectible += 0.8
    if life > 0.6:
        mark.collectible -= 1.5
    if noun in HAZARD_NOUNS:
        mark.hazard += 1.6
        mark.enemy -= 1.0 if kind not in _SIEGE else 0.0
    elif mark.enemy > 0.2 and hostile and life < 0.3:
        mark.hazard += 1.2
    if preposition in _WORDS["place-preposition"] and preposition not in ("over", "past", "between", "from"):
        mark.hazard -= 1.0
        mark.collectible -= 1.2
    if noun in BIOME_OF and BIOME_OF[noun][1] == 1.0 and life < 0.5:
        mark.hero -= 3.5
        mark.enemy -= 3.0
    elif category in ("place", "time", "abstract", "act", "communication") and life < 0.5:
        mark.hero -= 1.2
    return mark


def cast(reading: Reading, kind: Kind) -> Cast:
    """Assign roles. Each phrase plays one role; nouns named twice are one thing."""
    result = Cast()
    marks: list[_Marks] = []
    order = 0
    for phrase, multitude in _merge_partitives(reading):
        boss = _boss(reading, phrase)
        if boss is not None:
            result.boss = result.boss or boss
            continue
        if not _usable(reading, phrase):
            continue
        if kind == "card-battle" and phrase.noun in ("card", "deck"):
            continue
        marks.append(_marks(reading, phrase, order, multitude, kind))
        order += 1
    _spread_lists(reading, marks)
    marks = _join_same(marks)
    hero = max(marks, key=lambda mark: mark.hero, default=None)
    least = 2.0 if kind in _HEROLESS else 1.2
    if hero is not None and not _stands(hero, least):
        hero = None
    if hero is not None:
        result.hero = (hero.phrase, _confidence(hero.hero - 1.0))
    elif kind not in _HEROLESS:
        taken = {mark.phrase.head.index for mark in marks if mark.enemy >= 1.1}
        result.hero = _hero_in_compound(reading, taken | ({result.boss[0].head.index} if result.boss else set()))
    for mark in marks:
        if mark is hero or (hero is not None and mark.phrase.noun == hero.phrase.noun):
            continue
        if _left_over_foe(reading, mark, kind, hero is not None):
            mark.enemy = max(mark.enemy, 1.2 if mark.phrase.plural or mark.group else 1.1)
        best = max(mark.enemy, mark.collectible, mark.hazard)
        if best < 1.1:
            continue
        if best == mark.enemy:
            result.enemies.append((mark.phrase, _confidence(mark.enemy)))
        elif best == mark.collectible:
            result.collectibles.append((mark.phrase, _confidence(mark.collectible)))
        else:
            result.hazards.append((mark.phrase, _confidence(mark.hazard)))
    return result


# Tokens up to which a prompt reads like a title; in longer ones a being in a compound is more often scenery.
_TITLE_LENGTH: Final = 14


def _hero_in_compound(reading: Reading, taken: set[int]) -> tuple[Phrase, float] | None:
    """With nobody else to play, the being that a game's first words name it after: "ninja turtle dungeon", "space cat odyssey"."""
    if len(reading.tokens) > _TITLE_LENGTH:
        return None
    for phrase, _ in _merge_partitives(reading)[:1]:
        if phrase.head.index in taken or animacy(phrase.noun) > 0.5:
            continue
        for at in reversed(range(len(phrase.modifiers))):
            token = phrase.modifiers[at]
            if token.tag == "N" and token.lemma not in ENEMY_NOUNS and animacy(token.lemma) >= 0.8:
                return Phrase(phrase.start, token.index + 1, token, phrase.modifiers[:at]), 0.45
    return None


def _stands(mark: _Marks, least: float) -> bool:
    """Whether the best candidate is a hero at all; whoever is named first, alive or acting alone, needs less evidence."""
    score = mark.hero - 0.5 * max(0.0, mark.enemy - 1.0)
    if score >= least:
        return True
    acting = not mark.phrase.plural and any(verb.split()[0] in _WORDS["hero-verb"] for verb in mark.phrase.acts)
    return mark.order == 0 and mark.enemy < 1.5 and (acting or (mark.life > 0.9 and score >= 1.2))


def _left_over_foe(reading: Reading, mark: _Marks, kind: Kind, has_hero: bool) -> bool:
    """Beings nobody says anything kind about, in a game of action, are in the hero's way: "a fox, mountains, bats and spikes"."""
    phrase = mark.phrase
    if kind in _PEACEFUL or mark.life < 0.8 or phrase.noun in _WORDS["friendly-noun"]:
        return False
    if any(verb in _FRIENDLY or verb.split()[0] in _FRIENDLY for verb in phrase.undergoes):
        return False
    listed = reading.tokens[phrase.start - 1].word in ("and", ",") if phrase.start else False
    if phrase.preposition in ("for", "with", "as", "to", "by") and not mark.group and not listed:
        return False
    if phrase.owner is not None or phrase.determiner in ("my", "his", "her", "its", "our", "their", "your"):
        return False
    many = phrase.plural or mark.group or phrase.noun.endswith("fish") or (listed and phrase.determiner is None and not phrase.acts)
    return many and (has_hero or kind in _SIEGE)


def _boss(reading: Reading, phrase: Phrase) -> tuple[Phrase, float] | None:
    """The boss a phrase names: "pumpkin boss", "the boss is a dragon", "a giant crab as boss"."""
    words = [token.word for token in reading.tokens]
    if phrase.head.index in reading.negated:
        return None
    if phrase.noun == "boss":
        inner = [token for token in phrase.modifiers if token.tag in ("N", "NS") and token.lemma not in GAME_NOUNS and token.lemma != "end"]
        if not inner:
            return None
        head = inner[-1]
        rest = [token for token in phrase.modifiers if token.index < head.index and token.word not in ("final", "last", "end", "big")]
        return Phrase(phrase.start, phrase.end, head, rest, phrase.determiner, phrase.count), 0.9
    near = words[max(0, phrase.start - 4) : phrase.start]
    near = near[max((i + 1 for i, word in enumerate(near) if word in (",", ".", ";")), default=0) :]
    if (
        "boss" in near
        and phrase.noun not in GAME_NOUNS
        and (near[-1] in ("is", "a", "an", "the", "boss") or "is" in near)
        and "," not in near
    ):
        return phrase, 0.85
    if words[phrase.end : phrase.end + 2] in (["as", "boss"], ["as", "final"]) or words[phrase.end : phrase.end + 3] == [
        "as",
        "the",
        "boss",
    ]:
        return phrase, 0.9
    return None


def _spread_lists(reading: Reading, marks: list[_Marks]) -> None:
    """A list is of one sort: "avoid bats, ghosts and an old witch" makes foes of all three."""
    for left, right in itertools.pairwise(marks):
        between = [token.word for token in reading.tokens[left.phrase.end : right.phrase.start]]
        if not between or len(between) > 3 or not all(word in (",", "and", "or", "the", "a", "an") for word in between):
            continue
        if abs(left.life - right.life) < 0.45:
            if left.enemy >= 1.5 > right.enemy:
                right.enemy = 0.8 * left.enemy
            elif right.enemy >= 1.5 > left.enemy and (left.order > 0 or left.phrase.plural):
                left.enemy = 0.8 * right.enemy
        if left.collectible >= 1.5 > right.collectible and right.life < 0.5:
            right.collectible = 0.8 * left.collectible


def _join_same(marks: list[_Marks]) -> list[_Marks]:
    joined: dict[str, _Marks] = {}
    for mark in marks:
        first = joined.get(mark.phrase.noun)
        if first is None:
            joined[mark.phrase.noun] = mark
            continue
        first.hero = max(first.hero, mark.hero) + 0.2
        first.enemy = max(first.enemy, mark.enemy)
        first.collectible = max(first.collectible, mark.collectible)
        first.hazard = max(first.hazard, mark.hazard)
        if first.phrase.count is None:
            first.phrase.count = mark.phrase.count
    return list(joined.values())


def _confidence(points: float) -> float:
    return round(max(0.2, min(0.97, 0.35 + 0.16 * points)), 2)


def place_phrases(reading: Reading) -> list[tuple[Phrase, float]]:
    """Phrases that stand where a place stands, with the strength of the hint 0-1.5."""
    found: list[tuple[Phrase, float]] = []
    for phrase in reading.phrases:
        if phrase.head.index in reading.negated or _in_title(reading, phrase) or phrase.noun in GENRE_NOUNS:
            continue
        hint = max((biome_of(word)[1] for word in [phrase.noun, *(t.word for t in phrase.modifiers)] if biome_of(word)), default=0.0)  # type: ignore[index]
        governed = phrase.preposition in _WORDS["place-preposition"]
        place = classify(phrase.noun)[0] == "place"
        strength = hint * (1.5 if governed and animacy(phrase.noun) < 0.6 else 0.9) + 0.3 * (place and governed)
        if strength > 0.25:
            found.append((phrase, strength))
    return found
