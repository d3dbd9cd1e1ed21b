/** One tick of the side-on shooter. */

import { A, B, DOWN, LEFT, RIGHT, UP } from '../../../core/input';
import { approach, clamp, cos256, sin256 } from '../../../core/int';
import {
  E_FACING,
  E_FLASH,
  E_HP,
  E_STATE,
  E_TIMER,
  E_TYPE,
  E_VX,
  E_VY,
  E_X,
  E_Y,
  FREE,
  HVX,
  HVY,
  HX,
  HY,
  INVULNERABLE,
  PREV_INPUT,
  STATUS,
  STRIDE,
  SUB,
} from '../../../core/state';
import type { EventSink, State } from '../../../core/types';
import { advance, firstUsed, nextUsed, release, take } from '../../../systems/projectiles';
import { BOSS } from '../archetypes';
import { blast, collect, emit, hurtFoe, hurtHero } from '../combat';
import { D_LAST, D_PIERCE, G_SCROLL, H_AIM, H_BOMBS, H_COOLDOWN, H_DASH, H_DASH_WAIT, H_POWER, H_RAPID } from '../layout';
import { type ArenaWorld, solidAt } from '../world';
import { stepFoe } from './foes';
import { ENTER } from './muster';

/** The hero keeps this far from the edges of the field, px. */
const MARGIN = 9;

export function stepShooter(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  moveHero(world, state, input, events);
  shoot(world, state, input, events);
  state[G_SCROLL] = Math.min(world.scrollEnd, (state[G_SCROLL] as number) + world.scroll);
  terrain(world, state, events);
  moveFoes(world, state, events);
  moveShots(world, state, events);
  moveFoeShots(world, state, events);
  movePickups(world, state, events);
}

function moveHero(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  const { numbers } = world;
  const right = ((input & RIGHT) !== 0 ? 1 : 0) - ((input & LEFT) !== 0 ? 1 : 0);
  const down = ((input & DOWN) !== 0 ? 1 : 0) - ((input & UP) !== 0 ? 1 : 0);
  const pressed = input & ~(state[PREV_INPUT] as number);
  if ((state[H_DASH_WAIT] as number) > 0) state[H_DASH_WAIT] = (state[H_DASH_WAIT] as number) - 1;
  if ((pressed & B) !== 0) {
    if (numbers.dash) {
      if (state[H_DASH_WAIT] === 0) {
        state[H_DASH] = numbers.dashTicks;
        state[H_DASH_WAIT] = numbers.dashWait;
        state[H_AIM] = heading(right, down);
        emit(world, state, events, 'dash', state[HX] as number, state[HY] as number);
      }
    } else if ((state[H_BOMBS] as number) > 0) {
      state[H_BOMBS] = (state[H_BOMBS] as number) - 1;
      state[INVULNERABLE] = Math.max(45, state[INVULNERABLE] as number);
      blast(world, state, 8, 160, events);
    }
  }
  if ((state[H_DASH] as number) > 0) {
    state[H_DASH] = (state[H_DASH] as number) - 1;
    state[HVX] = (cos256(state[H_AIM] as number) * numbers.dashSpeed) >> 14;
    state[HVY] = (sin256(state[H_AIM] as number) * numbers.dashSpeed) >> 14;
  } else {
    const speed = right !== 0 && down !== 0 ? (numbers.heroSpeed * 181) >> 8 : numbers.heroSpeed;
    const change = numbers.heroSpeed >> 2;
    state[HVX] = approach(state[HVX] as number, right * speed, change);
    state[HVY] = approach(state[HVY] as number, down * speed, change);
  }
  const x = (state[HX] as number) + (state[HVX] as number);
  const y = (state[HY] as number) + (state[HVY] as number);
  state[HX] = clamp(x, MARGIN * SUB, world.fieldWidth - MARGIN * SUB);
  state[HY] = clamp(y, MARGIN * SUB, world.fieldHeight - MARGIN * SUB);
}

/** Eight directions in 256ths of a turn; forward when no key is held. */
function heading(right: number, down: number): number {
  if (right === 0 && down === 0) return 0;
  if (right > 0) return (down * 32) & 255;
  if (right < 0) return (128 - down * 32) & 255;
  return down > 0 ? 64 : 192;
}

/** Vertical offset (px) and angle of each barrel by weapon level. */
const BARRELS: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 0]],
  [
    [-3, 0],
    [3, 0],
  ],
  [
    [0, 0],
    [-4, 250],
    [4, 6],
  ],
  [
    [-3, 0],
    [3, 0],
    [-5, 247],
    [5, 9],
  ],
];

function shoot(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  if ((state[H_RAPID] as number) > 0) state[H_RAPID] = (state[H_RAPID] as number) - 1;
  if ((state[H_COOLDOWN] as number) > 0) state[H_COOLDOWN] = (state[H_COOLDOWN] as number) - 1;
  if ((input & A) === 0 || (state[H_COOLDOWN] as number) > 0) return;
  const { numbers } = world;
  state[H_COOLDOWN] = (state[H_RAPID] as number) > 0 ? Math.max(2, numbers.fireInterval >> 1) : numbers.fireInterval;
  const x = (state[HX] as number) + 8 * SUB;
  for (const [offset, angle] of BARRELS[clamp(state[H_POWER] as number, 1, 4) - 1] as (typeof BARRELS)[number]) {
    const at = take(state, world.shots, world.shotType, x, (state[HY] as number) + offset * SUB);
    if (at < 0) break;
    state[at + E_VX] = (cos256(angle) * numbers.shotSpeed) >> 14;
    state[at + E_VY] = (sin256(angle) * numbers.shotSpeed) >> 14;
    state[at + E_HP] = numbers.shotDamage;
    state[at + E_FACING] = angle;
    state[at + E_TIMER] = 120;
    state[at + D_PIERCE] = 0;
    state[at + D_LAST] = 0;
  }
  emit(world, state, events, 'shoot', x, state[HY] as number, world.shotType, state[H_POWER] as number);
}

/** Rock walls hurt and push the hero towards the open side, so that nobody is stuck in them. */
function terrain(world: ArenaWorld, state: State, events: EventSink): void {
  const { hurt } = world.numbers;
  const x = (state[HX] as number) + (state[G_SCROLL] as number);
  const y = state[HY] as number;
  const above = solidAt(world, x - hurt, y - hurt) || solidAt(world, x + hurt, y - hurt);
  const below = solidAt(world, x - hurt, y + hurt) || solidAt(world, x + hurt, y + hurt);
  if (!above && !below) return;
  hurtHero(world, state, events, -1);
  const push = above && !below ? 1 : below && !above ? -1 : y < world.fieldHeight >> 1 ? 1 : -1;
  state[HY] = clamp(y + push * 3 * SUB, MARGIN * SUB, world.fieldHeight - MARGIN * SUB);
}

function moveFoes(world: ArenaWorld, state: State, events: EventSink): void {
  const { foes, numbers } = world;
  for (let at = firstUsed(state, foes); at >= 0; at = nextUsed(state, foes, at + STRIDE)) {
    if ((state[at + E_FLASH] as number) > 0) state[at + E_FLASH] = (state[at + E_FLASH] as number) - 1;
    stepFoe(world, state, at, events);
    const type = state[at + E_TYPE] as number;
    if (type < 0) continue;
    // The hero's box is smaller than it looks, and so are theirs.
    const reach = numbers.hurt + (((world.half[type] as number) * 3) >> 2);
    const dx = (state[at + E_X] as number) - (state[HX] as number);
    if (dx >= reach || dx <= -reach) continue;
    const dy = (state[at + E_Y] as number) - (state[HY] as number);
    if (dy >= reach || dy <= -reach) continue;
    hurtHero(world, state, events, type);
    if (state[STATUS] !== 0) return;
  }
}

function moveShots(world: ArenaWorld, state: State, events: EventSink): void {
  const { shots, foes } = world;
  for (let at = firstUsed(state, shots); at >= 0; at = nextUsed(state, shots, at + STRIDE)) {
    advance(state, at);
    const x = state[at + E_X] as number;
    const y = state[at + E_Y] as number;
    const life = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = life;
    if (
      life <= 0 ||
      x > world.fieldWidth + 4 * SUB ||
      y < 0 ||
      y > world.fieldHeight ||
      solidAt(world, x + (state[G_SCROLL] as number), y)
    ) {
      release(state, shots, at);
      continue;
    }
    for (let foe = firstUsed(state, foes); foe >= 0; foe = nextUsed(state, foes, foe + STRIDE)) {
      const reach = (world.half[state[foe + E_TYPE] as number] as number) + 3 * SUB;
      const dx = (state[foe + E_X] as number) - x;
      if (dx >= reach || dx <= -reach) continue;
      const dy = (state[foe + E_Y] as number) - y;
      if (dy >= reach || dy <= -reach) continue;
      const damage = state[at + E_HP] as number;
      release(state, shots, at);
      // A boss cannot be hurt before it has made its entrance.
      if ((world.behavior[state[foe + E_TYPE] as number] as number) === BOSS && state[foe + E_STATE] === ENTER) break;
      hurtFoe(world, state, foe, damage, events);
      break;
    }
  }
}

function moveFoeShots(world: ArenaWorld, state: State, events: EventSink): void {
  const { foeShots, numbers } = world;
  const reach = numbers.hurt + 2 * SUB;
  const right = world.fieldWidth + 12 * SUB;
  for (let at = firstUsed(state, foeShots); at >= 0; at = nextUsed(state, foeShots, at + STRIDE)) {
    const x = (state[at + E_X] as number) + (state[at + E_VX] as number);
    const y = (state[at + E_Y] as number) + (state[at + E_VY] as number);
    state[at + E_X] = x;
    state[at + E_Y] = y;
    const out = x < -8 * SUB || x > right || y < -8 * SUB || y > world.fieldHeight + 8 * SUB;
    if (out || solidAt(world, x + (state[G_SCROLL] as number), y)) {
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
  for (let at = firstUsed(state, pickups); at >= 0; at = nextUsed(state, pickups, at + STRIDE)) {
    const dx = (state[HX] as number) - (state[at + E_X] as number);
    const dy = (state[HY] as number) - (state[at + E_Y] as number);
    const near = dx < numbers.magnet && dx > -numbers.magnet && dy < numbers.magnet && dy > -numbers.magnet;
    if (near) {
      state[at + E_X] = (state[at + E_X] as number) + clamp(dx, -500, 500);
      state[at + E_Y] = (state[at + E_Y] as number) + clamp(dy, -500, 500);
    } else {
      advance(state, at);
      // Turns back at the upper and lower edge.
      const y = state[at + E_Y] as number;
      if (y < 14 * SUB) state[at + E_VY] = 40;
      else if (y > world.fieldHeight - 14 * SUB) state[at + E_VY] = -40;
    }
    const life = (state[at + E_TIMER] as number) - 1;
    state[at + E_TIMER] = life;
    if (dx < 11 * SUB && dx > -11 * SUB && dy < 11 * SUB && dy > -11 * SUB) collect(world, state, at, events);
    else if (life <= 0 || (state[at + E_X] as number) < -12 * SUB) release(state, pickups, at);
  }
}
