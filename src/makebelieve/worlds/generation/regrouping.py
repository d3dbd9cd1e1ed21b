"""A premise's words grouped anew before it is taken apart: questions told as what has to be done, the "that" that is left out, phrases that are one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from makebelieve.language import Phrase, Token, classify

DETERMINERS: Final = frozenset(("a", "an", "the", "her", "his", "their", "its", "my", "your", "our", "this", "that"))

_GOES_ON: Final = frozenset((
    "theme", "adventure", "puzzle", "race", "racing", "action", "hero", "style", "survival", "strategy", "game", "type", "view",
))  # fmt: skip
_FINDS: Final = frozenset(("find", "discover", "learn", "realise", "realize", "notice", "suspect", "see"))
_SUBJECTS: Final = frozenset(("he", "she", "they", "it", "everyone", "everybody", "somebody", "someone", "nobody", "one"))


def told_of_question(tokens: list[Token]) -> list[str] | None:
    """A question whether somebody can, told as what has to be done: "can a shy librarian win the quiz show?" as "a shy librarian must win …"."""
    asked = (
        len(tokens) > 4
        and tokens[0].word in ("can", "could", "will", "would", "should")
        and (tokens[1].word in DETERMINERS or tokens[1].tag == "#")
    )
    stop = next((at for at, token in enumerate(tokens) if token.word in (".", "?", "!")), None)
    if not asked or stop is None or tokens[stop].word != "?":
        return None
    at = next((at for at in range(3, stop) if tokens[at].tag == "V"), None)
    if at is None:
        return None
    words = [token.written for token in tokens]
    return [*words[1:at], "must", *words[at:stop], ".", *words[stop + 1 :]]


def with_that(tokens: list[Token]) -> list[str] | None:
    """What somebody finds, with the "that" which is left out: "realises the ship is sinking" as "realises that the ship is sinking"."""
    for at in range(1, len(tokens) - 3):
        if tokens[at].lemma not in _FINDS or tokens[at].tag not in ("V", "VS", "VD") or tokens[at - 1].tag == "D":
            continue
        begin = at + 1 + (tokens[at + 1].word == "out")
        end = begin
        while end < len(tokens) and (tokens[end].tag in ("D", "A", "N", "NS", "#", "'") or tokens[end].word in ("of", *_SUBJECTS)):
            end += 1
        if (
            begin < end < len(tokens)
            and tokens[end].tag in ("X", "M")
            and tokens[end].word != "to"
            and tokens[end - 1].tag != "D"
            and not (end - 1 > begin and tokens[end - 1].word in _SUBJECTS)  # "find the baby she was supposed to watch"
            and tokens[begin].word != "that"
        ):
            words = [token.written for token in tokens]
            return [*words[:begin], "that", *words[begin:]]
    return None


def without_next_door(phrase: Phrase) -> Phrase:
    """Somebody who lives next door: "the dog next door" is a dog, and no door."""
    behind = phrase.modifiers[-2:]
    if phrase.head.word != "door" or len(behind) < 2 or behind[1].word != "next" or behind[0].tag not in ("N", "NS"):
        return phrase
    return replace(phrase, end=phrase.end - 2, head=behind[0], modifiers=phrase.modifiers[:-2], plural=behind[0].tag == "NS")


def merged(found: list[Phrase]) -> list[Phrase]:
    """Phrases side by side that are one: a prompt's "theme" or "adventure" ends a phrase, a story's "theme park" goes on, and so does a "video game"."""
    made: list[Phrase] = []
    for phrase in found:
        left = made[-1] if made else None
        beside = left is not None and left.end == phrase.start and left.head.tag == "N" and phrase.determiner is None
        if left is not None and beside and (left.noun in _GOES_ON or phrase.noun in _GOES_ON):
            phrase.start, phrase.determiner, phrase.count = left.start, left.determiner, left.count
            phrase.modifiers = [*left.modifiers, left.head, *phrase.modifiers]
            phrase.preposition = left.preposition
            phrase.undergoes, phrase.agents = [*left.undergoes, *phrase.undergoes], [*left.agents, *phrase.agents]
            made.pop()
        made.append(phrase)
    return made


def given(tokens: list[Token], found: list[Phrase]) -> list[Phrase]:
    """Phrases with somebody parted from what they are given, where that has no article: "bring her grandmother | water"."""
    made: list[Phrase] = []
    for phrase in found:
        before = tokens[phrase.start - 1].lemma if phrase.start else ""
        last = phrase.modifiers[-1] if phrase.modifiers else None
        if (
            before not in _GIVING
            or last is None
            or last.lemma not in _KIN
            or last.index != phrase.end - 2
            or phrase.determiner not in ("her", "his", "their", "my", "our", "your", "the")
            or classify(phrase.noun)[0] in ("person", "creature", "group", "place")
        ):
            made.append(phrase)
            continue
        whom = replace(
            phrase,
            end=phrase.end - 1,
            head=last,
            modifiers=phrase.modifiers[:-1],
            plural=last.tag == "NS",
            undergoes=[before],
            agents=[None],
        )
        made += [whom, replace(phrase, start=phrase.end - 1, modifiers=[], determiner=None, preposition=None)]
    return made


_GIVING: Final = frozenset(
    ("bring", "give", "send", "buy", "make", "cook", "bake", "sell", "lend", "offer", "hand", "show", "get", "fetch", "pour")
)
_KIN: Final = frozenset((
    "grandmother", "grandfather", "grandma", "grandpa", "granny", "mother", "father", "mum", "mom", "dad", "sister", "brother", "aunt", "uncle", "daughter",
    "son", "wife", "husband", "baby", "king", "queen", "princess", "prince", "friend", "teacher", "boss", "neighbour", "neighbor", "dragon", "giant", "witch",
))  # fmt: skip


def led_by(tokens: list[Token], phrase: Phrase) -> str:
    """The articles, owners and numbers before a phrase, none of them left out: "crew of | twenty | sailors", "the secrets of | all its | guests"."""
    led: list[str] = []
    for token in tokens[phrase.start : phrase.head.index]:
        if token.tag not in ("D", "#") or (token.tag == "#" and phrase.determiner in ("a", "an")):
            break
        led.append("the" if token.word in ("my", "our", "your") else token.word)
    return "".join(f"{word} " for word in led)
