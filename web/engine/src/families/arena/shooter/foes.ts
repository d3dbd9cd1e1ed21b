/** How foes of the side-on shooter act and leave. Coordinates are of the field: 0 is the left edge of the screen. */
import { atan256, clamp, cos256, sin256 } from '../../../core/int';
import { randomInt } from '../../../core/rng';
import { E_FACING, E_STATE, E_TIMER, E_TYPE, E_VX, E_VY, E_X, E_Y, HY, SUB } from '../../../core/state';
import type { EventSink, State } from '../../../core/types';
import { release } from '../../../systems/projectiles';
import { BOSS, CHARGE, CHASE, FLY, GUARD, HOP, PATROL, ROCK, SHOOT, SWARM, WANDER } from '../archetypes';
import { emit } from '../combat';
import { D_AGE, D_FLAGS, D_HOME_X, D_HOME_Y } from '../layout';
import type { ArenaWorld } from '../world';
import { stepBoss } from './boss';
import { ACT, ALWAYS, aim, ENTER, fire, LEAVE, STRIKE, TELEGRAPH, WARNING } from './muster';

function head(state: State, at: number, angle: number, speed: number): void {
  state[at + E_VX] = (cos256(angle) * speed) >> 14;
  state[at + E_VY] = (sin256(angle) * speed) >> 14;
  state[at + E_FACING] = angle;
}

/** Steer towards the home point; true on arrival. */
function goHome(state: State, at: number, speed: number): boolean {
  const dx = (state[at + D_HOME_X] as number) - (state[at + E_X] as number);
  const dy = (state[at + D_HOME_Y] as number) - (state[at + E_Y] as number);
  if (Math.abs(dx) + Math.abs(dy) <= speed * 2) return true;
  head(state, at, atan256(dy, dx), speed);
  return false;
}

/** One tick of one foe: think, move, leave. */
export function stepFoe(world: ArenaWorld, state: State, at: number, events: EventSink): void {
  const type = state[at + E_TYPE] as number;
  const behavior = world.behavior[type] as number;
  const age = (state[at + D_AGE] as number) + 1;
  state[at + D_AGE] = age;
  if (behavior === BOSS) stepBoss(world, state, at, events);
  else {
    think(world, state, at, behavior, world.speed[type] as number, age, events);
    if (world.fire >= 90 && behavior !== SHOOT && behavior !== GUARD && behavior !== ROCK) snipe(world, state, at, age, events);
  }
  state[at + E_X] = (state[at + E_X] as number) + (state[at + E_VX] as number);
  state[at + E_Y] = (state[at + E_Y] as number) + (state[at + E_VY] as number);
  if (behavior !== BOSS) leaveField(world, state, at);
}

/** Every foe takes a shot now and then, but in calm stages. */
function snipe(world: ArenaWorld, state: State, at: number, age: number, events: EventSink): void {
  const period = Math.floor(19000 / world.fire);
  if ((age + (state[at + E_TIMER] as number) * 5) % period !== period - 20) return;
  const x = state[at + E_X] as number;
  if (x < 130 * SUB || x > 316 * SUB) return;
  const y = state[at + E_Y] as number;
  fire(world, state, x, y, aim(state, x, y), world.shotSpeed);
  emit(world, state, events, 'enemy_shoot', x, y, state[at + E_TYPE] as number);
}

function think(world: ArenaWorld, state: State, at: number, behavior: number, speed: number, age: number, events: EventSink): void {
  const homeY = state[at + D_HOME_Y] as number;
  const y = state[at + E_Y] as number;
  const fromSide = y < 8 * SUB || y > 176 * SUB;
  if (state[at + E_STATE] === ENTER) {
    if (fromSide || behavior === SHOOT || behavior === GUARD || behavior === CHARGE) {
      if (!goHome(state, at, speed)) return;
    }
    state[at + E_STATE] = ACT;
    state[at + E_VX] = behavior === SHOOT || behavior === GUARD || behavior === CHARGE ? 0 : -speed;
    state[at + E_VY] = 0;
  }
  switch (behavior) {
    case FLY: {
      const next = homeY + ((sin256(age * 2) * 22) >> 14) * SUB;
      state[at + E_VY] = clamp(next - y, -speed, speed);
      return;
    }
    case PATROL: {
      if (state[at + E_VY] === 0) state[at + E_VY] = homeY > 92 * SUB ? -speed : speed;
      if (y < 18 * SUB) state[at + E_VY] = speed;
      else if (y > 166 * SUB) state[at + E_VY] = -speed;
      state[at + E_VX] = -(speed >> 1);
      return;
    }
    case HOP: {
      const vy = state[at + E_VY] as number;
      // Bounces off a floor 26 px under its entry height, apex about 50 px above that.
      if (y >= Math.min(homeY + 26 * SUB, 168 * SUB) && vy >= 0) state[at + E_VY] = -560;
      else state[at + E_VY] = Math.min(700, vy + 12);
      return;
    }
    case CHASE: {
      const want = clamp((state[HY] as number) - y, -speed, speed);
      const vy = state[at + E_VY] as number;
      state[at + E_VY] = vy + clamp(want - vy, -6, 6);
      return;
    }
    case SWARM: {
      if (age < 170 && (age & 1) === 0) {
        const x = state[at + E_X] as number;
        const facing = state[at + E_FACING] as number;
        const turn = (((aim(state, x, y) - facing + 128) & 255) - 128) | 0;
        head(state, at, (facing + clamp(turn, -2, 2)) & 255, speed);
      }
      return;
    }
    case CHARGE:
      charge(state, at, speed);
      return;
    case SHOOT:
      volley(world, state, at, 3, events);
      return;
    case GUARD:
      volley(world, state, at, 5, events);
      return;
    case WANDER: {
      if (age % 40 === 1) state[at + E_VY] = (randomInt(state, 3) - 1) * (speed >> 1);
      if (y < 20 * SUB) state[at + E_VY] = speed >> 1;
      else if (y > 164 * SUB) state[at + E_VY] = -(speed >> 1);
      return;
    }
    case ROCK: {
      // Each rock has its own slope and pace, drawn once.
      if (age === 1) {
        state[at + E_VY] = randomInt(state, 61) - 30;
        state[at + E_VX] = -speed + randomInt(state, Math.max(1, speed >> 1)) - (speed >> 2);
      }
      return;
    }
  }
}

function charge(state: State, at: number, speed: number): void {
  const phase = state[at + E_STATE] as number;
  if (phase === ACT) {
    state[at + E_STATE] = TELEGRAPH;
    state[at + E_TIMER] = WARNING + (state[at + E_TIMER] as number);
  } else if (phase === TELEGRAPH) {
    const left = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = left;
    // Draws back a little before it lunges.
    state[at + E_VX] = left < 14 ? 40 : 0;
    if (left > 0) return;
    state[at + E_STATE] = STRIKE;
    head(state, at, aim(state, state[at + E_X] as number, state[at + E_Y] as number), speed * 3);
  }
}

/** Hold, warn, fire; leave after `rounds`, unless it is one of those that stay. */
function volley(world: ArenaWorld, state: State, at: number, rounds: number, events: EventSink): void {
  const phase = state[at + E_STATE] as number;
  if (phase === LEAVE) return;
  const guard = rounds === 5;
  const timer = (state[at + E_TIMER] as number) + 1;
  state[at + E_TIMER] = timer;
  const age = state[at + D_AGE] as number;
  const next = (state[at + D_HOME_Y] as number) + ((sin256(age) * (guard ? 14 : 20)) >> 14) * SUB;
  state[at + E_VY] = clamp(next - (state[at + E_Y] as number), -90, 90);
  state[at + E_VX] = 0;
  const period = Math.max(40, Math.floor((guard ? 11500 : 9500) / world.fire));
  const beat = timer % period;
  state[at + E_STATE] = beat >= period - WARNING ? TELEGRAPH : ACT;
  if (beat !== 0) return;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  if (guard) {
    const turn = randomInt(state, 32);
    for (let i = 0; i < 8; i++) fire(world, state, x, y, (turn + i * 32) & 255, (world.shotSpeed * 3) >> 2);
  } else fire(world, state, x, y, aim(state, x, y), world.shotSpeed);
  emit(world, state, events, 'enemy_shoot', x, y, state[at + E_TYPE] as number);
  if (timer < period * rounds || state[at + D_FLAGS] === ALWAYS) return;
  state[at + E_STATE] = LEAVE;
  state[at + E_VX] = -(world.speed[state[at + E_TYPE] as number] as number) * 2;
  state[at + E_VY] = 0;
}

function leaveField(world: ArenaWorld, state: State, at: number): void {
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  const out = x < -26 * SUB || x > 400 * SUB || y < -30 * SUB || y > 214 * SUB;
  if (!out) return;
  const returns = state[at + D_FLAGS] as number;
  if (returns <= 0) {
    release(state, world.foes, at);
    return;
  }
  if (returns !== ALWAYS) state[at + D_FLAGS] = returns - 1;
  // Back from the right, at another height, as if it were new.
  state[at + E_X] = 334 * SUB;
  const home = 24 + randomInt(state, 137);
  state[at + E_Y] = home * SUB;
  state[at + D_HOME_Y] = home * SUB;
  state[at + E_STATE] = ENTER;
  state[at + E_TIMER] = 0;
  state[at + D_AGE] = 0;
  state[at + E_FACING] = 128;
}
