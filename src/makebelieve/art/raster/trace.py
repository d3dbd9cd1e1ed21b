"""Orthographic sphere tracing of packed scenes, compiled. `oracle.trace` computes the same in numpy."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.raster.layout import EMPTY, V_BOUND
from makebelieve.art.raster.primitives import ball, distance, enter
from makebelieve.kit.kernels import kernel

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Shorts = NDArray[np.int16]
Ints = NDArray[np.int64]


@kernel
def _joined(rows: Floats, corners: Floats, seen: Floats, ids: Ints, base: Floats, first: int, last: int, z: float) -> float:
    """Distance of the ray's point at depth z to one group: smooth minimum over its primitives."""
    d = 1e9
    for j in range(first, last):
        i = ids[j]
        own = distance(
            rows,
            corners,
            i,
            base[j, 0] + z * seen[i, 5],
            base[j, 1] + z * seen[i, 8],
            base[j, 2] + z * seen[i, 11],
        )
        k = rows[i, 27]
        if j > first and k > 0.0:
            h = max(k - abs(d - own), 0.0) / k
            d = min(d, own) - h * h * k * 0.25
        elif own < d:
            d = own
    return d


@kernel
def _probe(
    rows: Floats,
    corners: Floats,
    seen: Floats,
    ids: Ints,
    base: Floats,
    first: int,
    last: int,
    z: float,
    e: float,
    sx: int,
    sy: int,
    sz: int,
) -> float:
    d = 1e9
    for j in range(first, last):
        i = ids[j]
        px, py, pz = sx * e, sy * e, z + sz * e
        own = distance(
            rows,
            corners,
            i,
            base[j, 0] + px * seen[i, 3] + py * seen[i, 4] + pz * seen[i, 5],
            base[j, 1] + px * seen[i, 6] + py * seen[i, 7] + pz * seen[i, 8],
            base[j, 2] + px * seen[i, 9] + py * seen[i, 10] + pz * seen[i, 11],
        )
        k = rows[i, 27]
        if j > first and k > 0.0:
            h = max(k - abs(d - own), 0.0) / k
            d = min(d, own) - h * h * k * 0.25
        elif own < d:
            d = own
    return d


@kernel
def _spotted(x: float, y: float, z: float, cell: float, radius: float, number: float) -> bool:
    """Whether a point lies in a spot of a jittered cell pattern."""
    fx, fy, fz = math.floor(x / cell), math.floor(y / cell), math.floor(z / cell)
    for a in range(-1, 2):
        for b in range(-1, 2):
            for c in range(-1, 2):
                gx, gy, gz = int(fx) + a, int(fy) + b, int(fz) + c
                h = (gx * 73856093) ^ (gy * 19349663) ^ (gz * 83492791) ^ (int(number) * 2654435761)
                h = (h ^ (h >> 13)) * 1274126177 & 0x7FFFFFFF
                jx, jy, jz = (h & 255) / 255.0, ((h >> 8) & 255) / 255.0, ((h >> 16) & 255) / 255.0
                dx, dy, dz = x - (gx + 0.2 + 0.6 * jx) * cell, y - (gy + 0.2 + 0.6 * jy) * cell, z - (gz + 0.2 + 0.6 * jz) * cell
                if dx * dx + dy * dy + dz * dz < radius * radius:
                    return True
    return False


@kernel
def _material(rows: Floats, marks: Floats, i: int, x: float, y: float, z: float) -> int:
    """Material of primitive `i` at a local point, decals looked up; the last that fits wins."""
    found = int(rows[i, 24])
    for k in range(int(rows[i, 29]), int(rows[i, 30])):
        if not (marks[k, 0] < x < marks[k, 1] and marks[k, 2] < y < marks[k, 3] and marks[k, 4] < z < marks[k, 5]):
            continue
        mode = int(marks[k, 7])
        if mode == 1:
            axis = int(marks[k, 11])
            along = x if axis == 0 else y if axis == 1 else z
            f = (along + marks[k, 10]) / marks[k, 8]
            if f - math.floor(f) > marks[k, 9]:
                continue
        elif mode == 2 and not _spotted(x, y, z, marks[k, 8], marks[k, 9], marks[k, 10]):
            continue
        found = int(marks[k, 6])
    return found


@kernel
def _ray(
    rows: Floats,
    marks: Floats,
    corners: Floats,
    seen: Floats,
    row: Ints,
    in_row: int,
    x: float,
    y: float,
    e: float,
    ids: Ints,
    base: Floats,
    groups: Floats,
    hit: Floats,
) -> bool:
    """Trace one ray. hit becomes material, part, priority, z, limb, primitive, first and last of its group in `ids`."""
    count, made = 0, 0
    current = -1
    span = hit  # reused as scratch: it is written at the end only
    for j in range(in_row):
        i = row[j]
        if abs(x - seen[i, 12]) > seen[i, 15] or not enter(rows, seen, i, x, y, span):
            continue
        group = int(rows[i, 26])
        if group != current:
            current = group
            groups[made, 0] = count
            groups[made, 2] = span[3]
            groups[made, 3] = span[4]
            made += 1
        else:
            groups[made - 1, 2] = max(groups[made - 1, 2], span[3])
            groups[made - 1, 3] = min(groups[made - 1, 3], span[4])
        ids[count] = i
        base[count, 0], base[count, 1], base[count, 2] = span[0], span[1], span[2]
        count += 1
        groups[made - 1, 1] = count
    best, winner = -1e9, -1
    for _ in range(made):
        g = -1
        for k in range(made):
            if groups[k, 2] > best and (g < 0 or groups[k, 2] > groups[g, 2]):
                g = k
        if g < 0:
            break
        z, low = groups[g, 2], groups[g, 3]
        groups[g, 2] = -2e9
        first, last = int(groups[g, 0]), int(groups[g, 1])
        if last - first == 1 and rows[ids[first], 0] < 0.5 and rows[ids[first], 19] < 0.5:
            z = ball(rows, seen, ids[first], base[first, 0], base[first, 1], base[first, 2])
            if z > best:
                best, winner = z, g
            continue
        alone = last - first == 1
        i = ids[first]
        for _step in range(28):
            if alone:
                d = distance(
                    rows, corners, i, base[first, 0] + z * seen[i, 5], base[first, 1] + z * seen[i, 8], base[first, 2] + z * seen[i, 11]
                )
            else:
                d = _joined(rows, corners, seen, ids, base, first, last, z)
            if d < 0.03:
                best, winner = z, g
                break
            z -= d
            if z < low or z <= best:
                break
    if winner < 0:
        return False
    first, last = int(groups[winner, 0]), int(groups[winner, 1])
    nearest, chosen, slot = 1e9, -1, first
    for j in range(first, last):
        i = ids[j]
        d = distance(rows, corners, i, base[j, 0] + best * seen[i, 5], base[j, 1] + best * seen[i, 8], base[j, 2] + best * seen[i, 11])
        if d < nearest:
            nearest, chosen, slot = d, i, j
    hit[0] = _material(
        rows,
        marks,
        chosen,
        base[slot, 0] + best * seen[chosen, 5],
        base[slot, 1] + best * seen[chosen, 8],
        base[slot, 2] + best * seen[chosen, 11],
    )
    hit[1] = rows[chosen, 25]
    hit[2] = rows[chosen, 28]
    hit[3] = best
    hit[4] = rows[chosen, 39]
    hit[5] = chosen
    hit[6] = first
    hit[7] = last
    return True


@kernel
def _normal(rows: Floats, corners: Floats, seen: Floats, ids: Ints, base: Floats, hit: Floats, e: float, normal: Floats) -> None:
    """Surface normal at the last hit, by four probes at the corners of a tetrahedron of half size e."""
    z, first, last = hit[3], int(hit[6]), int(hit[7])
    d1 = _probe(rows, corners, seen, ids, base, first, last, z, e, 1, -1, -1)
    d2 = _probe(rows, corners, seen, ids, base, first, last, z, e, -1, -1, 1)
    d3 = _probe(rows, corners, seen, ids, base, first, last, z, e, -1, 1, -1)
    d4 = _probe(rows, corners, seen, ids, base, first, last, z, e, 1, 1, 1)
    gx, gy, gz = d1 - d2 - d3 + d4, -d1 - d2 + d3 + d4, -d1 + d2 - d3 + d4
    size = math.sqrt(gx * gx + gy * gy + gz * gz) + 1e-12
    normal[0], normal[1], normal[2] = gx / size, gy / size, gz / size


@kernel
def _in_row(seen: Floats, y: float, row: Ints) -> int:
    n = 0
    for i in range(seen.shape[0]):
        if abs(y - seen[i, 13]) <= seen[i, 16]:
            row[n] = i
            n += 1
    return n


@kernel
def trace(
    rows: Floats,
    marks: Floats,
    corners: Floats,
    seen: Floats,
    width: int,
    height: int,
    samples: int,
    scale: float,
    left: float,
    ground: float,
) -> tuple[Shorts, Shorts, Singles, Singles, Singles, Singles]:
    """Material, part, priority, limb, depth and normal of every pixel; material -1 where nothing is.

    `scale` is pixels a unit, (`left`, `ground`) the pixel of the view's origin. One ray a pixel; where material or part differ from
    a neighbour's, samples x samples rays and a vote weighed by priority; a pixel is filled from half coverage on.
    """
    n = rows.shape[0]
    inverse = 1.0 / scale
    e = min(0.75, max(0.25, 0.6 * inverse))
    material = np.full((height, width), -1, np.int16)
    part = np.full((height, width), -1, np.int16)
    priority = np.zeros((height, width), np.float32)
    limb = np.zeros((height, width), np.float32)
    depth = np.full((height, width), EMPTY, np.float32)
    normal = np.zeros((height, width, 3), np.float32)
    row = np.empty(n, np.int64)
    ids = np.empty(n, np.int64)
    base = np.empty((n, 3))
    groups = np.empty((n + 1, 4))
    hit = np.zeros(8)
    way = np.zeros(3)
    x0, x1, y0, y1 = width, -1, height, -1
    for i in range(n):
        x0 = min(x0, math.floor(left + (seen[i, V_BOUND] - seen[i, 15]) * scale) - 1)
        x1 = max(x1, math.ceil(left + (seen[i, V_BOUND] + seen[i, 15]) * scale) + 1)
        y0 = min(y0, math.floor(ground - (seen[i, 13] + seen[i, 16]) * scale) - 1)
        y1 = max(y1, math.ceil(ground - (seen[i, 13] - seen[i, 16]) * scale) + 1)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(width, x1), min(height, y1)
    for py in range(y0, y1):
        y = (ground - py - 0.5) * inverse
        some = _in_row(seen, y, row)
        if some == 0:
            continue
        for px in range(x0, x1):
            if not _ray(rows, marks, corners, seen, row, some, (px + 0.5 - left) * inverse, y, e, ids, base, groups, hit):
                continue
            material[py, px], part[py, px] = int(hit[0]), int(hit[1])
            priority[py, px], depth[py, px], limb[py, px] = hit[2], hit[3], hit[4]
            _normal(rows, corners, seen, ids, base, hit, e, way)
            normal[py, px, 0], normal[py, px, 1], normal[py, px, 2] = way[0], way[1], way[2]
    if samples < 2:
        return material, part, priority, limb, depth, normal
    first_material, first_part = material.copy(), part.copy()
    many = samples * samples
    rows_of = np.empty((samples, n), np.int64)
    in_rows = np.empty(samples, np.int64)
    keys = np.empty(many, np.int64)
    weights = np.empty(many)
    found = np.empty((many, 5))
    found_key = np.empty(many, np.int64)
    offsets = np.empty((many, 2))
    order = np.empty(many, np.int64)
    order[0], order[1], order[2], order[3] = 0, samples - 1, many - samples, many - 1
    put = 4
    for k in range(many):
        if k != order[0] and k != order[1] and k != order[2] and k != order[3]:
            order[put] = k
            put += 1
    for py in range(y0, y1):
        for j in range(samples):
            in_rows[j] = _in_row(seen, (ground - py - (j + 0.5) / samples) * inverse, rows_of[j])
        for px in range(x0, x1):
            mine, own = first_material[py, px], first_part[py, px]
            edge = False
            for k in range(4):
                qy, qx = py + (k == 0) - (k == 1), px + (k == 2) - (k == 3)
                if 0 <= qy < height and 0 <= qx < width and (first_material[qy, qx] != mine or first_part[qy, qx] != own):
                    edge = True
            if not edge:
                continue
            kinds, total, got = 0, 0.0, 0
            agreed = True
            for turn in range(many):
                # the four corners first: where they agree with the middle, the rest would too
                if turn == 4 and agreed:
                    break
                place = order[turn]
                i, j = place % samples, place // samples
                if in_rows[j] > 0:
                    y = (ground - py - (j + 0.5) / samples) * inverse
                    x = (px + (i + 0.5) / samples - left) * inverse
                    if not _ray(rows, marks, corners, seen, rows_of[j], in_rows[j], x, y, e, ids, base, groups, hit):
                        agreed = agreed and mine < 0
                        continue
                    key = int(hit[0]) * 4096 + int(hit[1])
                    agreed = agreed and mine >= 0 and key == mine * 4096 + own
                    total += hit[2]
                    found_key[got] = key
                    found[got, 0], found[got, 1], found[got, 2] = hit[2], hit[3], hit[4]
                    offsets[got, 0], offsets[got, 1] = x, y
                    got += 1
                    slot = -1
                    for k in range(kinds):
                        if keys[k] == key:
                            slot = k
                            break
                    if slot < 0:
                        keys[kinds] = key
                        weights[kinds] = hit[2]
                        kinds += 1
                    else:
                        weights[slot] += hit[2]
                else:
                    agreed = agreed and mine < 0
            if agreed:
                continue
            if total < 0.5 * many:
                material[py, px], part[py, px], depth[py, px], priority[py, px] = -1, -1, EMPTY, 0.0
                continue
            winner = 0
            for k in range(1, kinds):
                if weights[k] > weights[winner]:
                    winner = k
            chosen = keys[winner]
            if mine >= 0 and chosen == mine * 4096 + own:
                continue
            # The sample of the winner nearest to the middle speaks for the pixel.
            cx, cy = (px + 0.5 - left) * inverse, (ground - py - 0.5) * inverse
            nearest, speaker = 1e9, 0
            for k in range(got):
                if found_key[k] == chosen:
                    d = (offsets[k, 0] - cx) ** 2 + (offsets[k, 1] - cy) ** 2
                    if d < nearest:
                        nearest, speaker = d, k
            y = offsets[speaker, 1]
            some = _in_row(seen, y, row)
            if _ray(rows, marks, corners, seen, row, some, offsets[speaker, 0], y, e, ids, base, groups, hit):
                _normal(rows, corners, seen, ids, base, hit, e, way)
                normal[py, px, 0], normal[py, px, 1], normal[py, px, 2] = way[0], way[1], way[2]
            material[py, px], part[py, px] = chosen // 4096, chosen % 4096
            priority[py, px], depth[py, px], limb[py, px] = found[speaker, 0], found[speaker, 1], found[speaker, 2]
    return material, part, priority, limb, depth, normal
