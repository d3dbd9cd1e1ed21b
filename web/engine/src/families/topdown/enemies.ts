/** Enemies: each behaviour is a small machine of roam, hunt, wind-up, strike and rest that a player can read. */
import { atan256, cos256, isqrt, sin256 } from '../../core/int';
import { randomInt } from '../../core/rng';
import {
  E_FACING,
  E_FLASH,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HVX,
  HVY,
  HX,
  HY,
  STRIDE,
} from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { moveBody } from '../../systems/topdown';
import { stepBoss } from './boss';
import { emit, hurtHero } from './hurt';
import {
  ALARMS,
  CLOCK,
  DIR_X,
  DIR_Y,
  E_AGE,
  E_AIM,
  E_ALERT,
  E_KNOCK,
  E_MEMO,
  H_DOWN,
  HUNT,
  HURT_HALF,
  REST,
  ROAM,
  SHIFT,
  STRIKE,
  TILE,
  WINDUP,
} from './layout';
import { BLOCK_WALK, COVER, FLAGS } from './legend';
import { enemyShot } from './shots';
import { apart, notice, roll, seesHero, steer, towards } from './steering';
import type { Foe, TopWorld } from './world';

/** Enemies farther from the hero than this sleep; about a screen and a half. */
const WAKE_X = 14 * TILE;
const WAKE_Y = 10 * TILE;

export function stepEnemies(world: TopWorld, state: State, events: EventSink): void {
  const hx = state[HX] as number;
  const hy = state[HY] as number;
  for (let i = 0; i < world.loose; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at] === FREE) continue;
    const dx = hx - (state[at + E_X] as number);
    const dy = hy - (state[at + E_Y] as number);
    if (dx > WAKE_X || dx < -WAKE_X || dy > WAKE_Y || dy < -WAKE_Y) continue;
    stepEnemy(world, state, at, dx, dy, events);
  }
}

function stepEnemy(world: TopWorld, state: State, at: number, dx: number, dy: number, events: EventSink): void {
  const foe = world.foes[state[at + E_TYPE] as number]!;
  if ((state[at + E_FLASH] as number) > 0) state[at + E_FLASH] = (state[at + E_FLASH] as number) - 1;
  state[at + E_AGE] = (state[at + E_AGE] as number) + 1;
  if ((state[at + E_KNOCK] as number) > 0) {
    state[at + E_KNOCK] = (state[at + E_KNOCK] as number) - 1;
    moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, state[at + E_VX] as number, state[at + E_VY] as number);
    state[at + E_VX] = Math.trunc(((state[at + E_VX] as number) * 7) / 8);
    state[at + E_VY] = Math.trunc(((state[at + E_VY] as number) * 7) / 8);
    return;
  }
  switch (foe.behavior) {
    case 'patrol':
      pace(world, state, at, foe, 0);
      break;
    case 'wander':
      wander(world, state, at, foe);
      break;
    case 'chase':
    case 'swarm':
    case 'fly':
      chase(world, state, at, foe, dx, dy);
      break;
    case 'hop':
      hop(world, state, at, foe, dx, dy);
      break;
    case 'shoot':
      shooter(world, state, at, foe, dx, dy, events);
      break;
    case 'charge':
      charger(world, state, at, foe, dx, dy, events);
      break;
    case 'guard':
      guard(world, state, at, foe, dx, dy, events);
      break;
    case 'boss':
      stepBoss(world, state, at, foe, dx, dy, events);
  }
  const reach = foe.a.half + HURT_HALF - 256;
  const cx = (state[HX] as number) - (state[at + E_X] as number);
  const cy = (state[HY] as number) - (state[at + E_Y] as number);
  if (cx < reach && cx > -reach && cy < reach && cy > -reach && state[H_DOWN] === 0) {
    hurtHero(world, state, 1, state[at + E_X] as number, state[at + E_Y] as number, events);
  }
}

/** Straight to and fro; at walls it turns by `turn` eighths more than half a turn. */
function pace(world: TopWorld, state: State, at: number, foe: Foe, turn: number): void {
  const facing = state[at + E_FACING] as number;
  const vx = ((DIR_X[facing] as number) * foe.a.roam) >> 8;
  const vy = ((DIR_Y[facing] as number) * foe.a.roam) >> 8;
  state[at + E_VX] = vx;
  state[at + E_VY] = vy;
  const far = Math.max(Math.abs((state[at + E_X] as number) - foe.x), Math.abs((state[at + E_Y] as number) - foe.y));
  const outward = (state[at + E_X] as number) * vx - foe.x * vx + (state[at + E_Y] as number) * vy - foe.y * vy > 0;
  if (moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, vx, vy) !== 0 || (far > 5 * TILE && outward)) {
    state[at + E_FACING] = (facing + 4 + turn) & 7;
  }
}

function wander(world: TopWorld, state: State, at: number, foe: Foe): void {
  const left = state[at + E_TIMER] as number;
  if (left > 0) state[at + E_TIMER] = left - 1;
  else {
    state[at + E_TIMER] = 30 + randomInt(state, 60);
    state[at + E_MEMO] = randomInt(state, 3) === 0 ? 1 : 0;
    const home = Math.max(Math.abs((state[at + E_X] as number) - foe.x), Math.abs((state[at + E_Y] as number) - foe.y)) > 3 * TILE;
    state[at + E_FACING] = home
      ? ((atan256(foe.y - (state[at + E_Y] as number), foe.x - (state[at + E_X] as number)) + 16) >> 5) & 7
      : randomInt(state, 4) * 2;
  }
  if (state[at + E_MEMO] === 1) return;
  const facing = state[at + E_FACING] as number;
  const hit = moveBody(
    world,
    state,
    at + E_X,
    foe.a.half,
    foe.a.mask,
    ((DIR_X[facing] as number) * foe.a.roam) >> 8,
    ((DIR_Y[facing] as number) * foe.a.roam) >> 8,
  );
  if (hit !== 0) state[at + E_TIMER] = 0;
}

/** Hunts what it has seen; swarms weave, fliers swoop and draw back. */
function chase(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): void {
  if (!notice(world, state, at, foe, dx, dy)) {
    state[at + E_STATE] = ROAM;
    goHome(world, state, at, foe);
    return;
  }
  if (state[at + E_STATE] === REST) {
    // Drawn back after a swoop.
    steer(state, at, -dx, -dy, foe.a.hunt);
    roll(world, state, at, foe);
    countdown(state, at, HUNT);
    return;
  }
  state[at + E_STATE] = HUNT;
  let [gx, gy] = towards(world, state, at, foe, dx, dy);
  const close = Math.abs(dx) < 2 * TILE && Math.abs(dy) < 2 * TILE;
  if (foe.behavior !== 'chase') {
    // Sideways sway, each with a phase of its own.
    const sway = sin256(((state[CLOCK] as number) * (foe.behavior === 'swarm' ? 5 : 3) + at * 37) & 255);
    const amount = foe.behavior === 'swarm' ? 3 : 2;
    const nx = gx - Math.trunc((gy * sway * amount) / 65536);
    const ny = gy + Math.trunc((gx * sway * amount) / 65536);
    gx = nx;
    gy = ny;
    if (foe.behavior === 'fly' && close && Math.abs(dx) < 10 * 256 && Math.abs(dy) < 10 * 256) {
      state[at + E_STATE] = REST;
      state[at + E_TIMER] = 40;
    }
  }
  apart(world, state, at, foe);
  steer(state, at, gx, gy, foe.a.hunt);
  roll(world, state, at, foe);
}

function countdown(state: State, at: number, next: number): void {
  const left = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = left;
  if (left <= 0) {
    state[at + E_STATE] = next;
    state[at + E_TIMER] = 0;
  }
}

function goHome(world: TopWorld, state: State, at: number, foe: Foe): void {
  const hx = foe.x - (state[at + E_X] as number);
  const hy = foe.y - (state[at + E_Y] as number);
  if (Math.abs(hx) > 2 * TILE || Math.abs(hy) > 2 * TILE) {
    steer(state, at, hx, hy, foe.a.roam);
    roll(world, state, at, foe);
  } else wander(world, state, at, foe);
}

function hop(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): void {
  const aware = notice(world, state, at, foe, dx, dy);
  if (state[at + E_STATE] === STRIKE) {
    if (roll(world, state, at, foe) !== 0 && (state[at + E_TIMER] as number) < 12) state[at + E_TIMER] = 1;
    countdown(state, at, REST);
    if (state[at + E_STATE] === REST) state[at + E_TIMER] = aware ? 34 : 60 + randomInt(state, 40);
    return;
  }
  if ((state[at + E_TIMER] as number) > 0) {
    state[at + E_TIMER] = (state[at + E_TIMER] as number) - 1;
    return;
  }
  let aim = randomInt(state, 256);
  if (aware) {
    const [gx, gy] = towards(world, state, at, foe, dx, dy);
    aim = (atan256(gy, gx) + randomInt(state, 25) - 12) & 255;
  } else if (Math.abs(foe.x - (state[at + E_X] as number)) > 2 * TILE || Math.abs(foe.y - (state[at + E_Y] as number)) > 2 * TILE) {
    aim = atan256(foe.y - (state[at + E_Y] as number), foe.x - (state[at + E_X] as number));
  }
  const speed = aware ? foe.a.hunt : foe.a.roam;
  state[at + E_VX] = (cos256(aim) * speed) >> 14;
  state[at + E_VY] = (sin256(aim) * speed) >> 14;
  state[at + E_FACING] = ((aim + 16) >> 5) & 7;
  state[at + E_STATE] = STRIKE;
  state[at + E_TIMER] = 18;
}

/** Keeps its distance, stands still to take aim, shoots. */
function shooter(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number, events: EventSink): void {
  if (state[at + E_STATE] === WINDUP) {
    state[at + E_FACING] = ((atan256(dy, dx) + 16) >> 5) & 7;
    const left = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = left;
    if (left > 0) return;
    let aimX = dx;
    let aimY = dy;
    if (world.n.leadAim) {
      const ticks = Math.trunc(isqrt(dx * dx + dy * dy) / Math.max(1, world.n.enemyShotSpeed));
      aimX += Math.trunc(((state[HVX] as number) * ticks * 3) / 4);
      aimY += Math.trunc(((state[HVY] as number) * ticks * 3) / 4);
    }
    enemyShot(world, state, at, atan256(aimY, aimX), world.n.enemyShotSpeed, events);
    state[at + E_STATE] = REST;
    state[at + E_TIMER] = 70 + randomInt(state, 40);
    return;
  }
  if (!notice(world, state, at, foe, dx, dy)) {
    state[at + E_STATE] = ROAM;
    goHome(world, state, at, foe);
    return;
  }
  if ((state[at + E_TIMER] as number) > 0) state[at + E_TIMER] = (state[at + E_TIMER] as number) - 1;
  const far = isqrt(dx * dx + dy * dy);
  if ((state[at + E_TIMER] as number) === 0 && seesHero(world, state, at) && far < 8 * TILE) {
    state[at + E_STATE] = WINDUP;
    state[at + E_TIMER] = world.n.enemyWindup;
    return;
  }
  state[at + E_STATE] = HUNT;
  if (far < 3 * TILE) steer(state, at, -dx, -dy, foe.a.hunt);
  else if (far > 5 * TILE) {
    const [gx, gy] = towards(world, state, at, foe, dx, dy);
    steer(state, at, gx, gy, foe.a.hunt);
  } else steer(state, at, -dy, dx, foe.a.hunt >> 1);
  apart(world, state, at, foe);
  roll(world, state, at, foe);
}

/** Lowers its head, then runs straight until a wall stuns it. */
function charger(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number, events: EventSink): void {
  switch (state[at + E_STATE]) {
    case WINDUP:
      countdown(state, at, STRIKE);
      if (state[at + E_STATE] === STRIKE) {
        const aim = state[at + E_AIM] as number;
        state[at + E_VX] = (cos256(aim) * foe.a.hunt) >> 14;
        state[at + E_VY] = (sin256(aim) * foe.a.hunt) >> 14;
        state[at + E_TIMER] = 44;
      }
      return;
    case STRIKE: {
      const hit = moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, state[at + E_VX] as number, state[at + E_VY] as number);
      if (hit !== 0) {
        emit(events, 'bounce', state[at + E_X] as number, state[at + E_Y] as number, foe.type);
        state[at + E_TIMER] = 1;
      }
      countdown(state, at, REST);
      if (state[at + E_STATE] === REST) state[at + E_TIMER] = hit !== 0 ? 55 : 30;
      return;
    }
    case REST:
      countdown(state, at, ROAM);
      return;
  }
  if (!notice(world, state, at, foe, dx, dy)) {
    goHome(world, state, at, foe);
    return;
  }
  const far = isqrt(dx * dx + dy * dy);
  if (far < 6 * TILE && (state[at + E_ALERT] as number) > 140) {
    state[at + E_STATE] = WINDUP;
    state[at + E_TIMER] = world.n.enemyWindup;
    state[at + E_AIM] = atan256(dy, dx);
    state[at + E_FACING] = (((state[at + E_AIM] as number) + 16) >> 5) & 7;
    return;
  }
  const [gx, gy] = towards(world, state, at, foe, dx, dy);
  steer(state, at, gx, gy, foe.a.roam + (foe.a.roam >> 1));
  roll(world, state, at, foe);
}

/** Half the opening of a guard's cone of sight, 256ths of a turn. */
export const CONE = 26;

/** Walks its round and looks ahead in a cone; what it sees long enough it hunts. Tall grass hides the hero. */
function guard(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number, events: EventSink): void {
  if (state[at + E_STATE] === HUNT) {
    if (!notice(world, state, at, foe, dx, dy)) {
      state[at + E_STATE] = ROAM;
      state[at + E_MEMO] = 0;
      return;
    }
    const [gx, gy] = towards(world, state, at, foe, dx, dy);
    apart(world, state, at, foe);
    steer(state, at, gx, gy, foe.a.hunt);
    roll(world, state, at, foe);
    return;
  }
  if (inCone(world, state, at, foe, dx, dy)) {
    state[at + E_MEMO] = (state[at + E_MEMO] as number) + 1;
    // Suspicion: it stops and stares before it runs.
    if ((state[at + E_MEMO] as number) >= world.n.enemyWindup >> 1) {
      state[at + E_STATE] = HUNT;
      state[at + E_ALERT] = 200;
      state[ALARMS] = (state[ALARMS] as number) + 1;
      emit(events, 'alert', state[at + E_X] as number, state[at + E_Y] as number, foe.type);
    }
    return;
  }
  if ((state[at + E_MEMO] as number) > 0 && ((state[CLOCK] as number) & 3) === 0) state[at + E_MEMO] = (state[at + E_MEMO] as number) - 1;
  const home = Math.max(Math.abs((state[at + E_X] as number) - foe.x), Math.abs((state[at + E_Y] as number) - foe.y));
  if (home > 6 * TILE) {
    const [gx, gy] = [foe.x - (state[at + E_X] as number), foe.y - (state[at + E_Y] as number)];
    steer(state, at, gx, gy, foe.a.roam);
    roll(world, state, at, foe);
    return;
  }
  pace(world, state, at, foe, foe.a.mask === BLOCK_WALK ? 2 : 0);
}

function inCone(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): boolean {
  const range = Math.trunc((world.n.sight * foe.a.sight) / 100);
  if (dx * dx + dy * dy > range * range) return false;
  const off = (atan256(dy, dx) - (state[at + E_FACING] as number) * 32 + 128) & 255;
  const near = Math.abs(dx) < 22 * 256 && Math.abs(dy) < 22 * 256;
  if (Math.abs(off - 128) > CONE && !near) return false;
  const tile = ((state[HY] as number) >> SHIFT) * world.width + ((state[HX] as number) >> SHIFT);
  if (!near && ((FLAGS[world.tiles[tile] as number] as number) & COVER) !== 0) return false;
  return seesHero(world, state, at);
}
