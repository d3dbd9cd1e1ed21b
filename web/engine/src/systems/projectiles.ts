/** Fixed-capacity pools of things in the state: bullets, foes, pickups. A slot is free when its type is FREE; nothing is ever allocated. */
import { E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, STRIDE } from '../core/state';
import type { State } from '../core/types';

/**
 * Slots [from, to) of the entity area. `count` is the index in the state of one int that holds how many slots are used (low 12 bits)
 * and, above them, one more than the highest used slot, counted from `from`: scans stop there. It is 0 exactly when the pool is empty.
 */
export interface Pool {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const COUNT_BITS = 12;
const COUNT_MASK = (1 << COUNT_BITS) - 1;

export function poolSize(pool: Pool): number {
  return pool.to - pool.from;
}

/** How many slots are used. */
export function used(state: State, pool: Pool): number {
  return (state[pool.count] as number) & COUNT_MASK;
}

/** Take the first free slot, zeroed, with type and position set; returns its offset in the state, or -1 when the pool is full. */
export function take(state: State, pool: Pool, type: number, x: number, y: number): number {
  const size = pool.to - pool.from;
  const packed = state[pool.count] as number;
  const n = packed & COUNT_MASK;
  if (n >= size) return -1;
  let top = packed >> COUNT_BITS;
  const start = ENTITIES + pool.from * STRIDE;
  let slot = 0;
  // Without holes below the top, the free slot is the next one.
  if (n === top) slot = top;
  else while (state[start + slot * STRIDE] !== FREE) slot++;
  const at = start + slot * STRIDE;
  state.fill(0, at, at + STRIDE);
  state[at + E_TYPE] = type;
  state[at + E_X] = x;
  state[at + E_Y] = y;
  if (slot >= top) top = slot + 1;
  state[pool.count] = (top << COUNT_BITS) | (n + 1);
  return at;
}

/** Give a slot back. Everything in it is zeroed so that equal games have equal hashes. */
export function release(state: State, pool: Pool, at: number): void {
  state.fill(0, at, at + STRIDE);
  state[at + E_TYPE] = FREE;
  const packed = state[pool.count] as number;
  let top = packed >> COUNT_BITS;
  const start = ENTITIES + pool.from * STRIDE;
  while (top > 0 && state[start + (top - 1) * STRIDE] === FREE) top--;
  state[pool.count] = (top << COUNT_BITS) | ((packed & COUNT_MASK) - 1);
}

/** Offset of the first used slot at or after `at`, or -1: `for (let at = firstUsed(…); at >= 0; at = nextUsed(…, at + STRIDE))`. */
export function nextUsed(state: State, pool: Pool, at: number): number {
  const end = ENTITIES + (pool.from + ((state[pool.count] as number) >> COUNT_BITS)) * STRIDE;
  for (let i = at; i < end; i += STRIDE) if (state[i] !== FREE) return i;
  return -1;
}

export function firstUsed(state: State, pool: Pool): number {
  return nextUsed(state, pool, ENTITIES + pool.from * STRIDE);
}

/** Give every slot back; returns how many there were. */
export function releaseAll(state: State, pool: Pool): number {
  const n = used(state, pool);
  for (let at = firstUsed(state, pool); at >= 0; at = nextUsed(state, pool, at + STRIDE)) release(state, pool, at);
  return n;
}

/** Straight flight. */
export function advance(state: State, at: number): void {
  state[at + E_X] = (state[at + E_X] as number) + (state[at + E_VX] as number);
  state[at + E_Y] = (state[at + E_Y] as number) + (state[at + E_VY] as number);
}
