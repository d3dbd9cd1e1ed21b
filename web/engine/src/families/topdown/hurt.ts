/** Blows: what hurts the hero, what hurts an enemy, and what follows from it. */
import { randomInt } from '../../core/rng';
import {
  COLLECTED,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  ENTITIES,
  FREE,
  freeSlot,
  HANIM,
  HITSTOP,
  HP,
  HVX,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  MARK_REACHED,
  PROGRESS,
  SCORE,
  STATUS,
  STRIDE,
  WON,
} from '../../core/state';
import type { EventSink, EventType, State } from '../../core/types';
import {
  DOORS,
  DROP_HEART,
  E_ALERT,
  E_KNOCK,
  E_SERIAL,
  H_ANIM_AGE,
  H_COOL,
  H_DASH,
  H_DOWN,
  H_DOWN_WHY,
  H_FLASH,
  H_KNOCK,
  H_MAX_HP,
  H_POWER,
  H_SWING,
  HUNT,
  KILLS,
  LOOSE,
  REST,
  ROAM,
} from './layout';
import type { TopWorld } from './world';

export const DOWN_FALL = 1;
export const DOWN_DEAD = 2;
const FALL_TICKS = 26;
const DEAD_TICKS = 50;
const BOSS_GRACE = 24;

export function emit(events: EventSink, type: EventType, x: number, y: number, entity?: string, value?: number): void {
  if (events === null) return;
  const event = { type, x: x / 256, y: y / 256, ...(entity === undefined ? {} : { entity }), ...(value === undefined ? {} : { value }) };
  events.push(event);
}

/** A blow from (fromX, fromY). Nothing happens to a hero that is invulnerable, dashing or down. Returns whether it told. */
export function hurtHero(world: TopWorld, state: State, damage: number, fromX: number, fromY: number, events: EventSink): boolean {
  if ((state[INVULNERABLE] as number) > 0 || (state[H_DASH] as number) > 0 || (state[H_DOWN] as number) > 0) return false;
  const x = state[HX] as number;
  const y = state[HY] as number;
  state[HP] = (state[HP] as number) - damage;
  emit(events, 'hurt', x, y, undefined, damage);
  state[HITSTOP] = world.n.hitstop + 1;
  state[INVULNERABLE] = world.n.invulnerable;
  state[H_SWING] = 0;
  state[H_FLASH] = 8;
  if ((state[HP] as number) <= 0) {
    die(state, events);
    return true;
  }
  const dx = x - fromX;
  const dy = y - fromY;
  const far = Math.max(1, Math.abs(dx), Math.abs(dy));
  state[HVX] = Math.trunc((dx * 720) / far);
  state[HVY] = Math.trunc((dy * 720) / far);
  state[H_KNOCK] = 9;
  return true;
}

export function die(state: State, events: EventSink): void {
  state[HP] = 0;
  state[H_DOWN] = DEAD_TICKS;
  state[H_DOWN_WHY] = DOWN_DEAD;
  state[HVX] = 0;
  state[HVY] = 0;
  state[H_SWING] = 0;
  state[H_COOL] = 0;
  state[H_ANIM_AGE] = 0;
  state[HANIM] = 0;
  emit(events, 'die', state[HX] as number, state[HY] as number);
}

/** Into a pit or the water: one heart, then back on safe ground. */
export function fall(world: TopWorld, state: State, events: EventSink): void {
  state[HP] = (state[HP] as number) - 1;
  emit(events, 'hurt', state[HX] as number, state[HY] as number, undefined, 1);
  state[HVX] = 0;
  state[HVY] = 0;
  state[H_SWING] = 0;
  state[H_KNOCK] = 0;
  if ((state[HP] as number) <= 0) {
    die(state, events);
    return;
  }
  state[H_DOWN] = FALL_TICKS;
  state[H_DOWN_WHY] = DOWN_FALL;
  state[H_ANIM_AGE] = 0;
  state[INVULNERABLE] = world.n.invulnerable + FALL_TICKS;
}

export function loseLife(state: State, events: EventSink): boolean {
  state[LIVES] = (state[LIVES] as number) - 1;
  if ((state[LIVES] as number) > 0) return true;
  state[LIVES] = 0;
  state[STATUS] = LOST;
  emit(events, 'lose', state[HX] as number, state[HY] as number);
  return false;
}

export function win(state: State, events: EventSink): void {
  state[MARK_REACHED] = 1;
  state[PROGRESS] = 1000;
  state[STATUS] = WON;
  emit(events, 'win', state[HX] as number, state[HY] as number);
}

/**
 * Damage an enemy in the slot at offset `at` from (fromX, fromY). `serial` 0 for shots; a strike of the same serial tells once.
 * A guard that does not know of the hero takes triple damage.
 */
export function hitFoe(
  world: TopWorld,
  state: State,
  at: number,
  damage: number,
  serial: number,
  fromX: number,
  fromY: number,
  events: EventSink,
): boolean {
  const foe = world.foes[state[at + E_TYPE] as number];
  if (foe === undefined) return false;
  if (serial !== 0 && state[at + E_SERIAL] === serial) return false;
  if (serial !== 0) state[at + E_SERIAL] = serial;
  // A boss shakes off blows for a moment after each that told.
  if (foe.boss && (state[at + E_ALERT] as number) > 0) {
    emit(events, 'block', state[at + E_X] as number, state[at + E_Y] as number, foe.type);
    return false;
  }
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  let told = (state[H_POWER] as number) > 0 ? damage * 2 : damage;
  if (foe.behavior === 'guard' && state[at + E_STATE] === ROAM) told *= 3;
  state[at + E_HP] = (state[at + E_HP] as number) - told;
  state[at + E_FLASH] = 8;
  emit(events, 'hit', x, y, foe.type, told);
  state[HITSTOP] = Math.max(state[HITSTOP] as number, world.n.hitstop);
  if ((state[at + E_HP] as number) <= 0) {
    slay(world, state, at, events);
    return true;
  }
  state[at + E_ALERT] = foe.boss ? BOSS_GRACE : 180;
  if (!foe.boss) {
    const dx = x - fromX;
    const dy = y - fromY;
    const far = Math.max(1, Math.abs(dx), Math.abs(dy));
    state[at + E_VX] = Math.trunc((dx * 800) / far);
    state[at + E_VY] = Math.trunc((dy * 800) / far);
    state[at + E_KNOCK] = 9;
    // A blow breaks whatever the enemy was winding up for.
    state[at + E_STATE] = foe.behavior === 'patrol' || foe.behavior === 'wander' ? ROAM : foe.behavior === 'charge' ? REST : HUNT;
    state[at + E_TIMER] = 20;
  }
  return true;
}

function slay(world: TopWorld, state: State, at: number, events: EventSink): void {
  const index = state[at + E_TYPE] as number;
  const foe = world.foes[index]!;
  const x = state[at + E_X] as number;
  const y = state[at + E_Y] as number;
  state[SCORE] = (state[SCORE] as number) + foe.a.score;
  state[KILLS] = (state[KILLS] as number) + 1;
  state[HITSTOP] = world.n.hitstop + 2;
  emit(events, 'kill', x, y, foe.type, foe.a.score);
  state[at + E_TYPE] = FREE;
  if (!foe.boss && randomInt(state, 100) < world.n.dropPercent && (state[HP] as number) < (state[H_MAX_HP] as number)) {
    const slot = freeSlot(state, world.loose, world.capacity);
    if (slot >= 0) {
      state.fill(0, slot, slot + STRIDE);
      state[slot + E_TYPE] = DROP_HEART;
      state[slot + E_X] = x;
      state[slot + E_Y] = y;
      state[slot + E_TIMER] = 480;
      state[LOOSE] = 1;
    }
  }
  if (foe.boss && world.scene.level.mark.kind === 'boss') win(state, events);
  openCleared(world, state, events);
}

export function foesLeft(world: TopWorld, state: State, room: number): number {
  let left = 0;
  for (let i = 0; i < world.loose; i++) {
    if (state[ENTITIES + i * STRIDE] !== FREE && world.foes[i]!.room === room) left++;
  }
  return left;
}

/** Gates that wait for a room to be cleared. */
export function openCleared(world: TopWorld, state: State, events: EventSink): void {
  for (let d = 0; d < world.doors.length; d++) {
    const door = world.doors[d]!;
    if (door.needs === 'clear' && foesLeft(world, state, door.room) === 0) openDoor(world, state, d, events);
  }
}

export function openDoor(world: TopWorld, state: State, door: number, events: EventSink): void {
  const bits = state[DOORS] as number;
  if (((bits >> door) & 1) !== 0) return;
  state[DOORS] = bits | (1 << door);
  const d = world.doors[door]!;
  emit(events, 'door', d.tx * 4096 + 2048, d.ty * 4096 + 2048, d.type, door);
}

export function collected(state: State, count: number): void {
  state[COLLECTED] = (state[COLLECTED] as number) + count;
}
