"""Biomes that nobody built: what their three depths hold. 0 is far, 2 near; -1 the wall behind a closed place."""

from __future__ import annotations

from makebelieve.art.scenery import depths, growth, relief, settlements
from makebelieve.art.scenery.plane import Plane


def forest(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, height=96, foot=46, snow=0.66)
    elif n == 1:
        growth.canopy(p, p.line(58, 78, 4), gap=9, size=9, leaf="leaf2")
        relief.hills(p, "grass2", 22, 40)
        growth.trees(p, p.line(40, 46, 3), 30, 34, leaf="leaf2")
        growth.earth(p, p.line(36, 44, 3), "grass2")
    else:
        ground = p.line(18, 30, 3)
        growth.trees(p, ground, 52, 58)
        growth.canopy(p, ground + 2 * p.unit, 22, 8)
        growth.earth(p, ground)
        growth.tufts(p, ground)


def jungle(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, "leaf3", 92, 52, cap=None, count=7)
        growth.canopy(p, p.line(54, 84, 5), 10, 11, leaf="leaf3")
    elif n == 1:
        growth.giants(p, p.line(44, 52, 3), 88, leaf="leaf2")
        growth.palms(p, p.line(48, 58, 3), 92, 44, leaf="leaf2")
        growth.canopy(p, p.line(38, 58, 4), 12, 12, leaf="leaf2")
    else:
        growth.vines(p, 30, 58)
        ground = p.line(16, 28, 3)
        growth.palms(p, ground, 150, 60)
        growth.canopy(p, ground, 13, 12)
        growth.flowers(p, ground - 4 * p.unit, 46, 10)


def desert(p: Plane, n: int) -> None:
    if n == 0:
        relief.mesas(p, height=76, foot=44)
    elif n == 1:
        relief.dunes(p, "sand2", 36, 44)
    else:
        relief.dunes(p, "sand", 30, 20, count=2)
        growth.cacti(p, p.line(16, 26, 2), 84, 44)
        growth.tufts(p, p.line(6, 20, 5), "reed", 40, 5)


def snow(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, height=112, foot=44, snow=0.46)
    elif n == 1:
        relief.hills(p, "snow", 30, 46, rough=0.3)
        growth.pines(p, p.line(44, 58, 3), 15, 36, snow="snow")
        relief.hills(p, "snow", 20, 30, rough=0.3)
    else:
        ground = p.line(16, 28, 2)
        growth.pines(p, ground, 30, 60, snow="snow")
        growth.earth(p, ground, "snow", rough=False)


def mountain(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, height=128, foot=48, count=4, snow=0.5)
    elif n == 1:
        relief.mountains(p, "rock2", 74, 34, count=6, snow=0.86)
        growth.pines(p, p.line(38, 54, 4), 11, 26, leaf="needle2")
        growth.earth(p, p.line(34, 50, 4), "grass2")
    else:
        ground = p.line(14, 30, 3)
        growth.pines(p, ground, 22, 52)
        relief.crags(p, "rock2", 16, 8)
        growth.earth(p, ground, "grass")
        growth.tufts(p, ground)


def cave(p: Plane, n: int) -> None:
    if n == -1:
        depths.rockface(p)
    elif n == 0:
        depths.shafts(p, 180)
        depths.cavern(p, 48, 40, rough=34, spikes=15)
    elif n == 1:
        depths.crystals(p, 44, 70)
        depths.cavern(p, 30, 26, rock="rock2", rough=22, spikes=22)
        growth.mushrooms(p, p.line(34, 42, 6), 84, 22)
    else:
        depths.cavern(p, 8, 8, rock="rock3", rough=18, spikes=34)
        depths.crystals(p, 20, 130, size=32)
        growth.mushrooms(p, p.line(14, 18, 6), 120, 18)


def underwater(p: Plane, n: int) -> None:
    if n == 0:
        depths.shafts(p, 110)
        depths.arches(p, 190)
        relief.hills(p, "sand", 26, 40)
        depths.shoal(p, 130)
    elif n == 1:
        growth.kelp(p, p.line(30, 44, 3), 24, 86)
        relief.hills(p, "sand", 18, 26)
        growth.corals(p, p.line(28, 40, 3), 34, 26)
        depths.shoal(p, 210)
    else:
        ground = p.line(12, 24, 3)
        growth.kelp(p, ground, 42, 96)
        growth.corals(p, ground, 40, 34)
        relief.crags(p, "rock", 20, 8)
        growth.earth(p, ground + 5 * p.unit, "sand")


def ocean(p: Plane, n: int) -> None:
    if n == 0:
        relief.mountains(p, "leaf2", 36, 70, cap=None, count=3)
        depths.billows(p, 74, 80, size=5)
        relief.sea(p, 78)
        settlements.ship(p, p.height - 78 * p.unit, 300)
    elif n == 1:
        depths.arches(p, 420, rock="rock")
        relief.sea(p, 46, material="water2")
    else:
        relief.sea(p, 22, material="water3")


def island(p: Plane, n: int) -> None:
    if n == 0:
        relief.volcano(p, "leaf2", 62, 66, stream="leaf3")
        relief.sea(p, 70)
        settlements.ship(p, p.height - 70 * p.unit, 480)
    elif n == 1:
        ground = p.line(34, 52, 2)
        growth.palms(p, ground, 66, 44, leaf="leaf2")
        growth.canopy(p, ground, 15, 7, leaf="leaf2")
        relief.dunes(p, "sand2", 14, 34)
        relief.sea(p, 32, material="water2")
    else:
        ground = p.line(14, 26, 2)
        growth.palms(p, ground, 84, 74)
        growth.canopy(p, ground + 3 * p.unit, 46, 8)
        growth.earth(p, ground + 4 * p.unit, "sand", rough=False)
        growth.flowers(p, ground + 4 * p.unit, 50, 10)


def swamp(p: Plane, n: int) -> None:
    if n == 0:
        growth.canopy(p, p.line(60, 84, 4), 12, 12, leaf="leaf3")
        growth.giants(p, p.line(50, 56, 3), 70, leaf="leaf3")
        growth.canopy(p, p.line(48, 58, 4), 12, 9, leaf="leaf3")
    elif n == 1:
        growth.deadwood(p, p.line(42, 48, 3), 62, 64, moss="leaf2")
        growth.canopy(p, p.line(38, 46, 4), 16, 8, leaf="leaf2")
        relief.sea(p, 37, glint=False)
        growth.reeds(p, p.line(26, 36, 5), 8, 18)
    else:
        ground = p.line(10, 22, 3)
        growth.vines(p, 46, 46)
        growth.deadwood(p, ground, 150, 76, moss="leaf")
        growth.reeds(p, ground, 6, 24)
        growth.mushrooms(p, ground, 80, 16)
        growth.earth(p, ground, "mud")
        growth.tufts(p, ground, "grass")


def volcano(p: Plane, n: int) -> None:
    if n == 0:
        relief.volcano(p, "rock", 112, 34)
    elif n == 1:
        relief.mountains(p, "rock2", 66, 26, cap=None, count=6)
        relief.sea(p, 24, material="lava", glint=False)
        relief.crags(p, "rock2", 22, 12)
    else:
        relief.crags(p, "rock3", 46, 12)
        growth.deadwood(p, p.line(14, 22, 4), 130, 40)


def sky(p: Plane, n: int) -> None:
    if n == 0:
        depths.billows(p, 16, 50, size=20)
        depths.islands(p, 120, 16, low=0.2, high=0.6)
    elif n == 1:
        depths.islands(p, 150, 30, low=0.24, high=0.58)
        depths.billows(p, 10, 30, size=16)
    else:
        depths.billows(p, 0, 14, size=20)


def space(p: Plane, n: int) -> None:
    if n == 0:
        depths.planets(p, 170)
    elif n == 1:
        relief.mountains(p, "rock", 56, 26, cap=None, count=6)
        relief.crags(p, "rock", 26, 18)
    else:
        depths.station(p)
        relief.crags(p, "rock2", 16, 14, count=4)
        depths.craters(p)


def garden(p: Plane, n: int) -> None:
    if n == 0:
        relief.hills(p, "grass2", 46, 50)
        growth.trees(p, p.line(60, 76, 3), 26, 26, leaf="leaf2")
        relief.hills(p, "grass2", 24, 40)
    elif n == 1:
        ground = p.line(36, 46, 2)
        growth.trees(p, ground, 58, 46, leaf="leaf", fruit="petal")
        settlements.fence(p, ground)
        growth.earth(p, ground, "grass2")
    else:
        ground = p.line(14, 22, 2)
        settlements.hedge(p, ground, 150)
        growth.flowers(p, ground, 7, 16)
        growth.earth(p, ground)
        growth.tufts(p, ground, gap=6)
        growth.flowers(p, ground + 8 * p.unit, 16, 9)
