"""What has befallen somebody before a story begins, who therefore does not play: the dead, those carried off, and those who did it to me."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.absences import absent
from makebelieve.worlds.generation.mishaps import last_mishap
from makebelieve.worlds.generation.reading import Reading, lead, name_of, somebody

_KILLED: Final = re.compile(r"(?:(?:has|have) been|is|are|was|were) (?:found )?(?:dead|murdered|strangled|stabbed)\b")
"""What is said behind somebody with whom a story of finding out begins: "a teacher is found dead"."""


def did_to_me(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has only done something to whoever tells the story."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 4]]
    return bool(_LEFT_ME.match(" ".join(words)))


_LEFT_ME: Final = re.compile(
    r"(?:has |have |had )?(?:left|locked|trapped|abandoned|kidnapped|buried|tied|shut|stranded|captured) (?:me|us)\b"
)


def is_taken(reading: Reading, phrase: Phrase) -> bool:
    """Whether a beast or a thing has been taken away: "the school's goat has been kidnapped"."""
    if classify(phrase.noun)[0] == "person" or name_of(reading, phrase) is not None:
        return False
    tokens = reading.tokens[phrase.end : phrase.end + 7]
    at = next((n for n, token in enumerate(tokens) if token.tag == "VD" and token.lemma in _TAKEN), None)
    between = [token for token in tokens[:at] if token.tag in ("X", "V", "VS", "VD")] if at is not None else []
    return (
        bool(between)
        and all(token.tag == "X" for token in between)
        and not any(token.word in ("and", ",", "who", "that", "which") for token in tokens[:at])
    )


_TAKEN: Final = frozenset(("steal", "kidnap", "abduct", "snatch", "poach", "rob"))


def is_dead(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has died when the story begins: "old Mrs Kowalski has died and her grandchildren look for"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    died = words[:2] in (["has", "died"], ["have", "died"], ["is", "dead"], ["was", "murdered"]) or words[:1] == ["died"]
    told = [token.word for token in reading.tokens[phrase.end :]]
    if lead(reading, phrase)[1] in ("my", "our") and any(pair in (("he", "died"), ("she", "died")) for pair in pairwise(told)):
        return True  # "my grandfather kept bees, and on the day he died they all flew away"
    killed = _KILLED.match(" ".join(token.word for token in reading.tokens[phrase.end : phrase.end + 4])) is not None
    return killed or (died and any(one.start >= phrase.end and outlives(reading, one) for one in reading.found))


def outlives(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody goes on doing something in a clause of their own."""
    acts = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].tag in ("V", "VS", "M", "X", "VD")
    return somebody(reading, phrase) and phrase.preposition is None and acts and not absent(reading, phrase)


def befallen(reading: Reading, phrase: Phrase) -> bool:
    """Whether the last trouble of a premise is that somebody known is gone, ill or held: "and the counsellor is nowhere to be seen". Others see to it."""
    trouble = last_mishap(reading, None)
    if trouble is None or trouble.whom is not phrase:
        return False
    if lead(reading, phrase)[1] in ("a", "an"):  # "an old man feeds the pigeons, and this Sunday he is not there"
        return trouble.kind == "gone" and any(token.tag in ("VS", "VD") for token in reading.tokens[phrase.end : trouble.at])
    words = {token.word for token in reading.tokens}
    if trouble.remedy[1] == "help" and phrase.determiner == "the" and any(token.tag == "C" for token in reading.tokens[phrase.end :]):
        return True  # "the pilot has fainted and there are two hundred people on board"
    if phrase.start <= 1 and trouble.kind != "gone" and not words & {"my", "our", "i", "we"}:
        return False  # "Tom is stuck in a lift"
    return trouble.kind in ("gone", "ill", "held")


def sleeps_first(reading: Reading, phrase: Phrase) -> bool:
    """Whether a premise opens with somebody asleep, and goes on without them: "the queen bee has fallen asleep and the hive is in chaos"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 4]]
    out = words[:3] in (["has", "fallen", "asleep"], ["has", "fallen", "ill"]) or words[:2] in (["is", "asleep"], ["is", "unconscious"])
    return out and words[-1:] in (["and"], [","]) and lead(reading, phrase)[1] in ("the", "my", "our")


def all_gone(reading: Reading, phrase: Phrase) -> bool:
    """Whether a premise opens with those who are no longer there: "all the adults have disappeared"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 2]]
    further = reading.tokens[phrase.end + 2 : phrase.end + 3]
    if words[1:] == ["gone"] and further and further[0].tag != ".":
        return False  # "the miners have gone too far"
    gone = words[:1] in (["has"], ["have"]) and words[1:] and words[1] in ("disappeared", "vanished", "gone")
    return bool(gone) and (reading.tokens[0].word in ("all", "every", "the", "my", "our") or phrase.plural)
