"""Biomes that somebody built, and the odd ones: what their three depths hold. 0 is far, 2 near; -1 the wall behind a closed place."""

from __future__ import annotations

from makebelieve.art.scenery import depths, growth, relief, rooms, settlements, vaults
from makebelieve.art.scenery.plane import Plane


def city(p: Plane, n: int) -> None:
    if n == 0:
        settlements.skyline(p, 66, 142, wall="wall")
    elif n == 1:
        settlements.skyline(p, 42, 106, wall="wall2", gap=0.4)
    else:
        growth.trees(p, p.line(10, 10.5, 1), 74, 36)
        settlements.skyline(p, 14, 46, wall="wall3", gap=0.9)
        settlements.lamps(p, p.line(6, 6.5, 1))
        growth.earth(p, p.line(8, 8.5, 1), "stone", rough=False)


def cyber(p: Plane, n: int) -> None:
    if n == 0:
        settlements.skyline(p, 70, 150, wall="wall")
    elif n == 1:
        settlements.skyline(p, 44, 116, wall="wall2", neon=True)
    else:
        settlements.skyline(p, 16, 66, wall="wall3", neon=True, gap=0.8)


def wasteland(p: Plane, n: int) -> None:
    if n == 0:
        relief.mesas(p, height=60, foot=52, gap=110)
        settlements.wrecks(p, p.line(46, 54, 3), 90)
        relief.dunes(p, "sand2", 20, 44)
    elif n == 1:
        ground = p.line(34, 46, 3)
        settlements.wrecks(p, ground, 104)
        relief.dunes(p, "sand2", 22, 30)
    else:
        ground = p.line(12, 24, 3)
        growth.deadwood(p, ground, 110, 38)
        settlements.wrecks(p, ground, 330)
        relief.dunes(p, "sand", 22, 12)
        growth.tufts(p, p.line(8, 18, 4), "reed", 30, 6)


def castle(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, height=88, foot=48, snow=0.7)
    elif n == 1:
        ground = p.line(40, 56, 2)
        settlements.castle(p, ground, 270)
        relief.hills(p, "grass2", 26, 36)
        growth.canopy(p, p.line(34, 44, 3), 14, 7, leaf="leaf2")
    else:
        ground = p.line(16, 26, 2)
        growth.trees(p, ground, 60, 44)
        growth.canopy(p, ground + 2 * p.unit, 24, 8)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def dungeon(p: Plane, n: int) -> None:
    if n == -1:
        vaults.masonry(p)
    elif n == 0:
        vaults.fittings(p)
    elif n == 1:
        vaults.vault(p)
    else:
        vaults.stores(p)


def haunted(p: Plane, n: int) -> None:
    if n == 0:
        relief.hills(p, "grass2", 50, 48, rough=0.3)
        growth.pines(p, p.line(56, 78, 3), 17, 30)
        settlements.castle(p, p.line(70, 80, 1), 420, 0.72)
        relief.hills(p, "grass2", 30, 44, rough=0.3)
    elif n == 1:
        ground = p.line(34, 46, 2)
        growth.deadwood(p, ground, 76, 62)
        growth.earth(p, ground, "grass2")
    else:
        ground = p.line(14, 24, 2)
        growth.deadwood(p, ground, 210, 82)
        settlements.graves(p, ground)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def indoor(p: Plane, n: int) -> None:
    if n == -1:
        rooms.papered(p)
    elif n == 0:
        rooms.windows(p)
        rooms.pictures(p)
    elif n == 1:
        rooms.library(p)
    else:
        growth.earth(p, p.line(5, 5.2, 1), "rug", rough=False)


def village(p: Plane, n: int) -> None:
    if n == 0:
        relief.hills(p, "grass2", 54, 52)
        growth.canopy(p, p.line(60, 80, 4), 26, 7, leaf="leaf2")
        relief.hills(p, "grass2", 26, 44)
    elif n == 1:
        ground = p.line(42, 54, 2)
        settlements.houses(p, ground, 54, 26)
        growth.trees(p, ground + 4 * p.unit, 78, 30, leaf="leaf2")
        growth.earth(p, ground + 2 * p.unit, "grass2")
    else:
        ground = p.line(14, 24, 2)
        growth.trees(p, ground, 120, 58)
        settlements.fence(p, ground)
        growth.earth(p, ground)
        growth.tufts(p, ground)
        growth.flowers(p, ground + 5 * p.unit, 30, 10)


def factory(p: Plane, n: int) -> None:
    if n == 0:
        settlements.skyline(p, 34, 84, wall="wall")
        settlements.works(p, 46)
    elif n == 1:
        settlements.works(p, 34, wall="wall2", metal="metal")
    else:
        settlements.pipes(p)


def lab(p: Plane, n: int) -> None:
    if n == -1:
        rooms.tiled(p)
    elif n == 0:
        rooms.windows(p, 192, frame="metal", curtain=None)
    elif n == 1:
        rooms.consoles(p)
    else:
        settlements.pipes(p, 160)


def food(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, "cake", 86, 46, cap="cream", snow=0.42)
        relief.hills(p, "candy3", 34, 44, rough=0.2)
    elif n == 1:
        ground = p.line(36, 50, 2)
        depths.sweets(p, ground, 40)
        depths.icing(p, ground, cake="candy2", top="cream")
    else:
        ground = p.line(14, 24, 2)
        depths.sweets(p, ground, 56, 1.3)
        depths.icing(p, ground)


def ruins(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, "rock", 90, 48, cap=None)
        growth.canopy(p, p.line(52, 68, 4), 13, 9, leaf="leaf2")
    elif n == 1:
        ground = p.line(38, 48, 2)
        settlements.ruins(p, ground, 96, moss="leaf2")
        growth.canopy(p, ground + 3 * p.unit, 20, 8, leaf="leaf2")
        growth.earth(p, ground + 2 * p.unit, "grass2")
    else:
        ground = p.line(14, 24, 2)
        growth.vines(p, 60, 44)
        settlements.ruins(p, ground, 190, 1.25)
        growth.canopy(p, ground + 3 * p.unit, 26, 8)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def body(p: Plane, n: int) -> None:
    if n == -1:
        depths.tissue(p)
    elif n == 0:
        depths.cells(p, 30, 8)
        depths.cavern(p, 40, 34, rock="flesh2", rough=26, spikes=400)
    elif n == 1:
        depths.villi(p, 13, 36, flesh="flesh2")
        depths.villi(p, 15, 24, flesh="flesh2", above=True)
        depths.cells(p, 44, 12)
    else:
        depths.villi(p, 17, 20, flesh="flesh3")
        depths.cells(p, 110, 15)
