"""What sentences of stories tell the tagger of prompts: "has to wind up the moon", "a skater trains a bear", "before he dies"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from makebelieve.language import Token, classify, lemma
from makebelieve.worlds.generation.compounds import compound_at, stands_alone
from makebelieve.worlds.generation.cues import PURPOSE_NOUNS
from makebelieve.worlds.generation.mishearing import misheard
from makebelieve.worlds.generation.verbs import purpose_of
from makebelieve.worlds.generation.wordforms import (
    BEFORE_NOUNS,
    BEHIND_VERBS,
    BIDDEN,
    CLOSELY,
    COLOURS,
    LIMITS,
    NOISY,
    PLAYED_BY_US,
    RESOLVED,
    SAME_FORM,
    SET_OUT,
    TRADED,
    WHEN_OR_WHERE,
    WILLED,
    WILLING,
    closes_having,
    is_perfect,
    is_thing,
    looks_many,
    prefixed,
    single_of,
)

_LEAVES: Final = frozenset(
    ("runs", "hides", "moves", "sails", "travels", "walks", "rides", "flies", "flees", "escapes", "climbs", "sneaks")
)


def retagged(tokens: list[Token], names: Collection[str] = ()) -> list[Token]:
    """What sentences of stories tell the tagger of prompts: "has to wind up the moon", "a skater trains a bear", "dreams of seeing".

    `names` are the words, in lower case, that name somebody or some place.
    """
    for i, token in enumerate(tokens):
        before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if before is not None and token.tag not in ("N", "NS") and before.tag in ("N", "A", "'") and compound_at(tokens, i)[0]:
            token.tag, token.lemma = "N", lemma(token.word, "noun") or token.word  # "at the bus stop"
        if (
            token.tag == "N"
            and token.word not in names
            and looks_many(token.word)
            and before is not None
            and before.tag in ("D", "N", "A", "#")
        ):
            token.tag, token.lemma = "NS", token.word[:-1]  # "the oxygen recyclers": a word that no table has
        if token.word in ("player", "players") and before is not None and before.tag == "N" and before.lemma not in PLAYED_BY_US:
            token.lemma = (
                "musician" if classify(before.lemma)[0] == "instrument" else "competitor"
            )  # "a chess player" plays no game of ours
        if token.tag == "N" and (one := single_of(token.word)) is not None:
            token.tag, token.lemma = "NS", one
        if token.tag == "NS" and before is not None and before.word in ("never", "ever", "always") and (base := lemma(token.word, "verb")):
            token.tag, token.lemma = "VS", base  # "nobody ever ages"
        if (
            token.word in ("watches", "objects", "doubts", "fears", "hopes", "jokes") and token.tag == "NS" and before is not None and classify(before.lemma)[0] == "person"
            and (after is None or after.tag in ("I", ".", "R", "P")) and {"while", "as", "and", "but", "although", "though"} & {one.word for one in tokens[max(0, i - 4) : i]}
        ):  # fmt: skip
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "while the mayor watches from the window"
        if token.word in BEFORE_NOUNS and after is not None and after.tag in ("N", "NS"):
            token.tag, token.lemma = "N", token.word  # "the customs man"
        if token.word in ("really", "only", "early") and token.tag == "V":
            token.tag, token.lemma = "R", token.word
        owned = before is not None and (before.tag == "'" or before.word in ("his", "her", "their", "its", "my", "our"))
        if token.word == "only" and owned and after is not None and after.tag in ("N", "NS", "A"):
            token.tag, token.lemma = "A", token.word  # "the abbey's only book"
        closely = token.word in CLOSELY and token.tag in ("N", "V", "A") and after is not None and after.word in WHEN_OR_WHERE
        if closely and (before is None or before.tag not in ("D", "A", "'", "M")):
            token.tag, token.lemma = "R", token.word  # "dumped right before prom"
        if (
            token.word in ("change", "swap", "trade", "exchange", "switch")
            and token.tag == "N"
            and after is not None
            and after.word in TRADED
        ):
            token.tag, token.lemma = "V", token.word  # "the prince and his valet change places"
        if (
            token.word in TRADED
            and before is not None
            and before.tag == "V"
            and before.word in ("change", "swap", "trade", "exchange", "switch")
        ):
            token.tag, token.lemma = "NS", lemma(token.word, "noun") or token.word
            continue
        if (
            token.tag == "NS" and before is not None and before.tag == "NS" and before.word not in BEFORE_NOUNS and after is not None
            and after.tag in BEHIND_VERBS and lemma(token.word, "verb") not in (None, token.word) and any(one.word in ("who", "that") for one in tokens[:i])
        ):  # fmt: skip
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "who cannot pay for his candles studies by"
        if token.word == "take" and token.tag in ("N", "V") and after is not None and after.word in ("turns", "part", "care", "place"):
            token.tag, token.lemma, after.tag = "V", "take", "NS"
        if (
            token.word == "left" and token.tag in ("N", "A") and before is not None and before.tag in ("N", "NS", "A")
            and (after is None or after.tag in ("R", "I", "C", "."))
        ):  # fmt: skip
            token.tag, token.lemma = "VD", "leave"  # "one present left over"
            before.tag = "N" if before.tag == "A" else before.tag
        if token.word == "lately":
            token.tag, token.lemma = "R", "lately"
        if (
            token.tag == "NS" and before is not None and before.tag == "N" and i > 1 and tokens[i - 2].word in ("my", "our", "his", "her") and after is not None
            and after.tag in ("D", "P", "A", "NS", "#") and classify(before.lemma)[0] == "person" and lemma(token.word, "verb") not in (None, token.word)
        ):  # fmt: skip
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "my neighbour waters plastic flowers"
        if token.word == "dies" and token.tag == "NS" and before is not None and before.tag == "N":
            token.tag, token.lemma = "VS", "die"  # "when the circus elephant dies"
        if token.word == "keeps" and token.tag == "NS" and after is not None and after.tag == "VG":
            token.tag, token.lemma = "VS", "keep"  # "a divorced couple keeps running into each other"
        if token.written in ("hers", "theirs", "ours"):
            token.word, token.lemma, token.tag = token.written, token.written, "P"
        in_time = before is not None and before.word == "to" and i > 2 and tokens[i - 2].lemma in LIMITS and token.tag[:1] != "V"
        if (
            before is not None
            and in_time
            and lemma(token.word, "verb") == token.word
            and any(one.word in ("has", "have", "had") for one in tokens[max(0, i - 6) : i - 2])
        ):
            before.tag, token.tag, token.lemma = "M", "V", token.word  # "has one night to figure out who did it"
        doing = token.tag == "NS" and before is not None and before.word == "and" and after is not None
        if (
            doing
            and after is not None
            and after.word in ("it", "him", "them", "me", "us")
            and lemma(token.word, "verb") not in (None, token.word)
        ):
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "builds a robot and names it"
        if (
            token.word == "want"
            and token.tag == "N"
            and before is not None
            and before.word in ("all", "both")
            and after is not None
            and after.word == "to"
        ):
            token.tag, token.lemma, after.tag = "V", "want", "M"  # "a cook and a clerk all want to get to it first"
        if token.word == "film" and token.tag == "V" and before is not None and before.tag in ("D", "A"):
            token.tag = "N"  # "directs a film about eggs"
        if token.word == "witness" and token.tag == "V" and before is not None and before.tag in ("D", "A", "R", "#"):
            token.tag, token.lemma = "N", "witness"  # "the only witness to a crime"
        if (
            token.tag == "N"
            and before is not None
            and before.tag == "P"
            and lemma(token.word, "verb") == token.word
            and i > 1
            and tokens[i - 2].lemma in ("make", "let", "help")
        ):
            token.tag, token.lemma = "V", token.word  # "cannot make anyone laugh"
        if (
            token.tag == "NS"
            and before is not None
            and before.word in ("someone", "somebody", "nobody", "everybody", "everyone")
            and lemma(token.word, "verb")
        ):
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "someone hands in a heart"
        if token.word == "like" and token.tag != "V" and before is not None and before.word in ("not", "never", "do", "does", "did"):
            token.tag, token.lemma = "V", "like"  # "the house does not like them"
        if token.tag == "VD" and token.word == "broke" and before is not None and before.tag == "X":
            token.tag, token.lemma = "A", "broke"  # "the circus is broke"
        if token.tag in ("V", "N") and token.word in SAME_FORM and is_perfect(tokens, i):
            token.tag, token.lemma = "VD", token.word  # "has not come out for a week", "is cut off from its brothers"
        if (
            token.tag == "N"
            and before is not None
            and before.word == "to"
            and lemma(token.word, "verb") == token.word
            and closes_having(tokens, i)
        ):
            before.tag, token.tag, token.lemma = "M", "V", token.word  # "has one last bowl to fire"
        if (
            token.word == "keep"
            and token.tag == "N"
            and before is not None
            and before.tag in ("N", "NS", "#")
            and after is not None
            and after.tag == "VG"
        ):
            token.tag, token.lemma = "V", "keep"  # "the patients in ward 6 keep vanishing"
        named = token.word == "titanic" and token.tag == "A" and before is not None and before.word == "the"
        if named and (after is None or after.tag not in ("N", "NS", "A") or after.word in ("wants", "needs", "tries", "hopes")):
            token.tag, token.lemma = "N", "titanic"  # "a girl on the Titanic wants to save her father"
        plans = token.word in ("plan", "plot") and token.tag == "N" and after is not None and after.tag == "M" and after.word == "to"
        if plans and any(one.tag == "NS" for one in tokens[:i]) and not any(one.tag in ("V", "VS", "X", "M") for one in tokens[:i]):
            token.tag, token.lemma = "V", token.word  # "the toys in the attic plan to go back"
            if before is not None and before.tag == "A" and lemma(before.word, "noun"):
                before.tag, before.lemma = "N", before.word
        if stands_alone(tokens, i):
            token.tag, token.lemma = "N", lemma(token.word, "noun") or token.word
        opens = before is None and token.tag == "N" and after is not None and after.word in ("for", "past", "against", "down", "up", "away")
        if opens and lemma(token.word, "verb") == token.word and token.word not in PURPOSE_NOUNS:
            token.tag, token.lemma = "V", token.word  # "queue for bread"
        orders = before is None and token.tag == "N" and after is not None and after.word in ("a", "an", "the", "my", "your", "our")
        bid = before is None and token.word in BIDDEN and after is not None and after.tag in ("N", "NS", "A")
        if bid and not any(one.tag in ("VS", "X") for one in tokens):
            token.tag, token.lemma = "V", token.word  # "cook dinner for a ghost"
        if orders and token.word not in names and lemma(token.word, "verb") == token.word:
            token.tag, token.lemma = "V", token.word  # "plan a garden"
        noisy = token.word in NOISY and before is not None and before.tag == "N" and after is not None and after.tag in ("I", "R", "D")
        if noisy and token.tag in ("NS", "N"):
            token.tag, token.lemma = "VS", token.word[:-1]  # "the neighbour's rooster crows at four"
        numbering = token.word == "couple" and token.tag == "#" and before is not None and before.tag in ("D", "A", "N", "VD")
        if (
            numbering
            and after is not None
            and after.word != "of"
            and (lemma(after.word, "verb") or after.word in ("who", "that", "from", "with"))
        ):
            token.tag, token.lemma = "N", "couple"  # "an old couple wants to dance"
        if (
            token.word in ("need", "want")
            and token.tag == "N"
            and before is not None
            and before.tag in ("N", "NS")
            and after is not None
            and after.tag in ("N", "NS", "A", "D", "#", "M")
        ):
            token.tag, token.lemma = "V", token.word  # "the elephants of Tarangire need water"
        if token.word == "get" and token.tag == "N" and before is not None and before.tag in ("N", "NS"):
            token.tag, token.lemma = "V", "get"  # "teenagers on a school trip get locked in"
        if (token.word in WILLED or (token.word in RESOLVED and i > 1)) and token.tag == "NS" and after is not None and after.word == "to":
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "a crew that is tired of pirating wants to"
        owned = i == 0 and token.tag == "N" and after is not None and after.tag == "N" and i + 2 < len(tokens) and tokens[i + 2].tag == "'"
        if owned and purpose_of(token.word) is not None and lemma(token.word, "verb") == token.word:
            token.tag, token.lemma = "V", token.word  # "Repair grandfather's clock"
        if token.word == "phone" and after is not None and after.word == "home":
            token.tag, token.lemma = "V", "phone"
        if token.word != token.written and "-" not in token.word and prefixed(token.written):
            token.word = token.written  # "outcook" is no misspelt outlook
        if (
            token.tag == "NS" and before is not None and before.tag == "V" and i > 2 and tokens[i - 2].tag == "M" and tokens[i - 3].word in ("who", "that")
            and after is not None and after.tag in ("I", "D", "M", "A") and lemma(token.word, "verb")
        ):  # fmt: skip
            token.tag, token.lemma = "VS", lemma(token.word, "verb") or token.word  # "a dog who can talk runs for president"
        if token.tag == "VG" and before is not None and is_thing(tokens, i):
            token.tag, token.lemma = "N", token.word  # "the painting her father stole"
        if (noun := misheard(token, before, after)) is not None:
            token.tag, token.lemma = noun, lemma(token.word, "noun") or token.word
            if token.lemma == "present":
                token.lemma = "gift"  # and no time
            continue
        only = before is not None and before.word in ("only", "very") and i > 1 and tokens[i - 2].tag == "D"
        if only and token.tag == "V" and lemma(token.word, "noun") == token.word:
            token.tag, token.lemma = "N", token.word  # "the only bridge"
        if token.word == "solo" and token.tag in ("N", "A") and before is not None and before.tag[:1] == "V":
            token.tag = "R"  # "flies solo"
        if (
            token.word in COLOURS
            and before is not None
            and before.tag in ("N", "NS")
            and (after is None or after.tag in (".", "C", "I", "R"))
            and any(one.lemma in ("paint", "dye", "turn", "spray") for one in tokens[:i])
        ):
            token.tag = "R"  # "has painted the church tower pink"
        if token.word == "rent" and token.tag.startswith("V"):
            token.lemma = "rent"  # and tears nothing
        if token.word == "mine" and token.tag == "N" and before is not None and before.word in ("than", "like", "as", "is", "are", "was"):
            token.tag = "P"  # "bigger than mine"
        if (
            token.word in ("clear", "free", "clean", "empty", "open", "secure", "calm")
            and token.tag == "A"
            and before is not None
            and before.word == "to"
            and after is not None
            and after.tag in ("D", "N", "NS", "P")
            and after.word not in ("skies", "water", "waters")
        ):
            before.tag, token.tag = "M", "V"  # "hired to clear kobolds out of the mine"
        if token.word in ("mine", "mines") and before is not None and before.tag in ("N", "A", "D"):
            token.tag, token.lemma = ("N" if token.word == "mine" else "NS"), "mine"  # "the silver mine"
        if token.word == "gets" and token.tag in ("NS", "N"):
            token.tag, token.lemma = "VS", "get"
        if token.word == "her" and token.tag == "D" and after is not None and after.word in ("a", "an", "the", "some", "another"):
            token.tag = "P"  # "bakes her a pie"
        if token.tag == "V" and before is not None and before.tag == "N" and after is not None and after.word in ("who", "whose"):
            token.tag, token.lemma = "N", lemma(token.word, "noun") or token.word  # "the mountain guide who came back"
        lain = (
            before is None or before.word in ("to", "not") or before.tag in ("X", "M")
        )  # "has to lay the ghost to rest": nobody lay anywhere
        if token.word == "lay" and lain and after is not None and after.tag in ("D", "A", "N", "NS", "P"):
            token.tag, token.lemma = "V", "lay"
            if before is not None and before.word == "to":
                before.tag = "M"
            continue
        verb = lemma(token.word, "verb")
        if not verb and token.tag in ("N", "NS") and token.word.endswith("s") and purpose_of(token.word[:-1]):
            verb, token.tag = token.word[:-1], "NS"  # "babysits"
        if not verb and prefixed(token.word) and after is not None and after.tag in ("D", "P"):
            token.tag, token.lemma = "V", token.word  # "outcook the neighbour"
        if before is None or not verb:
            continue
        objecting = token.word == "protest" and token.tag == "N" and before.tag in ("N", "NS") and after is not None
        if objecting and after is not None and after.word in ("against", "outside", "because", "when"):
            token.tag, token.lemma = "V", "protest"  # "the pupils of the school protest against the sale"
            continue
        if token.tag == "N" and before.word == "couple" and before.tag in ("#", "N") and after is not None and after.tag in SET_OUT:
            before.tag, before.lemma, token.tag, token.lemma = "N", "couple", "V", verb  # "an old couple try to sell"
        if before.tag == "P" and before.word in ("he", "she", "it") and token.tag == "NS" and verb != token.word:
            token.tag, token.lemma = "VS", verb  # "before he dies"
        if token.word == "pack" and token.tag == "V" and before.tag == "N" and classify(before.lemma)[0] == "creature":
            token.tag, token.lemma = "N", "pack"  # "with a wolf pack around"
            continue
        wanting = token.word in ("wants", "needs", "tries", "hopes", "longs") and after is not None and after.word == "to"
        if token.tag == "NS" and before.tag in ("A", "N") and wanting:
            if before.tag == "A":  # "a girl on the Titanic wants to save her father"
                before.tag, before.lemma = "N", before.word
            token.tag, token.lemma = "VS", verb
            continue
        if token.tag == "NS" and before.word == "who" and before.tag == "S" and verb != token.word and not token.word.endswith("ss"):
            token.tag, token.lemma = "VS", verb  # "a girl who stutters has to read"
            continue
        if token.tag == "NS" and before.word in names and verb != token.word and after is not None and after.tag in BEHIND_VERBS:
            token.tag, token.lemma = "VS", verb  # "Mia trains for her first marathon"
            continue
        if (
            token.tag == "NS" and before.tag == "NS" and i > 2 and tokens[i - 2].word == "of" and verb != token.word
            and after is not None and after.tag in BEHIND_VERBS
        ):  # fmt: skip
            token.tag, token.lemma = "VS", verb  # "a crew of pirates searches for the treasure"
            continue
        if token.tag == "NS" and before.tag == "N" and verb != token.word and not lemma(token.word, "noun"):
            token.tag, token.lemma = "VS", verb  # "the queen's food taster discovers who"
            continue
        if (
            before.tag == "#"
            and token.tag == "NS"
            and i > 1
            and (tokens[i - 2].word == "of" or (tokens[i - 2].tag == "N" and after is not None and after.tag == "R"))
            and after is not None
            and after.tag in ("I", "D", "P", "M", "R")
        ):
            token.tag, token.lemma = "VS", verb  # "a boy of nine looks for"
            continue
        modal = before.tag == "M" or (before.word in ("not", "never") and i > 1 and tokens[i - 2].tag == "M")
        if token.tag == "N" and verb == token.word and modal and before.word != "to":
            token.tag, token.lemma = "V", verb  # "the lamp will not light"
        elif before.word == "to" and i > 1 and tokens[i - 2].lemma in WILLING and verb == token.word and token.tag == "N":
            before.tag, token.tag, token.lemma = "M", "V", verb  # "does not want to rain"
        elif (
            before.word == "to" and i > 1 and tokens[i - 2].word in ("has", "have", "had", "need", "needs", "having") and verb == token.word
        ):
            before.tag, token.tag, token.lemma = "M", "V", verb
        elif token.tag == "NS" and before.tag == "N" and verb != token.word and after is not None and not token.word.endswith("ss"):
            at = i - 1
            while at > 0 and tokens[at].tag in ("N", "A", "VD", "'", "#"):
                at -= 1
            single = tokens[at].word in ("a", "an", "one", "every", "each") and after.tag in ("D", "P", "I", "M", "R", "N", "NS", "A", "#")
            doing = after.word in ("of", "about") and i + 2 < len(tokens) and tokens[i + 2].tag == "VG"
            if single or doing or (after.tag == "D" and tokens[at].tag == "D"):
                token.tag, token.lemma = "VS", verb
        elif token.tag == "NS" and before.tag == "V" and verb != token.word and after is not None and after.tag in ("I", "D", "P", "M"):
            if {"who", "that"} & {one.word for one in tokens[max(0, i - 4) : i - 1]} and {"not", "never"} & {
                one.word for one in tokens[max(0, i - 3) : i]
            }:
                token.tag, token.lemma = "VS", verb  # "who can't ride walks into", but "the brothers smuggle books over"
        elif token.word in _LEAVES and before.tag == "V" and i > 5 and [one.word for one in tokens[i - 4 : i - 1]] == ["not", "want", "to"]:
            if tokens[i - 6].word in ("who", "that") and after is not None and after.tag in ("I", "R"):
                token.tag, token.lemma = "VS", verb  # "who does not want to marry runs away"
        elif token.tag == "VD" and before.word in ("in", "of", "from", "to", "through") and after is not None and after.tag == "N":
            before.tag, token.tag = "I", "A"  # "in occupied Prague"
    for first, second, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag == "N" and second.word == "all" and first.tag in ("NS", "#") and lemma(token.word, "verb") == token.word:
            token.tag, token.lemma = "V", token.word  # "why the patients in ward nine all dream of the same house"
    return tokens
