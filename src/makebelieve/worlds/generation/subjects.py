"""What a story is about: the thing, being or event that a deed is done to, the other things of its premise, and what belongs to each of them.

A subject is a block of `data/subjects_*.txt`, found by its noun, else by the kind that the language gives the noun: what it looks like where it is
(`here`), what is left of it (`gone`), and small finds that are good for something that is done to it. `showing` puts them into the scenes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import same_as
from makebelieve.worlds.generation.cues import ABOUT, HOURS, SEASONS, WEATHERS
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.english import capital, pictorial
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.mentions import only_said
from makebelieve.worlds.generation.morphology import is_plural, plural_verb
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.presence import said_of
from makebelieve.worlds.generation.reading import Reading, animate, lead, name_of, read
from makebelieve.worlds.generation.situations import the

Way = Literal["here", "gone", "far"]
DEEDS: Final = ("make", "find", "mend", "teach", "know", "keep", "move", "face", "win", "use")
"""Classes of deeds, which texts may ask for as marks."""
_AGREED: Final = re.compile(r"<s:([^>|]+)(?:\|([^>]+))?>")
_PRESENT: Final = frozenset(
    [
        "save",
        "spare",
        "help",
        "heal",
        "cure",
        "nurse",
        "revive",
        "unfreeze",
        "wake",
        "wake_up",
        "awaken",
        "comfort",
        "warn",
        "feed",
        "calm",
        "soothe",
        "adopt",
        "lose",
        "get",
        "buy",
        "earn",
        "borrow",
        "fetch",
        "gather",
        "collect",
        "resuscitate",
        "reassure",
        "unchain",
    ]
)
"""Verbs of finding and rescuing whose object is there from the beginning, or is nowhere yet."""
_FAR: Final = frozenset(("steal", "reach", "explore", "defeat"))
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
    "face": "stop face overcome escape flee outwit avoid survive prevent beat fight",
    "win": "win play compete race enter perform sing dance earn",
}  # fmt: skip
_BY_VERB: Final = {verb: name for name, verbs in _OF_VERBS.items() for verb in verbs.split()}
_THINGS: Final = frozenset(
    ("food", "object", "device", "clothing", "instrument", "weapon", "treasure", "plant", "container", "furniture", "vehicle")
)
_MISSED: Final = frozenset(("steal", "lose", "misplace", "mislay", "hide", "swap", "forget", "pinch", "nick"))
_MISSING: Final = frozenset(("stolen", "missing", "lost", "vanished", "gone", "disappeared", "mislaid", "misplaced", "hidden"))
_TRADES: Final = frozenset(
    [
        "owner",
        "keeper",
        "trainer",
        "tuner",
        "dealer",
        "seller",
        "maker",
        "driver",
        "pilot",
        "walker",
        "breeder",
        "catcher",
        "collector",
        "repairer",
        "mender",
        "builder",
        "restorer",
        "farmer",
        "grower",
        "player",
        "teacher",
        "tamer",
        "whisperer",
        "herder",
        "captain",
        "rider",
        "doctor",
        "thief",
        "hunter",
        "racer",
        "designer",
        "painter",
        "writer",
        "singer",
        "cleaner",
        "sweep",
        "vendor",
        "operator",
        "smuggler",
    ]
)
"""Those whose trade is with the thing named before: a food truck owner, but no cat burglar."""
_LED: Final = frozenset(("the", "a", "an", "his", "her", "their", "my", "our", "your", "its"))
_NEEDED: Final = frozenset(("need", "require", "lack"))
MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """`phrase` as pictures say it ("her wedding cake"), `told` as it is said to the player; `entries` of the table, the most particular first."""

    phrase: str
    told: str
    head: str
    plural: bool
    entries: tuple[tables.Entry, ...]
    way: Way = "here"
    wanted: bool = False
    """Whether the deed is done to it."""
    person: bool = False
    near: bool = False
    """Whether the deed speaks of it as well, or the trade of whoever plays is with it."""

    @property
    def named(self) -> bool:
        """Whether the table knows it by its noun and not only by its kind."""
        return not self.entries[0].items("kinds")

    def rows(self, name: str) -> Iterator[tuple[str, ...]]:
        """The texts of that name, of one entry after another."""
        return (entry.items(name) for entry in self.entries if entry.items(name))

    def bound(self, text: str, *, told: bool = False) -> str:
        """A text of the table said of this subject."""
        text = _AGREED.sub(lambda match: match[1] if not self.plural else match[2] or plural_verb(match[1]), text)
        said = self.told if told else self.phrase
        them = self.plural or self.person
        words = {"s": said, "S": capital(said), "bare": bare(said), "its": "their" if them else "its", "it": "them" if them else "it"}
        return re.sub(r"\{(s|S|bare|its|it)\}", lambda match: words[match[1]], text)


def class_of_deed(goal: Goal) -> str:
    """What is done, as a mark of texts: one of `DEEDS`."""
    if goal.made:
        return "make"
    verb = goal.verb or ""
    return _BY_VERB.get(verb) or _BY_VERB.get(verb.partition("_")[0]) or _BY_PURPOSE[goal.purpose]


@cache
def _by(row: str) -> dict[str, tables.Entry]:
    """Entries by the words of a row: nouns, kinds or cues."""
    return {word: entry for entry in tables.read_all("subjects").values() for word in entry.words(row)}


def entry_named(head: str, before: str = "") -> tables.Entry | None:
    """The entry of a noun, with the word before it where the two are one: "food_truck"."""
    return _by("nouns").get(f"{before}_{head}") or _by("nouns").get(head)


def entries_of(head: str, before: str = "", *, person: bool = False) -> tuple[tables.Entry, ...]:
    """The entries of a noun: its own, that of its kind, and that of any thing or person."""
    own = entry_named(head, before)
    kind = own.one("like") if own is not None and own.items("like") else "person" if person else classify(head)[0]
    some = (own, _by("kinds").get(kind) or tables.read_all("subjects").get(f"any {kind}"), _by("kinds")["person" if person else "object"])
    return tuple({entry.title: entry for entry in some if entry is not None}.values())


def _parts(phrase: str) -> tuple[str, str]:
    """Head noun of a phrase and the word before it."""
    head = head_of(phrase)
    words = re.findall(r"[a-z]+", phrase.lower())
    at = next((n for n, word in enumerate(words) if head in (word, lemma(word, "noun"))), 0)
    return head, words[at - 1] if at else ""


def subjects_of(draft: WorldDraft, goal: Goal, object_: str, told: str, plural: bool) -> list[Subject]:
    """What a story is about: what its deed is done to, then what else the premise names that the table knows, the missing before the rest."""
    reading = read(draft.premise)
    made: list[Subject] = []
    if goal.object:
        head, before = _parts(bare(object_))
        person = goal.person and classify(head)[0] != "creature"
        made.append(Subject(object_, told, head, plural, entries_of(head, before, person=person), _way(goal, reading, head), True, person))
    mine = same_as(reading, player_of(reading))
    further = [
        *(one for phrase in reading.found for one in _of_phrase(reading, phrase, id(phrase) in mine)),
        *_spoken(draft.premise.lower(), compound=True),
        *_spoken((goal.deed or "").lower()),
        *_cued(reading),
    ]
    said = {lemma(word, "noun") or word for word in re.findall(r"[a-z]+", object_.lower().split(" of ")[0])} if made else set()
    said |= {one.head for one in made} | {site.noun for site in draft.places}
    kept: list[Subject] = []
    for one in further:
        if (
            (one.head not in said or one.entries[0].items("event"))
            and not _is_place(one)
            and not any(one.entries[0] is other.entries[0] for other in (*made, *kept))
        ):
            kept.append(one)
    deed = [lemma(word, "noun") or word for word in re.findall(r"[a-z]+", (goal.deed or "").lower())]
    kept = [replace(one, near=one.near or one.head in deed) for one in kept]
    kept.sort(key=lambda one: (one.way == "here", deed.index(one.head) if one.head in deed else len(deed), not one.named))
    if made and made[0].person and class_of_deed(goal) == "make":  # a letter is written, and not the one it goes to
        made, kept = [], [*(one for one in kept if one.head in deed), *made, *(one for one in kept if one.head not in deed)]
    return [*made, *kept][:MOST]


def _is_place(one: Subject) -> bool:
    """Whether it is somewhere rather than something: a story is not about its window."""
    return one.entries[0].one("like") == "building" or one.entries[0].title == "any building"


def _spoken(text: str, *, compound: bool = False) -> Iterator[Subject]:
    """Subjects by the bare words of a text, for what the reading takes for something else: "who poisoned the champion rose", "the flower show"."""
    words = re.findall(r"[a-z]+", text)
    for at, word in enumerate(words):
        noun = lemma(word, "noun") or word
        if f"{words[at - 1]}_{noun}" in _by("nouns") and at:
            phrase = f"the {words[at - 1]} {word}"
        elif compound or noun not in _by("nouns"):
            continue
        else:
            begun = next((n for n in range(at - 1, max(-1, at - 4), -1) if words[n] in _LED), None)
            if begun is None:
                continue
            phrase = " ".join(["the", *words[begun + 1 : at + 1]])
        yield Subject(phrase, phrase, noun, is_plural(phrase), entries_of(noun, words[at - 1] if at else ""))


def _cued(reading: Reading) -> Iterator[Subject]:
    """What is only hinted at: whoever drives has a car."""
    for word in dict.fromkeys(token.lemma or token.word for token in reading.tokens):
        entry = _by("cues").get(word)
        if entry is not None:
            noun = entry.one("cued")
            yield Subject(noun, noun, noun.split()[-1], False, entries_of(noun.split()[-1]), near=True)


def _way(goal: Goal, reading: Reading, head: str) -> Way:
    """Whether what is wanted is here at the beginning, has gone, or is somewhere else."""
    if goal.purpose not in ("deliver", "steal") and any(is_missing(reading, phrase) for phrase in reading.found if phrase.noun == head):
        return "gone"
    verb = (goal.verb or "").partition("_")[0]
    if goal.purpose in ("find", "rescue"):
        return "here" if goal.verb in _PRESENT or verb in _PRESENT else "gone"
    return "far" if goal.purpose in _FAR and not goal.made else "here"


def is_missing(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is said to be stolen, lost or hidden: "has stolen the sugar", "the missing key", "her ring is gone"."""
    tokens = reading.tokens
    if _MISSED & set(phrase.undergoes):
        at = lead(reading, phrase)[0] - 1
        return at < 0 or tokens[at].tag != "V"  # what is about to be stolen is still there
    after = [token.word for token in tokens[phrase.end : phrase.end + 4]]
    while after[:1] and after[0] in ("is", "are", "was", "were", "has", "have", "had", "been", "goes", "went", "suddenly", "mysteriously"):
        after.pop(0)
        if after[:1] and after[0] in _MISSING:
            return True
    return bool(_MISSING & {token.word for token in tokens[lead(reading, phrase)[0] : phrase.head.index]})


def _of_phrase(reading: Reading, phrase: Phrase, mine: bool) -> Iterator[Subject]:
    """A thing of the premise, an event that qualifies it ("a wedding cake"), and what somebody's trade is with ("a food truck owner")."""
    noun = phrase.noun
    words = [token.lemma or token.word for token in phrase.modifiers]
    if noun in ABOUT or only_said(reading, phrase) or said_of(reading, phrase):
        return
    if animate(phrase):
        if mine and words and noun in _TRADES and (entry := entry_named(words[-1], *words[-2:-1])) is not None:
            whole = " ".join(words[-2:]) if "_".join(words[-2:]) in entry.words("nouns") else words[-1]
            yield Subject(f"the {whole}", f"the {whole}", words[-1], False, entries_of(words[-1], *words[-2:-1]), near=True)
        return
    for one in words:
        entry = entry_named(one)
        if entry is not None and entry.items("event"):
            yield Subject(f"the {one}", f"the {one}", one, False, entries_of(one))
    if noun in HOURS or noun in WEATHERS or noun in SEASONS or not noun.isalpha() or len(noun) < 3 or name_of(reading, phrase):
        return
    missed = is_missing(reading, phrase)
    needed = bool(_NEEDED & set(phrase.undergoes))
    before = words[-1] if words else ""
    if entry_named(noun, before) is None and not ((missed or needed) and is_thing(noun)):
        return
    text = pictorial(the(reading, phrase, plain=True))
    told = re.sub(r"^(?:her|his|their|its|my|our)\b", "your", text)
    text = re.sub(r"^(?:my|our|your)\b", "their", text)
    many = phrase.plural or is_plural(text)
    yield Subject(text, told, noun, many, entries_of(noun, before), "gone" if missed else "far" if needed else "here")


def is_thing(noun: str) -> bool:
    """Whether a noun is something that can be found and carried about."""
    return classify(noun)[0] in _THINGS
