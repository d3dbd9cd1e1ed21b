/** What foes share: falling, walking, looking for the hero, shooting. */
import { E_TIMER, E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, HX, HY, STRIDE } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { TILE, TILE_SHIFT } from '../../systems/platform/tiles';
import { collides, supported, tileHarm } from './body';
import type { EnemyDef, PlatformWorld } from './world';

/** Values of E_STATE common to the behaviours that think. */
export const CALM = 0;
export const TELL = 1;
export const ACT = 2;
export const REST = 3;

/** Gravity for those on foot. Returns whether it stands. */
export function settle(world: PlatformWorld, state: State, at: number, def: EnemyDef): boolean {
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const vy = Math.min((state[at + E_VY] as number) + 50, 680);
  if (vy > 0 && supported(world, state, x, y, def.w, def.h)) {
    state[at + E_VY] = 0;
    return true;
  }
  const feet = y + def.h;
  if (vy > 0) {
    // Feet stop at the first row that carries.
    for (let row = (feet + TILE - 1) >> TILE_SHIFT; row << TILE_SHIFT <= feet + vy; row++) {
      const top = (row << TILE_SHIFT) - def.h;
      if (supported(world, state, x, top, def.w, def.h)) {
        state[at + E_Y] = top;
        state[at + E_VY] = 0;
        return true;
      }
    }
  } else if (collides(world, state, x, y + vy, def.w, def.h)) {
    state[at + E_VY] = 0;
    return false;
  }
  state[at + E_Y] = y + vy;
  state[at + E_VY] = vy;
  if (y + vy > world.bottom) state[at + E_TYPE] = FREE;
  return false;
}

/** One step aside; false when a wall, a ledge or spikes are in the way (nothing moves then). */
export function walk(world: PlatformWorld, state: State, at: number, def: EnemyDef, dx: number, ledges: boolean): boolean {
  const x = (state[at + E_X] as number) + dx;
  const y = state[at + E_Y] as number;
  if (collides(world, state, x, y, def.w, def.h)) return false;
  if (ledges) {
    const edge = dx > 0 ? x + def.w - 1 : x;
    if (!supported(world, state, edge, y, 1, def.h)) return false;
    if (tileHarm(world, edge, y, 1, def.h, 1) !== 0) return false;
  }
  state[at + E_X] = x;
  return true;
}

export function heroDx(world: PlatformWorld, state: State, at: number, def: EnemyDef): number {
  return (state[HX] as number) + (world.physics.w >> 1) - (state[at + E_X] as number) - (def.w >> 1);
}

export function heroDy(world: PlatformWorld, state: State, at: number, def: EnemyDef): number {
  return (state[HY] as number) + (world.physics.h >> 1) - (state[at + E_Y] as number) - (def.h >> 1);
}

/** Put a foe's shot into the first free slot; centre and velocity in subpixels. */
export function fire(world: PlatformWorld, state: State, x: number, y: number, vx: number, vy: number, events: EventSink): void {
  for (let i = world.enemyShotsFrom; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] !== FREE) continue;
    state[at + E_TYPE] = world.enemyShotType;
    state[at + E_X] = x;
    state[at + E_Y] = y;
    state[at + E_VX] = vx;
    state[at + E_VY] = vy;
    state[at + E_TIMER] = 150;
    if (events !== null) events.push({ type: 'enemy_shoot', x: x / 256, y: y / 256, entity: world.types[world.enemyShotType]?.type ?? '' });
    return;
  }
}
