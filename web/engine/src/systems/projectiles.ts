/** Fixed-capacity pools of things in the state: bullets, foes, pickups. A slot is free when its type is FREE; nothing is ever allocated. */
import { E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, STRIDE } from '../core/state';
import type { State } from '../core/types';

/** Slots [from, to) of the entity area, and where the state counts those in use. */
export interface Pool {
  readonly from: number;
  readonly to: number;
  /** Index in the state of the number of used slots. */
  readonly count: number;
}

export function poolSize(pool: Pool): number {
  return pool.to - pool.from;
}

/** Take a free slot, zeroed, with type and position set; returns its offset in the state, or -1 when the pool is full. */
export function take(state: State, pool: Pool, type: number, x: number, y: number): number {
  if ((state[pool.count] as number) >= pool.to - pool.from) return -1;
  const end = ENTITIES + pool.to * STRIDE;
  for (let at = ENTITIES + pool.from * STRIDE; at < end; at += STRIDE) {
    if (state[at] !== FREE) continue;
    state.fill(0, at, at + STRIDE);
    state[at + E_TYPE] = type;
    state[at + E_X] = x;
    state[at + E_Y] = y;
    state[pool.count] = (state[pool.count] as number) + 1;
    return at;
  }
  return -1;
}

/** Give a slot back. Everything in it is zeroed so that equal games have equal hashes. */
export function release(state: State, pool: Pool, at: number): void {
  state.fill(0, at, at + STRIDE);
  state[at + E_TYPE] = FREE;
  state[pool.count] = (state[pool.count] as number) - 1;
}

/** Offset of the first used slot at or after `at`, or -1. Pools are scanned by offset: `for (let at = first(…); at >= 0; at = nextUsed(…))`. */
export function nextUsed(state: State, pool: Pool, at: number): number {
  const end = ENTITIES + pool.to * STRIDE;
  for (let i = at; i < end; i += STRIDE) if (state[i] !== FREE) return i;
  return -1;
}

export function firstUsed(state: State, pool: Pool): number {
  return (state[pool.count] as number) === 0 ? -1 : nextUsed(state, pool, ENTITIES + pool.from * STRIDE);
}

/** Give every slot back; returns how many there were. */
export function releaseAll(state: State, pool: Pool): number {
  const n = state[pool.count] as number;
  for (let at = firstUsed(state, pool); at >= 0; at = nextUsed(state, pool, at + STRIDE)) release(state, pool, at);
  return n;
}

/** Straight flight. */
export function advance(state: State, at: number): void {
  state[at + E_X] = (state[at + E_X] as number) + (state[at + E_VX] as number);
  state[at + E_Y] = (state[at + E_Y] as number) + (state[at + E_VY] as number);
}
