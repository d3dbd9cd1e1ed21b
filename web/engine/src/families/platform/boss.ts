/**
 * The boss of the last level: walks up, shows what it will do, does it, rests. Each third of its health lost adds an attack:
 * charge, then leap with a ring of shots, then both in quicker turns.
 */
import { clamp, cos256, sin256 } from '../../core/int';
import { E_DATA, E_FACING, E_FLASH, E_HP, E_STATE, E_TIMER, E_VX, E_VY, E_X, E_Y, HX } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { ACT, CALM, fire, heroDx, REST, settle, TELL, walk } from './gait';
import * as L from './layout';
import type { EnemyDef, PlatformWorld } from './world';

/** Ticks in which it cannot be hurt after a blow. */
export const GUARDED = E_DATA;
const PHASE = E_DATA + 1;
const TURN = E_DATA + 2;

export const GUARD_TICKS = 45;
const WALK_TICKS = 70;
const TELL_TICKS = 36;
const CHARGE_TICKS = 80;
const REST_TICKS = 70;
const LEAP = 1000;

/** 1-3, from the share of health left. */
export function phaseOf(hp: number, max: number): number {
  return hp * 3 > max * 2 ? 1 : hp * 3 > max ? 2 : 3;
}

export function stepBoss(world: PlatformWorld, state: State, at: number, def: EnemyDef, events: EventSink): void {
  if ((state[at + GUARDED] as number) > 0) state[at + GUARDED] = (state[at + GUARDED] as number) - 1;
  if (state[L.BOSS_AWAKE] === 0) {
    settle(world, state, at, def);
    if ((state[HX] as number) < world.arena) return;
    state[L.BOSS_AWAKE] = 1;
    state[at + E_TIMER] = TELL_TICKS;
    say(world, state, at, def, events, 'boss', state[at + E_HP] as number);
    return;
  }
  const phase = phaseOf(state[at + E_HP] as number, def.hp);
  if (phase > (state[at + PHASE] as number)) {
    if ((state[at + PHASE] as number) > 0) say(world, state, at, def, events, 'boss_phase', phase);
    state[at + PHASE] = phase;
  }
  const left = (state[at + E_TIMER] as number) - 1;
  state[at + E_TIMER] = left;
  const mode = state[at + E_STATE] as number;
  if (mode === ACT) act(world, state, at, def, phase, left, events);
  else {
    const stands = settle(world, state, at, def);
    if (mode === CALM) approachHero(world, state, at, def, left, phase);
    else if (mode === TELL && left <= 0 && stands) begin(world, state, at, def, phase);
    else if (mode === REST && left <= 0) turn(state, at, CALM, WALK_TICKS - phase * 10);
  }
}

function turn(state: State, at: number, mode: number, ticks: number): void {
  state[at + E_STATE] = mode;
  state[at + E_TIMER] = ticks;
}

function approachHero(world: PlatformWorld, state: State, at: number, def: EnemyDef, left: number, phase: number): void {
  const facing = heroDx(world, state, at, def) < 0 ? -1 : 1;
  state[at + E_FACING] = facing;
  walk(world, state, at, def, facing * (def.speed >> 1), true);
  if (left <= 0) turn(state, at, TELL, TELL_TICKS - phase * 4);
}

function begin(world: PlatformWorld, state: State, at: number, def: EnemyDef, phase: number): void {
  const turns = (state[at + TURN] as number) + 1;
  state[at + TURN] = turns;
  state[at + E_STATE] = ACT;
  const leaps = phase > 1 && turns % 2 === 0;
  if (leaps) {
    state[at + E_VY] = -LEAP;
    state[at + E_VX] = clamp(Math.floor(heroDx(world, state, at, def) / 40), -def.speed * 2, def.speed * 2);
    state[at + E_TIMER] = 400;
  } else {
    state[at + E_FACING] = heroDx(world, state, at, def) < 0 ? -1 : 1;
    state[at + E_VX] = 0;
    state[at + E_TIMER] = CHARGE_TICKS;
  }
}

function act(world: PlatformWorld, state: State, at: number, def: EnemyDef, phase: number, left: number, events: EventSink): void {
  const stands = settle(world, state, at, def);
  if (!stands) {
    const vx = state[at + E_VX] as number;
    if (vx !== 0 && !walk(world, state, at, def, vx, false)) state[at + E_VX] = 0;
    if (left <= 0) turn(state, at, REST, REST_TICKS);
    return;
  }
  if (left > CHARGE_TICKS) {
    // Down from a leap: a fan of shots, low ones to be jumped over.
    const x = (state[at + E_X] as number) + (def.w >> 1);
    const y = (state[at + E_Y] as number) + def.h - 1024;
    for (const angle of phase === 3 ? [0, 128, 150, 234] : [0, 128]) {
      fire(world, state, x, y, (300 * cos256(angle)) >> 14, (300 * sin256(angle)) >> 14, events);
    }
    say(world, state, at, def, events, 'explode', phase);
    turn(state, at, REST, REST_TICKS);
    return;
  }
  const speed = def.speed * 2 + ((def.speed * (phase - 1)) >> 2);
  if (left <= 0 || !walk(world, state, at, def, (state[at + E_FACING] as number) * speed, true)) turn(state, at, REST, REST_TICKS);
}

function say(
  world: PlatformWorld,
  state: State,
  at: number,
  def: EnemyDef,
  events: EventSink,
  type: 'boss' | 'boss_phase' | 'explode',
  value: number,
): void {
  if (events === null) return;
  const x = ((state[at + E_X] as number) + def.w / 2) / 256;
  const y = ((state[at + E_Y] as number) + def.h / 2) / 256;
  events.push({ type, x, y, entity: world.types[def.type]?.type ?? '', value });
}

/** A blow on the boss: it steps back and cannot be hurt for a while. */
export function guardBoss(state: State, at: number): void {
  state[at + GUARDED] = GUARD_TICKS;
  state[at + E_FLASH] = 12;
  state[at + E_VX] = 0;
  turn(state, at, CALM, 40);
}
