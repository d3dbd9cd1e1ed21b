/** The boss of a shooter stage: three phases of readable attacks, each announced by a pause. */
import { clamp, sin256 } from '../../../core/int';
import { randomInt } from '../../../core/rng';
import { E_HP, E_STATE, E_TIMER, E_TYPE, E_VX, E_VY, E_X, E_Y, HITSTOP, HY, SUB } from '../../../core/state';
import type { EventSink, State } from '../../../core/types';
import { releaseAll } from '../../../systems/projectiles';
import { emit } from '../combat';
import { D_AGE, D_FLAGS, D_HOME_X, D_MAX, G_BOSS, G_PHASE } from '../layout';
import type { ArenaWorld } from '../world';
import { ACT, aim, ENTER, enter, fire, STRIKE, TELEGRAPH } from './muster';

const FAN = 0;
const RING = 1;
const SPIRAL = 2;
const LUNGE = 3;
const GATE = 4;
const CALL = 5;

/** Attacks by phase, in turn. */
const REPERTOIRE: readonly (readonly number[])[] = [
  [FAN, RING],
  [GATE, FAN, SPIRAL, CALL],
  [SPIRAL, LUNGE, GATE, RING, CALL],
];
/** Ticks each attack lasts. */
const LENGTH = [66, 60, 84, 96, 70, 30];
const PAUSE = [62, 50, 40];
const BOSS_WARNING = 34;

export function stepBoss(world: ArenaWorld, state: State, at: number, events: EventSink): void {
  const mode = state[at + E_STATE] as number;
  if (mode === ENTER) {
    state[at + E_VX] = -(world.speed[state[at + E_TYPE] as number] as number);
    state[at + E_VY] = 0;
    if ((state[at + E_X] as number) > 262 * SUB) return;
    state[at + E_STATE] = ACT;
    state[at + E_VX] = 0;
    state[at + E_TIMER] = 50;
    state[G_BOSS] = at;
    emit(world, state, events, 'boss', state[at + E_X] as number, state[at + E_Y] as number, state[at + E_TYPE] as number);
    return;
  }
  changePhase(world, state, at, events);
  const timer = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = timer;
  if (mode === ACT) {
    drift(state, at);
    if (timer <= 0) {
      state[at + E_STATE] = TELEGRAPH;
      state[at + E_TIMER] = BOSS_WARNING;
    }
  } else if (mode === TELEGRAPH) {
    state[at + E_VX] = 0;
    state[at + E_VY] = 0;
    if (timer <= 0) {
      state[at + E_STATE] = STRIKE;
      state[at + E_TIMER] = LENGTH[attackOf(state, at)] as number;
      state[at + D_HOME_X] = 24 + randomInt(state, 137);
    }
  } else {
    attack(world, state, at, attackOf(state, at), timer, events);
    if (timer <= 0) {
      state[at + E_STATE] = ACT;
      state[at + E_TIMER] = PAUSE[state[G_PHASE] as number] as number;
      state[at + D_FLAGS] = (state[at + D_FLAGS] as number) + 4;
    }
  }
}

/** D_FLAGS counts attacks in steps of 4 (the low bits are flags). */
function attackOf(state: State, at: number): number {
  const list = REPERTOIRE[state[G_PHASE] as number] as readonly number[];
  return list[((state[at + D_FLAGS] as number) >> 2) % list.length] as number;
}

function changePhase(world: ArenaWorld, state: State, at: number, events: EventSink): void {
  const hp = state[at + E_HP] as number;
  const max = state[at + D_MAX] as number;
  const phase = hp * 3 > max * 2 ? 0 : hp * 3 > max ? 1 : 2;
  if (phase <= (state[G_PHASE] as number)) return;
  state[G_PHASE] = phase;
  state[HITSTOP] = 10;
  state[at + E_STATE] = ACT;
  state[at + E_TIMER] = 70;
  state[at + D_FLAGS] = 0;
  releaseAll(state, world.foeShots);
  emit(world, state, events, 'boss_phase', state[at + E_X] as number, state[at + E_Y] as number, state[at + E_TYPE] as number, phase + 1);
}

/** Sways about the middle and comes home after a lunge. */
function drift(state: State, at: number): void {
  const age = state[at + D_AGE] as number;
  const y = 92 * SUB + ((sin256(age) * 46) >> 14) * SUB;
  state[at + E_VY] = clamp(y - (state[at + E_Y] as number), -150, 150);
  state[at + E_VX] = clamp(258 * SUB - (state[at + E_X] as number), -300, 300);
}

function attack(world: ArenaWorld, state: State, at: number, kind: number, timer: number, events: EventSink): void {
  const x = (state[at + E_X] as number) - 8 * SUB;
  const y = state[at + E_Y] as number;
  const speed = world.shotSpeed;
  const phase = state[G_PHASE] as number;
  const shoot = (): void => emit(world, state, events, 'enemy_shoot', x, y, state[at + E_TYPE] as number);
  state[at + E_VX] = 0;
  state[at + E_VY] = 0;
  if (kind === FAN) {
    if (timer % 22 !== 0) return;
    const arms = 1 + phase;
    const angle = aim(state, x, y);
    for (let i = -arms; i <= arms; i++) fire(world, state, x, y, (angle + i * 13) & 255, speed);
    shoot();
  } else if (kind === RING) {
    if (timer % 30 !== 0) return;
    const n = 12 + phase * 2;
    const turn = timer === 0 ? Math.floor(128 / n) : 0;
    for (let i = 0; i < n; i++) fire(world, state, x, y, (turn + Math.floor((i * 256) / n)) & 255, (speed * 7) >> 3);
    shoot();
  } else if (kind === SPIRAL) {
    drift(state, at);
    if (timer % 5 !== 0) return;
    const angle = (timer * 5 + (state[at + D_HOME_X] as number)) & 255;
    fire(world, state, x, y, angle, (speed * 7) >> 3);
    fire(world, state, x, y, (angle + 128) & 255, (speed * 7) >> 3);
    shoot();
  } else if (kind === LUNGE) {
    // Falls in line with the hero, then rushes across and returns.
    if (timer > 66) state[at + E_VY] = clamp((state[HY] as number) - y, -260, 260);
    else if (timer > 30) state[at + E_VX] = x > 60 * SUB ? -1500 : 0;
    else state[at + E_VX] = clamp(258 * SUB - x, 0, 1700);
  } else if (kind === GATE) {
    // A wall of bullets with one gap of 44 px.
    if (timer % 35 !== 0) return;
    const gap = timer === 0 ? 184 - (state[at + D_HOME_X] as number) : (state[at + D_HOME_X] as number);
    for (let py = 8; py < 180; py += 13) if (py < gap - 22 || py > gap + 22) fire(world, state, x, py * SUB, 128, (speed * 3) >> 2);
    shoot();
  } else if (kind === CALL && timer === 10) {
    const type = world.foeTypes[randomInt(state, world.foeTypes.length)];
    if (type === undefined) return;
    const place = { pattern: 'pincer', side: 'right', y: 92, gap: 20, rows: 9, returns: 0, drop: 0 };
    for (let i = 0; i < 2 + phase; i++) enter(world, state, type, i, 2 + phase, place);
    emit(world, state, events, 'spawn', x, y, type);
  }
}
