/** Motion of square bodies over a tile grid seen from above: axis by axis, sliding along walls, slipping round corners. */
import type { State } from '../core/types';

/** What motion needs to know of the ground. `blocked` answers for tile coordinates, outside included. */
export interface Ground {
  /** log2 of subpixels per tile. */
  readonly shift: number;
  blocked(state: State, tx: number, ty: number, mask: number): boolean;
}

export const HIT_X = 1;
export const HIT_Y = 2;

/**
 * Move the body whose centre is state[at], state[at + 1] by (dx, dy), |d| below a tile. `half`: half its side.
 * Returns HIT_X / HIT_Y for the axes that were stopped.
 */
export function moveBody(ground: Ground, state: State, at: number, half: number, mask: number, dx: number, dy: number): number {
  let hit = 0;
  if (dx !== 0 && !shiftX(ground, state, at, half, mask, dx)) hit |= HIT_X;
  if (dy !== 0 && !shiftY(ground, state, at, half, mask, dy)) hit |= HIT_Y;
  return hit;
}

function shiftX(ground: Ground, state: State, at: number, half: number, mask: number, dx: number): boolean {
  const { shift } = ground;
  const y = state[at + 1] as number;
  const x = (state[at] as number) + dx;
  const tx = (dx > 0 ? x + half - 1 : x - half) >> shift;
  const top = (y - half) >> shift;
  const bottom = (y + half - 1) >> shift;
  for (let ty = top; ty <= bottom; ty++) {
    if (ground.blocked(state, tx, ty, mask)) {
      state[at] = dx > 0 ? (tx << shift) - half : ((tx + 1) << shift) + half;
      return false;
    }
  }
  state[at] = x;
  return true;
}

function shiftY(ground: Ground, state: State, at: number, half: number, mask: number, dy: number): boolean {
  const { shift } = ground;
  const x = state[at] as number;
  const y = (state[at + 1] as number) + dy;
  const ty = (dy > 0 ? y + half - 1 : y - half) >> shift;
  const left = (x - half) >> shift;
  const right = (x + half - 1) >> shift;
  for (let tx = left; tx <= right; tx++) {
    if (ground.blocked(state, tx, ty, mask)) {
      state[at + 1] = dy > 0 ? (ty << shift) - half : ((ty + 1) << shift) + half;
      return false;
    }
  }
  state[at + 1] = y;
  return true;
}

/**
 * A body that pushes straight against a corner slides round it: when only `reach` or less of its side overlaps the
 * obstacle, it is moved sideways by up to `speed`. Call after moveBody reported a hit on that axis.
 */
export function slipCorner(
  ground: Ground,
  state: State,
  at: number,
  half: number,
  mask: number,
  pushX: number,
  pushY: number,
  reach: number,
  speed: number,
): void {
  const { shift } = ground;
  const x = state[at] as number;
  const y = state[at + 1] as number;
  if (pushX !== 0) {
    const tx = (pushX > 0 ? x + half : x - half - 1) >> shift;
    const top = (y - half) >> shift;
    const bottom = (y + half - 1) >> shift;
    if (top === bottom) return;
    const above = ground.blocked(state, tx, top, mask);
    const below = ground.blocked(state, tx, bottom, mask);
    const edge = bottom << shift;
    if (above && !below && edge - (y - half) <= reach) moveBody(ground, state, at, half, mask, 0, Math.min(speed, edge - (y - half)));
    else if (below && !above && y + half - edge <= reach) moveBody(ground, state, at, half, mask, 0, -Math.min(speed, y + half - edge));
  } else if (pushY !== 0) {
    const ty = (pushY > 0 ? y + half : y - half - 1) >> shift;
    const left = (x - half) >> shift;
    const right = (x + half - 1) >> shift;
    if (left === right) return;
    const before = ground.blocked(state, left, ty, mask);
    const after = ground.blocked(state, right, ty, mask);
    const edge = right << shift;
    if (before && !after && edge - (x - half) <= reach) moveBody(ground, state, at, half, mask, Math.min(speed, edge - (x - half)), 0);
    else if (after && !before && x + half - edge <= reach) moveBody(ground, state, at, half, mask, -Math.min(speed, x + half - edge), 0);
  }
}

/** Whether a body fits at (x, y). */
export function fits(ground: Ground, state: State, x: number, y: number, half: number, mask: number): boolean {
  const { shift } = ground;
  for (let ty = (y - half) >> shift; ty <= (y + half - 1) >> shift; ty++) {
    for (let tx = (x - half) >> shift; tx <= (x + half - 1) >> shift; tx++) if (ground.blocked(state, tx, ty, mask)) return false;
  }
  return true;
}
