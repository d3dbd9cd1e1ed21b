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

from makebelieve.language import KIND_OF, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import PRONOUNS, plural_verb
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.senses import MEASURES, of_what, sense_of
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
    "move": "show present demonstrate exhibit carry bring take return give_back put_back smuggle sneak move sail drive fly row launch land ship post hand_over pull push sell deliver",
    "face": "refuse quit resign decline ban forbid reject resist stop face overcome escape flee outwit avoid survive prevent beat fight",
    "win": "win play compete race enter perform sing dance earn",
}  # fmt: skip
_OPENED: Final = frozenset(("building", "place", "location", "event", "group"))
"""Kinds of what is not there until it is opened."""
_SHOWN: Final = frozenset(("here", "gone", "end", "good", "bad", "look", "trace"))
_BY_VERB: Final = {verb: name for name, verbs in _OF_VERBS.items() for verb in verbs.split()}
_THINGS: Final = frozenset(
    ("food", "object", "device", "clothing", "instrument", "weapon", "treasure", "plant", "container", "furniture", "vehicle", "creature")
)

_OF_ONE: Final = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Ii]tself|[Oo]ne of them)\b")
"""What is told of one thing only."""
_SLOT: Final = re.compile(r"\{[^}]*\}|<[^>]*>")
_ONE_BODY: Final = re.compile(
    r"\b(?:a|one|the) (?:small |wet )?(?:head|face|hand|name|nose|chin|tail|shoulder|mouth|neck|leg|brow|sole|chest|back|collar|knee|beak|muzzle)\b|on one side|of its|\b[Ii]tself\b"
)
_AFTERWARDS: Final = (
    "One thing less to see to.",
    "That will do.",
    "So far, so good.",
    "You look once more, to be sure.",
    "You take a step back and look.",
    "Better than before, you think.",
    "You nod, to nobody in particular.",
    "That took longer than you had thought.",
    "You had hoped for no more than that.",
)
_PEOPLE: Final = frozenset(("person", "group"))
_MOVES: Final = re.compile(
    r"\{s\}(?:,? and \{P\})?,? <s:(?!lies|sleeps|is|rests)|\{s\} and \{P\}|\{P\} and \{s\}|<s:(?!lies|sleeps|is|rests)\w+>[^:]*\{s\}"
)
"""Texts in which somebody stands, sits or does something."""
_UNHANDLED: Final = frozenset(
    ("place", "location", "building", "creature", "abstract", "feeling", "time", "event", "act", "celestial", "hazard", "body")
)
"""Kinds of what nobody dusts, wraps up or sets on a shelf: they do without the texts of any thing."""


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
    """Whether the deed speaks of it as well."""

    states: tuple[str, ...] = ()
    """What state somebody is in, whose texts do without some words: the blind are handed no spectacles."""

    condition: str = "there"
    """What becomes of it in the story, a row of the table of conditions: absent until it is won, unmade until it is made."""

    still: bool = False
    """Whether they lie as they are through all of it: who is carried asleep neither waits with a bag nor sits up."""

    @property
    def somebody(self) -> bool:
        """Whether it is somebody, or several, whatever the deed takes them for."""
        kind = self.entries[0].one("like", self.entries[0].title.removeprefix("any "))
        return self.person or kind in _PEOPLE

    @property
    def named(self) -> bool:
        """Whether the table knows it by its noun and not only by its kind."""
        return not self.entries[0].items("kinds")

    def rows(self, name: str) -> Iterator[tuple[str, ...]]:
        """The texts of that name, of one entry after another."""
        some = self.entries[:1] if self.entries[0].items("event") and name in _SHOWN and self.entries[0].items(name) else self.entries
        sparing = spared(self.states)
        kept = (
            tuple(item for item in entry.items(name) if (sparing is None or not sparing.search(item)) and not self._belies(item))
            for entry in some
        )
        return (items for items in kept if items)  # no funeral is wrapped in brown paper

    def true(self, items: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `items` that whoever lies still does not belie."""
        return tuple(item for item in items if not (self.still and (_MOVES.search(item) or "talk" in item)))

    def _belies(self, text: str) -> bool:
        """Whether a text gives several of them one head between them, or shows them as one thing."""
        if self.still and _MOVES.search(text):
            return True
        shown = text.rpartition("::")[0] or text
        return self.plural and (_ONE_BODY.search(text) is not None or ("{s}" in shown and _OF_ONE.search(_SLOT.sub("", shown)) is not None))

    def after(self, text: str) -> str:
        """What is told of a thing once something was done to it, said of this subject: of several, or of somebody, nothing is told as of one thing."""
        if self.plural or self.person:
            plain = " ".join(one for one in re.split(r"(?<=[.!?\"]) (?=[A-Z\"])", text) if not _OF_ONE.search(one))
            text = plain if plain.count('"') % 2 == 0 and plain else _AFTERWARDS[len(text) % len(_AFTERWARDS)]
        return self.bound(text, told=True)

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


def people(subject: Subject) -> bool:
    """Whether a subject is a person, or several: "the children", whatever the deed takes them for."""
    return subject.person or classify(lemma(subject.head, "noun") or subject.head)[0] == "person"


def class_of_deed(goal: Goal) -> str:
    """What is done, as a mark of texts: one of `DEEDS`."""
    if goal.made:
        return "make"
    verb = goal.verb or ""
    if verb in ("open", "run") and classify(parts_of(bare(goal.object or ""))[0])[0] not in _OPENED:
        return "use"  # a gate is not made by opening it
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


def entries_of(head: str, before: str = "", *, person: bool = False, sense: str | None = None) -> tuple[tables.Entry, ...]:
    """The entries of a noun: its own, or that of the sense it is meant in, that of its kind, and that of any thing or person."""
    every = tables.read_all("subjects")
    own = every[sense] if sense is not None else entry_named(head, before)
    whole = f"{before}_{head}"
    if sense is None and whole in KIND_OF and whole not in by("nouns"):
        own = None  # a flying saucer is not set on a table, and an escape pod grows no peas
    kind = own.one("like") or (sense is not None and own.one("kinds").split(" ")[0]) if own is not None else ""
    made = own is not None and own.title == "toy"  # a doll is asked nothing, and drinks no tea
    kind = kind or ("object" if made else "person" if person else classify(head, (before,) if before else ())[0])
    rest = "person" if person or kind in _PEOPLE else kind if kind in _UNHANDLED else "object"
    some = (own, by("kinds").get(kind) or every.get(f"any {kind}"), by("kinds").get(rest) or every.get(f"any {rest}"))
    return tuple({entry.title: entry for entry in some if entry is not None}.values())


def parts_of(phrase: str) -> tuple[str, str]:
    """Head noun of a phrase and the word before it."""
    head = head_of(phrase)
    words = re.findall(r"[a-z]+", phrase.lower())
    at = next((n for n, word in enumerate(words) if head in (word, lemma(word, "noun"))), 0)
    return head, words[at - 1] if at else ""


def entries_meant(text: str, head: str, around: str, *, person: bool = False) -> tuple[tables.Entry, ...]:
    """The entries of a noun in the sense that it has in its phrase, `text`, and its premise, `around`."""
    words = re.findall(r"[a-z]+(?:['’]s)?", text.lower().partition(" of ")[0])
    at = next((n for n in range(len(words) - 1, -1, -1) if head in (words[n], lemma(words[n], "noun"))), 0)
    before, of = words[:at], of_what(text, head) or of_what(around, head)
    if head in MEASURES and of:
        head = lemma(of, "noun") or of
    sense = sense_of(head, tuple(before), of, frozenset(re.findall(r"[a-z0-9]+", around.lower())))
    return entries_of(head, before[-1] if before else "", person=person, sense=sense)


def is_thing(noun: str) -> bool:
    """Whether a noun is something that can be found and carried about, or led."""
    return classify(noun)[0] in _THINGS


def asks(text: str, deed: str) -> bool:
    """Whether a text is for this class of deeds: "(make/mend) …"."""
    mark = _MARKS.match(text)
    return mark is not None and deed in re.split(r"[ /]", mark[1])
