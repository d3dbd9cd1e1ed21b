"""Form alone: articles, doubled words, marks left over, ends of sentences, quotes, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.worlds.generation.morphology import takes_an

from .texts import BUTTONS, Text

_DOUBLED: Final = re.compile(r"(?<![-'’])\b([a-z]+) \1\b(?![-'’])", re.IGNORECASE)
_MEANT: Final = frozenset(("had", "that", "very", "her", "ha", "tick"))
"""Words that may stand twice in a row: "all that that takes", "she gives her her coat"."""
_AFTER_ITSELF: Final = re.compile(r"\b(?:the|an?) ([a-z]{3,}), \1\b(?!,)", re.IGNORECASE)
"""A phrase that begins with the noun the one before it ended with: "beyond the ivy, ivy has"."""
_DETERMINERS: Final = r"(?:the|an?|my|your|his|their|its|our|some|this|that|these|those|every|each)"
_TWO_DETERMINERS: Final = re.compile(
    rf"\b(?!(?:that|this|these|those|some|each|his) )({_DETERMINERS}) (the|an?|my|your|their|its|our|some|every|each)\b|"
    rf"\b(?:the|an?|your|their|its|my|our) (?:his|her|this|these|those)\b",
    re.IGNORECASE,
)
_TWO_PREPOSITIONS: Final = re.compile(
    r"(?<!\w[eo][dkn] )(?<!\bswings )(?<!\b[Ss]et )\b(?:at|to|into|onto|of|for|beside|toward|beneath|against|until|upon|among|within|under|beyond) "
    r"(?:in|on|at|into|onto|of|by|beside|to|around|toward|beyond|for|with|along|from|behind|among|through|across|over)\b",
    re.IGNORECASE,
)
"""But for what is stranded behind a participle ("is looked at by both sides")."""
_LEFT_OVER: Final = re.compile(r"[{}<>\[\]|_]|::|\s[,.;:!?]|\.\.(?!\.)|,,|;;|  |,\.|\(\s|\(\w+(?:[/ ]\w+)*\) (?=[A-Z]\w* )")
_AN: Final = re.compile(r"\b([Aa]n?) ((?:['“\"])?[\w'’-]+)")
_HANGING: Final = re.compile(
    r"\b(?:where|who|which|while) (?:she|he|they|it|you)[.!?]?$|\b(?:between|by) (?:one|floors? \d+)[.!?]?$|\d a\.?$"
)
"""A clause or a number cut in two: "outside the house where she", "one by one" without its end."""
_END: Final = re.compile(r"[.!?…][\"”’']?$|[”\"]$")


def article(text: Text) -> Iterator[tuple[str, str]]:
    """'a' before a vowel, 'an' before a consonant, two determiners in a row."""
    for found in _AN.finditer(text.words):
        word = found[2].strip("'“\"")
        if found[1] == "A" and (len(word) == 1 or word.isupper() or word in ("is", "or", "and", "to", "on")):
            continue
        if (found[1].lower() == "an") != takes_an(word):
            yield "article", found[0]
    for found in _TWO_DETERMINERS.finditer(text.words):
        if found[2] != "A":
            yield "two determiners", found[0]


def doubled(text: Text) -> Iterator[tuple[str, str]]:
    """The same word, or two prepositions that do not go together, in a row."""
    for found in _DOUBLED.finditer(text.words):
        if found[1].lower() not in _MEANT:
            yield "doubled word", found[0]
    for found in _AFTER_ITSELF.finditer(text.words):
        yield "doubled noun", found[0]
    for found in _TWO_PREPOSITIONS.finditer(text.words):
        yield "two prepositions", found[0]


def marks(text: Text) -> Iterator[tuple[str, str]]:
    """Slots that were not filled, markup, spaces before commas."""
    for found in _LEFT_OVER.finditer(text.words):
        yield "left over", found[0]
    if text.words != text.words.strip():
        yield "left over", "space at the edge"
    if text.words.count('"') % 2 or text.words.count("“") != text.words.count("”"):
        yield "quotes", '"'
    if text.words.count("(") != text.words.count(")"):
        yield "quotes", "("


def ends(text: Text) -> Iterator[tuple[str, str]]:
    """Sentences end with a mark, buttons without one."""
    if text.kind in ("label", "title", "heading"):
        if text.words.endswith((".", ",", ";", ":")):
            yield "end", text.words[-1]
    elif text.kind != "anchor" and not _END.search(text.words):
        yield "end", text.words[-12:]
    if text.words and text.words[0].islower():
        yield "small first letter", text.words[:12]
    if text.kind in ("logline", "label", "heading", "objective") and _HANGING.search(text.words):
        yield "cut", text.words[-25:]
    if re.search(r"\b(?:the|an|and|or|your|their|its)[.!?]?$", text.words, re.I):
        yield "cut", text.words[-15:]


def capitals(text: Text) -> Iterator[tuple[str, str]]:
    """A capital after a full stop."""
    for found in re.finditer(r"(?<!Mr)(?<!Mrs)(?<!Dr)(?<!Ms)(?<!St)(?<!Prof)[.!?]\"? [a-z]\w*", text.words):
        if '"' in found[0] or found[0][0] in "!?":
            continue
        yield "small letter after a full stop", found[0]
    if text.kind not in BUTTONS and text.kind != "title":
        for found in re.finditer(r"(?<=[a-z,;] )(?:The|An|Their|His|Her|Your|Of|In|On|With|And)(?= [a-z])", text.words):
            yield "capital inside", text.words[max(0, found.start() - 20) : found.end() + 10]
