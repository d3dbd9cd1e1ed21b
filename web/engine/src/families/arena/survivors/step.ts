/** One tick of the horde: move, let the weapons work, let the horde come. */

import { B, DOWN, LEFT, RIGHT, UP } from '../../../core/input';
import { approach, cos256, sin256 } from '../../../core/int';
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
  HVX,
  HVY,
  HX,
  HY,
  PREV_INPUT,
  STATUS,
  STRIDE,
  SUB,
} from '../../../core/state';
import type { EventSink, State } from '../../../core/types';
import { firstUsed, nextUsed, release } from '../../../systems/projectiles';
import { ROCK } from '../archetypes';
import { collect, emit, hurtHero } from '../combat';
import { G_CLOCK, H_AIM, H_DASH, H_DASH_WAIT } from '../layout';
import { type ArenaWorld, CELL_SHIFT, solidAt } from '../world';
import { stepHordeFoe } from './foes';
import { BOOTS, levelUp, REACH, upgradeLevel } from './upgrades';
import { moveShots, useWeapons } from './weapons';

export function stepSurvivors(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  moveHero(world, state, input, events);
  // Scratch memory is no part of the state: it is filled anew each tick before anything reads it.
  fillGrid(world, state);
  moveHorde(world, state, events);
  if (state[STATUS] !== 0) return;
  useWeapons(world, state, events);
  moveShots(world, state, events);
  moveFoeShots(world, state, events);
  if (state[STATUS] !== 0) return;
  movePickups(world, state, events);
  levelUp(world, state, events);
}

export function heroSpeed(world: ArenaWorld, state: State): number {
  return Math.floor((world.numbers.heroSpeed * (100 + 8 * upgradeLevel(state, BOOTS))) / 100);
}

function moveHero(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  const { numbers } = world;
  const right = ((input & RIGHT) !== 0 ? 1 : 0) - ((input & LEFT) !== 0 ? 1 : 0);
  const down = ((input & DOWN) !== 0 ? 1 : 0) - ((input & UP) !== 0 ? 1 : 0);
  if (right !== 0 || down !== 0) state[H_AIM] = heading(right, down);
  if ((state[H_DASH_WAIT] as number) > 0) state[H_DASH_WAIT] = (state[H_DASH_WAIT] as number) - 1;
  const pressed = input & ~(state[PREV_INPUT] as number);
  if ((pressed & B) !== 0 && numbers.dash && state[H_DASH_WAIT] === 0) {
    state[H_DASH] = numbers.dashTicks;
    state[H_DASH_WAIT] = numbers.dashWait;
    emit(world, state, events, 'dash', state[HX] as number, state[HY] as number);
  }
  if ((state[H_DASH] as number) > 0) {
    state[H_DASH] = (state[H_DASH] as number) - 1;
    state[HVX] = (cos256(state[H_AIM] as number) * numbers.dashSpeed) >> 14;
    state[HVY] = (sin256(state[H_AIM] as number) * numbers.dashSpeed) >> 14;
  } else {
    const full = heroSpeed(world, state);
    const speed = right !== 0 && down !== 0 ? (full * 181) >> 8 : full;
    state[HVX] = approach(state[HVX] as number, right * speed, full >> 2);
    state[HVY] = approach(state[HVY] as number, down * speed, full >> 2);
  }
  const x = state[HX] as number;
  const y = state[HY] as number;
  const nx = x + (state[HVX] as number);
  const ny = y + (state[HVY] as number);
  // Boxes slide along walls; 5 px around the feet count.
  const side = (state[HVX] as number) > 0 ? 5 * SUB : -5 * SUB;
  if (!solidAt(world, nx + side, y - 4 * SUB) && !solidAt(world, nx + side, y + 4 * SUB)) state[HX] = nx;
  else state[HVX] = 0;
  const front = (state[HVY] as number) > 0 ? 5 * SUB : -5 * SUB;
  const px = state[HX] as number;
  if (!solidAt(world, px - 4 * SUB, ny + front) && !solidAt(world, px + 4 * SUB, ny + front)) state[HY] = ny;
  else state[HVY] = 0;
}

function heading(right: number, down: number): number {
  if (right > 0) return (down * 32) & 255;
  if (right < 0) return (128 - down * 32) & 255;
  return down > 0 ? 64 : 192;
}

function moveHorde(world: ArenaWorld, state: State, events: EventSink): void {
  const { foes, numbers } = world;
  const clock = state[G_CLOCK] as number;
  for (let at = firstUsed(state, foes); at >= 0; at = nextUsed(state, foes, at + STRIDE)) {
    stepHordeFoe(world, state, at, (at - ENTITIES) >> 4, clock, events);
    const type = state[at + E_TYPE] as number;
    if (type < 0) continue;
    if (world.behavior[type] === ROCK) continue;
    const reach = numbers.hurt + (((world.half[type] as number) * 3) >> 2);
    const dx = (state[at + E_X] as number) - (state[HX] as number);
    if (dx >= reach || dx <= -reach) continue;
    const dy = (state[at + E_Y] as number) - (state[HY] as number);
    if (dy >= reach || dy <= -reach) continue;
    hurtHero(world, state, events, type);
    if (state[STATUS] !== 0) return;
  }
}

/** Broad phase: foes by cell of 32 px, as linked lists in scratch memory. */
function fillGrid(world: ArenaWorld, state: State): void {
  const { grid, foes } = world;
  grid.head.fill(0);
  for (let at = firstUsed(state, foes); at >= 0; at = nextUsed(state, foes, at + STRIDE)) {
    if (world.behavior[state[at + E_TYPE] as number] === ROCK) continue;
    const cell = (((state[at + E_Y] as number) >> CELL_SHIFT) + 1) * grid.columns + ((state[at + E_X] as number) >> CELL_SHIFT) + 1;
    grid.next[((at - ENTITIES) >> 4) - foes.from] = grid.head[cell] as number;
    grid.head[cell] = at;
  }
}

function moveFoeShots(world: ArenaWorld, state: State, events: EventSink): void {
  const { foeShots, numbers } = world;
  const reach = numbers.hurt + 2 * SUB;
  for (let at = firstUsed(state, foeShots); at >= 0; at = nextUsed(state, foeShots, at + STRIDE)) {
    const x = (state[at + E_X] as number) + (state[at + E_VX] as number);
    const y = (state[at + E_Y] as number) + (state[at + E_VY] as number);
    state[at + E_X] = x;
    state[at + E_Y] = y;
    const life = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = life;
    if (life <= 0 || solidAt(world, x, y)) {
      release(state, foeShots, at);
      continue;
    }
    const dx = x - (state[HX] as number);
    const dy = y - (state[HY] as number);
    if (dx >= reach || dx <= -reach || dy >= reach || dy <= -reach) continue;
    if (!hurtHero(world, state, events, world.foeShotType)) continue;
    if (state[STATUS] !== 0) return;
    if (state[at] !== FREE) release(state, foeShots, at);
  }
}

function movePickups(world: ArenaWorld, state: State, events: EventSink): void {
  const { pickups, numbers } = world;
  const magnet = Math.floor((numbers.magnet * (100 + 45 * upgradeLevel(state, REACH))) / 100);
  const clock = state[G_CLOCK] as number;
  for (let at = firstUsed(state, pickups); at >= 0; at = nextUsed(state, pickups, at + STRIDE)) {
    // What lies still is looked at every fourth tick.
    if (state[at + E_STATE] === 0 && ((clock + (at >> 4)) & 3) !== 0) continue;
    const dx = (state[HX] as number) - (state[at + E_X] as number);
    const dy = (state[HY] as number) - (state[at + E_Y] as number);
    if (state[at + E_STATE] === 0) {
      if (dx < magnet && dx > -magnet && dy < magnet && dy > -magnet) state[at + E_STATE] = 1;
      else if ((state[at + E_TIMER] as number) > 0) {
        state[at + E_TIMER] = (state[at + E_TIMER] as number) - 4;
        if ((state[at + E_TIMER] as number) <= 0) release(state, pickups, at);
      }
      continue;
    }
    // Drawn in: flies a quarter of the way each tick, never slower than 2 px.
    const x = (state[at + E_X] as number) + pull(dx);
    const y = (state[at + E_Y] as number) + pull(dy);
    state[at + E_X] = x;
    state[at + E_Y] = y;
    const ax = (state[HX] as number) - x;
    const ay = (state[HY] as number) - y;
    if (ax < 9 * SUB && ax > -9 * SUB && ay < 9 * SUB && ay > -9 * SUB) collect(world, state, at, events);
  }
}

function pull(d: number): number {
  const quarter = d >> 3;
  if (d > 512) return Math.max(512, quarter);
  if (d < -512) return Math.min(-512, quarter);
  return d;
}
