/** Enemies: each behaviour is a small machine of roam, hunt, wind-up, strike and rest that a player can read. */
import { approach, atan256, cos256, isqrt, sin256 } from '../../core/int';
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
import { HIT_X, HIT_Y, moveBody, slipCorner } from '../../systems/topdown';
import { distanceField, FAR, sees } from '../../systems/topdown-sight';
import { stepBoss } from './boss';
import { emit, hurtHero } from './hurt';
import {
  ALARMS,
  CLOCK,
  DIR_X,
  DIR_Y,
  DOORS,
  E_AGE,
  E_AIM,
  E_ALERT,
  E_KNOCK,
  E_MEMO,
  H_DOWN,
  HALF_TILE,
  HUNT,
  HURT_HALF,
  REST,
  ROAM,
  SHIFT,
  STRIKE,
  TILE,
  WINDUP,
} from './layout';
import { BLOCK_FLY, BLOCK_SIGHT, BLOCK_WALK, COVER, FLAGS } from './legend';
import { enemyShot } from './shots';
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

/** Remembers the hero for a while after losing sight of it. Looks only every eighth tick: sight is the dearest thing here. */
function notice(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): boolean {
  const alert = state[at + E_ALERT] as number;
  if (alert > 0) state[at + E_ALERT] = alert - 1;
  if ((((state[CLOCK] as number) + at) & 7) === 0) {
    const range = Math.trunc((world.n.sight * foe.a.sight) / 100);
    if (Math.abs(dx) < range && Math.abs(dy) < range && dx * dx + dy * dy < range * range && seesHero(world, state, at))
      state[at + E_ALERT] = 150;
  }
  if ((state[at + E_ALERT] as number) === 0) return false;
  // A leash: nobody is followed across the whole map.
  const away = Math.max(Math.abs((state[at + E_X] as number) - foe.x), Math.abs((state[at + E_Y] as number) - foe.y));
  return away < 10 * TILE;
}

export function seesHero(world: TopWorld, state: State, at: number): boolean {
  return sees(world, state, state[at + E_X] as number, state[at + E_Y] as number, state[HX] as number, state[HY] as number, BLOCK_SIGHT);
}

/** Move with velocity, slipping round corners. Returns hit bits. */
export function roll(world: TopWorld, state: State, at: number, foe: Foe): number {
  const vx = state[at + E_VX] as number;
  const vy = state[at + E_VY] as number;
  const hit = moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, vx, vy);
  if (hit === 0) return 0;
  const speed = Math.max(Math.abs(vx), Math.abs(vy));
  if ((hit & HIT_X) !== 0 && Math.abs(vx) >= Math.abs(vy))
    slipCorner(world, state, at + E_X, foe.a.half, foe.a.mask, Math.sign(vx), 0, foe.a.half, speed);
  else if ((hit & HIT_Y) !== 0 && Math.abs(vy) >= Math.abs(vx))
    slipCorner(world, state, at + E_X, foe.a.half, foe.a.mask, 0, Math.sign(vy), foe.a.half, speed);
  return hit;
}

/** Velocity of `speed` towards (dx, dy), eased so that turns can be read. */
export function steer(state: State, at: number, dx: number, dy: number, speed: number): void {
  const far = Math.max(1, isqrt(dx * dx + dy * dy));
  const gain = Math.max(8, speed >> 3);
  state[at + E_VX] = approach(state[at + E_VX] as number, Math.trunc((dx * speed) / far), gain);
  state[at + E_VY] = approach(state[at + E_VY] as number, Math.trunc((dy * speed) / far), gain);
  if (Math.abs(dx) > 64 || Math.abs(dy) > 64) state[at + E_FACING] = ((atan256(dy, dx) + 16) >> 5) & 7;
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

/** Next step towards the hero over the ground, as a point to walk to relative to the body. */
function towards(world: TopWorld, state: State, at: number, foe: Foe, dx: number, dy: number): [number, number] {
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  if (sees(world, state, x, y, x + dx, y + dy, foe.a.mask)) return [dx, dy];
  const field = pursuit(world, state, foe.a.mask);
  const tx = x >> SHIFT;
  const ty = y >> SHIFT;
  let best = field[ty * world.width + tx] as number;
  let stepX = 0;
  let stepY = 0;
  for (let d = 0; d < 8; d += 2) {
    const nx = tx + ((DIR_X[d] as number) >> 8);
    const ny = ty + ((DIR_Y[d] as number) >> 8);
    if (nx < 0 || ny < 0 || nx >= world.width || ny >= world.height) continue;
    const cost = field[ny * world.width + nx] as number;
    if (cost < best) {
      best = cost;
      stepX = nx;
      stepY = ny;
    }
  }
  if (best === FAR || (stepX === 0 && stepY === 0)) return [dx, dy];
  return [stepX * TILE + HALF_TILE - x, stepY * TILE + HALF_TILE - y];
}

/** Distance field towards the hero's tile, twelve steps wide. Follows from doors and tile alone, so a cache of it is no state. */
function pursuit(world: TopWorld, state: State, mask: number): Int16Array {
  const goal = ((state[HY] as number) >> SHIFT) * world.width + ((state[HX] as number) >> SHIFT);
  const ground = (state[DOORS] as number) * 2 + (mask === BLOCK_FLY ? 1 : 0);
  const key = ground * 65536 + goal;
  const known = world.pursuit.get(key);
  if (known !== undefined) return known;
  let open = world.passable.get(ground);
  if (open === undefined) {
    open = new Uint8Array(world.tiles.length);
    for (let i = 0; i < open.length; i++) open[i] = world.blocked(state, i % world.width, Math.floor(i / world.width), mask) ? 0 : 1;
    world.passable.set(ground, open);
  }
  const field = distanceField(world.width, world.height, [goal], open, 12);
  if (world.pursuit.size > 400) world.pursuit.clear();
  world.pursuit.set(key, field);
  return field;
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

/** A shove away from the nearest other enemy, so that a pack does not become one. */
function apart(world: TopWorld, state: State, at: number, foe: Foe): void {
  if ((((state[CLOCK] as number) + at) & 3) !== 0) return;
  for (let i = 0; i < world.loose; i++) {
    const other = ENTITIES + i * STRIDE;
    if (other === at || state[other] === FREE) continue;
    const dx = (state[at + E_X] as number) - (state[other + E_X] as number);
    const dy = (state[at + E_Y] as number) - (state[other + E_Y] as number);
    const near = foe.a.half * 2;
    if (dx > near || dx < -near || dy > near || dy < -near) continue;
    moveBody(world, state, at + E_X, foe.a.half, foe.a.mask, Math.sign(dx) * 128, (dy === 0 && dx === 0 ? 1 : Math.sign(dy)) * 128);
    return;
  }
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
