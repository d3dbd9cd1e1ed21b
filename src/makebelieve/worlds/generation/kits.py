"""The finds that belong to what a story is about: its own parts, tools and materials, and what the premise says is missing or needed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.items import Item, taught
from makebelieve.worlds.generation.natures import head_of, is_heavy, is_toy
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.plots import items_of
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.subjects import Subject, asks, by, is_thing

_PACKING: Final = frozenset(("Pack", "Bed", "Shut", "Slip", "Let", "Put", "Wrap", "Roll", "Strap", "Tuck", "Keep", "Lay"))
"""First words of labels: what is carried is packed only once."""
_PARTICULAR: Final = frozenset(("move", "find", "know", "face"))
"""Classes of deeds that take things of their own: nobody salts a soup that is only to be carried."""


_UNHANDLED: Final = frozenset(("abstract", "feeling", "time", "possession", "quantity"))
"""Kinds of what nothing is done to with any thing: nobody comes nearer to freedom by holding a stone."""
_BY_HEART: Final = frozenset(("face", "win", "use"))
"""Classes of deeds that are done rather with what one knows than with what belongs to a thing."""
_SIGHTS: Final = frozenset(("celestial", "water", "place", "location", "building", "hazard"))
"""Kinds of what is only gone to and looked at."""
_KNOWN_BY: Final = frozenset(("curse", "secret", "journey"))
"""Ideas that the table has things for which lead on."""


def things_of(
    subjects: list[Subject], deed: str, marks: frozenset[str], spoken: list[str], chance: Chance, count: int, *, worked: bool = False
) -> list[Item]:
    """Up to `count` finds: what the premise misses or needs first, then things of the first subject and of the next in turn.

    `spoken` are things that the story has already: none of them is to be found twice. `worked`: the plot has what its deed takes, and of
    all that lies about only a thing that the table knows by name helps it along."""
    marks |= {deed}
    taken = {head_of(bare(one)) for one in spoken} | {one.head for one in subjects}
    taker = any(one.wanted and (one.person or classify(one.head)[0] in ("person", "creature", "group", "spirit")) for one in subjects)
    hunted = taker and deed in ("find", "face", "know", "teach")
    missed = [] if hunted else [one for one in subjects if one.way != "here" and not one.wanted and is_thing(one.head)]
    made = [_wanting(one, subjects, marks, chance) for one in missed[:1]]  # what the thief has is got from the thief
    there = [one for one in subjects if one.way == "here" or one.wanted]
    there.sort(key=lambda one: not one.means)
    there = [one for one in there if _helps(one, deed, worked=worked)]
    count = max(1, len(made)) if worked and deed in _BY_HEART else count
    queues = [list(_finds(one, "move" if one.means else deed, marks, chance)) for one in there][:2]
    at = 0
    while len(made) < count and any(queues):
        queue = queues[at % len(queues)]
        at += 1
        while queue:
            item = queue.pop(0)
            alike = {head_of(bare(item.phrase))} | (
                {"packing"} if deed == "move" and item.row.one("apply").split()[0] in _PACKING else set()
            )
            if not alike & taken:
                taken |= alike
                made.append(item)
                break
    return made


def _helps(subject: Subject, deed: str, *, worked: bool) -> bool:
    """Whether what belongs to a subject brings the deed nearer: to what the deed is done to or with, and not to what is only named."""
    if not (subject.wanted or subject.means or subject.near):
        return False
    if subject.person and deed != "find" and not subject.means and subject.entries[0].title != "patient":
        return False  # nobody is brought to the sea by peppermints
    if subject.phrase == "the truth":
        return False  # whoever asks for it goes by what the plot takes
    entry = subject.entries[0]
    if not (subject.wanted or subject.means) and entry.items("event"):
        return False  # "to come to her wedding": nobody is persuaded with rings
    kind = entry.one("like") or entry.one("kinds").split(" ")[0]
    if kind in _SIGHTS and (deed == "know" or (subject.way == "far" and deed == "use") or (kind == "celestial" and deed in ("use", "win"))):
        return False  # the northern lights are not seen by a mirror, nor the sea by a notebook
    if (kind in _UNHANDLED or entry.title == "any idea") and entry.title not in _KNOWN_BY:
        return False
    return subject.means or not worked or subject.named


def _finds(subject: Subject, deed: str, marks: frozenset[str], chance: Chance) -> Iterator[Item]:
    """The finds of a subject, those of its own entry first, each entry's in an order of the seed's."""
    marks |= {deed, "s_many" if subject.plural else "s_one", "s_heavy" if is_heavy(subject.head) else "s_small"}
    kind = subject.entries[0].one("like") or subject.entries[0].one("kinds").split(" ")[0] or classify(subject.head)[0]
    kind = "thing" if is_toy(subject.phrase) else kind  # no food is laid for a teddy bear
    sought = subject.wanted and (subject.way == "gone" or deed == "move" or kind in _SIGHTS) and deed in ("find", "move")
    if subject.way != "here" and sought and kind not in ("abstract", "hazard", "feeling"):
        yield from _searches(subject, kind, marks, chance)
        return
    asked = deed == "know" and subject.way == "gone"
    sought = subject.wanted and (deed == "find" or subject.condition == "absent")
    for texts in list(subject.rows("find"))[: -1 if asked else None]:
        some = [text for text in texts if asks(text, deed)] if deed in _PARTICULAR else []
        if sought or asked:  # nobody washes the gloves that are still to be found, nor weighs the trophy that somebody took
            some = [text for text in some if "{s}" not in text.split("::")[2]]
        rest = [text for text in texts if text not in some] if deed != "face" and not asked and not sought else []
        found = [one for group in (some, rest) for one in chance.shuffled(fitting(tuple(group), marks), f"finds {subject.head}")]
        for text in found:
            phrase, label, shown, tell = (piece.strip() for piece in text.split("::"))
            yield _item(subject, phrase, (subject.bound(label, told=True), subject.bound(shown), subject.after(tell)))


def _searches(subject: Subject, kind: str, marks: frozenset[str], chance: Chance) -> Iterator[Item]:
    """What helps to find a thing that is not there yet, or to get at it, and handles nothing of it."""
    row = "person" if subject.person or kind in ("person", "group") else kind if kind == "creature" else "thing"
    if row == "thing" and subject.way == "far":
        row = "theft" if "move" in marks and kind not in _SIGHTS else "place"  # somebody far off is asked after, not surveyed
    elif kind in ("place", "building", "water"):
        row = "place"
    elif row == "thing" and is_heavy(subject.head):
        row = "large"  # no ship lies in a dark corner
    for text in chance.shuffled(fitting(tables.read("showing")["seek"].items(row), marks), f"seeks {subject.head}"):
        phrase, label, shown, tell = (piece.strip() for piece in text.split("::"))
        yield _item(subject, phrase, (subject.bound(label, told=True), subject.bound(shown), subject.bound(tell, told=True)))


def _item(subject: Subject, phrase: str, applied: tuple[str, str, str]) -> Item:
    phrase, lesson = taught(phrase)
    size = "small"
    for name in ("big", "word"):
        if phrase.startswith(f"{name}, "):
            size, phrase = name, phrase.removeprefix(f"{name}, ")
    rows = {"item": (phrase,), "apply": (" :: ".join(applied),), "lack": tables.read("showing")["lack"].items("told")}
    return Item(
        f"subject/{subject.head}",
        phrase,
        f"has_{slug(bare(phrase), 32)}",
        tables.Entry(f"subject/{subject.head}", rows),
        size,
        subject.bound(lesson, told=True),
    )


def _wanting(subject: Subject, subjects: list[Subject], marks: frozenset[str], chance: Chance) -> Item:
    """What the premise says is missing or needed: found, it is put where it belongs."""
    main = next((one for one in subjects if one.wanted), None)
    frames = next(filter(None, (fitting(texts, marks) for texts in subject.rows("restored"))), by("kinds")["object"].items("restored")[-1:])
    frames = tuple(one for one in frames if main is not None or "{main}" not in one)
    label, shown, tell = (piece.strip() for piece in chance.pick(frames, "restored").split("::"))
    phrase, told = (main.phrase, main.told) if main is not None else ("", "")
    return _item(
        subject,
        f"{'big, ' if classify(subject.head)[0] == 'creature' else ''}the {bare(subject.phrase)}",
        (
            subject.bound(label, told=True).replace("{main}", told),
            subject.bound(shown).replace("{main}", phrase),
            subject.after(tell).replace("{main}", told),
        ),
    )


def case_of(subjects: list[Subject], deed: str) -> tables.Entry:
    """What tells on whoever did something to what the deed speaks of, where that is a thing: traces and motives."""
    for subject in subjects:
        if subject.person or subject.head not in deed.lower():
            continue
        rows = {row: tuple(map(subject.bound, next(subject.rows(row), ()))) for row in ("clue", "motive")}
        if all(rows.values()):
            return tables.Entry("case", rows)
    return tables.Entry("case")


def closing(kit: list[Item], works: list[Item], shape: str, marks: AbstractSet[str], chance: Chance) -> list[Item]:
    """What is put to use where a story ends: what its plot takes where it has no thing of its own. Where there is neither, and the ways lie open,
    it is one thing that helps in any deed."""
    every = [*kit, *(one for one in works if not one.row.items("block"))][:2]
    if every or "shut" in marks or shape not in ("hub", "quest", "descent", "court", "escape"):
        return every
    plain = items_of(tables.read_all("plots")["do_idea"], frozenset(marks), "apply", chance)
    plain = [one for one in plain if one.depth != "promise" or "ally_none" not in marks]
    return sorted(plain, key=lambda one: one.slot != "do_idea/help")[:1]


def among(kit: list[Item], works: list[Item], barring: list[Item], shape: str) -> tuple[list[Item], list[Item], list[Item]]:
    """Where things are put to use in the middle of a story: `works`, all things in the order in which its shape takes them, and none for the end.
    A piece of work takes no more than what bars a way."""
    every = [*works, *barring]
    if shape == "work":
        bars = [item for item in barring if item.row.items("block") and item not in works]
        return [*kit[:1], *works[:1], *kit[1:], *works[1:]], bars, []
    if shape == "survival":  # a night is passed with what keeps one alive
        bar = next((at for at, item in enumerate(every) if item.row.items("block")), 0)
        return works, [*every[:bar][:1], every[bar], *every[:bar][1:], *every[bar + 1 :]], []
    if len(kit) < 2:
        return works, every, []
    if shape == "siege":
        return [kit[0], *works[:1], kit[1], *works[1:]], [*kit, *every], []
    return works, every, kit
