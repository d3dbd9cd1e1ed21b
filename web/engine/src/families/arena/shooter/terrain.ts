/** The rock a shooter stage flies through: open sky, caverns that narrow and bend, or broken walls with gaps. */
import type { Rng } from '../../../core/rng';

export const TILE = 8;
export const ROWS = 23;
/** Columns of one screen. */
export const SCREEN = 40;

export type Landscape = 'open' | 'cavern' | 'gates' | 'canyon';

export interface Terrain {
  rows: string[];
  width: number;
  /** Open rows [top, bottom) per column. */
  open: [number, number][];
}

/** `narrow` 0-100: how much of the room the rock may take. */
export function carve(landscape: Landscape, width: number, narrow: number, rng: Rng): Terrain {
  const top = new Array<number>(width).fill(0);
  const bottom = new Array<number>(width).fill(0);
  if (landscape === 'cavern') cavern(top, bottom, narrow, rng);
  else if (landscape === 'canyon') canyon(bottom, narrow, rng);
  else if (landscape === 'gates') gates(top, bottom, narrow, rng);
  // The first screen and the last one are open: a safe start, and room for what waits at the end.
  const rows: string[] = [];
  const open: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    if (x < SCREEN + 6 || x >= width - SCREEN - 8) {
      top[x] = 0;
      bottom[x] = 0;
    }
    open.push([top[x] as number, ROWS - (bottom[x] as number)]);
  }
  for (let y = 0; y < ROWS; y++) {
    let row = '';
    for (let x = 0; x < width; x++) row += y < (top[x] as number) || y >= ROWS - (bottom[x] as number) ? '#' : '.';
    rows.push(row);
  }
  return { rows, width, open };
}

/** Ceiling and floor wander; the opening never gets under 12 rows (96 px) and never jumps by more than one row a column. */
function cavern(top: number[], bottom: number[], narrow: number, rng: Rng): void {
  const most = 2 + Math.floor((narrow * 4) / 100);
  let up = 1;
  let down = 1;
  let wantUp = 1;
  let wantDown = 1;
  for (let x = 0; x < top.length; x++) {
    if (x % 14 === 0) {
      wantUp = rng.range(0, most);
      wantDown = rng.range(0, most);
    }
    if ((x & 1) === 0) {
      up += Math.sign(wantUp - up);
      down += Math.sign(wantDown - down);
    }
    top[x] = up;
    bottom[x] = down;
  }
}

/** Only a floor, with hills. */
function canyon(bottom: number[], narrow: number, rng: Rng): void {
  const most = 3 + Math.floor((narrow * 4) / 100);
  let height = 1;
  let want = 1;
  for (let x = 0; x < bottom.length; x++) {
    if (x % 11 === 0) want = rng.chance(40) ? 1 : rng.range(2, most);
    if ((x & 1) === 0) height += Math.sign(want - height);
    bottom[x] = height;
  }
}

/** Blocks from above and below in turn, with a gap of at least 11 rows (88 px) to fly through. */
function gates(top: number[], bottom: number[], narrow: number, rng: Rng): void {
  let x = SCREEN + 10;
  let above = rng.chance(50);
  while (x < top.length - SCREEN - 12) {
    const length = rng.range(3, 6);
    const height = rng.range(5, 7 + Math.floor((narrow * 4) / 100));
    for (let i = 0; i < length && x + i < top.length; i++) (above ? top : bottom)[x + i] = Math.min(height, ROWS - 11);
    x += length + rng.range(16, 28);
    above = rng.chance(70) ? !above : above;
  }
}
