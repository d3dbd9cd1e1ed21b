/** From plan to ground: every room gets a box in its cell and a silhouette, every link a way and perhaps a door. */
import { isqrt } from '../../../core/int';
import type { Rng } from '../../../core/rng';
import { type Box, Canvas } from './canvas';
import type { Link, Mission, Room } from './mission';
import type { StyleTraits } from './style';

export interface Gate {
  x: number;
  y: number;
  link: Link;
}

export interface Site {
  canvas: Canvas;
  mission: Mission;
  /** Box of each room, by id. */
  boxes: Box[];
  /** Middle of each room: always floor. */
  centres: [number, number][];
  gates: Gate[];
}

function spans(rng: Rng, count: number, low: number, high: number): { at: number[]; size: number[]; total: number } {
  const at: number[] = [];
  const size: number[] = [];
  let total = 1;
  for (let i = 0; i < count; i++) {
    at.push(total);
    const s = rng.range(low, high);
    size.push(s);
    total += s;
  }
  return { at, size, total: total + 1 };
}

export function shape(rng: Rng, mission: Mission, traits: StyleTraits): Site {
  const tight = traits.adjoining || traits.roomy;
  const across = spans(rng, mission.columns, tight ? 11 : 12, tight ? 16 : 18);
  const down = spans(rng, mission.rows, tight ? 9 : 10, tight ? 12 : 13);
  const canvas = new Canvas(across.total, down.total, traits.solid);
  const boxes: Box[] = [];
  const centres: [number, number][] = [];
  for (const room of mission.rooms) {
    const cell: Box = { x: across.at[room.cx]!, y: down.at[room.cy]!, w: across.size[room.cx]!, h: down.size[room.cy]! };
    const box = traits.adjoining ? { x: cell.x, y: cell.y, w: cell.w - 1, h: cell.h - 1 } : within(rng, cell, room, traits);
    boxes.push(box);
    centres.push([box.x + (box.w >> 1), box.y + (box.h >> 1)]);
    if (traits.organic) blob(rng, canvas, box, room.id);
    else chamber(rng, canvas, box, room, traits);
  }
  const gates: Gate[] = [];
  const site = { canvas, mission, boxes, centres, gates };
  for (const link of mission.links) join(rng, site, link, across, down, traits);
  return site;
}

/** Great rooms fill their cell, small ones leave rock around them. */
function within(rng: Rng, cell: Box, room: Room, traits: StyleTraits): Box {
  if (traits.roomy) {
    const margin = traits.organic ? 1 : 0;
    const w = cell.w - 1 - 2 * margin - rng.int(3);
    const h = cell.h - 1 - 2 * margin - rng.int(2);
    return { x: cell.x + margin + rng.int(cell.w - 2 * margin - w), y: cell.y + margin + rng.int(cell.h - 2 * margin - h), w, h };
  }
  const great = room.role === 'boss' || room.role === 'arena';
  const small = room.role === 'key' || room.role === 'treasure' || room.role === 'rest';
  const roomW = cell.w - 3;
  const roomH = cell.h - 3;
  const w = great ? roomW : Math.min(roomW, rng.range(small ? 7 : 8, small ? 9 : 13));
  const h = great ? roomH : Math.min(roomH, rng.range(small ? 6 : 6, small ? 8 : 10));
  return { x: cell.x + 1 + rng.int(roomW - w + 1), y: cell.y + 1 + rng.int(roomH - h + 1), w, h };
}

/** A box with one of several silhouettes. */
function chamber(rng: Rng, canvas: Canvas, box: Box, room: Room, traits: StyleTraits): void {
  const cut = traits.adjoining || room.role === 'arena' ? 0 : rng.weighted([3, 2, 2, 2, 1]);
  const { x, y, w, h } = box;
  const corner = rng.int(4);
  for (let j = 0; j < h; j++) {
    for (let i = 0; i < w; i++) {
      const left = i;
      const right = w - 1 - i;
      const top = j;
      const bottom = h - 1 - j;
      if (cut === 1 && Math.min(left, right) + Math.min(top, bottom) < 2) continue;
      if (cut === 2 && (corner & 1 ? left : right) < w >> 1 && (corner & 2 ? top : bottom) < (h >> 1) - 1) continue;
      if (cut === 3 && Math.min(left, right) < 2 && Math.min(top, bottom) < 2) continue;
      if (cut === 4 && !inEllipse(i, j, w, h)) continue;
      canvas.carve(x + i, y + j, room.id);
    }
  }
}

function inEllipse(i: number, j: number, w: number, h: number): boolean {
  const dx = 2 * i - (w - 1);
  const dy = 2 * j - (h - 1);
  return dx * dx * h * h + dy * dy * w * w <= w * w * h * h + w * h * 4;
}

/** An ellipse whose edge wanders from row to row. */
function blob(rng: Rng, canvas: Canvas, box: Box, room: number): void {
  const { x, y, w, h } = box;
  let wanderLeft = rng.int(3) - 1;
  let wanderRight = rng.int(3) - 1;
  for (let j = 0; j < h; j++) {
    const dy = 2 * j - (h - 1);
    const round = h + 2;
    const half = Math.max(2, Math.trunc((w * isqrt(Math.max(0, round * round - dy * dy))) / (2 * round)) + 1);
    wanderLeft = Math.max(-2, Math.min(1, wanderLeft + rng.int(3) - 1));
    wanderRight = Math.max(-2, Math.min(1, wanderRight + rng.int(3) - 1));
    const middle = x + (w >> 1);
    const from = Math.max(x - 1, middle - half - wanderLeft);
    const to = Math.min(x + w, middle + half + wanderRight);
    for (let i = from; i <= to; i++) canvas.carve(i, y + j, room);
  }
}

function middleOf(rng: Rng, from: number, to: number): number {
  const slack = Math.max(0, (to - from) >> 2);
  const mid = (from + to) >> 1;
  return mid + rng.range(-slack, slack);
}

/** Beside the middle line of a way: one more tile, or one on either side. */
const SIDES = [1, -1] as const;

interface Spans {
  at: number[];
  size: number[];
}

function join(rng: Rng, site: Site, link: Link, across: Spans, down: Spans, traits: StyleTraits): void {
  let a = site.mission.rooms[link.a]!;
  let b = site.mission.rooms[link.b]!;
  if (b.cx < a.cx || b.cy < a.cy) [a, b] = [b, a];
  const boxA = site.boxes[a.id]!;
  const boxB = site.boxes[b.id]!;
  const sideways = a.cy === b.cy;
  // The wall line between the two cells, and the point of the way on it.
  const lineX = sideways ? across.at[b.cx]! - 1 : 0;
  const lineY = sideways ? 0 : down.at[b.cy]! - 1;
  const overlap = (p: number, pn: number, q: number, qn: number, lowest: number, highest: number): number => {
    const from = Math.max(p, q) + 1;
    const to = Math.min(p + pn, q + qn) - 2;
    return from <= to ? middleOf(rng, from, to) : Math.max(lowest + 2, Math.min(highest - 3, (from + to) >> 1));
  };
  const cellLow = sideways ? down.at[a.cy]! : across.at[a.cx]!;
  const cellHigh = cellLow + (sideways ? down.size[a.cy]! : across.size[a.cx]!);
  const gx = sideways ? lineX : overlap(boxA.x, boxA.w, boxB.x, boxB.w, cellLow, cellHigh);
  const gy = sideways ? overlap(boxA.y, boxA.h, boxB.y, boxB.h, cellLow, cellHigh) : lineY;
  const wide = link.lock !== null || traits.adjoining ? 0 : traits.roomy ? 2 : rng.chance(traits.organic ? 90 : 55) ? 1 : 0;
  way(site, a.id, gx, gy, sideways ? -1 : 0, sideways ? 0 : -1, wide, traits);
  way(site, b.id, gx, gy, sideways ? 1 : 0, sideways ? 0 : 1, wide, traits);
  const { canvas } = site;
  canvas.set(gx, gy, traits.path === '' ? '.' : traits.path);
  canvas.reserve(gx, gy);
  for (const k of SIDES.slice(0, wide)) {
    const [ox, oy] = sideways ? [gx, gy + k] : [gx + k, gy];
    canvas.set(ox, oy, '.');
    canvas.reserve(ox, oy);
  }
  if (link.lock !== null) {
    canvas.set(gx, gy, 'D');
    site.gates.push({ x: gx, y: gy, link });
  }
}

/** Carve from a point on the wall line into a room, straight to its floor and then, reserved, to its middle. */
function way(site: Site, room: number, gx: number, gy: number, dx: number, dy: number, wide: number, traits: StyleTraits): void {
  const { canvas } = site;
  const [cx, cy] = site.centres[room]!;
  const lay = (x: number, y: number, inRoom: boolean): void => {
    canvas.carve(x, y, room);
    canvas.reserve(x, y);
    if (traits.path !== '' && canvas.get(x, y) === '.') canvas.set(x, y, traits.path);
    if (inRoom) return;
    for (const k of SIDES.slice(0, wide)) {
      const [ox, oy] = dx !== 0 ? [x, y + k] : [x + k, y];
      canvas.carve(ox, oy, room);
      canvas.reserve(ox, oy);
    }
  };
  let x = gx;
  let y = gy;
  let inRoom = false;
  const box = site.boxes[room]!;
  for (;;) {
    const done = dx !== 0 ? x === cx : y === cy;
    if (done) break;
    x += dx;
    y += dy;
    const deep = x > box.x && y > box.y && x < box.x + box.w - 1 && y < box.y + box.h - 1;
    if (deep && canvas.isFloor(x, y)) inRoom = true;
    lay(x, y, inRoom);
  }
  while (x !== cx || y !== cy) {
    x += Math.sign(cx - x);
    y += dx !== 0 ? Math.sign(cy - y) : 0;
    lay(x, y, true);
  }
}
