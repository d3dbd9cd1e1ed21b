"""Number, person and sound of English words: plurals, verbs that agree, pronouns, 'a' or 'an'. Small tables for what is irregular."""

from __future__ import annotations

import re
from typing import Final

# Pronoun -> subject, object, possessive determiner, reflexive.
PRONOUNS: Final[dict[str, tuple[str, str, str]]] = {
    "she": ("she", "her", "her"),
    "he": ("he", "him", "his"),
    "they": ("they", "them", "their"),
    "it": ("it", "it", "its"),
}
REFLEXIVES: Final = {"she": "herself", "he": "himself", "they": "themselves", "it": "itself"}
_PLURALS: Final = {
    "mouse": "mice", "wolf": "wolves", "fish": "fish", "sheep": "sheep", "goose": "geese", "leaf": "leaves", "elf": "elves",
    "thief": "thieves", "knife": "knives", "man": "men", "woman": "women", "child": "children", "foot": "feet", "tooth": "teeth",
    "deer": "deer", "dwarf": "dwarves", "person": "people", "ox": "oxen", "wife": "wives", "calf": "calves", "shelf": "shelves",
    "spacecraft": "spacecraft", "aircraft": "aircraft", "police": "police", "people": "people", "loaf": "loaves", "half": "halves",
    "life": "lives", "scarf": "scarves", "hoof": "hooves", "louse": "lice", "cactus": "cacti", "potato": "potatoes", "hero": "heroes",
    "tomato": "tomatoes", "echo": "echoes", "volcano": "volcanoes", "mosquito": "mosquitoes", "octopus": "octopuses",
}  # fmt: skip
_SINGULARS: Final = {many: one for one, many in _PLURALS.items() if many != one}
# Words in -s that are one thing, and words without it that are many.
_ONE: Final = frozenset((
    "lens", "canvas", "bus", "compass", "atlas", "chess", "series", "news", "gas", "iris", "trellis", "tennis", "physics", "circus", "virus",
    "octopus", "cactus", "walrus", "campus", "oasis", "basis", "christmas", "pancreas", "alas", "yes", "this", "his", "its", "is", "was", "james",
    "walls-end", "headquarters", "netherlands", "mathematics", "crocus", "campus", "fungus", "genius", "hippopotamus", "platypus", "census", "bonus", "mantis",
))  # fmt: skip
_MANY: Final = frozenset(
    ("people", "police", "cattle", "folk", "teeth", "feet", "men", "women", "children", "mice", "geese", "lice", "oxen", "cacti", "both")
)
ALWAYS_MANY: Final = frozenset((
    "people", "police", "cattle", "scissors", "trousers", "jeans", "pants", "glasses", "spectacles", "tweezers", "pliers", "shorts", "pyjamas",
    "binoculars", "tongs", "shears", "tights", "goggles", "overalls", "clippers", "headphones", "clothes", "remains", "surroundings", "ashes",
))  # fmt: skip
"""Nouns that are told as several whatever their form: a pair of them is one thing, and still "they"."""
_VERBS: Final = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't", "lies": "lie", "ties": "tie", "dies": "die",
    "unties": "untie", "vies": "vie",
}  # fmt: skip
_ES: Final = re.compile(r"(?:ss|sh|ch|x|zz|o)es$")
_AFTER_HEAD: Final = re.compile(
    r"\s(?:of|with|in|on|at|under|over|for|from|that|who|which|to|behind|above|beside|beneath|full|down|between|across|along|by|below|inside|around|off|near|after|before|through|among)\s"
)
_AN: Final = re.compile(
    r"^(?:[aeio]|u(?!n[iy](?:[^nm]|$)|s[eu]|tens|ten|f|ku|ra|b(?:iq|oa)|krai|top)|hour|honest|heir|honou?r|(?:8|11|18)(?:\D|$)|x-ray|mri\b|sos\b|fbi\b)",
    re.IGNORECASE,
)
_A: Final = re.compile(r"^(?:one\b|one-|once|eu|ewe|ouija)", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\b([Aa])(n?) (?=[\w'’])([\w'’-]+)")


def plural(noun: str) -> str:
    """The plural of a noun phrase's last word: "tin box" -> "tin boxes"."""
    head, _, last = noun.rpartition(" ")
    if last in _PLURALS:
        made = _PLURALS[last]
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        made = last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        made = last[:-1] + "ies"
    elif last.endswith("man") and last not in ("human", "shaman", "talisman"):
        made = last[:-3] + "men"
    else:
        made = last + "s"
    return f"{head} {made}".strip()


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase takes a plural verb: "the tin plates on the wall", "dice and cards"; "a row of hooks" does not."""
    text = f"{phrase.lower()} "
    if (text.startswith(("a ", "an ")) and " and " not in text) or (phrase[:1].isupper() and phrase.isalpha()):
        return False
    if re.match(r"an? [a-z -]+ of (?!an? |the )[a-z -]+ and (?:an?|some|two|three) ", text):
        return True  # "a box of chalk and a bell"
    if re.search(r"(?<!hundred )(?<!thousand )(?<!-)\b(?:and)\b(?!-)", text) and not _AFTER_HEAD.search(text.split(" and ")[0] + " "):
        return True
    if text.startswith(("the united states ", "the philippines ", "the maldives ", "the bahamas ")):
        return False  # many islands, one country
    head = _AFTER_HEAD.split(text)[0].split(",")[0].split()
    if not head:
        return False
    last = head[-1].strip("'’.")
    if (
        head[0] in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "several", "some", "both", "many")
        and len(head) > 1
    ):
        return last.endswith("s") or last in _MANY or last in _PLURALS.values()
    if last in _MANY or last in _SINGULARS:
        return True
    if head[0] != "the" and phrase.split()[len(head) - 1][:1].isupper():
        return False  # "occupied Paris", "old Mr. Jones"
    return last.endswith("s") and not last.endswith(("ss", "'s", "’s")) and last not in _ONE and len(last) > 2


def plural_verb(verb: str) -> str:
    """The plural of a verb in the third person singular, whatever follows it: "watches over" -> "watch over", "has stopped" -> "have stopped"."""
    first, space, rest = verb.partition(" ")
    if first in _VERBS:
        made = _VERBS[first]
    elif first.endswith("ies") and len(first) > 4:
        made = first[:-3] + "y"
    elif _ES.search(first):
        made = first[:-2]
    else:
        made = first[:-1] if first.endswith("s") and not first.endswith("ss") else first
    return made + space + rest


def article(noun: str) -> str:
    """'a' or 'an' with the noun phrase: 'an oil lamp', 'a unicorn'."""
    return f"{'an' if takes_an(noun) else 'a'} {noun}"


def takes_an(word: str) -> bool:
    """Whether a word, or a phrase by its first word, begins with the sound of a vowel."""
    return bool(_AN.match(word)) and not _A.match(word)


def articles(text: str) -> str:
    """The text with each 'a' and 'an' as the word behind it wants."""

    def right(match: re.Match[str]) -> str:
        if text[: match.start()].endswith("letter "):
            return match[0]  # "the letter A on it"
        return f"{match[1]}{'n' if takes_an(match[3]) else ''} {match[3]}"

    return _ARTICLE.sub(right, text)


_RANKED: Final = re.compile(
    r"^(?:(?:only|own|last|first|very|whole|same|entire|final|original|remaining|new|one)\b(?! name) (?:and only )?)+(?=[a-z])"
)


def unranked(noun_phrase: str) -> str:
    """A noun phrase without what there is but one of: "the only copy" is "a new copy", "your own bed" another "bed"."""
    return _RANKED.sub("", noun_phrase)
