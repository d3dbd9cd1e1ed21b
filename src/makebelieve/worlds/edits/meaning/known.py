"""Which words of a wish name something of the world."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, World

HERO: Final = r"(?:you|the players?|players|one|the hero(?:ine)?|the main (?:character|person|hero)|the protagonist|(?:my|the player|our) character|me|us|i|we|the user|people|someone|somebody|anyone|anybody|everyone|everybody)"
"""Words for who plays."""
_WHOLE: Final = r"(?:it|they|he|she|this|the (?:game|story|world|goal|aim|mission|quest|ending|end|whole thing))"


@dataclass
class Known:
    """Finds what phrases name, and where a name ends that a text begins with."""

    world: World
    _found: dict[str, Thing | None] = field(default_factory=dict)

    def find(self, phrase: str) -> Thing | None:
        """What a phrase names, strictly: no slip of the pen, no guess between several."""
        if phrase not in self._found:
            try:
                found = naming.find(self.world, phrase, loose=False)
            except Unsure:
                found = None
            if found is not None and found.kind == "person" and re.match(r"(?:an?|another|some) ", phrase, re.IGNORECASE):
                found = None  # "an old woman" is not Old Jonas
            self._found[phrase] = found if found is not None and _covers(phrase, found) and not _common(phrase, found) else None
        return self._found[phrase]

    def subject(self, text: str) -> tuple[str, str] | None:
        """The longest beginning of a text that names something, and what follows it."""
        some = text.split(" ")
        for size in range(min(len(some) - 1, 9), 0, -1):
            head = " ".join(some[:size])
            bare = head.rstrip(",:")
            if bare.endswith("'s") or (size < len(some) and some[size].endswith("'s") and some[size][:1].isupper()):
                continue  # "Old Jonas's name": the owner is not the subject
            if re.search(r"(?:^| )(?:the|an?|and|or|of|in|at|on|to|with|for|some|his|her|their|my|your)$", bare, re.IGNORECASE):
                continue
            if re.fullmatch(rf"{HERO}|{_WHOLE}", bare, re.IGNORECASE) or self.find(bare) is not None:
                rest = " ".join(some[size:])
                if rest.startswith("and ") and not head.endswith((",", ":")) and (second := self.subject(rest[4:])) is not None:
                    return f"{head} and {second[0]}", second[1]
                return head, rest
        return None


def _common(phrase: str, thing: Thing) -> bool:
    """Whether a word is an everyday one that a name only holds: "more" of "One-More Joan"."""
    if phrase.lower() in ("more", "less", "some", "no", "one", "all", "many", "old", "new", "big", "little", "good", "bad"):
        return phrase.lower() != thing.name.lower()
    return (
        phrase.islower()
        and len(phrase.split()) == 1
        and phrase != thing.name.lower()
        and not (lemma(phrase, "noun") or thing.name.lower().split()[0] == phrase or thing.name.lower().split()[-1] == phrase)
    )


def _covers(phrase: str, thing: Thing) -> bool:
    """Whether a phrase is a name of the thing and no more: not "the cat sings", nor a lone common word of a longer name."""
    said = naming.words(phrase)
    return bool(said) and (set(said) <= set(naming.words(f"{thing.name} {thing.about}")) or thing.kind in ("ending", "player", "place"))
