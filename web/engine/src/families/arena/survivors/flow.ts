/** Ways around walls: for a target tile, the step to take from every other tile. Made on demand and kept: a pure function of the level. */
import type { ArenaWorld } from '../world';

/** No way, or already there. */
export const NOWHERE = 8;
export const FLOW_X = [1, 1, 0, -1, -1, -1, 0, 1, 0];
export const FLOW_Y = [0, 1, 1, 1, 0, -1, -1, -1, 0];

/** Breadth-first search outwards from `target`; straight steps first, diagonals never across a corner. The rim of the ground is wall. */
export function flowTo(world: ArenaWorld, target: number): Uint8Array {
  const known = world.flows[target];
  if (known !== undefined) return known;
  const { width, height, solid } = world;
  const flow = new Uint8Array(width * height).fill(NOWHERE);
  const queue = new Int32Array(width * height);
  let tail = 0;
  queue[tail++] = target;
  for (let head = 0; head < tail; head++) {
    const tile = queue[head] as number;
    for (let k = 0; k < 8; k++) {
      const direction = k < 4 ? k * 2 : (k - 4) * 2 + 1;
      const dx = FLOW_X[direction] as number;
      const dy = (FLOW_Y[direction] as number) * width;
      const next = tile + dx + dy;
      if (flow[next] !== NOWHERE || solid[next] === 1 || next === target) continue;
      if (k >= 4 && (solid[tile + dx] === 1 || solid[tile + dy] === 1)) continue;
      // Whoever stands there comes this way: the opposite direction.
      flow[next] = (direction + 4) & 7;
      queue[tail++] = next;
    }
  }
  world.flows[target] = flow;
  return flow;
}
