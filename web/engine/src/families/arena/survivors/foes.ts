/** How the horde comes and acts. */
import { atan256, clamp, cos256, sin256 } from '../../../core/int';
import { randomInt } from '../../../core/rng';
import {
  E_FACING,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  HITSTOP,
  HVX,
  HVY,
  HX,
  HY,
  SUB,
} from '../../../core/state';
import type { EventSink, State } from '../../../core/types';
import { release, take } from '../../../systems/projectiles';
import { BOSS, CHARGE, FLY, HOP, PATROL, ROCK, SHOOT, SWARM, WANDER } from '../archetypes';
import { dropExperience, emit, hurtHero } from '../combat';
import { D_AGE, D_DROP, D_HOME_X, D_HOME_Y, D_MAX, G_BOSS, G_PHASE, G_WAVE } from '../layout';
import { type ArenaWorld, solidAt } from '../world';
import { FLOW_X, FLOW_Y, flowTo, NOWHERE } from './flow';

export const ACT = 1;
export const TELEGRAPH = 2;
export const STRIKE = 3;

/** Half of the rectangle around the hero on which the horde appears: just outside the view. */
const EDGE_X = 184 * SUB;
const EDGE_Y = 114 * SUB;
/** Distance foes keep from one another, 12 px. */
const ROOM = 12 * SUB;
/** Ticks a falling rock shows where it will land. */
export const FALL = 62;

/** Bring in member `ordinal` of `count`; returns its offset, or -1 when there is no room. */
export function enterHorde(
  world: ArenaWorld,
  state: State,
  type: number,
  ordinal: number,
  count: number,
  pattern: string,
  side: string,
  drop: number,
): number {
  const at = take(state, world.foes, type, 0, 0);
  if (at < 0) return -1;
  const behavior = world.behavior[type] as number;
  state[at + E_HP] = world.health[type] as number;
  state[at + D_MAX] = world.health[type] as number;
  state[at + E_STATE] = ACT;
  state[at + D_DROP] = ordinal === 0 ? drop : 0;
  state[at + D_AGE] = randomInt(state, 64);
  if (behavior === ROCK) {
    aimRock(world, state, at);
    return at;
  }
  let angle = randomInt(state, 256);
  if (pattern === 'ring') angle = Math.floor((ordinal * 256) / Math.max(1, count));
  else if (pattern === 'cluster') angle = ((state[G_WAVE] as number) * 97 + randomInt(state, 15) - 7) & 255;
  else if (pattern === 'side') angle = (sideAngle(side) + randomInt(state, 45) - 22) & 255;
  place(world, state, at, angle);
  if (behavior === BOSS) {
    state[G_BOSS] = at;
    state[G_PHASE] = 0;
    state[at + E_TIMER] = 160;
  }
  return at;
}

function sideAngle(side: string): number {
  return side === 'right' ? 0 : side === 'bottom' ? 64 : side === 'left' ? 128 : 192;
}

/** Stand on the rectangle around the hero in the direction `angle`; where that is outside or in a wall, look on round the rectangle. */
function place(world: ArenaWorld, state: State, at: number, angle: number): void {
  const hx = state[HX] as number;
  const hy = state[HY] as number;
  const inset = world.tile + 8 * SUB;
  for (let k = 0; k < 16; k++) {
    const a = (angle + (k & 1 ? 1 : -1) * ((k + 1) >> 1) * 17) & 255;
    const c = cos256(a);
    const s = sin256(a);
    // Project the direction onto the rectangle.
    const scale = Math.max(Math.floor((Math.abs(c) * 1024) / EDGE_X), Math.floor((Math.abs(s) * 1024) / EDGE_Y), 1);
    const x = hx + Math.floor((c * 1024) / scale);
    const y = hy + Math.floor((s * 1024) / scale);
    const cx = clamp(x, inset, world.fieldWidth - inset);
    const cy = clamp(y, inset, world.fieldHeight - inset);
    if (Math.abs(cx - hx) < 120 * SUB && Math.abs(cy - hy) < 80 * SUB) continue;
    if (solidAt(world, cx, cy)) continue;
    state[at + E_X] = cx;
    state[at + E_Y] = cy;
    return;
  }
  // Everything near is wall: the far corner of the ground is always open.
  state[at + E_X] = hx < world.fieldWidth >> 1 ? world.fieldWidth - inset : inset;
  state[at + E_Y] = hy < world.fieldHeight >> 1 ? world.fieldHeight - inset : inset;
}

/** A rock falls where the hero is, or will be. */
function aimRock(world: ArenaWorld, state: State, at: number): void {
  const lead = randomInt(state, 3) * 30;
  const spread = randomInt(state, 4) === 0 ? 30 : 90;
  const x = (state[HX] as number) + (state[HVX] as number) * lead + (randomInt(state, 2 * spread + 1) - spread) * SUB;
  const y = (state[HY] as number) + (state[HVY] as number) * lead + (randomInt(state, 2 * spread + 1) - spread) * SUB;
  const inset = world.tile + 8 * SUB;
  state[at + E_X] = clamp(x, inset, world.fieldWidth - inset);
  state[at + E_Y] = clamp(y, inset, world.fieldHeight - inset);
  state[at + E_STATE] = TELEGRAPH;
  state[at + E_TIMER] = FALL;
}

/** Set a velocity of about `speed` along (dx, dy): octagonal norm, at most 4 % off. */
export function headFor(state: State, at: number, dx: number, dy: number, speed: number): void {
  const ax = dx < 0 ? -dx : dx;
  const ay = dy < 0 ? -dy : dy;
  const length = ax > ay ? ax + ((ay * 3) >> 3) : ay + ((ax * 3) >> 3);
  if (length === 0) return;
  state[at + E_VX] = ((dx * speed) / length) | 0;
  state[at + E_VY] = ((dy * speed) / length) | 0;
}

/** One tick of one foe; `slot` staggers thinking over four ticks. */
export function stepHordeFoe(world: ArenaWorld, state: State, at: number, slot: number, clock: number, events: EventSink): void {
  const type = state[at + E_TYPE] as number;
  const behavior = world.behavior[type] as number;
  const age = (state[at + D_AGE] as number) + 1;
  state[at + D_AGE] = age;
  if (behavior === ROCK) {
    fall(world, state, at, type, events);
    return;
  }
  if ((state[at + E_FLASH] as number) > 0) state[at + E_FLASH] = (state[at + E_FLASH] as number) - 1;
  const dx = (state[HX] as number) - (state[at + E_X] as number);
  const dy = (state[HY] as number) - (state[at + E_Y] as number);
  // Near the hero it thinks every fourth tick, farther away every eighth.
  const beat = dx > 90 * SUB || dx < -90 * SUB || dy > 90 * SUB || dy < -90 * SUB ? 7 : 3;
  if (((slot + clock) & beat) === 0 || behavior === BOSS) {
    if (dx > 290 * SUB || dx < -290 * SUB || dy > 210 * SUB || dy < -210 * SUB) {
      // Left far behind: comes back from another side, so that running away is no way out.
      place(world, state, at, randomInt(state, 256));
      return;
    }
    think(world, state, at, type, behavior, age, dx, dy, beat + 1, events);
    if (behavior !== BOSS && behavior !== FLY && state[at + E_STATE] === ACT) makeRoom(world, state, at);
  }
  move(world, state, at, behavior);
}

function think(
  world: ArenaWorld,
  state: State,
  at: number,
  type: number,
  behavior: number,
  age: number,
  dx: number,
  dy: number,
  pace: number,
  events: EventSink,
): void {
  const speed = world.speed[type] as number;
  state[at + E_FACING] = dx < 0 ? 128 : 0;
  if ((state[at + D_HOME_X] as number) > 0 && state[at + E_STATE] === ACT && detour(world, state, at, speed, pace)) return;
  const far = Math.max(Math.abs(dx), Math.abs(dy));
  switch (behavior) {
    case FLY: {
      // Inertia: it overshoots and swings around.
      const vx = state[at + E_VX] as number;
      const vy = state[at + E_VY] as number;
      headFor(state, at, dx, dy, speed);
      state[at + E_VX] = vx + clamp((state[at + E_VX] as number) - vx, -14, 14);
      state[at + E_VY] = vy + clamp((state[at + E_VY] as number) - vy, -14, 14);
      return;
    }
    case PATROL:
      // Marches in straight lines, along the longer way first.
      if (Math.abs(dx) > Math.abs(dy)) headFor(state, at, dx, 0, speed);
      else headFor(state, at, 0, dy, speed);
      return;
    case HOP:
      if (age % 44 < 22) {
        state[at + E_VX] = 0;
        state[at + E_VY] = 0;
      } else if (age % 44 < 22 + pace) headFor(state, at, dx, dy, speed);
      return;
    case SWARM:
      // Dives straight through and turns around behind.
      if (age % 96 < pace || (state[at + E_VX] === 0 && state[at + E_VY] === 0)) headFor(state, at, dx, dy, speed);
      return;
    case WANDER:
      if (age % 60 < pace) headFor(state, at, dx + (randomInt(state, 241) - 120) * SUB, dy + (randomInt(state, 241) - 120) * SUB, speed);
      return;
    case CHARGE:
      charge(state, at, speed, dx, dy, far, pace);
      return;
    case SHOOT:
      snipe(world, state, at, type, speed, dx, dy, far, pace, events);
      return;
    case BOSS:
      boss(world, state, at, type, speed, dx, dy, events);
      return;
    default:
      headFor(state, at, dx, dy, speed);
  }
}

/** Close in, draw back, rush, rest. Called every `pace` ticks. */
function charge(state: State, at: number, speed: number, dx: number, dy: number, far: number, pace: number): void {
  const phase = state[at + E_STATE] as number;
  const timer = (state[at + E_TIMER] as number) - pace;
  state[at + E_TIMER] = timer;
  if (phase === ACT) {
    headFor(state, at, dx, dy, speed);
    if (timer > 0 || far > 84 * SUB) return;
    state[at + E_STATE] = TELEGRAPH;
    state[at + E_TIMER] = 36;
    state[at + E_VX] = 0;
    state[at + E_VY] = 0;
  } else if (timer <= 0 && phase === TELEGRAPH) {
    state[at + E_STATE] = STRIKE;
    state[at + E_TIMER] = 28;
    headFor(state, at, dx, dy, speed * 4);
  } else if (timer <= 0) {
    state[at + E_STATE] = ACT;
    state[at + E_TIMER] = 70;
    state[at + E_VX] = 0;
    state[at + E_VY] = 0;
  }
}

/** Keeps its distance, warns, fires one slow bullet. */
function snipe(
  world: ArenaWorld,
  state: State,
  at: number,
  type: number,
  speed: number,
  dx: number,
  dy: number,
  far: number,
  pace: number,
  events: EventSink,
): void {
  const timer = (state[at + E_TIMER] as number) + pace;
  state[at + E_TIMER] = timer;
  if (state[at + E_STATE] === ACT) {
    if (far > 96 * SUB) headFor(state, at, dx, dy, speed);
    else if (far < 64 * SUB) headFor(state, at, -dx, -dy, speed);
    else headFor(state, at, -dy, dx, speed >> 1);
    if (timer < Math.floor(13000 / world.fire) || far > 130 * SUB) return;
    state[at + E_STATE] = TELEGRAPH;
    state[at + E_TIMER] = 0;
    state[at + E_VX] = 0;
    state[at + E_VY] = 0;
  } else if (timer >= 28) {
    state[at + E_STATE] = ACT;
    state[at + E_TIMER] = randomInt(state, 30);
    fireAt(world, state, at, atan256(dy, dx));
    emit(world, state, events, 'enemy_shoot', state[at + E_X] as number, state[at + E_Y] as number, type);
  }
}

function fireAt(world: ArenaWorld, state: State, from: number, angle: number): void {
  const at = take(state, world.foeShots, world.foeShotType, state[from + E_X] as number, state[from + E_Y] as number);
  if (at < 0) return;
  state[at + E_VX] = (cos256(angle) * world.shotSpeed) >> 14;
  state[at + E_VY] = (sin256(angle) * world.shotSpeed) >> 14;
  state[at + E_FACING] = angle;
  state[at + E_TIMER] = 260;
}

/** Walks, warns, then rushes or bursts in turn; past half its health it does both faster. */
function boss(world: ArenaWorld, state: State, at: number, type: number, speed: number, dx: number, dy: number, events: EventSink): void {
  const phase = state[at + E_STATE] as number;
  const timer = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = timer;
  const half = (state[at + E_HP] as number) * 2 < (state[at + D_MAX] as number);
  if (half && state[G_PHASE] === 0) {
    state[G_PHASE] = 1;
    state[HITSTOP] = 8;
    emit(world, state, events, 'boss_phase', state[at + E_X] as number, state[at + E_Y] as number, type, 2);
  }
  if (phase === ACT) {
    headFor(state, at, dx, dy, half ? (speed * 5) >> 2 : speed);
    if (timer > 0) return;
    state[at + E_STATE] = TELEGRAPH;
    state[at + E_TIMER] = 40;
    state[at + E_VX] = 0;
    state[at + E_VY] = 0;
  } else if (phase === TELEGRAPH && timer <= 0) {
    const turn = (state[at + D_HOME_Y] as number) + 1;
    state[at + D_HOME_Y] = turn;
    if ((turn & 1) === 1) {
      state[at + E_STATE] = STRIKE;
      state[at + E_TIMER] = 34;
      headFor(state, at, dx, dy, speed * 4);
    } else {
      const n = half ? 14 : 10;
      for (let i = 0; i < n; i++) fireAt(world, state, at, (Math.floor((i * 256) / n) + turn * 7) & 255);
      emit(world, state, events, 'enemy_shoot', state[at + E_X] as number, state[at + E_Y] as number, type);
      state[at + E_STATE] = ACT;
      state[at + E_TIMER] = half ? 90 : 140;
    }
  } else if (phase === STRIKE && timer <= 0) {
    state[at + E_STATE] = ACT;
    state[at + E_TIMER] = half ? 90 : 140;
  }
}

/** While a wall is in the way, follow the ground's flow towards the hero. */
function detour(world: ArenaWorld, state: State, at: number, speed: number, pace: number): boolean {
  state[at + D_HOME_X] = (state[at + D_HOME_X] as number) - pace;
  const shift = world.tileShift;
  const target = ((state[HY] as number) >> shift) * world.width + ((state[HX] as number) >> shift);
  const tx = (state[at + E_X] as number) >> shift;
  const ty = (state[at + E_Y] as number) >> shift;
  const step = flowTo(world, target)[ty * world.width + tx] as number;
  if (step === NOWHERE) return false;
  // Aim at the middle of the next tile, so that corners are cleared.
  const x = (tx + (FLOW_X[step] as number)) * world.tile + (world.tile >> 1);
  const y = (ty + (FLOW_Y[step] as number)) * world.tile + (world.tile >> 1);
  headFor(state, at, x - (state[at + E_X] as number), y - (state[at + E_Y] as number), speed);
  return true;
}

/** Push apart from a neighbour in the same cell of the broad phase, the harder the closer: a crowd spreads instead of becoming one. */
function makeRoom(world: ArenaWorld, state: State, at: number): void {
  let other = world.grid.next[(at >> 4) - 4] as number;
  for (let k = 0; k < 2 && other !== 0; k++) {
    const dx = (state[at + E_X] as number) - (state[other + E_X] as number);
    const dy = (state[at + E_Y] as number) - (state[other + E_Y] as number);
    if (dx < ROOM && dx > -ROOM && dy < ROOM && dy > -ROOM) {
      state[at + E_VX] = (state[at + E_VX] as number) + (dx >= 0 ? ROOM - dx : -ROOM - dx) / 24;
      state[at + E_VY] = (state[at + E_VY] as number) + (dy >= 0 ? ROOM - dy : -ROOM - dy) / 24;
    }
    other = world.grid.next[(other >> 4) - 4] as number;
  }
}

function move(world: ArenaWorld, state: State, at: number, behavior: number): void {
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const nx = x + (state[at + E_VX] as number);
  const ny = y + (state[at + E_VY] as number);
  if (behavior === FLY || behavior === SWARM || behavior === BOSS) {
    state[at + E_X] = clamp(nx, world.tile, world.fieldWidth - world.tile);
    state[at + E_Y] = clamp(ny, world.tile, world.fieldHeight - world.tile);
    return;
  }
  const okX = !solidAt(world, nx, y);
  const okY = !solidAt(world, okX ? nx : x, ny);
  if (okX) state[at + E_X] = nx;
  if (okY) state[at + E_Y] = ny;
  if (!okX || !okY) state[at + D_HOME_X] = 40;
}

/** A marked spot, then the blow: it hurts only at the moment it lands. */
function fall(world: ArenaWorld, state: State, at: number, type: number, events: EventSink): void {
  const left = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = left;
  if (left > 0) return;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const reach = (world.half[type] as number) + world.numbers.hurt;
  const drop = state[at + D_DROP] as number;
  release(state, world.foes, at);
  emit(world, state, events, 'explode', x, y, type, (world.half[type] as number) / SUB);
  if (Math.abs(x - (state[HX] as number)) < reach && Math.abs(y - (state[HY] as number)) < reach) hurtHero(world, state, events, type);
  // What breaks out of the rock.
  if (drop > 0 || randomInt(state, 100) < 45) dropExperience(world, state, x, y, 2);
}
