"""How much the grammar around a verb says that somebody is after it: it is wanted, ordered or only done."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation.attitudes import (
    all_that,
    asks_of_me,
    chosen,
    commanded,
    done_by_another,
    hoped,
    licence_of_help,
    of_another,
    offered,
    refused,
    unlocks,
)
from makebelieve.worlds.generation.clauses import (
    OPENERS,
    SHOULD,
    WILLING,
    clause_start,
    infinitive,
    said_of_earlier,
    subject_of,
    under,
    word_set,
)
from makebelieve.worlds.generation.reading import Reading, lead, somebody

_NEVER: Final = frozenset(("not", "never", "cannot", "without", "nobody", "nothing"))
_UNMEANT: Final = frozenset(("accidentally", "mistakenly", "unwittingly", "inadvertently", "unknowingly"))
_BEING: Final = frozenset(("is", "are", "am", "was", "were", "be", "been"))
_MAY: Final = frozenset(("can", "could", "may", "might", "would", "will"))
STAKED: Final = frozenset(
    ("bet", "game", "match", "race", "fight", "election", "vote", "argument", "case", "job", "war", "battle", "round", "duel")
)
"""What is lost and is not to be had back."""
LOST: Final = {"lose": "get back", "forget": "remember", "misplace": "find", "mislay": "find"}


def bidden(tokens: list[Token], i: int) -> bool:
    """ "Is asked to lie in court": even a verb that says little is what has to be done."""
    return i > 2 and tokens[i - 1].word == "to" and tokens[i - 2].tag == "VD" and tokens[i - 2].lemma in (
        "ask", "order", "force", "tell", "hire", "invite", "condemn", "sentence", "pay", "call",
    )  # fmt: skip


def _taught(reading: Reading, governor: Token, i: int, mine: set[int]) -> bool:
    """ "Teaches his dog to count": it is the teaching that the player is after."""
    if governor.lemma not in ("teach", "train", "persuade", "convince", "beg", "bribe") or governor.tag == "VD":
        return False
    return any(governor.index < phrase.start < i for phrase in reading.found) and governor.index + 2 < i


_BIDDEN: Final = word_set("ask tell persuade convince coax beg invite order force allow urge")


def _is_passive(tokens: list[Token], at: int) -> bool:
    before = next((tokens[n] for n in range(at - 1, -1, -1) if tokens[n].tag != "R"), None)
    return before is not None and before.word == "be"  # who "has been told to" do something does it


_GONE: Final = frozenset(("get", "go", "come", "return", "reach", "cross"))
"""Ways that somebody goes who is helped along."""


def licence_of(reading: Reading, i: int, mine: set[int], *, follows: bool = False) -> float | None:
    """How much the grammar around a verb says that somebody is after it; None where it says the opposite. `follows`: an aim ends right before it."""
    tokens = reading.tokens
    token, previous = tokens[i], tokens[i - 1].word if i else ""
    start = clause_start(tokens, i)
    near = [one.word for one in tokens[max(start, i - 5) : i]]
    if [one.word for one in tokens[start : start + 2]] in (["every", "time"], ["each", "time"]):
        return None  # "every time Bo tells a lie, a toad appears"
    aside = under(tokens, i)
    if token.lemma == "refuse" and {"believe", "accept", "admit"} & {one.word for one in tokens[i + 1 : i + 4]}:
        return None  # "refuses to believe it and sails out alone"
    if previous in _UNMEANT:
        return None  # "accidentally breaks the sleigh"
    if previous in _NEVER or (previous in ("than", "of") and len(near) > 1 and near[-2] in ("rather", "instead")):
        return None
    if infinitive(tokens, i) and chosen(tokens, i):
        return None
    if infinitive(tokens, i):
        governor = next((tokens[at] for at in range(i - 2, max(i - 5, -1), -1) if tokens[at].tag not in ("R", "P")), None)
        if governor is not None and governor.tag == "VD" and governor.lemma in _BIDDEN and _is_passive(tokens, governor.index):
            return None  # "a giant must be asked politely to move": that is what the giant does
        unwilling = (
            governor is not None
            and governor.tag in ("VS", "V")
            and {"neither", "none"} & {one.word for one in tokens[start : governor.index]}
        )
        if unwilling:
            return None  # "neither of them wants to be the one to switch"
        denied = {"not", "never", "nobody", "neither"} & set(near[-4:]) and not said_of_earlier(tokens, i - 2)
        if denied and previous == "to" and (governor is None or governor.lemma in WILLING):
            return None
        pupil = governor if governor is not None and governor.tag in ("V", "VS", "VD", "VG") else None
        pupil = pupil or next((tokens[at] for at in range(i - 2, max(i - 9, start - 1), -1) if tokens[at].tag in ("V", "VS")), None)
        if pupil is not None and _taught(reading, pupil, i, mine):
            return 0.1
        willing = governor is not None and (governor.lemma in WILLING or governor.word in WILLING or governor.word in ("has", "had"))
        if governor is not None and governor.word == "about" and token.lemma in _SUFFERED:
            return None  # "I am an icicle and I am about to melt"
        if governor is not None and governor.lemma == "forget":
            forgetful = subject_of(reading, governor.index)[0]
            if forgetful is not None and id(forgetful) not in mine:
                return None  # "my human forgot to feed me"
        if governor is not None and governor.lemma in ("refuse", "decline", "fail", "hate", "fear"):
            return None
        if governor is not None and governor.tag in ("V", "VS", "VD", "VG"):
            phrase, _, relative = subject_of(reading, governor.index)
            if (
                phrase is not None
                and id(phrase) not in mine
                and (mine or not somebody(reading, phrase))
                and governor.lemma in ("begin", "start", "seem")
            ):
                return None  # "her forecasts have started to obey her"
            beside = next((one for one in reading.found if one.end == governor.index), None)
            if (
                governor.tag == "VG"
                and beside is not None
                and id(beside) not in mine
                and tokens[lead(reading, beside)[0] - 1].lemma in _PERCEIVED
            ):
                return None  # "overhears two men planning to rob the diner"
            if (
                governor.tag == "VG"
                and governor.lemma in ("plot", "plan", "scheme", "threaten")
                and phrase is not None
                and id(phrase) not in mine
            ):
                return None  # "the weeds are plotting to take over the palace"
            led = lead(reading, phrase)[0] if phrase is not None else 0
            told = tokens[led - 2].lemma if led > 1 and tokens[led - 1].word == "that" else ""
            if told in _PERCEIVED | {"learn", "realise", "realize", "suspect", "know"} and mine and id(phrase) not in mine:
                return None  # "discovers that the captain plans to sell the passengers"
            others = governor.lemma == "come" and subject_of(reading, governor.index)[1] == "they"
            if others and not any(one.end < governor.index for one in reading.found):
                return None  # "they came to tear down the cinema"
            if subject_of(reading, governor.index)[1] in ("everybody", "everyone"):
                return None  # "everybody wants to hear it"
            if relative and phrase is not None and id(phrase) not in mine:
                return 0.3 - 0.9 * aside  # "the asteroid that is going to destroy us"
        willing = willing or all_that(tokens, i)
        bare = i + 1 >= len(tokens) or tokens[i + 1].tag == "."
        if governor is not None and governor.lemma == "learn" and governor.tag in ("VS", "V", "VD") and bare:
            return None  # "learns to share": it is the learning
        only_begins = governor is not None and governor.lemma in ("begin", "start", "use", "seem", "happen", "learn")
        if done_by_another(reading, start, i, mine):
            return None
        had = any(
            one.word == "until" or (one.word in ("has", "have") and tokens[one.index + 1].tag != "VD") for one in tokens[start : i - 1]
        )
        willing = willing or bool(had and governor and governor.tag in ("N", "NS"))
        wants, _, _ = subject_of(reading, governor.index) if governor is not None and governor.tag in ("VS", "V") else (None, "", False)
        if not mine and wants is not None and wants.determiner in ("my", "our") and somebody(reading, wants) and asks_of_me(tokens, i):
            return 1.0 - 0.9 * aside  # "my stepfather wants to sell the boat and I have a week to learn to sail"
        return (0.9 if only_begins else 1.6 if willing else 1.15) - 0.9 * aside
    at = i
    while at > 0 and tokens[at - 1].tag == "R" and tokens[at - 1].word not in _NEVER:
        at -= 1
    modal = tokens[at - 1].word if at else ""
    if modal in SHOULD and at > 2 and tokens[at - 2].tag == "P" and tokens[at - 3].lemma in ("say", "claim", "think", "believe", "insist"):
        return None  # "each of his sons says he should rule"
    if modal in SHOULD | _MAY:
        phrase, word, relative = subject_of(reading, i)
        if word in ("nobody", "none", "anybody", "anyone") or (phrase is not None and id(phrase) not in mine and not relative and aside):
            return None
        if {"not", "neither"} & set(near) and not said_of_earlier(tokens, at):
            return None
        behind = {one.word for one in tokens[i + 1 :]}
        rather = modal == "would" and "rather" in near
        if rather and "than" in behind:
            return None  # "would rather bake than fight, but the dragon is coming"
        wished = modal in SHOULD or rather or hoped(tokens, at - 1)
        relative = relative and not hoped(tokens, at - 1)
        return (1.6 if wished else 0.2) - 0.9 * aside - (0.8 if relative and id(phrase) not in mine else 0)
    if token.tag == "V" and (i == 0 or previous in OPENERS or (previous == "," and commanded(tokens, i))):
        return 1.3
    if token.tag == "V" and previous in ("and", ",", "then") and follows:
        return 1.0
    if token.tag in ("V", "N") and previous in ("and", ",", "then"):  # "wants to be a captain and find a treasure"
        earlier = next((n for n in range(i - 2, start, -1) if infinitive(tokens, n)), None)
        if earlier is not None and token.tag == "V" and not any(one.tag in ("VS", "X") for one in tokens[earlier + 1 : i]):
            licence = licence_of(reading, earlier, mine)
            return None if licence is None else licence - 0.1
    if token.tag == "V" and (licence := licence_of_help(reading, i)) is not None:
        helped = next((one for one in reading.found if one.end == i), None)
        led = token.lemma in _GONE and helped is not None and id(helped) not in mine and bool(mine)
        return None if led else licence  # "a boy helps a lost reindeer get back": he brings it there
    if token.tag in ("VS", "VD", "V") and (
        previous == "whoever"
        or (
            previous == "who" and i > 1 and tokens[i - 2].word in ("anyone", "anybody", "someone", "somebody", "one") and offered(tokens, i)
        )
    ):
        return 1.6  # "has promised his daughter to whoever brings him the feather"
    if token.tag == "VG":
        made_to = (
            next((tokens[n] for n in range(i - 2, max(0, i - 5), -1) if tokens[n].tag[:1] == "V"), None) if previous == "into" else None
        )
        if (
            made_to is not None
            and made_to.tag == "VD"
            and tokens[made_to.index - 1].tag == "X"
            and made_to.lemma
            in (
                "force",
                "blackmail",
                "trick",
                "talk",
                "bully",
                "pressure",
                "push",
                "coerce",
                "frighten",
                "persuade",
            )
        ):
            return 1.6  # "is blackmailed into hiding a manuscript"
        if previous in ("of", "about", "on", "with", "at", "for", "to") and i > 1 and tokens[i - 2].lemma in (
            "dream", "think", "task", "charge", "intent", "obsess", "busy", "hope", "chance", "way", "look", "devote", "bent", "plan", "idea",
        ):  # fmt: skip
            return 1.6 if tokens[i - 2].lemma in ("dream", "task", "intent", "bent", "hope", "charge", "obsess") else 1.2
        if token.lemma in ("get", "receive") and tokens[i - 1].lemma == "keep":
            return None  # "keeps getting orders": that only comes
        if i > 0 and (tokens[i - 1].lemma in ("go", "come", "be", "keep") or tokens[i - 1].word in _BEING):
            phrase, word, relative = subject_of(reading, i - 1 if tokens[i - 1].lemma == "keep" else i)
            if word in ("somebody", "someone", "something", "nobody", "everybody", "everyone"):
                return None
            if phrase is None and tokens[start].word in ("somebody", "someone", "nobody", "everybody", "everyone", "something"):
                return None
            own = id(phrase) in mine or (not phrase and word != "it" and not of_another(reading, word))
            return (0.8 if own and not relative else -0.6) - 0.9 * aside
        if i == 0:
            return 0.9  # "exploring an abandoned station"
        phrase, _, relative = subject_of(reading, i)
        return (
            0.6 if phrase is not None and id(phrase) in mine and not relative and tokens[i - 1].tag in ("N", "NS") else None
        )  # "a teddy bear looking for his button"
    if token.tag == "VD":
        if refused(tokens, i):
            return 1.5
        if token.lemma == "fall" and tokens[i + 1 : i + 3] and tokens[i + 1].word == "in":
            return 0.6  # "has fallen in love"
        passive = i > 0 and tokens[i - 1].tag in ("X", "D", "A", "M")
        phrase, word, relative = subject_of(reading, i)
        lost = token.lemma in LOST and (id(phrase) in mine or word in ("he", "she", "i", "we", "you"))
        if lost and not aside and (relative or not passive or tokens[i - 1].word in ("has", "have", "had")):
            return 0.4
        passive = passive or i + 1 >= len(tokens) or tokens[i + 1].tag in ("I", ".", "R")
        return None if passive or relative or aside else (0.1 if id(phrase) in mine or word in ("he", "she", "i", "they") else -0.7)
    if token.tag in ("VS", "V"):
        if (
            token.lemma in ("see", "hear", "notice")
            and i + 1 < len(tokens)
            and tokens[i + 1].word in ("who", "why", "how", "what", "where")
        ):
            return None  # "sees who killed the duke": that is known
        phrase, word, relative = subject_of(reading, i)
        if unlocks(tokens, i):
            return 1.5
        if word in ("somebody", "someone", "nobody", "everybody", "everyone", "anybody", "nothing", "it"):
            return None if word != "it" else -0.3
        if phrase is not None and phrase.determiner in ("every", "each") and somebody(reading, phrase):
            return None  # "every child in the village draws the same man"
        own = id(phrase) in mine or (word in ("he", "she", "they", "you", "i", "we") and not of_another(reading, word))
        if phrase is None and not word and tokens[start].word in ("somebody", "someone", "nobody", "everybody", "everyone", "something"):
            return None  # "someone in the orchestra plays"
        fit = 0.7 if own else 0.2 if phrase is not None and not mine and somebody(reading, phrase) else -0.5
        return fit - 1.0 * aside - (0.4 if relative else 0)
    return None


_PERCEIVED: Final = frozenset(("overhear", "hear", "see", "catch", "notice", "find", "discover", "spot", "watch"))
_SUFFERED: Final = frozenset(
    ("fall", "melt", "die", "burst", "break", "drown", "explode", "sink", "be", "lose", "wilt", "collapse", "crash", "burn")
)
"""What nobody is after who is about to do it."""


def owned(reading: Reading, i: int) -> bool:
    """Whether the clause of a verb only says which thing is meant: "an egg he was paid to destroy"."""
    tokens, starts = reading.tokens, {phrase.end for phrase in reading.found}
    at = i
    while at > 0 and tokens[at - 1].word not in OPENERS and tokens[at - 1].word != ",":
        at -= 1
        if tokens[at].tag == "P" and at in starts and tokens[at].word in ("he", "she", "they", "it", "you", "i", "we", "nobody"):
            return True
    return False


_SOME_FRIENDS: Final = frozenset(
    ("a", "an", "one", "some", "new", "real", "true", "good", "best", "first", "single", "more", "any", "two", "three", "many")
)


def befalls_another(reading: Reading, i: int, mine: set[int]) -> bool:
    """Whether it is only about to befall somebody else: "to a hut where a young mother is about to give birth"."""
    tokens = reading.tokens
    if i < 4 or [token.word for token in tokens[i - 2 : i]] != ["about", "to"] or tokens[i - 3].tag != "X":
        return False
    who = next((one for one in reading.found if one.end == i - 3), None)
    return (
        who is not None
        and id(who) not in mine
        and bool(mine or not somebody(reading, who) or {"my", "our"} & {token.word for token in tokens})
    )


def new_friends(tokens: list[Token], i: int) -> int:
    """How many words say that friends are made who are nobody yet: "make one friend", "find new friends", "make a best friend"; 0 else."""
    at = i + 1
    while at < len(tokens) and tokens[at].word in _SOME_FRIENDS:
        at += 1
    some = at < len(tokens) and tokens[at].word in ("friend", "friends") and (tokens[at].word == "friends" or at > i + 1)
    with_somebody = at + 1 < len(tokens) and tokens[at + 1].word in ("with", "who", "for", "of", "'s", "and")
    return at - i if some and not with_somebody else 0


def instead(tokens: list[Token], i: int) -> bool:
    """ "Hired to kill a unicorn, but decides to protect it": what is wanted in the end."""
    before = [token.lemma for token in tokens[max(0, i - 5) : i]]
    return before[-2:-1] in (["decide"], ["choose"], ["prefer"], ["want"]) and "but" in before
