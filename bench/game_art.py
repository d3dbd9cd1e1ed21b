"""A game's art: processor seconds and bytes of its sheet, beside what composing and proving the same game took in the same run.

python bench/game_art.py [--games N]
"""

from __future__ import annotations

import argparse
import copy
import os
import statistics
import time

from makebelieve import games
from makebelieve.engine import open_engine
from makebelieve.games.artwork import bundle, draw_art

PROMPTS = {
    "platformer": ("a red fox jumps over ghosts in a haunted forest", "a robot shoots drones in a neon city"),
    "infinite-jumper": ("a frog climbs higher and higher on clouds", "a ninja leaps up past crows"),
    "flappy-clone": ("a bat flaps through a crystal cave", "a little dragon flaps through a volcano"),
    "topdown": ("a wizard gathers lost books", "a pirate searches an island full of crabs"),
    "dungeon-crawler": ("a knight fights skeletons in a crypt", "a dwarf fights goblins in an ice cave"),
    "horde-survivors": ("survive hordes of zombies at night", "a viking survives giant spiders"),
    "space-shooter": ("a penguin pilot shoots alien saucers", "a submarine shoots sharks"),
}


def clock(work: object) -> float:
    """Processor seconds of this process for a call."""
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def main() -> None:
    """Print a row a kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=2, help="games a kind, 1-2")
    options = parser.parse_args()
    engine = open_engine()
    print("| kind | draw, CPU s | with another hero | game, wall s | share | frames | bytes |")
    print("|---|---|---|---|---|---|---|")
    for kind, prompts in PROMPTS.items():
        rows = []
        for seed, prompt in enumerate(prompts[: options.games]):
            start = time.perf_counter()
            config = games.generate(prompt, seed=seed, preferences={"kind": kind}, engine=engine, allow_unproven=True).config
            made = time.perf_counter() - start
            draw_art(config)
            bundle._member.cache_clear()
            whole = clock(lambda config=config: draw_art(config))
            other = copy.deepcopy(config)
            other["entities"][0]["properties"]["sprite"]["prompt"] = "fox knight"
            again = clock(lambda other=other: draw_art(other))
            art = draw_art(config)
            rows.append((whole, again, made, whole / made, len(art.manifest["frames"]), len(art.packed())))
        print("| " + " | ".join([kind, *(f"{statistics.mean(column):.3g}" for column in zip(*rows, strict=True))]) + " |", flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f}")
    engine.close()


if __name__ == "__main__":
    main()
