"""How it is wished to be, told as if it were so already: "Otto works as a plumber"."""

from __future__ import annotations

import re

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.edits.meaning.forms import (
    Should,
    Wish,
)
from makebelieve.worlds.edits.meaning.known import Known


def stated(text: str, known: Known) -> list[Wish | str]:
    """ "Otto works as a plumber": how it is wished to be, told as if it were so already."""
    if own := re.fullmatch(
        r"(?P<s>(?:their|his|her|my|our|the [\w ]+?'s|(?-i:[A-Z])[\w. ]+?'s) (?:full |real |first |last )?(?:names?|job|profession|trade|title|mood|personality)) (?:is|are|was|were) (?P<v>.+)",
        text,
        re.IGNORECASE,
    ):
        return [Should(own["s"], f"be {own['v']}")]
    both = known.subject(text) or _unknown(text)
    if both is None:
        return []
    subject, rest = both
    if rest.startswith("used to "):
        return [Should(subject, f"have been {rest[11:]}" if rest.startswith("used to be ") else rest)]
    if subject.endswith(":"):
        return [Should(subject.rstrip(":"), f":{rest}")]
    if subject.endswith(","):
        return []
    verb = rest.split(" ")[0]
    if re.fullmatch(r"(?:is|are|was|were)(?:n't)?", verb):
        rest_ = rest[len(verb) :].strip()
        negative = verb.endswith("n't") or rest_.startswith("not ")
        return [Should(subject, f"be {rest_.removeprefix('not ')}", negative)]
    if re.fullmatch(r"(?:doesn't|don't|does not|do not|didn't)", verb):
        return [Should(subject, rest[len(verb) :].strip(), True)]
    if verb.endswith("ed") and verb.islower() and lemma(verb, "verb") not in (None, verb) and subject.lower() not in ("you", "i", "we"):
        return [Should(subject, f"have {verb} {rest[len(verb) :].strip()}".strip())]
    if (base := lemma(verb.lower(), "verb")) and (base != verb.lower() or subject.lower() in ("you", "i", "we", "they")):
        return [Should(subject, f"{base} {rest[len(verb) :].strip()}".strip())]
    return []


def _unknown(text: str) -> tuple[str, str] | None:
    """Somebody who is not there yet and what they do: "a squire called Benno accompanies him"."""
    if not re.match(r"(?:an?|the|some|two|three|another) [a-z]", text):
        return None
    tokens = tag(tokenise(text))
    for at, one in enumerate(tokens):
        if at > 1 and one.tag in ("VS", "X") and tokens[at - 1].word not in ("who", "that", "which") and one.word not in ("'s",):
            found = re.search(rf" (?P<v>{re.escape(one.written)})\b", text)
            return (text[: found.start()], text[found.start() + 1 :]) if found else None
        if at > 6 or (one.tag in ("I", "M", ".", "S") and at > 3):
            return None
    return None
