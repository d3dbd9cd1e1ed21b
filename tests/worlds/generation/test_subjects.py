"""What stories are about: every row of the tables of subjects and trades, which subject a premise has, and that it enters the scenes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import fill, varied
from makebelieve.worlds.generation.kits import things_of
from makebelieve.worlds.generation.mentions import shows
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.subjects import DEEDS, Subject, entries_of, entry_named
from makebelieve.worlds.generation.topics import subjects_of
from makebelieve.worlds.generation.understand import understand_world

SUBJECTS = tables.read_all("subjects")
# Parts of a text, which of them are pixels.
ROWS = {
    "here": (1, (0,)), "gone": (1, (0,)), "end": (1, (0,)), "good": (1, (0,)), "bad": (1, (0,)), "look": (3, (1,)), "trace": (3, (1,)),
    "restored": (3, (1,)), "find": (4, (2,)),
}  # fmt: skip
CASES = {"clue": (0,), "clear": (), "motive": ()}
LISTS = {"nouns", "kinds", "like", "event", "cues", "cued"}
AGES = {
    "ally_hands",
    "ally_beast",
    "s_one",
    "s_many",
    "s_heavy",
    "s_small",
    "old",
    "steam",
    "now",
    "late",
    "far",
    "gentle",
    "stern",
    "hands",
    "beast",
    "one",
    "many",
}
SLOTS = dict.fromkeys(
    ("P", "H", "they", "them", "their", "part", "partcap", "at", "place", "ally", "allycap", "main", "who", "bare"), "the thing"
)
TWO_NUMBERS = re.compile(r"\{it\} <s:|\{its\} \w+ <s:")
HUMAN = re.compile(
    r"\b[Yy]our (?:\w+ )?(?:hands?|fingers?|fists?|elbows?|shoulders?|sleeves?|boots?|shoes?|pockets?|collar|wrists?|palms?)\b"
)
LOOSE = re.compile(
    r"(?:^|[,;:] |\band |\bthen )\{(s|part|main)\} (?:is|has|was|goes|stands|lies|comes|hangs|waits|turns|runs|shows|falls|opens)\b"
)


def bound(many: bool) -> Subject:
    phrase = "the things" if many else "the thing"
    return Subject(phrase, phrase, "thing", many, entries_of("thing"))


def checked(title: str, row: str, item: str, parts: int, pixels: tuple[int, ...]) -> None:
    mark = re.match(r"^\(([a-z_/ ]+)\) ", item)
    if mark:
        assert set(re.split(r"[ /]", mark[1])) <= set(DEEDS) | AGES, (title, row, item)
        item = item[mark.end() :]
    pieces = [piece.strip() for piece in item.split("::")]
    assert len(pieces) == parts, (title, row, item)
    assert TWO_NUMBERS.search(item) is None, (title, row, item)
    assert LOOSE.search(item) is None, (title, row, item)
    assert HUMAN.search(item) is None, (title, row, item)
    for at, piece in enumerate(pieces):
        for many in (False, True):
            shown = fill(varied(bound(many).bound(piece), lambda count: 0), SLOTS)
            assert piece, (title, row, item)
            assert not re.search(r"[{}<>\[\]|]", shown), (title, row, shown)
            if at in pixels:
                for barred in (NEGATION, WHITEOUT, LETHAL):
                    assert barred.search(shown) is None, (title, row, shown)
                assert not re.search(r"\b(?:you|your)\b", shown), (title, row, shown)


@pytest.mark.parametrize("title", sorted(SUBJECTS))
def test_a_subject_is_whole(title: str) -> None:
    entry = SUBJECTS[title]
    assert set(entry.rows) <= LISTS | set(ROWS) | set(CASES), set(entry.rows)
    assert entry.items("nouns") or entry.items("kinds")
    assert entry.items("find")
    like = entry.one("like")
    assert not like or like in kinds() or f"any {like}" in SUBJECTS, like
    for row, (parts, pixels) in ROWS.items():
        for item in entry.items(row):
            checked(title, row, item, parts, pixels)
    for row, pixels in CASES.items():
        assert len(entry.items(row)) in (0, *range(3, 20)), (title, row)
        for item in entry.items(row):
            assert row == "motive" or "{who}" in item, (title, row, item)
            checked(title, row, item, 1, pixels)
    for item in entry.items("find"):
        assert re.match(r"(?:\([a-z_/ ]+\) )?(?:(?:big|word), )?[a-z]", item), item


def kinds() -> set[str]:
    return {kind for entry in SUBJECTS.values() for kind in entry.words("kinds")}


def test_no_noun_belongs_to_two_subjects_of_a_kind() -> None:
    seen: dict[str, str] = {}
    twice = [
        (noun, seen[noun], entry.title)
        for entry in SUBJECTS.values()
        for noun in entry.words("nouns")
        if seen.setdefault(noun, entry.title) != entry.title
    ]
    assert twice == []
    assert len(seen) > 700


@pytest.mark.parametrize("kind", sorted(kinds()))
@pytest.mark.parametrize("deed", DEEDS)
def test_every_kind_has_two_finds_for_every_deed(kind: str, deed: str) -> None:
    entry = next(one for one in SUBJECTS.values() if kind in one.words("kinds"))
    subject = Subject("the thing", "the thing", "thing", False, (entry, SUBJECTS["any thing"]), wanted=True)
    assert len(things_of([subject], deed, frozenset(("now", "hands")), [], Chance(1), 2)) == 2


@pytest.mark.parametrize("title", sorted(tables.read("trades")))
def test_a_trade_is_whole(title: str) -> None:
    entry = tables.read("trades")[title]
    assert set(entry.rows) - {"about"} == {"nouns", "tools", "way"}
    assert all(entry_named(item.split()[-1]) is not None for item in entry.items("about"))
    for item in entry.items("tools"):
        checked(title, "tools", item, 1, (0,))
    for item in entry.items("way"):
        checked(title, "way", item, 3, (1,))


@pytest.mark.parametrize("title", sorted(tables.read("showing")))
def test_common_frames_keep_to_what_pictures_show(title: str) -> None:
    for row, items in tables.read("showing")[title].rows.items():
        for item in items:
            said = fill(
                bound(False).bound(re.sub(r"^\([a-z/]+\) ", "", item)),
                SLOTS | dict.fromkeys(("item", "Itemcap", "things", "thingscap", "to", "tocap", "tools", "text"), "x"),
            )
            assert row != "seen" or NEGATION.search(said) is None, item


PREMISES = [
    tuple(line.split(": ", 1))
    for line in (Path(__file__).parent / "subjects.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def told(event: dict[str, Any]) -> str:
    return " ".join((event["label"], event["base"], event["narration"])).lower()


@pytest.mark.parametrize(("noun", "premise"), PREMISES)
def test_the_subject_enters_the_scenes(noun: str, premise: str) -> None:
    world = worlds.generate(premise, seed=3)
    states, events = world["scene"]["states"], world["scene"]["events"]
    assert worlds.check(world) == []
    assert shows(noun, states[world["entrance"]["state"]]["base"].lower()), states[world["entrance"]["state"]]["base"]
    end = next(event for event in events if "done" in event.get("grants", ()))
    assert shows(noun, states[end["from"][0]]["base"].lower()), states[end["from"][0]]["base"]
    assert any(shows(noun, phase["base"].lower()) for phase in end.get("phases", [end]))
    draft = understand_world(premise)
    object_ = draft.goal.object or ""
    found = subjects_of(draft, draft.goal, object_, object_, draft.goal.plural)
    finds = (text for one in found for entry in one.entries for text in entry.items("find"))
    own = {bare(re.sub(r"^(?:\([^)]*\) )?(?:(?:big|word), )?", "", text.split("::")[0]).strip()) for text in finds}
    tasks = world["missions"][0]["objectives"]
    given = {flag: event for event in events for flag in event.get("grants", ())}
    about = [
        one
        for one in tasks
        if shows(noun, f"{one['text']} {told(given[one['grants']])}".lower()) or any(part in told(given[one["grants"]]) for part in own)
    ]
    assert len(about) * 2 >= len(tasks), [one["text"] for one in tasks if one not in about]


def topics(premise: str) -> list[Subject]:
    draft = understand_world(premise)
    object_ = draft.goal.object or ""
    return subjects_of(draft, draft.goal, object_, object_, draft.goal.plural)


@pytest.mark.parametrize(
    ("premise", "head", "way"),
    [
        ("A baker's apprentice must finish the royal wedding cake, but someone has stolen the sugar.", "sugar", "gone"),
        ("A magician must perform a trick without his rabbit, which has vanished.", "rabbit", "gone"),
        ("A knight who lost his sword must still win the tournament.", "sword", "gone"),
        ("A fox steals the crown of the king.", "crown", "far"),
        ("Tom looks for his lost dog in the ruined streets.", "dog", "gone"),
        ("Find out who let the lions out of the zoo.", "lion", "gone"),
        ("A burglar returns a stolen painting to the museum.", "painting", "here"),
        ("A food truck owner must earn enough money to pay back her landlord.", "truck", "here"),
        ("A nervous teenager learning to drive has to take her grandmother to the hospital.", "car", "here"),
        ("A detective investigates who poisoned the champion rose at the flower show.", "rose", "here"),
    ],
)
def test_a_premise_has_its_subjects(premise: str, head: str, way: str) -> None:
    assert (head, way) in [(one.head, one.way) for one in topics(premise)]


@pytest.mark.parametrize(
    ("premise", "head"),
    [
        ("A cat burglar breaks into a museum to put back a painting.", "cat"),
        ("A shy librarian writes a letter to the musician outside her window.", "window"),
        ("Defend the orchard from a flock of hungry starlings.", "flock"),
        ("A student finds out that her roommate, Elise, has been dead for years.", "elise"),
        ("A baker must not lose the race to her brother's team.", "team"),
        ("A superhero wants to get her powers back.", "power"),
        ("A girl hides her love of dinosaurs.", "love"),
        ("Two sailors share the last pie.", "pie"),
        ("Two astronauts share the last pie.", "rocket"),
        ("A girl wants to ride the roller coaster.", "coaster"),
        ("A widow paints the portrait of a man nobody remembers.", "man"),
    ],
)
def test_what_is_only_about_is_no_subject(premise: str, head: str) -> None:
    assert head not in [one.head for one in topics(premise)]


def test_what_is_missing_is_found_first_and_put_back() -> None:
    world = worlds.generate("A baker's apprentice must finish the royal wedding cake, but someone has stolen the sugar.", seed=5)
    tasks = [one["text"] for one in world["missions"][0]["objectives"]]
    given = {flag: event for event in world["scene"]["events"] for flag in event.get("grants", ())}
    assert "sugar" in told(given["has_sugar"])
    assert "cake" in told(given["used_sugar"]) or "sugar" in told(given["used_sugar"])
    assert any("sugar" in text for text in tasks)


@pytest.mark.parametrize(
    ("premise", "finds"),
    [
        ("A prisoner escapes from a castle with a kite made of bedsheets.", "kite"),
        ("A shy baker wants to win the heart of the postwoman with a loaf of bread.", "bread"),
    ],
)
def test_a_deed_takes_what_it_is_done_with(premise: str, finds: str) -> None:
    means = next(one for one in topics(premise) if one.means)
    assert means.entries[0].title == finds


def test_nothing_is_faced_with_what_would_please_it() -> None:
    subject = Subject("the wedding", "the wedding", "wedding", False, entries_of("wedding"), wanted=True)
    for item in things_of([subject], "face", frozenset(("now", "hands")), [], Chance(3), 2):
        assert item.phrase not in {"a paper bag of rice", "a bouquet with a trailing ribbon"}


def test_what_is_carried_is_packed_once_and_before_the_last_way() -> None:
    world = worlds.generate("A clumsy waiter must carry a birthday cake across a crowded ballroom.", seed=11)
    events = world["scene"]["events"]
    last = next(event["from"][0] for event in events if "done" in event.get("grants", ()))
    used = [event for event in events if any(flag.startswith("used_") for flag in event.get("grants", ()))]
    assert len(used) == 2
    assert all(event["from"] != [last] for event in used)
