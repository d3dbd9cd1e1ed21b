"""Words in quotation marks that give way to others: what is called so gets the other name, all else is changed as it stands."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning.saying import fitted
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import names, texts

_QUOTE: Final = r"(?:\"[^\"]+\"|(?<!\w)'[^']+(?:'\w[^']*)*'(?!\w))"
_WHERE: Final = r"(?: (?:everywhere|throughout|in (?:all|every)(?: of)?(?: the)? (?:texts?|scenes?|places?)|in the (?:whole )?(?:text|texts|game|world|story)|each time|wherever it (?:stands|is|appears)))*"
_CHANGED: Final = re.compile(
    rf"(?:please )?(?:change|replace|swap|turn|rename|correct|make|switch|exchange|substitute)(?: (?:the|all|every|each|any))*(?: (?:words?|name|text|phrase|sentence|term))?{_WHERE} (?P<old>{_QUOTE}){_WHERE} (?:to|into|with|by|for|->|=>|as) (?P<new>{_QUOTE}){_WHERE}",
    re.IGNORECASE,
)


_WORD: Final = re.compile(
    r"(?:please )?(?:replace|change|swap|exchange)(?: (?:the|all|every|each))?(?: words?)? (?P<o>[a-z]+)(?: everywhere)? (?:with|by|to|into|for) (?:an? |the )?(?P<n>[a-z]+)(?: everywhere| in all (?:the )?texts)?",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if word := _WORD.fullmatch(text):
        return _part_of_names(draft, word["o"].lower(), word["n"].lower())
    match = _CHANGED.fullmatch(text)
    if match is None:
        return None
    old, new = match["old"][1:-1].strip(), match["new"][1:-1].strip()
    if not old or not new:
        return None
    ends = {str(one["ending"].get("title", "")).lower() for one in draft.states.values() if "ending" in one}
    labels = [referents.label_of(one) for one in draft.events if one.get("label")]
    if old.lower() not in ends and old.lower() not in {one.lower() for one in labels}:
        bare = re.sub(r"^(?:the|an?) ", "", old, flags=re.IGNORECASE)
        for one in naming.things(draft.world):
            if one.kind != "ending" and re.sub(r"^(?:the|an?|her|his|their|its|your) ", "", one.name).lower() == bare.lower():
                return names.call(draft, one, new if naming.proper(new) else re.sub(r"^an? ", "the ", new))
    try:
        return texts.quoted(draft, fitted(old=match["old"], new=match["new"]))
    except Unsure as asked:
        some = next((one for one in labels if len(one.split()) > 2), labels[0] if labels else "")
        raise Meant(
            f'\'{old}\' stands nowhere in this world\'s texts. Which words shall be otherwise? Quote them as they stand. Say for example: change "{some}" to "{some} now".'
        ) from asked


def _part_of_names(draft: Draft, old: str, new: str) -> str | None:
    """ "replace apple with pear": a word that stands before the noun of what has a name, the apple tree, gives way in every text."""
    some = [one for one in naming.things(draft.world) if one.kind in ("goal", "item", "place", "player", "foe")]
    held = [one for one in some if old in one.name.lower().split()[:-1]]
    if not held or any(one.name.lower().split()[-1] in (old, f"{old}s") for one in some):
        return None
    try:
        return texts.quoted(draft, fitted(old=f'"{old}"', new=f'"{new}"'))
    except Unsure:
        return None
