"""A premise as it may be quoted: spelt, stopped and with the capitals that strangers leave out when they type in haste."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from makebelieve.language import tag, tokenise
from makebelieve.worlds.generation.slips import mended

_HASTY: Final = {
    "im": "I'm", "ive": "I have", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "cant": "can't", "couldnt": "couldn't", "wont": "won't",
    "wouldnt": "wouldn't", "shouldnt": "shouldn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't", "werent": "weren't", "hasnt": "hasn't", "havent": "haven't",
    "hadnt": "hadn't", "youre": "you're", "theyre": "they're", "youve": "you've", "theres": "there's", "thats": "that's", "whats": "what's", "hes": "he's",
    "shes": "she's", "somebodys": "somebody's", "someones": "someone's", "everyones": "everyone's", "nobodys": "nobody's", "u": "you", "ur": "your", "bc": "because", "cuz": "because", "cos": "because",
}  # fmt: skip
"""Words without their apostrophe, and shortened ones."""
_WORD: Final = re.compile(rf"(?<![\w'’-])(?:{'|'.join(_HASTY)})(?![\w'’-])", re.IGNORECASE)
_ITS: Final = re.compile(r"\b([Ii])ts (?=(?:an?|the|my|your|not|too|all|so|very|really|up to|raining|snowing|going|getting|hard|time)\b)")
_KIN: Final = re.compile(r"\b((?:[Gg]rand(?:pa|ma|dad|mum)|[Gg]ran|[Gg]ranny|[Mm]um|[Mm]om|[Dd]ad|[Mm]ummy|[Dd]addy))s (?=([a-z]+)\b)")
"""Kin whose things are said without an apostrophe: "grandpas clock"."""
_GRACE: Final = re.compile(r"\b(her|his) (majesty|highness|lordship|ladyship|excellency|holiness)\b")
"""What somebody is called, and nothing of theirs."""
_I_HAVE: Final = re.compile(r"\b[Ii]['’](ve|ll|d)\b(?: (better|just|been|never|always|[a-z]+ed)\b)?")
_SPEAKER: Final = re.compile(r"(?<![\w'’-])i(?=['’]m\b|[\s,;!?]|$)")
_TIMES: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december)\b|\b(?:christmas|easter|halloween)\b(?= *(?:$|[.,;!?]|and\b|is\b|comes\b|eve\b))"
)
_TITLE: Final = re.compile(r"\b(mr|mrs|ms|dr|miss|captain|king|queen|princess|prince|sir|uncle|aunt|auntie|professor)(\.? )([a-z][a-z]+)\b")
_TITLES: Final = frozenset(("mr", "mrs", "ms", "dr"))
"""Titles that only stand before a name."""
_STARTS: Final = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\.\.)([.!?] +)([a-z])")
_RUN_ON: Final = re.compile(r" (?=(?:i|I|we|you) (?:have to|need to|must|want to|has to|am|was|were|can't|cannot|don't|will)\b)")
_COMPLETE: Final = re.compile(r" (?:i|I|we|you) (?:[a-z']+ (?:to )?)?[a-z]+ (?:it|him|them|the|an?|my|our|his|her|their|some|all)\b")
"""Somebody, their verb and what it is done to, which so is nothing that stands before them."""
_BEHIND: Final = frozenset(
    (
        "so",
        "now",
        "then",
        "only",
        "sure",
        "afraid",
        "tonight",
        "today",
        "once",
        "when",
        "where",
        "why",
        "how",
        "while",
        "as",
        "than",
        "else",
    )
)
"""Words behind which the same sentence goes on."""


@lru_cache(maxsize=64)
def clean(text: str) -> str:
    """The text with apostrophes, capitals and stops where there are none: "im late i have to run" is "I'm late. I have to run"."""
    text = " ".join(text.split())
    text = mended(text.lower() if text.isupper() else text)
    text = re.sub(r" +([.,;:!?])(?=\s|$|[a-z])", r"\1", text)
    text = re.sub(r"([!?.])(?:\s*[!?])+", lambda match: "?" if "?" in match[0] else "!", text)
    text = re.sub(r"(?<=[a-z]),(?=[a-z])", ", ", text)
    text = _WORD.sub(_spelt, text)
    text = _ITS.sub(r"\1t's ", text)
    text = _KIN.sub(lambda match: f"{match[1]}'s " if tag([match[2].lower()])[0].tag in ("N", "NS", "A") else match[0], text)
    text = _GRACE.sub(lambda match: f"{match[1].capitalize()} {match[2].capitalize()}", text)
    text = _I_HAVE.sub(_in_full, text)
    text = _SPEAKER.sub("I", text)
    text = _TIMES.sub(lambda match: match[0].capitalize(), text)
    text = _TITLE.sub(lambda match: f"{match[1].capitalize()}{match[2]}{match[3].capitalize()}" if match[1] in _TITLES else match[0], text)
    text = _RUN_ON.sub(lambda match: ". " if _ends(text, match.start()) else " ", text)
    return _STARTS.sub(lambda match: match[1] + match[2].upper(), text)


def _spelt(match: re.Match[str]) -> str:
    word = _HASTY[match[0].lower()]
    return word[:1].upper() + word[1:] if match[0][:1].isupper() else word


def _in_full(match: re.Match[str]) -> str:
    """ "I've" and "I'll" in two words, which may be said to whoever plays."""
    said = {"ve": "have", "ll": "will"}.get(match[1], "had" if match[2] else "would")
    return f"I {said}" + (f" {match[2]}" if match[2] else "")


def _ends(text: str, at: int) -> bool:
    """Whether a text in which no sentence has been ended ends one here: "the tiger is gone | i have to", no "the song | i have to sing"."""
    before = re.sub(r"^I(?:['’]m| am)\b", "he is", text[:at])
    if re.search(r"[.!?;:,\"“]|\bI\b", before):
        return False
    tokens = tag(tokenise(re.split(r"\b(?:and|but)\b", before)[-1].lower()))
    verb = next((n for n, token in enumerate(tokens) if token.word in ("is", "are", "am", "was", "were", "has", "have")), None)
    if verb is None or not 0 < verb < len(tokens) - 1 or any(token.tag == "S" for token in tokens) or tokens[-1].word in _BEHIND:
        return False
    return tokens[-1].tag in ("A", "VD", "R") or (tokens[-1].tag in ("N", "NS") and _COMPLETE.match(text[at:]) is not None)
