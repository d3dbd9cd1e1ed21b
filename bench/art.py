"""What pictures cost: processor milliseconds, warm, one process, with the ratio to the numpy tracer in the same run.

    python bench/art.py [--rounds 15] [--sprites 0]

The baseline is `raster/oracle.py`: the same scene traced in plain numpy, one ray a pixel (the compiled renderer casts several and does all
the rest besides). `--sprites N` also draws N different sprites and prints how much the process grew (memory has to stay flat).
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable

from makebelieve import art
from makebelieve.art.figure import figure_of, look_of
from makebelieve.art.raster import oracle
from makebelieve.art.raster.render import fit, matrix, render, view_of
from makebelieve.art.warm import warm


def cost(act: Callable[[], object], rounds: int) -> float:
    """Median processor milliseconds of a call."""
    act()
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        spent.append(1000 * (time.process_time() - start))
    return statistics.median(spent)


def oracle_cost(prompt: str, size: int, rounds: int) -> float:
    look = look_of(size, size)
    figure = figure_of(art.read(prompt, 7), look)
    packed = figure.scene("walk", 0.1).packed()
    where = fit([(packed, 30.0)], look)
    view = matrix(view_of(30, look.pitch))
    return cost(lambda: oracle.trace(packed[0], packed[2], view, size, size, where.scale, where.left, where.ground), max(2, rounds // 5))


def frame_cost(prompt: str, size: int, rounds: int) -> float:
    """One frame: pose, pack, render."""
    look = look_of(size, size)
    figure = figure_of(art.read(prompt, 7), look)
    box = figure.box(None)
    where = fit([(figure.scene("walk", 0.1).packed(), 30.0)], look)

    def draw() -> None:
        scene = figure.scene("walk", 0.1, where.scale, 30.0)
        render(scene, scene.packed(), box, 30.0, look, where)

    return cost(draw, rounds)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--sprites", type=int, default=0)
    wanted = options.parse_args()
    warm()
    rounds = wanted.rounds
    print(f"{'one frame':28} {'ms':>8} {'numpy trace ms':>15} {'ratio':>7}")
    for prompt in ("knight", "wolf", "slime", "dragon"):
        for size in (32, 64, 128):
            mine, theirs = frame_cost(prompt, size, rounds), oracle_cost(prompt, size, rounds)
            print(f"{prompt + f' {size} px':28} {mine:8.1f} {theirs:15.1f} {theirs / mine:7.1f}")
    print(f"\n{'whole calls':44} {'ms':>8} {'target':>7}")
    calls: list[tuple[str, float, Callable[[], object]]] = [
        ("knight sprite 64 px", 0, lambda: art.sprite("knight", seed=7)),
        ("knight walk, 8 frames", 70, lambda: art.animation("knight", "walk", "down-right", 8, seed=7)),
        ("knight walk, 8 directions x 8 frames", 600, lambda: art.animation("knight", "walk", "all", 8, seed=7)),
        ("wolf walk, 8 directions x 8 frames", 600, lambda: art.animation("wolf", "walk", "all", 8, seed=7)),
        ("isometric tile 130x230, known material", 60, lambda: art.tile("stone", seed=7)),
        ("tileset of 47, 16 px", 0, lambda: art.tileset("grass", back="dirt", seed=7)),
        ("backdrop 320x180", 0, lambda: art.backdrop("forest at dusk", seed=7)),
        ("knight sprite 256 px, vector", 0, lambda: art.sprite("knight", (256, 256), 7, style="vector")),
        ("knight sprite 256 px, painterly", 0, lambda: art.sprite("knight", (256, 256), 7, style="painterly")),
        ("portrait 64 px", 0, lambda: art.portrait("knight", seed=7)),
    ]
    for name, target, act in calls:
        print(f"{name:44} {cost(act, max(3, rounds // 3)):8.1f} {target or '':>7}")
    fresh = iter(range(1000, 100000))
    print(f"{'isometric tile 130x230, a new texture each':44} {cost(lambda: art.tile('stone', seed=next(fresh)), rounds):8.1f} {60:>7}")
    print(f"{'sprite 64 px, a new villager each':44} {cost(lambda: art.sprite('villager', seed=next(fresh)), rounds):8.1f}")
    if wanted.sprites:
        before = 0
        for i in range(wanted.sprites):
            if i == wanted.sprites // 5:
                before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            art.sprite(("villager", "wolf", "potion", "dragon")[i % 4], (32, 32), seed=i)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        print(f"\n{wanted.sprites} sprites: grew by {grown / 1024:.1f} MiB after the first fifth")


if __name__ == "__main__":
    main()
