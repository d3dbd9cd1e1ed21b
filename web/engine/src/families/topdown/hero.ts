/** The hero: eight directions with acceleration, strike or shot on A, dash on B, falls, rebirth. */

import { A, B, DOWN, LEFT, RIGHT, UP } from '../../core/input';
import { approach, atan256 } from '../../core/int';
import {
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HANIM,
  HFACING,
  HP,
  HVX,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  PREV_INPUT,
  STRIDE,
} from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { HIT_X, HIT_Y, moveBody, slipCorner } from '../../systems/topdown';
import { DOWN_FALL, emit, fall, hitFoe, loseLife } from './hurt';
import {
  ANIM_ATTACK,
  ANIM_DASH,
  ANIM_DIE,
  ANIM_FALL,
  ANIM_HURT,
  ANIM_IDLE,
  ANIM_WALK,
  DIR_X,
  DIR_Y,
  E_AIM,
  E_ALERT,
  E_KNOCK,
  H_ANIM_AGE,
  H_BUFFER,
  H_COOL,
  H_DASH,
  H_DASH_COOL,
  H_DOWN,
  H_DOWN_WHY,
  H_FLASH,
  H_KNOCK,
  H_MAX_HP,
  H_POWER,
  H_SAFE_X,
  H_SAFE_Y,
  H_SERIAL,
  H_SWING,
  HALF_TILE,
  HERO_HALF,
  ROAM,
  SHIFT,
  SHOT_ENEMY,
  SHOT_HERO,
  TILE,
} from './layout';
import { BLOCK_HERO, BLOCK_SHOT, FATAL, FLAGS, SPIKES } from './legend';
import { respawnPoint } from './pickups';
import { loosen } from './shots';
import type { TopWorld } from './world';

const SLIP = 7 * 256;
const BUFFER_TICKS = 7;

/** Index of the direction (dx, dy) with each in -1..1; -1 for none. */
const DIRECTION = [5, 6, 7, 4, -1, 0, 3, 2, 1] as const;

export function directionOf(input: number): number {
  const dx = (input & RIGHT ? 1 : 0) - (input & LEFT ? 1 : 0);
  const dy = (input & DOWN ? 1 : 0) - (input & UP ? 1 : 0);
  return DIRECTION[(dy + 1) * 3 + dx + 1] as number;
}

function animate(state: State, anim: number): void {
  if (state[HANIM] === anim) state[H_ANIM_AGE] = (state[H_ANIM_AGE] as number) + 1;
  else {
    state[HANIM] = anim;
    state[H_ANIM_AGE] = 0;
  }
}

function count(state: State, at: number): void {
  if ((state[at] as number) > 0) state[at] = (state[at] as number) - 1;
}

/** A press of A is remembered, through hit-stop too. */
export function buffer(state: State, input: number): void {
  if ((input & A) !== 0 && ((state[PREV_INPUT] as number) & A) === 0) state[H_BUFFER] = BUFFER_TICKS;
}

export function stepHero(world: TopWorld, state: State, input: number, events: EventSink): void {
  count(state, INVULNERABLE);
  count(state, H_COOL);
  count(state, H_DASH_COOL);
  count(state, H_POWER);
  count(state, H_FLASH);
  if ((state[H_DOWN] as number) > 0) {
    lieDown(world, state, events);
    return;
  }
  const { n } = world;
  const dir = directionOf(input);
  const swinging = (state[H_SWING] as number) > 0;
  if ((state[H_KNOCK] as number) > 0) {
    count(state, H_KNOCK);
    travel(world, state, state[HVX] as number, state[HVY] as number, 0, 0);
    state[HVX] = Math.trunc(((state[HVX] as number) * 7) / 8);
    state[HVY] = Math.trunc(((state[HVY] as number) * 7) / 8);
    animate(state, ANIM_HURT);
  } else if ((state[H_DASH] as number) > 0) {
    count(state, H_DASH);
    travel(world, state, state[HVX] as number, state[HVY] as number, 0, 0);
    animate(state, ANIM_DASH);
    if (state[H_DASH] === 0) {
      state[HVX] = 0;
      state[HVY] = 0;
    }
  } else {
    if (dir >= 0 && !swinging) state[HFACING] = dir;
    if (n.dash && (input & B) !== 0 && ((state[PREV_INPUT] as number) & B) === 0 && state[H_DASH_COOL] === 0 && !swinging) {
      dash(world, state, events);
    } else walk(world, state, dir, swinging);
  }
  if (state[H_DASH] === 0) attack(world, state, input, events);
  ground(world, state, events);
}

function walk(world: TopWorld, state: State, dir: number, swinging: boolean): void {
  const speed = swinging ? world.n.heroSpeed >> 2 : world.n.heroSpeed;
  const wantX = dir < 0 ? 0 : ((DIR_X[dir] as number) * speed) >> 8;
  const wantY = dir < 0 ? 0 : ((DIR_Y[dir] as number) * speed) >> 8;
  // Full speed in six frames, a stop in four.
  const gain = Math.max(16, Math.trunc(world.n.heroSpeed / (dir < 0 ? 4 : 6)));
  state[HVX] = approach(state[HVX] as number, wantX, gain);
  state[HVY] = approach(state[HVY] as number, wantY, gain);
  const pushX = dir >= 0 && wantY === 0 ? Math.sign(wantX) : 0;
  const pushY = dir >= 0 && wantX === 0 ? Math.sign(wantY) : 0;
  travel(world, state, state[HVX] as number, state[HVY] as number, pushX, pushY);
  animate(state, swinging ? ANIM_ATTACK : dir >= 0 ? ANIM_WALK : ANIM_IDLE);
}

function travel(world: TopWorld, state: State, dx: number, dy: number, pushX: number, pushY: number): void {
  const hit = moveBody(world, state, HX, HERO_HALF, BLOCK_HERO, dx, dy);
  if ((hit & HIT_X) !== 0) {
    state[HVX] = 0;
    if (pushX !== 0) slipCorner(world, state, HX, HERO_HALF, BLOCK_HERO, pushX, 0, SLIP, world.n.heroSpeed);
  }
  if ((hit & HIT_Y) !== 0) {
    state[HVY] = 0;
    if (pushY !== 0) slipCorner(world, state, HX, HERO_HALF, BLOCK_HERO, 0, pushY, SLIP, world.n.heroSpeed);
  }
}

function dash(world: TopWorld, state: State, events: EventSink): void {
  const facing = state[HFACING] as number;
  state[H_DASH] = world.n.dashFrames;
  state[H_DASH_COOL] = world.n.dashCooldown;
  state[HVX] = ((DIR_X[facing] as number) * world.n.dashSpeed) >> 8;
  state[HVY] = ((DIR_Y[facing] as number) * world.n.dashSpeed) >> 8;
  state[INVULNERABLE] = Math.max(state[INVULNERABLE] as number, world.n.dashFrames + 2);
  emit(events, 'dash', state[HX] as number, state[HY] as number);
}

function attack(world: TopWorld, state: State, input: number, events: EventSink): void {
  const { n } = world;
  const swing = state[H_SWING] as number;
  if (swing > 0) {
    state[H_SWING] = swing + 1;
    if (swing > n.windup && swing <= n.windup + n.active) strike(world, state, events);
    if (swing === n.windup && n.attack === 'beam') shoot(world, state, events);
    if (swing >= n.windup + n.active + n.recover) state[H_SWING] = 0;
    count(state, H_BUFFER);
    return;
  }
  // A gun fires for as long as A is held; a sword wants a press each.
  const wanted = (state[H_BUFFER] as number) > 0 || (n.attack === 'shoot' && (input & A) !== 0);
  count(state, H_BUFFER);
  if (!wanted || (state[H_COOL] as number) > 0 || (state[H_KNOCK] as number) > 0) return;
  state[H_BUFFER] = 0;
  if (n.attack === 'shoot') {
    state[H_COOL] = n.shotCooldown;
    shoot(world, state, events);
    return;
  }
  state[H_SWING] = 1;
  state[H_SERIAL] = ((state[H_SERIAL] as number) % 1_000_000) + 1;
  emit(events, 'swing', state[HX] as number, state[HY] as number);
}

/** Centre of the arc of the sword. */
export function arcOf(world: TopWorld, state: State): [number, number] {
  const facing = state[HFACING] as number;
  return [
    (state[HX] as number) + (((DIR_X[facing] as number) * world.n.reach) >> 8),
    (state[HY] as number) + (((DIR_Y[facing] as number) * world.n.reach) >> 8),
  ];
}

function strike(world: TopWorld, state: State, events: EventSink): void {
  const [cx, cy] = arcOf(world, state);
  for (let i = 0; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    const type = state[at + E_TYPE] as number;
    if (type === FREE) continue;
    const dx = (state[at + E_X] as number) - cx;
    const dy = (state[at + E_Y] as number) - cy;
    const foe = world.foes[type];
    const reach = world.n.radius + (foe === undefined ? 1024 : foe.a.half);
    if (dx > reach || dx < -reach || dy > reach || dy < -reach || dx * dx + dy * dy > reach * reach) continue;
    if (foe !== undefined) hitFoe(world, state, at, 1, state[H_SERIAL] as number, state[HX] as number, state[HY] as number, events);
    else if (type === SHOT_ENEMY) {
      // The blade strikes shots out of the air.
      state[at + E_TYPE] = FREE;
      emit(events, 'block', state[at + E_X] as number, state[at + E_Y] as number);
    }
  }
}

/** Shots go where the hero looks, bent by at most an eighth of a turn towards the nearest enemy ahead. */
function shoot(world: TopWorld, state: State, events: EventSink): void {
  const facing = state[HFACING] as number;
  const fx = DIR_X[facing] as number;
  const fy = DIR_Y[facing] as number;
  const hx = state[HX] as number;
  const hy = state[HY] as number;
  let vx = (fx * world.n.shotSpeed) >> 8;
  let vy = (fy * world.n.shotSpeed) >> 8;
  let best = 7 * TILE;
  for (let i = 0; i < world.loose; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] === FREE) continue;
    const dx = (state[at + E_X] as number) - hx;
    const dy = (state[at + E_Y] as number) - hy;
    const far = Math.max(Math.abs(dx), Math.abs(dy)) + (Math.min(Math.abs(dx), Math.abs(dy)) >> 1);
    if (far >= best || far < 256) continue;
    const ahead = (dx * fx + dy * fy) >> 8;
    const aside = Math.abs((dx * fy - dy * fx) >> 8);
    if (ahead <= 0 || aside * 2 > ahead) continue;
    best = far;
    vx = Math.trunc((dx * world.n.shotSpeed) / far);
    vy = Math.trunc((dy * world.n.shotSpeed) / far);
  }
  const slot = loosen(world, state, SHOT_HERO, hx + fx * 6, hy + fy * 6);
  if (slot < 0) return;
  state[slot + E_VX] = vx;
  state[slot + E_VY] = vy;
  state[slot + E_TIMER] = 42;
  state[slot + E_AIM] = atan256(vy, vx);
  emit(events, 'shoot', hx, hy);
}

/** What lies underfoot: pits and water take the hero, firm ground is remembered. */
function ground(world: TopWorld, state: State, events: EventSink): void {
  if ((state[H_DASH] as number) > 0) return;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const flags = FLAGS[world.tiles[(y >> SHIFT) * world.width + (x >> SHIFT)] as number] as number;
  if ((flags & FATAL) !== 0) {
    fall(world, state, events);
    return;
  }
  if ((flags & SPIKES) !== 0 || (state[H_KNOCK] as number) > 0) return;
  // Only the middle of a tile is a place to come back to.
  const ox = (x & (TILE - 1)) - HALF_TILE;
  const oy = (y & (TILE - 1)) - HALF_TILE;
  if (Math.abs(ox) > TILE >> 2 || Math.abs(oy) > TILE >> 2) return;
  if (world.blocked(state, x >> SHIFT, y >> SHIFT, BLOCK_SHOT | BLOCK_HERO)) return;
  state[H_SAFE_X] = x - ox;
  state[H_SAFE_Y] = y - oy;
}

function lieDown(world: TopWorld, state: State, events: EventSink): void {
  const fell = state[H_DOWN_WHY] === DOWN_FALL;
  animate(state, fell ? ANIM_FALL : ANIM_DIE);
  count(state, H_DOWN);
  if ((state[H_DOWN] as number) > 0) return;
  state[H_DOWN_WHY] = 0;
  state[HVX] = 0;
  state[HVY] = 0;
  state[H_KNOCK] = 0;
  if (fell) {
    state[HX] = state[H_SAFE_X] as number;
    state[HY] = state[H_SAFE_Y] as number;
    return;
  }
  if (!loseLife(state, events)) return;
  const [x, y] = respawnPoint(world, state);
  state[HX] = x;
  state[HY] = y;
  state[H_SAFE_X] = x;
  state[H_SAFE_Y] = y;
  state[HP] = state[H_MAX_HP] as number;
  state[INVULNERABLE] = 100;
  // Whoever hunted the hero goes home.
  for (let i = 0; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    const foe = world.foes[state[at + E_TYPE] as number];
    if (state[at + E_TYPE] !== FREE && foe === undefined) state[at + E_TYPE] = FREE;
    if (foe === undefined) continue;
    state[at + E_X] = foe.x;
    state[at + E_Y] = foe.y;
    state[at + E_VX] = 0;
    state[at + E_VY] = 0;
    state[at + E_STATE] = ROAM;
    state[at + E_TIMER] = 0;
    state[at + E_ALERT] = 0;
    state[at + E_KNOCK] = 0;
    state[at + E_AIM] = 0;
  }
  emit(events, 'respawn', x, y);
}
