/** What may hurt the hero in the next moments, with where it will be. */

import { cos256, sin256 } from '../../../core/int';
import { E_FACING, E_STATE, E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, STRIDE } from '../../../core/state';
import type { State } from '../../../core/types';
import { BLADE_HALF, bladeAt } from '../hazards';
import { CLOCK, DIR_X, DIR_Y, DROP_HEART, E_AIM, E_KNOCK, SHOT_HERO, STRIKE, TILE, WINDUP } from '../layout';
import { SHOT_HALF } from '../shots';
import type { TopWorld } from '../world';

export const STRAIGHT = 0;
/** Follows the clock: `at` tells exactly. */
export const CLOCKED = 1;

export interface Threat {
  kind: number;
  x: number;
  y: number;
  vx: number;
  vy: number;
  half: number;
  /** Index of the foe, -1 for what cannot be fought. */
  foe: number;
  state: number;
  at?: (ticks: number) => [number, number];
}

const NEAR = 6 * TILE;

export function threatsOf(world: TopWorld, state: State, x: number, y: number): Threat[] {
  const out: Threat[] = [];
  for (let i = 0; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    const type = state[at + E_TYPE] as number;
    if (type === FREE || type === SHOT_HERO || type === DROP_HEART) continue;
    const ex = state[at + E_X] as number;
    const ey = state[at + E_Y] as number;
    if (Math.abs(ex - x) > NEAR || Math.abs(ey - y) > NEAR) continue;
    const foe = world.foes[type];
    if (foe === undefined) {
      out.push({
        kind: STRAIGHT,
        x: ex,
        y: ey,
        vx: state[at + E_VX] as number,
        vy: state[at + E_VY] as number,
        half: SHOT_HALF,
        foe: -1,
        state: 0,
      });
      continue;
    }
    let vx = state[at + E_VX] as number;
    let vy = state[at + E_VY] as number;
    const now = state[at + E_STATE] as number;
    if ((state[at + E_KNOCK] as number) > 0) {
      vx = 0;
      vy = 0;
    } else if (now === WINDUP && (foe.behavior === 'charge' || foe.boss)) {
      // It will run where it looks.
      const aim = state[at + E_AIM] as number;
      vx = (cos256(aim) * foe.a.hunt) >> 15;
      vy = (sin256(aim) * foe.a.hunt) >> 15;
    } else if (foe.behavior === 'hop' && now !== STRIKE) {
      vx = 0;
      vy = 0;
    } else if (foe.behavior === 'patrol' || foe.behavior === 'wander') {
      const facing = state[at + E_FACING] as number;
      vx = ((DIR_X[facing] as number) * foe.a.roam) >> 8;
      vy = ((DIR_Y[facing] as number) * foe.a.roam) >> 8;
    }
    out.push({ kind: STRAIGHT, x: ex, y: ey, vx, vy, half: foe.a.half, foe: i, state: now });
  }
  const clock = state[CLOCK] as number;
  for (const blade of world.blades) {
    const [bx, by] = bladeAt(blade, clock);
    if (Math.abs(bx - x) > NEAR || Math.abs(by - y) > NEAR) continue;
    out.push({ kind: CLOCKED, x: bx, y: by, vx: 0, vy: 0, half: BLADE_HALF, foe: -1, state: 0, at: (t) => bladeAt(blade, clock + t) });
  }
  return out;
}
