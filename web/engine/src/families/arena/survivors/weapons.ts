/** Weapons that fire by themselves. */
import { atan256, cos256, sin256 } from '../../../core/int';
import { E_FACING, E_HP, E_STATE, E_TIMER, E_TYPE, E_VX, E_VY, E_X, E_Y, ENTITIES, HX, HY, STRIDE, SUB } from '../../../core/state';
import type { EventSink, State } from '../../../core/types';
import { advance, firstUsed, nextUsed, release, take } from '../../../systems/projectiles';
import { BOSS, GUARD, ROCK } from '../archetypes';
import { emit, hurtFoe } from '../combat';
import { D_FLAGS, D_HALF, D_LAST, D_PIERCE, G_CLOCK, H_AIM, H_AURA, H_COOLDOWN, H_LANCE, H_NOVA } from '../layout';
import { type ArenaWorld, CELL_SHIFT, solidAt } from '../world';
import { AURA, BLADES, BOLT, HASTE, LANCE, MIGHT, NOVA, upgradeLevel } from './upgrades';

/** How far bolts look for a foe. */
const SIGHT = 150 * SUB;
/** Radius of the circle blades run on. */
export const BLADE_RADIUS = 32;
/** Ticks until a blade may cut the same foe again. */
const CUT_PAUSE = 24;

export function useWeapons(world: ArenaWorld, state: State, events: EventSink): void {
  const haste = upgradeLevel(state, HASTE);
  const might = upgradeLevel(state, MIGHT);
  const period = (ticks: number): number => Math.max(6, Math.floor((ticks * 100) / (100 + 18 * haste)));
  bolts(world, state, might, period(world.numbers.fireInterval), events);
  const nova = upgradeLevel(state, NOVA);
  if (nova > 0 && tickDown(state, H_NOVA)) {
    state[H_NOVA] = period(170 - 14 * nova);
    const n = 6 + 2 * nova;
    for (let i = 0; i < n; i++) shoot(world, state, Math.floor((i * 256) / n), 1 + might, 0, (world.numbers.shotSpeed * 3) >> 2, 40);
    emit(world, state, events, 'shoot', state[HX] as number, state[HY] as number, world.shotType, n);
  }
  const lance = upgradeLevel(state, LANCE);
  if (lance > 0 && tickDown(state, H_LANCE)) {
    state[H_LANCE] = period(84 - 7 * lance);
    shoot(world, state, state[H_AIM] as number, 2 + might, 2 + lance, (world.numbers.shotSpeed * 3) >> 1, 50);
    emit(world, state, events, 'shoot', state[HX] as number, state[HY] as number, world.shotType, 1);
  }
  const aura = upgradeLevel(state, AURA);
  if (aura > 0 && tickDown(state, H_AURA)) {
    state[H_AURA] = period(34);
    burn(world, state, auraRadius(aura), 1 + (might >> 1), events);
  }
  const blades = upgradeLevel(state, BLADES);
  if (blades > 0) cut(world, state, blades, 1 + might, events);
}

export function auraRadius(level: number): number {
  return (26 + 6 * level) * SUB;
}

/** Count down one of the hero's timers; true when it has run out. */
function tickDown(state: State, timer: number): boolean {
  const left = (state[timer] as number) - 1;
  state[timer] = Math.max(0, left);
  return left <= 0;
}

/** Bolts at the nearest foe in sight, one more a level, spread a little. */
function bolts(world: ArenaWorld, state: State, might: number, period: number, events: EventSink): void {
  if (!tickDown(state, H_COOLDOWN)) return;
  const hx = state[HX] as number;
  const hy = state[HY] as number;
  let best = SIGHT;
  let target = 0;
  for (let at = firstUsed(state, world.foes); at >= 0; at = nextUsed(state, world.foes, at + STRIDE)) {
    if (world.behavior[state[at + E_TYPE] as number] === ROCK) continue;
    const dx = Math.abs((state[at + E_X] as number) - hx);
    const dy = Math.abs((state[at + E_Y] as number) - hy);
    const far = dx > dy ? dx + (dy >> 1) : dy + (dx >> 1);
    if (far >= best) continue;
    best = far;
    target = at;
  }
  if (target === 0) return;
  state[H_COOLDOWN] = period;
  const aim = atan256((state[target + E_Y] as number) - hy, (state[target + E_X] as number) - hx);
  const n = 1 + upgradeLevel(state, BOLT);
  for (let i = 0; i < n; i++)
    shoot(world, state, (aim + (i * 2 - (n - 1)) * 6) & 255, world.numbers.shotDamage + might, 0, world.numbers.shotSpeed, 60);
  emit(world, state, events, 'shoot', hx, hy, world.shotType, n);
}

function shoot(world: ArenaWorld, state: State, angle: number, damage: number, pierce: number, speed: number, life: number): void {
  const at = take(state, world.shots, world.shotType, state[HX] as number, state[HY] as number);
  if (at < 0) return;
  state[at + E_VX] = (cos256(angle) * speed) >> 14;
  state[at + E_VY] = (sin256(angle) * speed) >> 14;
  state[at + E_FACING] = angle & 255;
  state[at + E_HP] = damage;
  state[at + E_TIMER] = life;
  state[at + D_PIERCE] = pierce;
  state[at + D_HALF] = 4 * SUB;
}

/** The first foe within `reach` of a point, other than `last`; 0 = none. Looks into the nine cells around. */
function foeAt(world: ArenaWorld, state: State, x: number, y: number, reach: number, last: number): number {
  const { grid } = world;
  const column = (x >> CELL_SHIFT) + 1;
  const row = (y >> CELL_SHIFT) + 1;
  for (let j = row - 1; j <= row + 1; j++) {
    if (j < 0 || j >= grid.rows) continue;
    for (let i = column - 1; i <= column + 1; i++) {
      if (i < 0 || i >= grid.columns) continue;
      for (
        let at = grid.head[j * grid.columns + i] as number;
        at !== 0;
        at = grid.next[((at - ENTITIES) >> 4) - world.foes.from] as number
      ) {
        const type = state[at + E_TYPE] as number;
        // Beaten since the grid was filled.
        if (type < 0 || at === last) continue;
        const r = reach + (world.half[type] as number);
        const dx = (state[at + E_X] as number) - x;
        if (dx >= r || dx <= -r) continue;
        const dy = (state[at + E_Y] as number) - y;
        if (dy >= r || dy <= -r) continue;
        return at;
      }
    }
  }
  return 0;
}

export function moveShots(world: ArenaWorld, state: State, events: EventSink): void {
  const { shots } = world;
  for (let at = firstUsed(state, shots); at >= 0; at = nextUsed(state, shots, at + STRIDE)) {
    advance(state, at);
    const x = state[at + E_X] as number;
    const y = state[at + E_Y] as number;
    const life = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = life;
    if (life <= 0 || solidAt(world, x, y)) {
      release(state, shots, at);
      continue;
    }
    const foe = foeAt(world, state, x, y, state[at + D_HALF] as number, state[at + D_LAST] as number);
    if (foe === 0) continue;
    strike(world, state, foe, state[at + E_HP] as number, state[at + E_VX] as number, state[at + E_VY] as number, events);
    const pierce = (state[at + D_PIERCE] as number) - 1;
    if (pierce < 0) release(state, shots, at);
    else {
      state[at + D_PIERCE] = pierce;
      state[at + D_LAST] = foe;
    }
  }
}

/** A blow that also pushes the foe along, unless it is heavy or busy. */
function strike(world: ArenaWorld, state: State, at: number, damage: number, vx: number, vy: number, events: EventSink): void {
  const behavior = world.behavior[state[at + E_TYPE] as number] as number;
  if (hurtFoe(world, state, at, damage, events)) return;
  if (behavior === BOSS || behavior === GUARD || state[at + E_STATE] !== 1) return;
  state[at + E_VX] = vx >> 2;
  state[at + E_VY] = vy >> 2;
}

function burn(world: ArenaWorld, state: State, radius: number, damage: number, events: EventSink): void {
  const hx = state[HX] as number;
  const hy = state[HY] as number;
  for (let at = firstUsed(state, world.foes); at >= 0; at = nextUsed(state, world.foes, at + STRIDE)) {
    const dx = (state[at + E_X] as number) - hx;
    const dy = (state[at + E_Y] as number) - hy;
    if (dx > radius || dx < -radius || dy > radius || dy < -radius) continue;
    if (world.behavior[state[at + E_TYPE] as number] === ROCK) continue;
    // Distances in 1/16 px keep the squares small.
    if ((dx >> 4) * (dx >> 4) + (dy >> 4) * (dy >> 4) > (radius >> 4) * (radius >> 4)) continue;
    hurtFoe(world, state, at, damage, events);
  }
}

export function bladeAngle(clock: number, i: number, n: number): number {
  return (clock * 3 + Math.floor((i * 256) / n)) & 255;
}

/** Each blade looks at the foes near it every other tick. */
function cut(world: ArenaWorld, state: State, n: number, damage: number, events: EventSink): void {
  const clock = state[G_CLOCK] as number;
  if ((clock & 1) === 0) return;
  for (let i = 0; i < n; i++) {
    const angle = bladeAngle(clock, i, n);
    const x = (state[HX] as number) + ((cos256(angle) * BLADE_RADIUS * SUB) >> 14);
    const y = (state[HY] as number) + ((sin256(angle) * BLADE_RADIUS * SUB) >> 14);
    const foe = foeAt(world, state, x, y, 5 * SUB, 0);
    // D_FLAGS holds the tick from which it may be cut again.
    if (foe === 0 || (state[foe + D_FLAGS] as number) > clock) continue;
    state[foe + D_FLAGS] = clock + CUT_PAUSE;
    strike(world, state, foe, damage, (cos256(angle) * 600) >> 14, (sin256(angle) * 600) >> 14, events);
  }
}
