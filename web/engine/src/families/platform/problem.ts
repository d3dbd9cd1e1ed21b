/** The search problem of a platformer: its macro actions, its estimate, what counts as the same state. */
import { A, B, LEFT, RIGHT, UP } from '../../core/input';
import { HP, HVX, HVY, HX, HY, KEYS, PREV_INPUT } from '../../core/state';
import type { State } from '../../core/types';
import type { Macro, SearchProblem } from '../../systems/platform/search';
import * as L from './layout';
import { heroTile, remaining } from './route';
import type { PlatformWorld } from './world';

const m = (input: number, frames: number, fresh = true): Macro => ({ input, frames, fresh });

const GROUND: readonly Macro[] = [
  m(RIGHT, 3),
  m(RIGHT, 8),
  m(RIGHT | A, 4),
  m(RIGHT | A, 9),
  m(RIGHT | A, 14),
  m(RIGHT | A, 20),
  m(0, 8),
  m(LEFT, 8),
  m(A, 14),
  m(LEFT | A, 6),
  m(LEFT | A, 14),
];
const AIR: readonly Macro[] = [m(RIGHT, 6), m(RIGHT, 14), m(0, 6), m(LEFT, 6), m(LEFT, 14)];
const AIR_PRESS: readonly Macro[] = [m(RIGHT | A, 10), m(RIGHT | A, 18), m(LEFT | A, 12), m(A, 12)];
const RISING: readonly Macro[] = [m(RIGHT | A, 3, false), m(RIGHT | A, 8, false), m(LEFT | A, 6, false)];
const HELD: readonly Macro[] = [m(RIGHT | A, 20, false), m(LEFT | A, 16, false)];
const DASHES: readonly Macro[] = [m(RIGHT | B, 10), m(RIGHT | UP | B, 10), m(UP | B, 10)];
const SHOTS: readonly Macro[] = [m(B, 3), m(RIGHT | B, 3)];

function macroSets(world: PlatformWorld): Record<'ground' | 'air' | 'riding' | 'rising', readonly Macro[]> {
  const p = world.physics;
  const press = p.airJumps > 0 || p.wallJump;
  const extra = [...(p.dash ? DASHES : []), ...(p.shoot && !p.dash ? SHOTS : [])];
  return {
    ground: [...GROUND, ...extra],
    // A jump in its rise may be held on.
    rising: [...RISING, ...AIR, ...extra],
    // A lift takes its time.
    riding: [...GROUND, m(0, 30)],
    air: [...AIR, ...(press ? AIR_PRESS : []), ...(p.glide ? HELD : []), ...extra],
  };
}

/** Whether something that moves on its own is near: then waiting makes a difference. */
function lively(world: PlatformWorld, state: State): boolean {
  const x = state[HX] as number;
  const near = 14 * world.tile;
  for (const t of world.platforms) {
    const left = Math.min(t.x, t.x + t.dx);
    if (x > left - near && x < left + Math.abs(t.dx) + t.w + near) return true;
  }
  for (const t of world.saws) {
    const left = Math.min(t.x, t.x + t.dx);
    if (x > left - near && x < left + Math.abs(t.dx) + t.w + near) return true;
  }
  for (const e of world.enemies) if (Math.abs(e.x - x) < near) return true;
  return false;
}

/** `hp`: health that a path should keep; each point lost counts like four seconds. */
export function problemOf(world: PlatformWorld, hp: number): SearchProblem {
  const sets = macroSets(world);
  const perTile = world.tile / world.physics.run;
  return {
    macros: (state) => {
      if ((state[L.RIDING] as number) > 0) return sets.riding;
      // Coyote time is left to the player as a reserve: no plan counts on it.
      if (state[L.GROUNDED] === 1) return sets.ground;
      return (state[L.RISE] as number) > 0 && ((state[PREV_INPUT] as number) & A) !== 0 ? sets.rising : sets.air;
    },
    estimate: (state) => remaining(world, state) * perTile + (hp - (state[HP] as number)) * 240 + offCentre(world, state),
    key: (state) => {
      const x = (state[HX] as number) >> 10;
      const y = ((state[HY] as number) >> 10) + 64;
      const vx = ((state[HVX] as number) + 4096) >> 8;
      const vy = ((state[HVY] as number) + 4096) >> 8;
      const time = lively(world, state) ? ((state[L.CLOCK] as number) >> 4) & 63 : 0;
      const flags =
        (state[L.GROUNDED] as number) |
        (((state[PREV_INPUT] as number) & A) !== 0 ? 2 : 0) |
        ((state[L.AIR_JUMPS] as number) > 0 ? 4 : 0) |
        ((state[L.DASHES] as number) > 0 ? 8 : 0) |
        ((state[KEYS] as number) > 0 ? 16 : 0);
      return ((((x * 1024 + y) * 32 + vx) * 32 + vy) * 64 + time) * 32 + flags;
    },
    failed: (state) => (state[L.DEAD] as number) > 0,
    place: (state) => heroTile(world, state),
  };
}

/** Less than a tile: prefers what is farther right within a tile, so that ties are broken towards progress. */
function offCentre(world: PlatformWorld, state: State): number {
  return (2048 - ((state[HX] as number) & 2047)) / (world.physics.run * 4);
}
