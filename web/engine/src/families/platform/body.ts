/** Boxes against tiles: what stops, what carries, what hurts. Coordinates are top left, subpixels. */
import type { State } from '../../core/types';
import { hasBit } from '../../systems/platform/bits';
import { DOOR, LIQUID, ONE_WAY, SOLID, SPIKE, SPIKE_DOWN, TILE, TILE_SHIFT } from '../../systems/platform/tiles';
import type { PlatformWorld } from './world';

/** Whether the box overlaps a solid tile or a closed door. The sides of the level are walls, above and below it is open. */
export function collides(world: PlatformWorld, state: State, x: number, y: number, w: number, h: number): boolean {
  const x0 = x >> TILE_SHIFT;
  const x1 = (x + w - 1) >> TILE_SHIFT;
  if (x0 < 0 || x1 >= world.width) return true;
  let y0 = y >> TILE_SHIFT;
  let y1 = (y + h - 1) >> TILE_SHIFT;
  if (y0 < 0) y0 = 0;
  if (y1 >= world.height) y1 = world.height - 1;
  const { tiles, width } = world;
  for (let ty = y0; ty <= y1; ty++) {
    for (let at = ty * width + x0, end = ty * width + x1; at <= end; at++) {
      const code = tiles[at] as number;
      if (code === SOLID) return true;
      if (code === DOOR && closed(world, state, at)) return true;
    }
  }
  return false;
}

export function closed(world: PlatformWorld, state: State, cell: number): boolean {
  const door = world.doorAt[cell] as number;
  return door < 0 || !hasBit(state, world.bits, door);
}

/** Whether feet at `bottom` that go down to `below` meet the top of a one-way tile. */
export function oneWayBetween(world: PlatformWorld, x: number, w: number, bottom: number, below: number): number {
  const row0 = (bottom + TILE - 1) >> TILE_SHIFT;
  const row1 = below >> TILE_SHIFT;
  for (let ty = row0; ty <= row1; ty++) {
    if (ty < 0 || ty >= world.height) continue;
    const x1 = Math.min(world.width - 1, (x + w - 1) >> TILE_SHIFT);
    for (let tx = Math.max(0, x >> TILE_SHIFT); tx <= x1; tx++) {
      if (world.tiles[ty * world.width + tx] === ONE_WAY) return ty << TILE_SHIFT;
    }
  }
  return -1;
}

/** Whether a box could stand on the tile row that its bottom touches. */
export function supported(world: PlatformWorld, state: State, x: number, y: number, w: number, h: number): boolean {
  if (collides(world, state, x, y + h, w, 1)) return true;
  return ((y + h) & (TILE - 1)) === 0 && oneWayBetween(world, x, w, y + h, y + h) >= 0;
}

export const NO_HARM = 0;
export const HARM = 1;
export const DEADLY = 2;

/** What the tiles do to a hurtbox that moves at `vy`: spikes only hurt those who come onto their points. */
export function tileHarm(world: PlatformWorld, x: number, y: number, w: number, h: number, vy: number): number {
  const x0 = Math.max(0, x >> TILE_SHIFT);
  const x1 = Math.min(world.width - 1, (x + w - 1) >> TILE_SHIFT);
  const y0 = Math.max(0, y >> TILE_SHIFT);
  const y1 = Math.min(world.height - 1, (y + h - 1) >> TILE_SHIFT);
  for (let ty = y0; ty <= y1; ty++) {
    for (let tx = x0; tx <= x1; tx++) {
      const code = world.tiles[ty * world.width + tx] as number;
      if (code === SPIKE) {
        // The lower half of the cell holds the points.
        if (vy >= 0 && y + h > (ty << TILE_SHIFT) + (TILE >> 1)) return HARM;
      } else if (code === SPIKE_DOWN) {
        if (vy <= 0 && y < (ty << TILE_SHIFT) + (TILE >> 1)) return HARM;
      } else if (code === LIQUID && y + h > (ty << TILE_SHIFT) + (TILE >> 2)) return DEADLY;
    }
  }
  return NO_HARM;
}
