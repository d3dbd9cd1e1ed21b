"""Which subjects a premise has: what its deed is done to, and what else it names that the table of subjects knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from makebelieve.language import KIND_OF, Phrase, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.absences import is_missing, still_to_get
from makebelieve.worlds.generation.clauses import same_as, word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.conditions import condition_of
from makebelieve.worlds.generation.cues import ABOUT, HOURS, SEASONS, WEATHERS
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.english import pictorial
from makebelieve.worlds.generation.hardships import hardships
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.mentions import awaited, only_said
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.natures import is_name
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.presence import is_trait, said_of
from makebelieve.worlds.generation.reading import ANIMATE, GROUPS, Reading, animate, lead, members_of, name_of
from makebelieve.worlds.generation.states import barred
from makebelieve.worlds.generation.subjects import (
    Subject,
    Way,
    by,
    class_of_deed,
    entries_meant,
    entries_of,
    entry_named,
    is_thing,
    parts_of,
)
from makebelieve.worlds.generation.tellings import read
from makebelieve.worlds.generation.unplaced import this_side

_PRESENT: Final = word_set(
    "save spare help heal cure nurse revive unfreeze wake wake_up awaken comfort warn feed calm soothe adopt lose"
    " resuscitate reassure unchain"
)
"""Verbs of finding and rescuing whose object is there from the beginning."""
_RETURNED: Final = frozenset(("put_back", "return", "give_back", "hand_over", "hand_back", "send_back"))
"""Verbs whose object is with whoever plays, though it was stolen or lost."""
_TO_GET: Final = word_set("get buy earn borrow gather collect get_back buy_back win_back take_back fetch bring_home purchase")
"""Verbs whose object is somewhere else, where that is known."""
_LEFT_AS_THEY_ARE: Final = frozenset(("deliver", "protect", "reach", "solve", "explore"))
"""Purposes that rouse nobody."""
_FAR: Final = frozenset(("steal", "reach", "explore", "defeat"))
_HELD: Final = frozenset(
    ("stranded", "trapped", "stuck", "injured", "hurt", "wounded", "drowning", "captive", "imprisoned", "caged", "marooned", "besieged")
)
_TRADES: Final = word_set(
    "owner keeper trainer tuner dealer seller maker driver pilot walker breeder catcher collector repairer mender builder restorer farmer grower player"
    " teacher tamer whisperer herder captain rider doctor thief hunter racer designer painter writer singer cleaner sweep vendor operator smuggler"
)
"""Those whose trade is with the thing named before: a food truck owner, but no cat burglar."""
_ABLE: Final = frozenset(("power", "air"))
"""What a house is fed with, and in the plural something that somebody has or puts on: "her powers"."""
_LED: Final = frozenset(("the", "a", "an", "his", "her", "their", "my", "our", "your", "its"))
_JOINING: Final = word_set("for of in on at to with from by and or into under over")
_FREED: Final = word_set("let let_out release free kidnap abduct take steal eat")
_NEEDED: Final = frozenset(("need", "require", "lack"))
_GAMES: Final = frozenset(
    ("chess", "football", "tennis", "poker", "golf", "hockey", "cricket", "baseball", "basketball", "volleyball", "rugby")
)
"""What is played, and takes no article."""
MOST: Final = 4

_DRAWN: Final = word_set(
    "stagecoach coach carriage cart wagon chariot sleigh sled horse horses mule mules ox oxen cattle sheep train trains tram trams underground metro"
    " locomotive tractor lorry truck bus herd nail nails camel camels dogs huskies digger crane"
)
"""What else is driven than a car."""


_DONE: Final = word_set(
    "rings calls knocks cries sings walks runs plays moves stops works answers laughs whispers speaks glows beats barks"
)
"""What is done, and would be things by their form."""


def subjects_of(draft: WorldDraft, goal: Goal, object_: str, told: str, plural: bool) -> list[Subject]:
    """What a story is about: what its deed is done to, then what else the premise names that the table knows, the missing before the rest."""
    reading = read(draft.premise)
    left = goal.purpose == "escape" and not goal.person  # one is in what one escapes from
    gone = {name.lower() for one in draft.absent for name in (one.name, one.noun) if name}  # nobody sees the dead
    dead = bool(gone & set(re.findall(r"[\w]+", object_.lower()))) and goal.purpose not in ("find", "rescue")
    only_had = _is_only_had(goal, object_, plural)
    stands = bool(goal.object) and goal.object != "home" and not left and not dead and not only_had
    made = [_wanted(goal, reading, object_, told, plural)] if stands else []
    mine = same_as(reading, player_of(reading))
    met = {one.noun for one in draft.companions} | {phrase.noun for phrase in reading.found if is_missing(reading, phrase)}
    done = {token.word for token in reading.tokens if token.tag in ("V", "VS", "VD")}
    further = [
        *(
            one
            for phrase in reading.found
            if not (awaited(reading, phrase) or is_trait(reading, phrase))
            for one in _of_phrase(reading, phrase, id(phrase) in mine, met)
        ),
        *(
            one for one in _spoken(this_side(draft.premise.lower()), compound=True) if one.phrase.split()[-1] not in done
        ),  # "the clock strikes"
        *_spoken(this_side((goal.deed or "").lower())),
        *_cued(reading),
    ]
    said = {lemma(word, "noun") or word for word in re.findall(r"[a-z]+", object_.lower().split(" of ")[0])} if made or only_had else set()
    amiss = {one.thing.noun for one in hardships(reading) if one.thing is not None and one.kind != "gone"}  # it is not there whole
    kept: list[Subject] = []
    for one in further:
        if (dead and one.head in gone) or one.head in amiss or _is_name_of(one, draft.premise) or _is_told_of(one, draft.premise):
            continue
        known = any(one.entries[0] is other.entries[0] or one.head == other.head for other in (*made, *kept))
        if one.head in re.findall(r"[a-z]+", (draft.deadline or "").lower()):
            continue  # "before the verdict": that is when, and not what it is about
        event = bool(one.entries[0].items("event"))
        if not known and not _is_elsewhere(one, draft) and (event or one.head not in said):
            kept.append(one)
    deed = [lemma(word, "noun") or word for word in re.findall(r"[a-z]+", (goal.deed or "").lower()) if word not in object_.lower()]
    lost = {phrase.noun for phrase in reading.found if is_missing(reading, phrase)}
    if goal.verb == "fetch":  # the bird of "fetch a feather from the golden bird" is where the feather is
        source = set(re.findall(r"[a-z]+", (goal.deed or "").lower().partition(" from ")[2]))
        kept = [replace(one, way="far") if one.head in source or one.phrase.split()[-1] in source else one for one in kept]
    kept = [replace(one, near=one.near or one.head in deed, way="gone" if one.head in lost else one.way) for one in kept]
    kept.sort(
        key=lambda one: (
            one.way == "here", not one.means, one.entries[0].one("like") in ("abstract", "hazard"), deed.index(one.head) if one.head in deed else len(deed), not one.named,
        )
    )  # fmt: skip
    kept = [one for one in kept if one.near or one.means or one.way != "here"]  # what is named in passing brings nothing of its own
    if made and made[0].person and class_of_deed(goal) == "make":  # a letter is written, and not the one it goes to
        written = [one for one in kept if one.head in (goal.deed or "")]
        made, kept = [], [*written, *made, *(one for one in kept if one not in written)]
    if not made and kept and kept[0].near:  # "who stole the recipe": it is what is spoken of
        made, kept = [replace(kept[0], wanted=not kept[0].means)], kept[1:]
    if goal.purpose == "solve" and made and made[0].way == "gone":
        kept = [*_matter(goal), *kept]
    if not made and not any(one.way == "here" for one in kept):
        kept.extend(_matter(goal))
    return [_played(one) for one in (*made, *kept)][:MOST]


def _is_told_of(one: Subject, premise: str) -> bool:
    """Whether a phrase ends with what somebody or something does: no rings lie about where "the call bell rings from an empty room"."""
    named, _, last = one.phrase.lower().rpartition(" ")
    return last in _DONE and re.search(rf"{re.escape(named)} {last} (?!(?:and|or|of)\b)[a-z]", premise.lower()) is not None


def _is_name_of(one: Subject, premise: str) -> bool:
    """Whether a noun only names something: "the wreck of the Aurora" is about no northern lights."""
    return re.search(rf"(?<=[a-z,;] ){one.head.capitalize()}\b", premise) is not None and one.head not in premise.split()


def _played(one: Subject) -> Subject:
    """A game as it is spoken of: "chess"."""
    return replace(one, phrase=one.head, told=one.head) if one.head in _GAMES and one.phrase == f"the {one.head}" else one


def _is_only_had(goal: Goal, object_: str, plural: bool) -> bool:
    """Whether the deed handles nothing: powers are regained, a roller coaster is ridden, and neither is mended for it."""
    head, _ = parts_of(bare(object_))
    felt = re.search(r"\blove (?:of|for)\b", object_) is not None  # "her love of dinosaurs" is nobody
    shared = goal.verb in ("share", "divide", "split")  # what is shared is cooked no more
    return felt or shared or (plural and head in _ABLE) or (goal.verb in ("ride", "board") and classify(head)[0] == "vehicle")


def _wanted(goal: Goal, reading: Reading, object_: str, told: str, plural: bool) -> Subject:
    """What the deed is done to, with what belongs to a journey where it is somewhere to get to."""
    head = parts_of(bare(object_))[0]
    named = is_name(bare(object_)) and entry_named(head) is None
    own = entries_meant(bare(object_), head, reading.premise)[0]
    known = not own.items("kinds") and own.one("like") not in ("person", "group")  # a curse is nobody, whoever is told to break it
    person = goal.person and not known and (named or classify(head)[0] != "creature")
    entries = entries_meant(bare(object_), head, reading.premise, person=person)
    if named and not person:
        entries = (tables.read_all("subjects")["any building"], *entries[-1:])
    if goal.purpose == "reach":
        entries = (*(one for one in entries[:1] if not one.items("kinds")), tables.read_all("subjects")["journey"], *entries)
    still = goal.purpose in _LEFT_AS_THEY_ARE and barred(goal.states, "move")
    way = _way(goal, reading, head)
    condition = condition_of(goal, class_of_deed(goal), way, head)
    way = "far" if condition == "absent" and way == "here" else "here" if condition == "carried" and way == "far" else way
    return Subject(
        object_, told, head, plural, entries, way, goal.pronoun, True, person, states=tuple(goal.states), condition=condition, still=still
    )


def _matter(goal: Goal) -> Iterator[Subject]:
    """What a deed is about that is done to nothing: a way to go, or the truth to be found."""
    away = goal.purpose in ("reach", "escape") or " home" in (goal.deed or "")
    title, phrase = ("journey", "the way") if away else ("secret", "the truth")
    if away or goal.purpose == "solve":
        yield Subject(phrase, phrase, bare(phrase), False, entries_of(title), near=True)


def _is_elsewhere(one: Subject, draft: WorldDraft) -> bool:
    """Whether it is somewhere rather than something (a story is not about its window), or somebody, who stands where the cast does."""
    entry = one.entries[0]
    if one.head in {foe.noun for foe in draft.foes}:
        return True
    place = entry.one("like") == "building" or entry.title == "any building" or one.head in {site.noun for site in draft.places}
    return place or entry.one("like") in ("person", "group")


def _spoken(text: str, *, compound: bool = False) -> Iterator[Subject]:
    """Subjects by the bare words of a text, for what the reading takes for something else: "who poisoned the champion rose", "the flower show"."""
    words = re.findall(r"[a-z]+(?:['’]s)?", text)
    for at, word in enumerate(words):
        noun = lemma(word, "noun") or word
        if at and "without" in words[max(0, at - 3) : at]:
            continue  # "up to the ballroom without the lift"
        if noun == "will" and at + 1 < len(words) and words[at + 1] in ("not", "never", "be", "soon"):
            continue  # "the bell will not ring"
        if f"{words[at - 1]}_{noun}" in by("nouns") and at:
            phrase = f"the {words[at - 1]} {word}"
        elif compound or noun not in by("nouns") or noun in GROUPS or words[at - 1] == "its":
            continue
        elif at + 1 < len(words) and (lemma(words[at + 1], "noun") or words[at + 1]) in by("nouns"):
            continue  # "the prize marrow" is a marrow
        elif at + 1 < len(words) and f"{noun}_{lemma(words[at + 1], 'noun') or words[at + 1]}" in KIND_OF:
            continue  # what hangs on a power line is about no power
        else:
            begun = next((n for n in range(at - 1, max(-1, at - 4), -1) if words[n] in _LED), None)
            if noun == "will" and (at == 0 or words[at - 1] not in ("the", "his", "her", "my", "last", "a", "their", "whose")):
                continue  # "the bell will not ring"
            if noun in ("christmas", "easter", "halloween"):
                continue  # "the cast of a Christmas play"
            done = at and lemma(word, "verb") == word and classify(words[at - 1])[0] in ("person", "creature")  # "make a sad boy laugh"
            if done or begun is None or noun in SEASONS or _JOINING & set(words[begun:at]):
                continue
            phrase = " ".join(["the", *words[begun + 1 : at + 1]])
        yield Subject(phrase, phrase, noun, is_plural(phrase), entries_meant(phrase, noun, text))


def _cued(reading: Reading) -> Iterator[Subject]:
    """What is only hinted at: whoever drives has a car, unless it is said what is driven."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        entry = by("cues").get(token.lemma or token.word)
        if entry is None or (token.tag in ("N", "NS") and not (at and tokens[at - 1].word == "to")):
            continue
        done = token.tag.startswith("V") and at + 1 < len(tokens) and tokens[at + 1].tag in ("D", "N", "NS", "A", "#")
        if done or (entry.title == "car" and _DRAWN & {token.word for token in tokens}):
            continue
        noun = entry.one("cued")
        yield Subject(noun, noun, noun.split()[-1], False, entries_of(noun.split()[-1]), near=True)


def _way(goal: Goal, reading: Reading, head: str) -> Way:
    """Whether what is wanted is here at the beginning, has gone, or is somewhere else."""
    if (
        goal.purpose not in ("deliver", "steal")
        and goal.verb not in _RETURNED | {"hide"}
        and any(is_missing(reading, phrase) for phrase in reading.found if phrase.noun == head)
    ):
        return "gone"
    verb = (goal.verb or "").partition("_")[0]
    if goal.purpose == "solve" and any(_freed(reading, one) for one in reading.found if one.noun == head):
        return "gone"  # "who let the lions out"
    if "overboard" in goal.states:
        return "gone"
    if (
        goal.verb in _PRESENT
        and goal.purpose == "rescue"
        and not goal.person
        and verb in ("heal", "cure", "nurse", "feed", "calm", "comfort")
    ):
        return "here"  # a wounded owl that is nursed lies where it is nursed
    if goal.purpose == "rescue" and any(_HELD & {token.word for token in one.modifiers} for one in reading.found if one.noun == head):
        return "far"  # where a stranded whale is, is known
    if goal.person and (verb == "fetch" or (verb in ("get", "call") and goal.purpose == "find")):
        return "far"  # the doctor is at home, and that is where one goes
    fetched = goal.purpose in ("find", "rescue") or goal.verb in ("bring_back", "get_back", "fetch", "win_back", "take_back", "bring_home")
    if fetched and {"captive", "gone"} & set(goal.states):
        return "gone"  # "my sister was kidnapped and I have to get her back"
    if goal.purpose in ("find", "rescue") and goal.verb in _TO_GET and not goal.person:
        return "far"
    if goal.purpose in ("find", "rescue"):
        return "here" if goal.verb in _PRESENT or verb in _PRESENT else "gone"
    return "far" if goal.purpose in _FAR and not goal.made else "here"


def _freed(reading: Reading, phrase: Phrase) -> bool:
    at = lead(reading, phrase)[0] - 1
    return bool(_FREED & {*phrase.undergoes, reading.tokens[at].lemma if at >= 0 else ""})


_LAIN_ON: Final = frozenset(("bed", "bunk", "cot", "sofa", "couch", "hammock", "armchair", "stretcher", "bench"))


def _of_phrase(reading: Reading, phrase: Phrase, mine: bool, met: set[str]) -> Iterator[Subject]:
    """A thing of the premise, an event that qualifies it ("a wedding cake"), and what somebody's trade is with ("a food truck owner")."""
    noun = phrase.noun
    words = [token.lemma or token.word for token in phrase.modifiers]
    if noun in _LAIN_ON and phrase.preposition in ("in", "on"):
        return  # whoever wakes up in a hospital bed does nothing with it
    if noun in ABOUT or only_said(reading, phrase) or said_of(reading, phrase) or members_of(reading, phrase) is not None:
        return
    if lead(reading, phrase)[1] == "its" or (words and classify(words[-1])[0] in ANIMATE and not animate(phrase)):
        return  # "the old couple bets"
    if animate(phrase) and not (noun in met and classify(noun)[0] == "creature"):
        if mine and words and noun in _TRADES and (entry := entry_named(words[-1], *words[-2:-1])) is not None:
            whole = " ".join(words[-2:]) if "_".join(words[-2:]) in entry.words("nouns") else words[-1]
            yield Subject(f"the {whole}", f"the {whole}", words[-1], False, entries_of(words[-1], *words[-2:-1]), near=True)
        return
    if mine:
        return
    for one, behind in pairwise([*words, noun]):
        entry = entry_named(one)
        star = entry is not None and entries_meant(" ".join([*words, noun]), noun, reading.premise)[0].title == "any person"
        if entry is not None and entry.items("event") and not star and f"{one}_{behind}" not in by("nouns"):
            yield Subject(f"the {one}", f"the {one}", one, False, entries_of(one))
    if noun in HOURS or noun in WEATHERS or noun in SEASONS or not noun.isalpha() or len(noun) < 3 or name_of(reading, phrase):
        return
    if noun in _ABLE and phrase.plural:
        return  # "her powers" come out of no socket
    if still_to_get(reading, phrase):
        return  # it is nowhere yet, and is no find
    missed = is_missing(reading, phrase)
    needed = bool(_NEEDED & set(phrase.undergoes))
    before = words[-1] if words else ""
    if entry_named(noun, before) is None and not ((missed or needed) and is_thing(noun)):
        return
    text = pictorial(the(reading, phrase, plain=True))
    told = re.sub(r"^(?:her|his|their|its|my|our)\b", "your", text)
    text = re.sub(r"^(?:my|our|your|all|every|each)\b(?! the\b)", "the", text)
    told = re.sub(r"^(?:all|every|each)\b(?! the\b)", "the", told)
    many = phrase.plural or is_plural(text)
    way: Way = "gone" if missed else "far" if needed else "here"
    entries = entries_meant(text, noun, reading.premise)
    if not (missed or needed) and entries[0].items("kinds") and entry_named(noun, before) is not None:
        return  # meant in another sense than the table knows: it is nothing that a story is about
    yield Subject(text, told, noun, many, entries, way, means=phrase.preposition in ("with", "using") and is_thing(noun))
