"""Who is who: hero, enemies, boss, collectibles and hazards, from the evidence of each noun phrase."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Final

from makebelieve.language.beings import ENEMY_NOUNS, MENACES
from makebelieve.language.clues import WORDS, usable
from makebelieve.language.evidence import SIEGE, Marks, weigh
from makebelieve.language.grammar import Phrase
from makebelieve.language.kinds import Kind
from makebelieve.language.labels import stated_roles
from makebelieve.language.reading import Reading
from makebelieve.language.settings import TIME_OF
from makebelieve.language.things import animacy
from makebelieve.language.vocabulary import GAME_NOUNS

_PEACEFUL: Final = frozenset(("rpg-adventure", "isometric", "micro-factory", "puzzle", "music-rhythm", "racing", "isometric-strategy"))
_FRIENDLY: Final = frozenset(verb.replace("_", " ") for verb in WORDS["friendly-verb"])
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


def _merge_partitives(reading: Reading) -> list[tuple[Phrase, bool]]:
    """Phrases with "a horde of", "a slice of" folded into what they are made of; True marks a multitude."""
    merged: list[tuple[Phrase, bool]] = []
    pending: Phrase | None = None
    for phrase in reading.phrases:
        following = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
        if phrase.noun in WORDS["partitive"] and following == "of" and pending is None:
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
                if pending.noun in ("pair", "couple") and phrase.count is None:
                    phrase.count = 2
            else:
                merged.append((pending, False))
            pending = None
        merged.append((phrase, multitude))
    if pending is not None:
        merged.append((pending, False))
    return merged


def cast(reading: Reading, kind: Kind) -> Cast:
    """Assign roles. Each phrase plays one role; nouns named twice are one thing."""
    result = Cast()
    marks: list[Marks] = []
    stated, labels = stated_roles(reading)
    order = 0
    for phrase, multitude in _merge_partitives(reading):
        boss = _boss(reading, phrase)
        if boss is not None:
            result.boss = result.boss or boss
            continue
        if phrase.head.index in labels or not usable(reading, phrase) or (phrase.noun in TIME_OF and animacy(phrase.noun) < 0.3):
            continue
        if kind == "card-battle" and phrase.noun in ("card", "deck"):
            continue
        marks.append(weigh(reading, phrase, order, multitude, kind, stated.get(phrase.head.index)))
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
        if mark is hero or (hero is not None and mark.phrase.noun == hero.phrase.noun and not _other_side(mark)):
            continue
        if _left_over_foe(reading, mark, kind, hero is not None):
            mark.enemy = max(mark.enemy, 1.2 if mark.phrase.plural or mark.group else 1.1)
        best = max(mark.enemy, mark.collectible, mark.hazard)
        if best < 1.1:
            continue
        if best == mark.enemy and mark.final and result.boss is None:
            result.boss = (mark.phrase, _confidence(mark.enemy))
        elif best == mark.enemy:
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


def _stands(mark: Marks, least: float) -> bool:
    """Whether the best candidate is a hero at all; whoever is named first, alive or acting alone, needs less evidence."""
    score = mark.hero - 0.5 * max(0.0, mark.enemy - 1.0)
    if score >= least:
        return True
    acting = not mark.phrase.plural and mark.life > 0.1 and any(verb.split()[0] in WORDS["hero-verb"] for verb in mark.phrase.acts)
    return mark.order == 0 and mark.enemy < 1.5 and (acting or (mark.life > 0.9 and score >= 1.2))


def _left_over_foe(reading: Reading, mark: Marks, kind: Kind, has_hero: bool) -> bool:
    """Beings nobody says anything kind about, in a game of action, are in the hero's way: "a fox, mountains, bats and spikes"."""
    phrase = mark.phrase
    menace = phrase.noun in MENACES or phrase.noun in ENEMY_NOUNS
    if (kind in _PEACEFUL and not menace) or mark.life < 0.7 or phrase.noun in WORDS["friendly-noun"]:
        return False
    if any(verb in _FRIENDLY or verb.split()[0] in _FRIENDLY for verb in phrase.undergoes):
        return False
    listed = reading.tokens[phrase.start - 1].word in ("and", ",") if phrase.start else False
    if phrase.preposition in ("for", "with", "as", "to", "by") and not mark.group and not listed and not (menace and phrase.plural):
        return False
    if phrase.owner is not None or phrase.determiner in ("my", "his", "her", "its", "our", "their", "your"):
        return False
    many = (
        menace or phrase.plural or mark.group or phrase.noun.endswith("fish") or (listed and phrase.determiner is None and not phrase.acts)
    )
    return many and (has_hero or kind in SIEGE)


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
        and (near[-1] in ("is", "a", "an", "the", "boss", ":") or "is" in near)
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


def _spread_lists(reading: Reading, marks: list[Marks]) -> None:
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


def _join_same(marks: list[Marks]) -> list[Marks]:
    joined: dict[tuple[str, bool], Marks] = {}
    for mark in marks:
        key = mark.phrase.noun, _other_side(mark)
        first = joined.get(key)
        if first is None:
            joined[key] = mark
            continue
        first.hero = max(first.hero, mark.hero) + 0.2
        first.enemy = max(first.enemy, mark.enemy)
        first.collectible = max(first.collectible, mark.collectible)
        first.hazard = max(first.hazard, mark.hazard)
        if first.phrase.count is None:
            first.phrase.count = mark.phrase.count
    return list(joined.values())


def _other_side(mark: Marks) -> bool:
    """Whether they are foes though they may share their noun with the hero: "a banana ship and evil monkey ships"."""
    return mark.role == "enemy" or bool({token.word for token in mark.phrase.modifiers} & WORDS["foe-adjective"])


def _confidence(points: float) -> float:
    return round(max(0.2, min(0.97, 0.35 + 0.16 * points)), 2)
