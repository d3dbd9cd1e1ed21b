/** What makes a room look like a place: pillars, shelves, hedges, ponds, buildings, set in patterns, never on a way. */
import type { Rng } from '../../../core/rng';
import type { Box } from './canvas';
import type { Room } from './mission';
import type { Site } from './shape';
import type { Style, StyleTraits } from './style';

export function furnish(rng: Rng, site: Site, style: Style, traits: StyleTraits): void {
  for (const room of site.mission.rooms) {
    const box = site.boxes[room.id]!;
    protect(site, room);
    if (style === 'city') blocks(rng, site, box);
    else if (style === 'garden') parterre(rng, site, box, room);
    else if (style === 'interior') parlour(rng, site, box, room);
    else if (traits.organic) grove(rng, site, box, room, traits);
    else vault(rng, site, box, room, traits);
    scatter(rng, site, box);
  }
}

/** The middle of every room stays free, 3 x 3, for what the room is about; arenas and lairs keep more. */
function protect(site: Site, room: Room): void {
  const [cx, cy] = site.centres[room.id]!;
  const reach = room.role === 'boss' ? 3 : 1;
  for (let y = cy - reach; y <= cy + reach; y++) for (let x = cx - reach; x <= cx + reach; x++) site.canvas.reserve(x, y);
}

/** The same prop at the four mirror images of an offset from the room's corner. */
function mirrored(site: Site, box: Box, i: number, j: number, char: string): void {
  const { canvas } = site;
  for (const x of [box.x + i, box.x + box.w - 1 - i]) for (const y of [box.y + j, box.y + box.h - 1 - j]) canvas.prop(x, y, char);
}

/** Dungeon and ruins: pillars in rows, crossed walls, crates in a corner. */
function vault(rng: Rng, site: Site, box: Box, room: Room, traits: StyleTraits): void {
  const { canvas } = site;
  const pattern = room.role === 'boss' ? 0 : room.role === 'treasure' ? 3 : rng.int(6);
  switch (pattern) {
    case 0:
      mirrored(site, box, 2, 2, traits.tall);
      if (box.w >= 13) mirrored(site, box, 5, 2, traits.tall);
      break;
    case 1:
      for (let i = 2; i < box.w - 2; i += 3) {
        canvas.prop(box.x + i, box.y + 2, traits.tall);
        canvas.prop(box.x + i, box.y + box.h - 3, traits.tall);
      }
      break;
    case 2: {
      // Low walls from the sides, leaving the middle open.
      for (let i = 1; i <= (box.w >> 1) - 3; i++) {
        canvas.prop(box.x + i, box.y + (box.h >> 1) - 1, traits.solid);
        canvas.prop(box.x + box.w - 1 - i, box.y + (box.h >> 1) + 1, traits.solid);
      }
      break;
    }
    case 3:
      mirrored(site, box, 1, 1, traits.tall);
      break;
    case 4: {
      const left = rng.chance(50);
      for (let k = 0; k < 4; k++) canvas.prop(left ? box.x + (k & 1) : box.x + box.w - 1 - (k & 1), box.y + (k >> 1), traits.low);
      for (let k = 0; k < 3; k++) canvas.prop(left ? box.x + box.w - 1 : box.x, box.y + box.h - 1 - k, traits.low);
      break;
    }
    default:
      mirrored(site, box, 3, 2, traits.low);
      break;
  }
  if (traits.solid === '#' && traits.path !== '') rubble(rng, site, box, traits);
}

/** Broken stubs of wall. */
function rubble(rng: Rng, site: Site, box: Box, traits: StyleTraits): void {
  for (let k = 0; k < 3; k++) {
    const x = box.x + 1 + rng.int(Math.max(1, box.w - 3));
    const y = box.y + 1 + rng.int(Math.max(1, box.h - 3));
    const along = rng.chance(50);
    for (let i = 0; i < 2 + rng.int(2); i++) site.canvas.prop(along ? x + i : x, along ? y : y + i, i === 0 ? traits.tall : traits.low);
  }
}

/** Rooms of a building: shelves along the walls or in rows, tables with benches, a carpet. */
function parlour(rng: Rng, site: Site, box: Box, room: Room): void {
  const { canvas } = site;
  const { x, y, w, h } = box;
  switch (room.role === 'boss' ? 3 : rng.int(5)) {
    case 0:
      for (let j = 2; j < h - 2; j += 3) for (let i = 2; i < w - 2; i++) canvas.prop(x + i, y + j, 'k');
      break;
    case 1:
      for (let i = 2; i < w - 2; i += 3) for (let j = 1; j < h - 2; j++) if (j !== h >> 1) canvas.prop(x + i, y + j, 'k');
      break;
    case 2:
      for (let i = 1; i < w - 1; i++) if (i % 4 !== 3) canvas.prop(x + i, y, 'k');
      mirrored(site, box, 3, 3, 'c');
      mirrored(site, box, 4, 3, 'c');
      break;
    case 3:
      mirrored(site, box, 1, 1, 'p');
      mirrored(site, box, w >> 2, 2, 'c');
      break;
    default:
      mirrored(site, box, 0, 0, 'k');
      mirrored(site, box, 0, 1, 'k');
      mirrored(site, box, (w >> 1) - 2, (h >> 1) - 2, 'c');
      break;
  }
  if (room.role !== 'trap') {
    for (let j = 2; j < h - 2; j++) for (let i = 3; i < w - 3; i++) if (canvas.get(x + i, y + j) === '.') canvas.set(x + i, y + j, ':');
  }
}

/** Hedges and beds of tall flowers around a middle, mirrored both ways. */
function parterre(rng: Rng, site: Site, box: Box, room: Room): void {
  const { canvas } = site;
  const pattern = room.role === 'boss' || room.role === 'arena' ? 2 : rng.int(4);
  const w2 = box.w >> 1;
  const h2 = box.h >> 1;
  for (let j = 1; j < h2; j++) {
    for (let i = 1; i < w2; i++) {
      if (pattern === 0 && j >= 2 && i >= 2 && i <= w2 - 2 && j <= h2 - 1) mirrored(site, box, i, j, j === 2 || i === 2 ? 'H' : '"');
      if (pattern === 1 && i % 3 === 2 && j % 2 === 0) mirrored(site, box, i, j, 'o');
      if (pattern === 2 && i === 1 && j === 1) mirrored(site, box, i, j, 'T');
      if (pattern === 3 && ((i === 2 && j >= 1) || (j === 2 && i >= 4 && i < w2 - 1))) mirrored(site, box, i, j, j === 1 ? 'f' : 'H');
    }
  }
  if (pattern === 2) for (let i = 3; i < w2; i++) mirrored(site, box, i, 1, '"');
  canvas.reserve(box.x + w2, box.y + h2);
}

/** Streets around houses. */
function blocks(rng: Rng, site: Site, box: Box): void {
  const { canvas } = site;
  const split = rng.chance(60);
  const house = (x: number, y: number, w: number, h: number): void => {
    // A house stands whole or not at all: no slices of it beside a way.
    for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) if (!canvas.isFloor(x + i, y + j) || canvas.isReserved(x + i, y + j)) return;
    for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) canvas.set(x + i, y + j, 'B');
  };
  const w = Math.max(2, (box.w - 5) >> 1);
  const h = Math.max(2, (box.h - 4) >> 1);
  for (const right of [false, true]) {
    for (const low of [false, true]) {
      const hx = right ? box.x + box.w - 1 - w : box.x + 1;
      const hy = low ? box.y + box.h - 1 - h : box.y + 1;
      if (split) house(hx, hy, w, h);
      else house(hx, hy, Math.max(2, w - 1), Math.max(1, h - 1));
      house(hx, hy, 2, 2);
    }
  }
  for (let k = 0; k < 3; k++) canvas.prop(box.x + rng.int(box.w), rng.chance(50) ? box.y : box.y + box.h - 1, rng.chance(60) ? 'c' : 'f');
}

/** Clearings: clumps of trees or rocks near the edge, tall grass, a stone in the open. */
function grove(rng: Rng, site: Site, box: Box, room: Room, traits: StyleTraits): void {
  const { canvas } = site;
  const clumps = room.role === 'boss' ? 1 : 2 + rng.int(3);
  for (let k = 0; k < clumps; k++) {
    const x = box.x + 1 + rng.int(Math.max(1, box.w - 2));
    const y = box.y + 1 + rng.int(Math.max(1, box.h - 2));
    canvas.prop(x, y, k === 0 ? traits.tall : traits.low);
    if (rng.chance(60)) canvas.prop(x + 1, y, traits.low);
    if (rng.chance(40)) canvas.prop(x, y + 1, traits.tall);
  }
  if (traits.path === '') return;
  const gx = box.x + 2 + rng.int(Math.max(1, box.w - 4));
  const gy = box.y + 1 + rng.int(Math.max(1, box.h - 3));
  for (let j = 0; j < 3; j++) {
    for (let i = 0; i < 4; i++) if (canvas.get(gx + i, gy + j) === '.' && !(i % 3 === 0 && j % 2 === 0)) canvas.set(gx + i, gy + j, '"');
  }
}

function scatter(rng: Rng, site: Site, box: Box): void {
  const { canvas } = site;
  for (let k = 0; k < (box.w * box.h) >> 4; k++) {
    const x = box.x + rng.int(box.w);
    const y = box.y + rng.int(box.h);
    if (canvas.get(x, y) === '.') canvas.set(x, y, ',');
  }
}
