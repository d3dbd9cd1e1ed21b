"""Small helps for readings: groups of words as the older readers take them, deeds told of somebody."""

from __future__ import annotations

import re

from makebelieve.language import lemma
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
    if not several:
        return f"{who} {third(deed)}"
    return f"{who} {'are' if head == 'be' else head} {rest}".strip()


def unquoted(text: str) -> str:
    return text.strip().strip('"“”').strip() if re.match(r"[\"“]", text.strip()) else text.strip().strip("'").strip()


def quoted(text: str) -> str | None:
    """The words in quotation marks of a text, if it has some."""
    found = re.search(r"[\"“](?P<q>[^\"“”]+)[\"”]", text) or re.search(r"(?<!\w)'(?P<q>(?:[^']|'(?=\w))+)'(?!\w)", text)
    return found["q"].strip() if found else None


def is_verb(word: str) -> bool:
    return lemma(word.lower(), "verb") == word.lower()
