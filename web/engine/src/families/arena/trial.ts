/** Small made-up situations for checking what a config claims. */
import { E_FACING, E_HP, E_STATE, HX, HY, INVULNERABLE, STATUS, SUB } from '../../core/state';
import type { State } from '../../core/types';
import { take } from '../../systems/projectiles';
import { ORDER } from '../../systems/waves';
import { initArena, stepArena } from './director';
import { D_MAX, G_CURSOR } from './layout';
import type { ArenaWorld } from './world';

export type Claim = (text: string, ok: boolean, detail: string) => void;

/** A state in which nothing more is to come and no mercy holds. */
export function bareState(world: ArenaWorld): State {
  const state = initArena(world);
  state[INVULNERABLE] = 0;
  state[G_CURSOR] = world.orders.length / ORDER;
  if (world.shooter) state[HX] = 80 * SUB;
  return state;
}

/** A foe at (dx, dy) px from the hero, past its entrance; returns its offset. */
export function putFoe(world: ArenaWorld, state: State, type: number, dx: number, dy = 0): number {
  const at = take(state, world.foes, type, (state[HX] as number) + dx * SUB, (state[HY] as number) + dy * SUB);
  state[at + E_HP] = world.health[type] as number;
  state[at + D_MAX] = world.health[type] as number;
  state[at + E_STATE] = 1;
  state[at + E_FACING] = 128;
  return at;
}

/** Step up to `ticks` times, until the game ends or `until` holds. */
export function play(world: ArenaWorld, state: State, ticks: number, input = 0, until: () => boolean = () => false): void {
  for (let i = 0; i < ticks && state[STATUS] === 0 && !until(); i++) stepArena(world, state, input, null);
}

export function typeName(world: ArenaWorld, type: number): string {
  return world.types[type]?.type ?? '?';
}
