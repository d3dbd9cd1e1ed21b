/** Waves are data: a list of groups with a start tick, compiled into one sorted schedule of single spawns. */
import type { Wave } from '../core/types';

/** Ints an order takes in the schedule: tick, type index, wave index, ordinal within the wave. */
export const ORDER = 4;

/** Members of one wave at most; more are refused when compiling, fewer are never made up. */
export const WAVE_LIMIT = 400;

/**
 * Flat schedule of `ORDER` ints a spawn, ordered by tick, then wave, then ordinal.
 * `wave.every` (ticks, default 0) spaces the members of a wave in time.
 */
export function schedule(waves: readonly Wave[], typeIndex: (type: string) => number): Int32Array {
  const orders: [number, number, number, number][] = [];
  waves.forEach((wave, w) => {
    const every = typeof wave.every === 'number' ? Math.max(0, Math.floor(wave.every)) : 0;
    const count = Math.min(WAVE_LIMIT, Math.max(0, Math.floor(wave.count)));
    const type = typeIndex(wave.type);
    for (let i = 0; i < count; i++) orders.push([Math.max(0, Math.floor(wave.at)) + i * every, type, w, i]);
  });
  orders.sort((a, b) => a[0] - b[0] || a[2] - b[2] || a[3] - b[3]);
  const out = new Int32Array(orders.length * ORDER);
  orders.forEach((order, i) => {
    out.set(order, i * ORDER);
  });
  return out;
}

/** Whether the order at `cursor` (an index of orders) is due at `clock`. */
export function due(orders: Int32Array, cursor: number, clock: number): boolean {
  const at = cursor * ORDER;
  return at < orders.length && (orders[at] as number) <= clock;
}
