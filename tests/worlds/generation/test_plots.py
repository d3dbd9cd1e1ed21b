"""Every plot of the tables: its rows, its slots, what its pictures may say, and that premises find the right one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import PURPOSES
from makebelieve.worlds.generation.english import fill, varied
from makebelieve.worlds.generation.items import taught
from makebelieve.worlds.generation.natures import mark_of_goal
from makebelieve.worlds.generation.plots import asked_of, needs_of, plot_of
from makebelieve.worlds.generation.prose import HOURS
from makebelieve.worlds.generation.shapes import SHAPES
from makebelieve.worlds.generation.understand import understand_world

PLOTS = {title: entry for title, entry in tables.read_all("plots").items() if "/" not in title}
LISTS = {
    "asks",
    "ages",
    "sure",
    "unless",
    "weather",
    "number",
    "only",
    "hearer",
    "place",
    "kit",
    "arrives",
    "hours",
    "verbs",
    "weak",
    "objects",
    "classes",
    "cues",
    "purposes",
    "goal",
    "shapes",
    "scenes",
    "ways",
}
# Parts of a text and which of them are pixels; the least number of texts.
ROWS = {
    "fact": (1, (), 3), "onward": (1, (), 3), "stake": (1, (), 0), "hint": (1, (0,), 0),
    "stage": (3, (0, 1, 2), 2), "told": (1, (), 2), "win": (3, (2,), 3), "best": (3, (2,), 1), "lose": (3, (2,), 3),
    "secret": (3, (0, 2), 1), "rash": (3, (1,), 2), "start": (3, (1,), 0), "ready": (1, (), 0), "unready": (1, (), 0),
    "act": (1, (), 0), "quest": (1, (), 0), "setup": (1, (0,), 0), "take": (2, (0,), 0), "hero": (1, (0,), 0), "foe": (4, (0, 1, 2, 3), 0),
}  # fmt: skip
NEEDS = {
    "when": (1, ()),
    "item": (1, (0,)), "size": (1, ()), "block": (1, (0,)), "hint": (1, ()), "use": (1, (0,)), "tell": (1, ()), "label": (1, ()),
    "apply": (3, (1,)), "lack": (1, ()), "hold": (3, (1,)), "endure": (3, (1,)), "found": (3, (1,)), "given": (3, (1,)),
}  # fmt: skip
MARKS = {
    "stone",
    "old", "steam", "now", "late", "far", "wild", "gentle", "stern", "hands", "beast", "limbs", "paws", "breath", "solid", "one", "many",
    "goal_person", "goal_hands", "goal_beast", "goal_small", "goal_heavy", "goal_place", "goal_idea", "goal_one", "goal_many",
    "foe_person", "foe_beast", "foe_thing",
    "open", "inside", "under", "sea", "wilds", "roofs", "love", "goal_carried", "ally_hands", "ally_beast", "eye", "figure", "flat", "deep",
    "here_open", "here_inside", "here_under", "here_sea", "here_nature", "here_built", "here_folk",
    "here_lonely", "ally_none", "caught", *(f"after_{letter}" for letter in "abcdef"),
}  # fmt: skip
SLOTS = dict.fromkeys(
    ("P", "H", "they", "them", "their", "goal", "Goalcap", "it", "its", "goal_bare", "deed", "Deed", "deeding",
     "foe", "foecap", "ally", "allycap", "start", "startcap", "end", "endat", "place", "at", "part", "partcap"),
    "the thing",
)  # fmt: skip
OF_NEEDS = SLOTS | dict.fromkeys(("item", "Item", "Itemcap", "to", "tocap", "hold"), "the thing")
# A verb behind a thing that may be several, in the form for one only.
UNAGREED = re.compile(
    r"(?:^|[,;:] |\band |\bthen |\bwhile )\{(part|other|to|hold|item|Item|goal|foe|ally)\}"
    r" (stands|lies|sits|is|has|was|shows|opens|comes|goes|looks|turns|hangs|waits|makes|holds|takes|falls|leans|gives|gets|runs|stops"
    r"|begins|keeps|lets|says|nods|smiles|laughs|steps|moves|rises|leaves|catches|shines|gleams)\b"
)
TOLD = {"you_goal": "the thing"}


HUMAN = re.compile(
    r"\b[Yy]our (?:\w+ )?(?:hands?|fingers?|fists?|elbows?|shoulders?|sleeves?|boots?|shoes?|pockets?|collar|wrists?|palms?|hat|coat|beard"
    r"|knees?)\b"
)


def checked(title: str, row: str, item: str, parts: int, pixels: tuple[int, ...], slots: dict[str, str]) -> None:
    mark = re.match(r"^\(([^)]*)\) ", item)
    assert HUMAN.search(item) is None or (mark and "hands" in mark[1].split()), (title, row, "only for (hands)", item)
    if mark:
        assert set(re.split(r"[ /]", mark[1])) <= MARKS, (title, row, item)
        item = item[mark.end() :]
    pieces = [piece.strip() for piece in item.split("::")]
    assert len(pieces) == parts, (title, row, item)
    for at, piece in enumerate(pieces):
        assert piece, (title, row, item)
        words = slots if at in pixels else slots | TOLD
        loose = UNAGREED.search(piece)
        assert loose is None, (title, row, f"write <{loose[1]}:{loose[2]}|…>", item)
        for agreed in re.findall(r"<(\w+):", piece):
            assert agreed in words or agreed == "goal", (title, row, agreed, item)
        shown = fill(varied(piece, lambda count: 0), words)
        assert not re.search(r"[{}<>\[\]]", shown), (title, row, shown)
        if at in pixels:
            for barred in (NEGATION, WHITEOUT, LETHAL):
                assert barred.search(shown) is None, (title, row, shown)
            assert not re.search(r"\b(?:you|your)\b", shown), (title, row, shown)


@pytest.mark.parametrize("title", sorted(PLOTS))
def test_a_plot_is_whole(title: str) -> None:
    plot = PLOTS[title]
    assert set(plot.rows) <= LISTS | set(ROWS), set(plot.rows) - LISTS - set(ROWS)
    shapes = {item.partition("=")[0] for item in plot.words("shapes")}
    assert shapes
    assert shapes <= set(SHAPES)
    assert plot.words("purposes") <= set(PURPOSES)
    assert plot.items("only") in ((), ("any",), ("named",), ("object",), ("both",), ("head",), ("own",), ("other",))
    assert plot.items("hearer") in ((), ("goal",))
    assert plot.items("place") in ((), ("own",))
    assert plot.items("kit") in ((), ("own",))
    assert plot.items("arrives") in ((), ("home",), ("land",), ("out",), ("place",))
    assert plot.words("hours") <= set(HOURS)
    assert plot.words("goal") <= {"person", "small", "heavy", "place", "idea", "none"}
    assert plot.words("ways") <= set(tables.read("barred"))
    assert plot.words("scenes") <= set(tables.read_all("places")), plot.words("scenes") - set(tables.read_all("places"))
    for row, (parts, pixels, least) in ROWS.items():
        assert len(plot.items(row)) >= least, (title, row)
        for item in plot.items(row):
            checked(title, row, item, parts, pixels, SLOTS)
    needs = needs_of(plot)
    for need in needs:
        assert set(need.rows) <= set(NEEDS), (need.title, set(need.rows) - set(NEEDS))
        assert need.one("size", "small") in ("small", "big", "word")
        assert need.one("when", "") in ("", "first", "last")
        for row, (parts, pixels) in NEEDS.items():
            for item in need.items(row):
                checked(need.title, row, taught(item)[0], parts, pixels, OF_NEEDS)
        if need.items("block"):
            assert all(need.items(row) for row in ("hint", "use", "tell", "label")), need.title
        assert need.items("item"), need.title
        assert need.items("block") or need.items("apply"), need.title
    if shapes - {"work", "siege", "survival", "mystery"}:
        assert sum(bool(need.items("block")) for need in needs) >= 5, title
    if shapes & {"work", "siege"}:
        assert sum(bool(need.items("apply")) for need in needs) > asked_of(plot), title  # one more than a piece of work takes


@pytest.mark.parametrize("title", sorted(PLOTS))
def test_endings_follow_from_texts_that_are_there(title: str) -> None:
    plot = PLOTS[title]
    for row, before in (("best", "secret"), ("lose", "rash")):
        marked = [re.search(r"^\([^)]*\bafter_(\w)", item) for item in plot.items(row)]
        assert all(found is None or ord(found[1]) - ord("a") < len(plot.items(before)) for found in marked), (title, row)
        assert None in marked, (title, row, "leave one for the others")
    assert not any("after_" in item or "caught" in item.split("::")[0] for item in plot.items("win"))


@pytest.mark.parametrize(
    ("premise", "hearer"),
    [
        ("Tell my parents the truth", "parents"),
        ("Tell the king the truth about his cook", "the king"),
        ("Confess my crime to the sheriff", "the sheriff"),
    ],
)
def test_a_confession_is_made_to_somebody(premise: str, hearer: str) -> None:
    world = worlds.generate(premise, seed=3)
    last = next(event for event in world["scene"]["events"] if "done" in event.get("grants", []) and event.get("phases"))
    assert any(hearer in phase["base"].lower() for phase in last["phases"])


@pytest.mark.parametrize(
    ("premise", "kinds"),
    [
        ("A blacksmith's apprentice has to forge a sword for the queen", {"forge", "workshop"}),
        ("A bear must coach a football team of mice", {"training_field", "gym_hall", "locker_room", "stadium", "ice_rink"}),
    ],
)
def test_a_deed_with_a_place_of_its_own_is_done_there(premise: str, kinds: set[str]) -> None:
    world = worlds.generate(premise, seed=1)
    assert world["metadata"]["sites"][world["entrance"]["state"]] in kinds


@pytest.mark.parametrize("title", ["answer_riddle", "keep_secret", "rest_ghost"])
def test_a_plot_with_a_kit_of_its_own_takes_nothing_else(title: str) -> None:
    premises = {
        "answer_riddle": "Answer the riddle of the sphinx",
        "keep_secret": "Keep the surprise party secret",
        "rest_ghost": "Put the ghost of the mill to rest",
    }
    own = {
        re.sub(r"^\(.*?\) ", "", item).split("::")[0].partition("{")[0].strip()
        for need in needs_of(PLOTS[title])
        for item in need.items("apply")
    }
    for seed in range(4):
        events = worlds.generate(premises[title], seed=seed)["scene"]["events"]
        used = [event["label"] for event in events if any(flag.startswith("used_") for flag in event.get("grants", []))]
        assert all(any(label.startswith(one) for one in own if one) for label in used), used


@pytest.mark.parametrize("seed", range(6))
def test_a_lost_game_tells_of_the_move_that_lost_it(seed: int) -> None:
    world = worlds.generate("Open the locked box my mother left me", seed=seed)
    plot, events = PLOTS["open_locked"], world["scene"]["events"]
    for at, rash in enumerate(plot.items("rash")):
        own = [re.sub(r"^\(.*?\) ", "", item).split("::")[0].strip() for item in plot.items("lose") if f"after_{'abc'[at]}" in item]
        for event in (one for one in events if one["label"] == rash.split("::")[0].strip()):
            assert world["scene"]["states"][event["to"]]["ending"]["title"] in own


def test_no_need_is_without_its_plot() -> None:
    assert {title.partition("/")[0] for title in tables.read_all("plots")} == set(PLOTS)


@pytest.mark.parametrize(
    ("title", "premise"),
    [
        tuple(line.split(": ", 1))
        for file in sorted((Path(__file__).parent / "plots").glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line.strip()
    ],
)
def test_premises_find_their_plot(title: str, premise: str) -> None:
    draft = understand_world(premise)
    plot = plot_of(draft, draft.goal, Chance(1))
    assert plot is not None
    assert plot.title == title


@pytest.mark.parametrize(
    ("premise", "others"),
    [
        ("A glassblower must finish the chandelier for the opera", {"write", "paint", "sew"}),
        ("Two brothers make a cheese for the mayor", {"build", "cook"}),
        ("A magician has to make the lighthouse vanish", {"build"}),
        ("An explorer plants a flag on the summit", {"grow"}),
        ("Four sisters dig a well in the desert", {"film"}),
        ("Find the violin of my grandmother", {"find_cure", "hunt_down"}),
        ("A knight rescues his friend", {"rescue_trapped", "rescue_sea"}),
        ("An old tortoise wants to win back the pond from the herons", {"win_back_bet"}),
        ("A squire has to fight the green knight", {"stop_event", "defeat_any"}),
        ("Guide the last tourist bus through the city", {"carry_heavy"}),
        ("Explore the dark forest", {"overcome_fear"}),
        ("Scatter my aunt's ashes at sea", {"smuggle", "carry_letter"}),
        ("Catch the pickpocket on the night train", {"catch_in_time"}),
        ("Get over the garden wall", {"cross_border"}),
        ("A cat takes the exam for his wizard", {"deliver_any"}),
    ],
)
def test_a_plot_is_told_of_its_own_sort_of_object_alone(premise: str, others: set[str]) -> None:
    draft = understand_world(premise)
    for seed in range(5):  # among equals the seed chooses
        plot = plot_of(draft, draft.goal, Chance(seed))
        assert plot is not None
        assert plot.title not in others


@pytest.mark.parametrize(
    ("premise", "begins", "ends"),
    [
        ("A deaf clockmaker must tune the cathedral organ before the bishop arrives at noon.", "workshop", "cathedral_later"),
        ("A deaf organist must tune his old fiddle", "chapel", "chapel_later"),
    ],
)
def test_a_piece_of_work_is_done_in_one_place_to_which_the_way_leads_first(premise: str, begins: str, ends: str) -> None:
    world = worlds.generate(premise, seed=1)
    assert world["metadata"]["understood"]["shape"] == "work"
    last = next(event for event in world["scene"]["events"] if "done" in event.get("grants", []) and event.get("phases"))
    assert (world["entrance"]["state"], last["from"]) == (begins, [ends])
    assert len(last["phases"]) == 3
    assert worlds.check(world) == []


def _names(text: str) -> set[str]:
    return set(text.split())


ALWAYS = _names("P H they them their goal Goalcap it its goal_bare deed Deed deeding whole_deed Whole_deed you_goal")
THOSE_THERE = _names("foe foecap ally allycap start startcap end endat")
BESIDE = THOSE_THERE | _names("place placecap part other")
TRIPLE = THOSE_THERE | _names("place at part partcap")
ITEM = _names("item Item Itemcap")
WAY = THOSE_THERE | ITEM | _names("to tocap Tocap")
# By row, which further slots each part of a text may use: others are not there when it is told.
OF_ROWS: dict[str, tuple[set[str], ...]] = {
    "fact": (THOSE_THERE,), "onward": (THOSE_THERE | {"to", "at"},), "stake": (set(),), "hint": (BESIDE,), "setup": (BESIDE,),
    "stage": (BESIDE, BESIDE, BESIDE), "told": (THOSE_THERE | {"place"},), "act": (THOSE_THERE | {"place"},), "quest": (THOSE_THERE,),
    "take": (BESIDE, THOSE_THERE),
    "ready": (THOSE_THERE,), "unready": (THOSE_THERE,), "secret": (THOSE_THERE, THOSE_THERE, BESIDE), "hero": (set(),),
    "foe": (set(), set(), THOSE_THERE, THOSE_THERE), "item": ({"lead"},), "lack": (THOSE_THERE | ITEM | {"part"},),
}  # fmt: skip
for _rows, _parts in (
    ("block use tell label hint_of_a_need", (WAY,)),
    ("win best lose", (set(), THOSE_THERE | {"place", "placecap"}, BESIDE)),
    ("rash start", (TRIPLE,) * 3),
    ("apply hold endure", (TRIPLE | ITEM,) * 3),
    ("found given", (TRIPLE | ITEM | {"hold", "allylook"},) * 3),
):
    OF_ROWS |= dict.fromkeys(_rows.split(), _parts)


@pytest.mark.parametrize("title", sorted([*tables.read_all("plots"), *tables.read("barred")]))
def test_texts_use_the_slots_that_are_there_when_they_are_told(title: str) -> None:
    for row, items in (tables.read_all("plots") | tables.read("barred"))[title].rows.items():
        allowed = OF_ROWS.get("hint_of_a_need" if row == "hint" and ("/" in title or title in tables.read("barred")) else row)
        if allowed is None:
            assert row in LISTS | {"size", "when"}
            continue
        for item in items:
            for there, piece in zip(allowed, re.sub(r"^\([^)]*\) ", "", item).split("::"), strict=True):
                used = set(re.findall(r"\{(\w+)\}", piece)) | set(re.findall(r"<(\w+):", piece))
                assert used <= ALWAYS | there, (title, row, used - ALWAYS - there, piece)


@pytest.mark.parametrize("goal", ["her grandfather's gloves", "the missing letters", "a lost melody", "the old kite"])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_looked_for_is_not_handled_before_it_is_found(goal: str, seed: int) -> None:
    world = worlds.generate(f"Mara looks for {goal} in a railway station", seed=seed)
    head = goal.split()[-1]
    for event in world["scene"]["events"]:
        if event["kind"] == "override" and "used_" in " ".join(event.get("grants", [])):
            before, named, _ = event["base"].partition(head)
            assert not named or re.search(r"\b(?:sketch|picture|description|name)s? of\b", before), event["base"]


@pytest.mark.parametrize("goal", ["a lost melody", "the last lullaby", "her old dream"])
def test_what_is_heard_or_thought_of_lies_behind_nothing(goal: str) -> None:
    draft = understand_world(f"Mara must find {goal}")
    assert mark_of_goal(draft.goal, draft.goal.object or "") == "goal_idea"
