"""From a prompt to a specification: subject, then what is worn, carried, coloured and how it looks.

Words are tokens and lemmas of `makebelieve.language`; a subject that is in no table gets a body by its WordNet category.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from makebelieve.art import words as w
from makebelieve.art.attributes import attributes, carry
from makebelieve.art.bestiary import entries
from makebelieve.art.casting import being, thing
from makebelieve.art.lacking import parted
from makebelieve.art.materials import carved
from makebelieve.art.phrase import Found, Reading, filling, segment
from makebelieve.art.spec import SpriteSpec
from makebelieve.art.subjects import principal, subjects
from makebelieve.art.young import newly_named, parented
from makebelieve.kit.errors import invalid
from makebelieve.language import Token, tag, tokenise

LONGEST: Final = 500
KINDS: Final = ("being", "thing")


def read(prompt: str, seed: int = 0, kind: str | None = None) -> SpriteSpec:
    """The specification of a sprite for `prompt` (1-500 characters). Raises Problem (422) for an empty or overlong one.

    `kind` makes it a "being" or a "thing" whatever the prompt is about: what it names of that kind, else somebody who bears the thing, or a
    figurine of the being. None: what the prompt is about.
    """
    text = prompt.strip()
    if not 1 <= len(text) <= LONGEST:
        raise invalid("prompt", f"a prompt has 1 to {LONGEST} characters")
    if kind not in (None, *KINDS):
        raise invalid("kind", f"{kind!r} is none of them", KINDS)
    return _read(text, seed, kind)


@lru_cache(maxsize=512)
def _read(text: str, seed: int, kind: str | None) -> SpriteSpec:
    tokens = [token for token in tag(tokenise(text)) if token.word[0].isalnum()]
    if not tokens:
        raise invalid("prompt", "the prompt holds no words that can be read")
    tokens, lost = parted(tokens)
    reading = Reading(tokens, lost=lost)
    reading.used.update(filling(tokens))
    found = parented(tokens, newly_named(tokens, subjects(tokens, kind)))
    main, species = principal(reading, _of_kind(tokens, found, kind))
    if kind == "being" and main.entry is None:
        main, species = _bearer(reading, main), None
    figurine = kind == "thing" and main.family is None
    base = _base(reading) or ("pedestal" if figurine else "")
    carry(reading, main, found)
    attributes(reading, main, species)
    if figurine:
        reading.made_of = reading.made_of or w.MADE_OF["stone"]
    if main.entry is None and main.family is not None:
        spec = thing(reading, main, text, seed)
    else:
        spec = being(reading, main, species, text, seed)
    if figurine:
        assert reading.made_of is not None
        reading.notes.append(f"{spec.subject!r} is a being; drawn as a figurine of it")
        spec = spec.model_copy(
            update={"archetype": "item", "colors": carved(spec.family, spec.colors, reading.made_of[0]), "notes": reading.notes}
        )
    return spec.model_copy(update={"base": base}) if base else spec


def _of_kind(tokens: list[Token], found: list[Found], kind: str | None) -> list[Found]:
    """The subjects before the first preposition that are of the kind, as such; all of them where none is."""
    end = segment(tokens)
    if kind == "being":
        return [replace(one, family=None) for one in found if one.entry is not None and one.start < end] or found
    if kind == "thing":
        return [replace(one, entry=None) for one in found if one.family is not None and one.start < end] or found
    return found


def _bearer(reading: Reading, main: Found) -> Found:
    """A person in place of the thing: its words are read as what the person carries and wears."""
    reading.used.difference_update(range(main.start, main.end))
    reading.stated.clear()
    reading.notes.append(f"{main.word.replace('_', ' ')!r} is a thing; drawn as a person with it, where a person can carry or wear it")
    word = "warrior" if main.family in w.HELD else "person"
    if main.family in w.HELD:
        reading.changes["weapon"] = main.family
    return Found(0, 0, word, entries()[word], None)


def _base(reading: Reading) -> str:
    """What the subject is said to stand on ("on a stone pedestal", "standing on grass")."""
    for i, token in enumerate(reading.tokens):
        if token.word not in ("on", "atop", "upon"):
            continue
        found = [j for j in range(i + 1, min(i + 4, len(reading.tokens))) if reading.tokens[j].word in w.BASES]
        if found:
            # "a stone pedestal" is a pedestal
            reading.used.update(range(i, found[-1] + 1))
            return w.BASES[reading.tokens[found[-1]].word]
    return ""
