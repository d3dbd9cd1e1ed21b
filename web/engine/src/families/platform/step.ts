/** Begin and advance one tick of a platformer level. */
import {
  E_DATA,
  E_FACING,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_X,
  E_Y,
  ENDLESS,
  ENTITIES,
  FREE,
  HFACING,
  HITSTOP,
  HP,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  newState,
  PREV_INPUT,
  PROGRESS,
  SCORE,
  STATUS,
  STRIDE,
  TICK,
  TIME_LEFT,
} from '../../core/state';
import type { EventSink, InitOptions, State } from '../../core/types';
import { TILE_SHIFT } from '../../systems/platform/tiles';
import { HARM, NO_HARM, tileHarm } from './body';
import { heroShoots, stepShots, touchEnemies } from './combat';
import { stepCrumbling } from './crumbling';
import { stepEnemies } from './enemies';
import { carry, moveHero, throwUp } from './hero';
import { die, hurtHero, stepDead } from './injury';
import * as L from './layout';
import { touchItems, touchSaws, tryDoors } from './objects';
import { NEAR_HARM, NEAR_ITEM, type PlatformWorld } from './world';

/** Spikes throw the hero up, so that he gets off them again. */
const SPIKE_THROW = 560;

export function initPlatformer(world: PlatformWorld, options?: InitOptions): State {
  const base = newState(world.capacity, world.scene.level.seed);
  const state = new Int32Array(world.bits + ((world.items.length + 31) >> 5));
  state.set(base);
  state[LIVES] = options?.lives ?? world.physics.lives;
  state[HP] = world.physics.health;
  state[SCORE] = options?.score ?? 0;
  state[ENDLESS] = options?.endless === true ? 1 : 0;
  state[TIME_LEFT] = world.timeLimit > 0 ? world.timeLimit : -1;
  state[HX] = world.startX;
  state[HY] = world.startY;
  state[HFACING] = 1;
  state[L.AIR_JUMPS] = world.physics.airJumps;
  state[L.DASHES] = 1;
  world.enemies.forEach((def, i) => {
    const at = ENTITIES + i * STRIDE;
    state[at + E_TYPE] = def.type;
    state[at + E_X] = def.x;
    state[at + E_Y] = def.y;
    state[at + E_HP] = def.hp;
    state[at + E_FACING] = def.facing;
    state[at + E_TIMER] = def.phase & 31;
    state[at + E_DATA] = 0;
  });
  world.crumbling.forEach((def, i) => {
    const at = ENTITIES + (world.crumblingFrom + i) * STRIDE;
    state[at + E_TYPE] = def.type;
    state[at + E_STATE] = 0;
  });
  for (let i = world.shotsFrom; i < world.capacity; i++) state[ENTITIES + i * STRIDE + E_TYPE] = FREE;
  return state;
}

export function stepPlatformer(world: PlatformWorld, state: State, input: number, events: EventSink): void {
  if (state[STATUS] !== 0) return;
  state[TICK] = (state[TICK] as number) + 1;
  if ((state[HITSTOP] as number) > 0) {
    // Keys pressed during the freeze count as pressed after it: PREV_INPUT stays.
    state[HITSTOP] = (state[HITSTOP] as number) - 1;
    return;
  }
  state[L.CLOCK] = (state[L.CLOCK] as number) + 1;
  if (!timeGoesOn(state, events)) return;
  stepCrumbling(world, state, events);
  stepEnemies(world, state, events);
  stepShots(world, state, events);
  if ((state[L.DEAD] as number) > 0) {
    stepDead(world, state, events);
    state[PREV_INPUT] = input;
    return;
  }
  if ((state[INVULNERABLE] as number) > 0) state[INVULNERABLE] = (state[INVULNERABLE] as number) - 1;
  if ((state[L.STAR] as number) > 0) state[L.STAR] = (state[L.STAR] as number) - 1;
  carry(world, state);
  moveHero(world, state, input, events);
  heroShoots(world, state, input, events);
  state[PREV_INPUT] = input;
  meet(world, state, events);
  progress(world, state);
}

function timeGoesOn(state: State, events: EventSink): boolean {
  const left = state[TIME_LEFT] as number;
  if (left < 0) return true;
  state[TIME_LEFT] = left - 1;
  if (left > 1) return true;
  state[TIME_LEFT] = 0;
  state[STATUS] = LOST;
  if (events !== null) events.push({ type: 'lose', x: (state[HX] as number) / 256, y: (state[HY] as number) / 256 });
  return false;
}

/** What may be met where the hero is; outside of the sheet, everything. */
function surroundings(world: PlatformWorld, state: State): number {
  const x = (state[HX] as number) >> TILE_SHIFT;
  const y = (state[HY] as number) >> TILE_SHIFT;
  if (x < 0 || y < 0 || x >= world.width || y >= world.height) return NEAR_ITEM | NEAR_HARM;
  return world.near[y * world.width + x] as number;
}

function meet(world: PlatformWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const fell = state[HVY] as number;
  const near = surroundings(world, state);
  if ((near & NEAR_ITEM) !== 0) touchItems(world, state, events);
  if (state[STATUS] !== 0) return;
  if (world.doorAt.length > 0) tryDoors(world, state, events);
  touchEnemies(world, state, fell, events);
  if (state[STATUS] !== 0) return;
  if (world.saws.length > 0) touchSaws(world, state, events);
  if ((state[L.DEAD] as number) > 0) return;
  const x = (state[HX] as number) + p.inset;
  const y = (state[HY] as number) + p.inset;
  const harm = (near & NEAR_HARM) !== 0 ? tileHarm(world, x, y, p.w - 2 * p.inset, p.h - p.inset, state[HVY] as number) : NO_HARM;
  if (harm === HARM) {
    hurtHero(world, state, 1, x, events, -1);
    if ((state[L.DEAD] as number) === 0 && (state[HVY] as number) >= 0) throwUp(state, SPIKE_THROW, 2);
  } else if (harm !== NO_HARM) die(world, state, events, -1);
  if ((state[HY] as number) > world.bottom) die(world, state, events, -1);
}

function progress(world: PlatformWorld, state: State): void {
  const goal = world.scene.level.goal;
  const end = goal === undefined ? world.arena : goal[0] * world.tile;
  const share = Math.floor((((state[HX] as number) - world.startX) * 1000) / Math.max(1, end - world.startX));
  if (share > (state[PROGRESS] as number)) state[PROGRESS] = Math.min(999, share);
}
