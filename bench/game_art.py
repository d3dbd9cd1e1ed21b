"""A game's art: processor seconds and bytes, beside what composing and proving the same game took in the same run.

Drawn whole (cast, ground, distance, portrait, menus), the distance alone, drawn again with another hero, then the still and the card
that go with it.

python bench/game_art.py [--games N]
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import statistics
import time

from makebelieve import games
from makebelieve.engine import open_engine
from makebelieve.games.artwork import bundle, distance, draw_art, front
from makebelieve.games.picture import draw_card, open_painter, png_of, still_of

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


def forget() -> None:
    """Everything that a worker keeps of earlier games."""
    for kept in (bundle._member, bundle._portrait, front._kit, front._signs, distance._place):
        kept.cache_clear()


def main() -> None:
    """Print a row a kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=2, help="games a kind, 1-2")
    options = parser.parse_args()
    engine, painter = open_engine(), open_painter()
    print("| kind | draw, CPU s | distance | other hero | game | share | shown, wall s | frames | bytes | ground | distance | menus |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for kind, prompts in PROMPTS.items():
        rows = []
        for seed, prompt in enumerate(prompts[: options.games]):
            start = time.perf_counter()
            config = games.generate(prompt, seed=seed, preferences={"kind": kind}, engine=engine, allow_unproven=True).config
            made = time.perf_counter() - start
            draw_art(config)
            forget()
            whole = clock(lambda config=config: draw_art(config))
            distance._place.cache_clear()
            seed_of = int(config["game"].get("seed") or 0)
            far = clock(lambda config=config, seed_of=seed_of: distance.places_of(config, seed_of))
            other = copy.deepcopy(config)
            other["entities"][0]["properties"]["sprite"]["prompt"] = "fox knight"
            again = clock(lambda other=other: draw_art(other))
            art = draw_art(config)
            start = time.perf_counter()
            still = still_of(config, engine=engine, painter=painter, art=art)
            png_of(still)
            draw_card(str(config["game"]["title"]), still, painter, art.portrait)
            shown = time.perf_counter() - start
            parts = [
                sum(len(json.dumps(art.manifest[name])) for name in names)
                for names in (("ground",), ("places",), ("portrait", "ui", "signs"))
            ]
            rows.append((whole, far, again, made, whole / made, shown, len(art.manifest["frames"]), len(art.packed()), *parts))
        print("| " + " | ".join([kind, *(f"{statistics.mean(column):.3g}" for column in zip(*rows, strict=True))]) + " |", flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f}")
    engine.close()
    painter.close()


if __name__ == "__main__":
    main()
