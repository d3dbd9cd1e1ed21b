"""How well premises of worlds are understood.

    python bench/premises.py [--misses] [FILE.json ...]

Without files: the labelled premises under tests/worlds/generation/labelled, development and held-out apart (heldout2: another
thirty, written last). For each file the share read right: the goal's verb, its purpose (any of those a reader would take), its
object, all three together (where the purpose "do" counts too: the story is told by the verb's own words), the hero, what kind of
being and how many they are, the genre (first guess), places, foes and others of the cast (recall; a foe counts where it stands
among the foes or is what the goal is done to), and the hour (also where a premise states none); where a row labels them, the
deadline, the condition and traits (a label is a part of it), and who must not be met. Latency: p50 and p95, CPU time.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.reading import GROUPS
from makebelieve.worlds.generation.understand import understand_world

PREMISES: Final = Path(__file__).resolve().parent.parent / "tests" / "worlds" / "generation" / "labelled"
_KINDS: Final = {
    "person": "human", "group": "human", "creature": "animal", "robot": "machine", "vehicle": "machine", "device": "machine",
    "plant": "plant",
}  # fmt: skip
Row = dict[str, Any]


def said(text: str | None) -> set[str]:
    """The words of a phrase, each also as its lemma."""
    words = re.findall(r"[a-zà-ÿ\-]+", (text or "").lower())
    return {*words, *(lemma(word, "noun") or word for word in words)}


def among(label: str, words: set[str]) -> bool:
    """Whether one of the alternatives of a label is said."""
    return bool(set(label.split("|")) & words)


def checks(row: Row, draft: WorldDraft) -> list[tuple[str, bool, object]]:
    """Each labelled field: its name, whether the draft has it right, and what the draft has."""
    goal, hero = row["goal"], row["hero"]
    options = goal["object"].split("|")
    object_ = among(goal["object"], said(draft.goal.object)) or ("null" in options and draft.goal.object is None)
    purpose = draft.goal.stated and draft.goal.purpose in goal["purpose"]
    done = draft.goal.verb or ""
    verb = bool({done, done.partition("_")[0]} & set(goal["verb"].split("|")))
    made: list[tuple[str, bool, object]] = [
        ("verb", verb, done),
        ("purpose", purpose, draft.goal.purpose if draft.goal.stated else None),
        ("object", object_, draft.goal.object),
        ("goal", verb and (purpose or draft.goal.purpose == "do") and object_, None),
    ]
    player = draft.player
    if hero["noun"] == "null" or (player is None and "null" in hero["noun"].split("|")):
        made.append(("hero", player is None, player.phrase if player else None))
    else:
        words = said(f"{player.noun} {player.phrase} {player.name or ''}") if player else set()
        found = among(hero["noun"], words)
        made.append(("hero", found, player.phrase if player else None))
        kind = None if player is None else "ghost" if player.body == "ghost" else _KINDS.get(player.category, "object")
        made.append(("kind", found and kind in hero["kind"], kind))
        many = player is not None and (player.plural or player.category == "group" or player.noun in GROUPS)
        made.append(("number", found and many in hero["many"], many))
    made.append(("genre", draft.genre in row["genre"], draft.genres))
    sites = said(" ".join(site.phrase for site in draft.places) + f" {draft.goal.object or ''}")
    made.extend(("places", among(label, sites), (label, [site.phrase for site in draft.places])) for label in row["places"])
    foes = said(" ".join(f"{one.noun} {one.phrase} {one.name or ''}" for one in draft.foes))
    aim = said(draft.goal.object)
    made.extend(("foes", among(label, foes | aim), (label, sorted(foes))) for label in row["foes"])
    named = (*draft.companions, *draft.people, *([draft.recipient] if draft.recipient else ()))
    others = foes | aim | said(" ".join(f"{one.noun} {one.phrase} {one.name or ''}" for one in named))
    made.extend(("others", among(label, others), (label, sorted(others))) for label in row["others"])
    made.append(("hour", draft.hour == row["hour"], draft.hour))
    for field in ("deadline", "condition"):
        if field in row:
            made.append((field, row[field] in (getattr(draft, field) or ""), getattr(draft, field)))
    made.extend(("traits", any(label in one for one in draft.traits), draft.traits) for label in row.get("traits", ()))
    met = said(" ".join(f"{one.noun} {one.phrase} {one.name or ''}" for one in (*draft.foes, *named)))
    made.extend(("absent", not among(label, met), sorted(met)) for label in row.get("absent", ()))
    return made


def measure(path: Path, *, misses: bool) -> list[float]:
    """Print the shares of one file; the milliseconds of CPU time each premise took."""
    rows: list[Row] = json.loads(path.read_text("utf-8"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spent: list[float] = []
    for row in rows:
        start = time.process_time()
        draft = understand_world(row["premise"])
        spent.append((time.process_time() - start) * 1000)
        wrong: list[str] = []
        for name, ok, has in checks(row, draft):
            total[name] += 1
            right[name] += ok
            if not ok and name != "goal":
                wrong.append(f"{name}: {has}")
        if misses and wrong:
            print(f"    {row['premise']}\n        " + "\n        ".join(wrong))
    print(f"{path.stem:<8} n={len(rows)} " + "  ".join(f"{name} {right[name] / total[name]:.0%}" for name in total))
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was wrong, premise by premise")
    options = parser.parse_args()
    understand_world("warm up: a fox looks for a hen")  # loads the tables
    spent = sorted(one for path in options.files or sorted(PREMISES.glob("*.json")) for one in measure(path, misses=options.misses))
    print(f"latency per new premise, CPU time: p50 {statistics.median(spent):.2f} ms, p95 {spent[int(0.95 * len(spent))]:.2f} ms")


if __name__ == "__main__":
    main()
