"""In which genre a premise plays."""

from __future__ import annotations

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.reading import Reading
from makebelieve.worlds.generation.sites import among_stars, kind_of_phrase


def genres_of(reading: Reading) -> list[str]:
    """The genres of a premise, the likeliest first."""
    words = [token.word for token in reading.tokens]
    lemmas = [token.lemma or token.word for token in reading.tokens]
    scores: dict[str, float] = {}
    present = set(words) | set(lemmas)
    text = f" {' '.join(words)} "
    animals = sum(classify(phrase.noun)[0] == "creature" for phrase in reading.found)
    people = sum(classify(phrase.noun)[0] == "person" for phrase in reading.found)
    for genre, entry in tables.read_all("genres").items():
        cues = [word for item in entry.items("cues") for word in item.split()]
        hits = [word for word in dict.fromkeys(cues) if word in present]
        strong = {genre, *cues[:3]}
        scores[genre] = sum(2.0 if word in strong else 1.0 for word in hits)
    if animals and not people and scores["nature"]:
        scores["nature"] += 0.6
    elif people:
        scores["nature"] -= 0.8
    if " once upon " in text:
        scores["fairy"] += 3
    if {"bank", "museum", "casino", "vault"} & present and {"steal", "rob", "heist"} & present:
        scores["heist"] += 2
    for one, other in (("space_opera", "scifi"), ("ancient", "mythology"), ("modern", "slice"), ("spy", "noir")):
        if 0 < scores[one] == scores[other]:
            scores[one] -= 0.1
    starry = among_stars(reading)
    for phrase in reading.found:  # places lean as well
        kind = kind_of_phrase(phrase, starry=starry)
        if kind:
            for label in tables.read_all("places")[kind].words("tags"):
                if label in scores:
                    scores[label] += 0.35
    ranked = sorted(scores, key=lambda genre: -scores[genre])
    if scores[ranked[0]] <= 0:
        return ["fantasy", "jungle", "modern"]
    return ranked
