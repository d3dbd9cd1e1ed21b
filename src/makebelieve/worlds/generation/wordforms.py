"""What words look like that the tagger takes for others: plurals and participles that no table has, nouns in "-ing", and words that go before "to"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token, lemma, verb_class

LIMITS: Final = frozenset(
    ("night", "day", "hour", "minute", "second", "week", "month", "year", "weekend", "chance", "time", "summer", "morning")
)
CLOSELY: Final = frozenset(("right", "just", "straight", "well", "still", "even", "long", "shortly", "only", "halfway", "once", "deep"))
WHEN_OR_WHERE: Final = frozenset((
    "before", "after", "when", "as", "in", "at", "on", "under", "behind", "into", "through", "next", "outside", "inside", "now", "here", "there",
    "beside", "until", "above", "below", "beneath",
))  # fmt: skip
"""Adverbs that the tagger takes for nouns, and the words before which they are none."""
WILLING: Final = frozenset(("want", "wish", "like", "hope", "refuse", "decide", "try", "plan", "dare"))
BEFORE_NOUNS: Final = frozenset(("customs", "sports", "arms", "goods", "savings", "mountains"))
"""Plurals that stand before a noun as if they were one."""
SET_OUT: Final = frozenset(("M", "D", "I", "VD"))
BEHIND_VERBS: Final = frozenset(("I", "D", "P", "M", "R", "#", "A"))


def looks_many(word: str) -> bool:
    """Whether a word that no table has looks like several: "recyclers"."""
    return word.endswith("s") and word[-2:] not in ("ss", "us", "is", "as", "os") and lemma(word, "noun") is None and len(word) > 4


SAME_FORM: Final = frozenset(
    ("come", "become", "run", "overcome", "put", "hit", "cut", "let", "set", "shut", "hurt", "read", "lost", "spread")
)
DONE_TO: Final = frozenset(("cut", "put", "hit", "shut", "set", "hurt"))
"""Verbs whose participle is written like their base, and those of them that are done to somebody."""


def is_perfect(tokens: list[Token], i: int) -> bool:
    """Whether "has" or "have" stands before a verb, with no more than adverbs between them."""
    at = i - 1
    while at > 0 and (tokens[at].tag == "R" or tokens[at].word in ("not", "never", "just")):
        at -= 1
    if at < 0 or tokens[at].tag != "X" or (tokens[i].tag == "N" and tokens[i - 1].tag != "X"):
        return False
    had = tokens[at].word in ("has", "have", "had", "been")
    return (tokens[i].tag == "V" and had) or (tokens[at].word in ("is", "are", "was", "were", "been") and tokens[i].word in DONE_TO)


def closes_having(tokens: list[Token], i: int) -> bool:
    """Whether "to" and a word close a clause that begins with "has" and what is had."""
    if i + 1 < len(tokens) and tokens[i + 1].tag not in (".", "S"):
        return False
    had = next((n for n in range(i - 3, max(-1, i - 8), -1) if tokens[n].word in ("has", "have", "had")), None)
    return (
        had is not None
        and tokens[i - 2].tag in ("N", "NS")
        and all(token.tag in ("D", "#", "A", "R", "N", "NS") for token in tokens[had + 1 : i - 1])
    )


TRADED: Final = frozenset(("places", "roles", "lives", "clothes", "jobs", "names", "seats", "bodies", "rooms"))
PLAYED_BY_US: Final = frozenset(("game", "video", "computer", "record", "cd", "music", "media", "single"))
IRREGULAR: Final = {"children": "child", "wives": "wife", "men": "man", "women": "woman", "mice": "mouse", "geese": "goose"}


def single_of(word: str) -> str | None:
    """One of several that no table has: "schoolchild" of "schoolchildren", "housewife" of "housewives"."""
    for many, one in IRREGULAR.items():
        single = word.removesuffix(many) + one
        if word.endswith(many) and word != many and lemma(word, "noun") is None and lemma(single, "noun") == single:
            return single
    return None


def is_thing(tokens: list[Token], i: int) -> bool:
    """Whether a word in "-ing" is a noun: "the painting her father stole", "the county jumping contest"."""
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else None
    if lemma(token.word, "noun") != token.word:
        return False
    if before.tag == "D":
        return after is None or after.tag in ("D", "P", ".", "X", "M", "VS", "VD", "C", "#") or after.word in ("of", "that", "which")
    event = after is not None and after.word in EVENTS
    return event and before.tag == "N" and i > 1 and tokens[i - 2].tag in ("D", "A")


EVENTS = frozenset(
    (
        "contest",
        "competition",
        "club",
        "school",
        "lesson",
        "show",
        "test",
        "match",
        "championship",
        "tournament",
        "team",
        "class",
        "party",
        "race",
    )
)
NOISY: Final = frozenset(("crows", "barks", "howls", "snores", "smokes", "screams"))
COLOURS: Final = frozenset(
    ("red", "blue", "green", "yellow", "pink", "purple", "black", "white", "orange", "gold", "silver", "brown", "grey")
)
WILLED: Final = frozenset(("wants", "needs", "tries", "hopes"))
RESOLVED: Final = frozenset(
    ("refuses", "decides", "offers", "pretends", "vows", "longs", "agrees", "threatens", "learns", "begins", "starts", "fails")
)
"""Verbs of those who will, before "to"."""
BIDDEN: Final = frozenset(("cook", "guard", "paint", "water", "trap", "film", "hunt", "dress", "hide", "fish", "farm", "smuggle", "brew"))
"""Nouns of people and things that begin an order where nothing else acts."""


def prefixed(word: str) -> bool:
    """Whether a word that no table has is a verb with something before it: "outcook", "unstick", "rewind"."""
    return not word.endswith("ly") and any(
        word.startswith(part) and len(word) > len(part) + 2 and verb_class(word[len(part) :]) for part in ("out", "un", "re", "over", "dis")
    )
