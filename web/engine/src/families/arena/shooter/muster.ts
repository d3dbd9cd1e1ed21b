/** What foes and bosses of the side-on shooter share: their states, how they come in, how they shoot. */
import { atan256, clamp, cos256, sin256 } from '../../../core/int';
import { randomInt } from '../../../core/rng';
import { E_FACING, E_HP, E_TIMER, E_VX, E_VY, HX, HY, SUB } from '../../../core/state';
import type { State } from '../../../core/types';
import { take } from '../../../systems/projectiles';
import { D_DROP, D_FLAGS, D_HOME_X, D_HOME_Y, D_MAX } from '../layout';
import type { ArenaWorld } from '../world';

/** States a foe goes through. */
export const ENTER = 0;
export const ACT = 1;
export const TELEGRAPH = 2;
export const STRIKE = 3;
export const LEAVE = 4;

/** Ticks a foe shows what it is about to do. */
export const WARNING = 26;

/** D_FLAGS: times a foe that got past still comes back from the right; ALWAYS = until it is beaten. */
export const ALWAYS = 99;

export const PATTERNS = ['line', 'vee', 'stream', 'pincer', 'scatter', 'wall', 'single'] as const;

export interface Placement {
  pattern: string;
  side: string;
  /** Middle of the formation, px from the top. */
  y: number;
  gap: number;
  /** Members in one column at most. */
  rows: number;
  /** How often it comes back when it got past. */
  returns: number;
  /** Effect index + 1. */
  drop: number;
}

/** Put member `ordinal` of `count` of a formation at the edge of the field. */
export function enter(world: ArenaWorld, state: State, type: number, ordinal: number, count: number, place: Placement): number {
  // Formations too tall for the corridor go in several columns.
  const rows = Math.max(1, Math.min(count, place.rows));
  const column = Math.floor(ordinal / rows);
  const mid = (ordinal % rows) * 2 - (Math.min(rows, count - column * rows) - 1);
  let x = 332 + column * 20;
  let y = place.y + Math.floor((mid * place.gap) / 2);
  let homeX = 236 + (rows < count ? column * 22 : (ordinal % 3) * 20);
  if (place.pattern === 'vee') x += Math.abs(mid) * 7;
  else if (place.pattern === 'stream') y = place.y;
  else if (place.pattern === 'scatter') y = place.y + randomInt(state, 2 * place.gap + 1) - place.gap;
  else if (place.pattern === 'pincer') y = (ordinal & 1) === 0 ? 26 + (ordinal >> 1) * place.gap : 158 - (ordinal >> 1) * place.gap;
  y = clamp(y, 16, 168);
  const homeY = y;
  if (place.side === 'top' || place.side === 'bottom') {
    x = clamp(200 + ordinal * 24, 180, 300);
    homeX = x;
    y = place.side === 'top' ? -14 : 198;
  }
  const at = take(state, world.foes, type, x * SUB, y * SUB);
  if (at < 0) return at;
  state[at + E_HP] = world.health[type] as number;
  state[at + D_MAX] = world.health[type] as number;
  state[at + D_HOME_X] = homeX * SUB;
  state[at + D_HOME_Y] = homeY * SUB;
  state[at + D_DROP] = ordinal === 0 ? place.drop : 0;
  state[at + D_FLAGS] = place.returns;
  state[at + E_FACING] = 128;
  state[at + E_TIMER] = ordinal * 9;
  return at;
}

/** A bullet from a foe, `angle` in 256ths of a turn. */
export function fire(world: ArenaWorld, state: State, x: number, y: number, angle: number, speed: number): void {
  const at = take(state, world.foeShots, world.foeShotType, x, y);
  if (at < 0) return;
  state[at + E_VX] = (cos256(angle) * speed) >> 14;
  state[at + E_VY] = (sin256(angle) * speed) >> 14;
  state[at + E_FACING] = angle;
  state[at + E_TIMER] = 600;
}

export function aim(state: State, x: number, y: number): number {
  return atan256((state[HY] as number) - y, (state[HX] as number) - x);
}
