/** Shots, arrows and dropped hearts: the loose slots. */
import { cos256, sin256 } from '../../core/int';
import { E_TIMER, E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, FREE, freeSlot, HP, HX, HY, STRIDE } from '../../core/state';
import type { EventSink, State } from '../../core/types';
import { emit, hitFoe, hurtHero } from './hurt';
import { DROP_HEART, E_AIM, H_DOWN, H_MAX_HP, HERO_HALF, HURT_HALF, LOOSE, SHIFT, SHOT_ENEMY, SHOT_HERO } from './layout';
import { BLOCK_SHOT } from './legend';
import type { TopWorld } from './world';

/** Half the side of a shot. */
export const SHOT_HALF = 3 * 256;

/** Start a shot from an enemy's slot; `angle` in 256ths of a turn. */
export function enemyShot(world: TopWorld, state: State, from: number, angle: number, speed: number, events: EventSink): void {
  const x = state[from + E_X] as number;
  const y = state[from + E_Y] as number;
  if (launch(world, state, SHOT_ENEMY, x, y, angle, speed))
    emit(events, 'enemy_shoot', x, y, world.foes[state[from + E_TYPE] as number]?.type);
}

/** A fresh loose slot, or -1 when all are taken. */
export function loosen(world: TopWorld, state: State, type: number, x: number, y: number): number {
  const slot = freeSlot(state, world.loose, world.capacity);
  if (slot < 0) return slot;
  state.fill(0, slot, slot + STRIDE);
  state[slot + E_TYPE] = type;
  state[slot + E_X] = x;
  state[slot + E_Y] = y;
  state[LOOSE] = 1;
  return slot;
}

export function launch(world: TopWorld, state: State, type: number, x: number, y: number, angle: number, speed: number): boolean {
  const slot = loosen(world, state, type, x, y);
  if (slot < 0) return false;
  state[slot + E_VX] = (cos256(angle) * speed) >> 14;
  state[slot + E_VY] = (sin256(angle) * speed) >> 14;
  state[slot + E_TIMER] = 150;
  state[slot + E_AIM] = angle;
  return true;
}

export function stepShots(world: TopWorld, state: State, events: EventSink): void {
  if (state[LOOSE] === 0) return;
  state[LOOSE] = 0;
  for (let i = world.loose; i < world.capacity; i++) {
    const at = ENTITIES + i * STRIDE;
    const type = state[at + E_TYPE] as number;
    if (type === FREE) continue;
    state[LOOSE] = 1;
    const left = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = left;
    if (left <= 0) {
      state[at + E_TYPE] = FREE;
      continue;
    }
    if (type === DROP_HEART) {
      drop(state, at, events);
      continue;
    }
    const x = (state[at + E_X] as number) + (state[at + E_VX] as number);
    const y = (state[at + E_Y] as number) + (state[at + E_VY] as number);
    state[at + E_X] = x;
    state[at + E_Y] = y;
    if (world.blocked(state, x >> SHIFT, y >> SHIFT, BLOCK_SHOT)) {
      state[at + E_TYPE] = FREE;
      continue;
    }
    if (type === SHOT_HERO) strikeFoe(world, state, at, x, y, events);
    else {
      const reach = SHOT_HALF + HURT_HALF;
      const dx = (state[HX] as number) - x;
      const dy = (state[HY] as number) - y;
      if (dx < reach && dx > -reach && dy < reach && dy > -reach && hurtHero(world, state, 1, x, y, events)) state[at + E_TYPE] = FREE;
    }
  }
}

function strikeFoe(world: TopWorld, state: State, at: number, x: number, y: number, events: EventSink): void {
  for (let i = 0; i < world.loose; i++) {
    const foe = ENTITIES + i * STRIDE;
    if (state[foe] === FREE) continue;
    const reach = world.foes[i]!.a.half + SHOT_HALF;
    const dx = (state[foe + E_X] as number) - x;
    const dy = (state[foe + E_Y] as number) - y;
    if (dx > reach || dx < -reach || dy > reach || dy < -reach) continue;
    state[at + E_TYPE] = FREE;
    hitFoe(world, state, foe, 1, 0, x, y, events);
    return;
  }
}

function drop(state: State, at: number, events: EventSink): void {
  const dx = (state[HX] as number) - (state[at + E_X] as number);
  const dy = (state[HY] as number) - (state[at + E_Y] as number);
  const reach = HERO_HALF + 5 * 256;
  if (dx > reach || dx < -reach || dy > reach || dy < -reach || (state[H_DOWN] as number) > 0) return;
  state[at + E_TYPE] = FREE;
  state[HP] = Math.min(state[H_MAX_HP] as number, (state[HP] as number) + 1);
  emit(events, 'powerup', state[HX] as number, state[HY] as number, 'potion');
}
