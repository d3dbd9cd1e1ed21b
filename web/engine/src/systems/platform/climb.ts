/**
 * Distances for one who walks, jumps and falls: like a flood over open tiles, but going up costs height that only footing gives
 * back, and going down costs little. What a bare flood takes for a way straight up through the air is none here.
 */

export interface Ground {
  width: number;
  height: number;
  /** 1 for cells that let one through. */
  open: Uint8Array;
  /** 1 for cells in which one can stand, or gets new height otherwise. */
  carries: Uint8Array;
  /** Tiles a jump rises; at least 1. */
  rise: number;
}

/** Costs of a step, quarters of a tile. */
const ACROSS = 4;
const UP = 4;
const DOWN = 1;
const BUCKETS = 5;

/**
 * Cost from every state to the nearest of `targets`, quarters of a tile; -1 where there is no way. A state is a cell and the tiles
 * risen since there was footing: index `cell * (rise + 1) + risen`. Who has risen `rise` tiles can only fall; in a cell that carries
 * `risen` is 0.
 */
export function climb(ground: Ground, targets: readonly number[]): Int32Array {
  const { width, height, open, carries, rise } = ground;
  const size = width * height;
  const layers = rise + 1;
  const out = new Int32Array(size * layers).fill(-1);
  // Costs are small whole numbers: as many lists as there are costs, used in turn.
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  let waiting = 0;
  const best = new Int32Array(size * layers).fill(0x7fffffff);
  const offer = (cell: number, risen: number, cost: number): void => {
    const at = cell * layers + risen;
    if (cost >= (best[at] as number)) return;
    best[at] = cost;
    (buckets[cost % BUCKETS] as number[]).push(at);
    waiting++;
  };
  /** Every height at which one can be in the cell. */
  const offerAll = (cell: number, cost: number, most: number): void => {
    if (carries[cell] === 1) offer(cell, 0, cost);
    else for (let k = 0; k <= most; k++) offer(cell, k, cost);
  };
  for (const t of targets) if (t >= 0 && t < size) offerAll(t, 0, rise);
  for (let cost = 0; waiting > 0; cost++) {
    const list = buckets[cost % BUCKETS] as number[];
    while (list.length > 0) {
      const at = list.pop() as number;
      waiting--;
      if (best[at] !== cost || out[at] !== -1) continue;
      out[at] = cost;
      const cell = Math.floor(at / layers);
      const risen = at - cell * layers;
      const x = cell % width;
      const standing = carries[cell] === 1;
      const above = cell - width;
      // Who was above and fell in; from a cell that carries one walks off, never through.
      if (above >= 0 && open[above] === 1 && carries[above] !== 1 && (standing || risen === rise)) offerAll(above, cost + DOWN, rise);
      const below = cell + width;
      if (below < size && open[below] === 1) {
        if (standing) offerAll(below, cost + UP, rise - 1);
        else if (risen > 0 && (carries[below] !== 1 || risen === 1)) offer(below, risen - 1, cost + UP);
      }
      for (let side = -1; side <= 1; side += 2) {
        if (x + side < 0 || x + side >= width || open[cell + side] !== 1) continue;
        if (standing) offerAll(cell + side, cost + ACROSS, rise);
        else if (carries[cell + side] !== 1) offer(cell + side, risen, cost + ACROSS);
        // Over the edge without a jump: only down from there.
        else if (risen === rise) offer(cell + side, 0, cost + ACROSS);
      }
    }
  }
  return out;
}
