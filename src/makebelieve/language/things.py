"""From a noun phrase to a `Thing`: category, body plan, colours, stated behaviour."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, cast

from makebelieve.language import grammar, lexicon, wordtable
from makebelieve.language.beings import BODIES_OF
from makebelieve.language.colors import COLOR_WORDS, thing_colors
from makebelieve.language.draft import Thing
from makebelieve.language.kinds import Body
from makebelieve.language.nouns import KIND_OF
from makebelieve.language.settings import BIOME_OF
from makebelieve.language.tagging import tag
from makebelieve.language.words import tokenise

_BODY_OF_LETTER: Final = cast("dict[str, Body]", lexicon.pairs("beings", "body-of-letter"))
_BEHAVIORS: Final = {verb: behavior for behavior, verbs in lexicon.branches("beings", "behavior").items() for verb in verbs}
# Ends of compounds that nobody wrote down: "mapmaker", "dreamseller".
_WHO: Final = (
    "man", "woman", "boy", "girl", "maker", "keeper", "seller", "monger", "smith", "wright", "catcher", "hunter", "slayer", "tamer",
    "teller", "mancer", "mistress",
    "lady", "lord", "driver", "walker", "watcher", "mender", "grower", "breeder", "herder", "hacker", "singer",
)  # fmt: skip
_ANIMATE: Final = frozenset(("creature", "person", "robot", "group"))
_BODY_OF_KIND: Final[dict[str, Body]] = {
    "person": "biped", "group": "biped", "creature": "quadruped", "robot": "robot", "vehicle": "vehicle", "plant": "plant", "food": "food",
    "weapon": "weapon", "treasure": "gem", "body": "blob",
}  # fmt: skip


@lru_cache(maxsize=16384)
def classify(noun: str, modifiers: tuple[str, ...] = ()) -> tuple[str, Body]:
    """Category and body plan of a noun; `modifiers` help compounds ('polar','bear'; 'paper','plane') and disguise ('ghost' 'ship')."""
    if "robot" in modifiers or "robotic" in modifiers or "mechanical" in modifiers:
        return "robot", "robot"
    if modifiers:
        whole = f"{modifiers[-1]}_{noun}"
        compound = BODIES_OF.get(whole)
        if compound:
            return compound
        if whole in KIND_OF:
            return KIND_OF[whole], _BODY_OF_KIND.get(KIND_OF[whole], "object")
    known = BODIES_OF.get(noun)
    if noun in KIND_OF:
        return KIND_OF[noun], known[1] if known else _BODY_OF_KIND.get(KIND_OF[noun], "object")
    if known:
        category, body = known
        if body != "object" and ("ghost" in modifiers or "ghostly" in modifiers) and category in _ANIMATE:
            return category, "ghost"
        return category, body
    if BIOME_OF.get(noun, ("", 0.0))[1] == 1.0:
        return "place", "object"
    entry = wordtable.find(f"{modifiers[-1]}_{noun}") if modifiers else None
    entry = entry if entry is not None and entry.categories else wordtable.find(noun)
    if entry is None or not entry.categories:
        tail = next((noun[cut:] for cut in range(3, len(noun) - 2) if noun[cut:] in BODIES_OF), None)
        if tail is not None:
            return BODIES_OF[tail]
        return ("person", "biped") if noun.endswith(_WHO) else ("object", "object")
    letter = entry.categories[0][0]
    animate = [(share, one) for one, share in entry.categories if one in "aBFISWMALXGDp"]
    if letter in "QCETzl" and animate and max(animate)[0] >= 0.3:
        letter = max(animate)[1]
    return wordtable.CATEGORY_NAMES[letter], _BODY_OF_LETTER.get(letter, "object")


@lru_cache(maxsize=16384)
def animacy(noun: str) -> float:
    """How likely a noun names somebody who acts, 0-1."""
    known = BODIES_OF.get(noun)
    if not known and noun in KIND_OF:
        return 1.0 if KIND_OF[noun] in _ANIMATE else 0.25
    if known:
        return 1.0 if known[0] in _ANIMATE else 0.75 if known[0] == "vehicle" else 0.25
    entry = wordtable.find(noun)
    if entry is None:
        return 0.9 if classify(noun)[0] in _ANIMATE else 0.5
    return min(
        1.0, entry.share("creature", "person") + 0.5 * entry.share("vehicle", "group") + 0.1 * entry.share("plant", "food", "object")
    )


def thing_of(phrase: grammar.Phrase) -> Thing:
    """The thing a parsed noun phrase names."""
    modifiers = [token.word for token in phrase.modifiers]
    category, body = classify(phrase.noun, tuple(modifiers))
    stated = [COLOR_WORDS[word] for word in modifiers if word in COLOR_WORDS]
    if phrase.noun in COLOR_WORDS and not modifiers:
        stated = stated or [COLOR_WORDS[phrase.noun]]
    behavior = next((_BEHAVIORS[verb.split()[0]] for verb in [*phrase.acts, *_verbal(phrase)] if verb.split()[0] in _BEHAVIORS), None)
    return Thing(
        noun=phrase.noun[:60],
        phrase=phrase.text[:120],
        adjectives=[token.word for token in phrase.modifiers if token.tag in ("A", "VG", "VD") and token.word not in COLOR_WORDS][:6],
        colors=thing_colors(phrase.noun, category, stated),
        count=phrase.count,
        category=category,
        body=body,
        behavior=behavior,
    )


def _verbal(phrase: grammar.Phrase) -> list[str]:
    return [token.lemma for token in phrase.modifiers] + [token.word for token in phrase.modifiers]


def thing_from_phrase(text: str) -> Thing:
    """The thing a few words name: 'three tiny red foxes' -> noun 'fox', count 3, colours, body 'quadruped'.

    Raises ValueError when the words hold no noun at all.
    """
    found = grammar.phrases(tag(tokenise(text)))
    if not found:
        words = [word for word in tokenise(text) if word.isalpha()]
        if not words:
            raise ValueError("no noun in the phrase")
        token = tag([words[-1]])[0]
        return thing_of(grammar.Phrase(0, 1, token, []))
    main = next((phrase for phrase in found if phrase.preposition is None), found[0])
    return thing_of(main)
