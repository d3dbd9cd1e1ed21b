"""Slips of those who write in a language that they are still learning, or in haste, mended before a premise is read or quoted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation.verbs import third

_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+")
_PLACES: Final = (
    "village|forest|castle|kingdom|mountain|river|island|cave|desert|tower|dungeon|jungle|planet|valley|swamp|palace|temple|city|lake|beach|bridge|cemetery|factory"
    "|museum|station|spaceship|market|farm|garden|house|library|lighthouse|submarine|labyrinth|maze|mine|volcano|cabin|hotel|shop|theatre|ocean|sky"
)
"""Nouns that never stand behind a preposition without an article."""
_ENDS: Final = r"(?=$|[.,;!?]| (?:and|but|who|that|which|where|when|with|because|before|to|must|has|have|is|are|was|for|from)\b)"
_SHE: Final = (
    "have|want|need|go|see|find|live|like|love|know|try|work|make|take|look|think|say|lose|meet|draw|help|use|eat|fight|open|start|decide|hear|feel|hate|fear|dream|hide"
    "|discover|search|travel|speak|become|own"
)
"""Verbs that people leave without their s."""
_TITLE: Final = (
    "old man|old lady|captain|king|queen|princess|prince|sir|lord|lady|uncle|aunt|auntie|professor|doctor|detective|mayor|sheriff|inspector|officer|agent|general|granny|grandma"
    "|grandpa|farmer|chef|nurse|wizard|named|called"
)


def _articled(match: re.Match[str]) -> str:
    """ "In forest" as "in the forest"; from castle to castle one goes as it is."""
    if match[1] in ("from", "to") and len(re.findall(rf"\b(?:from|to) {match[2]}\b", match.string)) > 1:
        return match[0]
    if match[1] == "to" and _WILLED.search(match.string[: match.start()]) and lemma(match[2], "verb") == match[2]:
        return match[0]  # "wants to desert", "has to farm"
    return f"{match[1]} the {match[2]}"


_WILLED: Final = re.compile(
    r"\b(?:wants?|wanted|needs?|needed|has|have|had|try|tries|tried|hopes?|decides?|decided|plans?|refuses?|longs?|wish|wishes|vows?|dares?|ready|able|about) $"
)
"""Words behind which "to" brings in a verb, even one that is a noun as well."""
_ADVERBS: Final = frozenset(
    (
        "never",
        "always",
        "often",
        "once",
        "still",
        "also",
        "just",
        "only",
        "even",
        "now",
        "then",
        "soon",
        "almost",
        "who",
        "that",
        "which",
        "and",
    )
)


def _called(match: re.Match[str]) -> str:
    """ "Old man jenkins" as "Old man Jenkins": behind a title a word that no dictionary has is a name."""
    word = match[3]
    known = (
        word in _ADVERBS
        or word.endswith("ly")
        or any(lemma(word, part) for part in ("noun", "verb", "adjective"))
        or classify(word)[0] == "person"
    )
    return match[0] if known else f"{match[1]}{match[2]}{word.capitalize()}"


_MENDED: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"\b(must|can|should|will|could|would|cannot|may) to (?=[a-z]+)(?!the\b|an?\b)"), r"\1 "),
    (re.compile(rf"\b(in|into|of|through|near|at|inside|across|to|from) ({_PLACES})\b{_ENDS}"), _articled),
    (re.compile(r"(?:(?<=^)|(?<=[.!?] )|(?<=\band ))([Tt]he|[Mm]y|[Aa]n?) ((?:[a-z]+ )?(?:boy|man|king|brother|father|son|prince|uncle|grandfather|knight)) he (?=[a-z])"), r"\1 \2 "),
    (re.compile(r"(?:(?<=^)|(?<=[.!?] )|(?<=\band ))([Tt]he|[Mm]y|[Aa]n?) ((?:[a-z]+ )?(?:girl|woman|queen|sister|mother|daughter|princess|aunt|grandmother|witch)) she (?=[a-z])"), r"\1 \2 "),
    (re.compile(r"^(?:omg|lol|okay|um|uh|hey|haha)\b[,!.]* (?=(?:an?|the|my|our|there|i|we|you|two)\b)", re.IGNORECASE), ""),
    (re.compile(r",? (?:lol|lmao|haha|xd|pls|plz|idk|omg)(?=[ .,!?]|$)", re.IGNORECASE), ""),
    (re.compile(r"[,.]? what (?:do|should) (?:i|we) do(?: now)?\??$", re.IGNORECASE), ""),
    (re.compile(rf"(?<!did )(?<!does )(?<!that )(?<!lest )(?<!let )(?<!can )(?<!must )(?<!will )(?<!should )(?<!could )(?<!would )\b([Ss]he|[Hh]e|[Tt]he (?:girl|boy|man|woman|king|queen|child)) ({_SHE})\b(?= )"), lambda match: f"{match[1]} {third(match[2])}"),
    (re.compile(r"\b(find|finds|finding|know|knows|make|lose|loses|lost) way (?=(?:home|out|back|to|through|in)\b)"), r"\1 the way "),
    (re.compile(rf"\b({_TITLE})( )([a-z]{{3,}})(?= (?:is|must|has|wants|needs|was|and|who|can|will|had|[a-z]+s (?:an?|the|his|her|to|for))\b|[.,!?]|'s|$)", re.IGNORECASE), _called),
    (re.compile(r"(^|[.!?] )(Boy|Girl|Man|Woman|Child|Kid|Robot|Witch|Knight|Pirate|Princess|Prince|Wizard|Dragon|Cat|Dog|Detective|Old man|Old woman|Young boy|Young girl|Little boy|Little girl) (?=(?:must|has to|wants|needs|is|goes|finds|tries|lives|loses|looks|wakes|falls|gets|takes|can)\b)"), lambda match: f"{match[1]}{'An' if match[2][0] in 'O' else 'A'} {match[2].lower()} " if not match[1] else f"{match[1]}The {match[2].lower()} "),
)  # fmt: skip


def mended(text: str) -> str:
    """The text in plain English: "the boy must to find people of village" is "the boy must find people of the village"."""
    text = re.sub(r"(?<=\S) +(?= |[.,;!?]|$)", "", _PICTURES.sub("", text)).strip() or text
    for pattern, said in _MENDED:
        text = pattern.sub(said, text)
    return text
