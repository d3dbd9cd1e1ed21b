"""How fast worlds are generated, and how much their prose repeats itself.

    python bench/worlds.py

Over the premises of tests/worlds/generation: CPU milliseconds a world, warm, p50 and p95, with the ratio to reading the premise alone;
lexical variety in worlds (type/token, distinct-2, distinct-3), the share of prose sentences that come twice, and over
all worlds the share of distinct sentences, frames (nouns replaced by slots), labels and narrations (tests/worlds/generation/variety.py).
"""

from __future__ import annotations

import importlib.util
import os
import re
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world

PREMISES = Path(__file__).resolve().parent.parent / "tests" / "worlds" / "generation" / "premises.txt"


def grams(words: list[str], size: int) -> float:
    some = list(zip(*(words[at:] for at in range(size)), strict=False))
    return len(set(some)) / max(1, len(some))


def loaded(name: str) -> Any:
    """A module that lies beside the premises."""
    spec = importlib.util.spec_from_file_location(name, PREMISES.parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    premises = [line for line in PREMISES.read_text("utf-8").splitlines() if line.strip()]
    for premise in premises[:10]:
        worlds.generate(premise, 1)
    taken, read, variety, repeated = [], [], [], []
    made: list[dict[str, Any]] = []
    for premise in premises:
        start = time.process_time()
        understand_world(premise)
        middle = time.process_time()
        world = worlds.generate(premise)
        end = time.process_time()
        read.append(middle - start)
        taken.append(end - middle)
        prose = " ".join(state["base"] for state in world["scene"]["states"].values())
        words = re.findall(r"[a-z']+", prose.lower())
        variety.append((len(set(words)) / len(words), grams(words, 2), grams(words, 3)))
        sentences = re.split(r"(?<=[.!?]) ", prose)
        repeated.append(1 - len(set(sentences)) / len(sentences))
        made.append(world)
    milliseconds = sorted(1000 * one for one in taken)
    p50, p95 = statistics.median(milliseconds), milliseconds[int(0.95 * len(milliseconds))]
    print(
        f"{len(premises)} worlds: p50 {p50:.1f} ms, p95 {p95:.1f} ms CPU;"
        f" {p50 / (1000 * statistics.median(read)):.1f} times reading the premise"
    )
    print(
        "in a world: type/token {:.2f}, distinct-2 {:.2f}, distinct-3 {:.2f}".format(
            *(statistics.mean(row[at] for row in variety) for at in range(3))
        )
    )
    print(f"sentences of scenes that come twice in their world: {100 * statistics.mean(repeated):.1f} %")
    found = loaded("variety").measure(made)
    print(
        f"over all worlds: {found.sentences} scene sentences, {100 * found.distinct:.0f} % distinct,"
        f" the commonest in {found.commonest} worlds; distinct frames {100 * found.distinct_frames:.0f} %,"
        f" the most used frame {100 * found.top_frame:.2f} % ({found.top_frame_text!r});"
        f" distinct labels {100 * found.labels:.0f} %, narrations {100 * found.narration:.0f} %"
    )
    print("load", " ".join(f"{one:.1f}" for one in os.getloadavg()))


if __name__ == "__main__":
    main()
