/** Seeded integer randomness (mulberry32 by Tommy Ettinger, public domain): one int32 of state. */
import { RNG } from './state';
import type { State } from './types';

function scramble(s: number): number {
  let t = Math.imul(s ^ (s >>> 15), 1 | s);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (t ^ (t >>> 14)) >>> 0;
}

/** Next uint32 from the stream kept in the state. */
export function nextRandom(state: State): number {
  const s = ((state[RNG] as number) + 0x6d2b79f5) | 0;
  state[RNG] = s;
  return scramble(s);
}

/** Uniform integer 0 <= r < n from the state's stream. */
export function randomInt(state: State, n: number): number {
  return nextRandom(state) % n;
}

/** FNV-1a over the characters: names a stream. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Randomness of composition and bots, outside the state. */
export class Rng {
  private s: number;

  constructor(seed: number) {
    this.s = seed | 0;
  }

  next(): number {
    this.s = (this.s + 0x6d2b79f5) | 0;
    return scramble(this.s);
  }

  /** Uniform integer 0 <= r < n. */
  int(n: number): number {
    return n <= 1 ? 0 : this.next() % n;
  }

  /** Uniform integer low <= r <= high. */
  range(low: number, high: number): number {
    return high <= low ? low : low + this.int(high - low + 1);
  }

  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean {
    return this.int(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('pick from an empty list');
    return items[this.int(items.length)] as T;
  }

  /** Index drawn with the given non-negative integer weights. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const w of weights) total += w;
    let r = this.int(total);
    for (let i = 0; i < weights.length; i++) {
      r -= weights[i] as number;
      if (r < 0) return i;
    }
    return weights.length - 1;
  }

  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      const t = items[i] as T;
      items[i] = items[j] as T;
      items[j] = t;
    }
    return items;
  }

  /** An independent stream for a named concern: the same seed and name always give the same stream. */
  static stream(seed: number, name: string): Rng {
    return new Rng(scramble((seed ^ hashText(name)) | 0) | 0);
  }
}
