"""Names in the text of a premise, and words of nations that name nobody."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from makebelieve.language import classify, lemma, tokenise
from makebelieve.language.vocabulary import FUNCTION_WORDS
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.retagging import prefixed

PLACE_WORDS: Final = frozenset(
    (
        "in",
        "at",
        "on",
        "under",
        "inside",
        "beneath",
        "through",
        "across",
        "into",
        "to",
        "from",
        "over",
        "near",
        "below",
        "above",
        "around",
        "off",
        "behind",
        "beyond",
        "aboard",
        "within",
        "along",
        "by",
        "outside",
        "underneath",
    )
)

_NAME: Final = re.compile(r"\b[A-ZÀ-ÖØ-ÞŁŚŻŠČŽ][\w'’\-]+(?:\s+(?:(?:of|the|de|la|van|von|al|el|du)\s+)?[A-ZÀ-ÖØ-ÞŁŚŻŠČŽ][\w'’\-]+)*")
_CALENDAR: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|easter|halloween|thanksgiving"
)
_WHEN: Final = re.compile(r"\b(?:on|by|until|till|every|next|last|before|since|this|in|each|from|after|for|of|at)\s+$", re.IGNORECASE)
_STARTS: Final = re.compile(r"(?:^|[.!?:]\s+|\n\s*)$")
_TITLES: Final = frozenset(
    [
        "captain",
        "sir",
        "lady",
        "lord",
        "king",
        "queen",
        "prince",
        "princess",
        "doctor",
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "professor",
        "count",
        "countess",
        "baron",
        "saint",
        "st",
        "sister",
        "brother",
        "agent",
        "detective",
        "old",
        "grandma",
        "grandpa",
        "uncle",
        "aunt",
        "inspector",
        "sheriff",
        "colonel",
        "general",
        "sergeant",
        "madame",
        "father",
        "mother",
    ]
)
_CALLED: Final = re.compile(r"\b(?:I am|I'm|named|called) ([A-Z][a-z]+)\b")
_LEADING: Final = re.compile(
    r"(?:\b(?:an?|the|my|our|his|her|their|your|some|every|two|three|young|old|last|only|retired|former)|,)\s+$", re.IGNORECASE
)
_NATIONAL: Final = ("an", "ish", "ese", "ch", "ic", "sh", "ss", "se", "ek")
_PEOPLES: Final = frozenset(
    [
        "viking",
        "cossack",
        "bedouin",
        "inuit",
        "zulu",
        "maori",
        "apache",
        "sami",
        "samurai",
        "berber",
        "roma",
        "cherokee",
        "sherpa",
        "thai",
        "aztec",
        "maya",
        "saxon",
        "mongol",
        "celt",
        "gaul",
        "amish",
        "hindu",
        "tatar",
        "czech",
    ]
)
_ACTS: Final = re.compile(
    r"(?:,? (?:and|who|the)|, an?|\s+(?:must|has|is|was|wants|needs|can|had|gets|goes|lives|and|(?P<verb>[a-z]+[^s\W]s)))\b"
)
"""What follows a name at the beginning of a sentence."""
_CARDINAL: Final = frozenset(("who", "that", "which", "where", "when"))


def _adjectival(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word says of what people a noun is, and names nobody: "a Roman centurion", "the Viking cook"."""
    words = match[0].split()
    if len(words) > 2 or (len(words) == 2 and words[0].lower() not in FUNCTION_WORDS) or not re.match(r"\s+[a-z]", text[match.end() :]):
        return False
    word = words[-1].lower()
    led = len(words) == 2 or _LEADING.search(text[: match.start()])
    following = re.match(r"\s+([a-z]+)", text[match.end() :])
    noun = following is not None and bool(lemma(following[1], "noun") or lemma(following[1], "adjective"))
    return bool(led) and noun and (word in _PEOPLES or (bool(lemma(word, "adjective")) and word.endswith(_NATIONAL)))


_HONORIFICS: Final[dict[Literal["she", "he"], frozenset[str]]] = {
    "she": frozenset(
        ("mrs", "miss", "ms", "lady", "queen", "princess", "aunt", "auntie", "madame", "madam", "sister", "grandma", "granny", "dame")
    ),
    "he": frozenset(("mr", "sir", "lord", "king", "prince", "uncle", "monsieur", "father", "grandpa", "brother")),
}
"""Titles that tell the pronoun, whatever name comes after."""


def pronoun_of_name(name: str) -> Literal["she", "he"] | None:
    """ "he" for "Marcus Bell", "she" for "Grace"; most names that end in "a" are women's; None for Alex and Robin."""
    words = [word.strip(".").lower() for word in name.split()]
    said = next((pronoun for word in words for pronoun, titles in _HONORIFICS.items() if word in titles), None)
    if said is not None:
        return said
    table = tables.read("first_names")
    listed = {word for row in ("he", "she", "either") for word in table[row].words("names")}
    first = next((word for word in words[:2] if word in listed), words[0])
    if first in table["either"].words("names"):
        return None
    if first in table["he"].words("names"):
        return "he"
    return "she" if first in table["she"].words("names") or first.endswith("a") else None


@cache
def _given() -> frozenset[str]:
    return frozenset(word for entry in tables.read("first_names").values() for word in entry.words("names"))


def is_given(word: str) -> bool:
    """Whether a lower-case word is a given name."""
    return word in _given()


def _bare_name(word: str, after: str) -> bool:
    """Whether a word that stands alone before its verb is a name: "Grace and her dog", "Ulysses tries", "Achilles and a tortoise"."""
    plain = word.lower()
    acting = _ACTS.match(after)
    if acting and (not acting["verb"] or lemma(acting["verb"], "verb")) and plain in _given():
        return True
    if re.match(r",\s+but\s+(?:he|she|they)\b", after) and classify(plain)[0] in ("person", "creature"):
        return plain not in FUNCTION_WORDS  # "Orpheus, but he is a busker"
    following = re.match(r"\s+([a-z]+)", after)
    acts = following is not None and (
        following[1] in ("and", "but", "must") or (following[1].endswith("s") and bool(lemma(following[1], "verb")))
    )
    return acts and plain not in FUNCTION_WORDS and lemma(plain, "noun") == plain and classify(plain)[0] in ("person", "creature")


def _leads_name(words: list[str]) -> bool:
    """Whether a word that everybody knows is a name all the same: "Captain Fizz", "Robin Hood's"."""
    if len(words) < 2 or not words[1][:1].isupper():
        return False
    plain = words[0].lower()
    return plain in _TITLES or (plain not in FUNCTION_WORDS and lemma(plain, "noun") == plain and not lemma(plain, "adjective"))


_BEFALLS: Final = re.compile(
    r"\w{3,}(?:quakes?|pocalypse|mageddon|nado|tsunami|plosion)|(?:heat|cold|shock|tidal)waves?|(?:mud|rock|land|ice)slides?"
    r"|(?:fire|hail|snow|sand|dust|ice|sun|meteor|mud)storms?"
)
"""Words, some made for the day, for what befalls a place: a Marsquake is nobody's name."""


def known(word: str) -> bool:
    plain = word.lower().strip("'’-")
    return (
        plain in FUNCTION_WORDS
        or _BEFALLS.fullmatch(plain) is not None
        or any(lemma(plain, part) for part in ("noun", "verb", "adjective"))
        or len(plain) < 3
        or plain
        in _CARDINAL
        | ABOUT
        | {
            "the",
            "a",
            "an",
            "in",
            "on",
            "at",
            "when",
            "while",
            "after",
            "before",
            "you",
            "your",
            "my",
            "his",
            "her",
            "their",
            "our",
            "we",
            "they",
            "once",
            "there",
            "this",
            "that",
            "these",
            "those",
            "with",
            "as",
            "if",
            "but",
            "and",
            "or",
            "because",
            "every",
            "each",
            "some",
            "all",
            "nobody",
            "everyone",
            "under",
            "during",
            "inside",
        }
    )


def names_in(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Lower-case word -> the name it is part of, as written; and lower-case word -> as written, of capitalised words that name nobody."""
    names: dict[str, str] = {}
    nations: dict[str, str] = {}
    for match in _NAME.finditer(text):
        written = match[0]
        words = written.split()
        if _adjectival(text, match):
            nations[words[-1].lower()] = words[-1]
            continue
        if _STARTS.search(text[: match.start()]):  # a sentence's first word is only a name if nobody knows it
            bare = len(words) == 1 and _bare_name(words[0], text[match.end() :])
            while words and not bare and (known(words[0]) or len(words[0]) < 3) and not _leads_name(words):
                words = words[1:]
        verbal = (
            len(words) == 1
            and _STARTS.search(text[: match.start()])
            and re.match(r"\s+(?:a|an|the|my|our|his|her|their|your)\b", text[match.end() :])
        )
        if verbal and not known(words[0]) and prefixed(words[0].lower()):
            continue  # "Unstick the sword"
        if not words or (len(words) == 1 and (len(words[0]) < 2 or words[0].lower() in _TITLES or words[0] == "I")):
            continue
        name = " ".join(words)
        if _CALENDAR.fullmatch(name.lower()) and _WHEN.search(text[: match.start()]):
            continue  # "on Monday"; a robinson's Friday is somebody
        if name.lower() in ABOUT or name.lower() in PLACE_WORDS:
            continue
        for key in tokenise(name):
            if key.isalpha() and key not in ("of", "the", "de", "la", "von", "van"):
                names.setdefault(key, name)
    return names, nations


def strangers(text: str, names: dict[str, str], written: list[str]) -> frozenset[str]:
    """The words of a text that the tagger must take for names or nouns of somebody."""
    within = {
        key
        for name in names.values()
        if len(name.split()) > 1 and not _STARTS.search(text[: max(0, text.find(name))])
        for key in tokenise(name)
    }
    within |= {match[1].lower() for match in _CALLED.finditer(text)}
    strange = frozenset(
        word
        for word in names
        if not known(word) or word in _given() or (word in within and (lemma(word, "verb") or lemma(word, "adjective")))
    )
    return strange | {word for word in written if len(word) > 4 and word.isalpha() and not known(word) and classify(word)[0] == "person"}
