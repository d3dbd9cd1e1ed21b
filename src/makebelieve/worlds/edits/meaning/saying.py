"""Small helps for readings: groups of words as the older readers take them, deeds told of somebody."""

from __future__ import annotations

import itertools
import re

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.wishes.endings import third

QUOTE = r"[\"“'](?P<q>.+?)[\"”']"


def fitted(**fields: str) -> re.Match[str]:
    """A match with these groups: older readers take one."""
    pattern = "\n".join(f"(?P<{name}>(?s:.*))" for name in fields)
    found = re.fullmatch(pattern, "\n".join(one.replace("\n", " ") for one in fields.values()))
    assert found is not None
    return found


def told(who: str, deed: str, *, many: bool | None = None) -> str:
    """ "Otto" and "peel potatoes" as a sentence without its stop: "Otto peels potatoes"."""
    several = naming.many(who) if many is None else many
    head, _, rest = deed.partition(" ")
    if head == "not":
        return f"{who} {'do' if several else 'does'} not {rest}"
    if not several and " and " in deed:
        deed = _coordinated(deed)
        head, _, rest = deed.partition(" ")
    if not several:
        return f"{who} {third(deed)}"
    return f"{who} {'are' if head == 'be' else head} {rest}".strip()


def _coordinated(deed: str) -> str:
    """ "bark and lick their faces" -> "bark and licks their faces": only the first verb is left as it is."""
    tokens = tag(tokenise(f"they {deed}"))
    made, at = deed, 0
    for one, following in itertools.pairwise(tokens):
        if (
            one.tag == "C"
            and following.tag == "V"
            and (found := re.search(rf"\b{re.escape(one.written)} {re.escape(following.written)}\b", made[at:]))
        ):
            verb = third(following.written)
            made = made[: at + found.start()] + f"{one.written} {verb}" + made[at + found.end() :]
            at += found.start() + len(verb)
    return made


def unquoted(text: str) -> str:
    return text.strip().strip('"“”').strip() if re.match(r"[\"“]", text.strip()) else text.strip().strip("'").strip()


def quoted(text: str) -> str | None:
    """The words in quotation marks of a text, if it has some."""
    found = re.search(r"[\"“](?P<q>[^\"“”]+)[\"”]", text) or re.search(r"(?<!\w)'(?P<q>(?:[^']|'(?=\w))+)'(?!\w)", text)
    return found["q"].strip() if found else None


def is_verb(word: str) -> bool:
    return lemma(word.lower(), "verb") == word.lower()
