/** Foes: how each behaviour moves. All tells are visible: a foe that is about to act stands still in the `charge` anim. */
import { atan256, clamp, cos256, sin256 } from '../../core/int';
import { randomInt } from '../../core/rng';
import { E_DATA, E_FACING, E_FLASH, E_STATE, E_TIMER, E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, HX, STRIDE } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { supported, tileHarm } from './body';
import { stepBoss } from './boss';
import { ACT, CALM, fire, heroDx, heroDy, REST, settle, TELL, walk } from './gait';
import { type EnemyDef, type PlatformWorld, STRETCH_SHIFT } from './world';

const NOTICE_X = 100 * 256;
const NOTICE_Y = 20 * 256;
const TELL_TICKS = 26;

/** The foes that are awake: those whose beat is about a screen from the hero. */
export function nearbyFoes(world: PlatformWorld, state: State): Int16Array {
  const stretch = (state[HX] as number) >> STRETCH_SHIFT;
  const { nearby } = world;
  return nearby[stretch < 0 ? 0 : stretch >= nearby.length ? nearby.length - 1 : stretch]!;
}

export function stepEnemies(world: PlatformWorld, state: State, events: EventSink): void {
  const near = nearbyFoes(world, state);
  for (let k = 0; k < near.length; k++) {
    const i = near[k] as number;
    const at = ENTITIES + i * STRIDE;
    if (state[at + E_TYPE] === FREE) continue;
    if ((state[at + E_FLASH] as number) > 0) state[at + E_FLASH] = (state[at + E_FLASH] as number) - 1;
    stepOne(world, state, at, world.enemies[i]!, events);
  }
}

function stepOne(world: PlatformWorld, state: State, at: number, def: EnemyDef, events: EventSink): void {
  switch (def.behavior) {
    case 'fly':
      fly(state, at, def);
      return;
    case 'swarm':
      swarm(world, state, at, def);
      return;
    case 'hop':
      hop(world, state, at, def);
      return;
    case 'chase':
      if (def.flying) haunt(world, state, at, def);
      else hunt(world, state, at, def);
      return;
    case 'shoot':
      shoot(world, state, at, def, events);
      return;
    case 'charge':
      charge(world, state, at, def);
      return;
    case 'guard':
      guard(world, state, at, def);
      return;
    case 'wander':
      wander(world, state, at, def);
      return;
    case 'boss':
      stepBoss(world, state, at, def, events);
      return;
    default:
      patrol(world, state, at, def, def.speed);
  }
}

function patrol(world: PlatformWorld, state: State, at: number, def: EnemyDef, speed: number): void {
  if (!settle(world, state, at, def)) return;
  const facing = state[at + E_FACING] as number;
  const off = (state[at + E_X] as number) - def.x;
  const beyond = off * facing > def.range;
  if (beyond || !walk(world, state, at, def, facing * speed, true)) state[at + E_FACING] = -facing;
}

function wander(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  const left = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = left;
  if (left <= 0) {
    state[at + E_TIMER] = 40 + randomInt(state, 80);
    state[at + E_STATE] = randomInt(state, 3) === 0 ? REST : CALM;
    if (randomInt(state, 2) === 0) state[at + E_FACING] = -(state[at + E_FACING] as number);
  }
  if (state[at + E_STATE] === REST) settle(world, state, at, def);
  else patrol(world, state, at, def, def.speed);
}

function fly(state: State, at: number, def: EnemyDef): void {
  const t = (state[at + E_TIMER] as number) + 1;
  state[at + E_TIMER] = t;
  // One beat takes as long as its way at the foe's speed: a quarter turn of the sine per range.
  const period = Math.max(60, Math.floor((def.range * 6) / Math.max(1, def.speed)));
  const angle = Math.floor((t * 256) / period) + def.phase;
  const x = def.x + Math.floor((def.range * sin256(angle)) / 16384);
  state[at + E_FACING] = x >= (state[at + E_X] as number) ? 1 : -1;
  state[at + E_X] = x;
  state[at + E_Y] = def.y + Math.floor((def.lift * sin256(angle * 2)) / 16384);
}

function swarm(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  const t = (state[at + E_TIMER] as number) + 1;
  state[at + E_TIMER] = t;
  // The point they circle drifts after the hero, never farther than the beat.
  const near = Math.abs((state[HX] as number) - def.x) < NOTICE_X;
  const wish = near ? clamp((state[HX] as number) - def.x, -def.range, def.range) : 0;
  const drift = state[at + E_DATA] as number;
  const step = def.speed >> 1;
  state[at + E_DATA] = wish > drift ? Math.min(drift + step, wish) : Math.max(drift - step, wish);
  const angle = t * 2 + def.phase;
  state[at + E_FACING] = sin256(angle) > 0 ? -1 : 1;
  state[at + E_X] = def.x + (state[at + E_DATA] as number) + ((10 * 256 * cos256(angle)) >> 14);
  state[at + E_Y] = def.y + ((def.lift * sin256(angle)) >> 14);
  void world;
}

function hop(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  const stands = settle(world, state, at, def);
  if (!stands) {
    const vx = state[at + E_VX] as number;
    if (!walk(world, state, at, def, vx, false)) {
      state[at + E_VX] = -vx;
      state[at + E_FACING] = -(state[at + E_FACING] as number);
    }
    return;
  }
  const t = (state[at + E_TIMER] as number) + 1;
  state[at + E_TIMER] = t;
  state[at + E_STATE] = t > 34 ? TELL : CALM;
  if (t < 50) return;
  state[at + E_TIMER] = 0;
  state[at + E_STATE] = CALM;
  // The leap spans about 24 ticks; it turns at the end of its beat and before ledges.
  let facing = state[at + E_FACING] as number;
  const reach = def.speed * 24;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const target = x + facing * reach;
  const off = target - def.x;
  if (off * facing > def.range || !supported(world, state, target, y, def.w, def.h) || tileHarm(world, target, y, def.w, def.h, 1) !== 0) {
    facing = -facing;
    state[at + E_FACING] = facing;
    if (!supported(world, state, x + facing * reach, y, def.w, def.h)) {
      state[at + E_VX] = 0;
      state[at + E_VY] = -600;
      return;
    }
  }
  state[at + E_VX] = facing * def.speed;
  state[at + E_VY] = -600;
}

/** On foot: sees the hero on its level, starts, runs after him to the end of its beat, walks home. */
function hunt(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  if (!settle(world, state, at, def)) return;
  const dx = heroDx(world, state, at, def);
  const sees = Math.abs(dx) < NOTICE_X && Math.abs(heroDy(world, state, at, def)) < NOTICE_Y * 2;
  const mode = state[at + E_STATE] as number;
  if (mode === CALM) {
    patrol(world, state, at, def, def.speed >> 1);
    if (sees) {
      state[at + E_STATE] = TELL;
      state[at + E_TIMER] = TELL_TICKS;
      state[at + E_FACING] = dx < 0 ? -1 : 1;
    }
  } else if (mode === TELL) {
    state[at + E_TIMER] = (state[at + E_TIMER] as number) - 1;
    if ((state[at + E_TIMER] as number) <= 0) state[at + E_STATE] = ACT;
  } else {
    if (!sees) state[at + E_STATE] = CALM;
    else if (Math.abs(dx) > 512) {
      const facing = dx < 0 ? -1 : 1;
      state[at + E_FACING] = facing;
      const off = (state[at + E_X] as number) - def.x;
      if (off * facing < def.range * 2) walk(world, state, at, def, facing * def.speed, true);
    }
  }
}

/** In the air: drifts towards the hero with inertia while he is near, else home. */
function haunt(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  const dx = heroDx(world, state, at, def);
  const dy = heroDy(world, state, at, def);
  const off = (state[at + E_X] as number) - def.x;
  const near = Math.abs(dx) < NOTICE_X && Math.abs(dy) < NOTICE_X && Math.abs(off) < def.range * 3;
  const t = (state[at + E_TIMER] as number) + 1;
  state[at + E_TIMER] = near ? Math.min(t, 1000) : 0;
  state[at + E_STATE] = near ? (t < TELL_TICKS ? TELL : ACT) : CALM;
  const tx = near ? dx : -off;
  const ty = near ? dy : def.y - (state[at + E_Y] as number);
  const pace = state[at + E_STATE] === TELL ? 0 : (def.speed * 3) >> 2;
  const angle = atan256(ty, tx);
  const vx = state[at + E_VX] as number;
  const vy = state[at + E_VY] as number;
  state[at + E_VX] = vx + clamp(((pace * cos256(angle)) >> 14) - vx, -6, 6);
  state[at + E_VY] = vy + clamp(((pace * sin256(angle)) >> 14) - vy, -6, 6);
  if (!near && Math.abs(tx) < 512 && Math.abs(ty) < 512) return;
  state[at + E_X] = (state[at + E_X] as number) + (state[at + E_VX] as number);
  state[at + E_Y] = (state[at + E_Y] as number) + (state[at + E_VY] as number);
  state[at + E_FACING] = dx < 0 ? -1 : 1;
}

function shoot(world: PlatformWorld, state: State, at: number, def: EnemyDef, events: EventSink): void {
  if (!def.flying) settle(world, state, at, def);
  const dx = heroDx(world, state, at, def);
  const t = (state[at + E_TIMER] as number) + 1;
  const rest = world.physics.fireRest;
  state[at + E_FACING] = dx < 0 ? -1 : 1;
  const sees = Math.abs(dx) < NOTICE_X + (NOTICE_X >> 1) && Math.abs(heroDy(world, state, at, def)) < NOTICE_X;
  if (!sees) {
    state[at + E_TIMER] = Math.min(t, rest - TELL_TICKS);
    state[at + E_STATE] = CALM;
    return;
  }
  state[at + E_TIMER] = t;
  state[at + E_STATE] = t > rest - TELL_TICKS ? TELL : CALM;
  if (t < rest) return;
  state[at + E_TIMER] = 0;
  const from = (state[at + E_X] as number) + (def.w >> 1);
  fire(world, state, from, (state[at + E_Y] as number) + (def.h >> 1), dx < 0 ? -320 : 320, 0, events);
}

function charge(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  if (!settle(world, state, at, def)) return;
  const dx = heroDx(world, state, at, def);
  const mode = state[at + E_STATE] as number;
  const left = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = left;
  if (mode === CALM) {
    patrol(world, state, at, def, def.speed >> 2);
    if (left <= 0 && Math.abs(dx) < NOTICE_X && Math.abs(heroDy(world, state, at, def)) < NOTICE_Y) {
      state[at + E_STATE] = TELL;
      state[at + E_TIMER] = TELL_TICKS;
      state[at + E_FACING] = dx < 0 ? -1 : 1;
    }
  } else if (mode === TELL) {
    if (left <= 0) {
      state[at + E_STATE] = ACT;
      state[at + E_TIMER] = 70;
    }
  } else if (mode === ACT) {
    const moved = walk(world, state, at, def, (state[at + E_FACING] as number) * def.speed, true);
    if (!moved || left <= 0) {
      state[at + E_STATE] = REST;
      state[at + E_TIMER] = 55;
    }
  } else if (left <= 0) {
    state[at + E_STATE] = CALM;
    state[at + E_TIMER] = 20;
  }
}

/** Holds a place: faces the hero and shuffles after him within its beat. Its front stops shots. */
function guard(world: PlatformWorld, state: State, at: number, def: EnemyDef): void {
  if (!settle(world, state, at, def)) return;
  const dx = heroDx(world, state, at, def);
  if (Math.abs(dx) > NOTICE_X) return;
  if (Math.abs(dx) > 1024) state[at + E_FACING] = dx < 0 ? -1 : 1;
  const facing = state[at + E_FACING] as number;
  const off = (state[at + E_X] as number) - def.x;
  if (off * facing < def.range >> 1) walk(world, state, at, def, facing * def.speed, true);
}
