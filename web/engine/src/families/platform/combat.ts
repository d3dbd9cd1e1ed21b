/** Hero against foes: stomps, blows, shots. */
import { B, UP } from '../../core/input';
import {
  E_FACING,
  E_FLASH,
  E_HP,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  HFACING,
  HITSTOP,
  HX,
  HY,
  PREV_INPUT,
  SCORE,
  STRIDE,
} from '../../core/state';
import type { EventSink, EventType, State } from '../../core/types';
import { collides } from './body';
import { GUARDED, guardBoss } from './boss';
import { nearbyFoes } from './enemies';
import { throwUp } from './hero';
import { hurtHero } from './injury';
import * as L from './layout';
import { winLevel } from './objects';
import type { EnemyDef, PlatformWorld } from './world';

const STOMP_TICKS = 3;
const FLASH_TICKS = 10;
/** Half size of a shot, subpixels. */
const SHOT = 3 * 256;
const SHOT_TICKS = 60;
const AIM_TICKS = 12;
/** How far below a foe's head the feet still count as a stomp, subpixels. */
const STOMP_DEPTH = 6 * 256;

function say(world: PlatformWorld, state: State, at: number, def: EnemyDef, events: EventSink, type: EventType, value: number): void {
  if (events === null) return;
  const x = ((state[at + E_X] as number) + def.w / 2) / 256;
  const y = ((state[at + E_Y] as number) + def.h / 2) / 256;
  events.push({ type, x, y, entity: world.types[def.type]?.type ?? '', value });
}

/** Take one hit point from the foe in slot `at`. */
export function strike(world: PlatformWorld, state: State, at: number, def: EnemyDef, damage: number, events: EventSink): void {
  const boss = def.behavior === 'boss';
  if (boss && (state[at + GUARDED] as number) > 0) {
    say(world, state, at, def, events, 'block', 0);
    return;
  }
  state[at + E_HP] = (state[at + E_HP] as number) - damage;
  state[HITSTOP] = world.physics.hitstop;
  if ((state[at + E_HP] as number) > 0) {
    state[at + E_FLASH] = FLASH_TICKS;
    if (boss) guardBoss(state, at);
    say(world, state, at, def, events, 'hit', damage);
    return;
  }
  state[at + E_TYPE] = FREE;
  state[SCORE] = (state[SCORE] as number) + def.score;
  say(world, state, at, def, events, 'kill', def.score);
  if (boss) winLevel(world, state, events);
}

export function touchEnemies(world: PlatformWorld, state: State, fell: number, events: EventSink): void {
  const p = world.physics;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const near = nearbyFoes(world, state);
  for (let k = 0; k < near.length; k++) {
    const i = near[k] as number;
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] === FREE) continue;
    const ex = state[at + E_X] as number;
    const def = world.enemies[i]!;
    if (ex >= x + p.w || ex + def.w <= x) continue;
    const ey = state[at + E_Y] as number;
    if (ey >= y + p.h || ey + def.h <= y) continue;
    if ((state[L.STAR] as number) > 0 && def.behavior !== 'boss') {
      strike(world, state, at, def, 99, events);
      continue;
    }
    const feet = y + p.h;
    if (def.stompable && fell > 0 && feet <= ey + Math.max(STOMP_DEPTH, def.h >> 1)) {
      throwUp(state, p.stompSpeed, STOMP_TICKS);
      state[L.AIR_JUMPS] = p.airJumps;
      state[L.DASHES] = 1;
      say(world, state, at, def, events, 'stomp', 0);
      strike(world, state, at, def, 1, events);
      continue;
    }
    // The hurtbox is smaller than the hero on every side.
    const inset = p.inset + 256;
    if (ex + 256 < x + p.w - inset && ex + def.w - 256 > x + inset && ey + 256 < y + p.h - inset && ey + def.h > y + inset) {
      hurtHero(world, state, def.damage, ex + (def.w >> 1), events, def.type);
    }
  }
}

/** B shoots; a hero who also dashes shoots with UP. */
export function heroShoots(world: PlatformWorld, state: State, input: number, events: EventSink): void {
  const p = world.physics;
  if (!p.shoot) return;
  if ((state[L.AIMING] as number) > 0) state[L.AIMING] = (state[L.AIMING] as number) - 1;
  if ((state[L.RELOAD] as number) > 0) {
    state[L.RELOAD] = (state[L.RELOAD] as number) - 1;
    return;
  }
  const button = p.dash ? UP : B;
  if ((input & button) === 0 || ((state[PREV_INPUT] as number) & button) !== 0 || (state[L.STUNNED] as number) > 0) return;
  for (let i = world.shotsFrom; i < world.enemyShotsFrom; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] !== FREE) continue;
    const facing = state[HFACING] as number;
    state[at + E_TYPE] = world.shotType;
    state[at + E_X] = (state[HX] as number) + (p.w >> 1) + facing * (p.w >> 1);
    state[at + E_Y] = (state[HY] as number) + (p.h >> 1);
    state[at + E_VX] = facing * p.shotSpeed;
    state[at + E_VY] = 0;
    state[at + E_TIMER] = SHOT_TICKS;
    state[L.RELOAD] = p.shotRest;
    state[L.AIMING] = AIM_TICKS;
    if (events !== null) events.push({ type: 'shoot', x: (state[at + E_X] as number) / 256, y: (state[at + E_Y] as number) / 256 });
    return;
  }
}

export function stepShots(world: PlatformWorld, state: State, events: EventSink): void {
  for (let i = world.shotsFrom; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] === FREE) continue;
    const x = (state[at + E_X] as number) + (state[at + E_VX] as number);
    const y = (state[at + E_Y] as number) + (state[at + E_VY] as number);
    state[at + E_X] = x;
    state[at + E_Y] = y;
    state[at + E_TIMER] = (state[at + E_TIMER] as number) - 1;
    if ((state[at + E_TIMER] as number) <= 0 || collides(world, state, x - SHOT, y - SHOT, SHOT * 2, SHOT * 2)) {
      state[at + E_TYPE] = FREE;
      continue;
    }
    if (i < world.enemyShotsFrom) heroShotHits(world, state, at, x, y, events);
    else enemyShotHits(world, state, at, x, y, events);
  }
}

function heroShotHits(world: PlatformWorld, state: State, shot: number, x: number, y: number, events: EventSink): void {
  for (let i = 0; i < world.enemies.length; i++) {
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] === FREE) continue;
    const def = world.enemies[i]!;
    const ex = state[at + E_X] as number;
    const ey = state[at + E_Y] as number;
    if (x + SHOT <= ex || x - SHOT >= ex + def.w || y + SHOT <= ey || y - SHOT >= ey + def.h) continue;
    const fromFront = (state[at + E_FACING] as number) * (state[shot + E_VX] as number) < 0;
    state[shot + E_TYPE] = FREE;
    if (def.behavior === 'guard' && fromFront) say(world, state, at, def, events, 'block', 0);
    else strike(world, state, at, def, 1, events);
    return;
  }
}

function enemyShotHits(world: PlatformWorld, state: State, shot: number, x: number, y: number, events: EventSink): void {
  const p = world.physics;
  const hx = (state[HX] as number) + p.inset;
  const hy = (state[HY] as number) + p.inset;
  const size = SHOT - 256;
  if (x + size <= hx || x - size >= hx + p.w - 2 * p.inset || y + size <= hy || y - size >= hy + p.h - 2 * p.inset) return;
  state[shot + E_TYPE] = FREE;
  const damage = Number(world.types[world.enemyShotType]?.properties.damage ?? 1);
  hurtHero(world, state, damage, x, events, world.enemyShotType);
}
