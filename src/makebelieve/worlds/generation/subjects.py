"""What a story is about: the thing, being or event that a deed is done to, the other things of its premise, and what belongs to each of them.

A subject is a block of `data/subjects_*.txt`, found by its noun, else by the kind that the language gives the noun: what it looks like where it is
(`here`), what is left of it (`gone`), and small finds that are good for something that is done to it. `showing` puts them into the scenes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import PRONOUNS, plural_verb
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.states import spared

Way = Literal["here", "gone", "far"]
DEEDS: Final = ("make", "find", "mend", "teach", "know", "keep", "move", "face", "win", "use")
"""Classes of deeds, which texts may ask for as marks."""
_MARKS: Final = re.compile(r"^\(([a-z_/ ]+)\)")
_AGREED: Final = re.compile(r"<s:([^>|]+)(?:\|([^>]+))?>")
_BY_PURPOSE: Final = {
    "find": "find", "rescue": "find", "escape": "face", "deliver": "move", "steal": "move", "solve": "know", "defeat": "face", "survive": "face",
    "win": "win", "restore": "mend", "unite": "teach", "reach": "use", "protect": "keep", "explore": "know", "do": "use",
}  # fmt: skip
_OF_VERBS: Final = {
    "make": "finish complete prepare produce write compose grow plant sew knit paint film organise build bake cook brew make create open run",
    "mend": "heal cure nurse revive treat feed wake awaken clean wash tune light relight restart repair fix mend warm polish unblock thaw restore",
    "teach": "teach train tame coach calm comfort soothe befriend persuade convince entertain amuse ride groom lull coax cheer reassure",
    "know": "choose decide judge guess prove remember test translate read decipher pick find_out",
    "keep": "keep hide raise look_after take_care guard mind hold save",
    "move": "carry bring take return give_back put_back smuggle sneak move sail drive fly row launch land ship post hand_over pull push sell deliver",
    "face": "refuse quit resign decline ban forbid reject resist stop face overcome escape flee outwit avoid survive prevent beat fight",
    "win": "win play compete race enter perform sing dance earn",
}  # fmt: skip
_SHOWN: Final = frozenset(("here", "gone", "end", "good", "bad", "look", "trace"))
_BY_VERB: Final = {verb: name for name, verbs in _OF_VERBS.items() for verb in verbs.split()}
_THINGS: Final = frozenset(
    ("food", "object", "device", "clothing", "instrument", "weapon", "treasure", "plant", "container", "furniture", "vehicle", "creature")
)


@dataclass(frozen=True, slots=True)
class Subject:
    """`phrase` as pictures say it ("her wedding cake"), `told` as it is said to the player; `entries` of the table, the most particular first."""

    phrase: str
    told: str
    head: str
    plural: bool
    entries: tuple[tables.Entry, ...]
    way: Way = "here"
    pronoun: str | None = None
    """Of somebody, where it is known."""
    wanted: bool = False
    """Whether the deed is done to it."""
    person: bool = False
    means: bool = False
    """Whether the deed is done with it: "with a kite made of bedsheets"."""
    near: bool = False
    """Whether the deed speaks of it as well, or the trade of whoever plays is with it."""

    states: tuple[str, ...] = ()
    """What state somebody is in, whose texts do without some words: the blind are handed no spectacles."""

    @property
    def named(self) -> bool:
        """Whether the table knows it by its noun and not only by its kind."""
        return not self.entries[0].items("kinds")

    def rows(self, name: str) -> Iterator[tuple[str, ...]]:
        """The texts of that name, of one entry after another."""
        some = self.entries[:1] if self.entries[0].items("event") and name in _SHOWN and self.entries[0].items(name) else self.entries
        sparing = spared(self.states)
        kept = (tuple(item for item in entry.items(name) if sparing is None or not sparing.search(item)) for entry in some)
        return (items for items in kept if items)  # no funeral is wrapped in brown paper

    def bound(self, text: str, *, told: bool = False) -> str:
        """A text of the table said of this subject."""
        text = _AGREED.sub(lambda match: match[1] if not self.plural else match[2] or plural_verb(match[1]), text)
        said = self.told if told else self.phrase
        them = self.plural or self.person
        it, its = ("them", "their") if them else ("it", "its")
        if self.pronoun is not None and not self.plural:
            _, it, its = PRONOUNS[self.pronoun]
        words = {"s": said, "S": capital(said), "bare": bare(said), "its": its, "it": it}
        return re.sub(r"\{(s|S|bare|its|it)\}", lambda match: words[match[1]], text)


def class_of_deed(goal: Goal) -> str:
    """What is done, as a mark of texts: one of `DEEDS`."""
    if goal.made:
        return "make"
    verb = goal.verb or ""
    if goal.purpose == "escape" and not goal.person:
        return "use"  # one leaves a castle with what there is in it
    return _BY_VERB.get(verb) or _BY_VERB.get(verb.partition("_")[0]) or _BY_PURPOSE[goal.purpose]


@cache
def by(row: str) -> dict[str, tables.Entry]:
    """Entries by the words of a row: nouns, kinds or cues."""
    return {word: entry for entry in tables.read_all("subjects").values() for word in entry.words(row)}


def entry_named(head: str, before: str = "") -> tables.Entry | None:
    """The entry of a noun, with the word before it where the two are one: "food_truck"."""
    return by("nouns").get(f"{before}_{head}") or by("nouns").get(head)


def entries_of(head: str, before: str = "", *, person: bool = False) -> tuple[tables.Entry, ...]:
    """The entries of a noun: its own, that of its kind, and that of any thing or person."""
    own = entry_named(head, before)
    kind = own.one("like") if own is not None and own.items("like") else "person" if person else classify(head)[0]
    some = (own, by("kinds").get(kind) or tables.read_all("subjects").get(f"any {kind}"), by("kinds")["person" if person else "object"])
    return tuple({entry.title: entry for entry in some if entry is not None}.values())


def parts_of(phrase: str) -> tuple[str, str]:
    """Head noun of a phrase and the word before it."""
    head = head_of(phrase)
    words = re.findall(r"[a-z]+", phrase.lower())
    at = next((n for n, word in enumerate(words) if head in (word, lemma(word, "noun"))), 0)
    return head, words[at - 1] if at else ""


def is_thing(noun: str) -> bool:
    """Whether a noun is something that can be found and carried about, or led."""
    return classify(noun)[0] in _THINGS


def asks(text: str, deed: str) -> bool:
    """Whether a text is for this class of deeds: "(make/mend) …"."""
    mark = _MARKS.match(text)
    return mark is not None and deed in re.split(r"[ /]", mark[1])
