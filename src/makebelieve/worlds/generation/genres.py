"""In which genre a premise plays: its words, weighed by how few genres share them and by what they say in it."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.ages import USUAL, ages_of_places, ages_said, eras_of
from makebelieve.worlds.generation.clauses import under, word_set
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.kinds import among_stars, kind_of_phrase
from makebelieve.worlds.generation.natures import is_toy
from makebelieve.worlds.generation.reading import Reading
from makebelieve.worlds.generation.realms import off_earth
from makebelieve.worlds.generation.situations import leanings_of
from makebelieve.worlds.generation.years import year_of

_OWN, _STRONG, _SURE, _LEAN = 1.0, 1.7, 2.4, 0.7
_COMMON: Final = {"slice": 0.65, "modern": 0.85}
"""What a leaning word of these is worth beside others': everyday things are about in any story."""
_CLEAR: Final = 1.2
"""Weight of a word that says a genre by itself."""
_ALONE: Final = 0.7
"""What a single word that leans is worth, where nothing else says the same."""
_EVERYDAY: Final = frozenset(("slice", "comedy", "modern", "nature", "fairy"))
_LIVELESS: Final = frozenset(("plant", "food", "clothing", "furniture", "container", "rock", "celestial", "object", "hazard", "abstract"))
"""What plays in nothing but a tale, if it plays at all."""
_FIRST_NAMES: Final = frozenset(("maya", "jane", "joan", "ra", "duke", "art", "rose", "iris", "dawn", "ash", "robin", "autumn", "summer"))
"""Cues that are as often what somebody is called."""
_OF_PURPOSE: Final = {
    "solve": {"noir": 0.4}, "steal": {"heist": 1.0}, "survive": {"survival": 0.8}, "win": {"sports": 1.0}, "unite": {"romance": 0.3},
    "defeat": {"fantasy": 0.2}, "restore": {"slice": 0.4}, "deliver": {"slice": 0.1}, "explore": {"jungle": 0.1}, "find": {"fantasy": 0.05},
}  # fmt: skip
_UNSAID: Final = 0.3
"""What a purpose is worth for a genre of which no word speaks."""
_THINKING: Final = frozenset(("computer", "drone", "probe", "rover", "satellite", "ai", "vacuum"))
_ROBBERY: Final = word_set("rob steal heist robbery thief burglar loot vault safe hijack swindle con forge forger crook gang")
_INDOORS: Final = word_set(
    "courthouse court hotel theatre theater lift elevator office freezer museum library restaurant school hospital flat apartment kitchen"
    " cinema mall bank club pub bar airport supermarket"
)
_HOMELY: Final = word_set(
    "grandma grandpa granny grandad grandmother grandfather mum mom dad aunt uncle parent neighbour neighbor birthday sofa kitchen toddler"
)
_OFFICES: Final = word_set(
    "strike vote election elect trial lawyer court jury judge restaurant job interview inspector tax manager office meeting retirement retire union"
    " mayor minister committee contest club hotel bakery salon school dentist therapist divorce insurance bureau clerk landlord rent queue"
)
"""What belongs to people's business."""
_WARES: Final = frozenset(("toy", "doll", "paper", "sweet", "candy", "spirit", "star"))
"""What lends a place its name and says little by it: "the toy museum"."""
_ALIKE: Final = (("space_opera", "scifi"), ("ancient", "mythology"), ("modern", "slice"), ("spy", "noir"), ("jungle", "fantasy"))
"""Where both score the same, the second is meant."""


@cache
def _words() -> tuple[dict[str, dict[str, float]], frozenset[str]]:
    """Word or pair of words -> genre -> weight; and the pairs."""
    table: dict[str, dict[str, float]] = {}

    def note(word: str, genre: str, weight: float) -> None:
        row = table.setdefault(word, {})
        row[genre] = max(row.get(genre, 0.0), weight)

    for genre, entry in tables.read_all("genres").items():
        cues = [word for item in entry.items("cues") for word in item.split()]
        for word in (genre, *cues):
            note(word, genre, _STRONG if word in (genre, *cues[:3]) else _OWN)
    leanings = tables.read("leanings")
    for genre, entry in leanings.items():
        for key, weight in (("sure", _SURE), ("lean", _LEAN)):
            for word in entry.words(key):
                note(word, genre, 0.0 if genre == "none" else weight * (_COMMON.get(genre, 1.0) if key == "lean" else 1.0))
    shared = {word: {genre: weight / math.sqrt(len(row)) for genre, weight in row.items()} for word, row in table.items()}
    return shared, frozenset(word for word in table if "_" in word)


_DATED: Final = re.compile(r"\d{2}|centur|(?:twen|thir|for|fif|six|seven|eigh|nine)ties")
_ROYAL: Final = frozenset(("king", "queen", "prince", "princess", "emperor", "empress", "sultan", "knight", "jester", "page"))


def genres_of(reading: Reading, player: Phrase | None, goal: Goal, aim: Phrase | None) -> list[str]:
    """The genres of a premise, the likeliest first."""
    known = tables.read_all("genres")
    scores = dict.fromkeys(known, 0.0)
    hits: Counter[str] = Counter()
    said = _said(reading, player, aim)
    for word, importance in said.items():
        for genre, weight in _words()[0].get(word, {}).items():
            if genre in scores:
                scores[genre] += weight * importance
                hits[genre] += 1 if weight < _CLEAR else 2
    for genre in scores:
        if hits[genre] == 1 and genre not in _EVERYDAY:
            scores[genre] *= _ALONE
    _weigh_purpose(goal, scores)
    for genre, weight in leanings_of(goal.situation).items():
        scores[genre] += weight
    _lean_by_home(reading, scores)
    _lean_by_office(reading, player, goal, scores)
    _lean_by_player(reading, player, scores)
    _lean_by_year(reading, scores)
    _lean_by_village(reading, scores)
    if off_earth(reading.premise):
        scores["scifi"] += 4.0
        for genre in scores.keys() - {"scifi", "space_opera"}:
            scores[genre] -= 2.5
    starry = among_stars(reading)
    for phrase in reading.found:  # places lean as well
        kind = kind_of_phrase(reading, phrase, starry=starry)
        if kind:
            for label in tables.read_all("places")[kind].words("tags"):
                if label in scores:
                    scores[label] += 0.25
    handled = {aim.noun if aim is not None else "", *((step.object or "").rpartition(" ")[2] for step in goal.steps)}
    if handled & {"moon", "sun", "star", "sky", "rainbow", "cloud", "wind"} and goal.purpose not in ("reach", "explore"):
        scores["fairy"] += 1.4  # whoever handles the moon is in a tale
        scores["scifi"] -= 0.5
    mine = player is None and reading.tokens[:1] and reading.tokens[0].word in ("my", "our")
    if is_toy(goal.object or "") and (mine or (player is not None and classify(player.noun)[0] == "person")):
        scores["fairy"] *= 0.2  # a nurse who looks for a teddy bear is no toy
        scores["nature"] *= 0.2
        scores["slice"] += 1.2 if mine else 0.8
    if player is not None and player.noun in _ROYAL and scores["spy"] >= max(scores.values()) - 0.2:
        scores["spy"] *= 0.4  # a king's secret is no agent's
        scores["fantasy"] += 0.6
    if _ROYAL & {token.lemma for token in reading.tokens} and not among_stars(reading):
        scores["noir"] *= 0.5  # nor is a king's cookbook any detective's
        scores["fairy"] += 0.4
    if goal.stated and goal.purpose != "steal" and not _ROBBERY & {token.lemma for token in reading.tokens}:
        scores["heist"] *= 0.3  # a museum has guards and visitors too
    if _INDOORS & {token.lemma for token in reading.tokens}:
        scores["survival"] *= 0.4  # a storm about a courthouse is no shipwreck
        scores["prehistoric"] *= 0.2  # the dinosaurs of a museum are bones
    if not starry:
        scores["space_opera"] -= 0.8
    for one, other in _ALIKE:
        if 0 < scores[one] <= scores[other] + 0.05:
            scores[one] = min(scores[one], scores[other] - 0.01)
    _lean_by_age(reading, scores)
    ranked = sorted(scores, key=lambda genre: -scores[genre])
    return ranked if scores[ranked[0]] > 0 else ["slice", "comedy", "modern"]


def _lean_by_age(reading: Reading, scores: dict[str, float]) -> None:
    """A genre that cannot play in the age of a premise is not meant; one that cannot hold its places hardly."""
    said, around = ages_said(reading), ages_of_places(reading)
    for genre in scores:
        eras = eras_of(genre)
        if said and not eras & {*said, "wild", "late"}:
            scores[genre] -= 2.5
        elif not said and around and not eras & {*around, "wild", "late"}:
            scores[genre] -= 0.8
        elif not said and around and tables.read_all("genres")[genre].one("era") == "old":
            scores[genre] -= 0.4
    for age in said if len(said) == 1 else ():
        if age in USUAL:
            scores[USUAL[age]] += 0.5


def _weigh_purpose(goal: Goal, scores: dict[str, float]) -> None:
    """What is wanted leans, where the words lean the same way: nobody wins a bake-off on a racing track."""
    for genre, weight in _OF_PURPOSE.get(goal.purpose if goal.stated else "", {}).items():
        scores[genre] += weight if genre not in ("sports", "heist", "survival", "noir") or scores[genre] > 0 else _UNSAID * weight


def _lean_by_home(reading: Reading, scores: dict[str, float]) -> None:
    """Kin and what is "mine" belong to every day."""
    words = {token.lemma for token in reading.tokens} | {token.word for token in reading.tokens}
    if words & _HOMELY:
        scores["slice"] += 0.5
        scores["comedy"] += 0.2
        scores["war"] -= 0.4
    if words & {"i", "my", "our", "we"}:
        scores["slice"] += 0.3
        scores["comedy"] += 0.2


def _lean_by_office(reading: Reading, player: Phrase | None, goal: Goal, scores: dict[str, float]) -> None:
    """Beasts, plants and things that go on strike, vote or run a restaurant are in a comedy."""
    some = [phrase for phrase in reading.found if phrase.acts or phrase is player]
    others = any(
        classify(phrase.noun)[0] in _LIVELESS | {"creature", "robot"} or phrase.noun in ("vampire", "ghost", "dragon", "devil")
        for phrase in some
    )
    if others and _OFFICES & {token.lemma for token in reading.tokens}:
        scores["comedy"] += 1.3
        scores["fairy"] += 0.3


def _said(reading: Reading, player: Phrase | None, aim: Phrase | None) -> dict[str, float]:
    """The words of a premise that may lean, each once, with how much they matter: what the player is more than what passes by."""
    tokens, pairs = reading.tokens, _words()[1]
    hidden: set[int] = set()
    said: dict[str, float] = {}

    def note(word: str, weight: float) -> None:
        said[word] = max(said.get(word, 0.0), weight)

    def matters(at: int) -> float:
        if player is not None and player.start <= at < player.end:
            return 1.7
        if aim is not None and aim.start <= at < aim.end:
            return 1.3
        return 0.6 if under(tokens, at) or _said_of(tokens, at) else 1.0

    for length in (3, 2):
        for at in range(len(tokens) - length + 1):
            some = tokens[at : at + length]
            for made in ("_".join(one.word for one in some), "_".join([*(one.word for one in some[:-1]), some[-1].lemma])):
                if made in pairs:
                    note(made, matters(at + length - 1))
                    hidden |= set(range(at, at + length))
    for token in tokens:
        if token.index in hidden or token.tag in ("P", "D", "X", "M", "S", "C"):
            continue
        if token.lemma in _WARES and token.index + 1 < len(tokens) and classify(tokens[token.index + 1].lemma or "")[0] == "place":
            continue  # a toy shop is a shop
        if token.lemma == "train" and token.tag in ("N", "NS"):
            note("railway", 1.0)  # what runs on rails trains for nothing
            continue
        if token.word in _FIRST_NAMES and token.word in reading.names:
            continue
        if token.index and tokens[token.index - 1].word in ("no", "not", "without"):
            continue
        for word in {token.word, token.lemma}:
            note(word, matters(token.index) * (1.0 if word == token.word or token.word not in _words()[0] else 0.0))
    return said


def _said_of(tokens: list[Token], at: int) -> bool:
    """Whether a word stands in a clause that only says which one is meant: "the vote that will stop the war"."""
    while at >= 0 and tokens[at].tag != "." and tokens[at].word not in ("and", "but"):
        if tokens[at].word in ("who", "that", "which") and tokens[at].tag == "S":
            return True
        at -= 1
    return False


def _lean_by_player(reading: Reading, player: Phrase | None, scores: dict[str, float]) -> None:
    kinds = Counter(classify(phrase.noun, tuple(one.word for one in phrase.modifiers))[0] for phrase in reading.found)
    category = classify(player.noun, tuple(one.word for one in player.modifiers))[0] if player is not None else ""
    ordered = bool(reading.tokens) and reading.tokens[0].tag == "V"  # who is told to do something is a person
    if category == "creature" or (not category and not ordered and kinds["creature"] and not kinds["person"]):
        scores["nature"] += 1.2 if not kinds["person"] else 0.4
        scores["comedy"] += 0.0 if not kinds["person"] else 0.4
        scores["fairy"] += 0.3
    elif category == "robot" or (player is not None and player.noun in _THINKING):
        scores["scifi"] += 1.2
    elif category == "device":
        scores["comedy"] += 0.8  # a toaster that runs away
        scores["fairy"] += 0.6
    elif category in _LIVELESS and player is not None and player.head.word not in reading.names:
        scores["fairy"] += 1.2
        scores["comedy"] += 0.4
    elif category == "person" or kinds["person"]:
        scores["nature"] -= 0.9
        scores["slice"] += 0.3


def _lean_by_village(reading: Reading, scores: dict[str, float]) -> None:
    """A robot among gardeners and a rocket in a barn make no story among the stars."""
    words = {token.lemma for token in reading.tokens} | {token.word for token in reading.tokens}
    if words & _EARTHLY and not words & _AWAY:
        scores["scifi"] *= 0.2
        scores["space_opera"] *= 0.2
        scores["comedy"] += 0.6
        scores["slice"] += 0.8


_EARTHLY: Final = word_set(
    "village garden gardener barn farm farmer cottage bakery baker kitchen grandma grandmother churchyard allotment meadow orchard"
)
_AWAY: Final = word_set(
    "space spaceship starship spacecraft planet mars moon orbit galaxy colony alien asteroid station dome future cyborg android clone spacesuit"
)


def _lean_by_year(reading: Reading, scores: dict[str, float]) -> None:
    """The year of a premise leans to the genre of its time; what comes from one is met today."""
    came = next((token for token in reading.tokens if re.fullmatch("1[0-9]{3}|2[0-9]{3}", token.word)), None)
    if came is not None and came.index and reading.tokens[came.index - 1].word == "from":
        scores["fantasy"] += 0.5
        scores["slice"] += 0.7
        return
    dated = int(came.word) if came is not None else year_of(reading.premise) if _DATED.search(reading.premise) else None
    if dated is not None:
        scores[
            "scifi" if dated > 2040 else "modern" if dated > 1950 else "war" if 1939 <= dated <= 1945 else "noir" if dated > 1918
            else "war" if dated > 1913 else "victorian" if dated > 1836 else "historical"
        ] += 1.5  # fmt: skip
