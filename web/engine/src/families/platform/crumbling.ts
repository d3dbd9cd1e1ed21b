/** Platforms that shake when stepped on, fall away and come back. */
import { E_STATE, E_TIMER, ENTITIES, STRIDE } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import type { PlatformWorld } from './world';

export const WHOLE = 0;
export const SHAKING = 1;
export const GONE = 2;
export const SHAKE_TICKS = 24;
const GONE_TICKS = 150;

/** Top of a crumbling platform met between `feet` and `below`, or -1. */
export function crumblingTop(world: PlatformWorld, state: State, i: number, x: number, w: number, feet: number, below: number): number {
  const def = world.crumbling[i]!;
  if (def.x >= x + w || def.x + def.w <= x || feet > def.y || below <= def.y) return -1;
  return state[ENTITIES + (world.crumblingFrom + i) * STRIDE + E_STATE] === GONE ? -1 : def.y;
}

export function touchCrumbling(state: State, i: number, from: number): void {
  const at = ENTITIES + (from + i) * STRIDE;
  if (state[at + E_STATE] !== WHOLE) return;
  state[at + E_STATE] = SHAKING;
  state[at + E_TIMER] = SHAKE_TICKS;
}

export function stepCrumbling(world: PlatformWorld, state: State, events: EventSink): void {
  for (let i = 0; i < world.crumbling.length; i++) {
    const at = ENTITIES + (world.crumblingFrom + i) * STRIDE;
    if (state[at + E_STATE] === WHOLE) continue;
    const left = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = left;
    if (left > 0) continue;
    if (state[at + E_STATE] === SHAKING) {
      state[at + E_STATE] = GONE;
      state[at + E_TIMER] = GONE_TICKS;
      const def = world.crumbling[i]!;
      if (events !== null)
        events.push({ type: 'explode', x: (def.x + def.w / 2) / 256, y: def.y / 256, entity: world.types[def.type]?.type ?? '' });
    } else state[at + E_STATE] = WHOLE;
  }
}
