/** Layout of the state array, shared by every family so that hosts and views can read the essentials. */
import type { State } from './types';

export const TICK_RATE = 60;
export const SUB = 256;

/** Header. */
export const TICK = 0;
export const STATUS = 1;
export const RNG = 2;
export const SCORE = 3;
export const LIVES = 4;
export const HP = 5;
/** Frames the whole simulation holds still after a blow. */
export const HITSTOP = 6;
export const INVULNERABLE = 7;
export const PREV_INPUT = 8;
/** Progress to the mark, 0-1000. */
export const PROGRESS = 9;
export const COLLECTED = 10;
/** Keys held (count or bit set; the family says). */
export const KEYS = 11;
/** 1 = go on after the mark. */
export const ENDLESS = 12;
/** Ticks left, -1 without a limit. */
export const TIME_LEFT = 13;
export const CHECKPOINT = 14;
/** 1 once the mark was reached (in endless mode the game goes on). */
export const MARK_REACHED = 15;

/** Hero block: the first six are common, the rest is the family's. */
export const HERO = 16;
export const HX = HERO;
export const HY = HERO + 1;
export const HVX = HERO + 2;
export const HVY = HERO + 3;
/** -1 / 1 in side views, 0-7 (eighths of a turn clockwise from right) in top views. */
export const HFACING = HERO + 4;
export const HANIM = HERO + 5;
export const HERO_OWN = HERO + 6;

/** Sixteen ints for the family's own globals. */
export const GLOBALS = 48;

/** Entity slots. */
export const ENTITIES = 64;
export const STRIDE = 16;
export const E_TYPE = 0;
export const E_X = 1;
export const E_Y = 2;
export const E_VX = 3;
export const E_VY = 4;
export const E_HP = 5;
export const E_STATE = 6;
export const E_TIMER = 7;
export const E_FACING = 8;
/** Ticks of white flash left. */
export const E_FLASH = 9;
/** E_DATA .. E_DATA+5 are the family's. */
export const E_DATA = 10;

export const FREE = -1;

export const PLAYING = 0;
export const WON = 1;
export const LOST = 2;

export function newState(capacity: number, seed: number): State {
  const state = new Int32Array(ENTITIES + capacity * STRIDE);
  state[RNG] = seed | 0;
  state[TIME_LEFT] = -1;
  for (let i = 0; i < capacity; i++) state[ENTITIES + i * STRIDE + E_TYPE] = FREE;
  return state;
}

/** Offset of the first free slot from index `from`, or -1. */
export function freeSlot(state: State, from: number, capacity: number): number {
  for (let i = from; i < capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at] === FREE) return at;
  }
  return -1;
}
