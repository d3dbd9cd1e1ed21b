"""Who plays where a premise opens with what is somebody's: "a farmer's cow has wandered off", "an astronaut's suit is leaking … she"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.hardships import BODY
from makebelieve.worlds.generation.names import is_given
from makebelieve.worlds.generation.reading import Reading, lead, somebody

_BELONGINGS: Final = frozenset(
    (
        "clothing",
        "device",
        "body",
        "object",
        "communication",
        "instrument",
        "vehicle",
        "container",
        "furniture",
        "treasure",
        "food",
        "plant",
    )
)
_BEFALLS: Final = frozenset(
    (
        "wander", "eat", "chew", "swallow", "run", "escape", "vanish", "disappear", "bolt", "stray", "die", "break", "burn", "collapse", "leak", "melt", "wilt", "spoil", "sink",
        "miss", "steal", "lose", "kidnap", "ruin", "flood", "stick", "trap", "lock", "injure", "poison", "begin", "start", "stop", "quit", "refuse", "infect", "curse", "freeze", "tear",
        "fly", "swarm", "leave", "stop", "turn", "fall", "shrink", "crack", "rot", "fade", "swap", "jam",
    )
)  # fmt: skip
_AILING: Final = frozenset(
    (
        "missing",
        "gone",
        "lost",
        "sick",
        "ill",
        "dying",
        "stuck",
        "empty",
        "late",
        "broken",
        "unwell",
        "lame",
        "dead",
        "bankrupt",
        "haunted",
        "asleep",
    )
)


_BY_THEMSELVES: Final = frozenset(
    ("vanish", "disappear", "escape", "die", "wander", "run", "fall", "stray", "bolt", "melt", "wilt", "sink", "collapse")
)
"""Verbs of what nobody does to anything."""


def owner_of(reading: Reading, thing: Phrase | None) -> Phrase | None:
    """Whose the thing is that a premise opens with, where it goes on with them: "an astronaut's suit is leaking … she has forgotten"."""
    tokens = reading.tokens
    if thing is not None and thing.noun in BODY:  # "a grandmother who has a bad knee wants"
        return next((one for one in reading.found if one.end < thing.start and somebody(reading, one)), None)
    words = {token.word for token in tokens}
    first = thing or (reading.found[0] if reading.found and reading.found[0].start <= 1 else None)
    if (
        first is None
        or classify(first.noun)[0] not in _BELONGINGS
        or words & {"i", "we", "me", "my", "us", "our", "you"}
        or not words & {"she", "he", "her", "his", "him"}
    ):
        return None
    if somebody(reading, first) or any(token.tag == "V" and (not token.index or tokens[token.index - 1].tag == ".") for token in tokens):
        return None
    return _possessor(reading, first)


def bereft(reading: Reading) -> Phrase | None:
    """Whose loss a premise opens with, that it is about: "a farmer's cow has wandered off", "a beekeeper's hives are dying"."""
    tokens = reading.tokens
    first = reading.found[0] if reading.found and reading.found[0].start <= 1 else None
    if first is None or {token.word for token in tokens} & {"i", "we", "me", "my", "us", "our", "you"}:
        return None
    after = [token for token in tokens[first.end : first.end + 5] if token.tag != "R"]
    said = [token.word for token in tokens[first.end : first.end + 3]]
    if said[:1] == ["never"] and said[1:2] in (["came"], ["returned"]):
        return _possessor(reading, first)  # "Nadia's father never came back from the mine"
    stubborn = said[:1] == ["refuses"] or any(
        [token.word for token in tokens[n : n + 2]] == ["will", "not"] for n in range(first.end, min(first.end + 9, len(tokens)))
    )
    if stubborn and classify(first.noun)[0] == "creature":
        return _possessor(reading, first)  # "Tariq's camel refuses to walk"
    if _other_acts(reading, first) or _while(reading, first):
        return _possessor(reading, first)
    if (
        (said[:1] == ["must"] or said[:2] in (["has", "to"], ["needs", "to"]))
        and said[-1] != "be"
        and classify(first.noun)[0] in _BELONGINGS | {"place"}
    ):
        return _possessor(reading, first)  # "Chef Antoine's souffle must not fall"
    if len(after) < 2 or after[0].word not in ("is", "are", "has", "have", "was", "were", "had", "keeps", "keep"):
        return None
    happening = next((token for token in after[1:] if token.word not in ("been", "got", "gone")), after[1])
    at = happening.index + 1
    behind = tokens[at] if at < len(tokens) else None
    done = next((token for token in tokens[at:] if token.tag not in ("C", "V", "VD", "X", "R", "VG")), None)
    if done is not None and done.word in ("him", "her") and done.tag == "P":
        return _possessor(reading, first)  # "the captain's crew has left him on a rock"
    acts = somebody(reading, first) and classify(first.noun)[0] != "creature"
    if (
        acts
        and happening.lemma not in _BY_THEMSELVES
        and behind is not None
        and behind.tag in ("D", "#", "A", "NS")
        and after[0].word in ("has", "have", "had")
    ):
        return None  # "a wizard's apprentice has broken the broom": that is what they did themselves
    falls = lemma(happening.word, "verb") in _BEFALLS or happening.word in _AILING or after[1].word == "gone"
    return _possessor(reading, first) if falls else None


def after_all(reading: Reading) -> Phrase | None:
    """Who acts in the main clause behind one that only says when or why: "after her husband's ship is lost, Elin refuses"."""
    tokens = reading.tokens
    if not tokens or tokens[0].word not in _CLAUSED or {token.word for token in tokens} & {"i", "we", "my", "our", "you"}:
        return None
    comma = next((n for n, token in enumerate(tokens[:20]) if token.word == ","), 0)
    one = next((one for one in reading.found if one.start > comma), None) if comma else None
    if one is None or not _is_one(reading, one) or any(token.tag not in ("D", "A", "#") for token in tokens[comma + 1 : one.start]):
        return None
    return one if one.end < len(tokens) and tokens[one.end].tag in ("V", "VS", "VD", "M", "X") else None


_CLAUSED: Final = frozenset(("after", "when", "since", "because", "although", "though", "while", "as", "once"))


def gone_on_with(reading: Reading) -> Phrase | None:
    """Whom a premise opens with others about, where the story goes on with them: "nobody believes old Marta …, so she sets out"."""
    tokens = reading.tokens
    first = reading.found[0] if reading.found and reading.found[0].start <= 1 else None
    others = first is not None and first.plural and somebody(reading, first)
    if not tokens or not (others or tokens[0].word in _ANYBODY) or {token.word for token in tokens} & {"i", "we", "my", "our", "you"}:
        return None
    one = next((one for one in reading.found if one is not first and somebody(reading, one)), None)
    if one is None or one.plural or (one.count or 1) > 1:
        return None
    before = tokens[: one.start]
    if not any(token.tag in ("V", "VS", "VD") and (not others or token.lemma in _ATTITUDES) for token in before):
        return None
    on = next(
        (
            token
            for token in tokens[one.end : -1]
            if token.word in ("she", "he")
            and tokens[token.index - 1].word in ("and", "but", "so", ".", ";")
            and tokens[token.index + 1].tag in ("V", "VS", "VD", "M", "X", "R")
        ),
        None,
    )
    if on is None or one.noun in (HE if on.word == "she" else SHE):
        return None
    return one if not any(one.end < other.start < on.index and _is_one(reading, other) for other in reading.found) else None


def only_one_to(reading: Reading) -> Phrase | None:
    """Who alone can help in a main clause: "the prince was turned into a swan and only his sister can break the spell"."""
    tokens = reading.tokens
    if {token.word for token in tokens} & {"i", "we", "my", "our", "you"}:
        return None
    for one in reading.found:
        at = lead(reading, one)[0] - 1
        led = at > 0 and tokens[at].word == "only" and tokens[at - 1].word in (",", ".", ";", "and", "but", "because")
        if led and somebody(reading, one) and [token.word for token in tokens[one.end : one.end + 1]] == ["can"] and not one.plural:
            return one
    return None


_ATTITUDES: Final = frozenset((
    "trust", "believe", "laugh", "mock", "tease", "fear", "hate", "forget", "ignore", "avoid", "shun", "love", "like", "blame", "remember", "bully", "banish",
))  # fmt: skip
_ANYBODY: Final = frozenset(("nobody", "everybody", "everyone"))


def _is_one(reading: Reading, phrase: Phrase) -> bool:
    return somebody(reading, phrase) and not phrase.plural


def _while(reading: Reading, first: Phrase) -> bool:
    """Whether what somebody's people do is only told of before what they do themselves: "when Chloe's mum forgets to pick her up, she walks home"."""
    tokens = reading.tokens
    if tokens[0].word not in ("when", "while", "after", "because", "since") or not somebody(reading, first):
        return False
    comma = next((token.index for token in tokens[first.end :] if token.word == ","), len(tokens))
    return [token.word for token in tokens[comma + 1 : comma + 2]] in (["she"], ["he"])


def _other_acts(reading: Reading, first: Phrase) -> bool:
    """Whether the story goes on with "she" or "he" where the first phrase means others: "Zoe's parents are divorcing and she wants"."""
    subjects = {
        token.word
        for token in reading.tokens[first.end : -1]
        if token.word in ("she", "he") and reading.tokens[token.index - 1].word in ("and", "but", "so", ".", ";", ",")
    }
    between = [one for one in reading.found if one.start >= first.end and somebody(reading, one)]
    if len(subjects) != 1 or between:
        return False
    if not somebody(reading, first) or classify(first.noun)[0] in (
        "creature",
        "plant",
    ):  # "a boy's shadow runs away and he has to catch it"
        return first.end < len(reading.tokens) and (reading.tokens[first.end].lemma or "") in _BEFALLS
    return first.plural or bool(subjects & ({"she"} if first.noun in HE else {"he"} if first.noun in SHE else set()))


def _possessor(reading: Reading, first: Phrase) -> Phrase | None:
    """The being whose the phrase is by its "'s", put among the phrases before it."""
    tokens = reading.tokens
    mark = next((at for at in range(first.start, first.head.index) if tokens[at].tag == "'"), None)
    if mark is None or mark == first.start:
        return None
    modifiers = [token for token in tokens[first.start : mark - 1] if token.tag not in ("D", "#")]
    owner = Phrase(first.start, mark, tokens[mark - 1], modifiers, determiner=first.determiner)
    word = owner.head.word
    given = is_given(word) and word in reading.names
    if reading.names.get(word, "").endswith(("'s", "’s")):
        reading.names[word] = reading.names[word][:-2]  # "Lily's bike was stolen", "Grandma's recipe": it is her who plays
    elif given:
        given = False
    if not given and not somebody(reading, owner):
        return None
    reading.found.insert(reading.found.index(first), owner)
    return owner
