"""What a story is made of by what is done in it: the things a deed takes, what stands against it, how it goes and how it may end.

A plot is a block of `data/plots_*.txt`; each thing it takes (a need) is a block `plot/name` of its own. Which plot a goal has is told by
its verb, by what it is done to, and by words of the premise; every purpose has one to fall back on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.answers import word_asked
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.items import Item, is_clause, knowing, taught
from makebelieve.worlds.generation.natures import EVENTS, head_of, is_toy, kind_named, mark_of_goal
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.verbs import PARTICLES, is_listed

_BY_VERB: Final = 4.0
_BY_OBJECT: Final = 5.0
_BY_CLASS: Final = 2.0
_BY_CUE: Final = 1.5
_BY_PURPOSE: Final = 1.0
_BY_SORT: Final = 0.25
"""For a plot that is told of that sort of object alone."""
_NAMES: Final[dict[str, Callable[[bool, bool, bool], bool]]] = {
    "": lambda named, cued, suits: True, "any": lambda named, cued, suits: True, "named": lambda named, cued, suits: named or cued, "other": lambda named, cued, suits: named or cued, "object": lambda named, cued, suits: named,
    "both": lambda named, cued, suits: named and cued, "head": lambda named, cued, suits: suits, "own": lambda named, cued, suits: suits and cued,
}  # fmt: skip
"""By what a plot's row `only` says: whether it may be told of a premise that names one of its objects, that holds one of its cues (`other`: besides
whoever plays), and whose object is one of them, or of a kind that it is told of, or is besides the player's own."""
_ASKS_FOR_WORDS: Final = ("named", "other", "both")
"""What `only` says of plots that words of the premise bring in."""
_FURTHER: Final = re.compile(r"\b(?:for|with|by|before|after|because|until|while|when|where|who|that|which|so|without|although|but)\b")
"""Where a deed goes on to what it is done for, or with, or when: nothing that is done to anything."""
_TOLD_BY_VERB: Final = frozenset(("find", "restore", "protect", "explore", "rescue", "win", "steal"))
"""Purposes whose plain plots tell of their own verbs: who throws a ring away mends nothing, and who counts stars has not lost them."""
_NO_FOES: Final = ("food", "instrument", "clothing", "plant")
"""What is beaten, stopped or put down and withstands nobody: eggs, a drum, a hedge."""
_ANY_MAKING: Final = frozenset(("finish", "complete", "prepare", "produce", "create"))
"""Verbs that leave it to the object how it is made: a cake is baked, a scarf knitted."""
_MAKING: Final = frozenset(("make", "build", "compose", "cook", "write", "paint"))
_THEIR_OWN: Final = re.compile(r"(?:her|his|its|their|my|our|your|(?:the|a) (?:herd|pack|flock|pod|colony|swarm))\b")
"""Who somebody belongs to: nobody is lost who looks for the lost boy."""
_FRAMES: Final = tuple(
    (re.compile(frame), meant)
    for frame, meant in (
        (r"refuse to ", "refuse_to"),
        (r"train (?:as|for|to) ", "practise"),
        (r"get .+ to make up\b", "persuade"),
        (r"(?:stop|prevent|hinder|keep) .+ from (?!being )[a-z]+ing\b", "stop_from"),
        (r"get .+ (?:going|running|working)(?: again)?$", "repair"),
        (r"(?:find|figure|work) out (?:who|what|why|where|how|whether|when|if)\b", "find_out"),
        (r"(?:put|set) right |(?:put|set) .+ right$", "put_right"),
        (r"pretend |pass (?:himself|herself|themselves|yourself|myself|itself)? ?(?:off )?(?:as|for) ", "pretend"),
    )
)
"""Deeds that the whole of their words tells more of than their verb, and the verb that their plot is found by."""
_MEASURES: Final = re.compile(
    r"^(?:[a-z]+ )*(?:cups?|pots?|mugs?|glass|bottles?|bowls?|jars?|plates?|slices?|pieces?|pairs?|bags?|loaf|loaves|batch|tray) of "
)
"""What things are counted by: a cup of tea is brewed, not built."""
# Of what a plot replaces in the texts of the purpose: those for somebody, for what cannot be seen, and for the place one is in.
_KINDS: Final = ("person", "matter", "here")


_ANYWHERE: Final = frozenset(
    (
        "open",
        "inside",
        "under",
        "sea",
        "here_open",
        "here_inside",
        "here_under",
        "here_sea",
        "here_nature",
        "here_built",
        "here_folk",
        "here_lonely",
    )
)
"""Marks of ground: where a thing will be used is known only once a way begins somewhere."""


@cache
def _plots() -> dict[str, tables.Entry]:
    return {title: entry for title, entry in tables.read_all("plots").items() if "/" not in title}


@cache
def _of_several_crafts() -> frozenset[str]:
    """Verbs that more than one plot tells of, so that what it is depends on what it is done to: a fish is caught, and so is a train."""
    crafts = Counter(
        verb
        for plot in _plots().values()
        if plot.items("objects") or plot.items("classes")
        for verb in plot.words("verbs") | plot.words("weak") | plot.words("sure")
    )
    return frozenset(verb for verb, count in crafts.items() if count > 1)


def _is_doing(noun: str) -> bool:
    """Whether the noun before it says what sort of thing is done: a boxing match, a chess tournament."""
    return noun in EVENTS or classify(noun)[0] in ("event", "act")


@lru_cache(maxsize=512)
def _heads(text: str) -> frozenset[str]:
    """The words of a phrase besides those that only tell another noun apart or own it: neither the class hamster nor the class's hamster is a class."""
    tokens = tag(tokenise(text))
    heads = (
        token.word
        for token, after in zip_longest(tokens, tokens[1:])
        if not (token.tag in ("N", "NS") and after is not None and after.tag in ("N", "NS", "'") and not _is_doing(after.word))
    )
    return frozenset(part for word in heads for part in re.findall(r"[a-z]+", word.lower()))


def _what(phrase: str) -> str:
    """The noun that says what a goal's object is, behind what it is measured by."""
    return "toy" if is_toy(phrase) else head_of(_MEASURES.sub("", phrase)) if phrase else ""


def plot_of(draft: WorldDraft, goal: Goal, chance: Chance) -> tables.Entry | None:
    """The plot that fits a goal best; among equals one by the seed. None where no plot has anything to do with it."""
    said = re.findall(r"[a-z]+", f"{draft.premise} {goal.deed or ''}".lower())  # "find out why" may stand in the deed alone
    words = {*said, *(lemma(word, "noun") or word for word in said)}
    head = _what(goal.object or "")
    mark = mark_of_goal(goal, goal.object).removeprefix("goal_") if goal.object else ("person" if goal.purpose == "unite" else "none")
    kind = classify(head)[0] if head else ""
    whole = kind_named(goal.object) if goal.object else None
    asked = word_asked(goal.deed or "")
    of_deed = (goal.deed or "").partition(" ")[2]  # who fights a knight is at no fight
    nouns = _heads(goal.object or "") | _heads(of_deed) | {head}
    near = _heads(_FURTHER.split(of_deed)[0])
    told = _heads(goal.object) | {head} if goal.object and goal.purpose != "solve" else nouns
    if whole is not None and whole != kind:  # a gingerbread house has no beams
        nouns, told, head, kind = nouns - {head}, told - {head}, "", whole
    verb = next((meant for frame, meant in _FRAMES if frame.match(goal.deed or "")), goal.verb or "")
    by_verb = goal.purpose in _TOLD_BY_VERB or goal.verb == "break"  # a record, or bad news
    harmless = (goal.purpose == "defeat" and kind in _NO_FOES) or (goal.purpose == "restore" and goal.verb == "open" and not goal.made)
    purpose = "do" if (by_verb and goal.verb and goal.telling != "own") or harmless or verb != (goal.verb or "") else goal.purpose
    era = draft.age or tables.read_all("genres")[draft.genre].one("era", "now")
    base, _, particle = verb.partition("_")
    verbs = {verb} if asked or is_listed(verb) or particle not in PARTICLES else {verb, base}
    mine = set(re.findall(r"[a-z]+", draft.player.phrase.lower())) if draft.player is not None else set[str]()
    scores: dict[str, float] = {}
    for title, plot in _plots().items():
        if plot.items("ages") and era not in plot.words("ages"):
            continue
        allowed = plot.words("goal")
        if (allowed and mark not in allowed) or (goal.plural and plot.one("number") == "one") or words & plot.words("unless"):
            continue
        if asked and plot.items("asks") and asked not in plot.words("asks"):
            continue  # whoever asks what kills the penguins wants no suspects
        objects, only = plot.words("objects"), plot.one("only")
        about = words - mine if only == "other" else words
        named, cued = bool(nouns & objects), len(about & plot.words("cues"))
        meant, of_kind = bool(told & objects), kind in plot.words("classes")
        suits = head in objects or of_kind or (not goal.object and named)
        sure = verb in plot.words("sure")
        if not (sure or _NAMES[only](named, bool(cued), suits)) or (only == "own" and not _THEIR_OWN.match(goal.object or "")):
            continue  # to cross a forest takes no camel
        if "defeat" in plot.words("purposes") and ((harmless and goal.purpose == "defeat") or goal.purpose == "win"):
            continue
        if verb == "make" and only == "head" and not goal.made:
            continue  # "make the tower vanish" builds none
        making = meant and verb in _ANY_MAKING and bool(_MAKING & plot.words("verbs"))
        fitting_all = only == "any" or (not only and bool(plot.items("purposes"))) or not (objects or plot.words("classes"))
        of_sort = meant or of_kind or bool(near & objects) or (only in _ASKS_FOR_WORDS and cued > 1)
        fits = fitting_all or of_sort or named or allowed == {"person"} or not goal.object
        does = sure or making or any(verb in plot.words("verbs") and (fits or verb not in _of_several_crafts()) for verb in verbs)
        called = meant or (of_sort and not of_kind) or (bool(cued) and not (objects or plot.words("classes")))
        does = does or (called and bool(verbs & plot.words("weak")))
        aimed = purpose in plot.words("purposes") or (goal.purpose in plot.words("purposes") and verb in plot.words("verbs"))
        if not (does or aimed):
            continue  # a cake that is looked for is none that is baked
        scores[title] = (
            _BY_VERB * does
            + _BY_OBJECT * (1 if meant else named / 2)
            + _BY_CLASS * of_kind
            + _BY_CUE * min(3, cued)
            + _BY_PURPOSE * aimed
            + _BY_SORT * (allowed == {mark})
        )
    if not scores:
        plain = "do_person" if mark == "person" else "do_thing" if mark in ("small", "heavy") else "do_idea"
        return _plots()[plain] if goal.stated and goal.deed else None
    best = max(scores.values())
    return _plots()[chance.pick(sorted(title for title, score in scores.items() if score == best), "plot")]


def told_by(row: tables.Entry, plot: tables.Entry | None) -> tables.Entry:
    """The texts of a purpose with those of the plot in their place."""
    if plot is None:
        return row
    kept = {
        name: items
        for name, items in row.rows.items()
        if not any(name == f"{own}_{kind}" for own in plot.rows for kind in _KINDS)
        and not (name == "begin" and plot.items("stage"))
        and not (name.startswith("hint") and plot.items("stage"))  # a plot that shows nothing before the deed shows nothing
        and name != "arrives"
    }
    return tables.Entry(row.title, kept | {"act": tables.read("goals")["do"].items("act")} | plot.rows)


def genre_of(plot: tables.Entry, genre: tables.Entry, marks: frozenset[str]) -> tables.Entry:
    """The genre with the plot's own in the way of the deed: nobody, where the deed itself brings nobody in."""
    return tables.Entry(genre.title, genre.rows | {"foe": fitting(plot.items("foe"), marks)})


@cache
def _needs() -> dict[str, tuple[tables.Entry, ...]]:
    """Plot -> the blocks of the things it takes."""
    found: dict[str, list[tables.Entry]] = {}
    for title, entry in tables.read_all("plots").items():
        plot, slash, _ = title.partition("/")
        if slash:
            found.setdefault(plot, []).append(entry)
    return {plot: tuple(some) for plot, some in found.items()}


def needs_of(plot: tables.Entry | None) -> tuple[tables.Entry, ...]:
    """The blocks of the things that a plot takes: its own, and the plain ones of its row `ways`."""
    if plot is None:
        return ()
    plain, asked = tables.read("barred"), plot.words("ways")
    return (*_needs().get(plot.title, ()), *(plain[title] for title in plain if title in asked))


def asked_of(plot: tables.Entry | None) -> int:
    """How many things a piece of work takes: three where the plot knows what is done, two where it holds for any deed of a purpose."""
    return 2 if plot is not None and plot.items("purposes") else 3


def items_of(plot: tables.Entry | None, marks: frozenset[str], row: str, chance: Chance) -> list[Item]:
    """The things that a plot takes which have texts `row` (apply: used where the deed is done; block: they open a way), in an order of the seed's."""
    made: list[Item] = []
    for need in chance.shuffled(needs_of(plot), f"needs {row}"):
        phrases = fitting(need.items("item"), marks)
        texts = fitting(need.items(row), marks | _ANYWHERE)
        if phrases and texts:
            phrases = tuple(one for one in phrases if not is_clause(one)) or phrases
            phrase, lesson = taught(chance.pick(phrases, f"item {need.title}"))
            own = knowing(need) if is_clause(phrase) else need
            made.append(Item(need.title, phrase, f"has_{slug(bare(phrase), 32)}", own, need.one("size", "small"), lesson))
    return made
