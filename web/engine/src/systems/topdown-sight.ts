/** Lines of sight and distance fields over a tile grid. */
import type { State } from '../core/types';
import type { Ground } from './topdown';

/** Whether no blocked tile lies on the line between two points (subpixels). Walks the grid tile by tile (Amanatides and Woo 1987, in integers). */
export function sees(ground: Ground, state: State, x0: number, y0: number, x1: number, y1: number, mask: number): boolean {
  const { shift } = ground;
  const tile = 1 << shift;
  let tx = x0 >> shift;
  let ty = y0 >> shift;
  const endX = x1 >> shift;
  const endY = y1 >> shift;
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  const stepX = x1 > x0 ? 1 : -1;
  const stepY = y1 > y0 ? 1 : -1;
  // Distances to the next grid lines, both scaled by dx * dy so that they compare without division (below 2^53).
  let nextX = (x1 > x0 ? (tx + 1) * tile - x0 : x0 - tx * tile) * dy;
  let nextY = (y1 > y0 ? (ty + 1) * tile - y0 : y0 - ty * tile) * dx;
  for (let i = Math.abs(endX - tx) + Math.abs(endY - ty); i > 0; i--) {
    if (ty === endY || (tx !== endX && nextX < nextY)) {
      tx += stepX;
      nextX += tile * dy;
    } else {
      ty += stepY;
      nextY += tile * dx;
    }
    if (ground.blocked(state, tx, ty, mask)) return false;
  }
  return true;
}

export const FAR = 0x7fff;

/**
 * Cost from every tile to the nearest of `sources` (tile indices), 4-connected, by Dial's buckets.
 * `cost`: 1-15 to enter each tile, 0 when it cannot be entered. Stops at `limit`. Unreached tiles hold FAR.
 */
export function distanceField(
  width: number,
  height: number,
  sources: readonly number[],
  cost: Uint8Array,
  limit: number = FAR - 1,
): Int16Array {
  const field = new Int16Array(width * height).fill(FAR);
  const buckets: number[][] = Array.from({ length: 16 }, () => []);
  let pending = 0;
  for (const s of sources) {
    field[s] = 0;
    (buckets[0] as number[]).push(s);
    pending++;
  }
  for (let d = 0; pending > 0 && d <= limit; d++) {
    const bucket = buckets[d & 15] as number[];
    for (let i = 0; i < bucket.length; i++) {
      const at = bucket[i] as number;
      pending--;
      if (field[at] !== d) continue;
      const x = at % width;
      for (let n = 0; n < 4; n++) {
        let to: number;
        if (n === 0) {
          if (x + 1 === width) continue;
          to = at + 1;
        } else if (n === 1) {
          if (x === 0) continue;
          to = at - 1;
        } else if (n === 2) {
          to = at + width;
          if (to >= field.length) continue;
        } else {
          to = at - width;
          if (to < 0) continue;
        }
        const c = cost[to] as number;
        if (c === 0) continue;
        const reach = d + c;
        if (reach < (field[to] as number)) {
          field[to] = reach;
          (buckets[reach & 15] as number[]).push(to);
          pending++;
        }
      }
    }
    bucket.length = 0;
  }
  return field;
}
