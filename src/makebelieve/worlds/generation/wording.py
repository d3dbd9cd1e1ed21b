"""The words of an aim: where they end in a premise, and how they are written."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import OPENERS, UNDER
from makebelieve.worlds.generation.reading import OF_FAMILY, OWNERS, Reading, cased, lead, name_of, pieces, text_of
from makebelieve.worlds.generation.timespans import presses, spans
from makebelieve.worlds.generation.titlecase import is_titled, lowered
from makebelieve.worlds.generation.verbs import PARTICLES

_STOPS: Final = UNDER | {"so", "but", "though", "then", "or", "who", "which", "that", "as", "even", "only", "except", "since"}
WH: Final = frozenset(("who", "what", "which", "where", "why", "how", "whether", "whose", "whom", "when", "that"))
_WHO: Final = frozenset(("who", "that", "which"))
_ANYBODY: Final = frozenset(
    ("person", "man", "woman", "people", "one", "thing", "somebody", "someone", "whoever", "child", "place", "anyone")
)
"""Nouns that say nothing without the clause behind them: "the person who bought the colours"."""
_DRAWN: Final = {
    ("can", "not"): "(?:can ?not|can['’]?t)", ("will", "not"): "(?:will not|won['’]?t)", ("i", "have"): "i(?: ha|['’]?)ve",
    ("i", "am"): "i(?: a|['’])m", ("do", "not"): "do(?: not|n['’]?t)", ("does", "not"): "does(?: not|n['’]?t)", ("is", "not"): "is(?: not|n['’]?t)",
    ("has", "not"): "has(?: not|n['’]?t)", ("it", "is"): "it(?: i|['’])s",
}  # fmt: skip
_BRIEF: Final = 15
"""Words that a goal may have in a label."""


def the_named(reading: Reading, phrase: Phrase) -> str:
    """A phrase with "the", or with whose it is."""
    owner, text = lead(reading, phrase)[1], text_of(reading, phrase)
    if owner != "the" and (text[:1].isupper() or (owner == "" and phrase.head.word in pieces(name_of(reading, phrase) or ""))):
        return text
    if owner == "" and OF_FAMILY.match(text):
        return text
    return f"{owner if owner in OWNERS else 'the'} {text_of(reading, phrase)}"


_POSING: Final = frozenset(("spend", "live", "work", "dress", "disguise", "pose", "pass", "earn", "perform"))
"""What is done as somebody: "spend a day as a human"."""


def end_of(reading: Reading, i: int) -> int:
    """Where the words of an aim stop: at the end of its clause, or before a clause that only tells when, who or why."""
    tokens = reading.tokens
    starts = {phrase.start: phrase for phrase in reading.found}
    at, contacts = i + 1, 0
    while at < len(tokens) and at - i < 24:
        word, tag = tokens[at].word, tokens[at].tag
        if tag == "." or word in (",", "(", ")"):
            break
        placed = word == "where" and classify(tokens[at - 1].lemma)[0] == "place"
        if word in _WHO and tokens[at - 1].tag in ("N", "NS") and (clause := _brief(tokens, i, at)):
            at = clause
            continue
        if presses(tokens, at) or (word == "the" and spans(tokens, at + 1) and at > i + 1):
            break
        if word == "but" and tokens[at - 1].word in ("nothing", "anything", "everything", "all"):
            at += 1  # "with nothing but seaweed"
            continue
        if (
            word in _STOPS
            and not (word == "as" and (i or tokens[i].lemma in _POSING) and at + 1 < len(tokens) and tokens[at + 1].word in ("a", "an"))
            and (at > i + 1 or word in ("until", "till", "before", "because"))
            and not placed
            and not (
                word == "only" and (tokens[at - 1].tag in ("D", "M", "'") or tokens[at].tag == "A")
            )  # "the only road", "the duke's only map"
            and not (word == "as" and tokens[at - 1].word in ("exactly", "just"))  # "exactly as she is"
            and not (word == "after" and tokens[at - 1].lemma in ("look", "run", "ask"))  # "someone to look after the baby"
            and not (word in ("after", "before") and (at + 1 >= len(tokens) or tokens[at + 1].tag == "."))
            and not (word == "once" and (at + 1 >= len(tokens) or tokens[at + 1].tag in (".", "VD")))  # "where she once played"
            and not (word in WH and (_asked(tokens, i, at) or tokens[at - 1].lemma in _ANYBODY))
        ):
            break
        if word == "without" and [token.word for token in tokens[at + 1 : at + 2]] == ["being"]:
            at += 3  # "win without being seen"
            continue
        if word == "without" and at + 1 < len(tokens) and tokens[at + 1].tag in ("P", "VG"):
            break
        if word == "and" and "between" in (so_far := [token.word for token in tokens[i + 1 : at]]) and "and" not in so_far:
            at += 1  # "choose between peace with her enemy and saving her brother"
            continue
        if word in ("and", "but") and _then(tokens, at + 1):
            break  # "and last night one of them told me"
        if word in ("and", "but", "nor"):
            phrase = starts.get(at + 1)
            placed_at = next((one for one in reading.found if phrase is not None and one.start == phrase.end + 1), None)
            if phrase is not None and placed_at is not None and placed_at.preposition in ("on", "in", "at", "from", "with", "of"):
                phrase = placed_at  # "and a girl on a farm hears it"
            after = tokens[phrase.end] if phrase is not None and phrase.end < len(tokens) else None
            if phrase is None or (after is not None and after.tag in ("V", "VS", "X", "M") and after.word != "to"):
                break
        if (
            tag == "VS"
            and at > i + 1
            and tokens[at - 1].tag in ("N", "NS", "R")
            and not any(tokens[n].word in WH for n in range(i + 1, at))
        ):
            break  # "who faints at the sight of rats | arrives"
        within = (
            tokens[i - 1].word == "who"
            and tokens[at - 1].tag in ("N", "NS")
            and tag == "V"
            and tokens[i].lemma not in ("help", "let", "make", "see")
        )
        if within and not any(tokens[n].word in WH for n in range(i + 1, at)):
            break  # "who share one good coat | take turns"
        contact = tokens[at - 1].tag == "P" and tokens[at - 2].tag in ("N", "NS", "P") and at - 2 > i  # "everything she has ever stolen"
        contacts += contact and tag in ("X", "M", "VS", "VD", "V")  # "a book they should never have opened"
        if (
            tag in ("X",)
            and at > i + 1
            and tokens[at - 1].word != "to"
            and tokens[at - 2].word != "as"
            and not contacts
            and not any(tokens[n].word in WH for n in range(i + 1, at))
        ):
            break
        at += 1
    return at


def _then(tokens: list[Token], at: int) -> bool:
    """Whether a time stands here at which something else happens: "last night", "now", "one day"."""
    words = [token.word for token in tokens[at : at + 2]]
    return words[:1] in (["now"], ["then"], ["tonight"], ["today"], ["yesterday"], ["suddenly"]) or (
        len(words) == 2 and words[0] in ("last", "this", "one") and words[1] in _DAYS
    )


_DAYS: Final = frozenset(
    ("night", "day", "morning", "evening", "week", "month", "year", "afternoon", "summer", "winter", "spring", "autumn")
)


def _told_of_it(tokens: list[Token], at: int) -> bool:
    """Whether a verb is said of what stands before its subject: "the gold mine he always talked about"."""
    while at > 0 and tokens[at - 1].tag in ("R", "X", "M"):
        at -= 1
    return at > 1 and tokens[at - 1].tag == "P" and tokens[at - 2].tag in ("N", "NS")


def _brief(tokens: list[Token], i: int, at: int) -> int:
    """Where a clause ends that says which one is meant, if that is soon: "a bride who never came"; else 0."""
    end = next((n for n in range(at, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but", "so", *UNDER)), len(tokens))
    while end < len(tokens) and tokens[end].word in ("when", "where"):
        end = next((n for n in range(end + 1, len(tokens)) if tokens[n].tag == "."), len(tokens))
    told = end - i <= _most(tokens, i) and end - at >= 3 and any(token.tag in ("V", "VS", "VD", "X", "M") for token in tokens[at:end])
    return end if told else 0


def _most(tokens: list[Token], i: int) -> int:
    """So many words has an aim; a question is asked whole."""
    asks = any(token.word in WH for token in tokens[i + 1 : i + 3])
    return _BRIEF + 8 * (asks and tokens[i].lemma in ("find", "learn", "discover", "work", "figure", "know", "understand"))


def _asked(tokens: list[Token], i: int, at: int) -> bool:
    """Whether a question is what the verb is about: "find out who", "work out which"."""
    return all(tokens[n].tag in ("I", "R") or tokens[n].word in PARTICLES for n in range(i + 1, at))


_WHERE: Final = frozenset(("outside", "inside", "below", "above", "behind", "nearby", "upstairs", "downstairs", "underneath", "opposite"))


def told_of(reading: Reading, i: int, end: int, base: str, replaced: dict[int, str]) -> str:
    """The words of an aim, its verb in the base form, as the premise writes them; cut where they get long."""
    tokens = reading.tokens
    most = _most(tokens, i)
    if end - i > most:
        cuts = [n for n in range(i + 4, i + most) if tokens[n].tag == "I" and tokens[n].word not in ("of",)]
        end = cuts[-1] if cuts else i + most
    end -= end > i + 2 and tokens[end - 1].word in ("just", "even", "almost")  # "beat my sister at chess | just once"
    end -= 2 * (
        end > i + 4 and tokens[end - 1].word == "else" and tokens[end - 3].tag in ("N", "NS")
    )  # "the giant | everyone else is afraid of"
    end -= end > i + 3 and tokens[end - 1].word in ("she", "he", "they", "i", "we") and tokens[end - 2].tag != "X"  # "finding out | she"
    whole = end >= len(tokens) or tokens[end].word in OPENERS  # "the man he stole it from"
    while (
        end > i + 2
        and not whole
        and tokens[end - 1].tag in ("I", "D", "C", "S", "M", "X")
        and tokens[end - 2].word not in ("too", "so")
        and tokens[end - 1].word not in PARTICLES | {"once", "twice"}
        and not (tokens[end - 1].word in _WHERE and tokens[end - 2].tag in ("VG", "VD", "N", "NS"))  # "the travellers waiting outside"
        and not (tokens[end - 1].tag == "I" and tokens[end - 2].tag == "VD" and tokens[end - 3].tag == "X")  # "it was addressed to"
        and not (
            tokens[end - 1].word == "from" and tokens[end - 2].lemma == "come" and any(tokens[n].word == "where" for n in range(i + 1, end))
        )
        and not (tokens[end - 1].tag == "X" and any(tokens[n].word in WH for n in range(i + 1, end)))  # "find out who the stranger is"
        and not (
            tokens[end - 1].tag in ("I", "S") and tokens[end - 2].tag == "V" and (end >= len(tokens) or tokens[end].tag == ".")
        )  # "used to look after"
        and not (tokens[end - 1].tag == "X" and tokens[end - 2].word in ("she", "he", "it", "they") and tokens[end - 3].word == "as")
        and not (tokens[end - 1].tag == "I" and tokens[end - 2].tag in ("VD", "VS") and _told_of_it(tokens, end - 2))
        and not (tokens[end - 1].word in ("another", "other") and tokens[end - 2].word in ("one", "each"))
        and not (tokens[end - 1].word == "of" and tokens[end - 2].lemma in ("dream", "think", "hear", "speak", "tell", "approve"))
        and not (tokens[end - 1].word in ("her", "his") and tokens[end - 2].tag in ("V", "VS", "VD"))  # "that he loves her"
    ):
        end -= 1
    hanging = next((n for n in range(end - 1, i + 2, -1) if tokens[n].word in ("where", "who", "which", "whose", "while")), end)
    if not any(token.tag in ("V", "VS", "VD", "VG") for token in tokens[hanging:end]):
        end = hanging  # "to a hut where a young mother": what is cut off says nothing
    lacking = next((n for n in range(end - 1, i + 2, -1) if tokens[n].word == "without"), None)
    if (
        lacking is not None
        and end < len(tokens)
        and tokens[end].word == ","
        and tokens[lacking + 1 : lacking + 2]
        and tokens[lacking + 1].tag in ("D", "P")
        and any(tokens[n].tag == "VG" and tokens[n - 1].word == "," for n in range(end + 1, len(tokens)))
    ):
        end = lacking  # "without his father, the night guard, seeing him"
    while end > i + 2 and tokens[end - 1].word == "about" and not _told_of_it(tokens, end - 2):
        end -= 1  # "make a bet | about"
    rest = " ".join(replaced.get(n, tokens[n].word) for n in range(i + 1, end)).replace(" 's", "'s")
    rest = re.sub(r"(?<!s)s's\b", "s'", rest)
    written = as_written(reading.premise, [tokens[n].written for n in range(i + 1, end)]) if not replaced else None
    return f"{base} {written or cased(reading, rest)}".strip()


def as_written(premise: str, words: list[str]) -> str | None:
    """The stretch of a premise that these tokens were, with its hyphens, accents and capitals."""
    if not words:
        return None
    pattern = r"[\s\-'’]*".join("-?".join(map(re.escape, word)) for word in words)
    for apart, drawn in _DRAWN.items():  # "can not" was "can't"
        pattern = pattern.replace(r"[\s\-'’]*".join("-?".join(word) for word in apart), drawn)
    match = re.search(rf"(?<![\w'’]){pattern}(?!\w)", lowered(premise) if is_titled(premise) else premise, re.IGNORECASE)
    if not match or match[0].isupper():
        return None
    said = " ".join(match[0].split())
    first = said.partition(" ")[0]
    return said[:1].lower() + said[1:] if first in ("The", "A", "An", "My", "Our", "His", "Her", "Their") else said


def written_at(reading: Reading, text: str) -> list[tuple[int, int] | None]:
    """Where each token stands in the text it was read from; None for one that is written otherwise there."""
    made: list[tuple[int, int] | None] = []
    at = 0
    for token in reading.tokens:
        match = re.compile(
            rf"(?<!\w){re.escape(token.written)}(?!\w)" if token.written[:1].isalnum() else re.escape(token.written), re.IGNORECASE
        ).search(text, at)
        if match is None or match.start() - at > 24:
            made.append(None)
            continue
        made.append((match.start(), match.end()))
        at = match.end()
    return made
